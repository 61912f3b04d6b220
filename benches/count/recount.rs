//! The recount as the spreadsheet's opposite number: asked for so many edits a line, it answers with what one took.

use std::io::{BufRead, Write};
use std::time::Instant;

use crate::table::Table;

/// Answers each line of standard input. The first holds the number of ballots; each later one a number of edits, and
/// is answered by the median of nanoseconds that an edit with its recount took, and a checksum of all sums so far.
pub fn answer() {
    let mut lines = std::io::stdin().lock().lines().map(|line| line.unwrap().parse::<u32>().unwrap());
    let mut table = Table::new(lines.next().unwrap());
    let (mut number, mut sum) = (0, 0);
    for edits in lines {
        let mut times = Vec::new();
        for _ in 0..edits {
            let start = Instant::now();
            table.edit(number);
            let outcome = table.recount();
            times.push(start.elapsed().as_nanos());
            assert_eq!(outcome.findings, []);
            number += 1;
            sum = table.round().candidates.iter().fold(sum, |sum: u32, row| mixed(sum, row.votes));
        }
        times.sort_unstable();
        let median = times.get(times.len() / 2).unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "{median} {sum}").unwrap();
        out.flush().unwrap();
    }
}

/// The same in `benches/spreadsheet/run.mjs`.
fn mixed(sum: u32, votes: u32) -> u32 {
    sum.wrapping_mul(31).wrapping_add(votes)
}
