//! The roll: who belongs, who is present, and who is counted in the base.

pub mod name;
