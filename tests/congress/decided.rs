//! What waits for a reason, what a congress decides instead of voting, and rules of its own.

use crate::hall::{FULL, Hall, LIST};
use so_tay_dai_hoi::congress::admit::MAX_REASON;
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::election::sheet::{BallotCount, VoteColumn};
use so_tay_dai_hoi::congress::election::story::{Decided, Decision, Step};
use so_tay_dai_hoi::congress::election::{NextStep, Office, RoundKind, RuleProfile, RulesId, Warning};
use so_tay_dai_hoi::congress::id::RoundId;
use so_tay_dai_hoi::congress::people::Attendance;
use so_tay_dai_hoi::congress::{CongressKind, Moment, Refusal};

const AT: Moment = Moment(1_653_530_000_000);

fn seal(round: &RoundId) -> Change {
    Change::RoundSealed { round: round.clone(), at: AT }
}

fn reason(round: &RoundId, warning: &str, text: &str) -> Change {
    Change::ReasonGiven { round: round.clone(), warning: warning.to_owned(), reason: text.to_owned() }
}

/// A secretary's round with one unmarked ballot, which asks for a reason.
fn unmarked() -> (Hall, RoundId) {
    let mut hall = Hall::sample();
    hall.committee();
    let round = hall.open(&hall.proposal(Office::Secretary, 1, &LIST[..1]));
    hall.write(&round, [17, 17, 17, 0], &[&[14, 2, 1]]);
    (hall, round)
}

#[test]
fn a_warning_waits_for_a_reason() {
    let (mut hall, round) = unmarked();
    let code = "unmarked_among_valid:1";
    assert_eq!(hall.attempt(seal(&round)), Err(Refusal::ReasonsMissing(1)));
    for (text, refusal) in [("", Refusal::EmptyText), (" \n", Refusal::EmptyText)] {
        assert_eq!(hall.attempt(reason(&round, code, text)), Err(refusal));
    }
    assert_eq!(hall.attempt(reason(&round, " ", "Vì")), Err(Refusal::EmptyText));
    assert_eq!(hall.attempt(reason(&round, code, &"ệ".repeat(MAX_REASON + 1))), Err(Refusal::TooLong));
    assert_eq!(hall.attempt(reason(&RoundId::from("gone"), code, "Vì")), Err(Refusal::Gone));
    hall.act(reason(&round, "not_in_order", "Một điều khác"));
    assert_eq!(hall.attempt(seal(&round)), Err(Refusal::ReasonsMissing(1)));
    hall.act(reason(&round, code, &"ệ".repeat(MAX_REASON)));
    hall.act(reason(&round, code, "Đoàn chủ tịch xác nhận"));
    hall.act(seal(&round));
    assert_eq!(hall.congress().round(&round).unwrap().reason(code), Some("Đoàn chủ tịch xác nhận"));
    assert_eq!(hall.attempt(reason(&round, code, "Muộn")), Err(Refusal::Sealed));
}

#[test]
fn another_figure_asks_again() {
    let (mut hall, round) = unmarked();
    hall.answer(&round);
    let votes = |column, value| Change::Votes { round: round.clone(), row: 0, column, value: Some(value) };
    hall.act(votes(VoteColumn::For, 13));
    hall.act(votes(VoteColumn::Unmarked, 2));
    assert_eq!(hall.attempt(seal(&round)), Err(Refusal::ReasonsMissing(1)));
    let sheet = hall.congress().round(&round).unwrap().clone();
    assert_eq!(hall.congress().unanswered(&sheet)[0].code(), "unmarked_among_valid:2");
}

#[test]
fn findings_come_before_warnings() {
    let (mut hall, round) = unmarked();
    hall.act(Change::Ballots { round: round.clone(), count: BallotCount::Collected, value: Some(16) });
    let counted = hall.congress().counted(&round).unwrap().unwrap();
    assert_eq!((counted.outcome.findings.len(), counted.warnings.len()), (1, 0));
    assert!(!counted.causes.is_empty() && counted.alteration.is_none() && counted.invalid_matter);
    assert_eq!(hall.attempt(seal(&round)), Err(Refusal::Contradictory));
}

/// The base of a later round is held against that of the earlier one.
#[test]
fn who_leaves_before_the_second_round_stays_in_the_base() {
    let mut hall = Hall::sample();
    let committee = hall.proposal(Office::Committee, 3, &LIST);
    hall.elect(&committee, [17, 17, 16, 1], &[&[15], &[12], &[8], &[8]]);
    let id = hall.person(FULL[17]);
    hall.act(Change::Attendance { id, mark: Attendance::ExcusedThroughout });
    let again = hall.congress().proposal().unwrap();
    let round = hall.open(&again);
    hall.write(&round, [16, 16, 16, 0], &[&[10], &[6]]);
    let codes: Vec<_> =
        hall.congress().counted(&round).unwrap().unwrap().warnings.iter().map(Warning::code).collect();
    assert_eq!(codes, ["base_differs:17:16"]);
}

fn decide(office: Office, decision: Decision, after: u32) -> Change {
    Change::Decided(Decided { office, decision, after })
}

#[test]
fn the_congress_decides_only_what_is_offered() {
    let mut hall = Hall::sample();
    let stop = |after| decide(Office::Committee, Decision::LeaveVacant, after);
    assert_eq!(hall.attempt(stop(0)), Err(Refusal::NotOffered));
    let committee = hall.proposal(Office::Committee, 3, &LIST);
    hall.elect(&committee, [17, 17, 16, 1], &[&[15], &[12], &[8], &[8]]);
    for change in [
        stop(0),
        stop(2),
        decide(Office::Committee, Decision::NotElected, 1),
        decide(Office::Committee, Decision::Alternates(1), 1),
        decide(Office::Secretary, Decision::LeaveVacant, 0),
    ] {
        assert_eq!(hall.attempt(change.clone()), Err(Refusal::NotOffered), "{change:?}");
    }
    let decided = hall.act(stop(1));
    assert_eq!(hall.congress().proposal().unwrap().office, Office::Secretary);
    assert_eq!(hall.congress().eligible(Office::Secretary), LIST[..2]);
    hall.act(Change::Undone(decided));
    let further = hall.congress().proposal().unwrap();
    assert_eq!((further.office, further.seats, further.number), (Office::Committee, 1, 2));
    assert_eq!(further.names, LIST[2..]);
    let round = hall.open(&further);
    assert_eq!(hall.attempt(stop(1)), Err(Refusal::NotOffered), "a round is open");
    hall.act(Change::RoundDropped(round));
    hall.act(stop(1));
}

#[test]
fn how_many_alternates() {
    let mut hall = Hall::founded(CongressKind::GrassrootsMembers, 1);
    let people = FULL.map(|name| {
        let full = so_tay_dai_hoi::congress::people::Standing::Full;
        so_tay_dai_hoi::congress::people::NewPerson::unmarked(name, full)
    });
    hall.act(Change::PeopleAdded(people.to_vec()));
    hall.act(Change::EverybodyPresent);
    hall.act(Change::Detail(Detail::BoardHead("Trưởng ban".to_owned())));
    let committee = hall.proposal(Office::Committee, 3, &LIST);
    hall.elect(&committee, [18, 18, 18, 0], &[&[18], &[17], &[16], &[3]]);
    let delegates = hall.proposal(Office::Delegates, 1, &LIST[..3]);
    hall.elect(&delegates, [18, 18, 18, 0], &[&[18], &[0], &[0]]);
    assert_eq!(hall.congress().offers(), [], "one elected, nobody else over half");

    let mut other = Hall::founded(CongressKind::GrassrootsMembers, 2);
    other.act(Change::PeopleAdded(people.to_vec()));
    other.act(Change::EverybodyPresent);
    other.act(Change::Detail(Detail::BoardHead("Trưởng ban".to_owned())));
    let committee = other.proposal(Office::Committee, 3, &LIST);
    other.elect(&committee, [18, 18, 18, 0], &[&[18], &[17], &[16], &[3]]);
    let delegates = other.proposal(Office::Delegates, 2, &LIST);
    other.elect(&delegates, [18, 18, 18, 0], &[&[12], &[11], &[10], &[3]]);
    let offers = other.congress().offers();
    assert_eq!(offers.len(), 1);
    assert_eq!(offers[0].step, Step::DecideAlternates(vec![LIST[2].to_owned()]));
    assert_eq!(
        other.attempt(decide(Office::Delegates, Decision::Alternates(2), 1)),
        Err(Refusal::NotOffered)
    );
    other.act(decide(Office::Delegates, Decision::Alternates(1), 1));
    assert_eq!(other.congress().offers(), []);
}

fn own(change: impl Fn(&str) -> String) -> Change {
    let source = RulesId::Party190.source().unwrap().replace("party_190_2024", "rieng");
    let profile = RuleProfile::own_from_json(&change(&source)).unwrap();
    Change::Detail(Detail::OwnRules(Box::new(profile)))
}

#[test]
fn rules_of_ones_own_decide_until_something_is_sealed() {
    let mut hall = Hall::sample();
    let two_thirds = own(|text| {
        text.replace("\"numerator\": 1", "\"numerator\": 2")
            .replace("\"denominator\": 2", "\"denominator\": 3")
    });
    hall.act(two_thirds.clone());
    let committee = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.elect(&committee, [17, 17, 16, 1], &[&[15], &[12], &[11], &[8]]);
    let counted = hall.congress().counted(&round).unwrap().unwrap();
    assert_eq!((counted.outcome.base, counted.outcome.threshold), (17, Some(12)));
    assert_eq!(counted.outcome.elected, LIST[..2]);
    assert_eq!(counted.outcome.next_step, Some(NextStep::CongressDecidesFurtherRound));
    assert_eq!(hall.attempt(two_thirds), Err(Refusal::Sealed));
    assert_eq!(hall.attempt(Change::Detail(Detail::Rules(RulesId::Party190))), Err(Refusal::Sealed));
}

/// Whom the rules do not take out of the base stays in it.
#[test]
fn an_exclusion_that_the_rules_do_not_know_excludes_nobody() {
    let mut hall = Hall::sample();
    assert_eq!(hall.congress().electorate().base(), 17);
    hall.act(own(|text| {
        let mut file: serde_json::Value = serde_json::from_str(text).unwrap();
        file["exclusions"]["members"].as_array_mut().unwrap().truncate(2);
        file.to_string()
    }));
    assert_eq!(hall.congress().electorate().base(), 18);
    let committee = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.elect(&committee, [17, 17, 16, 1], &[&[15], &[12], &[10], &[9]]);
    assert_eq!(hall.congress().counted(&round).unwrap().unwrap().outcome.threshold, Some(10));
    assert_eq!(hall.congress().round(&round).unwrap().kind, RoundKind::Ordinary);
}
