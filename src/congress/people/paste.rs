//! A pasted list of members: one person a line, as it comes from a document or a spreadsheet.

use super::name::{clean_name, search_fold};
use super::person::{Attendance, NewPerson, Standing};
use super::roll::Roll;
use crate::congress::texts::MAX_LINE;
use rustc_hash::FxHashMap;

/// The words by which a list is understood, folded as for search.
#[derive(Clone, Copy, Debug)]
pub struct ListSigns<'a> {
    /// Words after a name that make a probationary member.
    pub probationary: &'a [&'a str],
    /// Words after a name that give an attendance mark.
    pub marks: &'a [(&'a str, Attendance)],
    /// Heads of a column with full names.
    pub names: &'a [&'a str],
    /// Heads of a column with family and middle names.
    pub family: &'a [&'a str],
    /// Heads of a column with given names.
    pub given: &'a [&'a str],
}

/// One line of a list that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLine {
    /// Its number in the text, from 1.
    pub number: usize,
    /// Who it names, or what is wrong with it.
    pub person: Result<NewPerson, LineFault>,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// The columns of the name are empty.
    NoName,
    /// The name stands in an earlier line already; carries the name and the number of that line.
    Twice(String, usize),
    /// The name stands on the roll already.
    OnRoll(String),
    /// The name is longer than [`MAX_LINE`]; carries its beginning.
    TooLong(String),
}

/// The lines of a pasted text, in its order, against the people who are on the roll.
///
/// Cells are parted by tabs, or behind a line of heads by the semicolons or commas that part the heads; a cell may be
/// quoted. Heads say which columns make the name; without them it is the first cell with letters. Numbers and bullets in
/// front of a name are dropped. What stands behind a name, in brackets, after a comma or in another column, tells the
/// standing and the mark, and is not kept. Lines without letters are skipped.
pub fn read_list(text: &str, signs: &ListSigns<'_>, roll: &Roll) -> Vec<ListLine> {
    let mut heads: Option<Heads> = None;
    let mut lines: Vec<ListLine> = Vec::new();
    let tabs = text.contains('\t');
    // The roll counts as line 0.
    let mut seen: FxHashMap<String, usize> =
        roll.people().iter().map(|person| (person.name.clone(), 0)).collect();
    for (index, line) in text.lines().enumerate() {
        if !line.chars().any(char::is_alphabetic) {
            continue;
        }
        if lines.is_empty()
            && heads.is_none()
            && let Some(found) = Heads::of(line, tabs, signs)
        {
            heads = Some(found);
            continue;
        }
        let number = index + 1;
        let read = match &heads {
            Some(heads) => heads.read(line, signs),
            None => read_line(line, signs),
        };
        let person = read.and_then(|person| checked(person, number, &mut seen));
        lines.push(ListLine { number, person });
    }
    lines
}

fn checked(
    person: NewPerson,
    number: usize,
    seen: &mut FxHashMap<String, usize>,
) -> Result<NewPerson, LineFault> {
    let name = &person.name;
    if name.chars().count() > MAX_LINE {
        return Err(LineFault::TooLong(name.chars().take(40).collect()));
    }
    match seen.get(name) {
        Some(0) => Err(LineFault::OnRoll(name.clone())),
        Some(first) => Err(LineFault::Twice(name.clone(), *first)),
        None => {
            seen.insert(name.clone(), number);
            Ok(person)
        }
    }
}

/// Where the columns of the name stand.
struct Heads {
    parting: char,
    columns: Vec<usize>,
}

impl Heads {
    /// The heads that a line holds, if it is one of heads.
    fn of(line: &str, tabs: bool, signs: &ListSigns<'_>) -> Option<Self> {
        let parting = match () {
            () if tabs => '\t',
            () if line.contains(';') => ';',
            () => ',',
        };
        let heads: Vec<String> = cells(line, parting).iter().map(|cell| search_fold(cell)).collect();
        let find = |signs: &[&str]| heads.iter().position(|head| signs.contains(&head.as_str()));
        let parts = find(signs.family).zip(find(signs.given)).map(|(family, given)| vec![family, given]);
        let columns = parts.or_else(|| find(signs.names).map(|column| vec![column]))?;
        Some(Self { parting, columns })
    }

    fn read(&self, line: &str, signs: &ListSigns<'_>) -> Result<NewPerson, LineFault> {
        let cells = cells(line, self.parting);
        let parts: Vec<&str> =
            self.columns.iter().filter_map(|column| cells.get(*column)).map(String::as_str).collect();
        let name = bare(&parts.join(" ")).to_owned();
        let rest = cells.iter().enumerate().filter(|(column, _)| !self.columns.contains(column));
        let rest: Vec<&str> = rest.map(|(_, cell)| cell.as_str()).collect();
        person(&name, &rest.join(" "), signs)
    }
}

/// The cells of a line, trimmed, without their quotes.
fn cells(line: &str, parting: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            _ if letter == parting && !quoted => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(letter);
                }
            }
        }
    }
    cells.into_iter().map(|cell| clean_name(&cell)).collect()
}

/// A line without heads.
fn read_line(line: &str, signs: &ListSigns<'_>) -> Result<NewPerson, LineFault> {
    let mut cells = line.split('\t').map(str::trim).filter(|cell| cell.chars().any(char::is_alphabetic));
    let first = cells.next().unwrap_or_default();
    let rest = cells.collect::<Vec<_>>().join(" ");
    let (name, remark) = bare(first).split_once(['(', ',', ';', '–']).unwrap_or((bare(first), ""));
    let (name, dashed) = name.split_once(" - ").unwrap_or((name, ""));
    person(&name.replace('"', ""), &format!("{remark} {dashed} {rest}"), signs)
}

/// What is left without numbers, bullets and quotes in front.
fn bare(text: &str) -> &str {
    text.trim_start_matches(|letter: char| !letter.is_alphabetic())
}

fn person(name: &str, remark: &str, signs: &ListSigns<'_>) -> Result<NewPerson, LineFault> {
    let (name, trailing) = strip_mark(name, signs.probationary);
    let name = clean_name(name);
    if name.is_empty() {
        return Err(LineFault::NoName);
    }
    let remark = search_fold(remark);
    let probationary = trailing || signs.probationary.iter().any(|mark| has_words(&remark, mark));
    let mark = signs.marks.iter().find(|(words, _)| has_words(&remark, words));
    Ok(NewPerson {
        name,
        standing: if probationary { Standing::Probationary } else { Standing::Full },
        attendance: mark.map(|(_, mark)| *mark).unwrap_or_default(),
    })
}

/// The name without a mark that stands behind it, and whether one stood there.
fn strip_mark<'a>(name: &'a str, marks: &[&str]) -> (&'a str, bool) {
    let words: Vec<&str> = name.split_whitespace().collect();
    for mark in marks {
        let length = mark.split_whitespace().count();
        let Some(kept) = words.len().checked_sub(length).filter(|kept| *kept > 0) else { continue };
        let tail = words.get(kept..).unwrap_or_default();
        if search_fold(&tail.join(" ")) == **mark {
            let end = tail.first().map_or(name.len(), |word| word.as_ptr() as usize - name.as_ptr() as usize);
            return (name.get(..end).unwrap_or(name), true);
        }
    }
    (name, false)
}

fn has_words(text: &str, mark: &str) -> bool {
    let text: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mark: Vec<&str> = mark.split_whitespace().collect();
    text.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNS: ListSigns<'static> = ListSigns {
        probationary: &["du bi", "probationary", "db"],
        marks: &[("mien sinh hoat", Attendance::ExemptAbsent), ("dinh chi", Attendance::Suspended)],
        names: &["ho va ten", "ho ten"],
        family: &["ho dem"],
        given: &["ten"],
    };

    fn read(text: &str) -> Vec<ListLine> {
        read_list(text, &SIGNS, &Roll::default())
    }

    fn new(name: &str, standing: Standing, attendance: Attendance) -> NewPerson {
        NewPerson { name: name.to_owned(), standing, attendance }
    }

    #[test]
    fn lists_come_as_people_write_them() {
        for (line, name, probationary) in [
            ("Nguyễn Thị Bích Ngọc", "Nguyễn Thị Bích Ngọc", false),
            ("1. Trần Quốc Hưng", "Trần Quốc Hưng", false),
            ("12) Lê Thị Thanh Hường, bí thư", "Lê Thị Thanh Hường", false),
            ("3\tVũ Đình Khoát\tđảng viên chính thức", "Vũ Đình Khoát", false),
            ("10\tChu Thị Quỳnh Như\tdự bị", "Chu Thị Quỳnh Như", true),
            ("- Chu Thị Quỳnh Như (dự bị)", "Chu Thị Quỳnh Như", true),
            ("Chu Thị Quỳnh Như - đảng viên dự bị", "Chu Thị Quỳnh Như", true),
            ("Chu Thị Quỳnh Như dự bị", "Chu Thị Quỳnh Như", true),
            ("Chu Thị Quỳnh Như DB", "Chu Thị Quỳnh Như", true),
            ("\"10\",\"Chu Thị Quỳnh Như\",\"dự bị\"", "Chu Thị Quỳnh Như", true),
            ("Phạm  Hữu\u{200b}   Nghĩa", "Phạm Hữu Nghĩa", false),
        ] {
            let standing = if probationary { Standing::Probationary } else { Standing::Full };
            let expected = ListLine { number: 1, person: Ok(new(name, standing, Attendance::Unmarked)) };
            assert_eq!(read(line), [expected], "{line}");
        }
        assert_eq!(read("\n  \n12.\n---\n"), []);
    }

    #[test]
    fn tables_say_which_columns_make_the_name() {
        let full = |name| new(name, Standing::Full, Attendance::Unmarked);
        let exempt = new("Lý Thị Yến", Standing::Full, Attendance::ExemptAbsent);
        for text in [
            "STT,Họ và tên,Ghi chú\n1,Bùi Văn An,\n2,\"Lý Thị Yến\",\"miễn sinh hoạt, tuổi cao\"",
            "stt;Ngày vào;HỌ TÊN;Diện\n1;3/2/2010;Bùi Văn An;\n2;;Lý Thị Yến;Miễn sinh hoạt",
            "STT\tHọ đệm\tTên\tGhi chú\n1\tBùi Văn\tAn\n2\tLý Thị\tYến\tđược miễn sinh hoạt",
        ] {
            let people: Vec<_> = read(text).into_iter().map(|line| (line.number, line.person)).collect();
            assert_eq!(people, [(2, Ok(full("Bùi Văn An"))), (3, Ok(exempt.clone()))], "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let mut roll = Roll::default();
        roll.add([crate::congress::people::Person {
            id: crate::congress::id::PersonId::from("x"),
            name: "Mai Vượng".to_owned(),
            standing: Standing::Full,
            attendance: Attendance::Unmarked,
            came: None,
            left: None,
        }]);
        let long = "A".repeat(MAX_LINE + 1);
        let text = format!(
            "Họ tên\tGhi chú\nBùi Văn An\n\tdự bị\nBùi  Văn An\nMai Vượng\n{long}\nVi Tưởng\tđình chỉ"
        );
        let found: Vec<_> = read_list(&text, &SIGNS, &roll).into_iter().map(|line| line.person).collect();
        assert_eq!(
            found,
            [
                Ok(new("Bùi Văn An", Standing::Full, Attendance::Unmarked)),
                Err(LineFault::NoName),
                Err(LineFault::Twice("Bùi Văn An".to_owned(), 2)),
                Err(LineFault::OnRoll("Mai Vượng".to_owned())),
                Err(LineFault::TooLong("A".repeat(40))),
                Ok(new("Vi Tưởng", Standing::Full, Attendance::Suspended)),
            ]
        );
    }
}
