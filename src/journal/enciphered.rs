//! A backup file with a passphrase: the exported file, enciphered as a whole. Nothing of the congress stands outside.
//!
//! Here is the form; the enciphering itself is the browser's.

use super::export::{ExportError, FORMAT, MAX_BYTES};
use super::record::hex;
use super::scan::scan;
use crate::congress::spelling::composed;
use serde_json::Value;
use std::fmt::Write as _;

/// The version of the backup file that this form has; apps that know only plain files refuse it by this number.
pub const VERSION: u32 = 3;

/// The largest such file that is read, in bytes: the text stands in it as two digits a byte, with room for the rest.
pub const MAX_ENCIPHERED_BYTES: usize = 2 * MAX_BYTES + 65_536;

/// How often the key is hashed in what is written here.
pub const ITERATIONS: u32 = 600_000;

/// How often it may be hashed in what is read: less is too weak to be ours, more would keep an old device busy for long.
const ITERATIONS_READ: std::ops::RangeInclusive<u64> = 100_000..=5_000_000;

/// Bytes in a line of the text.
const LINE: usize = 2048;

/// The fewest characters of a passphrase for what is written here.
pub const MIN_PASSPHRASE: usize = 8;

const FIELDS: [&str; 8] = ["format", "version", "kdf", "iterations", "salt", "cipher", "iv", "enciphered"];
const KDF: &str = "PBKDF2-SHA-256";
const CIPHER: &str = "AES-256-GCM";

/// A passphrase in the form in which it is compared: composed, and without space around it, as keyboards differ.
pub fn passphrase(written: &str) -> String {
    composed(written.trim())
}

/// What a file with a passphrase holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enciphered {
    /// How often the key is hashed.
    pub iterations: u32,
    /// Makes the key another one for each file.
    pub salt: [u8; 16],
    /// Never the same twice under one key.
    pub iv: [u8; 12],
    /// The exported file, enciphered, with the mark of 16 bytes that shows whether it is whole.
    pub text: Vec<u8>,
}

impl Enciphered {
    /// What is bound to the text, so that a changed header is found too.
    pub fn header(&self) -> String {
        format!(
            "{FORMAT}/{VERSION}/{KDF}/{}/{}/{CIPHER}/{}",
            self.iterations,
            hex(self.salt.iter()),
            hex(self.iv.iter())
        )
    }

    /// The file's text.
    pub fn to_text(&self) -> String {
        let mut text = format!(
            "{{\n \"format\": \"{FORMAT}\",\n \"version\": {VERSION},\n \"kdf\": \"{KDF}\",\n \"iterations\": {},\n \
             \"salt\": \"{}\",\n \"cipher\": \"{CIPHER}\",\n \"iv\": \"{}\",\n \"enciphered\": [",
            self.iterations,
            hex(self.salt.iter()),
            hex(self.iv.iter())
        );
        for (index, line) in self.text.chunks(LINE).enumerate() {
            // Writing to a String cannot fail.
            let _ = write!(text, "{}\n  \"{}\"", if index == 0 { "" } else { "," }, hex(line.iter()));
        }
        text.push_str("\n ]\n}\n");
        text
    }

    /// Reads such a file; `None` for any other, which may be a plain one.
    pub fn read(text: &str) -> Option<Result<Self, ExportError>> {
        // Only this form has the field, and a plain file is not read twice for nothing.
        if !text.contains("\"enciphered\"") {
            return None;
        }
        if text.len() > MAX_ENCIPHERED_BYTES {
            return Some(Err(ExportError::TooLarge(text.len())));
        }
        if let Err(misfit) = scan(text) {
            return Some(Err(ExportError::Misfit(misfit)));
        }
        let value: Value = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?;
        value.get("enciphered")?;
        Some(Self::of(&value))
    }

    fn of(value: &Value) -> Result<Self, ExportError> {
        let text = |field: &str| value.get(field).and_then(Value::as_str);
        let number = |field: &str| value.get(field).and_then(Value::as_u64);
        if text("format") != Some(FORMAT) {
            return Err(ExportError::Foreign("format"));
        }
        match number("version") {
            Some(version) if version == u64::from(VERSION) => {}
            Some(version) if version > u64::from(super::export::VERSION) => {
                return Err(ExportError::Newer(version, super::export::VERSION));
            }
            _ => return Err(ExportError::Foreign("version")),
        }
        let mut keys = value.as_object().into_iter().flatten().map(|(key, _)| key);
        if let Some(unknown) = keys.find(|key| !FIELDS.contains(&key.as_str())) {
            return Err(ExportError::Unknown(unknown.clone()));
        }
        if text("kdf") != Some(KDF) {
            return Err(ExportError::Foreign("kdf"));
        }
        if text("cipher") != Some(CIPHER) {
            return Err(ExportError::Foreign("cipher"));
        }
        let iterations = number("iterations")
            .filter(|number| ITERATIONS_READ.contains(number))
            .and_then(|number| u32::try_from(number).ok())
            .ok_or(ExportError::Foreign("iterations"))?;
        let exactly = |field: &'static str| text(field).and_then(bytes).ok_or(ExportError::Foreign(field));
        let salt = exactly("salt")?.try_into().map_err(|_| ExportError::Foreign("salt"))?;
        let iv = exactly("iv")?.try_into().map_err(|_| ExportError::Foreign("iv"))?;
        let mut enciphered = Vec::new();
        for line in value.get("enciphered").and_then(Value::as_array).into_iter().flatten() {
            enciphered.extend(line.as_str().and_then(bytes).ok_or(ExportError::Foreign("enciphered"))?);
        }
        // Shorter than the mark nothing is enciphered.
        if enciphered.len() <= 16 {
            return Err(ExportError::Foreign("enciphered"));
        }
        Ok(Self { iterations, salt, iv, text: enciphered })
    }
}

/// The bytes of hexadecimal digits in small letters; `None` for anything else.
fn bytes(digits: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let pair = |&[high, low]: &[u8; 2]| Some(digit(high)? << 4 | digit(low)?);
    rest.is_empty().then(|| pairs.iter().map(pair).collect()).flatten()
}
