//! Diễn biến đại hội: what came when and how long it took, who spoke and what was said.

use super::form::{Facts, filled};
use super::known::particulars;
use super::paper::{Align, Bar, Block, Column, Paper};
use super::text::{Piece, Source, Text};
use crate::congress::agenda::report::{ReportRow, TimeReport};
use crate::congress::agenda::step::ClockStep;
use crate::congress::moment::MINUTE_MS;
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The course of the congress until `now`; `midnight` is the local midnight from which the agenda counts.
pub fn course(congress: &Congress, midnight: Moment, now: Moment, words: &Words) -> Paper {
    let report = TimeReport::at(&congress.agenda, midnight, now);
    let time = |at: Option<Moment>| at.map_or_else(|| "…".to_owned(), |at| of_day(midnight, at));
    let facts = Facts::new()
        .text("planned_from", time(Some(report.planned_begin)), Source::Programme)
        .text("planned_until", time(Some(report.planned_end)), Source::Programme)
        .text("begun", time(report.begun), Source::Run)
        .text("closed", time(report.closed), Source::Run)
        .list("speakers", speakers(congress, words))
        .list("steps", steps(congress, midnight, words))
        .beneath(particulars(congress, words));
    filled(congress, "course", &facts, words, |picture| match picture {
        "bars" => {
            vec![Block::Bars(report.rows.iter().map(|row| bar(row, report.longest(), words)).collect())]
        }
        _ => times(&report, midnight, words).into_iter().collect(),
    })
}

/// The table of times as a block.
fn times(report: &TimeReport, midnight: Moment, words: &Words) -> Option<Block> {
    let table = course_table(report, midnight, words);
    let (head, rows) = table.split_first()?;
    let aligns =
        [Align::Center, Align::Center, Align::Left, Align::Right, Align::Center, Align::Right, Align::Right];
    let columns = head.iter().zip(aligns).map(|(title, align)| Column::new(title, align)).collect();
    let cell = |(place, text): (usize, &String)| {
        // The first two columns with the titles are the programme's, the rest is what happened.
        let source = if place < 4 { Source::Programme } else { Source::Run };
        Text(vec![Piece { text: text.clone(), slot: None, source: Some(source) }])
    };
    let rows = rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
    Some(Block::Table { columns, rows })
}

/// The table of times, a head and a row for each item, as it stands on the paper and in the file for spreadsheets.
pub fn course_table(report: &TimeReport, midnight: Moment, words: &Words) -> Vec<Vec<String>> {
    let w = words.course;
    let time = |at: Moment| of_day(midnight, at);
    let head =
        [words.paper.number, w.planned, words.prepare.item, w.minutes, w.actual, w.minutes, w.difference];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    let mut sitting = None;
    for (index, row) in report.rows.iter().enumerate() {
        if row.sitting != sitting {
            sitting.clone_from(&row.sitting);
            if let Some(sitting) = &sitting {
                let name = words.sitting(sitting);
                let empty = String::new;
                table.push(vec![empty(), empty(), name, empty(), empty(), empty(), empty()]);
            }
        }
        let ran = row.begun.is_some();
        let actual = match (row.begun, row.ended) {
            (Some(begun), Some(ended)) => format!("{} – {}", time(begun), time(ended)),
            (Some(begun), None) => format!("{} – …", time(begun)),
            // While the congress runs, an item that was not held may still come.
            _ if report.closed.is_some() => w.not_held.to_owned(),
            _ => String::new(),
        };
        table.push(vec![
            (index + 1).to_string(),
            time(row.planned),
            words.label(&row.title).to_owned(),
            row.minutes.to_string(),
            actual,
            if ran { Words::clock(row.used) } else { String::new() },
            if ran { signed(row.over()) } else { String::new() },
        ]);
    }
    table.push(vec![
        String::new(),
        String::new(),
        w.sum.to_owned(),
        (report.planned_ms() / MINUTE_MS).to_string(),
        String::new(),
        Words::clock(report.used()),
        String::new(),
    ]);
    table
}

/// The time of day of an instant; on a later day with the days that went by.
fn of_day(midnight: Moment, at: Moment) -> String {
    let minutes = at.since(midnight).div_euclid(MINUTE_MS);
    u16::try_from(minutes).map_or_else(|_| "…".to_owned(), Words::minute_of_day)
}

/// Minutes and seconds with their sign.
fn signed(milliseconds: i64) -> String {
    let sign = if milliseconds < 0 { "−" } else { "+" };
    format!("{sign}{}", Words::clock(milliseconds.saturating_abs()))
}

fn bar(row: &ReportRow, longest: i64, words: &Words) -> Bar {
    let share = |milliseconds: i64| milliseconds.saturating_mul(200) / longest.max(1);
    Bar {
        name: words.label(&row.title).to_owned(),
        planned: share(row.planned_ms()),
        used: share(row.used),
        over: row.over() > 0,
    }
}

fn speakers(congress: &Congress, words: &Words) -> Vec<Facts> {
    let spoke = congress.agenda.speakers.iter().filter(|speaker| speaker.turn.is_some());
    let facts = spoke.zip(1..).map(|(speaker, number): (_, u32)| {
        let ended = speaker.turn.as_ref().and_then(|turn| turn.ended);
        let spoken = ended.map_or("…".to_owned(), |ended| Words::clock(speaker.elapsed(ended)));
        let mut point = speaker.subject.clone();
        if !point.is_empty() && !speaker.point.is_empty() {
            point.push_str(". ");
        }
        point.push_str(&speaker.point);
        Facts::new()
            .word("number", number.to_string())
            .text("name", &speaker.name, Source::Run)
            .word("turn", words.turn(speaker.kind))
            .text("spoken", spoken, Source::Run)
            .text("point", point, Source::Run)
    });
    facts.collect()
}

/// The jumps of the machine's clock that the chair was asked about: whoever reads the times should know.
fn steps(congress: &Congress, midnight: Moment, words: &Words) -> Vec<Facts> {
    let steps = congress.agenda.steps.iter().filter(|step| ClockStep::is_asked(step.by));
    let told = |step: &ClockStep| {
        let text = words.step_on_paper(step.by, step.passed, &of_day(midnight, step.at));
        Facts::new().text("step", text, Source::Run)
    };
    steps.map(told).collect()
}
