//! Writes the files of many cells into a folder, as a superior committee receives them: exports of congresses by chance, of
//! every 261 of them 38 held, and some with an error in what they tell.
//!
//! ```text
//! cargo run --release --example cells -- 261 target/cells --wrong 20 --seed 7
//! ```
//!
//! Prints a JSON object: how many files and bytes there are, and which organisations have which error. With `--lines` it
//! writes one file of progress lines instead.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a tool of the tests stops at the first surprise"
)]

#[path = "../tests/fixtures/cells.rs"]
mod cells;

use serde_json::{Map, Value, json};
use so_tay_dai_hoi::journal::glance::glance;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut plain = Vec::new();
    let (mut wrong, mut seed, mut lines) = (0, 7, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|text| text.parse().ok()).unwrap_or(0);
        match argument.as_str() {
            "--wrong" => wrong = usize::try_from(number()).unwrap(),
            "--seed" => seed = number(),
            "--lines" => lines = true,
            _ => plain.push(argument),
        }
    }
    let (Some(count), Some(folder)) = (plain.first().and_then(|text| text.parse().ok()), plain.get(1)) else {
        eprintln!("usage: cells COUNT FOLDER [--wrong N] [--seed N] [--lines]");
        return ExitCode::FAILURE;
    };
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder).unwrap();
    let (mut files, mut bytes, mut held) = (0_usize, 0_usize, 0_usize);
    let mut errors = Map::new();
    let mut groups = BTreeSet::new();
    let mut told = String::new();
    for file in cells::files(count, wrong, seed) {
        files += 1;
        groups.insert(file.group);
        bytes += file.text.len();
        held += usize::from(file.reached >= cells::Reached::Held);
        if let Some(error) = file.error {
            errors.insert(file.name.clone(), Value::from(format!("{error:?}")));
        }
        if lines {
            told.push_str(&glance(file.text.as_bytes()).unwrap()[0].to_text());
        } else {
            // No folder holds more than a thousand files, which some systems grow slow with.
            let part = folder.join(format!("{:03}", files / 1000));
            fs::create_dir_all(&part).unwrap();
            fs::write(part.join(format!("{files:06}.json")), &file.text).unwrap();
        }
    }
    if lines {
        fs::write(folder.join("lines.ndjson"), told).unwrap();
    }
    let groups = groups.len();
    let (deadline, today) = (cells::DEADLINE, cells::TODAY);
    let all = json!({ "files": files, "bytes": bytes, "held": held, "groups": groups, "deadline": deadline, "today": today, "errors": errors });
    println!("{all}");
    ExitCode::SUCCESS
}
