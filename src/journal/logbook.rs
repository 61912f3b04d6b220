//! The logbook: all records of one congress and the state that they add up to.

use super::record::{ChainHash, Order, Record};
use crate::congress::change::{Change, Founding};
use crate::congress::id::{CongressId, DeviceId, RecordId};
use crate::congress::moment::Moment;
use crate::congress::order;
use crate::congress::people::name::clean_name;
use crate::congress::{Congress, Refusal};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// The largest Lamport number: the largest whole number that every reader of JSON keeps exactly.
pub const MAX_LAMPORT: u64 = 1 << 53;

/// Who makes a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The device.
    pub device: DeviceId,
    /// Who sits at it; may be empty.
    pub desk: String,
}

/// Why a record could not be taken in. The record itself is left as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// No record founds the congress, or more than one does.
    Founding,
    /// The records of a device do not follow one another from 1; first place where they break.
    Gap(RecordId),
    /// A record does not carry the hash of the one before it.
    Chain(RecordId),
    /// Another record stands under the same id.
    Conflict(RecordId),
    /// A Lamport number does not rise within its device or is above [`MAX_LAMPORT`], or a device id is malformed.
    Order(RecordId),
}

/// All records of one congress, and their sum.
#[derive(Clone, Debug)]
pub struct Logbook {
    congress: CongressId,
    records: BTreeMap<Order, Record>,
    by_id: FxHashMap<RecordId, Order>,
    heads: FxHashMap<DeviceId, (u32, ChainHash)>,
    state: Congress,
}

impl Logbook {
    /// A new congress, with its founding record.
    pub fn found(author: &Author, at: Moment, mut founding: Founding) -> (Self, Record) {
        founding.organisation = clean_name(&founding.organisation);
        let record = Record {
            id: RecordId { device: author.device.clone(), seq: 1 },
            lamport: 1,
            at,
            desk: clean_name(&author.desk),
            previous: ChainHash::origin(),
            change: Change::Founded(founding.clone()),
        };
        let logbook = Self {
            congress: record.congress(),
            records: BTreeMap::from([(record.order(), record.clone())]),
            by_id: FxHashMap::from_iter([(record.id.clone(), record.order())]),
            heads: FxHashMap::from_iter([(record.id.device.clone(), (1, record.hash()))]),
            state: Congress::found(&founding),
        };
        (logbook, record)
    }

    /// The congress that a set of records adds up to. Order does not matter.
    pub fn open(records: impl IntoIterator<Item = Record>) -> Result<Self, Rejected> {
        let mut by_order = BTreeMap::new();
        let mut by_id: FxHashMap<RecordId, Order> = FxHashMap::default();
        for record in records {
            let order = record.order();
            match by_id.get(&record.id).and_then(|order| by_order.get(order)) {
                Some(known) if *known == record => continue,
                Some(_) => return Err(Rejected::Conflict(record.id)),
                None => {}
            }
            by_id.insert(record.id.clone(), order.clone());
            by_order.insert(order, record);
        }
        let heads = heads(by_order.values())?;
        Self::of(by_order, by_id, heads)
    }

    /// The congress that whole chains add up to, one a device, each in its order and with the hash of its last record.
    /// Whoever made them has checked each of them from its first record on.
    pub(super) fn of_chains<'a>(
        chains: impl Iterator<Item = (Vec<&'a Record>, ChainHash)>,
    ) -> Result<Self, Rejected> {
        let (mut by_order, mut by_id, mut heads) =
            (BTreeMap::new(), FxHashMap::default(), FxHashMap::default());
        for (records, end) in chains {
            if let Some(last) = records.last() {
                heads.insert(last.id.device.clone(), (last.id.seq, end));
            }
            for record in records {
                by_id.insert(record.id.clone(), record.order());
                by_order.insert(record.order(), record.clone());
            }
        }
        Self::of(by_order, by_id, heads)
    }

    fn of(
        by_order: BTreeMap<Order, Record>,
        by_id: FxHashMap<RecordId, Order>,
        heads: FxHashMap<DeviceId, (u32, ChainHash)>,
    ) -> Result<Self, Rejected> {
        let mut founders = by_order.values().filter_map(|record| match &record.change {
            Change::Founded(founding) => Some((record.congress(), founding)),
            _ => None,
        });
        let (Some((congress, founding)), None) = (founders.next(), founders.next()) else {
            return Err(Rejected::Founding);
        };
        let state = fold(founding, by_order.values(), &dead_after(None, by_order.values()));
        Ok(Self { congress, records: by_order, by_id, heads, state })
    }

    /// Which congress this is.
    pub fn id(&self) -> &CongressId {
        &self.congress
    }

    /// The state.
    pub fn state(&self) -> &Congress {
        &self.state
    }

    /// The records, in the common order.
    pub fn records(&self) -> impl DoubleEndedIterator<Item = &Record> + ExactSizeIterator {
        self.records.values()
    }

    /// How many records of a device are known, from its first.
    pub fn head(&self, device: &DeviceId) -> u32 {
        self.heads.get(device).map_or(0, |(seq, _)| *seq)
    }

    /// How many records of each device are known, from its first.
    pub fn heads(&self) -> FxHashMap<DeviceId, u32> {
        self.heads.iter().map(|(device, (seq, _))| (device.clone(), *seq)).collect()
    }

    /// Whether a record is known.
    pub fn has(&self, id: &RecordId) -> bool {
        self.by_id.contains_key(id)
    }

    /// Adds a change by `author` at `at`, its texts cleaned, or says why not. Cost: that of the change; undo folds again.
    pub fn commit(&mut self, author: &Author, at: Moment, change: Change) -> Result<Record, Refusal> {
        self.write(author, at, change).map(|(record, _)| record)
    }

    /// Adds a change as [`Logbook::commit`] does, and gives the record with its JSON: both its hash and what is kept of it
    /// are made of that.
    pub fn write(
        &mut self,
        author: &Author,
        at: Moment,
        change: Change,
    ) -> Result<(Record, String), Refusal> {
        let change = change.fitting().ok_or(Refusal::TooLong)?;
        self.state.admit(&change)?;
        let undone = match &change {
            Change::Undone(target) => Some(self.without(target)?),
            _ => None,
        };
        let (seq, previous) = self.heads.get(&author.device).cloned().unwrap_or((0, ChainHash::origin()));
        let lamport = self.records.last_key_value().map_or(0, |((lamport, _), _)| *lamport);
        let record = Record {
            id: RecordId { device: author.device.clone(), seq: seq + 1 },
            lamport: lamport + 1,
            at,
            desk: clean_name(&author.desk),
            previous,
            change,
        };
        let json = record.to_json();
        self.insert(record.clone(), Record::hash_of(&json));
        match undone {
            Some(state) => self.state = state,
            None => self.state.apply(&record.id, record.at, &record.change),
        }
        Ok((record, json))
    }

    /// Takes in one record that another window or device wrote, at the cost of the change where it comes last in the
    /// common order; otherwise as [`Logbook::merge`]. Says whether the record was new.
    pub fn receive(&mut self, record: Record) -> Result<bool, Rejected> {
        let (seq, previous) = self.heads.get(&record.id.device).cloned().unwrap_or((0, ChainHash::origin()));
        let last = self.records.last_key_value().is_none_or(|(order, _)| *order < record.order());
        let plain = !matches!(record.change, Change::Undone(_) | Change::Founded(_));
        let follows =
            record.id.seq == seq + 1 && record.previous == previous && record.id.device.is_well_formed();
        if !(last && plain && follows) {
            return self.merge([record]).map(|added| added > 0);
        }
        self.state.apply(&record.id, record.at, &record.change);
        let hash = record.hash();
        self.insert(record, hash);
        Ok(true)
    }

    /// Takes in records from elsewhere and says how many were new; nothing is taken in when they do not fit.
    pub fn merge(&mut self, records: impl IntoIterator<Item = Record>) -> Result<usize, Rejected> {
        let mut new = Vec::new();
        for record in records {
            match self.record(&record.id) {
                Some(known) if *known == record => {}
                Some(_) => return Err(Rejected::Conflict(record.id)),
                None => new.push(record),
            }
        }
        if new.is_empty() {
            return Ok(0);
        }
        let before = self.records.len();
        *self = Self::open(self.records.values().cloned().chain(new))?;
        Ok(self.records.len() - before)
    }

    /// The record that undo would take back on this device: its latest live change that is neither an undo
    /// nor noticed by the app itself.
    pub fn undo_target(&self, device: &DeviceId) -> Option<&Record> {
        let dead = self.dead();
        self.records.values().rev().find(|record| {
            record.id.device == *device
                && !dead.contains(&record.id)
                && !matches!(record.change, Change::Undone(_) | Change::Founded(_))
                && !record.change.is_noticed()
        })
    }

    /// The undo that redo would take back: this device's latest live undo, unless it has changed something since.
    pub fn redo_target(&self, device: &DeviceId) -> Option<&Record> {
        let dead = self.dead();
        let latest =
            self.records.values().rev().filter(|record| record.id.device == *device).find(|record| {
                // An undo that takes back an undo is a redo; it is not itself something to redo.
                !dead.contains(&record.id) && !self.is_redo(record) && !record.change.is_noticed()
            })?;
        matches!(latest.change, Change::Undone(_)).then_some(latest)
    }

    /// Whether a record counts, or was undone.
    pub fn is_undone(&self, id: &RecordId) -> bool {
        self.dead().contains(id)
    }

    /// A record by its id.
    pub fn record(&self, id: &RecordId) -> Option<&Record> {
        self.by_id.get(id).and_then(|order| self.records.get(order))
    }

    fn is_redo(&self, record: &Record) -> bool {
        match &record.change {
            Change::Undone(target) => {
                self.record(target).is_some_and(|target| matches!(target.change, Change::Undone(_)))
            }
            _ => false,
        }
    }

    /// The records that live undos take back, read from the end, because an undo may itself be undone.
    pub fn dead(&self) -> FxHashSet<RecordId> {
        dead_after(None, self.records.values())
    }

    fn founding(&self) -> Option<&Founding> {
        self.records.values().find_map(|record| match &record.change {
            Change::Founded(founding) => Some(founding),
            _ => None,
        })
    }

    /// The state without a record. The founding stays, and so does a closed round: its list, its figures and the rules
    /// of a sealed one outlast an undo on another device; only what closed it can itself be taken back.
    fn without(&self, target: &RecordId) -> Result<Congress, Refusal> {
        let founding = self.founding().ok_or(Refusal::Gone)?;
        if self.record(target).is_none_or(|record| matches!(record.change, Change::Founded(_))) {
            return Err(Refusal::Gone);
        }
        let state = fold(founding, self.records.values(), &dead_after(Some(target), self.records.values()));
        let rules = |congress: &Congress| (congress.details.rules, congress.details.own_rules.clone());
        let same_rules = rules(&state) == rules(&self.state);
        let stands = self.state.rounds.iter().filter(|sheet| !sheet.is_open()).all(|sheet| {
            state.round(&sheet.id).is_some_and(|after| {
                // Only without what closed it is a round open again.
                after.is_open() || (after == sheet && (same_rules || sheet.sealed.is_none()))
            })
        });
        if stands { Ok(state) } else { Err(Refusal::Sealed) }
    }

    fn insert(&mut self, record: Record, hash: ChainHash) {
        self.heads.insert(record.id.device.clone(), (record.id.seq, hash));
        self.by_id.insert(record.id.clone(), record.order());
        self.records.insert(record.order(), record);
    }
}

/// What records add up to from a founding on, without the dead ones.
fn fold<'a>(
    founding: &Founding,
    records: impl Iterator<Item = &'a Record>,
    dead: &FxHashSet<RecordId>,
) -> Congress {
    let mut state = Congress::found(founding);
    for record in records.filter(|record| !dead.contains(&record.id)) {
        state.apply(&record.id, record.at, &record.change);
    }
    state
}

/// The records that live undos take back, once a further undo stands at the end.
fn dead_after<'a>(
    undo: Option<&RecordId>,
    records: impl DoubleEndedIterator<Item = &'a Record>,
) -> FxHashSet<RecordId> {
    let mut dead: FxHashSet<RecordId> = undo.into_iter().cloned().collect();
    for record in records.rev() {
        if let Change::Undone(target) = &record.change
            && !dead.contains(&record.id)
        {
            dead.insert(target.clone());
        }
    }
    dead
}

/// Checks each device's chain and gives its end.
fn heads<'a>(
    records: impl Iterator<Item = &'a Record>,
) -> Result<FxHashMap<DeviceId, (u32, ChainHash)>, Rejected> {
    let mut chains: FxHashMap<&DeviceId, Vec<&Record>> = FxHashMap::default();
    for record in records {
        chains.entry(&record.id.device).or_default().push(record);
    }
    let mut heads = FxHashMap::default();
    for (device, mut chain) in chains {
        order::by_key(&mut chain, |record| record.id.seq);
        let mut previous = ChainHash::origin();
        let mut lamport = 0;
        for (expected, record) in (1..).zip(&chain) {
            if record.id.seq != expected {
                return Err(Rejected::Gap(record.id.clone()));
            }
            if record.previous != previous {
                return Err(Rejected::Chain(record.id.clone()));
            }
            if record.lamport <= lamport || record.lamport > MAX_LAMPORT || !device.is_well_formed() {
                return Err(Rejected::Order(record.id.clone()));
            }
            lamport = record.lamport;
            previous = record.hash();
        }
        let end = chain.last().map_or(0, |record| record.id.seq);
        heads.insert(device.clone(), (end, previous));
    }
    Ok(heads)
}
