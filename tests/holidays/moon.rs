//! The lunar calendar at 105° East, reckoned from the sun and the moon: to check the days in the data, nothing else.
//!
//! New moons by the series of Meeus (Astronomical Formulae for Calculators, chapter 32), the sun's longitude by his
//! chapter 18; months are counted from the one that holds the winter solstice.
#![expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "the sky"
)]

use chrono::{Datelike, NaiveDate};

/// Hours by which the calendar's meridian is ahead of Greenwich.
const ZONE: f64 = 7.0 / 24.0;
/// The Julian day number of the day before 1 January of the year 1.
const JULIAN_OF_CE: i64 = 1_721_425;

fn julian(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce()) + JULIAN_OF_CE
}

fn date_of(julian: i64) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(julian - JULIAN_OF_CE).unwrap()).unwrap()
}

/// The day, on the meridian, of the new moon `k` after that of 1 January 1900.
fn new_moon(k: i64) -> i64 {
    let k = k as f64;
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let sin = |degrees: f64| degrees.to_radians().sin();
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * sin(166.56 + 132.87 * t - 0.009_173 * t2);
    let sun = 359.224_2 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3;
    let moon = 306.025_3 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3;
    let node = 21.296_4 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3;
    let correction = (0.173_4 - 0.000_393 * t) * sin(sun) + 0.002_1 * sin(2.0 * sun) - 0.406_8 * sin(moon)
        + 0.016_1 * sin(2.0 * moon)
        - 0.000_4 * sin(3.0 * moon)
        + 0.010_4 * sin(2.0 * node)
        - 0.005_1 * sin(sun + moon)
        - 0.007_4 * sin(sun - moon)
        + 0.000_4 * sin(2.0 * node + sun)
        - 0.000_4 * sin(2.0 * node - sun)
        - 0.000_6 * sin(2.0 * node + moon)
        + 0.001_0 * sin(2.0 * node - moon)
        + 0.000_5 * sin(sun + 2.0 * moon);
    let dynamic = -0.000_278 + 0.000_265 * t + 0.000_262 * t2;
    (mean + correction - dynamic + 0.5 + ZONE).floor() as i64
}

/// In which twelfth of its way, from 0 at the spring equinox, the sun is at the beginning of a day on the meridian.
fn twelfth(julian: i64) -> i64 {
    let t = (julian as f64 - 0.5 - ZONE - 2_451_545.0) / 36_525.0;
    let anomaly = (357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t * t).to_radians();
    let centre = (1.914_600 - 0.004_817 * t) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_290 * (3.0 * anomaly).sin();
    let longitude = (280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t * t + centre).rem_euclid(360.0);
    (longitude / 30.0).floor() as i64
}

/// The number of the new moon that begins the month with the winter solstice of a year.
fn eleventh(year: i32) -> i64 {
    let last = julian(NaiveDate::from_ymd_opt(year, 12, 31).unwrap());
    let near = ((last - 2_415_021) as f64 / 29.530_588_853).floor() as i64;
    if twelfth(new_moon(near)) >= 9 { near - 1 } else { near }
}

/// The solar date of a lunar one, for a month from 1 to 10 that is not a leap month.
pub fn lunar(year: i32, month: i64, day: i64) -> NaiveDate {
    let (from, to) = (eleventh(year - 1), eleventh(year));
    let mut after = month + 1;
    if to - from > 12 {
        // A year of thirteen months: the first month in which the sun enters no new twelfth is the leap month.
        let leap = (1..13).find(|at| twelfth(new_moon(from + at)) == twelfth(new_moon(from + at + 1)));
        if leap.is_some_and(|leap| after >= leap) {
            after += 1;
        }
    }
    date_of(new_moon(from + after) + day - 1)
}
