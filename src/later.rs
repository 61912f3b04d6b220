//! The module of codes: loaded when a code is first drawn or looked for, and keeps nothing.
//!
//! It is given text and points and gives text, so that it shares no memory with the app: a camera's picture may be anything,
//! and what breaks over it breaks alone.

#[cfg(target_arch = "wasm32")]
use so_tay_dai_hoi::codes::{self, Carrier};

/// The QR codes of a text for paper, as JSON; nothing when it does not fit on a sheet.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(js_name = codes)]
pub fn codes_of(text: &str) -> Option<String> {
    written(text, Carrier::Paper)
}

/// The QR codes of a text for a screen, as JSON; nothing when it is too long.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn frames(text: &str) -> Option<String> {
    written(text, Carrier::Screen)
}

#[cfg(target_arch = "wasm32")]
fn written(text: &str, carrier: Carrier) -> Option<String> {
    serde_json::to_string(&codes::codes(text, carrier)?).ok()
}

/// What the codes in a picture say, given as points in red, green, blue and opacity, row by row.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn look(width: usize, points: &[u8]) -> Vec<String> {
    codes::look(width, points)
}

/// A text in fewer bytes.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(js_name = madeSmall)]
pub fn made_small(text: &str) -> Vec<u8> {
    codes::made_small(text)
}

/// A text as it was before it was made small; nothing where it cannot be made whole.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(js_name = madeWhole)]
pub fn made_whole(bytes: &[u8]) -> Option<String> {
    codes::made_whole(bytes)
}

/// What pieces of text that were scanned make together, as JSON.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn joined(scanned: &str) -> Option<String> {
    serde_json::to_string(&codes::joined(scanned)).ok()
}

fn main() {}
