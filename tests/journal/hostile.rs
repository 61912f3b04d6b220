//! Files in bad faith: each is refused, and the refusal names what and where.

use crate::hall::Hall;
use serde_json::{Value, json};
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::people::{NewPerson, Standing};
use so_tay_dai_hoi::congress::{CongressKind, Refusal};
use so_tay_dai_hoi::journal::export::{MAX_ADDED, MAX_BYTES};
use so_tay_dai_hoi::journal::scan::{
    MAX_DEPTH, MAX_FIELDS, MAX_ITEMS, MAX_RECORDS, MAX_TEXT, MAX_VALUES, scan,
};
use so_tay_dai_hoi::journal::{ExportError, Exported, Fault, Misfit};
use so_tay_dai_hoi::words::{Language, Words};

fn sample() -> String {
    Exported::of(&Hall::sample().logbook).to_text()
}

/// The sample's file with the first occurrence of a part put otherwise.
#[track_caller]
fn put(part: &str, other: &str) -> String {
    let text = sample();
    assert!(text.contains(part), "{part}");
    text.replacen(part, other, 1)
}

/// The file is refused for a fault in a record, or outside the records where there is none, and in a field.
#[track_caller]
fn refused(text: &str, fault: Fault, record: Option<usize>, field: &str) {
    let shown: String = text.chars().take(80).collect();
    match Exported::read(text).err() {
        Some(ExportError::Misfit(misfit)) => {
            assert_eq!(
                (misfit.fault, misfit.record, misfit.field.as_str()),
                (fault, record, field),
                "{shown}"
            );
            assert!(misfit.position.is_some());
        }
        other => panic!("{other:?}: {shown}"),
    }
}

#[test]
fn numbers_are_whole_and_plain() {
    for number in
        ["1.0", "1.5", "1e2", "1E2", "1e400", "-1e400", "1e-400", "-0", "-0.0", "123456789012345678901"]
    {
        refused(&put("\"l\":4", &format!("\"l\":{number}")), Fault::NotWhole, Some(4), "l");
        refused(&put("\"version\": 9", &format!("\"version\": {number}")), Fault::NotWhole, None, "version");
    }
    let inner = put("\"members\":18", "\"members\":18.0");
    refused(&inner, Fault::NotWhole, Some(1), "c.founded.members");
    // These are no JSON at all; the reader names line and column.
    for number in ["NaN", "Infinity", "-Infinity", "+1", "01", "1.", ".5", "0x10", "1_000", "--1", "1-1"] {
        let text = put("\"l\":4", &format!("\"l\":{number}"));
        match Exported::read(&text).err() {
            Some(ExportError::NotJson(line, column)) => assert!((line, column) >= (10, 1), "{number}"),
            Some(ExportError::Misfit(misfit)) => assert_eq!(misfit.record, Some(4), "{number}"),
            other => panic!("{number}: {other:?}"),
        }
    }
}

#[test]
fn a_key_stands_once_at_any_depth() {
    for (part, other, record, field) in [
        ("\"format\"", "\"format\": \"so-tay-dai-hoi\", \"format\"", None, "format"),
        ("\"records\"", "\"records\": [], \"records\"", None, "records"),
        ("\"l\":4", "\"l\":4,\"l\":4", Some(4), "l"),
        ("\"n\":3", "\"n\":2, \"n\":3", Some(3), "id.n"),
        ("\"kind\":", "\"kind\":\"cell_no_committee\" , \"kind\":", Some(1), "c.founded.kind"),
        (
            "\"standing\":\"pro",
            "\"standing\":\"full\",\"standing\":\"pro",
            Some(2),
            "c.people_added[18].standing",
        ),
    ] {
        refused(&put(part, other), Fault::KeyTwice, record, field);
    }
    // Two spellings of one key.
    refused(&put("\"l\":4", "\"l\":4,\"\\u006c\":5"), Fault::KeyEscaped, Some(4), "\\u006c");
    // The same key in two objects, and the same text as key and value, are nothing unusual.
    assert!(scan(r#"{"a": {"a": "a", "b": ["a", "a"]}, "b": [{"a": 1}, {"a": 1}]}"#).is_ok());
}

#[test]
fn nesting_ends_at_its_limit() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(scan(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(scan(&nested(MAX_DEPTH + 1)).unwrap_err().fault, Fault::TooDeep);
    // Three levels stand above a field of a record.
    for (depth, is_deep) in [(MAX_DEPTH - 3, false), (MAX_DEPTH - 2, true), (100_000, true)] {
        for text in [nested(depth), "{\"a\":".repeat(depth) + "1" + &"}".repeat(depth)] {
            let text = put("\"l\":4", &format!("\"l\":{text}"));
            match Exported::read(&text).err() {
                Some(ExportError::Misfit(misfit)) => {
                    assert!(is_deep && misfit.fault == Fault::TooDeep && misfit.record == Some(4));
                    assert!(misfit.field.starts_with('l') && misfit.field.len() < 100, "{}", misfit.field);
                }
                Some(ExportError::Record { place, field, .. }) => {
                    assert!(!is_deep && place == 4 && field == "l");
                }
                other => panic!("{other:?}"),
            }
        }
    }
    let foreign = Exported::read(&"[".repeat(100_000)).err();
    assert_eq!(foreign, Some(ExportError::Foreign("format")), "it never speaks of this app");
}

#[test]
fn lists_objects_and_texts_end_at_their_limits() {
    let list = |count: usize| format!("[{}0]", "0,".repeat(count - 1));
    let object = |count: usize| {
        let fields: Vec<String> = (0..count).map(|number| format!("\"k{number}\":0")).collect();
        format!("{{{}}}", fields.join(","))
    };
    for (text, fault) in [
        (list(MAX_ITEMS), None),
        (list(MAX_ITEMS + 1), Some(Fault::TooMany(MAX_ITEMS))),
        (object(MAX_FIELDS), None),
        (object(MAX_FIELDS + 1), Some(Fault::TooMany(MAX_FIELDS))),
        (format!("{{\"records\": {}}}", list(MAX_RECORDS)), None),
        (format!("{{\"records\": {}}}", list(MAX_RECORDS + 1)), Some(Fault::TooMany(MAX_RECORDS))),
        (format!("{{\"other\": {}}}", list(MAX_ITEMS + 1)), Some(Fault::TooMany(MAX_ITEMS))),
        (format!("{{\"records\": [{}]}}", list(MAX_ITEMS + 1)), Some(Fault::TooMany(MAX_ITEMS))),
        (format!("[{}]", vec![list(MAX_ITEMS); 201].join(",")), Some(Fault::TooMany(MAX_VALUES))),
        (format!("\"{}\"", "a".repeat(MAX_TEXT)), None),
        (format!("\"{}\"", "a".repeat(MAX_TEXT + 1)), Some(Fault::TooLong)),
        (format!("{{\"{}\":0}}", "a".repeat(MAX_TEXT + 1)), Some(Fault::TooLong)),
        (format!("\"{}\"", "[{\\\"".repeat(1000)), None),
    ] {
        let shown: String = text.chars().take(40).collect();
        assert_eq!(scan(&text).err().map(|misfit| misfit.fault), fault, "{shown}");
    }
    let long = "a".repeat(MAX_TEXT + 1);
    let text = put("\"organisation\":\"", &format!("\"organisation\":\"{long}"));
    refused(&text, Fault::TooLong, Some(1), "c.founded.organisation");
    let names = "{\"name\":\"An\"},".repeat(MAX_ITEMS);
    let text = put("\"people_added\":[", &format!("\"people_added\":[{names}"));
    refused(&text, Fault::TooMany(MAX_ITEMS), Some(2), "c.people_added[5000]");
}

/// Every addition puts the roll in order, so their sum has a limit too.
#[test]
fn a_file_adds_four_rolls_at_most() {
    let mut hall = Hall::founded(CongressKind::CellCommittee, 1);
    let people = |from: usize| {
        let names = (from..from + 5_000).map(|number| format!("An {number}"));
        names.map(|name| NewPerson::unmarked(name, Standing::Full)).collect::<Vec<_>>()
    };
    let mut added = 0;
    while added < MAX_ADDED {
        let id = hall.act(Change::PeopleAdded(people(added)));
        hall.act(Change::Undone(id));
        added += 5_000;
    }
    let text = Exported::of(&hall.logbook).to_text();
    assert!(Exported::read(&text).is_ok());
    hall.act(Change::PeopleAdded(people(0)));
    let expected = Misfit {
        fault: Fault::TooMany(MAX_ADDED),
        record: Some(10),
        field: "c.people_added".to_owned(),
        position: None,
    };
    assert_eq!(
        Exported::read(&Exported::of(&hall.logbook).to_text()).err(),
        Some(ExportError::Misfit(expected))
    );
}

/// What is larger is not looked at: of fifty megabytes nothing is said but the size, whatever they hold.
#[test]
fn fifty_megabytes_are_refused_by_their_size() {
    let size = 50 * 1024 * 1024;
    for piece in ["[", "\"", "{\"a\":", " ", "\u{feff}", "so-tay-dai-hoi\0"] {
        let text = piece.repeat(size / piece.len());
        assert_eq!(Exported::read(&text).err(), Some(ExportError::TooLarge(text.len())));
    }
    assert!(!matches!(Exported::read(&" ".repeat(MAX_BYTES)).err(), Some(ExportError::TooLarge(_))));
}

/// The file as somebody altered it, as a tree.
fn altered(change: impl FnOnce(&mut Value)) -> String {
    let mut value: Value = serde_json::from_str(&sample()).unwrap();
    change(&mut value);
    serde_json::to_string(&value).unwrap()
}

#[test]
fn a_field_that_is_not_understood_is_named() {
    for (place, path, new, field) in [
        (1, "/l", json!(-1), "l"),
        (1, "/l", json!("4"), "l"),
        (1, "/l", json!(null), "l"),
        (1, "/l", json!(true), "l"),
        (1, "/t", json!(u64::MAX), "t"),
        (2, "/t", json!({}), "t"),
        (2, "/id", json!([]), "id"),
        (2, "/id/n", json!(4_294_967_296_u64), "id.n"),
        (2, "/id/d", json!(7), "id.d"),
        (3, "/w", json!(["a"]), "w"),
        (3, "/p", json!(false), "p"),
        (4, "/c", json!("abolished"), "c"),
        (4, "/c", json!({"detail": {"colour": "red"}}), "c.detail.colour"),
        (4, "/c", json!({"detail": {"date": "2022-02-30"}}), "c.detail.date"),
        (4, "/c", json!({"detail": {"members": -1}}), "c.detail.members"),
        (4, "/c", json!({"ballots": {"round": "r", "count": "lost", "value": 1}}), "c.ballots.count"),
        (4, "/c", json!({"ballots": {"round": "r", "count": "issued", "value": "1"}}), "c.ballots.value"),
        (
            4,
            "/c",
            json!({"votes": {"round": "r", "row": 65_536, "column": "for", "value": 1}}),
            "c.votes.row",
        ),
        (
            4,
            "/c",
            json!({"item_extended": {"id": "pre", "minutes": 2_147_483_648_u64}}),
            "c.item_extended.minutes",
        ),
        (2, "/c/people_added/7/name", json!(7), "c.people_added[7].name"),
        (2, "/c/people_added/0", json!([]), "c.people_added[0]"),
        (2, "/c/people_added/18/standing", json!("high"), "c.people_added[18].standing"),
        (2, "/c/people_added", json!("An"), "c.people_added"),
        (1, "/c/founded/kind", json!("club"), "c.founded.kind"),
        (1, "/c/founded/members", json!("18"), "c.founded.members"),
        (1, "/c/founded/deadline", json!(5), "c.founded.deadline"),
    ] {
        let text = altered(|value| {
            *value["records"][place - 1].pointer_mut(path).unwrap_or(&mut json!(0)) = new.clone();
        });
        let text = if path == "/c/founded/deadline" {
            altered(|value| value["records"][0]["c"]["founded"]["deadline"] = new)
        } else {
            text
        };
        not_understood(&text, place, field);
    }
}

#[track_caller]
fn not_understood(text: &str, record: usize, path: &str) {
    match Exported::read(text).err() {
        Some(ExportError::Record { place, field, why }) => {
            assert_eq!((place, field.as_str()), (record, path), "{why}");
            assert!(!why.is_empty());
        }
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn a_field_that_is_unknown_or_missing_is_named() {
    let add = |pointer: &'static str, key: &'static str| {
        move |value: &mut Value| value.pointer_mut(pointer).unwrap()[key] = json!({"polluted": "yes"})
    };
    for key in ["__proto__", "constructor", "prototype", "toString", "a\u{202e}b"] {
        for (place, pointer, path) in [
            (1, "/records/0", ""),
            (2, "/records/1/id", "id."),
            (1, "/records/0/c/founded", "c.founded."),
            (2, "/records/1/c/people_added/3", "c.people_added[3]."),
        ] {
            not_understood(&altered(add(pointer, key)), place, &format!("{path}{key}"));
        }
        assert_eq!(Exported::read(&altered(add("", key))).err(), Some(ExportError::Unknown(key.to_owned())));
    }
    for (place, pointer, key, path) in [
        (1, "/records/0", "p", ""),
        (1, "/records/0", "c", ""),
        (2, "/records/1/id", "n", "id"),
        (2, "/records/1/id", "d", "id"),
        (1, "/records/0/c/founded", "members", "c.founded"),
        (2, "/records/1/c/people_added/3", "name", "c.people_added[3]"),
    ] {
        let text = altered(|value| {
            value.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(key).unwrap();
        });
        not_understood(&text, place, path);
        let Some(ExportError::Record { why, .. }) = Exported::read(&text).err() else { panic!("{key}") };
        assert!(why.contains(&format!("`{key}`")), "{why}");
    }
}

/// Texts that mean something elsewhere mean nothing here.
#[test]
fn odd_words_are_only_texts() {
    let mut hall = Hall::founded(CongressKind::CellCommittee, 1);
    for text in ["__proto__", "constructor", "<img src=x onerror=alert(1)>", "${1+1}", "{{1}}", "../../etc"] {
        hall.act(Change::PeopleAdded(vec![NewPerson::unmarked(text, Standing::Full)]));
        let read = Exported::read(&Exported::of(&hall.logbook).to_text()).unwrap();
        assert!(read.state().roll.has_name(text), "{text}");
        assert_eq!(read.state(), hall.congress());
    }
}

/// What a refusal says shows the file's own names with whatever they hide, and not at any length.
#[test]
fn a_refusal_hides_nothing() {
    let key = format!("a\u{202e}b{}", "x".repeat(10_000));
    let texts = [
        altered(|value| value[&key] = json!(1)),
        altered(|value| value["records"][1][&key] = json!(1)),
        put("\"l\":4", &format!("\"{key}\":1.5")),
    ];
    for language in [Language::Vietnamese, Language::English] {
        let words = Words::in_language(language);
        for text in &texts {
            let said = words.export_error(&Exported::read(text).err().unwrap());
            assert!(said.contains("⟨U+202E⟩") && !said.contains('\u{202e}'), "{said}");
            assert!(said.chars().count() < 600, "{said}");
        }
    }
    let words = Words::in_language(Language::English);
    let said = words.export_error(&Exported::read(&put("\"l\":4", "\"l\":4.0")).err().unwrap());
    assert_eq!(said, "In the file, record 4, field “l” (line 10, column 36): must be a whole number.");
}

/// What is recorded here can be read again: no text is longer than a file may hold.
#[test]
fn texts_that_no_file_could_hold_are_not_recorded() {
    let mut hall = Hall::founded(CongressKind::CellCommittee, 1);
    let id = hall.congress().checklist.tasks()[0].id.clone();
    let wide = '\u{10400}';
    for (count, taken) in [(10_000, true), (10_001, false)] {
        let note = wide.to_string().repeat(count);
        let said = hall.attempt(Change::TaskNote { id: id.clone(), note });
        assert_eq!(said.err(), (!taken).then_some(Refusal::TooLong));
    }
    for (count, taken) in [(500, true), (501, false)] {
        let said = hall.attempt(Change::Detail(Detail::Place("ế".repeat(count))));
        assert_eq!(said.err(), (!taken).then_some(Refusal::TooLong));
    }
    let names = |count: usize| (0..count).map(|number| format!("An {number}")).collect();
    assert_eq!(hall.attempt(Change::Detail(Detail::BoardMembers(names(5_001)))), Err(Refusal::TooManyPeople));
    hall.act(Change::Detail(Detail::BoardMembers(names(5_000))));
    assert!(Exported::read(&Exported::of(&hall.logbook).to_text()).is_ok());
}
