//! Rút kinh nghiệm: what a congress learnt, by area, with the time that was lost.

use super::form::{Facts, filled};
use super::known;
use super::paper::Paper;
use super::text::Source;
use crate::congress::preparation::lesson::{Area, Lesson};
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The lessons of the congress; `midnight` is the local midnight from which its agenda counts.
pub fn lessons(congress: &Congress, midnight: Moment, now: Moment, words: &Words) -> Paper {
    let areas = Area::ALL.into_iter().filter_map(|area| {
        let all = congress.preparation.lessons.iter();
        let of: Vec<&Lesson> = all.filter(|lesson| lesson.area == area && !lesson.brought).collect();
        let lost = congress.time_lost(area, midnight, now);
        if of.is_empty() && lost == 0 {
            return None;
        }
        let told = |well: bool| {
            let lessons = of.iter().filter(move |lesson| lesson.well == well);
            lessons
                .map(|lesson| Facts::new().text("lesson", &lesson.text, Source::Afterwards))
                .collect::<Vec<_>>()
        };
        let lost = if lost > 0 { Words::clock(lost) } else { String::new() };
        let facts = Facts::new().word("area", words.area(area)).text("lost", lost, Source::Run);
        Some(facts.list("well", told(true)).list("badly", told(false)))
    });
    let facts = Facts::new().list("areas", areas).beneath(known::particulars(congress, words));
    filled(congress, "lessons", &facts, words, known::no_picture)
}
