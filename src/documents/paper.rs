//! A paper: its heading and its blocks.

use crate::congress::Details;
use crate::congress::spelling::capital;
use crate::words::Words;

/// A paper, top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The four corners of the first lines.
    pub heading: Heading,
    /// Everything below.
    pub blocks: Vec<Block>,
}

/// The head of a Party paper: bodies on the left, the Party's name, place and date on the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The directly superior body.
    pub superior: String,
    /// The organisation whose paper it is.
    pub organisation: String,
    /// The Party's name, as the format rule puts it on the right.
    pub party: String,
    /// Place and date.
    pub place_date: String,
}

/// A block of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The kind of paper, in capitals.
    Title(String),
    /// What it is about.
    Subject(String),
    /// A numbered or lettered head.
    Head(String),
    /// A line of text.
    Line(String),
    /// A table.
    Table {
        /// The columns.
        columns: Vec<Column>,
        /// The rows, one text for each column.
        rows: Vec<Vec<String>>,
    },
    /// A picture of times: for each item what was planned above what was used.
    Bars(Vec<Bar>),
    /// Who signs, left to right.
    Signatures(Vec<Signature>),
}

/// One item in a picture of times, in two-hundredths of the longest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is.
    pub name: String,
    /// The time planned, 0 to 200.
    pub planned: i64,
    /// The time used, 0 to 200.
    pub used: i64,
    /// Whether more was used than planned.
    pub over: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// How its cells stand.
    pub align: Align,
}

/// How cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Text.
    Left,
    /// Figures.
    Right,
    /// Marks and ordinals.
    Center,
}

/// A place for a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// In what role.
    pub role: String,
    /// Whose; empty when not known.
    pub name: String,
}

impl Heading {
    /// The heading of a congress's paper.
    pub fn of(details: &Details, words: &Words) -> Self {
        Self {
            superior: capital(&or_blank(&details.superior)),
            organisation: capital(&details.organisation),
            party: words.paper.party.to_owned(),
            place_date: format!("{}, {}", or_blank(&details.place), words.paper_date(details.date)),
        }
    }
}

impl Column {
    /// A column.
    pub fn new(title: &str, align: Align) -> Self {
        Self { title: title.to_owned(), align }
    }
}

/// The text, or a dotted blank to be filled by hand.
pub fn or_blank(text: &str) -> String {
    if text.trim().is_empty() { "………………".to_owned() } else { text.to_owned() }
}
