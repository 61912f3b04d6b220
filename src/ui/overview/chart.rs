//! The picture: how many congresses were held by each day, against the registered days and the deadline.
//!
//! Only lines are drawn, and stretched to the room there is; every word stands beside them as text of the page, so that it
//! is as large on a phone as elsewhere.

use super::View;
use crate::overview::burn_up::{BurnUp, Point, burn_up};
use crate::ui::markup::prelude::*;
use crate::ui::words;
use crate::words::Words;
use chrono::{Datelike, NaiveDate};
use std::fmt::Write as _;

/// The picture is so many units wide and high, whatever its shape on the page.
const UNITS: i64 = 1000;

/// The picture, or a sentence where there is too little for one; its text for those who cannot see it.
#[component]
pub(super) fn Chart() -> impl IntoView {
    let view = View::here();
    let words = words();
    (move || {
        let (today, deadline) = (view.today.get(), view.overview.deadline());
        let picture = view.overview.read(|gathered| burn_up(gathered, today, deadline))?;
        let told = told(&words, &picture, today, deadline);
        Some(if picture.is_drawable() {
            drawn(&picture, today, deadline, told)
        } else {
            view! { <p class="note chart">{told} " " {words.overview.chart_later}</p> }
        })
    })
    .view()
}

/// How many there are at the end of a line by a day.
fn level(points: &[Point], day: NaiveDate) -> u32 {
    points.iter().rev().find(|point| point.day <= day).map_or(0, |point| point.count)
}

fn told(words: &Words, picture: &BurnUp, today: NaiveDate, deadline: Option<NaiveDate>) -> String {
    let (held, registered) = (level(&picture.held, today), level(&picture.registered, today));
    let mut told = words.held_by(&words.date(today), held, registered, picture.all);
    if let Some(deadline) = deadline {
        let _ = write!(told, " {}: {}.", words.overview.deadline, words.date(deadline));
    }
    told
}

/// Where a day stands from the left.
fn x(picture: &BurnUp, day: NaiveDate) -> i64 {
    let (first, last) = picture.span;
    UNITS * (day.clamp(first, last) - first).num_days() / (last - first).num_days().max(1)
}

/// Where a number stands from the top.
fn y(picture: &BurnUp, count: u32) -> i64 {
    let most = picture.ticks.last().copied().unwrap_or(1);
    UNITS - UNITS * i64::from(count) / i64::from(most.max(1))
}

/// A line that rises at its points and is level between them, up to a day.
fn path(picture: &BurnUp, points: &[Point], until: NaiveDate) -> String {
    let mut path = format!("M0 {UNITS}");
    for point in points {
        // Writing to a String cannot fail.
        let _ = write!(path, " H{} V{}", x(picture, point.day), y(picture, point.count));
    }
    let _ = write!(path, " H{}", x(picture, until));
    path
}

/// So many units as a part of the whole.
fn part(units: i64) -> String {
    format!("{}.{}%", units / 10, units % 10)
}

fn drawn(picture: &BurnUp, today: NaiveDate, deadline: Option<NaiveDate>, told: String) -> AnyView {
    let words = words();
    let w = words.overview;
    let day = |day: NaiveDate| if day.year() == today.year() { words.day(day) } else { words.date(day) };
    let held = path(picture, &picture.held, picture.until);
    let now = x(picture, picture.until);
    let area = format!("{held} V{UNITS} H0 z");
    let upright =
        |class: &'static str, x: i64| view! { <path class=class d=format!("M{x} 0V{UNITS}")></path> };
    let grid = picture.ticks.iter().map(|count| {
        let y = y(picture, *count);
        view! { <path class="chart__grid" d=format!("M0 {y}H{UNITS}")></path> }
    });
    let ticks = picture.ticks.iter().map(|count| {
        view! {
            <span class="chart__tick num" style:top=part(y(picture, *count))>
                {*count}
            </span>
        }
    });
    let keys = [
        Some(("chart__held", w.legend_held.to_owned())),
        Some(("chart__registered", w.chart_registered.to_owned())),
        deadline.map(|deadline| ("chart__deadline", format!("{} {}", w.chart_deadline, day(deadline)))),
        picture.shows_today.then(|| ("chart__now", format!("{} {}", w.chart_today, day(today)))),
    ];
    let keys = keys.into_iter().flatten().map(|(class, name)| {
        view! {
            <span>
                <svg viewBox="0 0 24 12">
                    <path class=class d="M1 6H23"></path>
                </svg>
                {name}
            </span>
        }
    });
    let end = y(picture, level(&picture.held, picture.until));
    view! {
        <div class="chart" role="img" aria-label=told>
            <div class="chart__keys">{keys.collect_view()}</div>
            <div class="chart__plot">
                <svg viewBox="0 0 1000 1000" preserveAspectRatio="none">
                    {grid.collect_view()}
                    <path class="chart__area" d=area></path>
                    {picture.shows_today.then(|| upright("chart__now", now))}
                    {deadline.map(|deadline| upright("chart__deadline", x(picture, deadline)))}
                    <path class="chart__registered" d=path(picture, &picture.registered, picture.span.1)></path>
                    <path class="chart__held" d=held></path>
                </svg>
                {ticks.collect_view()}
                <i class="chart__dot" style:left=part(now) style:top=part(end)></i>
            </div>
            <div class="chart__days num">
                <span>{day(picture.span.0)}</span>
                <span>{day(picture.span.1)}</span>
            </div>
        </div>
    }
}
