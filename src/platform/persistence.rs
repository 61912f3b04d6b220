//! Whether the browser has promised not to clear this page's storage when the disk runs short.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type StorageManager;

    #[wasm_bindgen(method, catch)]
    async fn persisted(this: &StorageManager) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn persist(this: &StorageManager) -> Result<JsValue, JsValue>;
}

/// Whether it has promised; `None` where it does not say.
pub async fn is_promised() -> Option<bool> {
    manager()?.persisted().await.ok()?.as_bool()
}

/// Asks for the promise. Some browsers decide by themselves, others ask the person; `None` where it does not say.
pub async fn ask() -> Option<bool> {
    manager()?.persist().await.ok()?.as_bool()
}

fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &"storage".into()).ok()?;
    let knows = Reflect::has(&manager, &"persist".into()).unwrap_or(false);
    knows.then(|| manager.unchecked_into())
}
