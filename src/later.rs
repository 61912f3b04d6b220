//! The second module: what a first visit does not need. It is loaded when it is first asked for, and keeps nothing.
//!
//! It is given text and gives bytes, so that it shares no memory with the app.

#[cfg(target_arch = "wasm32")]
use so_tay_dai_hoi::codes::{self, Carrier};
#[cfg(target_arch = "wasm32")]
use so_tay_dai_hoi::words::Language;

/// The .docx file of a paper that is written as JSON; `language` is a tag such as `vi`. Nothing when the text is not a
/// paper, which only a mismatch of versions can bring about.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn docx(paper: &str, language: &str) -> Option<Vec<u8>> {
    let paper = serde_json::from_str(paper).ok()?;
    so_tay_dai_hoi::documents::docx(&paper, language)
}

/// The .xlsx file of a table: a list of rows, each a list of texts, whole numbers, days (`{"day":"2022-05-26"}`) and null.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn xlsx(rows: &str) -> Option<Vec<u8>> {
    let rows: Vec<Vec<serde_json::Value>> = serde_json::from_str(rows).ok()?;
    so_tay_dai_hoi::documents::xlsx(&rows)
}

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

/// The user's guide in the language of a tag; in Vietnamese where no other is meant.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn guide(language: &str) -> String {
    let english = language == Language::English.tag();
    so_tay_dai_hoi::words::guide::guide(if english { Language::English } else { Language::Vietnamese })
}

/// What pieces of text that were scanned make together, as JSON.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn joined(scanned: &str) -> Option<String> {
    serde_json::to_string(&codes::joined(scanned)).ok()
}

fn main() {}
