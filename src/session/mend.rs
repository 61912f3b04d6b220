//! Mending: what could not be read is set aside byte for byte, and each copy is given what it lacks.

use super::Session;
use crate::congress::id::CongressId;
use crate::journal::recovery::{CopyOf, Recovered, Stored};
use crate::journal::{Record, key};
use crate::platform::database::{self, Batch};
use crate::platform::keyed::Keyed;
use crate::platform::{clock, storage};
use leptos::task::spawn_local;

/// What is to be done before a window writes.
pub(super) struct Repair {
    aside: Vec<Stored>,
    first: Vec<Record>,
    second: Vec<Record>,
}

impl Repair {
    /// The repair after an opening; `both` says whether the database could be read.
    pub(super) fn of(found: &Recovered, both: bool) -> Self {
        Self {
            aside: found.left_out.clone(),
            first: found.missing_in(CopyOf::Browser),
            second: if both { found.missing_in(CopyOf::Database) } else { Vec::new() },
        }
    }
}

impl Session {
    /// Sets aside what could not be read, then gives each copy what it lacks.
    pub(super) fn mend(&self, id: &CongressId, repair: Repair) {
        let Repair { aside, mut first, second } = repair;
        if !set_aside(&aside) {
            // Without room for a copy the damaged values stay where they are, and nothing may be written over them.
            self.become_new_device();
            first.clear();
        }
        let batch = aside_in_database(&aside);
        if batch.put.is_empty() {
            self.supply(id, &first, &second);
            return;
        }
        self.supply(id, &first, &[]);
        let (session, id) = (*self, id.clone());
        spawn_local(async move {
            if database::write(&batch).await.is_ok() {
                session.supply(&id, &[], &second);
            }
        });
    }
}

/// Moves values of localStorage out of the way. A value goes only when its copy stands; false when one could not be
/// copied, and then it is still where it was.
pub(super) fn set_aside(values: &[Stored]) -> bool {
    values.iter().filter(|value| value.copy == CopyOf::Browser).all(|value| {
        if storage::read(&value.key).as_ref() != Some(&value.text) {
            // It has been written anew meanwhile.
            return true;
        }
        let free = (1..u64::MAX)
            .map(|turn| key::quarantine(&value.key, turn))
            .find(|free| storage::read(free).is_none());
        let copied = free.is_some_and(|free| storage::write_text(&free, &value.text).is_ok());
        if copied {
            storage::remove(&value.key);
        }
        copied
    })
}

/// Moves values of the database out of the way, in one transaction.
pub(super) fn aside_in_database(values: &[Stored]) -> Batch {
    let turn = clock::now().0.unsigned_abs();
    let mut batch = Batch::default();
    for value in values.iter().filter(|value| value.copy == CopyOf::Database) {
        batch.put.push(Keyed::new(key::quarantine(&value.key, turn), value.text.clone()));
        batch.remove.push(value.key.clone());
    }
    batch
}
