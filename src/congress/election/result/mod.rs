//! The result of a round: who is elected, why, by how much, and what does not add up.

mod diagnosis;
mod finding;
mod margin;
mod outcome;
mod proof;
mod ranking;
mod warning;

pub use diagnosis::{BundleCause, Cause, CauseKind, Correction, Figure, diagnose_bundles};
pub use finding::Finding;
pub use margin::{Alteration, AlterationKind, Doubts};
pub use outcome::{NextStep, Outcome, Verdict, count};
pub use proof::{BaseProof, ExclusionLine, Margin, Proof, ProofRow, share_hundredths};
pub use warning::{Warning, warnings};
