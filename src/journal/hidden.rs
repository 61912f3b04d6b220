//! The texts of a file with characters that nobody sees, so that a person sees them before the file is opened.

use super::record::Record;
use crate::congress::hidden::Lines;
use crate::congress::id::RecordId;

/// A text with hidden characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The record that holds it.
    pub record: RecordId,
    /// What stands around the first hidden character, with all of them made visible.
    pub shown: String,
}

/// How much of a text is shown, in characters.
const MOST: usize = 60;

/// The first `most` texts with hidden characters, in the order of the records, and how many there are.
pub fn hidden<'a>(records: impl Iterator<Item = &'a Record>, most: usize) -> (Vec<Hidden>, usize) {
    let (mut found, mut all) = (Vec::new(), 0);
    for record in records {
        let mut meet = |lines: Lines, text: &mut String| {
            let Some(first) = text.chars().position(|character| lines.hides(character)) else { return };
            all += 1;
            if found.len() < most {
                let part: String = text.chars().skip(first.saturating_sub(MOST / 3)).take(MOST).collect();
                found.push(Hidden { record: record.id.clone(), shown: lines.visible(&part) });
            }
        };
        meet(Lines::One, &mut record.desk.clone());
        record.change.clone().each_text(&mut meet);
    }
    (found, all)
}
