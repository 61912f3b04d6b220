//! When a copy outside the browser ought to be taken.

use crate::chance::{Dice, found, work};
use crate::hall::Hall;
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::election::ballots::{Ballot, CountedBallot, Names};
use so_tay_dai_hoi::congress::election::sheet::BallotCount;
use so_tay_dai_hoi::congress::id::{PassId, RoundId};
use so_tay_dai_hoi::congress::{CongressKind, DeskChange, Moment};
use so_tay_dai_hoi::journal::outside::{Copied, FIGURES, Occasion, Uncopied};

fn uncopied(hall: &Hall, copied: Option<&Copied>) -> Uncopied {
    Uncopied::of(&hall.logbook, copied)
}

#[test]
fn what_no_copy_holds_is_counted() {
    let mut hall = Hall::founded(CongressKind::CellCommittee, 9);
    let all = u32::try_from(hall.logbook.records().len()).unwrap();
    assert_eq!(uncopied(&hall, None).records, all);
    let copied = Copied::of(&hall.logbook, Moment(5));
    assert_eq!(uncopied(&hall, Some(&copied)), Uncopied::default());
    hall.act(Change::Detail(Detail::Place("Hội trường".to_owned())));
    assert_eq!(uncopied(&hall, Some(&copied)).records, 1);
    assert_eq!(Copied::from_text(&copied.to_text()), Some(copied.clone()));
    for damaged in ["", "x", "5 bbbbbbbb", "5 bbbbbbbb:", "5 bbbbbbbb:-1", "5  bbbbbbbb:1", "5 bbbbbbbb:1 "] {
        assert_eq!(Copied::from_text(damaged), None, "{damaged:?}");
    }
}

#[test]
fn another_devices_records_are_not_in_the_copy() {
    let mut dice = Dice::new(3);
    let mut logbook = found(1, CongressKind::CellCommittee);
    let copied = Copied::of(&logbook, Moment(5));
    let mut other = logbook.clone();
    work(&mut dice, &mut other, 2, 20);
    let came = u32::try_from(other.records().len() - logbook.records().len()).unwrap();
    logbook.merge(other.records().cloned()).unwrap();
    assert!(came > 0);
    assert_eq!(Uncopied::of(&logbook, Some(&copied)).records, came);
    assert_eq!(Uncopied::of(&logbook, Some(&Copied::of(&logbook, Moment(6)))), Uncopied::default());
    assert_eq!(Uncopied::of(&logbook, Some(&Copied::default())), Uncopied::of(&logbook, None));
}

#[test]
fn the_moments_ask_each_once_and_the_weightiest_first() {
    let figure =
        Change::Ballots { round: RoundId::from("bbbbbbbb-2.0"), count: BallotCount::Issued, value: Some(9) };
    let sealed = Change::RoundSealed { round: RoundId::from("bbbbbbbb-2.0"), at: Moment(1) };
    let mut since = Uncopied::default();
    for _ in 1..FIGURES {
        since.add(&figure);
    }
    assert_eq!(since.occasion(), None);
    since.add(&figure);
    assert_eq!(since.occasion(), Some(Occasion::Figures));
    since.put_off();
    assert_eq!((since.occasion(), since.records), (None, FIGURES));
    // A ballot at the desk is a figure like any other.
    let ballot = CountedBallot::plain(Ballot::keeping(Names::first(3)));
    let mut at_desk = Uncopied::default();
    for _ in 0..FIGURES {
        at_desk.add(&DeskChange::Ballot { pass: PassId::from("bbbbbbbb-3"), ballot }.into());
    }
    assert_eq!(at_desk.occasion(), Some(Occasion::Figures));
    since.add(&sealed);
    assert_eq!(since.occasion(), Some(Occasion::Round));
    since.add(&Change::Closed(Moment(2)));
    since.add(&figure);
    assert_eq!(since.occasion(), Some(Occasion::End));
    since.put_off();
    since.add(&figure);
    assert_eq!((since.occasion(), since.records), (None, FIGURES + 4));
}
