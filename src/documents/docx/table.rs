//! Tables: those with lines and heads, and those that only place things side by side.

use super::text::{BOLD, Paragraph, Style, line};
use crate::documents::paper::{Align, Column};
use crate::documents::text::Text;
use crate::documents::xml::Element;

/// What a letter needs on average, in twentieths of a point.
const LETTER: usize = 145;
/// Room above and below a cell's text: one millimetre.
const PADDING: usize = 57;
/// What a cell needs beside its letters, in twentieths of a point.
pub const BESIDE: usize = 250;
/// What a column that is filled in by hand needs, in twentieths of a point: 35 millimetres, enough for a signature.
const BY_HAND: usize = 1984;

/// A table with lines, its head repeated on every page. `width` is that of the page between its margins, in twentieths
/// of a point.
pub fn table(columns: &[Column], rows: &[Vec<Text>], width: usize) -> Element {
    let widths = widths(columns, rows, width);
    let head = row(
        columns.iter().zip(&widths).map(|(column, width)| {
            cell(
                *width,
                [Paragraph::new(Style::Cell).aligned("center").kept().and(&column.title.to_string(), BOLD)],
            )
        }),
        true,
    );
    let body = rows.iter().map(|texts| {
        let cells = texts.iter().zip(columns).zip(&widths).map(|((text, column), width)| {
            cell(*width, [Paragraph::of(Style::Cell, &text.to_string()).aligned(align(column.align))])
        });
        row(cells, false)
    });
    placed(&widths, true).and(head).and_all(body)
}

/// Things side by side, without lines, on one page.
pub fn beside(widths: &[usize], cells: impl IntoIterator<Item = Vec<Paragraph>>) -> Element {
    let cells = widths.iter().zip(cells).map(|(width, paragraphs)| {
        Element::new("w:tc").and(wide(*width)).and_all(paragraphs.into_iter().map(Paragraph::element))
    });
    placed(widths, false).and(row(cells, false))
}

/// Who signs, side by side: the roles above, and the names beneath them in one line at the foot, on one page.
pub fn signed(widths: &[usize], roles: Vec<Vec<Paragraph>>, names: Vec<Vec<Paragraph>>) -> Element {
    let rows = [(roles, "top"), (names, "bottom")].map(|(cells, side)| {
        let cells = widths.iter().zip(cells).map(|(width, paragraphs)| {
            let place = wide(*width).and(Element::value("w:vAlign", side));
            Element::new("w:tc").and(place).and_all(paragraphs.into_iter().map(Paragraph::element))
        });
        row(cells, false)
    });
    placed(widths, false).and_all(rows)
}

/// Things side by side, with lines around them, on one page.
pub fn lined(widths: &[usize], cells: impl IntoIterator<Item = Vec<Paragraph>>) -> Element {
    let cells = widths.iter().zip(cells).map(|(width, paragraphs)| cell(*width, paragraphs));
    placed(widths, true).and(row(cells, false))
}

/// One box with a line around it, or nothing around it, that stays on one page.
pub fn framed(width: usize, inside: Vec<Element>, lined: bool) -> Element {
    let cell = Element::new("w:tc").and(sized(width)).and_all(inside);
    placed(&[width], lined).and(Element::new("w:tr").and(kept(false)).and(cell))
}

/// Room for a stamp, the words beside it, and as much room again, so that the words stand in the middle.
pub fn stamped(widths: [usize; 3], stamp: Paragraph, words: Vec<Paragraph>) -> Element {
    let [left, middle, right] = widths;
    let sides = ["w:top", "w:left", "w:bottom", "w:right"].map(line);
    let room = wide(left).and(Element::new("w:tcBorders").and_all(sides));
    let room = Element::new("w:tc").and(room).and(stamp.element());
    let cells = [room, cell(middle, words), cell(right, [Paragraph::new(Style::Corner)])];
    placed(&widths, false).and(row(cells, false))
}

fn placed(widths: &[usize], lined: bool) -> Element {
    let all: usize = widths.iter().sum();
    let format = Element::new("w:tblPr")
        .and_some(lined.then(|| Element::value("w:tblStyle", "TableGrid")))
        .and(Element::new("w:tblW").with("w:w", all).with("w:type", "dxa"))
        .and(Element::new("w:tblLayout").with("w:type", "fixed"))
        .and_some(lined.then(|| {
            let margin = |side| Element::new(side).with("w:w", PADDING).with("w:type", "dxa");
            Element::new("w:tblCellMar").and(margin("w:top")).and(margin("w:bottom"))
        }));
    let columns = widths.iter().map(|width| Element::new("w:gridCol").with("w:w", width));
    Element::new("w:tbl").and(format).and(Element::new("w:tblGrid").and_all(columns))
}

fn row(cells: impl IntoIterator<Item = Element>, head: bool) -> Element {
    Element::new("w:tr").and(kept(head)).and_all(cells)
}

fn kept(head: bool) -> Element {
    Element::new("w:trPr")
        .and(Element::new("w:cantSplit"))
        .and_some(head.then(|| Element::new("w:tblHeader")))
}

fn wide(width: usize) -> Element {
    Element::new("w:tcPr").and(Element::new("w:tcW").with("w:w", width).with("w:type", "dxa"))
}

fn sized(width: usize) -> Element {
    wide(width).and(Element::value("w:vAlign", "center"))
}

fn cell(width: usize, paragraphs: impl IntoIterator<Item = Paragraph>) -> Element {
    Element::new("w:tc").and(sized(width)).and_all(paragraphs.into_iter().map(Paragraph::element))
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Right => "right",
        Align::Center => "center",
    }
}

/// How many letters' room a text takes; a square to be struck is as wide as two and a half.
fn letters(text: &str) -> usize {
    text.chars().count() + text.matches('▢').count() * 3 / 2
}

/// How wide each column is: what its longest text needs where all of it fits; else nobody gets more than what is left
/// when the narrow ones have theirs.
fn widths(columns: &[Column], rows: &[Vec<Text>], width: usize) -> Vec<usize> {
    let needed: Vec<usize> = (0..columns.len())
        .map(|place| {
            let texts = rows.iter().filter_map(|row| row.get(place));
            let longest = texts.map(|text| letters(&text.to_string())).max().unwrap_or(0);
            // A head may break between its words.
            let head = columns.get(place).map(|column| column.title.to_string()).unwrap_or_default();
            let head = head.split(' ').map(|word| word.chars().count() + 1).max().unwrap_or(0);
            let by_hand = if longest == 0 && !rows.is_empty() { BY_HAND } else { 0 };
            (longest.max(head) * LETTER + BESIDE).max(by_hand)
        })
        .collect();
    let mut order: Vec<usize> = (0..needed.len()).collect();
    crate::congress::order::by_key(&mut order, |place| needed.get(*place).copied().unwrap_or(0));
    let mut given = needed.clone();
    let mut left = width;
    for (done, place) in order.iter().enumerate() {
        let fair = left / (order.len() - done);
        if let (Some(given), Some(needed)) = (given.get_mut(*place), needed.get(*place)) {
            // The widest column takes all that is left.
            *given = if done + 1 == order.len() { left } else { (*needed).min(fair) };
            left = left.saturating_sub(*given);
        }
    }
    given
}
