//! A round that keeps every rule of the counting contract, and so can be counted without a further question.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::congress::spelling::composed;

use super::{Candidate, Method, Office, Round, RoundKind};
use crate::congress::election::rules::{BaseRule, RuleProfile};
use crate::congress::election::strict::{Expected, FieldError, MOST, least};

/// A [`Round`] that has passed its checks, with the rules it is counted under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckedRound<'a> {
    round: &'a Round,
    profile: &'a RuleProfile,
}

impl<'a> CheckedRound<'a> {
    /// The round.
    pub fn round(&self) -> &'a Round {
        self.round
    }

    /// The rules it is counted under.
    pub fn profile(&self) -> &'a RuleProfile {
        self.profile
    }

    /// The number that the threshold is taken of: people, or ballots where the rules say so.
    ///
    /// At least 1 where people are counted; 0 where ballots are and there are none.
    pub fn base(&self) -> u32 {
        let Round { summoned, exclusions, present, ballots, .. } = self.round;
        match self.profile.base.rule {
            // The check has shown that the exclusions are fewer than the summoned.
            BaseRule::SummonedLessExclusions => {
                summoned.saturating_sub(u32::try_from(exclusions.total()).unwrap_or(u32::MAX))
            }
            BaseRule::Present => *present,
            BaseRule::BallotsIssued => ballots.issued,
            BaseRule::BallotsCollected => ballots.collected,
            BaseRule::BallotsValid => ballots.valid,
        }
    }

    /// The least number of votes that passes: more than half of the base, or the share that the rules name; none in a
    /// tie-break.
    pub fn threshold(&self) -> Option<u32> {
        match self.round.round_kind {
            RoundKind::Ordinary => Some(self.profile.threshold.more_than.least_above(self.base())),
            RoundKind::TieBreak => None,
        }
    }

    /// The least number of votes that a seat takes: the threshold, or in a tie-break a single vote.
    pub fn least_votes(&self) -> u32 {
        self.threshold().unwrap_or(1)
    }
}

impl Round {
    /// Passes a round built from typed parts through the same checks as one read from JSON, under the rules that it
    /// names; a round under a congress's own rules is checked by [`Round::check_under`].
    pub fn check(&self) -> Result<CheckedRound<'_>, FieldError> {
        match RuleProfile::by_id(self.rules) {
            Some(profile) => self.check_under(profile),
            None => Err(FieldError::new("rules", Expected::Rules(self.rules))),
        }
    }

    /// Checks a round under the rules given, whatever it names.
    pub fn check_under<'a>(&'a self, profile: &'a RuleProfile) -> Result<CheckedRound<'a>, FieldError> {
        self.check_fields()?;
        refuse_if(!profile.ballots.methods.contains(&self.method), "method", Expected::MethodUnderRules)?;
        if profile.counts_people() {
            let known = profile.exclusions_of(self.congress);
            for (kind, people) in self.exclusions.named() {
                let unknown = people > 0 && !known.iter().any(|rule| rule.kind == kind);
                if unknown {
                    let field = format!("exclusions.{}", kind.key());
                    return Err(FieldError::new(field, Expected::ExclusionUnderRules));
                }
            }
        }
        Ok(CheckedRound { round: self, profile })
    }

    pub(crate) fn check_fields(&self) -> Result<(), FieldError> {
        self.check_numbers()?;
        self.check_office()?;
        self.check_exclusions()?;
        self.check_candidates()
    }

    fn check_numbers(&self) -> Result<(), FieldError> {
        in_range("summoned", self.summoned)?;
        in_range("present", self.present)?;
        in_range("seats", self.seats)?;
        in_range("round", self.round)?;
        in_range("ballots.issued", self.ballots.issued)?;
        in_range("ballots.collected", self.ballots.collected)?;
        in_range("ballots.valid", self.ballots.valid)?;
        in_range("ballots.invalid", self.ballots.invalid)?;
        for (kind, people) in self.exclusions.named() {
            in_range_at(|| format!("exclusions.{}", kind.key()), 0, people)?;
        }
        Ok(())
    }

    fn check_office(&self) -> Result<(), FieldError> {
        let one_seat = matches!(self.office, Office::Secretary | Office::DeputySecretary | Office::OpenVote);
        refuse_if(one_seat && self.seats != 1, "seats", Expected::OneSeat)?;
        let open = self.office == Office::OpenVote;
        let hands = self.method == Method::ShowOfHands;
        refuse_if(open && !hands, "method", Expected::ShowOfHands)?;
        refuse_if(hands && !open, "method", Expected::SecretMethod)?;
        refuse_if(open && self.round_kind == RoundKind::TieBreak, "round_kind", Expected::OrdinaryRound)?;
        refuse_if(self.candidates.is_empty(), "candidates", Expected::Candidates)?;
        refuse_if(open && self.candidates.len() != 1, "candidates", Expected::OneName)
    }

    fn check_exclusions(&self) -> Result<(), FieldError> {
        for (kind, _) in self.exclusions.named() {
            let foreign = kind.form() != self.congress;
            if foreign {
                let field = format!("exclusions.{}", kind.key());
                return Err(FieldError::new(field, Expected::ExclusionOf(kind.form())));
            }
        }
        let (excluded, summoned) = (self.exclusions.total(), self.summoned);
        refuse_if(
            excluded >= u64::from(summoned),
            "exclusions",
            Expected::ExclusionsBelowSummoned { excluded, summoned },
        )
    }

    fn check_candidates(&self) -> Result<(), FieldError> {
        let mut seen = FxHashMap::with_capacity_and_hasher(self.candidates.len(), FxBuildHasher);
        for (at, candidate) in self.candidates.iter().enumerate() {
            let field = |part: &str| format!("candidates[{at}].{part}");
            let name = composed(candidate.name.trim());
            if name.is_empty() {
                return Err(FieldError::new(field("name"), Expected::Name));
            }
            if let Some(other) = seen.insert(name, at) {
                return Err(FieldError::new(field("name"), Expected::NameUnlike(other)));
            }
            for (part, refused) in self.refused_figures(candidate) {
                if let Some(expected) = refused {
                    return Err(FieldError::new(field(part), expected));
                }
            }
        }
        Ok(())
    }

    fn refused_figures(&self, candidate: &Candidate) -> [(&'static str, Option<Expected>); 3] {
        let in_box = |value: Option<u32>| match (self.method, value) {
            (Method::StrikeOut, Some(_)) => Some(Expected::NoBoxes),
            (Method::AgreeDisagree | Method::ShowOfHands, None) => Some(Expected::Given),
            (_, value) => too_large(value.unwrap_or(0)),
        };
        [
            ("votes", too_large(candidate.votes)),
            ("against", in_box(candidate.against)),
            ("unmarked", in_box(candidate.unmarked)),
        ]
    }
}

fn too_large(value: u32) -> Option<Expected> {
    (value > MOST).then_some(Expected::Whole { least: 0 })
}

fn in_range(field: &str, value: u32) -> Result<(), FieldError> {
    let least = least(field);
    refuse_if(!(least..=MOST).contains(&value), field, Expected::Whole { least })
}

fn in_range_at(field: impl FnOnce() -> String, least: u32, value: u32) -> Result<(), FieldError> {
    if (least..=MOST).contains(&value) {
        Ok(())
    } else {
        Err(FieldError::new(field(), Expected::Whole { least }))
    }
}

fn refuse_if(wrong: bool, field: &str, expected: Expected) -> Result<(), FieldError> {
    if wrong { Err(FieldError::new(field, expected)) } else { Ok(()) }
}
