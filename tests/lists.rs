//! Lists of candidates, single ballots, and what waits for a reason: each rule at its edge.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use so_tay_dai_hoi::congress::election::ballots::{
    Agreement, Ballot, BallotForm, Conclusion, CountedBallot, MOST_NAMES, Names, Reading, Tally,
};
use so_tay_dai_hoi::congress::election::list::{CandidateList, ListFault, is_in_order, surplus_of};
use so_tay_dai_hoi::congress::election::rules::{BallotCase, BallotRules, Ruling, SurplusJudgement};
use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, Exclusions, Expected, MOST, Method, Office, Round, RoundKind,
    RuleProfile, RulesId, Warning, warnings,
};

fn party() -> &'static RuleProfile {
    RuleProfile::by_id(RulesId::Party190).unwrap()
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

const BOARD: [&str; 2] = ["Bùi Thị Hồng Thắm", "Lý Thị Yến"];
const PROBATIONARY: [&str; 1] = ["Chu Thị Quỳnh Như"];

fn check(office: Office, method: Method, seats: u32, names: &[&str]) -> Result<(), ListFault> {
    check_round(office, method, seats, names, 1, RoundKind::Ordinary)
}

fn check_round(
    office: Office,
    method: Method,
    seats: u32,
    names: &[&str],
    number: u32,
    kind: RoundKind,
) -> Result<(), ListFault> {
    let (names, board, probationary) = (texts(names), texts(&BOARD), texts(&PROBATIONARY));
    let list = CandidateList {
        office,
        method,
        seats,
        number,
        kind,
        names: &names,
        board: &board,
        probationary: &probationary,
    };
    list.check(Some(party()))
}

#[test]
fn who_may_stand() {
    use Method::StrikeOut;
    let committee = |names: &[&str]| check(Office::Committee, StrikeOut, 3, names);
    assert_eq!(committee(&["An", "Bình", "Chi", "Dũng"]), Ok(()));
    assert_eq!(committee(&[]), Err(ListFault::Empty));
    assert_eq!(committee(&["An", " ", "Chi", "Dũng"]), Err(ListFault::EmptyName));
    assert_eq!(committee(&["An", "Bình", "An ", "Dũng"]), Err(ListFault::Twice("An ".to_owned())));
    assert_eq!(committee(&["An", "Bi\u{300}nh", "Bình", "Dũng"]), Err(ListFault::Twice("Bình".to_owned())));
    for name in [BOARD[0], " Lý  Thị Yến "] {
        assert_eq!(committee(&["An", name, "Chi", "Dũng"]), Err(ListFault::OnBoard(name.to_owned())));
    }
    let name = PROBATIONARY[0];
    assert_eq!(committee(&["An", name, "Chi", "Dũng"]), Err(ListFault::Probationary(name.to_owned())));
    assert_eq!(committee(&["An", "Bình"]), Err(ListFault::TooShort));
    assert_eq!(committee(&["An", "Bình", "Chi"]), Err(ListFault::NothingToStrike));
    let boxes = |names: &[&str]| check(Office::Committee, Method::AgreeDisagree, 3, names);
    assert_eq!(boxes(&["An", "Bình", "Chi"]), Ok(()), "no surplus, two boxes: a warning at the seal");
}

#[test]
fn how_long_a_list_may_be() {
    let names: Vec<String> = (0..16).map(|number| format!("Người {number:02}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let list = |office, seats, count: usize| check(office, Method::StrikeOut, seats, &names[..count]);
    let above = |surplus, most| Err(ListFault::SurplusAbove { surplus, most });
    for office in [Office::Committee, Office::StandingCommittee] {
        assert_eq!(list(office, 5, 6), Ok(()));
        assert_eq!(list(office, 5, 7), above(2, 1));
        assert_eq!(list(office, 9, 11), Ok(()));
        assert_eq!(list(office, 9, 12), Ok(()), "2.7 may mean 3: a warning at the seal");
        assert_eq!(list(office, 9, 13), above(4, 2));
    }
    for office in [Office::Secretary, Office::DeputySecretary, Office::Delegates] {
        assert_eq!(list(office, 1, 5), Ok(()), "{office:?} has no such rule");
        assert_eq!(surplus_of(party(), office, 1, 5), None);
    }
    // A further round and a vote among the tied have the names that are left.
    let further =
        |number, kind| check_round(Office::Committee, Method::StrikeOut, 1, &names[..5], number, kind);
    assert_eq!(further(2, RoundKind::Ordinary), Ok(()));
    assert_eq!(further(1, RoundKind::TieBreak), Ok(()));
    assert_eq!(further(1, RoundKind::Ordinary), above(4, 0));
    assert_eq!(surplus_of(party(), Office::Committee, 3, 2), None, "shorter than its seats");
    assert_eq!(
        surplus_of(party(), Office::Committee, 9, 12),
        Some((SurplusJudgement::RoundingUnclear, 3, 2))
    );
    let youth = RuleProfile::by_id(RulesId::YouthUnion).unwrap();
    assert_eq!(surplus_of(youth, Office::Committee, 3, 9), None, "no rule is known");
}

#[test]
fn names_in_order() {
    assert!(is_in_order(&[]));
    assert!(is_in_order(&["Vũ Hoài An", "Nguyễn Văn Ân", "Lê Công Đạt", "Trần Quốc Hưng"]));
    assert!(is_in_order(&["Lê Thị Thu", "Nguyễn Thị Thu"]));
    assert!(!is_in_order(&["Nguyễn Văn Ân", "Vũ Hoài An"]));
    assert!(!is_in_order(&["Trần Quốc Hưng", "Lê Công Đạt"]));
}

// ---- Warnings ----

/// A sound round for three seats among four names.
fn round() -> Round {
    Round {
        rules: RulesId::Party190,
        congress: CongressForm::Members,
        office: Office::Committee,
        cell: true,
        method: Method::StrikeOut,
        summoned: 20,
        exclusions: Exclusions::none(),
        present: 20,
        seats: 3,
        round: 1,
        round_kind: RoundKind::Ordinary,
        ballots: Ballots { issued: 20, collected: 20, valid: 20, invalid: 0 },
        candidates: vec![
            Candidate::struck("An", 18),
            Candidate::struck("Bình", 15),
            Candidate::struck("Chi", 12),
            Candidate::struck("Dũng", 9),
        ],
    }
}

fn codes_after(round: &Round, earlier: Option<u32>) -> Vec<String> {
    let checked = round.check().unwrap_or_else(|error| panic!("{error}"));
    warnings(&checked, &checked.outcome(), earlier).iter().map(Warning::code).collect()
}

fn codes(round: &Round) -> Vec<String> {
    codes_after(round, None)
}

#[test]
fn a_plain_round_has_no_warning() {
    assert_eq!(codes(&round()), [""; 0]);
    assert_eq!(codes_after(&round(), Some(20)), [""; 0]);
}

#[test]
fn ballots_that_are_missing() {
    let mut missing = round();
    missing.ballots = Ballots { issued: 19, collected: 18, valid: 18, invalid: 0 };
    assert_eq!(codes(&missing), ["not_all_taken:19:20", "not_all_returned:18:19"]);
    missing.candidates[0].votes = 19;
    assert_eq!(codes(&missing), [""; 0], "findings come first");
}

#[test]
fn the_base_of_the_round_before() {
    assert_eq!(codes_after(&round(), Some(21)), ["base_differs:21:20"]);
    let union = Round { rules: RulesId::TradeUnion, ..round() };
    let told = codes_after(&union, Some(21));
    assert!(
        told.iter().all(|code| !code.starts_with("base_differs")),
        "ballots differ from round to round: {told:?}"
    );
}

#[test]
fn an_unmarked_ballot_among_the_valid() {
    let single = |rules, method, unmarked| Round {
        rules,
        office: Office::Secretary,
        method,
        seats: 1,
        candidates: vec![Candidate::boxed("An", 15, 5 - unmarked, unmarked)],
        ..round()
    };
    let boxes = Method::AgreeDisagree;
    assert_eq!(codes(&single(RulesId::Party190, boxes, 0)), [""; 0]);
    assert_eq!(codes(&single(RulesId::Party190, boxes, 2)), ["unmarked_among_valid:2"]);
    let youth = codes(&single(RulesId::YouthUnion, boxes, 2));
    assert!(youth.iter().all(|code| code.starts_with("unverified")), "valid there: {youth:?}");
    let open = Round { office: Office::OpenVote, ..single(RulesId::Party190, Method::ShowOfHands, 2) };
    assert_eq!(codes(&open), [""; 0], "hands may stay down");
    let two = Round {
        method: boxes,
        seats: 2,
        round: 2,
        candidates: vec![Candidate::boxed("An", 15, 3, 2), Candidate::boxed("Bình", 15, 5, 0)],
        ..round()
    };
    assert_eq!(codes(&two), [""; 0], "with several names the row counts for nobody");
}

#[test]
fn the_list_of_a_first_round() {
    let rows =
        |count: usize, votes| (0..count).map(|at| Candidate::struck(format!("Tên {at:02}"), votes)).collect();
    let nine = Round { seats: 9, cell: false, candidates: rows(12, 14), ..round() };
    assert_eq!(codes(&nine)[0], "surplus:3:2");
    assert!(!codes(&Round { round: 2, ..nine.clone() }).contains(&"surplus:3:2".to_owned()));
    let above = Round { candidates: rows(14, 12), ..nine };
    assert_eq!(codes(&above)[0], "surplus:5:2");
    let bare = Round {
        method: Method::AgreeDisagree,
        candidates: ["An", "Bình", "Chi"].map(|name| Candidate::boxed(name, 15, 5, 0)).to_vec(),
        ..round()
    };
    assert_eq!(codes(&bare), ["no_surplus"]);
    assert_eq!(codes(&Round { round: 2, ..bare.clone() }), [""; 0]);
    let tie_break = codes(&Round { round_kind: RoundKind::TieBreak, ..bare });
    assert!(!tie_break.contains(&"no_surplus".to_owned()), "{tie_break:?}");
}

#[test]
fn the_size_of_a_cells_committee() {
    // The last name has a vote less than the others, so nobody is level at the last seat.
    let row =
        |seats, votes| move |at| Candidate::struck(format!("Tên {at:02}"), votes - u32::from(at == seats));
    let of = |seats: u32, votes: u32| Round {
        seats,
        candidates: (0..=seats).map(row(seats, votes)).collect(),
        ..round()
    };
    assert_eq!(codes(&of(3, 13)), [""; 0]);
    assert_eq!(codes(&of(7, 13)), [""; 0]);
    assert_eq!(codes(&of(8, 13)), ["committee_size:8:3:7"]);
    assert_eq!(codes(&of(2, 12))[..2], ["surplus:1:0", "committee_size:2:3:7"]);
    assert_eq!(codes(&Round { cell: false, ..of(8, 13) }), [""; 0]);
    assert_eq!(codes(&Round { office: Office::StandingCommittee, ..of(8, 13) }), [""; 0]);
    assert_eq!(codes(&Round { round: 2, ..of(8, 13) }), [""; 0]);
}

#[test]
fn names_out_of_order_are_told() {
    let mut turned = round();
    turned.candidates.swap(0, 3);
    assert_eq!(codes(&turned), ["not_in_order"]);
}

#[test]
fn a_result_that_rests_on_an_unverified_clause() {
    let mut tied = round();
    tied.candidates[3].votes = 12;
    assert_eq!(codes(&tied), ["unverified:Điều 30"]);
    let tie_break = Round { seats: 1, round: 2, round_kind: RoundKind::TieBreak, ..round() };
    let told = codes(&Round {
        candidates: vec![Candidate::struck("An", 9), Candidate::struck("Bình", 11)],
        ..tie_break
    });
    assert_eq!(told, ["unverified:Điều 30"]);
    let delegates = Round { office: Office::Delegates, seats: 2, ..round() };
    let mut alternates = delegates;
    alternates.candidates =
        [("An", 15), ("Bình", 13), ("Chi", 11)].map(|(name, votes)| Candidate::struck(name, votes)).to_vec();
    assert_eq!(codes(&alternates), ["unverified:Điều 18 khoản 1"]);
    // Base and threshold of a union rest on one article each; the same one is asked for once.
    let union = Round { rules: RulesId::YouthUnion, ..round() };
    let told = warnings(&union.check().unwrap(), &union.check().unwrap().outcome(), None);
    assert_eq!(told.len(), 2, "{told:?}");
    assert_ne!(told[0], told[1]);
}

// ---- Single ballots ----

fn form(method: Method, names: usize, seats: u32) -> BallotForm {
    BallotForm::new(method, names, seats).unwrap()
}

#[test]
fn the_form_of_a_ballot_has_its_limits() {
    let refused = |method, names, seats, field: &str| {
        assert_eq!(BallotForm::new(method, names, seats).unwrap_err().field, field);
    };
    refused(Method::ShowOfHands, 3, 1, "method");
    refused(Method::StrikeOut, 0, 1, "candidates");
    refused(Method::StrikeOut, MOST_NAMES + 1, 1, "candidates");
    refused(Method::StrikeOut, 3, 0, "seats");
    let widest = form(Method::StrikeOut, MOST_NAMES, 1);
    assert_eq!((widest.names(), widest.seats(), widest.method()), (128, 1, Method::StrikeOut));
    let of = BallotForm::of(&round()).unwrap();
    assert_eq!((of.names(), of.seats()), (4, 3));
}

#[test]
fn sets_of_names() {
    assert_eq!(Names::first(0), Names::NONE);
    assert_eq!(Names::first(3).bits(), 0b111);
    assert_eq!((Names::first(128).bits(), Names::first(500).bits()), (u128::MAX, u128::MAX));
    let set: Names = [0, 2, 127, 128, usize::MAX].into_iter().collect();
    assert_eq!(set.places().collect::<Vec<_>>(), [0, 2, 127]);
    assert_eq!((set.len(), set.is_empty(), Names::NONE.is_empty()), (3, false, true));
    assert!(set.has(127) && !set.has(1) && !set.has(128));
    assert_eq!(set.without(Names::from_bits(1)).places().next(), Some(2));
    assert_eq!(set.both(Names::first(3)).len(), 2);
    assert_eq!(set.either(Names::first(3)).len(), 4);
    for text in ["\"01\"", "\"G\"", "\"\"", "\"+1\"", "\"A\"", "1"] {
        assert!(serde_json::from_str::<Names>(text).is_err(), "{text}");
    }
    assert_eq!(serde_json::from_str::<Names>("\"a\"").unwrap().bits(), 10);
}

#[test]
fn a_ballot_by_what_is_struck() {
    let struck: Names = [1, 3].into_iter().collect();
    assert_eq!(form(Method::StrikeOut, 4, 3).all_but(struck), Ballot::keeping(Names::from_bits(0b0101)));
    let boxes = form(Method::AgreeDisagree, 4, 4).all_but(struck);
    assert_eq!(boxes, Ballot::boxes(Names::from_bits(0b0101), struck));
    assert_eq!((boxes.votes().bits(), boxes.votes_against().bits()), (0b0101, 0b1010));
}

#[test]
fn marks_that_cannot_stand_on_a_ballot() {
    let three = form(Method::StrikeOut, 3, 2);
    let plain = |kept, against| {
        CountedBallot::plain(Ballot::boxes(Names::from_bits(kept), Names::from_bits(against)))
    };
    let refused = |form: &BallotForm, counted: &CountedBallot, field: &str| {
        assert_eq!(form.admit(counted).unwrap_err().field, field);
    };
    refused(&three, &plain(0b1001, 0), "kept");
    refused(&three, &plain(0b001, 0b010), "against");
    refused(&form(Method::AgreeDisagree, 3, 3), &plain(0b001, 0b1010), "against");
    let seen = CountedBallot { seen: Some(BallotCase::MoreThanSeats), ..plain(0b001, 0) };
    refused(&three, &seen, "seen");
    let stamp = CountedBallot { seen: Some(BallotCase::NoStamp), ..plain(0b001, 0) };
    assert_eq!(three.admit(&stamp), Ok(()));
    let error = Tally::of(&three, &party().ballots, &[plain(1, 0), plain(0b1000, 0)]).unwrap_err();
    assert_eq!(error.field, "ballots[1].kept");
    assert!(matches!(error.expected, Expected::Agreement(_)));
}

/// Rules under which every case is left to the board, except the two that must be invalid.
fn doubtful_rules() -> BallotRules {
    let mut rules = party().ballots.clone();
    for rule in rules.readings.iter_mut().skip(2) {
        rule.ruling = Ruling::BoardConcludes;
    }
    rules
}

#[test]
fn what_a_ballot_comes_to() {
    use BallotCase::{
        MoreThanSeats, NobodyKept, RowsUnclear, SignedOrMarked, SingleBothBoxes, SingleNoBox, WhollyUnmarked,
    };
    let strike = form(Method::StrikeOut, 3, 2);
    let one = form(Method::AgreeDisagree, 1, 1);
    let two = form(Method::AgreeDisagree, 2, 2);
    let narrow = form(Method::AgreeDisagree, 2, 1);
    for (form, kept, against, party_says, doubtful) in [
        (strike, 0b011, 0, Reading::Valid, Reading::Valid),
        (strike, 0b001, 0, Reading::Valid, Reading::Valid),
        (strike, 0b111, 0, Reading::Invalid(MoreThanSeats), Reading::Invalid(MoreThanSeats)),
        (strike, 0, 0, Reading::Invalid(NobodyKept), Reading::Invalid(NobodyKept)),
        (one, 1, 0, Reading::Valid, Reading::Valid),
        (one, 0, 1, Reading::Valid, Reading::Valid),
        (one, 1, 1, Reading::Invalid(SingleBothBoxes), Reading::Open(SingleBothBoxes)),
        (one, 0, 0, Reading::Invalid(SingleNoBox), Reading::Open(SingleNoBox)),
        (two, 0b01, 0b10, Reading::Valid, Reading::Valid),
        (two, 0b00, 0b11, Reading::Valid, Reading::Valid),
        (two, 0b01, 0b00, Reading::Valid, Reading::Open(RowsUnclear)),
        (two, 0b11, 0b01, Reading::Valid, Reading::Open(RowsUnclear)),
        (two, 0, 0, Reading::Open(WhollyUnmarked), Reading::Open(WhollyUnmarked)),
        (narrow, 0b11, 0, Reading::Invalid(MoreThanSeats), Reading::Invalid(MoreThanSeats)),
        (narrow, 0b11, 0b01, Reading::Valid, Reading::Open(RowsUnclear)),
    ] {
        let ballot = Ballot::boxes(Names::from_bits(kept), Names::from_bits(against));
        let counted = CountedBallot::plain(ballot);
        assert_eq!(form.read(&party().ballots, &counted), party_says, "{kept:b} {against:b}");
        assert_eq!(form.read(&doubtful_rules(), &counted), doubtful, "{kept:b} {against:b}");
        // The board's conclusion settles what the rules leave open, and nothing else.
        for (concluded, settled) in [(Conclusion::Valid, true), (Conclusion::Invalid, false)] {
            let counted = CountedBallot { concluded: Some(concluded), ..counted };
            let expected = match doubtful {
                Reading::Open(_) if settled => Reading::Valid,
                Reading::Open(case) => Reading::Invalid(case),
                other => other,
            };
            assert_eq!(form.read(&doubtful_rules(), &counted), expected);
        }
    }
    // What the board saw on the paper counts with what the marks show; what is invalid goes before what is open.
    let unmarked = CountedBallot::plain(Ballot::default());
    let signed = CountedBallot { seen: Some(SignedOrMarked), ..unmarked };
    assert_eq!(two.read(&party().ballots, &signed), Reading::Invalid(SignedOrMarked));
    let both = CountedBallot { seen: Some(BallotCase::NoStamp), ..unmarked };
    assert_eq!(two.read(&party().ballots, &both), Reading::Open(WhollyUnmarked), "the first of two doubts");
}

#[test]
fn open_ballots_keep_a_round_from_being_announced() {
    let two = form(Method::AgreeDisagree, 2, 2);
    let plain = |kept, against| {
        CountedBallot::plain(Ballot::boxes(Names::from_bits(kept), Names::from_bits(against)))
    };
    let stamp = CountedBallot { seen: Some(BallotCase::NoStamp), ..plain(0b11, 0) };
    let signed = CountedBallot { seen: Some(BallotCase::SignedOrMarked), ..plain(0b11, 0) };
    let ballots = [plain(0b11, 0), plain(0b01, 0b10), plain(0b01, 0), stamp, signed];
    let tally = Tally::of(&two, &party().ballots, &ballots).unwrap();
    assert_eq!((tally.valid, tally.invalid, tally.open.len(), tally.collected()), (3, 1, 1, 5));
    assert_eq!(tally.invalid_by.into_iter().collect::<Vec<_>>(), [(BallotCase::SignedOrMarked, 1)]);

    let tally = Tally::of(&two, &party().ballots, &ballots).unwrap();
    let mut paper = Round {
        method: Method::AgreeDisagree,
        summoned: 5,
        present: 5,
        seats: 2,
        ballots: Ballots { issued: 5, collected: 0, valid: 0, invalid: 0 },
        candidates: vec![Candidate::boxed("An", 0, 0, 0), Candidate::boxed("Bình", 0, 0, 0)],
        ..round()
    };
    tally.write_into(&mut paper);
    assert_eq!(paper.candidates, [Candidate::boxed("An", 3, 0, 0), Candidate::boxed("Bình", 1, 1, 1)]);
    assert_eq!(paper.ballots, Ballots { issued: 5, collected: 5, valid: 3, invalid: 1 });
    assert_eq!(paper.check().unwrap().outcome().findings.len(), 1);
    let closed = tally.with_open_as_invalid();
    closed.write_into(&mut paper);
    assert_eq!(paper.ballots.invalid, 2);
    assert_eq!(paper.check().unwrap().outcome().elected, ["An"]);
}

#[test]
fn a_box_has_its_limit() {
    let one = form(Method::StrikeOut, 1, 1);
    let ballot = CountedBallot::plain(Ballot::keeping(Names::first(1)));
    let number = usize::try_from(MOST).unwrap();
    let full = Tally::of(&one, &party().ballots, std::iter::repeat_n(&ballot, number)).unwrap();
    assert_eq!(full.valid, MOST);
    let error = Tally::of(&one, &party().ballots, std::iter::repeat_n(&ballot, number + 1)).unwrap_err();
    assert_eq!(error.field, "ballots");
}

#[test]
fn what_json_cannot_hold_has_no_agreement() {
    let map = std::collections::BTreeMap::from([((1, 2), 3)]);
    assert_eq!(Agreement::on(&map), None);
    assert_eq!(Agreement::on(&"x").unwrap().to_string().len(), 64);
}
