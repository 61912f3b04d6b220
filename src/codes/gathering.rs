//! Pieces that were read, put together again.

use super::{MOST_PIECES, SIGN, digits, hash};
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::{Deserialize, Serialize};

/// The longest text that is read, in bytes: a backup file, or one with a passphrase.
const MOST_BYTES: usize = 12 * 1024 * 1024;

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
    /// The pieces are of different texts.
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
    let missing: Vec<usize> = (1..=of)
        .filter(|number| pieces.binary_search_by_key(number, |piece| piece.number).is_err())
        .collect();
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
    let whole = parts.next().is_none() && (1..=of).contains(&number) && of <= MOST_PIECES && hash.len() == 8;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    whole.then_some(Piece { number, of, hash, digits })
}
