//! From the sheet on the table to the verdict: the one door between the congress and the counting core.

use super::congress::Congress;
use super::election::sheet::{RoundOpening, RoundSheet};
use super::election::{Method, NextStep, Office, Outcome, Proof, Round, RoundError, RoundKind};
use super::id::RoundId;
use super::kind::CongressKind;
use super::people::Attendance;

/// A complete round with its outcome and the proof of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What was counted.
    pub round: Round,
    /// What follows from it.
    pub outcome: Outcome,
    /// Why.
    pub proof: Proof,
}

impl Counted {
    /// Whether more ballots came out of the box than were handed out, which voids it.
    pub fn is_void(&self) -> bool {
        self.outcome.next_step == Some(NextStep::VoidAndRevote)
    }
}

/// A round that the congress may open next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What to elect.
    pub office: Office,
    /// How many.
    pub seats: u32,
    /// Which round for this office.
    pub number: u32,
    /// Ordinary, or among the tied.
    pub kind: RoundKind,
    /// Names that carry over; empty when the congress makes a new list.
    pub candidates: Vec<String>,
}

impl Congress {
    /// The verdict on a round; `None` while its sheet is incomplete or the round is gone. The error says which field
    /// contradicts the counting contract.
    pub fn counted(&self, round: &RoundId) -> Option<Result<Counted, RoundError>> {
        self.count_sheet(self.round(round)?)
    }

    /// The verdict on a sheet.
    pub fn count_sheet(&self, sheet: &RoundSheet) -> Option<Result<Counted, RoundError>> {
        let round = sheet.round(self.details.rules, self.form(), self.is_cell())?;
        let checked = round.check().map(|checked| (checked.outcome(), checked.proof()));
        Some(checked.map(|(outcome, proof)| Counted { round, outcome, proof }))
    }

    /// The people elected to an office in sealed rounds, first round first.
    pub fn elected(&self, office: Office) -> Vec<String> {
        self.sealed(office).flat_map(|(_, counted)| counted.outcome.elected).collect()
    }

    /// The number that the next ordinary round for an office bears; a cancelled box does not count.
    pub fn next_number(&self, office: Office) -> u32 {
        let before =
            self.rounds.iter().filter(|sheet| sheet.office == office && sheet.sealed.is_some()).count();
        u32::try_from(before).unwrap_or(u32::MAX - 1) + 1
    }

    /// The round that the regulation's order calls for next: what an office still lacks, else the next office.
    /// `None` while a round is open, or when everything is elected.
    pub fn proposal(&self) -> Option<Proposal> {
        if self.rounds.iter().any(RoundSheet::is_open) {
            return None;
        }
        self.offices().iter().find_map(|office| self.proposal_for(*office))
    }

    /// The offices that a congress of this kind elects, in order (190-QĐ/TW, Điều 17 for a cell).
    pub fn offices(&self) -> &'static [Office] {
        match self.details.kind {
            CongressKind::CellCommittee => &[Office::Committee, Office::Secretary, Office::DeputySecretary],
            CongressKind::CellNoCommittee => &[Office::Secretary, Office::DeputySecretary],
            CongressKind::GrassrootsMembers | CongressKind::GrassrootsDelegates => {
                &[Office::Committee, Office::Delegates]
            }
        }
    }

    fn proposal_for(&self, office: Office) -> Option<Proposal> {
        let Some((sheet, counted)) = self.sealed(office).last() else {
            // After a cancelled box the same vote is held again, on the same list.
            let voided = self.rounds.iter().rfind(|sheet| sheet.office == office && sheet.voided.is_some());
            let one_seat = matches!(office, Office::Secretary | Office::DeputySecretary);
            return Some(Proposal {
                office,
                seats: voided.map_or(u32::from(one_seat), |sheet| sheet.seats),
                number: self.next_number(office),
                kind: RoundKind::Ordinary,
                candidates: voided.map(RoundSheet::names).unwrap_or_default(),
            });
        };
        let outcome = counted.outcome;
        let (kind, seats, candidates) = match outcome.next_step? {
            NextStep::TieBreak => (RoundKind::TieBreak, outcome.tied_for_seats, outcome.tied),
            NextStep::CongressDecidesAfterLevelTie => {
                (RoundKind::TieBreak, outcome.tied_for_seats, outcome.tied)
            }
            NextStep::CongressDecidesFurtherRound => {
                let left = sheet.names().into_iter().filter(|name| !outcome.elected.contains(name)).collect();
                (RoundKind::Ordinary, outcome.vacancies, left)
            }
            NextStep::Recount
            | NextStep::VoidAndRevote
            | NextStep::SuperiorAppoints
            | NextStep::NotAdopted => {
                return None;
            }
        };
        Some(Proposal { office, seats, number: self.next_number(office), kind, candidates })
    }

    /// Who may stand for an office: full members whom it has not elected yet, and who are neither suspended nor charged; for secretary and deputy of a cell with a
    /// committee only those just elected to it, the deputy without the secretary; never a member of the counting board.
    pub fn eligible(&self, office: Office) -> Vec<String> {
        let already = self.elected(office);
        let committee = self.elected(Office::Committee);
        let secretary = self.elected(Office::Secretary);
        let from_committee = matches!(office, Office::Secretary | Office::DeputySecretary)
            && self.details.kind == CongressKind::CellCommittee;
        self.roll
            .people()
            .iter()
            .filter(|person| person.is_full() && !self.is_on_board(&person.name))
            .filter(|person| !matches!(person.attendance, Attendance::Suspended | Attendance::Prosecuted))
            .map(|person| person.name.clone())
            .filter(|name| !already.contains(name))
            .filter(|name| !from_committee || committee.contains(name))
            .filter(|name| office != Office::DeputySecretary || !secretary.contains(name))
            .collect()
    }

    /// What a list of names for some seats opens as. The method follows from the list: struck names where there is a
    /// surplus, two boxes where there is none (190-QĐ/TW, Điều 15).
    pub fn opening(&self, proposal: &Proposal) -> RoundOpening {
        let names = u32::try_from(proposal.candidates.len()).unwrap_or(u32::MAX);
        RoundOpening {
            office: proposal.office,
            method: if names > proposal.seats { Method::StrikeOut } else { Method::AgreeDisagree },
            seats: proposal.seats,
            number: proposal.number,
            kind: proposal.kind,
            candidates: proposal.candidates.clone(),
            electorate: self.electorate(),
        }
    }

    fn sealed(&self, office: Office) -> impl Iterator<Item = (&RoundSheet, Counted)> {
        self.rounds.iter().filter(move |sheet| sheet.office == office && sheet.sealed.is_some()).filter_map(
            |sheet| {
                let counted = self.count_sheet(sheet)?.ok()?;
                Some((sheet, counted))
            },
        )
    }
}
