//! Where in a code its data lie, and how they are spread over blocks.

use super::Points;
use super::format::Level;
use super::repair::Block;

/// Codewords that protect each block, by version from 1.
const PROTECTING: [[u8; 40]; 2] = [
    [
        7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26,
        28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28,
        28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ],
];

/// Blocks, by version from 1.
const BLOCKS: [[u8; 40]; 2] = [
    [
        1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16,
        17, 18, 19, 19, 20, 21, 22, 24, 25,
    ],
    [
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28,
        29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ],
];

/// The layout of a version.
pub(super) struct Layout {
    version: usize,
    side: usize,
    /// The middles of the small squares by which a reader finds its way, along one side.
    alignment: Vec<usize>,
}

impl Layout {
    /// The layout of a code with so many points a side; `None` where no code has as many.
    pub(super) fn of(side: usize) -> Option<Self> {
        let version = side.checked_sub(17)? / 4;
        if !(1..=40).contains(&version) || version * 4 + 17 != side {
            return None;
        }
        let mut alignment = vec![6];
        if version > 1 {
            let number = version / 7 + 2;
            let step = if version == 32 { 26 } else { (version * 4 + number * 2 + 1) / (number * 2 - 2) * 2 };
            alignment.extend((0..number - 1).rev().map(|back| side - 7 - back * step));
        }
        Some(Self { version, side, alignment })
    }

    /// The version, 1 to 40.
    pub(super) fn version(&self) -> usize {
        self.version
    }

    /// The codewords as they lie in the code, the mask taken off.
    pub(super) fn codewords(&self, points: &dyn Points, mask: u8) -> Vec<u8> {
        let bits: Vec<bool> = self
            .path()
            .map(|(row, column)| points.is_dark(row, column) != turned(mask, row, column))
            .collect();
        let (whole, _) = bits.as_chunks::<8>();
        whole.iter().map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit))).collect()
    }

    /// The codewords of each block, whose turns they take. `None` where there are fewer than the version has.
    pub(super) fn blocks(&self, level: Level, codewords: &[u8]) -> Option<Vec<Block>> {
        let level = usize::from(level == Level::Medium);
        let of = |table: &[[u8; 40]; 2]| Some(usize::from(*table.get(level)?.get(self.version - 1)?));
        let (protecting, number) = (of(&PROTECTING)?, of(&BLOCKS)?);
        let short = codewords.len().checked_div(number)?;
        let data = short.checked_sub(protecting)?;
        let longer = number - codewords.len() % number;
        let mut blocks = vec![Block::new(protecting); number];
        let mut left = codewords.iter();
        // The last blocks hold a codeword more.
        for place in 0..=data {
            for (_, block) in (0..).zip(&mut blocks).filter(|(at, _)| place < data || *at >= longer) {
                block.put(*left.next()?);
            }
        }
        for _ in 0..protecting {
            for block in &mut blocks {
                block.put(*left.next()?);
            }
        }
        Some(blocks)
    }

    /// The places of the data, two columns at a time from the right, up and down by turns.
    fn path(&self) -> impl Iterator<Item = (usize, usize)> {
        // The column of the dotted line holds no data, and the pairs go on to its left.
        let rights = (1..self.side).rev().step_by(2).map(|right| if right <= 6 { right - 1 } else { right });
        let pairs = rights.zip(0_usize..).flat_map(move |(right, turn)| {
            (0..self.side).flat_map(move |step| {
                let row = if turn.is_multiple_of(2) { self.side - 1 - step } else { step };
                [(row, right), (row, right - 1)]
            })
        });
        pairs.filter(|(row, column)| !self.is_fixed(*row, *column))
    }

    /// Whether a point is the same in every code of the version, or says something of the code itself.
    fn is_fixed(&self, row: usize, column: usize) -> bool {
        let end = self.side;
        let finder = (row < 9 && (column < 9 || column >= end - 8)) || (row >= end - 8 && column < 9);
        let dotted = row == 6 || column == 6;
        let told = self.version >= 7
            && ((row < 6 && (end - 11..end - 8).contains(&column))
                || (column < 6 && (end - 11..end - 8).contains(&row)));
        let middle = |at: usize| self.alignment.iter().copied().find(|middle| middle.abs_diff(at) <= 2);
        let aligned = middle(row).zip(middle(column)).is_some_and(|(row, column)| {
            let last = end - 7;
            !matches!((row, column), (6, 6)) && (row, column) != (6, last) && (row, column) != (last, 6)
        });
        finder || dotted || told || aligned
    }
}

/// Whether the mask turns a point.
fn turned(mask: u8, row: usize, column: usize) -> bool {
    let (sum, product) = (row + column, row * column);
    match mask {
        0 => sum.is_multiple_of(2),
        1 => row.is_multiple_of(2),
        2 => column.is_multiple_of(3),
        3 => sum.is_multiple_of(3),
        4 => (row / 2 + column / 3).is_multiple_of(2),
        5 => product % 2 + product % 3 == 0,
        6 => (product % 2 + product % 3).is_multiple_of(2),
        _ => (sum % 2 + product % 3).is_multiple_of(2),
    }
}
