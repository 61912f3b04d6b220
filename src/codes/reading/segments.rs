//! The data of a code as text.

use std::fmt::Write as _;

/// What stands for each number in capital letters and signs.
const LETTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The bits that are left.
struct Bits<'a> {
    data: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    /// The next so many bits, at most 16, as a number; `None` behind the end.
    fn take(&mut self, number: usize) -> Option<usize> {
        let end = self.at + number;
        let value = (self.at..end).try_fold(0, |value, at| {
            let byte = *self.data.get(at / 8)?;
            Some(value << 1 | usize::from(byte >> (7 - at % 8) & 1))
        })?;
        self.at = end;
        Some(value)
    }
}

/// The text of the data; `None` where it is written in another way than digits and capital letters, or is cut off.
pub(super) fn text(data: &[u8], version: usize) -> Option<String> {
    let size = match version {
        ..=9 => 0,
        10..=26 => 1,
        _ => 2,
    };
    let mut bits = Bits { data, at: 0 };
    let mut text = String::new();
    // Where fewer than four bits are left, nothing follows either.
    while let Some(kind) = bits.take(4) {
        match kind {
            0b0000 => break,
            0b0001 => {
                let digits = bits.take(10 + 2 * size)?;
                for of in groups(digits, 3) {
                    let (width, limit) = [(0, 1), (4, 10), (7, 100), (10, 1000)].get(of).copied()?;
                    let value = bits.take(width).filter(|value| *value < limit)?;
                    // Writing to a String cannot fail.
                    let _ = write!(text, "{value:0of$}");
                }
            }
            0b0010 => {
                let letters = bits.take(9 + 2 * size)?;
                for of in groups(letters, 2) {
                    let value = bits.take(if of == 2 { 11 } else { 6 })?;
                    let values = [value / 45, value % 45];
                    for value in values.into_iter().skip(2 - of) {
                        text.push(char::from(*LETTERS.get(value)?));
                    }
                }
            }
            _ => return None,
        }
    }
    Some(text)
}

/// So many, in groups, the last of them smaller.
fn groups(all: usize, group: usize) -> impl Iterator<Item = usize> {
    (0..all.div_ceil(group)).map(move |at| group.min(all - at * group))
}
