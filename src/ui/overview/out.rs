//! The table leaves: printed, for spreadsheets, for the next level, for other programs.

use super::View;
use crate::documents::{csv, xlsx};
use crate::journal::glance::{ListedCell, ProgressLine};
use crate::overview::{self, COLUMNS, Cell, Gathered, Value};
use crate::platform::{clock, files, page};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::words;
use crate::words::Words;
use leptos::task::spawn_local;
use rustc_hash::FxHashMap;

const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The ways out.
#[component]
pub(super) fn TakeOut() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let failed = RwSignal::new(false);
    let name = move |ending: &str| format!("{}_{}.{ending}", w.file_name, clock::today());
    let print = move |_| {
        view.printing.set(true);
        // The rows have to stand on the page before the browser takes its picture.
        clock::later(100, move || {
            page::print();
            view.printing.set(false);
        });
    };
    let spreadsheet = move |_| {
        let rows = view.overview.glance(|gathered| sheet(gathered, &words));
        let file = xlsx(&rows);
        let offered = file.is_some_and(|file| files::download_bytes(&name("xlsx"), MIME, &file));
        failed.set(!offered);
    };
    let table = move |_| {
        let text = view.overview.glance(|gathered| csv(texts(gathered, &words)));
        files::download(&name("csv"), "text/csv", &text);
    };
    let flat = move |_| {
        let text = view.overview.glance(overview::lines);
        files::download(&name("table.ndjson"), "application/x-ndjson", &text);
    };
    let lines = move |_| {
        spawn_local(async move {
            let mut told: FxHashMap<_, _> = view.overview.summaries().await.into_iter().collect();
            let text = view.overview.glance(|gathered| {
                let line = |(key, cell): (&String, &Cell)| {
                    let (name, group) = (cell.name.clone(), cell.group.clone());
                    let listed = ListedCell { name, group, registered: cell.registered };
                    ProgressLine { summary: told.remove(key), cell: Some(listed), marks: cell.marks }
                        .to_text()
                };
                gathered.cells().map(line).collect::<String>()
            });
            files::download(&name("ndjson"), "application/x-ndjson", &text);
        });
    };
    view! {
        <Head title=w.take_out.to_owned() />
        <p class="row out">
            <button class="btn" on:click=print>
                <Icon name="i-print" />
                {w.print}
            </button>
            <button class="btn" id="out-xlsx" on:click=spreadsheet>{w.out_xlsx}</button>
            <button class="btn" id="out-csv" on:click=table>{w.out_csv}</button>
            <button class="btn" id="out-lines" on:click=lines>{w.out_lines}</button>
            <button class="btn btn--link" id="out-flat" on:click=flat>{w.out_flat}</button>
        </p>
        <p class="bad" role="alert">{move || failed.get().then_some(w.out_failed)}</p>
    }
}

/// A row as people read it: stage and kind in words.
fn told(cell: &Cell, words: &Words) -> Vec<Value> {
    let mut row = overview::row(cell);
    for (name, value) in COLUMNS.iter().zip(&mut row) {
        match (*name, &cell.told) {
            ("stage", _) => *value = Value::Text(words.stage(cell.stage()).to_owned()),
            ("kind", Some(told)) => *value = Value::Text(words.kind(told.kind).to_owned()),
            _ => {}
        }
    }
    row
}

/// The table as texts, the names of the columns first.
fn texts(gathered: &Gathered, words: &Words) -> Vec<Vec<String>> {
    let text = |value: Value| match value {
        Value::None => String::new(),
        Value::Text(text) => text,
        Value::Number(number) => number.to_string(),
        Value::Day(day) => day.to_string(),
    };
    let head = words.overview_columns().map(str::to_owned).to_vec();
    let rows = gathered.cells().map(|(_, cell)| told(cell, words).into_iter().map(text).collect());
    std::iter::once(head).chain(rows).collect()
}

/// The table as [`xlsx`] takes it: a list of rows of texts, numbers and days.
fn sheet(gathered: &Gathered, words: &Words) -> Vec<Vec<serde_json::Value>> {
    let value = |value: Value| match value {
        Value::None => serde_json::Value::Null,
        Value::Text(text) => text.into(),
        Value::Number(number) => number.into(),
        Value::Day(day) => serde_json::json!({ "day": day.to_string() }),
    };
    let head = words.overview_columns().map(serde_json::Value::from).to_vec();
    let rows = gathered.cells().map(|(_, cell)| told(cell, words).into_iter().map(value).collect());
    std::iter::once(head).chain(rows).collect()
}
