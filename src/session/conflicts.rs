//! Conflicts: where two devices wrote the same field differently, until a person has settled each.
//!
//! What was found is kept beside the congress, not in it: joining adds no record, so the same file joined twice, or on two
//! devices, comes to the same.

use super::{LogLine, Opened, Session};
use crate::congress::id::{CongressId, RecordId};
use crate::journal::{Conflict, key};
use crate::platform::database::{self, Batch};
use crate::platform::keyed::Keyed;
use crate::platform::storage;
use leptos::task::spawn_local;

/// A conflict that waits, with what both devices wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The two records.
    pub conflict: Conflict,
    /// What was written here.
    pub here: LogLine,
    /// What came in.
    pub there: LogLine,
    /// Which of the two stands now.
    pub standing: RecordId,
}

impl Session {
    /// The conflicts that wait, in the order in which they were written; follows every change while there are any.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let conflicts = self.conflicts.get();
        if conflicts.is_empty() {
            return Vec::new();
        }
        self.saved.track();
        self.everything.track();
        self.logbook.with(|logbook| {
            let Some(logbook) = logbook else { return Vec::new() };
            let line = |id: &RecordId| Some(LogLine::of(logbook.record(id)?, logbook, false));
            let waiting = conflicts.into_iter().filter(|conflict| conflict.is_open(logbook));
            waiting
                .filter_map(|conflict| {
                    let (here, there) = (line(&conflict.here)?, line(&conflict.there)?);
                    Some(Contradiction { standing: conflict.standing(logbook)?, here, there, conflict })
                })
                .collect()
        })
    }

    /// Lets one of the two records of a conflict stand; says whether it does. What stands already needs no record.
    pub fn settle_conflict(&self, conflict: &Conflict, kept: &RecordId) -> bool {
        let change = self
            .logbook
            .with(|logbook| logbook.as_ref().and_then(|logbook| conflict.change_for(kept, logbook)));
        if let Some(change) = change {
            return self.record(change);
        }
        self.forget_conflict(conflict);
        true
    }

    fn forget_conflict(&self, conflict: &Conflict) {
        let Opened::Congress(id) = self.opened.get_untracked() else { return };
        self.conflicts.update(|all| all.retain(|other| other != conflict));
        let rest = self.conflicts.get_untracked();
        spawn_local(async move { store(&id, &rest).await });
    }

    /// Keeps what joining a file has found, beside what still waits.
    pub(super) async fn keep_conflicts(&self, id: &CongressId, found: Vec<Conflict>) {
        let mut all = stored(id).await;
        all.extend(found.into_iter().filter(|conflict| !all.contains(conflict)).collect::<Vec<_>>());
        store(id, &all).await;
    }

    pub(super) fn look_for_conflicts(&self, id: Option<&CongressId>) {
        self.conflicts.set(Vec::new());
        let Some(id) = id.cloned() else { return };
        let (session, opening) = (*self, self.opening());
        spawn_local(async move {
            let found = stored(&id).await;
            if session.opening() == opening && !found.is_empty() {
                session.conflicts.set(found);
            }
        });
    }
}

async fn stored(id: &CongressId) -> Vec<Conflict> {
    let key = key::conflicts(id);
    if let Some(text) = storage::read(&key) {
        return Conflict::from_text(&text);
    }
    let kept = database::read(&key).await.unwrap_or_default();
    kept.iter()
        .find(|(other, _)| *other == key)
        .map(|(_, text)| Conflict::from_text(text))
        .unwrap_or_default()
}

async fn store(id: &CongressId, conflicts: &[Conflict]) {
    let entry = Keyed::new(key::conflicts(id), Conflict::to_text(conflicts));
    // Either copy is enough. Where both fail the congress itself is not saved either, and the light says so.
    let _ = storage::write_keyed(&entry);
    let _ = database::write(&Batch { put: vec![entry], ..Batch::default() }).await;
}
