//! Biên bản kiểm phiếu: the counting minutes of one round, with the fields of the model form and the lines that form
//! the base, because the base decides and the model leaves it out.

use super::paper::{Align, Block, Column, Paper, Signature, or_blank};
use crate::congress::Congress;
use crate::congress::count::Counted;
use crate::congress::election::BaseRule;
use crate::congress::election::Verdict;
use crate::congress::election::ballots::Agreement;
use crate::congress::election::sheet::RoundSheet;
use crate::congress::people::Attendance;
use crate::words::Words;

/// The counting minutes of a round that has been counted.
pub fn counting_minutes(congress: &Congress, sheet: &RoundSheet, counted: &Counted, words: &Words) -> Paper {
    let mut blocks = opening(congress, sheet, words);
    blocks.extend(electorate(congress, sheet, counted, words));
    blocks.extend(result(sheet, counted, words));
    blocks.extend(closing(congress, sheet, counted, words));
    let mut paper = Paper::of(&congress.details, blocks, words);
    if sheet.sealed.is_none() {
        paper.marks.push(words.paper.draft.to_owned());
    }
    paper
}

fn opening(congress: &Congress, sheet: &RoundSheet, words: &Words) -> Vec<Block> {
    let details = &congress.details;
    let office = words.office_at(sheet.office, congress.is_cell());
    let members = details.board_members.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let names =
        sheet.rows.iter().enumerate().map(|(index, row)| vec![(index + 1).to_string(), row.name.clone()]);
    vec![
        Block::Title(words.paper.minutes_title.to_owned()),
        Block::Subject(words.congress_name(&details.organisation, &or_blank(&details.ordinal))),
        Block::Subject(words.minutes_subject(office, &or_blank(&details.term), sheet.number, sheet.kind)),
        Block::Line(words.minutes_basis(&words.rules_of(details), &words.paper_date(details.date))),
        Block::Line(format!("{}: {}", words.count.seats, sheet.seats)),
        Block::Line(format!("{}: {}", words.count.method, words.method(sheet.method))),
        Block::Line(format!("{}:", words.count.candidates)),
        Block::Table {
            columns: vec![
                Column::new(words.paper.number, Align::Center),
                Column::new(words.paper.full_name, Align::Left),
            ],
            rows: names.collect(),
        },
        Block::Line(format!("{}: {}", words.prepare.board_head, or_blank(&details.board_head))),
        Block::Line(format!("{}: {}", words.prepare.board_members, or_blank(&members))),
    ]
}

fn electorate(congress: &Congress, sheet: &RoundSheet, counted: &Counted, words: &Words) -> Vec<Block> {
    let base = &counted.proof.base;
    let electorate = &sheet.electorate;
    let mut blocks = vec![
        Block::Head(words.paper.head_base.to_owned()),
        Block::Line(format!("{}: {}", words.summoned(congress.form()), electorate.summoned)),
    ];
    if base.rule == BaseRule::SummonedLessExclusions {
        for line in &base.exclusions {
            let names = sealed_names(congress, line.people, Attendance::excluded_as(line.kind));
            blocks.push(Block::Line(format!("− {}: {}{names}", words.exclusion(line.kind), line.people)));
        }
    }
    blocks.push(Block::Line(words.minutes_base(base.base, counted.outcome.threshold)));
    let absent = electorate.summoned.saturating_sub(electorate.present);
    blocks.push(Block::Line(words.minutes_present(electorate.present, absent)));
    blocks
}

/// The names behind an exclusion, as long as the roll still says the same number as when the round was opened.
fn sealed_names(congress: &Congress, people: u32, mark: Attendance) -> String {
    let names: Vec<&str> = congress.roll.names_marked(mark).collect();
    let same = u32::try_from(names.len()).is_ok_and(|number| number == people);
    if people > 0 && same { format!(" ({})", names.join(", ")) } else { String::new() }
}

fn result(sheet: &RoundSheet, counted: &Counted, words: &Words) -> Vec<Block> {
    let ballots = &counted.round.ballots;
    let marked = sheet.columns().len() > 1;
    let mut columns = vec![
        Column::new(words.paper.number, Align::Center),
        Column::new(words.paper.full_name, Align::Left),
        Column::new(
            words.vote_column(crate::congress::election::sheet::VoteColumn::For, sheet.method),
            Align::Right,
        ),
    ];
    if marked {
        columns.push(Column::new(words.count.disagree, Align::Right));
        columns.push(Column::new(words.count.unmarked, Align::Right));
    }
    columns.push(Column::new(&words.out_of(counted.proof.base.base), Align::Right));
    let rows = counted.round.candidates.iter().zip(&counted.proof.rows).enumerate().map(
        |(index, (candidate, row))| {
            let mut cells = vec![(index + 1).to_string(), row.name.clone(), row.votes.to_string()];
            if marked {
                cells.extend(
                    [candidate.against, candidate.unmarked].map(|votes| votes.unwrap_or(0).to_string()),
                );
            }
            cells.push(words.share(row.share_hundredths));
            cells
        },
    );
    vec![
        Block::Head(words.paper.head_result.to_owned()),
        Block::Line(words.minutes_ballots(ballots.issued, ballots.collected, ballots.valid, ballots.invalid)),
        Block::Table { columns, rows: rows.collect() },
    ]
}

/// What the desk leaves on record: the printed ballots, who entered, who opened the round again, and the code.
fn desk(sheet: &RoundSheet, counted: &Counted, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    let paper = sheet.paper;
    if let (Some(printed), Some(exchanged), Some(unused)) = (paper.printed, paper.exchanged, paper.unused) {
        lines.push(words.minutes_paper(printed, exchanged, unused));
    }
    let counters: Vec<&str> = sheet.desk.passes.iter().map(|pass| pass.counter.as_str()).collect();
    if !counters.is_empty() {
        lines.push(format!("{}: {}", words.desk.counter, counters.join(", ")));
    }
    for reopening in &sheet.desk.reopenings {
        lines.push(words.minutes_reopened(&reopening.by, &reopening.reason));
    }
    if let Some(agreement) = Agreement::on(&counted.round) {
        lines.push(format!("{}: {}", words.desk.code, agreement.code()));
    }
    lines
}

fn closing(congress: &Congress, sheet: &RoundSheet, counted: &Counted, words: &Words) -> Vec<Block> {
    let outcome = &counted.outcome;
    let base = counted.proof.base.base;
    let mut blocks = vec![Block::Head(words.paper.head_elected.to_owned())];
    if outcome.elected.is_empty() {
        blocks.push(Block::Line(words.paper.nobody_elected.to_owned()));
    }
    for (index, name) in outcome.elected.iter().enumerate() {
        if let Some(row) =
            counted.proof.rows.iter().find(|row| row.name == *name && row.verdict == Verdict::Elected)
        {
            blocks.push(Block::Line(words.minutes_elected(index + 1, row, base)));
        }
    }
    if !outcome.tied.is_empty() {
        blocks.push(Block::Line(words.minutes_tied(&outcome.tied.join(", "), outcome.tied_for_seats)));
    }
    if !outcome.alternates.is_empty() {
        blocks.push(Block::Line(words.minutes_alternates(&outcome.alternates.join(", "))));
    }
    if let Some(step) = outcome.next_step {
        blocks.push(Block::Line(words.next_step(step).to_owned()));
    }
    // What was announced in spite of a warning stands beside the result, with the reason.
    for warning in &counted.warnings {
        if let Some(reason) = sheet.reason(&warning.code()) {
            let text = words.warning(warning);
            blocks.push(Block::Line(format!("{text} {}: {reason}", words.count.reason)));
        }
    }
    blocks.extend(desk(sheet, counted, words).into_iter().map(Block::Line));
    blocks.push(Block::Line(words.paper.complaints.to_owned()));
    let details = &congress.details;
    let round = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
    blocks.push(Block::Line(words.minutes_end(&round)));
    blocks.push(Block::Signatures(vec![
        Signature { role: words.paper.sign_members.to_owned(), name: details.board_members.join("\n") },
        Signature { role: words.paper.sign_head.to_owned(), name: details.board_head.clone() },
        Signature { role: words.paper.sign_presidium.to_owned(), name: details.chair.clone() },
    ]));
    blocks
}
