//! Biên bản kiểm phiếu: the counting minutes of one round, with the fields of the model form and the lines that form
//! the base, because the base decides and the model leaves it out; in an annex how each verdict follows.

use super::form::{Facts, filled};
use super::known::{no_picture, outcome, particulars};
use super::paper::Paper;
use super::text::Source;
use crate::congress::Congress;
use crate::congress::count::Counted;
use crate::congress::election::ballots::Agreement;
use crate::congress::election::sheet::{RoundSheet, VoteColumn};
use crate::congress::election::{BaseRule, RoundKind};
use crate::congress::people::Attendance;
use crate::words::Words;

/// The counting minutes of a round that has been counted. Those of a round that is not sealed are marked as a draft.
pub fn counting_minutes(congress: &Congress, sheet: &RoundSheet, counted: &Counted, words: &Words) -> Paper {
    let facts = electorate(particulars(congress, words), congress, sheet, counted, words);
    let facts = result(facts, congress, sheet, counted, words);
    let facts = desk(facts, sheet, counted);
    let mut paper = filled(congress, "counting_minutes", &facts, words, no_picture);
    if sheet.sealed.is_none() {
        paper.marks.push(words.paper.draft.to_owned());
    }
    paper
}

fn electorate(
    facts: Facts,
    congress: &Congress,
    sheet: &RoundSheet,
    counted: &Counted,
    words: &Words,
) -> Facts {
    let source = || Source::Round(sheet.id.clone());
    let electorate = &sheet.electorate;
    let exclusions = match counted.proof.base.rule {
        BaseRule::SummonedLessExclusions => counted.proof.base.exclusions.as_slice(),
        _ => &[],
    };
    let exclusions = exclusions.iter().map(|line| {
        let names = sealed_names(congress, line.people, Attendance::excluded_as(line.kind));
        Facts::new().word("kind", words.exclusion(line.kind)).number("people", line.people, source()).text(
            "names",
            names,
            Source::Roll,
        )
    });
    let candidates = sheet.rows.iter().zip(1..).map(|(row, number): (_, u32)| {
        Facts::new().word("number", number.to_string()).text("name", &row.name, source())
    });
    facts
        .word("office", words.office_at(sheet.office, congress.is_cell()))
        .number("round", sheet.number, source())
        .flag("tie_break", sheet.kind == RoundKind::TieBreak)
        .text("method", words.method(sheet.method), source())
        .list("candidates", candidates)
        .number("summoned", electorate.summoned, source())
        .list("exclusions", exclusions)
        .number("present", electorate.present, source())
        .number("absent", electorate.summoned.saturating_sub(electorate.present), source())
}

/// The names behind an exclusion, as long as the roll still says the same number as when the round was opened.
fn sealed_names(congress: &Congress, people: u32, mark: Attendance) -> String {
    let names: Vec<&str> = congress.roll.names_marked(mark).collect();
    let same = u32::try_from(names.len()).is_ok_and(|number| number == people);
    if people > 0 && same { format!(" ({})", names.join(", ")) } else { String::new() }
}

fn result(facts: Facts, congress: &Congress, sheet: &RoundSheet, counted: &Counted, words: &Words) -> Facts {
    let source = || Source::Round(sheet.id.clone());
    let (result, proof) = (&counted.outcome, &counted.proof);
    let plain = |text: String| text.replace("**", "");
    // What was announced in spite of a warning stands beside the result, with the reason.
    let warnings = counted.warnings.iter().filter_map(|warning| {
        let reason = sheet.reason(&warning.code())?;
        Some(Facts::new().text("warning", words.warning(warning), source()).text("reason", reason, source()))
    });
    let round = &counted.round;
    let rows = proof.rows.iter().map(|row| {
        let mut said = words.inequality_said(row, proof);
        if let Some(decided) = words.not_among(row.verdict, round.office, round.seats, proof.rank(row)) {
            said = format!("{said} {decided}");
        }
        Facts::new()
            .text("name", &row.name, source())
            .text("inequality", plain(words.inequality(row, proof)), source())
            .text("said", plain(said), source())
    });
    outcome(congress, sheet, counted, words)
        .beneath(facts)
        .word("votes_label", words.vote_column(VoteColumn::For, sheet.method))
        .flag("marked", sheet.columns().len() > 1)
        .text("tied", result.tied.join(", "), source())
        .number("tied_seats", result.tied_for_seats, source())
        .text("alternates", result.alternates.join(", "), source())
        .text("next_step", result.next_step.map_or("", |step| words.next_step(step)), source())
        .list("warnings", warnings)
        .text("clause", words.clause(&proof.threshold_clause), source())
        .text("firmness", plain(words.alteration(counted.alteration.as_ref())), source())
        .list("proof", rows)
}

/// What the desk leaves on record: the printed ballots, who entered, who opened the round again, and the code.
fn desk(facts: Facts, sheet: &RoundSheet, counted: &Counted) -> Facts {
    let source = || Source::Round(sheet.id.clone());
    let counters: Vec<&str> = sheet.desk.passes.iter().map(|pass| pass.counter.as_str()).collect();
    let reopenings = sheet.desk.reopenings.iter().map(|reopening| {
        Facts::new().text("by", &reopening.by, source()).text("reason", &reopening.reason, source())
    });
    let code = Agreement::on(&counted.round).map(|agreement| agreement.code().to_string());
    let paper = sheet.paper;
    let facts = facts.text("counters", counters.join(", "), source()).list("reopenings", reopenings).text(
        "code",
        code.unwrap_or_default(),
        source(),
    );
    match (paper.printed, paper.exchanged, paper.unused) {
        (Some(printed), Some(exchanged), Some(unused)) => facts
            .number("printed", printed, source())
            .number("exchanged", exchanged, source())
            .number("unused", unused, source()),
        _ => facts,
    }
}
