//! Dice that fall the same at every run.

/// A xorshift generator of 64 bits.
pub struct Dice(u64);

impl Dice {
    /// Dice that fall in an order that the seed decides.
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A whole number from `least` to `most`, both included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        least + u32::try_from(self.0 % u64::from(most - least + 1)).unwrap()
    }

    /// True once in `turns`.
    pub fn one_in(&mut self, turns: u32) -> bool {
        self.between(1, turns) == 1
    }

    /// A position in a list of `length`.
    pub fn index(&mut self, length: usize) -> usize {
        self.between(0, u32::try_from(length).unwrap() - 1) as usize
    }

    /// One of a list.
    pub fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.index(list.len())]
    }

    /// Puts a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.index(last + 1));
        }
    }
}
