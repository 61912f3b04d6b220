//! What the superior writes: the reply with comments on the documents (công văn trả lời) and the decision of ratification
//! (quyết định chuẩn y), begun with what the congress's own handbook knows.

use super::form::{Facts, filled};
use super::known;
use super::paper::Paper;
use crate::congress::Congress;
use crate::congress::preparation::drafts::DocumentTemplate;
use crate::words::Words;

/// The reply, with room for comments on each document.
pub fn reply(congress: &Congress, words: &Words) -> Paper {
    let documents = DocumentTemplate::of(congress.details.kind).zip(1..);
    let documents = documents.map(|(document, number): (_, u32)| {
        Facts::new().word("number", number.to_string()).word("title", words.text(&document.title))
    });
    let facts = Facts::new().list("documents", documents).beneath(known::particulars(congress, words));
    filled(congress, "reply", &facts, words, known::no_picture)
}

/// The decision that ratifies whom the congress elected.
pub fn ratification_decision(congress: &Congress, words: &Words) -> Paper {
    let facts = Facts::new()
        .list("elected", known::everybody_elected(congress, words))
        .beneath(known::particulars(congress, words));
    filled(congress, "ratification", &facts, words, known::no_picture)
}
