//! The codes in a camera's picture.

use super::reading::{Points, said};
use super::threshold::Picture;
use rqrr::{BitGrid, Grid, PreparedImage};

/// The looks at a picture, one after the other until something is read: how many neighbours a point is taken together with
/// to each side, and how far its surroundings reach, as a part of the shorter side. The first is right for most pictures,
/// the second for codes out of focus, the third where it is dark and the camera strays.
const LOOKS: [(usize, usize); 3] = [(0, 12), (0, 40), (1, 12)];

/// What the codes in a picture say, given as points in red, green, blue and opacity, row by row; nothing where none is
/// seen.
pub fn look(width: usize, points: &[u8]) -> Vec<String> {
    let Some(picture) = Picture::of(width, points) else { return Vec::new() };
    let (width, height) = (picture.width(), picture.height());
    let found = LOOKS.into_iter().map(|(grain, part)| {
        let reach = width.min(height) / part + 1;
        let mut prepared =
            PreparedImage::prepare_from_bitmap(width, height, |x, y| picture.is_dark(x, y, grain, reach));
        let grids = prepared.detect_grids();
        grids.iter().filter_map(|grid| said(&Found(grid))).collect::<Vec<String>>()
    });
    { found }.find(|found| !found.is_empty()).unwrap_or_default()
}

/// A code that was found.
struct Found<'a, G>(&'a Grid<G>);

impl<G: BitGrid> Points for Found<'_, G> {
    fn side(&self) -> usize {
        self.0.grid.size()
    }

    fn is_dark(&self, row: usize, column: usize) -> bool {
        self.0.grid.bit(row, column)
    }
}
