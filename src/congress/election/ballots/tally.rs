//! The sums of a box, from its ballots one by one.

use super::ballot::Names;
use super::form::{BallotForm, CountedBallot, Reading};
use crate::congress::election::round::{Ballots, Candidate, Method, Round};
use crate::congress::election::rules::{BallotCase, BallotRules};
use crate::congress::election::strict::{Expected, FieldError, MOST};
use std::collections::BTreeMap;

/// What a box of ballots adds up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Ballots that count.
    pub valid: u32,
    /// Ballots that do not count.
    pub invalid: u32,
    /// Ballots on which the counting board has not concluded, by the votes that they would give; in no other sum. They
    /// stand in an order of their own, not in that of the table.
    pub open: Vec<Names>,
    /// Invalid ballots by case; empty where only their number is known.
    pub invalid_by: BTreeMap<BallotCase, u32>,
    /// One row for each name, in ballot order.
    pub rows: Vec<RowTally>,
}

/// The sums of one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowTally {
    /// Votes for.
    pub votes: u32,
    /// Votes against; 0 where names are struck.
    pub against: u32,
}

impl Tally {
    /// An empty box of `names` names.
    pub fn empty(names: usize) -> Self {
        Self {
            valid: 0,
            invalid: 0,
            open: Vec::new(),
            invalid_by: BTreeMap::new(),
            rows: vec![RowTally::default(); names],
        }
    }

    /// Counts every ballot. The order of the ballots does not matter to any sum. Refused at the first ballot whose
    /// marks cannot stand on the form, as `ballots[7].kept`.
    pub fn of<'a>(
        form: &BallotForm,
        rules: &BallotRules,
        ballots: impl IntoIterator<Item = &'a CountedBallot>,
    ) -> Result<Self, FieldError> {
        Self::count(form, rules, &mut ballots.into_iter())
    }

    fn count(
        form: &BallotForm,
        rules: &BallotRules,
        ballots: &mut dyn Iterator<Item = &CountedBallot>,
    ) -> Result<Self, FieldError> {
        let mut tally = Self::empty(form.names());
        for (at, counted) in ballots.enumerate() {
            if tally.collected() >= MOST {
                return Err(FieldError::new("ballots", Expected::Agreement("at most 1000000 ballots")));
            }
            form.admit(counted).map_err(|error| error.within(&format!("ballots[{at}]")))?;
            tally.add(form.read(rules, counted), counted);
        }
        // The order in which ballots lay on the table must not show, nor make equal boxes unequal.
        tally.open.sort_unstable();
        Ok(tally)
    }

    /// All ballots in the box.
    pub fn collected(&self) -> u32 {
        let open = u32::try_from(self.open.len()).unwrap_or(u32::MAX);
        self.valid.saturating_add(self.invalid).saturating_add(open)
    }

    /// The same box with every open ballot taken for invalid: the result that stands for the moment.
    #[must_use]
    pub fn with_open_as_invalid(&self) -> Self {
        let open = u32::try_from(self.open.len()).unwrap_or(u32::MAX);
        Self { invalid: self.invalid.saturating_add(open), open: Vec::new(), ..self.clone() }
    }

    /// Writes the sums into a round: the ballots collected, valid and invalid, and each name's votes. Open ballots are
    /// collected and neither valid nor invalid, so the round cannot be announced while there are any.
    pub fn write_into(&self, round: &mut Round) {
        round.ballots = Ballots {
            issued: round.ballots.issued,
            collected: self.collected(),
            valid: self.valid,
            invalid: self.invalid,
        };
        let boxes = round.method != Method::StrikeOut;
        for (candidate, row) in round.candidates.iter_mut().zip(&self.rows) {
            let name = std::mem::take(&mut candidate.name);
            let unmarked = self.valid.saturating_sub(row.votes).saturating_sub(row.against);
            *candidate = if boxes {
                Candidate::boxed(name, row.votes, row.against, unmarked)
            } else {
                Candidate::struck(name, row.votes)
            };
        }
    }

    fn add(&mut self, reading: Reading, counted: &CountedBallot) {
        match reading {
            Reading::Valid => {
                self.valid += 1;
                add_to(&mut self.rows, counted.ballot.votes(), |row| &mut row.votes);
                add_to(&mut self.rows, counted.ballot.votes_against(), |row| &mut row.against);
            }
            Reading::Invalid(case) => {
                self.invalid += 1;
                *self.invalid_by.entry(case).or_default() += 1;
            }
            Reading::Open(_) => self.open.push(counted.ballot.votes()),
        }
    }
}

/// Adds one to the cell of every name in the set.
fn add_to(rows: &mut [RowTally], names: Names, cell: impl Fn(&mut RowTally) -> &mut u32) {
    let mut left = names.bits();
    for row in rows {
        *cell(row) += u32::from(left & 1 == 1);
        left >>= 1;
    }
}
