//! Counts rounds without the app: one JSON object a line in, one a line out, in the same order.
//!
//! ```text
//! cargo run --release --example count < rounds.ndjson > outcomes.ndjson
//! ```
//!
//! A line that is no round gives an object with one key, `error`, and the next lines are still counted; the exit code
//! is then 1. Blank lines are skipped. A reader that stops listening ends the run quietly.

use std::io::{self, BufRead, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use serde::Serialize;
use so_tay_dai_hoi::congress::election::{FieldError, Outcome, Round, count};

/// What a line comes to.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Counted(Outcome),
    Refused { error: String },
}

fn main() -> ExitCode {
    match run(io::stdin().lock(), BufWriter::new(io::stdout().lock())) {
        Ok(refused) => ExitCode::from(u8::from(refused > 0)),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Where even this cannot be written, the exit code still tells.
            let _ = writeln!(io::stderr(), "count: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers every line and returns how many were refused.
pub fn run(mut rounds: impl BufRead, mut answers: impl Write) -> io::Result<u64> {
    let mut line = Vec::new();
    let mut refused = 0;
    while rounds.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            let answer = answer(&line);
            refused += u64::from(matches!(answer, Answer::Refused { .. }));
            serde_json::to_writer(&mut answers, &answer)?;
            answers.write_all(b"\n")?;
        }
        line.clear();
    }
    answers.flush()?;
    Ok(refused)
}

fn answer(line: &[u8]) -> Answer {
    let Ok(line) = str::from_utf8(line) else {
        return Answer::Refused { error: "The round must be JSON in UTF-8.".to_owned() };
    };
    match counted(line) {
        Ok(outcome) => Answer::Counted(outcome),
        Err(error) => Answer::Refused { error: error.to_string() },
    }
}

fn counted(line: &str) -> Result<Outcome, FieldError> {
    count(&Round::from_json(line)?)
}
