//! Working days: the calendar of public holidays against the moon and the law, and dates counted through it.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::Value;
use so_tay_dai_hoi::congress::CongressKind;
use so_tay_dai_hoi::congress::checklist::Checklist;
use so_tay_dai_hoi::congress::checklist::due::{due_date, is_working_day, working_days_between};
use so_tay_dai_hoi::congress::checklist::holidays::{Holidays, is_holiday};
use so_tay_dai_hoi::congress::checklist::template::{ChecklistTemplate, DEFAULT_CHECKLIST, OffsetUnit};
use so_tay_dai_hoi::congress::confidence::Confidence;
use so_tay_dai_hoi::congress::preparation::FactSet;
use std::collections::BTreeMap;

#[path = "../examples/plan.rs"]
#[expect(dead_code, reason = "the tests call `answer`; `main` is for the shell")]
mod command;
#[path = "holidays/moon.rs"]
mod moon;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> &'static Holidays {
    Holidays::vietnam().unwrap()
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[test]
fn every_year_has_the_days_that_the_law_gives() {
    let holidays = calendar();
    assert!(holidays.source.is_filled() && holidays.holidays.iter().all(|holiday| holiday.name.is_filled()));
    assert!(holidays.days_off.is_sorted_by(|one, other| one.day < other.day), "in order, each once");
    let mut days: BTreeMap<(i32, &str), u32> = BTreeMap::new();
    for off in &holidays.days_off {
        assert!(!is_weekend(off.day), "{} is a weekend", off.day);
        assert!(holidays.holidays.iter().any(|holiday| holiday.id == off.holiday), "{}", off.holiday);
        *days.entry((off.day.year(), &off.holiday)).or_default() += 1;
    }
    assert_eq!((holidays.first_year, holidays.last_year), (2020, 2030));
    for year in holidays.first_year..=holidays.last_year {
        // The second day of National Day came with the code of 2019, in force since 2021.
        let national = if year == 2020 { 1 } else { 2 };
        for (holiday, number) in [
            ("new_year", 1),
            ("tet", 5),
            ("hung_kings", 1),
            ("reunification", 1),
            ("labour", 1),
            ("national", national),
        ] {
            assert_eq!(days.get(&(year, holiday)), Some(&number), "{holiday} {year}");
        }
        // Each day itself is free: a day off, or on a weekend, and then it is made up for within the next working days.
        let of_year = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let tet = moon::lunar(year, 1, 1);
        let mut free =
            vec![of_year(1, 1), of_year(4, 30), of_year(5, 1), of_year(9, 2), moon::lunar(year, 3, 10)];
        free.extend((0..=3).map(|day| tet + Days::new(day)));
        free.push(tet - Days::new(1));
        for day in free {
            assert!(is_weekend(day) || is_holiday(day), "{day} is worked");
        }
    }
}

#[test]
fn the_moon_is_right() {
    // As printed in calendars; in 2030 Vietnam keeps the new year a day before China.
    for (year, tet, kings) in [
        (2020, "2020-01-25", "2020-04-02"),
        (2023, "2023-01-22", "2023-04-29"),
        (2025, "2025-01-29", "2025-04-07"),
        (2026, "2026-02-17", "2026-04-26"),
        (2030, "2030-02-02", "2030-04-12"),
    ] {
        assert_eq!((moon::lunar(year, 1, 1), moon::lunar(year, 3, 10)), (date(tet), date(kings)));
    }
}

/// Every day of thirteen years, leap days and Tết among them, and every offset that a task has or could have.
#[test]
fn a_count_ends_on_a_working_day_and_counts_back() {
    let days = date("2019-06-01").iter_days().take_while(|day| *day < date("2031-06-01"));
    for day in days {
        for offset in [-42, -30, -7, -1, 1, 5, 7, 15, 22, 45] {
            let due = due_date(day, offset, OffsetUnit::Working, &is_holiday).unwrap();
            assert!(is_working_day(due, &is_holiday), "{day} {offset}: {due}");
            assert!(!is_weekend(due) && calendar().day_off(due).is_none());
            assert_eq!(working_days_between(day, due, &is_holiday), offset, "{day} {offset}");
            // The same, counted from the other side: as many days between as were asked for are worked.
            let (from, to) = (day.min(due), day.max(due));
            let worked = from.iter_days().take_while(|between| *between <= to);
            let worked =
                worked.filter(|between| *between != day && is_working_day(*between, &is_holiday)).count();
            assert_eq!(worked, usize::try_from(offset.unsigned_abs()).unwrap());
            let plain = due_date(day, offset, OffsetUnit::Calendar, &is_holiday).unwrap();
            assert_eq!((plain - day).num_days(), i64::from(offset));
        }
    }
}

#[test]
fn dates_around_holidays() {
    for (from, offset, expected) in [
        ("2022-05-26", 7, "2022-06-06"),
        ("2022-05-26", 22, "2022-06-27"),
        ("2022-01-24", 7, "2022-02-09"),
        ("2022-04-29", 1, "2022-05-04"),
        ("2023-04-28", 7, "2023-05-12"),
        ("2024-02-07", 1, "2024-02-15"),
        ("2024-02-29", 7, "2024-03-11"),
        ("2025-08-29", 1, "2025-09-03"),
        ("2022-02-07", -1, "2022-01-28"),
    ] {
        let due = due_date(date(from), offset, OffsetUnit::Working, &is_holiday);
        assert_eq!(due, Some(date(expected)), "{from} {offset}");
    }
}

#[test]
fn what_is_not_sure_is_told() {
    let template = ChecklistTemplate::by_id(DEFAULT_CHECKLIST).unwrap();
    let unsure = |day: &str| {
        let checklist = Checklist::from_template(template, CongressKind::CellCommittee, date(day));
        checklist.unsure_of_holidays(FactSet::default(), date(day)).map(|task| task.id.clone())
    };
    assert_eq!(unsure("2022-05-26"), None);
    assert_eq!(unsure("2025-01-15"), None, "announced");
    assert_eq!(unsure("2027-05-26"), None, "nothing lies in between");
    assert!(unsure("2028-01-20").is_some(), "how Tết is laid is decided each year");
    assert!(unsure("2031-05-26").is_some() && unsure("2030-12-20").is_some(), "beyond the calendar");
    let between = |one: &str, other: &str| calendar().confidence_between(date(one), date(other));
    assert_eq!(between("2022-05-26", "2022-06-27"), Confidence::Confirmed);
    assert_eq!(between("2022-02-09", "2022-01-24"), Confidence::Likely);
    assert_eq!(between("2019-12-31", "2020-01-02"), Confidence::Unverified);
}

#[test]
fn the_command_dates_the_congress_of_the_first_note() {
    let asked = r#"{"kind": "cell_committee", "date": "2022-05-26", "deadline": "2022-06-28"}"#;
    let Value::Array(tasks) = command::answer(asked).unwrap() else { unreachable!() };
    let of = |id: &str| tasks.iter().find(|task| task["id"] == id).unwrap();
    let due = |id: &str| of(id)["due"].as_str().unwrap().to_owned();
    assert_eq!(due("P1_khoi_dong-01"), "2022-03-12");
    assert_eq!(due("P7_sau_dai_hoi-06"), "2022-06-06");
    assert_eq!(due("P7_sau_dai_hoi-07"), "2022-06-27");
    assert_eq!(of("P7_sau_dai_hoi-07")["unit"], "working");
    assert_eq!(of("P7_sau_dai_hoi-07")["after_deadline"], false);
    let late = command::answer(&asked.replace("06-28", "06-26")).unwrap();
    let late: Vec<_> =
        late.as_array().unwrap().iter().filter(|task| task["after_deadline"] == true).collect();
    assert!(late.iter().any(|task| task["id"] == "P7_sau_dai_hoi-07"));
    let order: Vec<_> = tasks.iter().map(|task| task["id"].as_str().unwrap()).collect();
    let template = ChecklistTemplate::by_id(DEFAULT_CHECKLIST).unwrap();
    let expected: Vec<_> =
        template.tasks_for(CongressKind::CellCommittee).map(|task| task.id.as_str()).collect();
    assert_eq!(order, expected);
    for (input, field) in [
        ("{}", "kind"),
        (r#"{"kind": "club", "date": "2022-05-26"}"#, "club"),
        (r#"{"kind": "cell_committee", "date": "26/5/2022"}"#, "date"),
        (r#"{"kind": "cell_committee", "date": "2022-05-26", "deadline": 5}"#, "deadline"),
        (r#"{"kind": "cell_committee", "date": "2022-05-26", "dedline": null}"#, "dedline"),
        ("[", "line 1"),
    ] {
        let error = command::answer(input).unwrap_err();
        assert!(error.contains(field), "{error}");
    }
}
