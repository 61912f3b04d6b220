//! Devices that worked apart come to the same congress, in whatever order they meet.

use crate::chance::{Dice, found, work};
use crate::fold::{KINDS, check_fold};
use crate::golden::counted_at_desk;
use so_tay_dai_hoi::congress::election::ballots::{Agreement, Ballot, CountedBallot, Names};
use so_tay_dai_hoi::congress::election::desk::EnteredBallot;
use so_tay_dai_hoi::congress::{Change, Congress, DeskChange};
use so_tay_dai_hoi::journal::record::ChainHash;
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

/// One congress in one to six hands: files go round in any order, some of them several times, and whoever has heard of
/// everybody holds the same congress, whose file has the same checksum.
#[test]
fn any_split_over_devices_comes_to_one_state_and_one_hash() {
    for seed in 700..760 {
        let mut dice = Dice::new(seed);
        let devices = 1 + dice.below(6);
        let mut base = found(1, KINDS[usize::try_from(seed).unwrap() % 4]);
        work(&mut dice, &mut base, 1, 25);
        let mut hands: Vec<Logbook> = (1..=devices)
            .map(|device| {
                let mut logbook = base.clone();
                let turns = 3 + dice.below(15);
                work(&mut dice, &mut logbook, u8::try_from(device).unwrap(), turns);
                logbook
            })
            .collect();
        let all: usize = base.records().len()
            + hands.iter().map(|hand| hand.records().len() - base.records().len()).sum::<usize>();
        let take = |hands: &mut Vec<Logbook>, to: usize, from: usize| {
            let file = Exported::read(&Exported::of(&hands[from]).to_text()).unwrap();
            let merged = hands[to].clone().merge(file.records().cloned()).unwrap();
            hands[to].merge(file.records().cloned()).unwrap();
            // The same file again changes nothing.
            assert_eq!(hands[to].merge(file.records().cloned()), Ok(0), "{merged}");
        };
        // Some meet by chance, and go on working in between.
        for _ in 0..dice.below(3 * devices) {
            let (to, from) = (dice.below(devices), dice.below(devices));
            take(&mut hands, to, from);
        }
        // Then everybody hears of everybody, in an order of their own.
        for _ in 0..2 {
            for to in 0..devices {
                let start = dice.below(devices);
                for step in 0..devices {
                    take(&mut hands, to, (start + step) % devices);
                }
            }
        }
        let whole = &hands[0];
        assert_eq!(whole.records().len(), all);
        check_fold(whole);
        check_no_id_twice(whole.state());
        for hand in &hands {
            check_same(whole, hand);
            assert_eq!(Exported::of(whole).checksum, Exported::of(hand).checksum);
        }
    }
}

/// A ballot that was changed behind the records' back shows: in the checksum of the file, in the figures and in the code
/// that two devices read to each other, even where whoever changed it made every chain anew.
#[test]
fn any_single_changed_ballot_changes_the_hash() {
    let hall = counted_at_desk();
    let records: Vec<Record> = hall.logbook.records().cloned().collect();
    let checksum = Exported::of(&hall.logbook).checksum;
    let entered = |logbook: &Logbook| {
        let passes = &logbook.state().rounds[0].desk.passes;
        let bits = |entered: &EnteredBallot| entered.ballot.ballot.votes().bits().to_string();
        let ballots: Vec<Vec<String>> =
            passes.iter().map(|pass| pass.ballots.iter().map(bits).collect()).collect();
        Agreement::on(&ballots).unwrap()
    };
    let code = entered(&hall.logbook);
    let mut changed = 0;
    for (place, record) in records.iter().enumerate() {
        let Change::Desk(DeskChange::Ballot { pass, ballot }) = &record.change else { continue };
        // Every place of the list in turn, and the first of them alone would do.
        for name in 0..4 {
            let mut forged = records.clone();
            let kept = Names::from_bits(ballot.ballot.votes().bits() ^ (1 << name));
            let other = CountedBallot::plain(Ballot::keeping(kept));
            forged[place].change = DeskChange::Ballot { pass: pass.clone(), ballot: other }.into();
            let mut previous = ChainHash::origin();
            for record in &mut forged {
                record.previous = previous;
                previous = record.hash();
            }
            let forged = Logbook::open(forged).unwrap();
            assert_ne!(Exported::of(&forged).checksum, checksum);
            // A ballot that was put right later is entered otherwise, and reads the same.
            changed += usize::from(entered(&forged) != code);
        }
    }
    // Six of the eight ballots of each of two counters stand as they were entered.
    assert_eq!(changed, 2 * 6 * 4);
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
