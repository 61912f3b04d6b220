//! What a ballot looks like, and how the rules read a single one.

use super::ballot::{Ballot, MOST_NAMES, Names};
use crate::congress::election::round::{Method, Round};
use crate::congress::election::rules::{BallotCase, BallotRules, Ruling};
use crate::congress::election::strict::{Expected, FieldError};
use serde::{Deserialize, Serialize};

/// What every ballot of a round has in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BallotForm {
    method: Method,
    names: usize,
    seats: u32,
}

/// A ballot as the counting board read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct CountedBallot {
    /// The marks.
    pub ballot: Ballot,
    /// What the board saw on the paper that the marks do not show.
    pub seen: Option<BallotCase>,
    /// What the board concluded, where the rules leave it to the board.
    pub concluded: Option<Conclusion>,
}

/// A ballot as it is written: one object with short names, because there are many of them.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    k: Names,
    #[serde(default, skip_serializing_if = "Names::is_none")]
    a: Names,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    s: Option<BallotCase>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    b: Option<Conclusion>,
}

impl From<Written> for CountedBallot {
    fn from(Written { k, a, s, b }: Written) -> Self {
        Self { ballot: Ballot::boxes(k, a), seen: s, concluded: b }
    }
}

impl From<CountedBallot> for Written {
    fn from(CountedBallot { ballot, seen, concluded }: CountedBallot) -> Self {
        Self { k: ballot.kept, a: ballot.against, s: seen, b: concluded }
    }
}

/// The counting board's conclusion on a doubtful ballot (190-QĐ/TW Đ8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// The ballot counts.
    Valid,
    /// The ballot does not count.
    Invalid,
}

/// What a ballot comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// It counts.
    Valid,
    /// It does not count, for this case.
    Invalid(BallotCase),
    /// The counting board has not concluded yet on this case.
    Open(BallotCase),
}

impl BallotForm {
    /// The form of a secret ballot: 1 to [`MOST_NAMES`] names, at least one seat.
    pub fn new(method: Method, names: usize, seats: u32) -> Result<Self, FieldError> {
        if method == Method::ShowOfHands {
            return Err(FieldError::new("method", Expected::SecretMethod));
        }
        if !(1..=MOST_NAMES).contains(&names) {
            return Err(FieldError::new(
                "candidates",
                Expected::Agreement("1 to 128 names for single ballots"),
            ));
        }
        if seats == 0 {
            return Err(FieldError::new("seats", Expected::Whole { least: 1 }));
        }
        Ok(Self { method, names, seats })
    }

    /// The form of a round's ballots.
    pub fn of(round: &Round) -> Result<Self, FieldError> {
        Self::new(round.method, round.candidates.len(), round.seats)
    }

    /// How the vote is cast.
    pub fn method(&self) -> Method {
        self.method
    }

    /// How many names the ballot lists.
    pub fn names(&self) -> usize {
        self.names
    }

    /// The most names that a valid ballot keeps.
    pub fn seats(&self) -> u32 {
        self.seats
    }

    /// The ballot on which these names are struck, or marked against, and all others kept, or marked for.
    pub fn all_but(&self, struck: Names) -> Ballot {
        let kept = Names::first(self.names).without(struck);
        match self.method {
            Method::StrikeOut => Ballot::keeping(kept),
            Method::AgreeDisagree | Method::ShowOfHands => Ballot::boxes(kept, struck),
        }
    }

    /// Whether the marks can stand on this ballot at all; the refusal names the part of the ballot.
    pub fn admit(&self, counted: &CountedBallot) -> Result<(), FieldError> {
        let outside = |names: Names| !names.without(Names::first(self.names)).is_empty();
        if outside(counted.ballot.kept) {
            return Err(FieldError::new("kept", Expected::Agreement("only names of the list")));
        }
        if outside(counted.ballot.against) {
            return Err(FieldError::new("against", Expected::Agreement("only names of the list")));
        }
        if self.method == Method::StrikeOut && !counted.ballot.against.is_empty() {
            return Err(FieldError::new("against", Expected::NoBoxes));
        }
        if counted.seen.is_some_and(|case| !case.is_seen()) {
            return Err(FieldError::new("seen", Expected::Agreement("a case that the marks do not show")));
        }
        Ok(())
    }

    /// What a ballot comes to under the rules. What makes it invalid goes before what leaves it open.
    pub fn read(&self, rules: &BallotRules, counted: &CountedBallot) -> Reading {
        let mut open = None;
        for case in self.marked(counted.ballot).into_iter().chain(counted.seen) {
            match rules.ruling(case) {
                Ruling::Valid => {}
                Ruling::Invalid => return Reading::Invalid(case),
                Ruling::BoardConcludes => open = open.or(Some(case)),
            }
        }
        match (open, counted.concluded) {
            (None, _) | (Some(_), Some(Conclusion::Valid)) => Reading::Valid,
            (Some(case), Some(Conclusion::Invalid)) => Reading::Invalid(case),
            (Some(case), None) => Reading::Open(case),
        }
    }

    /// The cases that the marks show by themselves.
    fn marked(&self, ballot: Ballot) -> Vec<BallotCase> {
        let all = Names::first(self.names);
        let both = ballot.kept.both(ballot.against);
        let marked = ballot.kept.either(ballot.against);
        let unmarked = all.without(marked);
        let boxes = self.method != Method::StrikeOut;
        let one = self.names == 1;
        [
            (ballot.votes().len() > self.seats, BallotCase::MoreThanSeats),
            (!boxes && ballot.kept.is_empty(), BallotCase::NobodyKept),
            (boxes && one && !both.is_empty(), BallotCase::SingleBothBoxes),
            (boxes && one && marked.is_empty(), BallotCase::SingleNoBox),
            (boxes && !one && marked.is_empty(), BallotCase::WhollyUnmarked),
            (
                boxes && !one && !marked.is_empty() && !both.either(unmarked).is_empty(),
                BallotCase::RowsUnclear,
            ),
        ]
        .into_iter()
        .filter_map(|(holds, case)| holds.then_some(case))
        .collect()
    }
}

impl CountedBallot {
    /// A ballot with nothing remarkable on it.
    pub fn plain(ballot: Ballot) -> Self {
        Self { ballot, seen: None, concluded: None }
    }
}
