//! Which field of a record its reader stopped at. The reader says what it expected, but not where; a reader that kept
//! the place would be a second reader of all changes. So the place is found by trying: something unreadable is put in
//! the way, and up to the culprit the reader stumbles over it; behind the culprit it never comes there.

use super::record::Record;
use serde::Deserialize;
use serde_json::Value;

/// The field that the reader stopped at, such as `c.votes.row`; lists count from 0. Empty for the whole record.
pub(super) fn culprit(record: &mut Value, why: &str) -> String {
    // No field of a record takes true or false; which of them cannot be what the reader met.
    let unreadable = Value::Bool(!why.contains("`true`"));
    let mut trial = Trial { record, steps: Vec::new(), why, unreadable };
    let mut field = String::new();
    while let Some(reached) = trial.reached() {
        // A key that is unknown is met before what stands behind it.
        let is_unknown = why.starts_with("unknown") && trial.key(reached).as_deref() == why.split('`').nth(1);
        let Some(step) = reached.checked_sub(usize::from(!is_unknown)) else { break };
        let name = trial.name(step);
        trial.steps.push(step);
        let is_inner = matches!(trial.here(), Some(Value::Object(_) | Value::Array(_)));
        // Every field stands before the place where one is missed.
        if !is_inner && why.starts_with("missing field") {
            break;
        }
        field.push_str(&name);
        // Rules and exclusions name their own fields, and are not read in the order in which they stand.
        if is_unknown || name.ends_with("own_rules") || name.ends_with("exclusions") {
            break;
        }
    }
    field
}

struct Trial<'a> {
    record: &'a mut Value,
    /// The places of the fields or items that lead down to the value that is looked at.
    steps: Vec<usize>,
    why: &'a str,
    unreadable: Value,
}

impl Trial<'_> {
    fn here(&mut self) -> Option<&mut Value> {
        self.steps.iter().try_fold(&mut *self.record, |value, step| match value {
            Value::Object(fields) => fields.values_mut().nth(*step),
            Value::Array(items) => items.get_mut(*step),
            _ => None,
        })
    }

    /// How many parts of the value here the reader comes to; none where it has no parts.
    fn reached(&mut self) -> Option<usize> {
        let (mut low, mut high) = match self.here()? {
            Value::Object(fields) => (0, fields.len()),
            Value::Array(items) => (0, items.len()),
            _ => return None,
        };
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.stumbles(middle) { low = middle + 1 } else { high = middle }
        }
        Some(low)
    }

    fn stumbles(&mut self, step: usize) -> bool {
        self.steps.push(step);
        self.swap();
        let says = Record::deserialize(&*self.record).err().map(|error| error.to_string());
        self.swap();
        self.steps.pop();
        says.as_deref() != Some(self.why)
    }

    fn swap(&mut self) {
        let mut own = std::mem::take(&mut self.unreadable);
        if let Some(here) = self.here() {
            std::mem::swap(here, &mut own);
        }
        self.unreadable = own;
    }

    fn key(&mut self, step: usize) -> Option<String> {
        self.here()?.as_object()?.keys().nth(step).cloned()
    }

    /// How a further step is written.
    fn name(&mut self, step: usize) -> String {
        let dot = if self.steps.is_empty() { "" } else { "." };
        self.key(step).map_or_else(|| format!("[{step}]"), |key| format!("{dot}{key}"))
    }
}
