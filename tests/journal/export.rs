//! The exported file: read and written again it is the same, byte for byte, and whatever is wrong with it is said.

use crate::chance::{Dice, TEXTS, author, found, work};
use crate::fold::KINDS;
use crate::hall::{Hall, LIST};
use serde_json::{Value, json};
use so_tay_dai_hoi::congress::Moment;
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::election::Office;
use so_tay_dai_hoi::congress::election::sheet::{BallotCount, VoteColumn};
use so_tay_dai_hoi::congress::id::{DeviceId, RecordId, RoundId};
use so_tay_dai_hoi::congress::people::name::clean_name;
use so_tay_dai_hoi::congress::people::{NewPerson, Standing};
use so_tay_dai_hoi::congress::summary::Summary;
use so_tay_dai_hoi::journal::export::{FORMAT, MAX_BYTES, VERSION, summary};
use so_tay_dai_hoi::journal::{Author, ExportError, Exported, Logbook, Record, Rejected};

#[track_caller]
fn check_round_trip(logbook: &Logbook) {
    let text = Exported::of(logbook).to_text();
    let read = Exported::read(&text).unwrap();
    assert_eq!(read.state(), logbook.state());
    assert_eq!(read.id(), logbook.id());
    assert_eq!(Exported::of(&read).to_text(), text);
    let file: Value = serde_json::from_str(&text).unwrap();
    let records: Vec<Record> = logbook.records().cloned().collect();
    assert_eq!(file["records"], serde_json::to_value(records).unwrap());
    assert_eq!(Summary::from_json(&file["summary"].to_string()).unwrap(), summary(logbook));
}

#[test]
fn export_import_export() {
    for seed in 600..624 {
        let mut dice = Dice::new(seed);
        let mut logbook = found(1, KINDS[usize::try_from(seed).unwrap() % 4]);
        check_round_trip(&logbook);
        work(&mut dice, &mut logbook, 1, 40);
        let mut other = logbook.clone();
        work(&mut dice, &mut other, 2, 20);
        work(&mut dice, &mut logbook, 1, 20);
        logbook.merge(other.records().cloned()).unwrap();
        check_round_trip(&logbook);
    }
}

#[test]
fn odd_names_come_back_as_they_went() {
    let mut hall = Hall::founded(KINDS[0], 1);
    // The second is the first in other letters; they are one name.
    let all = TEXTS[1..].iter().map(|name| NewPerson::unmarked(*name, Standing::Full));
    hall.act(Change::PeopleAdded(all.collect()));
    let place = hall.act(Change::Detail(Detail::Place(TEXTS.concat())));
    hall.act(Change::Undone(place));
    check_round_trip(&hall.logbook);
    let text = Exported::of(&hall.logbook).to_text();
    let read = Exported::read(&text).unwrap();
    for name in TEXTS {
        assert!(read.state().roll.has_name(&clean_name(name)), "{name}");
    }
    assert_eq!(read.state().details.place, "");
}

#[test]
fn a_congress_that_voted() {
    let mut hall = Hall::sample();
    hall.committee();
    let round = hall.open(&hall.proposal(Office::Secretary, 1, &LIST[..1]));
    hall.act(Change::Ballots { round, count: BallotCount::Issued, value: None });
    check_round_trip(&hall.logbook);
}

#[test]
fn one_record_a_line() {
    let hall = Hall::sample();
    let text = Exported::of(&hall.logbook).to_text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 6 + hall.logbook.records().len() + 3);
    for (line, record) in lines[6..].iter().zip(hall.logbook.records()) {
        assert_eq!(line.trim().trim_end_matches(','), record.to_json());
    }
}

#[test]
fn a_byte_order_mark_is_read_over() {
    let hall = Hall::sample();
    let text = format!("\u{feff}{}", Exported::of(&hall.logbook).to_text());
    assert_eq!(Exported::read(&text).unwrap().state(), hall.congress());
}

/// The sample's file as somebody altered it.
fn altered(change: impl FnOnce(&mut Value)) -> String {
    let text = Exported::of(&Hall::sample().logbook).to_text();
    let mut value: Value = serde_json::from_str(&text).unwrap();
    change(&mut value);
    serde_json::to_string(&value).unwrap()
}

fn without(field: &str) -> String {
    altered(|value| {
        value.as_object_mut().unwrap().remove(field).unwrap();
    })
}

#[test]
fn every_error() {
    let foreign = ExportError::Foreign;
    for (text, expected) in [
        (String::new(), ExportError::NotJson(1, 0)),
        ("{\n \"format\"\n".to_owned(), ExportError::NotJson(3, 0)),
        ("[".repeat(100_000), foreign("format")),
        (" ".repeat(MAX_BYTES + 1), ExportError::TooLarge(MAX_BYTES + 1)),
        ("[]".to_owned(), foreign("format")),
        ("null".to_owned(), foreign("format")),
        (without("format"), foreign("format")),
        (altered(|value| value["format"] = json!("khac")), foreign("format")),
        (without("version"), foreign("version")),
        (altered(|value| value["version"] = json!("1")), foreign("version")),
        (altered(|value| value["version"] = json!(-1)), foreign("version")),
        (altered(|value| value["version"] = json!(0)), foreign("version")),
        (
            altered(|value| value["version"] = json!(VERSION + 1)),
            ExportError::Newer(u64::from(VERSION) + 1, VERSION),
        ),
        (altered(|value| value["version"] = json!(3)), foreign("version")),
        (altered(|value| value["version"] = json!(u64::MAX)), ExportError::Newer(u64::MAX, VERSION)),
        (without("checksum"), foreign("checksum")),
        (without("records"), foreign("records")),
        (altered(|value| value["records"] = json!({})), foreign("records")),
        (without("congress"), foreign("congress")),
        (altered(|value| value["congress"] = json!("aaaaaaaa-0")), foreign("congress")),
        (altered(|value| value["extra"] = json!(1)), ExportError::Unknown("extra".to_owned())),
        (altered(|value| value["checksum"] = json!("")), ExportError::Checksum),
        (altered(|value| value["records"] = json!([])), ExportError::Checksum),
        (altered(|value| value["records"][3]["w"] = json!("Ai đó")), ExportError::Checksum),
        (altered(|value| value["records"].as_array_mut().unwrap().swap(1, 2)), ExportError::Checksum),
    ] {
        let shown: String = text.chars().take(80).collect();
        assert_eq!(Exported::read(&text).err(), Some(expected), "{shown}");
    }
}

#[test]
fn records_that_are_not_understood_are_named() {
    for (place, change) in [
        (1, (|record: &mut Value| record["c"] = json!("abolished")) as fn(&mut Value)),
        (2, |record| record["c"] = json!({"detail": {"colour": "red"}})),
        (3, |record| record["l"] = json!(-1)),
        (4, |record| record["t"] = json!("hôm qua")),
        (5, |record| record["new"] = json!(1)),
        (6, |record| *record = json!(null)),
    ] {
        match Exported::read(&altered(|value| change(&mut value["records"][place - 1]))).err() {
            Some(ExportError::Record { place: named, why, .. }) => {
                assert_eq!(named, place);
                assert!(!why.is_empty());
            }
            other => panic!("{place}: {other:?}"),
        }
    }
}

#[test]
fn records_that_do_not_fit_are_rejected() {
    let mut exported = Exported::of(&Hall::sample().logbook);
    exported.records.remove(2);
    let text = with_checksum(exported);
    let expected = RecordId { device: DeviceId::from_random([1; 8]), seq: 4 };
    assert_eq!(Exported::read(&text).err(), Some(ExportError::Rejected(Rejected::Gap(expected))));
    let mut exported = Exported::of(&Hall::sample().logbook);
    exported.records.clear();
    assert_eq!(
        Exported::read(&with_checksum(exported)).err(),
        Some(ExportError::Rejected(Rejected::Founding))
    );
}

/// The file with the checksum that fits its records, as only a forger writes it.
fn with_checksum(mut exported: Exported) -> String {
    use sha2::{Digest, Sha256};
    let lines: String = exported.records.iter().map(|record| record.to_json() + "\n").collect();
    exported.checksum = format!("{:x}", Sha256::digest(lines.as_bytes()));
    exported.to_text()
}

#[test]
fn the_checksum_is_that_of_the_lines() {
    let exported = Exported::of(&Hall::sample().logbook);
    assert_eq!(with_checksum(exported.clone()), exported.to_text());
    assert_eq!((exported.format.as_str(), exported.version, exported.checksum.len()), (FORMAT, VERSION, 64));
}

/// The long desk name is thirty characters, most of them three bytes in UTF-8.
#[test]
fn a_figure_is_a_small_record() {
    let desk = "Nguyễn Thị Huyền Trang Thư Ký ";
    assert_eq!(desk.chars().count(), 30);
    let device = DeviceId::from_random([1; 8]);
    let round = RoundId::made_by(&RecordId { device: device.clone(), seq: 99_999 }, 0);
    let value = Some(1_000_000);
    for (name, change) in [
        ("ballots", Change::Ballots { round: round.clone(), count: BallotCount::Collected, value }),
        ("votes", Change::Votes { round, row: 999, column: VoteColumn::Unmarked, value }),
    ] {
        let mut record: Record = found(1, KINDS[0]).records().next().unwrap().clone();
        record.id.seq = 99_999;
        record.lamport = 999_999;
        record.at = Moment(1_999_999_999_999);
        record.previous = record.hash();
        record.desk = Author { device: device.clone(), desk: desk.to_owned() }.desk;
        record.change = change;
        let bytes = record.to_json().len();
        assert!(bytes <= 256, "{name}: {bytes} bytes: {}", record.to_json());
        assert_ne!(record.desk, author(1).desk);
    }
}
