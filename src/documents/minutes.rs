//! Biên bản đại hội: what the handbook saw of the congress, in the order of the model form. What it did not see is a
//! dotted blank.

use super::paper::{Align, Block, Column, Paper, Signature, or_blank};
use crate::congress::agenda::Label;
use crate::congress::agenda::report::TimeReport;
use crate::congress::count::Counted;
use crate::congress::election::sheet::RoundSheet;
use crate::congress::election::{Office, Verdict};
use crate::congress::moment::MINUTE_MS;
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The minutes until `now`; `midnight` is the local midnight from which the agenda counts.
pub fn minutes(congress: &Congress, midnight: Moment, now: Moment, words: &Words) -> Paper {
    let details = &congress.details;
    let w = words.reports;
    let mut blocks = vec![
        Block::Title(w.minutes_title.to_owned()),
        Block::Subject(words.congress_name(&details.organisation, &or_blank(&details.ordinal))),
        Block::Subject(words.backdrop_term(&or_blank(&details.term))),
    ];
    blocks.extend(time_and_people(congress, midnight, words));
    blocks.extend(course(congress, midnight, now, words));
    blocks.extend(discussion(congress, words));
    blocks.extend(open_votes(congress, words));
    blocks.extend(elections(congress, words));
    blocks.extend([
        Block::Head(w.head_end.to_owned()),
        Block::Line(w.resolution.to_owned()),
        Block::Line(w.complaints.to_owned()),
        Block::Line(words.minutes_of_congress_end().to_owned()),
        Block::Signatures(vec![
            Signature { role: w.sign_secretary.to_owned(), name: String::new() },
            Signature { role: words.paper.sign_presidium.to_owned(), name: details.chair.clone() },
        ]),
    ]);
    Paper::of(details, blocks, words)
}

fn of_day(midnight: Moment, at: Moment) -> String {
    let minutes = at.since(midnight).div_euclid(MINUTE_MS);
    u16::try_from(minutes).map_or_else(|_| "……".to_owned(), Words::minute_of_day)
}

fn time_and_people(congress: &Congress, midnight: Moment, words: &Words) -> Vec<Block> {
    let details = &congress.details;
    let w = words.reports;
    let time = |at: Option<Moment>| at.map(|at| of_day(midnight, at));
    let (begun, closed) = (time(congress.agenda.first_begun()), time(congress.agenda.closed));
    let span = words.congress_span(&words.paper_date(details.date), begun.as_deref(), closed.as_deref());
    let headcount = congress.roll.headcount();
    let absent = headcount.full.saturating_sub(headcount.full_present);
    let board = std::iter::once(&details.board_head).chain(&details.board_members);
    let board: Vec<&str> = board.map(String::as_str).filter(|name| !name.trim().is_empty()).collect();
    let line = |name: &str, text: &str| Block::Line(format!("{name}: {text}"));
    vec![
        Block::Head(w.head_time.to_owned()),
        Block::Line(span),
        line(w.place, &or_blank(&details.place)),
        Block::Head(w.head_people.to_owned()),
        line(words.summoned(congress.form()), &words.people(headcount.full)),
        line(w.present, &words.people(headcount.full_present)),
        line(w.absent, &words.people(absent)),
        line(w.probationary, &words.people(headcount.probationary_present)),
        Block::Line(w.guests.to_owned()),
        line(w.chair, &or_blank(&details.chair)),
        line(w.secretary, &or_blank("")),
        line(w.board, &or_blank(&board.join(", "))),
    ]
}

/// The items that were held, in the order in which they began.
fn course(congress: &Congress, midnight: Moment, now: Moment, words: &Words) -> Vec<Block> {
    let report = TimeReport::at(&congress.agenda, midnight, now);
    let mut held: Vec<_> = congress
        .agenda
        .items
        .iter()
        .zip(report.rows)
        .filter_map(|(item, row)| row.begun.map(|begun| (begun, row.ended, item)))
        .collect();
    crate::congress::order::by_key(&mut held, |(begun, ..)| *begun);
    let lines = held.into_iter().map(|(begun, ended, item)| {
        let until = ended.map_or_else(|| "……".to_owned(), |ended| of_day(midnight, ended));
        let who = words.label(&item.presenter);
        let who = if who.trim().is_empty() { String::new() } else { format!(" ({who})") };
        // What the template says is what has to be minuted; only what somebody wrote was.
        let minute = match &item.minute {
            Label::Typed(text) if text.trim().is_empty() => String::new(),
            Label::Typed(text) => format!(" {text}"),
            Label::Template(text) if text.is_empty() => String::new(),
            Label::Template(text) => format!(" {}", words.to_be_minuted(words.text(text))),
        };
        Block::Line(format!(
            "{} – {until}: {}{who}.{minute}",
            of_day(midnight, begun),
            words.label(&item.title)
        ))
    });
    std::iter::once(Block::Head(words.reports.head_course.to_owned())).chain(lines).collect()
}

fn discussion(congress: &Congress, words: &Words) -> Vec<Block> {
    let w = words.reports;
    let spoke = congress.agenda.speakers.iter().filter(|speaker| speaker.turn.is_some());
    let lines: Vec<Block> = spoke
        .zip(1..)
        .map(|(speaker, number)| {
            let said = [speaker.subject.as_str(), speaker.point.as_str()];
            let said: Vec<&str> = said.into_iter().filter(|text| !text.trim().is_empty()).collect();
            let said = if said.is_empty() { or_blank("") } else { said.join(". ") };
            Block::Line(format!("{number}. {}, {}: {said}", speaker.name, words.turn(speaker.kind)))
        })
        .collect();
    with_head(w.head_discussion, lines, w.no_speakers)
}

fn open_votes(congress: &Congress, words: &Words) -> Vec<Block> {
    let w = words.reports;
    let lines = sealed(congress)
        .filter(|(sheet, _)| sheet.office == Office::OpenVote)
        .map(|(_, counted)| Block::Line(words.reading_open_vote(&counted)));
    with_head(w.head_votes, lines.collect(), w.no_votes)
}

/// The rounds that have a result, first to last.
pub(super) fn sealed(congress: &Congress) -> impl Iterator<Item = (&RoundSheet, Counted)> {
    let sealed = congress.rounds.iter().filter(|sheet| sheet.sealed.is_some());
    sealed.filter_map(|sheet| Some((sheet, congress.count_sheet(sheet)?.ok()?)))
}

fn with_head(head: &str, lines: Vec<Block>, none: &str) -> Vec<Block> {
    let lines = if lines.is_empty() { vec![Block::Line(none.to_owned())] } else { lines };
    std::iter::once(Block::Head(head.to_owned())).chain(lines).collect()
}

fn elections(congress: &Congress, words: &Words) -> Vec<Block> {
    let mut blocks = vec![Block::Head(words.reports.head_elections.to_owned())];
    for (sheet, counted) in sealed(congress).filter(|(sheet, _)| sheet.office != Office::OpenVote) {
        let ballots = &counted.round.ballots;
        let title = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
        blocks.push(Block::Line(title));
        blocks.push(Block::Line(words.minutes_base(counted.proof.base.base, counted.outcome.threshold)));
        blocks.push(Block::Line(words.minutes_ballots(
            ballots.issued,
            ballots.collected,
            ballots.valid,
            ballots.invalid,
        )));
        let rows = counted.proof.rows.iter().enumerate().map(|(index, row)| {
            vec![
                (index + 1).to_string(),
                row.name.clone(),
                row.votes.to_string(),
                words.share(row.share_hundredths),
                words.verdict_on(row.verdict, sheet.office).to_owned(),
            ]
        });
        blocks.push(Block::Table { columns: columns(words, counted.proof.base.base), rows: rows.collect() });
        if !counted.proof.rows.iter().any(|row| row.verdict == Verdict::Elected) {
            blocks.push(Block::Line(words.paper.nobody_elected.to_owned()));
        }
    }
    let decisions = congress.decisions.iter().map(|decided| {
        let office = words.office_at(decided.office, congress.is_cell());
        Block::Line(format!("{office}: {}", words.decision(decided.decision)))
    });
    blocks.extend(decisions);
    blocks
}

fn columns(words: &Words, base: u32) -> Vec<Column> {
    vec![
        Column::new(words.paper.number, Align::Center),
        Column::new(words.paper.full_name, Align::Left),
        Column::new(words.count.votes, Align::Right),
        Column::new(&words.out_of(base), Align::Right),
        Column::new(words.reports.verdict, Align::Left),
    ]
}
