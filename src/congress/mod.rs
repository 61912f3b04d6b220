//! The domain: what a congress is, what may be done to it, and what its ballots decide.
//!
//! Nothing here reads a clock, a browser or a language; instants, ids and dates come in as values.

pub mod agenda;
pub mod bilingual;
pub mod checklist;
pub mod election;
pub mod kind;
pub mod people;
