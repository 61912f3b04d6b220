//! Sums of a box: ballots, and each name's votes.

use super::pass::{EnteredBallot, SheetCell};
use crate::congress::election::ballots::{Reading, Tally};
use crate::congress::election::round::Method;
use crate::congress::election::sheet::VoteColumn;
use serde::Serialize;

/// Sums of a box, or of a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Valid ballots.
    pub valid: u32,
    /// Invalid ballots.
    pub invalid: u32,
    /// Ballots on which the counting board has not concluded.
    pub open: u32,
    /// One row for each name, in ballot order.
    pub rows: Vec<RowFigures>,
}

/// The sums of one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RowFigures {
    /// Votes for.
    pub votes: u32,
    /// Votes against; 0 where names are struck.
    pub against: u32,
    /// Rows marked in neither box or in both; 0 where names are struck.
    pub unmarked: u32,
}

impl RowFigures {
    /// One column.
    pub fn column(&self, column: VoteColumn) -> u32 {
        match column {
            VoteColumn::For => self.votes,
            VoteColumn::Against => self.against,
            VoteColumn::Unmarked => self.unmarked,
        }
    }

    fn column_mut(&mut self, column: VoteColumn) -> &mut u32 {
        match column {
            VoteColumn::For => &mut self.votes,
            VoteColumn::Against => &mut self.against,
            VoteColumn::Unmarked => &mut self.unmarked,
        }
    }
}

impl Figures {
    /// Nothing, for a list of so many names.
    pub fn none(names: usize) -> Self {
        Self { valid: 0, invalid: 0, open: 0, rows: vec![RowFigures::default(); names] }
    }

    /// Whether every sum is 0.
    pub fn is_none(&self) -> bool {
        *self == Self::none(self.rows.len())
    }

    /// All ballots.
    pub fn entered(&self) -> u32 {
        self.valid.saturating_add(self.invalid).saturating_add(self.open)
    }

    /// A cell; 0 where there is no such name.
    pub fn cell(&self, cell: SheetCell) -> u32 {
        match cell {
            SheetCell::Valid => self.valid,
            SheetCell::Invalid => self.invalid,
            SheetCell::Votes(row, column) => {
                self.rows.get(usize::from(row)).map_or(0, |row| row.column(column))
            }
        }
    }

    /// Writes a cell; nothing happens where there is no such name.
    pub(crate) fn set(&mut self, cell: SheetCell, value: u32) {
        let place = match cell {
            SheetCell::Valid => Some(&mut self.valid),
            SheetCell::Invalid => Some(&mut self.invalid),
            SheetCell::Votes(row, column) => {
                self.rows.get_mut(usize::from(row)).map(|row| row.column_mut(column))
            }
        };
        if let Some(place) = place {
            *place = value;
        }
    }

    /// Adds other sums; no sum grows beyond the largest number.
    pub(super) fn add(&mut self, other: &Self) {
        self.valid = self.valid.saturating_add(other.valid);
        self.invalid = self.invalid.saturating_add(other.invalid);
        self.open = self.open.saturating_add(other.open);
        for (row, other) in self.rows.iter_mut().zip(&other.rows) {
            row.votes = row.votes.saturating_add(other.votes);
            row.against = row.against.saturating_add(other.against);
            row.unmarked = row.unmarked.saturating_add(other.unmarked);
        }
    }

    /// Adds the sums of bundles.
    pub(super) fn add_tally(&mut self, tally: &Tally, method: Method) {
        let boxes = method != Method::StrikeOut;
        let mut other = Self::none(self.rows.len());
        (other.valid, other.invalid) = (tally.valid, tally.invalid);
        for (row, sums) in other.rows.iter_mut().zip(&tally.rows) {
            row.votes = sums.votes;
            row.against = sums.against;
            let rest = tally.valid.saturating_sub(sums.votes).saturating_sub(sums.against);
            row.unmarked = if boxes { rest } else { 0 };
        }
        self.add(&other);
    }

    /// Counts a ballot in, or with -1 out again.
    pub(super) fn count(&mut self, entered: &EnteredBallot, method: Method, by: i32) {
        let add = |sum: &mut u32| *sum = sum.saturating_add_signed(by);
        match entered.reading {
            Reading::Invalid(_) => add(&mut self.invalid),
            Reading::Open(_) => add(&mut self.open),
            Reading::Valid => {
                add(&mut self.valid);
                let ballot = entered.ballot.ballot;
                let (votes, against) = (ballot.votes().bits(), ballot.votes_against().bits());
                let boxes = method != Method::StrikeOut;
                let (mut votes, mut against) = (votes, against);
                for row in &mut self.rows {
                    match (votes & 1 == 1, against & 1 == 1) {
                        (true, _) => add(&mut row.votes),
                        (false, true) => add(&mut row.against),
                        (false, false) if boxes => add(&mut row.unmarked),
                        (false, false) => {}
                    }
                    votes >>= 1;
                    against >>= 1;
                }
            }
        }
    }
}
