//! Each block of a paper as elements.

use super::gap;
use super::picture;
use super::table::{BESIDE, beside, framed, lined, signed, stamped, table};
use super::text::{BOLD, ITALIC, Look, Paragraph, Style, small};
use crate::documents::paper::{
    Align, BallotForm, Bar, Block, CodePicture, Column, Heading, Signature, Stage, Timeline, WallGroup,
};
use crate::documents::text::Text;
use crate::documents::xml::Element;

/// Half points of a ballot's text, so that several fit on a page.
const BALLOT: u32 = 23;

/// What must be seen before anything else.
pub fn mark(text: &str, width: usize) -> Element {
    let line = Paragraph::new(Style::Corner).and(text, BOLD);
    framed(width, vec![line.element()], true)
}

/// The four corners of the first lines.
pub fn heading(heading: &Heading, width: usize) -> Element {
    let left = width * 100 / 235;
    let line = |text: &str, look: Look| Paragraph::new(Style::Corner).and(text, look);
    let plain = Look::default();
    let party = Look { bold: true, underlined: heading.motto.is_empty(), size: 30, italic: false };
    let mut left_corner = vec![line(&heading.superior, plain), line(&heading.organisation, BOLD)];
    left_corner.extend(heading.star.then(|| line("*", plain)));
    let mut right_corner = vec![line(&heading.party, party)];
    if !heading.motto.is_empty() {
        right_corner
            .push(line(&heading.motto, Look { bold: true, underlined: true, size: 28, italic: false }));
    }
    right_corner.extend([line("", plain), line(&heading.place_date, ITALIC)]);
    beside(&[left, width - left], [left_corner, right_corner])
}

/// A block; with `kept` it stays on the page of the next one.
pub fn block(block: &Block, width: usize, kept: bool) -> Vec<Element> {
    let text = |style: Style, text: &Text| {
        let line = Paragraph::of(style, &text.to_string());
        vec![if kept { line.kept() } else { line }.element()]
    };
    match block {
        Block::Title(line) => text(Style::Title, line),
        Block::Subject(line) => text(Style::Subject, line),
        Block::Head(line) => text(Style::Head, line),
        Block::Annex(line) => {
            vec![Paragraph::of(Style::Head, &line.to_string()).on_a_new_page().element()]
        }
        Block::Line(line) => text(Style::Body, line),
        Block::Table { columns, rows } => vec![gap(), table(columns, rows, width), gap()],
        Block::Bars(bars) => bars.iter().map(|bar| self::bar(bar, width)).collect(),
        Block::Timeline(picture) => timeline(picture),
        Block::Wall(groups) => groups.iter().flat_map(wall).collect(),
        Block::Stage(plan) => stage(plan, width),
        Block::Ballots(forms) => {
            // Behind the last one too: the rest of the sheet is cut off there.
            forms.iter().flat_map(|form| ballot(form, width).into_iter().chain([cut()])).collect()
        }
        Block::Codes(codes) => {
            let numbered: Vec<(usize, &CodePicture)> = (1..).zip(codes).collect();
            numbered.chunks(2).map(|pair| self::codes(pair, width)).collect()
        }
        Block::Signatures(people) => signatures(people, width),
    }
}

/// A name beside two bars of squares, fifty for the longest time: hollow for what was planned, full for what was used.
fn bar(bar: &Bar, width: usize) -> Element {
    let squares = |length: i64, square: &str| {
        let squares = square.repeat(usize::try_from((length + 3) / 4).unwrap_or(0).min(60));
        Paragraph::new(Style::Small).and(&squares, small(10))
    };
    let name = Paragraph::new(Style::Small).and(&bar.name, small(24));
    let left = width * 5 / 11;
    beside(&[left, width - left], [vec![name], vec![squares(bar.planned, "□"), squares(bar.used, "■")]])
}

/// A line for each phase, fifty dots wide, full from its first day to its last; then the days that matter.
fn timeline(picture: &Timeline) -> Vec<Element> {
    let line = |text: &str, from: i64, to: i64| {
        let dots = (0..50).map(|dot| if (from / 4..=to / 4).contains(&dot) { '■' } else { '·' });
        Paragraph::of(Style::Small, &format!("{} {text}", dots.collect::<String>())).element()
    };
    let spans = picture.spans.iter().map(|span| line(&span.name, span.from, span.to - 1));
    let marks = picture.marks.iter().map(|(place, name)| line(name, *place, *place));
    spans.chain(marks).collect()
}

fn wall(group: &WallGroup) -> Vec<Element> {
    let head = Paragraph::new(Style::Small).and(&group.title, BOLD).kept().element();
    let tasks = group.tasks.iter().map(|task| {
        let tick = if task.settled { "☑" } else { "☐" };
        let who = if task.who.is_empty() { String::new() } else { format!(" – {}", task.who) };
        let day = if task.due.is_empty() { String::new() } else { format!("{} ", task.due) };
        Paragraph::of(Style::Small, &format!("{tick} {day}{}{who}", task.title)).element()
    });
    std::iter::once(head).chain(tasks).collect()
}

/// The stage, row by row from the back wall: each row is what stands in it, left to right.
fn stage(plan: &Stage, width: usize) -> Vec<Element> {
    let wing = width / 6;
    let line = |text: &str, look: Look| Paragraph::new(Style::Corner).and(text, look);
    let mut back: Vec<Paragraph> = plan.backdrop.iter().map(|text| line(text, BOLD)).collect();
    let rows = plan.pieces.iter().map(|(row, ..)| *row).max().unwrap_or(0);
    for row in 1..=rows {
        let mut pieces: Vec<&(u8, u8, String)> = plan.pieces.iter().filter(|(of, ..)| *of == row).collect();
        crate::congress::order::by_key(&mut pieces, |(_, column, _)| *column);
        let names: Vec<&str> = pieces.into_iter().map(|(.., name)| name.as_str()).collect();
        back.push(line(&names.join("   |   "), small(20)));
    }
    let side = |text: &str| vec![line(text, small(18))];
    vec![
        framed(width, vec![line(&plan.top, BOLD).element()], true),
        gap(),
        lined(&[wing, width - 2 * wing, wing], [side(&plan.left), back, side(&plan.right)]),
        Paragraph::new(Style::Corner).and(&plan.floor, ITALIC).element(),
    ]
}

/// Two QR codes side by side, each with which of how many it is; the number is that of its picture.
fn codes(pair: &[(usize, &CodePicture)], width: usize) -> Element {
    let cells = pair.iter().map(|(number, code)| {
        let drawn = picture::placed(*number, &code.name, 74);
        vec![
            Paragraph::new(Style::Corner).kept().and_drawn(drawn),
            Paragraph::new(Style::Corner).and(&code.name, BOLD),
        ]
    });
    let none = std::iter::repeat_with(|| vec![Paragraph::new(Style::Corner)]);
    beside(&[width / 2, width - width / 2], cells.chain(none))
}

/// Where ballots are cut apart.
fn cut() -> Element {
    let line =
        Element::value("w:bottom", "dashed").with("w:sz", 4).with("w:space", 1).with("w:color", "auto");
    let format =
        Element::new("w:pPr").and(Element::value("w:pStyle", "Small")).and(Element::new("w:pBdr").and(line));
    Element::new("w:p").and(format)
}

fn ballot(form: &BallotForm, width: usize) -> Vec<Element> {
    let line =
        |text: &str, look: Look| Paragraph::new(Style::Corner).and(text, Look { size: BALLOT, ..look });
    let words = vec![
        line(&form.organisation, Look::default()),
        line(&form.title.to_uppercase(), BOLD),
        line(&form.how.to_string(), ITALIC),
    ];
    let width = width - BESIDE;
    let stamp = Paragraph::new(Style::Corner).and(&form.stamp, small(16));
    let top = stamped([width / 6, width * 2 / 3, width / 6], stamp, words);
    let mut columns = vec![Column::new(&form.number, Align::Center), Column::new(&form.name, Align::Left)];
    columns.extend(form.boxes.iter().map(|title| Column::new(title, Align::Center)));
    let rows: Vec<Vec<Text>> = form
        .names
        .iter()
        .zip(1..)
        .map(|(name, number): (&String, usize)| {
            let boxes = form.boxes.iter().map(|_| Text::default());
            [Text::from(number.to_string()), Text::plain(name)].into_iter().chain(boxes).collect()
        })
        .collect();
    // Inside one row that does not break, so that no ballot is cut by the end of a page.
    let whole = vec![top, gap(), table(&columns, &rows, width), gap()];
    vec![framed(width + BESIDE, whole, false), gap()]
}

fn signatures(people: &[Signature], width: usize) -> Vec<Element> {
    let line = |text: &str| Paragraph::new(Style::Corner).kept().and(text, BOLD);
    let roles = people.iter().map(|one| one.role.split('\n').map(line).collect());
    let names = people.iter().map(|one| {
        let room_and_name = |name: String| {
            // Room for the hand.
            let room = (0..3).map(|_| Paragraph::new(Style::Corner).kept());
            room.chain([line(&name)]).collect::<Vec<_>>()
        };
        one.names().flat_map(room_and_name).collect()
    });
    // One alone stands in the right half.
    let alone = || (people.len() == 1).then(|| vec![line("")]).into_iter();
    let roles: Vec<Vec<Paragraph>> = alone().chain(roles).collect();
    let widths = vec![width / roles.len().max(1); roles.len()];
    vec![gap(), signed(&widths, roles, alone().chain(names).collect())]
}
