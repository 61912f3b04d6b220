//! From paper to figures: single ballots and bundles of ballots become the sums of a round, and the work of several
//! counters becomes one.

mod agreement;
mod ballot;
mod bundle;
mod form;
mod tally;
mod work;

pub use agreement::{Agreement, AgreementCode};
pub use ballot::{Ballot, MOST_NAMES, Names};
pub use bundle::{Bundle, BundleFault, Cell, Counts, bundle_faults, join_bundles};
pub use form::{BallotForm, Conclusion, CountedBallot, Reading};
pub use tally::{RowTally, Tally};
pub use work::{Disagreement, Place, Work};
