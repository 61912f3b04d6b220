//! What this device prefers; not part of any congress.

use crate::journal::key;
use crate::platform::{page, storage};
use crate::words::Language;
use serde::{Deserialize, Serialize};

/// Light or dark, where chosen by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The preferences of this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The language.
    pub language: Language,
    /// The theme; `None` follows the system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// Who sits at this device.
    pub desk: String,
    /// Whether single letters are shortcuts.
    pub shortcuts: bool,
    /// Whether the bell rings at the last minute and at the end, and a phone shakes.
    pub bell: bool,
    /// The chapters of the guide whose hint was shown on this device.
    pub hinted: Vec<String>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: None,
            desk: String::new(),
            shortcuts: true,
            bell: false,
            hinted: Vec::new(),
        }
    }
}

/// The preferences as kept, put on the page. What cannot be read counts as not chosen.
pub(super) fn load() -> Preferences {
    let preferences =
        storage::read(key::PREFERENCES).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    show(&preferences);
    preferences
}

/// Keeps the preferences and puts them on the page.
pub(super) fn save(preferences: &Preferences) {
    show(preferences);
    // A device that cannot keep them asks again next time.
    let _ = storage::write(key::PREFERENCES, preferences);
}

fn show(preferences: &Preferences) {
    page::set_root("lang", Some(preferences.language.tag()));
    page::set_root(
        "data-theme",
        preferences.theme.map(|theme| match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }),
    );
}
