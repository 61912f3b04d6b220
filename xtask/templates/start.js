
await __wbg_init({ module_or_path: await inlined("wasm") });
