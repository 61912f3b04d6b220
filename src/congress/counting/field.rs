//! The fields that a change at the tally desk writes.

use super::DeskChange;
use crate::congress::election::desk::Settled;
use crate::congress::field::Written;

impl DeskChange {
    /// The fields that this change writes; see [`crate::congress::Change::writes`].
    pub(in crate::congress) fn writes(&self) -> Vec<Written> {
        let written = match self {
            Self::Paper { round, count, .. } => {
                Written::part("round", &format_args!("{round}/{count:?}"), "paper")
            }
            Self::BallotCorrected { pass, number, .. } => {
                Written::part("pass", &format_args!("{pass}/{number}"), "ballot")
            }
            Self::Bundle { pass, bundle } => {
                Written::part("pass", &format_args!("{pass}/{}", bundle.label), "bundle")
            }
            Self::BundleRemoved { pass, label } => Written::gone("pass", &format_args!("{pass}/{label}")),
            Self::Tallied { pass, cell, .. } => {
                Written::part("pass", &format_args!("{pass}/{cell:?}"), "tallied")
            }
            Self::PassBrought { work, .. } => Written::part("pass", &work.origin, "brought"),
            // That both said the pass has ended, or is open again, is no contradiction, whenever it was.
            Self::PassEnded { pass, .. } => Written::part("pass", pass, "ended").says("ended"),
            Self::PassResumed(pass) => Written::part("pass", pass, "ended").says("open"),
            Self::Settled(settlement) => {
                let pass = &settlement.pass;
                let written = match &settlement.settled {
                    Settled::Ballot(place, _) => {
                        Written::part("pass", &format_args!("{pass}/{place}"), "settled")
                    }
                    Settled::Figure(cell, _) => {
                        Written::part("pass", &format_args!("{pass}/{cell:?}"), "settled")
                    }
                };
                // Whoever settled it, the paper says what it says. Every value of a record can be JSON.
                written.says(&serde_json::to_string(&settlement.settled).unwrap_or_default())
            }
            Self::CountClosed { round, .. } => Written::part("round", round, "count").says("closed"),
            Self::RoundReopened { round, .. } => {
                return vec![
                    Written::part("round", round, "count").says("open"),
                    Written::part("round", round, "seal").says("open"),
                ];
            }
            Self::Hands { round, block, column, .. } => {
                Written::part("round", &format_args!("{round}/{block}/{column:?}"), "hands")
            }
            Self::AllFor(round) => Written::part("round", round, "hands"),
            Self::HallShows { .. } => Written::part("hall", &"", "shows"),
            Self::PassBegun { .. } | Self::Ballot { .. } => return Vec::new(),
        };
        vec![written]
    }
}
