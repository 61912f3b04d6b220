//! A single ballot: the marks as two bit masks, so that a ballot of 128 names is 32 bytes.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The most names a ballot lists.
pub const MOST_NAMES: usize = 128;

/// A set of names by their places on the ballot, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Names(u128);

/// The marks of one ballot.
///
/// On a list with surplus `kept` are the names not struck, and `against` is empty. On a list with boxes `kept` are the
/// rows with a mark for, `against` those with a mark against; a row may have both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ballot {
    /// Names kept, or with a mark for.
    pub kept: Names,
    /// Rows with a mark against.
    pub against: Names,
}

impl Names {
    /// No name.
    pub const NONE: Self = Self(0);

    /// The first `number` names; all 128 for more.
    pub fn first(number: usize) -> Self {
        let beyond = MOST_NAMES.saturating_sub(number);
        Self(u32::try_from(beyond).ok().and_then(|beyond| u128::MAX.checked_shr(beyond)).unwrap_or(0))
    }

    /// The set whose bit 0 is the first name.
    pub fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// The set as bits; bit 0 is the first name.
    pub fn bits(self) -> u128 {
        self.0
    }

    /// The set with the name at a place; a place beyond the last changes nothing.
    #[must_use]
    pub fn with(self, place: usize) -> Self {
        Self(self.0 | Self::bit(place))
    }

    /// Whether the name at a place is in the set.
    pub fn has(self, place: usize) -> bool {
        self.0 & Self::bit(place) != 0
    }

    /// How many names.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether no name is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a set need not be written.
    pub(super) fn is_none(names: &Self) -> bool {
        names.is_empty()
    }

    /// The names in both sets.
    #[must_use]
    pub fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The names in one set or the other.
    #[must_use]
    pub fn either(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The names of this set that are not in the other.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The places, in ballot order.
    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..MOST_NAMES).filter(move |place| self.has(*place))
    }

    fn bit(place: usize) -> u128 {
        u32::try_from(place).ok().and_then(|place| 1_u128.checked_shl(place)).unwrap_or(0)
    }
}

impl Ballot {
    /// A ballot on a list with surplus, by the names it keeps.
    pub fn keeping(kept: Names) -> Self {
        Self { kept, against: Names::NONE }
    }

    /// A ballot with boxes, by the rows marked for and the rows marked against.
    pub fn boxes(kept: Names, against: Names) -> Self {
        Self { kept, against }
    }

    /// The names whose row says for and nothing else: those that get a vote.
    pub fn votes(self) -> Names {
        self.kept.without(self.against)
    }

    /// The names whose row says against and nothing else.
    pub fn votes_against(self) -> Names {
        self.against.without(self.kept)
    }
}

/// Hexadecimal digits: JSON knows no number of 128 bits.
impl Serialize for Names {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:x}", self.0))
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // One way of writing only, so that equal data are equal texts.
        match u128::from_str_radix(&text, 16) {
            Ok(bits) if format!("{bits:x}") == text => Ok(Self(bits)),
            _ => Err(serde::de::Error::custom(
                "names must be hexadecimal digits in small letters, without a leading 0",
            )),
        }
    }
}

impl FromIterator<usize> for Names {
    fn from_iter<T: IntoIterator<Item = usize>>(places: T) -> Self {
        places.into_iter().fold(Self::NONE, Self::with)
    }
}
