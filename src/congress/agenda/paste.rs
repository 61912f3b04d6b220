//! Reading an agenda that was copied from a spreadsheet, a table of Word, or a plain text.
//!
//! What a column holds is seen from its cells, so that no heading has to be there: times of day, numbers that count the
//! rows, minutes, and texts. The longest texts are the titles, the next column of texts says who presents.

use super::MAX_ITEM_MINUTES;
use super::layout::PlanRow;
use crate::congress::hidden::Lines;

/// The most lines that are read.
pub const MAX_LINES: usize = 1_000;

/// The longest unit behind a number, in characters, a space with it.
const LONGEST_UNIT: usize = 7;

/// What a cell looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cell {
    Empty,
    /// A time of day, and the end of a range.
    Time(u16, Option<u16>),
    /// A bare number.
    Number(u16),
    /// A number with a unit behind it.
    Minutes(u16),
    Text(String),
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Count,
    Start,
    End,
    Minutes,
    Title,
    Presenter,
    Other,
}

/// The rows that a pasted text holds; none where it holds no title at all.
pub fn read(text: &str) -> Vec<PlanRow> {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(MAX_LINES);
    let mut table: Vec<Vec<Cell>> = lines.map(cells).collect();
    let is_table = text.contains('\t');
    // A line that stands alone across a table says nothing of its column.
    let stands_alone = |row: &[Cell]| is_table && row.iter().filter(|cell| **cell != Cell::Empty).count() < 2;
    let whole: Vec<&[Cell]> = table.iter().map(Vec::as_slice).filter(|row| !stands_alone(row)).collect();
    let columns = columns(&whole);
    let timed = columns.iter().any(|column| matches!(column, Column::Start | Column::Minutes));
    if timed && table.first().is_some_and(|row| is_heading(row, &columns)) {
        table.remove(0);
    }
    let mut sitting = None;
    let mut rows = Vec::with_capacity(table.len());
    for line in &table {
        // It names the sitting that follows.
        let alone = line.iter().find(|cell| **cell != Cell::Empty);
        if let (Some(Cell::Text(name)), true) = (alone, timed && stands_alone(line)) {
            sitting = Some(name.clone());
            continue;
        }
        let row = row(line, &columns, sitting.clone());
        if !row.title.is_empty() {
            rows.push(row);
        }
    }
    rows
}

fn cells(line: &str) -> Vec<Cell> {
    if line.contains('\t') {
        return line.split('\t').map(cell).collect();
    }
    // A line of plain text: a time in front, minutes in brackets behind.
    let (start, rest) = leading_time(line.trim());
    let (rest, minutes) = trailing_minutes(rest);
    vec![
        start.unwrap_or(Cell::Empty),
        Cell::Text(Lines::One.clean(rest)),
        minutes.map_or(Cell::Empty, Cell::Minutes),
    ]
}

fn cell(text: &str) -> Cell {
    let text = Lines::One.clean(text.trim().trim_matches('"'));
    if text.is_empty() {
        return Cell::Empty;
    }
    if let Some(cell) = time_cell(&text) {
        return cell;
    }
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (number, unit) = text.split_at(digits);
    let unit = unit.trim().trim_end_matches('.');
    match number.parse::<u16>() {
        Ok(number) if unit.is_empty() => Cell::Number(number),
        Ok(number) if unit.chars().count() <= LONGEST_UNIT && !unit.contains(char::is_whitespace) => {
            Cell::Minutes(number)
        }
        _ => Cell::Text(text),
    }
}

/// A time of day such as `7h30`, `07:30`, `7.30` or `7 g 30`, or a range of two.
fn time_cell(text: &str) -> Option<Cell> {
    let parts = text.split(['-', '–', '—', '→', '~']);
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [one] => Some(Cell::Time(time(one)?, None)),
        [one, other] => Some(Cell::Time(time(one)?, Some(time(other)?))),
        _ => None,
    }
}

/// Minutes after midnight of a time of day as people write it into a field: `7:10`, `07:10`, `7h10`, `7 giờ 10`. Of
/// what may follow the figures only the words for hour and minute are read: `7h10 chiều` is not ten past seven.
pub fn read_time(text: &str) -> Option<u16> {
    let text = text.trim();
    let unit = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let unit = text.get(unit.len()..)?.trim().to_lowercase();
    if ["", "h", "g", "giờ", "p", "phút"].contains(&unit.as_str()) { time(text) } else { None }
}

fn time(text: &str) -> Option<u16> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let rest = text.trim_start_matches(is_digit);
    let hours = text.get(..text.len() - rest.len())?;
    let tail = rest.trim_start_matches(|letter: char| !is_digit(letter));
    let sign = rest.get(..rest.len() - tail.len())?.trim();
    if hours.is_empty() || hours.len() > 2 || sign.is_empty() || sign.chars().count() > 3 {
        return None;
    }
    let bare = tail.trim_end_matches(|letter: char| !is_digit(letter));
    if tail.get(bare.len()..)?.chars().count() > LONGEST_UNIT {
        return None;
    }
    let minutes = match bare {
        // `8h` is eight o'clock; a bare `8.` is none.
        "" if sign.chars().all(char::is_alphabetic) => "0",
        minutes if minutes.len() == 2 && minutes.chars().all(is_digit) => minutes,
        _ => return None,
    };
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// A time in front of a line, and what follows it.
fn leading_time(line: &str) -> (Option<Cell>, &str) {
    // The time ends with a digit, or with the letter for the hour.
    let ends = line.char_indices().take(24).filter_map(|(at, letter)| {
        let end = at + letter.len_utf8();
        let next = line.get(end..)?.chars().next();
        let whole = letter.is_ascii_digit() && !next.is_some_and(|next| next.is_ascii_digit());
        let before = line.get(..at)?.chars().next_back();
        let hour = letter.is_alphabetic()
            && before.is_some_and(|before| before.is_ascii_digit())
            && !next.is_some_and(char::is_alphanumeric);
        (whole || hour).then_some(end)
    });
    let long = ends.filter_map(|end| Some((time_cell(line.get(..end)?)?, end))).last();
    let clean = |rest: &'_ str| rest.len() - rest.trim_start_matches([':', '.', '-', '–', ',', ' ']).len();
    match long {
        Some((cell, end)) => {
            let rest = line.get(end..).unwrap_or("");
            (Some(cell), rest.get(clean(rest)..).unwrap_or(""))
        }
        None => (None, line),
    }
}

/// Minutes in brackets, or with a mark, behind a line.
fn trailing_minutes(line: &str) -> (&str, Option<u16>) {
    let bare = line.trim_end().trim_end_matches([')', '.', ';']);
    let Some(open) = bare.rfind('(') else { return (line, None) };
    let inner = bare.get(open + 1..).unwrap_or("");
    match cell(inner) {
        Cell::Minutes(minutes) | Cell::Number(minutes) => {
            (line.get(..open).unwrap_or(line).trim_end(), Some(minutes))
        }
        _ => (line, None),
    }
}

fn columns(table: &[&[Cell]]) -> Vec<Column> {
    let width = table.iter().map(|row| row.len()).max().unwrap_or(0);
    let column = |at: usize| table.iter().filter_map(move |row| row.get(at));
    let mut columns: Vec<Column> = (0..width).map(|at| numbers(column(at))).collect();
    let mut seen_start = false;
    for column in &mut columns {
        if *column == Column::Start {
            *column = if seen_start { Column::End } else { Column::Start };
            seen_start = true;
        }
    }
    let length = |at: usize| -> usize {
        let letters =
            column(at).map(|cell| if let Cell::Text(text) = cell { text.chars().count() } else { 0 });
        letters.sum()
    };
    let texts = |columns: &[Column]| -> Vec<usize> {
        (0..columns.len()).filter(|at| columns.get(*at) == Some(&Column::Other) && length(*at) > 0).collect()
    };
    let title = texts(&columns).into_iter().max_by_key(|at| (length(*at), usize::MAX - at));
    if let Some(column) = title.and_then(|at| columns.get_mut(at)) {
        *column = Column::Title;
    }
    if let Some(column) = texts(&columns).first().and_then(|at| columns.get_mut(*at)) {
        *column = Column::Presenter;
    }
    columns
}

/// Whether a column holds times, minutes, or numbers that count the rows.
fn numbers<'a>(cells: impl Iterator<Item = &'a Cell>) -> Column {
    let (mut times, mut minutes, mut texts) = (0, 0, 0);
    let mut bare = Vec::new();
    for cell in cells {
        match cell {
            Cell::Empty => {}
            Cell::Time(..) => times += 1,
            Cell::Minutes(_) => minutes += 1,
            Cell::Number(number) => bare.push(*number),
            Cell::Text(_) => texts += 1,
        }
    }
    let counts =
        bare.len() > 1 && bare.windows(2).all(|pair| matches!(pair, [one, other] if *other == one + 1));
    // A heading stands among the cells.
    let most = |number: usize| number >= texts && number > 0;
    if most(times) && times >= minutes + bare.len() {
        Column::Start
    } else if most(minutes + bare.len()) {
        if minutes == 0 && counts { Column::Count } else { Column::Minutes }
    } else {
        Column::Other
    }
}

/// Whether a first line only says what the columns are: texts where the others hold times or minutes.
fn is_heading(row: &[Cell], columns: &[Column]) -> bool {
    let mut texts = 0;
    for (cell, column) in row.iter().zip(columns) {
        match (cell, column) {
            (Cell::Text(_), Column::Start | Column::End | Column::Minutes | Column::Count) => texts += 1,
            (Cell::Time(..) | Cell::Number(_) | Cell::Minutes(_), _) => return false,
            _ => {}
        }
    }
    texts > 0
}

fn row(line: &[Cell], columns: &[Column], sitting: Option<String>) -> PlanRow {
    let mut row = PlanRow { sitting, ..PlanRow::default() };
    for (cell, column) in line.iter().zip(columns) {
        match (column, cell) {
            (Column::Start, Cell::Time(start, end)) => {
                row.start = Some(*start);
                row.end = row.end.or(*end);
            }
            (Column::End, Cell::Time(end, _)) => row.end = Some(*end),
            (Column::Minutes, Cell::Minutes(minutes) | Cell::Number(minutes)) => {
                row.minutes = Some(*minutes).filter(|minutes| *minutes <= MAX_ITEM_MINUTES);
            }
            (Column::Title, cell) => row.title = written(cell),
            (Column::Presenter, cell) => row.presenter = written(cell),
            _ => {}
        }
    }
    row
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) | Cell::Minutes(number) => number.to_string(),
        Cell::Empty | Cell::Time(..) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::read_time;

    #[test]
    fn times_come_as_people_write_them() {
        for text in ["7:10", "07:10", " 7h10 ", "7 giờ 10", "7 giờ 10 phút", "7.10", "07H10"] {
            assert_eq!(read_time(text), Some(430), "{text}");
        }
        assert_eq!(read_time("7h"), Some(420));
        assert_eq!(read_time("0:00"), Some(0));
        for text in ["", "7", "24:00", "7:60", "7:1", "7h10 chiều", "2:30 PM", "07:10:00", "x"] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }
}
