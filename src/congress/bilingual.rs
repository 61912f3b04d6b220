//! A text of the data files, in both languages.

use serde::{Deserialize, Serialize};

/// A text in Vietnamese and English. Which one is shown is decided above the domain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    vi: String,
    en: String,
}

impl Bilingual {
    /// A text from its two forms.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// The Vietnamese text.
    pub fn vi(&self) -> &str {
        &self.vi
    }

    /// The English text.
    pub fn en(&self) -> &str {
        &self.en
    }

    /// Meets the text in each language.
    pub(crate) fn each_text(&mut self, meet: &mut dyn FnMut(&mut String)) {
        meet(&mut self.vi);
        meet(&mut self.en);
    }

    /// Whether there is something to show in each language.
    pub fn is_filled(&self) -> bool {
        !self.vi.trim().is_empty() && !self.en.trim().is_empty()
    }

    /// Whether there is nothing to show in either language.
    pub fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}
