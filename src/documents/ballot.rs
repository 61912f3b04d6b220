//! Phiếu bầu and phiếu kiểm đếm of one round: the ballots, several on a sheet, and the paper on which they are counted by
//! strokes where no machine is.
//!
//! A ballot bears no number, because the vote is secret.

use super::paper::{Align, BallotForm, Block, Column, Paper, Signature, or_blank};
use crate::congress::Congress;
use crate::congress::election::Method;
use crate::congress::election::sheet::RoundSheet;
use crate::words::Words;

/// Ballots on one sheet: as many as fit, all alike. Nothing where hands are raised.
pub fn ballots(congress: &Congress, sheet: &RoundSheet, words: &Words) -> Option<Paper> {
    if sheet.method == Method::ShowOfHands {
        return None;
    }
    let details = &congress.details;
    let w = words.reports;
    let office = words.office_at(sheet.office, congress.is_cell());
    let names: Vec<String> = sheet.names();
    let boxes = match sheet.method {
        Method::AgreeDisagree => vec![words.count.agree.to_owned(), words.count.disagree.to_owned()],
        _ => Vec::new(),
    };
    // A third of a page holds six names, half a page fifteen.
    let several = match names.len() {
        0..=6 => 3,
        7..=15 => 2,
        _ => 1,
    };
    let form = BallotForm {
        organisation: words.congress_name(&details.organisation, &details.ordinal),
        title: words.ballot_title(office, &or_blank(&details.term), sheet.number),
        how: match sheet.method {
            Method::AgreeDisagree => w.how_agree.to_owned(),
            _ => words.how_strike(sheet.seats),
        },
        number: words.paper.number.to_owned(),
        name: words.paper.full_name.to_owned(),
        boxes,
        names,
        stamp: w.stamp.to_owned(),
    };
    let blocks = vec![Block::Ballots(vec![form; several])];
    Some(Paper::of(details, blocks, words))
}

/// The sheet on which ballots are counted by strokes: for each name as many squares of five as there are voters.
pub fn tally_sheet(congress: &Congress, sheet: &RoundSheet, words: &Words) -> Option<Paper> {
    if sheet.method == Method::ShowOfHands {
        return None;
    }
    let details = &congress.details;
    let w = words.reports;
    let voters = sheet.issued.unwrap_or(sheet.electorate.present);
    let squares = "▢ ".repeat(usize::try_from(voters.div_ceil(5)).unwrap_or(0).min(MOST_SQUARES));
    let mut rows = Vec::new();
    for (name, number) in sheet.names().into_iter().zip(1..) {
        let row = |what: &str| vec![number.to_string(), what.to_owned(), squares.clone(), String::new()];
        if sheet.method == Method::AgreeDisagree {
            rows.push(row(&format!("{name}: {}", words.count.agree)));
            rows.push(row(&format!("{name}: {}", words.count.disagree)));
        } else {
            rows.push(row(&name));
        }
    }
    rows.push(vec![String::new(), w.invalid_ballots.to_owned(), squares, String::new()]);
    let columns = vec![
        Column::new(words.paper.number, Align::Center),
        Column::new(words.paper.full_name, Align::Left),
        Column::new(w.squares, Align::Left),
        Column::new(words.course.sum, Align::Right),
    ];
    let title = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
    let blocks = vec![
        Block::Title(w.tally_title.to_owned()),
        Block::Subject(title),
        Block::Line(words.ballots_to_count(voters)),
        Block::Line(w.tally_note.to_owned()),
        Block::Table { columns, rows },
        Block::Signatures(vec![
            Signature { role: w.sign_reader.to_owned(), name: String::new() },
            Signature { role: w.sign_striker.to_owned(), name: String::new() },
            Signature { role: words.paper.sign_head.to_owned(), name: details.board_head.clone() },
        ]),
    ];
    Some(Paper::of(details, blocks, words))
}

/// The most squares in a row of the sheet: for a thousand ballots; more are counted on several sheets.
const MOST_SQUARES: usize = 200;
