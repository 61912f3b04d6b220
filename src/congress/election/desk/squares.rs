//! Five-stroke squares as the hall draws them: four sides and a diagonal, so that one figure is five.

/// The strokes of each square, 1 to 5, from the first to the last, for a number of votes.
pub fn squares(votes: u32) -> impl Iterator<Item = u8> {
    let (whole, rest) = (votes / 5, votes % 5);
    let last = u8::try_from(rest).ok().filter(|strokes| *strokes > 0);
    (0..whole).map(|_| 5).chain(last)
}
