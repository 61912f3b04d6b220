
// Whoever comes back to a place of a congress needs the rest as soon as it can be had.
if (location.hash.length > 2) arrived("split_places");
// Compiled while the page is read on.
const compiled = (async () => WebAssembly.compileStreaming(inlined("wasm")))();
compiled.catch(() => {});
await words;
const first = await compiled;
if (!cutShort) await __wbg_init({ module_or_path: first });
// The end may have been missed while the app was starting.
if (cutShort) tellCutShort();
