//! The state is the fold of the records: added one by one, or read at once.

use crate::chance::{Dice, author, found, step};
use so_tay_dai_hoi::congress::change::Change;
use so_tay_dai_hoi::congress::people::{NewPerson, Standing};
use so_tay_dai_hoi::congress::{Congress, CongressKind, Moment};
use so_tay_dai_hoi::journal::{Exported, Logbook, Record};
use std::collections::BTreeMap;

pub const KINDS: [CongressKind; 4] = [
    CongressKind::CellCommittee,
    CongressKind::CellNoCommittee,
    CongressKind::GrassrootsMembers,
    CongressKind::GrassrootsDelegates,
];

/// The name of a change's variant, as it is written.
fn variant(change: &Change) -> String {
    match serde_json::to_value(change).unwrap() {
        serde_json::Value::Object(fields) => {
            let (name, value) = fields.iter().next().unwrap();
            // The changes at the desk, of the agenda and of the preparation are many, and each is met.
            let nested =
                value.as_object().filter(|_| matches!(name.as_str(), "desk" | "agenda" | "preparation"));
            let inner = nested.and_then(|fields| fields.keys().next());
            inner.map_or_else(|| name.clone(), |inner| format!("{name}.{inner}"))
        }
        other => other.as_str().unwrap().to_owned(),
    }
}

#[track_caller]
pub fn check_fold(logbook: &Logbook) -> Logbook {
    let again = Logbook::open(logbook.records().cloned()).unwrap();
    assert_eq!(again.state(), logbook.state());
    assert_eq!(again.id(), logbook.id());
    again
}

#[test]
fn founding() {
    for kind in KINDS {
        let logbook = found(1, kind);
        let record = logbook.records().next().unwrap();
        let Change::Founded(founding) = &record.change else { panic!("{record:?}") };
        assert_eq!(logbook.records().len(), 1);
        assert_eq!((record.lamport, record.id.seq, record.previous.as_str()), (1, 1, ""));
        assert_eq!(*logbook.state(), Congress::found(founding));
        assert!(!logbook.state().checklist.tasks().is_empty(), "{kind:?} has tasks");
        assert!(!logbook.state().agenda.items.is_empty(), "{kind:?} has a programme");
        assert!(logbook.has(&record.id));
        let name = logbook.id().as_str();
        assert!(name.starts_with(record.id.device.as_str()) && name.ends_with(&record.hash().as_str()[..12]));
        check_fold(&logbook);
    }
    assert_ne!(found(1, KINDS[0]).id(), found(2, KINDS[0]).id());
    assert_ne!(found(1, KINDS[0]).id(), found(1, KINDS[1]).id());
}

#[test]
fn a_commit_adds_one_record_to_its_chain() {
    let mut logbook = found(1, KINDS[0]);
    let mut last: Record = logbook.records().next().unwrap().clone();
    for (seq, device) in [(2, 1), (3, 1), (4, 1)] {
        let record = logbook.commit(&author(device), Moment(7), Change::PeopleAdded(people(seq))).unwrap();
        assert_eq!((record.id.seq, record.lamport, record.at), (seq, u64::from(seq), Moment(7)));
        assert_eq!((record.desk.as_str(), &record.id.device), ("Nguyễn Văn An", &author(device).device));
        assert_eq!(record.previous, last.hash());
        assert_eq!(logbook.record(&record.id), Some(&record));
        last = record;
    }
    // Another device begins its own chain, above everything that it has seen.
    let other = logbook.commit(&author(2), Moment(7), Change::EverybodyPresent).unwrap();
    assert_eq!((other.id.seq, other.lamport, other.previous.as_str()), (1, 5, ""));
}

fn people(seq: u32) -> Vec<NewPerson> {
    let name = format!("Người {seq}");
    vec![NewPerson::unmarked(name, Standing::Full)]
}

#[test]
fn one_by_one_and_at_once_are_the_same() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut refused = 0;
    for seed in 0..1_000 {
        let mut dice = Dice::new(seed);
        let mut logbook = found(1, KINDS[usize::try_from(seed).unwrap() % 4]);
        for turn in 0..70 {
            let before = logbook.records().len();
            let device = if dice.one_in(5) { 2 } else { 1 };
            if let Ok(record) = step(&mut dice, &mut logbook, device) {
                *seen.entry(variant(&record.change)).or_default() += 1;
            } else {
                refused += 1;
                assert_eq!(logbook.records().len(), before);
            }
            if turn % 10 == 9 {
                check_fold(&logbook);
            }
        }
    }
    let admitted: usize = seen.values().sum();
    assert!(admitted >= 2_000, "{admitted} admitted, {refused} refused");
    // All of them but the founding.
    assert_eq!(seen.len(), 101, "{seen:?}");
    assert!(seen.values().all(|times| *times >= 10), "{seen:?}");
}

#[test]
fn a_refused_commit_leaves_every_byte() {
    let mut refused = 0;
    for seed in 100..130 {
        let mut dice = Dice::new(seed);
        let mut logbook = found(1, KINDS[0]);
        for _ in 0..60 {
            let before = Exported::of(&logbook).to_text();
            let state = logbook.state().clone();
            if step(&mut dice, &mut logbook, 1).is_err() {
                refused += 1;
                assert_eq!(Exported::of(&logbook).to_text(), before);
                assert_eq!(*logbook.state(), state);
            }
        }
    }
    assert!(refused >= 100, "{refused}");
}

#[test]
fn the_order_of_reading_does_not_matter() {
    let mut dice = Dice::new(7);
    let mut logbook = found(1, KINDS[0]);
    for device in [1, 2, 1, 3, 2] {
        crate::chance::work(&mut dice, &mut logbook, device, 30);
    }
    let mut records: Vec<Record> = logbook.records().cloned().collect();
    for _ in 0..20 {
        for last in (1..records.len()).rev() {
            records.swap(last, dice.below(last + 1));
        }
        let twice = records.iter().chain(&records[..5]).cloned();
        let again = Logbook::open(twice).unwrap();
        assert_eq!(again.state(), logbook.state());
        assert!(again.records().eq(logbook.records()));
    }
}
