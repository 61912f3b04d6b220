//! The fields that a change at the tally desk writes.

use super::DeskChange;
use crate::congress::election::desk::Settled;
use crate::congress::field::Written;

impl DeskChange {
    /// The fields that this change writes; see [`crate::congress::Change::writes`].
    pub(in crate::congress) fn writes(&self) -> Vec<Written> {
        let written = match self {
            Self::Paper { round, count, value } => {
                Written::part("round", format_args!("{round}/{count:?}"), "paper", value)
            }
            Self::BallotCorrected { pass, number, ballot } => {
                Written::part("pass", format_args!("{pass}/{number}"), "ballot", ballot)
            }
            Self::Bundle { pass, bundle } => {
                Written::part("pass", format_args!("{pass}/{}", bundle.label), "bundle", bundle)
            }
            Self::BundleRemoved { pass, label } => Written::gone("pass", format_args!("{pass}/{label}")),
            Self::Tallied { pass, cell, value } => {
                Written::part("pass", format_args!("{pass}/{cell:?}"), "tallied", value)
            }
            Self::PassBrought { work, .. } => Written::part("pass", &work.origin, "brought", work),
            // That both said the pass has ended, or is open again, is no contradiction, whenever it was.
            Self::PassEnded { pass, .. } => Written::part("pass", pass, "ended", &true),
            Self::PassResumed(pass) => Written::part("pass", pass, "ended", &false),
            Self::Settled(settlement) => {
                let pass = &settlement.pass;
                match &settlement.settled {
                    Settled::Ballot(place, ballot) => {
                        Written::part("pass", format_args!("{pass}/{place}"), "settled", ballot)
                    }
                    Settled::Figure(cell, value) => {
                        Written::part("pass", format_args!("{pass}/{cell:?}"), "settled", value)
                    }
                }
            }
            Self::CountClosed { round, .. } => Written::part("round", round, "count", &"closed"),
            Self::RoundReopened { round, .. } => {
                return vec![
                    Written::part("round", round, "count", &"open"),
                    Written::part("round", round, "seal", &"open"),
                ];
            }
            Self::Hands { round, block, column, value } => {
                Written::part("round", format_args!("{round}/{block}/{column:?}"), "hands", value)
            }
            Self::AllFor(round) => Written::part("round", round, "hands", &"all"),
            Self::HallShows { round, shows } => Written::part("hall", "", "shows", &(round, shows)),
            Self::PassBegun { .. } | Self::Ballot { .. } => return Vec::new(),
        };
        vec![written]
    }
}
