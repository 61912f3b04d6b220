//! Why a round or a rule profile is refused: the field, and what was expected there.

use std::fmt;

use super::MOST;
use crate::congress::election::round::CongressForm;
use crate::congress::election::rules::RulesId;

/// A refused round or rule profile. Nothing was counted, and nothing was taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field as it is written in JSON, such as `ballots.valid` or `candidates[2].name`; empty for the whole.
    /// Positions in a list start at 0.
    pub field: String,
    /// What was expected in that field.
    pub expected: Expected,
}

/// What a refused field should have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// JSON as the contract takes it; the reader's own words say what it met.
    Json(String),
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// `true` or `false`.
    Flag,
    /// One of the words the field knows; the text lists them.
    OneOf(String),
    /// A whole number from `least` to [`MOST`].
    Whole {
        /// The smallest number the field takes.
        least: u32,
    },
    /// A field that is known here.
    KnownField,
    /// A value, as the field has no default.
    Given,
    /// Exactly 1, because the office has one seat.
    OneSeat,
    /// No exclusion of the other form of congress.
    ExclusionOf(CongressForm),
    /// Exclusions that leave at least one person in the base.
    ExclusionsBelowSummoned {
        /// All people excluded.
        excluded: u64,
        /// All people summoned.
        summoned: u32,
    },
    /// At least one candidate.
    Candidates,
    /// A name that is more than white space.
    Name,
    /// A name unlike the candidate's at this position, after trimming and canonical composition.
    NameUnlike(usize),
    /// Nothing, because names are struck out and there are no boxes.
    NoBoxes,
    /// `show_of_hands`, because the office is an open vote.
    ShowOfHands,
    /// Another method, because hands are shown in an open vote only.
    SecretMethod,
    /// Exactly one name, because an open vote is on one question.
    OneName,
    /// `ordinary`, because an open vote has nobody to tie.
    OrdinaryRound,
    /// Rules that this build ships; the congress's own rules are given beside the round.
    Rules(RulesId),
    /// No exclusion that the rules do not know.
    ExclusionUnderRules,
    /// A ballot method that the rules know.
    MethodUnderRules,
    /// A day, written as `2024-10-10`.
    Day,
    /// What the text says: a part of a rule profile contradicts another.
    Agreement(&'static str),
}

impl FieldError {
    pub(crate) fn new(field: impl Into<String>, expected: Expected) -> Self {
        Self { field: field.into(), expected }
    }

    /// The same refusal, seen from the value that holds the one it was met in.
    pub(crate) fn within(self, outer: &str) -> Self {
        let dot = if self.field.is_empty() { "" } else { "." };
        Self { field: format!("{outer}{dot}{}", self.field), expected: self.expected }
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() {
            write!(out, "The round {}.", self.expected)
        } else {
            write!(out, "The field `{}` {}.", self.field, self.expected)
        }
    }
}

impl std::error::Error for FieldError {}

impl fmt::Display for Expected {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(reason) => write!(out, "must be plain JSON: {reason}"),
            Self::Object => out.write_str("must be an object"),
            Self::List => out.write_str("must be a list"),
            Self::Text => out.write_str("must be a text"),
            Self::Flag => out.write_str("must be true or false"),
            Self::OneOf(reason) => write!(out, "must be a word it knows: {reason}"),
            Self::Whole { least } => write!(out, "must be a whole number from {least} to {MOST}"),
            Self::KnownField => out.write_str("is unknown; only the fields of the format are expected"),
            Self::Given => out.write_str("is missing, and a value was expected"),
            Self::OneSeat => out.write_str("must be 1 for this office"),
            Self::ExclusionOf(form) => {
                write!(out, "must be left out, as it belongs to a congress of {}", form.key())
            }
            Self::ExclusionsBelowSummoned { excluded, summoned } => {
                write!(out, "must add up to less than the {summoned} summoned, and adds up to {excluded}")
            }
            Self::Candidates => out.write_str("must hold at least one candidate"),
            Self::Name => out.write_str("must be a name that is not empty"),
            Self::NameUnlike(other) => write!(out, "must differ from the name of candidates[{other}]"),
            Self::NoBoxes => out.write_str("must be left out when names are struck out"),
            Self::ShowOfHands => out.write_str("must be `show_of_hands` for an open vote"),
            Self::SecretMethod => out.write_str("may be `show_of_hands` for an open vote only"),
            Self::OneName => out.write_str("must hold exactly one name for an open vote"),
            Self::OrdinaryRound => out.write_str("must be `ordinary` for an open vote"),
            Self::Rules(_) => out.write_str("must name rules that can be read"),
            Self::ExclusionUnderRules => {
                out.write_str("must be left out or 0, as the rules know no such exclusion")
            }
            Self::MethodUnderRules => out.write_str("must be a ballot method of the rules"),
            Self::Day => out.write_str("must be a day written as 2024-10-10"),
            Self::Agreement(expected) => write!(out, "must hold {expected}"),
        }
    }
}
