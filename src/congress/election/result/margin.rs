//! How firm a result is: the fewest ballots that would have to be read otherwise before it changes, and whether the
//! ballots still in doubt can change it at all.
//!
//! A result changes when somebody else is elected or somebody else is level at the last seat. Reading a ballot
//! otherwise (other names kept, or valid instead of invalid) moves each name by at most one vote. The base stays.
//!
//! Why the sums are enough, without the single ballots: of two names that are `gap` votes apart, at least `gap` ballots
//! keep the one and not the other, so each of half of these moves both, and the gap by two. A name falls by ballots
//! that keep it and rises by ballots that do not, and there are as many as its votes and as the rest of the box.
//! `tests/margin.rs` tries every ballot of every small box and comes to the same numbers.

use crate::congress::election::ballots::Names;
use crate::congress::election::round::CheckedRound;
use crate::congress::election::rules::BaseRule;

/// The nearest change of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alteration {
    /// The fewest ballots to be read otherwise, at least 1.
    pub ballots: u32,
    /// What they would do.
    pub kind: AlterationKind,
}

/// What a change of reading does; names as they went in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlterationKind {
    /// Somebody elected falls below the threshold.
    Falls(String),
    /// Somebody reaches the threshold, and a seat is vacant.
    Rises(String),
    /// Somebody reaches the last who is elected, or passes them.
    Overtakes {
        /// Who comes up.
        name: String,
        /// Who is reached.
        last: String,
    },
    /// Those who are level are not level any more.
    TieMoves,
}

/// Ballots on which the counting board has not concluded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    /// Ballots whose marks are known: the votes that each would give if it counts.
    pub marked: Vec<Names>,
    /// Ballots that may come to anything.
    pub unread: u32,
}

/// A place on the ballot and its votes.
type Standing = (usize, u32);

impl CheckedRound<'_> {
    /// The nearest change of this round's result; none where no reading of the ballots can change it, and none while
    /// the figures do not add up. Of two ways with as few ballots the first of [`AlterationKind`]'s order is told.
    pub fn alteration(&self) -> Option<Alteration> {
        let race = Race::of(self)?;
        if !race.tied.is_empty() {
            return Some(Alteration { ballots: 1, kind: AlterationKind::TieMoves });
        }
        let ways = [race.fall(), race.rise(self.round().ballots.collected), race.overtaking()];
        let (ballots, kind) = ways.into_iter().flatten().min_by_key(|(ballots, _)| *ballots)?;
        let name =
            |place: usize| self.round().candidates.get(place).map(|row| row.name.clone()).unwrap_or_default();
        let kind = match kind {
            Way::Falls(place) => AlterationKind::Falls(name(place)),
            Way::Rises(place) => AlterationKind::Rises(name(place)),
            Way::Overtakes(up, last) => AlterationKind::Overtakes { name: name(up), last: name(last) },
        };
        Some(Alteration { ballots, kind })
    }

    /// Whether any conclusion on the doubtful ballots could change the result that stands while they count as invalid.
    /// None while the figures do not add up otherwise. Where valid ballots are the base, each conclusion moves the
    /// threshold too, and any doubt is taken to matter.
    pub fn doubts_matter(&self, doubts: &Doubts) -> Option<bool> {
        let race = Race::of(self)?;
        let moves_base = self.profile().base.rule == BaseRule::BallotsValid && !doubts.is_empty();
        Some(moves_base || race.can_change_by(doubts))
    }
}

enum Way {
    Falls(usize),
    Rises(usize),
    Overtakes(usize, usize),
}

/// Who is in, who is level, who is out, each with their votes.
struct Race {
    elected: Vec<Standing>,
    tied: Vec<Standing>,
    out: Vec<Standing>,
    /// The least votes that a seat takes, at least 1.
    least: u32,
    has_vacancy: bool,
}

impl Race {
    /// None while the figures do not add up.
    fn of(checked: &CheckedRound<'_>) -> Option<Self> {
        let outcome = checked.outcome();
        if !outcome.findings.is_empty() {
            return None;
        }
        let mut race = Self {
            elected: Vec::new(),
            tied: Vec::new(),
            out: Vec::new(),
            least: checked.least_votes(),
            has_vacancy: outcome.vacancies > 0,
        };
        for (place, (row, verdict)) in checked.round().candidates.iter().zip(&outcome.verdicts).enumerate() {
            let side = match verdict {
                super::Verdict::Elected => &mut race.elected,
                super::Verdict::Tied => &mut race.tied,
                _ => &mut race.out,
            };
            side.push((place, row.votes));
        }
        Some(race)
    }

    fn last_elected(&self) -> Option<Standing> {
        self.elected.iter().min_by_key(|(_, votes)| *votes).copied()
    }

    fn first_out(&self) -> Option<Standing> {
        // The first of equals, so that the answer does not depend on how the highest is searched.
        self.out.iter().rev().max_by_key(|(_, votes)| *votes).copied()
    }

    /// The last elected loses one vote more than they have to spare.
    fn fall(&self) -> Option<(u32, Way)> {
        let (place, votes) = self.last_elected()?;
        Some((votes - self.least + 1, Way::Falls(place)))
    }

    /// The first of the others reaches the threshold, if the box holds as many ballots at all.
    fn rise(&self, collected: u32) -> Option<(u32, Way)> {
        let (place, votes) = self.first_out().filter(|_| self.has_vacancy && self.least <= collected)?;
        Some((self.least - votes, Way::Rises(place)))
    }

    /// The first of the others reaches the last elected; each ballot that keeps the one instead of
    /// the other closes the gap by two.
    fn overtaking(&self) -> Option<(u32, Way)> {
        let (last, most) = self.last_elected().filter(|_| !self.has_vacancy)?;
        let (place, votes) = self.first_out()?;
        // If this does not bring the name over the threshold, it brings the other below it, which counts as a fall.
        Some(((most - votes).div_ceil(2), Way::Overtakes(place, last)))
    }

    /// Doubtful ballots only ever add votes. The result changes exactly when the order of two names changes that it
    /// turns on: one elected and one who is not, two who are level, or one name and the threshold.
    fn can_change_by(&self, doubts: &Doubts) -> bool {
        let reaches = |up: &Standing, mark: &Standing| doubts.reaches(*up, *mark);
        if self.tied.is_empty() {
            let threshold = |up: &Standing| up.1 + doubts.keeping(up.0) >= self.least;
            let any_elected = |up: &Standing| self.elected.iter().any(|last| reaches(up, last));
            return self.out.iter().any(|up| if self.has_vacancy { threshold(up) } else { any_elected(up) });
        }
        let parts = |one: &Standing| self.tied.iter().any(|other| doubts.keeping_only(one.0, other.0) > 0);
        self.tied.iter().any(parts)
            || self.tied.iter().any(|up| self.elected.iter().any(|last| reaches(up, last)))
            || self.out.iter().any(|up| self.tied.iter().any(|level| reaches(up, level)))
    }
}

impl Doubts {
    /// Whether there is no doubtful ballot.
    pub fn is_empty(&self) -> bool {
        self.marked.is_empty() && self.unread == 0
    }

    /// Ballots that could give a name a vote.
    fn keeping(&self, place: usize) -> u32 {
        self.count(|names| names.has(place))
    }

    /// Ballots that could give the one a vote and the other none.
    fn keeping_only(&self, place: usize, other: usize) -> u32 {
        if place == other { 0 } else { self.count(|names| names.has(place) && !names.has(other)) }
    }

    /// Whether a name can come level with another who is elected or tied, and so over the threshold.
    fn reaches(&self, (up, votes): Standing, (other, mark): Standing) -> bool {
        votes + self.keeping_only(up, other) >= mark
    }

    fn count(&self, holds: impl Fn(Names) -> bool) -> u32 {
        let marked = self.marked.iter().filter(|names| holds(**names)).count();
        u32::try_from(marked).unwrap_or(u32::MAX).saturating_add(self.unread)
    }
}
