//! What a congress cannot do without when its devices are lost: the setup, the roll, the programme, the sealed outcomes.
//! It is small enough for a sheet of paper. Single ballots, tasks and documents are not in it.

use super::agenda::{AgendaChange, Label, PlannedItem};
use super::change::{Change, Detail, Founding};
use super::checklist::template::DEFAULT_CHECKLIST;
use super::congress::Congress;
use super::counting::DeskChange;
use super::election::ballots::Agreement;
use super::election::sheet::{BallotCount, RoundOpening, RoundSheet, VoteColumn};
use super::election::{Method, RuleProfile, RulesId};
use super::id::{DeviceId, PersonId, RecordId, RoundId};
use super::moment::Moment;
use super::people::{Attendance, NewPerson};
use super::preparation::{Gate, PreparationChange};
use serde::{Deserialize, Serialize};

/// The essentials, in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Essentials {
    /// What the congress was founded on, as it stands now.
    pub founding: Founding,
    /// Superior, ordinal, term, place, chair and head of the counting board; each may be empty.
    pub details: [String; 6],
    /// The other members of the counting board.
    pub board: Vec<String>,
    /// The congress's own rules, where they apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<RuleProfile>,
    /// Everybody on the roll with their mark.
    pub people: Vec<NewPerson>,
    /// When the programme begins, in minutes after midnight, and its items; none where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<(u16, Vec<PlannedItem>)>,
    /// The sealed rounds, first to last.
    pub outcomes: Vec<SealedOutcome>,
}

/// A sealed round as figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedOutcome {
    /// What it was opened with.
    pub opening: RoundOpening,
    /// When it was sealed.
    pub at: Moment,
    /// Ballots issued, collected, valid, invalid.
    pub ballots: [u32; 4],
    /// For each name votes, votes against, and unmarked.
    pub votes: Vec<[Option<u32>; 3]>,
    /// Why it was announced in spite of warnings.
    pub reasons: Vec<(String, String)>,
    /// The agreement code of the figures.
    pub code: String,
}

impl Essentials {
    /// The essentials of a congress; `label` gives a text of its programme.
    pub fn of(congress: &Congress, label: &dyn Fn(&Label) -> String) -> Self {
        let details = &congress.details;
        let own = details.own_rules.as_ref().filter(|_| details.rules == RulesId::Own);
        let founding = Founding {
            organisation: details.organisation.clone(),
            kind: details.kind,
            members: details.members,
            date: details.date,
            deadline: details.deadline,
            checklist: congress.checklist.source().map_or(DEFAULT_CHECKLIST, |source| &source.id).to_owned(),
            agenda: String::new(),
            rules: if own.is_some() { RulesId::Party190 } else { details.rules },
            rehearsal: details.rehearsal,
        };
        let items = congress.agenda.items.iter().map(|item| PlannedItem {
            title: label(&item.title),
            presenter: label(&item.presenter),
            minutes: item.minutes,
            not_before: item.not_before,
            kind: item.kind,
            sitting: item.sitting.clone(),
            script: None,
        });
        Self {
            founding,
            details: [
                &details.superior,
                &details.ordinal,
                &details.term,
                &details.place,
                &details.chair,
                &details.board_head,
            ]
            .map(Clone::clone),
            board: details.board_members.clone(),
            rules: own.map(|rules| (**rules).clone()),
            people: congress
                .roll
                .people()
                .iter()
                .map(|person| NewPerson {
                    name: person.name.clone(),
                    standing: person.standing,
                    attendance: person.attendance,
                })
                .collect(),
            programme: Some((congress.agenda.start_minute, items.collect())),
            outcomes: congress.rounds.iter().filter_map(|sheet| SealedOutcome::of(congress, sheet)).collect(),
        }
    }

    /// The changes that make a congress of them, to be recorded by `device` right after the founding. `by` and `reason`
    /// stand on record for the gates, whose facts are not on the sheet.
    pub fn changes(&self, device: &DeviceId, by: &str, reason: &str) -> Vec<Change> {
        let mut changes = Vec::new();
        if !self.people.is_empty() {
            let new = |person: &NewPerson| NewPerson::unmarked(person.name.clone(), person.standing);
            changes.push(Change::PeopleAdded(self.people.iter().map(new).collect()));
        }
        // People are named after the record that adds them, and that is the second of this device.
        let record = |seq: usize| RecordId { device: device.clone(), seq: u32::try_from(seq).unwrap_or(0) };
        let marked = self.people.iter().enumerate();
        let marked = marked.filter(|(_, person)| person.attendance != Attendance::Unmarked);
        changes.extend(marked.map(|(at, person)| Change::Attendance {
            id: PersonId::made_by(&record(2), at),
            mark: person.attendance,
        }));
        let [superior, ordinal, term, place, chair, head] = self.details.clone();
        let details = [
            Detail::Superior(superior),
            Detail::Ordinal(ordinal),
            Detail::Term(term),
            Detail::Place(place),
            Detail::Chair(chair),
            Detail::BoardHead(head),
            Detail::BoardMembers(self.board.clone()),
        ];
        changes.extend(details.map(Change::Detail));
        changes
            .extend(self.rules.iter().map(|rules| Change::Detail(Detail::OwnRules(Box::new(rules.clone())))));
        if let Some((start, items)) = self.programme.clone().filter(|(_, items)| !items.is_empty()) {
            changes.push(AgendaChange::Brought { items, start: Some(start) }.into());
        }
        if !self.outcomes.is_empty() {
            let founded = Congress::found(&self.founding);
            let facts = founded.gate_facts(Gate::Ballots).to_vec();
            if !facts.is_empty() {
                let (by, reason) = (by.to_owned(), reason.to_owned());
                changes.push(PreparationChange::GatePassed { gate: Gate::Ballots, facts, by, reason }.into());
            }
        }
        for outcome in &self.outcomes {
            // The founding is the first record, so the next change is the one after those that are here, and one more.
            let round = RoundId::made_by(&record(changes.len() + 2), 0);
            changes.extend(outcome.changes(&round));
        }
        changes
    }
}

impl SealedOutcome {
    fn of(congress: &Congress, sheet: &RoundSheet) -> Option<Self> {
        let counted = congress.count_sheet(sheet)?.ok()?;
        let ballots = &counted.round.ballots;
        let rows = counted.round.candidates.iter();
        Some(Self {
            opening: RoundOpening {
                office: sheet.office,
                method: sheet.method,
                seats: sheet.seats,
                number: sheet.number,
                kind: sheet.kind,
                candidates: sheet.names(),
                electorate: sheet.electorate.clone(),
            },
            at: sheet.sealed?,
            ballots: [ballots.issued, ballots.collected, ballots.valid, ballots.invalid],
            votes: rows.map(|row| [Some(row.votes), row.against, row.unmarked]).collect(),
            reasons: sheet.reasons.clone(),
            code: Agreement::on(&counted.round)?.code().to_string(),
        })
    }

    fn changes(&self, round: &RoundId) -> Vec<Change> {
        let round = || round.clone();
        let by_hands = self.opening.method == Method::ShowOfHands;
        let mut changes = vec![Change::RoundOpened(self.opening.clone())];
        let counts = [BallotCount::Issued, BallotCount::Collected, BallotCount::Valid, BallotCount::Invalid];
        if !by_hands {
            changes.extend(counts.into_iter().zip(self.ballots).map(|(count, value)| Change::Ballots {
                round: round(),
                count,
                value: Some(value),
            }));
        }
        let columns = [VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked];
        for (row, votes) in (0..).zip(&self.votes) {
            for (column, value) in columns.into_iter().zip(votes).filter(|(_, value)| value.is_some()) {
                let value = *value;
                changes.push(if by_hands {
                    DeskChange::Hands { round: round(), block: 0, column, value }.into()
                } else {
                    Change::Votes { round: round(), row, column, value }
                });
            }
        }
        for (warning, reason) in self.reasons.clone() {
            changes.push(Change::ReasonGiven { round: round(), warning, reason });
        }
        changes.push(Change::RoundSealed { round: round(), at: self.at });
        changes
    }
}
