//! Every small world: nothing by chance, and nothing left out by symmetry.
//!
//! A world is a tally of 0 to 8 valid ballots and 1 to 4 names, an electorate with a base of 1 to 10, a number of seats,
//! a method, a kind of round and an office. The core and the second count must come to the same in each of them, also
//! where the figures contradict each other. `COUNT_ALL=1` walks all of them; without it the smallest are walked all,
//! and of the others one in so many, in steps of a prime so that no dimension is passed over.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, ExclusionKind, Exclusions, Method, Office, Round, RoundKind, RulesId,
};

#[path = "second_count/compare.rs"]
mod compare;
#[path = "second_count/second.rs"]
mod second;

use compare::compare;
use second::Terms;

const NAMES: [&str; 4] = ["A", "B", "C", "D"];
const MOST_VALID: u32 = 8;
const MOST_SEATS: u32 = 5;
const MOST_BASE: u32 = 10;

/// A prime that is no divisor of any dimension.
const STEP: u64 = 211;

/// Which worlds are walked.
struct Walk {
    all: bool,
    met: u64,
    walked: u64,
}

impl Walk {
    fn new() -> Self {
        Self { all: std::env::var_os("COUNT_ALL").is_some(), met: 0, walked: 0 }
    }

    /// Whether the next world is walked; those that are `small` always are.
    fn takes(&mut self, small: bool) -> bool {
        self.met += 1;
        let takes = small || self.all || self.met.is_multiple_of(STEP);
        self.walked += u64::from(takes);
        takes
    }

    fn end(self, what: &str, worlds: u64) {
        assert_eq!(self.met, worlds);
        println!("{what}: {} of {} worlds, the two counts agree on each", self.walked, self.met);
    }
}

/// Who votes, and under what.
struct Electorate {
    rules: RulesId,
    congress: CongressForm,
    summoned: u32,
    exclusions: Exclusions,
    /// Ballots collected, where they are the base.
    collected: Option<u32>,
}

/// Each base from 1 to 10: of people, none excluded; of people, some of each kind excluded; of ballots.
fn electorates() -> Vec<Electorate> {
    use ExclusionKind::{ConveningCommitteeAbsentThroughout, DelegateAbsentWithoutAlternate};
    let members = CongressForm::Members;
    let excluded = Exclusions::none()
        .with(ConveningCommitteeAbsentThroughout, 1)
        .with(DelegateAbsentWithoutAlternate, 2);
    let of = |base: u32| {
        let people = Electorate {
            rules: RulesId::Party190,
            congress: members,
            summoned: base,
            exclusions: Exclusions::none(),
            collected: None,
        };
        let delegates = Electorate {
            rules: RulesId::Party244,
            congress: CongressForm::Delegates,
            summoned: base + 3,
            exclusions: excluded.clone(),
            collected: None,
        };
        let ballots = Electorate {
            rules: RulesId::YouthUnion,
            congress: members,
            summoned: MOST_BASE,
            exclusions: Exclusions::none(),
            collected: Some(base),
        };
        [people, delegates, ballots]
    };
    (1..=MOST_BASE).flat_map(of).collect()
}

impl Electorate {
    /// A round in which every valid ballot was handed out and collected. Where the base is too small for them, the
    /// figures contradict each other, and both counts must say so.
    fn round(&self, valid: u32) -> Round {
        let collected = self.collected.unwrap_or(valid);
        Round {
            rules: self.rules,
            congress: self.congress,
            office: Office::Committee,
            cell: true,
            method: Method::StrikeOut,
            summoned: self.summoned,
            exclusions: self.exclusions.clone(),
            present: collected,
            seats: 1,
            round: 3,
            round_kind: RoundKind::Ordinary,
            ballots: Ballots {
                issued: collected,
                collected,
                valid,
                invalid: collected.saturating_sub(valid),
            },
            candidates: Vec::new(),
        }
    }
}

fn look(round: &Round) {
    compare(&round.check().unwrap(), &Terms::of(round.rules));
}

/// The digits of a number in a base: one figure for each name.
fn digits(mut number: u64, base: u64, length: usize) -> Vec<u32> {
    let mut digit = || {
        let last = number % base;
        number /= base;
        u32::try_from(last).unwrap()
    };
    (0..length).map(|_| digit()).collect()
}

/// A box with the figures of its names, and what is left of each row.
struct Tally<'a> {
    valid: u32,
    votes: &'a [u32],
}

/// How the rows of a ballot with boxes go on after the votes for.
#[derive(Clone, Copy, Debug)]
enum Rest {
    /// All others are against.
    Against,
    /// All others have both boxes marked, or none.
    Unmarked,
    /// Some of each.
    Halved,
    /// One mark more than there are ballots.
    OneTooMany,
}

impl Tally<'_> {
    fn struck(&self) -> Vec<Candidate> {
        NAMES.iter().zip(self.votes).map(|(name, votes)| Candidate::struck(*name, *votes)).collect()
    }

    fn boxed(&self, rest: Rest) -> Vec<Candidate> {
        let row = |(name, votes): (&&str, &u32)| {
            let left = self.valid - votes;
            let (against, unmarked) = match rest {
                Rest::Against => (left, 0),
                Rest::Unmarked => (0, left),
                Rest::Halved => (left - left / 2, left / 2),
                Rest::OneTooMany => (left, 1),
            };
            Candidate::boxed(*name, *votes, against, unmarked)
        };
        NAMES.iter().zip(self.votes).map(row).collect()
    }
}

/// Calls for every tally: so many valid ballots, so many names, and every number of votes for each of them.
fn every_tally(mut each: impl FnMut(&Tally<'_>)) {
    for valid in 0..=MOST_VALID {
        for names in 1..=NAMES.len() {
            let figures = u64::from(valid + 1);
            for code in 0..figures.pow(u32::try_from(names).unwrap()) {
                each(&Tally { valid, votes: &digits(code, figures, names) });
            }
        }
    }
}

/// Seats, kind of round, office, and which ballot for it.
type Setting = (u32, RoundKind, Office, u32);

/// Every number of seats and kind of round in which a committee or delegates are elected, and the ballots for a secretary
/// from the last but one to the last and one beyond.
fn settings() -> Vec<Setting> {
    let mut settings = Vec::new();
    for seats in 1..=MOST_SEATS {
        for kind in [RoundKind::Ordinary, RoundKind::TieBreak] {
            settings.push((seats, kind, Office::Committee, 1));
            settings.push((seats, kind, Office::Delegates, 1));
            if seats == 1 {
                settings.extend((2..=4).map(|number| (seats, kind, Office::Secretary, number)));
            }
        }
    }
    settings
}

#[test]
fn every_tally_is_counted_alike() {
    let (electorates, settings) = (electorates(), settings());
    let mut walk = Walk::new();
    every_tally(|tally| {
        let small = tally.valid <= 3 || tally.votes.len() <= 2;
        for (method, candidates) in
            [(Method::StrikeOut, tally.struck()), (Method::AgreeDisagree, tally.boxed(Rest::Against))]
        {
            for electorate in &electorates {
                let mut round = electorate.round(tally.valid);
                round.method = method;
                round.candidates.clone_from(&candidates);
                for &(seats, kind, office, number) in &settings {
                    if walk.takes(small) {
                        (round.seats, round.round_kind) = (seats, kind);
                        (round.office, round.round) = (office, number);
                        look(&round);
                    }
                }
            }
        }
    });
    // 9 boxes: so many figures for 1 to 4 names; 30 electorates, 26 settings, 2 methods.
    let tallies: u64 = (1..=9_u64).map(|figures| (1..=4).map(|names| figures.pow(names)).sum::<u64>()).sum();
    assert_eq!(tallies, 17_688);
    walk.end("tallies", tallies * 30 * 26 * 2);
}

/// The rows of a ballot with boxes, however they go on after the votes for.
#[test]
fn every_rest_of_a_row_is_counted_alike() {
    let electorates = electorates();
    let mut walk = Walk::new();
    every_tally(|tally| {
        for rest in [Rest::Unmarked, Rest::Halved, Rest::OneTooMany] {
            let candidates = tally.boxed(rest);
            for electorate in &electorates {
                if walk.takes(tally.valid <= 3 || tally.votes.len() <= 2) {
                    let mut round = electorate.round(tally.valid);
                    round.method = Method::AgreeDisagree;
                    round.seats = 2;
                    round.candidates.clone_from(&candidates);
                    look(&round);
                }
            }
        }
    });
    walk.end("rests of rows", 17_688 * 30 * 3);
}

/// One name with every figure in every column: by ballots with boxes, and by hands.
#[test]
fn every_single_row_is_counted_alike() {
    let electorates = electorates();
    let mut walk = Walk::new();
    for valid in 0..=MOST_VALID {
        let figures = u64::from(valid + 1);
        for code in 0..figures.pow(3) {
            let row = digits(code, figures, 3);
            for electorate in &electorates {
                for (method, office) in [
                    (Method::ShowOfHands, Office::OpenVote),
                    (Method::AgreeDisagree, Office::Secretary),
                    (Method::AgreeDisagree, Office::DeputySecretary),
                ] {
                    if walk.takes(valid <= 6) {
                        let mut round = electorate.round(valid);
                        (round.method, round.office) = (method, office);
                        round.candidates = vec![Candidate::boxed("A", row[0], row[1], row[2])];
                        look(&round);
                    }
                }
            }
        }
    }
    let rows: u64 = (1..=9_u64).map(|figures| figures.pow(3)).sum();
    walk.end("single rows", rows * 30 * 3);
}

/// Every way in which the numbers of people and ballots can contradict each other.
#[test]
fn every_box_is_counted_alike() {
    let mut walk = Walk::new();
    for code in 0..4_u64.pow(7) {
        let figures = digits(code, 4, 7);
        let [present, issued, collected, valid, invalid, votes, excluded] = figures[..] else { continue };
        let small = figures.iter().all(|figure| *figure <= 2);
        for rules in [RulesId::Party190, RulesId::TradeUnion] {
            let electorate = Electorate {
                rules,
                congress: CongressForm::Members,
                summoned: 4,
                exclusions: Exclusions::none().with(ExclusionKind::Suspended, excluded),
                collected: None,
            };
            let struck = vec![Candidate::struck("A", votes)];
            let boxed = vec![Candidate::boxed("A", votes, valid, 0)];
            for (method, candidates) in [(Method::StrikeOut, struck), (Method::AgreeDisagree, boxed)] {
                if walk.takes(small) {
                    let ballots = Ballots { issued, collected, valid, invalid };
                    look(&Round { method, present, ballots, candidates, ..electorate.round(valid) });
                }
            }
        }
    }
    walk.end("boxes", 4_u64.pow(7) * 4);
}
