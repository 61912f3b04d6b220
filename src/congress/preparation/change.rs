//! Everything that can be done to the preparation, as values.

use super::committee::CommitteeFigure;
use super::drafts::{DocumentId, DocumentState};
use super::fact::Fact;
use super::gate::Gate;
use super::lesson::{Area, NewLesson};
use super::opinion::NewOpinion;
use crate::congress::change::{Change, Topic};
use crate::congress::checklist::TaskState;
use crate::congress::checklist::template::OffsetUnit;
use crate::congress::day;
use crate::congress::election::Office;
use crate::congress::hidden::Lines;
use crate::congress::id::{LessonId, OpinionId, SpeakerId, TaskId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// When a task is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Due {
    /// On a day that stays when the congress moves.
    On(#[serde(deserialize_with = "day::read")] NaiveDate),
    /// So many days from the congress day; moves with it.
    Offset {
        /// Days: negative before the congress, at most 10,000 either way.
        days: i32,
        /// Which days are counted.
        unit: OffsetUnit,
    },
}

/// A task of the congress's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewTask {
    /// What to do; cleaned, not empty.
    pub title: String,
    /// The id of its phase.
    pub phase: String,
    /// When it is due.
    pub due: Due,
    /// Who does it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
}

/// One recorded change of the preparation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PreparationChange {
    /// Tasks were added, each behind the last of its phase.
    TasksAdded(Vec<NewTask>),
    /// A task of the congress's own was taken away.
    TaskRemoved(TaskId),
    /// A task was moved before another of its phase, or behind the last one.
    TaskMoved {
        /// Which task.
        id: TaskId,
        /// The task that it precedes now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<TaskId>,
    },
    /// A task was worded anew; empty brings the checklist's words back.
    TaskTitle {
        /// Which task.
        id: TaskId,
        /// The title.
        title: String,
    },
    /// A task is due at another time; `None` brings the checklist's date back.
    TaskDue {
        /// Which task.
        id: TaskId,
        /// When.
        due: Option<Due>,
    },
    /// Several tasks moved to a state at once.
    TasksMarked {
        /// Which tasks.
        ids: Vec<TaskId>,
        /// Their state from now on.
        state: TaskState,
    },
    /// A task is not needed.
    NotNeeded {
        /// Which task.
        id: TaskId,
        /// Why.
        reason: String,
    },
    /// A document came to a state.
    Document {
        /// Which document.
        id: DocumentId,
        /// The state from now on.
        state: DocumentState,
        /// Since when.
        #[serde(deserialize_with = "day::read")]
        on: NaiveDate,
        /// Why it came to this state before the documents that it follows; empty otherwise.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A section of a document was written, or is to be written again.
    SectionWritten {
        /// Which document.
        document: DocumentId,
        /// The section of its outline.
        section: String,
        /// Whether it is written.
        written: bool,
    },
    /// A question of a document's review was answered; `None` takes the answer away.
    Reviewed {
        /// Which document.
        document: DocumentId,
        /// The question.
        question: String,
        /// Whether it holds.
        holds: Option<bool>,
    },
    /// Somebody said something of a document.
    OpinionAdded(NewOpinion),
    /// An opinion was accepted, or declined with a reason.
    OpinionAnswered {
        /// Which opinion.
        id: OpinionId,
        /// Whether it is accepted; `None` leaves it open again.
        accepted: Option<bool>,
        /// Why, or how; not empty where it is declined.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// An opinion was written down by mistake.
    OpinionRemoved(OpinionId),
    /// A speaker is prepared, or not yet.
    SpeakerReady {
        /// Who.
        id: SpeakerId,
        /// Whether prepared.
        ready: bool,
    },
    /// Ballots were printed for an office; `None` wipes.
    BallotsPrinted {
        /// The office.
        office: Office,
        /// Ballots.
        printed: Option<u32>,
    },
    /// Ballots to print beyond those present.
    SpareBallots(u32),
    /// The congress has to be over by then: minutes after the first midnight.
    EndsBy(u16),
    /// Somebody confirmed the rules that apply now; empty takes it back.
    RulesConfirmed(String),
    /// Somebody let the congress pass a gate though some facts do not hold.
    GatePassed {
        /// Which gate.
        gate: Gate,
        /// The facts that did not hold.
        facts: Vec<Fact>,
        /// Who decided.
        by: String,
        /// Why.
        reason: String,
    },
    /// Something was learnt.
    LessonAdded(NewLesson),
    /// A lesson was worded anew.
    LessonChanged {
        /// Which lesson.
        id: LessonId,
        /// Its area.
        area: Area,
        /// The whole text.
        text: String,
    },
    /// A lesson was taken away.
    LessonRemoved(LessonId),
    /// A part of the dossier or of the archive is there, or is missing.
    Filed {
        /// Which part.
        part: String,
        /// Whether it is there.
        filed: bool,
    },
    /// A text of the decoration; empty brings the proposed one back.
    Slogan {
        /// Which place.
        place: String,
        /// The text.
        text: String,
    },
    /// How the congress words a sentence of a paper; empty brings the form's own words back.
    Worded {
        /// Which paper, such as `counting_minutes`.
        paper: String,
        /// The sentence as the form has it, with its places in braces.
        original: String,
        /// The congress's own, with the same places.
        text: String,
    },
    /// A figure of the new committee; `None` wipes.
    Committee {
        /// Which figure.
        figure: CommitteeFigure,
        /// Its value.
        value: Option<u32>,
    },
}

impl From<PreparationChange> for Change {
    fn from(change: PreparationChange) -> Self {
        Self::Preparation(change)
    }
}

impl PreparationChange {
    /// What this change touches.
    pub fn topics(&self) -> Vec<Topic> {
        match self {
            Self::TasksAdded(_) | Self::TaskRemoved(_) | Self::TaskMoved { .. } => {
                vec![Topic::Tasks, Topic::Checklist]
            }
            Self::TaskTitle { id, .. } | Self::NotNeeded { id, .. } => {
                vec![Topic::Checklist, Topic::Task(id.clone())]
            }
            Self::TaskDue { id, .. } => vec![Topic::Tasks, Topic::Checklist, Topic::Task(id.clone())],
            Self::TasksMarked { ids, .. } => {
                ids.iter().cloned().map(Topic::Task).chain([Topic::Checklist]).collect()
            }
            Self::SpeakerReady { .. } => vec![Topic::Preparation, Topic::Speakers],
            Self::RulesConfirmed(_) => vec![Topic::Preparation, Topic::Details],
            _ => vec![Topic::Preparation],
        }
    }

    /// Meets every text that people write.
    pub(in crate::congress) fn each_text(&mut self, meet: &mut dyn FnMut(Lines, &mut String)) {
        match self {
            Self::TasksAdded(tasks) => {
                for task in tasks {
                    meet(Lines::One, &mut task.title);
                    meet(Lines::One, &mut task.owner);
                }
            }
            Self::TaskTitle { title: text, .. }
            | Self::RulesConfirmed(text)
            | Self::NotNeeded { reason: text, .. }
            | Self::Document { reason: text, .. }
            | Self::OpinionAnswered { reason: text, .. }
            | Self::Slogan { text, .. } => meet(Lines::One, text),
            Self::Worded { paper, original, text } => {
                meet(Lines::One, paper);
                meet(Lines::Many, original);
                meet(Lines::Many, text);
            }
            Self::OpinionAdded(opinion) => {
                meet(Lines::One, &mut opinion.by);
                meet(Lines::Many, &mut opinion.text);
            }
            Self::GatePassed { by, reason, .. } => {
                meet(Lines::One, by);
                meet(Lines::One, reason);
            }
            Self::LessonAdded(lesson) => meet(Lines::Many, &mut lesson.text),
            Self::LessonChanged { text, .. } => meet(Lines::Many, text),
            _ => {}
        }
    }
}
