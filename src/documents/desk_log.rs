//! Nhật ký ban kiểm phiếu: what was done at the tally desk, line by line.

use super::form::{Facts, filled};
use super::known;
use super::paper::Paper;
use super::text::Source;
use crate::congress::Congress;
use crate::words::Words;

/// The log of the counting board, of lines that say when, who and what, first to last.
pub fn desk_log(congress: &Congress, lines: &[[String; 3]], words: &Words) -> Paper {
    let lines = lines.iter().map(|[at, who, what]| {
        Facts::new().text("at", at, Source::Log).text("who", who, Source::Log).text("what", what, Source::Log)
    });
    let facts = Facts::new().list("lines", lines).beneath(known::particulars(congress, words));
    filled(congress, "desk_log", &facts, words, known::no_picture)
}
