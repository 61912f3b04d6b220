//! Following: what another window of this browser writes comes in here, record by record.

use super::keep::{era_in_browser, in_browser};
use super::{Opened, Session};
use crate::congress::id::CongressId;
use crate::journal::recovery::{Recovery, recover};
use crate::journal::{Record, kept, key};
use crate::platform::clock;
use crate::platform::storage::{self, Watched};

/// How long after another window's word the database is asked, in milliseconds: by then the record is kept there.
pub(super) const FIRST_LOOK_MS: i32 = 250;
/// After so many milliseconds it is not asked any more; a later word begins anew.
const LAST_LOOK_MS: i32 = 4000;

impl Session {
    /// A record that another window told of, by its key, is looked for in the database, if localStorage does not show it.
    /// A browser may give a window a localStorage that no other window shares: Chromium does, now and then, to a page at
    /// file:// that is loaded anew while the machine is busy. Asked again after twice the time, because the other window
    /// may still be writing.
    pub(super) fn look_behind(&self, id: &CongressId, key: String, after_ms: i32) {
        let (session, id, turn) = (*self, id.clone(), self.opening());
        if self.knows(&key) || self.writer.get_untracked() || after_ms > LAST_LOOK_MS {
            return;
        }
        clock::later(after_ms, move || {
            if session.opening() == turn && !session.knows(&key) {
                session.unite(&id);
                session.look_behind(&id, key, after_ms * 2);
            }
        });
    }

    /// Looks at what another window may have written, and at the clock: in this order, so that a step of the clock that
    /// the other window recorded is known when it is seen here.
    pub(super) fn look(&self) {
        if let Opened::Congress(id) = self.opened.get_untracked() {
            self.catch_up(&id);
        }
        self.look_at_clock();
        self.tend_copies();
        self.tend_backup();
    }

    /// Takes in what another window has written since this one looked last; one read where there is nothing new.
    pub(super) fn catch_up(&self, id: &CongressId) {
        let found = self.copies.with(|copies| copies.tip.as_ref().and_then(Watched::changed));
        let Some(tip) = found else { return };
        if tip.is_gone() {
            self.gone(id);
            return;
        }
        self.copies.update(|copies| {
            if let Some(watched) = &mut copies.tip {
                watched.see(tip);
            }
        });
        if era_in_browser(id) != self.copies.with(|copies| copies.era) {
            // Another window has opened a file in the place of what was here.
            let write = self.has_claimed();
            self.show(None, Opened::Nothing);
            self.open(id, write);
            return;
        }
        let new: Vec<Record> = storage::keys(&key::records_prefix(id))
            .iter()
            .filter(|key| !self.knows(key))
            .filter_map(|key| kept::record(&storage::read(key)?).ok())
            .collect();
        // A window that slept may have missed what has gone into a snapshot meanwhile.
        let fits = new.into_iter().all(|record| self.receive(record));
        if !fits && let Recovery::Opened(found) = recover(id, &in_browser(id)) {
            self.replace(found.logbook);
        }
    }

    /// The stored congress has vanished: deleted on purpose in another window, or by a foreign page or a cleaner.
    /// What was not deleted on purpose is saved anew from this window.
    fn gone(&self, id: &CongressId) {
        if storage::read(&key::wiped(id)).is_some() {
            self.drop_waiting(id);
            self.show(None, Opened::NotHere);
        } else if self.writer.get_untracked() {
            let all = self.records();
            self.supply(id, &all, &[]);
        }
    }

    /// Every record of the open congress.
    pub(super) fn records(&self) -> Vec<Record> {
        self.logbook.with(|logbook| {
            logbook.as_ref().map(|logbook| logbook.records().cloned().collect()).unwrap_or_default()
        })
    }

    fn knows(&self, stored_key: &str) -> bool {
        key::record_of(stored_key)
            .is_none_or(|id| self.logbook.with(|logbook| logbook.as_ref().is_some_and(|book| book.has(&id))))
    }

    /// Takes in a record; false when it does not fit behind what is known.
    fn receive(&self, record: Record) -> bool {
        let topics = record.change.topics();
        let received = self.logbook.update(|logbook| logbook.as_mut().map(|logbook| logbook.receive(record)));
        match received {
            Some(Ok(true)) => self.touched(topics),
            Some(Err(_)) => return false,
            _ => {}
        }
        true
    }
}
