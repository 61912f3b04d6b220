//! A seal holds: no undo and no redo, on whichever device, changes what a sealed round says.

use crate::hall::{Hall, LIST};
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::election::sheet::{BallotCount, VoteColumn};
use so_tay_dai_hoi::congress::election::{Office, RulesId};
use so_tay_dai_hoi::congress::id::{DeviceId, RecordId, RoundId};
use so_tay_dai_hoi::congress::{Moment, Refusal};
use so_tay_dai_hoi::journal::Author;

/// The committee's round sealed on this device, and the records that its figures came from.
fn sealed() -> (Hall, RoundId, Vec<RecordId>) {
    let mut hall = Hall::sample();
    let round = hall.committee();
    let records = hall
        .logbook
        .records()
        .filter(|record| {
            matches!(record.change, Change::RoundOpened(_) | Change::Ballots { .. } | Change::Votes { .. })
        })
        .map(|record| record.id.clone())
        .collect();
    (hall, round, records)
}

#[test]
fn figures_and_list_outlast_every_undo() {
    let (mut hall, round, records) = sealed();
    assert_eq!(records.len(), 1 + 4 + 4);
    let before = hall.congress().clone();
    let text = serde_json::to_string(&hall.logbook.records().collect::<Vec<_>>()).unwrap();
    for record in records {
        assert_eq!(hall.attempt(Change::Undone(record.clone())), Err(Refusal::Sealed), "{record}");
    }
    assert_eq!(*hall.congress(), before);
    assert_eq!(serde_json::to_string(&hall.logbook.records().collect::<Vec<_>>()).unwrap(), text);
    assert_eq!(hall.congress().elected(Office::Committee), LIST[..3]);
    assert!(hall.congress().round(&round).unwrap().sealed.is_some());
}

#[test]
fn another_device_cannot_take_its_own_figure_from_under_the_seal() {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    hall.write(&round, [17, 17, 16, 1], &[&[15], &[12], &[10], &[8]]);
    let other = Author { device: DeviceId::from_random([2; 8]), desk: "Máy 2".to_owned() };
    let figure = Change::Votes { round: round.clone(), row: 0, column: VoteColumn::For, value: Some(14) };
    hall.logbook.commit(&other, Moment(5), figure).unwrap();
    hall.seal(&round);
    let target = hall.logbook.undo_target(&other.device).unwrap().id.clone();
    let undone = hall.logbook.commit(&other, Moment(6), Change::Undone(target));
    assert_eq!(undone, Err(Refusal::Sealed));
    assert_eq!(hall.congress().round(&round).unwrap().rows[0].votes, Some(14));
}

#[test]
fn an_undone_figure_cannot_come_back_under_the_seal() {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    hall.write(&round, [17, 17, 16, 1], &[&[15], &[12], &[10], &[8]]);
    let change = Change::Ballots { round: round.clone(), count: BallotCount::Issued, value: Some(16) };
    let wrong = hall.act(change);
    let undo = hall.act(Change::Undone(wrong));
    hall.seal(&round);
    assert_eq!(hall.attempt(Change::Undone(undo)), Err(Refusal::Sealed));
}

#[test]
fn the_rules_stay_under_the_seal() {
    let mut hall = Hall::sample();
    let rules = hall.act(Change::Detail(Detail::Rules(RulesId::Party190)));
    let round = hall.committee();
    assert_eq!(hall.attempt(Change::Detail(Detail::Rules(RulesId::YouthUnion))), Err(Refusal::Sealed));
    assert_eq!(hall.attempt(Change::Undone(rules)), Err(Refusal::Sealed));
    assert_eq!(hall.congress().details.rules, RulesId::Party190);
    assert!(hall.congress().counted(&round).unwrap().is_ok());
}

#[test]
fn the_seal_itself_can_be_taken_back_and_put_on_again() {
    let (mut hall, round, _) = sealed();
    let before = hall.congress().clone();
    let seal = hall.logbook.records().next_back().unwrap().id.clone();
    let undo = hall.act(Change::Undone(seal));
    assert!(hall.congress().round(&round).unwrap().is_open());
    assert_eq!(hall.congress().elected(Office::Committee), [""; 0]);
    hall.act(Change::Undone(undo));
    assert_eq!(*hall.congress(), before);
}

/// Figures that were written while the seal was off fall away when it is put on again, and come back with it off.
#[test]
fn a_seal_put_on_again_covers_what_it_covered() {
    let (mut hall, round, _) = sealed();
    let before = hall.congress().clone();
    let seal = hall.logbook.records().next_back().unwrap().id.clone();
    let off = hall.act(Change::Undone(seal.clone()));
    hall.act(Change::Votes { round: round.clone(), row: 3, column: VoteColumn::For, value: Some(9) });
    hall.act(Change::Undone(off));
    assert_eq!(*hall.congress(), before);
    hall.act(Change::Undone(seal));
    let sheet = hall.congress().round(&round).unwrap();
    assert_eq!((sheet.is_open(), sheet.rows[3].votes), (true, Some(9)));
}

#[test]
fn a_cancelled_box_does_not_come_back_over_a_seal() {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    hall.write(&round, [17, 17, 16, 1], &[&[15], &[12], &[10], &[8]]);
    let voided = hall.act(Change::RoundVoided { round: round.clone(), at: Moment(5) });
    let undo = hall.act(Change::Undone(voided));
    hall.seal(&round);
    assert_eq!(hall.attempt(Change::Undone(undo)), Err(Refusal::Sealed));
}

#[test]
fn what_is_not_under_the_seal_can_still_be_undone() {
    let (mut hall, _, _) = sealed();
    let before = hall.congress().clone();
    let place = hall.act(Change::Detail(Detail::Place("Hà Nội".to_owned())));
    hall.act(Change::Undone(place));
    assert_eq!(*hall.congress(), before);
}
