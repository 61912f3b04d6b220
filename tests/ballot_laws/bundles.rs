//! Laws of bundles: one wrong figure shows and shows where, and both sides of a bundle are the same.

use crate::chance::{form, rules, valid_ballot};
use crate::dice::Dice;
use so_tay_dai_hoi::congress::election::Method;
use so_tay_dai_hoi::congress::election::ballots::{
    BallotForm, Bundle, BundleFault, CountedBallot, Counts, Tally, bundle_faults, join_bundles,
};

/// Sorts valid ballots into bundles by how many names they keep, some into two; counted by votes where that is possible
/// and asked for, else by strikes.
fn bundled(dice: &mut Dice, form: &BallotForm, ballots: &[CountedBallot], by_votes: bool) -> Vec<Bundle> {
    let mut bundles = Vec::new();
    for kept in 0..=form.seats() {
        let pile: Vec<_> = ballots.iter().filter(|ballot| ballot.ballot.votes().len() == kept).collect();
        let cut = dice.index(pile.len() + 1);
        for (part, half) in [&pile[..cut], &pile[cut..]].into_iter().enumerate() {
            if !half.is_empty() {
                bundles.push(bundle(form, half, format!("{kept}.{part}"), by_votes));
            }
        }
    }
    bundles
}

fn bundle(form: &BallotForm, ballots: &[&CountedBallot], label: String, by_votes: bool) -> Bundle {
    let number = |places: &dyn Fn(&CountedBallot, usize) -> bool| -> Vec<u32> {
        let of_name = |place| ballots.iter().filter(|ballot| places(ballot, place)).count();
        (0..form.names()).map(|place| u32::try_from(of_name(place)).unwrap()).collect()
    };
    let votes = number(&|counted, place| counted.ballot.votes().has(place));
    let strikes = match form.method() {
        Method::StrikeOut => number(&|counted, place| !counted.ballot.kept.has(place)),
        _ => number(&|counted, place| counted.ballot.votes_against().has(place)),
    };
    let ballots_in = u32::try_from(ballots.len()).unwrap();
    let mut unmarked: Vec<u32> =
        votes.iter().zip(&strikes).map(|(votes, strikes)| ballots_in - votes - strikes).collect();
    if unmarked.iter().all(|rows| *rows == 0) {
        unmarked.clear();
    }
    let kept = ballots[0].ballot.votes().len();
    // Strikes say nothing where every name is kept, nor votes where none is.
    let by_votes = unmarked.is_empty() && kept > 0 && (by_votes || kept as usize == form.names());
    Bundle {
        label,
        kept,
        ballots: ballots_in,
        counts: if by_votes { Counts::Votes(votes) } else { Counts::Strikes(strikes) },
        unmarked,
    }
}

/// The bundles of a box, and the sums of its ballots one by one.
fn box_by_chance(dice: &mut Dice, by_votes: bool) -> (BallotForm, Vec<Bundle>, Tally) {
    let form = form(dice, 6);
    let ballots: Vec<_> = (0..dice.between(1, 20)).map(|_| valid_ballot(dice, &form)).collect();
    let bundles = bundled(dice, &form, &ballots, by_votes);
    let tally = Tally::of(&form, rules(), &ballots).unwrap();
    (form, bundles, tally)
}

#[test]
fn bundles_come_to_the_same_as_their_ballots() {
    let mut dice = Dice::new(31);
    for turn in 0..10_000_u32 {
        let (form, bundles, tally) = box_by_chance(&mut dice, turn % 2 == 0);
        assert_eq!(bundle_faults(&form, &bundles), [], "{form:?} {bundles:?}");
        let invalid = turn % 3;
        let joined = join_bundles(&form, &bundles, invalid).unwrap();
        assert_eq!(joined, Tally { invalid, ..tally }, "{form:?} {bundles:?}");
    }
}

#[test]
fn both_sides_of_a_bundle_are_the_same() {
    let mut dice = Dice::new(32);
    let mut turned_bundles = 0;
    for turn in 0..10_000 {
        let (form, bundles, tally) = box_by_chance(&mut dice, turn % 2 == 0);
        let turned: Vec<_> = bundles
            .iter()
            .map(|bundle| {
                let turned = bundle.turned();
                let one_side = [0, form.names()].contains(&(bundle.kept as usize));
                assert_eq!(turned.is_none(), !bundle.unmarked.is_empty() || one_side);
                let turned = turned.unwrap_or_else(|| bundle.clone());
                turned_bundles += u32::from(turned != *bundle);
                assert_eq!(turned.rows(), bundle.rows());
                assert_eq!(turned.turned().unwrap_or_else(|| bundle.clone()), *bundle);
                turned
            })
            .collect();
        assert_eq!(join_bundles(&form, &turned, 0).unwrap(), tally);
    }
    assert!(turned_bundles > 5_000, "{turned_bundles}");
}

/// Puts every figure up to `most` into every cell of every bundle, and demands that it is found and found there.
fn demand_found(form: &BallotForm, bundles: &[Bundle], most: impl Fn(u32) -> u32) -> u64 {
    let mut wrong = 0;
    for (at, bundle) in bundles.iter().enumerate() {
        for cell in bundle.cells() {
            let right = bundle.figure(cell).unwrap();
            for figure in (0..=most(right)).filter(|figure| *figure != right) {
                let mut bundles = bundles.to_vec();
                bundles[at] = bundle.with(cell, figure);
                let faults = bundle_faults(form, &bundles);
                assert!(!faults.is_empty(), "{cell:?} {right} -> {figure} is not found: {form:?} {bundle:?}");
                assert!(faults.iter().all(|fault| fault.bundle() == at), "{faults:?} {bundles:?}");
                assert_eq!(join_bundles(form, &bundles, 0), Err(faults));
                wrong += 1;
            }
        }
    }
    wrong
}

#[test]
fn every_single_wrong_figure_is_found_where_it_stands() {
    let mut dice = Dice::new(33);
    let mut wrong = 0;
    for turn in 0..1_500 {
        let (form, bundles, _) = box_by_chance(&mut dice, turn % 2 == 0);
        wrong += demand_found(&form, &bundles, |right| right + 12);
    }
    println!("{wrong} single wrong figures, each found in its bundle");
    assert!(wrong > 200_000, "{wrong}");
}

/// Every bundle of so many names with no figure above `most`.
fn every_bundle(names: usize, most: u32) -> Vec<Bundle> {
    let columns = every_column(names, most);
    let mut bundles = Vec::new();
    for kept in 0..=u32::try_from(names).unwrap() {
        for ballots in 0..=most {
            let mut push = |counts, unmarked| {
                bundles.push(Bundle { label: "A".to_owned(), kept, ballots, counts, unmarked });
            };
            for column in &columns {
                push(Counts::Votes(column.clone()), vec![]);
                push(Counts::Strikes(column.clone()), vec![]);
                for unmarked in &columns {
                    push(Counts::Strikes(column.clone()), unmarked.clone());
                }
            }
        }
    }
    bundles
}

fn every_column(names: usize, most: u32) -> Vec<Vec<u32>> {
    let Some(rest) = names.checked_sub(1) else { return vec![vec![]] };
    let longer = |column: Vec<u32>| (0..=most).map(move |figure| [vec![figure], column.clone()].concat());
    every_column(rest, most).into_iter().flat_map(longer).collect()
}

/// In every small bundle without a fault the votes are what its ballots must hold, and no single figure can be another.
#[test]
fn every_small_bundle_without_a_fault_is_firm() {
    let mut faultless = 0;
    for (names, most) in [(1, 4), (2, 3), (3, 2)] {
        for (method, seats) in [
            (Method::StrikeOut, 1),
            (Method::StrikeOut, 2),
            (Method::AgreeDisagree, 1),
            (Method::AgreeDisagree, 3),
        ] {
            let form = BallotForm::new(method, names, seats).unwrap();
            for bundle in every_bundle(names, most) {
                let bundles = [bundle];
                if !bundle_faults(&form, &bundles).is_empty() {
                    continue;
                }
                let [bundle] = &bundles;
                let rows = bundle.rows();
                let votes: u32 = rows.iter().map(|row| row.votes).sum();
                assert_eq!(votes, bundle.ballots * bundle.kept, "{form:?} {bundle:?}");
                assert!(rows.iter().all(|row| row.votes + row.against <= bundle.ballots));
                demand_found(&form, &bundles, |_| most + 2);
                faultless += 1;
            }
        }
    }
    assert!(faultless > 500, "{faultless}");
}

#[test]
fn a_label_stands_once() {
    let mut dice = Dice::new(34);
    for turn in 0..1_000 {
        let (form, mut bundles, _) = box_by_chance(&mut dice, turn % 2 == 0);
        let copied = dice.index(bundles.len());
        bundles.push(bundles[copied].clone());
        let last = bundles.len() - 1;
        assert_eq!(bundle_faults(&form, &bundles), [BundleFault::LabelTwice { bundle: last }]);
    }
}
