//! Đề cương: a document's required sections, with what the handbook knows for each, to be written in any editor.

use super::form::{Facts, filled};
use super::known;
use super::paper::Paper;
use crate::congress::Congress;
use crate::congress::preparation::drafts::DocumentTemplate;
use crate::words::Words;

/// The empty outline of a document: each section's head, what belongs into it, and room.
pub fn outline(congress: &Congress, document: &DocumentTemplate, words: &Words) -> Paper {
    let sections = document.outline.iter().zip(1..).map(|(section, number): (_, u32)| {
        Facts::new()
            .word("number", number.to_string())
            .word("title", words.text(&section.title))
            .word("hint", words.text(&section.hint))
    });
    let facts = Facts::new().word("document", words.text(&document.title)).list("sections", sections);
    let facts = facts.beneath(known::particulars(congress, words));
    filled(congress, "outline", &facts, words, known::no_picture)
}
