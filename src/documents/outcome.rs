//! What goes to the superior: the report on the congress (báo cáo kết quả) and the submission for ratification (tờ trình);
//! and the skeleton of the resolution (nghị quyết). What the handbook does not know is a dotted blank.

use super::minutes::sealed;
use super::paper::{Block, Paper, Signature, or_blank};
use crate::congress::election::Office;
use crate::congress::moment::MINUTE_MS;
use crate::congress::preparation::DocumentState;
use crate::congress::preparation::dossier::{DossierPart, PartKind};
use crate::congress::preparation::drafts::DocumentTemplate;
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The report on the congress; `midnight` is the local midnight from which its agenda counts.
pub fn result_report(congress: &Congress, midnight: Moment, words: &Words) -> Paper {
    let details = &congress.details;
    let w = words.outcome_papers;
    let mut blocks = vec![
        Block::Title(w.report_title.to_owned()),
        Block::Subject(words.congress_name(&details.organisation, &or_blank(&details.ordinal))),
        Block::Line(format!("{}: {}", w.to, or_blank(&details.superior))),
    ];
    blocks.extend(identity(congress, midnight, words));
    blocks.extend(documents(congress, words));
    blocks.push(Block::Head(w.head_rounds.to_owned()));
    for (sheet, counted) in sealed(congress).filter(|(sheet, _)| sheet.office != Office::OpenVote) {
        let ballots = &counted.round.ballots;
        let title = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
        let figures =
            words.minutes_ballots(ballots.issued, ballots.collected, ballots.valid, ballots.invalid);
        blocks.push(Block::Line(format!("{title}. {}: {}. {figures}", words.count.seats, sheet.seats)));
        if counted.outcome.vacancies > 0 {
            blocks.push(Block::Line(format!("{}: {}", w.shortfall, counted.outcome.vacancies)));
        }
    }
    if matches!(blocks.last(), Some(Block::Head(_))) {
        blocks.push(Block::Line(w.blank_line.to_owned()));
    }
    blocks.push(Block::Head(w.head_elected.to_owned()));
    blocks.extend(elected(congress, words));
    blocks.push(Block::Line(w.profile.to_owned()));
    blocks.push(Block::Head(w.head_complaints.to_owned()));
    blocks.push(Block::Line(w.blank_line.to_owned()));
    blocks.push(Block::Head(w.head_lessons.to_owned()));
    let lessons = congress.preparation.lessons.iter().filter(|lesson| !lesson.brought);
    let lessons: Vec<Block> = lessons
        .map(|lesson| Block::Line(format!("– {}: {}", words.area(lesson.area), lesson.text)))
        .collect();
    blocks.extend(if lessons.is_empty() { vec![Block::Line(w.blank_line.to_owned())] } else { lessons });
    blocks.push(signature(congress, words));
    Paper::of(details, blocks, words)
}

/// The submission for ratification with the list of its papers.
pub fn submission(congress: &Congress, words: &Words) -> Paper {
    let details = &congress.details;
    let w = words.outcome_papers;
    let mut blocks = vec![
        Block::Title(w.submission_title.to_owned()),
        Block::Subject(words.submission_subject(&details.organisation, &or_blank(&details.term))),
        Block::Line(format!("{}: {}", w.to, or_blank(&details.superior))),
        Block::Line(w.submission_ask.to_owned()),
    ];
    blocks.extend(elected(congress, words));
    blocks.push(Block::Head(w.attached.to_owned()));
    let parts = DossierPart::of(PartKind::Ratification).zip(1..);
    blocks.extend(parts.map(|(part, number)| Block::Line(format!("{number}. {}", words.text(&part.title)))));
    blocks.push(signature(congress, words));
    Paper::of(details, blocks, words)
}

/// The skeleton of the resolution, with whom the congress elected.
pub fn resolution(congress: &Congress, words: &Words) -> Paper {
    let details = &congress.details;
    let w = words.outcome_papers;
    let mut blocks = vec![
        Block::Title(w.resolution_title.to_owned()),
        Block::Subject(words.congress_name(&details.organisation, &or_blank(&details.ordinal))),
        Block::Subject(words.backdrop_term(&or_blank(&details.term))),
        Block::Line(words.resolution_basis(&details.organisation, &words.paper_date(details.date))),
        Block::Head(w.resolves.to_owned()),
        Block::Line(w.part_reports.to_owned()),
        Block::Line(w.part_review.to_owned()),
        Block::Line(w.part_elected.to_owned()),
    ];
    blocks.extend(elected(congress, words));
    blocks.push(Block::Line(w.part_duty.to_owned()));
    blocks.push(Block::Signatures(vec![Signature {
        role: words.paper.sign_presidium.to_owned(),
        name: details.chair.clone(),
    }]));
    Paper::of(details, blocks, words)
}

fn identity(congress: &Congress, midnight: Moment, words: &Words) -> Vec<Block> {
    let details = &congress.details;
    let w = words.outcome_papers;
    let headcount = congress.roll.headcount();
    let time = |at: Moment| {
        u16::try_from(at.since(midnight).div_euclid(MINUTE_MS)).map(Words::minute_of_day).unwrap_or_default()
    };
    let (begun, closed) = (congress.agenda.first_begun().map(time), congress.agenda.closed.map(time));
    let span = words.congress_span(&words.paper_date(details.date), begun.as_deref(), closed.as_deref());
    let line = |name: &str, text: &str| Block::Line(format!("{name}: {text}"));
    let absent = headcount.full.saturating_sub(headcount.full_present);
    vec![
        Block::Head(w.head_congress.to_owned()),
        line(w.kind, words.kind(details.kind)),
        Block::Line(span),
        line(words.reports.place, &or_blank(&details.place)),
        Block::Head(w.head_attendance.to_owned()),
        line(words.summoned(congress.form()), &words.people(headcount.full)),
        line(words.reports.present, &words.people(headcount.full_present)),
        line(words.reports.absent, &words.people(absent)),
        line(words.reports.probationary, &words.people(headcount.probationary_present)),
    ]
}

fn documents(congress: &Congress, words: &Words) -> Vec<Block> {
    let w = words.outcome_papers;
    let mut blocks = vec![Block::Head(w.head_documents.to_owned())];
    for document in DocumentTemplate::of(congress.details.kind) {
        let approved = congress
            .preparation
            .document(&document.id)
            .and_then(|progress| progress.since(DocumentState::Approved));
        let told = approved
            .map_or_else(|| w.not_approved.to_owned(), |day| format!("{} {}", w.approved, words.date(day)));
        blocks.push(Block::Line(format!("– {}: {told}", words.text(&document.title))));
    }
    let opinions = &congress.preparation.opinions;
    let accepted = opinions.iter().filter(|opinion| opinion.accepted == Some(true)).count();
    blocks.push(Block::Line(format!("{}: {} ({} {accepted})", w.opinions, opinions.len(), w.accepted)));
    let spoke = congress.agenda.speakers.iter().filter(|speaker| speaker.turn.is_some()).count();
    blocks.push(Block::Line(format!("{}: {spoke}", w.speakers)));
    blocks
}

/// Everybody who was elected, office by office, with votes and share.
fn elected(congress: &Congress, words: &Words) -> Vec<Block> {
    let mut lines = Vec::new();
    for (sheet, counted) in sealed(congress).filter(|(sheet, _)| sheet.office != Office::OpenVote) {
        let office = words.office_at(sheet.office, congress.is_cell());
        let base = counted.proof.base.base;
        let names = counted.outcome.elected.iter();
        lines.extend(names.filter_map(|name| {
            let row = counted.proof.rows.iter().find(|row| row.name == *name)?;
            let share = words.share(row.share_hundredths);
            Some(Block::Line(words.elected_line(office, name, row.votes, base, &share)))
        }));
    }
    if lines.is_empty() {
        lines.push(Block::Line(words.outcome_papers.blank_line.to_owned()));
    }
    lines
}

fn signature(congress: &Congress, words: &Words) -> Block {
    let name = congress.elected(Office::Secretary).into_iter().next().unwrap_or_default();
    Block::Signatures(vec![Signature { role: words.outcome_papers.sign_secretary.to_owned(), name }])
}
