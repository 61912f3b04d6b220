//! Gates: what has to hold before the congress opens, before ballots are issued, and before the report is sent.
//!
//! Which facts a gate asks for stands in the checklist's file. A rehearsal has no gates, nor has a congress whose
//! checklist names none.

use super::fact::Fact;
use super::{Preparation, PreparationChange};
use crate::congress::change::Change;
use crate::congress::checklist::TaskState;
use crate::congress::congress::Congress;
use crate::congress::election::Office;
use crate::congress::id::TaskId;
use crate::congress::moment::Moment;
use serde::{Deserialize, Serialize};

/// A gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// Before the first item begins.
    Opening,
    /// Before a round by secret ballot is opened.
    Ballots,
    /// Before the report on the congress counts as sent.
    Report,
}

impl Gate {
    /// Every gate, in the order in which a congress comes to them.
    pub const ALL: [Self; 3] = [Self::Opening, Self::Ballots, Self::Report];
}

/// Somebody's word by which the congress passed a gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Which gate.
    pub gate: Gate,
    /// The facts that did not hold.
    pub facts: Vec<Fact>,
    /// Who decided; never empty.
    pub by: String,
    /// Why; never empty.
    pub reason: String,
    /// When.
    pub at: Moment,
}

impl Preparation {
    /// Whether somebody let the congress pass a gate without a fact.
    pub fn is_passed(&self, gate: Gate, fact: Fact) -> bool {
        self.overrides.iter().any(|word| word.gate == gate && word.facts.contains(&fact))
    }
}

impl Congress {
    /// The facts that a gate asks for.
    pub fn gate_facts(&self, gate: Gate) -> &'static [Fact] {
        if self.details.rehearsal || self.role.is_some() {
            return &[];
        }
        self.checklist.source().map(|template| template.gate_facts(gate)).unwrap_or_default()
    }

    /// The gate that a change goes through, with the office that is about to be voted on.
    pub fn gate_of(&self, change: &Change) -> Option<(Gate, Option<Office>)> {
        match change {
            Change::ItemBegun { .. } if !self.agenda.has_begun() => Some((Gate::Opening, None)),
            Change::RoundOpened(opening) if opening.office != Office::OpenVote => {
                Some((Gate::Ballots, Some(opening.office)))
            }
            Change::Task { id, state: TaskState::Done } => Some((self.gate_before(id)?, None)),
            Change::Preparation(PreparationChange::TasksMarked { ids, state: TaskState::Done }) => {
                Some((ids.iter().find_map(|id| self.gate_before(id))?, None))
            }
            _ => None,
        }
    }

    fn gate_before(&self, task: &TaskId) -> Option<Gate> {
        self.checklist.task(task)?.template?.gate
    }
}
