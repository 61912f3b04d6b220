//! Numbers in words against a table of rules that was written by itself: every number from 0 to 999,999.

use crate::{EN, VI, check};
use so_tay_dai_hoi::words::MOST_IN_WORDS;

/// How each number below a hundred is read, ten to a line, as a school book has them.
const BELOW_HUNDRED: [&str; 10] = [
    "không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín",
    "mười|mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu|mười bảy|mười tám|mười chín",
    "hai mươi|hai mươi mốt|hai mươi hai|hai mươi ba|hai mươi tư|hai mươi lăm|hai mươi sáu|hai mươi bảy|hai mươi tám|hai mươi chín",
    "ba mươi|ba mươi mốt|ba mươi hai|ba mươi ba|ba mươi tư|ba mươi lăm|ba mươi sáu|ba mươi bảy|ba mươi tám|ba mươi chín",
    "bốn mươi|bốn mươi mốt|bốn mươi hai|bốn mươi ba|bốn mươi tư|bốn mươi lăm|bốn mươi sáu|bốn mươi bảy|bốn mươi tám|bốn mươi chín",
    "năm mươi|năm mươi mốt|năm mươi hai|năm mươi ba|năm mươi tư|năm mươi lăm|năm mươi sáu|năm mươi bảy|năm mươi tám|năm mươi chín",
    "sáu mươi|sáu mươi mốt|sáu mươi hai|sáu mươi ba|sáu mươi tư|sáu mươi lăm|sáu mươi sáu|sáu mươi bảy|sáu mươi tám|sáu mươi chín",
    "bảy mươi|bảy mươi mốt|bảy mươi hai|bảy mươi ba|bảy mươi tư|bảy mươi lăm|bảy mươi sáu|bảy mươi bảy|bảy mươi tám|bảy mươi chín",
    "tám mươi|tám mươi mốt|tám mươi hai|tám mươi ba|tám mươi tư|tám mươi lăm|tám mươi sáu|tám mươi bảy|tám mươi tám|tám mươi chín",
    "chín mươi|chín mươi mốt|chín mươi hai|chín mươi ba|chín mươi tư|chín mươi lăm|chín mươi sáu|chín mươi bảy|chín mươi tám|chín mươi chín",
];

/// A group of three digits, read digit by digit from the left.
fn group(text: &str, table: &[&str], whole: bool) -> String {
    let (hundred, rest) = text.split_at(1);
    let below = table[rest.parse::<usize>().unwrap()];
    match (hundred, rest) {
        ("0", _) if !whole => below.to_owned(),
        (_, "00") => format!("{} trăm", table[hundred.parse::<usize>().unwrap()]),
        (_, rest) if rest.starts_with('0') => {
            format!("{} trăm linh {below}", table[hundred.parse::<usize>().unwrap()])
        }
        _ => format!("{} trăm {below}", table[hundred.parse::<usize>().unwrap()]),
    }
}

#[test]
fn every_number_up_to_a_million() {
    let table: Vec<&str> = BELOW_HUNDRED.iter().flat_map(|line| line.split('|')).collect();
    assert_eq!(table.len(), 100);
    for number in 0..=MOST_IN_WORDS {
        let digits = format!("{number:06}");
        let (left, right) = digits.split_at(3);
        let expected = match (left, right) {
            ("000", right) => group(right, &table, false),
            (left, "000") => format!("{} nghìn", group(left, &table, false)),
            (left, right) => format!("{} nghìn {}", group(left, &table, false), group(right, &table, true)),
        };
        assert_eq!(VI.number(number), expected, "{number}");
    }
    assert_eq!(VI.number(1_000_000), "1000000");
}

#[test]
fn what_is_still_to_be_minuted() {
    check(|words| words.to_be_minuted("x"));
    check(|words| words.comes_from("x"));
    check(|words| words.figure_lost("17", "x"));
    check(|words| words.print_missing(&[1, 3], 4));
    check(|words| words.print_found("An", "26/5/2022", 18, 3));
}

#[test]
fn some_as_people_say_them() {
    for (number, vietnamese, english) in [
        (0, "không", "zero"),
        (17, "mười bảy", "seventeen"),
        (21, "hai mươi mốt", "twenty-one"),
        (24, "hai mươi tư", "twenty-four"),
        (105, "một trăm linh năm", "one hundred and five"),
        (115, "một trăm mười lăm", "one hundred and fifteen"),
        (1_005, "một nghìn không trăm linh năm", "one thousand and five"),
        (
            21_431,
            "hai mươi mốt nghìn bốn trăm ba mươi mốt",
            "twenty-one thousand four hundred and thirty-one",
        ),
        (100_000, "một trăm nghìn", "one hundred thousand"),
    ] {
        assert_eq!((VI.number(number).as_str(), EN.number(number).as_str()), (vietnamese, english));
    }
}
