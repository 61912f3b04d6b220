//! Everything that was gathered: the organisations by name, the deadline of the round, and what a new file does to them.

use super::cell::{Cell, Stage, Told};
use super::finding::CellFinding;
use super::query::Show;
use crate::congress::people::name::{clean_name, search_fold};
use crate::congress::summary::{Step, Summary};
use crate::journal::glance::{ListedCell, ProgressLine};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The organisations, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    cells: BTreeMap<String, Cell>,
    /// Which organisation a congress belongs to.
    by_congress: FxHashMap<String, String>,
    /// Organisations of one name, without the one that they belong to.
    by_name: FxHashMap<String, Vec<String>>,
}

/// What a line did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The organisation was not known; carries its key.
    New(String),
    /// It is newer than what was known; carries the key.
    Newer(String),
    /// It says what was known already.
    Same,
    /// Something newer is known already.
    Older,
    /// It was held to practise, or is a part that was handed to another device: it does not count.
    Rehearsal,
}

/// The organisations that belong together, in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The organisation that they belong to; may be empty.
    pub name: String,
    /// How many there are.
    pub cells: u32,
    /// How many have come to each step, in the order of [`Step::ALL`].
    pub reached: [u32; 7],
    /// How many are not held and have a day that has not passed.
    pub dated: u32,
    /// How many have no day.
    pub undated: u32,
    /// How many are overdue.
    pub late: u32,
    /// How many tell something wrong.
    pub wrong: u32,
}

impl Group {
    /// How many have come to a step.
    pub fn reached(&self, step: Step) -> u32 {
        Step::ALL.iter().zip(self.reached).find(|(of, _)| **of == step).map_or(0, |(_, count)| count)
    }

    /// Which organisations want attention first: those with wrong results, else those overdue, else those without a day.
    pub fn urgent(&self) -> Option<Show> {
        let kinds =
            [(self.wrong, Show::Wrong), (self.late, Show::Late), (self.undated, Show::At(Stage::NoPlan))];
        kinds.into_iter().find(|(count, _)| *count > 0).map(|(_, show)| show)
    }

    /// Counts an organisation in.
    pub fn add(&mut self, cell: &Cell, today: NaiveDate, deadline: Option<NaiveDate>) {
        self.cells += 1;
        for (step, count) in Step::ALL.iter().zip(&mut self.reached) {
            *count += u32::from(cell.on(*step).is_some());
        }
        let late = cell.late(today, deadline);
        if !cell.is_held() {
            match cell.day() {
                Some(day) if day >= today => self.dated += 1,
                Some(_) => {}
                None => self.undated += 1,
            }
        }
        self.late += u32::from(late.is_some());
        self.wrong += u32::from(cell.wrong() > 0);
    }
}

/// The key of an organisation: its name and that of the organisation it belongs to, without marks and case.
fn key_of(name: &str, group: &str) -> String {
    format!("{}|{}", search_fold(&clean_name(name)), search_fold(&clean_name(group)))
}

/// Whether a summary is newer than what is known. Of one congress the one from more changes is; of two congresses of one
/// organisation, as where somebody began again, the one in which something was done last.
fn is_newer(summary: &Summary, known: &Told) -> bool {
    if summary.congress == known.congress {
        (summary.changes, summary.last) > (known.changes, known.last)
    } else {
        summary.last > known.last
    }
}

impl Gathered {
    /// What was gathered before, by key.
    pub fn of(cells: impl IntoIterator<Item = (String, Cell)>) -> Self {
        let mut gathered = Self::default();
        for (key, cell) in cells {
            gathered.put(key, cell);
        }
        gathered
    }

    /// The organisations, by key.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = (&String, &Cell)> {
        self.cells.iter()
    }

    /// One organisation.
    pub fn cell(&self, key: &str) -> Option<&Cell> {
        self.cells.get(key)
    }

    fn put(&mut self, key: String, cell: Cell) {
        if let Some(told) = &cell.told {
            self.by_congress.insert(told.congress.clone(), key.clone());
        }
        let name = search_fold(&clean_name(&cell.name));
        let same = self.by_name.entry(name).or_default();
        if !same.contains(&key) {
            same.push(key.clone());
        }
        self.cells.insert(key, cell);
    }

    /// Where a line belongs: to the organisation whose congress it is, else to the one of its name and superior, else to
    /// the only one of its name that is listed and has told nothing.
    fn place(&self, congress: Option<&str>, name: &str, group: &str) -> String {
        if let Some(key) = congress.and_then(|congress| self.by_congress.get(congress)) {
            return key.clone();
        }
        let key = key_of(name, group);
        if self.cells.contains_key(&key) {
            return key;
        }
        let same = self.by_name.get(&search_fold(&clean_name(name))).map(Vec::as_slice).unwrap_or_default();
        let silent = |key: &&String| self.cells.get(*key).is_some_and(|cell| cell.told.is_none());
        match same {
            [only] if silent(&only) && group.trim().is_empty() => only.clone(),
            _ => key,
        }
    }

    /// Lists an organisation, as the superior has it. One that is known keeps what it told; its key.
    pub fn list(&mut self, listed: &ListedCell) -> String {
        let key = self.place(None, &listed.name, &listed.group);
        self.list_at(&key, listed);
        key
    }

    fn list_at(&mut self, key: &str, listed: &ListedCell) {
        let mut cell = self.cells.remove(key).unwrap_or_default();
        cell.name = clean_name(&listed.name);
        cell.group = clean_name(&listed.group);
        cell.registered = listed.registered.or(cell.registered);
        self.put(key.to_owned(), cell);
    }

    /// Takes in a line from a file of this name. What it does not say stays as it was.
    pub fn take(&mut self, line: &ProgressLine, file: &str) -> Taken {
        let summary = line.summary.as_ref();
        if summary.is_some_and(|summary| summary.rehearsal) {
            return Taken::Rehearsal;
        }
        let (name, group) = match (&line.cell, summary) {
            (Some(listed), _) => (&listed.name, &listed.group),
            (None, Some(summary)) => (&summary.organisation, &summary.superior),
            (None, None) => return Taken::Same,
        };
        let key = self.place(summary.map(|summary| summary.congress.as_str()), name, group);
        let before = self.cells.get(&key).cloned();
        if let Some(listed) = &line.cell {
            self.list_at(&key, listed);
        }
        let known = before.as_ref().and_then(|cell| cell.told.as_ref());
        let told = summary.filter(|summary| known.is_none_or(|known| is_newer(summary, known)));
        let older = told.is_none()
            && summary.zip(known).is_some_and(|(summary, known)| {
                (&summary.congress, summary.changes) != (&known.congress, known.changes)
            });
        let mut cell = self.cells.remove(&key).unwrap_or_default();
        if let Some(told) = told {
            if cell.name.is_empty() {
                cell.name = clean_name(&told.organisation);
                cell.group = clean_name(&told.superior);
            }
            cell.told = Some(Told::of(told, file));
        }
        // Days that a superior below recorded are taken over where none is recorded here.
        for step in Step::ALL {
            if cell.marks.on(step).is_none() {
                cell.marks.set(step, line.marks.on(step));
            }
        }
        let same = before.as_ref() == Some(&cell);
        let is_new = before.is_none();
        self.put(key.clone(), cell);
        match (is_new, same, older) {
            (true, _, _) => Taken::New(key),
            (_, true, true) => Taken::Older,
            (_, true, false) => Taken::Same,
            _ => Taken::Newer(key),
        }
    }

    /// Notes that a file tells something else than its records; the key where that is news, and the file is the one that
    /// the table shows.
    pub fn disagrees(&mut self, summary: &Summary) -> Option<String> {
        let key = self.by_congress.get(&summary.congress)?.clone();
        let told = self.cells.get_mut(&key)?.told.as_mut()?;
        let shown = told.congress == summary.congress && told.changes == summary.changes;
        let news = shown && !told.findings.contains(&CellFinding::Disagrees);
        if news {
            told.findings.push(CellFinding::Disagrees);
        }
        news.then_some(key)
    }

    /// Records the day of a step by the superior's own knowledge; `None` takes it back. Whether there is such a cell.
    pub fn mark(&mut self, key: &str, step: Step, on: Option<NaiveDate>) -> bool {
        let cell = self.cells.get_mut(key);
        cell.map(|cell| cell.marks.set(step, on)).is_some()
    }

    /// Takes an organisation off the table.
    pub fn remove(&mut self, key: &str) {
        if let Some(told) = self.cells.remove(key).and_then(|cell| cell.told) {
            self.by_congress.remove(&told.congress);
        }
        for same in self.by_name.values_mut() {
            same.retain(|other| other != key);
        }
    }

    /// The organisations between, each with its figures, by name.
    pub fn groups(&self, today: NaiveDate, deadline: Option<NaiveDate>) -> Vec<Group> {
        let mut groups: BTreeMap<String, Group> = BTreeMap::new();
        for cell in self.cells.values() {
            let name = search_fold(&cell.group);
            let group =
                groups.entry(name).or_insert_with(|| Group { name: cell.group.clone(), ..Group::default() });
            group.add(cell, today, deadline);
        }
        groups.into_values().collect()
    }

    /// All of them in figures.
    pub fn whole(&self, today: NaiveDate, deadline: Option<NaiveDate>) -> Group {
        let mut whole = Group::default();
        for cell in self.cells.values() {
            whole.add(cell, today, deadline);
        }
        whole
    }
}
