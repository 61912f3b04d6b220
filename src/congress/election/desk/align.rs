//! Two readings of one pile laid side by side, so that one ballot left out does not make all that follow differ.

/// What stands in one place of the pile by the earlier and by the later reading, as places in each; one of them may
/// have nothing there.
pub type Pair = (Option<usize>, Option<usize>);

/// Beyond so many comparisons the piles are taken ballot by ballot as they lie: such piles were hardly the same.
const MOST_CELLS: usize = 10_000_000;

/// The two readings with as few differing places as there can be.
pub fn align<T: PartialEq>(earlier: &[T], later: &[T]) -> Vec<Pair> {
    let start = earlier.iter().zip(later).take_while(|(one, other)| one == other).count();
    let (one, other) = (earlier.get(start..).unwrap_or_default(), later.get(start..).unwrap_or_default());
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (without(one, end), without(other, end));
    let mut pairs: Vec<Pair> = (0..start).map(|at| (Some(at), Some(at))).collect();
    let moved = |at: Option<usize>| at.map(|at| at + start);
    pairs.extend(between(one, other).into_iter().map(|(one, other)| (moved(one), moved(other))));
    pairs.extend((0..end).map(|at| (Some(start + one.len() + at), Some(start + other.len() + at))));
    pairs
}

fn without<T>(list: &[T], end: usize) -> &[T] {
    list.get(..list.len() - end).unwrap_or_default()
}

/// The fewest changes that make one list of the other: a ballot changed, left out or put in (Levenshtein distance).
fn between<T: PartialEq>(earlier: &[T], later: &[T]) -> Vec<Pair> {
    let (rows, columns) = (earlier.len(), later.len());
    if rows == 0 || columns == 0 || (rows + 1).saturating_mul(columns + 1) > MOST_CELLS {
        let place = |at: usize, length: usize| (at < length).then_some(at);
        return (0..rows.max(columns)).map(|at| (place(at, rows), place(at, columns))).collect();
    }
    let costs = Costs::of(earlier, later);
    let mut pairs = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < rows || column < columns {
        let here = costs.at(row, column);
        let differ = u32::from(earlier.get(row) != later.get(column));
        let pair = if row < rows && column < columns && here == costs.at(row + 1, column + 1) + differ {
            (Some(row), Some(column))
        } else if row < rows && here == costs.at(row + 1, column) + 1 {
            (Some(row), None)
        } else {
            (None, Some(column))
        };
        row += usize::from(pair.0.is_some());
        column += usize::from(pair.1.is_some());
        pairs.push(pair);
    }
    pairs
}

/// The changes that remain to be made from each place of both lists to their ends.
struct Costs {
    cells: Vec<u32>,
    width: usize,
}

impl Costs {
    fn of<T: PartialEq>(earlier: &[T], later: &[T]) -> Self {
        let (rows, width) = (earlier.len(), later.len() + 1);
        let mut costs = Self { cells: vec![0; (rows + 1) * width], width };
        for row in (0..=rows).rev() {
            for column in (0..width).rev() {
                let cost = match (earlier.get(row), later.get(column)) {
                    (None, None) => 0,
                    (None, Some(_)) => costs.at(row, column + 1) + 1,
                    (Some(_), None) => costs.at(row + 1, column) + 1,
                    (Some(one), Some(other)) => {
                        let changed = costs.at(row + 1, column + 1) + u32::from(one != other);
                        changed.min(costs.at(row + 1, column) + 1).min(costs.at(row, column + 1) + 1)
                    }
                };
                if let Some(cell) = costs.cells.get_mut(row * width + column) {
                    *cell = cost;
                }
            }
        }
        costs
    }

    fn at(&self, row: usize, column: usize) -> u32 {
        self.cells.get(row * self.width + column).copied().unwrap_or(0)
    }
}
