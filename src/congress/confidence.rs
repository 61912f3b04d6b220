//! How sure we are of what the data files say.

use serde::{Deserialize, Serialize};

/// How well a statement of the data files is backed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Seen in a copy of the rule, or in official guidance or an official answer; or it follows from the thing itself.
    Confirmed,
    /// Partly seen, one short step away from what was seen, from the press, or from a rule that was replaced since.
    Likely,
    /// Remembered, inferred, or practice only; to be marked so wherever it is shown.
    Unverified,
}
