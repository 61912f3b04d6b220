//! Which congresses are on this device: what the start page lists.

use super::Session;
use super::keep::{in_browser, in_database};
use crate::congress::id::CongressId;
use crate::congress::order;
use crate::congress::role::Role;
use crate::congress::{Congress, Moment};
use crate::journal::key;
use crate::journal::recovery::{Recovery, Stored, recover};
use crate::platform::{database, storage};
use chrono::NaiveDate;
use leptos::task::spawn_local;

/// A congress on this device, for the start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The id.
    pub id: CongressId,
    /// The organisation; `None` when the records cannot be read.
    pub organisation: Option<String>,
    /// Whether it is held to practise.
    pub rehearsal: bool,
    /// Which part of another congress it is; none for a congress itself.
    pub role: Option<Role>,
    /// Whether it was begun: an item ran, or a round has its result.
    pub held: bool,
    /// The congress day.
    pub date: Option<NaiveDate>,
    /// When it was last changed.
    pub changed: Moment,
}

impl Session {
    /// The congresses on this device, the latest changed first.
    pub fn congresses(&self) -> Vec<Summary> {
        self.everything.track();
        let mut found: Vec<Summary> =
            ids_in_browser().into_iter().map(|id| summary(&id, &in_browser(&id))).collect();
        for other in self.elsewhere.get() {
            // What localStorage lacks or cannot read, the database may know.
            match found.iter_mut().find(|summary| summary.id == other.id) {
                Some(summary) if summary.organisation.is_none() => *summary = other,
                Some(_) => {}
                None => found.push(other),
            }
        }
        order::by_key(&mut found, |summary| std::cmp::Reverse(summary.changed));
        found
    }

    /// Whether localStorage holds anything of a congress.
    pub fn has_congress() -> bool {
        !ids_in_browser().is_empty()
    }

    /// Whether any congress in localStorage but the one is such; each is read when it is its turn.
    pub(super) fn any_other(id: &CongressId, such: impl Fn(&Summary) -> bool) -> bool {
        let mut others = ids_in_browser().into_iter().filter(|other| other != id);
        others.any(|id| such(&summary(&id, &in_browser(&id))))
    }

    /// Looks into the database for congresses that localStorage lacks or cannot read.
    pub fn look_elsewhere(&self) {
        let session = *self;
        spawn_local(async move {
            let keys = database::keys(key::PREFIX).await;
            session.database_failed(keys.is_err());
            let mut ids: Vec<CongressId> =
                keys.unwrap_or_default().iter().filter_map(|key| key::congress_of(key)).collect();
            ids.dedup();
            let mut found = Vec::new();
            for id in ids {
                let own = in_browser(&id);
                if storage::read(&key::wiped(&id)).is_some()
                    || matches!(recover(&id, &own), Recovery::Opened(_))
                {
                    continue;
                }
                if let Ok(mut database) = in_database(&id).await {
                    database.values.extend(own);
                    found.push(summary(&id, &database.values));
                }
            }
            session.elsewhere.set(found);
        });
    }
}

fn ids_in_browser() -> Vec<CongressId> {
    let mut ids: Vec<CongressId> =
        storage::keys(key::PREFIX).iter().filter_map(|key| key::congress_of(key)).collect();
    ids.dedup();
    ids
}

fn summary(id: &CongressId, values: &[Stored]) -> Summary {
    let logbook = match recover(id, values) {
        Recovery::Opened(found) => Some(found.logbook),
        _ => None,
    };
    let last = logbook.as_ref().and_then(|logbook| logbook.records().next_back().map(|record| record.at));
    let details = logbook.as_ref().map(|logbook| &logbook.state().details);
    let held = |congress: &Congress| {
        congress.agenda.has_begun() || congress.rounds.iter().any(|round| round.sealed.is_some())
    };
    Summary {
        held: logbook.as_ref().is_some_and(|logbook| held(logbook.state())),
        organisation: details.map(|details| details.organisation.clone()),
        rehearsal: details.is_some_and(|details| details.rehearsal),
        role: logbook.as_ref().and_then(|logbook| logbook.state().role.clone()),
        date: details.map(|details| details.date),
        changed: last.unwrap_or_default(),
        id: id.clone(),
    }
}
