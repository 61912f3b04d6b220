//! A quick look into an exported file: its summary, once its checksum holds. The records are hashed as they stand in the
//! lines and nothing is made of them, so thousands of files can be gone through in one sitting.
//!
//! A file that is not laid out as the app writes it is read as a whole instead, and says the same.

use super::export::{self, ExportError, Exported, VERSION};
use super::record::hex;
use crate::congress::day;
use crate::congress::summary::{Steps, Summary};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// What a progress line calls itself.
pub const LINE_FORMAT: &str = "so-tay-dai-hoi-tien-do";

/// The version of progress lines that is written, and the only one that is read.
pub const LINE_VERSION: u64 = 1;

/// One line of a progress file: what is told of one congress, and what the superior recorded of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgressLine {
    /// Always [`LINE_FORMAT`].
    pub format: String,
    /// Always [`LINE_VERSION`].
    pub version: u64,
    /// What the congress tells; nothing of one that has sent nothing yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
    /// How the superior lists the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<ListedCell>,
    /// The days that the superior recorded itself.
    #[serde(default)]
    pub marks: Steps,
}

/// An organisation on the superior's list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedCell {
    /// Its name.
    pub name: String,
    /// The organisation that it belongs to; may be empty.
    #[serde(default)]
    pub group: String,
    /// The congress day that it registered.
    #[serde(default, deserialize_with = "day::read_if_given")]
    pub registered: Option<NaiveDate>,
}

impl ProgressLine {
    /// The line of a congress that tells something, or is at least listed.
    pub fn new(summary: Option<Summary>, cell: Option<ListedCell>, marks: Steps) -> Self {
        Self { format: LINE_FORMAT.to_owned(), version: LINE_VERSION, summary, cell, marks }
    }

    /// The line as text, ended by a line feed.
    pub fn to_text(&self) -> String {
        format!("{}\n", serde_json::to_value(self).unwrap_or_default())
    }
}

impl From<Summary> for ProgressLine {
    fn from(summary: Summary) -> Self {
        Self::new(Some(summary), None, Steps::default())
    }
}

/// Why a file gives no summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// It is no file of the handbook, or it is damaged.
    File(ExportError),
    /// It has a passphrase.
    Enciphered,
    /// A progress line cannot be read: its place in the file, from 1, and what is wrong with it.
    Line(usize, String),
    /// The summary has a field that is not understood; what the reader said.
    Summary(String),
}

/// What a file tells: an exported congress one line, a file of progress lines all of them.
pub fn glance(bytes: &[u8]) -> Result<Vec<ProgressLine>, Unseen> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let Ok(text) = str::from_utf8(bytes) else {
        return Err(Unseen::File(ExportError::Foreign("format")));
    };
    if let Some(found) = laid_out(text) {
        return found.map(|summary| vec![summary.into()]);
    }
    let first = text.trim_start().lines().next().unwrap_or_default();
    if first.contains(LINE_FORMAT) {
        return lines(text);
    }
    if is_enciphered(text) {
        return Err(Unseen::Enciphered);
    }
    let logbook = Exported::read(text).map_err(Unseen::File)?;
    Ok(vec![export::summary(&logbook).into()])
}

/// The summary of a file as the app writes it; `None` for any other layout.
fn laid_out(text: &str) -> Option<Result<Summary, Unseen>> {
    let rest = text.strip_prefix("{\n \"format\": \"so-tay-dai-hoi\",\n \"version\": ")?;
    let (version, rest) = rest.split_once(",\n \"congress\": \"")?;
    if version.parse() != Ok(VERSION) {
        return None;
    }
    let (congress, rest) = rest.split_once("\",\n \"checksum\": \"")?;
    let (checksum, rest) = rest.split_once("\",\n \"records\": [\n")?;
    let (records, rest) = rest.rsplit_once("\n ],\n \"summary\": ")?;
    let told = rest.strip_suffix("\n}\n")?;
    let mut digest = Sha256::new();
    for line in records.split('\n') {
        let line = line.strip_prefix("  ")?;
        digest.update(line.strip_suffix(',').unwrap_or(line).as_bytes());
        digest.update(b"\n");
    }
    if hex(digest.finalize().iter()) != checksum {
        return Some(Err(Unseen::File(ExportError::Checksum)));
    }
    Some(summary(told).and_then(|summary| {
        if summary.congress == congress {
            Ok(summary)
        } else {
            Err(Unseen::File(ExportError::Foreign("summary.congress")))
        }
    }))
}

fn summary(text: &str) -> Result<Summary, Unseen> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| Unseen::File(ExportError::NotJson(error.line(), error.column())))?;
    Summary::deserialize(&value).map_err(|error| Unseen::Summary(error.to_string()))
}

fn is_enciphered(text: &str) -> bool {
    text.get(..text.floor_char_boundary(200)).is_some_and(|head| head.contains("\"kdf\""))
}

fn lines(text: &str) -> Result<Vec<ProgressLine>, Unseen> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    lines.map(|(line, place)| of_line(line).map_err(|why| Unseen::Line(place, why))).collect()
}

fn of_line(line: &str) -> Result<ProgressLine, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let line = ProgressLine::deserialize(&value).map_err(|error| error.to_string())?;
    match (&line.summary, &line.cell) {
        _ if line.format != LINE_FORMAT => Err("format".to_owned()),
        _ if line.version != LINE_VERSION => Err("version".to_owned()),
        (None, None) => Err("missing field `summary`".to_owned()),
        (_, Some(cell)) if cell.name.trim().is_empty() => Err("cell.name".to_owned()),
        _ => Ok(line),
    }
}

/// Whether the summary of a file is that of its records. The file is read as a whole, which costs several times the look.
pub fn agrees(text: &str, summary: &Summary) -> bool {
    Exported::read(text).is_ok_and(|logbook| export::summary(&logbook) == *summary)
}
