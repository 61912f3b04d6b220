//! Chương trình đại hội: the programme with times, to lie on every seat.

use super::form::{Facts, filled};
use super::known::{no_picture, particulars};
use super::paper::Paper;
use super::text::Source::Programme;
use crate::congress::agenda::clock::Schedule;
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The programme as planned.
pub fn programme(congress: &Congress, words: &Words) -> Paper {
    let midnight = Moment(0);
    let schedule = Schedule::at(&congress.agenda, midnight, midnight, None);
    let mut items = Vec::new();
    for (index, (item, slot)) in congress.agenda.items.iter().zip(&schedule.slots).enumerate() {
        if let Some(sitting) = congress.agenda.sitting_opened_by(index) {
            items.push(Facts::new().word("title", words.sitting(sitting)));
        }
        let facts = Facts::new()
            .word("number", (index + 1).to_string())
            .text("time", Words::plan_time(slot.planned), Programme)
            .text("title", words.label(&item.title), Programme)
            .text("presenter", words.label(&item.presenter), Programme)
            .number("minutes", u32::from(item.minutes), Programme);
        items.push(facts);
    }
    let first = schedule.slots.first().map_or(midnight, |slot| slot.planned);
    let facts = Facts::new()
        .list("items", items)
        .number("minutes", congress.agenda.planned_minutes(), Programme)
        .text("from", Words::plan_time(first), Programme)
        .text("until", Words::plan_time(schedule.planned_end), Programme)
        .beneath(particulars(congress, words));
    filled(congress, "programme", &facts, words, no_picture)
}
