//! One round of voting, exactly as it was held and counted; reading it is strict.

mod checked_round;
mod exclusions;

use serde::{Deserialize, Deserializer, Serialize};

use super::rules::RulesId;
use super::strict::{self, Expected, FieldError, Fields, Json};

pub use checked_round::CheckedRound;
pub use exclusions::{ExclusionKind, Exclusions};

/// A round: what was put to the vote, who could vote, and what was in the box.
///
/// Any value of this type is a draft until [`Round::check`] has passed it; [`super::count`] checks by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Round {
    /// The regulation.
    pub rules: RulesId,
    /// The form of congress.
    pub congress: CongressForm,
    /// What is voted on.
    pub office: Office,
    /// Whether this is a cell congress (đại hội chi bộ).
    pub cell: bool,
    /// How the vote is cast.
    pub method: Method,
    /// Full members or official delegates summoned, 1 to [`super::MOST`].
    pub summoned: u32,
    /// People taken out of the base; together fewer than `summoned`.
    pub exclusions: Exclusions,
    /// People entitled to vote who are in the room for this round, 0 to [`super::MOST`].
    pub present: u32,
    /// Number to elect, 1 to [`super::MOST`]; 1 for secretary, deputy secretary and open vote.
    pub seats: u32,
    /// Which round for this office, from 1.
    pub round: u32,
    /// An ordinary round, or a vote again among the tied.
    pub round_kind: RoundKind,
    /// The ballots, or for a show of hands the people asked.
    pub ballots: Ballots,
    /// The names in ballot order; at least one.
    pub candidates: Vec<Candidate>,
}

/// Who sits in the congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CongressForm {
    /// All members (đại hội đảng viên).
    Members,
    /// Delegates (đại hội đại biểu).
    Delegates,
}

/// What is voted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// The committee (cấp ủy, chi ủy).
    Committee,
    /// The secretary (bí thư).
    Secretary,
    /// The deputy secretary (phó bí thư).
    DeputySecretary,
    /// The standing committee (ban thường vụ).
    StandingCommittee,
    /// Delegates to the higher congress (đại biểu dự đại hội cấp trên).
    Delegates,
    /// A question decided in the open, such as a resolution.
    OpenVote,
}

/// How a vote is cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// A list with surplus: the names not chosen are struck out.
    StrikeOut,
    /// A list without surplus: each row has a box to agree and a box to disagree.
    AgreeDisagree,
    /// Hands or Party cards raised.
    ShowOfHands,
}

/// Whether the threshold applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundKind {
    /// More than half of the base is needed.
    #[default]
    Ordinary,
    /// A vote again among those who were level over half: the higher number wins.
    TieBreak,
}

/// The ballots of a round, each number from 0 to [`super::MOST`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ballots {
    /// Handed out.
    pub issued: u32,
    /// Taken from the box.
    pub collected: u32,
    /// Of those collected, valid.
    pub valid: u32,
    /// Of those collected, invalid.
    pub invalid: u32,
}

/// A row of the ballot with its count, each number from 0 to [`super::MOST`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The name as it stands on the ballot; it comes out as it went in.
    pub name: String,
    /// Votes for the name on valid ballots.
    pub votes: u32,
    /// Votes against; none for [`Method::StrikeOut`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<u32>,
    /// Rows with neither or both boxes marked, or abstentions; none for [`Method::StrikeOut`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unmarked: Option<u32>,
}

impl Round {
    /// Reads one round from JSON and checks it.
    pub fn from_json(text: &str) -> Result<Self, FieldError> {
        let round = strict::parse(text, Self::read)?;
        round.check_fields()?;
        Ok(round)
    }

    pub(crate) fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let round = Self {
            rules: fields.choice("rules")?,
            congress: fields.choice("congress")?,
            office: fields.choice("office")?,
            cell: match fields.take("cell") {
                None => false,
                Some(Json::Flag(cell)) => cell,
                Some(_) => return Err(FieldError::new(fields.name("cell"), Expected::Flag)),
            },
            method: fields.choice("method")?,
            summoned: fields.whole("summoned")?,
            exclusions: match fields.take("exclusions") {
                None => Exclusions::none(),
                Some(json) => Exclusions::read(&fields.name("exclusions"), json)?,
            },
            present: fields.whole("present")?,
            seats: fields.whole("seats")?,
            round: fields.whole_if_given("round")?.unwrap_or(1),
            round_kind: fields.choice_if_given("round_kind")?.unwrap_or_default(),
            ballots: Ballots::read(&fields.name("ballots"), fields.demand("ballots")?)?,
            candidates: fields.list("candidates", Candidate::read)?,
        };
        fields.end()?;
        Ok(round)
    }
}

impl Ballots {
    fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let ballots = Self {
            issued: fields.whole("issued")?,
            collected: fields.whole("collected")?,
            valid: fields.whole("valid")?,
            invalid: fields.whole("invalid")?,
        };
        fields.end()?;
        Ok(ballots)
    }
}

impl Candidate {
    /// A row of a list with surplus.
    pub fn struck(name: impl Into<String>, votes: u32) -> Self {
        Self { name: name.into(), votes, against: None, unmarked: None }
    }

    /// A row with two boxes, or the one row of a show of hands.
    pub fn boxed(name: impl Into<String>, votes: u32, against: u32, unmarked: u32) -> Self {
        Self { name: name.into(), votes, against: Some(against), unmarked: Some(unmarked) }
    }

    fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let candidate = Self {
            name: fields.text("name")?,
            votes: fields.whole("votes")?,
            against: fields.whole_if_given("against")?,
            unmarked: fields.whole_if_given("unmarked")?,
        };
        fields.end()?;
        Ok(candidate)
    }
}

impl CongressForm {
    /// The word of this form in a round's JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Delegates => "delegates",
        }
    }
}

impl<'de> Deserialize<'de> for Round {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        strict::deserialize(deserializer, Self::read)
    }
}
