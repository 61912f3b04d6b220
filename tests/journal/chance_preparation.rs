//! Changes of the preparation, by chance.

use crate::chance::Dice;
use chrono::NaiveDate;
use so_tay_dai_hoi::congress::Congress;
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::checklist::template::OffsetUnit;
use so_tay_dai_hoi::congress::id::TaskId;
use so_tay_dai_hoi::congress::preparation::decoration::Decoration;
use so_tay_dai_hoi::congress::preparation::dossier::DossierLists;
use so_tay_dai_hoi::congress::preparation::drafts::DocumentTemplate;
use so_tay_dai_hoi::congress::preparation::lesson::{Area, NewLesson};
use so_tay_dai_hoi::congress::preparation::opinion::NewOpinion;
use so_tay_dai_hoi::congress::preparation::{DocumentState, Due, Gate, NewTask, PreparationChange};

impl Dice {
    fn some_task(&mut self, congress: &Congress) -> TaskId {
        let tasks = congress.checklist.tasks();
        // Those of its own stand last in their phase; the last phases are met more often.
        let at = if self.one_in(2) { self.below(tasks.len()) } else { tasks.len() - 1 - self.below(6) };
        tasks[at].id.clone()
    }

    fn day(&mut self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(738_000 + i32::try_from(self.below(400)).unwrap()).unwrap()
    }

    fn due(&mut self) -> Due {
        let unit = self.one_of(&[OffsetUnit::Calendar, OffsetUnit::Working]);
        let days = i32::try_from(self.below(120)).unwrap() - 90;
        if self.one_in(4) { Due::On(self.day()) } else { Due::Offset { days, unit } }
    }

    pub(crate) fn preparation(&mut self, congress: &Congress) -> PreparationChange {
        let id = self.some_task(congress);
        match self.below(12) {
            0 => {
                let phases = ["P5_hau_can", "P7_sau_dai_hoi"];
                let task = |dice: &mut Self| NewTask {
                    title: dice.text(),
                    phase: dice.one_of(&phases).to_owned(),
                    due: dice.due(),
                    owner: dice.text(),
                };
                PreparationChange::TasksAdded((0..2).map(|_| task(self)).collect())
            }
            1 => {
                let own = congress.checklist.tasks().iter().find(|task| task.template.is_none());
                PreparationChange::TaskRemoved(own.map_or(id, |task| task.id.clone()))
            }
            2 => {
                let before = Some(self.some_task(congress)).filter(|_| !self.one_in(3));
                PreparationChange::TaskMoved { id, before }
            }
            3 => PreparationChange::TaskTitle { id, title: self.text() },
            4 => PreparationChange::TaskDue { id, due: Some(self.due()).filter(|_| !self.one_in(4)) },
            5 => PreparationChange::TasksMarked {
                ids: vec![id, self.some_task(congress)],
                state: self.one_of(&TaskState::ALL),
            },
            6 => PreparationChange::NotNeeded { id, reason: self.text() },
            7 | 8 => self.document(congress),
            9 => self.opinion(congress),
            _ => self.beside(congress),
        }
    }

    fn document(&mut self, congress: &Congress) -> PreparationChange {
        let all: Vec<&DocumentTemplate> = DocumentTemplate::of(congress.details.kind).collect();
        let of = all[self.below(all.len())];
        let id = of.id.clone();
        match self.below(4) {
            0 if !of.outline.is_empty() => PreparationChange::SectionWritten {
                document: id,
                section: of.outline[self.below(of.outline.len())].id.clone(),
                written: !self.one_in(3),
            },
            1 if !of.review.is_empty() => PreparationChange::Reviewed {
                document: id,
                question: of.review[self.below(of.review.len())].id.clone(),
                holds: self.one_of(&[Some(true), Some(false), None]),
            },
            _ => PreparationChange::Document {
                id,
                state: self.one_of(&DocumentState::ALL),
                on: self.day(),
                reason: if self.one_in(3) { self.text() } else { String::new() },
            },
        }
    }

    fn opinion(&mut self, congress: &Congress) -> PreparationChange {
        let opinions: Vec<_> =
            congress.preparation.opinions.iter().map(|opinion| opinion.id.clone()).collect();
        if opinions.is_empty() || self.one_in(3) {
            let document = DocumentTemplate::of(congress.details.kind).next().unwrap();
            let section = document.outline[self.below(document.outline.len())].id.clone();
            let section = if self.one_in(3) { String::new() } else { section };
            let (by, text) = (self.text(), self.text());
            return PreparationChange::OpinionAdded(NewOpinion {
                document: document.id.clone(),
                section,
                by,
                text,
            });
        }
        let id = self.one_of(&opinions);
        if self.one_in(4) {
            return PreparationChange::OpinionRemoved(id);
        }
        let accepted = self.one_of(&[Some(true), Some(false), None]);
        PreparationChange::OpinionAnswered { id, accepted, reason: self.text() }
    }

    fn beside(&mut self, congress: &Congress) -> PreparationChange {
        let preparation = &congress.preparation;
        let lessons: Vec<_> = preparation.lessons.iter().map(|lesson| lesson.id.clone()).collect();
        let speakers: Vec<_> = congress.agenda.speakers.iter().map(|speaker| speaker.id.clone()).collect();
        let area = self.one_of(&Area::ALL);
        match self.below(13) {
            0 | 1 if !speakers.is_empty() => {
                PreparationChange::SpeakerReady { id: self.one_of(&speakers), ready: !self.one_in(3) }
            }
            2 => PreparationChange::BallotsPrinted {
                office: self.one_of(congress.offices()),
                printed: Some(40).filter(|_| !self.one_in(4)),
            },
            3 => PreparationChange::SpareBallots(u32::try_from(self.below(9)).unwrap()),
            4 => PreparationChange::EndsBy(u16::try_from(600 + self.below(600)).unwrap()),
            5 => PreparationChange::RulesConfirmed(if self.one_in(5) { String::new() } else { self.text() }),
            6 => self.word(congress, Gate::Report),
            7 | 11 if !lessons.is_empty() => {
                PreparationChange::LessonChanged { id: self.one_of(&lessons), area, text: self.text() }
            }
            11 if self.one_in(2) => PreparationChange::Worded {
                paper: "minutes".to_owned(),
                original: "Có mặt: {present}".to_owned(),
                text: if self.one_in(3) { String::new() } else { format!("{{present}} {}", self.text()) },
            },
            8 | 12 if !lessons.is_empty() => PreparationChange::LessonRemoved(self.one_of(&lessons)),
            9 => {
                let parts = &DossierLists::party().unwrap().parts;
                PreparationChange::Filed {
                    part: parts[self.below(parts.len())].id.clone(),
                    filed: !self.one_in(3),
                }
            }
            10 => {
                let slogans = &Decoration::party().unwrap().slogans;
                let place = slogans[self.below(slogans.len())].id.clone();
                PreparationChange::Slogan { place, text: self.text() }
            }
            _ => PreparationChange::LessonAdded(NewLesson {
                area,
                well: self.one_in(2),
                text: self.text(),
                brought: self.one_in(6),
            }),
        }
    }

    /// Somebody's word for whatever stands in the way of a gate.
    pub(crate) fn word(&mut self, congress: &Congress, gate: Gate) -> PreparationChange {
        let facts = congress.gate_facts(gate).to_vec();
        PreparationChange::GatePassed { gate, facts, by: self.text(), reason: self.text() }
    }
}
