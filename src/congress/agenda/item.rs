//! One agenda item and the time it took.

use super::template::{ItemKind, SessionPart, VoteForm};
use crate::congress::bilingual::Bilingual;
use crate::congress::id::{ItemId, RoundId};
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

impl Label {
    /// A text that nobody has written yet.
    pub fn empty() -> Self {
        Self::Typed(String::new())
    }
}

/// The sitting that an item belongs to, where a congress has more than one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Sitting {
    /// Phiên trù bị or phiên chính thức, which every language has a word for.
    Part(SessionPart),
    /// As somebody named it: "Phiên 1 (chiều)".
    Named(String),
}

/// One stretch of time in which an item, or a speaker, ran.
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
    /// A run that begins.
    pub(super) fn begin(at: Moment) -> Self {
        Self { begun: at, ended: None, pauses: Vec::new() }
    }

    /// Milliseconds that ran until `now`, pauses left out; never negative, even when the clock was set back.
    pub fn elapsed(&self, now: Moment) -> i64 {
        let end = self.ended.unwrap_or(now);
        let pause = |(from, to): &(Moment, Option<Moment>)| {
            let from = (*from).max(self.begun);
            to.unwrap_or(end).min(end).since(from).max(0)
        };
        let stood_still = self.pauses.iter().map(pause).fold(0, i64::saturating_add);
        end.since(self.begun).saturating_sub(stood_still).max(0)
    }

    /// Whether the clock stands still.
    pub fn is_paused(&self) -> bool {
        self.ended.is_none() && matches!(self.pauses.last(), Some((_, None)))
    }

    /// Since when the clock stands still.
    pub fn paused_since(&self) -> Option<Moment> {
        self.pauses.last().filter(|_| self.is_paused()).map(|(from, _)| *from)
    }

    pub(super) fn pause(&mut self, at: Moment) {
        if self.ended.is_none() && !self.is_paused() {
            self.pauses.push((at.max(self.begun), None));
        }
    }

    pub(super) fn resume(&mut self, at: Moment) {
        if let Some((from, to @ None)) = self.pauses.last_mut().filter(|_| self.ended.is_none()) {
            *to = Some(at.max(*from));
        }
    }

    /// Ends the run; a back-dated end cannot lie before the beginning.
    pub(super) fn end(&mut self, at: Moment) {
        if self.ended.is_none() {
            let end = at.max(self.begun);
            self.resume(end);
            self.ended = Some(end);
        }
    }

    /// Cuts off what ran after an instant, because something else ran by then.
    pub(super) fn cut(&mut self, at: Moment) {
        if self.ended.is_some_and(|ended| ended > at) {
            self.begun = self.begun.min(at);
            self.ended = Some(at);
        }
    }

    /// Moves the instants before `before` (or all of them) by milliseconds, because the clock of the machine was set.
    pub(super) fn shift(&mut self, by: i64, before: Option<Moment>) {
        let moved = |at: &mut Moment| {
            if before.is_none_or(|before| *at < before) {
                *at = at.plus(by);
            }
        };
        moved(&mut self.begun);
        self.ended.as_mut().into_iter().for_each(moved);
        for (from, to) in &mut self.pauses {
            moved(from);
            to.as_mut().into_iter().for_each(moved);
        }
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
    /// Minutes that the chair gave (or took) while it ran or when the congress was late.
    pub extra_minutes: i32,
    /// Minutes after the first midnight before which it does not begin: after lunch, or on the second day.
    pub not_before: Option<u16>,
    /// What sort of item it is.
    pub kind: ItemKind,
    /// Whether its time stays untouched when the congress runs late; `None` leaves it to the kind.
    pub firm: Option<bool>,
    /// How the congress votes on it, if it does.
    pub vote: VoteForm,
    /// The sitting it belongs to.
    pub sitting: Option<Sitting>,
    /// What the chair says (lời dẫn); may be empty.
    pub lead: Label,
    /// What has to be minuted; may be empty.
    pub minute: Label,
    /// The round of voting that it carries.
    pub round: Option<RoundId>,
    /// Whether the chair passed it over; beginning it after all takes that back.
    pub skipped: bool,
    /// Whether it was left for an item that had run before, so that it is to be gone on with.
    pub interrupted: bool,
    /// The instant to which its clock counts, instead of its minutes.
    pub until: Option<Moment>,
    /// When it ran, first to last.
    pub runs: Vec<Run>,
}

impl AgendaItem {
    /// The item as another agenda takes it; `text` gives a text as it is to stand there.
    pub fn as_planned(&self, text: &dyn Fn(&Label) -> String, script: Option<PlannedScript>) -> PlannedItem {
        PlannedItem {
            title: text(&self.title),
            presenter: text(&self.presenter),
            minutes: self.minutes,
            not_before: self.not_before,
            kind: self.kind,
            sitting: self.sitting.clone(),
            script,
        }
    }

    /// An item as a person plans it.
    pub(crate) fn planned(id: ItemId, item: PlannedItem) -> Self {
        let script = item.script.unwrap_or(PlannedScript {
            vote: VoteForm::None,
            firm: None,
            lead: String::new(),
            minute: String::new(),
        });
        Self {
            id,
            title: Label::Typed(item.title),
            presenter: Label::Typed(item.presenter),
            minutes: item.minutes,
            extra_minutes: 0,
            not_before: item.not_before,
            kind: item.kind,
            firm: script.firm,
            vote: script.vote,
            sitting: item.sitting,
            lead: Label::Typed(script.lead),
            minute: Label::Typed(script.minute),
            round: None,
            skipped: false,
            interrupted: false,
            until: None,
            runs: Vec::new(),
        }
    }

    /// The same item once more, as if it had not run.
    pub(crate) fn duplicate(&self, id: ItemId) -> Self {
        Self {
            id,
            extra_minutes: 0,
            not_before: None,
            round: None,
            skipped: false,
            interrupted: false,
            until: None,
            runs: Vec::new(),
            ..self.clone()
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

    /// Milliseconds that it may still run at `now`; negative in overtime.
    pub fn left(&self, now: Moment) -> i64 {
        match self.until {
            Some(until) => until.since(now),
            None => self.allotted().saturating_sub(self.elapsed(now)),
        }
    }

    /// Whether its time stays untouched when the congress runs late. Ceremonies, votes and elections do of themselves.
    pub fn is_firm(&self) -> bool {
        self.firm.unwrap_or(matches!(self.kind, ItemKind::Ceremony | ItemKind::OpenVote | ItemKind::Election))
    }

    /// Whether it has begun at some time.
    pub fn has_begun(&self) -> bool {
        !self.runs.is_empty()
    }

    /// When it first began.
    pub fn first_begun(&self) -> Option<Moment> {
        self.runs.first().map(|run| run.begun)
    }

    /// When it last ended; `None` while it runs or before it began.
    pub fn last_ended(&self) -> Option<Moment> {
        self.runs.last().and_then(|run| run.ended)
    }

    /// Whether the clock stands still.
    pub fn is_paused(&self) -> bool {
        self.runs.last().is_some_and(Run::is_paused)
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

impl From<NewItem> for PlannedItem {
    fn from(item: NewItem) -> Self {
        Self {
            title: item.title,
            presenter: String::new(),
            minutes: item.minutes,
            not_before: None,
            kind: ItemKind::Other,
            sitting: None,
            script: None,
        }
    }
}

/// An item of an agenda that a person brings along, as from a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedItem {
    /// What it is; cleaned, not empty.
    pub title: String,
    /// Who presents it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub presenter: String,
    /// Minutes planned, 0 to 600.
    pub minutes: u16,
    /// Minutes after the first midnight before which it does not begin; below [`MAX_START`](super::MAX_START).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<u16>,
    /// What sort of item it is.
    pub kind: ItemKind,
    /// The sitting it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<Sitting>,
    /// What comes with it from another congress; a table has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<PlannedScript>,
}

/// What belongs to a brought item beyond a row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedScript {
    /// How the congress votes on it.
    pub vote: VoteForm,
    /// Whether it keeps its time when the congress runs late; `None` leaves that to its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub firm: Option<bool>,
    /// What the chair says; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// What has to be minuted; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub minute: String,
}
