//! A text under its key, on its way to the copies.

use std::sync::Arc;
use wasm_bindgen::JsValue;

/// A text under its key. It is made into texts of the browser once, because each text that is handed over is decoded anew,
/// and a record goes to both copies.
#[derive(Debug)]
pub struct Keyed {
    key: String,
    text: String,
    pub(super) handed_key: JsValue,
    pub(super) handed_text: JsValue,
}

impl Keyed {
    /// A text under its key.
    pub fn new(key: String, text: String) -> Arc<Self> {
        let (handed_key, handed_text) = (JsValue::from_str(&key), JsValue::from_str(&text));
        Arc::new(Self { key, text, handed_key, handed_text })
    }

    /// The key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }
}
