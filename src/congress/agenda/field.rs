//! The fields that a change of the agenda writes.

use super::change::AgendaChange;
use crate::congress::field::Written;

impl AgendaChange {
    /// The fields that this change writes; see [`crate::congress::Change::writes`].
    pub(in crate::congress) fn writes(&self) -> Vec<Written> {
        let written = match self {
            Self::Laid(_) | Self::Brought { start: Some(_), .. } => Written::part("agenda", &"", "items"),
            Self::Start(_) => Written::part("agenda", &"", "start"),
            Self::NotBefore { id, .. } => Written::part("item", id, "not_before"),
            Self::Kind { id, .. } => Written::part("item", id, "kind"),
            Self::Vote { id, .. } => Written::part("item", id, "vote"),
            Self::Sitting { id, .. } => Written::part("item", id, "sitting"),
            Self::Firm { id, .. } => Written::part("item", id, "firm"),
            Self::Lead { id, .. } => Written::part("item", id, "lead"),
            Self::Minute { id, .. } => Written::part("item", id, "minute"),
            Self::Carries { id, .. } => Written::part("item", id, "round"),
            Self::Skipped { id, .. } => Written::part("item", id, "skipped"),
            Self::Ended(_) => Written::part("agenda", &"", "clock"),
            Self::CountTo { id, .. } => Written::part("item", id, "until"),
            Self::StepSettled { at, .. } => Written::part("step", &at.0, "passed"),
            Self::SpeakerRemoved(id) => Written::gone("speaker", id),
            Self::SpeakerMoved { id, .. } => Written::part("speaker", id, "place"),
            Self::SpeakerBegun { .. } | Self::SpeakerEnded(_) => Written::part("floor", &"", "turn"),
            Self::SpeakerYielded { id, .. } => Written::part("speaker", id, "yielded"),
            Self::Point { id, .. } => Written::part("speaker", id, "point"),
            Self::SpeakingLimit { kind, .. } => Written::part("limit", &format_args!("{kind:?}"), "minutes"),
            Self::Message(_) => Written::part("hall", &"", "message"),
            Self::Dark(_) => Written::part("hall", &"", "dark"),
            Self::Brought { start: None, .. }
            | Self::Duplicated(_)
            | Self::MadeUp { .. }
            | Self::ClockStep { .. }
            | Self::SpeakerAdded(_)
            | Self::SpeakerExtended { .. } => return Vec::new(),
        };
        vec![written]
    }
}
