//! What a round decides, and what it leaves to the congress.

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::ranking::Ranking;
use crate::congress::election::round::{CheckedRound, Office, Round, RoundKind};
use crate::congress::election::rules::{AlternatesRule, ShortfallRule, TieRule};
use crate::congress::election::strict::FieldError;

/// The outcome of one round. It serialises field by field as the counting contract writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The denominator: people, or ballots where the rules say so.
    pub base: u32,
    /// Least votes that are more than half of the base; none in a tie-break.
    pub threshold: Option<u32>,
    /// Names given a seat, most votes first; equal votes keep ballot order.
    pub elected: Vec<String>,
    /// Names level at the last seat, in ballot order; none of them is elected.
    pub tied: Vec<String>,
    /// How many seats the tied contest; 0 without a tie.
    pub tied_for_seats: u32,
    /// For delegates without a tie: the others over the threshold, most votes first. A tie-break has no threshold,
    /// so it names no alternates; those of the ordinary round stand.
    pub alternates: Vec<String>,
    /// Seats less elected.
    pub vacancies: u32,
    /// What has to happen next; none when the round is complete.
    pub next_step: Option<NextStep>,
    /// What does not add up; with any of it nobody is elected.
    pub findings: Vec<Finding>,
    /// The verdict on each candidate, in ballot order; not part of the contract's JSON.
    #[serde(skip)]
    pub verdicts: Vec<Verdict>,
}

/// What has to happen after a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// The figures contradict each other: count again before announcing.
    Recount,
    /// More ballots in the box than were issued: cancel all of them and vote again.
    VoidAndRevote,
    /// Vote again among the tied.
    TieBreak,
    /// The vote among the tied ended level: the congress decides whether to vote again.
    CongressDecidesAfterLevelTie,
    /// Seats are vacant: the congress decides whether to hold a further round.
    CongressDecidesFurtherRound,
    /// A cell elected no secretary in the last ballot allowed: the superior committee appoints one.
    SuperiorAppoints,
    /// The open vote did not pass.
    NotAdopted,
}

/// What a round says of one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Has a seat; for an open vote, adopted.
    Elected,
    /// Level with others at the last seat.
    Tied,
    /// Over the threshold, but the seats are full; of delegates without a tie, an alternate.
    OverHalfNotRanked,
    /// Not over the threshold, or in a tie-break not high enough.
    NotElected,
    /// Nothing is decided, because the figures do not add up.
    Undecided,
}

/// Counts one round, after checking it.
///
/// ```
/// use so_tay_dai_hoi::congress::election::{Round, count};
///
/// let round = Round::from_json(
///     r#"{"rules":"party_190_2024","congress":"members","office":"secretary","cell":true,
///         "method":"agree_disagree","summoned":20,"present":20,"seats":1,
///         "ballots":{"issued":20,"collected":20,"valid":20,"invalid":0},
///         "candidates":[{"name":"An","votes":11,"against":9,"unmarked":0}]}"#,
/// )?;
/// assert_eq!(count(&round)?.elected, ["An"]);
/// # Ok::<(), so_tay_dai_hoi::congress::election::FieldError>(())
/// ```
pub fn count(round: &Round) -> Result<Outcome, FieldError> {
    round.check().map(|checked| checked.outcome())
}

impl CheckedRound<'_> {
    /// What this round decides.
    pub fn outcome(&self) -> Outcome {
        let findings = Finding::all(self);
        let ranking = if findings.is_empty() { self.ranking() } else { Ranking::default() };
        let seats = self.round().seats;
        let taken = u32::try_from(ranking.elected.len()).unwrap_or(u32::MAX);
        let vacancies = seats.saturating_sub(taken);
        let has_alternates = self.round().office == Office::Delegates
            && self.profile().alternates.rule == AlternatesRule::InOrderOfVotes
            && self.threshold().is_some()
            && ranking.tied.is_empty();
        Outcome {
            base: self.base(),
            threshold: self.threshold(),
            elected: self.names(&ranking.elected),
            tied: self.names(&ranking.tied),
            tied_for_seats: if ranking.tied.is_empty() { 0 } else { vacancies },
            alternates: if has_alternates { self.names(&ranking.beyond) } else { Vec::new() },
            vacancies,
            next_step: self.next_step(&ranking, vacancies, &findings),
            verdicts: self.verdicts(&ranking, !findings.is_empty()),
            findings,
        }
    }

    // In a tie-break one vote is enough, and a name without a vote never wins or ties.
    fn ranking(&self) -> Ranking {
        let votes = self.round().candidates.iter().map(|row| row.votes);
        Ranking::of(votes, self.least_votes(), self.round().seats)
    }

    fn next_step(&self, ranking: &Ranking, vacancies: u32, findings: &[Finding]) -> Option<NextStep> {
        if findings.iter().any(|finding| matches!(finding, Finding::CollectedExceedsIssued { .. })) {
            return Some(NextStep::VoidAndRevote);
        }
        if !findings.is_empty() {
            return Some(NextStep::Recount);
        }
        let round = self.round();
        // A tie comes before the appointment by the superior: those tied did pass half.
        if !ranking.tied.is_empty() {
            return Some(match (round.round_kind, self.profile().tie.leads_to) {
                (RoundKind::Ordinary, TieRule::TieBreak) => NextStep::TieBreak,
                _ => NextStep::CongressDecidesAfterLevelTie,
            });
        }
        if vacancies == 0 {
            return None;
        }
        if round.office == Office::OpenVote {
            return Some(NextStep::NotAdopted);
        }
        if self.is_last_secretary_ballot() {
            return Some(NextStep::SuperiorAppoints);
        }
        match self.profile().shortfall.leads_to {
            ShortfallRule::CongressDecides => Some(NextStep::CongressDecidesFurtherRound),
            ShortfallRule::StaysVacant => None,
        }
    }

    fn is_last_secretary_ballot(&self) -> bool {
        let round = self.round();
        let last = self.profile().secretary_ballots.as_ref().map(|ballots| ballots.most);
        round.office == Office::Secretary
            && round.cell
            && round.round_kind == RoundKind::Ordinary
            && last.is_some_and(|last| round.round >= last)
    }

    fn verdicts(&self, ranking: &Ranking, undecided: bool) -> Vec<Verdict> {
        let start = if undecided { Verdict::Undecided } else { Verdict::NotElected };
        let mut verdicts = vec![start; self.round().candidates.len()];
        let beyond = if self.threshold().is_some() { Verdict::OverHalfNotRanked } else { start };
        for (positions, verdict) in
            [(&ranking.elected, Verdict::Elected), (&ranking.tied, Verdict::Tied), (&ranking.beyond, beyond)]
        {
            for position in positions {
                verdicts.get_mut(*position).into_iter().for_each(|place| *place = verdict);
            }
        }
        verdicts
    }

    fn names(&self, positions: &[usize]) -> Vec<String> {
        let candidates = &self.round().candidates;
        positions
            .iter()
            .filter_map(|position| candidates.get(*position))
            .map(|row| row.name.clone())
            .collect()
    }
}
