//! From the points of a code to what it says (ISO/IEC 18004), for the codes that are drawn here: error correction L and M,
//! digits and capital letters.
//!
//! `rqrr` finds codes in pictures and could read them too, but the tables with which it does weigh 60 kB that nothing makes
//! smaller.

mod format;
mod layout;
mod repair;
mod segments;

use layout::Layout;
use repair::Block;

/// The points of a code, as far as a picture shows them.
pub trait Points {
    /// Points a side.
    fn side(&self) -> usize;

    /// Whether the point in a row and a column, from 0, is dark.
    fn is_dark(&self, row: usize, column: usize) -> bool;
}

/// What a code says; `None` where too many of its points are wrong, and where it is none of ours.
pub fn said(points: &dyn Points) -> Option<String> {
    let layout = Layout::of(points.side())?;
    let (level, mask) = format::read(points)?;
    let codewords = layout.codewords(points, mask);
    let data = layout.blocks(level, &codewords)?.into_iter().map(Block::repaired);
    let data: Vec<u8> = data.collect::<Option<Vec<_>>>()?.concat();
    segments::text(&data, layout.version())
}
