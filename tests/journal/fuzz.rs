//! The reader of files against damaged ones: it refuses, or reads what can be written again. It never stops the app.
//!
//! The bytes that the engine gives decide which whole file is taken and what is done to its parts: values of other
//! kinds, parts of other files, keys twice, numbers out of range. Half of the files are then chained and summed anew,
//! as a forger would, so that the damage comes through to the fold and to the papers.
//!
//! `EXECUTIONS=10000000` tries as many, as `make journal-check` does.

use crate::round_trip::state;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use so_tay_dai_hoi::congress::Moment;
use so_tay_dai_hoi::documents::{counting_minutes, programme, roll};
use so_tay_dai_hoi::journal::{Exported, Logbook, Record, hidden};
use so_tay_dai_hoi::words::{Language, Words};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Values that a field does not expect, as they stand in JSON.
const ODD: [&str; 44] = [
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "0",
    "-1",
    "1",
    "-0",
    "1.0",
    "1e400",
    "1e2",
    "NaN",
    "65535",
    "65536",
    "600",
    "2147483647",
    "-2147483648",
    "4294967295",
    "4294967296",
    "9007199254740992",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "\"\\u202e\\u0000\"",
    "\"\u{200b}\"",
    "\"__proto__\"",
    "{\"__proto__\":1}",
    "{\"a\":1,\"a\":2}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    "\"9999-12-31\"",
    "\"-262143-01-01\"",
    "\"262142-12-31\"",
    "\"2024-02-30\"",
    "\"bbbbbbbb-1.0\"",
    "\"pre\"",
    "\"everybody_present\"",
    "\"\\ud800\"",
    "\"=1+1\"",
    "\"a;b\\nc\"",
    "1000000",
    "1000001",
    "\"e\\u0302\\u0301\"",
];

/// Choices, as the engine's bytes make them; all zero once they are used up.
struct Choices<'a>(&'a [u8]);

impl Choices<'_> {
    fn below(&mut self, most: usize) -> usize {
        let (first, rest) = self.0.split_first_chunk::<2>().map_or(([0, 0], [].as_slice()), |(f, r)| (*f, r));
        self.0 = rest;
        usize::from(u16::from_le_bytes(first)) % most.max(1)
    }
}

/// A part of a tree, by chance: mostly a leaf.
fn part<'a>(value: &'a mut Value, choices: &mut Choices<'_>) -> &'a mut Value {
    let count = match &*value {
        Value::Object(fields) => fields.len(),
        Value::Array(items) => items.len(),
        _ => 0,
    };
    if count == 0 || choices.below(12) == 0 {
        return value;
    }
    let step = choices.below(count);
    match value {
        Value::Object(fields) => part(fields.values_mut().nth(step).unwrap(), choices),
        Value::Array(items) => part(&mut items[step], choices),
        _ => unreachable!(),
    }
}

/// A text that stands for a piece of JSON which no tree can hold.
fn stand_in(odd: usize) -> Value {
    json!(format!("@{odd}@"))
}

fn records_of(file: &mut Value) -> Option<&mut Vec<Value>> {
    file.get_mut("records")?.as_array_mut()
}

/// Does something to a part of the file.
fn damage(file: &mut Value, other: &mut Value, choices: &mut Choices<'_>) {
    let odd = choices.below(ODD.len());
    match choices.below(10) {
        0 | 1 => *part(file, choices) = stand_in(odd),
        // A part of another file takes its place: a change for a change is well-formed, and means something else.
        2 => *part(file, choices) = part(other, choices).clone(),
        3..=5 => {
            let from = other["records"].as_array().map_or(0, Vec::len);
            let change = other["records"][choices.below(from)]["c"].clone();
            if let Some(records) = records_of(file) {
                let at = choices.below(records.len());
                if let Some(own) = records.get_mut(at).and_then(|record| record.get_mut("c")) {
                    *own = change;
                }
            }
        }
        6 => {
            if let Some(records) = records_of(file).filter(|records| !records.is_empty()) {
                let (from, to) = (choices.below(records.len()), choices.below(records.len()));
                match choices.below(3) {
                    0 => records.swap(from, to),
                    1 => drop(records.splice(from..records.len().min(from + 1), [])),
                    _ => records.extend(records.get(from).cloned()),
                }
            }
        }
        7 => {
            if let Value::Object(fields) = part(file, choices) {
                fields.insert(["__proto__", "@twice@", "l", "c"][odd % 4].to_owned(), stand_in(odd));
            }
        }
        8 => match part(file, choices) {
            Value::Number(number) => {
                let number = number.as_i64().unwrap_or(0).wrapping_add([1, -1, 1000, -1000][odd % 4]);
                *part(file, choices) = json!(number);
            }
            Value::String(text) => text.push_str(["\u{202e}", "\n", "\u{301}", "=", "\u{feff}"][odd % 5]),
            _ => {}
        },
        _ => *part(file, choices) = Value::Array(vec![Value::Object(Map::new()); odd]),
    }
}

/// The file as a forger finishes it: every record that reads is chained, and the sum and the name are right.
fn forged(file: &Value, choices: &mut Choices<'_>) -> Option<String> {
    let mut heads = std::collections::HashMap::new();
    let mut records = Vec::new();
    let renumber = choices.below(2) == 0;
    for (value, lamport) in file.get("records")?.as_array()?.iter().zip(1..) {
        let Ok(mut record) = Record::deserialize(value) else { continue };
        let (seq, previous) = heads.entry(record.id.device.clone()).or_insert((0, None));
        if renumber {
            record.id.seq = *seq + 1;
            record.lamport = lamport;
        }
        if let Some(previous) = previous.take() {
            record.previous = previous;
        }
        (*seq, *previous) = (record.id.seq, Some(record.hash()));
        records.push(record);
    }
    let first = records.first()?;
    let congress = format!("{}-{}", first.id.device, first.hash().as_str().get(..12)?);
    let mut digest = Sha256::new();
    for record in &records {
        digest.update(record.to_json() + "\n");
    }
    let version = 1 + u32::try_from(choices.below(2)).unwrap();
    let checksum = format!("{:x}", digest.finalize());
    let lines: Vec<String> = records.iter().map(|record| format!("  {}", record.to_json())).collect();
    Some(format!(
        "{{\"format\":\"so-tay-dai-hoi\",\"version\":{version},\"congress\":\"{congress}\",\"checksum\":\"{checksum}\",\"records\":[\n{}\n]}}",
        lines.join(",\n")
    ))
}

/// Everything that the app shows of a congress.
fn show(logbook: &Logbook) {
    let congress = logbook.state();
    for language in [Language::Vietnamese, Language::English] {
        let words = Words::in_language(language);
        roll(congress, &words);
        programme(congress, &words);
        for sheet in &congress.rounds {
            if let Some(Ok(counted)) = congress.counted(&sheet.id) {
                counting_minutes(congress, sheet, &counted, &words);
            }
        }
        for record in logbook.records() {
            words.change(&record.change, congress);
        }
    }
    for record in logbook.records() {
        drop(congress.admit(&record.change));
    }
    congress.offers();
    congress.electorate();
    for item in &congress.agenda.items {
        item.allotted();
        item.elapsed(Moment(i64::MAX));
        item.elapsed(Moment(i64::MIN));
    }
    hidden(logbook.records(), 3);
    let device = &logbook.records().next().unwrap().id.device;
    logbook.undo_target(device);
    logbook.redo_target(device);
}

/// One file: whether it was read.
fn execute(files: &[Value], bytes: &[u8]) -> bool {
    let mut choices = Choices(bytes);
    let mut file = files[choices.below(files.len())].clone();
    let mut other = files[choices.below(files.len())].clone();
    for _ in 0..choices.below(4) {
        damage(&mut file, &mut other, &mut choices);
    }
    let text = match choices.below(8) {
        0 | 1 => written(&file),
        2 => {
            let mut text = written(&file).into_bytes();
            let at = choices.below(text.len());
            match choices.below(3) {
                0 => text.truncate(at),
                1 => text[at] = b"{}[]\",:-0e\\ "[choices.below(12)],
                _ => drop(text.splice(at..at, ODD[choices.below(ODD.len())].bytes())),
            }
            String::from_utf8_lossy(&text).into_owned()
        }
        _ => forged(&file, &mut choices).unwrap_or_else(|| written(&file)),
    };
    match Exported::read(&text) {
        Err(error) => {
            let said = Words::in_language(Language::English).export_error(&error);
            assert!(!said.is_empty() && said.len() < 3_000, "{said}");
            false
        }
        Ok(logbook) => {
            let text = Exported::of(&logbook).to_text();
            let again = Exported::read(&text).unwrap();
            assert!(again.state() == logbook.state() && Exported::of(&again).to_text() == text);
            // Showing costs more than reading, so a part of what is read is shown.
            if choices.below(4) == 0 {
                show(&logbook);
            }
            true
        }
    }
}

/// The tree as text, with the odd pieces that it stands for.
fn written(file: &Value) -> String {
    let mut text = file.to_string();
    if text.contains('@') {
        text = text.replace("@twice@", "l");
    }
    let file_has_odd = text.contains("\"@");
    for (place, odd) in ODD.iter().enumerate().filter(|_| file_has_odd) {
        let stand_in = format!("\"@{place}@\"");
        if text.contains(&stand_in) {
            text = text.replace(&stand_in, odd);
        }
    }
    text
}

#[test]
fn damaged_files_never_stop_the_reader() {
    let files: Vec<Value> = (0..)
        .map(state)
        .filter(|logbook| (2..10).contains(&logbook.records().len()))
        .map(|logbook| Exported::of(&logbook).to_text())
        .filter(|text| text.len() < 4_000)
        .map(|text| serde_json::from_str(&text).unwrap())
        .take(40)
        .collect();
    let executions = std::env::var("EXECUTIONS").ok().and_then(|number| number.parse().ok()).unwrap_or(3_000);
    let (tried, read) = (AtomicUsize::new(0), AtomicUsize::new(0));
    bolero::check!().with_iterations(executions).with_max_len(64).for_each(|bytes: &[u8]| {
        tried.fetch_add(1, Ordering::Relaxed);
        read.fetch_add(usize::from(execute(&files, bytes)), Ordering::Relaxed);
    });
    println!("{} executions, {} files read, 0 panics", tried.into_inner(), read.into_inner());
}
