//! Tasks pasted from a table: one a line, with what to do, and where they stand beside it, a person and a day.

use super::due::due_date;
use super::template::OffsetUnit;
use crate::congress::hidden::Lines;
use crate::congress::preparation::{Due, NewTask};
use chrono::NaiveDate;

/// The tasks of a pasted text, in its order, for a phase of a congress on `congress`.
///
/// Columns are parted by tabs. `read_day` reads a day as people write it; the first column without letters that is one is the day,
/// counted from the congress so that it moves along. The first text is what to do, the second who does it. Numbers in
/// front are dropped, and lines without letters are skipped. A task without a day is due on the congress day.
pub fn read_tasks(
    text: &str,
    phase: &str,
    congress: NaiveDate,
    read_day: &dyn Fn(&str) -> Option<NaiveDate>,
) -> Vec<NewTask> {
    text.lines().filter_map(|line| read_line(line, phase, congress, read_day)).collect()
}

fn read_line(
    line: &str,
    phase: &str,
    congress: NaiveDate,
    read_day: &dyn Fn(&str) -> Option<NaiveDate>,
) -> Option<NewTask> {
    let mut day = None;
    let mut texts = Vec::new();
    for cell in line.split('\t').map(|cell| Lines::One.clean(cell)) {
        if cell.chars().any(char::is_alphabetic) {
            texts.push(cell);
        } else {
            day = day.or(read_day(&cell));
        }
    }
    let mut texts = texts.into_iter();
    let first = texts.next()?;
    let title = first.trim_start_matches(|letter: char| !letter.is_alphabetic()).to_owned();
    let owner = texts.next().unwrap_or_default();
    Some(NewTask { title, phase: phase.to_owned(), due: offset(congress, day.unwrap_or(congress)), owner })
}

/// A day as so many days from the congress; a day too far away stays a day.
pub fn offset(congress: NaiveDate, day: NaiveDate) -> Due {
    let days = i32::try_from((day - congress).num_days()).unwrap_or(i32::MAX);
    let unit = OffsetUnit::Calendar;
    let again = due_date(congress, days, unit, &|_| false);
    if again == Some(day) { Due::Offset { days, unit } } else { Due::On(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_as_people_write_them() {
        let congress: NaiveDate = "2022-05-26".parse().unwrap();
        let read = |text: &str| text.parse().ok();
        let days = |days| Due::Offset { days, unit: OffsetUnit::Calendar };
        for (line, title, owner, due) in [
            ("Mượn loa", "Mượn loa", "", days(0)),
            ("1. Mượn loa\tAnh Bình\t2022-05-20", "Mượn loa", "Anh Bình", days(-6)),
            ("3\t2022-06-01\tGửi ảnh\t\tChị Yến", "Gửi ảnh", "Chị Yến", days(6)),
            ("-  Dọn\u{200b}   phòng ", "Dọn phòng", "", days(0)),
        ] {
            let found = read_tasks(line, "P5", congress, &read);
            let expected =
                NewTask { title: title.to_owned(), phase: "P5".to_owned(), due, owner: owner.to_owned() };
            assert_eq!(found, [expected], "{line}");
        }
        assert_eq!(read_tasks("\n \n12\t2022-05-26\n", "P5", congress, &read), []);
    }
}
