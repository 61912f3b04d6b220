//! Danh sách đảng viên dự đại hội: the roll with attendance.

use super::paper::{Align, Block, Column, Paper};
use crate::congress::Congress;
use crate::words::Words;

/// The roll with each person's standing and attendance.
pub fn roll(congress: &Congress, words: &Words) -> Paper {
    let headcount = congress.roll.headcount();
    let rows = congress.roll.people().iter().enumerate().map(|(index, person)| {
        vec![
            (index + 1).to_string(),
            person.name.clone(),
            words.standing(person.standing).to_owned(),
            words.attendance(person.attendance).to_owned(),
            String::new(),
        ]
    });
    let details = &congress.details;
    Paper::of(
        details,
        vec![
            Block::Title(words.paper.roll_title.to_owned()),
            Block::Subject(words.congress_name(&details.organisation, &details.ordinal)),
            Block::Line(words.roll_sum(
                headcount.full,
                headcount.full_present,
                headcount.probationary_present,
            )),
            Block::Table {
                columns: vec![
                    Column::new(words.paper.number, Align::Center),
                    Column::new(words.paper.full_name, Align::Left),
                    Column::new(words.prepare.standing, Align::Left),
                    Column::new(words.prepare.attendance, Align::Left),
                    Column::new(words.paper.signature, Align::Left),
                ],
                rows: rows.collect(),
            },
        ],
        words,
    )
}
