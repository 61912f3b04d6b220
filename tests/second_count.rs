//! A second count, written from the contract alone and in another manner, held against the core.
//!
//! The core sorts once and cuts; this one takes the highest from the pile again and again, and finds the threshold by
//! trying. It shares no code with the core: it writes its outcome as a line of JSON, and the lines must be equal.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeSet;

use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, ExclusionKind, Exclusions, Method, NextStep, Office, Outcome, Round,
    RoundKind, RulesId, Verdict, count,
};

#[path = "second_count/dice.rs"]
mod dice;
#[path = "second_count/second.rs"]
mod second;

use dice::Dice;

fn compare(round: &Round) -> Outcome {
    let outcome = count(round).unwrap_or_else(|error| panic!("{error} {round:?}"));
    let line = serde_json::to_string(&outcome).unwrap();
    assert_eq!(line, second::outcome_line(round), "{round:?}");
    outcome
}

#[test]
fn two_hundred_thousand_rounds() {
    let mut dice = Dice::new(0x190_2024);
    let mut seen = Seen::default();
    for turn in 0..200_000 {
        let round = dice.round();
        let outcome = compare(&round);
        seen.note(&outcome);
        if turn % 20 == 0 {
            let text = serde_json::to_string(&round).unwrap();
            assert_eq!(Round::from_json(&text), Ok(round));
        }
    }
    seen.demand_everything();
}

/// What the random rounds came to, so that a case nobody met cannot pass for one that agreed.
#[derive(Default)]
struct Seen {
    steps: BTreeSet<String>,
    findings: BTreeSet<String>,
    complete: u32,
    alternates: u32,
    seats_tied_for: BTreeSet<u32>,
}

impl Seen {
    fn note(&mut self, outcome: &Outcome) {
        self.steps.extend(outcome.next_step.map(|step| format!("{step:?}")));
        self.findings.extend(
            outcome
                .findings
                .iter()
                .map(|finding| finding.code().split(':').next().unwrap_or_default().to_owned()),
        );
        self.complete += u32::from(outcome.next_step.is_none());
        self.alternates += u32::from(outcome.alternates.len() > 1);
        self.seats_tied_for.insert(outcome.tied_for_seats);
    }

    fn demand_everything(&self) {
        assert_eq!(self.steps.len(), 7, "{:?}", self.steps);
        assert_eq!(self.findings.len(), 8, "{:?}", self.findings);
        assert!(self.complete > 20_000, "{}", self.complete);
        assert!(self.alternates > 100, "{}", self.alternates);
        assert!(self.seats_tied_for.len() > 3, "{:?}", self.seats_tied_for);
    }
}

/// A round of two boxes a row in which every figure agrees.
fn agreed(people: u32, seats: u32, votes: &[u32]) -> Round {
    let names = ["A", "B", "C", "D", "E", "F"];
    Round {
        rules: RulesId::Party190,
        congress: CongressForm::Members,
        office: Office::Committee,
        cell: true,
        method: Method::AgreeDisagree,
        summoned: people,
        exclusions: Exclusions::none(),
        present: people,
        seats,
        round: 3,
        round_kind: RoundKind::Ordinary,
        ballots: Ballots { issued: people, collected: people, valid: people, invalid: 0 },
        candidates: names
            .iter()
            .zip(votes)
            .map(|(name, votes)| Candidate::boxed(*name, *votes, people - votes, 0))
            .collect(),
    }
}

#[test]
fn every_small_world() {
    let mut worlds = 0;
    for people in 1..=4_u32 {
        let marks = people + 1;
        for code in 0..marks.pow(4) {
            let votes =
                [code % marks, code / marks % marks, code / marks.pow(2) % marks, code / marks.pow(3)];
            for seats in 1..=4 {
                for (office, round_kind) in [
                    (Office::Committee, RoundKind::Ordinary),
                    (Office::Delegates, RoundKind::Ordinary),
                    (Office::Delegates, RoundKind::TieBreak),
                    (Office::Secretary, RoundKind::Ordinary),
                ] {
                    if office == Office::Secretary && seats > 1 {
                        continue;
                    }
                    compare(&Round { office, round_kind, ..agreed(people, seats, &votes) });
                    worlds += 1;
                }
            }
        }
    }
    assert_eq!(worlds, 13 * (16 + 81 + 256 + 625));
}

#[test]
fn every_small_box() {
    for code in 0..3_u32.pow(7) {
        let figure = |place: u32| code / 3_u32.pow(place) % 3;
        let mut round = agreed(2, 1, &[]);
        round.rules = if figure(6) == 0 { RulesId::YouthUnion } else { RulesId::Party244 };
        round.exclusions = Exclusions::none().with(ExclusionKind::Suspended, figure(6).saturating_sub(1));
        round.present = figure(0);
        round.ballots =
            Ballots { issued: figure(1), collected: figure(2), valid: figure(3), invalid: figure(4) };
        round.method = Method::StrikeOut;
        round.candidates = vec![Candidate::struck("A", figure(5))];
        compare(&round);
        round.method = Method::AgreeDisagree;
        round.candidates = vec![Candidate::boxed("A", figure(5), figure(3), 0)];
        compare(&round);
    }
}

/// The order of the ballot decides nothing but the order in which equal names are read out.
#[test]
fn the_order_of_names_decides_nothing() {
    let mut dice = Dice::new(7);
    for _ in 0..20_000 {
        let round = dice.round();
        let mut shuffled = round.clone();
        dice.shuffle(&mut shuffled.candidates);
        let (one, two) = (count(&round).unwrap(), count(&shuffled).unwrap());
        assert_eq!(fates(&round, &one), fates(&shuffled, &two));
        assert_eq!(
            (one.base, one.threshold, one.tied_for_seats),
            (two.base, two.threshold, two.tied_for_seats)
        );
        assert_eq!((one.vacancies, one.next_step), (two.vacancies, two.next_step));
    }
}

fn fates<'a>(round: &'a Round, outcome: &Outcome) -> BTreeSet<(&'a str, String)> {
    let names = round.candidates.iter().map(|row| row.name.as_str());
    names.zip(outcome.verdicts.iter().map(|verdict| format!("{verdict:?}"))).collect()
}

/// One more vote never harms the one who gets it, and never helps another.
#[test]
fn one_more_vote_never_harms() {
    let mut dice = Dice::new(11);
    for _ in 0..20_000 {
        let people = dice.between(1, 9);
        let votes: Vec<u32> = (0..dice.between(1, 6)).map(|_| dice.between(0, people)).collect();
        let at = dice.index(votes.len());
        if votes[at] == people {
            continue;
        }
        let kind = if dice.one_in(2) { RoundKind::Ordinary } else { RoundKind::TieBreak };
        let before = Round { round_kind: kind, ..agreed(people, dice.between(1, 5), &votes) };
        let mut after = before.clone();
        after.candidates[at].votes += 1;
        after.candidates[at].against = Some(people - votes[at] - 1);
        let (before, after) = (count(&before).unwrap().verdicts, count(&after).unwrap().verdicts);
        for (position, (before, after)) in before.into_iter().zip(after).enumerate() {
            if position == at {
                assert!(worth(after) >= worth(before), "{votes:?} {at}");
            } else {
                assert!(worth(after) <= worth(before), "{votes:?} {at}");
            }
        }
    }
}

fn worth(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Elected => 3,
        Verdict::Tied => 2,
        Verdict::OverHalfNotRanked => 1,
        Verdict::NotElected | Verdict::Undecided => 0,
    }
}

/// Seats are filled or vacant, nobody is in two lists, and figures that disagree elect nobody.
#[test]
fn seats_and_names_are_conserved() {
    let mut dice = Dice::new(13);
    for _ in 0..20_000 {
        let round = dice.round();
        let outcome = count(&round).unwrap();
        assert_eq!(outcome.elected.len() + outcome.vacancies as usize, round.seats as usize);
        assert!(outcome.tied.is_empty() || outcome.tied.len() > outcome.tied_for_seats as usize);
        assert_eq!(outcome.tied.is_empty(), outcome.tied_for_seats == 0);
        let listed = [&outcome.elected, &outcome.tied, &outcome.alternates].into_iter().flatten();
        let names: BTreeSet<_> = listed.clone().collect();
        assert_eq!(names.len(), listed.count());
        if !outcome.findings.is_empty() {
            assert!(names.is_empty());
            assert!(matches!(outcome.next_step, Some(NextStep::Recount | NextStep::VoidAndRevote)));
        }
    }
}
