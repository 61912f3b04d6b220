//! Everything that can be done to a congress, as values.
//!
//! A proposed change and a recorded one are the same type: `Congress::admit` says whether it may be recorded, and
//! `Congress::apply` adds it to the state. Both are plain functions, so a test can run them a million times.

use super::agenda::{AgendaChange, NewItem};
use super::checklist::TaskState;
use super::counting::DeskChange;
use super::day;
use super::election::sheet::{BallotCount, RoundOpening, VoteColumn};
use super::id::{ItemId, PassId, PersonId, RecordId, RoundId, TaskId};
use super::kind::CongressKind;
use super::moment::Moment;
use super::people::{Attendance, NewPerson, Standing};
use super::preparation::PreparationChange;
use super::role::Role;
use crate::congress::election::story::Decided;
use crate::congress::election::{RuleProfile, RulesId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a congress is founded on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Founding {
    /// The organisation, as written on papers.
    pub organisation: String,
    /// The kind of congress.
    pub kind: CongressKind,
    /// Full members (or delegates) expected, 3 to 100,000.
    pub members: u32,
    /// The congress day.
    #[serde(deserialize_with = "day::read")]
    pub date: NaiveDate,
    /// The superior's deadline for the whole round of congresses, if known.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "day::read_if_given")]
    pub deadline: Option<NaiveDate>,
    /// The checklist template; recorded, so that a later template does not change an old congress.
    pub checklist: String,
    /// The agenda template.
    pub agenda: String,
    /// The rule profile.
    pub rules: RulesId,
    /// Whether the congress is held to practise; left out where it is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rehearsal: bool,
    /// Which part of another congress these records are for; left out where they are the congress itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

/// One particular of the congress, each its own change, so that two devices conflict only where they differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Detail {
    /// The organisation, as written on papers.
    Organisation(String),
    /// The directly superior body; empty when not said.
    Superior(String),
    /// Which congress it is, as written: "V", "lần thứ V".
    Ordinal(String),
    /// The term, as written: "2022–2025".
    Term(String),
    /// The place, as written on papers.
    Place(String),
    /// The congress day.
    Date(#[serde(deserialize_with = "day::read")] NaiveDate),
    /// The superior's deadline.
    Deadline(#[serde(deserialize_with = "day::read_if_given")] Option<NaiveDate>),
    /// Full members expected.
    Members(u32),
    /// The rule profile.
    Rules(RulesId),
    /// A rule profile of the congress's own.
    OwnRules(Box<RuleProfile>),
    /// Head of the counting board.
    BoardHead(String),
    /// The other members of the counting board.
    BoardMembers(Vec<String>),
    /// Who signs for the presidium.
    Chair(String),
}

/// One recorded change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The congress came to be. First record of every congress; cannot be undone.
    Founded(Founding),
    /// A particular was set.
    Detail(Detail),
    /// A task moved to a state.
    Task {
        /// Which task.
        id: TaskId,
        /// Its state from now on.
        state: TaskState,
    },
    /// Somebody took (or was given) a task; empty gives it back to the role.
    TaskOwner {
        /// Which task.
        id: TaskId,
        /// The person's name.
        owner: String,
    },
    /// The note beside a task.
    TaskNote {
        /// Which task.
        id: TaskId,
        /// The whole note.
        note: String,
    },
    /// People came onto the roll.
    PeopleAdded(Vec<NewPerson>),
    /// A name was corrected.
    PersonRenamed {
        /// Who.
        id: PersonId,
        /// The corrected name.
        name: String,
    },
    /// A standing was corrected.
    PersonStanding {
        /// Who.
        id: PersonId,
        /// The standing from now on.
        standing: Standing,
    },
    /// Somebody left the roll.
    PersonRemoved(PersonId),
    /// Attendance was marked.
    Attendance {
        /// Who.
        id: PersonId,
        /// The mark from now on.
        mark: Attendance,
    },
    /// Everybody without a mark was marked present.
    EverybodyPresent,
    /// An agenda item was added at the end, or before another.
    ItemAdded {
        /// The item.
        item: NewItem,
        /// The item that it precedes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<ItemId>,
    },
    /// An item's title was rewritten.
    ItemTitle {
        /// Which item.
        id: ItemId,
        /// The title.
        title: String,
    },
    /// An item's presenter was rewritten.
    ItemPresenter {
        /// Which item.
        id: ItemId,
        /// The presenter; may be empty.
        presenter: String,
    },
    /// An item's planned minutes were set.
    ItemMinutes {
        /// Which item.
        id: ItemId,
        /// Minutes, 0 to 600.
        minutes: u16,
    },
    /// An item was taken out; one that ran stays, because it is part of the minutes.
    ItemRemoved(ItemId),
    /// An item was moved before another, or to the end.
    ItemMoved {
        /// Which item.
        id: ItemId,
        /// The item that it precedes now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<ItemId>,
    },
    /// An item began, which ended the one before it.
    ItemBegun {
        /// Which item.
        id: ItemId,
        /// When.
        at: Moment,
    },
    /// The running item began earlier than somebody pressed.
    BegunEarlier {
        /// Which item.
        id: ItemId,
        /// When it really began.
        at: Moment,
    },
    /// The clock was stopped.
    Paused(Moment),
    /// The clock went on.
    Resumed(Moment),
    /// The chair gave or took minutes.
    ItemExtended {
        /// Which item.
        id: ItemId,
        /// Minutes, negative to take.
        minutes: i32,
    },
    /// The congress was declared over.
    Closed(Moment),
    /// A round of voting was opened.
    RoundOpened(RoundOpening),
    /// A number of ballots was written down, or wiped.
    Ballots {
        /// Which round.
        round: RoundId,
        /// Which number.
        count: BallotCount,
        /// Ballots; `None` wipes.
        value: Option<u32>,
    },
    /// A candidate's votes were written down, or wiped.
    Votes {
        /// Which round.
        round: RoundId,
        /// The candidate's place on the ballot, from 0.
        row: u16,
        /// Which column.
        column: VoteColumn,
        /// Votes; `None` wipes.
        value: Option<u32>,
    },
    /// The result was sealed: the round's figures stand.
    RoundSealed {
        /// Which round.
        round: RoundId,
        /// When.
        at: Moment,
    },
    /// The box was cancelled and the vote is to be held again, by decision of the congress.
    RoundVoided {
        /// Which round.
        round: RoundId,
        /// When.
        at: Moment,
    },
    /// A round that was opened by mistake was taken away.
    RoundDropped(RoundId),
    /// Somebody said why a result may be announced in spite of a warning.
    ReasonGiven {
        /// Which round.
        round: RoundId,
        /// The warning's code, with its figures.
        warning: String,
        /// The reason.
        reason: String,
    },
    /// The congress decided something instead of a round.
    Decided(Decided),
    /// Something was done at the tally desk.
    Desk(DeskChange),
    /// The agenda, its clock, the speakers or what the hall screen says was changed.
    Agenda(AgendaChange),
    /// Something was prepared: tasks, documents, opinions, gates, lessons.
    Preparation(PreparationChange),
    /// An earlier record was undone; undoing this record brings that one back.
    Undone(RecordId),
}

/// A part of the congress that a change touches; whoever shows that part looks again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Organisation, date, rules and the like.
    Details,
    /// Sums over all tasks.
    Checklist,
    /// Which tasks there are, in which order, and when they are due.
    Tasks,
    /// One task.
    Task(TaskId),
    /// Documents, opinions, gates, lessons and whatever else is prepared beside the tasks.
    Preparation,
    /// The roll as a whole: who is on it, and the figures.
    Roll,
    /// One person.
    Person(PersonId),
    /// The programme and its clock.
    Agenda,
    /// Who speaks, and who waits to.
    Speakers,
    /// The list of rounds.
    Rounds,
    /// One round.
    Round(RoundId),
    /// What one counter enters.
    Pass(PassId),
    /// What is released to the hall.
    Hall,
}

impl Change {
    /// Whether the app noticed it by itself. Nobody who takes back what they did last means such a change.
    pub fn is_noticed(&self) -> bool {
        matches!(self, Self::Agenda(AgendaChange::ClockStep { .. }))
    }

    /// What this change touches; `None` when everything may have changed.
    pub fn topics(&self) -> Option<Vec<Topic>> {
        Some(match self {
            Self::Founded(_) | Self::Undone(_) | Self::EverybodyPresent => return None,
            Self::Detail(Detail::Date(_)) => {
                vec![Topic::Details, Topic::Tasks, Topic::Checklist, Topic::Agenda]
            }
            // The rules say what a round comes to, and what is lawful next.
            Self::Detail(Detail::Rules(_) | Detail::OwnRules(_)) => vec![Topic::Details, Topic::Rounds],
            Self::Detail(_) => vec![Topic::Details],
            Self::Task { id, .. } | Self::TaskOwner { id, .. } | Self::TaskNote { id, .. } => {
                vec![Topic::Checklist, Topic::Task(id.clone())]
            }
            Self::PeopleAdded(_) | Self::PersonRemoved(_) => vec![Topic::Roll],
            Self::PersonRenamed { id, .. }
            | Self::PersonStanding { id, .. }
            | Self::Attendance { id, .. } => {
                vec![Topic::Roll, Topic::Person(id.clone())]
            }
            Self::ItemAdded { .. }
            | Self::ItemTitle { .. }
            | Self::ItemPresenter { .. }
            | Self::ItemMinutes { .. }
            | Self::ItemRemoved(_)
            | Self::ItemMoved { .. }
            | Self::ItemBegun { .. }
            | Self::BegunEarlier { .. }
            | Self::Paused(_)
            | Self::Resumed(_)
            | Self::ItemExtended { .. }
            | Self::Closed(_) => vec![Topic::Agenda],
            // A round belongs to the item in which it was opened.
            Self::RoundOpened(_) => vec![Topic::Rounds, Topic::Agenda],
            Self::RoundDropped(_) | Self::Decided(_) => vec![Topic::Rounds],
            Self::Ballots { round, .. } | Self::Votes { round, .. } | Self::ReasonGiven { round, .. } => {
                vec![Topic::Round(round.clone())]
            }
            Self::RoundSealed { round, .. } | Self::RoundVoided { round, .. } => {
                vec![Topic::Rounds, Topic::Round(round.clone())]
            }
            Self::Desk(change) => change.topics(),
            Self::Agenda(change) => change.topics(),
            Self::Preparation(change) => change.topics(),
        })
    }
}
