//! The records: how they add up, how they are undone and merged, and how they are written down.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod chance;
mod chance_agenda;
mod chance_preparation;
mod conflict;
mod damage;
mod enciphered;
mod export;
#[path = "../fixtures/dice.rs"]
mod fixture_dice;
mod fold;
mod fuzz;
mod golden;
mod golden_parts;
#[path = "../fixtures/hall.rs"]
mod hall;
mod hidden;
mod hostile;
mod merge;
mod outside;
mod recovery;
mod rejected;
mod reliance;
mod restored;
mod round_trip;
mod schema;
mod undo;
