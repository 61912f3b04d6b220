//! How long the counting core takes, in four manners.
//!
//! ```text
//! cargo bench --bench count                      # each part by itself
//! cargo bench --bench count -- recount           # asked by benches/spreadsheet/run.mjs over standard input
//! cargo bench --bench count -- rounds 1000000    # so many rounds, one a line
//! cargo bench --bench count -- shares 1000000    # what of counting so many rounds is reading them
//! ```
//!
//! Nothing here judges a time in seconds: machines differ. What is promised is a ratio of two times of one run.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a benchmark stops at the first surprise")]

#[path = "count/dice.rs"]
mod dice;
#[path = "count/parts.rs"]
mod parts;
#[path = "count/recount.rs"]
mod recount;
#[path = "count/rounds.rs"]
mod rounds;
#[path = "count/shares.rs"]
mod shares;
#[path = "count/table.rs"]
mod table;

/// Rounds where no number is given.
const ROUNDS: u32 = 1_000_000;

fn main() {
    // Cargo adds a word of its own.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let number =
        || words.get(1).map_or(ROUNDS, |word| word.parse().unwrap_or_else(|_| panic!("a number: {word}")));
    match words.first().map(String::as_str) {
        Some("recount") => recount::answer(),
        Some("rounds") => rounds::write(number(), std::io::stdout().lock()),
        Some("shares") => shares::report(number()),
        _ => divan::main(),
    }
}
