//! The template file that one congress hands to another: changes without people, in a file of its own kind.

use super::scan::scan;
use crate::congress::change::{Change, Detail};
use crate::congress::kind::CongressKind;
use crate::congress::{AgendaChange, PreparationChange};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What the file calls itself.
pub const FORMAT: &str = "so-tay-dai-hoi-mau";

/// The version that is written, and the only one that is read.
pub const VERSION: u32 = 1;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;

/// The file's fields, in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateFile {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// The kind of congress that it comes from.
    pub kind: CongressKind,
    /// What a new congress takes, in order.
    pub changes: Vec<Change>,
}

impl TemplateFile {
    /// The file of some changes.
    pub fn of(kind: CongressKind, changes: Vec<Change>) -> Self {
        Self { format: FORMAT.to_owned(), version: VERSION, kind, changes }
    }

    /// The file as text: one change a line.
    pub fn to_text(&self) -> String {
        let kind = serde_json::to_string(&self.kind).unwrap_or_default();
        let lines: Vec<String> = self
            .changes
            .iter()
            .map(|change| format!("  {}", serde_json::to_string(change).unwrap_or_default()))
            .collect();
        format!(
            "{{\n \"format\": \"{FORMAT}\",\n \"version\": {VERSION},\n \"kind\": {kind},\n \"changes\": [\n{}\n ]\n}}\n",
            lines.join(",\n")
        )
    }

    /// Reads a file. `None` for anything else, and for one whose changes do more than prepare.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.len() > MAX_BYTES || scan(text).is_err() {
            return None;
        }
        let value: Value = serde_json::from_str(text).ok()?;
        let file = Self::deserialize(&value).ok()?;
        let known = file.format == FORMAT && file.version == VERSION;
        (known && file.changes.iter().all(is_handed_on)).then_some(file)
    }
}

/// Whether a template may hold a change.
fn is_handed_on(change: &Change) -> bool {
    match change {
        Change::Detail(detail) => matches!(
            detail,
            Detail::Superior(_) | Detail::Deadline(_) | Detail::Rules(_) | Detail::OwnRules(_)
        ),
        Change::Preparation(change) => matches!(
            change,
            PreparationChange::TasksAdded(_)
                | PreparationChange::TaskTitle { .. }
                | PreparationChange::TaskDue { .. }
                | PreparationChange::NotNeeded { .. }
                | PreparationChange::LessonAdded(_)
                | PreparationChange::Slogan { .. }
                | PreparationChange::Worded { .. }
                | PreparationChange::SpareBallots(_)
                | PreparationChange::EndsBy(_)
        ),
        Change::Agenda(change) => {
            matches!(change, AgendaChange::Brought { .. } | AgendaChange::SpeakingLimit { .. })
        }
        _ => false,
    }
}
