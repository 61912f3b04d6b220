//! Conflicts: two devices that worked apart wrote the same field differently. The common order says which of the two stands
//! until somebody has looked at both; nothing is lost either way, because both records stay.

use super::logbook::Logbook;
use super::record::Record;
use crate::congress::Change;
use crate::congress::field::{Field, Written};
use crate::congress::id::{DeviceId, RecordId};
use crate::congress::order;

/// Two records that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Conflict {
    /// What was written on this device, or had come to it earlier.
    pub here: RecordId,
    /// What came in.
    pub there: RecordId,
}

impl Conflict {
    /// Conflicts as they are stored: one a line, the two records with a blank between.
    pub fn to_text(all: &[Self]) -> String {
        let lines: Vec<String> =
            all.iter().map(|conflict| format!("{} {}", conflict.here, conflict.there)).collect();
        lines.join("\n")
    }

    /// Conflicts as they were stored; a line that holds none is passed over.
    pub fn from_text(text: &str) -> Vec<Self> {
        let record = |text: &str| {
            let (device, seq) = text.split_once('-')?;
            Some(RecordId { device: DeviceId::from_text(device), seq: seq.parse().ok()? })
        };
        let conflict = |line: &str| {
            let (here, there) = line.split_once(' ')?;
            Some(Self { here: record(here)?, there: record(there)? })
        };
        text.lines().filter_map(conflict).collect()
    }

    /// What the records that only `here` has and those that only `there` has wrote differently: of each field the last word
    /// of both, in the order in which they were written.
    pub fn between(here: &Logbook, there: &Logbook) -> Vec<Self> {
        let (own, others) = (last_words(here, there), last_words(there, here));
        let mut found: Vec<(&Word<'_>, &Word<'_>)> = Vec::new();
        for word in &own {
            let same = others.binary_search_by(|other| other.field.cmp(&word.field));
            let against = match same.ok().and_then(|at| others.get(at)) {
                // What one side took away and the other still changed meets in the thing, not in a field.
                None => others
                    .iter()
                    .filter(|other| word.field.is_whole() || other.field.is_whole())
                    .filter(|other| other.field.meets(&word.field))
                    .max_by_key(|other| other.record.order()),
                same => same.filter(|other| other.value != word.value),
            };
            found.extend(against.map(|against| (word, against)));
        }
        order::by_key(&mut found, |(here, there)| (here.record.order(), there.record.order()));
        found.dedup_by_key(|(here, there)| (&here.record.id, &there.record.id));
        let conflict = |(here, there): (&Word<'_>, &Word<'_>)| Self {
            here: here.record.id.clone(),
            there: there.record.id.clone(),
        };
        found.into_iter().map(conflict).collect()
    }

    /// Whether it still waits: both records count, and nobody has written what they contradict each other in since.
    pub fn is_open(&self, logbook: &Logbook) -> bool {
        let dead = logbook.dead();
        let live = |id: &RecordId| logbook.record(id).filter(|record| !dead.contains(&record.id));
        let (Some(here), Some(there)) = (live(&self.here), live(&self.there)) else { return false };
        let (own, others) = (here.change.writes(), there.change.writes());
        let meets = |one: &Written, many: &[Written]| many.iter().any(|other| other.field.meets(&one.field));
        let fields: Vec<&Written> = own.iter().filter(|written| meets(written, &others)).collect();
        let newest = here.order().max(there.order());
        let mut since = logbook.records().rev().take_while(|record| record.order() > newest);
        let settled = since.any(|record| {
            let writes = || record.change.writes();
            !dead.contains(&record.id) && fields.iter().any(|field| meets(field, &writes()))
        });
        !settled
    }

    /// The one of the two that stands: what took a thing away, else what comes later in the common order.
    pub fn standing(&self, logbook: &Logbook) -> Option<RecordId> {
        let (here, there) = (logbook.record(&self.here)?, logbook.record(&self.there)?);
        let takes = |record: &Record| record.change.writes().iter().any(|written| written.field.is_whole());
        let stands = match (takes(here), takes(there)) {
            (true, false) => here,
            (false, true) => there,
            _ if here.order() > there.order() => here,
            _ => there,
        };
        Some(stands.id.clone())
    }

    /// The change that makes the record `kept` stand; none where it stands already. What was taken away comes back when the
    /// taking away is undone.
    pub fn change_for(&self, kept: &RecordId, logbook: &Logbook) -> Option<Change> {
        let standing = self.standing(logbook)?;
        if standing == *kept {
            return None;
        }
        let stands = logbook.record(&standing)?;
        if stands.change.writes().iter().any(|written| written.field.is_whole()) {
            return Some(Change::Undone(standing));
        }
        logbook.record(kept).map(|record| record.change.clone())
    }
}

/// The last word of one side on a field.
struct Word<'a> {
    field: Field,
    record: &'a Record,
    value: String,
}

/// What `one` has and `other` lacks wrote last into each field, in the order of the fields.
fn last_words<'a>(one: &'a Logbook, other: &Logbook) -> Vec<Word<'a>> {
    let dead = one.dead();
    let mut words: Vec<Word<'_>> = Vec::new();
    for record in one.records().filter(|record| !other.has(&record.id) && !dead.contains(&record.id)) {
        for written in record.change.writes() {
            // Within a field, equal changes wrote the same.
            let value =
                written.value.unwrap_or_else(|| serde_json::to_string(&record.change).unwrap_or_default());
            words.push(Word { field: written.field, record, value });
        }
    }
    words.reverse();
    order::by_key(&mut words, |word| word.field.clone());
    words.dedup_by(|later, first| later.field == first.field);
    // Who took a thing away has no other word on it.
    let gone: Vec<Field> =
        words.iter().map(|word| &word.field).filter(|field| field.is_whole()).cloned().collect();
    words.retain(|word| word.field.is_whole() || !gone.iter().any(|gone| gone.meets(&word.field)));
    words
}
