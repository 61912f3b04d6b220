//! The agreement: a hash that is equal exactly when the data are equal, and a short code made from it to be spoken.
//!
//! Programs compare the whole hash. The code is for people across a table: two of a million different counts share it.

use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt;

/// SHA-256 over the canonical JSON of what was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Agreement([u8; 32]);

/// Six digits in two groups, such as "048 213".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgreementCode(u32);

impl Agreement {
    /// The agreement on a value: fields stand in a fixed order, sets and maps in their own order, so equal values give
    /// equal texts, and different values different ones. None only for a value that JSON cannot hold.
    pub fn on(value: &impl Serialize) -> Option<Self> {
        serde_json::to_vec(value).ok().map(|text| Self(Sha256::digest(text).into()))
    }

    /// The code to be spoken.
    pub fn code(&self) -> AgreementCode {
        let number = self.0.iter().fold(0_u64, |rest, byte| (rest * 256 + u64::from(*byte)) % 1_000_000);
        AgreementCode(u32::try_from(number).unwrap_or(0))
    }
}

impl fmt::Display for Agreement {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Display for AgreementCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:03} {:03}", self.0 / 1000, self.0 % 1000)
    }
}
