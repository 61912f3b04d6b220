//! One agenda item and the time it took.

use super::template::{ItemKind, VoteForm};
use crate::congress::bilingual::Bilingual;
use crate::congress::id::ItemId;
use crate::congress::moment::{MINUTE_MS, Moment};
use serde::{Deserialize, Serialize};

/// A text of the agenda: from the template in both languages, or as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// From the template.
    Template(Bilingual),
    /// Typed by a person; the same in both languages.
    Typed(String),
}

/// One stretch of time in which an item ran.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// When it began.
    pub begun: Moment,
    /// When it ended; `None` while it runs.
    pub ended: Option<Moment>,
    /// The pauses within it: from, to; the last is open while the clock stands still.
    pub pauses: Vec<(Moment, Option<Moment>)>,
}

impl Run {
    /// Milliseconds that ran until `now`, pauses left out; never negative, even when the clock was set back.
    pub fn elapsed(&self, now: Moment) -> i64 {
        let end = self.ended.unwrap_or(now);
        let pauses = self.pauses.iter().map(|(from, to)| to.unwrap_or(end).min(end).since(*from).max(0));
        let stood_still = pauses.fold(0, i64::saturating_add);
        end.since(self.begun).saturating_sub(stood_still).max(0)
    }

    /// Whether the clock stands still.
    pub fn is_paused(&self) -> bool {
        self.ended.is_none() && matches!(self.pauses.last(), Some((_, None)))
    }
}

/// One agenda item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// The id.
    pub id: ItemId,
    /// What it is.
    pub title: Label,
    /// Who presents it; may be empty.
    pub presenter: Label,
    /// Minutes planned, 0 to 600.
    pub minutes: u16,
    /// Minutes that the chair gave (or took) while it ran.
    pub extra_minutes: i32,
    /// Minutes after midnight before which it does not begin: set after a gap in the plan, as after lunch.
    pub not_before: Option<u16>,
    /// What sort of item it is.
    pub kind: ItemKind,
    /// How the congress votes on it, if it does.
    pub vote: VoteForm,
    /// When it ran, first to last.
    pub runs: Vec<Run>,
}

impl AgendaItem {
    /// An item as a person adds it.
    pub(crate) fn added(id: ItemId, item: &NewItem) -> Self {
        Self {
            id,
            title: Label::Typed(item.title.clone()),
            presenter: Label::Typed(String::new()),
            minutes: item.minutes,
            extra_minutes: 0,
            not_before: None,
            kind: ItemKind::Other,
            vote: VoteForm::None,
            runs: Vec::new(),
        }
    }

    /// Milliseconds granted: the plan and what the chair added or took; never negative.
    pub fn allotted(&self) -> i64 {
        ((i64::from(self.minutes) + i64::from(self.extra_minutes)) * MINUTE_MS).max(0)
    }

    /// Milliseconds used until `now`.
    pub fn elapsed(&self, now: Moment) -> i64 {
        self.runs.iter().map(|run| run.elapsed(now)).fold(0, i64::saturating_add)
    }

    /// Whether it has begun at some time.
    pub fn has_begun(&self) -> bool {
        !self.runs.is_empty()
    }

    /// When it first began.
    pub fn first_begun(&self) -> Option<Moment> {
        self.runs.first().map(|run| run.begun)
    }
}

/// An item that a person adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewItem {
    /// What it is; cleaned, not empty.
    pub title: String,
    /// Minutes planned, 0 to 600.
    pub minutes: u16,
}
