//! Rounds by chance, the same at every run: most of them with ballots that could have been cast, some disturbed.

use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, ExclusionKind, Exclusions, Method, Office, Round, RoundKind, RulesId,
};

/// A xorshift generator of 64 bits.
pub struct Dice(u64);

const NAMES: [&str; 7] = ["An", "Bình", "Chi", "Dũng", "Đào", "Em", "Yến"];

impl Dice {
    /// Dice that fall in an order that the seed decides.
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A whole number from `least` to `most`, both included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        least + u32::try_from(self.0 % u64::from(most - least + 1)).unwrap()
    }

    /// True once in `turns`.
    pub fn one_in(&mut self, turns: u32) -> bool {
        self.between(1, turns) == 1
    }

    /// A position in a list of `length`.
    pub fn index(&mut self, length: usize) -> usize {
        self.between(0, u32::try_from(length).unwrap() - 1) as usize
    }

    /// Puts a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.index(last + 1));
        }
    }

    fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.index(list.len())]
    }

    /// A round that keeps the contract.
    pub fn round(&mut self) -> Round {
        let mut round = self.empty_round();
        self.cast(&mut round);
        if self.one_in(4) {
            for _ in 0..self.between(1, 3) {
                self.disturb(&mut round);
            }
        }
        round
    }

    fn empty_round(&mut self) -> Round {
        let office = self.one_of(&[
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
        let method = self.one_of(&[Method::StrikeOut, Method::AgreeDisagree]);
        let tie_break = !open && self.one_in(4);
        let congress = self.one_of(&[CongressForm::Members, CongressForm::Delegates]);
        let summoned = if self.one_in(50) { self.between(1, 400) } else { self.between(1, 14) };
        Round {
            rules: self.one_of(&[
                RulesId::Party190,
                RulesId::Party190,
                RulesId::Party244,
                RulesId::YouthUnion,
                RulesId::TradeUnion,
            ]),
            congress,
            office,
            cell: self.one_in(2),
            method: if open { Method::ShowOfHands } else { method },
            summoned,
            exclusions: self.exclusions(congress, summoned),
            present: 0,
            seats: if one_seat { 1 } else { self.between(1, 5) },
            round: self.between(1, 5),
            round_kind: if tie_break { RoundKind::TieBreak } else { RoundKind::Ordinary },
            ballots: Ballots::default(),
            candidates: Vec::new(),
        }
    }

    fn exclusions(&mut self, congress: CongressForm, summoned: u32) -> Exclusions {
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
            if self.one_in(4) {
                let people = self.between(0, left.min(3));
                left -= people;
                exclusions = exclusions.with(*kind, people);
            }
        }
        exclusions
    }

    /// Lets the people in the room vote, ballot by ballot, so that every figure agrees.
    fn cast(&mut self, round: &mut Round) {
        let base = round.summoned - u32::try_from(round.exclusions.total()).unwrap();
        let few = base.min(2);
        round.present = base - self.between(0, few);
        let issued = round.present - self.between(0, round.present.min(1));
        let collected = issued - self.between(0, issued.min(1));
        let invalid = if self.one_in(2) { 0 } else { self.between(0, collected.min(2)) };
        let valid = collected - invalid;
        round.ballots = Ballots { issued, collected, valid, invalid };

        let names = if round.office == Office::OpenVote { 1 } else { self.between(1, 7) as usize };
        let struck = round.method == Method::StrikeOut;
        // The favour of the hall makes results over half frequent, and ties with them.
        let favour: Vec<u32> = (0..names).map(|_| self.between(0, 10)).collect();
        let mut votes = vec![0_u32; names];
        let mut unmarked = vec![0_u32; names];
        for _ in 0..valid {
            let mut chosen: Vec<usize> =
                (0..names).filter(|name| self.between(1, 10) <= favour[*name]).collect();
            if struck {
                self.shuffle(&mut chosen);
                chosen.truncate(round.seats as usize);
                if chosen.is_empty() {
                    chosen.push(self.index(names));
                }
            }
            for name in 0..names {
                if chosen.contains(&name) {
                    votes[name] += 1;
                } else if self.one_in(4) {
                    unmarked[name] += 1;
                }
            }
        }
        let row = |name: usize| {
            if struck {
                Candidate::struck(NAMES[name], votes[name])
            } else {
                Candidate::boxed(
                    NAMES[name],
                    votes[name],
                    valid - votes[name] - unmarked[name],
                    unmarked[name],
                )
            }
        };
        round.candidates = (0..names).map(row).collect();
    }

    /// Moves one figure by one or two, as a hand does that writes in haste.
    fn disturb(&mut self, round: &mut Round) {
        let at = self.index(round.candidates.len());
        let by = self.between(1, 2);
        let up = self.one_in(2);
        let row = &mut round.candidates[at];
        let mut unused = 0;
        let figure = match self.between(0, 8) {
            0 => &mut round.present,
            1 => &mut round.ballots.issued,
            2 => &mut round.ballots.collected,
            3 => &mut round.ballots.valid,
            4 => &mut round.ballots.invalid,
            5 => row.against.as_mut().unwrap_or(&mut unused),
            6 => row.unmarked.as_mut().unwrap_or(&mut unused),
            _ => &mut row.votes,
        };
        *figure = if up { *figure + by } else { figure.saturating_sub(by) };
    }
}
