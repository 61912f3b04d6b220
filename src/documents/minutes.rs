//! Biên bản đại hội: what the handbook saw of the congress, in the order of the model form. What it did not see is a
//! dotted blank.

use super::form::{Facts, filled};
use super::known;
use super::paper::{Paper, or_blank};
use super::text::Source;
use crate::congress::agenda::Label;
use crate::congress::agenda::item::AgendaItem;
use crate::congress::agenda::report::TimeReport;
use crate::congress::election::Office;
use crate::congress::spelling::small;
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The minutes until `now`; `midnight` is the local midnight from which the agenda counts.
pub fn minutes(congress: &Congress, midnight: Moment, now: Moment, words: &Words) -> Paper {
    let details = &congress.details;
    let board = std::iter::once(&details.board_head).chain(&details.board_members);
    let board: Vec<&str> = board.map(String::as_str).filter(|name| !name.trim().is_empty()).collect();
    let votes = known::sealed(congress).filter(|(sheet, _)| sheet.office == Office::OpenVote);
    let votes = votes.map(|(sheet, counted)| {
        Facts::new().text("reading", words.reading_open_vote(&counted), Source::Round(sheet.id.clone()))
    });
    let rounds =
        known::elections(congress).map(|(sheet, counted)| known::outcome(congress, sheet, &counted, words));
    let decisions = congress.decisions.iter().map(|decided| {
        Facts::new().word("office", words.office_at(decided.office, congress.is_cell())).text(
            "decision",
            words.decision(decided.decision),
            Source::Rounds,
        )
    });
    let facts = Facts::new()
        .text("board", board.join(", "), Source::Particulars)
        .list("marks", known::absences(congress, words))
        .list("held", held(congress, midnight, now, words))
        .list("speakers", speakers(congress, words))
        .list("votes", votes)
        .list("rounds", rounds)
        .list("decisions", decisions);
    let facts = known::span(known::attendance(facts, congress), congress, midnight);
    let facts = facts.beneath(known::particulars(congress, words));
    filled(congress, "minutes", &facts, words, known::no_picture)
}

/// The items that were held, in the order in which they began.
fn held(congress: &Congress, midnight: Moment, now: Moment, words: &Words) -> Vec<Facts> {
    let report = TimeReport::at(&congress.agenda, midnight, now);
    let mut held: Vec<(Moment, Option<Moment>, &AgendaItem)> = congress
        .agenda
        .items
        .iter()
        .zip(report.rows)
        .filter_map(|(item, row)| row.begun.map(|begun| (begun, row.ended, item)))
        .collect();
    crate::congress::order::by_key(&mut held, |(begun, ..)| *begun);
    let facts = held.into_iter().map(|(begun, ended, item)| {
        let time = |at: Moment| known::of_day(midnight, at);
        let who = words.label(&item.presenter);
        let who = if who.trim().is_empty() { String::new() } else { format!(" ({who})") };
        // What the template says is what has to be minuted; only what somebody wrote was.
        let minute = match &item.minute {
            Label::Typed(text) if text.trim().is_empty() => String::new(),
            Label::Typed(text) => format!(" {text}"),
            Label::Template(text) if text.is_empty() => String::new(),
            Label::Template(text) => format!(" {}", words.to_be_minuted(words.text(text))),
        };
        Facts::new()
            .text("begun", time(begun), Source::Run)
            .text("ended", ended.map_or_else(|| "……".to_owned(), time), Source::Run)
            .text("title", words.label(&item.title), Source::Programme)
            .text("who", who, Source::Programme)
            .text("minute", minute, Source::Run)
    });
    facts.collect()
}

fn speakers(congress: &Congress, words: &Words) -> Vec<Facts> {
    let spoke = congress.agenda.speakers.iter().filter(|speaker| speaker.turn.is_some());
    let facts = spoke.zip(1..).map(|(speaker, number): (_, u32)| {
        let said = [speaker.subject.as_str(), speaker.point.as_str()];
        let said: Vec<&str> = said.into_iter().filter(|text| !text.trim().is_empty()).collect();
        Facts::new()
            .word("number", number.to_string())
            .text("name", &speaker.name, Source::Run)
            .word("turn", small(words.turn(speaker.kind)))
            .text("said", or_blank(&said.join(". ")), Source::Run)
    });
    facts.collect()
}
