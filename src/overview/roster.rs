//! The superior's list of organisations, pasted from a spreadsheet: name, the organisation that it belongs to, the day
//! that it registered; in columns parted by tabs or semicolons.

use crate::congress::people::name::clean_name;
use crate::journal::glance::ListedCell;
use chrono::NaiveDate;

/// The organisations of a pasted list, and the lines that could not be taken: their place, from 1. `day` reads a day as
/// people write it.
pub fn read_roster(text: &str, day: &dyn Fn(&str) -> Option<NaiveDate>) -> (Vec<ListedCell>, Vec<usize>) {
    let (mut listed, mut wrong) = (Vec::new(), Vec::new());
    for (line, place) in text.lines().zip(1..) {
        if line.trim().is_empty() {
            continue;
        }
        let sign = if line.contains('\t') { '\t' } else { ';' };
        let mut cells: Vec<&str> = line.split(sign).map(str::trim).collect();
        // A running number in front is no name.
        let is_number =
            |cell: &&str| !cell.is_empty() && cell.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
        if cells.len() > 1 && cells.first().is_some_and(is_number) {
            cells.remove(0);
        }
        let mut rest = cells.into_iter();
        let name = clean_name(rest.next().unwrap_or_default());
        let mut cell = ListedCell { name, group: String::new(), registered: None };
        let mut understood = !cell.name.is_empty();
        for part in rest.filter(|part| !part.is_empty()) {
            match day(part) {
                Some(on) if cell.registered.is_none() => cell.registered = Some(on),
                None if cell.group.is_empty() => cell.group = clean_name(part),
                _ => understood = false,
            }
        }
        if understood {
            listed.push(cell);
        } else {
            wrong.push(place);
        }
    }
    (listed, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::congress::day::read_text;

    #[test]
    fn a_list_is_read_in_any_order_of_group_and_day() {
        let text = "1\tChi bộ 1\tĐảng bộ A\t2022-05-20\n\nChi bộ 2;2022-05-21;Đảng bộ A\nChi bộ 3\nChi bộ 4\t\tĐảng bộ B\n\tĐảng bộ C\nChi bộ 5\tA\tB\n";
        let (listed, wrong) = read_roster(text, &read_text);
        let told: Vec<_> = listed
            .iter()
            .map(|cell| (cell.name.as_str(), cell.group.as_str(), cell.registered.map(|day| day.to_string())))
            .collect();
        let day = |day: &str| Some(day.to_owned());
        assert_eq!(
            told,
            [
                ("Chi bộ 1", "Đảng bộ A", day("2022-05-20")),
                ("Chi bộ 2", "Đảng bộ A", day("2022-05-21")),
                ("Chi bộ 3", "", None),
                ("Chi bộ 4", "Đảng bộ B", None),
            ]
        );
        assert_eq!(wrong, [6, 7]);
    }
}
