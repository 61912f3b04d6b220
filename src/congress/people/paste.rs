//! A pasted list of members: one person a line, as it comes from a document or a spreadsheet.

use super::name::{clean_name, search_fold};
use super::person::{NewPerson, Standing};

/// The people of a pasted text, in its order.
///
/// Numbers and bullets in front of a name are dropped, and so are columns after the name. A line that carries one of
/// `marks` (folded as for search) after the name, in brackets, after a comma or in a later column, is a probationary
/// member. Lines without letters are skipped.
pub fn read_list(text: &str, marks: &[&str]) -> Vec<NewPerson> {
    text.lines().filter_map(|line| read_line(line, marks)).collect()
}

fn read_line(line: &str, marks: &[&str]) -> Option<NewPerson> {
    let mut cells = line.split('\t').map(str::trim).filter(|cell| cell.chars().any(char::is_alphabetic));
    let first = cells.next()?;
    let rest = cells.collect::<Vec<_>>().join(" ");
    let bare = first.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let (name, remark) = bare.split_once(['(', ',', ';', '–']).unwrap_or((bare, ""));
    let (name, dashed) = name.split_once(" - ").unwrap_or((name, ""));
    let (name, trailing) = strip_mark(name, marks);
    let name = clean_name(name);
    if name.is_empty() {
        return None;
    }
    let remark = search_fold(&format!("{remark} {dashed} {rest}"));
    let probationary = trailing || marks.iter().any(|mark| has_words(&remark, mark));
    Some(NewPerson { name, standing: if probationary { Standing::Probationary } else { Standing::Full } })
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

    const MARKS: [&str; 3] = ["du bi", "probationary", "db"];

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
            ("Phạm  Hữu\u{200b}   Nghĩa", "Phạm Hữu Nghĩa", false),
        ] {
            let found = read_list(line, &MARKS);
            let expected = if probationary { Standing::Probationary } else { Standing::Full };
            assert_eq!(found, [NewPerson { name: name.to_owned(), standing: expected }], "{line}");
        }
        assert_eq!(read_list("\n  \n12.\n---\n", &MARKS), []);
    }
}
