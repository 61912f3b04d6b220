//! Count: the rounds, the sheet of one round, its verdict and the proof of it.

mod place;
mod result;
mod rounds;
mod setup;
mod sheet;

pub(super) use place::RoundPlace;
pub(super) use rounds::Rounds;
