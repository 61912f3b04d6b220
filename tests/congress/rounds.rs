//! Rounds in the order of the regulation: committee, secretary, deputy; ties, shortfalls and cancelled boxes.

use crate::hall::{FULL, Hall, LIST};
use so_tay_dai_hoi::congress::change::Change;
use so_tay_dai_hoi::congress::election::story::Prepared;
use so_tay_dai_hoi::congress::election::{Method, NextStep, Office, Outcome, RoundKind, RulesId, Verdict};
use so_tay_dai_hoi::congress::id::RoundId;
use so_tay_dai_hoi::congress::{CongressKind, Moment};

fn outcome(hall: &Hall, round: &RoundId) -> Outcome {
    hall.congress().counted(round).unwrap().unwrap().outcome
}

#[track_caller]
fn proposed(
    hall: &Hall,
    office: Office,
    seats: u32,
    number: u32,
    kind: RoundKind,
    names: &[&str],
) -> Prepared {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    let expected = Prepared { office, seats, number, kind, names };
    assert_eq!(hall.congress().proposal().as_ref(), Some(&expected));
    expected
}

/// The committee's round with these votes for the four of the list.
fn committee_with(votes: [u32; 4]) -> (Hall, RoundId) {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let rows = votes.map(|votes| [votes]);
    let round = hall.elect(&proposal, [17, 17, 16, 1], &rows.each_ref().map(<[u32; 1]>::as_slice));
    (hall, round)
}

#[test]
fn the_sample_congress_from_the_roll_to_the_deputy() {
    let mut hall = Hall::sample();
    assert_eq!(hall.congress().details.rules, RulesId::Party244);
    let headcount = hall.congress().roll.headcount();
    assert_eq!((headcount.full, headcount.full_present, headcount.unmarked), (18, 17, 0));
    assert_eq!((headcount.probationary_present, headcount.absent), (1, 1));

    proposed(&hall, Office::Committee, 0, 1, RoundKind::Ordinary, &[]);
    let committee = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&committee);
    assert_eq!(hall.congress().proposal(), None, "a round is open");
    assert_eq!(hall.congress().counted(&round), None, "the sheet is empty");
    hall.write(&round, [17, 17, 16, 1], &[&[15], &[12], &[10], &[8]]);
    assert_eq!(hall.congress().elected(Office::Committee), [""; 0], "nothing is sealed");
    hall.seal(&round);
    assert_eq!(hall.congress().round(&round).unwrap().method, Method::StrikeOut);
    let result = outcome(&hall, &round);
    assert_eq!((result.base, result.threshold, result.next_step), (17, Some(9), None));
    assert_eq!(result.elected, LIST[..3]);
    assert_eq!(result.verdicts[3], Verdict::NotElected);

    proposed(&hall, Office::Secretary, 1, 1, RoundKind::Ordinary, &[]);
    assert_eq!(hall.congress().eligible(Office::Secretary), LIST[..3]);
    let secretary = hall.proposal(Office::Secretary, 1, &LIST[..1]);
    let round = hall.elect(&secretary, [17, 17, 17, 0], &[&[14, 2, 1]]);
    assert_eq!(hall.congress().round(&round).unwrap().method, Method::AgreeDisagree);
    assert_eq!(hall.congress().elected(Office::Secretary), LIST[..1]);

    proposed(&hall, Office::DeputySecretary, 1, 1, RoundKind::Ordinary, &[]);
    assert_eq!(hall.congress().eligible(Office::DeputySecretary), LIST[1..3]);
    let deputy = hall.proposal(Office::DeputySecretary, 1, &LIST[1..2]);
    hall.elect(&deputy, [17, 17, 17, 0], &[&[9, 8, 0]]);
    assert_eq!(hall.congress().elected(Office::DeputySecretary), LIST[1..2]);
    assert_eq!(hall.congress().proposal(), None, "everything is elected");
    assert_eq!(hall.congress().rounds.len(), 3);
}

#[test]
fn a_tie_at_the_last_seat_is_voted_among_the_tied() {
    let (mut hall, round) = committee_with([14, 10, 9, 9]);
    assert_eq!(outcome(&hall, &round).next_step, Some(NextStep::TieBreak));
    let again = proposed(&hall, Office::Committee, 1, 2, RoundKind::TieBreak, &LIST[2..]);
    hall.elect(&again, [17, 17, 16, 1], &[&[8], &[8]]);
    let again = proposed(&hall, Office::Committee, 1, 3, RoundKind::TieBreak, &LIST[2..]);
    // Nine is not needed among the tied.
    let round = hall.elect(&again, [17, 16, 15, 1], &[&[7], &[8]]);
    assert_eq!(outcome(&hall, &round).threshold, None);
    assert_eq!(hall.congress().elected(Office::Committee), [LIST[0], LIST[1], LIST[3]]);
    proposed(&hall, Office::Secretary, 1, 1, RoundKind::Ordinary, &[]);
}

#[test]
fn a_shortfall_is_voted_again_among_those_left() {
    let (mut hall, round) = committee_with([14, 12, 8, 8]);
    assert_eq!(outcome(&hall, &round).next_step, Some(NextStep::CongressDecidesFurtherRound));
    let again = proposed(&hall, Office::Committee, 1, 2, RoundKind::Ordinary, &LIST[2..]);
    let eligible = hall.congress().eligible(Office::Committee);
    assert!(
        !eligible.iter().any(|name| LIST[..2].contains(&name.as_str())),
        "whoever is elected does not stand"
    );
    hall.elect(&again, [17, 17, 17, 0], &[&[9], &[8]]);
    assert_eq!(hall.congress().elected(Office::Committee), LIST[..3]);
    proposed(&hall, Office::Secretary, 1, 1, RoundKind::Ordinary, &[]);
}

#[test]
fn nobody_over_half_leaves_the_whole_list() {
    let (hall, _) = committee_with([8, 8, 8, 8]);
    proposed(&hall, Office::Committee, 3, 2, RoundKind::Ordinary, &LIST);
}

#[test]
fn a_cancelled_box_does_not_count_as_a_round() {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    hall.write(&round, [17, 18, 17, 1], &[&[15], &[12], &[10], &[8]]);
    let counted = hall.congress().counted(&round).unwrap().unwrap();
    assert_eq!(counted.outcome.next_step, Some(NextStep::VoidAndRevote));
    hall.act(Change::RoundVoided { round: round.clone(), at: Moment(0) });
    assert!(!hall.congress().round(&round).unwrap().is_open());
    assert_eq!(hall.congress().next_number(Office::Committee), 1);
    proposed(&hall, Office::Committee, 3, 1, RoundKind::Ordinary, &LIST);
    hall.committee();
    proposed(&hall, Office::Secretary, 1, 1, RoundKind::Ordinary, &[]);
}

#[test]
fn a_cancelled_tie_break_is_held_again_under_its_number() {
    let (mut hall, _) = committee_with([14, 10, 9, 9]);
    let again = hall.congress().proposal().unwrap();
    let round = hall.open(&again);
    hall.act(Change::RoundVoided { round, at: Moment(0) });
    assert_eq!(hall.congress().proposal(), Some(again));
}

#[test]
fn a_round_opened_by_mistake_leaves_no_trace() {
    let mut hall = Hall::sample();
    let before = hall.congress().clone();
    let round = hall.open(&hall.proposal(Office::Committee, 3, &LIST));
    hall.act(Change::RoundDropped(round));
    assert_eq!(*hall.congress(), before);
}

#[test]
fn after_three_ballots_the_superior_appoints_the_secretary() {
    let mut hall = Hall::sample();
    hall.committee();
    for number in 1..=3 {
        let names: &[&str] = if number == 1 { &[] } else { &LIST[..1] };
        proposed(&hall, Office::Secretary, 1, number, RoundKind::Ordinary, names);
        let proposal = hall.proposal(Office::Secretary, 1, &LIST[..1]);
        let round = hall.elect(&proposal, [17, 17, 17, 0], &[&[8, 9, 0]]);
        let last = number == 3;
        let step = if last { NextStep::SuperiorAppoints } else { NextStep::CongressDecidesFurtherRound };
        assert_eq!(outcome(&hall, &round).next_step, Some(step), "ballot {number}");
    }
    proposed(&hall, Office::DeputySecretary, 1, 1, RoundKind::Ordinary, &[]);
}

#[test]
fn what_each_kind_elects() {
    use Office::{Committee, Delegates, DeputySecretary, Secretary};
    for (kind, offices) in [
        (CongressKind::CellCommittee, &[Committee, Secretary, DeputySecretary][..]),
        (CongressKind::CellNoCommittee, &[Secretary, DeputySecretary]),
        (CongressKind::GrassrootsMembers, &[Committee, Delegates]),
        (CongressKind::GrassrootsDelegates, &[Committee, Delegates]),
    ] {
        let hall = Hall::founded(kind, 1);
        assert_eq!(hall.congress().offices(), offices, "{kind:?}");
        assert_eq!(hall.congress().proposal().unwrap().office, offices[0], "{kind:?}");
    }
}

#[test]
fn the_ballot_follows_from_the_list() {
    let hall = Hall::sample();
    for (names, seats, method) in [
        (4, 3, Method::StrikeOut),
        (3, 3, Method::AgreeDisagree),
        (2, 3, Method::AgreeDisagree),
        (2, 1, Method::StrikeOut),
        (1, 1, Method::AgreeDisagree),
    ] {
        let opening = hall.congress().opening(&hall.proposal(Office::Committee, seats, &FULL[..names]));
        assert_eq!(opening.method, method, "{seats} of {names}");
        assert_eq!(opening.candidates, FULL[..names]);
    }
}
