//! Dice that fall the same at every run, and the same in `benches/spreadsheet/run.mjs`.

/// A linear congruential generator of 32 bits.
pub struct Dice(u32);

impl Dice {
    /// Dice that fall in an order that the seed decides.
    pub fn new(seed: u32) -> Self {
        Self(seed)
    }

    /// A whole number from 0 to one below `end`, which is at most 65536.
    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // The low bits of such a generator repeat soon.
        (self.0 >> 16) % end
    }

    /// A whole number from `least` to `most`, both included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }
}
