//! The schema of the backup file says what the app writes, and refuses what the app does not read.

use crate::chance::Dice;
use crate::hall::Hall;
use crate::round_trip::state;
use jsonschema::Validator;
use serde_json::{Value, json};
use so_tay_dai_hoi::journal::enciphered::Enciphered;
use so_tay_dai_hoi::journal::{Exported, Record};
use std::collections::BTreeSet;

const SCHEMA: &str = include_str!("../../docs/backup.schema.json");

fn schema() -> (Validator, Value) {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    (jsonschema::validator_for(&schema).unwrap(), schema)
}

#[track_caller]
fn check_valid(validator: &Validator, text: &str) -> Value {
    let value: Value = serde_json::from_str(text).unwrap();
    if let Some(error) = validator.iter_errors(&value).next() {
        panic!("{error} at {}", error.instance_path());
    }
    value
}

#[test]
fn files_of_every_version_and_of_states_by_chance_have_its_form() {
    let (validator, schema) = schema();
    let mut seen = BTreeSet::new();
    let files = [
        include_str!("../fixtures/export-v1.json"),
        include_str!("../fixtures/export-v2.json"),
        include_str!("../fixtures/export-v4.json"),
        include_str!("../fixtures/export-v5.json"),
        include_str!("../fixtures/export-v6.json"),
        include_str!("../fixtures/export-v7.json"),
        include_str!("../fixtures/export-v8.json"),
        include_str!("../fixtures/export-v9.json"),
        include_str!("../fixtures/export-v9-part.json"),
    ];
    let by_chance = (20_000..20_220).map(|seed| Exported::of(&state(seed)).to_text());
    for text in files.into_iter().map(str::to_owned).chain(by_chance) {
        let value = check_valid(&validator, &text);
        for record in value["records"].as_array().unwrap() {
            let change = &record["c"];
            let name = change.as_object().and_then(|fields| fields.keys().next());
            seen.insert(name.map_or_else(|| change.as_str().unwrap(), String::as_str).to_owned());
        }
    }
    // Every change of the schema is met, so none stands there that the app does not write.
    let variants = schema["$defs"]["change"]["oneOf"].as_array().unwrap();
    let named: BTreeSet<String> = variants
        .iter()
        .map(|one| one["const"].as_str().or_else(|| one["required"][0].as_str()).unwrap().to_owned())
        .collect();
    assert_eq!(seen, named);
}

/// A damaged file by the part that is put otherwise: refused by the schema, and not read by the app.
#[test]
fn damaged_files_have_not_its_form() {
    let (validator, _) = schema();
    let whole: Value = serde_json::from_str(&Exported::of(&Hall::sample().logbook).to_text()).unwrap();
    for (pointer, new) in [
        ("/format", json!("khac")),
        ("/version", json!(0)),
        ("/version", json!(3)),
        ("/version", json!("1")),
        ("/congress", json!("aaaaaaaa")),
        ("/checksum", json!("")),
        ("/records", json!({})),
        ("/records", json!([])),
        ("/summary", json!(null)),
        ("/records/0", json!(null)),
        ("/records/0/id/d", json!("AAAAAAAA")),
        ("/records/0/id/n", json!(0)),
        ("/records/0/l", json!(0)),
        ("/records/0/l", json!(1.5)),
        ("/records/0/l", json!(9_007_199_254_740_992_u64)),
        ("/records/0/t", json!("5")),
        ("/records/0/w", json!(5)),
        ("/records/0/p", json!("abc")),
        ("/records/0/c", json!("abolished")),
        ("/records/0/c", json!({})),
        ("/records/0/c", json!({"everybody_present": null})),
        ("/records/0/c", json!({"paused": 1, "resumed": 2})),
        ("/records/0/c/founded/kind", json!("club")),
        ("/records/0/c/founded/members", json!(-1)),
        ("/records/0/c/founded/date", json!("26/5/2022")),
        ("/records/1/c/people_added", json!("An")),
        ("/records/1/c/people_added/3/name", json!(7)),
        ("/records/1/c/people_added/3/standing", json!("high")),
        ("/records/2/c/attendance/mark", json!("asleep")),
    ] {
        let mut damaged = whole.clone();
        *damaged.pointer_mut(pointer).unwrap_or(&mut json!(0)) = new.clone();
        if pointer.ends_with("standing") {
            damaged["records"][1]["c"]["people_added"][3]["standing"] = new;
        }
        assert!(!validator.is_valid(&damaged), "{pointer}");
        assert!(Exported::read(&damaged.to_string()).is_err(), "{pointer}");
    }
    for pointer in ["", "/records/0", "/records/0/id", "/records/0/c/founded", "/records/1/c/people_added/3"]
    {
        let mut damaged = whole.clone();
        damaged.pointer_mut(pointer).unwrap()["extra"] = json!(1);
        assert!(!validator.is_valid(&damaged), "more in {pointer}");
        for key in whole.pointer(pointer).unwrap().as_object().unwrap().keys().filter(|key| *key != "w") {
            let mut damaged = whole.clone();
            damaged.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(key).unwrap();
            assert!(!validator.is_valid(&damaged), "less in {pointer}: {key}");
            assert!(Exported::read(&damaged.to_string()).is_err(), "{pointer}: {key}");
        }
    }
}

/// A file with a passphrase: what is written has the form, and what is damaged has not and is not read.
#[test]
fn files_with_a_passphrase_have_its_form() {
    let (validator, _) = schema();
    let file = Enciphered { iterations: 600_000, salt: [7; 16], iv: [9; 12], text: vec![5; 5000] };
    let whole = check_valid(&validator, &file.to_text());
    for (pointer, new) in [
        ("/version", json!(2)),
        ("/kdf", json!("PBKDF2")),
        ("/iterations", json!(1000)),
        ("/iterations", json!(600_000.5)),
        ("/salt", json!("07")),
        ("/cipher", json!("")),
        ("/iv", json!("0909090909090909090909g9")),
        ("/enciphered", json!([])),
        ("/enciphered/0", json!("abc")),
        ("/enciphered/0", json!(5)),
    ] {
        let mut damaged = whole.clone();
        *damaged.pointer_mut(pointer).unwrap() = new;
        assert!(!validator.is_valid(&damaged), "{pointer}");
        assert!(!matches!(Enciphered::read(&damaged.to_string()), Some(Ok(_))), "{pointer}");
    }
    for key in whole.as_object().unwrap().keys() {
        let mut damaged = whole.clone();
        damaged.as_object_mut().unwrap().remove(key);
        assert!(!validator.is_valid(&damaged), "{key}");
    }
    let mut damaged = whole;
    damaged["extra"] = json!(1);
    assert!(!validator.is_valid(&damaged));
}

/// A change by chance with one part put otherwise: what the schema takes, the app understands.
#[test]
fn what_has_its_form_is_understood() {
    use serde::Deserialize;
    let (validator, _) = schema();
    let mut dice = Dice::new(9);
    let odd =
        [json!(null), json!(-1), json!(true), json!("x"), json!([]), json!({}), json!(4_294_967_296_u64)];
    let (mut tried, mut taken) = (0, 0);
    for seed in 30_000..30_060 {
        let value: Value = serde_json::from_str(&Exported::of(&state(seed)).to_text()).unwrap();
        let records = value["records"].as_array().unwrap();
        let mut file = value.clone();
        let mut record = dice.one_of(records);
        let Some(fields) = record["c"].as_object_mut().and_then(|change| change.values_mut().next()) else {
            continue;
        };
        if let Some(inner) = fields.as_object_mut() {
            let place = dice.below(inner.len());
            if let Some(field) = inner.values_mut().nth(place) {
                *field = dice.one_of(&odd);
            }
        } else {
            *fields = dice.one_of(&odd);
        }
        file["records"] = json!([record]);
        tried += 1;
        if validator.is_valid(&file) {
            taken += 1;
            assert!(Record::deserialize(&record).is_ok(), "{record}");
        }
    }
    assert!(tried > taken && taken > 0, "{taken} of {tried}");
}
