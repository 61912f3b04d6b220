//! How the files that are built in are read.

use serde::de::DeserializeOwned;
use serde_json::{Error, Value};

/// Reads a built-in file. It goes through one JSON value, as records do, because the same types read directly from a
/// text as well would weigh several kilobytes more.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let value: Value = serde_json::from_str(text)?;
    T::deserialize(&value)
}
