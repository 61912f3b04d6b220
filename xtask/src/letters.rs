//! Bytes as letters that may stand in a page which is written in UTF-16: a letter for two bytes.
//!
//! A browser reads a page letter by letter, so few letters are read sooner than many, however many bytes each of them has.
//! Whatever a page would not keep as it is stands as two letters, behind a mark.

/// Says that the next letter is one that could not stand for itself.
const MARK: u16 = 0xe000;
/// How far such a letter is moved, which no page minds.
const MOVED: u16 = 0x4000;

/// Whether a page keeps the letter inside a comment: no half of a pair, nothing that a comment or a tag ends or begins with,
/// nothing that is read as another letter or as none.
fn stands(letter: u16) -> bool {
    !matches!(letter, 0 | 0x0d | 0x2d | 0x3c | 0x3e | 0xd800..=0xdfff | MARK | 0xfeff | 0xfffe | 0xffff)
}

/// The bytes as letters. The first says how many bytes are too many at the end, `0` or `1`.
pub fn letters(bytes: &[u8]) -> String {
    let odd = bytes.len() % 2 == 1;
    let mut text = String::from(if odd { "1" } else { "0" });
    for pair in bytes.chunks(2) {
        let [low, high] = [pair.first(), pair.get(1)].map(|byte| byte.copied().unwrap_or(0));
        let value = u16::from_le_bytes([low, high]);
        let (mark, letter) =
            if stands(value) { (None, value) } else { (Some(MARK), value.wrapping_add(MOVED)) };
        text.extend(mark.into_iter().chain([letter]).filter_map(|letter| char::from_u32(letter.into())));
    }
    text
}

/// The bytes behind letters, as the page finds them.
#[cfg(test)]
pub fn bytes(text: &str) -> Vec<u8> {
    let mut letters = text.encode_utf16();
    let odd = usize::from(letters.next() == Some(u16::from(b'1')));
    let mut result = Vec::new();
    while let Some(letter) = letters.next() {
        let value = if letter == MARK { letters.next().unwrap().wrapping_sub(MOVED) } else { letter };
        result.extend(value.to_le_bytes());
    }
    result.truncate(result.len() - odd);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_bytes_comes_back_from_letters_that_a_page_keeps() {
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_le_bytes).collect();
        let text = letters(&all);
        assert_eq!(bytes(&text), all);
        assert!(text.encode_utf16().all(|letter| letter == MARK || stands(letter)));
        // One letter for each but those that cannot stand for themselves.
        let moved = (0..=u16::MAX).filter(|letter| !stands(*letter)).count();
        assert_eq!(text.encode_utf16().count(), 1 + (1 << 16) + moved);
    }

    #[test]
    fn any_number_of_bytes_comes_back() {
        let all: Vec<u8> = (0..=u8::MAX).cycle().take(1021).collect();
        for length in 0..all.len() {
            assert_eq!(bytes(&letters(&all[..length])), all[..length], "{length}");
        }
    }
}
