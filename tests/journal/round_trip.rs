//! Export → import → export gives the same bytes, for states by chance. `CASES=100000` tries as many.

use crate::chance::{Dice, found, work};
use crate::fold::KINDS;
use crate::hidden::{check_seen, dirtied};
use so_tay_dai_hoi::journal::{Exported, Logbook};

/// How many cases are tried: as the environment says, else a number that takes a moment.
pub fn cases(usual: u64) -> u64 {
    std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

/// A congress by chance: of one device or two, now and then with texts as no device here writes them.
pub fn state(seed: u64) -> Logbook {
    let mut dice = Dice::new(seed);
    let mut logbook = found(1, KINDS[dice.below(4)]);
    let turns = dice.below(40);
    work(&mut dice, &mut logbook, 1, turns);
    if dice.one_in(3) {
        let mut other = logbook.clone();
        work(&mut dice, &mut other, 2, 15);
        work(&mut dice, &mut logbook, 1, 10);
        logbook.merge(other.records().cloned()).unwrap();
    }
    if dice.one_in(4) { dirtied(&logbook, &mut dice) } else { logbook }
}

#[test]
fn export_import_export_is_the_same_byte_for_byte() {
    let (mut records, mut bytes) = (0, 0);
    for seed in 0..cases(300) {
        let logbook = state(10_000 + seed);
        let text = Exported::of(&logbook).to_text();
        let read = Exported::read(&text).unwrap();
        assert!(Exported::of(&read).to_text() == text, "seed {seed}");
        assert!(read.state() == logbook.state() && read.id() == logbook.id(), "seed {seed}");
        if seed % 16 == 0 {
            check_seen(&read);
        }
        records += read.records().len();
        bytes += text.len();
    }
    println!("{} states, {records} records, {bytes} bytes", cases(300));
    assert!(records >= 300, "{records}");
}
