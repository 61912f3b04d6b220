//! One record: a change, who made it, when, and the hash of what that device wrote before.

use crate::congress::change::Change;
use crate::congress::id::{CongressId, RecordId};
use crate::congress::moment::Moment;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The first 128 bits of a SHA-256, in 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChainHash(String);

impl ChainHash {
    /// What stands as the previous hash in a device's first record.
    pub fn origin() -> Self {
        Self(String::new())
    }

    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        Self(hex(digest.iter().take(16)))
    }

    /// The hash as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Bytes in hexadecimal digits.
pub(super) fn hex<'a>(bytes: impl Iterator<Item = &'a u8>) -> String {
    bytes
        .flat_map(|byte| [byte >> 4, byte & 0xf])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// One record. The short names keep a ballot's record within 256 bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Which device, and which of its records.
    pub id: RecordId,
    /// The Lamport number: above every record that its author had seen.
    #[serde(rename = "l")]
    pub lamport: u64,
    /// The wall clock, for people; order never depends on it.
    #[serde(rename = "t")]
    pub at: Moment,
    /// Who sat at the desk; may be empty.
    #[serde(rename = "w", default, skip_serializing_if = "String::is_empty")]
    pub desk: String,
    /// The hash of the device's previous record in this congress.
    #[serde(rename = "p")]
    pub previous: ChainHash,
    /// What was done.
    #[serde(rename = "c")]
    pub change: Change,
}

impl Record {
    /// The hash that this device's next record carries.
    pub fn hash(&self) -> ChainHash {
        Self::hash_of(&self.to_json())
    }

    /// The same of a record whose JSON is known.
    pub fn hash_of(json: &str) -> ChainHash {
        ChainHash::of(json.as_bytes())
    }

    /// The record as it is stored: JSON with fields in a fixed order.
    pub fn to_json(&self) -> String {
        // A record is plain data with string keys, so serialising cannot fail; an empty text would fail its hash.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The record that a text holds; `None` where it holds none. Both this and the exported file go through one JSON
    /// value, because every further reader of all changes would weigh 10 kB.
    pub fn from_json(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        Self::deserialize(&value).ok()
    }

    /// The congress that a founding record founds: named after it, so that two devices never give two congresses one
    /// name.
    pub fn congress(&self) -> CongressId {
        let hash = self.hash();
        let short: String = hash.as_str().chars().take(12).collect();
        CongressId::from(format!("{}-{short}", self.id.device).as_str())
    }

    /// The place in the common order.
    pub fn order(&self) -> Order {
        (self.lamport, self.id.clone())
    }
}

/// The common order of records: Lamport number, then device, then sequence.
pub type Order = (u64, RecordId);
