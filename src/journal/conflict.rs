//! Conflicts: two devices that worked apart wrote the same field differently. The common order says which of the two stands
//! until somebody has looked at both; nothing is lost either way, because both records stay.

use super::logbook::Logbook;
use super::record::Record;
use crate::congress::Change;
use crate::congress::field::{Field, Written};
use crate::congress::id::RecordId;
use crate::congress::order;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Two records that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// What was written on this device, or had come to it earlier.
    pub here: RecordId,
    /// What came in.
    pub there: RecordId,
}

impl Conflict {
    /// What the records that only `here` has and those that only `there` has wrote differently: of each field the last word
    /// of both, in the order in which they were written.
    pub fn between(here: &Logbook, there: &Logbook) -> Vec<Self> {
        let (own, others) = (last_words(here, there), last_words(there, here));
        let mut found: Vec<(&Record, &Record, Self)> = Vec::new();
        for (field, (record, value)) in &own {
            let against = others.get(field).filter(|(_, other)| other != value).map(|(other, _)| *other);
            // What one side took away and the other still changed meets in the thing, not in a field.
            let whole = || others.iter().filter(|(other, _)| *other != field && other.meets(field));
            let against = against.or_else(|| whole().map(|(_, (other, _))| *other).max_by_key(|r| r.order()));
            if let Some(other) = against {
                let conflict = Self { here: record.id.clone(), there: other.id.clone() };
                if !found.iter().any(|(_, _, known)| *known == conflict) {
                    found.push((record, other, conflict));
                }
            }
        }
        order::by_key(&mut found, |(here, there, _)| (here.order(), there.order()));
        found.into_iter().map(|(_, _, conflict)| conflict).collect()
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

/// What `one` has and `other` lacks wrote last into each field.
fn last_words<'a>(one: &'a Logbook, other: &Logbook) -> HashMap<Field, (&'a Record, String)> {
    let dead = one.dead();
    let mut words: HashMap<Field, (&Record, String)> = HashMap::new();
    for record in one.records().filter(|record| !other.has(&record.id) && !dead.contains(&record.id)) {
        for written in record.change.writes() {
            if written.field.is_whole() {
                words.retain(|field, _| !field.meets(&written.field));
            }
            words.insert(written.field, (record, written.value));
        }
    }
    words
}
