//! The second module: loaded when it is first asked for, from the same page or from the same host.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// What the second module can do; see `src/later.rs`.
    type Later;

    #[wasm_bindgen(method, catch)]
    fn docx(this: &Later, paper: &str, language: &str) -> Result<Option<Vec<u8>>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn codes(this: &Later, text: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn xlsx(this: &Later, rows: &str) -> Result<Option<Vec<u8>>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn joined(this: &Later, scanned: &str) -> Result<Option<String>, JsValue>;
}

/// The .docx file of a paper that is written as JSON; `None` where the second module cannot be loaded, as on a hosted
/// page without a network that was never kept for offline use.
pub async fn docx(paper: &str, language: &str) -> Option<Vec<u8>> {
    open().await?.docx(paper, language).ok().flatten()
}

/// The .xlsx file of a table that is written as JSON; `None` as above.
pub async fn xlsx(rows: &str) -> Option<Vec<u8>> {
    open().await?.xlsx(rows).ok().flatten()
}

/// The QR codes of the first of these texts that fits on a sheet, as JSON, with its place, or that none fits; `None` as
/// above.
pub async fn codes(texts: &[String]) -> Option<Option<(usize, String)>> {
    let later = open().await?;
    Some(texts.iter().enumerate().find_map(|(place, text)| Some((place, later.codes(text).ok()??))))
}

/// What pieces of text that were scanned make together, as JSON; `None` as above.
pub async fn joined(scanned: &str) -> Option<String> {
    open().await?.joined(scanned).ok().flatten()
}

async fn open() -> Option<Later> {
    if opener().is_none() {
        fetch().await?;
    }
    let promised: Promise = opener()?.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok()?;
    Some(JsFuture::from(promised).await.ok()?.unchecked_into())
}

/// The function that the module's glue leaves for whoever needs it.
fn opener() -> Option<Function> {
    Reflect::get(&js_sys::global(), &"openLater".into()).ok()?.dyn_into().ok()
}

/// Runs the glue, whose address the page tells. The single file has it inside and gets here never.
async fn fetch() -> Option<()> {
    let document = web_sys::window()?.document()?;
    let address = document.query_selector("meta[name='later']").ok()??.get_attribute("content")?;
    let script = document.create_element("script").ok()?;
    script.set_attribute("type", "module").ok()?;
    script.set_attribute("src", &address).ok()?;
    let loaded = Promise::new(&mut |resolve, reject| {
        let _ = script.add_event_listener_with_callback("load", &resolve);
        let _ = script.add_event_listener_with_callback("error", &reject);
    });
    document.head()?.append_child(&script).ok()?;
    JsFuture::from(loaded).await.ok().map(drop)
}
