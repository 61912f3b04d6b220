//! After the congress: what was planned against what was used, item by item.

use super::Agenda;
use super::clock::{Course, Schedule};
use super::item::{Label, Sitting};
use super::template::ItemKind;
use crate::congress::id::ItemId;
use crate::congress::moment::{MINUTE_MS, Moment};

/// One item in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// Which item.
    pub item: ItemId,
    /// What it is.
    pub title: Label,
    /// Who presents it.
    pub presenter: Label,
    /// What sort of item it is.
    pub kind: ItemKind,
    /// The sitting it belongs to.
    pub sitting: Option<Sitting>,
    /// When it was planned to begin.
    pub planned: Moment,
    /// Minutes planned.
    pub minutes: u16,
    /// Minutes that were added or taken.
    pub extra_minutes: i32,
    /// When it began; `None` where it did not.
    pub begun: Option<Moment>,
    /// When it ended; `None` where it did not, or runs.
    pub ended: Option<Moment>,
    /// Milliseconds used, pauses left out.
    pub used: i64,
    /// What has become of it.
    pub course: Course,
}

impl ReportRow {
    /// Milliseconds planned.
    pub fn planned_ms(&self) -> i64 {
        i64::from(self.minutes) * MINUTE_MS
    }

    /// Milliseconds beyond the plan; negative where time was left, 0 where it did not begin.
    pub fn over(&self) -> i64 {
        if self.begun.is_some() { self.used.saturating_sub(self.planned_ms()) } else { 0 }
    }
}

/// The report of a congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeReport {
    /// The items in agenda order.
    pub rows: Vec<ReportRow>,
    /// When the congress was planned to begin.
    pub planned_begin: Moment,
    /// When it was planned to end.
    pub planned_end: Moment,
    /// When the first item began.
    pub begun: Option<Moment>,
    /// When the congress was declared over.
    pub closed: Option<Moment>,
}

impl TimeReport {
    /// The report at `now`; `midnight` is the local midnight from which the agenda's start is counted.
    pub fn at(agenda: &Agenda, midnight: Moment, now: Moment) -> Self {
        let schedule = Schedule::at(agenda, midnight, now, None);
        let rows = agenda.items.iter().zip(&schedule.slots).map(|(item, slot)| ReportRow {
            item: item.id.clone(),
            title: item.title.clone(),
            presenter: item.presenter.clone(),
            kind: item.kind,
            sitting: item.sitting.clone(),
            planned: slot.planned,
            minutes: item.minutes,
            extra_minutes: item.extra_minutes,
            begun: item.first_begun(),
            ended: item.last_ended(),
            used: item.elapsed(now),
            course: slot.course,
        });
        Self {
            rows: rows.collect(),
            planned_begin: schedule.slots.first().map_or(midnight, |slot| slot.planned),
            planned_end: schedule.planned_end,
            begun: agenda.first_begun(),
            closed: agenda.closed,
        }
    }

    /// Milliseconds planned for all items.
    pub fn planned_ms(&self) -> i64 {
        self.rows.iter().map(ReportRow::planned_ms).fold(0, i64::saturating_add)
    }

    /// Milliseconds that all items used.
    pub fn used(&self) -> i64 {
        self.rows.iter().map(|row| row.used).fold(0, i64::saturating_add)
    }

    /// The longest of all times, planned or used, in milliseconds: the width of the picture.
    pub fn longest(&self) -> i64 {
        self.rows.iter().map(|row| row.planned_ms().max(row.used)).max().unwrap_or(0)
    }
}
