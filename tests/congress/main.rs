//! The domain: what is refused, and a congress carried from the roll to the deputy secretary.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod decided;
mod desk;
#[path = "../fixtures/dice.rs"]
mod fixture_dice;
#[path = "../fixtures/hall.rs"]
mod hall;
mod refusals;
mod rounds;
mod sealed;
mod sheet;
mod voters;
