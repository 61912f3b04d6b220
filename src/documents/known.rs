//! What every paper can say of a congress.

use super::form::Facts;
use super::paper::or_blank;
use super::text::Source;
use crate::congress::count::Counted;
use crate::congress::election::sheet::RoundSheet;
use crate::congress::election::{Office, Verdict};
use crate::congress::moment::MINUTE_MS;
use crate::congress::people::Attendance;
use crate::congress::{Congress, Moment};
use crate::words::Words;

/// The particulars.
pub fn particulars(congress: &Congress, words: &Words) -> Facts {
    let details = &congress.details;
    let named = |facts: Facts, name: &'static str, text: &str| facts.text(name, text, Source::Particulars);
    let facts = [
        ("organisation", details.organisation.as_str()),
        ("superior", &details.superior),
        ("term", &details.term),
        ("place", &details.place),
        ("chair", &details.chair),
        ("board_head", &details.board_head),
        ("board_members", &details.board_members.join(", ")),
        ("board_members_below", &details.board_members.join("\n")),
        ("rules", &words.rules_of(details)),
        ("date", &words.paper_date(details.date)),
        ("congress", &words.congress_name(&details.organisation, &or_blank(&details.ordinal))),
        ("congress_short", &words.congress_name(&details.organisation, &details.ordinal)),
        ("kind", words.kind(details.kind)),
    ]
    .into_iter()
    .fold(Facts::new(), |facts, (name, text)| named(facts, name, text));
    facts.word("summoned_label", words.summoned(congress.form()))
}

/// Who was summoned and who came, by the roll.
pub fn attendance(facts: Facts, congress: &Congress) -> Facts {
    let headcount = congress.roll.headcount();
    let absent = headcount.full.saturating_sub(headcount.full_present);
    facts
        .number("full", headcount.full, Source::Roll)
        .number("present", headcount.full_present, Source::Roll)
        .number("absent", absent, Source::Roll)
        .number("probationary", headcount.probationary_present, Source::Roll)
}

/// Who is not here, by reason.
pub fn absences(congress: &Congress, words: &Words) -> Vec<Facts> {
    let marks = Attendance::choices(congress.form()).into_iter();
    let marks = marks.filter(|mark| !matches!(mark, Attendance::Unmarked | Attendance::Present));
    let told = |mark| {
        let names: Vec<&str> = congress.roll.names_marked(mark).collect();
        let people = u32::try_from(names.len()).ok().filter(|people| *people > 0)?;
        let facts = Facts::new().word("mark", words.attendance(mark)).number("people", people, Source::Roll);
        Some(facts.text("names", names.join(", "), Source::Roll))
    };
    marks.filter_map(told).collect()
}

/// From when to when the congress was held; `midnight` is the local midnight from which its agenda counts.
pub fn span(facts: Facts, congress: &Congress, midnight: Moment) -> Facts {
    let time = |at: Option<Moment>| at.map_or_else(|| "……".to_owned(), |at| of_day(midnight, at));
    facts.text("begun", time(congress.agenda.opened()), Source::Run).text(
        "closed",
        time(congress.agenda.closed),
        Source::Run,
    )
}

/// The time of day of an instant; dots where it is not of that day.
pub fn of_day(midnight: Moment, at: Moment) -> String {
    let minutes = at.since(midnight).div_euclid(MINUTE_MS);
    u16::try_from(minutes).map_or_else(|_| "……".to_owned(), Words::minute_of_day)
}

/// The rounds that have a result, first to last.
pub fn sealed(congress: &Congress) -> impl Iterator<Item = (&RoundSheet, Counted)> {
    let sealed = congress.rounds.iter().filter(|sheet| sheet.sealed.is_some());
    sealed.filter_map(|sheet| Some((sheet, congress.count_sheet(sheet)?.ok()?)))
}

/// The rounds that elected somebody to something, first to last.
pub fn elections(congress: &Congress) -> impl Iterator<Item = (&RoundSheet, Counted)> {
    sealed(congress).filter(|(sheet, _)| sheet.office != Office::OpenVote)
}

/// What a round's result says, whoever asks.
pub fn outcome(congress: &Congress, sheet: &RoundSheet, counted: &Counted, words: &Words) -> Facts {
    let source = || Source::Round(sheet.id.clone());
    let ballots = &counted.round.ballots;
    let base = counted.proof.base.base;
    let rows = counted.round.candidates.iter().zip(&counted.proof.rows).zip(1..).map(
        |((candidate, row), number): (_, u32)| {
            Facts::new()
                .word("number", number.to_string())
                .text("name", &row.name, source())
                .number("votes", row.votes, source())
                .number("against", candidate.against.unwrap_or(0), source())
                .number("unmarked", candidate.unmarked.unwrap_or(0), source())
                .text("share", words.share(row.share_hundredths), source())
                .text("verdict", words.verdict_on(row.verdict, sheet.office), source())
        },
    );
    Facts::new()
        .text(
            "round_title",
            words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind),
            source(),
        )
        .number("seats", sheet.seats, source())
        .number("base", base, source())
        .some_number("threshold", counted.outcome.threshold, source())
        .number("issued", ballots.issued, source())
        .number("collected", ballots.collected, source())
        .number("valid", ballots.valid, source())
        .number("invalid", ballots.invalid, source())
        .flag("spoilt", ballots.invalid > 0)
        .some_number(
            "vacancies",
            Some(counted.outcome.vacancies).filter(|vacancies| *vacancies > 0),
            source(),
        )
        .list("rows", rows)
        .list("elected", elected_in(congress, sheet, counted, words))
}

/// Whom a round elected, most votes first.
fn elected_in(congress: &Congress, sheet: &RoundSheet, counted: &Counted, words: &Words) -> Vec<Facts> {
    let source = || Source::Round(sheet.id.clone());
    let office = words.office_at(sheet.office, congress.is_cell());
    let found = |name: &String| {
        counted.proof.rows.iter().find(|row| row.name == *name && row.verdict == Verdict::Elected)
    };
    let rows = counted.outcome.elected.iter().zip(1..);
    rows.filter_map(|(name, place): (_, u32)| {
        let row = found(name)?;
        let facts = Facts::new()
            .word("place", place.to_string())
            .word("office", office)
            .text("name", &row.name, source())
            .number("votes", row.votes, source())
            .number("base", counted.proof.base.base, source())
            .text("share", words.share(row.share_hundredths), source());
        Some(facts)
    })
    .collect()
}

/// Everybody who was elected, office by office.
pub fn everybody_elected(congress: &Congress, words: &Words) -> Vec<Facts> {
    elections(congress).flat_map(|(sheet, counted)| elected_in(congress, sheet, &counted, words)).collect()
}

/// For a form without pictures.
pub fn no_picture(_: &str) -> Vec<super::paper::Block> {
    Vec::new()
}
