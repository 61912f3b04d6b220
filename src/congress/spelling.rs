//! Unicode spelling: the same letters, composed (NFC) or decomposed (NFD), small or capital.
//!
//! The tables weigh 60 kB compressed, and every browser has them; so there the forms are supplied at the start, and
//! only other programs carry the tables. Nothing else of the domain comes from outside.

use std::sync::OnceLock;

/// The forms, as the surroundings make them.
#[derive(Clone, Copy, Debug)]
pub struct Forms {
    /// Normalization form C.
    pub composed: fn(&str) -> String,
    /// Normalization form D.
    pub decomposed: fn(&str) -> String,
    /// In small letters.
    pub small: fn(&str) -> String,
    /// In capital letters.
    pub capital: fn(&str) -> String,
}

static SUPPLIED: OnceLock<Forms> = OnceLock::new();

/// Supplies the forms, once, before anything is read. Later calls change nothing.
pub fn supply(forms: Forms) {
    // A second supply brings the same forms.
    let _ = SUPPLIED.set(forms);
}

/// The text in normalization form C.
pub fn composed(text: &str) -> String {
    if is_composed_latin(text) { text.to_owned() } else { form(text, |forms| forms.composed) }
}

/// Whether all letters are of Latin blocks that hold no combining mark and nothing that composition changes: every
/// Vietnamese text as keyboards write it today. Seen without a table, and most texts are such.
fn is_composed_latin(text: &str) -> bool {
    text.chars().all(|letter| matches!(letter, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}'))
}

/// The text in normalization form D.
pub fn decomposed(text: &str) -> String {
    form(text, |forms| forms.decomposed)
}

/// The text in small letters.
pub fn small(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { form(text, |forms| forms.small) }
}

/// The text in capital letters.
pub fn capital(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { form(text, |forms| forms.capital) }
}

fn form(text: &str, pick: fn(&Forms) -> fn(&str) -> String) -> String {
    if text.is_ascii() { text.to_owned() } else { pick(SUPPLIED.get().unwrap_or(&OWN))(text) }
}

#[cfg(not(target_arch = "wasm32"))]
const OWN: Forms = {
    use unicode_normalization::UnicodeNormalization;
    Forms {
        composed: |text| text.nfc().collect(),
        decomposed: |text| text.nfd().collect(),
        small: str::to_lowercase,
        capital: str::to_uppercase,
    }
};

/// Without a supply a browser program keeps texts as they are; the app supplies before it reads anything.
#[cfg(target_arch = "wasm32")]
const OWN: Forms = Forms {
    composed: str::to_owned,
    decomposed: str::to_owned,
    small: str::to_owned,
    capital: str::to_owned,
};

#[cfg(test)]
mod tests {
    #[test]
    fn the_blocks_are_composed() {
        use unicode_normalization::{IsNormalized, is_nfc_quick};
        for letter in ('\0'..='\u{2ff}').chain('\u{1e00}'..='\u{1eff}') {
            assert!(super::is_composed_latin(&letter.to_string()));
            assert_eq!(is_nfc_quick([letter].into_iter()), IsNormalized::Yes, "{letter:?}");
        }
        assert!(!super::is_composed_latin("e\u{323}"));
    }
}
