//! A regulation as data: the base, the threshold and what follows, each with its clause and how sure we are of it.
//!
//! The figures that decide live in `data/rules/`; this module reads them once and refuses a profile that
//! contradicts itself.

use std::fmt;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::congress::bilingual::Bilingual;
use crate::congress::confidence::Confidence;
use crate::congress::day;
use crate::congress::embedded;

use super::exclusions::ExclusionKind;
use super::round::CongressForm;

/// A regulation this build knows.
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
}

/// A regulation as the counting core needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleProfile {
    /// Which regulation this is.
    pub id: RulesId,
    /// Its name.
    pub names: Bilingual,
    /// When it applies.
    pub in_force: InForce,
    /// What "more than half" is taken of.
    pub base: Base,
    /// Who is taken out of the base.
    pub exclusions: ExclusionRules,
    /// More than half.
    pub threshold: Clause,
    /// The highest first.
    pub ranking: Clause,
    /// Which ballots and rows count.
    pub valid_ballots: Clause,
    /// Level at the last seat.
    pub tie: Clause,
    /// Fewer elected than seats.
    pub shortfall: Clause,
    /// Alternates of delegates.
    pub alternates: Clause,
    /// More ballots collected than issued.
    pub void: Clause,
    /// Figures that do not add up.
    pub recount: Clause,
    /// A question decided by a show of hands.
    pub open_vote: Clause,
    /// How many more names than seats the list may hold; none where no rule is known.
    pub surplus: Option<Surplus>,
    /// How often a cell may vote for its secretary; none where no rule is known.
    pub secretary_ballots: Option<SecretaryBallots>,
}

/// A rule in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Where it stands.
    pub article: Bilingual,
    /// What it says.
    pub text: Bilingual,
    /// How sure we are of it.
    pub confidence: Confidence,
}

/// The days a regulation applies, both included; none where the end is open or the day unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// First day.
    #[serde(default, deserialize_with = "day::read_if_given")]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, deserialize_with = "day::read_if_given")]
    pub until: Option<NaiveDate>,
}

/// The denominator and its clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Base {
    /// What is counted.
    pub rule: BaseRule,
    /// Where that stands.
    pub clause: Clause,
}

/// What "more than half" is taken of.
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

/// The exclusions of each form of congress, in the order of the regulation; both empty where ballots are the base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExclusionRules {
    /// At a congress of all members.
    pub members: Vec<ExclusionRule>,
    /// At a congress of delegates.
    pub delegates: Vec<ExclusionRule>,
}

/// One exclusion with its clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExclusionRule {
    /// Who is taken out.
    pub kind: ExclusionKind,
    /// Where that stands.
    pub clause: Clause,
}

/// How many more names than seats a list may hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surplus {
    /// At most this many in a hundred of the seats, 1 to 100.
    pub percent: u32,
    /// The exception for few seats.
    pub small: SmallSurplus,
    /// Where that stands.
    pub clause: Clause,
}

/// A fixed surplus for a range of seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallSurplus {
    /// Fewest seats it is for.
    pub from_seats: u32,
    /// Most seats it is for.
    pub to_seats: u32,
    /// People beyond the seats.
    pub people: u32,
}

/// How often a cell may vote for its secretary before the superior committee appoints one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretaryBallots {
    /// The last round of the congress itself, from 1.
    pub most: u32,
    /// Where that stands, and what follows.
    pub clause: Clause,
}

/// Why a profile cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileError {
    /// Not the JSON of a profile; the reader's own words.
    Unreadable(String),
    /// A field contradicts another or says nothing.
    Contradiction {
        /// The field, such as `exclusions.members`.
        field: &'static str,
        /// What was expected there.
        expected: &'static str,
    },
}

/// The profiles this build ships, read once. One that cannot be read is left out, so that a round under it is refused
/// instead of counted by guess; a test holds that none is left out.
static PROFILES: LazyLock<Vec<RuleProfile>> =
    LazyLock::new(|| RulesId::ALL.iter().filter_map(|id| id.read().ok()).collect());

impl RulesId {
    /// Every regulation this build knows, the one in force first.
    pub const ALL: [Self; 4] = [Self::Party190, Self::Party244, Self::YouthUnion, Self::TradeUnion];

    /// The data this build ships for the regulation.
    pub fn source(self) -> &'static str {
        match self {
            Self::Party190 => include_str!("../../../data/rules/party_190_2024.json"),
            Self::Party244 => include_str!("../../../data/rules/party_244_2014.json"),
            Self::YouthUnion => include_str!("../../../data/rules/youth_union.json"),
            Self::TradeUnion => include_str!("../../../data/rules/trade_union.json"),
        }
    }

    fn read(self) -> Result<RuleProfile, ProfileError> {
        let profile = RuleProfile::from_json(self.source())?;
        agree(profile.id == self, "id", "the id of its own file")?;
        Ok(profile)
    }
}

impl RuleProfile {
    /// The profile of a regulation. None only if its data were damaged, which a test excludes.
    pub fn by_id(id: RulesId) -> Option<&'static Self> {
        PROFILES.iter().find(|profile| profile.id == id)
    }

    /// The Party's regulation for a congress on `day`: of 2014 before 2024-10-10, of 2024 from then on.
    pub fn default_for(day: NaiveDate) -> Option<&'static Self> {
        let latest = Self::by_id(RulesId::Party190)?;
        if latest.in_force.from.is_some_and(|from| day < from) {
            Self::by_id(RulesId::Party244)
        } else {
            Some(latest)
        }
    }

    /// Reads a profile and checks that it does not contradict itself.
    pub fn from_json(text: &str) -> Result<Self, ProfileError> {
        let profile: Self =
            embedded::read(text).map_err(|error| ProfileError::Unreadable(error.to_string()))?;
        profile.check()?;
        Ok(profile)
    }

    /// The exclusions of one form of congress.
    pub fn exclusions_of(&self, form: CongressForm) -> &[ExclusionRule] {
        match form {
            CongressForm::Members => &self.exclusions.members,
            CongressForm::Delegates => &self.exclusions.delegates,
        }
    }

    /// Whether the base or the threshold still waits for a text to be checked against; the app marks such a profile.
    pub fn is_unverified(&self) -> bool {
        [&self.base.clause, &self.threshold].iter().any(|clause| clause.confidence == Confidence::Unverified)
    }

    fn check(&self) -> Result<(), ProfileError> {
        agree(self.names.is_filled(), "names", "a name in both languages")?;
        let InForce { from, until } = self.in_force;
        let in_order = from.zip(until).is_none_or(|(from, until)| from <= until);
        agree(in_order, "in_force", "a first day that is not after the last")?;
        agree(self.exclusions_fit(CongressForm::Members), "exclusions.members", EXCLUSIONS)?;
        agree(self.exclusions_fit(CongressForm::Delegates), "exclusions.delegates", EXCLUSIONS)?;
        for (field, clause) in self.clauses() {
            agree(clause.is_filled(), field, "an article and a text in both languages")?;
        }
        if let Some(surplus) = &self.surplus {
            agree((1..=100).contains(&surplus.percent), "surplus.percent", "a whole number from 1 to 100")?;
            let small = surplus.small;
            let sensible = 1 <= small.from_seats && small.from_seats <= small.to_seats && small.people >= 1;
            agree(sensible, "surplus.small", "a range of seats from 1 up, and at least one person")?;
        }
        let most = self.secretary_ballots.as_ref().map(|ballots| ballots.most);
        agree(most != Some(0), "secretary_ballots.most", "a whole number from 1")
    }

    /// Exclusions matter only where people are the base; there, all kinds of the form stand once, in order.
    fn exclusions_fit(&self, form: CongressForm) -> bool {
        let listed = self.exclusions_of(form).iter().map(|rule| rule.kind);
        match self.base.rule {
            BaseRule::SummonedLessExclusions => listed.eq(ExclusionKind::of(form)),
            _ => listed.count() == 0,
        }
    }

    fn clauses(&self) -> Vec<(&'static str, &Clause)> {
        let mut clauses = vec![
            ("base", &self.base.clause),
            ("threshold", &self.threshold),
            ("ranking", &self.ranking),
            ("valid_ballots", &self.valid_ballots),
            ("tie", &self.tie),
            ("shortfall", &self.shortfall),
            ("alternates", &self.alternates),
            ("void", &self.void),
            ("recount", &self.recount),
            ("open_vote", &self.open_vote),
        ];
        clauses.extend(self.exclusions.members.iter().map(|rule| ("exclusions.members", &rule.clause)));
        clauses.extend(self.exclusions.delegates.iter().map(|rule| ("exclusions.delegates", &rule.clause)));
        clauses.extend(self.surplus.iter().map(|surplus| ("surplus", &surplus.clause)));
        clauses.extend(self.secretary_ballots.iter().map(|ballots| ("secretary_ballots", &ballots.clause)));
        clauses
    }
}

const EXCLUSIONS: &str = "every kind of the form once and in order where people are the base, none elsewhere";

impl Surplus {
    /// The most names beyond `seats` a list may hold, rounded down (190-QĐ/TW Đ14 k1).
    pub fn most(&self, seats: u32) -> u32 {
        let small = self.small;
        if (small.from_seats..=small.to_seats).contains(&seats) {
            return small.people;
        }
        u32::try_from(u64::from(seats) * u64::from(self.percent) / 100).unwrap_or(u32::MAX)
    }

    /// Whether rounding to the nearest would allow one name more than [`Surplus::most`]; which of the two is meant is
    /// not verified, so the app warns.
    pub fn is_rounding_in_doubt(&self, seats: u32) -> bool {
        let small = self.small;
        let rest = u64::from(seats) * u64::from(self.percent) % 100;
        !(small.from_seats..=small.to_seats).contains(&seats) && rest >= 50
    }
}

impl Clause {
    fn is_filled(&self) -> bool {
        self.article.is_filled() && self.text.is_filled()
    }
}

fn agree(holds: bool, field: &'static str, expected: &'static str) -> Result<(), ProfileError> {
    if holds { Ok(()) } else { Err(ProfileError::Contradiction { field, expected }) }
}

impl fmt::Display for ProfileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(reason) => write!(out, "The profile cannot be read: {reason}."),
            Self::Contradiction { field, expected } => {
                write!(out, "The field `{field}` of the profile must hold {expected}.")
            }
        }
    }
}

impl std::error::Error for ProfileError {}

#[cfg(test)]
mod tests {
    use super::{ProfileError, RuleProfile, RulesId};
    use chrono::NaiveDate;
    use serde_json::{Value, json};

    #[test]
    fn every_profile_can_be_read() {
        for id in RulesId::ALL {
            assert_eq!(id.read().map(|profile| profile.id), Ok(id));
            assert!(RuleProfile::by_id(id).is_some());
        }
    }

    #[test]
    fn the_regulation_of_2024_begins_on_its_day() {
        let on = |y, m, d| {
            let day = NaiveDate::from_ymd_opt(y, m, d).unwrap();
            RuleProfile::default_for(day).unwrap().id
        };
        assert_eq!(on(2022, 5, 1), RulesId::Party244);
        assert_eq!(on(2024, 10, 9), RulesId::Party244);
        assert_eq!(on(2024, 10, 10), RulesId::Party190);
        assert_eq!(on(2030, 1, 1), RulesId::Party190);
    }

    #[test]
    fn the_surplus_is_rounded_down_and_the_doubt_is_told() {
        let surplus = RuleProfile::by_id(RulesId::Party190).unwrap().surplus.as_ref().unwrap();
        let table = [(2, 0, true), (3, 1, false), (5, 1, false), (7, 2, false), (9, 2, true), (10, 3, false)];
        for (seats, most, doubt) in table {
            assert_eq!((surplus.most(seats), surplus.is_rounding_in_doubt(seats)), (most, doubt), "{seats}");
        }
    }

    #[test]
    fn a_profile_that_contradicts_itself_is_refused_by_field() {
        check("/names/vi", json!(" "), "names");
        check("/in_force/until", json!("2001-01-01"), "in_force");
        check("/base/rule", json!("ballots_collected"), "exclusions.members");
        check("/exclusions/delegates", json!([]), "exclusions.delegates");
        check("/exclusions/members/0/kind", json!("suspended"), "exclusions.members");
        check("/tie/text/en", json!(""), "tie");
        check("/surplus/percent", json!(0), "surplus.percent");
        check("/surplus/small/to_seats", json!(2), "surplus.small");
        check("/secretary_ballots/most", json!(0), "secretary_ballots.most");
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let text = RulesId::Party190.source().replacen('{', r#"{"extra":1,"#, 1);
        assert!(matches!(RuleProfile::from_json(&text), Err(ProfileError::Unreadable(_))));
    }

    fn check(place: &str, value: Value, field: &'static str) {
        let mut profile: Value = serde_json::from_str(RulesId::Party190.source()).unwrap();
        *profile.pointer_mut(place).unwrap() = value;
        match RuleProfile::from_json(&profile.to_string()) {
            Err(ProfileError::Contradiction { field: found, .. }) => assert_eq!(found, field),
            other => panic!("{place}: {other:?}"),
        }
    }
}
