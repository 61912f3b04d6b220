//! Dates and times in words.

use super::{Language, Words};
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
        let seconds = milliseconds.abs() / 1000;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours > 0 {
            format!("{hours}:{minutes:02}:{seconds:02}")
        } else {
            format!("{minutes:02}:{seconds:02}")
        }
    }

    /// A time of day: "07:30".
    pub fn time_of_day(hours: u32, minutes: u32) -> String {
        format!("{hours:02}:{minutes:02}")
    }
}

fn month_en(date: NaiveDate) -> &'static str {
    MONTHS_EN.get(date.month0() as usize).copied().unwrap_or_default()
}
