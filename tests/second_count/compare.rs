//! The two counts side by side. Fields are compared, not texts: millions of rounds pass here.

use super::second::{Second, Terms, second};
use so_tay_dai_hoi::congress::election::{CheckedRound, Finding, NextStep, Outcome, Verdict};

/// Counts a round both ways and stops where they differ.
pub fn compare(checked: &CheckedRound<'_>, terms: &Terms) -> Outcome {
    let outcome = checked.outcome();
    let second = second(checked.round(), terms);
    assert!(is_same(&outcome, &second), "{:?}\n{terms:?}\n{outcome:?}\n{second:?}", checked.round());
    outcome
}

fn is_same(outcome: &Outcome, second: &Second) -> bool {
    u64::from(outcome.base) == second.base
        && outcome.threshold.map(u64::from) == second.threshold
        && outcome.elected == second.elected
        && outcome.tied == second.tied
        && u64::from(outcome.tied_for_seats) == second.tied_for_seats
        && outcome.alternates == second.alternates
        && u64::from(outcome.vacancies) == second.vacancies
        && outcome.next_step.map(step) == second.next_step
        && outcome.findings.iter().map(Finding::code).eq(second.findings.iter().cloned())
        && outcome.verdicts.iter().map(|verdict| fate(*verdict)).eq(second.fates.iter().copied())
}

fn step(step: NextStep) -> &'static str {
    match step {
        NextStep::Recount => "recount",
        NextStep::VoidAndRevote => "void_and_revote",
        NextStep::TieBreak => "tie_break",
        NextStep::CongressDecidesAfterLevelTie => "congress_decides_after_level_tie",
        NextStep::CongressDecidesFurtherRound => "congress_decides_further_round",
        NextStep::SuperiorAppoints => "superior_appoints",
        NextStep::NotAdopted => "not_adopted",
    }
}

fn fate(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Elected => "elected",
        Verdict::Tied => "tied",
        Verdict::OverHalfNotRanked => "over_half_not_ranked",
        Verdict::NotElected => "not_elected",
        Verdict::Undecided => "undecided",
    }
}
