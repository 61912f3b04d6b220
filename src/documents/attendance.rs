//! Báo cáo tình hình đảng viên dự đại hội, or for delegates báo cáo thẩm tra tư cách: who was summoned, who is here, who
//! is not and why, and what that makes of the base.

use super::form::{Facts, filled};
use super::known::{absences, no_picture, particulars};
use super::paper::Paper;
use super::text::Source::Roll;
use crate::congress::Congress;
use crate::congress::election::CongressForm;
use crate::congress::people::Person;
use crate::words::Words;

/// The report, by the roll as it stands. It is drawn up when the congress opens, not before.
pub fn attendance(congress: &Congress, words: &Words) -> Paper {
    let headcount = congress.roll.headcount();
    let electorate = congress.electorate();
    let absent =
        headcount.full.saturating_sub(headcount.full_present).saturating_sub(headcount.full_unmarked);
    let opened = congress.agenda.opened();
    let came_late = |person: &&Person| person.came_after(opened);
    let late: Vec<&str> =
        congress.roll.people().iter().filter(came_late).map(|person| person.name.as_str()).collect();
    let enough = electorate.base() > 0 && electorate.present >= electorate.quorum();
    let facts = Facts::new()
        .flag("delegates", congress.form() == CongressForm::Delegates)
        .number("full", headcount.full, Roll)
        .number("present", headcount.full_present, Roll)
        .number("absent", absent, Roll)
        .list("marks", absences(congress, words))
        .some_number("unmarked", Some(headcount.full_unmarked).filter(|unmarked| *unmarked > 0), Roll)
        .number("probationary", headcount.probationary_present, Roll)
        .text("late", late.join(", "), Roll)
        .number("base", electorate.base(), Roll)
        .number("quorum", electorate.quorum(), Roll)
        .flag("qualified", enough)
        .beneath(particulars(congress, words));
    filled(congress, "attendance", &facts, words, no_picture)
}
