//! The tally desk: how paper becomes figures at the counting board's table, and how two counters come to one count.

mod align;
mod brought;
mod content;
#[expect(clippy::module_inception, reason = "the desk is the main thing of this room")]
mod desk;
pub mod entry;
mod figures;
mod paper;
mod pass;
mod review;
mod squares;

pub use brought::{Brought, MOST_BROUGHT};
pub use content::{BundleCell, FigureCell};
pub use desk::{Desk, Reopening};
pub use figures::{Figures, RowFigures};
pub use paper::{Paper, PaperCount};
pub use pass::{EnteredBallot, MOST_BALLOTS, Pass, SheetCell};
pub use review::{Difference, Doubtful, Review, Settled, Settlement};
pub use squares::squares;
