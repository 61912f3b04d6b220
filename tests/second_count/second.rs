//! The contract, read a second time: the highest is taken from the pile until the seats or the passing names end.

use so_tay_dai_hoi::congress::election::{
    Candidate, CongressForm, ExclusionKind, Method, Office, Round, RoundKind, RulesId,
};

/// The outcome of a round as the contract's line of JSON.
pub fn outcome_line(round: &Round) -> String {
    let party = matches!(round.rules, RulesId::Party190 | RulesId::Party244);
    let base = base(round, party);
    // The first number whose double is beyond the base is the least that is more than half of it.
    let half = (0..=base + 1).find(|votes| votes * 2 > base).unwrap_or(u64::MAX);
    let tie_break = round.round_kind == RoundKind::TieBreak;
    let findings = findings(round, party, base);

    let mut seats = u64::from(round.seats);
    let (mut elected, mut tied, mut alternates) = (Vec::new(), Vec::new(), Vec::new());
    let mut pile: Vec<&Candidate> =
        if findings.is_empty() { round.candidates.iter().collect() } else { vec![] };
    while let Some(highest) = pile.iter().map(|row| u64::from(row.votes)).max() {
        let passes = if tie_break { highest > 0 } else { highest >= half };
        if !passes {
            break;
        }
        let (level, rest): (Vec<_>, Vec<_>) =
            pile.into_iter().partition(|row| u64::from(row.votes) == highest);
        pile = rest;
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
    if round.office != Office::Delegates || tie_break {
        alternates.clear();
    }

    let step = next_step(round, party, seats, !tied.is_empty(), &findings);
    format!(
        "{{\"base\":{base},\"threshold\":{},\"elected\":{},\"tied\":{},\"tied_for_seats\":{},\"alternates\":{},\
         \"vacancies\":{seats},\"next_step\":{},\"findings\":{}}}",
        if tie_break { "null".to_owned() } else { half.to_string() },
        names(&elected),
        names(&tied),
        if tied.is_empty() { 0 } else { seats },
        names(&alternates),
        step.map_or("null".to_owned(), |step| format!("\"{step}\"")),
        list(findings.iter().map(String::as_str)),
    )
}

fn base(round: &Round, party: bool) -> u64 {
    if !party {
        return u64::from(round.ballots.collected);
    }
    let kinds: &[ExclusionKind] = match round.congress {
        CongressForm::Members => &[
            ExclusionKind::TransferredOut,
            ExclusionKind::ExemptAndAbsent,
            ExclusionKind::Suspended,
            ExclusionKind::ProsecutedOrDetained,
            ExclusionKind::ExcusedAbsentThroughout,
        ],
        CongressForm::Delegates => &[
            ExclusionKind::ConveningCommitteeAbsentThroughout,
            ExclusionKind::DelegateAbsentWithoutAlternate,
        ],
    };
    let mut people = u64::from(round.summoned);
    for kind in kinds {
        people -= u64::from(round.exclusions.get(*kind));
    }
    people
}

fn findings(round: &Round, party: bool, base: u64) -> Vec<String> {
    let ballots = round.ballots;
    let valid = u64::from(ballots.valid);
    let mut found = Vec::new();
    let mut note = |wrong: bool, code: &str| {
        if wrong {
            found.push(code.to_owned());
        }
    };
    note(party && u64::from(round.present) > base, "present_exceeds_base");
    note(ballots.issued > round.present, "issued_exceeds_present");
    note(ballots.collected > ballots.issued, "collected_exceeds_issued");
    note(ballots.valid + ballots.invalid != ballots.collected, "valid_plus_invalid_differs_from_collected");
    for row in &round.candidates {
        note(u64::from(row.votes) > valid, &format!("votes_exceed_valid:{}", row.name));
    }
    if round.method == Method::StrikeOut {
        let mut total = 0;
        for row in &round.candidates {
            total += u64::from(row.votes);
        }
        note(total > valid * u64::from(round.seats), "total_votes_exceed_seats_times_valid");
        note(total < valid, "total_votes_below_valid");
    } else {
        for row in &round.candidates {
            let marked = row.votes + row.against.unwrap_or_default() + row.unmarked.unwrap_or_default();
            note(u64::from(marked) != valid, &format!("row_sum_differs_from_valid:{}", row.name));
        }
    }
    found
}

fn next_step(
    round: &Round,
    party: bool,
    vacant: u64,
    tied: bool,
    findings: &[String],
) -> Option<&'static str> {
    let tie_break = round.round_kind == RoundKind::TieBreak;
    let third = round.office == Office::Secretary && round.cell && !tie_break && round.round > 2 && party;
    if findings.iter().any(|code| code == "collected_exceeds_issued") {
        Some("void_and_revote")
    } else if !findings.is_empty() {
        Some("recount")
    } else if tied && tie_break {
        Some("congress_decides_after_level_tie")
    } else if tied {
        Some("tie_break")
    } else if vacant == 0 {
        None
    } else if round.office == Office::OpenVote {
        Some("not_adopted")
    } else if third {
        Some("superior_appoints")
    } else {
        Some("congress_decides_further_round")
    }
}

fn names(rows: &[&Candidate]) -> String {
    list(rows.iter().map(|row| row.name.as_str()))
}

// The names of the tests hold nothing that JSON would have to escape.
fn list<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<_> = texts.map(|text| format!("\"{text}\"")).collect();
    format!("[{}]", quoted.join(","))
}
