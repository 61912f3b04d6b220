//! The superior's list of organisations, pasted from a spreadsheet: name, the organisation that it belongs to, the day
//! that it registered; in columns parted by tabs or semicolons.

use crate::congress::people::name::clean_name;
use crate::journal::glance::ListedCell;
use chrono::NaiveDate;

/// Why a line of a list cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RosterFault {
    /// It has no name.
    NoName,
    /// It has more than one day.
    Days,
    /// It has more than one organisation to belong to.
    Groups,
}

/// The organisations of a pasted list, and the lines that could not be taken, each with the reason. `day` reads a day as
/// people write it.
pub fn read_roster<'a>(
    text: &'a str,
    day: &dyn Fn(&str) -> Option<NaiveDate>,
) -> (Vec<ListedCell>, Vec<(&'a str, RosterFault)>) {
    let (mut listed, mut wrong) = (Vec::new(), Vec::new());
    for line in text.lines() {
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
        let mut fault = cell.name.is_empty().then_some(RosterFault::NoName);
        for part in rest.filter(|part| !part.is_empty()) {
            match day(part) {
                Some(on) if cell.registered.is_none() => cell.registered = Some(on),
                None if cell.group.is_empty() => cell.group = clean_name(part),
                Some(_) => fault = fault.or(Some(RosterFault::Days)),
                None => fault = fault.or(Some(RosterFault::Groups)),
            }
        }
        match fault {
            None => listed.push(cell),
            Some(fault) => wrong.push((line, fault)),
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
        let text = "1\tChi bộ 1\tĐảng bộ A\t2022-05-20\n\nChi bộ 2;2022-05-21;Đảng bộ A\nChi bộ 3\nChi bộ 4\t\tĐảng bộ B\n\tĐảng bộ C\nChi bộ 5\tA\tB\nChi bộ 6;1/1;2022-05-20;2022-05-21\nChi bộ 7;2022-05-20;2022-05-21";
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
        assert_eq!(
            wrong,
            [
                ("\tĐảng bộ C", RosterFault::NoName),
                ("Chi bộ 5\tA\tB", RosterFault::Groups),
                ("Chi bộ 6;1/1;2022-05-20;2022-05-21", RosterFault::Days),
                ("Chi bộ 7;2022-05-20;2022-05-21", RosterFault::Days),
            ]
        );
    }
}
