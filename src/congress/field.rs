//! Fields: what a change writes over, and with what. Two devices that worked apart contradict each other where both wrote
//! the same field differently.

use super::change::{Change, Detail};
use super::checklist::TaskState;
use super::id::TaskId;
use std::fmt::Display;

/// A part of a thing of the congress. What takes the thing away writes every part of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    thing: String,
    /// The part; none is the thing as a whole.
    part: Option<&'static str>,
}

/// A field that a change wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The field.
    pub field: Field,
    /// What was written, where another change may write the same in other words, or says more than what counts. Otherwise the
    /// same was written where the changes are the same.
    pub value: Option<String>,
}

impl Field {
    /// Whether writing the one may contradict writing the other.
    pub fn meets(&self, other: &Self) -> bool {
        self == other || self.holds(other) || other.holds(self)
    }

    /// Whether it is a thing as a whole, and the other one is that thing or a part of it.
    fn holds(&self, other: &Self) -> bool {
        let rest = other.thing.strip_prefix(self.thing.as_str());
        self.is_whole() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether it is the thing as a whole: what wrote it took the thing away.
    pub fn is_whole(&self) -> bool {
        self.part.is_none()
    }
}

impl Written {
    /// A part of a thing, which `kind` and `id` name.
    pub(in crate::congress) fn part(kind: &str, id: &dyn Display, part: &'static str) -> Self {
        Self { field: Field { thing: format!("{kind}/{id}"), part: Some(part) }, value: None }
    }

    /// A thing that was taken away.
    pub(in crate::congress) fn gone(kind: &str, id: &dyn Display) -> Self {
        Self { field: Field { thing: format!("{kind}/{id}"), part: None }, value: Some(String::new()) }
    }

    /// The same, with what was written.
    pub(in crate::congress) fn says(self, value: &str) -> Self {
        Self { value: Some(value.to_owned()), ..self }
    }

    /// That a task came to a state.
    pub(in crate::congress) fn state(task: &TaskId, state: TaskState) -> Self {
        Self::part("task", task, "state").says(match state {
            TaskState::Todo => "todo",
            TaskState::Doing => "doing",
            TaskState::Waiting => "waiting",
            TaskState::Done => "done",
            TaskState::NotNeeded => "not_needed",
        })
    }
}

impl Change {
    /// The fields that this change writes. What only adds, such as a person, a ballot or minutes given, writes none: both
    /// devices' work stands then.
    pub fn writes(&self) -> Vec<Written> {
        match self {
            Self::Detail(detail) => vec![detail.written()],
            Self::Task { id, state } => vec![Written::state(id, *state)],
            Self::TaskOwner { id, .. } => vec![Written::part("task", id, "owner")],
            Self::TaskNote { id, .. } => vec![Written::part("task", id, "note")],
            Self::PersonRenamed { id, .. } => vec![Written::part("person", id, "name")],
            Self::PersonStanding { id, .. } => vec![Written::part("person", id, "standing")],
            Self::PersonRemoved(id) => vec![Written::gone("person", id)],
            Self::Attendance { id, .. } => vec![Written::part("person", id, "attendance")],
            Self::ItemTitle { id, .. } => vec![Written::part("item", id, "title")],
            Self::ItemPresenter { id, .. } => vec![Written::part("item", id, "presenter")],
            Self::ItemMinutes { id, .. } => vec![Written::part("item", id, "minutes")],
            Self::ItemRemoved(id) => vec![Written::gone("item", id)],
            Self::ItemMoved { id, .. } => vec![Written::part("item", id, "place")],
            Self::ItemBegun { .. }
            | Self::BegunEarlier { .. }
            | Self::Paused(_)
            | Self::Resumed(_)
            | Self::Closed(_) => vec![Written::part("agenda", &"", "clock")],
            Self::Ballots { round, count, .. } => {
                vec![Written::part("round", &format_args!("{round}/{count:?}"), "ballots")]
            }
            Self::Votes { round, row, column, .. } => {
                vec![Written::part("round", &format_args!("{round}/{row}/{column:?}"), "votes")]
            }
            // When it was sealed or cancelled is no contradiction; that it was, may be.
            Self::RoundSealed { round, .. } => vec![Written::part("round", round, "seal").says("sealed")],
            Self::RoundVoided { round, .. } => vec![Written::part("round", round, "seal").says("cancelled")],
            Self::RoundDropped(round) => vec![Written::gone("round", round)],
            Self::ReasonGiven { round, warning, .. } => {
                vec![Written::part("round", &format_args!("{round}/{warning}"), "reason")]
            }
            Self::Desk(change) => change.writes(),
            Self::Agenda(change) => change.writes(),
            Self::Preparation(change) => change.writes(),
            Self::Founded(_)
            | Self::PeopleAdded(_)
            | Self::EverybodyPresent
            | Self::ItemAdded { .. }
            | Self::ItemExtended { .. }
            | Self::RoundOpened(_)
            | Self::Decided(_)
            | Self::Undone(_) => Vec::new(),
        }
    }
}

impl Detail {
    fn written(&self) -> Written {
        let part = match self {
            Self::Organisation(_) => "organisation",
            Self::Superior(_) => "superior",
            Self::Ordinal(_) => "ordinal",
            Self::Term(_) => "term",
            Self::Place(_) => "place",
            Self::Date(_) => "date",
            Self::Deadline(_) => "deadline",
            Self::Members(_) => "members",
            Self::Rules(_) | Self::OwnRules(_) => "rules",
            Self::BoardHead(_) => "board_head",
            Self::BoardMembers(_) => "board_members",
            Self::Chair(_) => "chair",
        };
        Written::part("details", &"", part)
    }
}
