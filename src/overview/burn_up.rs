//! How many congresses were held by each day, against the days that they registered and the deadline.

use super::gathered::Gathered;
use crate::congress::summary::Step;
use chrono::NaiveDate;

/// A day and how many had come to something by its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub day: NaiveDate,
    /// How many, in organisations.
    pub count: u32,
}

/// The two lines of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BurnUp {
    /// The day before the first congress, and the last day of the picture: the later of the last congress and the deadline.
    pub span: (NaiveDate, NaiveDate),
    /// The last day up to which it is known how many were held: today, or the end of the picture where today lies beyond.
    pub until: NaiveDate,
    /// Whether today lies within the picture.
    pub shows_today: bool,
    /// How many organisations there are.
    pub all: u32,
    /// The numbers at the side, from 0, at even distances; the last is not below `all`.
    pub ticks: Vec<u32>,
    /// How many were held: a point at each day on which one was, up to today.
    pub held: Vec<Point>,
    /// How many are registered to be held by each day.
    pub registered: Vec<Point>,
}

impl BurnUp {
    /// Whether there is enough to be drawn: congresses on two days at least, and more than two days from end to end.
    pub fn is_drawable(&self) -> bool {
        let mut days = self.held.iter().chain(&self.registered).map(|point| point.day);
        let first = days.next();
        days.any(|day| Some(day) != first) && (self.span.1 - self.span.0).num_days() > 2
    }
}

/// The picture; `None` while nobody has a day.
pub fn burn_up(gathered: &Gathered, today: NaiveDate, deadline: Option<NaiveDate>) -> Option<BurnUp> {
    let days = |of: &dyn Fn(&super::Cell) -> Option<NaiveDate>| -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = gathered.cells().filter_map(|(_, cell)| of(cell)).collect();
        days.sort_unstable();
        days
    };
    let held = days(&|cell| cell.on(Step::Held).filter(|day| *day <= today));
    // A listed day is the plan; where there is none, the cell's own.
    let registered = days(&|cell| cell.registered.or_else(|| cell.day()));
    let ends =
        [held.first(), held.last(), registered.first(), registered.last()].into_iter().flatten().copied();
    let ends: Vec<NaiveDate> = ends.chain(deadline).collect();
    let first = *ends.iter().min()?;
    let span = (first.pred_opt().unwrap_or(first), *ends.iter().max()?);
    let all = u32::try_from(gathered.cells().len()).unwrap_or(u32::MAX);
    Some(BurnUp {
        span,
        until: today.clamp(span.0, span.1),
        shows_today: (span.0..=span.1).contains(&today),
        all,
        ticks: ticks(all),
        held: risen(&held),
        registered: risen(&registered),
    })
}

/// A point for each day among sorted days: how many there are up to it.
fn risen(days: &[NaiveDate]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (day, count) in days.iter().zip(1..) {
        match points.last_mut() {
            Some(last) if last.day == *day => last.count = count,
            _ => points.push(Point { day: *day, count }),
        }
    }
    points
}

/// Whole numbers from 0 to at least `all`, five steps of 1, 2, 5, 10, 20, 50 and so on at most.
fn ticks(all: u32) -> Vec<u32> {
    let all = all.max(1);
    let mut steps = (0..9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u32.pow(power)));
    let step = steps.find(|step| all.div_ceil(*step) <= 5).unwrap_or(all);
    (0..=all.div_ceil(step)).map(|place| place.saturating_mul(step)).collect()
}
