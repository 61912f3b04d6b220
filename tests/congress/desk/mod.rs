//! The tally desk: the language of the keys, passes, what two counters differ in, and three ways to one result.

mod brought;
mod dice;
mod flow;
mod keys;
mod open_vote;
mod pace;
mod record;
mod slips;
mod squares;
