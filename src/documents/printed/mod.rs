//! Text on paper that a machine reads back: made small, cut into pieces, each piece a QR code (ISO/IEC 18004).
//!
//! A piece is `SDH1/<number>/<of>/<hash>:<digits>`: letters and digits alone, so that whatever reads the code, a telephone
//! or a person, can hand the text on without changing it. The hash is the first eight digits of SHA-256 of the text.

mod digits;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The most codes on a sheet.
pub const MOST_CODES: usize = 12;
/// The most digits in one code: its points are then half a millimetre wide where the code is six centimetres.
const MOST_DIGITS: usize = 2_100;
/// What every piece begins with.
const SIGN: &str = "SDH1";
/// The longest text that is read, in bytes.
const MOST_BYTES: usize = 1024 * 1024;

/// A code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// What it says.
    pub text: String,
    /// Its points, row by row: `1` for a dark one, `0` for a light one, without the margin.
    pub rows: Vec<String>,
}

/// What came of scanned pieces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scanned {
    /// The text, whole and as it was.
    Whole(String),
    /// No piece was recognised.
    Nothing,
    /// These pieces are missing, from 1, of so many.
    Missing(Vec<usize>, usize),
    /// The pieces are of different sheets.
    Mixed,
    /// All pieces are there, but they do not make the text whose hash they bear.
    Damaged,
}

impl Scanned {
    /// What was written as JSON; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let value: serde_json::Value = serde_json::from_str(text).ok()?;
        Self::deserialize(&value).ok()
    }
}

/// The codes of a text; `None` when it does not fit on a sheet.
pub fn codes(text: &str) -> Option<Vec<Code>> {
    let written = digits::written(&compress_to_vec(text.as_bytes(), 10));
    let of = written.len().div_ceil(MOST_DIGITS).max(1);
    if of > MOST_CODES {
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
            let code = QrCode::encode_segments(&segments, QrCodeEcc::Medium).ok()?;
            let point = |x: i32, y: i32| if code.get_module(x, y) { '1' } else { '0' };
            let rows = (0..code.size()).map(|y| (0..code.size()).map(|x| point(x, y)).collect());
            Some(Code { text: format!("{head}{piece}"), rows: rows.collect() })
        })
        .collect()
}

/// The text of pieces that were scanned, in any order, with anything between them, any of them more than once.
pub fn joined(scanned: &str) -> Scanned {
    let mut pieces: Vec<Piece> = scanned.split(SIGN).skip(1).filter_map(piece).collect();
    let Some((of, hash)) = pieces.first().map(|piece| (piece.of, piece.hash.clone())) else {
        return Scanned::Nothing;
    };
    if pieces.iter().any(|piece| piece.of != of || piece.hash != hash) {
        return Scanned::Mixed;
    }
    pieces.sort_by_key(|piece| piece.number);
    pieces.dedup_by_key(|piece| piece.number);
    let missing: Vec<usize> =
        (1..=of).filter(|number| !pieces.iter().any(|piece| piece.number == *number)).collect();
    if !missing.is_empty() {
        return Scanned::Missing(missing, of);
    }
    let all: String = pieces.into_iter().map(|piece| piece.digits).collect();
    let text = digits::read(&all)
        .and_then(|bytes| decompress_to_vec_with_limit(&bytes, MOST_BYTES).ok())
        .and_then(|bytes| String::from_utf8(bytes).ok());
    match text {
        Some(text) if self::hash(&text) == hash => Scanned::Whole(text),
        _ => Scanned::Damaged,
    }
}

struct Piece {
    number: usize,
    of: usize,
    hash: String,
    digits: String,
}

/// What stands behind the sign: `/<number>/<of>/<hash>:<digits>`, up to whatever is no digit.
fn piece(text: &str) -> Option<Piece> {
    let (head, rest) = text.split_once(':')?;
    let mut parts = head.strip_prefix('/')?.split('/');
    let number = parts.next()?.parse().ok()?;
    let of = parts.next()?.parse().ok()?;
    let hash = parts.next()?.to_uppercase();
    let whole = parts.next().is_none() && (1..=of).contains(&number) && of <= MOST_CODES && hash.len() == 8;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    whole.then_some(Piece { number, of, hash, digits })
}

fn hash(text: &str) -> String {
    format!("{:X}", Sha256::digest(text.as_bytes())).chars().take(8).collect()
}
