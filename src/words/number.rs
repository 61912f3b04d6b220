//! Numbers in words: as counting minutes and reports write them beside the figure.

use super::{Language, Words};

const ONES_VI: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

const BELOW_TWENTY_EN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS_EN: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The largest number that is written in words.
pub const MOST_IN_WORDS: u32 = 999_999;

impl Words {
    /// A number in words, in small letters, up to [`MOST_IN_WORDS`]; a larger one stays in figures.
    pub fn number(&self, number: u32) -> String {
        match self.language {
            _ if number > MOST_IN_WORDS => number.to_string(),
            Language::Vietnamese => in_vietnamese(number),
            Language::English => in_english(number),
        }
    }
}

fn one(digit: u32) -> &'static str {
    ONES_VI.get(digit as usize).copied().unwrap_or_default()
}

fn in_vietnamese(number: u32) -> String {
    let (thousands, rest) = (number / 1_000, number % 1_000);
    let mut words = Vec::new();
    if thousands > 0 {
        hundreds(thousands, false, &mut words);
        words.push("nghìn");
    }
    if rest > 0 || thousands == 0 {
        hundreds(rest, thousands > 0, &mut words);
    }
    words.join(" ")
}

/// Three digits. Behind thousands the hundreds are said even where there are none: "một nghìn không trăm linh năm".
fn hundreds(number: u32, behind: bool, words: &mut Vec<&'static str>) {
    let (hundreds, rest) = (number / 100, number % 100);
    if hundreds > 0 || behind {
        words.extend([one(hundreds), "trăm"]);
        if rest == 0 {
            return;
        }
        if rest < 10 {
            words.push("linh");
        }
    }
    tens(rest, words);
}

/// Two digits. A one behind tens from twenty is "mốt", a four there "tư", a five behind any ten "lăm".
fn tens(number: u32, words: &mut Vec<&'static str>) {
    let (tens, ones) = (number / 10, number % 10);
    match tens {
        0 => {
            words.push(one(ones));
            return;
        }
        1 => words.push("mười"),
        _ => words.extend([one(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (_, 5) => words.push("lăm"),
        _ => words.push(one(ones)),
    }
}

fn in_english(number: u32) -> String {
    let below = |number: u32| BELOW_TWENTY_EN.get(number as usize).copied().unwrap_or_default();
    let two = |number: u32| match (number / 10, number % 10) {
        (0 | 1, _) => below(number).to_owned(),
        (tens, 0) => TENS_EN.get(tens as usize).copied().unwrap_or_default().to_owned(),
        (tens, ones) => {
            format!("{}-{}", TENS_EN.get(tens as usize).copied().unwrap_or_default(), below(ones))
        }
    };
    let three = |number: u32| match (number / 100, number % 100) {
        (0, rest) => two(rest),
        (hundreds, 0) => format!("{} hundred", below(hundreds)),
        (hundreds, rest) => format!("{} hundred and {}", below(hundreds), two(rest)),
    };
    match (number / 1_000, number % 1_000) {
        (0, rest) => three(rest),
        (thousands, 0) => format!("{} thousand", three(thousands)),
        (thousands, rest) if rest < 100 => format!("{} thousand and {}", three(thousands), two(rest)),
        (thousands, rest) => format!("{} thousand {}", three(thousands), three(rest)),
    }
}
