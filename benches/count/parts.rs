//! Each part of the counting core by itself.

use divan::{Bencher, counter::ItemsCount};
use so_tay_dai_hoi::congress::election::{Round, count};

use crate::table::{NAMES, Table};

/// Every ballot read again, the sums written into the round, the round checked and decided.
#[divan::bench(args = [30, 300, 3000, 10_000])]
fn recount(bencher: Bencher, ballots: u32) {
    let mut table = Table::new(ballots);
    let marks = ItemsCount::new(ballots * NAMES);
    bencher.counter(marks).bench_local(move || table.recount());
}

/// A round of sums, checked and decided.
#[divan::bench]
fn outcome(bencher: Bencher) {
    let round = counted();
    bencher.bench_local(move || count(&round).unwrap());
}

/// The fewest ballots to be read otherwise before the result changes.
#[divan::bench]
fn alteration(bencher: Bencher) {
    let round = counted();
    bencher.bench_local(move || round.check().unwrap().alteration());
}

/// The likely causes where a figure of one name is wrong, and the sums with it.
#[divan::bench]
fn causes(bencher: Bencher) {
    let mut round = counted();
    let valid = round.ballots.valid;
    if let Some(row) = round.candidates.first_mut() {
        row.votes = valid + 9;
    }
    assert!(!round.check().unwrap().causes().is_empty(), "the slip is found");
    bencher.bench_local(move || round.check().unwrap().causes());
}

/// The likely causes where every figure is under suspicion: more votes than all ballots can hold.
#[divan::bench]
fn causes_anywhere(bencher: Bencher) {
    let mut round = counted();
    round.seats = 1;
    bencher.bench_local(move || round.check().unwrap().causes());
}

/// A round read from its JSON, strictly.
#[divan::bench]
fn read(bencher: Bencher) {
    let text = serde_json::to_string(&counted()).unwrap();
    bencher.bench_local(move || Round::from_json(&text).unwrap());
}

/// The same JSON, read by a parser that demands nothing.
#[divan::bench]
fn read_loosely(bencher: Bencher) {
    let text = serde_json::to_string(&counted()).unwrap();
    bencher.bench_local(move || serde_json::from_str::<serde_json::Value>(&text).unwrap());
}

/// The round of 300 ballots.
fn counted() -> Round {
    let mut table = Table::new(300);
    table.recount();
    table.round().clone()
}
