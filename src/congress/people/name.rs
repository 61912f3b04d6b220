//! Vietnamese names: how they are cleaned, searched and put in order.
//!
//! The given name stands last and decides the order. Letters are compared first, in the order of the Vietnamese
//! alphabet; tones only decide between words of the same letters. Composed and decomposed spelling count as the same.

use crate::congress::hidden::Lines;
use crate::congress::spelling::{decomposed, small};
use std::cmp::Ordering;

/// The given name: the last word.
pub fn given_name(name: &str) -> &str {
    name.split_whitespace().next_back().unwrap_or("")
}

/// The order of a list of people: by given name, then by family and middle names.
///
/// For long lists, sort by [`NameKey`], which reads each name once.
pub fn compare_names(a: &str, b: &str) -> Ordering {
    NameKey::new(a).cmp(&NameKey::new(b))
}

/// The place of a name in the order; names that differ only in case or in spelling marks share a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameKey {
    given: WordKey,
    family_and_middle: Vec<WordKey>,
}

impl NameKey {
    /// Reads a name.
    pub fn new(name: &str) -> Self {
        let mut words: Vec<WordKey> = name.split_whitespace().map(WordKey::new).collect();
        let given = words.pop().unwrap_or_default();
        Self { given, family_and_middle: words }
    }
}

/// Small letters without tones or other marks, and d for đ: for a search that does not ask for accents.
pub fn search_fold(text: &str) -> String {
    let letters = small(&decomposed(text));
    let plain = letters.chars().filter(|&character| !is_combining_mark(character));
    plain.map(|letter| if letter == 'đ' { 'd' } else { letter }).collect()
}

/// A name in letters and digits that any file system takes, words parted by hyphens.
pub fn plain_name(text: &str) -> String {
    let folded = search_fold(text);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// A name as it is kept: composed, trimmed, single spaces, without characters that nobody sees.
pub fn clean_name(text: &str) -> String {
    Lines::One.clean(text)
}

/// The marks that decomposed letters of the Latin alphabet carry.
fn is_combining_mark(character: char) -> bool {
    matches!(character, '\u{0300}'..='\u{036F}')
}

/// A word: its letters decide, then its tones. A tone belongs to the word, so "hòa" and "hoà" are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct WordKey {
    letters: Vec<Letter>,
    tones: Vec<Tone>,
}

impl WordKey {
    fn new(word: &str) -> Self {
        let mut key = Self::default();
        for character in small(&decomposed(word)).chars() {
            if let Some(tone) = Tone::of(character) {
                key.tones.push(tone);
            } else if !is_combining_mark(character) {
                key.letters.push(Letter::new(character));
            } else if let Some(letter) = key.letters.last_mut() {
                letter.shape = letter.shape.max(Shape::of(character));
            }
        }
        key
    }
}

/// A letter without its tone. Signs and digits come before letters, other alphabets after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Letter {
    base: char,
    shape: Shape,
}

impl Letter {
    fn new(character: char) -> Self {
        match character {
            'đ' => Self { base: 'd', shape: Shape::Other },
            base => Self { base, shape: Shape::Plain },
        }
    }
}

/// What makes a letter of its own out of a Latin one. The Latin order with these behind the plain letter is the
/// Vietnamese alphabet: a ă â, d đ, e ê, o ô ơ, u ư.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    Plain,
    Breve,
    Circumflex,
    Horn,
    /// The bar of đ, and marks of other languages.
    Other,
}

impl Shape {
    fn of(mark: char) -> Self {
        match mark {
            '\u{306}' => Self::Breve,
            '\u{302}' => Self::Circumflex,
            '\u{31B}' => Self::Horn,
            _ => Self::Other,
        }
    }
}

/// The written tones, in dictionary order; the level tone is the absence of all and comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tone {
    Huyen,
    Hoi,
    Nga,
    Sac,
    Nang,
}

impl Tone {
    fn of(mark: char) -> Option<Self> {
        match mark {
            '\u{300}' | '\u{340}' => Some(Self::Huyen),
            '\u{309}' => Some(Self::Hoi),
            '\u{303}' => Some(Self::Nga),
            '\u{301}' | '\u{341}' => Some(Self::Sac),
            '\u{323}' => Some(Self::Nang),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A roll in order.
    const ROLL: [&str; 26] = [
        "Vũ Hoài An",
        "Nguyễn Văn Ân",
        "Nguyễn Tiến Dũng",
        "Đặng Thị Mỹ Duyên",
        "Lê Công Đạt",
        "Trần Quốc Hưng",
        "Lê Thị Thanh Hường",
        "Vũ Đình Khoát",
        "Lương Thế Kỷ",
        "Hứa Thị Lưỡng",
        "Phạm Hữu Nghĩa",
        "Nguyễn Thị Bích Ngọc",
        "Chu Thị Quỳnh Như",
        "Nông Thị Phượng",
        "Đỗ Thị Kim Quý",
        "Triệu Văn Sử",
        "Bùi Thị Hồng Thắm",
        "Hoàng Đức Thịnh",
        "Lê Thị Thu",
        "Nguyễn Thị Thu",
        "Nguyễn Thị Hoài Thương",
        "Nguyễn Văn Thưởng",
        "Ngô Xuân Trường",
        "Vi Văn Tưởng",
        "Mai Tuấn Vượng",
        "Lý Thị Yến",
    ];

    /// Each text comes strictly before all that follow it, in both spellings and both cases.
    fn check_order(sorted: &[&str]) {
        for (place, &a) in sorted.iter().enumerate() {
            for (other_place, &b) in sorted.iter().enumerate() {
                let expected = place.cmp(&other_place);
                assert_eq!(compare_names(a, b), expected, "{a} {b}");
                assert_eq!(compare_names(&decomposed(a), b), expected, "{a} decomposed, {b}");
                assert_eq!(compare_names(a, &b.to_uppercase()), expected, "{a}, {b} in capitals");
            }
        }
    }

    #[test]
    fn given_names() {
        for (name, expected) in [
            ("Đặng Thị Mỹ Duyên", "Duyên"),
            ("Lý Thị Yến ", "Yến"),
            ("Kỷ", "Kỷ"),
            ("  Vi\tVăn\u{A0}Tưởng", "Tưởng"),
            ("", ""),
            ("   ", ""),
        ] {
            assert_eq!(given_name(name), expected, "{name}");
        }
    }

    #[test]
    fn a_roll_in_order() {
        check_order(&ROLL);
    }

    #[test]
    fn letters_in_order() {
        check_order(&[
            "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o",
            "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z",
        ]);
    }

    #[test]
    fn tones_in_order() {
        check_order(&["ma", "mà", "mả", "mã", "má", "mạ"]);
        check_order(&["Tương", "Tường", "Tưởng", "Tưỡng", "Tướng", "Tượng"]);
        check_order(&["tiên", "tiền", "tiển", "tiễn", "tiến", "tiện"]);
    }

    #[test]
    fn letters_before_tones() {
        check_order(&["Hoa", "Hòa", "Hóa", "Hoan", "Hoàn", "Hoàng", "Hồng", "Hơn"]);
        check_order(&["Quy", "Quý", "Quyên", "Quyền"]);
    }

    #[test]
    fn given_name_then_the_rest_word_by_word() {
        check_order(&["An", "Lê An", "Lê Thị An", "Lê Văn An", "Lệ An", "Lý An", "Lê Bình", "Lê Thị Bình"]);
        check_order(&["Nguyễn Thị Hoa", "Nguyễn Văn Hoa", "Lê Văn Hòa"]);
        check_order(&["Đinh Thị Lan", "Đỗ Lan", "Đồng Lan"]);
    }

    #[test]
    fn names_that_share_a_place() {
        for (a, b) in [
            ("Lê Hòa", "Lê Hoà"),
            ("Nguyễn Thúy", "NGUYỄN THUÝ"),
            (" Lê  Thị Hoa", "lê thị hoa "),
            ("", "  "),
            ("Phượng", "Phươ\u{323}ng"),
        ] {
            assert_eq!(compare_names(a, b), Ordering::Equal, "{a} {b}");
        }
    }

    #[test]
    fn names_of_the_highlands() {
        check_order(&["", "H'Hen Niê 2", "Y Moan Êban", "Ksor Krơn", "Rơ Châm Niê", "Y Blŏk Niê", "Y Thông"]);
    }

    #[test]
    fn folding_for_search() {
        for (text, expected) in [
            ("Đặng Thị Mỹ Duyên", "dang thi my duyen"),
            ("ĐỖ THỊ KIM QUÝ", "do thi kim quy"),
            ("Hứa Thị Lưỡng", "hua thi luong"),
            ("Ngô Xuân Trường", "ngo xuan truong"),
            ("Y Blŏk Êban 2", "y blok eban 2"),
            ("", ""),
        ] {
            assert_eq!(search_fold(text), expected, "{text}");
            assert_eq!(search_fold(&decomposed(text)), expected, "{text} decomposed");
            assert_eq!(search_fold(expected), expected, "{expected} folded again");
        }
    }

    /// The vowels of Vietnamese with all tones, and đ, fold to the Latin letters.
    #[test]
    fn every_letter_folds() {
        for (letters, expected) in [
            ("aàảãáạăằẳẵắặâầẩẫấậ", 'a'),
            ("eèẻẽéẹêềểễếệ", 'e'),
            ("iìỉĩíị", 'i'),
            ("oòỏõóọôồổỗốộơờởỡớợ", 'o'),
            ("uùủũúụưừửữứự", 'u'),
            ("yỳỷỹýỵ", 'y'),
            ("dđ", 'd'),
        ] {
            for letter in letters.chars() {
                let capital: String = letter.to_uppercase().collect();
                for spelling in [letter.to_string(), capital.clone(), decomposed(&capital)] {
                    assert_eq!(search_fold(&spelling), expected.to_string(), "{spelling}");
                }
            }
        }
    }

    #[test]
    fn cleaning() {
        for (text, expected) in [
            ("Trần Quốc Hưng", "Trần Quốc Hưng"),
            ("  Trần \t Quốc\r\nHưng ", "Trần Quốc Hưng"),
            ("Lý\u{A0}Thị\u{3000}Yến", "Lý Thị Yến"),
            ("\u{FEFF}Vi Văn Tưởng\u{200E}", "Vi Văn Tưởng"),
            ("\u{202E}Vi\u{2066} Văn\u{2069} Tưởng\u{202C}", "Vi Văn Tưởng"),
            ("Vi\u{200B}Văn\u{0}\u{7}\u{85}Sử", "ViVăn Sử"),
            ("Mai \u{200B} Vượng", "Mai Vượng"),
            ("Kỷ\u{200D}", "Kỷ"),
            ("Lu\u{200B}\u{31B}\u{303}ng", "Lững"),
            ("\u{200B}\u{FEFF} ", ""),
            ("", ""),
        ] {
            let cleaned = clean_name(text);
            assert_eq!(cleaned, expected, "{text:?}");
            assert_eq!(clean_name(&cleaned), cleaned, "{text:?} cleaned again");
        }
        for name in ROLL {
            assert_eq!(clean_name(&decomposed(name)), name);
        }
    }
}
