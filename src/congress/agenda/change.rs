//! Everything that can be done to the agenda beyond its first form, as values.

use super::item::{PlannedItem, Sitting};
use super::speaker::{NewSpeaker, TurnKind};
use super::template::{ItemKind, VoteForm};
use crate::congress::change::{Change, Topic};
use crate::congress::hidden::Lines;
use crate::congress::id::{ItemId, RoundId, SpeakerId};
use crate::congress::moment::Moment;
use serde::{Deserialize, Serialize};

/// Minutes that an item gives so that the congress ends in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trim {
    /// Which item.
    pub item: ItemId,
    /// Minutes taken from it, 1 to 600.
    pub minutes: u16,
}

/// One recorded change of the agenda, of its clock, of the speakers, or of what the hall screen says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AgendaChange {
    /// The agenda was taken anew from a template, named by its id.
    Laid(String),
    /// Items were brought along, at the end or in the place of those that have not run.
    Brought {
        /// The items in order.
        items: Vec<PlannedItem>,
        /// When the first one begins, minutes after midnight; given where they take the place of the others.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<u16>,
    },
    /// An item was put in once more, behind itself.
    Duplicated(ItemId),
    /// The agenda begins at another time: minutes after midnight.
    Start(u16),
    /// An item begins no earlier than so many minutes after the first midnight, or whenever it is its turn.
    NotBefore {
        /// Which item.
        id: ItemId,
        /// Minutes; `None` frees it.
        minute: Option<u16>,
    },
    /// An item's kind was set.
    Kind {
        /// Which item.
        id: ItemId,
        /// The kind.
        kind: ItemKind,
    },
    /// How the congress votes on an item was set.
    Vote {
        /// Which item.
        id: ItemId,
        /// The form.
        vote: VoteForm,
    },
    /// An item's sitting was set.
    Sitting {
        /// Which item.
        id: ItemId,
        /// The sitting; `None` where there is but one.
        sitting: Option<Sitting>,
    },
    /// Whether an item keeps its time when the congress runs late.
    Firm {
        /// Which item.
        id: ItemId,
        /// True keeps it, false lets it give way.
        firm: bool,
    },
    /// What the chair says at an item.
    Lead {
        /// Which item.
        id: ItemId,
        /// The whole text.
        text: String,
    },
    /// What has to be minuted at an item.
    Minute {
        /// Which item.
        id: ItemId,
        /// The whole text.
        text: String,
    },
    /// Which round of voting an item carries.
    Carries {
        /// Which item.
        id: ItemId,
        /// The round; `None` where it carries none.
        round: Option<RoundId>,
    },
    /// An item was passed over, or is to come after all.
    Skipped {
        /// Which item.
        id: ItemId,
        /// Whether it is passed over.
        skipped: bool,
    },
    /// The running item ended and nothing followed at once: a recess, or the end of a day.
    Ended(Moment),
    /// The running item counts to an instant, or by its minutes again.
    CountTo {
        /// Which item.
        id: ItemId,
        /// The instant.
        until: Option<Moment>,
    },
    /// The chair accepted a way to make up for lost time.
    MadeUp {
        /// What each item gives.
        trims: Vec<Trim>,
        /// Minutes for a paper from now on, where papers are shortened.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paper_minutes: Option<u16>,
    },
    /// The wall clock of the machine jumped while the congress ran.
    ClockStep {
        /// The wall clock after the step.
        at: Moment,
        /// Milliseconds; negative when it was set back. Not 0.
        by: i64,
        /// Whether that time passed, as when the machine slept.
        passed: bool,
    },
    /// The chair said what a step of the clock was.
    StepSettled {
        /// The wall clock after the step.
        at: Moment,
        /// Whether that time passed.
        passed: bool,
    },
    /// Somebody asked for the floor.
    SpeakerAdded(NewSpeaker),
    /// Somebody left the queue.
    SpeakerRemoved(SpeakerId),
    /// Somebody was moved in the queue.
    SpeakerMoved {
        /// Who.
        id: SpeakerId,
        /// Who follows; `None` puts the speaker last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<SpeakerId>,
    },
    /// A turn began, which ended the one before it.
    SpeakerBegun {
        /// Who.
        id: SpeakerId,
        /// When.
        at: Moment,
    },
    /// The turn ended.
    SpeakerEnded(Moment),
    /// A turn was yielded, or is taken after all.
    SpeakerYielded {
        /// Who.
        id: SpeakerId,
        /// Whether it is yielded.
        yielded: bool,
    },
    /// The chair gave a speaker minutes, or took them.
    SpeakerExtended {
        /// Who.
        id: SpeakerId,
        /// Minutes, negative to take.
        minutes: i32,
    },
    /// The point that a speaker made.
    Point {
        /// Who.
        id: SpeakerId,
        /// The whole note.
        text: String,
    },
    /// The limit of a kind of turn was set.
    SpeakingLimit {
        /// Which kind.
        kind: TurnKind,
        /// Minutes, 1 to 120.
        minutes: u16,
    },
    /// What the hall screen tells the speaker; empty takes it away.
    Message(String),
    /// Whether the hall screen is dark.
    Dark(bool),
}

impl From<AgendaChange> for Change {
    fn from(change: AgendaChange) -> Self {
        Self::Agenda(change)
    }
}

impl AgendaChange {
    /// What this change touches.
    pub fn topics(&self) -> Vec<Topic> {
        match self {
            Self::SpeakerAdded(_)
            | Self::SpeakerRemoved(_)
            | Self::SpeakerMoved { .. }
            | Self::SpeakerYielded { .. }
            | Self::Point { .. } => vec![Topic::Speakers],
            Self::SpeakerBegun { .. }
            | Self::SpeakerEnded(_)
            | Self::Ended(_)
            | Self::SpeakerExtended { .. }
            | Self::SpeakingLimit { .. }
            | Self::MadeUp { .. }
            | Self::StepSettled { .. }
            | Self::ClockStep { .. }
            | Self::Laid(_) => vec![Topic::Agenda, Topic::Speakers],
            Self::Message(_) | Self::Dark(_) => vec![Topic::Hall],
            _ => vec![Topic::Agenda],
        }
    }

    /// Meets every text that people write.
    pub(in crate::congress) fn each_text(&mut self, meet: &mut dyn FnMut(Lines, &mut String)) {
        match self {
            Self::Brought { items, .. } => {
                for item in items {
                    meet(Lines::One, &mut item.title);
                    meet(Lines::One, &mut item.presenter);
                    if let Some(script) = &mut item.script {
                        meet(Lines::Many, &mut script.lead);
                        meet(Lines::Many, &mut script.minute);
                    }
                    if let Some(Sitting::Named(name)) = &mut item.sitting {
                        meet(Lines::One, name);
                    }
                }
            }
            Self::Sitting { sitting: Some(Sitting::Named(text)), .. } | Self::Message(text) => {
                meet(Lines::One, text);
            }
            Self::Lead { text, .. } | Self::Minute { text, .. } | Self::Point { text, .. } => {
                meet(Lines::Many, text);
            }
            Self::SpeakerAdded(speaker) => {
                meet(Lines::One, &mut speaker.name);
                meet(Lines::One, &mut speaker.subject);
            }
            _ => {}
        }
    }
}
