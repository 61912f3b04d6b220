//! The list of candidates: how long it may be, in what order it stands, and who may be on it.
//!
//! The counting core takes any list; these rules are for whoever opens a round.

use super::round::{Method, Office, RoundKind};
use super::rules::{RuleProfile, SurplusJudgement};
use crate::congress::people::name::{NameKey, clean_name};
use rustc_hash::FxHashSet;

/// A list as it is to be voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateList<'a> {
    /// What is elected.
    pub office: Office,
    /// How the ballot works.
    pub method: Method,
    /// People to elect.
    pub seats: u32,
    /// Which round for this office, from 1.
    pub number: u32,
    /// Ordinary, or among the tied.
    pub kind: RoundKind,
    /// Names in ballot order.
    pub names: &'a [String],
    /// The counting board, whose members may not stand (190-QĐ/TW Đ8).
    pub board: &'a [String],
    /// Probationary members, who neither vote nor stand (Charter Đ3).
    pub probationary: &'a [String],
}

/// Why a list cannot be voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFault {
    /// Nobody stands on it.
    Empty,
    /// A name is empty.
    EmptyName,
    /// A name stands twice, however it is spaced and composed.
    Twice(String),
    /// A member of the counting board stands on it.
    OnBoard(String),
    /// A probationary member stands on it.
    Probationary(String),
    /// Fewer names than seats.
    TooShort,
    /// Names are to be struck, and there are no more names than seats.
    NothingToStrike,
    /// More names beyond the seats than a first list may have, however the limit is rounded (190-QĐ/TW Đ14 k1).
    SurplusAbove {
        /// Names beyond the seats.
        surplus: u32,
        /// The limit.
        most: u32,
    },
}

impl CandidateList<'_> {
    /// Refuses a list that the rules do not allow, for the first reason found.
    pub fn check(&self, profile: Option<&RuleProfile>) -> Result<(), ListFault> {
        self.check_names()?;
        let names = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        if names < self.seats {
            return Err(ListFault::TooShort);
        }
        if self.method == Method::StrikeOut && names == self.seats {
            return Err(ListFault::NothingToStrike);
        }
        let is_first = self.number == 1 && self.kind == RoundKind::Ordinary;
        let judged =
            profile.and_then(|profile| surplus_of(profile, self.office, self.seats, self.names.len()));
        match judged {
            Some((SurplusJudgement::Above, surplus, most)) if is_first => {
                Err(ListFault::SurplusAbove { surplus, most })
            }
            _ => Ok(()),
        }
    }

    fn check_names(&self) -> Result<(), ListFault> {
        if self.names.is_empty() {
            return Err(ListFault::Empty);
        }
        let mut seen = FxHashSet::default();
        for name in self.names {
            let clean = clean_name(name);
            let is_one_of = |people: &[String]| people.iter().any(|person| clean_name(person) == clean);
            if clean.is_empty() {
                return Err(ListFault::EmptyName);
            }
            if is_one_of(self.board) {
                return Err(ListFault::OnBoard(name.clone()));
            }
            if is_one_of(self.probationary) {
                return Err(ListFault::Probationary(name.clone()));
            }
            if !seen.insert(clean) {
                return Err(ListFault::Twice(name.clone()));
            }
        }
        Ok(())
    }
}

/// What the surplus rule says of a list: the judgement, the names beyond the seats, and the limit. None for an office
/// without such a rule (only committee and standing committee have one), for a list shorter than its seats, or where
/// the profile knows no rule.
pub fn surplus_of(
    profile: &RuleProfile,
    office: Office,
    seats: u32,
    names: usize,
) -> Option<(SurplusJudgement, u32, u32)> {
    if !matches!(office, Office::Committee | Office::StandingCommittee) {
        return None;
    }
    let rule = profile.surplus.as_ref()?;
    let surplus = u32::try_from(names).unwrap_or(u32::MAX).checked_sub(seats)?;
    Some((rule.judge(seats, surplus), surplus, rule.most(seats)))
}

/// Whether names stand by given name in the order of the Vietnamese alphabet, as the forms list them.
pub fn is_in_order(names: &[&str]) -> bool {
    let keys: Vec<NameKey> = names.iter().map(|name| NameKey::new(name)).collect();
    keys.is_sorted()
}
