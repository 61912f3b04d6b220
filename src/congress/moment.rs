//! Instants, as values: the domain never asks what time it is.

use serde::{Deserialize, Serialize};

/// Milliseconds in a minute.
pub const MINUTE_MS: i64 = 60_000;

/// Milliseconds in a second.
pub const SECOND_MS: i64 = 1000;

/// An instant: milliseconds since 1 January 1970, UTC, as the browser's clock gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// Milliseconds from `earlier` to this instant; negative when the clock was set back between them.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// This instant moved by milliseconds.
    #[must_use]
    pub fn plus(self, milliseconds: i64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }

    /// The first whole second that is not before this instant.
    #[must_use]
    pub fn second_end(self) -> Self {
        let passed = self.0.rem_euclid(SECOND_MS);
        if passed == 0 { self } else { self.plus(SECOND_MS - passed) }
    }
}
