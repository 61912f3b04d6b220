//! How a calendar day is read from a record or a file: `2022-05-26`, as it is written.
//!
//! chrono's own reader knows the names of days and months and the zones of the world, and weighs 4 kB brotli.

use super::moment::Moment;
use chrono::NaiveDate;
use serde::de::{Deserialize, Deserializer, Error};

/// Reads a day.
pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    day(&String::deserialize(deserializer)?)
}

/// The day in Vietnam, seven hours ahead of UTC all year, on which an instant falls; `None` beyond the calendar.
pub(crate) fn in_vietnam(at: Moment) -> Option<NaiveDate> {
    const DAY_MS: i64 = 86_400_000;
    let days = at.plus(7 * 3_600_000).0.div_euclid(DAY_MS);
    let days = chrono::TimeDelta::try_days(days)?;
    NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_signed(days)
}

/// Reads a day, or `null`.
pub(crate) fn read_if_given<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NaiveDate>, D::Error> {
    Option::<String>::deserialize(deserializer)?.map(|text| day(&text)).transpose()
}

fn day<E: Error>(text: &str) -> Result<NaiveDate, E> {
    read_text(text).ok_or_else(|| E::custom(format_args!("`{text}` is no day such as `2022-05-26`")))
}

/// The day that a text says. The year may have a sign, so the parts are taken from the end.
pub(crate) fn read_text(text: &str) -> Option<NaiveDate> {
    let (rest, day) = text.rsplit_once('-')?;
    let (year, month) = rest.rsplit_once('-')?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        for (year, month, day) in [(2022, 5, 26), (2024, 2, 29), (999, 12, 31), (12_345, 1, 1), (-1, 1, 1)] {
            let date = NaiveDate::from_ymd_opt(year, month, day);
            assert_eq!(read_text(&format!("{:?}", date.unwrap())), date);
        }
    }

    #[test]
    fn a_day_in_vietnam_begins_seven_hours_early() {
        let at = |ms| in_vietnam(Moment(ms)).unwrap().to_string();
        // 26 May 2022, 17:00 UTC.
        assert_eq!(at(1_653_584_400_000), "2022-05-27");
        assert_eq!(at(1_653_584_399_999), "2022-05-26");
        assert_eq!(at(-25_200_001), "1969-12-31");
        assert_eq!(in_vietnam(Moment(i64::MAX)), None);
        assert_eq!(in_vietnam(Moment(i64::MIN)), None);
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in
            ["", "2022", "2022-05", "2022-02-30", "2022-13-01", "26/5/2022", "a-b-c", "2022-05-26T00:00"]
        {
            assert_eq!(read_text(text), None, "{text}");
        }
    }
}
