//! Opening from damaged copies: the same state, or an older one with notice; never a panic, never a silent difference.
//!
//! `DAMAGE_ALL=1` tries every bit of every byte of a larger congress, as `make journal-check` does.

use crate::chance::{Dice, found, work};
use crate::fold::KINDS;
use sha2::{Digest, Sha256};
use so_tay_dai_hoi::congress::id::CongressId;
use so_tay_dai_hoi::journal::key::{self, Slot};
use so_tay_dai_hoi::journal::recovery::{CopyOf, Recovered, Recovery, Stored, recover};
use so_tay_dai_hoi::journal::{Logbook, Record, kept};

/// A congress of two devices that met halfway.
fn congress(turns: usize) -> Logbook {
    let mut dice = Dice::new(77);
    let mut here = found(1, KINDS[0]);
    work(&mut dice, &mut here, 1, turns);
    let mut there = here.clone();
    work(&mut dice, &mut there, 2, turns);
    work(&mut dice, &mut here, 1, turns / 2);
    here.merge(there.records().cloned()).unwrap();
    work(&mut dice, &mut here, 1, 3);
    here
}

fn turns() -> usize {
    if std::env::var_os("DAMAGE_ALL").is_some() { 60 } else { 8 }
}

fn one_by_one<'a>(copy: CopyOf, id: &CongressId, records: impl Iterator<Item = &'a Record>) -> Vec<Stored> {
    records
        .map(|record| Stored { copy, key: key::record(id, &record.id), text: kept::of_record(record) })
        .collect()
}

/// Both snapshots as the app leaves them: the older holds half, the newer three quarters, and what both hold no longer
/// stands alone.
fn with_snapshots(logbook: &Logbook) -> Vec<Stored> {
    let (id, all) = (logbook.id(), logbook.records().len());
    let until = |count: usize| logbook.records().take(count);
    let slot = |slot, count| Stored {
        copy: CopyOf::Browser,
        key: key::snapshot(id, slot),
        text: kept::of_records(until(count)),
    };
    let mut values = one_by_one(CopyOf::Browser, id, logbook.records().skip(all / 2));
    values.extend([slot(Slot::A, all / 2), slot(Slot::B, all * 3 / 4)]);
    values
}

/// Damages of a text that leave a text: cut at a byte, and with one bit of a byte turned. All of them where asked;
/// otherwise one byte in a few, not the same ones in every value.
fn damages(text: &str, turn: usize) -> Vec<String> {
    let all = std::env::var_os("DAMAGE_ALL").is_some();
    let (bits, step): (&[u8], usize) = if all { (&[1, 2, 4, 8, 16, 32, 64], 1) } else { (&[1], 17) };
    let places = || (if all { 0 } else { turn % step }..text.len()).step_by(step);
    let cuts = places().map(|length| text.as_bytes()[..length].to_vec());
    let turned = places().flat_map(|at| {
        bits.iter().map(move |bit| {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] ^= bit;
            bytes
        })
    });
    cuts.chain(turned).filter_map(|bytes| String::from_utf8(bytes).ok()).collect()
}

fn opened(id: &CongressId, values: &[Stored]) -> Recovered {
    match recover(id, values) {
        Recovery::Opened(found) => *found,
        other => panic!("{other:?}"),
    }
}

/// Damages each value in turn in every way, and hands over what opening found.
fn each_damage(id: &CongressId, values: &[Stored], mut check: impl FnMut(&Stored, Recovery)) -> usize {
    let mut cases = 0;
    for at in 0..values.len() {
        let mut damaged = values.to_vec();
        for text in damages(&values[at].text, at) {
            damaged[at].text = text;
            check(&damaged[at].clone(), recover(id, &damaged));
            cases += 1;
        }
    }
    cases
}

#[test]
fn one_damaged_value_is_made_good_by_the_others() {
    let logbook = congress(turns());
    let id = logbook.id();
    let database = one_by_one(CopyOf::Database, id, logbook.records());
    let mut plain = one_by_one(CopyOf::Browser, id, logbook.records());
    plain.extend(database.clone());
    let alone = with_snapshots(&logbook);
    let mut cases = 0;
    for values in [plain, alone] {
        assert!(opened(id, &values).is_whole());
        let ends_alone = values.iter().filter(|value| value.copy == CopyOf::Database).count() == 0;
        cases += each_damage(id, &values, |damaged, recovery| {
            let Recovery::Opened(found) = recovery else { panic!("{damaged:?}") };
            // The last quarter stands once in localStorage; its second copy is the database.
            if ends_alone && key::record_of(&damaged.key).is_some_and(|id| only_once(&logbook, &id)) {
                return;
            }
            assert_eq!(found.logbook.state(), logbook.state(), "{damaged:?}");
            assert_eq!(found.left_out.iter().collect::<Vec<_>>(), [damaged]);
            assert_eq!(found.lost, []);
            let copy = damaged.copy;
            let missing = found.missing_in(copy);
            match key::record_of(&damaged.key) {
                Some(id) if !ends_alone => {
                    assert_eq!(missing.iter().map(|record| &record.id).collect::<Vec<_>>(), [&id]);
                }
                _ => assert!(missing.len() <= logbook.records().len()),
            }
        });
    }
    assert!(cases > 1000, "{cases}");
    println!("{cases} damages");
}

fn only_once(logbook: &Logbook, id: &so_tay_dai_hoi::congress::id::RecordId) -> bool {
    logbook.records().skip(logbook.records().len() * 3 / 4).any(|record| record.id == *id)
}

#[test]
fn damage_of_the_only_copy_is_told() {
    let logbook = congress(turns());
    let id = logbook.id();
    let values = one_by_one(CopyOf::Browser, id, logbook.records());
    let mut older = 0;
    each_damage(id, &values, |damaged, recovery| match recovery {
        Recovery::Unreadable => {
            let founding = logbook.records().next().unwrap();
            assert_eq!(
                damaged.key,
                key::record(id, &founding.id),
                "only the founding cannot be done without"
            );
        }
        Recovery::Opened(found) => {
            assert!(found.left_out.contains(damaged) && !found.lost.is_empty(), "{damaged:?}");
            let whole = Logbook::open(found.logbook.records().cloned()).unwrap();
            assert_eq!(whole.state(), found.logbook.state());
            assert!(found.logbook.records().all(|record| logbook.record(&record.id) == Some(record)));
            let (kept, left) = (found.logbook.records().len(), found.left_out.len());
            assert_eq!(kept + left, logbook.records().len(), "each value either counts or is set aside");
            older += 1;
        }
        other => panic!("{other:?}"),
    });
    assert!(older > 200, "{older}");
    println!("{older} older states");
}

#[test]
fn many_damages_at_once_never_make_up_a_record() {
    let logbook = congress(10);
    let id = logbook.id();
    let mut whole = with_snapshots(&logbook);
    whole.extend(one_by_one(CopyOf::Database, id, logbook.records()));
    let mut dice = Dice::new(5);
    let mut opened = 0;
    for _ in 0..if std::env::var_os("DAMAGE_ALL").is_some() { 100_000 } else { 800 } {
        let mut values = whole.clone();
        for _ in 0..=dice.below(12) {
            let at = dice.below(values.len());
            match dice.below(4) {
                0 => drop(values.remove(at)),
                1 => values[at].text = values[dice.below(values.len())].text.clone(),
                2 => values[at].key = values[dice.below(values.len())].key.clone(),
                _ => values[at].text = damages_at(&values[at].text, &mut dice),
            }
        }
        if let Recovery::Opened(found) = recover(id, &values) {
            assert!(found.logbook.records().all(|record| logbook.record(&record.id) == Some(record)));
            let complete = found.logbook.records().len() == logbook.records().len();
            assert!(!complete || found.logbook.state() == logbook.state() && found.lost.is_empty());
            opened += 1;
        }
    }
    assert!(opened > 200, "{opened}");
}

fn damages_at(text: &str, dice: &mut Dice) -> String {
    let mut bytes = text.as_bytes().to_vec();
    if bytes.is_empty() {
        return String::new();
    }
    let at = dice.below(bytes.len());
    bytes[at] ^= 1;
    String::from_utf8(bytes).unwrap_or_default()
}

#[test]
fn a_newer_value_closes_the_whole_congress() {
    let logbook = congress(4);
    let id = logbook.id();
    let mut values = one_by_one(CopyOf::Browser, id, logbook.records());
    let last = values.len() - 1;
    let payload = "{\"id\":{\"d\":\"bbbbbbbb\",\"n\":99},\"new\":true}";
    let digest = Sha256::digest(format!("10,{payload}").as_bytes());
    let sum = format!("{digest:x}");
    let sum = &sum[..16];
    values[last].text = format!("[10,\"{sum}\",{payload}]");
    assert!(matches!(recover(id, &values), Recovery::Newer(10)));
    // Without a true checksum it is damage, not the future.
    values[last].text = format!("[10,\"{}\",{payload}]", "0".repeat(16));
    assert!(matches!(recover(id, &values), Recovery::Opened(_)));
}

#[test]
fn values_of_the_first_app_are_read_and_written_anew() {
    let logbook = congress(4);
    let id = logbook.id();
    let bare = |record: &Record| Stored {
        copy: CopyOf::Browser,
        key: key::record(id, &record.id),
        text: record.to_json(),
    };
    let values: Vec<Stored> = logbook.records().map(bare).collect();
    let found = opened(id, &values);
    assert!(found.is_whole());
    assert_eq!(found.logbook.state(), logbook.state());
    assert_eq!(found.missing_in(CopyOf::Browser).len(), values.len());
}

#[test]
fn of_two_versions_of_a_record_the_one_with_followers_counts() {
    let base = congress(4);
    let id = base.id().clone();
    let (mut long, mut short) = (base.clone(), base);
    let mut dice = Dice::new(9);
    let ours = work(&mut dice, &mut long, 1, 6);
    let theirs = work(&mut dice, &mut short, 1, 2);
    assert_ne!(ours[0], theirs[0]);
    for order in [[&short, &long], [&long, &short]] {
        let mut values = one_by_one(CopyOf::Browser, &id, order[0].records());
        values.extend(one_by_one(CopyOf::Database, &id, order[1].records()));
        let found = opened(&id, &values);
        assert_eq!(found.logbook.state(), long.state());
        assert_eq!(found.left_out.len(), theirs.len());
    }
}

#[test]
fn what_belongs_to_another_congress_does_not_count_here() {
    let (own, other) = (congress(4), found(3, KINDS[1]));
    let mut values = one_by_one(CopyOf::Browser, own.id(), own.records());
    values.extend(one_by_one(CopyOf::Browser, own.id(), other.records()));
    let found = opened(own.id(), &values);
    assert_eq!(found.logbook.state(), own.state());
    assert_eq!(found.left_out.len(), other.records().len());
    assert!(matches!(recover(own.id(), &[]), Recovery::Nothing));
}

#[test]
fn a_snapshot_that_is_left_out_holds_nothing() {
    let (own, other) = (congress(4), found(3, KINDS[1]));
    let id = own.id();
    let mut values = one_by_one(CopyOf::Database, id, own.records());
    let text = kept::of_records(own.records().chain(other.records()));
    values.push(Stored { copy: CopyOf::Browser, key: key::snapshot(id, Slot::A), text });
    let found = opened(id, &values);
    assert_eq!(found.left_out, values[values.len() - 1..]);
    // It will be set aside, so all that stood in it has to be written anew.
    assert_eq!(found.missing_in(CopyOf::Browser).len(), own.records().len());
    assert_eq!(found.missing_in(CopyOf::Database), []);
}

#[test]
fn a_congress_from_both_copies_goes_on_like_one_that_was_never_closed() {
    let mut open = congress(turns());
    let mut values = with_snapshots(&open);
    values.extend(one_by_one(CopyOf::Database, open.id(), open.records()));
    let mut opened = opened(open.id(), &values).logbook;
    let (ours, theirs) =
        (work(&mut Dice::new(5), &mut opened, 1, 6), work(&mut Dice::new(5), &mut open, 1, 6));
    assert_eq!(ours, theirs);
    let again = Logbook::open(opened.records().cloned()).unwrap();
    assert_eq!(again.state(), open.state());
    // What is known already is neither added nor a reason to begin anew; another record under its id is refused.
    assert_eq!(opened.merge(open.records().cloned()), Ok(0));
    let mut false_one = ours[0].clone();
    false_one.at.0 += 1;
    assert!(opened.merge([false_one]).is_err());
    assert_eq!(opened.state(), open.state());
}

#[test]
fn a_ballot_of_figures_is_kept_in_256_bytes() {
    let logbooks: Vec<_> = (60..360).map(congress).collect();
    let votes = logbooks
        .iter()
        .flat_map(Logbook::records)
        .filter(|record| matches!(record.change, so_tay_dai_hoi::congress::Change::Votes { .. }));
    let longest = votes.map(|record| kept::of_record(record).len()).max().unwrap();
    assert!(longest <= 256, "{longest}");
}
