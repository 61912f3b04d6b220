//! The dossier for ratification (hồ sơ đề nghị chuẩn y) and the archive: parts that the app sees, and parts that people
//! tick.

use super::fact::{Fact, Witnessed};
use crate::congress::bilingual::Bilingual;
use crate::congress::confidence::Confidence;
use crate::congress::congress::Congress;
use crate::congress::embedded;
use serde::Deserialize;
use std::sync::OnceLock;

const EMBEDDED: &str = include_str!("../../../data/dossiers/party.json");

/// The lists as data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierLists {
    /// Name and version, such as `party/1`.
    pub id: String,
    /// Where they come from.
    pub source: Bilingual,
    /// How sure they are.
    pub confidence: Confidence,
    /// The parts, list by list.
    pub parts: Vec<DossierPart>,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierPart {
    /// The id, unique.
    pub id: String,
    /// The list.
    pub of: PartKind,
    /// What it is.
    pub title: Bilingual,
    /// The fact by which the app sees that it is there.
    #[serde(default)]
    pub fact: Option<Fact>,
}

/// Which list a part belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// What is sent for ratification.
    Ratification,
    /// What is kept.
    Archive,
}

impl PartKind {
    /// Both lists.
    pub const ALL: [Self; 2] = [Self::Ratification, Self::Archive];
}

impl DossierLists {
    /// The built-in lists; `None` only if the file were damaged, which `tests/templates.rs` would show.
    pub fn party() -> Option<&'static Self> {
        static PARSED: OnceLock<Option<DossierLists>> = OnceLock::new();
        PARSED.get_or_init(|| embedded::read(EMBEDDED).ok()).as_ref()
    }
}

impl DossierPart {
    /// The parts of a list, in order.
    pub fn of(kind: PartKind) -> impl Iterator<Item = &'static Self> {
        let all = DossierLists::party().map(|lists| lists.parts.as_slice()).unwrap_or_default();
        all.iter().filter(move |part| part.of == kind)
    }

    /// One part.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        DossierLists::party()?.parts.iter().find(|part| part.id == id)
    }
}

impl Congress {
    /// Whether a part is there: by its fact, or because somebody ticked it.
    pub fn has_part(&self, part: &DossierPart, witnessed: Witnessed) -> bool {
        match part.fact {
            Some(fact) => self.holds(fact, witnessed),
            None => self.preparation.is_filed(&part.id),
        }
    }
}
