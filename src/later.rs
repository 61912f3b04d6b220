//! The second module: what a first visit does not need. It is loaded when it is first asked for, and keeps nothing.
//!
//! It is given text and gives bytes, so that it shares no memory with the app.

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

/// The QR codes of a text, as JSON; nothing when it does not fit on a sheet.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn codes(text: &str) -> Option<String> {
    serde_json::to_string(&so_tay_dai_hoi::documents::printed::codes(text)?).ok()
}

/// What pieces of text that were scanned make together, as JSON.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn joined(scanned: &str) -> Option<String> {
    serde_json::to_string(&so_tay_dai_hoi::documents::printed::joined(scanned)).ok()
}

fn main() {}
