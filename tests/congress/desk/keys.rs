//! What is typed for a ballot, and that every ballot can be typed.

use super::dice::{Dice, form, rules};
use so_tay_dai_hoi::congress::election::Method;
use so_tay_dai_hoi::congress::election::ballots::{Ballot, BallotForm, CountedBallot, Names, Reading};
use so_tay_dai_hoi::congress::election::desk::entry::{Slip, doubtful_reasons, invalid_reasons, read, write};
use so_tay_dai_hoi::congress::election::rules::{BallotCase, Ruling};

fn struck(form: &BallotForm, numbers: &[usize]) -> CountedBallot {
    CountedBallot::plain(form.all_but(numbers.iter().map(|number| number - 1).collect()))
}

#[test]
fn struck_numbers_and_ranges() {
    let form = form(Method::StrikeOut, 30, 25);
    for (text, numbers) in [
        ("", &[][..]),
        ("  ", &[]),
        ("3", &[3]),
        ("3 7-9", &[3, 7, 8, 9]),
        ("3,7-9", &[3, 7, 8, 9]),
        ("3.7+9;12", &[3, 7, 9, 12]),
        ("03", &[3]),
        ("9 3 3", &[3, 9]),
        ("12-12", &[12]),
        ("28-30 1", &[1, 28, 29, 30]),
        ("1215", &[12, 15]),
        ("3 121530", &[3, 12, 15, 30]),
    ] {
        assert_eq!(read(text, &form, rules()), Ok(struck(&form, numbers)), "{text:?}");
    }
    let all: Vec<usize> = (1..=30).collect();
    assert_eq!(read("*", &form, rules()), Ok(struck(&form, &all)));
}

#[test]
fn slips_are_named() {
    let ballots = form(Method::StrikeOut, 30, 25);
    let unknown = |word: &str| Slip::Unknown(word.to_owned());
    for (text, slip) in [
        ("31", Slip::NoSuchName(31)),
        ("0", Slip::NoSuchName(0)),
        ("45", Slip::NoSuchName(45)),
        ("123", Slip::NoSuchName(123)),
        ("1245", Slip::NoSuchName(45)),
        ("1200", Slip::NoSuchName(0)),
        ("3 31-32", Slip::NoSuchName(31)),
        ("9-7", Slip::Backwards(9, 7)),
        ("a", unknown("a")),
        ("3-", unknown("3-")),
        ("-3", unknown("-3")),
        ("3--5", unknown("3--5")),
        ("99999999999999999999", unknown("99999999999999999999")),
        ("3x", unknown("3x")),
        ("**", unknown("**")),
        ("t3", Slip::NoBoxes),
        ("h", Slip::NoBoxes),
        ("k", Slip::Reason { doubtful: false, reasons: 3 }),
        ("k4", Slip::Reason { doubtful: false, reasons: 3 }),
        ("k0", Slip::Reason { doubtful: false, reasons: 3 }),
        ("n", Slip::Reason { doubtful: true, reasons: 2 }),
        ("n9", Slip::Reason { doubtful: true, reasons: 2 }),
    ] {
        let read = read(text, &ballots, rules());
        if text == "99999999999999999999" {
            // Twenty digits stand together as ten numbers of two, none of which is on the list.
            assert_eq!(read, Err(Slip::NoSuchName(99)), "{text}");
        } else {
            assert_eq!(read, Err(slip), "{text}");
        }
    }
    // With a hundred names nothing stands together.
    let long = form(Method::StrikeOut, 120, 100);
    assert_eq!(read("1215", &long, rules()), Err(Slip::NoSuchName(1215)));
    assert_eq!(read("120", &long, rules()), Ok(struck(&long, &[120])));
}

#[test]
fn reasons_are_those_of_the_rules() {
    let form = form(Method::StrikeOut, 6, 5);
    let invalid = [BallotCase::NotIssued, BallotCase::OutsideName, BallotCase::SignedOrMarked];
    assert_eq!(invalid_reasons(rules()), invalid);
    assert_eq!(doubtful_reasons(rules()), [BallotCase::NoStamp, BallotCase::UnclearStrike]);
    for (at, case) in invalid.into_iter().enumerate() {
        let ballot = read(&format!("5 k{}", at + 1), &form, rules()).unwrap();
        assert_eq!(ballot, CountedBallot { seen: Some(case), ..struck(&form, &[5]) });
        assert_eq!(form.read(rules(), &ballot), Reading::Invalid(case));
        assert_eq!(rules().ruling(case), Ruling::Invalid);
    }
    let doubtful = read("N2 5", &form, rules()).unwrap();
    assert_eq!(form.read(rules(), &doubtful), Reading::Open(BallotCase::UnclearStrike));
}

#[test]
fn the_same_keys_mean_against_where_there_are_boxes() {
    let form = form(Method::AgreeDisagree, 5, 5);
    let boxes = |kept: &[usize], against: &[usize]| {
        let set = |numbers: &[usize]| numbers.iter().map(|number| number - 1).collect::<Names>();
        CountedBallot::plain(Ballot::boxes(set(kept), set(against)))
    };
    for (text, ballot) in [
        ("", boxes(&[1, 2, 3, 4, 5], &[])),
        ("3", boxes(&[1, 2, 4, 5], &[3])),
        ("2-4", boxes(&[1, 5], &[2, 3, 4])),
        ("t3", boxes(&[1, 2, 4, 5], &[])),
        ("2 t3-4", boxes(&[1, 5], &[2])),
        ("h3", boxes(&[1, 2, 3, 4, 5], &[3])),
        ("T1-5", boxes(&[], &[])),
        ("*", boxes(&[], &[1, 2, 3, 4, 5])),
    ] {
        assert_eq!(read(text, &form, rules()), Ok(ballot), "{text:?}");
    }
}

/// Every ballot is written in keys that read as the same ballot, and a struck name costs at most two and a half keys.
#[test]
fn every_ballot_can_be_typed() {
    let mut dice = Dice::new(5);
    for turn in 0..20_000 {
        let names = 1 + dice.below(128);
        let method = if turn % 2 == 0 { Method::StrikeOut } else { Method::AgreeDisagree };
        let form = form(method, names, 1 + u32::try_from(dice.below(names)).unwrap());
        let ballot = dice.ballot(&form, rules());
        let typed = write(&ballot, &form, rules());
        assert_eq!(read(&typed, &form, rules()), Ok(ballot), "{typed}");
    }
}

/// Whatever is typed is a ballot or a slip that says why; nothing panics.
#[test]
fn nothing_that_can_be_typed_panics() {
    let letters: Vec<char> = "0123456789 -,.+*kKnNtThHăx\u{a0}".chars().collect();
    let mut dice = Dice::new(9);
    for _ in 0..50_000 {
        let text: String = (0..dice.below(12)).map(|_| letters[dice.below(letters.len())]).collect();
        let method = if dice.one_in(2) { Method::StrikeOut } else { Method::AgreeDisagree };
        let names = 1 + dice.below(128);
        let form = form(method, names, 1);
        if let Ok(ballot) = read(&text, &form, rules()) {
            assert_eq!(form.admit(&ballot), Ok(()), "{text}");
        }
    }
}
