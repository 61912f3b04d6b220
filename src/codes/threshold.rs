//! Dark or light, by the surroundings of each point: a screen in a hall has lamps in it and shadows on it.

/// A picture in shades of grey, 0 black and 255 white.
pub struct Picture {
    width: usize,
    height: usize,
    /// Row by row, what all shades above and to the left add up to, one column and one row wider than the picture.
    sums: Vec<u32>,
}

impl Picture {
    /// The picture of points in red, green, blue and opacity; `None` where they make no rectangle, or a larger one than
    /// `4_000` points a side.
    pub fn of(width: usize, points: &[u8]) -> Option<Self> {
        let (points, rest) = points.as_chunks::<4>();
        let height = points.len().checked_div(width)?;
        if !rest.is_empty() || height * width != points.len() || width > 4_000 || height > 4_000 {
            return None;
        }
        let grey = |&[red, green, blue, _]: &[u8; 4]| {
            (u32::from(red) * 77 + u32::from(green) * 150 + u32::from(blue) * 29) >> 8
        };
        let mut sums = vec![0_u32; width + 1];
        for row in points.chunks(width) {
            let above = sums.len() - (width + 1);
            let mut sum = 0;
            sums.push(0);
            for (x, point) in row.iter().enumerate() {
                sum += grey(point);
                sums.push(sum + sums.get(above + x + 1).copied().unwrap_or(0));
            }
        }
        Some(Self { width, height, sums })
    }

    /// How many points a row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Whether a point is darker than its surroundings, which reach `reach` points to each side. A `grain` of 0 takes the
    /// point as it is; 1 takes what it is together with its neighbours, for pictures full of noise.
    pub fn is_dark(&self, x: usize, y: usize, grain: usize, reach: usize) -> bool {
        let (shade, own) = self.around(x, y, grain);
        let (all, points) = self.around(x, y, reach);
        // A little below the mean, so that an even surface is light and not noise.
        shade * points * 16 < all * own * 15
    }

    /// What the shades up to `reach` points to each side of a point add up to, and how many they are.
    fn around(&self, x: usize, y: usize, reach: usize) -> (u64, u64) {
        let (left, top) = (x.saturating_sub(reach), y.saturating_sub(reach));
        let (right, bottom) = ((x + reach + 1).min(self.width), (y + reach + 1).min(self.height()));
        let sum =
            |x: usize, y: usize| u64::from(self.sums.get(y * (self.width + 1) + x).copied().unwrap_or(0));
        let all = sum(right, bottom) + sum(left, top) - sum(right, top) - sum(left, bottom);
        (all, u64::try_from((right - left) * (bottom - top)).unwrap_or(1))
    }
}
