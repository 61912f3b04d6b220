//! Rounds by chance: most of them with ballots that could have been cast, some disturbed; a few with as many names and
//! as large figures as can be read.

use super::dice::Dice;
use super::second::Terms;
use so_tay_dai_hoi::congress::election::rules::{AlternatesRule, SecretaryBallots, ShortfallRule, TieRule};
use so_tay_dai_hoi::congress::election::{
    Ballots, BaseRule, Candidate, CongressForm, ExclusionKind, Exclusions, MOST, Method, Office, Round,
    RoundKind, RuleProfile, RulesId,
};
use std::sync::LazyLock;

/// The most names of a round.
pub const MOST_NAMES: u32 = 128;

/// Some as they are written, the others told apart by a number.
static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let first = ["An", "Bình", "Chi", "Dũng", "Đào", "Em", "Yến"].map(str::to_owned);
    first.into_iter().chain((8..=MOST_NAMES).map(|number| format!("Người {number}"))).collect()
});

/// How wide a round is: its people, and the names on its ballot.
struct Width {
    people: u32,
    names: u32,
    seats: u32,
    excluded: u32,
}

/// A round that keeps the contract.
pub fn round(dice: &mut Dice) -> Round {
    let width = width(dice);
    let mut round = empty_round(dice, &width);
    let names = if round.office == Office::OpenVote { 1 } else { dice.between(1, width.names) };
    cast(dice, &mut round, names);
    if dice.one_in(4) {
        for _ in 0..dice.between(1, 3) {
            disturb(dice, &mut round);
        }
    }
    round
}

fn width(dice: &mut Dice) -> Width {
    match dice.between(1, 200) {
        1 => Width { people: MOST, names: 7, seats: 7, excluded: MOST / 8 },
        2 => Width { people: MOST, names: MOST_NAMES, seats: MOST_NAMES, excluded: MOST / 8 },
        3 => Width { people: 30, names: MOST_NAMES, seats: 40, excluded: 3 },
        4 => Width { people: MOST, names: 12, seats: MOST, excluded: 3 },
        5..=8 => Width { people: 400, names: 7, seats: 5, excluded: 3 },
        _ => Width { people: 14, names: 7, seats: 5, excluded: 3 },
    }
}

fn empty_round(dice: &mut Dice, width: &Width) -> Round {
    let office = dice.one_of(&[
        Office::Committee,
        Office::Secretary,
        Office::DeputySecretary,
        Office::StandingCommittee,
        Office::Delegates,
        Office::Delegates,
        Office::OpenVote,
    ]);
    let open = office == Office::OpenVote;
    let one_seat = open || matches!(office, Office::Secretary | Office::DeputySecretary);
    let method = dice.one_of(&[Method::StrikeOut, Method::AgreeDisagree]);
    let tie_break = !open && dice.one_in(4);
    let congress = dice.one_of(&[CongressForm::Members, CongressForm::Delegates]);
    let summoned = dice.between(1, width.people);
    Round {
        rules: dice.one_of(&[
            RulesId::Party190,
            RulesId::Party190,
            RulesId::Party244,
            RulesId::YouthUnion,
            RulesId::TradeUnion,
        ]),
        congress,
        office,
        cell: dice.one_in(2),
        method: if open { Method::ShowOfHands } else { method },
        summoned,
        exclusions: exclusions(dice, congress, summoned, width.excluded),
        present: 0,
        seats: if one_seat { 1 } else { dice.between(1, width.seats) },
        round: if dice.one_in(100) { MOST } else { dice.between(1, 5) },
        round_kind: if tie_break { RoundKind::TieBreak } else { RoundKind::Ordinary },
        ballots: Ballots::default(),
        candidates: Vec::new(),
    }
}

fn exclusions(dice: &mut Dice, congress: CongressForm, summoned: u32, most: u32) -> Exclusions {
    let kinds: &[ExclusionKind] = match congress {
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
    let mut exclusions = Exclusions::none();
    let mut left = summoned - 1;
    for kind in kinds {
        if dice.one_in(4) {
            let people = dice.between(0, left.min(most));
            left -= people;
            exclusions = exclusions.with(*kind, people);
        }
    }
    exclusions
}

/// Lets the people in the room vote, so that every figure agrees.
fn cast(dice: &mut Dice, round: &mut Round, names: u32) {
    let mut base = round.summoned;
    for (_, people) in round.exclusions.named() {
        base -= people;
    }
    round.present = base - dice.between(0, base.min(2));
    let issued = round.present - dice.between(0, round.present.min(1));
    let collected = issued - dice.between(0, issued.min(1));
    let invalid = if dice.one_in(2) { 0 } else { dice.between(0, collected.min(2)) };
    let valid = collected - invalid;
    round.ballots = Ballots { issued, collected, valid, invalid };

    let struck = round.method == Method::StrikeOut;
    let most = if struck { round.seats } else { names };
    let (votes, unmarked) = if valid <= 400 {
        ballot_by_ballot(dice, valid, names, struck.then_some(most))
    } else {
        at_once(dice, valid, names, struck.then_some(most))
    };
    let row = |((name, votes), unmarked): ((&String, u32), u32)| match round.method {
        Method::StrikeOut => Candidate::struck(name, votes),
        _ => Candidate::boxed(name, votes, valid - votes - unmarked, unmarked),
    };
    round.candidates = NAMES.iter().zip(votes).zip(unmarked).map(row).collect();
}

/// Votes and unmarked rows of each name, from single ballots; `most` names are kept where names are struck.
fn ballot_by_ballot(dice: &mut Dice, valid: u32, names: u32, most: Option<u32>) -> (Vec<u32>, Vec<u32>) {
    // The favour of the hall makes results over half frequent, and ties with them.
    let favour: Vec<u32> = (0..names).map(|_| dice.between(0, 10)).collect();
    let names = favour.len();
    let (mut votes, mut unmarked) = (vec![0; names], vec![0; names]);
    for _ in 0..valid {
        let mut chosen: Vec<bool> = favour.iter().map(|favour| dice.between(1, 10) <= *favour).collect();
        if let Some(most) = most {
            let mut order: Vec<usize> = (0..names).filter(|name| chosen[*name]).collect();
            dice.shuffle(&mut order);
            order.iter().skip(most as usize).for_each(|name| chosen[*name] = false);
            if order.is_empty() {
                chosen[dice.index(names)] = true;
            }
        }
        for name in 0..names {
            if chosen[name] {
                votes[name] += 1;
            } else if dice.one_in(4) {
                unmarked[name] += 1;
            }
        }
    }
    (votes, unmarked)
}

/// The same for a hall too large to vote one by one: figures that such a hall could have come to.
fn at_once(dice: &mut Dice, valid: u32, names: u32, most: Option<u32>) -> (Vec<u32>, Vec<u32>) {
    let mut votes: Vec<u32> = Vec::new();
    for _ in 0..names {
        let last = votes.last().copied();
        votes.push(match (dice.between(1, 6), last) {
            (1, Some(last)) => last,
            (2, _) => valid / 2 + dice.between(0, 2),
            (3, _) => valid,
            _ => dice.between(0, valid),
        });
    }
    if let Some(most) = most {
        // What is too much is taken from everybody, and what is too little is given to the first.
        let total: u64 = votes.iter().copied().map(u64::from).sum();
        let bound = u64::from(valid) * u64::from(most);
        if total > bound {
            for own in &mut votes {
                *own = u32::try_from(u64::from(*own) * bound / total).unwrap();
            }
        }
        let mut total: u64 = votes.iter().copied().map(u64::from).sum();
        for own in &mut votes {
            let lacking = u64::from(valid).saturating_sub(total);
            let given = lacking.min(u64::from(valid - *own));
            *own += u32::try_from(given).unwrap();
            total += given;
        }
    }
    let unmarked = votes.iter().map(|own| dice.between(0, valid - own)).collect();
    (votes, unmarked)
}

/// Moves one figure by one or two, as a hand does that writes in haste; seldom by anything.
fn disturb(dice: &mut Dice, round: &mut Round) {
    let at = dice.index(round.candidates.len());
    let by = if dice.one_in(50) { dice.between(1, MOST) } else { dice.between(1, 2) };
    let up = dice.one_in(2);
    let row = &mut round.candidates[at];
    let mut unused = 0;
    let figure = match dice.between(0, 8) {
        0 => &mut round.present,
        1 => &mut round.ballots.issued,
        2 => &mut round.ballots.collected,
        3 => &mut round.ballots.valid,
        4 => &mut round.ballots.invalid,
        5 => row.against.as_mut().unwrap_or(&mut unused),
        6 => row.unmarked.as_mut().unwrap_or(&mut unused),
        _ => &mut row.votes,
    };
    *figure = if up { (*figure + by).min(MOST) } else { figure.saturating_sub(by) };
}

/// The rules of an association by chance, written into a profile.
pub fn own_rules(dice: &mut Dice, profile: &mut RuleProfile) -> Terms {
    let of = dice.between(2, 100);
    let (parts, of) = if dice.one_in(2) { (1, 2) } else { (dice.between(1, of - 1), of) };
    let terms = Terms {
        base: dice.one_of(&[
            BaseRule::SummonedLessExclusions,
            BaseRule::Present,
            BaseRule::BallotsIssued,
            BaseRule::BallotsCollected,
            BaseRule::BallotsValid,
        ]),
        over: (parts.into(), of.into()),
        tie_again: dice.one_in(2),
        goes_on: dice.one_in(2),
        in_order: dice.one_in(2),
        last_ballot: if dice.one_in(2) { Some(dice.between(1, 5)) } else { None },
    };
    profile.base.rule = terms.base;
    (profile.threshold.more_than.numerator, profile.threshold.more_than.denominator) = (parts, of);
    profile.tie.leads_to = if terms.tie_again { TieRule::TieBreak } else { TieRule::CongressDecides };
    profile.shortfall.leads_to =
        if terms.goes_on { ShortfallRule::CongressDecides } else { ShortfallRule::StaysVacant };
    profile.alternates.rule =
        if terms.in_order { AlternatesRule::InOrderOfVotes } else { AlternatesRule::SeparateBallot };
    let clause = profile.tie.clause.clone();
    profile.secretary_ballots = terms.last_ballot.map(|most| SecretaryBallots { most, clause });
    terms
}
