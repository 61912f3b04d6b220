//! Chương trình đại hội: the programme with times, to lie on every seat.

use super::paper::{Align, Block, Column, Paper};
use crate::congress::Congress;
use crate::congress::Moment;
use crate::congress::agenda::clock::Schedule;
use crate::words::Words;

/// The programme as planned.
pub fn programme(congress: &Congress, words: &Words) -> Paper {
    let midnight = Moment(0);
    let schedule = Schedule::at(&congress.agenda, midnight, midnight, None);
    let rows =
        congress.agenda.items.iter().zip(&schedule.slots).enumerate().flat_map(|(index, (item, slot))| {
            let sitting = congress.agenda.sitting_opened_by(index).map(|sitting| {
                let name = words.sitting(sitting);
                vec![String::new(), String::new(), name, String::new(), String::new()]
            });
            sitting.into_iter().chain([vec![
                (index + 1).to_string(),
                Words::plan_time(slot.planned),
                words.label(&item.title).to_owned(),
                words.label(&item.presenter).to_owned(),
                item.minutes.to_string(),
            ]])
        });
    let details = &congress.details;
    Paper::of(
        details,
        vec![
            Block::Title(words.paper.programme_title.to_owned()),
            Block::Subject(words.congress_name(&details.organisation, &details.ordinal)),
            Block::Line(words.programme_sum(
                congress.agenda.planned_minutes(),
                &Words::plan_time(schedule.slots.first().map_or(midnight, |slot| slot.planned)),
                &Words::plan_time(schedule.planned_end),
            )),
            Block::Table {
                columns: vec![
                    Column::new(words.paper.number, Align::Center),
                    Column::new(words.prepare.planned, Align::Center),
                    Column::new(words.prepare.item, Align::Left),
                    Column::new(words.prepare.presenter, Align::Left),
                    Column::new(words.prepare.minutes, Align::Right),
                ],
                rows: rows.collect(),
            },
        ],
        words,
    )
}
