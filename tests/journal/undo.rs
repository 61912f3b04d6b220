//! Undo is a record too: it takes back, it can be taken back, and nothing disappears.

use crate::chance::{Dice, author, found, step};
use crate::fold::{KINDS, check_fold};
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::id::RecordId;
use so_tay_dai_hoi::congress::{AgendaChange, Moment, Refusal};
use so_tay_dai_hoi::journal::Logbook;

const AT: Moment = Moment(1_653_530_000_000);

/// A congress in which one place after the other was written down.
fn places(names: &[&str]) -> Logbook {
    let mut logbook = found(1, KINDS[0]);
    for name in names {
        write(&mut logbook, 1, name);
    }
    logbook
}

fn write(logbook: &mut Logbook, device: u8, place: &str) -> RecordId {
    let change = Change::Detail(Detail::Place(place.to_owned()));
    logbook.commit(&author(device), AT, change).unwrap().id
}

fn place(logbook: &Logbook) -> &str {
    &logbook.state().details.place
}

/// Undoes as the button does; says whether there was anything.
fn undo(logbook: &mut Logbook, device: u8) -> bool {
    let target = logbook.undo_target(&author(device).device).map(|record| record.id.clone());
    take_back(logbook, device, target)
}

fn redo(logbook: &mut Logbook, device: u8) -> bool {
    let target = logbook.redo_target(&author(device).device).map(|record| record.id.clone());
    take_back(logbook, device, target)
}

fn take_back(logbook: &mut Logbook, device: u8, target: Option<RecordId>) -> bool {
    let Some(target) = target else { return false };
    logbook.commit(&author(device), AT, Change::Undone(target)).unwrap();
    check_fold(logbook);
    true
}

/// Presses, by letter: u undo, r redo, w write "x"; and the place that stands afterwards. A press in capitals finds
/// nothing to do.
#[test]
fn sequences_of_presses() {
    for (presses, expected) in [
        ("", "c"),
        ("u", "b"),
        ("ur", "c"),
        ("urR", "c"),
        ("uu", "a"),
        ("uuu", ""),
        ("uuuU", ""),
        ("uur", "b"),
        ("uurr", "c"),
        ("uuurrr", "c"),
        ("uuurrrR", "c"),
        ("uruuu", ""),
        ("ururur", "c"),
        ("uuruur", "a"),
        ("uuruurr", "b"),
        ("uuruurrr", "c"),
        ("uw", "x"),
        ("uwR", "x"),
        ("uwu", "b"),
        ("uwur", "x"),
        ("uwuu", "a"),
        ("uwuurr", "x"),
        ("uuwuu", ""),
        ("uuwuuU", ""),
        ("R", "c"),
    ] {
        let mut logbook = places(&["a", "b", "c"]);
        for press in presses.chars() {
            let done = match press.to_ascii_lowercase() {
                'u' => undo(&mut logbook, 1),
                'r' => redo(&mut logbook, 1),
                _ => !write(&mut logbook, 1, "x").device.as_str().is_empty(),
            };
            assert_eq!(done, press.is_lowercase(), "{press} in {presses}");
        }
        assert_eq!(place(&logbook), expected, "{presses}");
        assert_eq!(logbook.records().len(), 4 + presses.chars().filter(|press| press.is_lowercase()).count());
    }
}

#[test]
fn undo_is_the_inverse_and_redo_the_inverse_of_undo() {
    let mut tried = 0;
    for seed in 200..240 {
        let mut dice = Dice::new(seed);
        let mut logbook = found(1, KINDS[usize::try_from(seed).unwrap() % 4]);
        for _ in 0..50 {
            let before = logbook.state().clone();
            let Ok(record) = step(&mut dice, &mut logbook, 1) else { continue };
            let after = logbook.state().clone();
            let mut apart = logbook.clone();
            let undone = apart.commit(&author(1), AT, Change::Undone(record.id.clone())).unwrap();
            assert_eq!(*apart.state(), before, "{record:?}");
            assert!(apart.is_undone(&record.id) && !logbook.is_undone(&record.id));
            apart.commit(&author(1), AT, Change::Undone(undone.id)).unwrap();
            assert_eq!(*apart.state(), after, "{record:?}");
            assert!(!apart.is_undone(&record.id));
            tried += 1;
        }
    }
    assert!(tried >= 800, "{tried}");
}

#[test]
fn the_founding_cannot_be_undone() {
    let mut logbook = places(&[]);
    let founding = logbook.records().next().unwrap().id.clone();
    assert_eq!(logbook.undo_target(&founding.device), None);
    assert_eq!(logbook.redo_target(&founding.device), None);
    let before = logbook.state().clone();
    assert_eq!(logbook.commit(&author(1), AT, Change::Undone(founding)), Err(Refusal::Gone));
    assert_eq!(*logbook.state(), before);
}

#[test]
fn a_device_takes_back_its_own_changes() {
    let mut logbook = places(&["a"]);
    write(&mut logbook, 2, "b");
    assert!(undo(&mut logbook, 1));
    assert_eq!(place(&logbook), "b", "the other device's word stands above the one taken back");
    assert!(!undo(&mut logbook, 1), "the other device's change is not this one's to take back");
    assert!(undo(&mut logbook, 2));
    assert_eq!(place(&logbook), "");
    assert!(redo(&mut logbook, 1));
    assert_eq!(place(&logbook), "a");
    assert!(redo(&mut logbook, 2));
    assert_eq!(place(&logbook), "b");
}

#[test]
fn undoing_the_same_record_twice_changes_nothing_more() {
    let mut logbook = places(&["a", "b"]);
    let target = logbook.records().next_back().unwrap().id.clone();
    logbook.commit(&author(1), AT, Change::Undone(target.clone())).unwrap();
    logbook.commit(&author(2), AT, Change::Undone(target.clone())).unwrap();
    assert_eq!(place(&logbook), "a");
    // Both have to take it back before it counts again.
    assert!(redo(&mut logbook, 1));
    assert_eq!((place(&logbook), logbook.is_undone(&target)), ("a", true));
    assert!(redo(&mut logbook, 2));
    assert_eq!((place(&logbook), logbook.is_undone(&target)), ("b", false));
}

/// A jump of the machine's clock is recorded by the app; it stands between no person and what they did last.
#[test]
fn what_the_app_noticed_is_passed_over() {
    let mut logbook = places(&["a", "b"]);
    let notice = |logbook: &mut Logbook| {
        let step = AgendaChange::ClockStep { at: AT, by: 5_000, passed: true };
        logbook.commit(&author(1), AT, step.into()).unwrap();
    };
    notice(&mut logbook);
    assert!(undo(&mut logbook, 1));
    assert_eq!(place(&logbook), "a");
    notice(&mut logbook);
    assert!(redo(&mut logbook, 1));
    assert_eq!(place(&logbook), "b");
    assert_eq!(logbook.state().agenda.steps.len(), 2);
}
