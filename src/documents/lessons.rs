//! Rút kinh nghiệm: what a congress learnt, by area, with the time that was lost.

use super::paper::{Block, Paper};
use crate::congress::preparation::lesson::{Area, Lesson};
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The lessons of the congress; `midnight` is the local midnight from which its agenda counts.
pub fn lessons(congress: &Congress, midnight: Moment, now: Moment, words: &Words) -> Paper {
    let details = &congress.details;
    let w = words.afterwards;
    let mut blocks = vec![
        Block::Title(w.paper_lessons.to_owned()),
        Block::Subject(words.congress_name(&details.organisation, &details.ordinal)),
    ];
    for area in Area::ALL {
        let of: Vec<&Lesson> = congress
            .preparation
            .lessons
            .iter()
            .filter(|lesson| lesson.area == area && !lesson.brought)
            .collect();
        let lost = congress.time_lost(area, midnight, now);
        if of.is_empty() && lost == 0 {
            continue;
        }
        blocks.push(Block::Head(words.area(area).to_owned()));
        if lost > 0 {
            blocks.push(Block::Line(format!("{} {}.", Words::clock(lost), w.time_lost)));
        }
        for (well, head) in [(true, w.well), (false, w.badly)] {
            let lines = of.iter().filter(|lesson| lesson.well == well);
            blocks.extend(lines.map(|lesson| Block::Line(format!("{head}: {}", lesson.text))));
        }
    }
    Paper::of(details, blocks, words)
}
