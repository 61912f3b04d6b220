//! The fields that a change of the preparation writes.

use super::change::PreparationChange;
use crate::congress::checklist::TaskState;
use crate::congress::field::Written;

impl PreparationChange {
    /// The fields that this change writes; see [`crate::congress::Change::writes`].
    pub(in crate::congress) fn writes(&self) -> Vec<Written> {
        let written = match self {
            Self::TaskRemoved(id) => Written::gone("task", id),
            Self::TaskMoved { id, .. } => Written::part("task", id, "place"),
            Self::TaskTitle { id, .. } => Written::part("task", id, "title"),
            Self::TaskDue { id, .. } => Written::part("task", id, "due"),
            Self::TasksMarked { ids, state } => {
                return ids.iter().map(|id| Written::state(id, *state)).collect();
            }
            Self::NotNeeded { id, .. } => Written::state(id, TaskState::NotNeeded),
            Self::Document { id, .. } => Written::part("document", id, "state"),
            Self::SectionWritten { document, section, .. } => {
                Written::part("document", &format_args!("{document}/{section}"), "written")
            }
            Self::Reviewed { document, question, .. } => {
                Written::part("document", &format_args!("{document}/{question}"), "holds")
            }
            Self::OpinionAnswered { id, .. } => Written::part("opinion", id, "answer"),
            Self::OpinionRemoved(id) => Written::gone("opinion", id),
            Self::SpeakerReady { id, .. } => Written::part("speaker", id, "ready"),
            Self::BallotsPrinted { office, .. } => {
                Written::part("office", &format_args!("{office:?}"), "printed")
            }
            Self::SpareBallots(_) => Written::part("details", &"", "spare_ballots"),
            Self::EndsBy(_) => Written::part("details", &"", "ends_by"),
            Self::RulesConfirmed(_) => Written::part("details", &"", "rules_confirmed"),
            Self::LessonChanged { id, .. } => Written::part("lesson", id, "text"),
            Self::LessonRemoved(id) => Written::gone("lesson", id),
            Self::Filed { part, .. } => Written::part("filed", part, "filed"),
            Self::Slogan { place, .. } => Written::part("slogan", place, "text"),
            Self::Worded { paper, original, .. } => {
                Written::part("paper", &format_args!("{paper}/{original}"), "text")
            }
            Self::Committee { figure, .. } => {
                Written::part("committee", &format_args!("{figure:?}"), "value")
            }
            Self::TasksAdded(_) | Self::OpinionAdded(_) | Self::GatePassed { .. } | Self::LessonAdded(_) => {
                return Vec::new();
            }
        };
        vec![written]
    }
}
