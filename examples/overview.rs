//! The view from above without the app: reads every file of a folder and prints the table as newline-delimited JSON, one
//! line an organisation, as the app's own way out does.
//!
//! ```text
//! cargo run --release --example overview -- target/cells > table.ndjson
//! cargo run --release --example overview -- target/cells --findings
//! ```
//!
//! With `--findings` it prints what is wrong with the results instead, a line for each. Files that cannot be read are named
//! on the error stream, and the exit code is then 1.

use so_tay_dai_hoi::journal::glance::glance;
use so_tay_dai_hoi::overview::{Gathered, lines};
use so_tay_dai_hoi::words::{Language, Words};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments.iter().find(|argument| !argument.starts_with("--")) else {
        eprintln!("usage: overview FOLDER [--findings]");
        return ExitCode::FAILURE;
    };
    let mut gathered = Gathered::default();
    let mut unread = 0;
    for path in files(Path::new(folder)) {
        let name = path.display().to_string();
        match fs::read(&path)
            .map_err(|error| error.to_string())
            .and_then(|bytes| glance(&bytes).map_err(|error| format!("{error:?}")))
        {
            Ok(told) => told.iter().for_each(|line| drop(gathered.take(line, &name))),
            Err(why) => {
                unread += 1;
                eprintln!("{name}: {why}");
            }
        }
    }
    let text = if arguments.iter().any(|argument| argument == "--findings") {
        findings(&gathered)
    } else {
        lines(&gathered)
    };
    // A reader that stops listening ends the run quietly.
    let _ = io::stdout().write_all(text.as_bytes());
    ExitCode::from(u8::from(unread > 0))
}

/// Every file below a folder, in the order of their paths.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

fn findings(gathered: &Gathered) -> String {
    let words = Words::in_language(Language::Vietnamese);
    let told = gathered.cells().filter_map(|(_, cell)| Some((cell, cell.told.as_ref()?)));
    let lines = told.flat_map(|(cell, told)| {
        told.findings.iter().map(|finding| format!("{}\t{}\n", cell.name, words.cell_finding(finding)))
    });
    lines.collect()
}
