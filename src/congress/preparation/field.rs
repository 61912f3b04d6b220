//! The fields that a change of the preparation writes.

use super::change::PreparationChange;
use crate::congress::checklist::TaskState;
use crate::congress::field::Written;

impl PreparationChange {
    /// The fields that this change writes; see [`crate::congress::Change::writes`].
    pub(in crate::congress) fn writes(&self) -> Vec<Written> {
        let written = match self {
            Self::TaskRemoved(id) => Written::gone("task", id),
            Self::TaskMoved { id, before } => Written::part("task", id, "place", before),
            Self::TaskTitle { id, title } => Written::part("task", id, "title", title),
            Self::TaskDue { id, due } => Written::part("task", id, "due", due),
            Self::TasksMarked { ids, state } => {
                return ids.iter().map(|id| Written::part("task", id, "state", state)).collect();
            }
            Self::NotNeeded { id, .. } => Written::part("task", id, "state", &TaskState::NotNeeded),
            Self::Document { id, state, .. } => Written::part("document", id, "state", state),
            Self::SectionWritten { document, section, written } => {
                Written::part("document", format_args!("{document}/{section}"), "written", written)
            }
            Self::Reviewed { document, question, holds } => {
                Written::part("document", format_args!("{document}/{question}"), "holds", holds)
            }
            Self::OpinionAnswered { id, accepted, .. } => Written::part("opinion", id, "answer", accepted),
            Self::OpinionRemoved(id) => Written::gone("opinion", id),
            Self::SpeakerReady { id, ready } => Written::part("speaker", id, "ready", ready),
            Self::BallotsPrinted { office, printed } => {
                Written::part("office", format_args!("{office:?}"), "printed", printed)
            }
            Self::SpareBallots(spare) => Written::part("details", "", "spare_ballots", spare),
            Self::EndsBy(minute) => Written::part("details", "", "ends_by", minute),
            Self::RulesConfirmed(by) => Written::part("details", "", "rules_confirmed", by),
            Self::LessonChanged { id, area, text } => Written::part("lesson", id, "text", &(area, text)),
            Self::LessonRemoved(id) => Written::gone("lesson", id),
            Self::Filed { part, filed } => Written::part("filed", part, "filed", filed),
            Self::Slogan { place, text } => Written::part("slogan", place, "text", text),
            Self::Worded { paper, original, text } => {
                Written::part("paper", format_args!("{paper}/{original}"), "text", text)
            }
            Self::Committee { figure, value } => {
                Written::part("committee", format_args!("{figure:?}"), "value", value)
            }
            Self::TasksAdded(_) | Self::OpinionAdded(_) | Self::GatePassed { .. } | Self::LessonAdded(_) => {
                return Vec::new();
            }
        };
        vec![written]
    }
}
