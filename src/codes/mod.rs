//! Text that goes through the air or over paper: made small, cut into pieces, each piece a QR code (ISO/IEC 18004); and
//! read back from a camera's picture.
//!
//! A piece is `SDH1/<number>/<of>/<hash>:<digits>`: letters and digits alone, so that whatever reads the code, a telephone
//! or a person, can hand the text on without changing it. The hash is the first eight digits of SHA-256 of the text.

mod digits;
mod gathering;
mod look;
mod reading;
mod small;
mod threshold;

pub use gathering::{Scanned, joined};
pub use look::look;
pub use reading::{Points, said};
pub use small::{is_small, made_small, made_whole};

use miniz_oxide::deflate::compress_to_vec;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What every piece begins with.
pub const SIGN: &str = "SDH1";
/// The most pieces of one text.
pub const MOST_PIECES: usize = 999;

/// What the codes are shown on, which says how much one of them holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// A printed sheet that is scanned at leisure: few and large codes, a seventh of each may be spoilt.
    Paper,
    /// A screen in front of a camera: many and small codes, each shown for a moment.
    Screen,
}

impl Carrier {
    /// The most codes.
    pub const fn most_codes(self) -> usize {
        match self {
            Self::Paper => 12,
            Self::Screen => MOST_PIECES,
        }
    }

    /// The most digits in one code. On paper its points are then half a millimetre wide where the code is six
    /// centimetres; on a screen it has 57 points a side (version 10).
    const fn most_digits(self) -> usize {
        match self {
            Self::Paper => 2_100,
            Self::Screen => 610,
        }
    }

    const fn spare(self) -> QrCodeEcc {
        match self {
            Self::Paper => QrCodeEcc::Medium,
            Self::Screen => QrCodeEcc::Low,
        }
    }
}

/// A code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// What it says.
    pub text: String,
    /// Its points, row by row: `1` for a dark one, `0` for a light one, without the margin.
    pub rows: Vec<String>,
}

impl Code {
    /// A list of codes that was written as JSON; `None` for anything else.
    pub fn read(text: &str) -> Option<Vec<Self>> {
        let value: serde_json::Value = serde_json::from_str(text).ok()?;
        Vec::deserialize(&value).ok()
    }
}

/// The codes of a text; `None` when there would be more than the carrier takes.
pub fn codes(text: &str, carrier: Carrier) -> Option<Vec<Code>> {
    let written = digits::written(&compress_to_vec(text.as_bytes(), 10));
    let of = written.len().div_ceil(carrier.most_digits()).max(1);
    if of > carrier.most_codes() {
        return None;
    }
    let hash = hash(text);
    let length = written.len().div_ceil(of);
    let pieces = written.as_bytes().chunks(length.max(1)).zip(1..);
    pieces
        .map(|(piece, number): (_, usize)| {
            let head = format!("{SIGN}/{number}/{of}/{hash}:");
            let piece = String::from_utf8_lossy(piece);
            let segments = [QrSegment::make_alphanumeric(&head), QrSegment::make_numeric(&piece)];
            let code = QrCode::encode_segments(&segments, carrier.spare()).ok()?;
            let point = |x: i32, y: i32| if code.get_module(x, y) { '1' } else { '0' };
            let rows = (0..code.size()).map(|y| (0..code.size()).map(|x| point(x, y)).collect());
            Some(Code { text: format!("{head}{piece}"), rows: rows.collect() })
        })
        .collect()
}

fn hash(text: &str) -> String {
    format!("{:X}", Sha256::digest(text.as_bytes())).chars().take(8).collect()
}
