//! Bytes as letters that may stand in a page: seven letters of 116 for six bytes, a seventh less than base64 takes.
//!
//! Among the letters are control characters: in a script a page keeps all of them but the first of all and the return of
//! the carriage. Left out as well are the sign that begins a tag, and two that terminals and old programs take for orders.

/// How many letters there are: the seventh power has room for six bytes.
const BASE: u64 = 116;

/// The letter of a value below [`BASE`].
fn letter(value: u64) -> char {
    let code = match value {
        0..=9 => value + 1,
        10..=21 => value + 4,
        22..=49 => value + 10,
        _ => value + 11,
    };
    u8::try_from(code).map_or('~', char::from)
}

/// The bytes as letters. `n` bytes left at the end are `n + 1` letters.
pub fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(6) * 7);
    for group in bytes.chunks(6) {
        let number =
            (0..6).fold(0, |number, at| number << 8 | group.get(at).map_or(0, |byte| u64::from(*byte)));
        let powers = (0..7).rev().map(|power| BASE.pow(power));
        text.extend(powers.take(group.len() + 1).map(|power| letter(number / power % BASE)));
    }
    text
}

/// The bytes behind letters, as the page finds them.
#[cfg(test)]
pub fn bytes(text: &str) -> Vec<u8> {
    let value = |code: u8| {
        u64::from(match code {
            0..11 => code - 1,
            11..26 => code - 4,
            26..60 => code - 10,
            _ => code - 11,
        })
    };
    let mut result = Vec::new();
    for group in text.as_bytes().chunks(7) {
        let values = group.iter().map(|code| value(*code)).chain(std::iter::repeat(BASE - 1)).take(7);
        let number = values.fold(0_u64, |number, value| number * BASE + value);
        result.extend(number.to_be_bytes().into_iter().skip(2).take(group.len() - 1));
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_what_a_script_keeps() {
        let all: Vec<char> = (0..BASE).map(letter).collect();
        let mut different = all.clone();
        different.dedup();
        assert_eq!(different.len(), 116);
        assert!(
            all.iter().all(|letter| letter.is_ascii()
                && !['\0', '\r', '<', '\u{1a}', '\u{1b}', '\u{7f}'].contains(letter))
        );
        assert!(BASE.pow(7) > 1 << 48);
    }

    #[test]
    fn bytes_come_back() {
        let all: Vec<u8> = (0..=u8::MAX).cycle().take(1021).collect();
        for length in 0..all.len() {
            assert_eq!(bytes(&letters(&all[..length])), all[..length], "{length}");
        }
        for length in 0..14 {
            assert_eq!(bytes(&letters(&vec![u8::MAX; length])), vec![u8::MAX; length]);
        }
    }
}
