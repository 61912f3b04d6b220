//! Sharing: the exported file, out and in, and the way back to what was there before.

use super::keep::{era_in_browser, in_database};
use super::{Opened, Session};
use crate::congress::essentials::Essentials;
use crate::congress::id::CongressId;
use crate::congress::order;
use crate::congress::people::name::plain_name;
use crate::congress::{Change, Founding, Moment};
use crate::journal::export::summary;
use crate::journal::glance::ProgressLine;
use crate::journal::recovery::{Recovery, Stored, recover};
use crate::journal::{Conflict, ExportError, Exported, Hidden, Logbook, Record, hidden, kept, key};
use crate::platform::database::{self, Batch};
use crate::platform::keyed::Keyed;
use crate::platform::{clock, storage};
use chrono::NaiveDate;
use std::sync::Arc;

/// How many states before an import are kept of one congress.
const BEFORES: usize = 3;

/// What a file holds, before anything is changed.
#[derive(Clone, Debug)]
pub struct Found {
    pub(super) logbook: Logbook,
    /// What opening it would do here.
    pub effect: Effect,
}

/// Why a file was not taken in. Nothing is lost then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// Its records do not fit those of this device.
    File(ExportError),
    /// There is no room to keep what is there now.
    NoRoom,
}

/// What opening a file would do on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The congress is new here.
    New,
    /// This device has everything already, and nothing more.
    Nothing,
    /// The file and the device differ.
    Differs {
        /// Records that only the file has.
        added: usize,
        /// Records that only this device has.
        own: usize,
        /// Whether both can be joined; not where a device's chain was written twice.
        joins: bool,
        /// How many fields both have written differently.
        conflicts: usize,
    },
    /// The congress is here but cannot be read: the file would take the place of what is damaged.
    Mends,
    /// The congress here was written by a newer app; carries its version. Nothing may be touched.
    Newer(u32),
}

/// What is to become of the records that this device has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// The file's are joined to them; nothing is overwritten.
    Join,
    /// The file's take their place; what was there can be brought back.
    Replace,
}

/// A state before an import, which can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// When the import was made.
    pub at: Moment,
    /// How many records there were.
    pub records: usize,
    key: String,
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

    /// The first texts with characters that nobody sees, and how many there are.
    pub fn hidden(&self) -> (Vec<Hidden>, usize) {
        hidden(self.logbook.records(), 10)
    }

    /// When the last of them was made.
    pub fn last(&self) -> Moment {
        self.logbook.records().next_back().map(|record| record.at).unwrap_or_default()
    }
}

impl Session {
    /// The open congress as a file: its name and its text.
    pub fn export(&self) -> Option<(String, String)> {
        self.logbook.with(|logbook| {
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

    /// What the superior gathers of the open congress, as a file with one line: its name, which begins with `kind`, and its
    /// text.
    pub fn progress_line(&self, kind: &str) -> Option<(String, String)> {
        self.logbook.with(|logbook| {
            let summary = summary(logbook.as_ref()?);
            let name = format!("{kind}_{}_{}.ndjson", plain_name(&summary.organisation), clock::today());
            Some((name, ProgressLine::from(summary).to_text()))
        })
    }

    /// What a printed restore sheet holds, to be founded on this device; `None` for anything else, and where a change of it
    /// would be refused, so that nothing is left out unseen.
    pub fn read_print(&self, text: &str) -> Option<(Founding, Vec<Change>)> {
        let (founding, changes) = Essentials::read(text, &self.device.get())?;
        let author = self.author();
        let (mut logbook, _) = Logbook::found(&author, clock::now(), founding.clone());
        let taken =
            changes.iter().all(|change| logbook.commit(&author, clock::now(), change.clone()).is_ok());
        taken.then_some((founding, changes))
    }

    /// Looks into a file without changing anything.
    pub async fn look_into(&self, text: &str) -> Result<Found, ExportError> {
        let logbook = Exported::read(text)?;
        let effect = match recover(logbook.id(), &self.values(logbook.id()).await) {
            Recovery::Nothing => Effect::New,
            Recovery::Unreadable => Effect::Mends,
            Recovery::Newer(version) => Effect::Newer(version),
            Recovery::Opened(here) => {
                let here = here.logbook;
                let only = |one: &Logbook, other: &Logbook| {
                    one.records().filter(|record| other.record(&record.id) != Some(*record)).count()
                };
                let (added, own) = (only(&logbook, &here), only(&here, &logbook));
                if added == 0 && own == 0 {
                    Effect::Nothing
                } else {
                    let joins = here.clone().merge(logbook.records().cloned()).is_ok();
                    let conflicts = Conflict::between(&here, &logbook).len();
                    Effect::Differs { added, own, joins, conflicts }
                }
            }
        };
        Ok(Found { logbook, effect })
    }

    /// Takes a file in and opens the congress. What was there before is kept first and can be brought back.
    pub async fn take(&self, found: Found, taking: Taking) -> Result<CongressId, NotTaken> {
        let id = found.logbook.id().clone();
        if taking == Taking::Join && found.effect == Effect::Nothing {
            // There is nothing to write: the congress is only opened.
            self.open(&id, true);
            return Ok(id);
        }
        let values = self.values(&id).await;
        let (here, damaged) = match recover(&id, &values) {
            Recovery::Nothing => (None, Vec::new()),
            Recovery::Newer(version) => {
                return Err(NotTaken::File(ExportError::Newer(
                    u64::from(version),
                    crate::journal::export::VERSION,
                )));
            }
            Recovery::Unreadable => (None, values.clone()),
            Recovery::Opened(here) => (Some(here.logbook), here.left_out),
        };
        let mut logbook = found.logbook;
        if let Some(here) = &here {
            self.keep_before(here).await?;
            if taking == Taking::Join {
                let conflicts = Conflict::between(here, &logbook);
                let mut joined = here.clone();
                joined
                    .merge(logbook.records().cloned())
                    .map_err(|why| NotTaken::File(ExportError::Rejected(why)))?;
                logbook = joined;
                self.keep_conflicts(&id, conflicts).await;
            }
        } else if taking == Taking::Join {
            logbook = with_readable(logbook, &values);
        }
        if !super::mend::set_aside(&damaged) {
            return Err(NotTaken::NoRoom);
        }
        self.put_in_place(&id, &logbook, &damaged).await;
        self.show(Some(logbook), Opened::Congress(id.clone()));
        // The records that gave way may stand in a backup; what is written from now on must not contradict them.
        self.become_new_device();
        self.open(&id, true);
        self.unite(&id);
        Ok(id)
    }

    /// The states before an import of the open congress, the latest first.
    pub async fn befores(&self) -> Vec<Before> {
        let Opened::Congress(id) = self.opened.get_untracked() else { return Vec::new() };
        let prefix = key::before_prefix(&id);
        let mut found = database::read(&prefix).await.unwrap_or_default();
        found.extend(
            storage::keys(&prefix).into_iter().filter_map(|key| Some((key.clone(), storage::read(&key)?))),
        );
        order::by_key(&mut found, |(key, _)| key.clone());
        let before = |(key, text): (String, String)| {
            let at = Moment(key.strip_prefix(&prefix)?.parse().ok()?);
            let records = Exported::read(&text).ok()?.records().len();
            Some(Before { at, records, key })
        };
        found.into_iter().rev().filter_map(before).collect()
    }

    /// Brings back the state before an import; the present one is kept in its turn.
    pub async fn bring_back(&self, before: &Before) -> Result<CongressId, NotTaken> {
        let found = database::read(&before.key).await.unwrap_or_default();
        let text = found.into_iter().next().map(|(_, text)| text).or_else(|| storage::read(&before.key));
        let text = text.unwrap_or_default();
        let logbook = Exported::read(&text).map_err(NotTaken::File)?;
        self.take(Found { logbook, effect: Effect::Nothing }, Taking::Replace).await
    }

    /// All that is known of a congress here: both copies, and what waits to be written.
    async fn values(&self, id: &CongressId) -> Vec<Stored> {
        let mut values = self.at_hand(id);
        if let Ok(database) = in_database(id).await
            && storage::read(&key::wiped(id)).is_none()
        {
            if database.era > era_in_browser(id) {
                values.clear();
            }
            values.extend(database.values);
        }
        values
    }

    /// Keeps a state before it is changed as a whole, and the latest few of its kind.
    async fn keep_before(&self, here: &Logbook) -> Result<(), NotTaken> {
        let prefix = key::before_prefix(here.id());
        let (key, text) = (format!("{prefix}{}", clock::now().0), Exported::of(here).to_text());
        let old = database::keys(&prefix).await.unwrap_or_default();
        let remove = old.iter().rev().skip(BEFORES - 1).cloned().collect();
        let before = Keyed::new(key, text);
        let batch = Batch { put: vec![Arc::clone(&before)], remove, ..Batch::default() };
        if database::write(&batch).await.is_ok() {
            return Ok(());
        }
        for old in storage::keys(&prefix).iter().rev().skip(BEFORES - 1) {
            storage::remove(old);
        }
        storage::write_keyed(&before).map_err(|_| NotTaken::NoRoom)
    }

    /// Puts a logbook in the place of whatever the two copies hold of the congress.
    async fn put_in_place(&self, id: &CongressId, logbook: &Logbook, damaged: &[Stored]) {
        let era = era_in_browser(id).max(in_database(id).await.map_or(0, |database| database.era)) + 1;
        self.drop_waiting(id);
        let mut batch = super::mend::aside_in_database(damaged);
        batch.remove_under = vec![key::congress_prefix(id)];
        batch.put.extend(
            logbook.records().map(|record| Keyed::new(key::record(id, &record.id), kept::of_record(record))),
        );
        batch.put.push(Keyed::new(key::era(id), era.to_string()));
        let strict = database::write(&batch).await.is_ok();
        for key in storage::keys(&key::congress_prefix(id)) {
            storage::remove(&key);
        }
        storage::remove(&key::wiped(id));
        let _ = storage::write(&key::era(id), &era);
        let records: Vec<Record> = logbook.records().cloned().collect();
        self.supply(id, &records, if strict { &[] } else { &records });
    }
}

/// A file's congress with whatever else on this device can still be read and follows on.
fn with_readable(mut logbook: Logbook, values: &[Stored]) -> Logbook {
    for record in values.iter().filter_map(|value| kept::record(&value.text).ok()) {
        if !logbook.has(&record.id) {
            // What does not fit stays among what is set aside.
            let _ = logbook.receive(record);
        }
    }
    logbook
}
