//! Paragraphs, and the styles that they are set in.

use crate::documents::xml::Element;

/// A style of the file, under the name by which an editor knows it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A line of text.
    Body,
    /// The kind of paper, in capitals.
    Title,
    /// What it is about.
    Subject,
    /// A numbered head.
    Head,
    /// A cell of a table.
    Cell,
    /// The four corners of the first lines, and signatures.
    Corner,
    /// Small print: the plan on the wall.
    Small,
}

impl Style {
    const ALL: [Self; 7] =
        [Self::Body, Self::Title, Self::Subject, Self::Head, Self::Cell, Self::Corner, Self::Small];

    fn id(self) -> &'static str {
        match self {
            Self::Body => "Normal",
            Self::Title => "Title",
            Self::Subject => "Subtitle",
            Self::Head => "Heading1",
            Self::Cell => "Cell",
            Self::Corner => "Corner",
            Self::Small => "Small",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Head => "heading 1",
            _ => self.id(),
        }
    }

    /// Half points, where the letters of a line have `letters` points.
    fn size(self, letters: u8) -> u32 {
        let line = u32::from(letters) * 2;
        match self {
            Self::Title => line + 4,
            Self::Small => line / 2,
            _ => line,
        }
    }

    /// Twentieths of a point: before, after, and the least height of a line.
    fn spacing(self) -> (u32, u32, u32) {
        match self {
            Self::Body => (57, 0, 392),
            Self::Title => (0, 0, 480),
            Self::Subject => (0, 340, 392),
            Self::Head => (227, 0, 392),
            Self::Cell | Self::Corner => (0, 0, 392),
            Self::Small => (0, 0, 170),
        }
    }

    fn element(self, letters: u8) -> Element {
        let (before, after, line) = self.spacing();
        let bold = matches!(self, Self::Title | Self::Subject | Self::Head);
        let head = matches!(self, Self::Title | Self::Subject | Self::Head);
        let centred = matches!(self, Self::Title | Self::Subject | Self::Corner);
        let paragraph = Element::new("w:pPr")
            .and_some(head.then(|| Element::new("w:keepNext")))
            .and(
                Element::new("w:spacing")
                    .with("w:before", before)
                    .with("w:after", after)
                    .with("w:line", line)
                    .with("w:lineRule", "atLeast"),
            )
            .and_some(centred.then(|| Element::value("w:jc", "center")))
            .and_some((self == Self::Head).then(|| Element::value("w:outlineLvl", 0)));
        let run = Element::new("w:rPr")
            .and_some(bold.then(|| Element::new("w:b")))
            .and(Element::value("w:sz", self.size(letters)))
            .and(Element::value("w:szCs", self.size(letters)));
        let mut style = Element::new("w:style").with("w:type", "paragraph").with("w:styleId", self.id());
        if self == Self::Body {
            style = style.with("w:default", 1);
        }
        style
            .and(Element::value("w:name", self.name()))
            .and_some((self != Self::Body).then(|| Element::value("w:basedOn", Self::Body.id())))
            .and(Element::new("w:qFormat"))
            .and(paragraph)
            .and(run)
    }
}

/// A paragraph being made.
pub struct Paragraph {
    style: Style,
    keep_next: bool,
    new_page: bool,
    align: Option<&'static str>,
    runs: Vec<Element>,
}

/// How letters look beyond their style.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// With a line under it.
    pub underlined: bool,
    /// Half points; 0 for those of the style.
    pub size: u32,
}

/// Bold.
pub const BOLD: Look = Look { bold: true, italic: false, underlined: false, size: 0 };
/// Italic.
pub const ITALIC: Look = Look { bold: false, italic: true, underlined: false, size: 0 };

/// Of this size, in half points.
pub const fn small(size: u32) -> Look {
    Look { bold: false, italic: false, underlined: false, size }
}

impl Paragraph {
    /// An empty paragraph.
    pub fn new(style: Style) -> Self {
        Self { style, keep_next: false, new_page: false, align: None, runs: Vec::new() }
    }

    /// A paragraph of one text.
    pub fn of(style: Style, text: &str) -> Self {
        Self::new(style).and(text, Look::default())
    }

    /// On the same page as the next paragraph.
    pub fn kept(mut self) -> Self {
        self.keep_next = true;
        self
    }

    /// At the top of a page.
    pub fn on_a_new_page(mut self) -> Self {
        self.new_page = true;
        self
    }

    /// Aligned otherwise than its style says: `left`, `center`, `right`.
    pub fn aligned(mut self, align: &'static str) -> Self {
        self.align = Some(align);
        self
    }

    /// With more text; a line break stays one.
    pub fn and(mut self, text: &str, look: Look) -> Self {
        let format = Element::new("w:rPr")
            .and_some(look.bold.then(|| Element::new("w:b")))
            .and_some(look.italic.then(|| Element::new("w:i")))
            .and_some((look.size > 0).then(|| Element::value("w:sz", look.size)))
            .and_some((look.size > 0).then(|| Element::value("w:szCs", look.size)))
            .and_some(look.underlined.then(|| Element::value("w:u", "single")));
        let mut run = Element::new("w:r").and(format);
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                run = run.and(Element::new("w:br"));
            }
            run = run.and(Element::new("w:t").with("xml:space", "preserve").text(line));
        }
        self.runs.push(run);
        self
    }

    /// With something drawn.
    pub fn and_drawn(mut self, run: Element) -> Self {
        self.runs.push(run);
        self
    }

    /// With the number of the page.
    pub fn and_page_number(mut self) -> Self {
        let field = Element::new("w:fldSimple").with("w:instr", " PAGE ");
        self.runs.push(field.and(Element::new("w:r").and(Element::new("w:t").text("2"))));
        self
    }

    /// The paragraph.
    pub fn element(self) -> Element {
        let format = Element::new("w:pPr")
            .and_some((self.style != Style::Body).then(|| Element::value("w:pStyle", self.style.id())))
            .and_some(self.keep_next.then(|| Element::new("w:keepNext")))
            .and_some(self.new_page.then(|| Element::new("w:pageBreakBefore")))
            .and_some(self.align.map(|align| Element::value("w:jc", align)));
        Element::new("w:p").and(format).and_all(self.runs)
    }
}

/// The file of styles; `language` is a tag such as `vi-VN`, `letters` the points of a line.
pub fn styles(language: &str, letters: u8) -> Element {
    let fonts = ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"]
        .into_iter()
        .fold(Element::new("w:rFonts"), |fonts, which| fonts.with(which, "Times New Roman"));
    let run = Element::new("w:rPr")
        .and(fonts)
        .and(Element::value("w:sz", Style::Body.size(letters)))
        .and(Element::value("w:szCs", Style::Body.size(letters)))
        .and(Element::value("w:lang", language));
    let defaults = Element::new("w:docDefaults")
        .and(Element::new("w:rPrDefault").and(run))
        .and(Element::new("w:pPrDefault").and(Element::new("w:pPr")));
    let mut table = Element::new("w:tblBorders");
    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
        table = table.and(line(side));
    }
    let grid = Element::new("w:style")
        .with("w:type", "table")
        .with("w:styleId", "TableGrid")
        .and(Element::value("w:name", "Table Grid"))
        .and(Element::new("w:tblPr").and(table));
    Element::new("w:styles")
        .with("xmlns:w", super::package::WORD)
        .and(defaults)
        .and_all(Style::ALL.map(|style| style.element(letters)))
        .and(grid)
}

/// A thin line on one side of something.
pub fn line(side: &'static str) -> Element {
    Element::value(side, "single").with("w:sz", 4).with("w:space", 0).with("w:color", "auto")
}
