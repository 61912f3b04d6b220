//! Kịch bản điều hành: what the chair says and does, item by item.

use super::form::{Facts, filled};
use super::known::{no_picture, particulars};
use super::paper::Paper;
use super::text::Source::Programme;
use crate::congress::agenda::clock::Schedule;
use crate::congress::agenda::template::VoteForm;
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The running script of the programme as planned.
pub fn script(congress: &Congress, words: &Words) -> Paper {
    let midnight = Moment(0);
    let schedule = Schedule::at(&congress.agenda, midnight, midnight, None);
    let items = congress.agenda.items.iter().zip(&schedule.slots).enumerate().map(|(index, (item, slot))| {
        let sitting = congress.agenda.sitting_opened_by(index).map(|sitting| words.sitting(sitting));
        let vote = if item.vote == VoteForm::None { "" } else { words.vote_form(item.vote) };
        Facts::new()
            .word("sitting", sitting.unwrap_or_default())
            .word("number", (index + 1).to_string())
            .text("time", Words::plan_time(slot.planned), Programme)
            .number("minutes", u32::from(item.minutes), Programme)
            .text("title", words.label(&item.title), Programme)
            .text("presenter", words.label(&item.presenter), Programme)
            .text("lead", words.label(&item.lead), Programme)
            .text("vote", vote, Programme)
            .text("minute", words.label(&item.minute), Programme)
    });
    let facts = Facts::new().list("items", items).beneath(particulars(congress, words));
    filled(congress, "script", &facts, words, no_picture)
}
