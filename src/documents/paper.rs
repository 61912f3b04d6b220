//! A paper: its heading and its blocks.

use super::form::{Form, FormHead, FormSet};
use super::text::{Piece, Text};
use crate::congress::Details;
use crate::congress::bilingual::Bilingual;
use crate::congress::people::name::plain_name;
use crate::congress::spelling::capital;
use crate::words::Words;
use serde::Deserialize;

/// A paper, top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What must be seen before anything else: that it is a draft, or of a rehearsal.
    pub marks: Vec<String>,
    /// The four corners of the first lines.
    pub heading: Heading,
    /// The page that it stands on.
    pub page: Page,
    /// Everything below.
    pub blocks: Vec<Block>,
    /// The form that words it, such as `counting_minutes`; empty for none.
    pub form: String,
    /// For each block the sentence of the form that words it, where one does.
    pub wordings: Vec<Option<Wording>>,
}

/// A page of A4, upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its margins in millimetres: top, right, bottom, left.
    pub margins: [u8; 4],
    /// The size of the letters of a line, in points.
    pub letters: u8,
}

/// The sentence of a form behind a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The sentence as the form has it.
    pub original: String,
    /// Whether this congress words it otherwise.
    pub changed: bool,
}

/// The head of a Party paper: bodies on the left, the Party's name, place and date on the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The directly superior body.
    pub superior: String,
    /// The organisation whose paper it is.
    pub organisation: String,
    /// The Party's name, as the format rule puts it on the right; of another organisation what it puts there.
    pub party: String,
    /// A second line beneath it; may be empty.
    pub motto: String,
    /// Whether a star stands beneath the organisation.
    pub star: bool,
    /// Place and date.
    pub place_date: String,
}

/// A block of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The kind of paper, in capitals.
    Title(Text),
    /// What it is about.
    Subject(Text),
    /// A numbered or lettered head.
    Head(Text),
    /// The head of an annex, on a page of its own.
    Annex(Text),
    /// A line of text.
    Line(Text),
    /// A table.
    Table {
        /// The columns.
        columns: Vec<Column>,
        /// The rows, one text for each column.
        rows: Vec<Vec<Text>>,
    },
    /// A picture of times: for each item what was planned above what was used.
    Bars(Vec<Bar>),
    /// A picture of the plan.
    Timeline(Timeline),
    /// The tasks by phase, small enough for one page.
    Wall(Vec<WallGroup>),
    /// The stage as seen from the floor.
    Stage(Stage),
    /// QR codes.
    Codes(Vec<CodePicture>),
    /// Ballots, to be cut apart.
    Ballots(Vec<BallotForm>),
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

/// A picture of the plan; places in two-hundredths of its width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The phases.
    pub spans: Vec<Span>,
    /// The days that matter: place, and what the day is.
    pub marks: Vec<(i64, String)>,
}

/// A phase in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Which phase, by its place.
    pub phase: usize,
    /// What it is.
    pub name: String,
    /// Its first and last day, in words.
    pub told: String,
    /// Where it begins, 0 to 200.
    pub from: i64,
    /// Where it ends, 0 to 202.
    pub to: i64,
    /// How much is done, in two-hundredths.
    pub done: i64,
    /// Whether something in it is late.
    pub late: bool,
}

/// The tasks of a phase on the wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallGroup {
    /// The phase.
    pub title: String,
    /// Its tasks.
    pub tasks: Vec<WallTask>,
}

/// A task on the wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallTask {
    /// Whether nothing is left to do.
    pub settled: bool,
    /// Its day; may be empty.
    pub due: String,
    /// What to do.
    pub title: String,
    /// Who does it.
    pub who: String,
}

/// The stage as seen from the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The slogan above.
    pub top: String,
    /// The slogan on the left wing.
    pub left: String,
    /// The slogan on the right wing.
    pub right: String,
    /// The lines of the title on the backdrop.
    pub backdrop: Vec<String>,
    /// What stands on it: row from the back wall, column from the left, name.
    pub pieces: Vec<(u8, u8, String)>,
    /// From where it is seen.
    pub floor: String,
}

/// A QR code to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodePicture {
    /// Which of how many.
    pub name: String,
    /// Its points, row by row: `1` for a dark one, without the margin.
    pub rows: Vec<String>,
}

/// A ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotForm {
    /// Whose congress.
    pub organisation: String,
    /// What is elected.
    pub title: String,
    /// How it is filled in.
    pub how: Text,
    /// The head over the ordinals.
    pub number: String,
    /// The head over the names.
    pub name: String,
    /// The heads over the boxes beside each name; none where names are struck.
    pub boxes: Vec<String>,
    /// The names in ballot order.
    pub names: Vec<String>,
    /// What stands where the stamp goes.
    pub stamp: String,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub title: Text,
    /// How its cells stand.
    pub align: Align,
}

/// How cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Text.
    Left,
    /// Figures.
    Right,
    /// Marks and ordinals.
    Center,
}

/// A place for a signature: one alone stands in the right half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// In what role; may be two lines.
    pub role: String,
    /// Whose, a line for each; empty when not known.
    pub name: String,
}

impl Signature {
    /// Whose, each with room to sign above; a dotted blank where it is not known.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.name.split('\n').map(or_blank)
    }
}

impl Paper {
    /// An empty paper of a congress. One of a rehearsal says so.
    pub fn of(details: &Details, words: &Words) -> Self {
        let marks = details.rehearsal.then(|| words.frame.rehearsal.to_owned());
        Self {
            marks: marks.into_iter().collect(),
            heading: Heading::of(details, words),
            page: Page::of(details),
            blocks: Vec::new(),
            form: String::new(),
            wordings: Vec::new(),
        }
    }

    /// Adds a block beneath the others, with the sentence that words it.
    pub fn push(&mut self, block: Block, wording: Option<Wording>) {
        self.blocks.push(block);
        self.wordings.push(wording);
    }

    /// The margins that it prints with, as style sheets write them. The plan for the wall is no Party paper: the whole of it
    /// stands on one page. (A named page would say so in the style sheet, but Chromium gives it margins only from 131 on.)
    pub fn print_margins(&self) -> String {
        let wall = self.blocks.iter().any(|block| matches!(block, Block::Wall(_)));
        if wall { "8mm 9mm 8mm 13mm".to_owned() } else { self.page.css_margins() }
    }

    /// Whether it bears the four corners. Ballots, and the plan for the wall, are no Party papers.
    pub fn has_heading(&self) -> bool {
        !self.blocks.iter().any(|block| matches!(block, Block::Wall(_) | Block::Ballots(_)))
    }

    fn texts(&self) -> impl Iterator<Item = &Text> {
        self.blocks.iter().flat_map(Block::texts)
    }

    /// Whether a figure on it leads to where it comes from.
    pub fn has_figures(&self) -> bool {
        self.texts().any(|text| text.0.iter().any(|piece| piece.figure().is_some()))
    }

    /// Whether something on it is a dotted blank, to be filled by hand where it is no particular.
    pub fn has_blanks(&self) -> bool {
        let heading = [&self.heading.superior, &self.heading.place_date];
        let plain = self.blocks.iter().flat_map(|block| match block {
            Block::Stage(stage) => stage.backdrop.iter().collect(),
            Block::Ballots(forms) => forms.first().map(|form| &form.title).into_iter().collect(),
            _ => Vec::new(),
        });
        let unsigned = self.blocks.iter().any(|block| match block {
            Block::Signatures(people) => people.iter().any(|one| one.name.trim().is_empty()),
            _ => false,
        });
        let dotted = |text: &str| text.contains('…');
        unsigned
            || self.has_heading() && heading.into_iter().any(|text| dotted(text))
            || plain.into_iter().any(|text| dotted(text))
            || self.texts().any(|text| dotted(&text.to_string()))
    }

    /// The particulars that this paper prints and that are not filled in.
    pub fn missing(&self, details: &Details) -> Vec<Missing> {
        let mut missing = Missing::of(details);
        missing.retain(|one| self.prints(*one, details));
        missing
    }

    fn prints(&self, missing: Missing, details: &Details) -> bool {
        let form = FormSet::of(details).and_then(|set| set.form(&self.form));
        // The superior's place is no particular of the congress.
        let at_top = self.has_heading()
            && match missing {
                Missing::Superior => true,
                Missing::Place => form.is_none_or(|form| !form.by_superior),
                _ => false,
            };
        let blank = |piece: &Piece| piece.text.contains('…') && missing.fills(piece.slot.as_deref());
        let in_text = || self.texts().any(|text| text.0.iter().any(blank));
        // The words of a picture and of a signature are no pieces.
        let signed = |form: &Form| {
            let mut signatures = form.blocks.iter().flat_map(|block| &block.signatures);
            signatures.any(|one| missing.fills(Some(&one.name)))
        };
        let at_foot = || {
            self.blocks.iter().any(|block| matches!(block, Block::Signatures(_))) && form.is_some_and(signed)
        };
        let in_picture = || {
            self.blocks.iter().any(|block| match block {
                Block::Stage(_) => matches!(missing, Missing::Ordinal | Missing::Term),
                Block::Ballots(_) => missing == Missing::Term,
                _ => false,
            })
        };
        at_top || in_text() || at_foot() || in_picture()
    }

    /// What a file of it is called, without an ending: its title in plain letters, its subject after it.
    pub fn file_name(&self) -> String {
        let texts = self.blocks.iter().filter_map(|block| match block {
            Block::Title(text) | Block::Subject(text) => Some(text.to_string()),
            Block::Ballots(forms) => forms.first().map(|form| form.title.clone()),
            _ => None,
        });
        let names: Vec<String> =
            texts.map(|text| plain_name(&text)).filter(|name| !name.is_empty()).collect();
        names.join("_").chars().take(100).collect()
    }
}

impl Block {
    /// Every text in it whose pieces are known.
    fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Title(text)
            | Self::Subject(text)
            | Self::Head(text)
            | Self::Annex(text)
            | Self::Line(text) => {
                vec![text]
            }
            Self::Table { columns, rows } => {
                columns.iter().map(|column| &column.title).chain(rows.iter().flatten()).collect()
            }
            // All ballots are alike.
            Self::Ballots(forms) => forms.first().map(|form| &form.how).into_iter().collect(),
            _ => Vec::new(),
        }
    }
}

impl Page {
    /// The page of a congress's papers, as its forms have it.
    pub fn of(details: &Details) -> Self {
        match FormSet::of(details).and_then(FormSet::page) {
            Some(page) => {
                Self { margins: [page.top, page.right, page.bottom, page.left], letters: page.letters }
            }
            None => Self { margins: [20; 4], letters: 14 },
        }
    }

    /// The margins as style sheets write them.
    pub fn css_margins(self) -> String {
        self.margins.map(|margin| format!("{margin}mm")).join(" ")
    }
}

impl Heading {
    /// The heading of a congress's paper.
    pub fn of(details: &Details, words: &Words) -> Self {
        let head = FormSet::of(details).map(|set| &set.head);
        let text =
            |pick: fn(&FormHead) -> &Bilingual| head.map_or("", |head| words.text(pick(head))).to_owned();
        Self {
            superior: capital(&or_blank(&details.superior)),
            organisation: capital(&details.organisation),
            party: text(|head| &head.party),
            motto: text(|head| &head.motto),
            star: head.is_some_and(|head| head.star),
            place_date: format!("{}, {}", or_blank(&details.place), words.paper_date(details.date)),
        }
    }
}

/// A particular that stands on papers and is not filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// The superior body.
    Superior,
    /// Which congress it is.
    Ordinal,
    /// The term.
    Term,
    /// The place.
    Place,
    /// Who signs for the presidium.
    Chair,
    /// The head of the counting board.
    BoardHead,
}

impl Missing {
    /// Every particular that can be missing, in the order in which they are filled in.
    pub const ALL: [Self; 6] =
        [Self::Superior, Self::Ordinal, Self::Term, Self::Place, Self::Chair, Self::BoardHead];

    /// The particulars that are not filled in.
    pub fn of(details: &Details) -> Vec<Self> {
        let text = |missing: &Self| match missing {
            Self::Superior => &details.superior,
            Self::Ordinal => &details.ordinal,
            Self::Term => &details.term,
            Self::Place => &details.place,
            Self::Chair => &details.chair,
            Self::BoardHead => &details.board_head,
        };
        Self::ALL.into_iter().filter(|missing| text(missing).trim().is_empty()).collect()
    }

    /// Whether it is what fills a place of a form, such as `{chair?}`.
    fn fills(self, slot: Option<&str>) -> bool {
        let slot = slot.and_then(|slot| slot.strip_prefix('{')).unwrap_or_default();
        let name = slot.split([':', '?', '}']).next().unwrap_or_default();
        match self {
            Self::Superior => name == "superior",
            Self::Ordinal => name == "congress",
            Self::Term => name == "term",
            Self::Place => name == "place",
            Self::Chair => name == "chair",
            Self::BoardHead => matches!(name, "board_head" | "board"),
        }
    }

    /// What the particular is called.
    pub fn name(self, words: &Words) -> &'static str {
        let w = words.prepare;
        match self {
            Self::Superior => w.superior,
            Self::Ordinal => w.ordinal,
            Self::Term => w.term,
            Self::Place => w.place,
            Self::Chair => w.chair,
            Self::BoardHead => w.board_head,
        }
    }
}

impl Column {
    /// A column.
    pub fn new(title: &str, align: Align) -> Self {
        Self { title: Text::plain(title), align }
    }
}

/// The text, or a dotted blank to be filled by hand.
pub fn or_blank(text: &str) -> String {
    if text.trim().is_empty() { "………………".to_owned() } else { text.to_owned() }
}
