//! The documents of a congress: their outlines, their review, and how far each has come through its approval.

use super::Preparation;
use crate::congress::bilingual::Bilingual;
use crate::congress::confidence::Confidence;
use crate::congress::congress::Congress;
use crate::congress::embedded;
use crate::congress::kind::CongressKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

pub use crate::congress::id::DocumentId;

const EMBEDDED: &str = include_str!("../../../data/documents/party.json");

/// The documents as data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentSet {
    /// Name and version, such as `party/1`.
    pub id: String,
    /// Where the outlines and questions come from.
    pub source: Bilingual,
    /// How sure they are.
    pub confidence: Confidence,
    /// The documents, the personnel scheme last.
    pub documents: Vec<DocumentTemplate>,
}

/// A document as data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentTemplate {
    /// The id, unique.
    pub id: DocumentId,
    /// What it is called.
    pub title: Bilingual,
    /// The kinds of congress that have it.
    pub applies_to: Vec<CongressKind>,
    /// Whether it is the personnel scheme, which follows all others.
    #[serde(default)]
    pub is_scheme: bool,
    /// How long it is; may be empty.
    #[serde(default)]
    pub length: Bilingual,
    /// The sections that it has to have (kết cấu, bố cục); may be none.
    pub outline: Vec<Section>,
    /// What its writers ask themselves before they send it.
    pub review: Vec<Question>,
}

/// A section of an outline.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The id, unique in its document.
    pub id: String,
    /// Its head.
    pub title: Bilingual,
    /// What belongs into it.
    pub hint: Bilingual,
}

/// A question of a review.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The id, unique in its document.
    pub id: String,
    /// What should hold.
    pub text: Bilingual,
}

impl DocumentSet {
    /// The built-in documents; `None` only if the file were damaged, which `tests/templates.rs` would show.
    pub fn party() -> Option<&'static Self> {
        static PARSED: OnceLock<Option<DocumentSet>> = OnceLock::new();
        PARSED.get_or_init(|| embedded::read(EMBEDDED).ok()).as_ref()
    }
}

impl DocumentTemplate {
    /// The documents of a kind of congress, in order.
    pub fn of(kind: CongressKind) -> impl Iterator<Item = &'static Self> {
        let all = DocumentSet::party().map(|set| set.documents.as_slice()).unwrap_or_default();
        all.iter().filter(move |document| document.applies_to.contains(&kind))
    }
}

/// How far a document has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// It is being written.
    #[default]
    Drafting,
    /// The cell has discussed it.
    Discussed,
    /// It was sent to the superior.
    Sent,
    /// The superior's comments have come.
    Commented,
    /// It was corrected by them.
    Corrected,
    /// The superior has approved it.
    Approved,
}

impl DocumentState {
    /// Every state, in the order in which a document comes to them.
    pub const ALL: [Self; 6] =
        [Self::Drafting, Self::Discussed, Self::Sent, Self::Commented, Self::Corrected, Self::Approved];
}

/// What is known of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentProgress {
    /// Which document.
    pub id: DocumentId,
    /// How far it has come.
    pub state: DocumentState,
    /// When it came to each state, up to the present one, as far as somebody said.
    pub dates: Vec<(DocumentState, NaiveDate)>,
    /// Why it came to its state before the documents that it follows; mostly empty.
    pub reason: String,
    /// The sections that are written.
    pub written: Vec<String>,
    /// The answers to the review's questions: question, whether it holds.
    pub reviewed: Vec<(String, bool)>,
}

impl DocumentProgress {
    /// A document that nobody has begun.
    pub fn new(id: DocumentId) -> Self {
        Self {
            id,
            state: DocumentState::Drafting,
            dates: Vec::new(),
            reason: String::new(),
            written: Vec::new(),
            reviewed: Vec::new(),
        }
    }

    /// When it came to a state.
    pub fn since(&self, state: DocumentState) -> Option<NaiveDate> {
        self.dates.iter().find(|(of, _)| *of == state).map(|(_, on)| *on)
    }

    /// Whether anything was done on it: a step, a section, or an answer to the review.
    pub fn is_begun(&self) -> bool {
        self.state != DocumentState::Drafting
            || !(self.dates.is_empty() && self.written.is_empty() && self.reviewed.is_empty())
    }

    /// What somebody answered to a question.
    pub fn answer(&self, question: &str) -> Option<bool> {
        self.reviewed.iter().find(|(of, _)| of == question).map(|(_, holds)| *holds)
    }

    /// Whether a section is written.
    pub fn has_written(&self, section: &str) -> bool {
        self.written.iter().any(|written| written == section)
    }

    pub(super) fn come_to(&mut self, state: DocumentState, on: NaiveDate, reason: &str) {
        self.dates.retain(|(of, _)| *of < state);
        self.dates.push((state, on));
        self.state = state;
        reason.clone_into(&mut self.reason);
    }
}

impl Preparation {
    /// What is known of a document.
    pub fn document(&self, id: &DocumentId) -> Option<&DocumentProgress> {
        self.documents.iter().find(|document| document.id == *id)
    }

    /// How far a document has come.
    pub fn document_state(&self, id: &DocumentId) -> DocumentState {
        self.document(id).map(|document| document.state).unwrap_or_default()
    }
}

impl Congress {
    /// The document to see to next: the first that is not approved yet, the personnel scheme last.
    pub fn next_document(&self) -> Option<&'static DocumentTemplate> {
        let open =
            |of: &&DocumentTemplate| self.preparation.document_state(&of.id) != DocumentState::Approved;
        DocumentTemplate::of(self.details.kind).find(open)
    }

    /// Whether every document but the personnel scheme has come to a state at least.
    pub fn documents_at(&self, state: DocumentState) -> bool {
        self.documents_before(state).next().is_none()
    }

    /// The documents but the personnel scheme that have not come to a state yet.
    pub fn documents_before(&self, state: DocumentState) -> impl Iterator<Item = &'static DocumentTemplate> {
        DocumentTemplate::of(self.details.kind).filter(move |document| {
            !document.is_scheme && self.preparation.document_state(&document.id) < state
        })
    }

    /// Whether the personnel scheme is approved.
    pub fn scheme_approved(&self) -> bool {
        let mut scheme = DocumentTemplate::of(self.details.kind).filter(|document| document.is_scheme);
        scheme.all(|document| self.preparation.document_state(&document.id) == DocumentState::Approved)
    }
}
