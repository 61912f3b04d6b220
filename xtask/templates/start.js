
await __wbg_init({ module_or_path: inlined("wasm") });
