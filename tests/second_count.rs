//! A second count, written from the contract alone and in another manner, held against the core on rounds by chance.
//!
//! The core sorts once and cuts; the second takes the highest from the pile again and again, and finds the threshold by
//! trying. The core reads a ballot as bits; the second looks for each name on each paper. They share no code.
//! `COUNT_ROUNDS` says on how many rounds; `tests/small_worlds.rs` leaves nothing to chance.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeSet;

use so_tay_dai_hoi::congress::election::ballots::{BallotForm, Tally};
use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, Exclusions, MOST, Method, NextStep, Office, Outcome, Round, RoundKind,
    RuleProfile, RulesId, Verdict, count,
};

#[path = "second_count/compare.rs"]
mod compare;
#[path = "second_count/dice.rs"]
mod dice;
#[path = "second_count/line.rs"]
mod line;
#[path = "second_count/papers.rs"]
mod papers;
#[path = "second_count/rounds.rs"]
mod rounds;
#[path = "second_count/second.rs"]
mod second;

use compare::compare;
use dice::Dice;
use papers::{Table, chance_papers, chance_rulings, rulings, sums, told};
use rounds::{MOST_NAMES, own_rules};
use second::{Terms, second};

/// Enough in every test run; `make count-check` asks for ten million.
const ROUNDS: u32 = 200_000;

fn how_many() -> u32 {
    let asked = std::env::var("COUNT_ROUNDS").ok();
    asked.map_or(ROUNDS, |number| number.parse().unwrap_or_else(|_| panic!("COUNT_ROUNDS: {number}")))
}

#[test]
fn rounds_by_chance() {
    let rounds = how_many();
    let mut dice = Dice::new(0x190_2024);
    let mut own = RuleProfile::by_id(RulesId::Party190).unwrap().clone();
    let mut seen = Seen::default();
    for turn in 0..rounds {
        let round = rounds::round(&mut dice);
        // Every sixth is counted under an association's own rules.
        let outcome = if turn % 6 == 0 {
            let terms = own_rules(&mut dice, &mut own);
            compare(&round.check_under(&own).unwrap(), &terms)
        } else {
            let checked = round.check().unwrap_or_else(|error| panic!("{error} {round:?}"));
            compare(&checked, &Terms::of(round.rules))
        };
        seen.note(&round, &outcome);
        if turn % 20 == 1 {
            let text = serde_json::to_string(&outcome).unwrap();
            assert_eq!(text, line::line(&second(&round, &Terms::of(round.rules))));
            let text = serde_json::to_string(&round).unwrap();
            assert_eq!(Round::from_json(&text), Ok(round));
        }
    }
    seen.demand_everything(rounds);
    println!("{rounds} rounds by chance, the two counts agree on each");
}

/// What the random rounds came to, so that a case nobody met cannot pass for one that agreed.
#[derive(Default)]
struct Seen {
    steps: BTreeSet<String>,
    findings: BTreeSet<String>,
    complete: u32,
    alternates: u32,
    seats_tied_for: BTreeSet<u32>,
    most_names: usize,
    most_votes: u32,
    million_people: u32,
}

impl Seen {
    fn note(&mut self, round: &Round, outcome: &Outcome) {
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
        if !outcome.elected.is_empty() {
            self.most_names = self.most_names.max(round.candidates.len());
            let votes = round.candidates.iter().map(|row| row.votes).max();
            self.most_votes = self.most_votes.max(votes.unwrap_or(0));
            self.million_people += u32::from(outcome.base > MOST / 2);
        }
    }

    fn demand_everything(&self, rounds: u32) {
        assert_eq!(self.steps.len(), 7, "{:?}", self.steps);
        assert_eq!(self.findings.len(), 8, "{:?}", self.findings);
        assert!(self.complete > rounds / 10, "{}", self.complete);
        assert!(self.alternates > rounds / 2000, "{}", self.alternates);
        assert!(self.seats_tied_for.len() > 3, "{:?}", self.seats_tied_for);
        assert!(self.most_names > MOST_NAMES as usize * 9 / 10, "{}", self.most_names);
        assert!(self.most_votes > MOST / 10 * 9, "{}", self.most_votes);
        assert!(self.million_people > rounds / 2000, "{}", self.million_people);
    }
}

#[test]
fn boxes_by_chance() {
    let boxes = how_many() / 50;
    let mut dice = Dice::new(0x15);
    let mut own = RuleProfile::by_id(RulesId::Party190).unwrap().ballots.clone();
    let (mut open, mut invalid, mut counted) = (0, BTreeSet::new(), 0);
    for turn in 0..boxes {
        let rules = RulesId::ALL[dice.index(4)];
        let names = if dice.one_in(50) { MOST_NAMES } else { dice.between(1, 6) };
        let table = Table {
            method: dice.one_of(&[Method::StrikeOut, Method::AgreeDisagree]),
            names: names as usize,
            seats: dice.between(1, names.min(40)) as usize,
            rulings: if turn % 2 == 0 { rulings(rules) } else { chance_rulings(&mut dice) },
        };
        for (rule, (case, ruling)) in own.readings.iter_mut().zip(table.rulings) {
            assert_eq!(rule.case, case);
            rule.ruling = ruling;
        }
        let ballot_rules = if turn % 2 == 0 { &RuleProfile::by_id(rules).unwrap().ballots } else { &own };
        let seats = u32::try_from(table.seats).unwrap();
        let form = BallotForm::new(table.method, table.names, seats).unwrap();
        let papers = chance_papers(&mut dice, &table, 12);
        let ballots: Vec<_> = papers.iter().map(papers::Paper::counted).collect();
        let tally = Tally::of(&form, ballot_rules, &ballots).unwrap();
        assert_eq!(told(&tally), sums(&table, &papers), "{form:?} {:?} {ballots:?}", table.rulings);
        open += tally.open.len();
        invalid.extend(tally.invalid_by.keys().copied());
        counted += u32::from(!elected_from(&tally, &form).is_empty());
    }
    assert!(open > boxes as usize / 4, "{open}");
    assert_eq!(invalid.len(), 11, "{invalid:?}");
    assert!(counted > boxes / 10, "{counted}");
    println!("{boxes} boxes by chance, the two counts agree on each");
}

/// The round of a box, counted both ways while its open ballots are taken for invalid.
fn elected_from(tally: &Tally, form: &BallotForm) -> Vec<String> {
    let people = tally.collected();
    let names = (0..form.names()).map(|place| Candidate::struck(format!("N{place}"), 0)).collect();
    let mut round = agreed(people.max(1), form.seats(), &[]);
    round.method = form.method();
    round.candidates = names;
    round.ballots.issued = people;
    tally.with_open_as_invalid().write_into(&mut round);
    let outcome = compare(&round.check().unwrap(), &Terms::of(round.rules));
    assert_eq!(outcome.findings, []);
    outcome.elected
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

/// The order of the ballot decides nothing but the order in which equal names are read out.
#[test]
fn the_order_of_names_decides_nothing() {
    let mut dice = Dice::new(7);
    for _ in 0..20_000 {
        let round = rounds::round(&mut dice);
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
        let round = rounds::round(&mut dice);
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
