//! One task of the checklist, as this congress stands with it.

use crate::congress::id::TaskId;
use serde::{Deserialize, Serialize};

/// How far a task is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// Not begun.
    #[default]
    Todo,
    /// Begun.
    Doing,
    /// Done here, waiting for somebody's approval.
    Waiting,
    /// Done.
    Done,
    /// Not needed at this congress.
    NotNeeded,
}

impl TaskState {
    /// Every state, in the order in which people choose.
    pub const ALL: [Self; 5] = [Self::Todo, Self::Doing, Self::Waiting, Self::Done, Self::NotNeeded];

    /// Whether nothing is left to do.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Done | Self::NotNeeded)
    }
}

/// What this congress recorded about a task; the words of the task stand in its template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The template's id.
    pub id: TaskId,
    /// How far it is.
    pub state: TaskState,
    /// Who does it; empty while the template's role stands for it.
    pub owner: String,
    /// What somebody wrote beside it.
    pub note: String,
}
