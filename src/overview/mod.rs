//! The view from above (tổng hợp): what a superior committee gathers of many congresses, each told by a file or a line of
//! its own.
//!
//! What a cell tells and what the superior records of it stand side by side and neither overwrites the other. Every
//! round is counted again from its figures; what does not follow from them is named.

pub mod burn_up;
mod cell;
mod finding;
mod flat;
mod gathered;
mod query;
mod roster;

pub use cell::{Cell, Late, Stage, Told};
pub use finding::{CellFinding, RoundName, Votes, findings, recounted};
pub use flat::{COLUMNS, Value, lines, row};
pub use gathered::{Gathered, Group, Taken};
pub use query::{Order, Query, Show};
pub use roster::{RosterFault, read_roster};
