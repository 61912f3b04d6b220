//! The exported file: every record of one congress, with a version and a checksum.
//!
//! The file is the archive. It is written in one way only (fixed field order, records in the common order), so that
//! export → import → export is the same byte for byte.

use super::culprit::culprit;
use super::logbook::{Logbook, MAX_LAMPORT, Rejected};
use super::record::{Record, hex};
use super::scan::{Fault, Misfit, scan};
use crate::congress::admit::MAX_PEOPLE;
use crate::congress::change::Founding;
use crate::congress::checklist::template::WITH_GATES;
use crate::congress::people::NewPerson;
use crate::congress::summary::Summary;
use crate::congress::{AgendaChange, Change, DeskChange, Detail, PreparationChange};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// What the file calls itself.
pub const FORMAT: &str = "so-tay-dai-hoi";

/// The newest version that this app reads, and writes where a record needs it.
pub const VERSION: u32 = 9;

/// The first version whose files hold a summary.
const WITH_SUMMARY: u64 = 8;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// The most people that the records of a file add, all together: four rolls.
pub const MAX_ADDED: usize = 4 * MAX_PEOPLE;

/// Why a file was not read. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// Larger than [`MAX_BYTES`]; carries its size in bytes.
    TooLarge(usize),
    /// Not JSON; carries line and column.
    NotJson(usize, usize),
    /// JSON, but deeper, larger or looser than a file is; carries what and where.
    Misfit(Misfit),
    /// JSON, but not of this app: the field that should say so.
    Foreign(&'static str),
    /// A field beside the known ones; carries its name.
    Unknown(String),
    /// Written by a newer app; carries the file's version and the newest that is known.
    Newer(u64, u32),
    /// A record has a field that is not understood.
    Record {
        /// The record's place in the file, from 1.
        place: usize,
        /// The field, such as `c.votes.row`; empty for the whole record.
        field: String,
        /// What the reader said.
        why: String,
    },
    /// The checksum does not match: the file was cut or changed.
    Checksum,
    /// The records do not fit together.
    Rejected(Rejected),
}

/// The file's fields, in the order in which they are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Exported {
    /// Always [`FORMAT`].
    pub format: String,
    /// [`VERSION`] in what is written; from 1 in what is read.
    pub version: u32,
    /// The congress's id.
    pub congress: String,
    /// SHA-256, in hexadecimal digits, of the records as they stand in the file, one a line.
    pub checksum: String,
    /// Every record, in the common order.
    pub records: Vec<Record>,
    /// What the superior sees of the congress; made anew from the records at every writing, and never taken from a file.
    pub summary: Summary,
}

impl Exported {
    /// The file of a congress.
    pub fn of(logbook: &Logbook) -> Self {
        let records: Vec<Record> = logbook.records().cloned().collect();
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            congress: logbook.id().to_string(),
            checksum: checksum(&records),
            summary: summary(logbook),
            records,
        }
    }

    /// The file as text: one record a line, so that two exports can be compared line by line.
    pub fn to_text(&self) -> String {
        let mut text = format!(
            "{{\n \"format\": {},\n \"version\": {},\n \"congress\": {},\n \"checksum\": {},\n",
            Value::from(self.format.as_str()),
            self.version,
            Value::from(self.congress.as_str()),
            Value::from(self.checksum.as_str()),
        );
        text.push_str(" \"records\": [\n");
        let lines: Vec<String> =
            self.records.iter().map(|record| format!("  {}", record.to_json())).collect();
        text.push_str(&lines.join(",\n"));
        text.push_str("\n ],\n \"summary\": ");
        text.push_str(&self.summary.to_json());
        text.push_str("\n}\n");
        text
    }

    /// Reads a file: size, form, version, records, checksum, chains, the congress's name, in this order. A text above
    /// the size is not looked at, and nothing is made of one that [`scan`] refuses.
    pub fn read(text: &str) -> Result<Logbook, ExportError> {
        if text.len() > MAX_BYTES {
            return Err(ExportError::TooLarge(text.len()));
        }
        // Some editors put a byte order mark in front.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if let Err(misfit) = scan(text) {
            // What never speaks of this app is somebody else's, and not to be put right.
            let is_ours = text.contains(FORMAT);
            return Err(if is_ours { ExportError::Misfit(misfit) } else { ExportError::Foreign("format") });
        }
        let mut value: Value =
            serde_json::from_str(text).map_err(|error| ExportError::NotJson(error.line(), error.column()))?;
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(ExportError::Foreign("format"));
        }
        let version = value.get("version").and_then(Value::as_u64).ok_or(ExportError::Foreign("version"))?;
        // The third version is that of files with a passphrase, which this reader never sees.
        if version == 0 || version == u64::from(super::enciphered::VERSION) {
            return Err(ExportError::Foreign("version"));
        }
        if version > u64::from(VERSION) {
            return Err(ExportError::Newer(version, VERSION));
        }
        let known = ["format", "version", "congress", "checksum", "records", "summary"];
        let mut fields = value.as_object().into_iter().flat_map(|object| object.keys());
        if let Some(field) = fields.find(|field| !known.contains(&field.as_str())) {
            return Err(ExportError::Unknown(field.clone()));
        }
        if version >= WITH_SUMMARY && !value.get("summary").is_some_and(Value::is_object) {
            return Err(ExportError::Foreign("summary"));
        }
        let declared =
            value.get("checksum").and_then(Value::as_str).ok_or(ExportError::Foreign("checksum"))?;
        let declared = declared.to_owned();
        let Some(Value::Array(values)) = value.get_mut("records") else {
            return Err(ExportError::Foreign("records"));
        };
        let records = values
            .iter_mut()
            .enumerate()
            .map(|(index, value)| {
                Record::deserialize(&*value).map_err(|error| {
                    let why = error.to_string();
                    ExportError::Record { place: index + 1, field: culprit(value, &why), why }
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        few_people(&records).map_err(ExportError::Misfit)?;
        if checksum(&records) != declared {
            return Err(ExportError::Checksum);
        }
        // Half the range stays free for what this device adds, so that no file can bring a congress to its last number.
        if let Some(record) = records.iter().find(|record| record.lamport > MAX_LAMPORT / 2) {
            return Err(ExportError::Rejected(Rejected::Order(record.id.clone())));
        }
        let logbook = Logbook::open(records).map_err(ExportError::Rejected)?;
        if value.get("congress").and_then(Value::as_str) != Some(logbook.id().as_str()) {
            return Err(ExportError::Foreign("congress"));
        }
        Ok(logbook)
    }
}

/// The version that first had a change. A file without newer changes is written as its older version, so that older
/// apps read it, and reading it and writing it again is the same.
pub(super) fn since(change: &Change) -> u32 {
    match change {
        Change::ReasonGiven { .. } | Change::Decided(_) | Change::Detail(Detail::OwnRules(_)) => 2,
        Change::Founded(Founding { role: Some(_), .. }) | Change::Desk(DeskChange::PassBrought { .. }) => 9,
        Change::Preparation(PreparationChange::Committee { .. }) => 8,
        Change::Preparation(PreparationChange::Worded { .. }) => 7,
        Change::Preparation(_) => 6,
        Change::Founded(founding) if founding.checklist == WITH_GATES => 6,
        Change::PeopleAdded(people) if people.iter().any(NewPerson::is_marked) => 6,
        Change::Agenda(AgendaChange::Brought { items, .. })
            if items.iter().any(|item| item.script.is_some()) =>
        {
            6
        }
        Change::Agenda(_) => 5,
        Change::Desk(_) | Change::Founded(Founding { rehearsal: true, .. }) => 4,
        _ => 1,
    }
}

/// Each addition puts the whole roll in order, so a file with many would keep the device busy for minutes.
fn few_people(records: &[Record]) -> Result<(), Misfit> {
    let mut people = 0;
    for (record, index) in records.iter().zip(1..) {
        if let Change::PeopleAdded(added) = &record.change {
            people += added.len();
        }
        if people > MAX_ADDED {
            let fault = Fault::TooMany(MAX_ADDED);
            let field = "c.people_added".to_owned();
            return Err(Misfit { fault, record: Some(index), field, position: None });
        }
    }
    Ok(())
}

/// What the superior sees of the congress in a logbook.
pub fn summary(logbook: &Logbook) -> Summary {
    let last = logbook.records().next_back().map(|record| record.at).unwrap_or_default();
    Summary::of(logbook.state(), logbook.id(), logbook.records().len(), last)
}

fn checksum(records: &[Record]) -> String {
    let mut digest = Sha256::new();
    for record in records {
        digest.update(record.to_json().as_bytes());
        digest.update(b"\n");
    }
    hex(digest.finalize().iter())
}
