//! Every small box: each ballot invalid, or one of the readings that a valid ballot can have.

use so_tay_dai_hoi::congress::election::{
    Ballots, BaseRule, Candidate, CongressForm, Exclusions, Method, Office, Outcome, Round, RoundKind,
    RuleProfile, RulesId,
};

/// What one ballot says: the names kept as bits, or nothing if it is invalid.
pub type Reading = Option<u32>;

/// The ballots of a contest before anybody has voted.
#[derive(Clone, Copy, Debug)]
pub struct Contest {
    pub method: Method,
    pub names: u32,
    pub seats: u32,
}

/// What decides beside the votes.
#[derive(Clone, Copy, Debug)]
pub struct Ground {
    pub kind: RoundKind,
    /// People summoned.
    pub people: u32,
    /// More than so many of so many.
    pub over: (u32, u32),
    /// What the base is.
    pub rule: BaseRule,
}

/// A box as the votes of each name; the ballots themselves are forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    pub votes: Vec<u32>,
    pub valid: u32,
    pub invalid: u32,
}

/// Who is in and who is level, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fates {
    pub elected: u32,
    pub tied: u32,
}

impl Contest {
    /// Every contest of so many names, up to so many seats.
    pub fn all(names: u32, seats: u32) -> Vec<Self> {
        let mut contests = Vec::new();
        for seats in 1..=seats {
            contests.push(Self { method: Method::AgreeDisagree, names, seats });
            contests.push(Self { method: Method::StrikeOut, names, seats });
        }
        contests
    }

    /// The readings of a valid ballot: where names are struck it keeps somebody, with boxes perhaps nobody.
    pub fn valid_readings(&self) -> Vec<Reading> {
        let least = u32::from(self.method == Method::StrikeOut);
        let kept = (0..1_u32 << self.names).filter(|kept| (least..=self.seats).contains(&kept.count_ones()));
        kept.map(Some).collect()
    }

    /// The same, and invalid.
    pub fn readings(&self) -> Vec<Reading> {
        std::iter::once(None).chain(self.valid_readings()).collect()
    }

    /// Adds up ballots, each given by its reading and how often it is in the box.
    pub fn sums<'a>(&self, ballots: impl IntoIterator<Item = (&'a Reading, &'a u32)>) -> Sums {
        let mut sums = Sums { votes: vec![0; self.names as usize], valid: 0, invalid: 0 };
        for (reading, number) in ballots {
            let Some(kept) = reading else {
                sums.invalid += number;
                continue;
            };
            sums.valid += number;
            for (name, votes) in sums.votes.iter_mut().enumerate() {
                *votes += number * (kept >> name & 1);
            }
        }
        sums
    }
}

impl Ground {
    /// Bases up to `most` people that hold so many ballots, each with several shares, and the ballots as the base;
    /// ordinary and among the tied.
    pub fn all(ballots: u32, most: u32) -> Vec<Self> {
        let mut grounds = Vec::new();
        for kind in [RoundKind::Ordinary, RoundKind::TieBreak] {
            for people in ballots.max(1)..=most {
                for over in [(1, 2), (1, 100), (1, 3), (2, 3), (9, 10)] {
                    grounds.push(Self { kind, people, over, rule: BaseRule::SummonedLessExclusions });
                }
            }
            grounds.push(Self { kind, people: most, over: (1, 2), rule: BaseRule::BallotsCollected });
        }
        grounds
    }

    /// The least number of votes that a seat takes, found by trying.
    pub fn least(&self, sums: &Sums) -> u32 {
        let base = match self.rule {
            BaseRule::BallotsCollected => sums.valid + sums.invalid,
            BaseRule::BallotsValid => sums.valid,
            _ => self.people,
        };
        let passes = |votes: &u32| votes * self.over.1 > base * self.over.0;
        if self.kind == RoundKind::TieBreak { 1 } else { (1..=base + 1).find(passes).unwrap() }
    }

    /// The rules of the ground.
    pub fn profile(&self) -> RuleProfile {
        let mut profile = RuleProfile::by_id(RulesId::Party190).unwrap().clone();
        profile.base.rule = self.rule;
        (profile.threshold.more_than.numerator, profile.threshold.more_than.denominator) = self.over;
        profile
    }

    /// The round of a box.
    pub fn round(&self, contest: &Contest, sums: &Sums) -> Round {
        let collected = sums.valid + sums.invalid;
        let row = |(name, votes): (&str, &u32)| match contest.method {
            Method::StrikeOut => Candidate::struck(name, *votes),
            _ => Candidate::boxed(name, *votes, sums.valid - votes, 0),
        };
        Round {
            rules: RulesId::Party190,
            congress: CongressForm::Members,
            office: Office::Committee,
            cell: true,
            method: contest.method,
            summoned: self.people,
            exclusions: Exclusions::none(),
            present: collected,
            seats: contest.seats,
            round: 1,
            round_kind: self.kind,
            ballots: Ballots { issued: collected, collected, valid: sums.valid, invalid: sums.invalid },
            candidates: NAMES.into_iter().zip(&sums.votes).map(row).collect(),
        }
    }
}

const NAMES: [&str; 4] = ["A", "B", "C", "D"];

/// The place of a name.
pub fn place(name: &str) -> usize {
    NAMES.iter().position(|known| *known == name).unwrap()
}

impl Fates {
    /// Who is in by the votes alone: whoever has enough, and no more above or beside them than there are seats.
    pub fn of(votes: &[u32], least: u32, seats: u32) -> Self {
        let mut fates = Self { elected: 0, tied: 0 };
        for (name, own) in votes.iter().enumerate() {
            let above = votes.iter().filter(|other| *other > own).count();
            let beside = votes.iter().filter(|other| *other == own).count();
            if *own >= least && above + beside <= seats as usize {
                fates.elected |= 1 << name;
            } else if *own >= least && above < seats as usize {
                fates.tied |= 1 << name;
            }
        }
        fates
    }

    /// Who is in by the core's outcome.
    pub fn told(outcome: &Outcome) -> Self {
        let bits = |names: &[String]| names.iter().fold(0, |bits, name| bits | 1 << place(name));
        Self { elected: bits(&outcome.elected), tied: bits(&outcome.tied) }
    }
}

/// Every way to put `number` ballots into so many `kinds`: how many there are of each.
pub fn multisets(kinds: usize, number: u32) -> Vec<Vec<u32>> {
    let Some(rest) = kinds.checked_sub(1) else {
        return if number == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    let with_last = |last: u32| {
        multisets(rest, number - last).into_iter().map(move |mut set| {
            set.push(last);
            set
        })
    };
    (0..=number).flat_map(with_last).collect()
}
