//! Stored values: a record, or a snapshot of many, with the version that reads it and a checksum, so that a value that
//! was cut or changed is never taken for what was written.
//!
//! The text is `[version,"checksum",payload]`. Version 1 of the app stored records bare; those are still read.

use super::export::{VERSION, since};
use super::record::{Record, hex};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Why a stored value was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It was cut or changed, or never was a value of this app.
    Damaged,
    /// It is whole, and was written by a newer app; carries its version.
    Newer(u32),
}

/// The value that keeps one record.
pub fn of_record(record: &Record) -> String {
    of_json(record, &record.to_json())
}

/// The value that keeps a record whose JSON is known.
pub fn of_json(record: &Record, json: &str) -> String {
    sealed(since(&record.change), json)
}

/// The value that keeps many records: a snapshot.
pub fn of_records<'a>(records: impl Iterator<Item = &'a Record>) -> String {
    let mut version = 1;
    let mut payload = String::from("[");
    for record in records {
        if payload.len() > 1 {
            payload.push(',');
        }
        version = version.max(since(&record.change));
        payload.push_str(&record.to_json());
    }
    payload.push(']');
    sealed(version, &payload)
}

/// The record that a value keeps.
pub fn record(text: &str) -> Result<Record, Unread> {
    if text.starts_with('{') {
        return Record::from_json(text).ok_or(Unread::Damaged);
    }
    Record::from_json(opened(text)?).ok_or(Unread::Damaged)
}

/// The records that a snapshot keeps.
pub fn records(text: &str) -> Result<Vec<Record>, Unread> {
    let payload = opened(text)?;
    let Ok(Value::Array(values)) = serde_json::from_str(payload) else { return Err(Unread::Damaged) };
    values.iter().map(|value| Record::deserialize(value).map_err(|_| Unread::Damaged)).collect()
}

fn sealed(version: u32, payload: &str) -> String {
    format!("[{version},\"{}\",{payload}]", checksum(version, payload))
}

/// The payload of a whole value that this app can read.
fn opened(text: &str) -> Result<&str, Unread> {
    let parts = || {
        let (version, rest) = text.strip_prefix('[')?.split_once(",\"")?;
        let (checksum, rest) = rest.split_once("\",")?;
        Some((version, checksum, rest.strip_suffix(']')?))
    };
    let (digits, declared, payload) = parts().ok_or(Unread::Damaged)?;
    let version: u32 = digits.parse().map_err(|_| Unread::Damaged)?;
    if version.to_string() != digits || checksum(version, payload) != declared {
        return Err(Unread::Damaged);
    }
    if version > VERSION { Err(Unread::Newer(version)) } else { Ok(payload) }
}

/// The first 64 bits of the SHA-256 of version and payload, in 16 hexadecimal digits.
fn checksum(version: u32, payload: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(version.to_string().as_bytes());
    digest.update(b",");
    digest.update(payload.as_bytes());
    hex(digest.finalize().iter().take(8))
}
