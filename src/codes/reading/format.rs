//! What a code says of itself: its level of error correction and its mask, written twice.

use super::Points;

/// How much of a code may be spoilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// A fourteenth.
    Low,
    /// A seventh.
    Medium,
}

/// The levels with the two bits by which they are told.
const LEVELS: [(u32, Level); 2] = [(0b01, Level::Low), (0b00, Level::Medium)];

/// The most wrong bits of fifteen with which only one reading is near.
const MOST_WRONG: u32 = 3;

/// The level and the mask, 0 to 7; `None` where neither of the two places is legible.
pub(super) fn read(points: &dyn Points) -> Option<(Level, u8)> {
    let end = points.side().checked_sub(1)?;
    // Around the first finder, from the top down and then to the left; beside the other two.
    let first = (0..15).map(|bit| match bit {
        0..=5 => (bit, 8),
        6 => (7, 8),
        7 => (8, 8),
        8 => (8, 7),
        _ => (8, 14 - bit),
    });
    let second = (0..15).map(|bit| if bit < 8 { (8, end - bit) } else { (end + bit - 14, 8) });
    let written = |places: &mut dyn Iterator<Item = (usize, usize)>| {
        places
            .zip(0..)
            .fold(0_u32, |bits, ((row, column), bit)| bits | u32::from(points.is_dark(row, column)) << bit)
    };
    let written = [written(&mut { first }), written(&mut { second })];
    let known = LEVELS.into_iter().flat_map(|(bits, level)| (0..8).map(move |mask| (bits, level, mask)));
    let near = known.map(|(bits, level, mask)| {
        let should = protected(bits << 3 | u32::from(mask));
        let wrong = written.iter().map(|bits| (bits ^ should).count_ones()).min().unwrap_or(15);
        (wrong, level, mask)
    });
    let (_, level, mask) =
        near.min_by_key(|(wrong, ..)| *wrong).filter(|(wrong, ..)| *wrong <= MOST_WRONG)?;
    Some((level, mask))
}

/// The five bits with the ten that protect them, and the mask that keeps them from being all light.
fn protected(data: u32) -> u32 {
    let rest = (0..10).fold(data, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
    (data << 10 | rest) ^ 0x5412
}
