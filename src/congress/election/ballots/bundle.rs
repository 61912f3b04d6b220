//! Bundles: valid ballots sorted by how many names they keep.
//!
//! In a bundle of n ballots that each keep k names the votes add up to n·k and nobody has more than n. So a single
//! wrong figure shows, and shows in which bundle. Entry by exception is the same bundle from the other side: strikes
//! are counted, and votes are the ballots less the strikes.

use super::tally::{RowTally, Tally};
use crate::congress::election::ballots::BallotForm;
use crate::congress::election::round::Method;
use crate::congress::election::strict::MOST;
use serde::{Deserialize, Serialize};

/// One bundle as it was entered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// What the counting board calls it, such as "A, bầu 11"; unlike that of any other bundle.
    pub label: String,
    /// Names that each ballot keeps: 1 to the number of seats; with boxes from 0, as a ballot may be against all.
    pub kept: u32,
    /// Ballots in the bundle.
    pub ballots: u32,
    /// The figures, one for each name in ballot order.
    pub counts: Counts,
    /// With boxes and [`Counts::Strikes`]: rows marked in neither box or both, one for each name; empty for none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmarked: Vec<u32>,
}

/// The figures of a bundle, from the one side or the other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// Votes for each name. With boxes every row is then marked, for or against.
    Votes(Vec<u32>),
    /// Strikes, or marks against, for each name.
    Strikes(Vec<u32>),
}

/// A figure of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// The number of ballots.
    Ballots,
    /// The figure of the name at this place, from 0.
    Name(usize),
    /// The unmarked rows of the name at this place.
    Unmarked(usize),
}

/// What is wrong with a bundle. Each names the bundle by its place in the list, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleFault {
    /// Two bundles bear the same label.
    LabelTwice {
        /// The later of the two.
        bundle: usize,
    },
    /// The names kept are none that a valid ballot of this form can keep.
    Kept {
        /// The bundle.
        bundle: usize,
        /// The fewest.
        least: u32,
        /// The most.
        most: u32,
    },
    /// There are not as many figures as names, or figures of unmarked rows where there can be none.
    Length {
        /// The bundle.
        bundle: usize,
        /// Names on the ballot.
        names: usize,
    },
    /// A figure is above the largest number that is read.
    TooLarge {
        /// The bundle.
        bundle: usize,
        /// The figure.
        cell: Cell,
    },
    /// A figure is larger than the bundle.
    ExceedsBallots {
        /// The bundle.
        bundle: usize,
        /// The figure.
        cell: Cell,
        /// What it says, with the unmarked rows where there are any.
        found: u32,
        /// Ballots in the bundle.
        ballots: u32,
    },
    /// Strikes where every name is kept, or votes where none is: all figures would be 0, and nothing would hold the
    /// number of ballots. Such a bundle is entered from the other side.
    Side {
        /// The bundle.
        bundle: usize,
    },
    /// The figures do not add up to what the ballots must hold.
    Sum {
        /// The bundle.
        bundle: usize,
        /// Ballots times names kept; for strikes, ballots times names not kept.
        expected: u64,
        /// What the figures add up to, unmarked rows with the strikes.
        found: u64,
    },
}

impl BundleFault {
    /// The bundle's place in the list, from 0.
    pub fn bundle(&self) -> usize {
        match self {
            Self::LabelTwice { bundle }
            | Self::Kept { bundle, .. }
            | Self::Length { bundle, .. }
            | Self::TooLarge { bundle, .. }
            | Self::ExceedsBallots { bundle, .. }
            | Self::Side { bundle }
            | Self::Sum { bundle, .. } => *bundle,
        }
    }
}

impl Counts {
    /// The figures, from whichever side.
    pub fn figures(&self) -> &[u32] {
        match self {
            Self::Votes(figures) | Self::Strikes(figures) => figures,
        }
    }

    fn figures_mut(&mut self) -> &mut Vec<u32> {
        match self {
            Self::Votes(figures) | Self::Strikes(figures) => figures,
        }
    }
}

impl Bundle {
    /// The sums of each name; strikes are turned into votes. Meaningful only for a bundle without a fault.
    pub fn rows(&self) -> Vec<RowTally> {
        let row = |(place, figure): (usize, &u32)| {
            let rest = self.ballots.saturating_sub(self.unmarked_at(place)).saturating_sub(*figure);
            match self.counts {
                Counts::Votes(_) => RowTally { votes: *figure, against: rest },
                Counts::Strikes(_) => RowTally { votes: rest, against: *figure },
            }
        };
        self.counts.figures().iter().enumerate().map(row).collect()
    }

    /// The same bundle entered from the other side; none where only the one side holds every figure: with unmarked
    /// rows, with every name kept, or with none.
    #[must_use]
    pub fn turned(&self) -> Option<Self> {
        let all_kept = usize::try_from(self.kept).is_ok_and(|kept| kept == self.counts.figures().len());
        let one_side = match self.counts {
            Counts::Votes(_) => all_kept,
            Counts::Strikes(_) => self.kept == 0,
        };
        if !self.unmarked.is_empty() || one_side {
            return None;
        }
        let rows = self.rows();
        let counts = match self.counts {
            Counts::Votes(_) => Counts::Strikes(rows.iter().map(|row| row.against).collect()),
            Counts::Strikes(_) => Counts::Votes(rows.iter().map(|row| row.votes).collect()),
        };
        Some(Self { counts, ..self.clone() })
    }

    /// The one way to write this bundle: by votes where that holds every figure, and no list of unmarked rows that are
    /// all 0. A bundle whose strikes exceed its ballots stays as it is.
    pub(super) fn canonical(mut self) -> Self {
        if self.unmarked.iter().all(|rows| *rows == 0) {
            self.unmarked.clear();
        }
        let is_strikes = matches!(self.counts, Counts::Strikes(_));
        let fits = self.counts.figures().iter().all(|figure| *figure <= self.ballots);
        if is_strikes && fits { self.turned().unwrap_or(self) } else { self }
    }

    /// A figure; none where there is no such name.
    pub fn figure(&self, cell: Cell) -> Option<u32> {
        match cell {
            Cell::Ballots => Some(self.ballots),
            Cell::Name(place) => self.counts.figures().get(place).copied(),
            Cell::Unmarked(place) => self.unmarked.get(place).copied(),
        }
    }

    /// The bundle with another figure in a cell; unchanged where there is no such name.
    #[must_use]
    pub fn with(&self, cell: Cell, figure: u32) -> Self {
        let mut changed = self.clone();
        let place = match cell {
            Cell::Ballots => Some(&mut changed.ballots),
            Cell::Name(place) => changed.counts.figures_mut().get_mut(place),
            Cell::Unmarked(place) => changed.unmarked.get_mut(place),
        };
        if let Some(place) = place {
            *place = figure;
        }
        changed
    }

    /// Every cell, in the order of the grid.
    pub fn cells(&self) -> Vec<Cell> {
        let names = (0..self.counts.figures().len()).map(Cell::Name);
        let unmarked = (0..self.unmarked.len()).map(Cell::Unmarked);
        std::iter::once(Cell::Ballots).chain(names).chain(unmarked).collect()
    }

    fn unmarked_at(&self, place: usize) -> u32 {
        self.unmarked.get(place).copied().unwrap_or(0)
    }

    /// What is wrong with this bundle by itself, the first thing first; `bundle` is its place in the list.
    pub fn faults(&self, form: &BallotForm, bundle: usize) -> Vec<BundleFault> {
        let boxes = form.method() != Method::StrikeOut;
        let names = form.names();
        let most = form.seats().min(u32::try_from(names).unwrap_or(u32::MAX));
        let least = u32::from(!boxes);
        if !(least..=most).contains(&self.kept) {
            return vec![BundleFault::Kept { bundle, least, most }];
        }
        // Beside votes nothing would check the unmarked rows, so they are entered with the strikes only.
        let may_be_unmarked = boxes && matches!(self.counts, Counts::Strikes(_));
        let unmarked_fits = self.unmarked.is_empty() || may_be_unmarked && self.unmarked.len() == names;
        if self.counts.figures().len() != names || !unmarked_fits {
            return vec![BundleFault::Length { bundle, names }];
        }
        if self.marks_of_each(names) == 0 {
            return vec![BundleFault::Side { bundle }];
        }
        let large = |cell: &Cell| self.figure(*cell).is_some_and(|figure| figure > MOST);
        if let Some(cell) = self.cells().into_iter().find(large) {
            return vec![BundleFault::TooLarge { bundle, cell }];
        }
        self.exceeding(bundle).into_iter().chain(self.sum_fault(names, bundle)).collect()
    }

    fn exceeding(&self, bundle: usize) -> Vec<BundleFault> {
        let ballots = self.ballots;
        let fault = |(place, figure): (usize, &u32)| {
            let found = figure + self.unmarked_at(place);
            (found > ballots).then_some(BundleFault::ExceedsBallots {
                bundle,
                cell: Cell::Name(place),
                found,
                ballots,
            })
        };
        self.counts.figures().iter().enumerate().filter_map(fault).collect()
    }

    fn sum_fault(&self, names: usize, bundle: usize) -> Option<BundleFault> {
        let total = |figures: &[u32]| figures.iter().copied().map(u64::from).sum::<u64>();
        // Every row is kept, struck or unmarked.
        let found = total(self.counts.figures()) + total(&self.unmarked);
        let expected = u64::from(self.ballots) * self.marks_of_each(names);
        (expected != found).then_some(BundleFault::Sum { bundle, expected, found })
    }

    /// How many of the marks that are counted each ballot bears: names kept, or names not kept.
    pub fn marks_of_each(&self, names: usize) -> u64 {
        let kept = u64::from(self.kept);
        match self.counts {
            Counts::Votes(_) => kept,
            Counts::Strikes(_) => u64::try_from(names).unwrap_or(u64::MAX).saturating_sub(kept),
        }
    }
}

/// What is wrong with a list of bundles, bundle by bundle.
pub fn bundle_faults(form: &BallotForm, bundles: &[Bundle]) -> Vec<BundleFault> {
    let mut faults = Vec::new();
    for (at, bundle) in bundles.iter().enumerate() {
        if bundles.iter().take(at).any(|earlier| earlier.label == bundle.label) {
            faults.push(BundleFault::LabelTwice { bundle: at });
        }
        faults.extend(bundle.faults(form, at));
    }
    faults
}

/// The sums of all bundles, with `invalid` ballots beside them; refused while anything is wrong with a bundle.
pub fn join_bundles(form: &BallotForm, bundles: &[Bundle], invalid: u32) -> Result<Tally, Vec<BundleFault>> {
    let faults = bundle_faults(form, bundles);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut tally = Tally::empty(form.names());
    tally.invalid = invalid;
    for bundle in bundles {
        // A sum beyond the largest number that is read stays beyond it, and the round is then refused.
        tally.valid = tally.valid.saturating_add(bundle.ballots);
        for (sum, row) in tally.rows.iter_mut().zip(bundle.rows()) {
            sum.votes = sum.votes.saturating_add(row.votes);
            if form.method() != Method::StrikeOut {
                sum.against = sum.against.saturating_add(row.against);
            }
        }
    }
    Ok(tally)
}
