//! The paper of a round: every ballot that was printed is with a voter, was exchanged, or was not used.

use serde::{Deserialize, Serialize};

/// A number of printed ballots that the regulation's minutes do not ask for and the counting board keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperCount {
    /// Printed.
    Printed,
    /// Spoilt by a voter and exchanged before the box.
    Exchanged,
    /// Left over.
    Unused,
}

/// The paper of a round, in ballots; none is not written down. A small cell may leave all three empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Printed.
    pub printed: Option<u32>,
    /// Exchanged.
    pub exchanged: Option<u32>,
    /// Left over.
    pub unused: Option<u32>,
}

impl PaperCount {
    /// The three numbers, in the order of the desk.
    pub const ALL: [Self; 3] = [Self::Printed, Self::Exchanged, Self::Unused];
}

impl Paper {
    /// A number.
    pub fn count(&self, count: PaperCount) -> Option<u32> {
        match count {
            PaperCount::Printed => self.printed,
            PaperCount::Exchanged => self.exchanged,
            PaperCount::Unused => self.unused,
        }
    }

    pub(crate) fn set(&mut self, count: PaperCount, value: Option<u32>) {
        let place = match count {
            PaperCount::Printed => &mut self.printed,
            PaperCount::Exchanged => &mut self.exchanged,
            PaperCount::Unused => &mut self.unused,
        };
        *place = value;
    }

    /// How many ballots more (or with minus fewer) were issued, exchanged and left over than were printed; none while a
    /// number is missing. 0 agrees.
    pub fn excess(&self, issued: Option<u32>) -> Option<i64> {
        let used = [issued, self.exchanged, self.unused];
        let used = used.into_iter().map(|count| count.map(i64::from)).sum::<Option<i64>>()?;
        Some(used - i64::from(self.printed?))
    }
}
