
{
  let opened;
  globalThis.openLater = () => opened ??= (async () => {
    await __wbg_init({ module_or_path: @module@ });
    return { codes, frames, joined, look, madeSmall, madeWhole };
  })();
}
