//! Documents through their approval, their outlines and reviews, and the opinions on them.

use crate::hall::{FULL, Hall, LIST};
use crate::{date, prepare, refused};
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::{AgendaChange, TurnKind};
use so_tay_dai_hoi::congress::id::{DocumentId, OpinionId, SpeakerId};
use so_tay_dai_hoi::congress::preparation::drafts::{DocumentSet, DocumentTemplate};
use so_tay_dai_hoi::congress::preparation::opinion::NewOpinion;
use so_tay_dai_hoi::congress::preparation::{DocumentState, PreparationChange};
use so_tay_dai_hoi::congress::{Change, CongressKind, Moment, Refusal};
use std::collections::HashSet;

fn come(id: &str, state: DocumentState, on: &str, reason: &str) -> PreparationChange {
    PreparationChange::Document { id: id.into(), state, on: date(on), reason: reason.to_owned() }
}

fn titles(kind: CongressKind) -> Vec<&'static str> {
    DocumentTemplate::of(kind).map(|document| document.id.as_str()).collect()
}

#[test]
fn each_kind_has_its_documents() {
    let all = ["political_report", "self_review", "resolution", "action_programme", "personnel_scheme"];
    assert_eq!(titles(CongressKind::CellCommittee), all);
    assert_eq!(titles(CongressKind::GrassrootsDelegates), all);
    // A cell without a committee reviews its secretary within the report.
    assert_eq!(titles(CongressKind::CellNoCommittee), [all[0], all[2], all[3], all[4]]);
}

#[test]
fn the_data_are_whole() {
    let set = DocumentSet::party().unwrap();
    for document in &set.documents {
        let mut ids = HashSet::new();
        for id in document.outline.iter().map(|section| &section.id) {
            assert!(ids.insert(id.clone()), "{id}");
        }
        assert!(document.title.is_filled() && !document.review.is_empty());
        let sections = document.outline.iter().all(|one| one.title.is_filled() && one.hint.is_filled());
        assert!(sections && document.review.iter().all(|question| question.text.is_filled()));
    }
    // The lesson that the first note names: the two reports have a layout.
    for (id, sections) in [("political_report", 8), ("self_review", 6)] {
        let document = set.documents.iter().find(|document| document.id.as_str() == id).unwrap();
        assert_eq!(document.outline.len(), sections);
    }
}

#[test]
fn a_document_goes_forth_and_back_with_its_dates() {
    let mut hall = crate::gated();
    let id = DocumentId::from("political_report");
    prepare(&mut hall, come("political_report", DocumentState::Discussed, "2022-04-20", ""));
    prepare(&mut hall, come("political_report", DocumentState::Sent, "2022-04-25", ""));
    let document = hall.congress().preparation.document(&id).unwrap().clone();
    assert_eq!(document.since(DocumentState::Discussed), Some(date("2022-04-20")));
    assert_eq!(document.since(DocumentState::Sent), Some(date("2022-04-25")));
    assert_eq!(document.since(DocumentState::Approved), None);
    // Sent back, it loses what came after.
    prepare(&mut hall, come("political_report", DocumentState::Discussed, "2022-04-28", ""));
    let document = hall.congress().preparation.document(&id).unwrap().clone();
    assert_eq!(document.dates, [(DocumentState::Discussed, date("2022-04-28"))]);
    assert_eq!(refused(&mut hall, come("other", DocumentState::Sent, "2022-04-25", "")), Some(Refusal::Gone));
}

/// A document that somebody says is being written is begun, and those not approved yet come one after the other.
#[test]
fn the_next_document_is_the_first_that_is_not_approved() {
    let mut hall = crate::gated();
    let next = |hall: &Hall| hall.congress().next_document().map(|document| document.id.to_string());
    assert_eq!(next(&hall).as_deref(), Some("political_report"));
    prepare(&mut hall, come("political_report", DocumentState::Drafting, "2022-04-20", ""));
    let id = DocumentId::from("political_report");
    assert!(hall.congress().preparation.document(&id).unwrap().is_begun());
    for id in titles(CongressKind::CellCommittee) {
        assert_eq!(next(&hall).as_deref(), Some(id));
        prepare(&mut hall, come(id, DocumentState::Approved, "2022-05-01", ""));
    }
    assert_eq!(next(&hall), None);
}

#[test]
fn the_scheme_follows_the_documents_or_a_reason() {
    let mut hall = crate::gated();
    let early = |reason| come("personnel_scheme", DocumentState::Approved, "2022-05-05", reason);
    assert_eq!(refused(&mut hall, early("")), Some(Refusal::DocumentsFirst));
    for id in ["political_report", "self_review", "resolution"] {
        prepare(&mut hall, come(id, DocumentState::Approved, "2022-05-01", ""));
    }
    assert_eq!(refused(&mut hall, early(" ")), Some(Refusal::DocumentsFirst));
    // Every step before the last is free.
    prepare(&mut hall, come("personnel_scheme", DocumentState::Sent, "2022-05-02", ""));
    prepare(&mut hall, early("Cấp ủy cấp trên duyệt cùng buổi"));
    let scheme = hall.congress().preparation.document(&"personnel_scheme".into()).unwrap().clone();
    assert_eq!(scheme.reason, "Cấp ủy cấp trên duyệt cùng buổi");
    prepare(&mut hall, come("action_programme", DocumentState::Approved, "2022-05-03", ""));
    prepare(&mut hall, early(""));
}

#[test]
fn outlines_and_reviews_are_ticked() {
    let mut hall = crate::gated();
    let id = DocumentId::from("political_report");
    let written = |section: &str, written| PreparationChange::SectionWritten {
        document: "political_report".into(),
        section: section.to_owned(),
        written,
    };
    let review = |question: &str, holds| PreparationChange::Reviewed {
        document: "political_report".into(),
        question: question.to_owned(),
        holds,
    };
    prepare(&mut hall, written("limits", true));
    prepare(&mut hall, review("targets", Some(false)));
    let of = |hall: &Hall| {
        let document = hall.congress().preparation.document(&id).unwrap();
        (document.has_written("limits"), document.answer("targets"))
    };
    assert_eq!(of(&hall), (true, Some(false)));
    assert!(hall.congress().preparation.document(&id).unwrap().is_begun());
    prepare(&mut hall, written("limits", false));
    prepare(&mut hall, review("targets", None));
    assert_eq!(of(&hall), (false, None));
    assert!(!hall.congress().preparation.document(&id).unwrap().is_begun());
    assert_eq!(refused(&mut hall, written("no such", true)), Some(Refusal::Gone));
    assert_eq!(refused(&mut hall, review("no such", None)), Some(Refusal::Gone));
}

#[test]
fn opinions_are_answered_and_whoever_was_heard_is_counted() {
    let mut hall = crate::gated();
    let (silent, all) = hall.congress().heard();
    assert_eq!((silent.len(), all), (19, 19));
    let said = |section: &str, by: &str, text: &str| {
        PreparationChange::OpinionAdded(NewOpinion {
            document: "political_report".into(),
            section: section.to_owned(),
            by: by.to_owned(),
            text: text.to_owned(),
        })
    };
    assert_eq!(refused(&mut hall, said("limits", LIST[0], " ")), Some(Refusal::EmptyText));
    assert_eq!(refused(&mut hall, said("no such", LIST[0], "Ý kiến")), Some(Refusal::Gone));
    let first = OpinionId::made_by(&prepare(&mut hall, said("limits", LIST[0], "Nêu rõ chỉ tiêu")), 0);
    let second = OpinionId::made_by(&prepare(&mut hall, said("", "", "Văn dài")), 0);
    let answer = |id: &OpinionId, accepted, reason: &str| PreparationChange::OpinionAnswered {
        id: id.clone(),
        accepted,
        reason: reason.to_owned(),
    };
    assert_eq!(refused(&mut hall, answer(&first, Some(false), "")), Some(Refusal::EmptyText));
    prepare(&mut hall, answer(&first, Some(true), ""));
    prepare(&mut hall, answer(&second, Some(false), "Giữ theo hướng dẫn"));
    assert_eq!(hall.congress().preparation.open_opinions(), 0);
    prepare(&mut hall, PreparationChange::OpinionRemoved(second.clone()));
    assert_eq!(refused(&mut hall, answer(&second, None, "")), Some(Refusal::Gone));
    // One has said something before, another speaks at the congress; whoever only waits was not heard yet.
    let ask = |name: &str| {
        let speaker = NewSpeaker { name: name.to_owned(), kind: TurnKind::Paper, subject: String::new() };
        Change::from(AgendaChange::SpeakerAdded(speaker))
    };
    let id = SpeakerId::made_by(&hall.act(ask(LIST[1])), 0);
    hall.act(ask(LIST[2]));
    let gate = so_tay_dai_hoi::congress::preparation::Gate::Opening;
    let facts = hall.congress().gate_facts(gate).to_vec();
    let (by, reason) = (FULL[0].to_owned(), "Thử".to_owned());
    prepare(&mut hall, PreparationChange::GatePassed { gate, facts, by, reason });
    let item = hall.item(0);
    hall.act(Change::ItemBegun { id: item, at: Moment(1) });
    hall.act(AgendaChange::SpeakerBegun { id, at: Moment(2) }.into());
    let (silent, all) = hall.congress().heard();
    assert_eq!((silent.len(), all), (17, 19));
    assert!(!silent.iter().any(|name| name == LIST[0] || name == LIST[1]));
}
