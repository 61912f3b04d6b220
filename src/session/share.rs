//! Sharing: the exported file, out and in.

use super::keep::stored;
use super::{Opened, Session};
use crate::congress::Moment;
use crate::congress::id::CongressId;
use crate::journal::{ExportError, Exported, Logbook, Record, key};
use crate::platform::{clock, storage};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What a file holds, before anything is changed.
#[derive(Clone, Debug)]
pub struct Found {
    logbook: Logbook,
    /// What opening it would do here.
    pub effect: Effect,
}

/// Why a file was not taken in. Nothing is lost then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// Its records do not fit those of this device.
    File(ExportError),
    /// There is no room to set damaged data aside.
    NoRoom,
    /// The congress was closed meanwhile.
    Closed,
}

/// What opening a file would do on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The congress is new here.
    New,
    /// This device has everything already.
    Nothing,
    /// So many records would be joined in.
    Adds(usize),
    /// The congress is here but cannot be read: the file would take the place of what is damaged.
    Mends,
}

impl Found {
    /// The organisation.
    pub fn organisation(&self) -> &str {
        &self.logbook.state().details.organisation
    }

    /// The congress day.
    pub fn date(&self) -> NaiveDate {
        self.logbook.state().details.date
    }

    /// How many records the file has.
    pub fn records(&self) -> usize {
        self.logbook.records().len()
    }

    /// When the last of them was made.
    pub fn last(&self) -> Moment {
        self.logbook.records().next_back().map(|record| record.at).unwrap_or_default()
    }
}

impl Session {
    /// The open congress as a file: its name and its text.
    pub fn export(&self) -> Option<(String, String)> {
        self.logbook.with_value(|logbook| {
            let logbook = logbook.as_ref()?;
            let exported = Exported::of(logbook);
            let (hours, minutes) = clock::time_of(clock::now());
            let mark: String = exported.checksum.chars().take(8).collect();
            let name = format!(
                "so-tay-dai-hoi_{}_{}-{hours:02}{minutes:02}_{}_{mark}.json",
                logbook.state().details.date,
                clock::today(),
                logbook.records().len(),
            );
            Some((name, exported.to_text()))
        })
    }

    /// Looks into a file without changing anything.
    pub fn look_into(&self, text: &str) -> Result<Found, ExportError> {
        let logbook = Exported::read(text)?;
        let effect = match stored(logbook.id()) {
            Err(_) => Effect::Mends,
            Ok(None) => Effect::New,
            Ok(Some(own)) => match logbook.records().filter(|record| !own.has(&record.id)).count() {
                0 => Effect::Nothing,
                added => Effect::Adds(added),
            },
        };
        Ok(Found { logbook, effect })
    }

    /// Joins a file's records to this device's, and opens the congress. Nothing is overwritten: what the device has
    /// and the file lacks stays.
    pub fn take(&self, found: Found) -> Result<CongressId, NotTaken> {
        let id = found.logbook.id().clone();
        storage::remove(&key::wiped(&id));
        self.open(&id, true);
        let (logbook, fresh) = match self.opened.get_untracked() {
            Opened::Congress(_) => {
                let mut own = self.logbook.get_value().ok_or(NotTaken::Closed)?;
                let fresh: Vec<_> =
                    found.logbook.records().filter(|record| !own.has(&record.id)).cloned().collect();
                own.merge(fresh.iter().cloned()).map_err(|why| NotTaken::File(ExportError::Rejected(why)))?;
                (own, fresh)
            }
            Opened::NotHere => {
                let fresh = found.logbook.records().cloned().collect();
                (found.logbook, fresh)
            }
            Opened::Unreadable(..) => {
                let logbook = with_readable(found.logbook);
                if !set_aside(&id) {
                    return Err(NotTaken::NoRoom);
                }
                let records = logbook.records().cloned().collect();
                (logbook, records)
            }
            Opened::Nothing => return Err(NotTaken::Closed),
        };
        self.show(Some(logbook), Opened::Congress(id.clone()));
        self.pending.set_value(fresh);
        self.flush(&id);
        self.open(&id, true);
        Ok(id)
    }
}

/// A file's congress with whatever else on this device can still be read and follows on.
fn with_readable(mut logbook: Logbook) -> Logbook {
    let keys = storage::keys(&key::records_prefix(logbook.id()));
    for record in keys.iter().filter_map(|key| Record::from_json(&storage::read(key)?)) {
        if !logbook.has(&record.id) {
            // What does not fit stays among what is set aside.
            let _ = logbook.receive(record);
        }
    }
    logbook
}

/// Moves the stored values of a congress that cannot be read out of the way, byte for byte. A value goes only when its
/// copy stands; false when one could not be copied, and then it is still where it was.
fn set_aside(id: &CongressId) -> bool {
    storage::keys(&key::records_prefix(id)).iter().all(|key| {
        let value = storage::read(key).unwrap_or_default();
        let free =
            (1..u32::MAX).map(|turn| key::quarantine(key, turn)).find(|free| storage::read(free).is_none());
        let copied = free.is_some_and(|free| storage::write(&free, &value).is_ok());
        if copied {
            storage::remove(key);
        }
        copied
    })
}
