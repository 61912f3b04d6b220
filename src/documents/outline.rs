//! Đề cương: a document's required sections, to be written in any editor.

use super::paper::{Block, Paper};
use crate::congress::Congress;
use crate::congress::preparation::drafts::DocumentTemplate;
use crate::congress::spelling::capital;
use crate::words::Words;

/// The empty outline of a document: each section's head, what belongs into it, and room.
pub fn outline(congress: &Congress, document: &DocumentTemplate, words: &Words) -> Paper {
    let details = &congress.details;
    let mut blocks = vec![
        Block::Title(capital(words.text(&document.title))),
        Block::Subject(words.congress_name(&details.organisation, &details.ordinal)),
    ];
    for (section, number) in document.outline.iter().zip(1..) {
        blocks.push(Block::Head(format!("{number}. {}", words.text(&section.title))));
        blocks.push(Block::Line(format!("({})", words.text(&section.hint))));
        blocks.push(Block::Line("………………………………………………………………………………………………".to_owned()));
    }
    Paper::of(details, blocks, words)
}
