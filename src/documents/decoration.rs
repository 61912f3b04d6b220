//! Sơ đồ trang trí: the backdrop's title, the slogans, and what stands where, seen from the floor.

use super::form::{Facts, filled};
use super::known::particulars;
use super::paper::{Block, Paper, Stage, or_blank};
use super::text::Source;
use crate::congress::preparation::decoration::{Decoration, Slogan};
use crate::congress::spelling::capital;
use crate::congress::{Congress, Details};
use crate::words::Words;

/// The plan of the decoration.
pub fn decoration(congress: &Congress, words: &Words) -> Paper {
    let plan = Decoration::party();
    let slogan = |slogan: &Slogan| {
        let own = congress.preparation.slogans.iter().find(|(place, _)| *place == slogan.id);
        own.map_or_else(|| words.text(&slogan.text).to_owned(), |(_, text)| text.clone())
    };
    let slogans: Vec<(&Slogan, String)> =
        plan.iter().flat_map(|plan| &plan.slogans).map(|place| (place, slogan(place))).collect();
    let told = |(place, text): &(&Slogan, String)| {
        Facts::new().word("place", words.text(&place.place)).text("slogan", text, Source::Particulars)
    };
    let facts = Facts::new()
        .list("slogans", slogans.iter().map(told))
        .word("source", plan.map_or("", |plan| words.text(&plan.source)))
        .beneath(particulars(congress, words));
    filled(congress, "decoration", &facts, words, |_| {
        let at = |id: &str| {
            slogans.iter().find(|(place, _)| place.id == id).map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let pieces = plan.iter().flat_map(|plan| &plan.pieces);
        let pieces = pieces.map(|piece| (piece.row, piece.column, words.text(&piece.name).to_owned()));
        let stage = Stage {
            top: at("top"),
            left: at("left"),
            right: at("right"),
            backdrop: backdrop(&congress.details, words),
            pieces: pieces.collect(),
            floor: words.decoration.floor.to_owned(),
        };
        vec![Block::Stage(stage)]
    })
}

/// The lines of the backdrop's title: the organisation, which congress, and the term.
pub fn backdrop(details: &Details, words: &Words) -> Vec<String> {
    vec![
        capital(&details.organisation),
        capital(&words.backdrop_congress(&or_blank(&details.ordinal))),
        words.backdrop_term(&or_blank(&details.term)),
    ]
}

/// Whether the term does not begin in the year of the congress.
pub fn is_of_another_year(details: &Details) -> bool {
    let begins = details.term.split(|letter: char| !letter.is_ascii_digit()).find(|part| part.len() == 4);
    let year = chrono::Datelike::year(&details.date).to_string();
    begins.is_some_and(|begins| begins != year)
}
