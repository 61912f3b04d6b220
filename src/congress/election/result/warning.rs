//! What may be announced, but only after somebody has given a reason that is kept on record.

use super::outcome::Outcome;
use crate::congress::election::list;
use crate::congress::election::round::{CheckedRound, Method, Office, RoundKind};
use crate::congress::election::rules::{Clause, SurplusJudgement};

/// Something that the figures allow and people should look at before the result is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Fewer ballots handed out than people who may vote in the room.
    NotAllTaken {
        /// Ballots handed out.
        issued: u32,
        /// People in the room.
        present: u32,
    },
    /// Fewer ballots in the box than handed out. The vote stands.
    NotAllReturned {
        /// Ballots in the box.
        collected: u32,
        /// Ballots handed out.
        issued: u32,
    },
    /// One name on the list, and ballots with both boxes or none among the valid ones, though the rules take such a
    /// ballot for invalid.
    UnmarkedAmongValid {
        /// Those ballots.
        unmarked: u32,
    },
    /// The base is not that of the earlier round for the same office; somebody who left stays in the base.
    BaseDiffers {
        /// The base of the earlier round.
        earlier: u32,
        /// The base of this one.
        base: u32,
    },
    /// A first list has more names beyond the seats than the limit rounded down; whether it may be rounded up is not
    /// known.
    Surplus {
        /// Names beyond the seats.
        surplus: u32,
        /// The limit rounded down.
        most: u32,
    },
    /// A first list has no surplus, though the rules ask for more names than seats (190-QĐ/TW Đ14 k1).
    NoSurplus,
    /// A committee of a cell has fewer or more seats than the rules say.
    CommitteeSize {
        /// Seats.
        seats: u32,
        /// Fewest.
        least: u32,
        /// Most.
        most: u32,
    },
    /// The names do not stand in the order of given names.
    NotInOrder,
    /// The result rests on a clause that could not be checked: to be confirmed with the presidium.
    Unverified(Clause),
}

impl Warning {
    /// The code under which a reason is recorded; it holds the figures, so that another figure asks again.
    pub fn code(&self) -> String {
        match self {
            Self::NotAllTaken { issued, present } => format!("not_all_taken:{issued}:{present}"),
            Self::NotAllReturned { collected, issued } => format!("not_all_returned:{collected}:{issued}"),
            Self::UnmarkedAmongValid { unmarked } => format!("unmarked_among_valid:{unmarked}"),
            Self::BaseDiffers { earlier, base } => format!("base_differs:{earlier}:{base}"),
            Self::Surplus { surplus, most } => format!("surplus:{surplus}:{most}"),
            Self::NoSurplus => "no_surplus".to_owned(),
            Self::CommitteeSize { seats, least, most } => format!("committee_size:{seats}:{least}:{most}"),
            Self::NotInOrder => "not_in_order".to_owned(),
            Self::Unverified(clause) => format!("unverified:{}", clause.article.vi()),
        }
    }
}

/// The warnings of a round whose figures add up; `earlier_base` is the base of the last round for the same office.
/// A round with findings has none: its figures come first.
pub fn warnings(checked: &CheckedRound<'_>, outcome: &Outcome, earlier_base: Option<u32>) -> Vec<Warning> {
    if !outcome.findings.is_empty() {
        return Vec::new();
    }
    let figures = of_figures(checked, earlier_base);
    figures.into_iter().chain(of_list(checked)).chain(unverified(checked, outcome)).collect()
}

fn of_figures(checked: &CheckedRound<'_>, earlier_base: Option<u32>) -> Vec<Warning> {
    let round = checked.round();
    let ballots = round.ballots;
    let base = checked.base();
    let unmarked: u32 = match round.candidates.as_slice() {
        [only] if round.method == Method::AgreeDisagree => only.unmarked.unwrap_or(0),
        _ => 0,
    };
    let rules = &checked.profile().ballots;
    let earlier = earlier_base.filter(|earlier| checked.profile().counts_people() && *earlier != base);
    [
        (ballots.issued < round.present)
            .then_some(Warning::NotAllTaken { issued: ballots.issued, present: round.present }),
        (ballots.collected < ballots.issued)
            .then_some(Warning::NotAllReturned { collected: ballots.collected, issued: ballots.issued }),
        (unmarked > 0 && rules.refuses_unmarked_single()).then_some(Warning::UnmarkedAmongValid { unmarked }),
        earlier.map(|earlier| Warning::BaseDiffers { earlier, base }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_list(checked: &CheckedRound<'_>) -> Vec<Warning> {
    let (round, profile) = (checked.round(), checked.profile());
    let mut warnings = Vec::new();
    let names: Vec<&str> = round.candidates.iter().map(|row| row.name.as_str()).collect();
    let is_first = round.round == 1 && round.round_kind == RoundKind::Ordinary;
    let judged = list::surplus_of(profile, round.office, round.seats, names.len()).filter(|_| is_first);
    match judged {
        Some((_, 0, _)) => warnings.push(Warning::NoSurplus),
        Some((SurplusJudgement::RoundingUnclear | SurplusJudgement::Above, surplus, most)) => {
            warnings.push(Warning::Surplus { surplus, most });
        }
        _ => {}
    }
    if let Some(cell) = profile.cell_committee.as_ref()
        && round.cell
        && round.office == Office::Committee
        && is_first
        && !(cell.least..=cell.most).contains(&round.seats)
    {
        let (least, most) = (cell.least, cell.most);
        warnings.push(Warning::CommitteeSize { seats: round.seats, least, most });
    }
    if !list::is_in_order(&names) {
        warnings.push(Warning::NotInOrder);
    }
    warnings
}

/// The unverified clauses on which this very outcome rests.
fn unverified(checked: &CheckedRound<'_>, outcome: &Outcome) -> Vec<Warning> {
    let profile = checked.profile();
    let mut clauses = vec![&profile.base.clause];
    clauses.push(if outcome.threshold.is_some() { &profile.threshold.clause } else { &profile.tie.clause });
    if !outcome.tied.is_empty() {
        clauses.push(&profile.tie.clause);
    }
    if !outcome.alternates.is_empty() {
        clauses.push(&profile.alternates.clause);
    }
    let mut warnings: Vec<Warning> = Vec::new();
    for clause in clauses.into_iter().filter(|clause| clause.is_unverified()) {
        let warning = Warning::Unverified(clause.clone());
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }
    warnings
}
