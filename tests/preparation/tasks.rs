//! Tasks of one's own, dates that move, many at once; and what a tick costs among thousands.

use crate::hall::Hall;
use crate::{date, prepare, refused, task};
use chrono::{Days, NaiveDate};
use so_tay_dai_hoi::congress::checklist::due::due_date;
use so_tay_dai_hoi::congress::checklist::holidays::is_holiday;
use so_tay_dai_hoi::congress::checklist::plan::Urgency;
use so_tay_dai_hoi::congress::checklist::template::OffsetUnit;
use so_tay_dai_hoi::congress::checklist::{MAX_TASKS, TaskState};
use so_tay_dai_hoi::congress::id::TaskId;
use so_tay_dai_hoi::congress::preparation::{Due, FactSet, MAX_AT_ONCE, NewTask, PreparationChange};
use so_tay_dai_hoi::congress::{Change, Congress, Detail, Refusal};

const NO_FACTS: FactSet = FactSet::NONE;

fn new(title: &str, phase: &str, days: i32) -> NewTask {
    let due = Due::Offset { days, unit: OffsetUnit::Calendar };
    NewTask { title: title.to_owned(), phase: phase.to_owned(), due, owner: String::new() }
}

fn titles(congress: &Congress, phase: usize) -> Vec<String> {
    let of = congress.checklist.tasks().iter().filter(|task| task.phase == phase);
    of.map(|task| task.title.clone().unwrap_or_else(|| task.id.to_string())).collect()
}

#[test]
fn tasks_of_ones_own_stand_last_in_their_phase() {
    let mut hall = crate::gated();
    let before = hall.congress().checklist.tasks().len();
    let added = prepare(
        &mut hall,
        PreparationChange::TasksAdded(vec![
            new("Mượn loa", "P5_hau_can", -2),
            new("Dọn phòng", "P5_hau_can", 0),
        ]),
    );
    let own = TaskId::made_by(&added, 0);
    assert_eq!(hall.congress().checklist.tasks().len(), before + 2);
    assert_eq!(titles(hall.congress(), 4)[12..], ["Mượn loa", "Dọn phòng"]);
    assert_eq!(task(hall.congress(), own.as_str()).due, Some(date("2022-05-24")));
    // Moved to the front of its phase, and behind the last again.
    let first = hall.congress().checklist.tasks().iter().find(|task| task.phase == 4).unwrap().id.clone();
    prepare(&mut hall, PreparationChange::TaskMoved { id: own.clone(), before: Some(first) });
    assert_eq!(titles(hall.congress(), 4)[0], "Mượn loa");
    prepare(&mut hall, PreparationChange::TaskMoved { id: own.clone(), before: None });
    assert_eq!(titles(hall.congress(), 4)[12..], ["Dọn phòng", "Mượn loa"]);
    // A task of another phase is no place for it.
    let other = TaskId::from("P1_khoi_dong-01");
    prepare(&mut hall, PreparationChange::TaskMoved { id: own.clone(), before: Some(other) });
    assert_eq!(titles(hall.congress(), 4)[13], "Mượn loa");
    hall.act(Change::Task { id: own.clone(), state: TaskState::Done });
    prepare(&mut hall, PreparationChange::TaskRemoved(own.clone()));
    assert!(hall.congress().checklist.task(&own).is_none());
    assert_eq!(refused(&mut hall, PreparationChange::TaskRemoved(own)), Some(Refusal::Gone));
}

#[test]
fn what_cannot_be_is_refused() {
    let mut hall = crate::gated();
    let builtin = TaskId::from("P1_khoi_dong-01");
    let own = TaskId::made_by(
        &prepare(&mut hall, PreparationChange::TasksAdded(vec![new("Một", "P1_khoi_dong", 0)])),
        0,
    );
    let many = |count: usize| PreparationChange::TasksAdded(vec![new("x", "P1_khoi_dong", 0); count]);
    for (change, refusal) in [
        (PreparationChange::TasksAdded(Vec::new()), Refusal::EmptyText),
        (PreparationChange::TasksAdded(vec![new(" ", "P1_khoi_dong", 0)]), Refusal::EmptyText),
        (PreparationChange::TasksAdded(vec![new("x", "no such phase", 0)]), Refusal::Gone),
        (PreparationChange::TasksAdded(vec![new("x", "P1_khoi_dong", 10_001)]), Refusal::TooLarge),
        (PreparationChange::TasksAdded(vec![new("x", "P1_khoi_dong", i32::MIN)]), Refusal::TooLarge),
        (many(MAX_AT_ONCE + 1), Refusal::TooLarge),
        (PreparationChange::TaskRemoved(builtin.clone()), Refusal::NotYours),
        (PreparationChange::TaskTitle { id: own.clone(), title: String::new() }, Refusal::EmptyText),
        (PreparationChange::TaskDue { id: own.clone(), due: None }, Refusal::EmptyText),
        (PreparationChange::NotNeeded { id: builtin.clone(), reason: " ".to_owned() }, Refusal::EmptyText),
        (PreparationChange::TasksMarked { ids: Vec::new(), state: TaskState::Doing }, Refusal::NoChange),
        (PreparationChange::TasksMarked { ids: vec![builtin], state: TaskState::NotNeeded }, Refusal::NoWhy),
        (
            PreparationChange::TasksMarked { ids: vec![TaskId::from("gone")], state: TaskState::Doing },
            Refusal::Gone,
        ),
    ] {
        let said = format!("{change:?}").chars().take(90).collect::<String>();
        assert_eq!(refused(&mut hall, change), Some(refusal), "{said}");
    }
    prepare(&mut hall, many(MAX_AT_ONCE));
    let room = MAX_TASKS - hall.congress().checklist.tasks().len();
    prepare(&mut hall, many(room));
    assert_eq!(refused(&mut hall, many(1)), Some(Refusal::TooLarge));
}

#[test]
fn words_and_dates_are_changed_and_come_back() {
    let mut hall = crate::gated();
    let id = TaskId::from("P7_sau_dai_hoi-06");
    let proposed = task(hall.congress(), id.as_str());
    assert_eq!(proposed.due, Some(date("2022-06-06")));
    prepare(&mut hall, PreparationChange::TaskTitle { id: id.clone(), title: "Gửi báo cáo".to_owned() });
    prepare(&mut hall, PreparationChange::TaskDue { id: id.clone(), due: Some(Due::On(date("2022-06-03"))) });
    let changed = task(hall.congress(), id.as_str());
    assert_eq!((changed.title.as_deref(), changed.due), (Some("Gửi báo cáo"), Some(date("2022-06-03"))));
    // A day that was fixed stays when the congress moves; the others go along.
    hall.act(Change::Detail(Detail::Date(date("2022-05-30"))));
    assert_eq!(task(hall.congress(), id.as_str()).due, Some(date("2022-06-03")));
    prepare(&mut hall, PreparationChange::TaskDue { id: id.clone(), due: None });
    assert_eq!(task(hall.congress(), id.as_str()).due, Some(date("2022-06-08")));
    prepare(&mut hall, PreparationChange::TaskTitle { id: id.clone(), title: String::new() });
    assert_eq!(task(hall.congress(), id.as_str()).title, None);
}

#[test]
fn many_are_marked_at_once_and_taken_back_at_once() {
    let mut hall = crate::gated();
    let ids: Vec<TaskId> =
        ["P1_khoi_dong-01", "P1_khoi_dong-02", "P2_van_kien-01"].map(TaskId::from).to_vec();
    let state =
        |hall: &Hall| ids.iter().map(|id| task(hall.congress(), id.as_str()).marked).collect::<Vec<_>>();
    let record =
        prepare(&mut hall, PreparationChange::TasksMarked { ids: ids.clone(), state: TaskState::Done });
    assert_eq!(state(&hall), [TaskState::Done; 3]);
    hall.act(Change::Undone(record));
    assert_eq!(state(&hall), [TaskState::Todo; 3]);
    prepare(
        &mut hall,
        PreparationChange::NotNeeded { id: ids[0].clone(), reason: "Đã có từ trước".to_owned() },
    );
    assert_eq!(task(hall.congress(), ids[0].as_str()).reason, "Đã có từ trước");
    hall.act(Change::Task { id: ids[0].clone(), state: TaskState::Doing });
    assert_eq!(task(hall.congress(), ids[0].as_str()).reason, "");
}

/// Moving the congress day: what becomes late, and what lies beyond the superior's deadline, against counting by hand.
#[test]
fn moving_the_day_says_what_becomes_late() {
    let mut hall = crate::gated();
    hall.act(Change::Detail(Detail::Deadline(Some(date("2022-06-28")))));
    let today = date("2022-04-20");
    for (to, days) in [("2022-05-12", -14), ("2022-06-09", 14), ("2022-05-26", 0)] {
        let congress = hall.congress();
        let moved = congress.if_moved(date(to), NO_FACTS, today);
        let (mut late, mut beyond) = (0, 0);
        for task in congress.checklist.tasks() {
            let template = task.template.unwrap();
            let new = due_date(date(to), template.offset_days, template.offset_unit, &is_holiday).unwrap();
            late += usize::from(new < today && task.due.unwrap() >= today);
            beyond += usize::from(new > date("2022-06-28") && task.due.unwrap() <= date("2022-06-28"));
        }
        assert_eq!((moved.late.len(), moved.beyond.len()), (late, beyond), "{to}");
        assert_eq!(late > 0, days < 0);
        assert_eq!(beyond > 0, days > 0);
    }
    // What is done does not become late.
    let moved = hall.congress().if_moved(date("2022-05-12"), NO_FACTS, today);
    let by_hand = moved.late.iter().find(|(task, _)| task.template.unwrap().fact.is_none());
    let moved = by_hand.unwrap().0.id.clone();
    hall.act(Change::Task { id: moved.clone(), state: TaskState::Done });
    let again = hall.congress().if_moved(date("2022-05-12"), NO_FACTS, today);
    assert!(again.late.iter().all(|(task, _)| task.id != moved));
}

/// For every congress day of ten years, Tết and 29 February among them, the plan is what counting day by day gives.
#[test]
fn every_day_of_ten_years_is_counted_day_by_day() {
    let hall = crate::gated();
    let mut day = date("2020-01-01");
    let mut dates = 0;
    while day < date("2030-01-01") {
        let mut congress = Congress::found(&founding(&hall));
        congress.apply(
            &record(&hall),
            so_tay_dai_hoi::congress::Moment(0),
            &Change::Detail(Detail::Date(day)),
        );
        for task in congress.checklist.tasks() {
            let template = task.template.unwrap();
            assert_eq!(
                task.due,
                Some(by_hand(day, template.offset_days, template.offset_unit)),
                "{day} {}",
                task.id
            );
            dates += 1;
        }
        day = day + Days::new(1);
    }
    assert!(dates > 250_000, "{dates}");
}

fn founding(hall: &Hall) -> so_tay_dai_hoi::congress::Founding {
    let Change::Founded(founding) = hall.logbook.records().next().unwrap().change.clone() else { panic!() };
    founding
}

fn record(hall: &Hall) -> so_tay_dai_hoi::congress::id::RecordId {
    hall.logbook.records().next().unwrap().id.clone()
}

/// One day after the other.
fn by_hand(congress: NaiveDate, offset: i32, unit: OffsetUnit) -> NaiveDate {
    let mut day = congress;
    let mut left = offset.abs();
    while left > 0 {
        day = if offset < 0 { day.pred_opt().unwrap() } else { day.succ_opt().unwrap() };
        let weekend = matches!(chrono::Datelike::weekday(&day), chrono::Weekday::Sat | chrono::Weekday::Sun);
        if unit == OffsetUnit::Calendar || !(weekend || is_holiday(day)) {
            left -= 1;
        }
    }
    day
}

#[test]
fn what_is_next_and_how_urgent() {
    let hall = crate::gated();
    let checklist = &hall.congress().checklist;
    let next = checklist.next_task(NO_FACTS).unwrap();
    assert_eq!(next.id.as_str(), "P1_khoi_dong-01");
    assert_eq!(next.urgency(NO_FACTS, date("2022-03-15")), Urgency::Late(3));
    assert_eq!(next.urgency(NO_FACTS, date("2022-03-12")), Urgency::ThisWeek);
    assert_eq!(next.urgency(NO_FACTS, date("2022-03-06")), Urgency::Later);
    let progress = checklist.progress(NO_FACTS, date("2022-03-13"));
    assert_eq!(Ok(progress.iter().map(|phase| phase.all).sum()), i64::try_from(checklist.tasks().len()));
    assert!(progress.iter().all(|phase| phase.settled == 0 && phase.share(200) == 0));
    assert_eq!(
        progress.iter().map(|phase| phase.late).collect::<Vec<_>>(),
        [true, false, false, false, false, false, false]
    );
    assert_eq!(progress[0].days.unwrap().0, date("2022-03-12"));
}

/// A tick adds one record of the same length, however many tasks there are.
#[test]
fn a_tick_among_thousands_is_as_long_as_among_a_few() {
    let bytes = |extra: usize| {
        let mut hall = crate::gated();
        prepare(&mut hall, PreparationChange::TasksAdded(vec![new("Việc", "P5_hau_can", -3); extra]));
        let before = so_tay_dai_hoi::journal::Exported::of(&hall.logbook).to_text().len();
        hall.act(Change::Task { id: TaskId::from("P5_hau_can-01"), state: TaskState::Done });
        so_tay_dai_hoi::journal::Exported::of(&hall.logbook).to_text().len() - before
    };
    assert_eq!(bytes(50), bytes(4_900));
}
