//! A look over the text of a file before anything is made of it: how deep it nests, how much it holds, whether a key
//! stands twice, and how its numbers are written.
//!
//! The reader of JSON forgives these: it takes the last of two equal keys, and rounds what it cannot hold. Whether the
//! text is JSON at all is left to it; here what is no JSON passes. No step calls itself, so no text is too deep for it.

use std::fmt::Write as _;

/// The deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 32;
/// The most fields of one object.
pub const MAX_FIELDS: usize = 64;
/// The most records of a file.
pub const MAX_RECORDS: usize = 50_000;
/// The most items of any other list: of people, candidates, members of the counting board.
pub const MAX_ITEMS: usize = 5_000;
/// The most values of a file, all lists and objects together.
pub const MAX_VALUES: usize = 1_000_000;
/// The longest text, in bytes as it stands between its quotes.
pub const MAX_TEXT: usize = 65_536;

/// What is wrong with a part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// A key that its object has already.
    KeyTwice,
    /// A key with a backslash: no field is called so, and two spellings of one key would pass for two.
    KeyEscaped,
    /// A number with a point, an exponent or too many digits, or minus zero.
    NotWhole,
    /// More than so many.
    TooMany(usize),
    /// A text longer than [`MAX_TEXT`].
    TooLong,
}

/// A part of a file that is refused, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// What is wrong.
    pub fault: Fault,
    /// The record's place in the file, from 1; none outside the records.
    pub record: Option<usize>,
    /// The field, such as `c.votes.row`; lists count from 0. Empty for the whole.
    pub field: String,
    /// Line and column in bytes, from 1; none where it is about several places.
    pub position: Option<(usize, usize)>,
}

/// Looks over a file's text. The time is that of its length.
pub fn scan(text: &str) -> Result<(), Misfit> {
    let mut scan = Scan { text, levels: Vec::new(), values: 0 };
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let begun = at;
        at = match byte {
            b'"' => text_end(text, at),
            b'-' | b'0'..=b'9' => number_end(text, at),
            _ => at + 1,
        };
        let token = text.get(begun..at).unwrap_or_default();
        scan.take(*byte, token).map_err(|fault| scan.misfit(fault, begun))?;
    }
    Ok(())
}

struct Scan<'a> {
    text: &'a str,
    levels: Vec<Level<'a>>,
    values: usize,
}

/// An object or a list that is not closed yet.
struct Level<'a> {
    /// The keys of an object so far, with their quotes.
    keys: Vec<&'a str>,
    /// The items before this one.
    items: usize,
    /// The most items.
    most: usize,
    is_object: bool,
    awaits_key: bool,
}

impl<'a> Scan<'a> {
    fn take(&mut self, first: u8, token: &'a str) -> Result<(), Fault> {
        match first {
            b'{' | b'[' => self.open(first == b'{'),
            b'}' | b']' => {
                self.levels.pop();
                Ok(())
            }
            b',' => self.next(),
            b'"' => match self.levels.last_mut() {
                Some(object) if object.awaits_key => object.key(token),
                _ if token.len() > MAX_TEXT + 2 => Err(Fault::TooLong),
                _ => Ok(()),
            },
            b'-' | b'0'..=b'9' => {
                // Twenty digits hold every whole number that a record may have.
                let is_plain = token.len() <= 20
                    && !token.bytes().any(|byte| matches!(byte, b'.' | b'e' | b'E'))
                    && token != "-0";
                if is_plain { Ok(()) } else { Err(Fault::NotWhole) }
            }
            _ => Ok(()),
        }
    }

    fn open(&mut self, is_object: bool) -> Result<(), Fault> {
        if self.levels.len() >= MAX_DEPTH {
            return Err(Fault::TooDeep);
        }
        let most = match self.levels.as_slice() {
            _ if is_object => MAX_FIELDS,
            [file] if file.keys.last() == Some(&RECORDS) => MAX_RECORDS,
            _ => MAX_ITEMS,
        };
        self.levels.push(Level { keys: Vec::new(), items: 0, most, is_object, awaits_key: is_object });
        self.count()
    }

    fn next(&mut self) -> Result<(), Fault> {
        if let Some(level) = self.levels.last_mut() {
            level.items += 1;
            level.awaits_key = level.is_object;
            if level.items >= level.most {
                return Err(Fault::TooMany(level.most));
            }
        }
        self.count()
    }

    fn count(&mut self) -> Result<(), Fault> {
        self.values += 1;
        if self.values > MAX_VALUES { Err(Fault::TooMany(MAX_VALUES)) } else { Ok(()) }
    }

    fn misfit(&self, fault: Fault, at: usize) -> Misfit {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        let lines = before.split(|byte| *byte == b'\n').count();
        let in_line = before.iter().rev().take_while(|byte| **byte != b'\n').count();
        let (record, levels) = match self.levels.as_slice() {
            [file, list, rest @ ..] if !list.is_object && file.keys.last() == Some(&RECORDS) => {
                (Some(list.items + 1), rest)
            }
            levels => (None, levels),
        };
        Misfit { fault, record, field: field(levels), position: Some((lines, in_line + 1)) }
    }
}

/// The key of the records, as it stands in the file.
const RECORDS: &str = "\"records\"";

impl<'a> Level<'a> {
    fn key(&mut self, key: &'a str) -> Result<(), Fault> {
        self.awaits_key = false;
        let is_known = self.keys.contains(&key);
        self.keys.push(key);
        if is_known {
            Err(Fault::KeyTwice)
        } else if key.as_bytes().contains(&b'\\') {
            Err(Fault::KeyEscaped)
        } else if key.len() > MAX_TEXT {
            Err(Fault::TooLong)
        } else {
            Ok(())
        }
    }
}

fn field(levels: &[Level<'_>]) -> String {
    let mut field = String::new();
    for level in levels {
        if !level.is_object {
            // Writing to a String cannot fail.
            let _ = write!(field, "[{}]", level.items);
        } else if let Some(key) = level.keys.last() {
            if !field.is_empty() {
                field.push('.');
            }
            // A key may be as long as the file; its beginning tells which it is.
            field.extend(key.chars().skip(1).take(80).filter(|letter| *letter != '"'));
        }
    }
    field
}

/// Where a text ends: behind its second quote, or with the file.
fn text_end(text: &str, begun: usize) -> usize {
    let mut at = begun + 1;
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    text.len()
}

fn number_end(text: &str, begun: usize) -> usize {
    let rest = text.as_bytes().iter().skip(begun);
    let length =
        rest.take_while(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')).count();
    begun + length
}
