//! A regulation as data: the base, the threshold and what follows, each with its clause and how sure we are of it.
//!
//! The figures that decide live in `data/rules/`; this module reads them once. An association brings its own profile
//! as a file of the same form (`docs/RULES.md`).

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use super::clause::Clause;
use super::readings::BallotRules;
use super::surplus::{Support, Surplus};
use crate::congress::bilingual::Bilingual;
use crate::congress::election::round::{CongressForm, ExclusionKind};
use crate::congress::election::strict::{self, Expected, FieldError, Fields, Json};

/// Which rules a congress votes under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RulesId {
    /// Quyết định 190-QĐ/TW of 10/10/2024.
    #[serde(rename = "party_190_2024")]
    Party190,
    /// Quyết định 244-QĐ/TW of 09/06/2014.
    #[serde(rename = "party_244_2014")]
    Party244,
    /// The Youth Union; unconfirmed.
    YouthUnion,
    /// The trade union; unconfirmed.
    TradeUnion,
    /// The congress's own profile, which it carries in its records. No round read from JSON names it.
    #[serde(skip_deserializing)]
    Own,
}

/// A regulation as the counting core needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleProfile {
    /// Its id: one of this build's, or any other word for an own profile.
    pub id: String,
    /// Its name.
    pub names: Bilingual,
    /// When it applies.
    pub in_force: InForce,
    /// What the threshold is taken of.
    pub base: Base,
    /// Who is taken out of the base.
    pub exclusions: ExclusionRules,
    /// How much of the base is needed.
    pub threshold: Threshold,
    /// Which ballots there are, and how they are read.
    pub ballots: BallotRules,
    /// The highest first.
    pub ranking: Clause,
    /// Level at the last seat.
    pub tie: Tie,
    /// Fewer elected than seats.
    pub shortfall: Shortfall,
    /// Alternates of delegates.
    pub alternates: Alternates,
    /// More ballots collected than issued.
    pub void: Clause,
    /// Figures that do not add up.
    pub recount: Clause,
    /// A question decided by a show of hands.
    pub open_vote: Clause,
    /// How many more names than seats the list may hold; none where no rule is known.
    pub surplus: Option<Surplus>,
    /// How a name from the floor gets on the list; none where no rule is known.
    pub support: Option<Support>,
    /// How often a cell may vote for its secretary; none where no rule is known.
    pub secretary_ballots: Option<SecretaryBallots>,
    /// The committee of a cell; none where no rule is known.
    pub cell_committee: Option<CellCommittee>,
}

/// The days a regulation applies, both included; none where the end is open or the day unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct InForce {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// The denominator and its clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Base {
    /// What is counted.
    pub rule: BaseRule,
    /// Where that stands.
    pub clause: Clause,
}

/// What the threshold is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BaseRule {
    /// People summoned, less those excluded.
    SummonedLessExclusions,
    /// People in the room.
    Present,
    /// Ballots handed out.
    BallotsIssued,
    /// Ballots in the box, invalid ones included.
    BallotsCollected,
    /// Valid ballots.
    BallotsValid,
}

/// The exclusions that are allowed in each form of congress, in the order of the regulation; both empty where people
/// summoned are not the base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExclusionRules {
    /// At a congress of all members.
    pub members: Vec<ExclusionRule>,
    /// At a congress of delegates.
    pub delegates: Vec<ExclusionRule>,
}

/// One exclusion with its clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExclusionRule {
    /// Who is taken out.
    pub kind: ExclusionKind,
    /// Where that stands.
    pub clause: Clause,
}

/// How much of the base is needed, and its clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// More than this share of the base.
    pub more_than: Share,
    /// Where that stands.
    pub clause: Clause,
}

/// A share as two whole numbers: 0 < numerator < denominator ≤ 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Share {
    /// Above the line.
    pub numerator: u32,
    /// Below the line.
    pub denominator: u32,
}

/// What a tie leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// The next step.
    pub leads_to: TieRule,
    /// Where that stands.
    pub clause: Clause,
}

/// What follows when people over the threshold are level at the last seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieRule {
    /// A vote again among them; if they are level again, the congress decides.
    TieBreak,
    /// The congress decides at once.
    CongressDecides,
}

/// What a shortfall leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shortfall {
    /// The next step.
    pub leads_to: ShortfallRule,
    /// Where that stands.
    pub clause: Clause,
}

/// What follows when fewer are elected than there are seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShortfallRule {
    /// The congress decides whether to go on.
    CongressDecides,
    /// The seats stay vacant.
    StaysVacant,
}

/// How alternates of delegates come about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternates {
    /// The way.
    pub rule: AlternatesRule,
    /// Where that stands.
    pub clause: Clause,
}

/// Where alternates come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlternatesRule {
    /// Those over the threshold beyond the seats, in the order of votes.
    InOrderOfVotes,
    /// A ballot of their own; the ballot for delegates names none.
    SeparateBallot,
}

/// How often a cell may vote for its secretary before the superior committee appoints one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SecretaryBallots {
    /// The last round of the congress itself, from 1.
    pub most: u32,
    /// Where that stands, and what follows.
    pub clause: Clause,
}

/// The committee of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellCommittee {
    /// Full members from which a cell elects one.
    pub from_members: u32,
    /// Fewest seats.
    pub least: u32,
    /// Most seats.
    pub most: u32,
    /// Where that stands.
    pub clause: Clause,
}

/// The profiles this build ships, read once. One that cannot be read is left out, so that a round under it is refused
/// instead of counted by guess; a test holds that none is left out.
static PROFILES: LazyLock<Vec<(RulesId, RuleProfile)>> = LazyLock::new(|| {
    let read = |id: &RulesId| RuleProfile::from_json(id.source().unwrap_or_default()).ok();
    RulesId::ALL.iter().filter_map(|id| read(id).map(|profile| (*id, profile))).collect()
});

impl RulesId {
    /// Every regulation this build ships, the one in force first.
    pub const ALL: [Self; 4] = [Self::Party190, Self::Party244, Self::YouthUnion, Self::TradeUnion];

    /// The data this build ships for the regulation; none for a congress's own rules.
    pub fn source(self) -> Option<&'static str> {
        Some(match self {
            Self::Party190 => include_str!("../../../../data/rules/party_190_2024.json"),
            Self::Party244 => include_str!("../../../../data/rules/party_244_2014.json"),
            Self::YouthUnion => include_str!("../../../../data/rules/youth_union.json"),
            Self::TradeUnion => include_str!("../../../../data/rules/trade_union.json"),
            Self::Own => return None,
        })
    }
}

impl Share {
    /// The least whole number that is more than this share of `base`: floor(base × share) + 1.
    pub fn least_above(self, base: u32) -> u32 {
        let part = (u64::from(base) * u64::from(self.numerator)).checked_div(u64::from(self.denominator));
        // The share is below 1, so the part is at most the base; a denominator of 0 is refused where it is read.
        u32::try_from(part.unwrap_or(u64::from(base))).unwrap_or(u32::MAX).saturating_add(1)
    }
}

impl RuleProfile {
    /// The profile of a regulation that this build ships; none for [`RulesId::Own`].
    pub fn by_id(id: RulesId) -> Option<&'static Self> {
        PROFILES.iter().find(|(own, _)| *own == id).map(|(_, profile)| profile)
    }

    /// The Party's regulation for a congress on `day`: of 2014 before 2024-10-10, of 2024 from then on.
    pub fn default_for(day: NaiveDate) -> RulesId {
        let latest = Self::by_id(RulesId::Party190).and_then(|profile| profile.in_force.from);
        if latest.is_some_and(|from| day < from) { RulesId::Party244 } else { RulesId::Party190 }
    }

    /// Reads a profile strictly; one that contradicts itself is refused with its field.
    pub fn from_json(text: &str) -> Result<Self, FieldError> {
        strict::parse(text, Self::read)
    }

    /// Reads an association's own profile: like [`RuleProfile::from_json`], and its id is none of this build's.
    pub fn own_from_json(text: &str) -> Result<Self, FieldError> {
        let profile = Self::from_json(text)?;
        if PROFILES.iter().any(|(_, shipped)| shipped.id == profile.id) {
            let expected = "an id that none of the shipped rules has";
            return Err(FieldError::new("id", Expected::Agreement(expected)));
        }
        Ok(profile)
    }

    /// The profile as a file that [`RuleProfile::from_json`] reads, for people to change.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The exclusions of one form of congress.
    pub fn exclusions_of(&self, form: CongressForm) -> &[ExclusionRule] {
        match form {
            CongressForm::Members => &self.exclusions.members,
            CongressForm::Delegates => &self.exclusions.delegates,
        }
    }

    /// Whether the base is people summoned less those excluded, so that it is known before anybody votes.
    pub fn counts_people(&self) -> bool {
        self.base.rule == BaseRule::SummonedLessExclusions
    }

    /// Whether the base or the threshold still waits for a text to be checked against; the app marks such a profile.
    pub fn is_unverified(&self) -> bool {
        self.base.clause.is_unverified() || self.threshold.clause.is_unverified()
    }

    pub(crate) fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let profile = Self {
            id: fields.text("id")?,
            names: fields.bilingual("names")?,
            in_force: InForce::take(&mut fields)?,
            base: Base::take(&mut fields)?,
            exclusions: ExclusionRules::take(&mut fields)?,
            threshold: Threshold::take(&mut fields)?,
            ballots: BallotRules::take(&mut fields)?,
            ranking: Clause::take_as(&mut fields, "ranking")?,
            tie: Tie::take(&mut fields)?,
            shortfall: Shortfall::take(&mut fields)?,
            alternates: Alternates::take(&mut fields)?,
            void: Clause::take_as(&mut fields, "void")?,
            recount: Clause::take_as(&mut fields, "recount")?,
            open_vote: Clause::take_as(&mut fields, "open_vote")?,
            surplus: nullable(&mut fields, "surplus", Surplus::read)?,
            support: nullable(&mut fields, "support", Support::read)?,
            secretary_ballots: nullable(&mut fields, "secretary_ballots", SecretaryBallots::read)?,
            cell_committee: nullable(&mut fields, "cell_committee", CellCommittee::read)?,
        };
        fields.end()?;
        profile.check()?;
        Ok(profile)
    }
}

fn nullable<T>(
    fields: &mut Fields,
    key: &str,
    read: impl FnOnce(&str, Json) -> Result<T, FieldError>,
) -> Result<Option<T>, FieldError> {
    let path = fields.name(key);
    fields.nullable(key)?.map(|json| read(&path, json)).transpose()
}

impl InForce {
    fn take(fields: &mut Fields) -> Result<Self, FieldError> {
        let mut fields = fields.object("in_force")?;
        let days = Self { from: fields.day("from")?, until: fields.day("until")? };
        fields.end()?;
        Ok(days)
    }
}

/// A part of a profile that is a choice with its clause: `{"rule": …, "clause": …}`.
macro_rules! ruled {
    ($name:ident, $field:literal, $choice:ident, $key:literal) => {
        impl $name {
            fn take(fields: &mut Fields) -> Result<Self, FieldError> {
                let mut fields = fields.object($field)?;
                let part = Self { $choice: fields.choice($key)?, clause: Clause::take(&mut fields)? };
                fields.end()?;
                Ok(part)
            }
        }
    };
}

ruled!(Base, "base", rule, "rule");
ruled!(Tie, "tie", leads_to, "leads_to");
ruled!(Shortfall, "shortfall", leads_to, "leads_to");
ruled!(Alternates, "alternates", rule, "rule");

impl ExclusionRules {
    fn take(fields: &mut Fields) -> Result<Self, FieldError> {
        let mut fields = fields.object("exclusions")?;
        let rules = Self {
            members: fields.list("members", ExclusionRule::read)?,
            delegates: fields.list("delegates", ExclusionRule::read)?,
        };
        fields.end()?;
        Ok(rules)
    }
}

impl ExclusionRule {
    fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let rule = Self { kind: fields.choice("kind")?, clause: Clause::take(&mut fields)? };
        fields.end()?;
        Ok(rule)
    }
}

impl Threshold {
    fn take(fields: &mut Fields) -> Result<Self, FieldError> {
        let mut fields = fields.object("threshold")?;
        let mut share = fields.object("more_than")?;
        let more_than =
            Share { numerator: share.whole("numerator")?, denominator: share.whole("denominator")? };
        share.end()?;
        let threshold = Self { more_than, clause: Clause::take(&mut fields)? };
        fields.end()?;
        Ok(threshold)
    }
}

impl SecretaryBallots {
    fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let ballots = Self { most: fields.whole("most")?, clause: Clause::take(&mut fields)? };
        fields.end()?;
        Ok(ballots)
    }
}

impl CellCommittee {
    fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let committee = Self {
            from_members: fields.whole("from_members")?,
            least: fields.whole("least")?,
            most: fields.whole("most")?,
            clause: Clause::take(&mut fields)?,
        };
        fields.end()?;
        Ok(committee)
    }
}

impl<'de> Deserialize<'de> for RuleProfile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        strict::deserialize(deserializer, Self::read)
    }
}
