//! Kịch bản điều hành: what the chair says and does, item by item.

use super::paper::{Block, Paper};
use crate::congress::agenda::clock::Schedule;
use crate::congress::agenda::template::VoteForm;
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The running script of the programme as planned.
pub fn script(congress: &Congress, words: &Words) -> Paper {
    let details = &congress.details;
    let w = words.reports;
    let midnight = Moment(0);
    let schedule = Schedule::at(&congress.agenda, midnight, midnight, None);
    let mut blocks = vec![
        Block::Title(w.script_title.to_owned()),
        Block::Subject(words.congress_name(&details.organisation, &details.ordinal)),
    ];
    for (index, (item, slot)) in congress.agenda.items.iter().zip(&schedule.slots).enumerate() {
        if let Some(sitting) = congress.agenda.sitting_opened_by(index) {
            blocks.push(Block::Subject(words.sitting(sitting)));
        }
        let time = Words::plan_time(slot.planned);
        let minutes = words.minutes(i64::from(item.minutes));
        blocks.push(Block::Head(format!("{}. {time}, {minutes}: {}", index + 1, words.label(&item.title))));
        let mut line = |name: &str, text: &str| {
            if !text.trim().is_empty() {
                blocks.push(Block::Line(format!("{name}: {text}")));
            }
        };
        line(w.led_by, words.label(&item.presenter));
        line(w.says, words.label(&item.lead));
        if item.vote != VoteForm::None {
            line(w.vote, words.vote_form(item.vote));
        }
        line(w.minute, words.label(&item.minute));
    }
    Paper::of(details, blocks, words)
}
