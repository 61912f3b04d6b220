//! Count: the rounds, the sheet of one round, its verdict and the proof of it.

mod counter;
mod decide;
mod desk;
mod elsewhere;
mod hands;
mod place;
mod release;
mod reopen;
mod result;
mod rounds;
mod setup;
mod sheet;
mod warnings;

pub(super) use counter::CounterPlace;
pub(super) use desk::strokes;
pub(super) use place::RoundPlace;
pub(super) use rounds::Rounds;
