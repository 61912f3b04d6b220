//! Keeping: opening a congress from storage, writing its records, following what another window writes.

use super::Session;
use crate::congress::id::{CongressId, RecordId};
use crate::congress::order;
use crate::congress::{Change, Founding, Moment, Refusal};
use crate::journal::{Logbook, Record, Rejected, key};
use crate::platform::broadcast::Nudge;
use crate::platform::{clock, lock, storage};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What is open in a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Nothing.
    Nothing,
    /// A congress.
    Congress(CongressId),
    /// The congress is not on this device.
    NotHere,
    /// Its records could not be read; they are left as they are.
    Unreadable(CongressId, Option<Rejected>),
}

/// What the save light shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is in the browser's storage; when it was last written, if in this session.
    Saved(Option<Moment>),
    /// The browser denies storage: everything is in memory only.
    Memory,
    /// The last write failed; the work is in memory and is tried again with the next change.
    Failed,
}

/// A congress on this device, for the start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The id.
    pub id: CongressId,
    /// The organisation; `None` when the records cannot be read.
    pub organisation: Option<String>,
    /// The congress day.
    pub date: Option<NaiveDate>,
    /// When it was last changed.
    pub changed: Moment,
}

impl Session {
    /// The congresses on this device, the latest changed first.
    pub fn congresses(&self) -> Vec<Summary> {
        self.everything.track();
        let mut ids: Vec<CongressId> =
            storage::keys(key::PREFIX).iter().filter_map(|key| key::congress_of(key)).collect();
        ids.dedup();
        let mut found: Vec<Summary> = ids.into_iter().map(summary).collect();
        order::by_key(&mut found, |summary| std::cmp::Reverse(summary.changed));
        found
    }

    /// Founds a congress with its first changes, and opens it. A first change that is refused is left out.
    pub fn found(&self, founding: Founding, first: Vec<Change>) -> CongressId {
        let author = self.author();
        let (mut logbook, record) = Logbook::found(&author, clock::now(), founding);
        let mut records = vec![record];
        for change in first {
            records.extend(logbook.commit(&author, clock::now(), change));
        }
        let id = logbook.id().clone();
        self.show(Some(logbook), Opened::Congress(id.clone()));
        self.pending.set_value(records);
        self.flush(&id);
        self.claim(true);
        id
    }

    /// Opens a congress from storage; `write` asks to be the one window that writes.
    pub fn open(&self, id: &CongressId, write: bool) {
        let already = matches!(self.opened.get_untracked(), Opened::Congress(open) if open == *id);
        if !already {
            match stored(id) {
                Ok(None) => self.show(None, Opened::NotHere),
                Ok(Some(logbook)) => self.show(Some(logbook), Opened::Congress(id.clone())),
                Err(rejected) => self.show(None, Opened::Unreadable(id.clone(), rejected)),
            }
        }
        self.claim(write);
    }

    /// Closes whatever is open.
    pub fn close(&self) {
        self.show(None, Opened::Nothing);
    }

    /// Removes the open congress from this device, and nothing else.
    pub fn wipe(&self) {
        let Opened::Congress(id) = self.opened.get_untracked() else { return };
        self.show(None, Opened::Nothing);
        // Windows that still show it close it at this mark; without the mark they would save it anew.
        let _ = storage::write(&key::wiped(&id), &clock::now());
        for key in key::prefixes(&id).iter().flat_map(|prefix| storage::keys(prefix)) {
            storage::remove(&key);
        }
        self.everything.update(|count| *count += 1);
    }

    /// The stored values of a congress, byte for byte, one line for each key: for a congress that cannot be read.
    pub fn raw(&self, id: &CongressId) -> String {
        let values = storage::keys(&key::records_prefix(id))
            .into_iter()
            .map(|key| format!("{key}\t{}\n", storage::read(&key).unwrap_or_default()));
        values.collect()
    }

    pub(super) fn commit(&self, change: Change) -> Result<(), Refusal> {
        let Opened::Congress(id) = self.opened.get_untracked() else { return Err(Refusal::Gone) };
        // What vanished or came since the last look comes first, or this record would stand in storage alone.
        self.catch_up(&id);
        let record = self.append(change.clone())?;
        let mut record = record;
        if storage::read(&key::record(&id, &record.id)).is_some() {
            // A window that this browser could not keep apart wrote first: take its work in, then add ours behind it.
            if let Ok(Some(logbook)) = stored(&id) {
                self.logbook.set_value(Some(logbook));
                record = self.append(change)?;
                self.everything.update(|count| *count += 1);
            }
        }
        self.pending.update_value(|pending| pending.push(record));
        self.flush(&id);
        Ok(())
    }

    fn append(&self, change: Change) -> Result<Record, Refusal> {
        let author = self.author();
        self.logbook
            .try_update_value(|logbook| match logbook {
                Some(logbook) => logbook.commit(&author, clock::now(), change),
                None => Err(Refusal::Gone),
            })
            .unwrap_or(Err(Refusal::Gone))
    }

    /// Writes what is not yet written, oldest first, so that a device's chain never has a gap in storage.
    pub(super) fn flush(&self, id: &CongressId) {
        let records = self.pending.get_value();
        let mut written = 0;
        for record in &records {
            if storage::write(&key::record(id, &record.id), record).is_err() {
                break;
            }
            written += 1;
        }
        self.pending.update_value(|pending| drop(pending.drain(..written)));
        if let Some(last) = records.get(written.wrapping_sub(1)) {
            let tip = last.id.to_string();
            // The tip is a hint for other windows; without it they look at the next one.
            let _ = storage::write(&key::tip(id), &tip);
            self.tip.set_value(storage::read(&key::tip(id)));
            self.nudge.with_value(|nudge| nudge.iter().for_each(Nudge::send));
        }
        self.saved.set(if !storage::is_kept() {
            SaveState::Memory
        } else if written < records.len() {
            SaveState::Failed
        } else {
            SaveState::Saved(Some(clock::now()))
        });
    }

    /// Looks at the clock, and at what another window may have written.
    pub(super) fn look(&self) {
        self.now.set(clock::now());
        if let Opened::Congress(id) = self.opened.get_untracked() {
            self.catch_up(&id);
        }
    }

    /// Takes in what another window has written since this one looked last; one read where there is nothing new.
    fn catch_up(&self, id: &CongressId) {
        let tip = storage::read(&key::tip(id));
        if tip == self.tip.get_value() {
            return;
        }
        if tip.is_none() {
            self.gone(id);
            return;
        }
        self.tip.set_value(tip);
        let prefix = key::records_prefix(id);
        for stored_key in storage::keys(&prefix) {
            if !self.knows(&stored_key, &prefix)
                && let Some(record) = storage::read(&stored_key).and_then(|text| Record::from_json(&text))
            {
                self.receive(record);
            }
        }
    }

    /// The stored congress has vanished: deleted on purpose in another window, or by a foreign page or a cleaner.
    /// What was not deleted on purpose is saved anew from this window.
    fn gone(&self, id: &CongressId) {
        if storage::read(&key::wiped(id)).is_some() {
            self.show(None, Opened::NotHere);
        } else if self.writer.get_untracked() {
            let all = self.logbook.with_value(|logbook| {
                logbook.as_ref().map(|logbook| logbook.records().cloned().collect()).unwrap_or_default()
            });
            self.pending.set_value(all);
            self.flush(id);
        }
    }

    fn knows(&self, stored_key: &str, prefix: &str) -> bool {
        let id = stored_key.strip_prefix(prefix).and_then(|rest| {
            let (device, seq) = rest.split_once('/')?;
            let device = serde_json::from_value(serde_json::Value::from(device)).ok()?;
            Some(RecordId { device, seq: seq.parse().ok()? })
        });
        id.is_none_or(|id| {
            self.logbook.with_value(|logbook| logbook.as_ref().is_some_and(|book| book.has(&id)))
        })
    }

    fn receive(&self, record: Record) {
        let topics = record.change.topics();
        let received =
            self.logbook.try_update_value(|logbook| logbook.as_mut().map(|logbook| logbook.receive(record)));
        match received.flatten() {
            Some(Ok(true)) => self.touched(topics),
            Some(Err(_)) => self.everything.update(|count| *count += 1),
            _ => {}
        }
    }

    pub(super) fn show(&self, logbook: Option<Logbook>, opened: Opened) {
        if let Opened::Congress(id) = &self.opened.get_untracked() {
            self.flush(id);
        }
        self.lock.set_value(None);
        self.writer.set(false);
        self.pending.set_value(Vec::new());
        self.topics.set_value(std::collections::HashMap::new());
        let id = logbook.as_ref().map(|logbook| logbook.id().clone());
        self.tip.set_value(id.as_ref().and_then(|id| storage::read(&key::tip(id))));
        let session = *self;
        self.nudge.set_value(id.map(|id| Nudge::listen(&key::tip(&id), move || session.look())));
        self.logbook.set_value(logbook);
        self.notice.set(None);
        self.opened.set(opened);
        self.everything.update(|count| *count += 1);
    }

    /// Asks to be the window that writes, or gives that up.
    fn claim(&self, write: bool) {
        let Opened::Congress(id) = self.opened.get_untracked() else { return };
        if !write {
            self.lock.set_value(None);
            self.writer.set(false);
            return;
        }
        if self.lock.with_value(Option::is_some) {
            return;
        }
        let session = *self;
        let granted = move || {
            session.look();
            session.writer.set(true);
        };
        self.lock.set_value(Some(lock::hold(&key::writer_lock(&id), granted)));
    }
}

/// The records of a congress in storage; an unreadable value is an error, never an absent one.
pub(super) fn stored(id: &CongressId) -> Result<Option<Logbook>, Option<Rejected>> {
    let keys = storage::keys(&key::records_prefix(id));
    if keys.is_empty() {
        return Ok(None);
    }
    let records = keys
        .iter()
        .map(|key| storage::read(key).and_then(|text| Record::from_json(&text)))
        .collect::<Option<Vec<_>>>()
        .ok_or(None)?;
    Logbook::open(records).map(Some).map_err(Some)
}

fn summary(id: CongressId) -> Summary {
    let logbook = stored(&id).ok().flatten();
    let last = logbook.as_ref().and_then(|logbook| logbook.records().next_back().map(|record| record.at));
    let details = logbook.as_ref().map(|logbook| &logbook.state().details);
    Summary {
        organisation: details.map(|details| details.organisation.clone()),
        date: details.map(|details| details.date),
        changed: last.unwrap_or_default(),
        id,
    }
}
