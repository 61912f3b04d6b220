//! What a superior gathers on this device: kept in the database, an organisation a key, so that a change costs what it
//! changes; read file by file, so that ten thousand fit into one sitting.

mod kept;

use crate::congress::summary::{Step, Summary};
use crate::journal::glance::{ListedCell, ProgressLine, Unseen, agrees, glance, is_lines};
use crate::journal::{ExportError, MAX_BYTES};
use crate::overview::{Gathered, Taken};
use crate::platform::clock;
use crate::platform::database::{self, Batch};
use crate::platform::files::{self, Coming, File};
use crate::platform::keyed::Keyed;
use crate::signals::RwSignal;
use chrono::NaiveDate;
use kept::{CELLS, SETTINGS, SUMMARIES, joined, put_cell, put_summary, told};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;

/// How many files are asked for ahead of the one that is read.
const AHEAD: usize = 16;

/// After so many files what was read is written down.
const AT_ONCE: usize = 250;

/// After so many milliseconds of reading the page gets a turn.
const TURN_MS: i64 = 100;

/// So many files are held against their records without being asked to; more wait for a press.
const CHECKED_AT_ONCE: usize = 500;

/// How far the reading of files has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Files that were read.
    pub done: usize,
    /// Files altogether.
    pub all: usize,
    /// Whether it is still going on.
    pub running: bool,
    /// Whether the files are held against their records, which comes second.
    pub checking: bool,
    /// Whether somebody stopped it.
    pub stopped: bool,
    /// How many lines were new, newer, the same, older, of a rehearsal.
    pub taken: [usize; 5],
    /// The files that could not be read, the first hundred of them.
    pub unread: Vec<Unread>,
    /// How many could not be read.
    pub unreadable: u32,
    /// Files held against their records.
    pub checked: usize,
    /// Those among them that have records to be held against.
    pub compared: u32,
    /// How long the reading took, in milliseconds.
    pub took: i64,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: Unseen,
}

/// What belongs to the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Settings {
    title: String,
    deadline: Option<NaiveDate>,
}

/// The view from above, in this window.
#[derive(Clone, Copy)]
pub struct Overview {
    gathered: StoredValue<Gathered>,
    settings: RwSignal<Settings>,
    /// Counts changes; whoever shows the table follows it.
    changes: RwSignal<u64>,
    reading: RwSignal<Reading>,
    kept: RwSignal<bool>,
    loaded: RwSignal<bool>,
    stop: StoredValue<bool>,
    /// Batches that are being written.
    writing: StoredValue<u32>,
    files: StoredValue<Vec<File>, LocalStorage>,
}

impl Overview {
    /// Opens it with what this device keeps.
    pub fn open() -> Self {
        let overview = Self {
            gathered: StoredValue::new(Gathered::default()),
            settings: RwSignal::new(Settings::default()),
            changes: RwSignal::new(0),
            reading: RwSignal::new(Reading::default()),
            kept: RwSignal::new(true),
            loaded: RwSignal::new(false),
            stop: StoredValue::new(false),
            writing: StoredValue::new(0),
            files: StoredValue::new_local(Vec::new()),
        };
        spawn_local(async move {
            let cells = database::read(CELLS).await;
            overview.kept.set(cells.is_ok());
            let told = database::read(SUMMARIES).await.unwrap_or_default();
            overview.gathered.set_value(Gathered::of(joined(cells.unwrap_or_default(), told)));
            let settings = database::read(SETTINGS).await.unwrap_or_default();
            if let Some((_, text)) = settings.first() {
                let (deadline, title) = text.split_once('\n').unwrap_or_default();
                let deadline = crate::words::date::read_date(deadline);
                overview.settings.set(Settings { title: title.to_owned(), deadline });
            }
            overview.loaded.set(true);
            overview.changed();
        });
        overview
    }

    /// Whether what this device keeps has been read.
    pub fn is_loaded(&self) -> bool {
        self.loaded.get()
    }

    /// Whether the browser keeps the table.
    pub fn is_kept(&self) -> bool {
        self.kept.get()
    }

    /// Reads what was gathered; follows every change.
    pub fn read<T>(&self, read: impl FnOnce(&Gathered) -> T) -> T {
        self.changes.track();
        self.gathered.with_value(read)
    }

    /// Reads what was gathered without following it.
    pub fn glance<T>(&self, read: impl FnOnce(&Gathered) -> T) -> T {
        self.gathered.with_value(read)
    }

    /// The last day of the whole round of congresses; where nobody set one, the latest that the cells have.
    pub fn deadline(&self) -> Option<NaiveDate> {
        let own = self.settings.with(|settings| settings.deadline);
        own.or_else(|| {
            self.read(|gathered| gathered.cells().filter_map(|(_, cell)| cell.told.as_ref()?.deadline).max())
        })
    }

    /// What the committee that gathers is called; may be empty.
    pub fn title(&self) -> String {
        self.settings.with(|settings| settings.title.clone())
    }

    /// How far the reading has come.
    pub fn reading(&self) -> RwSignal<Reading> {
        self.reading
    }

    /// How many files of the last sitting can still be held against their records.
    pub fn unchecked(&self) -> usize {
        let reading = self.reading.get();
        if reading.running { 0 } else { reading.all.saturating_sub(reading.checked) }
    }

    fn changed(&self) {
        self.changes.update(|changes| *changes += 1);
    }

    /// Sets the name of the committee.
    pub fn set_title(&self, title: String) {
        self.settings.update(|settings| settings.title = title);
        self.keep_settings();
    }

    /// Sets the deadline.
    pub fn set_deadline(&self, deadline: Option<NaiveDate>) {
        self.settings.update(|settings| settings.deadline = deadline);
        self.keep_settings();
        self.changed();
    }

    fn keep_settings(&self) {
        let text = self.settings.with_untracked(|settings| {
            let deadline = settings.deadline.map(|day| day.to_string()).unwrap_or_default();
            format!("{deadline}\n{}", settings.title)
        });
        self.write(Batch { put: vec![Keyed::new(SETTINGS.to_owned(), text)], ..Batch::default() });
    }

    /// Lists organisations as the superior has them.
    pub fn list(&self, listed: &[ListedCell]) {
        let mut batch = Batch::default();
        self.gathered.update_value(|gathered| {
            let keys: Vec<String> = listed.iter().map(|listed| gathered.list(listed)).collect();
            batch.put.extend(keys.iter().filter_map(|key| put_cell(gathered, key)));
        });
        self.write(batch);
        self.changed();
    }

    /// Records the day of a step.
    pub fn mark(&self, key: &str, step: Step, on: Option<NaiveDate>) {
        let mut batch = Batch::default();
        self.gathered.update_value(|gathered| {
            gathered.mark(key, step, on);
            batch.put.extend(put_cell(gathered, key));
        });
        self.write(batch);
        self.changed();
    }

    /// Takes an organisation off the table.
    pub fn remove(&self, key: &str) {
        self.gathered.update_value(|gathered| gathered.remove(key));
        let remove = vec![format!("{CELLS}{key}"), format!("{SUMMARIES}{key}")];
        self.write(Batch { remove, ..Batch::default() });
        self.changed();
    }

    fn write(&self, batch: Batch) {
        if batch.put.is_empty() && batch.remove.is_empty() {
            return;
        }
        let overview = *self;
        self.writing.update_value(|writing| *writing += 1);
        spawn_local(async move {
            if database::write(&batch).await.is_err() {
                overview.kept.set(false);
            }
            overview.writing.update_value(|writing| *writing = writing.saturating_sub(1));
        });
    }

    /// All that an organisation told.
    pub async fn summary(&self, key: &str) -> Option<Summary> {
        let key = format!("{SUMMARIES}{key}");
        let found = database::read(&key).await.ok()?;
        found.into_iter().find(|(of, _)| *of == key).and_then(|(_, text)| Some(told(&text)?.2))
    }

    /// All that every organisation told, with its key.
    pub async fn summaries(&self) -> Vec<(String, Summary)> {
        let found = database::read(SUMMARIES).await.unwrap_or_default();
        let summary =
            |(key, text): (String, String)| Some((key.strip_prefix(SUMMARIES)?.to_owned(), told(&text)?.2));
        found.into_iter().filter_map(summary).collect()
    }

    /// Stops the reading after the file at hand.
    pub fn stop(&self) {
        self.stop.set_value(true);
    }

    /// Reads files one by one, and then, where they are not many, holds them against their records.
    pub fn bring(&self, chosen: Vec<File>) {
        if chosen.is_empty() || self.reading.with_untracked(|reading| reading.running) {
            return;
        }
        let overview = *self;
        let check = chosen.len() <= CHECKED_AT_ONCE;
        self.files.set_value(chosen.clone());
        self.stop.set_value(false);
        self.reading.set(Reading { all: chosen.len(), running: true, ..Reading::default() });
        spawn_local(async move {
            overview.wait_for_kept().await;
            overview.look(&chosen).await;
            let stopped = overview.stop.get_value();
            if check && !stopped {
                overview.hold(&chosen).await;
            }
            overview.reading.update(|reading| {
                reading.running = false;
                reading.stopped = overview.stop.get_value();
            });
        });
    }

    /// Holds the files of the last sitting against their records.
    pub fn check(&self) {
        if self.reading.with_untracked(|reading| reading.running) {
            return;
        }
        let overview = *self;
        let files = self.files.with_value(Clone::clone);
        self.stop.set_value(false);
        spawn_local(async move {
            overview.hold(&files).await;
            overview.reading.update(|reading| {
                reading.running = false;
                reading.stopped = overview.stop.get_value();
            });
        });
    }

    /// Waits until what this device keeps has been read: it would otherwise take the place of what was read meanwhile.
    async fn wait_for_kept(&self) {
        while !self.loaded.get_untracked() {
            clock::wait(10).await;
        }
    }

    async fn look(&self, chosen: &[File]) {
        let begun = clock::steady();
        let mut turn = begun;
        let mut reading = self.reading.get_untracked();
        let mut batch = Batch::default();
        let mut coming = Queue::of(chosen);
        while let Some((name, bytes)) = coming.next().await {
            reading.done += 1;
            let lines = match bytes {
                Some(bytes) if bytes.len() > MAX_BYTES => {
                    Err(Unseen::File(ExportError::TooLarge(bytes.len())))
                }
                Some(bytes) => glance(&bytes),
                None => Err(Unseen::File(ExportError::Foreign("format"))),
            };
            match lines {
                Ok(lines) => {
                    for line in &lines {
                        self.take(line, &name, &mut reading, &mut batch);
                    }
                }
                Err(why) => {
                    reading.unreadable += 1;
                    if reading.unread.len() < 100 {
                        reading.unread.push(Unread { name, why });
                    }
                }
            }
            if batch.put.len() >= 2 * AT_ONCE {
                // The next files are read while these are written down.
                self.written_up_to(1).await;
                self.write(std::mem::take(&mut batch));
            }
            if self.give_way(&reading, &mut turn).await {
                break;
            }
        }
        self.write(batch);
        self.written_up_to(0).await;
        reading.took = clock::steady() - begun;
        self.reading.set(reading);
        self.changed();
    }

    fn take(&self, line: &ProgressLine, name: &str, reading: &mut Reading, batch: &mut Batch) {
        self.gathered.update_value(|gathered| {
            let taken = gathered.take(line, name);
            let (place, key) = match taken {
                Taken::New(key) => (0, Some(key)),
                Taken::Newer(key) => (1, Some(key)),
                Taken::Same => (2, None),
                Taken::Older => (3, None),
                Taken::Rehearsal => (4, None),
            };
            reading.taken.get_mut(place).into_iter().for_each(|count| *count += 1);
            if let Some(key) = key {
                batch.put.extend(put_cell(gathered, &key));
                // A line can bring new days beside an older summary, which does not take the place of the newer one.
                let told = gathered.cell(&key).and_then(|cell| cell.told.as_ref());
                let stands = |summary: &&Summary| {
                    told.is_some_and(|told| {
                        (&told.congress, told.changes, told.last)
                            == (&summary.congress, summary.changes, summary.last)
                    })
                };
                let summary = line.summary.as_ref().filter(stands);
                batch.put.extend(summary.map(|summary| put_summary(&key, name, false, summary)));
            }
        });
    }

    /// Waits until no more than so many batches are still being written.
    async fn written_up_to(&self, most: u32) {
        while self.writing.get_value() > most {
            clock::turn().await;
        }
    }

    /// Shows how far it is and gives the page its turn, where the last one is long ago; whether somebody stopped the reading.
    async fn give_way(&self, reading: &Reading, turn: &mut i64) -> bool {
        if clock::steady() - *turn > TURN_MS {
            self.reading.set(reading.clone());
            clock::turn().await;
            *turn = clock::steady();
        }
        self.stop.get_value()
    }

    async fn hold(&self, chosen: &[File]) {
        let mut reading = self.reading.get_untracked();
        reading.running = true;
        reading.checking = true;
        (reading.checked, reading.compared) = (0, 0);
        let mut turn = clock::steady();
        let mut coming = Queue::of(chosen);
        let mut batch = Batch::default();
        while let Some((name, bytes)) = coming.next().await {
            reading.checked += 1;
            let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            let told = text.as_ref().and_then(|text| glance(text.as_bytes()).ok());
            if let (Some(text), Some([line])) = (&text, told.as_deref())
                && let Some(summary) = &line.summary
                && !is_lines(text)
            {
                reading.compared += 1;
                if !agrees(text, summary) {
                    self.gathered.update_value(|gathered| {
                        let key = gathered.disagrees(summary);
                        batch.put.extend(key.map(|key| put_summary(&key, &name, true, summary)));
                    });
                }
            }
            if self.give_way(&reading, &mut turn).await {
                break;
            }
        }
        self.write(batch);
        self.written_up_to(0).await;
        reading.checking = false;
        self.reading.set(reading);
        self.changed();
    }
}

/// Files with those behind the present one on their way.
struct Queue<'a> {
    rest: std::slice::Iter<'a, File>,
    /// A file is too large to be asked for where there is its name alone.
    coming: VecDeque<Result<Coming, String>>,
}

impl<'a> Queue<'a> {
    fn of(files: &'a [File]) -> Self {
        Self { rest: files.iter(), coming: VecDeque::new() }
    }

    /// The next file: its name and its bytes; none when it is too large or cannot be read.
    async fn next(&mut self) -> Option<(String, Option<Vec<u8>>)> {
        while self.coming.len() < AHEAD {
            let Some(file) = self.rest.next() else { break };
            let name = file.name();
            // To ask for its size costs more than to read a small file. What is called as our files are is read at once;
            // anything else, such as a film in the same folder, is asked first.
            let ours = [".json", ".ndjson"].iter().any(|ending| name.ends_with(ending));
            let read = ours || files::size(file) <= MAX_BYTES;
            self.coming.push_back(if read { Ok(files::asked(file, name)) } else { Err(name) });
        }
        match self.coming.pop_front()? {
            Ok(coming) => Some(coming.here().await),
            Err(name) => Some((name, None)),
        }
    }
}
