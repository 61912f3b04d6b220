//! Devices that worked apart come to the same congress, in whatever order they meet.

use crate::chance::{Dice, found, work};
use crate::fold::{KINDS, check_fold};
use so_tay_dai_hoi::congress::Congress;
use so_tay_dai_hoi::journal::{Exported, Logbook, Record};
use std::collections::HashSet;

/// Three devices that left one congress and worked on alone.
fn apart(seed: u64) -> [Logbook; 3] {
    let mut dice = Dice::new(seed);
    let mut base = found(1, KINDS[usize::try_from(seed).unwrap() % 4]);
    work(&mut dice, &mut base, 1, 30);
    [1, 2, 3].map(|device| {
        let mut logbook = base.clone();
        let turns = 10 + dice.below(20);
        work(&mut dice, &mut logbook, device, turns);
        logbook
    })
}

fn joined(mut into: Logbook, other: &Logbook) -> Logbook {
    let before = into.records().len();
    let added = into.merge(other.records().cloned()).unwrap();
    assert_eq!(into.records().len(), before + added);
    check_fold(&into);
    into
}

#[track_caller]
fn check_same(a: &Logbook, b: &Logbook) {
    assert_eq!(a.state(), b.state());
    assert_eq!(Exported::of(a).to_text(), Exported::of(b).to_text());
}

/// Everything that has an id, by its id.
fn check_no_id_twice(congress: &Congress) {
    let people = congress.roll.people().iter().map(|person| person.id.to_string());
    let items = congress.agenda.items.iter().map(|item| item.id.to_string());
    let rounds = congress.rounds.iter().map(|sheet| sheet.id.to_string());
    let ids: Vec<String> = people.chain(items).chain(rounds).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
}

#[test]
fn laws() {
    for seed in 300..316 {
        let [a, b, c] = apart(seed);
        let ab = joined(a.clone(), &b);
        check_same(&ab, &joined(b.clone(), &a));
        let one = joined(ab.clone(), &c);
        for other in [
            joined(a.clone(), &joined(b.clone(), &c)),
            joined(joined(c.clone(), &a), &b),
            joined(joined(b.clone(), &c), &a),
            joined(joined(ab.clone(), &c), &ab),
        ] {
            check_same(&one, &other);
        }
        check_same(&joined(one.clone(), &one), &one);
        let mut again = one.clone();
        assert_eq!(again.merge(a.records().cloned()), Ok(0));
        assert_eq!(again.merge(Vec::<Record>::new()), Ok(0));
        check_no_id_twice(one.state());
    }
}

#[test]
fn work_goes_on_after_a_merge() {
    for seed in 400..410 {
        let mut dice = Dice::new(seed);
        let [a, b, _] = apart(seed);
        let mut here = joined(a.clone(), &b);
        let mut there = joined(b, &a);
        for _ in 0..3 {
            work(&mut dice, &mut here, 1, 10);
            work(&mut dice, &mut there, 2, 10);
            let (left, right) = (here.clone(), there.clone());
            here = joined(left.clone(), &right);
            there = joined(right, &left);
            check_same(&here, &there);
        }
    }
}

/// A window that follows takes in one record after the other and stands where the writer stands.
#[test]
fn receiving_is_merging() {
    for seed in 510..520 {
        let [a, b, _] = apart(seed);
        let whole = joined(a.clone(), &b);
        let base: Vec<Record> = a.records().filter(|record| b.has(&record.id)).cloned().collect();
        let mut follower = Logbook::open(base).unwrap();
        for record in whole.records() {
            let known = follower.has(&record.id);
            assert_eq!(follower.receive(record.clone()), Ok(!known));
            assert_eq!(follower.receive(record.clone()), Ok(false));
        }
        check_fold(&follower);
        check_same(&follower, &whole);
        // Before their time, out of their chain, or from elsewhere, records are rejected.
        let last = whole.records().next_back().unwrap();
        let mut early = found(1, KINDS[0]);
        if last.id.seq > 1 {
            assert!(early.receive(last.clone()).is_err());
        }
        assert!(early.receive(found(2, KINDS[0]).records().next().unwrap().clone()).is_err());
        check_fold(&early);
    }
}

#[test]
fn a_part_of_the_records_can_come_first() {
    let [a, b, _] = apart(500);
    let whole = joined(a.clone(), &b);
    let new: Vec<Record> = b.records().filter(|record| !a.has(&record.id)).cloned().collect();
    assert!(new.len() >= 5);
    let mut slowly = a;
    for (place, record) in (1..).zip(&new) {
        assert_eq!(slowly.merge([record.clone()]), Ok(1), "record {place}");
        check_fold(&slowly);
    }
    check_same(&slowly, &whole);
}
