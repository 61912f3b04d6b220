//! The clock: where the running item stands, and when each later one will come.
//!
//! Time is read, not counted: everything here follows from recorded instants and the `now` that is passed in, so a
//! reload, a sleeping laptop or a throttled window changes nothing.

use super::Agenda;
use super::item::AgendaItem;
use crate::congress::moment::{MINUTE_MS, Moment};

/// Milliseconds before the end in which the hall is warned.
pub const LAST_STRETCH_MS: i64 = MINUTE_MS;

/// Where the running item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// More than the last stretch is left.
    Running,
    /// The last minute.
    LastMinute,
    /// Past the time granted.
    Overtime,
}

/// The reading of the clock for the running item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Milliseconds used.
    pub elapsed: i64,
    /// Milliseconds granted.
    pub allotted: i64,
    /// Where the item stands.
    pub phase: Phase,
    /// Whether the clock stands still.
    pub paused: bool,
}

impl Reading {
    /// The reading of an item at `now`.
    pub fn of(item: &AgendaItem, now: Moment) -> Self {
        let elapsed = item.elapsed(now);
        let allotted = item.allotted();
        let left = allotted - elapsed;
        let phase = if left < 0 {
            Phase::Overtime
        } else if left <= LAST_STRETCH_MS && allotted > LAST_STRETCH_MS {
            Phase::LastMinute
        } else {
            Phase::Running
        };
        Self { elapsed, allotted, phase, paused: item.runs.last().is_some_and(super::item::Run::is_paused) }
    }

    /// Milliseconds left; negative in overtime.
    pub fn left(&self) -> i64 {
        self.allotted - self.elapsed
    }

    /// Thousandths of the granted time that are used, 0 to 1000.
    pub fn used_thousandths(&self) -> i64 {
        if self.allotted <= 0 {
            1000
        } else {
            (self.elapsed.saturating_mul(1000) / self.allotted).clamp(0, 1000)
        }
    }
}

/// What has become of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Ended.
    Past,
    /// Running now.
    Current,
    /// To come.
    Ahead,
}

/// One line of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When it was planned to begin.
    pub planned: Moment,
    /// When it began, or is expected to begin.
    pub expected: Moment,
    /// What has become of it.
    pub course: Course,
}

/// The whole programme against the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// One slot for each item, in agenda order.
    pub slots: Vec<Slot>,
    /// When the congress was planned to end.
    pub planned_end: Moment,
    /// When it will end, or ended.
    pub expected_end: Moment,
}

impl Schedule {
    /// The programme at `now`; `midnight` is the local midnight from which the agenda's start is counted.
    ///
    /// Before anything has begun the expectation is the plan. Afterwards an item ahead is expected when those before
    /// it have used what they were granted; one in overtime is taken to end now.
    pub fn at(agenda: &Agenda, midnight: Moment, now: Moment) -> Self {
        let start = midnight.plus(i64::from(agenda.start_minute) * MINUTE_MS);
        let started = agenda.items.iter().any(AgendaItem::has_begun);
        let current = agenda.current_index();
        let mut planned = start;
        // The instant from which the items ahead are laid end to end.
        let mut cursor = match (started, current.and_then(|index| agenda.items.get(index))) {
            (false, _) => start,
            (true, Some(item)) => now.plus(Reading::of(item, now).left().max(0)),
            (true, None) => agenda.closed.unwrap_or(now),
        };
        let mut slots = Vec::with_capacity(agenda.items.len());
        for (index, item) in agenda.items.iter().enumerate() {
            let not_before = item.not_before.map(|minute| midnight.plus(i64::from(minute) * MINUTE_MS));
            planned = not_before.map_or(planned, |fixed| planned.max(fixed));
            let (expected, course) = if current == Some(index) {
                (item.runs.last().map_or(now, |run| run.begun), Course::Current)
            } else if let Some(begun) = item.first_begun() {
                (begun, Course::Past)
            } else if agenda.closed.is_some() || current.is_some_and(|current| index < current) {
                // Passed over: it takes no time, unless the chair comes back to it.
                (cursor, Course::Ahead)
            } else {
                let expected = not_before.map_or(cursor, |fixed| cursor.max(fixed));
                cursor = expected.plus(item.allotted());
                (expected, Course::Ahead)
            };
            slots.push(Slot { planned, expected, course });
            planned = planned.plus(i64::from(item.minutes) * MINUTE_MS);
        }
        Self { slots, planned_end: planned, expected_end: agenda.closed.unwrap_or(cursor) }
    }

    /// Milliseconds by which the end is expected late; negative when early.
    pub fn late(&self) -> i64 {
        self.expected_end.since(self.planned_end)
    }
}
