//! Báo cáo tình hình đảng viên dự đại hội, or for delegates báo cáo thẩm tra tư cách: who was summoned, who is here, who
//! is not and why, and what that makes of the base.

use super::paper::{Block, Paper, Signature};
use crate::congress::Congress;
use crate::congress::election::CongressForm;
use crate::congress::people::{Attendance, Person};
use crate::words::Words;

/// The report, by the roll as it stands. It is drawn up when the congress opens, not before.
pub fn attendance(congress: &Congress, words: &Words) -> Paper {
    let details = &congress.details;
    let w = words.reports;
    let delegates = congress.form() == CongressForm::Delegates;
    let headcount = congress.roll.headcount();
    let electorate = congress.electorate();
    let line = |name: &str, people: u32| Block::Line(format!("{name}: {}", words.people(people)));
    let mut blocks = vec![
        Block::Title(if delegates { w.credentials_title } else { w.attendance_title }.to_owned()),
        Block::Subject(words.congress_name(&details.organisation, &details.ordinal)),
        line(if delegates { w.delegates_summoned } else { w.summoned }, headcount.full),
        line(w.present, headcount.full_present),
    ];
    let absent =
        headcount.full.saturating_sub(headcount.full_present).saturating_sub(headcount.full_unmarked);
    blocks.push(line(w.absent, absent));
    let marks = Attendance::choices(congress.form()).into_iter();
    for mark in marks.filter(|mark| !matches!(mark, Attendance::Unmarked | Attendance::Present)) {
        let names: Vec<&str> = congress.roll.names_marked(mark).collect();
        if !names.is_empty() {
            blocks.push(Block::Line(format!(
                "– {}: {} ({})",
                words.attendance(mark),
                names.len(),
                names.join(", ")
            )));
        }
    }
    if headcount.full_unmarked > 0 {
        blocks.push(line(w.unmarked, headcount.full_unmarked));
    }
    if !delegates {
        blocks.push(line(w.probationary, headcount.probationary_present));
    }
    let begun = congress.agenda.first_begun();
    let late: Vec<&str> = congress
        .roll
        .people()
        .iter()
        .filter(|person: &&Person| person.came_after(begun))
        .map(|person| person.name.as_str())
        .collect();
    if !late.is_empty() {
        blocks.push(Block::Line(format!("{}: {}", w.late, late.join(", "))));
    }
    blocks.push(line(w.base, electorate.base()));
    let enough = electorate.base() > 0 && electorate.present >= electorate.quorum();
    blocks.push(Block::Line(words.quorum(electorate.present, electorate.base(), electorate.quorum())));
    blocks.push(Block::Line(if enough { w.qualified } else { w.not_qualified }.to_owned()));
    let role = if delegates { w.sign_credentials } else { w.sign_convener };
    blocks.push(Block::Signatures(vec![Signature { role: role.to_owned(), name: String::new() }]));
    Paper::of(details, blocks, words)
}
