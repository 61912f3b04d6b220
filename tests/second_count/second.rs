//! The contract, read a second time: the highest is taken from the pile until the seats or the passing names end.

use so_tay_dai_hoi::congress::election::{BaseRule, Candidate, Method, Office, Round, RoundKind, RulesId};

/// What a regulation decides, without its clauses.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// What the base is.
    pub base: BaseRule,
    /// More than so many parts of so many.
    pub over: (u64, u64),
    /// Whether those level at the last seat are voted on again.
    pub tie_again: bool,
    /// Whether the congress may vote on after a shortfall.
    pub goes_on: bool,
    /// Whether those beyond the seats are alternates.
    pub in_order: bool,
    /// The last ballot of a cell for its secretary.
    pub last_ballot: Option<u32>,
}

/// What the second count comes to. The words are those of the contract.
#[derive(Debug)]
pub struct Second<'a> {
    pub base: u64,
    pub threshold: Option<u64>,
    pub elected: Vec<&'a str>,
    pub tied: Vec<&'a str>,
    pub tied_for_seats: u64,
    pub alternates: Vec<&'a str>,
    pub vacancies: u64,
    pub next_step: Option<&'static str>,
    pub findings: Vec<String>,
    /// What each name of the ballot comes to.
    pub fates: Vec<&'static str>,
}

impl Terms {
    /// The terms of the regulations that the contract names, from its text.
    pub fn of(rules: RulesId) -> Self {
        let party = matches!(rules, RulesId::Party190 | RulesId::Party244);
        Self {
            base: if party { BaseRule::SummonedLessExclusions } else { BaseRule::BallotsCollected },
            over: (1, 2),
            tie_again: true,
            goes_on: true,
            in_order: true,
            last_ballot: party.then_some(3),
        }
    }
}

/// Counts a round.
pub fn second<'a>(round: &'a Round, terms: &Terms) -> Second<'a> {
    let base = base(round, terms.base);
    let tie_break = round.round_kind == RoundKind::TieBreak;
    let least = if tie_break { 1 } else { least_over(base, terms.over) };
    let findings = findings(round, terms, base);

    let mut seats = u64::from(round.seats);
    let (mut elected, mut tied, mut alternates) = (Vec::new(), Vec::new(), Vec::new());
    let mut pile: Vec<&Candidate> = Vec::new();
    if findings.is_empty() {
        pile.extend(&round.candidates);
    }
    while let Some(highest) = pile.iter().map(|row| row.votes).max() {
        if u64::from(highest) < least {
            break;
        }
        let (level, rest): (Vec<_>, Vec<_>) = pile.into_iter().partition(|row| row.votes == highest);
        pile = rest;
        let level: Vec<&str> = level.into_iter().map(|row| row.name.as_str()).collect();
        if seats == 0 {
            alternates.extend(level);
        } else if level.len() as u64 <= seats {
            seats -= level.len() as u64;
            elected.extend(level);
        } else {
            tied = level;
            break;
        }
    }
    if round.office != Office::Delegates || tie_break || !terms.in_order {
        alternates.clear();
    }
    Second {
        base,
        threshold: if tie_break { None } else { Some(least) },
        tied_for_seats: if tied.is_empty() { 0 } else { seats },
        vacancies: seats,
        next_step: next_step(round, terms, seats, !tied.is_empty(), &findings),
        fates: round.candidates.iter().map(|row| fate(round, row, least, !findings.is_empty())).collect(),
        elected,
        tied,
        alternates,
        findings,
    }
}

/// The least number of votes that is more than the share: found by trying, in long strides first.
fn least_over(base: u64, (parts, of): (u64, u64)) -> u64 {
    let mut not_enough = 0;
    for stride in [100_000, 10_000, 1_000, 100, 10, 1] {
        while (not_enough + stride) * of <= base * parts {
            not_enough += stride;
        }
    }
    not_enough + 1
}

/// What becomes of one name, without ranking anybody: only by how many are above it and beside it.
fn fate(round: &Round, own: &Candidate, least: u64, undecided: bool) -> &'static str {
    let (mut above, mut beside) = (0, 0);
    for row in &round.candidates {
        above += u64::from(row.votes > own.votes);
        beside += u64::from(row.votes == own.votes);
    }
    let seats = u64::from(round.seats);
    if undecided {
        "undecided"
    } else if u64::from(own.votes) < least {
        "not_elected"
    } else if above + beside <= seats {
        "elected"
    } else if above < seats {
        "tied"
    } else if round.round_kind == RoundKind::TieBreak {
        "not_elected"
    } else {
        "over_half_not_ranked"
    }
}

fn base(round: &Round, rule: BaseRule) -> u64 {
    let number = match rule {
        BaseRule::SummonedLessExclusions => {
            let mut people = round.summoned;
            for (_, absent) in round.exclusions.named() {
                people -= absent;
            }
            people
        }
        BaseRule::Present => round.present,
        BaseRule::BallotsIssued => round.ballots.issued,
        BaseRule::BallotsCollected => round.ballots.collected,
        BaseRule::BallotsValid => round.ballots.valid,
    };
    u64::from(number)
}

fn findings(round: &Round, terms: &Terms, base: u64) -> Vec<String> {
    let ballots = round.ballots;
    let mut found = Vec::new();
    let mut note = |wrong: bool, code: &str, name: &str| {
        if wrong {
            found.push([code, name].concat());
        }
    };
    let people = terms.base == BaseRule::SummonedLessExclusions;
    note(people && u64::from(round.present) > base, "present_exceeds_base", "");
    note(ballots.issued > round.present, "issued_exceeds_present", "");
    note(ballots.collected > ballots.issued, "collected_exceeds_issued", "");
    note(
        ballots.valid + ballots.invalid != ballots.collected,
        "valid_plus_invalid_differs_from_collected",
        "",
    );
    for row in &round.candidates {
        note(row.votes > ballots.valid, "votes_exceed_valid:", &row.name);
    }
    if round.method == Method::StrikeOut {
        let mut total = 0;
        for row in &round.candidates {
            total += u64::from(row.votes);
        }
        let valid = u64::from(ballots.valid);
        note(total > valid * u64::from(round.seats), "total_votes_exceed_seats_times_valid", "");
        note(total < valid, "total_votes_below_valid", "");
    } else {
        for row in &round.candidates {
            let marked = row.votes + row.against.unwrap_or_default() + row.unmarked.unwrap_or_default();
            note(marked != ballots.valid, "row_sum_differs_from_valid:", &row.name);
        }
    }
    found
}

fn next_step(
    round: &Round,
    terms: &Terms,
    vacant: u64,
    tied: bool,
    findings: &[String],
) -> Option<&'static str> {
    let tie_break = round.round_kind == RoundKind::TieBreak;
    let last = terms.last_ballot.is_some_and(|last| last <= round.round);
    if findings.iter().any(|code| code == "collected_exceeds_issued") {
        Some("void_and_revote")
    } else if !findings.is_empty() {
        Some("recount")
    } else if tied && (tie_break || !terms.tie_again) {
        Some("congress_decides_after_level_tie")
    } else if tied {
        Some("tie_break")
    } else if vacant == 0 {
        None
    } else if round.office == Office::OpenVote {
        Some("not_adopted")
    } else if round.office == Office::Secretary && round.cell && !tie_break && last {
        Some("superior_appoints")
    } else if terms.goes_on {
        Some("congress_decides_further_round")
    } else {
        None
    }
}
