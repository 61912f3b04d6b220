//! The browser's own Unicode tables, supplied to the domain.

use crate::congress::spelling::{Forms, supply};
use js_sys::JsString;

/// Supplies the domain with the browser's normalization and the browser's capitals.
pub fn supply_forms() {
    supply(Forms {
        composed: |text| normalized(text, "NFC"),
        decomposed: |text| normalized(text, "NFD"),
        small: |text| String::from(JsString::from(text).to_lower_case()),
        capital: |text| String::from(JsString::from(text).to_upper_case()),
    });
}

fn normalized(text: &str, form: &str) -> String {
    String::from(JsString::from(text).normalize(form))
}
