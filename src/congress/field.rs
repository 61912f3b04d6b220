//! Fields: what a change writes over, and with what. Two devices that worked apart contradict each other where both wrote
//! the same field differently.

use super::change::{Change, Detail};
use serde::Serialize;
use std::fmt::Display;

/// A part of a thing of the congress. What takes the thing away writes every part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    thing: String,
    /// The part; none is the thing as a whole.
    part: Option<&'static str>,
}

/// A field with what a change wrote into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The field.
    pub field: Field,
    /// What was written, as JSON; equal where the same was written.
    pub value: String,
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
    /// A part of a thing, which `kind` and `id` name, with its value.
    pub(in crate::congress) fn part(
        kind: &str,
        id: impl Display,
        part: &'static str,
        value: &impl Serialize,
    ) -> Self {
        let field = Field { thing: format!("{kind}/{id}"), part: Some(part) };
        // Every value comes from a record, which is JSON.
        Self { field, value: serde_json::to_string(value).unwrap_or_default() }
    }

    /// A thing that was taken away.
    pub(in crate::congress) fn gone(kind: &str, id: impl Display) -> Self {
        Self { field: Field { thing: format!("{kind}/{id}"), part: None }, value: String::new() }
    }
}

impl Change {
    /// The fields that this change writes. What only adds, such as a person, a ballot or minutes given, writes none: both
    /// devices' work stands then.
    pub fn writes(&self) -> Vec<Written> {
        match self {
            Self::Detail(detail) => vec![detail.written()],
            Self::Task { id, state } => vec![Written::part("task", id, "state", state)],
            Self::TaskOwner { id, owner } => vec![Written::part("task", id, "owner", owner)],
            Self::TaskNote { id, note } => vec![Written::part("task", id, "note", note)],
            Self::PersonRenamed { id, name } => vec![Written::part("person", id, "name", name)],
            Self::PersonStanding { id, standing } => vec![Written::part("person", id, "standing", standing)],
            Self::PersonRemoved(id) => vec![Written::gone("person", id)],
            Self::Attendance { id, mark } => vec![Written::part("person", id, "attendance", mark)],
            Self::ItemTitle { id, title } => vec![Written::part("item", id, "title", title)],
            Self::ItemPresenter { id, presenter } => vec![Written::part("item", id, "presenter", presenter)],
            Self::ItemMinutes { id, minutes } => vec![Written::part("item", id, "minutes", minutes)],
            Self::ItemRemoved(id) => vec![Written::gone("item", id)],
            Self::ItemMoved { id, before } => vec![Written::part("item", id, "place", before)],
            Self::ItemBegun { .. }
            | Self::BegunEarlier { .. }
            | Self::Paused(_)
            | Self::Resumed(_)
            | Self::Closed(_) => vec![Written::part("agenda", "", "clock", self)],
            Self::Ballots { round, count, value } => {
                vec![Written::part("round", format_args!("{round}/{count:?}"), "ballots", value)]
            }
            Self::Votes { round, row, column, value } => {
                vec![Written::part("round", format_args!("{round}/{row}/{column:?}"), "votes", value)]
            }
            // When it was sealed or cancelled is no contradiction; that it was, may be.
            Self::RoundSealed { round, .. } => vec![Written::part("round", round, "seal", &"sealed")],
            Self::RoundVoided { round, .. } => vec![Written::part("round", round, "seal", &"cancelled")],
            Self::RoundDropped(round) => vec![Written::gone("round", round)],
            Self::ReasonGiven { round, warning, reason } => {
                vec![Written::part("round", format_args!("{round}/{warning}"), "reason", reason)]
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
        let text = |part, text: &String| Written::part("details", "", part, text);
        match self {
            Self::Organisation(name) => text("organisation", name),
            Self::Superior(name) => text("superior", name),
            Self::Ordinal(ordinal) => text("ordinal", ordinal),
            Self::Term(term) => text("term", term),
            Self::Place(place) => text("place", place),
            Self::Date(date) => Written::part("details", "", "date", date),
            Self::Deadline(date) => Written::part("details", "", "deadline", date),
            Self::Members(members) => Written::part("details", "", "members", members),
            Self::Rules(rules) => Written::part("details", "", "rules", rules),
            Self::OwnRules(rules) => Written::part("details", "", "rules", rules),
            Self::BoardHead(name) => text("board_head", name),
            Self::BoardMembers(names) => Written::part("details", "", "board_members", names),
            Self::Chair(name) => text("chair", name),
        }
    }
}
