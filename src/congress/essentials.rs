//! What a congress cannot do without when its devices are lost: the setup, the roll, the programme, the sealed outcomes;
//! as changes that make a congress of them. It is small enough for a sheet of paper. Single ballots, tasks and documents
//! are not in it.

use super::agenda::{AgendaChange, Label, PlannedItem};
use super::change::{Change, Detail, Founding};
use super::checklist::template::DEFAULT_CHECKLIST;
use super::congress::Congress;
use super::count::Counted;
use super::counting::DeskChange;
use super::election::sheet::{BallotCount, RoundSheet, VoteColumn};
use super::election::{Method, RulesId};
use super::id::{DeviceId, PersonId, RecordId, RoundId};
use super::people::{Attendance, NewPerson};
use super::preparation::{Gate, PreparationChange};
use serde::Deserialize;
use serde_json::Value;

/// Stands in the text for the device that will record the changes: a character that no name can hold.
const DEVICE: &str = "\u{7f}";

/// The essentials: the founding, then the changes in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Essentials(Vec<Change>);

impl Essentials {
    /// The essentials of a congress; `label` gives a text of its programme, which is left out without it. `by` and
    /// `reason` will stand on record for the gate before the ballots, whose facts are not among them.
    pub fn of(
        congress: &Congress,
        label: Option<&dyn Fn(&Label) -> String>,
        [by, reason]: [&str; 2],
    ) -> Self {
        let details = &congress.details;
        let own = details.own_rules.as_ref().filter(|_| details.rules == RulesId::Own);
        let checklist = congress.checklist.source().map_or(DEFAULT_CHECKLIST, |source| &source.id);
        let founding = details.founding(checklist, "", details.rehearsal);
        let mut changes = vec![Change::Founded(founding)];
        // Who came to the roll after a round is not marked yet, and no round opens upon such a roll: the mark is taken
        // away again behind the rounds.
        let people = congress.roll.people().iter().map(|person| NewPerson {
            name: person.name.clone(),
            standing: person.standing,
            attendance: match person.attendance {
                Attendance::Unmarked => Attendance::Present,
                mark => mark,
            },
        });
        if !congress.roll.people().is_empty() {
            changes.push(Change::PeopleAdded(people.collect()));
        }
        let particulars = [
            Detail::Superior(details.superior.clone()),
            Detail::Ordinal(details.ordinal.clone()),
            Detail::Term(details.term.clone()),
            Detail::Place(details.place.clone()),
            Detail::Chair(details.chair.clone()),
            Detail::BoardHead(details.board_head.clone()),
            Detail::BoardMembers(details.board_members.clone()),
        ];
        changes.extend(particulars.map(Change::Detail));
        changes.extend(own.map(|rules| Change::Detail(Detail::OwnRules(Box::new((**rules).clone())))));
        changes.extend(label.and_then(|label| programme(congress, label)));
        let facts = congress.gate_facts(Gate::Ballots).to_vec();
        if Self::outcomes(congress).next().is_some() && !facts.is_empty() {
            let (by, reason) = (by.to_owned(), reason.to_owned());
            changes.push(PreparationChange::GatePassed { gate: Gate::Ballots, facts, by, reason }.into());
        }
        let device = DeviceId::from_text(DEVICE);
        for (sheet, counted) in Self::outcomes(congress) {
            // A round is named after the record that opens it, and every change is a record, from 1.
            let seq = u32::try_from(changes.len() + 1).unwrap_or(u32::MAX);
            let id = RoundId::made_by(&RecordId { device: device.clone(), seq }, 0);
            changes.extend(outcome(sheet, &counted, &id));
        }
        // People are named after the record that adds them, and that is the second.
        let added = RecordId { device, seq: 2 };
        let people = congress.roll.people().iter().enumerate();
        let unmarked = people.filter(|(_, person)| person.attendance == Attendance::Unmarked);
        changes.extend(unmarked.map(|(place, _)| Change::Attendance {
            id: PersonId::made_by(&added, place),
            mark: Attendance::Unmarked,
        }));
        Self(changes)
    }

    /// The sealed rounds that are among them, first to last: those whose figures agree under the rules that apply now.
    pub fn outcomes(congress: &Congress) -> impl Iterator<Item = (&RoundSheet, Counted)> {
        let sealed = congress.rounds.iter().filter(|sheet| sheet.sealed.is_some());
        let counted = sealed.filter_map(|sheet| Some((sheet, congress.count_sheet(sheet)?.ok()?)));
        counted.filter(|(_, counted)| counted.outcome.findings.is_empty())
    }

    /// As text, as it stands on the sheet: the changes as in a backup file, the device a character of its own.
    pub fn to_text(&self) -> String {
        let changes = self.0.iter().map(|change| serde_json::to_string(change).unwrap_or_default());
        format!("[{}]", changes.collect::<Vec<_>>().join(","))
    }

    /// The essentials that a text holds, to be recorded by `device`: the founding, and the changes right after it. `None`
    /// for anything else, and where a newer version knows more.
    pub fn read(text: &str, device: &DeviceId) -> Option<(Founding, Vec<Change>)> {
        let value: Value = serde_json::from_str(&text.replace(DEVICE, device.as_str())).ok()?;
        let changes = value.as_array()?.iter().map(|change| Change::deserialize(change).ok());
        let mut changes: Vec<Change> = changes.collect::<Option<_>>()?;
        if changes.is_empty() {
            return None;
        }
        match changes.remove(0) {
            Change::Founded(founding) => Some((founding, changes)),
            _ => None,
        }
    }
}

/// The programme by its titles, presenters and times.
fn programme(congress: &Congress, label: &dyn Fn(&Label) -> String) -> Option<Change> {
    let items = congress.agenda.items.iter().map(|item| item.as_planned(label, None));
    let items: Vec<PlannedItem> = items.collect();
    let start = Some(congress.agenda.start_minute);
    (!items.is_empty()).then(|| AgendaChange::Brought { items, start }.into())
}

/// What opens a round, writes its figures and seals it.
fn outcome(sheet: &RoundSheet, counted: &Counted, id: &RoundId) -> Vec<Change> {
    let round = || id.clone();
    let by_hands = sheet.method == Method::ShowOfHands;
    let mut changes = vec![Change::RoundOpened(sheet.opening())];
    let ballots = &counted.round.ballots;
    let counts = [
        (BallotCount::Issued, ballots.issued),
        (BallotCount::Collected, ballots.collected),
        (BallotCount::Valid, ballots.valid),
        (BallotCount::Invalid, ballots.invalid),
    ];
    if !by_hands {
        let count = |(count, value)| Change::Ballots { round: round(), count, value: Some(value) };
        changes.extend(counts.map(count));
    }
    for (row, candidate) in (0..).zip(&counted.round.candidates) {
        let columns = [
            (VoteColumn::For, Some(candidate.votes)),
            (VoteColumn::Against, candidate.against),
            (VoteColumn::Unmarked, candidate.unmarked),
        ];
        for (column, value) in columns.into_iter().filter(|(_, value)| value.is_some()) {
            changes.push(if by_hands {
                DeskChange::Hands { round: round(), block: 0, column, value }.into()
            } else {
                Change::Votes { round: round(), row, column, value }
            });
        }
    }
    for (warning, reason) in sheet.reasons.clone() {
        changes.push(Change::ReasonGiven { round: round(), warning, reason });
    }
    changes.extend(sheet.sealed.map(|at| Change::RoundSealed { round: round(), at }));
    changes
}
