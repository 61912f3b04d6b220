//! What was entered in a form that can be laid beside what somebody else entered.

use super::figures::Figures;
use super::pass::{Pass, SheetCell};
use crate::congress::election::ballots::{BallotForm, Bundle, CountedBallot};
use crate::congress::election::round::Method;
use crate::congress::election::sheet::VoteColumn;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A figure that two counters may have entered differently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureCell {
    /// A figure of the tally sheet, or of the whole box.
    Sheet(SheetCell),
    /// A figure of a bundle.
    Bundle {
        /// The bundle's label.
        label: String,
        /// The names that each of its ballots keeps.
        kept: u32,
        /// Which figure.
        cell: BundleCell,
    },
}

/// A figure of a bundle, from whichever side it was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BundleCell {
    /// Its ballots.
    Ballots,
    /// The votes of the name at this place, from 0.
    Votes(u16),
    /// The votes against the name at this place; only with boxes.
    Against(u16),
}

/// What was entered: single ballots in order, and figures beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// The ballots; an empty place is one where no ballot lies after all.
    pub(super) ballots: Vec<Option<CountedBallot>>,
    pub(super) cells: BTreeMap<FigureCell, u32>,
}

/// Which ways of entering were used.
#[derive(PartialEq, Eq)]
struct Ways {
    ballots: bool,
    bundles: bool,
    sheet: bool,
}

impl Content {
    pub(super) fn of(pass: &Pass, method: Method) -> Self {
        let mut cells = BTreeMap::new();
        for bundle in &pass.bundles {
            add_bundle(bundle, method, &mut cells);
        }
        for (cell, value) in sheet_cells(&pass.sheet) {
            if value > 0 {
                cells.insert(FigureCell::Sheet(cell), value);
            }
        }
        let ballots = pass.ballots.iter().map(|entered| Some(entered.ballot)).collect();
        Self { ballots, cells }
    }

    /// The sums alone, for whoever counted in another way.
    pub(super) fn totals(figures: &Figures) -> Self {
        let cells = sheet_cells(figures).into_iter().map(|(cell, value)| (FigureCell::Sheet(cell), value));
        Self { ballots: Vec::new(), cells: cells.collect() }
    }

    /// Whether both were entered in the same ways, so that part can be laid beside part.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.ways() == other.ways()
    }

    fn ways(&self) -> Ways {
        // Invalid ballots are a figure of their own beside bundles, and no tally sheet.
        let is_sheet =
            |cell: &FigureCell| matches!(cell, FigureCell::Sheet(SheetCell::Valid | SheetCell::Votes(..)));
        Ways {
            ballots: !self.ballots.is_empty(),
            bundles: self.cells.keys().any(|cell| matches!(cell, FigureCell::Bundle { .. })),
            sheet: self.cells.keys().any(is_sheet),
        }
    }

    /// The ballots that lie there.
    pub(super) fn lying(&self) -> Vec<CountedBallot> {
        self.ballots.iter().filter_map(|ballot| *ballot).collect()
    }

    pub(super) fn cell(&self, cell: &FigureCell) -> u32 {
        self.cells.get(cell).copied().unwrap_or(0)
    }

    /// The figures alone, added up.
    pub(super) fn figures(&self, form: &BallotForm) -> Figures {
        let mut figures = Figures::none(form.names());
        let boxes = form.method() != Method::StrikeOut;
        for (cell, value) in &self.cells {
            match cell {
                FigureCell::Sheet(cell) => add_to(&mut figures, *cell, *value),
                FigureCell::Bundle { cell, .. } => match cell {
                    BundleCell::Ballots => {
                        add_to(&mut figures, SheetCell::Valid, *value);
                        if boxes {
                            figures.rows.iter_mut().for_each(|row| {
                                row.unmarked = row.unmarked.saturating_add(*value);
                            });
                        }
                    }
                    BundleCell::Votes(row) => {
                        add_to(&mut figures, SheetCell::Votes(*row, VoteColumn::For), *value);
                    }
                    BundleCell::Against(row) => {
                        add_to(&mut figures, SheetCell::Votes(*row, VoteColumn::Against), *value);
                    }
                },
            }
        }
        if boxes {
            // The rows of a bundle that are neither for nor against are not marked.
            for (cell, value) in &self.cells {
                let FigureCell::Bundle { cell: BundleCell::Votes(row) | BundleCell::Against(row), .. } = cell
                else {
                    continue;
                };
                if let Some(row) = figures.rows.get_mut(usize::from(*row)) {
                    row.unmarked = row.unmarked.saturating_sub(*value);
                }
            }
        }
        figures
    }

    /// The labels of bundles whose votes are not what their ballots must hold, which a wrong settlement can bring about.
    pub(super) fn uneven(&self) -> Vec<String> {
        let mut bundles: BTreeMap<(&str, u32), (u64, u64)> = BTreeMap::new();
        for (cell, value) in &self.cells {
            if let FigureCell::Bundle { label, kept, cell } = cell {
                let sums = bundles.entry((label, *kept)).or_default();
                match cell {
                    BundleCell::Ballots => sums.0 += u64::from(*value) * u64::from(*kept),
                    BundleCell::Votes(_) => sums.1 += u64::from(*value),
                    BundleCell::Against(_) => {}
                }
            }
        }
        let uneven = bundles.into_iter().filter(|(_, (must, is))| must != is);
        uneven.map(|((label, _), _)| label.to_owned()).collect()
    }
}

fn add_to(figures: &mut Figures, cell: SheetCell, value: u32) {
    figures.set(cell, figures.cell(cell).saturating_add(value));
}

fn add_bundle(bundle: &Bundle, method: Method, cells: &mut BTreeMap<FigureCell, u32>) {
    let mut put = |cell: BundleCell, value: u32| {
        cells.insert(FigureCell::Bundle { label: bundle.label.clone(), kept: bundle.kept, cell }, value);
    };
    put(BundleCell::Ballots, bundle.ballots);
    for (at, row) in (0_u16..).zip(bundle.rows()) {
        put(BundleCell::Votes(at), row.votes);
        if method != Method::StrikeOut {
            put(BundleCell::Against(at), row.against);
        }
    }
}

/// Every cell of the sums, in the order of the sheet.
pub(super) fn sheet_cells(figures: &Figures) -> Vec<(SheetCell, u32)> {
    let columns = [VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked];
    let rows = (0_u16..)
        .zip(&figures.rows)
        .flat_map(|(at, row)| columns.map(|column| (SheetCell::Votes(at, column), row.column(column))));
    [(SheetCell::Valid, figures.valid), (SheetCell::Invalid, figures.invalid)]
        .into_iter()
        .chain(rows)
        .collect()
}
