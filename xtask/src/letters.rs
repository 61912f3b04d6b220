//! Bytes as letters that may stand in a page: five letters of eighty-five for four bytes (a fifth less than base64 adds).
//!
//! None of the letters begins a tag or ends a text of JavaScript, so nothing in between can be taken for either.

/// The letters, by their value.
pub const LETTERS: &str =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+.,-/:;?@[]^_{|}";

/// The bytes as letters. `n` bytes left at the end are `n + 1` letters.
pub fn letters(bytes: &[u8]) -> String {
    let letters = LETTERS.as_bytes();
    let mut text = String::with_capacity(bytes.len().div_ceil(4) * 5);
    for group in bytes.chunks(4) {
        let mut whole = [0; 4];
        for (place, byte) in whole.iter_mut().zip(group) {
            *place = *byte;
        }
        let number = u32::from_be_bytes(whole);
        for power in [85_u32.pow(4), 85_u32.pow(3), 85_u32.pow(2), 85, 1].into_iter().take(group.len() + 1) {
            let letter = letters.get((number / power % 85) as usize);
            text.extend(letter.map(|letter| char::from(*letter)));
        }
    }
    text
}

/// The bytes behind letters, as the page finds them.
#[cfg(test)]
pub fn bytes(text: &str) -> Vec<u8> {
    let value = |letter: u8| LETTERS.bytes().position(|other| other == letter).expect("one of the letters");
    let mut result = Vec::new();
    for group in text.as_bytes().chunks(5) {
        let letters = group.iter().map(|letter| value(*letter)).chain(std::iter::repeat(84)).take(5);
        let number = letters.fold(0_u64, |number, value| number * 85 + value as u64);
        let number = u32::try_from(number).expect("a group of four bytes");
        result.extend(number.to_be_bytes().into_iter().take(group.len() - 1));
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back() {
        assert_eq!(LETTERS.len(), 85);
        assert!(!LETTERS.contains(['<', '>', '&', '"', '\'', '`', '\\']));
        let all: Vec<u8> = (0..=u8::MAX).cycle().take(1021).collect();
        for length in 0..all.len() {
            assert_eq!(bytes(&letters(&all[..length])), all[..length], "{length}");
        }
        assert_eq!(bytes(&letters(&[u8::MAX; 7])), [u8::MAX; 7]);
    }
}
