//! Counting at the tally desk: what may be done there, and what it adds to the congress.

mod admit;
mod apply;
mod change;

pub use change::DeskChange;
