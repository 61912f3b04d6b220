//! Why figures may not add up: the likely slips, each with the smallest correction that it would mean.
//!
//! Every slip is tried on the figures that the findings are about, and kept if the findings then vanish or become
//! fewer. Nothing is corrected here: people read the ballots again and decide.

use super::finding::Finding;
use crate::congress::election::ballots::{BallotForm, Bundle, BundleFault, Cell, bundle_faults};
use crate::congress::election::round::{CheckedRound, Method, Round};
use crate::congress::order;

/// The most causes that are told.
const MOST_CAUSES: usize = 5;

/// A slip that would explain the findings of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What may have happened.
    pub kind: CauseKind,
    /// Which figures would then have to read otherwise: one, or two that were swapped.
    pub corrections: Vec<Correction<Figure>>,
    /// Whether it explains every finding.
    pub explains_all: bool,
}

/// A kind of slip, the likelier first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CauseKind {
    /// One too many or one too few.
    OffByOne,
    /// Two figures stand in each other's place.
    Swapped,
    /// Two neighbouring digits stand in each other's place.
    DigitsTransposed,
    /// A bundle was entered twice.
    BundleTwice,
    /// A bundle was not entered.
    BundleMissing,
    /// One figure is wrong by another amount.
    Miscounted,
}

/// A figure that would have to read otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Correction<Of> {
    /// Which.
    pub figure: Of,
    /// What it says.
    pub from: u32,
    /// What it would say.
    pub to: u32,
}

/// A figure of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// People in the room.
    Present,
    /// Ballots handed out.
    Issued,
    /// Ballots in the box.
    Collected,
    /// Valid ballots.
    Valid,
    /// Invalid ballots.
    Invalid,
    /// Votes for the name at this place, from 0.
    Votes(usize),
    /// Votes against it.
    Against(usize),
    /// Its unmarked rows.
    Unmarked(usize),
}

/// A slip that would explain the fault of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleCause {
    /// What may have happened.
    pub kind: CauseKind,
    /// The bundle, by its place in the list; none for a bundle that is missing.
    pub bundle: Option<usize>,
    /// Which figure of it would have to read otherwise; none for a bundle as a whole.
    pub correction: Option<Correction<Cell>>,
    /// Ballots too many or too few, for a bundle as a whole; else 0.
    pub ballots: u32,
}

impl CheckedRound<'_> {
    /// The likely causes of this round's findings, the likeliest first: those that explain everything, then by
    /// [`CauseKind`], then by the size of the correction. None without findings.
    pub fn causes(&self) -> Vec<Cause> {
        let findings = Finding::all(self);
        if findings.is_empty() {
            return Vec::new();
        }
        let figures = self.involved(&findings);
        let mut causes: Vec<Cause> = self
            .slips(&figures)
            .into_iter()
            .filter_map(|(kind, corrections)| self.tried(&findings, kind, corrections))
            .collect();
        order::by_key(&mut causes, |cause| {
            let size: u64 = cause.corrections.iter().map(|c| u64::from(c.from.abs_diff(c.to))).sum();
            (!cause.explains_all, cause.kind, size, cause.corrections.clone())
        });
        // The same correction under two names is told once, under the likelier.
        let mut told: Vec<Cause> = Vec::new();
        for cause in causes {
            if !told.iter().any(|earlier| earlier.corrections == cause.corrections) {
                told.push(cause);
            }
        }
        told.truncate(MOST_CAUSES);
        told
    }

    /// The figures that the findings are about.
    fn involved(&self, findings: &[Finding]) -> Vec<Figure> {
        let round = self.round();
        let place = |name: &str| round.candidates.iter().position(|row| row.name == name).unwrap_or(0);
        let mut figures: Vec<Figure> = findings
            .iter()
            .flat_map(|finding| match finding {
                Finding::PresentExceedsBase { .. } => vec![Figure::Present],
                Finding::IssuedExceedsPresent { .. } => vec![Figure::Present, Figure::Issued],
                Finding::CollectedExceedsIssued { .. } => vec![Figure::Issued, Figure::Collected],
                Finding::ValidPlusInvalidDiffersFromCollected { .. } => {
                    vec![Figure::Collected, Figure::Valid, Figure::Invalid]
                }
                Finding::VotesExceedValid { name, .. } => vec![Figure::Valid, Figure::Votes(place(name))],
                Finding::TotalVotesExceedSeatsTimesValid { .. } | Finding::TotalVotesBelowValid { .. } => {
                    let votes = (0..round.candidates.len()).map(Figure::Votes);
                    std::iter::once(Figure::Valid).chain(votes).collect()
                }
                Finding::RowSumDiffersFromValid { name, .. } => {
                    let at = place(name);
                    vec![Figure::Valid, Figure::Votes(at), Figure::Against(at), Figure::Unmarked(at)]
                }
            })
            .collect();
        figures.sort_unstable();
        figures.dedup();
        figures
    }

    /// Every slip worth trying on these figures.
    fn slips(&self, figures: &[Figure]) -> Vec<(CauseKind, Vec<Correction<Figure>>)> {
        let round = self.round();
        let mut slips = Vec::new();
        let figures: Vec<(Figure, u32)> =
            figures.iter().filter_map(|figure| figure.of(round).map(|from| (*figure, from))).collect();
        let mut left = figures.as_slice();
        while let Some((&(figure, from), others)) = left.split_first() {
            left = others;
            let change = |to| vec![Correction { figure, from, to }];
            let near = [from.checked_sub(1), from.checked_add(1)];
            slips.extend(near.into_iter().flatten().map(|to| (CauseKind::OffByOne, change(to))));
            slips.extend(transposed(from).into_iter().map(|to| (CauseKind::DigitsTransposed, change(to))));
            slips.extend(self.fitting(figure).into_iter().map(|to| (CauseKind::Miscounted, change(to))));
            for &(other, instead) in others.iter().filter(|(other, _)| figure.is_neighbour_of(*other)) {
                let mut swap = change(instead);
                swap.push(Correction { figure: other, from: instead, to: from });
                slips.push((CauseKind::Swapped, swap));
            }
        }
        slips
            .retain(|(_, corrections)| corrections.iter().all(|correction| correction.from != correction.to));
        slips
    }

    /// What a figure would have to be for its own sums to fit, the others given.
    fn fitting(&self, figure: Figure) -> Vec<u32> {
        let round = self.round();
        let ballots = round.ballots;
        let less = |whole: u32, parts: [u32; 2]| {
            parts.into_iter().try_fold(whole, u32::checked_sub).into_iter().collect::<Vec<_>>()
        };
        let row = |at: usize| {
            round
                .candidates
                .get(at)
                .map_or([0; 3], |row| [row.votes, row.against.unwrap_or(0), row.unmarked.unwrap_or(0)])
        };
        let boxes = round.method != Method::StrikeOut;
        match figure {
            Figure::Present => vec![self.base(), ballots.issued],
            Figure::Issued => vec![round.present, ballots.collected],
            Figure::Collected => vec![ballots.issued, ballots.valid.saturating_add(ballots.invalid)],
            Figure::Valid => {
                let rows = (0..round.candidates.len()).filter(|_| boxes).map(|at| row(at).into_iter().sum());
                less(ballots.collected, [ballots.invalid, 0]).into_iter().chain(rows.take(1)).collect()
            }
            Figure::Invalid => less(ballots.collected, [ballots.valid, 0]),
            Figure::Votes(at) if boxes => less(ballots.valid, [row(at)[1], row(at)[2]]),
            Figure::Votes(at) => self.fitting_votes(row(at)[0]),
            Figure::Against(at) => less(ballots.valid, [row(at)[0], row(at)[2]]),
            Figure::Unmarked(at) => less(ballots.valid, [row(at)[0], row(at)[1]]),
        }
    }

    /// Votes on a list with surplus that would bring the total within its bounds, and those of a name to the ballots.
    fn fitting_votes(&self, votes: u32) -> Vec<u32> {
        let round = self.round();
        let valid = round.ballots.valid;
        let total: u64 = round.candidates.iter().map(|row| u64::from(row.votes)).sum();
        let most = u64::from(round.seats) * u64::from(valid);
        let lower = u64::from(votes).checked_sub(total.saturating_sub(most));
        let higher = u64::from(votes) + u64::from(valid).saturating_sub(total);
        [lower, Some(higher)]
            .into_iter()
            .flatten()
            .filter_map(|to| u32::try_from(to).ok())
            .chain([valid])
            .collect()
    }

    /// The cause, if the findings become fewer when its corrections are made.
    fn tried(
        &self,
        findings: &[Finding],
        kind: CauseKind,
        corrections: Vec<Correction<Figure>>,
    ) -> Option<Cause> {
        let mut round = self.round().clone();
        for correction in &corrections {
            _ = correction.figure.set(&mut round, correction.to);
        }
        let left = Finding::all(&round.check_under(self.profile()).ok()?).len();
        (left < findings.len()).then_some(Cause { kind, corrections, explains_all: left == 0 })
    }
}

impl Figure {
    /// What the figure says in a round; none where there is no such name or column.
    pub fn of(self, round: &Round) -> Option<u32> {
        let ballots = &round.ballots;
        match self {
            Self::Present => Some(round.present),
            Self::Issued => Some(ballots.issued),
            Self::Collected => Some(ballots.collected),
            Self::Valid => Some(ballots.valid),
            Self::Invalid => Some(ballots.invalid),
            Self::Votes(at) => round.candidates.get(at).map(|row| row.votes),
            Self::Against(at) => round.candidates.get(at)?.against,
            Self::Unmarked(at) => round.candidates.get(at)?.unmarked,
        }
    }

    /// The place of the name it belongs to; none for a number of ballots or people.
    pub fn row(self) -> Option<usize> {
        match self {
            Self::Votes(at) | Self::Against(at) | Self::Unmarked(at) => Some(at),
            _ => None,
        }
    }

    /// Writes the figure into a round, and returns what it said.
    fn set(self, round: &mut Round, to: u32) -> Option<u32> {
        let ballots = &mut round.ballots;
        let rows = &mut round.candidates;
        let cell = match self {
            Self::Present => Some(&mut round.present),
            Self::Issued => Some(&mut ballots.issued),
            Self::Collected => Some(&mut ballots.collected),
            Self::Valid => Some(&mut ballots.valid),
            Self::Invalid => Some(&mut ballots.invalid),
            Self::Votes(at) => rows.get_mut(at).map(|row| &mut row.votes),
            Self::Against(at) => rows.get_mut(at).and_then(|row| row.against.as_mut()),
            Self::Unmarked(at) => rows.get_mut(at).and_then(|row| row.unmarked.as_mut()),
        };
        cell.map(|cell| std::mem::replace(cell, to))
    }

    /// Whether somebody might write the one where the other belongs: two numbers of ballots, two figures of a row, or
    /// two rows of a column.
    fn is_neighbour_of(self, other: Self) -> bool {
        match (self.row(), other.row()) {
            (None, None) => true,
            (Some(row), Some(other_row)) => {
                row == other_row || std::mem::discriminant(&self) == std::mem::discriminant(&other)
            }
            _ => false,
        }
    }
}

/// The likely causes of what is wrong with a list of bundles; `valid` is the number of valid ballots where it is known
/// from elsewhere.
pub fn diagnose_bundles(form: &BallotForm, bundles: &[Bundle], valid: Option<u32>) -> Vec<BundleCause> {
    let faults = bundle_faults(form, bundles);
    let mut causes: Vec<BundleCause> = Vec::new();
    for (at, bundle) in bundles.iter().enumerate().filter(|(at, _)| faults.iter().any(|f| f.bundle() == *at))
    {
        causes.extend(slips_of(form, bundle, at));
    }
    causes.extend(whole_bundles(bundles, valid, &faults));
    causes
}

/// The slips of one bundle that leave nothing wrong with it.
fn slips_of(form: &BallotForm, bundle: &Bundle, at: usize) -> Vec<BundleCause> {
    let mut slips: Vec<(CauseKind, Correction<Cell>)> = Vec::new();
    let cells = bundle.cells().into_iter();
    for (figure, from) in cells.filter_map(|cell| bundle.figure(cell).map(|from| (cell, from))) {
        let near = [from.checked_sub(1), from.checked_add(1)].into_iter().flatten();
        let near = near.map(|to| (CauseKind::OffByOne, to));
        let turned = transposed(from).into_iter().map(|to| (CauseKind::DigitsTransposed, to));
        let fitting =
            fitting_cell(form, bundle, (figure, from), at).into_iter().map(|to| (CauseKind::Miscounted, to));
        let all = near.chain(turned).chain(fitting).filter(|(_, to)| *to != from);
        slips.extend(all.map(|(kind, to)| (kind, Correction { figure, from, to })));
    }
    slips.retain(|(_, correction)| bundle.with(correction.figure, correction.to).faults(form, at).is_empty());
    order::by_key(&mut slips, |(kind, correction)| {
        (*kind, correction.from.abs_diff(correction.to), *correction)
    });
    let mut causes: Vec<BundleCause> = Vec::new();
    for (kind, correction) in slips {
        if !causes.iter().any(|earlier| earlier.correction == Some(correction)) {
            causes.push(BundleCause { kind, bundle: Some(at), correction: Some(correction), ballots: 0 });
        }
    }
    causes.truncate(MOST_CAUSES);
    causes
}

/// What a figure of a bundle would have to be for the sum to fit, the others given.
fn fitting_cell(form: &BallotForm, bundle: &Bundle, (cell, from): (Cell, u32), at: usize) -> Option<u32> {
    let (expected, found) = bundle.faults(form, at).iter().find_map(|fault| match fault {
        BundleFault::Sum { expected, found, .. } => Some((*expected, *found)),
        _ => None,
    })?;
    let from = u64::from(from);
    let fitting = match cell {
        Cell::Ballots => {
            let each = bundle.marks_of_each(form.names());
            found.checked_div(each).filter(|ballots| ballots * each == found)?
        }
        Cell::Name(_) | Cell::Unmarked(_) => (from + expected).checked_sub(found)?,
    };
    u32::try_from(fitting).ok()
}

/// Bundles entered twice or not at all, where the number of valid ballots says so.
fn whole_bundles(bundles: &[Bundle], valid: Option<u32>, faults: &[BundleFault]) -> Vec<BundleCause> {
    let entered: u64 = bundles.iter().map(|bundle| u64::from(bundle.ballots)).sum();
    let Some(valid) = valid.map(u64::from) else { return Vec::new() };
    let twice = |(at, bundle): (usize, &Bundle)| {
        let same = |other: &&Bundle| {
            other.kept == bundle.kept && other.ballots == bundle.ballots && other.counts == bundle.counts
        };
        let excess = u64::from(bundle.ballots) > 0 && valid + u64::from(bundle.ballots) == entered;
        let cause = BundleCause {
            kind: CauseKind::BundleTwice,
            bundle: Some(at),
            correction: None,
            ballots: bundle.ballots,
        };
        (excess && bundles.iter().take(at).any(|other| same(&other))).then_some(cause)
    };
    let missing = valid.checked_sub(entered).filter(|missing| *missing > 0 && faults.is_empty());
    let missing = missing.and_then(|missing| u32::try_from(missing).ok()).map(|ballots| BundleCause {
        kind: CauseKind::BundleMissing,
        bundle: None,
        correction: None,
        ballots,
    });
    bundles.iter().enumerate().filter_map(twice).chain(missing).collect()
}

/// The numbers that come of a number when two neighbouring digits change places; a leading 0 falls away.
fn transposed(number: u32) -> Vec<u32> {
    let digits: Vec<char> = number.to_string().chars().collect();
    let swapped = |right: usize| {
        let mut digits = digits.clone();
        digits.swap(right - 1, right);
        digits.into_iter().collect::<String>().parse().ok()
    };
    (1..digits.len()).filter_map(swapped).collect()
}
