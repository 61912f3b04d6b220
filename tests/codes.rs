//! Codes on a screen in front of a camera: every one drawn, spoilt as cameras spoil pictures, dropped, shuffled, and read
//! back.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]
#![expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    reason = "a picture is turned and blurred"
)]

#[path = "fixtures/dice.rs"]
mod dice;

use dice::Dice;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use so_tay_dai_hoi::codes::{
    Carrier, Code, MOST_PIECES, Points, Scanned, codes, is_small, joined, look, made_small, made_whole, said,
};

/// A backup file of a congress that was held, 17 people, three rounds.
const HELD: &str = include_str!("data/congress-held.json");

fn on_screen(text: &str) -> Vec<Code> {
    codes(text, Carrier::Screen).unwrap()
}

/// What a camera makes of a code.
#[derive(Clone, Copy)]
struct Camera {
    /// The picture's side, in points.
    side: usize,
    /// How much of the side the code takes, in hundredths.
    takes: usize,
    /// How far the code is turned, in degrees.
    turned: f64,
    /// How often each point is mixed with its neighbours.
    blurred: usize,
    /// How far shades stray, of 255.
    noise: usize,
    /// How much darker the right edge is than the left, of 255.
    shadow: usize,
}

const SHARP: Camera = Camera { side: 480, takes: 80, turned: 0.0, blurred: 0, noise: 0, shadow: 0 };

impl Camera {
    /// The picture in red, green, blue and opacity.
    fn picture(self, code: &Code, dice: &mut Dice) -> Vec<u8> {
        let points = code.rows.len() as f64 + 8.0;
        let scale = (self.side * self.takes) as f64 / 100.0 / points;
        let (sin, cos) = self.turned.to_radians().sin_cos();
        let middle = self.side as f64 / 2.0;
        // Nine looks into each point, as a sensor gathers light over its area.
        let dark = |x: f64, y: f64| {
            let (x, y) = (x - middle, y - middle);
            let (x, y) = (
                (x * cos + y * sin) / scale + points / 2.0 - 4.0,
                (y * cos - x * sin) / scale + points / 2.0 - 4.0,
            );
            let row = code.rows.get(y.floor() as usize).filter(|_| y >= 0.0);
            row.and_then(|row| row.as_bytes().get(x.floor() as usize)).filter(|_| x >= 0.0) == Some(&b'1')
        };
        let mut shades: Vec<u32> = (0..self.side * self.side)
            .map(|at| {
                let (x, y) = ((at % self.side) as f64, (at / self.side) as f64);
                let looks = (0..9).filter(|at| {
                    dark(x + f64::from(at % 3) / 3.0 + 0.17, y + f64::from(at / 3) / 3.0 + 0.17)
                });
                230 - looks.count() as u32 * 22
            })
            .collect();
        for _ in 0..self.blurred {
            let old = shades.clone();
            for at in 0..shades.len() {
                let around = [at.wrapping_sub(1), at + 1, at.wrapping_sub(self.side), at + self.side];
                let sum: u32 = around.iter().map(|near| old.get(*near).copied().unwrap_or(old[at])).sum();
                shades[at] = (sum + old[at]) / 5;
            }
        }
        let mut picture = Vec::with_capacity(shades.len() * 4);
        for (at, shade) in shades.into_iter().enumerate() {
            let noise = dice.below(2 * self.noise + 1) as i64 - self.noise as i64;
            let shadow = (self.shadow * (at % self.side) / self.side) as i64;
            let shade = (i64::from(shade) + noise - shadow).clamp(0, 255) as u8;
            picture.extend([shade, shade, shade, 255]);
        }
        picture
    }

    fn sees(self, code: &Code, dice: &mut Dice) -> Vec<String> {
        look(self.side, &self.picture(code, dice))
    }
}

#[test]
fn every_code_is_read_from_its_picture() {
    let mut dice = Dice::new(1);
    let codes = on_screen(HELD);
    assert!(codes.len() > 10, "{}", codes.len());
    for code in &codes {
        // Version 10: four points a side for each step of the version, on 17.
        assert!(code.rows.len() <= 57, "{}", code.rows.len());
        assert_eq!(SHARP.sees(code, &mut dice), std::slice::from_ref(&code.text));
    }
}

/// As a hand holds a telephone: half the side, turned, a little out of focus, a lamp to one side. What is missed comes
/// again with the next turn of the codes, so nearly all is enough.
#[test]
fn codes_are_read_as_a_hand_shows_them() {
    let mut dice = Dice::new(2);
    let codes = on_screen(HELD);
    let cameras = [
        ("half the picture", Camera { takes: 55, ..SHARP }, 100),
        ("turned by 7°", Camera { turned: 7.0, ..SHARP }, 100),
        ("upside down, turned by 30°", Camera { turned: 210.0, takes: 65, ..SHARP }, 100),
        ("noise", Camera { noise: 40, ..SHARP }, 100),
        ("shadow", Camera { shadow: 120, noise: 10, ..SHARP }, 100),
        ("blurred", Camera { blurred: 4, ..SHARP }, 100),
        (
            "blurred, turned, in the shadow",
            Camera { blurred: 3, turned: -5.0, shadow: 90, noise: 12, ..SHARP },
            90,
        ),
        ("blurred much", Camera { blurred: 8, turned: 4.0, noise: 8, ..SHARP }, 50),
    ];
    for (name, camera, least) in cameras {
        let read = codes
            .iter()
            .step_by(2)
            .filter(|code| camera.sees(code, &mut dice) == [code.text.clone()])
            .count();
        let shown = codes.len().div_ceil(2);
        let hundredths = 100 * read / shown;
        println!("{name}: {read} of {shown}");
        assert!(hundredths >= least, "{name}: {read} of {shown}");
    }
}

/// Specks over every code; some are lost, the rest shuffled, doubled, and what is missing named until it comes.
#[test]
fn damaged_dropped_and_shuffled_codes_come_together() {
    let mut dice = Dice::new(3);
    let text = HELD.repeat(2);
    let codes = on_screen(&text);
    for _ in 0..2 {
        let mut seen: Vec<(usize, String)> = Vec::new();
        let mut dropped: Vec<usize> = Vec::new();
        for (number, code) in (1..).zip(&codes) {
            let mut spoilt = code.clone();
            for _ in 0..dice.below(20) {
                let (x, y) = (dice.below(code.rows.len()), dice.below(code.rows.len()));
                let other = if &spoilt.rows[y][x..=x] == "1" { "0" } else { "1" };
                spoilt.rows[y].replace_range(x..=x, other);
            }
            let read = SHARP.sees(&spoilt, &mut dice);
            // A code that is spoilt too much is not read at all; it never says anything else.
            assert!(read.iter().all(|said| *said == code.text), "{read:?}");
            match read.into_iter().next().filter(|_| !dice.one_in(6)) {
                Some(said) => seen.push((number, said)),
                None => dropped.push(number),
            }
        }
        assert!(!dropped.is_empty() && seen.len() > codes.len() / 3, "{dropped:?}");
        for at in (1..seen.len()).rev() {
            seen.swap(at, dice.below(at + 1));
        }
        seen.push(seen[0].clone());
        let said = |seen: &[(usize, String)]| {
            seen.iter().map(|(_, said)| said.as_str()).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(joined(&said(&seen)), Scanned::Missing(dropped.clone(), codes.len()));
        for number in dropped {
            seen.push((number, SHARP.sees(&codes[number - 1], &mut dice).remove(0)));
        }
        assert_eq!(joined(&said(&seen)), Scanned::Whole(text.clone()));
    }
}

#[test]
fn a_picture_without_a_code_says_nothing() {
    let mut dice = Dice::new(4);
    let noise: Vec<u8> = (0..200 * 200 * 4).map(|_| dice.below(256) as u8).collect();
    assert_eq!(look(200, &noise), Vec::<String>::new());
    assert_eq!(look(200, &vec![0; 200 * 200 * 4]), Vec::<String>::new());
    // What is no rectangle is no picture.
    for (width, bytes) in [(0, 0), (0, 4), (7, 4), (1, 3), (200, 399), (5_000, 20_000)] {
        assert_eq!(look(width, &vec![9; bytes]), Vec::<String>::new(), "{width} {bytes}");
    }
}

/// Pictures of codes that were cut up and mixed, so that the reader gets as far as it can.
#[test]
fn no_picture_breaks_the_reader() {
    let mut dice = Dice::new(5);
    let codes = on_screen(HELD);
    for round in 0..90 {
        let camera =
            Camera { side: 200, takes: 60 + dice.below(80), turned: dice.below(360) as f64, ..SHARP };
        let mut picture = camera.picture(&codes[round % codes.len()], &mut dice);
        for _ in 0..dice.below(40) {
            let (from, to, length) =
                (dice.below(picture.len()), dice.below(picture.len()), dice.below(8_000));
            let end = (from + length).min(picture.len());
            let end = end.min(from + picture.len() - to);
            picture.copy_within(from..end.max(from), to);
        }
        for said in look(200, &picture) {
            assert!(codes.iter().any(|code| code.text == said), "{said}");
        }
    }
}

#[test]
fn a_text_is_as_long_as_the_codes_take() {
    let mut dice = Dice::new(6);
    let random: String = (0..250_000).map(|_| char::from(b'!' + dice.below(90) as u8)).collect();
    assert!(on_screen(&random).len() <= MOST_PIECES);
    assert_eq!(codes(&random.repeat(2), Carrier::Screen), None);
}

#[test]
fn what_is_made_small_is_made_whole() {
    let small = made_small(HELD);
    assert!(small.len() * 3 < HELD.len() && is_small(&small), "{} of {}", small.len(), HELD.len());
    assert_eq!(made_whole(&small).as_deref(), Some(HELD));
    assert!(!is_small(HELD.as_bytes()));
    for other in [HELD.as_bytes(), b"", b"SDHZ", b"SDHZ\xff\xff", &small[..small.len() - 4]] {
        assert_eq!(made_whole(other), None);
    }
}

/// The points of a code as they were drawn, some of them turned.
struct Drawn(Vec<Vec<bool>>);

impl Points for Drawn {
    fn side(&self) -> usize {
        self.0.len()
    }

    fn is_dark(&self, row: usize, column: usize) -> bool {
        self.0[row][column]
    }
}

fn drawn(code: &QrCode) -> Drawn {
    Drawn((0..code.size()).map(|y| (0..code.size()).map(|x| code.get_module(x, y)).collect()).collect())
}

/// Every version in both levels, whatever mask it comes with, as another program draws it; then with as many points wrong
/// as the level bears, and with so many that it does not.
#[test]
fn every_version_is_read_as_another_program_draws_it() {
    let mut dice = Dice::new(7);
    let mut unread = 0;
    for version in 1..=40 {
        for level in [QrCodeEcc::Low, QrCodeEcc::Medium] {
            for _ in 0..8 {
                let letters: String =
                    (0..dice.below(12)).map(|_| char::from(b'A' + dice.below(26) as u8)).collect();
                let digits: String =
                    (0..dice.below(10)).map(|_| char::from(b'0' + dice.below(10) as u8)).collect();
                let segments = [QrSegment::make_alphanumeric(&letters), QrSegment::make_numeric(&digits)];
                let version = Version::new(version);
                let mask = Some(qrcodegen::Mask::new(dice.below(8) as u8));
                let Ok(code) =
                    QrCode::encode_segments_advanced(&segments, level, version, version, mask, false)
                else {
                    continue;
                };
                let text = format!("{letters}{digits}");
                let mut points = drawn(&code);
                assert_eq!(said(&points).as_deref(), Some(text.as_str()), "{version:?} {level:?}");
                // A few points outside the finders.
                for _ in 0..3 {
                    let (row, column) =
                        (9 + dice.below(points.side() - 17), 9 + dice.below(points.side() - 17));
                    points.0[row][column] ^= true;
                }
                assert_eq!(
                    said(&points).as_deref(),
                    Some(text.as_str()),
                    "{version:?} {level:?}, three points wrong"
                );
                for row in &mut points.0 {
                    for point in row.iter_mut().filter(|_| dice.one_in(9)) {
                        *point ^= true;
                    }
                }
                // What cannot be mended is not taken for something else.
                let found = said(&points);
                assert!(found.is_none() || found.as_deref() == Some(text.as_str()), "{found:?} for {text}");
                unread += usize::from(found.is_none());
            }
        }
    }
    assert!(unread > 500, "{unread}");
}

#[test]
fn what_is_no_code_says_nothing() {
    let mut dice = Dice::new(8);
    for side in (0..180).chain([1_000]) {
        let random = Drawn((0..side).map(|_| (0..side).map(|_| dice.one_in(2)).collect()).collect());
        assert_eq!(said(&random), None, "{side}");
        for dark in [true, false] {
            // All light would be an empty text with a mask that turns everything; there is none.
            let found = said(&Drawn(vec![vec![dark; side]; side]));
            assert!(found.is_none_or(|found| found.is_empty()), "{side} {dark}");
        }
    }
}
