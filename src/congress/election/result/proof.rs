//! The proof of an outcome: every figure and comparison behind it, with the clause it rests on, and no text of its own.
//!
//! A proof can be followed with pencil and paper: the subtraction that gives the base, one inequality for each name,
//! and what the congress has to decide.

use serde::Serialize;

use super::outcome::{NextStep, Outcome, Verdict};
use crate::congress::election::round::{Candidate, CheckedRound, ExclusionKind};
use crate::congress::election::rules::{BaseRule, Clause, Share};

/// Why an outcome is what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// How the base comes about.
    pub base: BaseProof,
    /// The share of the base that must be passed; half, unless the rules name another.
    pub share: Share,
    /// Least votes that pass; none in a tie-break.
    pub threshold: Option<u32>,
    /// The clause of the threshold; in a tie-break, of the tie.
    pub threshold_clause: Clause,
    /// The clause that gives the seats to the highest.
    pub ranking_clause: Clause,
    /// One row for each candidate, in ballot order.
    pub rows: Vec<ProofRow>,
    /// What has to happen next, with its clause.
    pub next_step: Option<(NextStep, Clause)>,
    /// The clause of the alternates, where the outcome names any.
    pub alternates_clause: Option<Clause>,
}

impl Proof {
    /// The place of a person by votes, the first being 1; persons with the same number share one.
    pub fn rank(&self, row: &ProofRow) -> usize {
        self.rows.iter().filter(|other| other.votes > row.votes).count() + 1
    }
}

/// The base as a subtraction: `from`, less each line, is `base`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BaseProof {
    /// What the base is made of.
    pub rule: BaseRule,
    /// Its clause.
    pub clause: Clause,
    /// People summoned, or the number that is itself the base.
    pub from: u32,
    /// Every exclusion of the form of congress, those of nobody too; empty where people are not the base.
    pub exclusions: Vec<ExclusionLine>,
    /// The base.
    pub base: u32,
}

/// One exclusion of the subtraction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExclusionLine {
    /// Who is taken out.
    pub kind: ExclusionKind,
    /// How many people.
    pub people: u32,
    /// Its clause.
    pub clause: Clause,
}

/// The comparison for one candidate: `scaled_votes > scaled_base` is what "more than half of the base" means in whole
/// numbers: twice the votes against the base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProofRow {
    /// The name as it went in.
    pub name: String,
    /// Votes for the name.
    pub votes: u32,
    /// The votes times the share's denominator: twice the votes for a half.
    pub scaled_votes: u64,
    /// The base times the share's numerator: the base itself for a half.
    pub scaled_base: u64,
    /// Votes as hundredths of a percent of the base; for reading, never for deciding.
    pub share_hundredths: u32,
    /// How far from the threshold; none in a tie-break, which has none.
    pub margin: Option<Margin>,
    /// What the round says of the name.
    pub verdict: Verdict,
}

/// How far a number of votes is from the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Margin {
    /// Over half, with this many votes more than were needed; 0 is just enough.
    Over(u32),
    /// Not over half, for want of this many votes; at least 1.
    Short(u32),
}

impl CheckedRound<'_> {
    /// The proof of [`CheckedRound::outcome`].
    pub fn proof(&self) -> Proof {
        let outcome = self.outcome();
        let profile = self.profile();
        Proof {
            base: self.base_proof(),
            share: profile.threshold.more_than,
            threshold: outcome.threshold,
            threshold_clause: if outcome.threshold.is_some() {
                profile.threshold.clause.clone()
            } else {
                profile.tie.clause.clone()
            },
            ranking_clause: profile.ranking.clone(),
            rows: self.rows(&outcome),
            next_step: outcome.next_step.map(|step| (step, self.clause_of(step))),
            alternates_clause: (!outcome.alternates.is_empty()).then(|| profile.alternates.clause.clone()),
        }
    }

    fn base_proof(&self) -> BaseProof {
        let (round, profile) = (self.round(), self.profile());
        let exclusions = profile.exclusions_of(round.congress).iter();
        let lines = exclusions.map(|rule| ExclusionLine {
            kind: rule.kind,
            people: round.exclusions.get(rule.kind),
            clause: rule.clause.clone(),
        });
        BaseProof {
            rule: profile.base.rule,
            clause: profile.base.clause.clone(),
            from: if profile.counts_people() { round.summoned } else { self.base() },
            exclusions: lines.collect(),
            base: self.base(),
        }
    }

    fn rows(&self, outcome: &Outcome) -> Vec<ProofRow> {
        let share = self.profile().threshold.more_than;
        let row = |(candidate, verdict): (&Candidate, &Verdict)| ProofRow {
            name: candidate.name.clone(),
            votes: candidate.votes,
            scaled_votes: u64::from(candidate.votes) * u64::from(share.denominator),
            scaled_base: u64::from(outcome.base) * u64::from(share.numerator),
            share_hundredths: share_hundredths(candidate.votes, outcome.base),
            margin: outcome.threshold.map(|threshold| Margin::of(candidate.votes, threshold)),
            verdict: *verdict,
        };
        self.round().candidates.iter().zip(&outcome.verdicts).map(row).collect()
    }

    /// The clause on which a next step rests.
    pub fn clause_of(&self, step: NextStep) -> Clause {
        let profile = self.profile();
        let clause = match step {
            NextStep::Recount => &profile.recount,
            NextStep::VoidAndRevote => &profile.void,
            NextStep::TieBreak | NextStep::CongressDecidesAfterLevelTie => &profile.tie.clause,
            NextStep::CongressDecidesFurtherRound => &profile.shortfall.clause,
            NextStep::SuperiorAppoints => {
                let ballots = profile.secretary_ballots.as_ref();
                ballots.map_or(&profile.shortfall.clause, |ballots| &ballots.clause)
            }
            NextStep::NotAdopted => &profile.open_vote,
        };
        clause.clone()
    }
}

impl Margin {
    fn of(votes: u32, threshold: u32) -> Self {
        match votes.checked_sub(threshold) {
            Some(over) => Self::Over(over),
            None => Self::Short(threshold.saturating_sub(votes)),
        }
    }
}

/// Votes as hundredths of a percent of the base, a half rounded up: 1 of 3 is 3333, 2 of 3 is 6667.
///
/// For reading only; 50.00 may stand for less than half, so nothing is decided by it. A base of 0 gives 0.
pub fn share_hundredths(votes: u32, base: u32) -> u32 {
    let (votes, base) = (u64::from(votes), u64::from(base));
    let share = (votes * 20_000 + base).checked_div(2 * base).unwrap_or(0);
    u32::try_from(share).unwrap_or(u32::MAX)
}
