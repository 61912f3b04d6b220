//! Danh sách đảng viên dự đại hội: the roll with attendance.

use super::form::{Facts, filled};
use super::known::{attendance, no_picture, particulars};
use super::paper::Paper;
use super::text::Source::Roll;
use crate::congress::Congress;
use crate::words::Words;

/// The roll with each person's standing and attendance.
pub fn roll(congress: &Congress, words: &Words) -> Paper {
    let people = congress.roll.people().iter().zip(1..).map(|(person, number): (_, u32)| {
        Facts::new()
            .word("number", number.to_string())
            .text("name", &person.name, Roll)
            .text("standing", words.standing(person.standing), Roll)
            .text("attendance", words.attendance(person.attendance), Roll)
    });
    let facts = attendance(particulars(congress, words), congress).list("people", people);
    filled(congress, "roll", &facts, words, no_picture)
}
