//! Public holidays: the working days on which offices in Vietnam do not work, as data.
//!
//! Source: Labour Code 2019, Articles 111.3 and 112; see `data/holidays/`. Weekends are not in it.

use crate::congress::bilingual::Bilingual;
use crate::congress::confidence::Confidence;
use crate::congress::{day, embedded};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::sync::OnceLock;

const EMBEDDED: &str = include_str!("../../../data/holidays/vietnam.json");

/// The calendar of public holidays.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// Name and version, such as `vietnam/1`.
    pub id: String,
    /// Where the days come from, and what is left out.
    pub source: Bilingual,
    /// The first year that is covered.
    pub first_year: i32,
    /// The last year that is covered.
    pub last_year: i32,
    /// The holidays by name.
    pub holidays: Vec<Holiday>,
    /// The days off from Monday to Friday, in order, days in lieu among them.
    pub days_off: Vec<DayOff>,
}

/// A holiday.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The id, such as `tet`.
    pub id: String,
    /// What it is called.
    pub name: Bilingual,
}

/// One day off.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayOff {
    /// The day.
    #[serde(deserialize_with = "day::read")]
    pub day: NaiveDate,
    /// The id of its holiday.
    pub holiday: String,
    /// How sure it is: the day of a later year depends on a decision that is not made yet.
    pub confidence: Confidence,
}

impl Holidays {
    /// The built-in calendar; `None` only if the file were damaged, which `tests/holidays.rs` would show.
    pub fn vietnam() -> Option<&'static Self> {
        static PARSED: OnceLock<Option<Holidays>> = OnceLock::new();
        PARSED.get_or_init(|| embedded::read(EMBEDDED).ok()).as_ref()
    }

    /// The day off on a date, if it is one.
    pub fn day_off(&self, date: NaiveDate) -> Option<&DayOff> {
        let at = self.days_off.binary_search_by(|off| off.day.cmp(&date)).ok()?;
        self.days_off.get(at)
    }

    /// Whether the year of a date is covered.
    pub fn covers(&self, date: NaiveDate) -> bool {
        (self.first_year..=self.last_year).contains(&date.year())
    }

    /// How sure a count of working days between two dates is: unverified where a year is not covered or a day off is
    /// unverified, else as sure as the least sure day off.
    pub fn confidence_between(&self, one: NaiveDate, other: NaiveDate) -> Confidence {
        let (from, to) = (one.min(other), one.max(other));
        if !self.covers(from) || !self.covers(to) {
            return Confidence::Unverified;
        }
        let within = self.days_off.iter().filter(|off| (from..=to).contains(&off.day));
        within.fold(Confidence::Confirmed, |least, off| match (least, off.confidence) {
            (Confidence::Unverified, _) | (_, Confidence::Unverified) => Confidence::Unverified,
            (Confidence::Likely, _) | (_, Confidence::Likely) => Confidence::Likely,
            _ => Confidence::Confirmed,
        })
    }
}

/// Whether a date is a public holiday that is known of.
pub fn is_holiday(date: NaiveDate) -> bool {
    Holidays::vietnam().is_some_and(|holidays| holidays.day_off(date).is_some())
}
