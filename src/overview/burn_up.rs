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
    /// The first and the last day of the picture.
    pub span: (NaiveDate, NaiveDate),
    /// How many organisations there are.
    pub all: u32,
    /// How many were held: a point at each day on which one was, up to today.
    pub held: Vec<Point>,
    /// How many are registered to be held by each day.
    pub registered: Vec<Point>,
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
    let span = (*ends.iter().min()?, *ends.iter().max()?);
    let all = u32::try_from(gathered.cells().len()).unwrap_or(u32::MAX);
    Some(BurnUp { span, all, held: risen(&held), registered: risen(&registered) })
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
