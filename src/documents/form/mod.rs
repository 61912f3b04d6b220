//! The wording of papers, as data: what stands on each, in both languages, with the places that a congress fills.
//!
//! `data/forms/party.json` words every paper. The form of another organisation (`data/forms/youth_union.json` …) says
//! what is different: its head, its terms, and whatever it words otherwise. What a congress words for itself comes on
//! top of either.

mod facts;
mod fill;

pub use facts::Facts;
pub use fill::filled;

use super::paper::Align;
use crate::congress::bilingual::Bilingual;
use crate::congress::confidence::Confidence;
use crate::congress::election::RulesId;
use crate::congress::{Details, embedded};
use serde::Deserialize;
use std::sync::OnceLock;

const PARTY: &str = include_str!("../../../data/forms/party.json");
const OTHERS: [&str; 2] = [
    include_str!("../../../data/forms/youth_union.json"),
    include_str!("../../../data/forms/trade_union.json"),
];

/// The forms of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSet {
    /// Name and version, such as `party/1`.
    pub id: String,
    /// Where head, layout and wording come from.
    pub source: Bilingual,
    /// How sure they are.
    pub confidence: Confidence,
    /// The rule profiles with which a congress takes these forms.
    pub rules: Vec<RulesId>,
    /// What the papers bear at the top.
    pub head: FormHead,
    /// The page of its papers; none for an organisation that takes the Party's.
    #[serde(default)]
    pub page: Option<FormPage>,
    /// Terms of the Party's forms, and what this organisation says instead.
    #[serde(default)]
    pub terms: Vec<Term>,
    /// Sentences of the Party's forms, and what this organisation says instead.
    #[serde(default)]
    pub wording: Vec<Term>,
    /// The papers; none for an organisation that takes the Party's.
    #[serde(default)]
    pub papers: Vec<Form>,
}

/// What the papers of an organisation bear at the top, on the right.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormHead {
    /// The first line.
    pub party: Bilingual,
    /// The second line; may be empty.
    pub motto: Bilingual,
    /// Whether a star stands beneath the organisation.
    pub star: bool,
}

/// The page of an organisation's papers, A4 upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormPage {
    /// The margin above, in millimetres.
    pub top: u8,
    /// The margin on the right, in millimetres.
    pub right: u8,
    /// The margin below, in millimetres.
    pub bottom: u8,
    /// The margin on the left, in millimetres.
    pub left: u8,
    /// The size of the letters of a line, in points.
    pub letters: u8,
    /// How sure these are.
    pub confidence: Confidence,
}

/// A text and what stands in its place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The Party's text.
    pub from: Bilingual,
    /// This organisation's text.
    pub to: Bilingual,
}

/// One paper.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Which paper, such as `counting_minutes`.
    pub id: String,
    /// Whether the superior issues it, not the organisation.
    #[serde(default)]
    pub by_superior: bool,
    /// Whether it is issued on a day after the congress, which the handbook does not know.
    #[serde(default)]
    pub later: bool,
    /// What stands on it, top to bottom.
    pub blocks: Vec<FormBlock>,
}

/// A block of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormBlock {
    /// What it is.
    pub is: BlockKind,
    /// Its text, with places in braces; see `filled`.
    #[serde(default)]
    pub text: Bilingual,
    /// It stands there only when the congress knows this; with `!` in front only when it does not.
    #[serde(default)]
    pub when: Option<String>,
    /// It stands there once for each entry of this list; of a table, the list of its rows.
    #[serde(default)]
    pub each: Option<String>,
    /// The columns of a table.
    #[serde(default)]
    pub columns: Vec<FormColumn>,
    /// Who signs, left to right.
    #[serde(default)]
    pub signatures: Vec<FormSignature>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The kind of paper, in capitals.
    Title,
    /// What it is about.
    Subject,
    /// A numbered head.
    Head,
    /// The head of an annex, on a page of its own.
    Annex,
    /// A line of text.
    Line,
    /// A table.
    Table,
    /// A picture, or anything else that is more than words.
    Picture,
    /// Who signs.
    Signatures,
    /// Several blocks for each entry of a list: those up to the next `end`.
    Begin,
    /// The end of what is repeated.
    End,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormColumn {
    /// Its head.
    pub title: Bilingual,
    /// How its cells stand.
    pub align: Align,
    /// What stands in each cell.
    pub cell: String,
    /// It is there only when the congress knows this.
    #[serde(default)]
    pub when: Option<String>,
}

/// A place for a signature.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSignature {
    /// In what role.
    pub role: Bilingual,
    /// Whose, as a place; may be empty.
    #[serde(default)]
    pub name: String,
}

impl FormSet {
    /// The Party's forms; `None` only if the file were damaged, which `tests/forms.rs` would show.
    pub fn party() -> Option<&'static Self> {
        static PARSED: OnceLock<Option<FormSet>> = OnceLock::new();
        PARSED.get_or_init(|| embedded::read(PARTY).ok()).as_ref()
    }

    /// The forms of other organisations.
    pub fn others() -> &'static [Self] {
        static PARSED: OnceLock<Vec<FormSet>> = OnceLock::new();
        PARSED.get_or_init(|| OTHERS.iter().filter_map(|text| embedded::read(text).ok()).collect())
    }

    /// The forms that a congress takes, by its rules.
    pub fn of(details: &Details) -> Option<&'static Self> {
        Self::others().iter().find(|set| set.rules.contains(&details.rules)).or_else(Self::party)
    }

    /// The page of its papers. Every organisation takes that of the Party that has none of its own.
    pub fn page(&self) -> Option<FormPage> {
        self.page.or_else(|| Self::party()?.page)
    }

    /// The form of a paper. Every organisation takes those of the Party that it has not written itself.
    pub fn form(&self, id: &str) -> Option<&Form> {
        let own = self.papers.iter().find(|form| form.id == id);
        own.or_else(|| Self::party()?.papers.iter().find(|form| form.id == id))
    }
}
