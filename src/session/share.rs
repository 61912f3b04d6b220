//! Sharing: the exported file, out and in.

use super::{Opened, Session};
use crate::congress::Moment;
use crate::congress::id::CongressId;
use crate::journal::{ExportError, Exported, Logbook, key};
use crate::platform::{clock, storage};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What a file holds, before anything is changed.
#[derive(Clone, Debug)]
pub struct Found {
    logbook: Logbook,
    /// Which of its records this device does not have; `None` when the congress is new here.
    pub new_records: Option<usize>,
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
        let known = storage::keys(&key::records_prefix(logbook.id()));
        let missing = logbook
            .records()
            .filter(|record| !known.contains(&key::record(logbook.id(), &record.id)))
            .count();
        let new_records = (!known.is_empty()).then_some(missing);
        Ok(Found { logbook, new_records })
    }

    /// Joins a file's records to this device's, and opens the congress. Nothing is overwritten: what the device has
    /// and the file lacks stays.
    pub fn take(&self, found: Found) -> Result<CongressId, ExportError> {
        let id = found.logbook.id().clone();
        self.open(&id, true);
        let (logbook, fresh) = match self.opened.get_untracked() {
            Opened::Congress(_) => {
                let mut own = self.logbook.get_value().ok_or(ExportError::Foreign("congress"))?;
                let fresh: Vec<_> =
                    found.logbook.records().filter(|record| !own.has(&record.id)).cloned().collect();
                own.merge(fresh.iter().cloned()).map_err(ExportError::Rejected)?;
                (own, fresh)
            }
            Opened::NotHere => {
                let fresh = found.logbook.records().cloned().collect();
                (found.logbook, fresh)
            }
            Opened::Nothing | Opened::Unreadable(..) => return Err(ExportError::Foreign("congress")),
        };
        self.show(Some(logbook), Opened::Congress(id.clone()));
        self.pending.set_value(fresh);
        self.flush(&id);
        self.open(&id, true);
        Ok(id)
    }
}
