//! Sơ đồ trang trí: the backdrop's title, the slogans, and what stands where, seen from the floor.

use super::paper::{Block, Paper, Stage, or_blank};
use crate::congress::preparation::decoration::Decoration;
use crate::congress::spelling::capital;
use crate::congress::{Congress, Details};
use crate::words::Words;

/// The plan of the decoration.
pub fn decoration(congress: &Congress, words: &Words) -> Paper {
    let details = &congress.details;
    let w = words.decoration;
    let mut blocks = vec![
        Block::Title(w.title.to_owned()),
        Block::Subject(words.congress_name(&details.organisation, &details.ordinal)),
    ];
    if let Some(plan) = Decoration::party() {
        let slogan = |id: &str| {
            let own = congress.preparation.slogans.iter().find(|(place, _)| place == id);
            let proposed = plan.slogans.iter().find(|slogan| slogan.id == id);
            own.map_or_else(
                || proposed.map(|slogan| words.text(&slogan.text).to_owned()).unwrap_or_default(),
                |(_, text)| text.clone(),
            )
        };
        let pieces =
            plan.pieces.iter().map(|piece| (piece.row, piece.column, words.text(&piece.name).to_owned()));
        blocks.push(Block::Stage(Stage {
            top: slogan("top"),
            left: slogan("left"),
            right: slogan("right"),
            backdrop: backdrop(details, words),
            pieces: pieces.collect(),
            floor: w.floor.to_owned(),
        }));
        blocks.push(Block::Head(w.slogans.to_owned()));
        for place in &plan.slogans {
            blocks.push(Block::Line(format!("{}: {}", words.text(&place.place), slogan(&place.id))));
        }
        blocks.push(Block::Line(format!("{} {}", w.source, words.text(&plan.source))));
    }
    Paper::of(details, blocks, words)
}

/// The lines of the backdrop's title: the organisation, which congress, and the term.
pub fn backdrop(details: &Details, words: &Words) -> Vec<String> {
    vec![
        capital(&details.organisation),
        capital(&words.backdrop_congress(&or_blank(&details.ordinal))),
        words.backdrop_term(&or_blank(&details.term)),
    ]
}

/// What does not fit together in the title: the ordinal or the term is missing, or the term does not begin in the year
/// of the congress.
pub fn backdrop_faults(details: &Details) -> [bool; 3] {
    let begins = details.term.split(|letter: char| !letter.is_ascii_digit()).find(|part| part.len() == 4);
    let year = chrono::Datelike::year(&details.date).to_string();
    [
        details.ordinal.trim().is_empty(),
        details.term.trim().is_empty(),
        begins.is_some_and(|begins| begins != year),
    ]
}
