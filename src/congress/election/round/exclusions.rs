//! People who are taken out of the base, by the reason the regulation gives.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::CongressForm;
use crate::congress::election::strict::{self, FieldError, Fields, Json};

/// A reason to take people out of the base, in the order the regulation lists them (190-QĐ/TW Đ30 k2–3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExclusionKind {
    /// Members introduced to temporary activity in another Party organisation.
    TransferredOut,
    /// Members exempted from work and activity who are not present.
    ExemptAndAbsent,
    /// Members suspended from Party activity.
    Suspended,
    /// Members charged, prosecuted or held in custody.
    ProsecutedOrDetained,
    /// Full members absent for the whole congress with a reason that the convening committee accepted.
    ExcusedAbsentThroughout,
    /// Members of the convening committee absent for the whole congress.
    ConveningCommitteeAbsentThroughout,
    /// Official delegates absent for the whole congress whom no alternate replaces.
    DelegateAbsentWithoutAlternate,
}

impl ExclusionKind {
    /// Every kind, members' first.
    pub const ALL: [Self; 7] = [
        Self::TransferredOut,
        Self::ExemptAndAbsent,
        Self::Suspended,
        Self::ProsecutedOrDetained,
        Self::ExcusedAbsentThroughout,
        Self::ConveningCommitteeAbsentThroughout,
        Self::DelegateAbsentWithoutAlternate,
    ];

    /// The form of congress this kind belongs to.
    pub fn form(self) -> CongressForm {
        match self {
            Self::ConveningCommitteeAbsentThroughout | Self::DelegateAbsentWithoutAlternate => {
                CongressForm::Delegates
            }
            _ => CongressForm::Members,
        }
    }

    /// The kinds of one form of congress, in the order of the regulation.
    pub fn of(form: CongressForm) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |kind| kind.form() == form)
    }

    /// The key of this kind in a round's JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::TransferredOut => "transferred_out",
            Self::ExemptAndAbsent => "exempt_and_absent",
            Self::Suspended => "suspended",
            Self::ProsecutedOrDetained => "prosecuted_or_detained",
            Self::ExcusedAbsentThroughout => "excused_absent_throughout",
            Self::ConveningCommitteeAbsentThroughout => "convening_committee_absent_throughout",
            Self::DelegateAbsentWithoutAlternate => "delegate_absent_without_alternate",
        }
    }
}

/// How many people each reason takes out of the base; a kind that was never named is 0.
///
/// Which kinds were *named* is kept, because a delegates' kind at a members' congress is refused even with 0: a zero
/// in the wrong column is a sign that the wrong form was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Exclusions(BTreeMap<ExclusionKind, u32>);

impl Exclusions {
    /// Nobody taken out.
    pub fn none() -> Self {
        Self::default()
    }

    /// The same exclusions with `people` under `kind`.
    #[must_use]
    pub fn with(mut self, kind: ExclusionKind, people: u32) -> Self {
        self.0.insert(kind, people);
        self
    }

    /// The people taken out under `kind`.
    pub fn get(&self, kind: ExclusionKind) -> u32 {
        self.0.get(&kind).copied().unwrap_or(0)
    }

    /// The kinds that were named, with their numbers.
    pub fn named(&self) -> impl Iterator<Item = (ExclusionKind, u32)> {
        self.0.iter().map(|(kind, people)| (*kind, *people))
    }

    /// Everybody taken out, all kinds together.
    pub fn total(&self) -> u64 {
        self.0.values().copied().map(u64::from).sum()
    }

    pub(crate) fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let mut exclusions = Self::none();
        for kind in ExclusionKind::ALL {
            if let Some(people) = fields.whole_if_given(kind.key())? {
                exclusions = exclusions.with(kind, people);
            }
        }
        fields.end()?;
        Ok(exclusions)
    }
}

impl<'de> Deserialize<'de> for Exclusions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        strict::deserialize(deserializer, Self::read)
    }
}
