//! Opinions on the documents, collected by section before the congress.

use super::drafts::DocumentId;
use crate::congress::congress::Congress;
use crate::congress::id::OpinionId;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

/// An opinion as it is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewOpinion {
    /// On which document.
    pub document: DocumentId,
    /// On which section of its outline; empty where on the whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// Whose; empty where it is not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// What was said; not empty.
    pub text: String,
}

/// An opinion, and what was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The id.
    pub id: OpinionId,
    /// What was said.
    pub said: NewOpinion,
    /// Whether it was accepted; `None` while it is open.
    pub accepted: Option<bool>,
    /// Why, or how; never empty where it was declined.
    pub reason: String,
}

impl Congress {
    /// The members and probationary members of whom nobody has heard anything yet, neither an opinion before the congress
    /// nor a turn at it, and how many are on the roll.
    pub fn heard(&self) -> (Vec<String>, usize) {
        let said = self.preparation.opinions.iter().map(|opinion| opinion.said.by.as_str());
        let spoke = self.agenda.speakers.iter().filter(|speaker| speaker.turn.is_some());
        let heard: FxHashSet<&str> = said.chain(spoke.map(|speaker| speaker.name.as_str())).collect();
        let people = self.roll.people();
        let silent = people.iter().filter(|person| !heard.contains(person.name.as_str()));
        (silent.map(|person| person.name.clone()).collect(), people.len())
    }
}
