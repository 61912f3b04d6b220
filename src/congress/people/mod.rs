//! The roll: who belongs, who is present, and who is counted in the base.

pub mod name;
pub mod paste;
pub mod person;
pub mod roll;

pub use person::{Attendance, NewPerson, Person, Standing};
pub use roll::{Headcount, Roll};
