//! Dates the tasks of a congress without the app.
//!
//! ```text
//! echo '{"kind": "cell_committee", "date": "2022-05-26", "deadline": "2022-06-28"}' | cargo run --release --example plan
//! ```
//!
//! In: one JSON object with `kind` (`cell_committee`, `cell_no_committee`, `grassroots_members` or `grassroots_delegates`),
//! `date` (the congress day) and, if there is one, `deadline` (the superior's).
//!
//! Out: a JSON array of the tasks that apply, in the order of the list, each with `id`, `phase`, `due`, `unit`
//! (`calendar` or `working`) and `after_deadline`. A date that working days lead to is a working day: weekends and the
//! public holidays of `data/holidays/` are left out. One that calendar days lead to stays as it falls.
//!
//! What cannot be read gives an object with one key, `error`, which names the field; the exit code is then 1.

use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};
use so_tay_dai_hoi::congress::CongressKind;
use so_tay_dai_hoi::congress::checklist::Checklist;
use so_tay_dai_hoi::congress::checklist::template::{ChecklistTemplate, DEFAULT_CHECKLIST};

/// What is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    kind: CongressKind,
    date: NaiveDate,
    #[serde(default)]
    deadline: Option<NaiveDate>,
}

/// The plan for one question, or what is wrong with it.
pub fn answer(input: &str) -> Result<Value, String> {
    // Read as a value first, so that an error names the field.
    let value: Value = serde_json::from_str(input).map_err(|error| error.to_string())?;
    for (field, form) in [("kind", "a kind of congress"), ("date", "a day such as 2022-05-26")] {
        if value.get(field).and_then(Value::as_str).is_none() {
            return Err(format!("`{field}` must be {form}"));
        }
    }
    for field in ["date", "deadline"] {
        let given = value.get(field).filter(|given| !given.is_null());
        let read = given.map(|given| given.as_str().and_then(|text| text.parse::<NaiveDate>().ok()));
        if read == Some(None) {
            return Err(format!("`{field}` must be a day such as 2022-05-26"));
        }
    }
    let asked: Asked = serde_json::from_value(value).map_err(|error| error.to_string())?;
    let template = ChecklistTemplate::by_id(DEFAULT_CHECKLIST).ok_or("the built-in checklist is damaged")?;
    let checklist = Checklist::from_template(template, asked.kind, asked.date);
    let tasks = checklist.tasks().iter().map(|task| {
        let unit = if task.counts_working_days() { "working" } else { "calendar" };
        let late = task.due.zip(asked.deadline).is_some_and(|(due, deadline)| due > deadline);
        json!({
            "id": task.id,
            "phase": template.phases.get(task.phase).map(|phase| &phase.id),
            "due": task.due.map(|due| due.to_string()),
            "unit": unit,
            "after_deadline": late,
        })
    });
    Ok(Value::Array(tasks.collect()))
}

fn main() -> ExitCode {
    let mut input = String::new();
    let read = io::stdin().lock().read_to_string(&mut input);
    let (answer, code) = match read.map(|_| answer(&input)) {
        Ok(Ok(plan)) => (plan, ExitCode::SUCCESS),
        Ok(Err(error)) => (json!({"error": error}), ExitCode::FAILURE),
        Err(error) => (json!({"error": error.to_string()}), ExitCode::FAILURE),
    };
    match writeln!(io::stdout().lock(), "{answer}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => code,
    }
}
