//! Đề cương: a document's required sections, with what the handbook knows for each (who belongs, what members said of it),
//! to be written in any editor.

use super::form::{Facts, filled};
use super::known;
use super::paper::Paper;
use super::text::Source;
use crate::congress::Congress;
use crate::congress::people::Standing;
use crate::congress::preparation::drafts::{DocumentTemplate, Section};
use crate::words::Words;

/// The outline of a document: each section's head, what belongs into it, what is known for it, and room.
pub fn outline(congress: &Congress, document: &DocumentTemplate, words: &Words) -> Paper {
    let sections = document.outline.iter().zip(1..).map(|(section, number): (_, u32)| {
        Facts::new()
            .word("number", number.to_string())
            .word("title", words.text(&section.title))
            .word("hint", words.text(&section.hint))
            .flag("situation", section.id == "situation")
            .list("opinions", opinions(congress, document, section, words))
    });
    let people = congress.roll.people().iter();
    let probationary = people.filter(|person| person.standing == Standing::Probationary).count();
    let facts = Facts::new()
        .word("document", words.text(&document.title))
        .number("full", congress.roll.headcount().full, Source::Roll)
        .number("probationary_all", u32::try_from(probationary).unwrap_or(u32::MAX), Source::Roll)
        .list("sections", sections)
        .beneath(known::particulars(congress, words));
    filled(congress, "outline", &facts, words, known::no_picture)
}

/// What members said of a section, with what was made of it.
fn opinions(
    congress: &Congress,
    document: &DocumentTemplate,
    section: &Section,
    words: &Words,
) -> Vec<Facts> {
    let all = congress.preparation.opinions.iter();
    let of = all.filter(|opinion| opinion.said.document == document.id && opinion.said.section == section.id);
    let w = words.documents;
    let told = of.map(|opinion| {
        let answer = match opinion.accepted {
            Some(true) => w.accepted,
            Some(false) => w.declined,
            None => w.open,
        };
        Facts::new()
            .text("by", &opinion.said.by, Source::Drafts)
            .text("opinion", &opinion.said.text, Source::Drafts)
            .word("answer", answer)
    });
    told.collect()
}
