//! What the hall sees of the counting: nothing that the counting board has not released.

use super::id::RoundId;
use super::moment::Moment;
use serde::{Deserialize, Serialize};

/// How much of a round is released to the hall screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Release {
    /// Nothing.
    #[default]
    Nothing,
    /// How many ballots are counted, and of how many.
    Progress,
    /// The five-stroke squares of the pass that is being entered.
    Squares,
    /// The sealed result.
    Result,
}

/// The latest release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// Of which round.
    pub round: RoundId,
    /// What.
    pub shows: Release,
    /// When.
    pub at: Moment,
}
