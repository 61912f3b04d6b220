//! Dates and times in words.

use super::{Language, Words};
use crate::congress::moment::{MINUTE_MS, Moment};
use chrono::{Datelike, NaiveDate};

const WEEKDAYS_VI: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
const WEEKDAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Words {
    /// A date in figures: "26/5/2022", "26 May 2022".
    pub fn date(&self, date: NaiveDate) -> String {
        match self.language {
            Language::Vietnamese => format!("{}/{}/{}", date.day(), date.month(), date.year()),
            Language::English => format!("{} {} {}", date.day(), month_en(date), date.year()),
        }
    }

    /// A date without its year: "26/5", "26 May".
    pub fn day(&self, date: NaiveDate) -> String {
        match self.language {
            Language::Vietnamese => format!("{}/{}", date.day(), date.month()),
            Language::English => format!("{} {}", date.day(), month_en(date).get(..3).unwrap_or_default()),
        }
    }

    /// The day of the week.
    pub fn weekday(&self, date: NaiveDate) -> &'static str {
        let index = date.weekday().num_days_from_monday() as usize;
        self.language.pick(&WEEKDAYS_VI, &WEEKDAYS_EN).get(index).copied().unwrap_or_default()
    }

    /// A date as papers write it: "ngày 26 tháng 5 năm 2022"; days below 10 and January and February with a zero,
    /// so that nobody can add a digit.
    pub fn paper_date(&self, date: NaiveDate) -> String {
        match self.language {
            Language::Vietnamese => {
                let month =
                    if date.month() < 3 { format!("0{}", date.month()) } else { date.month().to_string() };
                format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
            }
            Language::English => self.date(date),
        }
    }

    /// A stretch of time as a clock shows it: "02:14", "1:02:14"; the sign is the caller's.
    pub fn clock(milliseconds: i64) -> String {
        let seconds = milliseconds.unsigned_abs() / 1000;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours > 0 {
            format!("{hours}:{minutes:02}:{seconds:02}")
        } else {
            format!("{minutes:02}:{seconds:02}")
        }
    }

    /// A planned time of day, given as an instant counted from a midnight at zero.
    pub fn plan_time(moment: Moment) -> String {
        let minutes = u32::try_from(moment.0.div_euclid(MINUTE_MS)).unwrap_or(0);
        Self::time_of_day(minutes / 60 % 24, minutes % 60)
    }

    /// A time of day: "07:30".
    pub fn time_of_day(hours: u32, minutes: u32) -> String {
        format!("{hours:02}:{minutes:02}")
    }
}

fn month_en(date: NaiveDate) -> &'static str {
    MONTHS_EN.get(date.month0() as usize).copied().unwrap_or_default()
}

/// A date as people write it: day, month, year with any of `/`, `-`, `.` or blanks between, or year first.
/// `None` where it is no day of the calendar between the years 1900 and 2200.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> =
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let (day, month, year) = if first.len() == 4 { (third, second, first) } else { (first, second, third) };
    let year = year.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2022, 5, 26);
        for text in ["26/5/2022", "26-05-2022", " 26.5.2022 ", "26 5 2022", "2022-05-26"] {
            assert_eq!(read_date(text), day, "{text}");
        }
        for text in ["", "26/5", "31/2/2022", "5/26/2022", "26/5/22", "26/5/2022/1", "1/1/1899", "x"] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }
}
