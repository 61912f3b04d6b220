//! One task of the checklist, as this congress stands with it.

use super::template::{OffsetUnit, TaskTemplate};
use crate::congress::id::TaskId;
use crate::congress::moment::Moment;
use crate::congress::preparation::{Due, FactSet};
use chrono::NaiveDate;
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

/// A task: what the template says, what this congress changed in it, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The template's id, or one made by the record that added it.
    pub id: TaskId,
    /// The words of the template; `None` for a task of the congress's own.
    pub template: Option<&'static TaskTemplate>,
    /// The title, where the congress worded it; never empty for a task of its own.
    pub title: Option<String>,
    /// The place of its phase among those of the template, from 0.
    pub phase: usize,
    /// When it is due, where the congress said so; always for a task of its own.
    pub timing: Option<Due>,
    /// The last day; `None` when the calendar does not reach that far.
    pub due: Option<NaiveDate>,
    /// How far it is, as people said; what holds is [`Task::state`].
    pub marked: TaskState,
    /// When people said so; `None` where nobody has.
    pub marked_at: Option<Moment>,
    /// Who does it; empty while the template's role stands for it.
    pub owner: String,
    /// What somebody wrote beside it.
    pub note: String,
    /// Why it is not needed; mostly empty.
    pub reason: String,
}

impl Task {
    /// How far the task is. An item with a fact is done when the fact holds, and only then, unless it is not needed.
    pub fn state(&self, facts: FactSet) -> TaskState {
        match (self.template.and_then(|template| template.fact), self.marked) {
            (Some(_), TaskState::NotNeeded) => TaskState::NotNeeded,
            (Some(fact), _) if facts.has(fact) => TaskState::Done,
            (Some(_), TaskState::Done) => TaskState::Todo,
            (_, marked) => marked,
        }
    }

    /// From what its date is counted.
    pub fn counted(&self) -> Option<Due> {
        let proposed =
            |template: &TaskTemplate| Due::Offset { days: template.offset_days, unit: template.offset_unit };
        self.timing.clone().or_else(|| self.template.map(proposed))
    }

    /// Whether its date counts working days.
    pub fn counts_working_days(&self) -> bool {
        matches!(self.counted(), Some(Due::Offset { unit: OffsetUnit::Working, .. }))
    }
}
