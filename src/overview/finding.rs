//! What is wrong with what a congress tells: its rounds are counted again from their figures, by the same core that
//! counts in the hall.

use crate::congress::election::sheet::Electorate;
use crate::congress::election::{Office, Outcome, Round, RoundKind, RuleProfile, RulesId};
use crate::congress::summary::{StatedOutcome, StatedRound, Step, Summary};

/// Which round of a congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundName {
    /// What was elected.
    pub office: Office,
    /// Which round for this office, from 1.
    pub number: u32,
    /// Whether it was a vote again among the tied.
    pub tie_break: bool,
    /// Whether it was at the congress of a cell.
    pub cell: bool,
}

/// A name with its votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Votes {
    /// The name as it stood on the ballot.
    pub name: String,
    /// Votes for it.
    pub votes: u32,
}

/// Something that does not follow, or does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellFinding {
    /// A round cannot be counted: its place among the rounds, from 1, and the field.
    Unreadable {
        /// The place.
        place: u32,
        /// The field that contradicts the counting contract.
        field: String,
    },
    /// The figures of a round do not add up.
    Figures {
        /// Which round.
        of: RoundName,
        /// The core's code, such as `votes_exceed_valid:NAME`.
        code: String,
    },
    /// Another base was announced than the figures give.
    Base {
        /// Which round.
        of: RoundName,
        /// The base that was announced.
        told: u32,
        /// The base by the rules.
        base: u32,
    },
    /// Another threshold was announced.
    Threshold {
        /// Which round.
        of: RoundName,
        /// The threshold that was announced.
        told: u32,
        /// The threshold by the rules.
        threshold: u32,
    },
    /// Others were announced as elected than follows from the votes.
    Elected {
        /// Which round.
        of: RoundName,
        /// The base, and the least votes that are more than half of it.
        base: u32,
        /// The least votes that are more than half of the base; none in a tie-break.
        threshold: Option<u32>,
        /// Announced as elected, and not.
        wrongly: Vec<Votes>,
        /// Elected, and not announced.
        missing: Vec<Votes>,
    },
    /// The base of a round is not that of the roll.
    Roll {
        /// Which round.
        of: RoundName,
        /// The base of the round.
        base: u32,
        /// The base by the roll.
        roll: u32,
    },
    /// A later step has an earlier day.
    Order {
        /// The step that comes first.
        earlier: Step,
        /// The step that comes after it.
        later: Step,
    },
    /// What the file tells is not what its records add up to.
    Disagrees,
}

/// Everything that is wrong with what a congress tells, round by round, then the days.
pub fn findings(summary: &Summary) -> Vec<CellFinding> {
    let mut found = Vec::new();
    for (stated, place) in summary.rounds.iter().zip(1..) {
        match counted(summary, stated) {
            Ok((round, outcome)) => of_round(summary, round, &outcome, &stated.outcome, &mut found),
            Err(field) => found.push(CellFinding::Unreadable { place, field }),
        }
    }
    let days = Step::ALL.iter().filter_map(|step| Some((*step, summary.steps.on(*step)?)));
    let days: Vec<_> = days.collect();
    let pairs = days.iter().zip(days.iter().skip(1));
    found.extend(
        pairs
            .filter(|((_, before), (_, after))| after < before)
            .map(|((earlier, _), (later, _))| CellFinding::Order { earlier: *earlier, later: *later }),
    );
    found
}

/// A stated round, counted again by the core from its figures; `None` where they cannot be counted or do not add up, so
/// that nothing can be said of who is elected.
pub fn recounted(summary: &Summary, stated: &StatedRound) -> Option<Outcome> {
    let (_, outcome) = counted(summary, stated).ok()?;
    outcome.findings.is_empty().then_some(outcome)
}

/// A stated round, counted by the core; the error is the field that stands in the way.
fn counted<'a>(summary: &Summary, stated: &'a StatedRound) -> Result<(&'a Round, Outcome), String> {
    let round = stated.round.as_ref().map_err(Clone::clone)?;
    let own = summary.own_rules.as_deref().filter(|_| summary.rules == RulesId::Own);
    let profile = own.or_else(|| RuleProfile::by_id(round.rules)).ok_or("rules")?;
    let outcome = round.check_under(profile).map_err(|error| error.field)?.outcome();
    Ok((round, outcome))
}

fn of_round(
    summary: &Summary,
    round: &Round,
    outcome: &Outcome,
    told: &StatedOutcome,
    found: &mut Vec<CellFinding>,
) {
    let of = RoundName {
        office: round.office,
        number: round.round,
        tie_break: round.round_kind == RoundKind::TieBreak,
        cell: round.cell,
    };
    found.extend(outcome.findings.iter().map(|finding| CellFinding::Figures { of, code: finding.code() }));
    if told.base != outcome.base {
        found.push(CellFinding::Base { of, told: told.base, base: outcome.base });
    } else if let (Some(told), Some(threshold)) = (told.threshold, outcome.threshold)
        && told != threshold
    {
        found.push(CellFinding::Threshold { of, told, threshold });
    }
    // Where the figures do not add up nobody is elected, whatever was announced; that was said already.
    if outcome.findings.is_empty() {
        let votes = |name: &String| {
            let row = round.candidates.iter().find(|row| row.name == *name);
            Votes { name: name.clone(), votes: row.map_or(0, |row| row.votes) }
        };
        let beyond = |these: &[String], those: &[String]| -> Vec<Votes> {
            these.iter().filter(|name| !those.contains(name)).map(votes).collect()
        };
        let wrongly = beyond(&told.elected, &outcome.elected);
        let missing = beyond(&outcome.elected, &told.elected);
        if !wrongly.is_empty() || !missing.is_empty() {
            let (base, threshold) = (outcome.base, outcome.threshold);
            found.push(CellFinding::Elected { of, base, threshold, wrongly, missing });
        }
    }
    let by_round = u64::from(round.summoned).saturating_sub(round.exclusions.total());
    let by_round = u32::try_from(by_round).unwrap_or(u32::MAX);
    if let Some(roll) = summary.attendance.as_ref().map(Electorate::base)
        && roll != by_round
    {
        found.push(CellFinding::Roll { of, base: by_round, roll });
    }
}
