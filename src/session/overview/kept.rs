//! How the overview is kept in the database: an organisation and what it told under two keys.

use crate::congress::summary::Summary;
use crate::journal::glance::{ListedCell, ProgressLine};
use crate::overview::{Cell, CellFinding, Gathered, Told};
use crate::platform::keyed::Keyed;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What the keys of organisations, as they are listed and marked, start with. The prefix is none of a congress's, so that
/// looking for congresses passes them over.
pub(super) const CELLS: &str = "tong-hop/cell/";

/// What the keys of summaries start with.
pub(super) const SUMMARIES: &str = "tong-hop/summary/";

/// The key of the settings.
pub(super) const SETTINGS: &str = "tong-hop/settings";

/// Stands beside a summary that is not that of its records.
const DISAGREES: &str = "disagrees";

/// An organisation as it is kept: a progress line without what it told, which stands under a key of its own, so that a
/// mark costs a line.
pub(super) fn put_cell(gathered: &Gathered, key: &str) -> Option<Arc<Keyed>> {
    let cell = gathered.cell(key)?;
    let (name, group) = (cell.name.clone(), cell.group.clone());
    let listed = ListedCell { name, group, registered: cell.registered };
    let line = ProgressLine { summary: None, cell: Some(listed), marks: cell.marks };
    Some(Keyed::new(format!("{CELLS}{key}"), line.to_text()))
}

/// What an organisation told, as it is kept: the name of the file, whether it was found to disagree with its records, then
/// the summary.
pub(super) fn put_summary(key: &str, file: &str, disagrees: bool, summary: &Summary) -> Arc<Keyed> {
    let found = if disagrees { DISAGREES } else { "" };
    Keyed::new(format!("{SUMMARIES}{key}"), format!("{file}\n{found}\n{}", summary.to_json()))
}

/// What was kept of what an organisation told.
pub(super) fn told(text: &str) -> Option<(&str, bool, Summary)> {
    let (file, rest) = text.split_once('\n')?;
    let (found, summary) = rest.split_once('\n')?;
    Some((file, found == DISAGREES, Summary::from_json(summary).ok()?))
}

/// The organisations as they were kept.
pub(super) fn joined(cells: Vec<(String, String)>, summaries: Vec<(String, String)>) -> Vec<(String, Cell)> {
    let mut told: FxHashMap<String, Told> = summaries
        .into_iter()
        .filter_map(|(key, text)| {
            let (file, disagrees, summary) = self::told(&text)?;
            let mut told = Told::of(&summary, file);
            told.findings.extend(disagrees.then_some(CellFinding::Disagrees));
            Some((key.strip_prefix(SUMMARIES)?.to_owned(), told))
        })
        .collect();
    let cell = |(key, text): (String, String)| {
        let key = key.strip_prefix(CELLS)?.to_owned();
        let line = ProgressLine::from_json(&text).ok()?;
        let listed = line.cell?;
        let told = told.remove(&key);
        let cell = Cell {
            name: listed.name,
            group: listed.group,
            registered: listed.registered,
            marks: line.marks,
            told,
        };
        Some((key, cell))
    };
    cells.into_iter().filter_map(cell).collect()
}
