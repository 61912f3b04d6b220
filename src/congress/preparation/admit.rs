//! Whether a proposed change of the preparation may be recorded.

use super::change::{Due, NewTask, PreparationChange};
use super::drafts::{DocumentId, DocumentState, DocumentTemplate};
use super::fact::Witnessed;
use super::opinion::NewOpinion;
use super::{Gate, MAX_NOTED};
use crate::congress::admit::{MAX_REASON, Refusal, filled};
use crate::congress::agenda::MAX_START;
use crate::congress::checklist::{MAX_TASKS, TaskState};
use crate::congress::congress::Congress;
use crate::congress::election::{MOST, Office};
use crate::congress::id::TaskId;
use crate::congress::preparation::decoration::Decoration;
use crate::congress::preparation::dossier::DossierPart;
use crate::congress::preparation::wording::same_places;

/// The most tasks that one change names: no file with a longer list is read.
pub const MAX_AT_ONCE: usize = 5_000;

/// The most days that a task may lie from the congress.
pub const MAX_OFFSET: u32 = 10_000;

impl Congress {
    pub(in crate::congress) fn admit_to_preparation(
        &self,
        change: &PreparationChange,
    ) -> Result<(), Refusal> {
        match change {
            PreparationChange::TasksAdded(tasks) => self.admit_tasks(tasks),
            PreparationChange::TaskRemoved(id) => {
                let task = self.checklist.task(id).ok_or(Refusal::Gone)?;
                if task.template.is_some() { Err(Refusal::NotYours) } else { Ok(()) }
            }
            PreparationChange::TaskMoved { id, .. } => self.known_task(id),
            PreparationChange::TaskTitle { id, title } => {
                let task = self.checklist.task(id).ok_or(Refusal::Gone)?;
                if task.template.is_some() { Ok(()) } else { filled(title) }
            }
            PreparationChange::TaskDue { id, due } => {
                let task = self.checklist.task(id).ok_or(Refusal::Gone)?;
                match due {
                    None if task.template.is_none() => Err(Refusal::EmptyText),
                    None => Ok(()),
                    Some(due) => reachable(due),
                }
            }
            PreparationChange::TasksMarked { ids, state } => {
                if ids.is_empty() {
                    return Err(Refusal::NoChange);
                }
                if ids.len() > MAX_AT_ONCE {
                    return Err(Refusal::TooLarge);
                }
                ids.iter().try_for_each(|id| self.admit_state(id, *state))
            }
            PreparationChange::NotNeeded { id, reason } => filled(reason).and_then(|()| self.known_task(id)),
            change => self.admit_to_papers(change),
        }
    }

    /// Whether a task may come to a state by hand. Items that tick themselves are done by their fact alone; a task with
    /// a gate is done behind it, one at a time; and what is not needed has a reason.
    pub(in crate::congress) fn admit_state(&self, id: &TaskId, state: TaskState) -> Result<(), Refusal> {
        let task = self.checklist.task(id).ok_or(Refusal::Gone)?;
        if state == TaskState::NotNeeded {
            return Err(Refusal::NoWhy);
        }
        let ticks_itself = task.template.is_some_and(|template| template.fact.is_some());
        if ticks_itself && state == TaskState::Done { Err(Refusal::TicksItself) } else { Ok(()) }
    }

    fn admit_tasks(&self, tasks: &[NewTask]) -> Result<(), Refusal> {
        if tasks.is_empty() {
            return Err(Refusal::EmptyText);
        }
        if tasks.len() > MAX_AT_ONCE || self.checklist.tasks().len() + tasks.len() > MAX_TASKS {
            return Err(Refusal::TooLarge);
        }
        tasks.iter().try_for_each(|task| {
            filled(&task.title)?;
            reachable(&task.due)?;
            self.checklist.phase_of(&task.phase).map(|_| ()).ok_or(Refusal::Gone)
        })
    }

    fn admit_to_papers(&self, change: &PreparationChange) -> Result<(), Refusal> {
        let preparation = &self.preparation;
        match change {
            PreparationChange::Document { id, state, reason, .. } => {
                let document = self.document(id)?;
                let early = document.is_scheme
                    && *state == DocumentState::Approved
                    && !self.documents_at(DocumentState::Approved);
                if early && reason.trim().is_empty() { Err(Refusal::DocumentsFirst) } else { Ok(()) }
            }
            PreparationChange::SectionWritten { document, section, .. } => self.section(document, section),
            PreparationChange::Reviewed { document, question, .. } => {
                let known = self.document(document)?.review.iter().any(|of| of.id == *question);
                if known { Ok(()) } else { Err(Refusal::Gone) }
            }
            PreparationChange::OpinionAdded(NewOpinion { document, section, text, .. }) => {
                filled(text)?;
                if preparation.opinions.len() >= MAX_NOTED {
                    return Err(Refusal::TooLarge);
                }
                if section.is_empty() {
                    self.document(document).map(|_| ())
                } else {
                    self.section(document, section)
                }
            }
            PreparationChange::OpinionAnswered { id, accepted, reason } => {
                known(preparation.opinions.iter().any(|opinion| opinion.id == *id))?;
                if *accepted == Some(false) { filled(reason) } else { Ok(()) }
            }
            PreparationChange::OpinionRemoved(id) => {
                known(preparation.opinions.iter().any(|opinion| opinion.id == *id))
            }
            PreparationChange::SpeakerReady { id, .. } => {
                known(self.agenda.speakers.iter().any(|speaker| speaker.id == *id))
            }
            PreparationChange::BallotsPrinted { office: Office::OpenVote, .. } => Err(Refusal::Gone),
            PreparationChange::BallotsPrinted { printed, .. }
                if printed.is_some_and(|printed| printed > MOST) =>
            {
                Err(Refusal::TooLarge)
            }
            PreparationChange::SpareBallots(spare) if *spare > MOST => Err(Refusal::TooLarge),
            PreparationChange::EndsBy(minute) if *minute >= MAX_START => Err(Refusal::TooLarge),
            PreparationChange::GatePassed { gate, by, reason, .. } => {
                filled(by)?;
                filled(reason)?;
                if reason.chars().count() > MAX_REASON { Err(Refusal::TooLong) } else { self.has_gate(*gate) }
            }
            change => self.admit_afterwards(change),
        }
    }

    fn admit_afterwards(&self, change: &PreparationChange) -> Result<(), Refusal> {
        let lessons = &self.preparation.lessons;
        match change {
            PreparationChange::LessonAdded(lesson) => {
                filled(&lesson.text)?;
                if lessons.len() >= MAX_NOTED { Err(Refusal::TooLarge) } else { Ok(()) }
            }
            PreparationChange::LessonChanged { id, text, .. } => {
                filled(text)?;
                known(lessons.iter().any(|lesson| lesson.id == *id))
            }
            PreparationChange::LessonRemoved(id) => known(lessons.iter().any(|lesson| lesson.id == *id)),
            PreparationChange::Filed { part, .. } => {
                let part = DossierPart::by_id(part).ok_or(Refusal::Gone)?;
                if part.fact.is_some() { Err(Refusal::TicksItself) } else { Ok(()) }
            }
            PreparationChange::Slogan { place, .. } => {
                let slogans = Decoration::party().map(|plan| plan.slogans.as_slice()).unwrap_or_default();
                known(slogans.iter().any(|slogan| slogan.id == *place))
            }
            PreparationChange::Committee { figure, value } => {
                let elected = u32::try_from(self.elected(Office::Committee).len()).unwrap_or(u32::MAX);
                let (least, most) = figure.bounds(if elected > 0 { elected } else { self.details.members });
                match value {
                    Some(value) if !(least..=most).contains(value) => Err(Refusal::OutOfRange(least, most)),
                    _ => Ok(()),
                }
            }
            PreparationChange::Worded { paper, original, text } => {
                filled(paper)?;
                filled(original)?;
                let known = self.preparation.wording(paper, original).is_some();
                if !known && self.preparation.wordings.len() >= MAX_NOTED {
                    return Err(Refusal::TooLarge);
                }
                if text.is_empty() || same_places(original, text) { Ok(()) } else { Err(Refusal::FigureLost) }
            }
            _ => Ok(()),
        }
    }

    /// Whether what a gate asks for holds, as far as the congress itself knows it.
    pub(in crate::congress) fn admit_through_gate(
        &self,
        change: &crate::congress::Change,
    ) -> Result<(), Refusal> {
        self.gate_refusal(change, Witnessed::ALL).map_or(Ok(()), Err)
    }

    /// Why a change does not come through its gate, with what the device knows.
    pub fn gate_refusal(&self, change: &crate::congress::Change, witnessed: Witnessed) -> Option<Refusal> {
        let (gate, office) = self.gate_of(change)?;
        let unmet = self.unmet(gate, office, witnessed).len();
        (unmet > 0).then(|| Refusal::GateClosed(gate, u32::try_from(unmet).unwrap_or(u32::MAX)))
    }

    fn has_gate(&self, gate: Gate) -> Result<(), Refusal> {
        known(!self.gate_facts(gate).is_empty())
    }

    fn known_task(&self, id: &TaskId) -> Result<(), Refusal> {
        self.checklist.task(id).map(|_| ()).ok_or(Refusal::Gone)
    }

    fn document(&self, id: &DocumentId) -> Result<&'static DocumentTemplate, Refusal> {
        DocumentTemplate::of(self.details.kind).find(|document| document.id == *id).ok_or(Refusal::Gone)
    }

    fn section(&self, document: &DocumentId, section: &str) -> Result<(), Refusal> {
        known(self.document(document)?.outline.iter().any(|of| of.id == section))
    }
}

fn known(known: bool) -> Result<(), Refusal> {
    if known { Ok(()) } else { Err(Refusal::Gone) }
}

fn reachable(due: &Due) -> Result<(), Refusal> {
    match due {
        Due::Offset { days, .. } if days.unsigned_abs() > MAX_OFFSET => Err(Refusal::TooLarge),
        _ => Ok(()),
    }
}
