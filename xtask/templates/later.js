
{
  let opened;
  globalThis.openLater = () => opened ??= (async () => {
    await __wbg_init({ module_or_path: @module@ });
    return { docx, xlsx, codes, frames, joined, look, madeSmall, madeWhole, guide };
  })();
}
