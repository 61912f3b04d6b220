//! The clock: where the running item stands, and when each later one will come.
//!
//! Time is read, not counted: everything here follows from recorded instants and the `now` that is passed in, so a
//! reload, a sleeping laptop or a throttled window changes nothing.

use super::Agenda;
use super::item::AgendaItem;
use super::speaker::{Speaker, SpeakingMinutes};
use crate::congress::moment::{MINUTE_MS, Moment};

/// Milliseconds before the end in which the hall is warned.
pub const LAST_STRETCH_MS: i64 = MINUTE_MS;

/// Milliseconds after the planned start from which the chair is reminded that nothing has begun.
pub const NOT_BEGUN_MS: i64 = 2 * MINUTE_MS;

/// Milliseconds of standing still from which the chair is reminded that the clock is stopped.
pub const LONG_PAUSE_MS: i64 = 5 * MINUTE_MS;

/// Milliseconds of a day.
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// Where whatever runs stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// More than the last stretch is left.
    Running,
    /// The last minute.
    LastMinute,
    /// Past the time granted.
    Overtime,
}

/// The reading of the clock for the running item, or for the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Milliseconds used.
    pub elapsed: i64,
    /// Milliseconds granted.
    pub allotted: i64,
    /// Where it stands.
    pub phase: Phase,
    /// Whether the clock stands still.
    pub paused: bool,
}

impl Reading {
    /// The reading of an item at `now`. One that counts to a time of day is granted what leads there.
    pub fn of(item: &AgendaItem, now: Moment) -> Self {
        let elapsed = item.elapsed(now);
        let allotted = elapsed.saturating_add(item.left(now)).max(0);
        Self::new(elapsed, allotted, item.is_paused())
    }

    /// The reading of a speaker's turn at `now`.
    pub fn of_speaker(speaker: &Speaker, limits: &SpeakingMinutes, now: Moment) -> Self {
        let paused = speaker.turn.as_ref().is_some_and(super::Run::is_paused);
        Self::new(speaker.elapsed(now), speaker.allotted(limits), paused)
    }

    fn new(elapsed: i64, allotted: i64, paused: bool) -> Self {
        let left = allotted.saturating_sub(elapsed);
        let phase = if left < 0 {
            Phase::Overtime
        } else if left <= LAST_STRETCH_MS && allotted > LAST_STRETCH_MS {
            Phase::LastMinute
        } else {
            Phase::Running
        };
        Self { elapsed, allotted, phase, paused }
    }

    /// Milliseconds left; negative in overtime.
    pub fn left(&self) -> i64 {
        self.allotted.saturating_sub(self.elapsed)
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
    /// Passed over; the chair may come back to it.
    Skipped,
}

/// One line of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When it was planned to begin.
    pub planned: Moment,
    /// When it began, or is expected to begin; one that was passed over, when it could begin next.
    pub expected: Moment,
    /// What has become of it.
    pub course: Course,
}

/// The whole programme against the clock.
///
/// From `now` until the expected end there is nothing but what remains and what is waited for:
/// `expected_end − now = remaining + waiting` while the congress runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// One slot for each item, in agenda order.
    pub slots: Vec<Slot>,
    /// When the congress was planned to end.
    pub planned_end: Moment,
    /// When it will end, or ended.
    pub expected_end: Moment,
    /// Milliseconds that the running item and those ahead still take.
    pub remaining: i64,
    /// Milliseconds in which a fixed start is waited for.
    pub waiting: i64,
}

impl Schedule {
    /// The programme at `now`; `midnight` is the local midnight from which the agenda's start is counted.
    ///
    /// An item ahead is expected when those before it have used what they were granted; one in overtime is taken to
    /// end now. `counting` are the milliseconds that the ballots of the running item still take at the measured pace;
    /// where they are known, they say when it ends.
    pub fn at(agenda: &Agenda, midnight: Moment, now: Moment, counting: Option<i64>) -> Self {
        let time_of = |minute: u16| midnight.plus(i64::from(minute) * MINUTE_MS);
        let start = time_of(agenda.start_minute);
        let current = agenda.current_item();
        let left = current.map_or(0, |item| counting.unwrap_or_else(|| item.left(now)).max(0));
        let from = if agenda.has_begun() {
            agenda.closed.unwrap_or(now)
        } else if now.since(midnight) < DAY_MS {
            // What has not begun cannot begin in the past.
            start.max(now)
        } else {
            start
        };
        let last_begun = agenda.items.iter().rposition(AgendaItem::has_begun);
        let (mut planned, mut cursor) = (start, from.plus(left));
        let (mut remaining, mut waiting) = (left, 0_i64);
        let mut slots = Vec::with_capacity(agenda.items.len());
        for (index, item) in agenda.items.iter().enumerate() {
            let fixed = item.not_before.map(time_of);
            planned = fixed.map_or(planned, |fixed| planned.max(fixed));
            let is_current = agenda.current.as_ref() == Some(&item.id);
            let course = if is_current {
                Course::Current
            } else if item.interrupted && agenda.closed.is_none() && !item.skipped {
                Course::Ahead
            } else if item.has_begun() {
                Course::Past
            } else if item.skipped
                || agenda.closed.is_some()
                || last_begun.is_some_and(|last_begun| index < last_begun)
            {
                Course::Skipped
            } else {
                Course::Ahead
            };
            let expected = match course {
                Course::Current => item.runs.last().map_or(now, |run| run.begun),
                Course::Past => item.first_begun().unwrap_or(cursor),
                Course::Skipped => cursor,
                Course::Ahead => {
                    let expected = fixed.map_or(cursor, |fixed| cursor.max(fixed));
                    let takes = item.left(expected).max(0);
                    waiting = waiting.saturating_add(expected.since(cursor));
                    remaining = remaining.saturating_add(takes);
                    cursor = expected.plus(takes);
                    expected
                }
            };
            slots.push(Slot { planned, expected, course });
            planned = planned.plus(i64::from(item.minutes) * MINUTE_MS);
        }
        let expected_end = agenda.closed.unwrap_or(cursor);
        Self { slots, planned_end: planned, expected_end, remaining, waiting }
    }

    /// Milliseconds by which the end is expected late; negative when early.
    pub fn late(&self) -> i64 {
        self.expected_end.since(self.planned_end)
    }
}

/// What the chair may have forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// The first item was planned to begin so many milliseconds ago, and nothing runs.
    NotBegun(i64),
    /// The clock has stood still for so many milliseconds.
    LongPause(i64),
}

impl Reminder {
    /// What to remind the chair of at `now`, on the day that begins at `midnight`.
    pub fn at(agenda: &Agenda, midnight: Moment, now: Moment) -> Option<Self> {
        if let Some(item) = agenda.current_item() {
            let stood = now.since(item.runs.last()?.paused_since()?);
            return (stood >= LONG_PAUSE_MS).then_some(Self::LongPause(stood));
        }
        let late = now.since(midnight.plus(i64::from(agenda.start_minute) * MINUTE_MS));
        let forgotten = !agenda.has_begun() && !agenda.items.is_empty();
        (forgotten && (NOT_BEGUN_MS..DAY_MS).contains(&late)).then_some(Self::NotBegun(late))
    }
}

/// Milliseconds that are still needed, when so many of all were done in the milliseconds that went by; `None` before
/// enough is done to tell.
pub fn time_left(done: u32, all: u32, gone_by: i64) -> Option<i64> {
    /// Fewer say nothing about the pace.
    const ENOUGH: u32 = 5;
    if done < ENOUGH || all < done || gone_by <= 0 {
        return None;
    }
    let left = i128::from(gone_by) * i128::from(all - done) / i128::from(done);
    i64::try_from(left).ok()
}
