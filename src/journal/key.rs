//! The names under which things are stored. Every key starts with the app's prefix; keys of others are left alone.

use crate::congress::id::{CongressId, DeviceId, RecordId};

/// The prefix of every key.
pub const PREFIX: &str = "so-tay-dai-hoi/";

/// Between a congress and the device and sequence of one of its records.
const JOURNAL: &str = "/journal/";

/// Where this device's own id stands.
pub const DEVICE: &str = "so-tay-dai-hoi/device";

/// Where language, theme and desk stand. `index.html` reads the theme from here before the app has loaded.
pub const PREFERENCES: &str = "so-tay-dai-hoi/preferences";

/// The latest instant at which this device showed a running clock and left it.
pub const SEEN: &str = "so-tay-dai-hoi/seen";

/// The key of one record. The sequence is padded, so that keys sort as they were written.
pub fn record(congress: &CongressId, id: &RecordId) -> String {
    let seq = format!("{:06}", id.seq);
    [PREFIX, congress.as_str(), JOURNAL, id.device.as_str(), "/", &seq].concat()
}

/// What the keys of a congress's records start with.
pub fn records_prefix(congress: &CongressId) -> String {
    [PREFIX, congress.as_str(), JOURNAL].concat()
}

/// The key of one of the two snapshots, `a` and `b`: all records up to a moment in one value.
pub fn snapshot(congress: &CongressId, slot: Slot) -> String {
    let slot = match slot {
        Slot::A => 'a',
        Slot::B => 'b',
    };
    format!("{}{slot}", snapshots_prefix(congress))
}

/// What the keys of a congress's snapshots start with.
pub fn snapshots_prefix(congress: &CongressId) -> String {
    format!("{PREFIX}{congress}/snapshot/")
}

/// Which of the two snapshots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// One.
    A,
    /// The other.
    B,
}

/// The record that a key is for; `None` for a key of anything else.
pub fn record_of(key: &str) -> Option<RecordId> {
    let (_, rest) = key.strip_prefix(PREFIX)?.split_once(JOURNAL)?;
    let (device, seq) = rest.split_once('/')?;
    let seq: u32 = seq.parse().ok()?;
    let id = RecordId { device: DeviceId::from_text(device), seq };
    (rest == format!("{}/{:06}", id.device, id.seq)).then_some(id)
}

/// The key whose value changes whenever a record was written; followers look at it.
pub fn tip(congress: &CongressId) -> String {
    format!("{PREFIX}{congress}/tip")
}

/// The lock that the one writing window holds.
pub fn writer_lock(congress: &CongressId) -> String {
    format!("{PREFIX}{congress}/writer")
}

/// Where a value that could not be read is set aside, byte for byte, when a backup takes its place; `turn` keeps
/// apart the times that this happened to the same key.
pub fn quarantine(key: &str, turn: u64) -> String {
    format!("{PREFIX}quarantine/{}/{turn}", key.strip_prefix(PREFIX).unwrap_or(key))
}

/// What all keys of a congress's own begin with.
pub fn congress_prefix(congress: &CongressId) -> String {
    format!("{PREFIX}{congress}/")
}

/// How often the records of a congress were replaced as a whole. A copy with a lower number than the other was not yet
/// reached by the last time, and what it holds does not count.
pub fn era(congress: &CongressId) -> String {
    format!("{PREFIX}{congress}/era")
}

/// What the keys of the states before an import begin with; the instant in milliseconds follows.
pub fn before_prefix(congress: &CongressId) -> String {
    format!("{PREFIX}before/{congress}/")
}

/// Where it stands what the latest copy outside the browser holds.
pub fn copied(congress: &CongressId) -> String {
    format!("{PREFIX}{congress}/copied")
}

/// Where the database keeps the handle of the backup file that a person chose.
pub fn backup_file(congress: &CongressId) -> String {
    format!("{PREFIX}backup-file/{congress}")
}

/// Where it stands in which places another device's work contradicts this one's.
pub fn conflicts(congress: &CongressId) -> String {
    format!("{PREFIX}conflicts/{congress}")
}

/// Everything that is kept of a congress: its own keys, what was set aside, the states before an import, the handle of
/// its backup file, and the conflicts.
pub fn prefixes(congress: &CongressId) -> [String; 5] {
    [
        congress_prefix(congress),
        format!("{PREFIX}quarantine/{congress}/"),
        before_prefix(congress),
        backup_file(congress),
        conflicts(congress),
    ]
}

/// Says that a congress was deleted on purpose, to the windows that still show it.
pub fn wiped(congress: &CongressId) -> String {
    format!("{PREFIX}wiped/{congress}")
}

/// The congress of a key, if the key belongs to a record or a snapshot.
pub fn congress_of(key: &str) -> Option<CongressId> {
    let rest = key.strip_prefix(PREFIX)?;
    let (congress, _) = rest.split_once(JOURNAL).or_else(|| rest.split_once("/snapshot/"))?;
    (!congress.contains('/')).then(|| CongressId::from(congress))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_their_congress() {
        let congress = CongressId::from("abcdefgh-1.0");
        let id = RecordId { device: DeviceId::from_random([1; 8]), seq: 7 };
        let key = record(&congress, &id);
        assert_eq!(key, "so-tay-dai-hoi/abcdefgh-1.0/journal/bbbbbbbb/000007");
        assert_eq!(congress_of(&key), Some(congress.clone()));
        assert_eq!(record_of(&key), Some(id.clone()));
        assert_eq!(congress_of(&snapshot(&congress, Slot::B)), Some(congress.clone()));
        assert_eq!(record_of(&snapshot(&congress, Slot::B)), None);
        assert_eq!(record_of("so-tay-dai-hoi/abcdefgh-1.0/journal/bbbbbbbb/7"), None);
        for other in [
            DEVICE,
            PREFERENCES,
            "foreign/x/journal/y",
            &tip(&congress),
            &quarantine(&key, 1),
            &wiped(&congress),
            &copied(&congress),
            &backup_file(&congress),
            &conflicts(&congress),
        ] {
            assert_eq!(congress_of(other), None, "{other}");
        }
    }
}
