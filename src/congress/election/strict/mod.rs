//! Strict reading of JSON: what is missing, unknown, given twice or of the wrong sort is refused, and the field is named.

mod field_error;
mod fields;
mod json;

pub use field_error::{Expected, FieldError};
pub(crate) use fields::{Fields, choice, deserialize, least, parse};
pub(crate) use json::Json;

/// The largest number that is read anywhere. It keeps every sum and product far from the end of its type.
pub const MOST: u32 = 1_000_000;
