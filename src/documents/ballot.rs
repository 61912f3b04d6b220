//! Phiếu bầu and phiếu kiểm đếm of one round: the ballots, several on a sheet, and the paper on which they are counted by
//! strokes where no machine is.
//!
//! A ballot bears no number, because the vote is secret.

use super::form::{Facts, filled};
use super::known::{no_picture, particulars};
use super::paper::{BallotForm, Block, Paper};
use super::text::{Source, Text};
use crate::congress::Congress;
use crate::congress::election::Method;
use crate::congress::election::sheet::RoundSheet;
use crate::words::Words;

/// Ballots on one sheet: as many as fit, all alike. Nothing where hands are raised.
pub fn ballots(congress: &Congress, sheet: &RoundSheet, words: &Words) -> Option<Paper> {
    if sheet.method == Method::ShowOfHands {
        return None;
    }
    let source = || Source::Round(sheet.id.clone());
    let agrees = sheet.method == Method::AgreeDisagree;
    let facts = Facts::new()
        .word("office", words.office_at(sheet.office, congress.is_cell()))
        .number("seats", sheet.seats, source())
        .number("round", sheet.number, source())
        .flag("again", sheet.number > 1)
        .flag("agrees", agrees)
        .beneath(particulars(congress, words));
    let mut paper = filled(congress, "ballots", &facts, words, no_picture);
    let names = sheet.names();
    let mut form = BallotForm {
        organisation: String::new(),
        title: String::new(),
        how: Text::default(),
        number: words.paper.number.to_owned(),
        name: words.paper.full_name.to_owned(),
        boxes: if agrees {
            [words.count.agree, words.count.disagree].map(str::to_owned).to_vec()
        } else {
            Vec::new()
        },
        names,
        stamp: words.reports.stamp.to_owned(),
    };
    // The words of the form stand on every ballot.
    let mut how = None;
    let wordings = std::mem::take(&mut paper.wordings);
    for (block, wording) in std::mem::take(&mut paper.blocks).into_iter().zip(wordings) {
        match block {
            Block::Subject(text) => form.organisation = text.to_string(),
            Block::Title(text) => form.title = text.to_string(),
            Block::Line(text) => {
                form.how = text;
                how = wording;
            }
            _ => {}
        }
    }
    // A third of a page holds six names, half a page fifteen.
    let several = match form.names.len() {
        0..=6 => 3,
        7..=15 => 2,
        _ => 1,
    };
    paper.push(Block::Ballots(vec![form; several]), how);
    Some(paper)
}

/// The sheet on which ballots are counted by strokes: for each name as many squares of five as there are voters.
pub fn tally_sheet(congress: &Congress, sheet: &RoundSheet, words: &Words) -> Option<Paper> {
    if sheet.method == Method::ShowOfHands {
        return None;
    }
    let source = || Source::Round(sheet.id.clone());
    let voters = sheet.issued.unwrap_or(sheet.electorate.present);
    let squares = "▢ ".repeat(usize::try_from(voters.div_ceil(5)).unwrap_or(0).min(MOST_SQUARES));
    let row = |number: String, name: &str| {
        Facts::new().word("number", number).text("name", name, source()).word("squares", &squares)
    };
    let mut rows = Vec::new();
    for (name, number) in sheet.names().into_iter().zip(1..) {
        let number: u32 = number;
        if sheet.method == Method::AgreeDisagree {
            rows.push(row(number.to_string(), &format!("{name}: {}", words.count.agree)));
            rows.push(row(number.to_string(), &format!("{name}: {}", words.count.disagree)));
        } else {
            rows.push(row(number.to_string(), &name));
        }
    }
    rows.push(row(String::new(), words.reports.invalid_ballots));
    let facts = Facts::new()
        .text(
            "round_title",
            words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind),
            source(),
        )
        .number("ballots", voters, source())
        .list("rows", rows)
        .beneath(particulars(congress, words));
    Some(filled(congress, "tally", &facts, words, no_picture))
}

/// The most squares in a row of the sheet: for a thousand ballots; more are counted on several sheets.
const MOST_SQUARES: usize = 200;
