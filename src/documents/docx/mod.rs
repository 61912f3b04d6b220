//! A paper as a file for word processors (Office Open XML, ECMA-376).
//!
//! It is what the browser prints, to be edited: A4, Times New Roman 14, real styles, tables with repeated heads, page
//! numbers from the second page on. The same paper always makes the same bytes.

mod blocks;
mod package;
mod picture;
mod table;
mod text;

use super::paper::{Block, Paper};
use super::xml::Element;
use text::{Paragraph, Style};

/// The plan for the wall is no Party paper and has margins of its own, in millimetres: top, right, bottom, left.
const WALL: [u8; 4] = [8, 9, 8, 13];
/// A4, in twentieths of a point.
const PAGE: (usize, usize) = (11906, 16838);

/// The paper as a .docx file; `language` is a tag such as `vi` or `en`. `None` only where there is no memory for it.
pub fn docx(paper: &Paper, language: &str) -> Option<Vec<u8>> {
    let wall = paper.blocks.iter().any(|block| matches!(block, Block::Wall(_)));
    let ballots = paper.blocks.iter().any(|block| matches!(block, Block::Ballots(_)));
    let [top, right, bottom, left] = if wall { WALL } else { paper.page.margins }.map(twentieths);
    let width = PAGE.0.saturating_sub(left + right);
    let mut body = Element::new("w:body").and_all(paper.marks.iter().map(|mark| blocks::mark(mark, width)));
    if paper.has_heading() {
        body = body.and(blocks::heading(&paper.heading, width)).and(gap());
    }
    for (place, block) in paper.blocks.iter().enumerate() {
        // A signature never stands alone on a page.
        let before_signatures = matches!(paper.blocks.get(place + 1), Some(Block::Signatures(_)));
        body = body.and_all(blocks::block(block, width, before_signatures));
    }
    // A ballot bears no number at all, and the wall has one page.
    let numbered = !wall && !ballots;
    let number = || Element::new("w:headerReference").with("w:type", "default").with("r:id", "r2");
    let section = Element::new("w:sectPr")
        .and_some(numbered.then(number))
        .and(Element::new("w:pgSz").with("w:w", PAGE.0).with("w:h", PAGE.1))
        .and(
            Element::new("w:pgMar")
                .with("w:top", top)
                .with("w:right", right)
                .with("w:bottom", bottom)
                .with("w:left", left)
                .with("w:header", 567)
                .with("w:footer", 567)
                .with("w:gutter", 0),
        )
        .and_some(wall.then(|| Element::new("w:cols").with("w:num", 2).with("w:space", 283)))
        .and(Element::new("w:titlePg"));
    let document = part("w:document").and(body.and(section));
    let header = part("w:hdr").and(Paragraph::new(Style::Corner).and_page_number().element());
    let pictures: Vec<Vec<u8>> = paper
        .blocks
        .iter()
        .filter_map(|block| if let Block::Codes(codes) = block { Some(codes) } else { None })
        .flatten()
        .map(|code| picture::bitmap(&code.rows))
        .collect();
    let styles = text::styles(&tag(language), paper.page.letters);
    package::packed(&title(paper), &tag(language), styles, &document, &header, &pictures).ok()
}

/// Millimetres in twentieths of a point.
fn twentieths(millimetres: u8) -> usize {
    (usize::from(millimetres) * 14400 + 127) / 254
}

fn part(name: &'static str) -> Element {
    Element::new(name).with("xmlns:w", package::WORD).with("xmlns:r", package::RELATED)
}

/// A line between two tables, which would else become one.
fn gap() -> Element {
    Paragraph::new(Style::Small).element()
}

fn title(paper: &Paper) -> String {
    let title = paper.blocks.iter().find_map(|block| match block {
        Block::Title(text) => Some(text.to_string()),
        _ => None,
    });
    title.unwrap_or_default()
}

/// The tag with its country, which word processors want for their spelling.
fn tag(language: &str) -> String {
    match language {
        "en" => "en-GB".to_owned(),
        language => format!("{language}-{}", language.to_uppercase().replace("VI", "VN")),
    }
}
