//! The rounds as one story: what is lawful next, from the first list to the last alternate.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use so_tay_dai_hoi::congress::election::story::{
    Decided, Decision, EndedRound, Offer, Pool, Prepared, Step, Story, method_for,
};
use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, Exclusions, Method, Office, Round, RoundKind, RuleProfile, RulesId,
};

const CELL: [Office; 3] = [Office::Committee, Office::Secretary, Office::DeputySecretary];
const SMALL_CELL: [Office; 2] = [Office::Secretary, Office::DeputySecretary];
const GRASSROOTS: [Office; 2] = [Office::Committee, Office::Delegates];

fn party() -> &'static RuleProfile {
    RuleProfile::by_id(RulesId::Party190).unwrap()
}

fn story(offices: &[Office], from_committee: bool) -> Story<'_> {
    Story { profile: party(), offices, from_committee, rounds: Vec::new(), decisions: Vec::new() }
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Ends a round of 20 voters with these votes, under the rules of the story.
fn end(story: &mut Story<'_>, office: Office, seats: u32, kind: RoundKind, rows: &[(&str, u32)]) {
    let round = Round {
        rules: RulesId::Party190,
        congress: CongressForm::Members,
        office,
        cell: true,
        method: Method::AgreeDisagree,
        summoned: 20,
        exclusions: Exclusions::none(),
        present: 20,
        seats,
        round: story.next_number(office),
        round_kind: kind,
        ballots: Ballots { issued: 20, collected: 20, valid: 20, invalid: 0 },
        candidates: rows.iter().map(|(name, votes)| Candidate::boxed(*name, *votes, 20 - votes, 0)).collect(),
    };
    let outcome = round.check_under(story.profile).unwrap().outcome();
    let names = rows.iter().map(|(name, _)| (*name).to_owned()).collect();
    story.rounds.push(EndedRound { office, kind, seats, names, outcome: Some(outcome) });
}

fn ordinary(story: &mut Story<'_>, office: Office, seats: u32, rows: &[(&str, u32)]) {
    end(story, office, seats, RoundKind::Ordinary, rows);
}

fn void(story: &mut Story<'_>, office: Office, seats: u32, kind: RoundKind, names: &[&str]) {
    story.rounds.push(EndedRound { office, kind, seats, names: texts(names), outcome: None });
}

fn prepared(office: Office, seats: u32, number: u32, kind: RoundKind, names: &[&str]) -> Step {
    Step::Open(Prepared { office, seats, number, kind, names: texts(names) })
}

fn first(office: Office, seats: u32) -> Step {
    prepared(office, seats, 1, RoundKind::Ordinary, &[])
}

const STOP: Step = Step::Decide(Decision::LeaveVacant);

fn steps(story: &Story<'_>) -> Vec<Step> {
    story.offers().into_iter().map(|offer| offer.step).collect()
}

fn decide(story: &mut Story<'_>, office: Office, decision: Decision) {
    let after = story.ended(office);
    story.decisions.push(Decided { office, decision, after });
}

#[test]
fn committee_then_secretary_then_deputy_from_the_committee() {
    let mut cell = story(&CELL, true);
    assert_eq!(steps(&cell), [first(Office::Committee, 0)], "the congress says how many, and who");
    assert_eq!(cell.pool(Office::Committee), Pool::Anyone);
    ordinary(&mut cell, Office::Committee, 2, &[("An", 18), ("Bình", 16), ("Chi", 9)]);
    assert_eq!(steps(&cell), [first(Office::Secretary, 1)]);
    assert_eq!(cell.pool(Office::Secretary), Pool::Among(texts(&["An", "Bình"])));
    ordinary(&mut cell, Office::Secretary, 1, &[("Bình", 17)]);
    assert_eq!(cell.pool(Office::Secretary), Pool::Among(texts(&["An"])));
    assert_eq!(steps(&cell), [first(Office::DeputySecretary, 1)], "a committee has a deputy");
    assert_eq!(cell.pool(Office::DeputySecretary), Pool::Among(texts(&["An"])));
    ordinary(&mut cell, Office::DeputySecretary, 1, &[("An", 20)]);
    assert_eq!(cell.offers(), []);
    assert_eq!(cell.elected(Office::Committee), ["An", "Bình"]);
    assert_eq!((cell.base_before(Office::Committee), cell.base_before(Office::Delegates)), (Some(20), None));
}

#[test]
fn a_small_cell_elects_a_deputy_only_if_needed() {
    let mut cell = story(&SMALL_CELL, false);
    assert_eq!(steps(&cell), [first(Office::Secretary, 1)]);
    assert_eq!(cell.pool(Office::Secretary), Pool::Anyone);
    ordinary(&mut cell, Office::Secretary, 1, &[("An", 15)]);
    let no = Step::Decide(Decision::NotElected);
    assert_eq!(steps(&cell), [first(Office::DeputySecretary, 1), no]);
    decide(&mut cell, Office::DeputySecretary, Decision::NotElected);
    assert_eq!(cell.offers(), []);
}

#[test]
fn a_tie_is_voted_among_the_tied_until_the_congress_stops() {
    let mut cell = story(&CELL, true);
    ordinary(&mut cell, Office::Committee, 2, &[("An", 18), ("Bình", 12), ("Chi", 12), ("Dũng", 3)]);
    let again = |number| prepared(Office::Committee, 1, number, RoundKind::TieBreak, &["Bình", "Chi"]);
    assert_eq!(steps(&cell), [again(2)]);
    let tie = Some(party().tie.clause.clone());
    assert_eq!(cell.offers(), [Offer { office: Office::Committee, step: again(2), clause: tie }]);
    end(&mut cell, Office::Committee, 1, RoundKind::TieBreak, &[("Bình", 9), ("Chi", 9)]);
    assert_eq!(steps(&cell), [again(3), STOP]);
    let mut stopped = cell.clone();
    decide(&mut stopped, Office::Committee, Decision::LeaveVacant);
    assert_eq!(steps(&stopped), [first(Office::Secretary, 1)]);
    end(&mut cell, Office::Committee, 1, RoundKind::TieBreak, &[("Bình", 8), ("Chi", 9)]);
    assert_eq!(steps(&cell), [first(Office::Secretary, 1)]);
    assert_eq!(cell.elected(Office::Committee), ["An", "Chi"]);
}

/// After a tie-break that left a seat empty, everybody of the ordinary list stands again who was not elected.
#[test]
fn a_further_round_has_the_names_of_the_last_ordinary_list() {
    let mut cell = story(&CELL, true);
    ordinary(&mut cell, Office::Committee, 3, &[("An", 18), ("Bình", 12), ("Chi", 10), ("Dũng", 3)]);
    let further = |number, seats, names: &[&str]| {
        prepared(Office::Committee, seats, number, RoundKind::Ordinary, names)
    };
    assert_eq!(steps(&cell), [further(2, 1, &["Chi", "Dũng"]), STOP]);
    let shortfall = Some(party().shortfall.clause.clone());
    assert!(cell.offers().iter().all(|offer| offer.clause == shortfall));
    ordinary(&mut cell, Office::Committee, 1, &[("Chi", 11), ("Dũng", 11)]);
    end(&mut cell, Office::Committee, 1, RoundKind::TieBreak, &[("Chi", 0), ("Dũng", 0)]);
    assert_eq!(steps(&cell), [further(4, 1, &["Chi", "Dũng"]), STOP]);
    ordinary(&mut cell, Office::Committee, 1, &[("Em", 9)]);
    assert_eq!(steps(&cell), [further(5, 1, &["Em"]), STOP], "a list of new names is the last list");
    assert_eq!(cell.next_number(Office::Committee), 5);
}

/// Only a tie-break was ever sealed, as may come of a merge: its own list is what there is.
#[test]
fn a_tie_break_without_an_ordinary_round() {
    let mut cell = story(&CELL, true);
    end(&mut cell, Office::Committee, 1, RoundKind::TieBreak, &[("An", 0), ("Bình", 0)]);
    assert_eq!(steps(&cell), [prepared(Office::Committee, 1, 2, RoundKind::Ordinary, &["An", "Bình"]), STOP]);
}

#[test]
fn three_failed_ballots_for_a_secretary_end_them() {
    let mut cell = story(&SMALL_CELL, false);
    for number in 2..=3 {
        ordinary(&mut cell, Office::Secretary, 1, &[("An", 10)]);
        assert_eq!(
            steps(&cell),
            [prepared(Office::Secretary, 1, number, RoundKind::Ordinary, &["An"]), STOP]
        );
    }
    ordinary(&mut cell, Office::Secretary, 1, &[("An", 10)]);
    assert_eq!(cell.elected(Office::Secretary), [""; 0]);
    assert_eq!(
        cell.offers()[0].office,
        Office::DeputySecretary,
        "the superior appoints, and the elections go on"
    );
}

#[test]
fn a_cancelled_box_is_voted_again_as_it_was() {
    let mut cell = story(&CELL, true);
    void(&mut cell, Office::Committee, 2, RoundKind::Ordinary, &["An", "Bình", "Chi"]);
    assert_eq!(
        steps(&cell),
        [prepared(Office::Committee, 2, 1, RoundKind::Ordinary, &["An", "Bình", "Chi"])]
    );
    assert_eq!(cell.offers().first().unwrap().clause.as_ref(), Some(&party().void));
    assert_eq!((cell.ended(Office::Committee), cell.next_number(Office::Committee)), (1, 1));
    ordinary(&mut cell, Office::Committee, 2, &[("An", 18), ("Bình", 12), ("Chi", 12)]);
    void(&mut cell, Office::Committee, 1, RoundKind::TieBreak, &["Bình", "Chi"]);
    assert_eq!(steps(&cell), [prepared(Office::Committee, 1, 2, RoundKind::TieBreak, &["Bình", "Chi"])]);
}

#[test]
fn a_decision_holds_until_the_matter_is_taken_up_again() {
    let mut cell = story(&CELL, true);
    ordinary(&mut cell, Office::Committee, 2, &[("An", 18), ("Bình", 10)]);
    decide(&mut cell, Office::Committee, Decision::LeaveVacant);
    assert_eq!(steps(&cell), [first(Office::Secretary, 1)]);
    ordinary(&mut cell, Office::Committee, 1, &[("Bình", 9)]);
    assert_eq!(steps(&cell), [prepared(Office::Committee, 1, 3, RoundKind::Ordinary, &["Bình"]), STOP]);
    decide(&mut cell, Office::Committee, Decision::NotElected);
    decide(&mut cell, Office::Secretary, Decision::LeaveVacant);
    assert_eq!(steps(&cell), [first(Office::DeputySecretary, 1)]);
}

#[test]
fn delegates_and_their_alternates() {
    let mut congress = story(&GRASSROOTS, false);
    ordinary(&mut congress, Office::Committee, 1, &[("An", 18)]);
    assert_eq!(steps(&congress), [first(Office::Delegates, 0), Step::Decide(Decision::NotElected)]);
    let mut none = congress.clone();
    decide(&mut none, Office::Delegates, Decision::NotElected);
    assert_eq!(none.offers(), []);
    ordinary(&mut congress, Office::Delegates, 1, &[("An", 18), ("Bình", 12), ("Chi", 14), ("Dũng", 10)]);
    assert_eq!(steps(&congress), [Step::DecideAlternates(texts(&["Chi", "Bình"]))]);
    let clause = congress.offers().first().unwrap().clause.clone();
    assert_eq!(clause, Some(party().alternates.clause.clone()));
    decide(&mut congress, Office::Delegates, Decision::Alternates(1));
    assert_eq!(congress.offers(), []);
    let mut alone = story(&GRASSROOTS[1..], false);
    ordinary(&mut alone, Office::Delegates, 1, &[("An", 18)]);
    assert_eq!(alone.offers(), [], "nobody else is over half");
}

/// A decision on alternates does not stand in the way of a round that is still owed.
#[test]
fn alternates_do_not_end_the_election() {
    let mut congress = story(&GRASSROOTS[1..], false);
    ordinary(&mut congress, Office::Delegates, 2, &[("An", 18), ("Bình", 8)]);
    decide(&mut congress, Office::Delegates, Decision::Alternates(0));
    assert_eq!(steps(&congress), [prepared(Office::Delegates, 1, 2, RoundKind::Ordinary, &["Bình"]), STOP]);
}

#[test]
fn rules_that_lead_elsewhere() {
    let mut text = RulesId::Party190.source().unwrap().replace("party_190_2024", "rieng");
    for (from, to) in [
        ("\"leads_to\": \"tie_break\"", "\"leads_to\": \"congress_decides\""),
        ("\"rule\": \"in_order_of_votes\"", "\"rule\": \"separate_ballot\""),
    ] {
        assert!(text.contains(from));
        text = text.replace(from, to);
    }
    let profile = RuleProfile::own_from_json(&text).unwrap();
    let mut tie = Story { profile: &profile, ..story(&CELL, true) };
    ordinary(&mut tie, Office::Committee, 1, &[("An", 12), ("Bình", 12)]);
    assert_eq!(steps(&tie), [prepared(Office::Committee, 1, 2, RoundKind::TieBreak, &["An", "Bình"]), STOP]);
    let mut delegates = Story { profile: &profile, ..story(&GRASSROOTS[1..], false) };
    ordinary(&mut delegates, Office::Delegates, 1, &[("An", 18), ("Bình", 12)]);
    assert_eq!(delegates.offers(), [], "alternates have a ballot of their own");

    let marker = "\"shortfall\": {\n    \"leads_to\": \"congress_decides\"";
    assert!(text.contains(marker));
    let stays = text.replace(marker, "\"shortfall\": {\n    \"leads_to\": \"stays_vacant\"");
    let profile = RuleProfile::own_from_json(&stays).unwrap();
    let mut vacant = Story { profile: &profile, ..story(&CELL, true) };
    ordinary(&mut vacant, Office::Committee, 2, &[("An", 12), ("Bình", 3)]);
    assert_eq!(steps(&vacant), [first(Office::Secretary, 1)]);
}

#[test]
fn the_ballot_follows_from_the_list() {
    let with = |methods: &[Method]| {
        let mut profile = party().clone();
        profile.ballots.methods = methods.to_vec();
        profile
    };
    let (strike, boxes, hands) = (Method::StrikeOut, Method::AgreeDisagree, Method::ShowOfHands);
    for (methods, with_surplus, without) in [
        (vec![strike, boxes, hands], strike, boxes),
        (vec![strike], strike, strike),
        (vec![boxes], boxes, boxes),
        (vec![hands], strike, boxes),
    ] {
        let profile = with(&methods);
        assert_eq!(method_for(&profile, 4, 3), with_surplus, "{methods:?}");
        assert_eq!(method_for(&profile, 3, 3), without, "{methods:?}");
        assert_eq!(method_for(&profile, 2, 3), without, "{methods:?}");
    }
}
