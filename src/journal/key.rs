//! The names under which things are stored. Every key starts with the app's prefix; keys of others are left alone.

use crate::congress::id::{CongressId, RecordId};

/// The prefix of every key.
pub const PREFIX: &str = "so-tay-dai-hoi/";

/// Where this device's own id stands.
pub const DEVICE: &str = "so-tay-dai-hoi/device";

/// Where language, theme and desk stand. `index.html` reads the theme from here before the app has loaded.
pub const PREFERENCES: &str = "so-tay-dai-hoi/preferences";

/// The key of one record. The sequence is padded, so that keys sort as they were written.
pub fn record(congress: &CongressId, id: &RecordId) -> String {
    format!("{}{}/{:06}", records_prefix(congress), id.device, id.seq)
}

/// What the keys of a congress's records start with.
pub fn records_prefix(congress: &CongressId) -> String {
    format!("{PREFIX}{congress}/journal/")
}

/// The key whose value changes whenever a record was written; followers look at it.
pub fn tip(congress: &CongressId) -> String {
    format!("{PREFIX}{congress}/tip")
}

/// The lock that the one writing window holds.
pub fn writer_lock(congress: &CongressId) -> String {
    format!("{PREFIX}{congress}/writer")
}

/// Where a value that could not be read is set aside, byte for byte, when a backup takes its place; `turn` counts from
/// 1 the times that this happened to the same key.
pub fn quarantine(key: &str, turn: u32) -> String {
    format!("{PREFIX}quarantine/{}/{turn}", key.strip_prefix(PREFIX).unwrap_or(key))
}

/// What the keys of a congress start with: its own, and what of it was set aside.
pub fn prefixes(congress: &CongressId) -> [String; 2] {
    [format!("{PREFIX}{congress}/"), format!("{PREFIX}quarantine/{congress}/")]
}

/// Says that a congress was deleted on purpose, to the windows that still show it.
pub fn wiped(congress: &CongressId) -> String {
    format!("{PREFIX}wiped/{congress}")
}

/// The congress and nothing else, if the key belongs to a record.
pub fn congress_of(key: &str) -> Option<CongressId> {
    let rest = key.strip_prefix(PREFIX)?;
    let (congress, _) = rest.split_once("/journal/")?;
    (!congress.contains('/')).then(|| CongressId::from(congress))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::congress::id::DeviceId;

    #[test]
    fn keys_tell_their_congress() {
        let congress = CongressId::from("abcdefgh-1.0");
        let id = RecordId { device: DeviceId::from_random([1; 8]), seq: 7 };
        let key = record(&congress, &id);
        assert_eq!(key, "so-tay-dai-hoi/abcdefgh-1.0/journal/bbbbbbbb/000007");
        assert_eq!(congress_of(&key), Some(congress.clone()));
        for other in [
            DEVICE,
            PREFERENCES,
            "foreign/x/journal/y",
            &tip(&congress),
            &quarantine(&key, 1),
            &wiped(&congress),
        ] {
            assert_eq!(congress_of(other), None, "{other}");
        }
    }
}
