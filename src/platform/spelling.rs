//! The browser's own Unicode tables, supplied to the domain.

use crate::congress::spelling::{Forms, supply};
use js_sys::JsString;

/// Supplies the domain with the browser's normalization.
pub fn supply_forms() {
    supply(Forms { composed: |text| normalized(text, "NFC"), decomposed: |text| normalized(text, "NFD") });
}

fn normalized(text: &str, form: &str) -> String {
    String::from(JsString::from(text).normalize(form))
}
