//! The preparation: tasks, documents, opinions, items that tick themselves, gates, and what is handed on.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod drafts;
mod facts;
mod gates;
#[path = "../fixtures/hall.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod hall;
mod handed_on;
mod papers;
mod tasks;

use chrono::NaiveDate;
use hall::Hall;
use so_tay_dai_hoi::congress::id::TaskId;
use so_tay_dai_hoi::congress::{Change, Congress, CongressKind, PreparationChange, Refusal};

/// The sample congress with facts and gates.
fn gated() -> Hall {
    let mut hall = Hall::founded_with(CongressKind::CellCommittee, 1, "party/2");
    hall.fill();
    hall
}

/// A day.
fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Records a change of the preparation that must be admitted.
fn prepare(hall: &mut Hall, change: PreparationChange) -> so_tay_dai_hoi::congress::id::RecordId {
    hall.act(Change::Preparation(change))
}

/// What is said to a change of the preparation.
fn refused(hall: &mut Hall, change: PreparationChange) -> Option<Refusal> {
    hall.attempt(Change::Preparation(change)).err()
}

/// A task by its title or id.
fn task(congress: &Congress, id: &str) -> so_tay_dai_hoi::congress::checklist::Task {
    congress.checklist.task(&TaskId::from(id)).unwrap().clone()
}
