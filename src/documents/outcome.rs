//! What goes to the superior: the report on the congress (báo cáo kết quả) and the submission for ratification (tờ trình);
//! and the skeleton of the resolution (nghị quyết). What the handbook does not know is a dotted blank.

use super::form::{Facts, filled};
use super::known;
use super::paper::Paper;
use super::text::Source;
use crate::congress::election::Office;
use crate::congress::preparation::DocumentState;
use crate::congress::preparation::dossier::{DossierPart, PartKind};
use crate::congress::preparation::drafts::DocumentTemplate;
use crate::congress::{Congress, CongressKind, Moment};
use crate::words::Words;

/// The report on the congress; `midnight` is the local midnight from which its agenda counts.
pub fn result_report(congress: &Congress, midnight: Moment, words: &Words) -> Paper {
    let rounds =
        known::elections(congress).map(|(sheet, counted)| known::outcome(congress, sheet, &counted, words));
    let lessons = congress.preparation.lessons.iter().filter(|lesson| !lesson.brought);
    let lessons = lessons.map(|lesson| {
        Facts::new().word("area", words.area(lesson.area)).text("lesson", &lesson.text, Source::Afterwards)
    });
    let facts = Facts::new().list("rounds", rounds).list("lessons", lessons);
    let facts = drafts(known::attendance(facts, congress), congress, words);
    let facts = known::span(facts, congress, midnight).beneath(elected(congress, words));
    filled(congress, "report", &facts, words, known::no_picture)
}

/// The submission for ratification with the list of its papers.
pub fn submission(congress: &Congress, words: &Words) -> Paper {
    let parts = DossierPart::of(PartKind::Ratification);
    // The submission is what the others are attached to.
    let parts =
        parts.filter(|part| part.id != "ratification/submission").zip(1..).map(|(part, number): (_, u32)| {
            Facts::new().word("number", number.to_string()).word("part", words.text(&part.title))
        });
    let facts = Facts::new().list("parts", parts).beneath(elected(congress, words));
    filled(congress, "submission", &facts, words, known::no_picture)
}

/// The skeleton of the resolution, with whom the congress elected.
pub fn resolution(congress: &Congress, words: &Words) -> Paper {
    filled(congress, "resolution", &elected(congress, words), words, known::no_picture)
}

/// Who was elected, and who signs for them.
fn elected(congress: &Congress, words: &Words) -> Facts {
    let secretary = congress.elected(Office::Secretary).into_iter().next().unwrap_or_default();
    let kind = congress.details.kind;
    Facts::new()
        .flag("by_cell_committee", kind == CongressKind::CellCommittee)
        .flag("by_cell", kind == CongressKind::CellNoCommittee)
        .flag("by_committee", !congress.is_cell())
        .text("secretary", secretary, Source::Rounds)
        .list("elected", known::everybody_elected(congress, words))
        .beneath(known::particulars(congress, words))
}

/// The documents with the days of their approval, and who has said something.
fn drafts(facts: Facts, congress: &Congress, words: &Words) -> Facts {
    let progress = |document: &DocumentTemplate| {
        congress.preparation.document(&document.id)?.since(DocumentState::Approved)
    };
    let named = |document: &DocumentTemplate| Facts::new().word("title", words.text(&document.title));
    let documents: Vec<_> = DocumentTemplate::of(congress.details.kind).collect();
    let approved = documents.iter().filter_map(|document| {
        Some(named(document).text("approved", words.date(progress(document)?), Source::Drafts))
    });
    let not = documents.iter().filter(|document| progress(document).is_none()).map(|one| named(one));
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let opinions = &congress.preparation.opinions;
    let accepted = opinions.iter().filter(|opinion| opinion.accepted == Some(true)).count();
    let spoke = congress.agenda.speakers.iter().filter(|speaker| speaker.turn.is_some()).count();
    facts
        .list("approved", approved)
        .list("not_approved", not)
        .number("opinions", number(opinions.len()), Source::Drafts)
        .number("accepted", number(accepted), Source::Drafts)
        .number("spoke", number(spoke), Source::Run)
}
