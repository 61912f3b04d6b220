//! The view from above: 261 cells of 36 organisations, 20 of which tell something wrong; every one of the 20 is named,
//! and no other.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "fixtures/cells.rs"]
mod cells;

use cells::{CellFile, DEADLINE, Error, Reached, TODAY, files};
use chrono::NaiveDate;
use so_tay_dai_hoi::congress::Moment;
use so_tay_dai_hoi::congress::summary::Step;
use so_tay_dai_hoi::journal::glance::{ListedCell, Unseen, agrees, glance};
use so_tay_dai_hoi::overview::burn_up::{BurnUp, burn_up};
use so_tay_dai_hoi::overview::{CellFinding, Gathered, Query, Show, Stage, Taken, recounted};
use std::collections::BTreeSet;

fn today() -> NaiveDate {
    TODAY.parse().unwrap()
}

fn deadline() -> NaiveDate {
    DEADLINE.parse().unwrap()
}

fn gathered(files: &[CellFile]) -> Gathered {
    let mut gathered = Gathered::default();
    for file in files {
        let lines = glance(file.text.as_bytes()).unwrap();
        assert_eq!(lines.len(), 1);
        assert!(matches!(gathered.take(&lines[0], &file.name), Taken::New(_)), "{}", file.name);
    }
    gathered
}

#[test]
fn every_seeded_error_is_named_and_no_other() {
    for seed in 1..=4 {
        let files: Vec<CellFile> = files(261, 20, seed).collect();
        let gathered = gathered(&files);
        let seeded: BTreeSet<&str> =
            files.iter().filter(|file| file.error.is_some()).map(|file| file.name.as_str()).collect();
        assert_eq!(seeded.len(), 20);
        let named: BTreeSet<&str> = gathered
            .cells()
            .filter(|(_, cell)| cell.wrong() > 0)
            .map(|(_, cell)| cell.name.as_str())
            .collect();
        assert_eq!(named, seeded);
        for file in files.iter().filter(|file| file.error.is_some()) {
            let (_, cell) = gathered.cells().find(|(_, cell)| cell.name == file.name).unwrap();
            let found = &cell.told.as_ref().unwrap().findings;
            let fits = |finding: &CellFinding| match file.error.unwrap() {
                Error::WrongBase => matches!(finding, CellFinding::Base { .. }),
                Error::WrongRoll => matches!(finding, CellFinding::Roll { .. }),
                Error::HalfElected => {
                    matches!(finding, CellFinding::Elected { wrongly, base, .. } if wrongly[0].votes * 2 == *base)
                }
                Error::SumsDiffer => matches!(finding, CellFinding::Figures { .. }),
                Error::OtherElected => {
                    matches!(finding, CellFinding::Elected { missing, .. } if missing.len() == 1)
                }
            };
            assert!(found.iter().any(fits), "{:?}: {found:?}", file.error);
        }
    }
}

/// Who is elected is said from the votes, whatever the file claims; where they do not add up, nothing is said.
#[test]
fn a_round_is_counted_again_whatever_the_file_claims() {
    let (mut half, mut sums) = (0, 0);
    for file in files(261, 20, 1) {
        let line = glance(file.text.as_bytes()).unwrap().remove(0);
        let summary = line.summary.as_ref().unwrap();
        let (mut wrongly, mut others, mut unknown) = (0, 0, 0);
        for stated in &summary.rounds {
            let told = &stated.outcome.elected;
            match recounted(summary, stated).map(|outcome| outcome.elected) {
                Some(elected) => {
                    wrongly += told.iter().filter(|name| !elected.contains(name)).count();
                    others += usize::from(*told != elected);
                }
                None => unknown += 1,
            }
        }
        match file.error {
            Some(Error::HalfElected) => {
                half += 1;
                assert_eq!(wrongly, 1, "{}", file.name);
            }
            Some(Error::OtherElected) => assert!(others > 0, "{}", file.name),
            Some(Error::SumsDiffer) => {
                sums += 1;
                assert!(unknown > 0, "{}", file.name);
            }
            Some(Error::WrongBase | Error::WrongRoll) => {
                assert_eq!((wrongly, others), (0, 0), "{}", file.name);
            }
            None => assert_eq!((wrongly, others, unknown), (0, 0, 0), "{}", file.name),
        }
    }
    assert!(half > 0 && sums > 0);
}

#[test]
fn the_progress_is_that_of_the_files() {
    let files: Vec<CellFile> = files(261, 0, 9).collect();
    let gathered = gathered(&files);
    let whole = gathered.whole(today(), Some(deadline()));
    assert_eq!((whole.cells, whole.wrong), (249, 0));
    let reached =
        [Step::DocumentsApproved, Step::Held, Step::Reported, Step::Ratified].map(|step| whole.reached(step));
    assert_eq!(reached, [120, 38, 33, 24]);
    assert_eq!(gathered.groups(today(), Some(deadline())).len(), 36);
    for file in &files {
        let (_, cell) = gathered.cells().find(|(_, cell)| cell.name == file.name).unwrap();
        let stage = match file.reached {
            Reached::Planned => Stage::Planned,
            Reached::Approved => Stage::SchemeApproved,
            Reached::Held => Stage::Held,
            Reached::Reported => Stage::Reported,
            Reached::Ratified => Stage::Ratified,
        };
        assert_eq!((cell.stage(), &cell.group), (stage, &file.group));
    }
    let rows = |show| Query { show, ..Query::default() }.rows(&gathered, today(), Some(deadline())).len();
    assert_eq!(rows(Show::At(Stage::Planned)), 129);
    assert_eq!(rows(Show::At(Stage::SchemeApproved)), 82);
    assert_eq!(rows(Show::All), 249);
}

#[test]
fn the_same_file_twice_changes_nothing_and_a_newer_one_is_taken() {
    let files: Vec<CellFile> = files(30, 0, 2).collect();
    let mut gathered = gathered(&files);
    let before = gathered.clone();
    for file in files.iter().rev() {
        let line = glance(file.text.as_bytes()).unwrap().remove(0);
        assert_eq!(gathered.take(&line, "again"), Taken::Same);
        let mut newer = line.clone();
        newer.summary.as_mut().unwrap().changes += 1;
        let mut copy = gathered.clone();
        assert!(matches!(copy.take(&newer, "newer"), Taken::Newer(_)));
        assert_eq!(copy.take(&line, "older"), Taken::Older);
        assert_eq!(copy.cells().len(), before.cells().len());
    }
    assert_eq!(gathered, before);
}

/// The picture of cells registered for these days of May 2022, the first of them held on its day.
fn picture(days: &[u32], today: &str, deadline: Option<&str>) -> BurnUp {
    let mut gathered = Gathered::default();
    for (place, day) in days.iter().enumerate() {
        let registered = NaiveDate::from_ymd_opt(2022, 5, *day);
        let key =
            gathered
                .list(&ListedCell { name: format!("Chi bộ {place}"), group: String::new(), registered });
        gathered.mark(&key, Step::Held, registered.filter(|_| place == 0));
    }
    burn_up(&gathered, today.parse().unwrap(), deadline.map(|day| day.parse().unwrap())).unwrap()
}

#[test]
fn the_picture_ends_with_the_later_of_deadline_and_last_congress_and_today_only_where_it_lies_within() {
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let picture_of = |today, deadline| picture(&[20, 26, 30], today, deadline);
    let long_after = picture_of("2026-11-30", Some("2022-06-28"));
    assert_eq!(long_after.span, (day("2022-05-19"), day("2022-06-28")));
    assert_eq!((long_after.until, long_after.shows_today), (day("2022-06-28"), false));
    let within = picture_of("2022-05-27", Some("2022-05-25"));
    assert_eq!(within.span, (day("2022-05-19"), day("2022-05-30")));
    assert_eq!((within.until, within.shows_today), (day("2022-05-27"), true));
    let before = picture_of("2022-05-01", None);
    assert_eq!((before.until, before.shows_today), (day("2022-05-19"), false));
    assert!(before.held.is_empty());
}

#[test]
fn one_day_alone_is_no_picture() {
    let drawable = |days: &[u32], deadline| picture(days, "2022-06-01", deadline).is_drawable();
    assert!(!drawable(&[20], None));
    assert!(!drawable(&[20, 20], Some("2022-06-28")));
    assert!(!drawable(&[20, 21], None));
    assert!(drawable(&[20, 22], None));
    assert!(drawable(&[20, 21], Some("2022-06-28")));
}

#[test]
fn the_numbers_at_the_side_are_whole_and_even() {
    let ticks = |cells: usize| picture(&vec![20; cells], "2022-06-01", None).ticks;
    assert_eq!(ticks(1), [0, 1]);
    assert_eq!(ticks(4), [0, 1, 2, 3, 4]);
    assert_eq!(ticks(7), [0, 2, 4, 6, 8]);
    assert_eq!(ticks(249), [0, 50, 100, 150, 200, 250]);
    assert_eq!(ticks(261), [0, 100, 200, 300]);
}

/// Whom the sentence asks to look at can be shown, however far the superior's own records are.
#[test]
fn who_has_no_day_is_shown_among_those_without_a_day() {
    let mut gathered = Gathered::default();
    let listed = ListedCell { name: "Chi bộ 1".to_owned(), group: String::new(), registered: None };
    let key = gathered.list(&listed);
    gathered.mark(&key, Step::DocumentsApproved, Some(today()));
    let urgent = |gathered: &Gathered| gathered.whole(today(), None).urgent();
    assert_eq!(urgent(&gathered), Some(Show::At(Stage::NoPlan)));
    let query = Query { show: Show::At(Stage::NoPlan), ..Query::default() };
    assert_eq!(query.rows(&gathered, today(), None), std::slice::from_ref(&key));
    gathered.list(&ListedCell { registered: today().pred_opt(), ..listed });
    assert_eq!(urgent(&gathered), Some(Show::Late));
    gathered.mark(&key, Step::Held, Some(today()));
    assert_eq!(urgent(&gathered), None);
}

/// A cell that began again sends another congress: what was done last counts. One that is listed under another name
/// afterwards stays one organisation.
#[test]
fn an_organisation_stands_in_the_table_once() {
    let file = files(10, 0, 3).next().unwrap();
    let line = glance(file.text.as_bytes()).unwrap().remove(0);
    let mut gathered = Gathered::default();
    assert!(matches!(gathered.take(&line, "first"), Taken::New(_)));
    let mut again = line.clone();
    let summary = again.summary.as_mut().unwrap();
    summary.congress = "cccccccc-000000000000".to_owned();
    summary.changes = 5;
    assert_eq!(gathered.take(&again, "begun before"), Taken::Older);
    again.summary.as_mut().unwrap().last = Moment(line.summary.as_ref().unwrap().last.0 + 1);
    assert!(matches!(gathered.take(&again, "begun again"), Taken::Newer(_)));
    let mut renamed = again.clone();
    renamed.cell =
        Some(ListedCell {
            name: "Chi bộ Mới".to_owned(), group: "Đảng bộ Z".to_owned(), registered: None
        });
    assert!(matches!(gathered.take(&renamed, "renamed"), Taken::Newer(_)));
    assert_eq!(gathered.take(&renamed, "renamed"), Taken::Same);
    let cells: Vec<_> = gathered.cells().map(|(_, cell)| (cell.name.as_str(), cell.group.as_str())).collect();
    assert_eq!(cells, [("Chi bộ Mới", "Đảng bộ Z")]);
}

/// Days that the organisation between recorded come along, and none that is recorded here gives way.
#[test]
fn marks_travel_and_overwrite_nothing() {
    let file = files(10, 0, 3).next().unwrap();
    let mut line = glance(file.text.as_bytes()).unwrap().remove(0);
    line.marks.set(Step::Sent, Some(today()));
    let mut gathered = Gathered::default();
    let Taken::New(key) = gathered.take(&line, "first") else { panic!() };
    assert_eq!(gathered.cell(&key).unwrap().marks.on(Step::Sent), Some(today()));
    gathered.mark(&key, Step::Commented, Some(deadline()));
    line.marks.set(Step::Commented, Some(today()));
    line.marks.set(Step::Ratified, Some(today()));
    assert_eq!(gathered.take(&line, "again"), Taken::Newer(key.clone()));
    let marks = gathered.cell(&key).unwrap().marks;
    assert_eq!(marks.on(Step::Commented), Some(deadline()));
    assert_eq!(marks.on(Step::Ratified), Some(today()));
    assert_eq!(gathered.take(&line, "again"), Taken::Same);
}

#[test]
fn what_is_no_file_is_named() {
    let file = files(10, 0, 3).next().unwrap();
    let say = |text: &str| glance(text.as_bytes()).unwrap_err();
    assert!(matches!(say("hello"), Unseen::File(_)));
    let place = file.text.find("\"members\":").unwrap() + 10;
    let mut damaged = file.text.clone();
    damaged.replace_range(place..=place, "9");
    assert_ne!(damaged, file.text);
    assert!(matches!(say(&damaged), Unseen::File(_)));
    assert!(matches!(say(&file.text[..file.text.len() - 40]), Unseen::File(_)));
    let line = glance(file.text.as_bytes()).unwrap().remove(0).to_text();
    assert!(
        matches!(say(&format!("{line}\n{}", line.replace("\"members\":", "\"numbers\":"))), Unseen::Line(3, field) if field == "summary.members")
    );
    assert_eq!(glance(format!("{line}{line}").as_bytes()).unwrap().len(), 2);
}

/// The second pass: what a file tells is held against its records, which nobody can alter without the chain telling.
#[test]
fn a_summary_that_is_not_that_of_its_records_is_caught() {
    for file in files(60, 5, 6) {
        let line = glance(file.text.as_bytes()).unwrap().remove(0);
        let mut gathered = Gathered::default();
        let Taken::New(key) = gathered.take(&line, &file.name) else { panic!() };
        let summary = line.summary.as_ref().unwrap();
        assert_eq!(agrees(&file.text, summary), file.error.is_none(), "{}", file.name);
        if file.error.is_some() {
            assert_eq!(gathered.disagrees(summary), Some(key.clone()));
            assert_eq!(gathered.disagrees(summary), None);
            assert!(
                gathered
                    .cell(&key)
                    .unwrap()
                    .told
                    .as_ref()
                    .unwrap()
                    .findings
                    .contains(&CellFinding::Disagrees)
            );
        }
    }
}

/// A file that another program laid out anew says the same.
#[test]
fn the_layout_does_not_matter() {
    for file in files(20, 0, 5) {
        let value: serde_json::Value = serde_json::from_str(&file.text).unwrap();
        assert_eq!(glance(value.to_string().as_bytes()), glance(file.text.as_bytes()), "{}", file.name);
    }
}
