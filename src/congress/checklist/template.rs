//! The checklist as data: what has to be done, by whom, how many days from the congress, and how sure we are.
//!
//! Every version that was ever shipped stays embedded, because a congress names the version it began with.

use crate::congress::bilingual::Bilingual;
use crate::congress::confidence::Confidence;
use crate::congress::embedded;
use crate::congress::kind::CongressKind;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// The version that a new congress takes.
pub const DEFAULT_CHECKLIST: &str = "party/1";

/// The files that are built in; each names its own id.
const EMBEDDED: [&str; 1] = [include_str!("../../../data/checklists/party.json")];

/// A version of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistTemplate {
    /// Name and version, such as `party/1`.
    pub id: String,
    /// The phases in order.
    pub phases: Vec<PhaseTemplate>,
    /// The tasks in order, phase by phase.
    pub tasks: Vec<TaskTemplate>,
}

impl ChecklistTemplate {
    /// A built-in version; `None` when this build does not know it.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        static PARSED: OnceLock<Vec<ChecklistTemplate>> = OnceLock::new();
        // A file that does not parse is left out here and fails `tests/templates.rs`.
        PARSED
            .get_or_init(|| EMBEDDED.iter().filter_map(|text| embedded::read(text).ok()).collect())
            .iter()
            .find(|template| template.id == id)
    }

    /// The tasks that a kind of congress calls for, in order.
    pub fn tasks_for(&self, kind: CongressKind) -> impl Iterator<Item = &TaskTemplate> {
        self.tasks.iter().filter(move |task| task.applies_to.contains(&kind))
    }

    /// One task.
    pub fn task(&self, id: &str) -> Option<&TaskTemplate> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// One phase.
    pub fn phase(&self, id: &str) -> Option<&PhaseTemplate> {
        self.phases.iter().find(|phase| phase.id == id)
    }
}

/// A phase of the preparation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseTemplate {
    /// The id that tasks name.
    pub id: String,
    /// One or two words.
    pub title: Bilingual,
}

/// A task of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskTemplate {
    /// The id, unique in the checklist and kept in later versions.
    pub id: String,
    /// The id of its phase.
    pub phase: String,
    /// Days from the congress day: negative before it, positive after it.
    pub offset_days: i32,
    /// Which days are counted.
    pub offset_unit: OffsetUnit,
    /// What to do.
    pub title: Bilingual,
    /// Who usually does it.
    pub role: Bilingual,
    /// How one sees that it is done.
    pub done_when: Bilingual,
    /// What goes wrong with it.
    pub pitfall: Bilingual,
    /// The kinds of congress that call for it.
    pub applies_to: Vec<CongressKind>,
    /// Where it comes from.
    pub source: Bilingual,
    /// How sure the date is.
    pub offset_confidence: Confidence,
    /// How sure the task itself is.
    pub content_confidence: Confidence,
}

/// Which days an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffsetUnit {
    /// Every day.
    Calendar,
    /// Days without Saturdays, Sundays and holidays.
    Working,
}
