//! The decoration (trang trí khánh tiết): slogans, the title on the backdrop, and what stands where, seen from the floor.

use crate::congress::bilingual::Bilingual;
use crate::congress::confidence::Confidence;
use crate::congress::embedded;
use serde::Deserialize;
use std::sync::OnceLock;

const EMBEDDED: &str = include_str!("../../../data/decorations/party.json");

/// The decoration as data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decoration {
    /// Name and version, such as `party/1`.
    pub id: String,
    /// Where it comes from.
    pub source: Bilingual,
    /// How sure it is.
    pub confidence: Confidence,
    /// The slogans, each with its place; the congress words them as it likes.
    pub slogans: Vec<Slogan>,
    /// What stands on the stage.
    pub pieces: Vec<Piece>,
}

/// A slogan.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slogan {
    /// The id of its place, unique.
    pub id: String,
    /// The place.
    pub place: Bilingual,
    /// The proposed text.
    pub text: Bilingual,
}

/// Something on the stage.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// The id, unique.
    pub id: String,
    /// The row, from the back wall at 1 to the edge of the stage.
    pub row: u8,
    /// The column, from the left as seen from the floor, from 1.
    pub column: u8,
    /// What it is.
    pub name: Bilingual,
}

impl Decoration {
    /// The built-in decoration; `None` only if the file were damaged, which `tests/templates.rs` would show.
    pub fn party() -> Option<&'static Self> {
        static PARSED: OnceLock<Option<Decoration>> = OnceLock::new();
        PARSED.get_or_init(|| embedded::read(EMBEDDED).ok()).as_ref()
    }
}
