//! Laws that hold of every box, tried on boxes by chance: who cast a ballot and whose a name is decides nothing, a vote
//! never harms whom it is for, the work of several counters is a union, and a wrong figure in a bundle shows.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use so_tay_dai_hoi::congress::election::ballots::{
    Ballot, BallotForm, Bundle, Conclusion, CountedBallot, Counts, MOST_NAMES, Names, Reading, Tally,
};
use so_tay_dai_hoi::congress::election::rules::BallotCase;
use so_tay_dai_hoi::congress::election::{MOST, Method, RoundKind, Verdict, count};
use std::collections::BTreeMap;

#[path = "ballot_laws/bundles.rs"]
mod bundles;
#[path = "ballot_laws/chance.rs"]
mod chance;
#[path = "second_count/dice.rs"]
mod dice;
#[path = "ballot_laws/work.rs"]
mod work;

use chance::{form, round, rules};
use dice::Dice;

const KINDS: [RoundKind; 2] = [RoundKind::Ordinary, RoundKind::TieBreak];

fn box_by_chance(dice: &mut Dice, most_names: u32) -> (BallotForm, Vec<CountedBallot>) {
    let form = form(dice, most_names);
    let ballots = (0..dice.between(0, 15)).map(|_| chance::ballot(dice, &form)).collect();
    (form, ballots)
}

fn sums(form: &BallotForm, ballots: &[CountedBallot]) -> Tally {
    Tally::of(form, rules(), ballots).unwrap()
}

/// The names of a form, by place.
fn names(form: &BallotForm) -> Vec<String> {
    (0..form.names()).map(|place| format!("N{place}")).collect()
}

/// What each name comes to while the open ballots are taken for invalid.
fn fates(form: &BallotForm, tally: &Tally, names: &[String], kind: RoundKind) -> BTreeMap<String, Verdict> {
    let outcome = count(&round(form, tally, names, kind)).unwrap();
    assert_eq!(outcome.findings, []);
    names.iter().cloned().zip(outcome.verdicts).collect()
}

/// Anonymity: the order of the ballots decides nothing, and nothing of it is left in the sums.
#[test]
fn the_order_of_ballots_decides_nothing() {
    let mut dice = Dice::new(21);
    for _ in 0..10_000 {
        let (form, mut ballots) = box_by_chance(&mut dice, 8);
        let before = sums(&form, &ballots);
        dice.shuffle(&mut ballots);
        assert_eq!(sums(&form, &ballots), before, "{ballots:?}");
    }
}

/// Neutrality: whoever stands at a place gets what belongs to the place.
#[test]
fn the_place_of_a_name_decides_nothing() {
    let mut dice = Dice::new(22);
    for _ in 0..10_000 {
        let (form, ballots) = box_by_chance(&mut dice, 8);
        let mut order: Vec<usize> = (0..form.names()).collect();
        dice.shuffle(&mut order);
        let moved = |names: Names| names.places().map(|place| order[place]).collect::<Names>();
        let move_marks = |counted: &CountedBallot| {
            let Ballot { kept, against } = counted.ballot;
            CountedBallot { ballot: Ballot { kept: moved(kept), against: moved(against) }, ..*counted }
        };
        let moved_ballots: Vec<_> = ballots.iter().map(move_marks).collect();
        let (before, after) = (sums(&form, &ballots), sums(&form, &moved_ballots));

        let mut rows = before.rows.clone();
        let names = names(&form);
        let mut moved_names = names.clone();
        for (place, to) in order.iter().enumerate() {
            rows[*to] = before.rows[place];
            moved_names[*to].clone_from(&names[place]);
        }
        let mut open: Vec<Names> = before.open.iter().map(|names| moved(*names)).collect();
        open.sort();
        let mut told = after.clone();
        told.open.sort();
        assert_eq!(told, Tally { rows, open, ..before.clone() });
        for kind in KINDS {
            assert_eq!(fates(&form, &before, &names, kind), fates(&form, &after, &moved_names, kind));
        }
    }
}

fn worth(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Elected => 3,
        Verdict::Tied => 2,
        Verdict::OverHalfNotRanked => 1,
        Verdict::NotElected | Verdict::Undecided => 0,
    }
}

/// Monotonicity: a ballot that votes for one name more never harms that name, and never helps another. It may stand for
/// an invalid one, or for one that voted for somebody else.
#[test]
fn one_more_vote_never_unseats() {
    let mut dice = Dice::new(23);
    let mut tried = 0;
    for _ in 0..10_000 {
        let (form, mut ballots) = box_by_chance(&mut dice, 5);
        if ballots.is_empty() {
            continue;
        }
        let before = sums(&form, &ballots);
        let names = names(&form);
        let at = dice.index(ballots.len());
        let name = dice.index(names.len());
        let reading = form.read(rules(), &ballots[at]);
        let kept = if reading == Reading::Valid { ballots[at].ballot.votes() } else { Names::NONE };
        if kept.has(name) {
            continue;
        }
        let full = kept.len() == form.seats();
        let displaced = kept.places().next().filter(|_| full);
        let kept = kept.with(name).places().filter(|place| Some(*place) != displaced).collect();
        ballots[at] = CountedBallot::plain(form.all_but(Names::first(form.names()).without(kept)));
        let after = sums(&form, &ballots);
        assert_eq!(after.rows[name].votes, before.rows[name].votes + 1);
        for kind in KINDS {
            let before = fates(&form, &before, &names, kind);
            for (other, fate) in fates(&form, &after, &names, kind) {
                if other == names[name] {
                    assert!(worth(fate) >= worth(before[&other]), "{form:?} {ballots:?} {name}");
                } else if displaced.is_none() {
                    assert!(worth(fate) <= worth(before[&other]), "{form:?} {ballots:?} {name}");
                }
            }
        }
        tried += 1;
    }
    assert!(tried > 3_000, "{tried}");
}

/// Marks that cannot stand on the form are refused with the number of the ballot, wherever it lies.
#[test]
fn marks_beyond_the_list_are_refused() {
    let mut dice = Dice::new(24);
    for _ in 0..2_000 {
        let (form, mut ballots) = box_by_chance(&mut dice, 8);
        let at = dice.index(ballots.len() + 1);
        let outside = Names::NONE.with(dice.between(u32::try_from(form.names()).unwrap(), 127) as usize);
        let (ballot, part) = match (form.method(), dice.between(1, 3)) {
            (_, 1) => (Ballot::keeping(outside), "kept"),
            (Method::StrikeOut, 2) => (Ballot::boxes(Names::NONE, Names::first(1)), "against"),
            _ => (Ballot::boxes(Names::NONE, outside), "against"),
        };
        ballots.insert(at, CountedBallot::plain(ballot));
        let refusal = Tally::of(&form, rules(), &ballots).unwrap_err();
        assert_eq!(refusal.field, format!("ballots[{at}].{part}"));
    }
}

fn is_read_back<T>(value: &T) -> usize
where
    T: serde::Serialize + for<'a> serde::Deserialize<'a> + PartialEq + std::fmt::Debug,
{
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), *value, "{text}");
    text.len()
}

#[test]
fn ballots_are_read_back_as_they_were() {
    let mut dice = Dice::new(25);
    for _ in 0..10_000 {
        let form = form(&mut dice, 128);
        is_read_back(&chance::ballot(&mut dice, &form));
    }
    // With every name marked in both boxes, each case and each conclusion, a ballot is as long as it can be.
    let all = Ballot::boxes(Names::first(MOST_NAMES), Names::first(MOST_NAMES));
    let mut longest = 0;
    for seen in BallotCase::ALL.into_iter().map(Some).chain([None]) {
        for concluded in [None, Some(Conclusion::Valid), Some(Conclusion::Invalid)] {
            longest = longest.max(is_read_back(&CountedBallot { ballot: all, seen, concluded }));
        }
    }
    assert!(longest <= 256, "{longest}");
    println!("a ballot is at most {longest} bytes");
}

#[test]
fn bundles_are_read_back_as_they_were() {
    let mut dice = Dice::new(26);
    for _ in 0..5_000 {
        let mut figures = || (0..dice.between(0, 8)).map(|_| dice.between(0, MOST)).collect::<Vec<_>>();
        let (counts, unmarked) = (figures(), figures());
        is_read_back(&Bundle {
            label: dice.one_of(&["A, bầu 11", "", "\"\\\n", "Tệp 2"]).to_owned(),
            kept: dice.between(0, MOST),
            ballots: dice.between(0, MOST),
            counts: if dice.one_in(2) { Counts::Votes(counts) } else { Counts::Strikes(counts) },
            unmarked,
        });
    }
}

/// There is one way to write a ballot, so that equal ballots are equal texts; anything else is refused.
#[test]
fn other_ways_of_writing_a_ballot_are_refused() {
    for text in [
        r#"{"k":"0f"}"#,
        r#"{"k":"F"}"#,
        r#"{"k":"+f"}"#,
        r#"{"k":""}"#,
        r#"{"k":15}"#,
        r#"{"k":"100000000000000000000000000000000"}"#,
        r#"{"a":"1"}"#,
        r#"{"k":"1","k":"1"}"#,
        r#"{"k":"1","b":"1"}"#,
        r#"{"k":"1","a":"0f"}"#,
        r#"{"k":"1","x":0}"#,
        r#"{"k":"1","s":"late"}"#,
        r#"{"k":"1","b":"maybe"}"#,
        r#"{"m":{"k":"1"}}"#,
        "{}",
    ] {
        assert!(serde_json::from_str::<CountedBallot>(text).is_err(), "{text}");
    }
}
