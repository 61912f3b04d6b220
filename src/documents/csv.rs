//! A table as a file for spreadsheets: RFC 4180, in UTF-8 with a byte order mark, so that Vietnamese letters show.
//!
//! A spreadsheet takes a cell that begins with certain signs for a formula and computes it. Here every cell is a text:
//! an apostrophe goes in front of such a sign. Where the language of the system writes decimal commas, the semicolon
//! parts the cells, so a text behind one is guarded as well.

use crate::congress::hidden::Lines;

/// The table: each row a list of cells, quoted, ended by a carriage return and a line feed.
pub fn csv<Row: AsRef<[String]>>(rows: impl IntoIterator<Item = Row>) -> String {
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        for (place, cell) in row.as_ref().iter().enumerate() {
            text.push_str(if place == 0 { "\"" } else { ",\"" });
            text.push_str(&defused(cell).replace('"', "\"\""));
            text.push('"');
        }
        text.push_str("\r\n");
    }
    text
}

/// The text with an apostrophe wherever a spreadsheet could begin to read a formula.
fn defused(cell: &str) -> String {
    let mut text = String::new();
    let mut begins = true;
    for character in cell.chars() {
        let is_blank = character.is_whitespace() || Lines::One.hides(character);
        // A control in front is guarded itself, as some spreadsheets drop it and read on.
        let is_sign = matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
        if begins && (is_sign || character.is_control()) {
            text.push('\'');
            begins = false;
        }
        text.push(character);
        begins = (begins && is_blank) || matches!(character, ';' | '\t' | '\r' | '\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_written_by_the_rule() {
        let rows = [vec!["Lúc".to_owned(), "Ai".to_owned()], vec!["a,\"b\"".to_owned(), "c\nd".to_owned()]];
        assert_eq!(csv(rows), "\u{feff}\"Lúc\",\"Ai\"\r\n\"a,\"\"b\"\"\",\"c\nd\"\r\n");
        assert_eq!(csv([vec![String::new()]]), "\u{feff}\"\"\r\n");
        assert_eq!(csv(Vec::<Vec<String>>::new()), "\u{feff}");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("Nguyễn Văn An", "Nguyễn Văn An"),
            ("=1+1", "'=1+1"),
            ("+84", "'+84"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("\n=1", "'\n'=1"),
            ("\0=1", "'\0=1"),
            ("  =1", "  '=1"),
            ("\u{200b}=1", "\u{200b}'=1"),
            ("\u{feff}=1", "\u{feff}'=1"),
            ("＝1", "'＝1"),
            ("một\n=1", "một\n'=1"),
            ("An;=1;", "An;'=1;"),
            ("a=1, b-2", "a=1, b-2"),
            ("", ""),
        ] {
            assert_eq!(defused(cell), expected, "{cell:?}");
        }
    }
}
