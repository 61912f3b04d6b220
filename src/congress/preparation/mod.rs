//! What is prepared beside the tasks: documents through their approval, opinions on them, ballots, lessons; and the
//! gates that a congress passes by facts, or by somebody's word.

mod admit;
mod apply;
mod change;
pub mod committee;
pub mod decoration;
pub mod dossier;
pub mod drafts;
pub mod fact;
mod field;
pub mod gate;
pub mod lesson;
pub mod opinion;
pub mod wording;

use crate::congress::election::Office;
use crate::congress::id::SpeakerId;
pub use admit::MAX_AT_ONCE;
pub use change::{Due, NewTask, PreparationChange};
use committee::CommitteeFigure;
use drafts::DocumentProgress;
pub use drafts::{DocumentId, DocumentState};
pub use fact::{Fact, FactSet, Voters, Witnessed};
pub use gate::Gate;
use gate::Override;
use lesson::Lesson;
use opinion::Opinion;
use wording::Worded;

/// The most opinions, and the most lessons, of one congress.
pub const MAX_NOTED: usize = 2_000;

/// What a congress has prepared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preparation {
    /// The documents that anything is known of.
    pub documents: Vec<DocumentProgress>,
    /// What members said of the documents before the congress, first to last.
    pub opinions: Vec<Opinion>,
    /// The speakers who are prepared.
    pub ready: Vec<SpeakerId>,
    /// Ballots printed for each office.
    pub printed: Vec<(Office, u32)>,
    /// Ballots to be printed beyond those present; `None` takes what the checklist proposes.
    pub spare: Option<u32>,
    /// When the congress has to be over: minutes after the first midnight; `None` takes what the checklist proposes.
    pub ends_by: Option<u16>,
    /// Who confirmed the rules that apply now.
    pub rules_confirmed: Option<String>,
    /// Gates passed by somebody's word, first to last.
    pub overrides: Vec<Override>,
    /// What was learnt, first to last.
    pub lessons: Vec<Lesson>,
    /// The parts of the dossier and of the archive that are there.
    pub filed: Vec<String>,
    /// Texts of the decoration that differ from those proposed: place, text.
    pub slogans: Vec<(String, String)>,
    /// The sentences of papers that this congress words for itself.
    pub wordings: Vec<Worded>,
    /// The figures of the new committee that somebody gave.
    pub committee: Vec<(CommitteeFigure, u32)>,
}

impl Preparation {
    /// Ballots printed for an office.
    pub fn printed_for(&self, office: Office) -> u32 {
        self.printed.iter().find(|(of, _)| *of == office).map_or(0, |(_, printed)| *printed)
    }

    /// How the congress words a sentence of a paper, where it has words of its own.
    pub fn wording(&self, paper: &str, original: &str) -> Option<&str> {
        let own = self.wordings.iter().find(|own| own.paper == paper && own.original == original);
        own.map(|own| own.text.as_str())
    }

    /// A figure of the new committee, where somebody gave it.
    pub fn committee_figure(&self, figure: CommitteeFigure) -> Option<u32> {
        self.committee.iter().find(|(of, _)| *of == figure).map(|(_, value)| *value)
    }

    /// Whether a part of the dossier or of the archive is there.
    pub fn is_filed(&self, part: &str) -> bool {
        self.filed.iter().any(|filed| filed == part)
    }
}
