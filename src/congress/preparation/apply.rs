//! What a recorded change of the preparation adds to it. Total: a change whose object is gone does nothing.

use super::change::PreparationChange;
use super::drafts::{DocumentId, DocumentProgress};
use super::gate::Override;
use super::lesson::Lesson;
use super::opinion::Opinion;
use super::wording::{Worded, same_places};
use super::{MAX_NOTED, Preparation};
use crate::congress::congress::Congress;
use crate::congress::id::{LessonId, OpinionId, RecordId};
use crate::congress::moment::Moment;

impl Congress {
    pub(in crate::congress) fn apply_to_preparation(
        &mut self,
        record: &RecordId,
        at: Moment,
        change: &PreparationChange,
    ) {
        match change {
            PreparationChange::TasksAdded(_)
            | PreparationChange::TaskRemoved(_)
            | PreparationChange::TaskMoved { .. }
            | PreparationChange::TaskTitle { .. }
            | PreparationChange::TaskDue { .. }
            | PreparationChange::TasksMarked { .. }
            | PreparationChange::NotNeeded { .. } => {
                self.checklist.apply(record, at, self.details.date, change);
            }
            change => self.preparation.apply(record, at, change),
        }
    }
}

impl Preparation {
    fn apply(&mut self, record: &RecordId, at: Moment, change: &PreparationChange) {
        match change {
            PreparationChange::Document { .. }
            | PreparationChange::SectionWritten { .. }
            | PreparationChange::Reviewed { .. } => self.apply_to_document(change),
            PreparationChange::OpinionAdded(said) if self.opinions.len() < MAX_NOTED => {
                let id = OpinionId::made_by(record, 0);
                let said = said.clone();
                self.opinions.push(Opinion { id, said, accepted: None, reason: String::new() });
            }
            PreparationChange::OpinionAnswered { id, accepted, reason } => {
                if let Some(opinion) = self.opinions.iter_mut().find(|opinion| opinion.id == *id) {
                    opinion.accepted = *accepted;
                    opinion.reason.clone_from(reason);
                }
            }
            PreparationChange::OpinionRemoved(id) => self.opinions.retain(|opinion| opinion.id != *id),
            PreparationChange::SpeakerReady { id, ready } => {
                self.ready.retain(|of| of != id);
                if *ready {
                    self.ready.push(id.clone());
                }
            }
            PreparationChange::BallotsPrinted { office, printed } => {
                self.printed.retain(|(of, _)| of != office);
                self.printed.extend(printed.map(|printed| (*office, printed)));
            }
            PreparationChange::SpareBallots(spare) => self.spare = Some(*spare),
            PreparationChange::EndsBy(minute) => self.ends_by = Some(*minute),
            PreparationChange::RulesConfirmed(by) => {
                self.rules_confirmed = Some(by.clone()).filter(|by| !by.is_empty());
            }
            PreparationChange::GatePassed { gate, facts, by, reason } => self.overrides.push(Override {
                gate: *gate,
                facts: facts.clone(),
                by: by.clone(),
                reason: reason.clone(),
                at,
            }),
            PreparationChange::Committee { figure, value } => {
                self.committee.retain(|(of, _)| of != figure);
                self.committee.extend(value.map(|value| (*figure, value)));
                self.committee.sort_unstable_by_key(|(of, _)| *of);
            }
            change => self.apply_afterwards(record, change),
        }
    }

    fn apply_to_document(&mut self, change: &PreparationChange) {
        match change {
            PreparationChange::Document { id, state, on, reason } => {
                self.of_document(id, |document| document.come_to(*state, *on, reason));
            }
            PreparationChange::SectionWritten { document, section, written } => {
                self.of_document(document, |document| {
                    document.written.retain(|of| of != section);
                    document.written.extend(written.then(|| section.clone()));
                });
            }
            PreparationChange::Reviewed { document, question, holds } => {
                self.of_document(document, |document| {
                    document.reviewed.retain(|(of, _)| of != question);
                    document.reviewed.extend(holds.map(|holds| (question.clone(), holds)));
                });
            }
            _ => {}
        }
    }

    /// Changes what is known of a document; one that nothing was known of is begun.
    fn of_document(&mut self, id: &DocumentId, change: impl FnOnce(&mut DocumentProgress)) {
        if let Some(known) = self.documents.iter_mut().find(|document| document.id == *id) {
            change(known);
        } else {
            let mut new = DocumentProgress::new(id.clone());
            change(&mut new);
            self.documents.push(new);
        }
    }

    fn apply_afterwards(&mut self, record: &RecordId, change: &PreparationChange) {
        match change {
            PreparationChange::LessonAdded(new) if self.lessons.len() < MAX_NOTED => {
                let id = LessonId::made_by(record, 0);
                let text = new.text.clone();
                self.lessons.push(Lesson { id, area: new.area, well: new.well, text, brought: new.brought });
            }
            PreparationChange::LessonChanged { id, area, text } => {
                if let Some(lesson) = self.lessons.iter_mut().find(|lesson| lesson.id == *id) {
                    lesson.area = *area;
                    lesson.text.clone_from(text);
                }
            }
            PreparationChange::LessonRemoved(id) => self.lessons.retain(|lesson| lesson.id != *id),
            PreparationChange::Filed { part, filed } => {
                self.filed.retain(|of| of != part);
                if *filed {
                    self.filed.push(part.clone());
                }
            }
            PreparationChange::Slogan { place, text } => {
                self.slogans.retain(|(of, _)| of != place);
                if !text.is_empty() {
                    self.slogans.push((place.clone(), text.clone()));
                }
            }
            PreparationChange::Worded { paper, original, text } => {
                self.wordings.retain(|worded| worded.paper != *paper || worded.original != *original);
                let fits = same_places(original, text) && self.wordings.len() < MAX_NOTED;
                if !text.is_empty() && fits {
                    let (paper, original, text) = (paper.clone(), original.clone(), text.clone());
                    self.wordings.push(Worded { paper, original, text });
                }
            }
            _ => {}
        }
    }
}
