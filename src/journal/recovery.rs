//! Opening: what the stored values of one congress add up to, whichever of them are damaged or missing.
//!
//! The union of all valid records of both copies is taken; of each device the longest chain from its first record
//! counts. Whatever is left out is named and stays as it is, byte for byte.

use super::kept::{self, Unread};
use super::key;
use super::logbook::{Logbook, MAX_LAMPORT};
use super::record::{ChainHash, Record};
use crate::congress::Change;
use crate::congress::id::{CongressId, DeviceId, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// Where a value stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyOf {
    /// In `localStorage`.
    Browser,
    /// In `IndexedDB`.
    Database,
}

/// A stored value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// In which copy.
    pub copy: CopyOf,
    /// Under which key.
    pub key: String,
    /// Byte for byte.
    pub text: String,
}

/// What opening found.
#[derive(Clone, Debug)]
pub enum Recovery {
    /// There is no such congress.
    Nothing,
    /// The congress, perhaps an older state of it.
    Opened(Box<Recovered>),
    /// A value was written by a newer app: nothing is opened and nothing may be touched. Carries its version.
    Newer(u32),
    /// There are values, and no congress can be made of them.
    Unreadable,
}

/// A congress made of what could be read.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The records that count.
    pub logbook: Logbook,
    /// Values that hold anything else, to be set aside before something is written.
    pub left_out: Vec<Stored>,
    /// The devices of which later records are known to have been and are not among those that count.
    pub lost: Vec<Lost>,
}

/// A device's records that are known to have been made and do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The device.
    pub device: DeviceId,
    /// How many of its records count, from the first.
    pub kept: u32,
    /// The last that is known to have been made; above `kept`.
    pub last: u32,
}

impl Recovered {
    /// Whether nothing had to be left out and nothing is known to be missing.
    pub fn is_whole(&self) -> bool {
        self.left_out.is_empty() && self.lost.is_empty()
    }

    /// The records that a copy lacks, in the common order. A snapshot counts as holding what is in it.
    pub fn missing_in(&self, copy: CopyOf, values: &[Stored]) -> Vec<Record> {
        let mut held = BTreeSet::new();
        for value in values.iter().filter(|value| value.copy == copy) {
            // A value in the old form is written anew in the form of today.
            if let Ok(records) = read(value)
                && !value.text.starts_with('{')
            {
                held.extend(records.into_iter().map(|record| record.id));
            }
        }
        let left_out = self.left_out.iter().filter(|value| value.copy == copy);
        for value in left_out {
            if let Some(id) = key::record_of(&value.key) {
                held.remove(&id);
            }
        }
        self.logbook.records().filter(|record| !held.contains(&record.id)).cloned().collect()
    }
}

/// What the values of both copies add up to. The order of the values decides nothing but which of two contradicting
/// records counts where nothing else can tell.
pub fn recover(congress: &CongressId, values: &[Stored]) -> Recovery {
    if values.is_empty() {
        return Recovery::Nothing;
    }
    let mut chains: BTreeMap<DeviceId, BTreeMap<u32, Vec<Record>>> = BTreeMap::new();
    let mut seen: BTreeMap<DeviceId, u32> = BTreeMap::new();
    for value in values {
        if let Some(id) = key::record_of(&value.key) {
            note(&mut seen, &id);
        }
        match read(value) {
            Err(Unread::Newer(version)) => return Recovery::Newer(version),
            Err(Unread::Damaged) => {}
            Ok(records) => {
                for record in records {
                    note(&mut seen, &record.id);
                    let versions =
                        chains.entry(record.id.device.clone()).or_default().entry(record.id.seq).or_default();
                    if !versions.contains(&record) {
                        versions.push(record);
                    }
                }
            }
        }
    }
    let counted: Vec<Record> = chains.values().flat_map(longest).collect();
    let Some(logbook) = founded(congress, counted) else { return Recovery::Unreadable };
    let left_out = values.iter().filter(|value| !counts(&logbook, value)).cloned().collect();
    let lost = seen
        .into_iter()
        .map(|(device, last)| Lost { kept: logbook.head(&device), device, last })
        .filter(|lost| lost.last > lost.kept)
        .collect();
    Recovery::Opened(Box::new(Recovered { logbook, left_out, lost }))
}

fn note(seen: &mut BTreeMap<DeviceId, u32>, id: &RecordId) {
    // A key's name may be damaged too; only what could be a device's record is missed when it is not there.
    if id.device.is_well_formed() {
        let last = seen.entry(id.device.clone()).or_default();
        *last = id.seq.max(*last);
    }
}

/// The records of a value; a value under another record's key is damaged.
fn read(value: &Stored) -> Result<Vec<Record>, Unread> {
    match key::record_of(&value.key) {
        Some(id) => kept::record(&value.text)
            .and_then(|record| if record.id == id { Ok(vec![record]) } else { Err(Unread::Damaged) }),
        None => kept::records(&value.text),
    }
}

/// Whether all that a value holds is among what counts.
fn counts(logbook: &Logbook, value: &Stored) -> bool {
    read(value).is_ok_and(|records| records.iter().all(|record| logbook.record(&record.id) == Some(record)))
}

/// The longest chain of a device from its first record. Of two records under one id the one counts that has more
/// behind it.
fn longest(chain: &BTreeMap<u32, Vec<Record>>) -> Vec<Record> {
    let weighed = weighed(chain);
    let mut counted: Vec<Record> = Vec::new();
    let mut previous = ChainHash::origin();
    for seq in 1.. {
        let lamport = counted.last().map_or(0, |record| record.lamport);
        let mut best: Option<&Weighed> = None;
        for candidate in weighed.get(&seq).into_iter().flatten() {
            let record = candidate.record;
            let follows = record.previous == previous
                && (lamport + 1..=MAX_LAMPORT).contains(&record.lamport)
                && record.id.device.is_well_formed();
            if follows && best.is_none_or(|best| candidate.behind > best.behind) {
                best = Some(candidate);
            }
        }
        let Some(best) = best else { break };
        previous = best.hash.clone();
        counted.push(best.record.clone());
    }
    counted
}

/// A record with how long the chain is that leads on from it.
struct Weighed<'a> {
    record: &'a Record,
    hash: ChainHash,
    behind: usize,
}

fn weighed(chain: &BTreeMap<u32, Vec<Record>>) -> BTreeMap<u32, Vec<Weighed<'_>>> {
    let mut all: BTreeMap<u32, Vec<Weighed<'_>>> = BTreeMap::new();
    for (seq, versions) in chain.iter().rev() {
        let weigh = |record| {
            let hash = Record::hash(record);
            let after = all.get(&seq.saturating_add(1)).into_iter().flatten();
            let behind =
                after.filter(|after| after.record.previous == hash).map(|after| after.behind + 1).max();
            Weighed { record, hash, behind: behind.unwrap_or(0) }
        };
        let versions = versions.iter().map(weigh).collect();
        all.insert(*seq, versions);
    }
    all
}

/// The congress of this name. A founding of another one, and whatever its device wrote, was misplaced here.
fn founded(congress: &CongressId, counted: Vec<Record>) -> Option<Logbook> {
    let others: BTreeSet<DeviceId> = counted
        .iter()
        .filter(|record| matches!(record.change, Change::Founded(_)) && record.congress() != *congress)
        .map(|record| record.id.device.clone())
        .collect();
    let own = counted.into_iter().filter(|record| !others.contains(&record.id.device));
    Logbook::open(own).ok()
}
