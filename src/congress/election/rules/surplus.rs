//! How long a list of candidates may be, and who gets on it from the floor.

use super::clause::Clause;
use crate::congress::election::strict::{Expected, FieldError, Fields, Json};
use serde::Serialize;

/// How many more names than seats a list may hold, and that it must hold more at all (190-QĐ/TW Đ14 k1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Surplus {
    /// At most this many in a hundred of the seats, 1 to 100.
    pub percent: u32,
    /// The exception for few seats.
    pub small: SmallSurplus,
    /// Where that stands.
    pub clause: Clause,
}

/// A fixed surplus for a range of seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SmallSurplus {
    /// Fewest seats it is for.
    pub from_seats: u32,
    /// Most seats it is for.
    pub to_seats: u32,
    /// People beyond the seats.
    pub people: u32,
}

/// What the limit says of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SurplusJudgement {
    /// Within the limit, however it is rounded.
    Within,
    /// One above the limit rounded down, and within it rounded up; which is meant is not verified.
    RoundingUnclear,
    /// Above the limit, however it is rounded.
    Above,
}

/// How many of those attending must support a name from the floor (190-QĐ/TW Đ14 k3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Support {
    /// More than this many in a hundred, 1 to 99.
    pub more_than_percent: u32,
    /// Where that stands.
    pub clause: Clause,
}

impl Surplus {
    /// The most names beyond `seats` a list may hold, rounded down.
    pub fn most(&self, seats: u32) -> u32 {
        self.fixed(seats).unwrap_or_else(|| whole(self.hundredths(seats) / 100))
    }

    /// What the limit says of `surplus` names beyond `seats`.
    pub fn judge(&self, seats: u32, surplus: u32) -> SurplusJudgement {
        let most = self.most(seats);
        let is_cut = self.fixed(seats).is_none() && !self.hundredths(seats).is_multiple_of(100);
        if surplus <= most {
            SurplusJudgement::Within
        } else if is_cut && surplus == most.saturating_add(1) {
            SurplusJudgement::RoundingUnclear
        } else {
            SurplusJudgement::Above
        }
    }

    fn fixed(&self, seats: u32) -> Option<u32> {
        let small = self.small;
        (small.from_seats..=small.to_seats).contains(&seats).then_some(small.people)
    }

    fn hundredths(&self, seats: u32) -> u64 {
        u64::from(seats) * u64::from(self.percent)
    }

    pub(super) fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let percent = fields.whole("percent")?;
        if !(1..=100).contains(&percent) {
            return Err(FieldError::new(
                fields.name("percent"),
                Expected::Agreement("a whole number from 1 to 100"),
            ));
        }
        let small = SmallSurplus::take(&mut fields)?;
        let clause = Clause::take(&mut fields)?;
        fields.end()?;
        Ok(Self { percent, small, clause })
    }
}

impl SmallSurplus {
    fn take(fields: &mut Fields) -> Result<Self, FieldError> {
        let path = fields.name("small");
        let mut fields = fields.object("small")?;
        let small = Self {
            from_seats: fields.whole("from_seats")?,
            to_seats: fields.whole("to_seats")?,
            people: fields.whole("people")?,
        };
        fields.end()?;
        if 1 <= small.from_seats && small.from_seats <= small.to_seats && small.people >= 1 {
            return Ok(small);
        }
        let expected = "a range of seats from 1 up, and at least one person";
        Err(FieldError::new(path, Expected::Agreement(expected)))
    }
}

impl Support {
    /// Whether `supporters` of `attending` people put a name on the list. The base is those attending, not those
    /// summoned.
    pub fn is_enough(&self, supporters: u32, attending: u32) -> bool {
        u64::from(supporters) * 100 > u64::from(attending) * u64::from(self.more_than_percent)
    }

    /// The fewest supporters that are enough.
    pub fn least(&self, attending: u32) -> u32 {
        whole(u64::from(attending) * u64::from(self.more_than_percent) / 100).saturating_add(1)
    }

    pub(super) fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let more_than_percent = fields.whole("more_than_percent")?;
        if !(1..=99).contains(&more_than_percent) {
            return Err(FieldError::new(
                fields.name("more_than_percent"),
                Expected::Agreement("a whole number from 1 to 99"),
            ));
        }
        let clause = Clause::take(&mut fields)?;
        fields.end()?;
        Ok(Self { more_than_percent, clause })
    }
}

fn whole(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
