//! Keeping: founding a congress, opening one from both copies, deleting one.

use super::copies::Entry;
use super::follow::FIRST_LOOK_MS;
use super::mend::Repair;
use super::{Opened, Session};
use crate::congress::id::CongressId;
use crate::congress::{Change, Founding, Refusal};
use crate::journal::recovery::{CopyOf, Lost, Recovered, Recovery, Stored, recover};
use crate::journal::{Logbook, key};
use crate::platform::broadcast::{Look, Nudge};
use crate::platform::database::{self, Batch};
use crate::platform::lock::Ended;
use crate::platform::storage::{self, Watched};
use crate::platform::{clock, lock};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What opening a congress could not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The devices whose later records are missing; empty where the other copy had everything.
    pub lost: Vec<Lost>,
    /// The values that could not be used, byte for byte.
    pub left_out: Vec<Stored>,
}

impl Loss {
    /// The values as a text: the key, a tab and the value, one a line, those of the database behind a line of their
    /// own.
    pub fn raw(&self) -> String {
        raw_text(&self.left_out)
    }
}

impl Session {
    /// Founds a congress with its first changes, and opens it. A first change that is refused is left out.
    pub fn found(&self, founding: Founding, first: Vec<Change>) -> CongressId {
        let author = self.author();
        let (mut logbook, record) = Logbook::found(&author, clock::now(), founding);
        let id = logbook.id().clone();
        let mut entries = vec![Entry::new(&id, &record, &record.to_json())];
        for change in first {
            let written = logbook.write(&author, clock::now(), change);
            entries.extend(written.map(|(record, json)| Entry::new(&id, &record, &json)));
        }
        self.show(Some(logbook), Opened::Congress(id.clone()));
        self.keep(&id, entries);
        // Nobody else can know a congress that did not exist a moment ago.
        self.progress.update(|progress| progress.united = true);
        self.may_write();
        self.claim(true);
        id
    }

    /// Founds a rehearsal of the open congress, with the same people; none while nothing is open.
    pub fn rehearse(&self) -> Option<CongressId> {
        let device = self.device.get();
        let (founding, first) = self.glance(|congress| congress.rehearsal(&device))?;
        Some(self.found(founding, first))
    }

    /// Opens a congress; `write` asks to be the one window that writes. What localStorage can show is shown at once,
    /// and the database is asked before anything may be written.
    pub fn open(&self, id: &CongressId, write: bool) {
        let already = match self.opened.get_untracked() {
            Opened::Congress(open) | Opened::Looking(open) => open == *id,
            _ => false,
        };
        if !already {
            match recover(id, &self.at_hand(id)) {
                Recovery::Opened(found) if found.is_whole() => {
                    self.show(Some(found.logbook), Opened::Congress(id.clone()));
                }
                Recovery::Newer(version) => self.show(None, Opened::Newer(version)),
                _ => self.show(None, Opened::Looking(id.clone())),
            }
            self.unite(id);
        }
        self.claim(write);
    }

    /// Closes whatever is open.
    pub fn close(&self) {
        self.show(None, Opened::Nothing);
        self.look_elsewhere();
    }

    /// Removes the open congress from this device, and nothing else.
    pub fn wipe(&self) {
        let Opened::Congress(id) = self.opened.get_untracked() else { return };
        self.drop_waiting(&id);
        self.show(None, Opened::Nothing);
        // Windows that still show it close it at this mark; without the mark they would save it anew.
        let _ = storage::write(&key::wiped(&id), &clock::now());
        for key in key::prefixes(&id).iter().flat_map(|prefix| storage::keys(prefix)) {
            storage::remove(&key);
        }
        self.elsewhere.update(|found| found.retain(|summary| summary.id != id));
        self.all_touched();
        wipe_database(&id);
    }

    /// The stored values of a congress that cannot be read, byte for byte.
    pub fn raw(&self) -> String {
        self.copies.with(|copies| raw_text(&copies.unread))
    }

    pub(super) fn commit(&self, change: Change) -> Result<(), Refusal> {
        let Opened::Congress(id) = self.opened.get_untracked() else { return Err(Refusal::Gone) };
        // What vanished or came since the last look comes first, or this record would stand in storage alone.
        self.catch_up(&id);
        let (mut change, mut entry) = self.append(&id, change)?;
        if storage::holds(&entry.text) {
            // A window that this browser could not keep apart wrote first: take its work in, then add ours behind it.
            if let Recovery::Opened(found) = recover(&id, &self.at_hand(&id)) {
                self.replace(found.logbook);
                (change, entry) = self.append(&id, change)?;
            }
        }
        self.done_since(&change);
        self.keep(&id, vec![entry]);
        Ok(())
    }

    /// Adds a change to the logbook, and gives it as it stands there with its record on its way to the copies.
    fn append(&self, id: &CongressId, change: Change) -> Result<(Change, Entry), Refusal> {
        let author = self.author();
        let (record, json) = self.logbook.update(|logbook| match logbook {
            Some(logbook) => logbook.write(&author, clock::now(), change),
            None => Err(Refusal::Gone),
        })?;
        let entry = Entry::new(id, &record, &json);
        Ok((record.change, entry))
    }

    /// Another logbook of the open congress takes the place of the present one.
    pub(super) fn replace(&self, logbook: Logbook) {
        self.logbook.set(Some(logbook));
        self.all_touched();
    }

    pub(super) fn show(&self, logbook: Option<Logbook>, opened: Opened) {
        let opening = self.opening() + 1;
        self.progress.set(super::Progress {
            opening,
            since: Some(clock::now()),
            ..super::Progress::default()
        });
        self.ties.update_value(|ties| ties.lock = None);
        self.writer.set(false);
        self.copies.update(super::copies::Copies::forget_snapshots);
        let id = logbook.as_ref().map(|logbook| logbook.id().clone());
        let tip = id.as_ref().map(|id| Watched::new(key::tip(id)));
        let era = id.as_ref().map_or(0, era_in_browser);
        self.copies.update(|copies| {
            copies.era = era;
            copies.tip = tip;
        });
        let (session, shown) = (*self, id.clone());
        let nudge = id.map(|id| {
            Nudge::listen(&key::tip(&id), move |look| match look {
                Look::Everywhere if !session.writer.get_untracked() => session.unite(&id),
                Look::Everywhere => session.look(),
                Look::Here(key) => {
                    session.look();
                    session.look_behind(&id, key, FIRST_LOOK_MS);
                }
            })
        });
        self.ties.update_value(|ties| ties.nudge = nudge);
        self.logbook.set(logbook);
        self.look_outside(shown.as_ref());
        self.look_for_conflicts(shown.as_ref());
        self.notice.set(None);
        self.loss.set(None);
        self.opened.set(opened);
        self.all_touched();
        self.show_light();
    }

    /// Asks to be the window that writes, or gives that up.
    fn claim(&self, write: bool) {
        let (Opened::Congress(id) | Opened::Looking(id)) = self.opened.get_untracked() else { return };
        if !write {
            self.ties.update_value(|ties| ties.lock = None);
            self.progress.update(|progress| progress.granted = false);
            self.writer.set(false);
            return;
        }
        if !self.has_claimed() {
            self.hold(&id, false);
        }
    }

    /// Takes the right to write from the window that has it. Whatever that one still writes stands in another chain,
    /// because this window goes on as another device.
    pub fn take_over(&self) {
        if let Opened::Congress(id) = self.opened.get_untracked() {
            self.ties.update_value(|ties| ties.lock = None);
            self.become_new_device();
            self.hold(&id, true);
        }
    }

    /// Whether this window has asked for the right to write.
    pub(super) fn has_claimed(&self) -> bool {
        self.ties.with_value(|ties| ties.lock.is_some())
    }

    fn hold(&self, id: &CongressId, steal: bool) {
        let session = *self;
        let turn = self.opening();
        let granted = {
            let id = id.clone();
            move || {
                if session.opening() == turn {
                    session.grant(&id);
                }
            }
        };
        let ended = {
            let id = id.clone();
            move |how| {
                if session.opening() != turn {
                    return;
                }
                if how == Ended::Denied {
                    session.become_new_device();
                    session.grant(&id);
                    return;
                }
                session.progress.update(|progress| progress.granted = false);
                session.writer.set(false);
                // When the window that took it closes, this one goes on.
                session.hold(&id, false);
            }
        };
        if !lock::are_known() {
            // Nobody can keep two windows apart: each writes a chain of its own.
            self.become_new_device();
        }
        let lock = lock::hold(&key::writer_lock(id), steal, granted, ended);
        self.ties.update_value(|ties| ties.lock = Some(lock));
    }

    /// This window may write, as soon as both copies have been asked.
    fn grant(&self, id: &CongressId) {
        self.progress.update(|progress| progress.granted = true);
        if self.progress.get().united {
            // Whoever wrote before may have left something since this window looked.
            self.unite(id);
        }
    }

    /// Asks the database, and goes on with all that both copies hold.
    pub(super) fn unite(&self, id: &CongressId) {
        let (session, id, turn) = (*self, id.clone(), self.opening());
        spawn_local(async move {
            let read = in_database(&id).await;
            if session.opening() == turn {
                session.united_with(&id, read.ok());
            }
        });
    }

    fn united_with(&self, id: &CongressId, database: Option<InDatabase>) {
        self.database_failed(database.is_none());
        if database.is_none() {
            // The database may hold records of this device that are out of reach now. Nothing may be written that could
            // contradict them.
            self.become_new_device();
        }
        let wiped = storage::read(&key::wiped(id)).is_some();
        let both = database.is_some();
        let mut values = self.at_hand(id);
        if let Some(database) = database.filter(|_| !wiped) {
            let era = era_in_browser(id);
            if database.era > era {
                self.outdated(id, database.era);
                values.clear();
            }
            if database.era >= era {
                values.extend(database.values);
            }
        }
        match recover(id, &values) {
            Recovery::Nothing => {
                self.show(None, Opened::NotHere);
                if wiped {
                    wipe_database(id);
                }
            }
            Recovery::Newer(version) => self.show(None, Opened::Newer(version)),
            Recovery::Unreadable => {
                self.show(None, Opened::Unreadable(id.clone()));
                self.copies.update(|copies| copies.unread = values);
            }
            Recovery::Opened(found) => self.opened_from(id, *found, both),
        }
    }

    /// localStorage holds what was there before the records were replaced: the browser had not written that yet when it
    /// ended. The replaced state was kept when that was done.
    fn outdated(&self, id: &CongressId, era: u32) {
        self.drop_waiting(id);
        for key in storage::keys(&key::congress_prefix(id)) {
            storage::remove(&key);
        }
        let _ = storage::write(&key::era(id), &era);
        self.logbook.set(None);
    }

    /// Goes on with what was found; the window that writes then gives each copy what it lacks.
    fn opened_from(&self, id: &CongressId, found: Recovered, both: bool) {
        let repair = Repair::of(&found, both);
        if !found.lost.is_empty() {
            // Lost records may turn up in a backup; what is written from now on must not contradict them.
            self.become_new_device();
        }
        let mut logbook = found.logbook;
        // What this window has and no copy holds any more was cleared away a moment ago.
        let _ = logbook.merge(self.records());
        if self.opened.get_untracked() == Opened::Congress(id.clone()) {
            let known = self.logbook.with(|book| book.as_ref().map(|book| book.records().len()));
            if known != Some(logbook.records().len()) {
                self.replace(logbook);
            }
        } else {
            let write = self.has_claimed();
            self.show(Some(logbook), Opened::Congress(id.clone()));
            // What was asked for before this showing is asked for again, and both copies are looked at once more then.
            self.claim(write);
        }
        if !found.left_out.is_empty() {
            self.loss.set(Some(Loss { lost: found.lost, left_out: found.left_out }));
        }
        self.progress.update(|progress| progress.united = true);
        if self.progress.get().granted {
            self.mend(id, repair);
            // The window that wrote before has taken copies of its own.
            self.heed_copies(id);
            self.may_write();
        }
    }
}

impl Session {
    /// The values of a congress that are at hand without waiting: localStorage, and what could not be written there.
    pub(super) fn at_hand(&self, id: &CongressId) -> Vec<Stored> {
        let mut values = in_browser(id);
        let prefix = key::records_prefix(id);
        self.copies.with(|copies| {
            let waiting = copies.waiting().filter(|entry| entry.key().starts_with(&prefix));
            values.extend(waiting.map(|entry| Stored {
                copy: CopyOf::Browser,
                key: entry.key().to_owned(),
                text: entry.text().to_owned(),
            }));
        });
        values
    }
}

/// The values of a congress in localStorage.
pub(super) fn in_browser(id: &CongressId) -> Vec<Stored> {
    [key::records_prefix(id), key::snapshots_prefix(id)]
        .iter()
        .flat_map(|prefix| storage::keys(prefix))
        .map(|key| Stored { copy: CopyOf::Browser, text: storage::read(&key).unwrap_or_default(), key })
        .collect()
}

/// What the database holds of a congress.
pub(super) struct InDatabase {
    /// Its records.
    pub(super) values: Vec<Stored>,
    /// How often they were replaced as a whole.
    pub(super) era: u32,
}

/// Asks the database for a congress.
pub(super) async fn in_database(id: &CongressId) -> Result<InDatabase, database::DatabaseFailed> {
    let (own, era) = (key::congress_prefix(id), key::era(id));
    let mut found = InDatabase { values: Vec::new(), era: 0 };
    for (key, text) in database::read(&own).await? {
        if key == era {
            found.era = text.parse().unwrap_or(0);
        } else {
            found.values.push(Stored { copy: CopyOf::Database, key, text });
        }
    }
    Ok(found)
}

/// How often the records in localStorage were replaced as a whole.
pub(super) fn era_in_browser(id: &CongressId) -> u32 {
    storage::read(&key::era(id)).and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// Removes a congress from the database. Where this fails, the mark in localStorage keeps the congress out of sight,
/// and it is tried again when somebody looks.
fn wipe_database(id: &CongressId) {
    let batch = Batch { remove_under: key::prefixes(id).to_vec(), ..Batch::default() };
    spawn_local(async move {
        let _ = database::write(&batch).await;
    });
}

fn raw_text(values: &[Stored]) -> String {
    let lines = |copy| {
        let of_copy = values.iter().filter(move |value| value.copy == copy);
        of_copy.flat_map(|value| [value.key.as_str(), "\t", &value.text, "\n"]).collect::<String>()
    };
    let (browser, database) = (lines(CopyOf::Browser), lines(CopyOf::Database));
    if database.is_empty() { browser } else { format!("{browser}# IndexedDB\n{database}") }
}
