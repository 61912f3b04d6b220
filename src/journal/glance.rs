//! A quick look into an exported file: its summary, once its checksum holds. The records are hashed as they stand in the
//! lines and nothing is made of them, so thousands of files can be gone through in one sitting.
//!
//! A file that is not laid out as the app writes it is read as a whole instead, and says the same.

use super::export::{self, ExportError, Exported, VERSION};
use super::record::hex;
use crate::congress::election::strict::{self, Expected, FieldError, Fields, Json};
use crate::congress::summary::read::steps;
use crate::congress::summary::{Steps, Summary};
use chrono::NaiveDate;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// What a progress line calls itself.
pub const LINE_FORMAT: &str = "so-tay-dai-hoi-tien-do";

/// The version of progress lines that is written, and the only one that is read.
pub const LINE_VERSION: u64 = 1;

/// One line of a progress file: what is told of one congress, and what the superior recorded of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgressLine {
    /// What the congress tells; nothing of one that has sent nothing yet.
    pub summary: Option<Summary>,
    /// How the superior lists the organisation.
    pub cell: Option<ListedCell>,
    /// The days that the superior recorded itself.
    pub marks: Steps,
}

/// An organisation on the superior's list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ListedCell {
    /// Its name.
    pub name: String,
    /// The organisation that it belongs to; may be empty.
    pub group: String,
    /// The congress day that it registered.
    pub registered: Option<NaiveDate>,
}

impl ProgressLine {
    /// The line as text, ended by a line feed.
    pub fn to_text(&self) -> String {
        let mut line = format!("{{\"format\":\"{LINE_FORMAT}\",\"version\":{LINE_VERSION}");
        let parts = [
            ("summary", self.summary.as_ref().map(Summary::to_json)),
            ("cell", self.cell.as_ref().map(|cell| serde_json::to_string(cell).unwrap_or_default())),
            (
                "marks",
                (self.marks != Steps::default())
                    .then(|| serde_json::to_string(&self.marks).unwrap_or_default()),
            ),
        ];
        for (name, part) in parts.into_iter().filter_map(|(name, part)| Some((name, part?))) {
            line.extend([",\"", name, "\":", &part]);
        }
        line.push_str("}\n");
        line
    }

    /// Reads a line; what cannot be read is named.
    pub fn from_json(text: &str) -> Result<Self, FieldError> {
        strict::parse(text, Self::read)
    }

    fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        if fields.text("format")? != LINE_FORMAT {
            return Err(FieldError::new("format", Expected::OneOf(LINE_FORMAT.to_owned())));
        }
        if fields.any_whole("version")? != LINE_VERSION {
            return Err(FieldError::new("version", Expected::OneOf(LINE_VERSION.to_string())));
        }
        let summary = fields.take("summary").map(|json| Summary::read("summary", json)).transpose()?;
        let cell = fields.take("cell").map(|json| listed(&fields.name("cell"), json)).transpose()?;
        let marks = steps(&mut fields, "marks")?;
        fields.end()?;
        if summary.is_none() && cell.is_none() {
            return Err(FieldError::new("summary", Expected::Given));
        }
        Ok(Self { summary, cell, marks })
    }
}

fn listed(path: &str, json: Json) -> Result<ListedCell, FieldError> {
    let mut fields = Fields::of(path, json)?;
    let name = fields.text("name")?;
    if name.trim().is_empty() {
        return Err(FieldError::new(fields.name("name"), Expected::Name));
    }
    let cell = ListedCell {
        name,
        group: fields.text_if_given("group")?,
        registered: fields.day_if_given("registered")?,
    };
    fields.end()?;
    Ok(cell)
}

impl From<Summary> for ProgressLine {
    fn from(summary: Summary) -> Self {
        Self { summary: Some(summary), ..Self::default() }
    }
}

/// Why a file gives no summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// It is no file of the handbook, or it is damaged.
    File(ExportError),
    /// It has a passphrase.
    Enciphered,
    /// A progress line cannot be read: its place in the file, from 1, and the field.
    Line(usize, String),
    /// The summary has a field that is not understood; carries it.
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
    if is_lines(text) {
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
    Some(match Summary::from_json(told) {
        Ok(summary) if summary.congress == congress => Ok(summary),
        Ok(_) => Err(Unseen::Summary("congress".to_owned())),
        Err(error) => Err(Unseen::Summary(error.field)),
    })
}

/// Whether a text is a file of progress lines, which has no records behind it.
pub fn is_lines(text: &str) -> bool {
    text.trim_start().lines().next().is_some_and(|first| first.contains(LINE_FORMAT))
}

fn is_enciphered(text: &str) -> bool {
    text.get(..text.floor_char_boundary(200)).is_some_and(|head| head.contains("\"kdf\""))
}

fn lines(text: &str) -> Result<Vec<ProgressLine>, Unseen> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let read =
        |(line, place)| ProgressLine::from_json(line).map_err(|error| Unseen::Line(place, error.field));
    lines.map(read).collect()
}

/// Whether the summary of a file is that of its records. The file is read as a whole, which costs several times the look.
pub fn agrees(text: &str, summary: &Summary) -> bool {
    Exported::read(text).is_ok_and(|logbook| export::summary(&logbook) == *summary)
}
