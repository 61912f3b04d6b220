//! Figures of a round that do not add up. With any finding nobody is elected; what may be announced after a recorded
//! reason is a [`super::Warning`], another type.

use serde::{Serialize, Serializer};

use crate::congress::election::round::{Ballots, CheckedRound, Method};
use crate::congress::election::sheet::BallotCount;

/// Something that does not add up, with the figures that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// More people in the room than are in the base; judged only where the base is people.
    PresentExceedsBase {
        /// People in the room.
        present: u32,
        /// The base.
        base: u32,
    },
    /// More ballots handed out than people in the room.
    IssuedExceedsPresent {
        /// Ballots handed out.
        issued: u32,
        /// People in the room.
        present: u32,
    },
    /// More ballots in the box than were handed out: the box is void.
    CollectedExceedsIssued {
        /// Ballots in the box.
        collected: u32,
        /// Ballots handed out.
        issued: u32,
    },
    /// The valid and the invalid ballots are not all that were collected.
    ValidPlusInvalidDiffersFromCollected {
        /// Valid ballots.
        valid: u32,
        /// Invalid ballots.
        invalid: u32,
        /// Ballots in the box.
        collected: u32,
    },
    /// A name has more votes than there are valid ballots.
    VotesExceedValid {
        /// The name as it went in.
        name: String,
        /// Its votes.
        votes: u32,
        /// Valid ballots.
        valid: u32,
    },
    /// A list with surplus carries more votes than its valid ballots may leave names.
    TotalVotesExceedSeatsTimesValid {
        /// All votes together.
        total: u64,
        /// Number to elect.
        seats: u32,
        /// Valid ballots.
        valid: u32,
    },
    /// A list with surplus carries fewer votes than valid ballots, though each of them leaves a name.
    TotalVotesBelowValid {
        /// All votes together.
        total: u64,
        /// Valid ballots.
        valid: u32,
    },
    /// The boxes of a row do not add up to the valid ballots.
    RowSumDiffersFromValid {
        /// The name as it went in.
        name: String,
        /// Votes for.
        votes: u32,
        /// Votes against.
        against: u32,
        /// Neither or both boxes marked.
        unmarked: u32,
        /// Valid ballots.
        valid: u32,
    },
}

impl Finding {
    /// The stable code; findings about one name carry it after a colon.
    pub fn code(&self) -> String {
        match self {
            Self::PresentExceedsBase { .. } => "present_exceeds_base".to_owned(),
            Self::IssuedExceedsPresent { .. } => "issued_exceeds_present".to_owned(),
            Self::CollectedExceedsIssued { .. } => "collected_exceeds_issued".to_owned(),
            Self::ValidPlusInvalidDiffersFromCollected { .. } => {
                "valid_plus_invalid_differs_from_collected".to_owned()
            }
            Self::VotesExceedValid { name, .. } => format!("votes_exceed_valid:{name}"),
            Self::TotalVotesExceedSeatsTimesValid { .. } => "total_votes_exceed_seats_times_valid".to_owned(),
            Self::TotalVotesBelowValid { .. } => "total_votes_below_valid".to_owned(),
            Self::RowSumDiffersFromValid { name, .. } => format!("row_sum_differs_from_valid:{name}"),
        }
    }

    /// The numbers of ballots that contradict each other or the people present.
    pub fn ballots(&self) -> &'static [BallotCount] {
        match self {
            Self::IssuedExceedsPresent { .. } => &[BallotCount::Issued],
            Self::CollectedExceedsIssued { .. } => &[BallotCount::Issued, BallotCount::Collected],
            Self::ValidPlusInvalidDiffersFromCollected { .. } => {
                &[BallotCount::Collected, BallotCount::Valid, BallotCount::Invalid]
            }
            Self::PresentExceedsBase { .. }
            | Self::VotesExceedValid { .. }
            | Self::TotalVotesExceedSeatsTimesValid { .. }
            | Self::TotalVotesBelowValid { .. }
            | Self::RowSumDiffersFromValid { .. } => &[],
        }
    }

    /// The name whose votes do not add up.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::VotesExceedValid { name, .. } | Self::RowSumDiffersFromValid { name, .. } => Some(name),
            _ => None,
        }
    }

    /// Everything that does not add up in a round, in the order of the contract.
    pub(super) fn all(checked: &CheckedRound<'_>) -> Vec<Self> {
        let mut findings = Self::of_ballots(checked);
        let round = checked.round();
        let valid = round.ballots.valid;
        findings.extend(
            round.candidates.iter().filter(|row| row.votes > valid).map(|row| Self::VotesExceedValid {
                name: row.name.clone(),
                votes: row.votes,
                valid,
            }),
        );
        match round.method {
            Method::StrikeOut => findings.extend(Self::of_total(checked)),
            Method::AgreeDisagree | Method::ShowOfHands => findings.extend(Self::of_rows(checked)),
        }
        findings
    }

    fn of_ballots(checked: &CheckedRound<'_>) -> Vec<Self> {
        let round = checked.round();
        let (present, base) = (round.present, checked.base());
        let Ballots { issued, collected, valid, invalid } = round.ballots;
        let people = checked.profile().counts_people();
        [
            (people && present > base, Self::PresentExceedsBase { present, base }),
            (issued > present, Self::IssuedExceedsPresent { issued, present }),
            (collected > issued, Self::CollectedExceedsIssued { collected, issued }),
            (
                u64::from(valid) + u64::from(invalid) != u64::from(collected),
                Self::ValidPlusInvalidDiffersFromCollected { valid, invalid, collected },
            ),
        ]
        .into_iter()
        .filter_map(|(wrong, finding)| wrong.then_some(finding))
        .collect()
    }

    fn of_total(checked: &CheckedRound<'_>) -> Vec<Self> {
        let round = checked.round();
        let (seats, valid) = (round.seats, round.ballots.valid);
        let total: u64 = round.candidates.iter().map(|row| u64::from(row.votes)).sum();
        let mut findings = Vec::new();
        if total > u64::from(seats) * u64::from(valid) {
            findings.push(Self::TotalVotesExceedSeatsTimesValid { total, seats, valid });
        }
        if total < u64::from(valid) {
            findings.push(Self::TotalVotesBelowValid { total, valid });
        }
        findings
    }

    fn of_rows(checked: &CheckedRound<'_>) -> Vec<Self> {
        let round = checked.round();
        let valid = round.ballots.valid;
        let mut findings = Vec::new();
        for row in &round.candidates {
            let (votes, against, unmarked) = (row.votes, row.against.unwrap_or(0), row.unmarked.unwrap_or(0));
            if [votes, against, unmarked].map(u64::from).iter().sum::<u64>() != u64::from(valid) {
                let name = row.name.clone();
                findings.push(Self::RowSumDiffersFromValid { name, votes, against, unmarked, valid });
            }
        }
        findings
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.code())
    }
}
