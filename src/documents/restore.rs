//! Bản in khôi phục: what a congress cannot do without, as QR codes on paper.

use super::form::{Facts, filled};
use super::known;
use super::paper::{Block, CodePicture, Paper};
use super::text::Source;
use crate::codes::Code;
use crate::congress::Congress;
use crate::congress::election::ballots::Agreement;
use crate::congress::essentials::Essentials;
use crate::words::Words;

/// What stands on the sheet of a congress, with its programme and, where that is too much, without.
pub fn essentials(congress: &Congress, words: &Words) -> [String; 2] {
    let word = [words.start.print_by, words.start.print_reason];
    let label = |label: &crate::congress::agenda::Label| words.label(label).to_owned();
    [Some(&label as &dyn Fn(&_) -> String), None].map(|label| Essentials::of(congress, label, word).to_text())
}

/// The sheet: what is on it, and the codes that hold it.
pub fn restore(congress: &Congress, with_programme: bool, codes: &[Code], words: &Words) -> Paper {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let items = number(congress.agenda.items.len());
    let outcomes = Essentials::outcomes(congress).filter_map(|(sheet, counted)| {
        let source = || Source::Round(sheet.id.clone());
        let title = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
        let code = Agreement::on(&counted.round)?.code().to_string();
        Some(Facts::new().text("title", title, source()).text("code", code, source()))
    });
    // The hash stands in every code, behind the third stroke and in front of the colon.
    let hash = codes.first().and_then(|code| code.text.split(['/', ':']).nth(3)).unwrap_or_default();
    let facts = Facts::new()
        .number("people", number(congress.roll.people().len()), Source::Roll)
        .some_number("items", Some(items).filter(|_| with_programme), Source::Programme)
        .number("codes", number(codes.len()), Source::Log)
        .text("hash", hash, Source::Log)
        .list("outcomes", outcomes)
        .beneath(known::particulars(congress, words));
    filled(congress, "restore", &facts, words, |_| {
        let pictures = codes.iter().zip(1..).map(|(code, place): (_, usize)| CodePicture {
            name: format!("{place}/{}", codes.len()),
            rows: code.rows.clone(),
        });
        vec![Block::Codes(pictures.collect())]
    })
}
