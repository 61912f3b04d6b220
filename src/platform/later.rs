//! The module of codes: loaded when it is first asked for, from the same page or from the same host.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// What the module of codes can do; see `src/later.rs`.
    type Later;

    #[wasm_bindgen(method, catch)]
    fn codes(this: &Later, text: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn frames(this: &Later, text: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn look(this: &Later, width: u32, points: &JsValue) -> Result<Vec<String>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = madeSmall)]
    fn made_small(this: &Later, text: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = madeWhole)]
    fn made_whole(this: &Later, bytes: &[u8]) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn joined(this: &Later, scanned: &str) -> Result<Option<String>, JsValue>;
}

/// The QR codes of the first of these texts that fits on a sheet, as JSON, with its place, or that none fits; `None` where
/// the module cannot be loaded, as on a hosted page without a network that was never kept for offline use.
pub async fn codes(texts: &[String]) -> Option<Option<(usize, String)>> {
    let later = open().await?;
    Some(texts.iter().enumerate().find_map(|(place, text)| Some((place, later.codes(text).ok()??))))
}

/// What pieces of text that were scanned make together, as JSON; `None` as above.
pub async fn joined(scanned: &str) -> Option<String> {
    open().await?.joined(scanned).ok().flatten()
}

/// The QR codes of a text for a screen, as JSON, or that it is too long for them; `None` as above.
pub async fn frames(text: &str) -> Option<Option<String>> {
    open().await?.frames(text).ok()
}

/// What the codes in a camera's picture say; `None` as above. A picture that breaks the reader has none.
pub async fn look(width: u32, points: &JsValue) -> Option<Vec<String>> {
    Some(open().await?.look(width, points).unwrap_or_default())
}

/// A text made small before it is enciphered; `None` as above.
pub async fn made_small(text: &str) -> Option<Vec<u8>> {
    open().await?.made_small(text).ok()
}

/// A text as it was before it was made small; `None` as above, and where it cannot be made whole.
pub async fn made_whole(bytes: &[u8]) -> Option<String> {
    open().await?.made_whole(bytes).ok().flatten()
}

async fn open() -> Option<Later> {
    if opener().is_none() {
        read_to_its_end().await;
    }
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

/// The single file has the module behind the app, which may run before the page has been read up to there.
async fn read_to_its_end() {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document.filter(|document| document.ready_state() == "loading") else { return };
    let read = Promise::new(&mut |resolve, _| {
        let _ = document.add_event_listener_with_callback("DOMContentLoaded", &resolve);
    });
    let _ = JsFuture::from(read).await;
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
