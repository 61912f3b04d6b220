//! A block of codewords, mended where some were misread: a Reed-Solomon code over the field of 256 elements, whose
//! polynomial is 0x11D.

/// The powers of the generator 2, twice around, so that sums of two exponents need no remainder.
const POWERS: [u8; 510] = powers();

const fn powers() -> [u8; 510] {
    let mut powers = [0; 510];
    let (mut at, mut power) = (0, 1_u16);
    while at < 510 {
        #[expect(
            clippy::indexing_slicing,
            clippy::cast_possible_truncation,
            reason = "reckoned as this is compiled"
        )]
        {
            powers[at] = power as u8;
        }
        power <<= 1;
        if power > 255 {
            power ^= 0x11D;
        }
        at += 1;
    }
    powers
}

fn power(exponent: usize) -> u8 {
    POWERS.get(exponent % 255).copied().unwrap_or(0)
}

/// The exponent of an element other than 0.
fn exponent(element: u8) -> usize {
    POWERS.iter().position(|power| *power == element).unwrap_or(0)
}

/// The exponents of all elements, to be looked up.
struct Field([u8; 256]);

impl Field {
    fn new() -> Self {
        let mut exponents = [0; 256];
        for (place, found) in exponents.iter_mut().enumerate().skip(1) {
            let element = u8::try_from(place).unwrap_or(0);
            *found = u8::try_from(exponent(element)).unwrap_or(0);
        }
        Self(exponents)
    }

    fn exponent(&self, element: u8) -> usize {
        self.0.get(usize::from(element)).copied().map_or(0, usize::from)
    }

    fn times(&self, one: u8, other: u8) -> u8 {
        if one == 0 || other == 0 { 0 } else { power(self.exponent(one) + self.exponent(other)) }
    }

    /// Nothing is divided by 0: that gives 0.
    fn over(&self, one: u8, other: u8) -> u8 {
        if one == 0 || other == 0 { 0 } else { power(self.exponent(one) + 255 - self.exponent(other)) }
    }

    /// The value of a polynomial, lowest coefficient first, at a power of the generator.
    fn value(&self, polynomial: &[u8], at: usize) -> u8 {
        polynomial.iter().rev().fold(0, |sum, coefficient| self.times(sum, power(at)) ^ coefficient)
    }
}

/// A block of codewords: first the data, then what protects them.
#[derive(Clone)]
pub(super) struct Block {
    codewords: Vec<u8>,
    protecting: usize,
}

impl Block {
    pub(super) fn new(protecting: usize) -> Self {
        Self { codewords: Vec::new(), protecting }
    }

    pub(super) fn put(&mut self, codeword: u8) {
        self.codewords.push(codeword);
    }

    /// The data; `None` where more codewords are wrong than half of those that protect.
    pub(super) fn repaired(mut self) -> Option<Vec<u8>> {
        let field = Field::new();
        let length = self.codewords.len();
        let syndromes = self.syndromes(&field);
        if syndromes.iter().any(|syndrome| *syndrome != 0) {
            let locator = locator(&field, &syndromes);
            let wrong = locator.len() - 1;
            if 2 * wrong > self.protecting {
                return None;
            }
            // The places count from the end, where the lowest coefficient stands.
            let places: Vec<usize> =
                (0..length).filter(|place| field.value(&locator, (255 - place % 255) % 255) == 0).collect();
            if places.len() != wrong {
                return None;
            }
            let evaluator = evaluator(&field, &syndromes, &locator);
            for place in places {
                let by = error(&field, &evaluator, &locator, place);
                let codeword = self.codewords.get_mut(length - 1 - place)?;
                *codeword ^= by;
            }
            if self.syndromes(&field).iter().any(|syndrome| *syndrome != 0) {
                return None;
            }
        }
        self.codewords.truncate(length - self.protecting);
        Some(self.codewords)
    }

    /// All 0 where every codeword is right.
    fn syndromes(&self, field: &Field) -> Vec<u8> {
        let lowest_first: Vec<u8> = self.codewords.iter().rev().copied().collect();
        (0..self.protecting).map(|at| field.value(&lowest_first, at)).collect()
    }
}

/// The polynomial whose roots tell the wrong places (Berlekamp and Massey).
fn locator(field: &Field, syndromes: &[u8]) -> Vec<u8> {
    let (mut locator, mut before) = (vec![1_u8], vec![1_u8]);
    let (mut wrong, mut since, mut divisor) = (0, 1, 1_u8);
    for at in 0..syndromes.len() {
        let terms = locator.iter().zip(syndromes.iter().take(at + 1).rev());
        let differs = terms.fold(0, |sum, (one, other)| sum ^ field.times(*one, *other));
        if differs == 0 {
            since += 1;
            continue;
        }
        let factor = field.over(differs, divisor);
        let old = locator.clone();
        let moved: Vec<u8> = std::iter::repeat_n(0, since)
            .chain(before.iter().map(|coefficient| field.times(*coefficient, factor)))
            .collect();
        locator.resize(locator.len().max(moved.len()), 0);
        for (one, other) in locator.iter_mut().zip(&moved) {
            *one ^= other;
        }
        if 2 * wrong <= at {
            (wrong, before, divisor, since) = (at + 1 - wrong, old, differs, 1);
        } else {
            since += 1;
        }
    }
    locator.resize(wrong + 1, 0);
    locator
}

/// The syndromes times the locator, as far as there are syndromes.
fn evaluator(field: &Field, syndromes: &[u8], locator: &[u8]) -> Vec<u8> {
    (0..syndromes.len())
        .map(|at| {
            let terms = locator.iter().zip(syndromes.iter().take(at + 1).rev());
            terms.fold(0, |sum, (one, other)| sum ^ field.times(*one, *other))
        })
        .collect()
}

/// By what the codeword at a place is wrong (Forney).
fn error(field: &Field, evaluator: &[u8], locator: &[u8], place: usize) -> u8 {
    let inverse = (255 - place % 255) % 255;
    // The derivative: in this field only the odd powers leave something.
    let derived: Vec<u8> = locator
        .iter()
        .skip(1)
        .zip(0_usize..)
        .map(|(one, at)| if at.is_multiple_of(2) { *one } else { 0 })
        .collect();
    let quotient = field.over(field.value(evaluator, inverse), field.value(&derived, inverse));
    field.times(quotient, power(place))
}
