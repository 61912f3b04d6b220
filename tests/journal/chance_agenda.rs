//! Changes of the agenda, its clock and the speakers, by chance.

use crate::chance::Dice;
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::template::{ItemKind, SessionPart, VoteForm};
use so_tay_dai_hoi::congress::agenda::{AgendaChange, PlannedItem, PlannedScript, Sitting, Trim, TurnKind};
use so_tay_dai_hoi::congress::id::{ItemId, SpeakerId};
use so_tay_dai_hoi::congress::{Congress, Moment};

const TEMPLATES: [&str; 3] = [
    "party/1:cell_with_committee_half_day",
    "party/1:cell_without_committee_half_day",
    "party/1:grassroots_one_day",
];

impl Dice {
    pub(crate) fn agenda(&mut self, congress: &Congress) -> AgendaChange {
        let agenda = &congress.agenda;
        let items: Vec<ItemId> = agenda.items.iter().map(|item| item.id.clone()).collect();
        let id = self.one_of(&items);
        let minutes = u16::try_from(self.below(40)).unwrap();
        let current = agenda.current.clone().unwrap_or_else(|| id.clone());
        let round = congress.rounds.last().map(|round| round.id.clone());
        match self.below(20) {
            0 => AgendaChange::Laid(self.one_of(&TEMPLATES).to_owned()),
            1 => {
                let items = (0..3).map(|_| self.planned()).collect();
                AgendaChange::Brought { items, start: Some(minutes * 20).filter(|_| self.one_in(6)) }
            }
            2 => AgendaChange::Duplicated(id),
            3 => AgendaChange::Start(minutes * 30),
            4 => AgendaChange::NotBefore { id, minute: Some(minutes * 30).filter(|_| !self.one_in(3)) },
            5 => AgendaChange::Kind { id, kind: self.item_kind() },
            6 => AgendaChange::Vote {
                id,
                vote: self.one_of(&[
                    VoteForm::None,
                    VoteForm::Hands,
                    VoteForm::HandsOptional,
                    VoteForm::Secret,
                ]),
            },
            7 => AgendaChange::Sitting { id, sitting: self.sitting() },
            8 => AgendaChange::Firm { id, firm: self.one_in(2) },
            9 => AgendaChange::Lead { id, text: self.text() },
            10 => AgendaChange::Minute { id, text: self.text() },
            11 => AgendaChange::Carries { id, round: round.filter(|_| !self.one_in(4)) },
            12 => AgendaChange::Skipped { id, skipped: !self.one_in(4) },
            13 => {
                let until = Some(self.moment()).filter(|_| !self.one_in(3));
                AgendaChange::CountTo { id: current, until }
            }
            14 => {
                let trims = vec![Trim { item: id, minutes: minutes / 4 }];
                AgendaChange::MadeUp { trims, paper_minutes: Some(5).filter(|_| self.one_in(2)) }
            }
            15 => {
                let by = i64::from(minutes) * 1_000 - 20_000;
                AgendaChange::ClockStep { at: self.moment(), by, passed: by > 0 && self.one_in(2) }
            }
            16 | 17 => {
                // Most steps are settled, whoever settles them.
                let at = agenda.steps.iter().rfind(|step| !step.settled).map_or(Moment(0), |step| step.at);
                AgendaChange::StepSettled { at, passed: self.one_in(2) }
            }
            18 if self.one_in(2) => AgendaChange::Ended(self.moment()),
            18 => AgendaChange::Message(self.text()),
            _ => AgendaChange::Dark(self.one_in(2)),
        }
    }

    fn planned(&mut self) -> PlannedItem {
        PlannedItem {
            title: self.text(),
            presenter: if self.one_in(2) { self.text() } else { String::new() },
            minutes: u16::try_from(self.below(40)).unwrap(),
            not_before: Some(900).filter(|_| self.one_in(4)),
            kind: self.item_kind(),
            sitting: self.sitting(),
            script: self.one_in(3).then(|| PlannedScript {
                vote: VoteForm::Hands,
                firm: self.one_of(&[None, Some(true), Some(false)]),
                lead: self.text(),
                minute: self.text(),
            }),
        }
    }

    fn item_kind(&mut self) -> ItemKind {
        self.one_of(&ItemKind::ALL)
    }

    fn sitting(&mut self) -> Option<Sitting> {
        match self.below(4) {
            0 => None,
            1 => Some(Sitting::Part(SessionPart::Preparatory)),
            2 => Some(Sitting::Part(SessionPart::Official)),
            _ => Some(Sitting::Named(self.text())),
        }
    }

    pub(crate) fn speaker(&mut self, congress: &Congress) -> AgendaChange {
        let speakers = &congress.agenda.speakers;
        let kind = self.one_of(&TurnKind::ALL);
        if speakers.is_empty() || self.one_in(5) {
            let subject = if self.one_in(2) { self.text() } else { String::new() };
            return AgendaChange::SpeakerAdded(NewSpeaker { name: self.text(), kind, subject });
        }
        let ids: Vec<SpeakerId> = speakers.iter().map(|speaker| speaker.id.clone()).collect();
        let (id, before) = (self.one_of(&ids), Some(self.one_of(&ids)).filter(|_| !self.one_in(3)));
        let minutes = u16::try_from(self.below(12)).unwrap();
        if congress.agenda.speaking.is_some() && self.one_in(3) {
            return AgendaChange::SpeakerEnded(self.moment());
        }
        match self.below(9) {
            0 if self.one_in(2) => AgendaChange::SpeakerRemoved(id),
            1 => AgendaChange::SpeakerMoved { id, before },
            2..=4 => AgendaChange::SpeakerBegun { id, at: self.moment() },
            5 => AgendaChange::SpeakerYielded { id, yielded: !self.one_in(3) },
            6 => AgendaChange::SpeakerExtended { id, minutes: i32::from(minutes) - 6 },
            7 => AgendaChange::Point { id, text: self.text() },
            _ => AgendaChange::SpeakingLimit { kind, minutes },
        }
    }
}
