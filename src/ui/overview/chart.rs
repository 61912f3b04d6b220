//! The picture: how many congresses were held by each day, against the registered days and the deadline.

use super::View;
use crate::overview::burn_up::{Point, burn_up};
use crate::ui::markup::prelude::*;
use crate::ui::words;
use chrono::NaiveDate;
use std::fmt::Write as _;

/// The drawing area, in the picture's own units: left, right, top, bottom.
const AREA: [i64; 4] = [52, 852, 24, 252];

/// The scale of the picture.
#[derive(Clone, Copy)]
struct Scale {
    first: NaiveDate,
    days: i64,
    all: i64,
}

impl Scale {
    fn x(self, day: NaiveDate) -> i64 {
        let [left, right, ..] = AREA;
        left + (right - left) * (day - self.first).num_days() / self.days.max(1)
    }

    fn y(self, count: u32) -> i64 {
        let [_, _, top, bottom] = AREA;
        bottom - (bottom - top) * i64::from(count) / self.all.max(1)
    }

    /// A line that rises at its points and is level between them, up to a day.
    fn path(self, points: &[Point], until: Option<NaiveDate>) -> String {
        let mut path = format!("M{} {}", self.x(self.first), self.y(0));
        let mut level = 0;
        for point in points {
            // Writing to a String cannot fail.
            let _ = write!(path, " L{} {}", self.x(point.day), self.y(point.count));
            level = point.count;
        }
        if let Some(until) = until {
            let _ = write!(path, " L{} {}", self.x(until), self.y(level));
        }
        path
    }
}

/// The picture with its text for those who cannot see it.
#[component]
pub(super) fn Chart() -> impl IntoView {
    let view = View::here();
    (move || {
        let (today, deadline) = (view.today.get(), view.overview.deadline());
        let picture = view.overview.read(|gathered| burn_up(gathered, today, deadline))?;
        Some(drawn(&picture, today, deadline))
    })
    .view()
}

fn drawn(
    picture: &crate::overview::burn_up::BurnUp,
    today: NaiveDate,
    deadline: Option<NaiveDate>,
) -> AnyView {
    let words = words();
    let w = words.overview;
    let first = picture.span.0.pred_opt().unwrap_or(picture.span.0);
    let scale = Scale { first, days: (picture.span.1 - first).num_days(), all: i64::from(picture.all) };
    let now = today.clamp(first, picture.span.1);
    let held = picture.held.last().map_or(0, |point| point.count);
    let [left, right, top, bottom] = AREA;
    let marks = [0, picture.all / 3, picture.all * 2 / 3, picture.all];
    let mut told = format!("{}: {} {held}/{}", w.chart, words.day(now), picture.all);
    if let Some(deadline) = deadline {
        let _ = write!(told, "; {} {}", w.chart_deadline, words.day(deadline));
    }
    let grid = marks.map(|count| {
        let y = scale.y(count);
        view! {
            <path class="chart__grid" d=format!("M{left} {y}H{right}")></path>
            <text class="chart__tick" x=(left - 8).to_string() y=(y + 5).to_string() text-anchor="end">
                {count}
            </text>
        }
    });
    let line = scale.path(&picture.held, Some(now));
    let area = format!("{line} L{} {bottom} L{} {bottom} z", scale.x(now), scale.x(first));
    let late = deadline.map(|deadline| {
        let x = scale.x(deadline.clamp(first, picture.span.1));
        view! {
            <path class="chart__deadline" d=format!("M{x} {}V{bottom}", top - 10)></path>
            <text class="chart__tick chart__tick--strong" x=x.to_string() y="278" text-anchor="end">
                {format!("{} {}", w.chart_deadline, words.day(deadline))}
            </text>
        }
    });
    // The labels at the foot must not stand on one another.
    let room = deadline.is_none_or(|deadline| scale.x(deadline) - scale.x(now) > 210);
    // A label in the middle of its line would be cut off at either end of the picture.
    let side = match scale.x(now) {
        x if x > right - 60 => "end",
        x if x < left + 60 => "start",
        _ => "middle",
    };
    view! {
        <svg class="chart" viewBox="0 0 860 290" role="img" aria-label=told>
            {grid.into_iter().collect_view()}
            <path class="chart__registered" d=scale.path(&picture.registered, None)></path>
            <path class="chart__area" d=area></path>
            <path class="chart__held" d=line></path>
            <path class="chart__now" d=format!("M{} {top}V{bottom}", scale.x(now))></path>
            {late}
            <circle class="chart__dot" cx=scale.x(now).to_string() cy=scale.y(held).to_string() r="7"></circle>
            <text class="chart__tick" x=left.to_string() y="278" text-anchor="start">
                {(scale.x(now) - left > 110).then(|| words.day(picture.span.0))}
            </text>
            <text class="chart__tick chart__tick--strong" x=scale.x(now).to_string() y="278" text-anchor=side>
                {room.then(|| format!("{} {}", w.chart_today, words.day(now)))}
            </text>
        </svg>
    }
}
