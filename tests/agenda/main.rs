//! The agenda: its clock, its speakers, lost time made up for, and agendas that people bring along.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod brought;
mod chance;
mod clock;
#[path = "../fixtures/dice.rs"]
mod fixture_dice;
mod made_up;
mod rundown;
#[path = "../../examples/rundown.rs"]
#[expect(dead_code, reason = "the tests call `run`; `main` is for the shell")]
mod rundown_example;
mod speakers;
mod steps;
