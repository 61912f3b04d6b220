//! The fields that a change of the agenda writes.

use super::change::AgendaChange;
use crate::congress::field::Written;

impl AgendaChange {
    /// The fields that this change writes; see [`crate::congress::Change::writes`].
    pub(in crate::congress) fn writes(&self) -> Vec<Written> {
        let written = match self {
            Self::Laid(_) | Self::Brought { start: Some(_), .. } => {
                Written::part("agenda", "", "items", self)
            }
            Self::Start(minute) => Written::part("agenda", "", "start", minute),
            Self::NotBefore { id, minute } => Written::part("item", id, "not_before", minute),
            Self::Kind { id, kind } => Written::part("item", id, "kind", kind),
            Self::Vote { id, vote } => Written::part("item", id, "vote", vote),
            Self::Sitting { id, sitting } => Written::part("item", id, "sitting", sitting),
            Self::Firm { id, firm } => Written::part("item", id, "firm", firm),
            Self::Lead { id, text } => Written::part("item", id, "lead", text),
            Self::Minute { id, text } => Written::part("item", id, "minute", text),
            Self::Carries { id, round } => Written::part("item", id, "round", round),
            Self::Skipped { id, skipped } => Written::part("item", id, "skipped", skipped),
            Self::Ended(_) => Written::part("agenda", "", "clock", self),
            Self::CountTo { id, until } => Written::part("item", id, "until", until),
            Self::StepSettled { at, passed } => Written::part("step", at.0, "passed", passed),
            Self::SpeakerRemoved(id) => Written::gone("speaker", id),
            Self::SpeakerMoved { id, before } => Written::part("speaker", id, "place", before),
            Self::SpeakerBegun { .. } | Self::SpeakerEnded(_) => Written::part("floor", "", "turn", self),
            Self::SpeakerYielded { id, yielded } => Written::part("speaker", id, "yielded", yielded),
            Self::Point { id, text } => Written::part("speaker", id, "point", text),
            Self::SpeakingLimit { kind, minutes } => {
                Written::part("limit", format_args!("{kind:?}"), "minutes", minutes)
            }
            Self::Message(text) => Written::part("hall", "", "message", text),
            Self::Dark(dark) => Written::part("hall", "", "dark", dark),
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
