//! The two copies: every record goes to localStorage at once and to the database strictly, and the light tells the
//! truth about both.

use super::{Opened, Session};
use crate::congress::Moment;
use crate::congress::id::{CongressId, DeviceId, RecordId};
use crate::journal::key::Slot;
use crate::journal::recovery::Stored;
use crate::journal::{Record, kept, key};
use crate::platform::broadcast::Look;
use crate::platform::clock;
use crate::platform::database::{self, Batch};
use crate::platform::keyed::Keyed;
use crate::platform::storage::{self, Watched};
use leptos::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What the save light shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Both copies hold everything; when the last was completed, if in this session.
    Saved(Option<Moment>),
    /// The second copy is on its way.
    Saving {
        /// When the last was completed, if in this session.
        last: Option<Moment>,
        /// Whether it takes longer than the eye overlooks.
        slow: bool,
    },
    /// Only one copy could be written; what waits is tried again.
    OneCopy,
    /// Nothing could be written: the work is in memory only, and is tried again.
    Nowhere,
}

/// How long the second copy may be on its way before the eye is told, in milliseconds.
const MOMENT_MS: i64 = 200;

/// How long after a change is kept who follows behind it looks again, in milliseconds: what was pressed is painted by then.
const BEHIND_MS: i32 = 40;

/// How long a transaction may take before it counts as failed, in milliseconds.
const PATIENCE_MS: i64 = 5000;

/// How long after a failure the next try comes, in milliseconds.
const RETRY_MS: i64 = 3000;

/// The most records of one transaction, so that none takes long.
const BATCH: usize = 500;

/// A snapshot is made at the earliest after so many records.
const SNAPSHOT_RECORDS: usize = 50;

/// A snapshot is made when its last one lacks one record in so many, so that all snapshots together stay in proportion
/// to the congress.
const SNAPSHOT_SHARE: usize = 8;

/// How many records of each device a snapshot holds.
type Heads = FxHashMap<DeviceId, u32>;

/// A record on its way to a copy.
#[derive(Clone)]
pub(super) struct Entry {
    id: RecordId,
    pub(super) text: Arc<Keyed>,
}

impl Entry {
    /// A record of a congress, with its JSON.
    pub(super) fn new(id: &CongressId, record: &Record, json: &str) -> Self {
        let text = Keyed::new(key::record(id, &record.id), kept::of_json(record, json));
        Self { id: record.id.clone(), text }
    }

    fn of(id: &CongressId, record: &Record) -> Self {
        Self::new(id, record, &record.to_json())
    }
}

/// What waits for each copy. It outlives the congress that is shown: leaving one must not lose its last records.
#[derive(Default)]
pub(super) struct Copies {
    first: Vec<Entry>,
    second: Vec<Entry>,
    /// When the transaction that runs was begun.
    writing: Option<Moment>,
    /// When the database failed last, while it has not worked since.
    failed: Option<Moment>,
    /// The newest record of which a strict transaction has completed.
    kept: Option<RecordId>,
    completed: Option<Moment>,
    /// What the two snapshots of the open congress hold; read from storage when not known.
    slots: [Option<Heads>; 2],
    /// What changes with every record that a window of this browser writes.
    pub(super) tip: Option<Watched>,
    /// How often the records of the open congress had been replaced when it was opened.
    pub(super) era: u32,
    /// The values of a congress that cannot be read.
    pub(super) unread: Vec<Stored>,
    /// With how many records the next snapshot is looked at.
    snapshot_at: usize,
    /// Who looks again once what is being written is kept.
    behind: Vec<ArcTrigger>,
}

impl Copies {
    /// What waits for localStorage.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &Keyed> {
        self.first.iter().map(|entry| &*entry.text)
    }

    /// Another congress is open, or its snapshots may have changed.
    pub(super) fn forget_snapshots(&mut self) {
        self.slots = [None, None];
        self.snapshot_at = 0;
    }

    fn state(&self, now: Moment) -> SaveState {
        let late = self.writing.is_some_and(|since| now.since(since) > PATIENCE_MS);
        let first_bad = !storage::is_kept() || !self.first.is_empty();
        match (first_bad, self.failed.is_some() || late) {
            (true, true) => SaveState::Nowhere,
            (true, false) | (false, true) => SaveState::OneCopy,
            (false, false) if self.second.is_empty() => SaveState::Saved(self.completed),
            (false, false) => SaveState::Saving { last: self.completed, slow: is_slow(self.writing, now) },
        }
    }
}

impl Session {
    /// Puts records before both copies and begins to write them.
    pub(super) fn keep(&self, id: &CongressId, entries: Vec<Entry>) {
        self.copies.update(|copies| {
            copies.first.extend(entries.iter().cloned());
            copies.second.extend(entries);
        });
        self.write_both(id);
    }

    /// Puts records before one copy or the other that lacks them.
    pub(super) fn supply(&self, id: &CongressId, first: &[Record], second: &[Record]) {
        self.copies.update(|copies| {
            copies.forget_snapshots();
            copies.first.extend(first.iter().map(|record| Entry::of(id, record)));
            copies.second.extend(second.iter().map(|record| Entry::of(id, record)));
        });
        self.write_both(id);
    }

    pub(super) fn write_both(&self, id: &CongressId) {
        // The database answers late, and so it is asked first.
        self.write_second();
        self.write_first(id);
        self.show_light();
    }

    /// Writes what localStorage lacks, oldest first, so that a device's chain never has a gap there.
    fn write_first(&self, id: &CongressId) {
        let last = self.copies.update(|copies| {
            let written =
                copies.first.iter().take_while(|entry| storage::write_keyed(&entry.text).is_ok()).count();
            copies.first.drain(..written).next_back().map(|entry| entry.id)
        });
        if let Some(last) = last {
            // The tip is a hint for other windows; without it they look at the next one.
            self.copies.update(|copies| {
                copies.tip.get_or_insert_with(|| Watched::new(key::tip(id))).hint(&last.to_string());
            });
        }
    }

    /// Writes what the database lacks: one transaction at a time, each with what has gathered meanwhile.
    fn write_second(&self) {
        let batch = self.copies.update(|copies| {
            if copies.writing.is_some() || copies.second.is_empty() {
                return None;
            }
            copies.writing = Some(clock::now());
            Some(copies.second.iter().take(BATCH).cloned().collect::<Vec<_>>())
        });
        let Some(batch) = batch else { return };
        let session = *self;
        clock::begin(async move {
            let put: Vec<Arc<Keyed>> = batch.iter().map(|entry| Arc::clone(&entry.text)).collect();
            let count = put.len();
            let last = batch.into_iter().next_back();
            let result = database::write(&Batch { put, ..Batch::default() }).await;
            session.copies.update(|copies| {
                copies.writing = None;
                if result.is_ok() {
                    copies.second.drain(..count.min(copies.second.len()));
                    copies.failed = None;
                    copies.kept = last.as_ref().map(|entry| entry.id.clone());
                    copies.completed = Some(clock::now());
                } else {
                    copies.failed = Some(clock::now());
                }
            });
            session.show_light();
            if result.is_ok() {
                session.write_second();
            }
            // All else can wait until the light has followed.
            clock::later(0, move || session.written(result.is_ok(), last));
        });
    }

    /// After a transaction: tells the other windows, who then find the records in either copy, and whoever follows behind.
    fn written(&self, well: bool, last: Option<Entry>) {
        let lacking = !storage::is_kept() || self.copies.with(|copies| !copies.first.is_empty());
        match last {
            Some(entry) if !lacking => self.tell(&Look::Here(entry.text.key().to_owned())),
            _ if well => self.tell(&Look::Everywhere),
            _ => {}
        }
        if self.copies.with(|copies| !copies.behind.is_empty()) {
            let session = *self;
            clock::later(BEHIND_MS, move || session.wake_behind());
        }
        if well {
            self.snapshot_if_due();
        }
    }

    /// Wakes who follows behind, a moment after the transaction that runs has ended, unless that takes long.
    pub(super) fn once_kept(&self, behind: ArcTrigger) {
        let waits = self.copies.update(|copies| {
            if copies.writing.is_some() {
                copies.behind.push(behind.clone());
            }
            copies.writing.is_some()
        });
        if !waits {
            clock::later(BEHIND_MS, move || behind.notify());
        }
    }

    fn wake_behind(&self) {
        let behind = self.copies.update(|copies| std::mem::take(&mut copies.behind));
        for behind in behind {
            behind.notify();
        }
    }

    fn tell(&self, look: &Look) {
        self.ties.with_value(|ties| ties.nudge.iter().for_each(|nudge| nudge.send(look)));
    }

    /// Tries again what could not be written, and lets the light grow red where the browser does not answer.
    pub(super) fn tend_copies(&self) {
        let now = clock::now();
        if self.copies.with(|copies| is_slow(copies.writing, now)) {
            self.wake_behind();
        }
        let again = self.copies.with(|copies| {
            let rested = copies.failed.is_none_or(|since| now.since(since) > RETRY_MS);
            rested && !(copies.first.is_empty() && copies.second.is_empty())
        });
        if again && let Opened::Congress(id) = self.opened.get_untracked() {
            self.write_first(&id);
        }
        if again {
            self.write_second();
        }
        self.show_light();
    }

    /// The database could not be read: the light says so from now on, until it works.
    pub(super) fn database_failed(&self, failed: bool) {
        self.copies.update(|copies| copies.failed = failed.then(clock::now));
        self.show_light();
    }

    pub(super) fn show_light(&self) {
        let now = clock::now();
        let (mut state, kept) = self.copies.with(|copies| (copies.state(now), copies.kept.clone()));
        let progress = self.progress.get();
        let asked = progress.united || !matches!(self.opened.get_untracked(), Opened::Congress(_));
        if !asked && let SaveState::Saved(last) = state {
            // Until the database has answered nobody knows what it holds.
            state = SaveState::Saving { last, slow: is_slow(progress.since, now) };
        }
        // Equal values are not told again: this comes by four times a second.
        if self.saved.get_untracked() != state {
            self.saved.set(state);
        }
        if self.kept.get_untracked() != kept {
            self.kept.set(kept);
        }
    }

    /// What is written of a congress that was deleted must not come back.
    pub(super) fn drop_waiting(&self, id: &CongressId) {
        let prefix = key::records_prefix(id);
        self.copies.update(|copies| {
            copies.first.retain(|entry| !entry.text.key().starts_with(&prefix));
            if copies.writing.is_none() {
                copies.second.retain(|entry| !entry.text.key().starts_with(&prefix));
            }
            copies.forget_snapshots();
        });
    }

    /// Shortens localStorage once enough records have gathered; a moment later, never while a key is pressed.
    fn snapshot_if_due(&self) {
        let records = self.logbook.with(|logbook| logbook.as_ref().map_or(0, |book| book.records().len()));
        let due = self.copies.with(|copies| records >= copies.snapshot_at.max(SNAPSHOT_RECORDS));
        if due && self.writer.get_untracked() && storage::is_kept() {
            let session = *self;
            clock::later(0, move || session.snapshot(records));
        }
    }

    /// Writes all records into the older of the two slots, reads it back, and only then drops the single values that
    /// both slots hold: every record always stands twice in localStorage, or once there and in the database.
    fn snapshot(&self, records: usize) {
        let Opened::Congress(id) = self.opened.get_untracked() else { return };
        let [a, b] = match self.copies.update(|copies| std::mem::take(&mut copies.slots)) {
            [Some(a), Some(b)] => [a, b],
            _ => [heads_of(&id, Slot::A), heads_of(&id, Slot::B)],
        };
        let newest = total(&a).max(total(&b));
        if records < newest + step(newest) {
            self.copies.update(|copies| {
                copies.slots = [Some(a), Some(b)];
                copies.snapshot_at = newest + step(newest);
            });
            return;
        }
        let (slot, newer) = if total(&a) > total(&b) { (Slot::B, a) } else { (Slot::A, b) };
        let made = self.logbook.with(|logbook| {
            logbook.as_ref().map(|logbook| (kept::of_records(logbook.records()), logbook.heads()))
        });
        let Some((text, heads)) = made else { return };
        let written = storage::write_text(&key::snapshot(&id, slot), &text).is_ok();
        let safe = self.copies.with(|copies| copies.second.is_empty() && copies.failed.is_none());
        if written && safe {
            drop_covered(&id, &[&heads, &newer]);
        }
        self.copies.update(|copies| {
            copies.snapshot_at = records + step(records);
            // What a slot holds after a write that failed is read from it at the next turn.
            copies.slots = match (written, slot) {
                (false, _) => [None, None],
                (true, Slot::A) => [Some(heads), Some(newer)],
                (true, Slot::B) => [Some(newer), Some(heads)],
            };
        });
    }
}

/// Whether what was begun then takes longer than the eye overlooks.
fn is_slow(since: Option<Moment>, now: Moment) -> bool {
    since.is_some_and(|since| now.since(since) > MOMENT_MS)
}

/// After how many further records a congress of so many is written as a snapshot again.
fn step(records: usize) -> usize {
    SNAPSHOT_RECORDS.max(records / SNAPSHOT_SHARE)
}

/// Removes the single values of records that both snapshots hold.
fn drop_covered(id: &CongressId, snapshots: &[&Heads]) {
    for key in storage::keys(&key::records_prefix(id)) {
        let covered = key::record_of(&key).is_some_and(|record| {
            snapshots.iter().all(|heads| heads.get(&record.device).is_some_and(|head| record.seq <= *head))
        });
        if covered {
            storage::remove(&key);
        }
    }
}

fn total(heads: &Heads) -> usize {
    heads.values().map(|head| *head as usize).sum()
}

/// What a snapshot in storage holds; nothing when it is not there or damaged.
fn heads_of(id: &CongressId, slot: Slot) -> Heads {
    let records = storage::read(&key::snapshot(id, slot)).and_then(|text| kept::records(&text).ok());
    let mut heads = Heads::default();
    for record in records.into_iter().flatten() {
        let head = heads.entry(record.id.device).or_default();
        *head = record.id.seq.max(*head);
    }
    heads
}
