//! Rule profiles: a regulation as data, each clause with where it stands and how sure we are of it.

mod clause;
mod consistency;
mod profile;
mod readings;
mod surplus;
mod texts;

pub use clause::Clause;
pub use profile::{
    Alternates, AlternatesRule, Base, BaseRule, CellCommittee, ExclusionRule, ExclusionRules, InForce,
    RuleProfile, RulesId, SecretaryBallots, Share, Shortfall, ShortfallRule, Threshold, Tie, TieRule,
};
pub use readings::{BallotCase, BallotRules, ReadingRule, Ruling};
pub use surplus::{SmallSurplus, Support, Surplus, SurplusJudgement};
