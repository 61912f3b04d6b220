//! Ids: where a record comes from, and what the things that records make are called.
//!
//! An id is never taken from a counter in the document: two devices that work apart must not collide. A copy of an id shares
//! its text, because every record, and much that it changes, carries some.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A device's name for itself: eight characters, drawn once from the browser's random source.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeviceId(Arc<str>);

impl DeviceId {
    const LETTERS: [char; 32] = [
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'u', 'v',
        'w', 'x', 'y', 'z', '2', '3', '4', '5', '6', '7', '8', '9',
    ];

    /// The id made of eight random bytes; letters that look like digits are left out, because people read it aloud.
    pub fn from_random(bytes: [u8; 8]) -> Self {
        let letters = bytes.iter().filter_map(|byte| Self::LETTERS.get(usize::from(byte % 32)));
        Self(letters.collect::<String>().into())
    }

    /// The id that a text names; it need not be well formed.
    pub fn from_text(text: &str) -> Self {
        Self(text.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text has the form of a device id; a record from elsewhere is refused when it has not.
    pub fn is_well_formed(&self) -> bool {
        self.0.chars().count() == 8 && self.0.chars().all(|letter| Self::LETTERS.contains(&letter))
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A record's id: the device that made it and the place in that device's own sequence, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordId {
    /// The device that made the record.
    #[serde(rename = "d")]
    pub device: DeviceId,
    /// The place in that device's sequence for this congress, from 1 without gaps.
    #[serde(rename = "n")]
    pub seq: u32,
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.device, self.seq)
    }
}

macro_rules! thing_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id of the thing that a record made; `index` counts from 0 where one record makes several.
            pub fn made_by(record: &RecordId, index: usize) -> Self {
                Self(format!("{record}.{index}").into())
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

thing_id!(
    /// A congress: named by the record that founded it.
    CongressId
);
thing_id!(
    /// A task: named by its template, or by the record that added it.
    TaskId
);
thing_id!(
    /// A person on the roll.
    PersonId
);
thing_id!(
    /// An agenda item: named by its template, or by the record that added it.
    ItemId
);
thing_id!(
    /// A document: named by its template.
    DocumentId
);
thing_id!(
    /// An opinion on a document.
    OpinionId
);
thing_id!(
    /// A lesson.
    LessonId
);
thing_id!(
    /// A turn of a speaker.
    SpeakerId
);
thing_id!(
    /// A round of voting.
    RoundId
);
thing_id!(
    /// A counter's pass over the ballots of a round.
    PassId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn device_ids_are_eight_clear_letters() {
        let id = DeviceId::from_random([0, 31, 32, 255, 7, 8, 9, 10]);
        assert!(id.is_well_formed(), "{id}");
        for bad in ["", "abc", "abcdefgo!", "abcdefg1", "ABCDEFGH", "abcdefghj"] {
            assert!(!DeviceId::from_text(bad).is_well_formed(), "{bad}");
        }
    }

    #[test]
    fn things_are_named_after_their_record() {
        let record = RecordId { device: DeviceId::from_random([0; 8]), seq: 12 };
        assert_eq!(PersonId::made_by(&record, 3).as_str(), "aaaaaaaa-12.3");
    }
}
