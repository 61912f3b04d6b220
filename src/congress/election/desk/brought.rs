//! Work that a counter did at another device, as it is brought to the desk of the round.

use super::content::sheet_cells;
use super::pass::{Pass, SheetCell};
use crate::congress::election::ballots::{BallotForm, Bundle, CountedBallot, bundle_faults};
use crate::congress::election::strict::MOST;
use crate::congress::id::PassId;
use crate::congress::moment::Moment;
use serde::{Deserialize, Serialize};

/// The most ballots, and the most bundles, of one piece of work: no list of a file is longer.
pub const MOST_BROUGHT: usize = 5_000;

/// What one counter entered at another device, from beginning to end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brought {
    /// The pass at the other device. The same pass brought again takes the place of what was brought before.
    pub origin: PassId,
    /// Who entered.
    pub counter: String,
    /// When it began there.
    pub begun: Moment,
    /// When it ended there.
    pub ended: Moment,
    /// The single ballots, in the order in which they were read out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ballots: Vec<CountedBallot>,
    /// The bundles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bundles: Vec<Bundle>,
    /// The figures of the tally sheet that are not 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sheet: Vec<(SheetCell, u32)>,
}

impl Brought {
    /// A pass that has ended, to be brought elsewhere; none while it is entered.
    pub fn of(pass: &Pass) -> Option<Self> {
        Some(Self {
            origin: pass.id.clone(),
            counter: pass.counter.clone(),
            begun: pass.begun,
            ended: pass.ended?,
            ballots: pass.ballots.iter().map(|entered| entered.ballot).collect(),
            bundles: pass.bundles.clone(),
            sheet: sheet_cells(&pass.sheet).into_iter().filter(|(_, value)| *value > 0).collect(),
        })
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.ballots.is_empty() && self.bundles.is_empty() && self.sheet.is_empty()
    }

    /// Whether all of it can stand on ballots of this form, and is no longer than a record may be.
    pub fn fits(&self, form: &BallotForm) -> bool {
        let cell = |(cell, value): &(SheetCell, u32)| {
            let known = !matches!(cell, SheetCell::Votes(row, _) if usize::from(*row) >= form.names());
            known && *value <= MOST
        };
        self.ballots.len() <= MOST_BROUGHT
            && self.bundles.len() <= MOST_BROUGHT
            && self.ballots.iter().all(|ballot| form.admit(ballot).is_ok())
            && bundle_faults(form, &self.bundles).is_empty()
            && self.sheet.iter().all(cell)
    }

    /// The label of a bundle that is in both.
    pub fn shared_bundle(&self, other: &Self) -> Option<&str> {
        let labels = self.bundles.iter().map(|bundle| bundle.label.as_str());
        { labels }.find(|label| other.bundles.iter().any(|bundle| bundle.label == *label))
    }
}
