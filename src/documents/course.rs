//! Diễn biến đại hội: what came when and how long it took, who spoke and what was said.

use super::paper::{Align, Bar, Block, Column, Paper};
use crate::congress::agenda::report::{ReportRow, TimeReport};
use crate::congress::moment::MINUTE_MS;
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The course of the congress until `now`; `midnight` is the local midnight from which the agenda counts.
pub fn course(congress: &Congress, midnight: Moment, now: Moment, words: &Words) -> Paper {
    let report = TimeReport::at(&congress.agenda, midnight, now);
    let details = &congress.details;
    let w = words.course;
    let time = |at: Moment| of_day(midnight, at);
    let [head, rows @ ..] = &*course_table(&report, midnight, words) else {
        return Paper::of(details, Vec::new(), words);
    };
    let aligns =
        [Align::Center, Align::Center, Align::Left, Align::Right, Align::Center, Align::Right, Align::Right];
    let columns = head.iter().zip(aligns).map(|(title, align)| Column::new(title, align)).collect();
    let span = |begin: Option<Moment>, end: Option<Moment>| {
        format!("{} – {}", begin.map_or("…".to_owned(), time), end.map_or("…".to_owned(), time))
    };
    let mut blocks = vec![
        Block::Title(w.title.to_owned()),
        Block::Subject(words.congress_name(&details.organisation, &details.ordinal)),
        Block::Line(format!("{}: {}", w.planned, span(Some(report.planned_begin), Some(report.planned_end)))),
        Block::Line(format!("{}: {}", w.actual, span(report.begun, report.closed))),
        Block::Table { columns, rows: rows.to_vec() },
        Block::Head(w.picture.to_owned()),
        Block::Bars(report.rows.iter().map(|row| bar(row, report.longest(), words)).collect()),
    ];
    blocks.extend(speakers(congress, words));
    blocks.extend(steps(congress, midnight, words));
    Paper::of(details, blocks, words)
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
            _ => w.not_held.to_owned(),
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

fn speakers(congress: &Congress, words: &Words) -> Vec<Block> {
    let w = words.course;
    let spoke = congress.agenda.speakers.iter().filter(|speaker| speaker.turn.is_some());
    let rows: Vec<Vec<String>> = spoke
        .enumerate()
        .map(|(index, speaker)| {
            let ended = speaker.turn.as_ref().and_then(|turn| turn.ended);
            let spoken = ended.map_or("…".to_owned(), |ended| Words::clock(speaker.elapsed(ended)));
            let mut point = speaker.subject.clone();
            if !point.is_empty() && !speaker.point.is_empty() {
                point.push_str(". ");
            }
            point.push_str(&speaker.point);
            vec![
                (index + 1).to_string(),
                speaker.name.clone(),
                words.turn(speaker.kind).to_owned(),
                spoken,
                point,
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        (words.paper.number, Align::Center),
        (w.speaker, Align::Left),
        (w.turn, Align::Left),
        (w.spoken, Align::Right),
        (w.point, Align::Left),
    ];
    let columns = columns.into_iter().map(|(title, align)| Column::new(title, align)).collect();
    vec![Block::Head(words.run.speakers.to_owned()), Block::Table { columns, rows }]
}

/// The jumps of the machine's clock that the chair was asked about: whoever reads the times should know.
fn steps(congress: &Congress, midnight: Moment, words: &Words) -> Vec<Block> {
    let asked = |by: i64| crate::congress::agenda::step::ClockStep::is_asked(by);
    let steps = congress.agenda.steps.iter().filter(|step| asked(step.by));
    let line = |step: &crate::congress::agenda::step::ClockStep| {
        Block::Line(words.step_on_paper(step.by, step.passed, &of_day(midnight, step.at)))
    };
    steps.map(line).collect()
}
