//! Laws of the work of several counters: merging is a union, nothing is lost in it, and equal work has an equal hash.

use crate::chance::{ballot, form};
use crate::dice::Dice;
use so_tay_dai_hoi::congress::election::ballots::{
    Agreement, Ballot, Bundle, Conclusion, CountedBallot, Counts, Disagreement, Names, Place, Work,
};
use so_tay_dai_hoi::congress::election::rules::BallotCase;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// One thing that a counter does.
#[derive(Clone, Debug)]
enum Act {
    Read(Place, CountedBallot),
    Settle(Place, CountedBallot),
    ReadBundle(Bundle),
    SettleBundle(Bundle),
}

impl Act {
    fn by_chance(dice: &mut Dice) -> Self {
        let place = Place::ballot(dice.one_of(&["A", "B"]), dice.between(1, 3));
        // Few different readings, so that counters often agree and often do not.
        let ballot = CountedBallot::plain(Ballot::keeping(Names::from_bits(dice.between(1, 3).into())));
        let bundle = Bundle {
            label: dice.one_of(&["A", "C"]).to_owned(),
            kept: 1,
            ballots: dice.between(1, 2),
            counts: Counts::Votes(vec![dice.between(0, 1), 1]),
            unmarked: vec![],
        };
        match dice.between(1, 8) {
            1..=4 => Self::Read(place, ballot),
            5 => Self::Settle(place, ballot),
            6 | 7 => Self::ReadBundle(bundle),
            _ => Self::SettleBundle(bundle),
        }
    }

    fn do_in(&self, work: &mut Work) {
        match self.clone() {
            Self::Read(place, ballot) => work.read_ballot(place, ballot),
            Self::Settle(place, ballot) => work.settle_ballot(place, ballot),
            Self::ReadBundle(bundle) => work.read_bundle(bundle),
            Self::SettleBundle(bundle) => work.settle_bundle(bundle),
        }
    }
}

fn acts(dice: &mut Dice) -> Vec<Act> {
    (0..dice.between(0, 8)).map(|_| Act::by_chance(dice)).collect()
}

fn done(acts: &[Act]) -> Work {
    let mut work = Work::default();
    for act in acts {
        act.do_in(&mut work);
    }
    work
}

fn merged(one: &Work, other: &Work) -> Work {
    let mut work = one.clone();
    work.merge(other);
    work
}

#[test]
fn merging_is_a_union() {
    let mut dice = Dice::new(41);
    for _ in 0..5_000 {
        let three = [acts(&mut dice), acts(&mut dice), acts(&mut dice)];
        let [a, b, c] = three.clone().map(|acts| done(&acts));
        assert_eq!(merged(&a, &b), merged(&b, &a));
        assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        assert_eq!(merged(&a, &a), a);
        assert_eq!(merged(&a, &Work::default()), a);
        assert_eq!(merged(&Work::default(), &a), a);
        // Whoever did it, in whatever order, and however often.
        let mut all = three.concat();
        all.extend_from_within(..all.len() / 2);
        dice.shuffle(&mut all);
        assert_eq!(done(&all), merged(&merged(&a, &b), &c), "{all:?}");
    }
}

/// What stands at each place by the acts alone, ballots first: what was settled if anything was, else what was read.
fn standing(acts: &[Act]) -> BTreeMap<(bool, Place), BTreeSet<String>> {
    let mut read: BTreeMap<(bool, Place), BTreeSet<String>> = BTreeMap::new();
    let mut settled = read.clone();
    for act in acts {
        let bundle_place = |bundle: &Bundle| (true, Place::ballot(&bundle.label, 0));
        let (list, place, what) = match act {
            Act::Read(place, ballot) => (&mut read, (false, place.clone()), format!("{ballot:?}")),
            Act::Settle(place, ballot) => (&mut settled, (false, place.clone()), format!("{ballot:?}")),
            Act::ReadBundle(bundle) => (&mut read, bundle_place(bundle), format!("{bundle:?}")),
            Act::SettleBundle(bundle) => (&mut settled, bundle_place(bundle), format!("{bundle:?}")),
        };
        list.entry(place).or_default().insert(what);
    }
    read.extend(settled);
    read
}

/// Disagreements and settlements survive the merging, and nothing else comes of it.
#[test]
fn nothing_is_lost_and_nothing_is_made_up() {
    let mut dice = Dice::new(42);
    let (mut open, mut agreed) = (0, 0);
    for _ in 0..5_000 {
        let (one, other) = (acts(&mut dice), acts(&mut dice));
        let work = merged(&done(&one), &done(&other));
        let standing = standing(&[one, other].concat());
        let expected: Vec<_> = standing
            .iter()
            .filter(|(_, readings)| readings.len() > 1)
            .map(|((_, place), readings)| Disagreement { place: place.clone(), readings: readings.len() })
            .collect();
        assert_eq!(work.disagreements(), expected);
        let all = |bundles: bool| -> Option<Vec<String>> {
            let here = standing.iter().filter(|((is_bundle, _), _)| *is_bundle == bundles);
            here.map(|(_, readings)| readings.first().filter(|_| readings.len() == 1).cloned()).collect()
        };
        let told = |list: Vec<CountedBallot>| list.iter().map(|ballot| format!("{ballot:?}")).collect();
        assert_eq!(work.ballots().map(told), all(false));
        let told = |list: Vec<Bundle>| list.iter().map(|bundle| format!("{bundle:?}")).collect();
        assert_eq!(work.bundles().map(told), all(true));
        open += expected.len();
        agreed += usize::from(work.ballots().is_some_and(|ballots| ballots.len() > 1));
    }
    assert!(open > 1_000 && agreed > 200, "{open} {agreed}");
}

fn hash(value: &impl serde::Serialize) -> String {
    Agreement::on(value).unwrap().to_string()
}

#[test]
fn the_hash_is_equal_exactly_when_the_work_is() {
    let mut dice = Dice::new(43);
    let (mut equal, mut different) = (0, 0);
    for _ in 0..20_000 {
        let one = acts(&mut dice);
        // Often the same acts in another order, with or without one of them.
        let mut other = one.clone();
        dice.shuffle(&mut other);
        other.truncate(other.len() - dice.index(2).min(other.len()));
        let (one, other) = (done(&one), done(&other));
        assert_eq!(hash(&one) == hash(&other), one == other, "{one:?} {other:?}");
        *if one == other { &mut equal } else { &mut different } += 1;
    }
    assert!(equal > 5_000 && different > 5_000, "{equal} {different}");
}

/// A pile of ballots, and every pile that differs from it in one mark, one place, one case or one conclusion.
#[test]
fn every_single_change_changes_the_hash() {
    let mut dice = Dice::new(44);
    for _ in 0..300 {
        let form = form(&mut dice, 12);
        let pile: Vec<_> = (1..=dice.between(1, 6))
            .map(|number| (Place::ballot("A", number), ballot(&mut dice, &form)))
            .collect();
        let mut hashes = HashSet::from([hash(&read(&pile))]);
        let mut piles = 1;
        let mut note = |at: usize, changed: Option<(Place, CountedBallot)>| {
            let mut pile = pile.clone();
            pile.splice(at..=at, changed);
            hashes.insert(hash(&read(&pile)));
            piles += 1;
        };
        for (at, (place, counted)) in pile.iter().enumerate() {
            note(at, None);
            note(at, Some((Place::ballot("B", place.number), *counted)));
            note(at, Some((Place::ballot("A", place.number + 100), *counted)));
            for changed in changes(counted, form.names()) {
                note(at, Some((place.clone(), changed)));
            }
        }
        assert_eq!(hashes.len(), piles);
    }
}

fn read(pile: &[(Place, CountedBallot)]) -> Work {
    let mut work = Work::default();
    for (place, ballot) in pile {
        work.read_ballot(place.clone(), *ballot);
    }
    work
}

/// Every ballot that differs in one thing.
fn changes(counted: &CountedBallot, names: usize) -> Vec<CountedBallot> {
    let flipped = |marks: Names, place: usize| Names::from_bits(marks.bits() ^ 1 << place);
    let Ballot { kept, against } = counted.ballot;
    let mut ballots = Vec::new();
    for place in 0..names {
        ballots.push(CountedBallot { ballot: Ballot { kept: flipped(kept, place), against }, ..*counted });
        ballots.push(CountedBallot { ballot: Ballot { kept, against: flipped(against, place) }, ..*counted });
    }
    let seen = BallotCase::ALL.into_iter().map(Some).chain([None]);
    ballots.extend(seen.map(|seen| CountedBallot { seen, ..*counted }));
    let concluded = [None, Some(Conclusion::Valid), Some(Conclusion::Invalid)];
    ballots.extend(concluded.map(|concluded| CountedBallot { concluded, ..*counted }));
    ballots.retain(|changed| changed != counted);
    ballots
}

/// Every single figure of a bundle, its label and its side change the hash; settling something is not reading it.
#[test]
fn every_single_figure_changes_the_hash() {
    let bundle = |label: &str, kept, ballots, counts, unmarked| Bundle {
        label: label.to_owned(),
        kept,
        ballots,
        counts,
        unmarked,
    };
    let strikes = || Counts::Strikes(vec![1, 2, 3]);
    let first = bundle("A", 2, 6, strikes(), vec![0, 0, 0]);
    let mut bundles = vec![
        bundle("A", 2, 6, Counts::Votes(vec![1, 2, 3]), vec![0, 0, 0]),
        bundle("A", 1, 6, strikes(), vec![0, 0, 0]),
        bundle("B", 2, 6, strikes(), vec![0, 0, 0]),
        bundle("A\",\"kept\":2", 2, 6, strikes(), vec![0, 0, 0]),
    ];
    for cell in first.cells() {
        bundles.extend((0..10).map(|figure| first.with(cell, figure)));
    }
    bundles.sort();
    bundles.dedup();
    let mut hashes = HashSet::new();
    let mut different = 0;
    for bundle in &bundles {
        for settled in [false, true] {
            let mut work = Work::default();
            if settled {
                work.settle_bundle(bundle.clone());
            } else {
                work.read_bundle(bundle.clone());
            }
            hashes.insert(hash(&work));
            different += 1;
        }
    }
    assert_eq!(hashes.len(), different);
}

/// Both counters looked at the same paper, whichever side of it they counted.
#[test]
fn the_side_from_which_a_bundle_was_entered_makes_no_difference() {
    let bundle = |counts, unmarked| Bundle { label: "A".to_owned(), kept: 2, ballots: 6, counts, unmarked };
    let sides = [
        bundle(Counts::Strikes(vec![1, 2, 3]), vec![]),
        bundle(Counts::Strikes(vec![1, 2, 3]), vec![0, 0, 0]),
        bundle(Counts::Votes(vec![5, 4, 3]), vec![]),
    ];
    let hashes: HashSet<_> = sides
        .into_iter()
        .map(|side| {
            let mut work = Work::default();
            work.read_bundle(side);
            hash(&work)
        })
        .collect();
    assert_eq!(hashes.len(), 1);
}

/// The spoken code is made of the whole hash: six digits, and not always the same.
#[test]
fn the_code_is_six_digits_in_two_groups() {
    let mut codes = HashSet::new();
    for number in 0..2_000 {
        let agreement = Agreement::on(&number).unwrap();
        let code = agreement.code().to_string();
        assert_eq!(Agreement::on(&number).unwrap().code().to_string(), code);
        let (left, right) = code.split_once(' ').unwrap();
        for group in [left, right] {
            assert!(group.len() == 3 && group.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
        }
        // Schoolbook division of the hexadecimal digits, one at a time.
        let rest = agreement
            .to_string()
            .chars()
            .fold(0, |rest, digit| (rest * 16 + digit.to_digit(16).unwrap()) % 1_000_000);
        assert_eq!(code.replace(' ', "").parse::<u32>().unwrap(), rest);
        codes.insert(code);
    }
    assert!(codes.len() > 1_900, "{}", codes.len());
}
