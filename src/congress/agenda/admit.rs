//! Whether a proposed change of the agenda may be recorded.

use super::change::AgendaChange;
use super::speaker::{MAX_TURN_MINUTES, Speaker};
use super::template::AgendaTemplate;
use super::{MAX_ITEM_MINUTES, MAX_ITEMS, MAX_PRESS_MINUTES, MAX_START, PlannedItem, Sitting};
use crate::congress::Congress;
use crate::congress::admit::{Refusal, filled};
use crate::congress::change::Change;
use crate::congress::id::{ItemId, SpeakerId};

impl Congress {
    pub(in crate::congress) fn admit_to_agenda(&self, change: &Change) -> Result<(), Refusal> {
        let agenda = &self.agenda;
        match change {
            Change::ItemAdded { item, .. } => {
                filled(&item.title)?;
                minutes(item.minutes)?;
                self.room_for(1)
            }
            Change::ItemTitle { id, title } => self.item(id).and_then(|()| filled(title)),
            Change::ItemPresenter { id, .. } | Change::ItemMoved { id, .. } => self.item(id),
            Change::ItemExtended { id, minutes } => {
                let item = agenda.item(id).ok_or(Refusal::Gone)?;
                press_minutes(*minutes)?;
                if *minutes < 0 && item.allotted() == 0 { Err(Refusal::NoChange) } else { Ok(()) }
            }
            Change::ItemMinutes { id, minutes: planned } => self.item(id).and_then(|()| minutes(*planned)),
            Change::ItemRemoved(id) => {
                let item = agenda.item(id).ok_or(Refusal::Gone)?;
                if item.has_begun() { Err(Refusal::ItemHasRun) } else { Ok(()) }
            }
            Change::ItemBegun { id, .. } => {
                self.item(id)?;
                if agenda.current.as_ref() == Some(id) { Err(Refusal::NoChange) } else { Ok(()) }
            }
            Change::BegunEarlier { id, .. } if agenda.current.as_ref() != Some(id) => {
                Err(Refusal::NothingRunning)
            }
            Change::Paused(_) | Change::Resumed(_) => {
                let item = agenda.current_item().ok_or(Refusal::NothingRunning)?;
                if item.is_paused() == matches!(change, Change::Paused(_)) {
                    Err(Refusal::NoChange)
                } else {
                    Ok(())
                }
            }
            Change::Closed(_) if !agenda.has_begun() => Err(Refusal::NothingRunning),
            Change::Closed(_) if agenda.closed.is_some() => Err(Refusal::NoChange),
            Change::Agenda(change) => self.admit_agenda_change(change),
            _ => Ok(()),
        }
    }

    fn admit_agenda_change(&self, change: &AgendaChange) -> Result<(), Refusal> {
        let agenda = &self.agenda;
        match change {
            AgendaChange::Laid(template) => {
                AgendaTemplate::by_id(template).ok_or(Refusal::Gone)?;
                if agenda.has_begun() { Err(Refusal::ItemHasRun) } else { Ok(()) }
            }
            AgendaChange::Brought { items, start } => {
                if items.is_empty() {
                    return Err(Refusal::EmptyText);
                }
                self.room_for(items.len())?;
                start.map_or(Ok(()), start_minute)?;
                items.iter().try_for_each(planned)
            }
            AgendaChange::Duplicated(id) => self.item(id).and_then(|()| self.room_for(1)),
            AgendaChange::Start(minute) => start_minute(*minute),
            AgendaChange::NotBefore { id, minute } => {
                self.item(id).and_then(|()| minute.map_or(Ok(()), start_minute))
            }
            AgendaChange::Sitting { id, sitting } => {
                self.item(id)?;
                match sitting {
                    Some(Sitting::Named(name)) => filled(name),
                    _ => Ok(()),
                }
            }
            AgendaChange::Carries { id, round } => {
                self.item(id)?;
                match round {
                    Some(round) => self.round(round).map(|_| ()).ok_or(Refusal::Gone),
                    None => Ok(()),
                }
            }
            AgendaChange::Kind { id, .. }
            | AgendaChange::Vote { id, .. }
            | AgendaChange::Firm { id, .. }
            | AgendaChange::Lead { id, .. }
            | AgendaChange::Minute { id, .. } => self.item(id),
            change => self.admit_clock(change),
        }
    }

    fn admit_clock(&self, change: &AgendaChange) -> Result<(), Refusal> {
        let agenda = &self.agenda;
        match change {
            AgendaChange::Skipped { id, skipped } => {
                let item = agenda.item(id).ok_or(Refusal::Gone)?;
                if agenda.current.as_ref() == Some(id) || item.skipped == *skipped {
                    Err(Refusal::NoChange)
                } else {
                    Ok(())
                }
            }
            AgendaChange::CountTo { id, .. } => {
                self.item(id)?;
                if agenda.current.as_ref() == Some(id) { Ok(()) } else { Err(Refusal::NothingRunning) }
            }
            AgendaChange::MadeUp { trims, paper_minutes } => {
                if trims.is_empty() {
                    return Err(Refusal::NoChange);
                }
                paper_minutes.map_or(Ok(()), turn_minutes)?;
                trims.iter().try_for_each(|trim| self.item(&trim.item).and_then(|()| minutes(trim.minutes)))
            }
            AgendaChange::Ended(_) => agenda.current.as_ref().map(|_| ()).ok_or(Refusal::NothingRunning),
            AgendaChange::ClockStep { by, .. } if *by == 0 => Err(Refusal::NoChange),
            AgendaChange::ClockStep { .. } | AgendaChange::Message(_) | AgendaChange::Dark(_) => Ok(()),
            AgendaChange::StepSettled { at, passed } => {
                let step = agenda.steps.iter().rfind(|step| step.at == *at && !step.settled);
                let step = step.ok_or(Refusal::Gone)?;
                // A clock that went back was set: no time can have passed by that.
                if *passed && step.by < 0 { Err(Refusal::NoChange) } else { Ok(()) }
            }
            change => self.admit_speaker(change),
        }
    }

    fn admit_speaker(&self, change: &AgendaChange) -> Result<(), Refusal> {
        let agenda = &self.agenda;
        match change {
            AgendaChange::SpeakerAdded(speaker) => {
                filled(&speaker.name)?;
                if agenda.speakers.len() >= MAX_ITEMS { Err(Refusal::TooLarge) } else { Ok(()) }
            }
            AgendaChange::SpeakerRemoved(id) => {
                if self.speaker(id)?.turn.is_some() {
                    Err(Refusal::ItemHasRun)
                } else {
                    Ok(())
                }
            }
            AgendaChange::SpeakerMoved { id, .. } | AgendaChange::Point { id, .. } => {
                self.speaker(id).map(|_| ())
            }
            AgendaChange::SpeakerBegun { id, .. } => {
                agenda.current_item().ok_or(Refusal::NothingRunning)?;
                if self.speaker(id)?.turn.is_some() { Err(Refusal::NoChange) } else { Ok(()) }
            }
            AgendaChange::SpeakerEnded(_) => {
                agenda.speaking.as_ref().map(|_| ()).ok_or(Refusal::NothingRunning)
            }
            AgendaChange::SpeakerYielded { id, yielded } => {
                let speaker = self.speaker(id)?;
                if speaker.turn.is_some() || speaker.yielded == *yielded {
                    Err(Refusal::NoChange)
                } else {
                    Ok(())
                }
            }
            AgendaChange::SpeakerExtended { id, minutes } => {
                press_minutes(*minutes)?;
                let allotted = self.speaker(id)?.allotted(&agenda.speaking_minutes);
                if *minutes < 0 && allotted == 0 { Err(Refusal::NoChange) } else { Ok(()) }
            }
            AgendaChange::SpeakingLimit { minutes, .. } => turn_minutes(*minutes),
            _ => Ok(()),
        }
    }

    fn room_for(&self, items: usize) -> Result<(), Refusal> {
        if self.agenda.items.len().saturating_add(items) > MAX_ITEMS {
            Err(Refusal::TooLarge)
        } else {
            Ok(())
        }
    }

    fn item(&self, id: &ItemId) -> Result<(), Refusal> {
        self.agenda.item(id).map(|_| ()).ok_or(Refusal::Gone)
    }

    fn speaker(&self, id: &SpeakerId) -> Result<&Speaker, Refusal> {
        self.agenda.speaker(id).ok_or(Refusal::Gone)
    }
}

fn planned(item: &PlannedItem) -> Result<(), Refusal> {
    filled(&item.title)?;
    minutes(item.minutes)?;
    item.not_before.map_or(Ok(()), start_minute)
}

fn minutes(minutes: u16) -> Result<(), Refusal> {
    if minutes > MAX_ITEM_MINUTES { Err(Refusal::TooManyMinutes) } else { Ok(()) }
}

fn press_minutes(minutes: i32) -> Result<(), Refusal> {
    if minutes.unsigned_abs() > MAX_PRESS_MINUTES { Err(Refusal::TooManyMinutes) } else { Ok(()) }
}

fn turn_minutes(minutes: u16) -> Result<(), Refusal> {
    if (1..=MAX_TURN_MINUTES).contains(&minutes) { Ok(()) } else { Err(Refusal::TooManyMinutes) }
}

fn start_minute(minute: u16) -> Result<(), Refusal> {
    if minute < MAX_START { Ok(()) } else { Err(Refusal::TooLarge) }
}
