//! Counting at the tally desk: what may be done there, and what it adds to the congress.

mod admit;
mod apply;
mod change;
mod field;
mod pace;
mod shown;

pub use change::{DeskChange, MOST_BLOCKS};
pub use shown::HallCount;
