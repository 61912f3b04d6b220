//! Records that do not fit together are rejected, and nothing changes.

use crate::chance::{Dice, found, work};
use crate::fold::KINDS;
use serde_json::{Value, json};
use so_tay_dai_hoi::congress::id::{DeviceId, RecordId};
use so_tay_dai_hoi::journal::logbook::MAX_LAMPORT;
use so_tay_dai_hoi::journal::{Exported, Logbook, Record, Rejected};

/// Twenty records of one device.
fn records() -> Vec<Record> {
    let mut logbook = found(1, KINDS[0]);
    let mut dice = Dice::new(11);
    while logbook.records().len() < 20 {
        work(&mut dice, &mut logbook, 1, 1);
    }
    logbook.records().cloned().collect()
}

fn id(seq: u32) -> RecordId {
    RecordId { device: DeviceId::from_random([1; 8]), seq }
}

/// A record as somebody altered it, field by field.
fn altered(record: &Record, change: impl FnOnce(&mut Value)) -> Record {
    let mut value = serde_json::to_value(record).unwrap();
    change(&mut value);
    serde_json::from_value(value).unwrap()
}

#[track_caller]
fn rejected(records: Vec<Record>, expected: &Rejected) {
    assert_eq!(Logbook::open(records.clone()).err().as_ref(), Some(expected));
    let mut backwards = records;
    backwards.reverse();
    assert_eq!(Logbook::open(backwards).err().as_ref(), Some(expected), "backwards");
}

#[test]
fn no_founding_or_two() {
    rejected(Vec::new(), &Rejected::Founding);
    let other = found(2, KINDS[0]);
    rejected(records().into_iter().chain(other.records().cloned()).collect(), &Rejected::Founding);
    // A chain from 1 that founds nothing.
    let mut logbook = found(1, KINDS[0]);
    work(&mut Dice::new(3), &mut logbook, 2, 10);
    let device = DeviceId::from_random([2; 8]);
    let alone: Vec<Record> = logbook.records().filter(|record| record.id.device == device).cloned().collect();
    assert!(!alone.is_empty());
    rejected(alone, &Rejected::Founding);
}

#[test]
fn a_gap() {
    for missing in [1, 2, 10, 19] {
        let kept = records().into_iter().filter(|record| record.id.seq != missing).collect();
        rejected(kept, &Rejected::Gap(id(missing + 1)));
    }
    // Without its last records a chain is whole, as it was before they were written.
    let kept = records().into_iter().filter(|record| record.id.seq <= 12);
    assert_eq!(Logbook::open(kept).unwrap().records().len(), 12);
}

#[test]
fn a_broken_chain() {
    for seq in [2, 10, 20] {
        let mut all = records();
        let record = all.iter_mut().find(|record| record.id.seq == seq).unwrap();
        *record = altered(record, |value| value["p"] = json!("0123456789abcdef0123456789abcdef"));
        rejected(all, &Rejected::Chain(id(seq)));
    }
    // Whatever is altered in a record, the next one tells.
    for (field, new) in [("t", json!(5)), ("w", json!("Ai đó")), ("c", json!("everybody_present"))] {
        let mut all = records();
        let record = all.iter_mut().find(|record| record.id.seq == 10).unwrap();
        *record = altered(record, |value| value[field] = new);
        rejected(all, &Rejected::Chain(id(11)));
    }
}

#[test]
fn a_conflict() {
    let mut all = records();
    let twin = altered(&all[9], |value| value["t"] = json!(5));
    all.push(twin);
    rejected(all, &Rejected::Conflict(id(10)));
    let mut all = records();
    let later = altered(&all[9], |value| value["l"] = json!(500));
    all.push(later);
    rejected(all, &Rejected::Conflict(id(10)));
    // One device that founded two congresses.
    let two = found(1, KINDS[0]).records().chain(found(1, KINDS[1]).records()).cloned().collect();
    rejected(two, &Rejected::Conflict(id(1)));
}

/// Chains anew what stands in a device's records, after they were altered.
fn chained(mut all: Vec<Record>, seq: u32, change: impl Fn(&mut Value)) -> Vec<Record> {
    for index in 0..all.len() {
        if all[index].id.seq == seq {
            all[index] = altered(&all[index], &change);
        }
        if index > 0 {
            all[index].previous = all[index - 1].hash();
        }
    }
    all
}

#[test]
fn lamport_numbers_rise() {
    for (seq, number) in [(1, 0), (10, 9), (10, 1), (20, 0), (20, MAX_LAMPORT + 1), (20, u64::MAX)] {
        rejected(chained(records(), seq, |value| value["l"] = json!(number)), &Rejected::Order(id(seq)));
    }
    for number in [20, 21, MAX_LAMPORT] {
        let all = chained(records(), 20, |value| value["l"] = json!(number));
        assert!(Logbook::open(all).is_ok(), "{number}");
    }
}

#[test]
fn a_file_leaves_room_for_further_records() {
    for (number, taken) in [(MAX_LAMPORT / 2, true), (MAX_LAMPORT / 2 + 1, false), (MAX_LAMPORT, false)] {
        let all = chained(records(), 20, |value| value["l"] = json!(number));
        let text = Exported::of(&Logbook::open(all).unwrap()).to_text();
        assert_eq!(Exported::read(&text).is_ok(), taken, "{number}");
    }
}

#[test]
fn device_ids_have_their_form() {
    for bad in ["", "short", "AAAAAAAA", "aaaaaaaaa", "a/b/c/d/", "../../..", "aaaaaaa1", "đđđđđđđđ"]
    {
        let founding = records().swap_remove(0);
        let record = altered(&founding, |value| value["id"]["d"] = json!(bad));
        let expected = Rejected::Order(record.id.clone());
        rejected(vec![record], &expected);
    }
}

#[test]
fn a_failed_merge_changes_nothing() {
    let mut logbook = Logbook::open(records()).unwrap();
    let before = (logbook.state().clone(), Exported::of(&logbook).to_text());
    let stranger = found(2, KINDS[0]).records().next().unwrap().clone();
    let forged = altered(&records()[4], |value| value["w"] = json!("Ai đó"));
    for (records, expected) in [
        (vec![stranger], Rejected::Founding),
        (vec![forged], Rejected::Conflict(id(5))),
        (vec![altered(&records()[19], |value| value["id"]["n"] = json!(22))], Rejected::Gap(id(22))),
    ] {
        assert_eq!(logbook.merge(records), Err(expected));
        assert_eq!((logbook.state().clone(), Exported::of(&logbook).to_text()), before);
    }
}
