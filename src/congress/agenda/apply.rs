//! Recorded changes of the agenda, added to the state. Total: a change whose object is gone does nothing.

use super::change::{AgendaChange, Trim};
use super::item::{AgendaItem, Label, PlannedItem, Run};
use super::speaker::Speaker;
use super::step::ClockStep;
use super::template::{AgendaTemplate, ItemKind};
use super::{Agenda, TurnKind};
use crate::congress::change::Change;
use crate::congress::election::Method;
use crate::congress::election::sheet::RoundOpening;
use crate::congress::id::{ItemId, RecordId, RoundId, SpeakerId};
use crate::congress::moment::{MINUTE_MS, Moment};

impl Agenda {
    pub(in crate::congress) fn apply(&mut self, record: &RecordId, change: &Change) {
        match change {
            Change::ItemAdded { item, before } => {
                let id = ItemId::made_by(record, 0);
                self.items.push(AgendaItem::planned(id.clone(), item.clone().into()));
                self.move_before(&id, before.as_ref());
            }
            Change::ItemTitle { id, title } => {
                self.change(id, |item| item.title = Label::Typed(title.clone()));
            }
            Change::ItemPresenter { id, presenter } => {
                self.change(id, |item| item.presenter = Label::Typed(presenter.clone()));
            }
            Change::ItemMinutes { id, minutes } => self.change(id, |item| item.minutes = *minutes),
            Change::ItemRemoved(id) => self.items.retain(|item| item.id != *id || item.has_begun()),
            Change::ItemMoved { id, before } => self.move_before(id, before.as_ref()),
            Change::ItemBegun { id, at } => self.begin(id, *at),
            Change::BegunEarlier { id, at } => self.begin_earlier(id, *at),
            Change::Paused(at) => self.each_running(|run| run.pause(*at)),
            Change::Resumed(at) => self.each_running(|run| run.resume(*at)),
            Change::ItemExtended { id, minutes } => self.change(id, |item| {
                item.extra_minutes = item.extra_minutes.saturating_add(*minutes);
                item.until = item.until.map(|until| until.plus(i64::from(*minutes) * MINUTE_MS));
            }),
            Change::Closed(at) => {
                self.end_current(*at);
                self.closed = Some(*at);
            }
            Change::Agenda(change) => self.apply_change(record, change),
            _ => {}
        }
    }

    fn apply_change(&mut self, record: &RecordId, change: &AgendaChange) {
        match change {
            AgendaChange::Laid(template) => self.lay(template),
            AgendaChange::Brought { items, start } => self.bring(record, items, *start),
            AgendaChange::Duplicated(id) => self.duplicate(id, ItemId::made_by(record, 0)),
            AgendaChange::Start(minute) => self.start_minute = *minute,
            AgendaChange::NotBefore { id, minute } => self.change(id, |item| item.not_before = *minute),
            AgendaChange::Kind { id, kind } => self.change(id, |item| item.kind = *kind),
            AgendaChange::Vote { id, vote } => self.change(id, |item| item.vote = *vote),
            AgendaChange::Sitting { id, sitting } => {
                self.change(id, |item| item.sitting.clone_from(sitting));
            }
            AgendaChange::Firm { id, firm } => self.change(id, |item| item.firm = Some(*firm)),
            AgendaChange::Lead { id, text } => {
                self.change(id, |item| item.lead = Label::Typed(text.clone()));
            }
            AgendaChange::Minute { id, text } => {
                self.change(id, |item| item.minute = Label::Typed(text.clone()));
            }
            AgendaChange::Carries { id, round } => self.change(id, |item| item.round.clone_from(round)),
            AgendaChange::Skipped { id, skipped } if self.current.as_ref() != Some(id) => {
                self.change(id, |item| item.skipped = *skipped);
            }
            AgendaChange::CountTo { id, until } if self.current.as_ref() == Some(id) => {
                self.change(id, |item| item.until = *until);
            }
            AgendaChange::Ended(at) => self.end_current(*at),
            AgendaChange::MadeUp { trims, paper_minutes } => {
                self.trim(trims);
                if let Some(minutes) = paper_minutes {
                    self.speaking_minutes.set(TurnKind::Paper, *minutes);
                }
            }
            AgendaChange::ClockStep { at, by, passed } => {
                if !passed {
                    self.each_run(|run| run.shift(*by, None));
                }
                let settled = !ClockStep::is_asked(*by);
                self.steps.push(ClockStep { at: *at, by: *by, passed: *passed, settled });
            }
            AgendaChange::StepSettled { at, passed } => self.settle_step(*at, *passed),
            AgendaChange::Message(text) => self.message.clone_from(text),
            AgendaChange::Dark(dark) => self.dark = *dark,
            change => self.apply_to_speakers(record, change),
        }
    }

    fn apply_to_speakers(&mut self, record: &RecordId, change: &AgendaChange) {
        match change {
            AgendaChange::SpeakerAdded(speaker) => {
                self.speakers.push(Speaker::waiting(SpeakerId::made_by(record, 0), speaker));
            }
            AgendaChange::SpeakerRemoved(id) => {
                self.speakers.retain(|speaker| speaker.id != *id || speaker.turn.is_some());
            }
            AgendaChange::SpeakerMoved { id, before } => {
                move_before(&mut self.speakers, |speaker| &speaker.id, id, before.as_ref());
            }
            AgendaChange::SpeakerBegun { id, at } => self.begin_turn(id, *at),
            AgendaChange::SpeakerEnded(at) => self.end_turn(*at),
            AgendaChange::SpeakerYielded { id, yielded } => {
                if let Some(speaker) = self.speaker_mut(id).filter(|speaker| speaker.turn.is_none()) {
                    speaker.yielded = *yielded;
                }
            }
            AgendaChange::SpeakerExtended { id, minutes } => {
                if let Some(speaker) = self.speaker_mut(id) {
                    speaker.extra_minutes = speaker.extra_minutes.saturating_add(*minutes);
                }
            }
            AgendaChange::Point { id, text } => {
                if let Some(speaker) = self.speaker_mut(id) {
                    speaker.point.clone_from(text);
                }
            }
            AgendaChange::SpeakingLimit { kind, minutes } => self.speaking_minutes.set(*kind, *minutes),
            _ => {}
        }
    }

    /// A round that is opened while an election or an open vote runs belongs to that item.
    pub(in crate::congress) fn carry(&mut self, round: &RoundId, opening: &RoundOpening) {
        let Some(id) = self.current.clone() else { return };
        let votes_openly = opening.method == Method::ShowOfHands;
        self.change(&id, |item| {
            let suits = match item.kind {
                ItemKind::Election => true,
                ItemKind::OpenVote | ItemKind::Discussion | ItemKind::Report => votes_openly,
                ItemKind::Ceremony | ItemKind::Break | ItemKind::Other => false,
            };
            if suits && item.round.is_none() {
                item.round = Some(round.clone());
            }
        });
    }

    pub(super) fn trim(&mut self, trims: &[Trim]) {
        for trim in trims {
            self.change(&trim.item, |item| {
                item.extra_minutes = item.extra_minutes.saturating_sub(i32::from(trim.minutes));
            });
        }
    }

    fn change(&mut self, id: &ItemId, change: impl FnOnce(&mut AgendaItem)) {
        if let Some(item) = self.item_mut(id) {
            change(item);
        }
    }

    fn lay(&mut self, template: &str) {
        if let Some(template) = AgendaTemplate::by_id(template).filter(|_| !self.has_begun()) {
            let fresh = Self::from_template(template);
            self.start_minute = fresh.start_minute;
            self.items = fresh.items;
            self.speaking_minutes = fresh.speaking_minutes;
        }
    }

    fn bring(&mut self, record: &RecordId, items: &[PlannedItem], start: Option<u16>) {
        if let Some(start) = start {
            self.items.retain(AgendaItem::has_begun);
            if !self.has_begun() {
                self.start_minute = start;
            }
        }
        let brought = items.iter().enumerate().map(|(index, item)| {
            let id = ItemId::made_by(record, index);
            AgendaItem::planned(id, item.clone())
        });
        self.items.extend(brought);
    }

    fn duplicate(&mut self, id: &ItemId, copy: ItemId) {
        if let Some(at) = self.items.iter().position(|item| item.id == *id)
            && let Some(item) = self.items.get(at)
        {
            let copy = item.duplicate(copy);
            self.items.insert(at + 1, copy);
        }
    }

    fn begin(&mut self, id: &ItemId, at: Moment) {
        let Some(target) = self.item(id) else { return };
        // Going back to what has run before leaves the present item unfinished.
        let goes_back = target.has_begun() && !target.interrupted;
        let left = self.current.clone().filter(|current| current != id);
        self.end_current(at);
        self.closed = None;
        self.message.clear();
        if let Some(left) = left.filter(|_| goes_back) {
            self.change(&left, |item| item.interrupted = true);
        }
        self.change(id, |item| {
            item.interrupted = false;
            item.skipped = false;
            item.runs.push(Run::begin(at));
        });
        self.current = Some(id.clone());
    }

    /// Moves the start of the running item back; whatever ran by then ends there.
    fn begin_earlier(&mut self, id: &ItemId, at: Moment) {
        if self.current.as_ref() != Some(id) {
            return;
        }
        let begun = self.item(id).and_then(|item| item.runs.last()).map(|run| run.begun);
        if begun.is_none_or(|begun| at >= begun) {
            return;
        }
        for run in self.items.iter_mut().flat_map(|item| item.runs.iter_mut()) {
            run.cut(at);
        }
        self.change(id, |item| {
            if let Some(run) = item.runs.last_mut() {
                run.begun = at;
            }
        });
    }

    fn end_current(&mut self, at: Moment) {
        self.end_turn(at);
        if let Some(id) = self.current.take() {
            self.change(&id, |item| item.runs.iter_mut().for_each(|run| run.end(at)));
        }
    }

    fn begin_turn(&mut self, id: &SpeakerId, at: Moment) {
        let item = self.current_item();
        let (Some(paused), item) = (item.map(AgendaItem::is_paused), self.current.clone()) else { return };
        if self.speaker(id).is_none_or(|speaker| speaker.turn.is_some()) {
            return;
        }
        self.end_turn(at);
        let limits = self.speaking_minutes;
        if let Some(speaker) = self.speaker_mut(id) {
            let mut turn = Run::begin(at);
            if paused {
                turn.pause(at);
            }
            speaker.turn = Some(turn);
            speaker.yielded = false;
            speaker.granted = Some(limits.of(speaker.kind));
            speaker.item = item;
            self.speaking = Some(id.clone());
        }
    }

    fn end_turn(&mut self, at: Moment) {
        let Some(id) = self.speaking.take() else { return };
        // What the hall told this speaker is not for the next one.
        self.message.clear();
        if let Some(turn) = self.speaker_mut(&id).and_then(|speaker| speaker.turn.as_mut()) {
            turn.end(at);
        }
    }

    fn settle_step(&mut self, at: Moment, passed: bool) {
        let step = self.steps.iter_mut().rfind(|step| step.at == at && !step.settled);
        let Some(step) = step.filter(|step| step.by > 0 || !passed) else { return };
        let (by, before) = (step.by, step.passed);
        step.settled = true;
        step.passed = passed;
        match (before, passed) {
            (true, false) => self.each_run(|run| run.shift(by, Some(at))),
            (false, true) => self.each_run(|run| run.shift(by.saturating_neg(), Some(at))),
            _ => {}
        }
    }

    /// Every run, of items and of speakers.
    fn each_run(&mut self, mut change: impl FnMut(&mut Run)) {
        self.items.iter_mut().flat_map(|item| &mut item.runs).for_each(&mut change);
        self.speakers.iter_mut().filter_map(|speaker| speaker.turn.as_mut()).for_each(&mut change);
    }

    /// The runs that are open: the item's and the speaker's.
    fn each_running(&mut self, mut change: impl FnMut(&mut Run)) {
        if let Some(run) = self.current.clone().and_then(|id| self.item_mut(&id)?.runs.last_mut()) {
            change(run);
        }
        if let Some(turn) = self.speaking.clone().and_then(|id| self.speaker_mut(&id)?.turn.as_mut()) {
            change(turn);
        }
    }

    fn move_before(&mut self, id: &ItemId, before: Option<&ItemId>) {
        move_before(&mut self.items, |item| &item.id, id, before);
    }
}

/// Moves a thing before another, or to the end.
fn move_before<T, Id: PartialEq>(
    things: &mut Vec<T>,
    id_of: impl Fn(&T) -> &Id,
    id: &Id,
    before: Option<&Id>,
) {
    if before == Some(id) {
        return;
    }
    let Some(from) = things.iter().position(|thing| id_of(thing) == id) else { return };
    let thing = things.remove(from);
    let to = before.and_then(|before| things.iter().position(|other| id_of(other) == before));
    things.insert(to.unwrap_or(things.len()), thing);
}
