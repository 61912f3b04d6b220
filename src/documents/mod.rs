//! Papers as data: from a congress to blocks that a page or a file can be made of.
//!
//! What the handbook does not know stands as a dotted blank, to be filled by hand; nothing is invented.

mod counting_minutes;
mod course;
mod csv;
mod paper;
mod programme;
mod roll;

pub use counting_minutes::counting_minutes;
pub use course::{course, course_table};
pub use csv::csv;
pub use paper::{Align, Bar, Block, Column, Heading, Paper, Signature, or_blank};
pub use programme::programme;
pub use roll::roll;
