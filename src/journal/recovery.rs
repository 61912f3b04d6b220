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
use std::ptr;
use std::rc::Rc;

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
    /// The records that each copy holds in the form of today.
    held: BTreeMap<CopyOf, BTreeSet<RecordId>>,
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
    pub fn missing_in(&self, copy: CopyOf) -> Vec<Record> {
        let held = self.held.get(&copy);
        let lacks = |record: &&Record| held.is_none_or(|held| !held.contains(&record.id));
        self.logbook.records().filter(lacks).cloned().collect()
    }
}

/// What the values of both copies add up to. The order of the values decides nothing but which of two contradicting
/// records counts where nothing else can tell.
pub fn recover(congress: &CongressId, values: &[Stored]) -> Recovery {
    if values.is_empty() {
        return Recovery::Nothing;
    }
    let found = read_all(values);
    let mut chains: BTreeMap<&DeviceId, BTreeMap<u32, Vec<&Record>>> = BTreeMap::new();
    let mut seen: BTreeMap<DeviceId, u32> = BTreeMap::new();
    for (value, read) in values.iter().zip(&found) {
        if let Some(id) = key::record_of(&value.key) {
            note(&mut seen, &id);
        }
        match &**read {
            Err(Unread::Newer(version)) => return Recovery::Newer(*version),
            Err(Unread::Damaged) => {}
            Ok(records) => {
                for record in records {
                    note(&mut seen, &record.id);
                    let versions =
                        chains.entry(&record.id.device).or_default().entry(record.id.seq).or_default();
                    if !versions.iter().any(|known| ptr::eq(*known, record) || *known == record) {
                        versions.push(record);
                    }
                }
            }
        }
    }
    let counted: Vec<Chain<'_>> = chains.values().map(longest).collect();
    let Some(logbook) = founded(congress, counted) else { return Recovery::Unreadable };
    let counts = |read: &Read| {
        let here = |record: &Record| logbook.record(&record.id) == Some(record);
        read.as_ref().is_ok_and(|records| records.iter().all(here))
    };
    let mut left_out = Vec::new();
    let mut held: BTreeMap<CopyOf, BTreeSet<RecordId>> = BTreeMap::new();
    for (value, read) in values.iter().zip(&found) {
        if !counts(read) {
            left_out.push(value.clone());
        } else if let Ok(records) = &**read
            // A value in the old form is written anew in the form of today.
            && !value.text.starts_with('{')
        {
            held.entry(value.copy).or_default().extend(records.iter().map(|record| record.id.clone()));
        }
    }
    for value in &left_out {
        if let (Some(id), Some(held)) = (key::record_of(&value.key), held.get_mut(&value.copy)) {
            held.remove(&id);
        }
    }
    let lost = seen
        .into_iter()
        .map(|(device, last)| Lost { kept: logbook.head(&device), device, last })
        .filter(|lost| lost.last > lost.kept)
        .collect();
    Recovery::Opened(Box::new(Recovered { logbook, left_out, lost, held }))
}

/// What a value holds.
type Read = Result<Vec<Record>, Unread>;

/// What each value holds. Both copies keep the same texts under the same keys, and each text is read once.
fn read_all(values: &[Stored]) -> Vec<Rc<Read>> {
    let mut known: BTreeMap<&str, (&str, Rc<Read>)> = BTreeMap::new();
    let read_once = |value| {
        let Stored { key, text, .. }: &Stored = value;
        match known.get(key.as_str()) {
            Some((other, read)) if other == text => Rc::clone(read),
            _ => {
                let read = Rc::new(read(value));
                known.insert(key, (text, Rc::clone(&read)));
                read
            }
        }
    };
    values.iter().map(read_once).collect()
}

fn note(seen: &mut BTreeMap<DeviceId, u32>, id: &RecordId) {
    // A key's name may be damaged too; only what could be a device's record is missed when it is not there.
    if id.device.is_well_formed() {
        let last = seen.entry(id.device.clone()).or_default();
        *last = id.seq.max(*last);
    }
}

/// The records of a value; a value under another record's key is damaged.
fn read(value: &Stored) -> Read {
    match key::record_of(&value.key) {
        Some(id) => kept::record(&value.text)
            .and_then(|record| if record.id == id { Ok(vec![record]) } else { Err(Unread::Damaged) }),
        None => kept::records(&value.text),
    }
}

/// The records of a device that count, in their order, and the hash of the last one.
struct Chain<'a> {
    records: Vec<&'a Record>,
    end: ChainHash,
}

/// The longest chain of a device from its first record. Of two records under one id the one counts that has more
/// behind it.
fn longest<'a>(chain: &BTreeMap<u32, Vec<&'a Record>>) -> Chain<'a> {
    let weighed = weighed(chain);
    let mut counted: Vec<&'a Record> = Vec::new();
    let mut previous = ChainHash::origin();
    for seq in 1.. {
        let lamport = counted.last().map_or(0, |record| record.lamport);
        let mut best: Option<&Weighed<'_>> = None;
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
        counted.push(best.record);
    }
    Chain { records: counted, end: previous }
}

/// A record with how long the chain is that leads on from it.
struct Weighed<'a> {
    record: &'a Record,
    hash: ChainHash,
    behind: usize,
}

fn weighed<'a>(chain: &BTreeMap<u32, Vec<&'a Record>>) -> BTreeMap<u32, Vec<Weighed<'a>>> {
    let mut all: BTreeMap<u32, Vec<Weighed<'a>>> = BTreeMap::new();
    for (seq, versions) in chain.iter().rev() {
        let weigh = |record: &&'a Record| {
            let hash = record.hash();
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
fn founded(congress: &CongressId, counted: Vec<Chain<'_>>) -> Option<Logbook> {
    let is_other =
        |record: &&Record| matches!(record.change, Change::Founded(_)) && record.congress() != *congress;
    let own = counted.into_iter().filter(|chain| !chain.records.iter().any(is_other));
    Logbook::of_chains(own.map(|chain| (chain.records, chain.end))).ok()
}
