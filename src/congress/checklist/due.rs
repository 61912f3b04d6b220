//! When a task is due: days counted from the congress day.
//!
//! Working days leave out Saturdays, Sundays and the holidays that the caller names. The congress day itself is
//! not counted: "within 7 working days of closing" ends on the seventh working day after it.

use super::template::OffsetUnit;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::cmp::Ordering;

/// The day `offset_days` from the congress; `None` when the calendar does not reach that far.
///
/// An offset of 0 is the congress day, whatever day of the week it is.
pub fn due_date(
    congress: NaiveDate,
    offset_days: i32,
    unit: OffsetUnit,
    holidays: &dyn Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let count = offset_days.unsigned_abs();
    let by_calendar = if offset_days < 0 {
        congress.checked_sub_days(Days::new(u64::from(count)))
    } else {
        congress.checked_add_days(Days::new(u64::from(count)))
    }?;
    match unit {
        OffsetUnit::Calendar => Some(by_calendar),
        OffsetUnit::Working => {
            let mut day = congress;
            let mut left = count;
            while left > 0 {
                day = step(day, offset_days > 0)?;
                if is_working_day(day, holidays) {
                    left -= 1;
                }
            }
            Some(day)
        }
    }
}

/// How many working days lie from `from` (not counted) to `to` (counted); negative when `to` comes first.
///
/// This undoes [`due_date`]: from the congress to a date counted in working days gives the offset back.
pub fn working_days_between(from: NaiveDate, to: NaiveDate, holidays: &dyn Fn(NaiveDate) -> bool) -> i32 {
    let (forward, sign) = match from.cmp(&to) {
        Ordering::Less => (true, 1),
        Ordering::Equal => return 0,
        Ordering::Greater => (false, -1),
    };
    let mut day = from;
    let mut count = 0;
    while day != to {
        let Some(next) = step(day, forward) else { break };
        day = next;
        if is_working_day(day, holidays) {
            count += sign;
        }
    }
    count
}

/// Whether offices work on this day.
pub fn is_working_day(day: NaiveDate, holidays: &dyn Fn(NaiveDate) -> bool) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays(day)
}

fn step(day: NaiveDate, forward: bool) -> Option<NaiveDate> {
    if forward { day.succ_opt() } else { day.pred_opt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn no_holidays(_: NaiveDate) -> bool {
        false
    }

    /// 30 April and 1 May, as an example.
    fn spring_holidays(day: NaiveDate) -> bool {
        matches!((day.month(), day.day()), (4, 30) | (5, 1))
    }

    #[test]
    fn dates_by_the_calendar() {
        for (congress, offset, expected) in [
            ("2027-03-15", 0, "2027-03-15"),
            ("2027-03-15", -15, "2027-02-28"),
            ("2028-03-15", -15, "2028-02-29"),
            ("2027-03-15", -75, "2026-12-30"),
            ("2027-03-15", 30, "2027-04-14"),
            ("2027-12-31", 1, "2028-01-01"),
        ] {
            let due = due_date(date(congress), offset, OffsetUnit::Calendar, &spring_holidays);
            assert_eq!(due, Some(date(expected)), "{congress} {offset}");
        }
    }

    #[test]
    fn dates_by_working_days() {
        // 2027-03-15 is a Monday, 2027-03-20 a Saturday, 2027-03-21 a Sunday.
        for (congress, offset, expected) in [
            ("2027-03-15", 0, "2027-03-15"),
            ("2027-03-20", 0, "2027-03-20"),
            ("2027-03-15", 1, "2027-03-16"),
            ("2027-03-15", 4, "2027-03-19"),
            ("2027-03-15", 5, "2027-03-22"),
            ("2027-03-15", 7, "2027-03-24"),
            ("2027-03-20", 1, "2027-03-22"),
            ("2027-03-21", 7, "2027-03-30"),
            ("2027-03-15", 22, "2027-04-14"),
            ("2027-03-15", -1, "2027-03-12"),
            ("2027-03-20", -1, "2027-03-19"),
            ("2027-03-21", -5, "2027-03-15"),
            ("2027-03-15", -30, "2027-02-01"),
        ] {
            let due = due_date(date(congress), offset, OffsetUnit::Working, &no_holidays);
            assert_eq!(due, Some(date(expected)), "{congress} {offset}");
        }
    }

    #[test]
    fn holidays_are_left_out() {
        // 2027-04-30 is a Friday, 2027-05-01 a Saturday.
        for (congress, offset, expected) in [
            ("2027-04-29", 1, "2027-05-03"),
            ("2027-04-28", 7, "2027-05-10"),
            ("2027-05-03", -1, "2027-04-29"),
            ("2027-04-30", 0, "2027-04-30"),
        ] {
            let due = due_date(date(congress), offset, OffsetUnit::Working, &spring_holidays);
            assert_eq!(due, Some(date(expected)), "{congress} {offset}");
        }
    }

    #[test]
    fn beyond_the_calendar() {
        for unit in [OffsetUnit::Calendar, OffsetUnit::Working] {
            for offset in [i32::MIN, i32::MAX] {
                assert_eq!(due_date(date("2027-03-15"), offset, unit, &no_holidays), None);
            }
            assert_eq!(due_date(NaiveDate::MAX, 1, unit, &no_holidays), None);
            assert_eq!(due_date(NaiveDate::MIN, -1, unit, &no_holidays), None);
        }
    }

    #[test]
    fn counting_days_between() {
        for (from, to, expected) in [
            ("2027-03-15", "2027-03-15", 0),
            ("2027-03-15", "2027-03-22", 5),
            ("2027-03-22", "2027-03-15", -5),
            ("2027-03-19", "2027-03-21", 0),
            ("2027-03-21", "2027-03-19", -1),
            ("2027-04-29", "2027-05-03", 1),
        ] {
            assert_eq!(working_days_between(date(from), date(to), &spring_holidays), expected, "{from} {to}");
        }
    }

    #[test]
    fn counting_gives_the_offset_back() {
        for day in date("2027-04-19").iter_days().take(21) {
            for offset in -45..=45 {
                let due = due_date(day, offset, OffsetUnit::Working, &spring_holidays).unwrap();
                assert_eq!(working_days_between(day, due, &spring_holidays), offset, "{day} {offset}");
            }
        }
    }
}
