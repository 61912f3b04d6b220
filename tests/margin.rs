//! How firm a result is, by trying: every small box, and every other box that could have been read from as many ballots.
//!
//! The core finds the fewest ballots from the sums alone. Here every box is held against every other one: the result
//! must stand in all that are nearer, and change in one that is as near as the core says, in the way that it says.
//! `COUNT_ALL=1` tries larger boxes.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use so_tay_dai_hoi::congress::election::ballots::Names;
use so_tay_dai_hoi::congress::election::{Alteration, AlterationKind, BaseRule, Doubts, RuleProfile};
use std::collections::BTreeMap;

#[path = "margin/boxes.rs"]
mod boxes;

use boxes::{Contest, Fates, Ground, Reading, Sums, multisets, place};

fn try_more() -> bool {
    std::env::var_os("COUNT_ALL").is_some()
}

/// A box with its ballots, by reading.
struct Opened {
    numbers: Vec<u32>,
    sums: Sums,
}

/// What could happen to a box as near as any change is.
#[derive(Clone, Copy, Debug, Default)]
struct Nearest {
    ballots: u32,
    /// Names that are elected here and below the threshold there.
    fallen: u32,
    /// Names that are nothing here and over the threshold and in or level there.
    risen: u32,
    /// Whether others are level there.
    tie_moves: bool,
}

/// The fewest ballots to be read otherwise: those that the one box has and the other has not.
fn distance(one: &Opened, other: &Opened) -> u32 {
    one.numbers.iter().zip(&other.numbers).map(|(here, there)| here.saturating_sub(*there)).sum()
}

/// What the nearest of all other boxes with another result hold; none if the result is the same in all.
fn nearest(all: &[Opened], fates: &[Fates], at: usize, least: u32) -> Option<Nearest> {
    let own = fates[at];
    let others = || all.iter().zip(fates).filter(|(_, there)| **there != own);
    let ballots = others().map(|(other, _)| distance(&all[at], other)).min()?;
    let mut nearest = Nearest { ballots, ..Nearest::default() };
    for (other, there) in others().filter(|(other, _)| distance(&all[at], other) == ballots) {
        for (name, votes) in other.sums.votes.iter().enumerate() {
            if *votes < least {
                nearest.fallen |= own.elected & 1 << name;
            } else {
                nearest.risen |= (there.elected | there.tied) & !(own.elected | own.tied) & 1 << name;
            }
        }
        nearest.tie_moves |= own.tied != there.tied;
    }
    Some(nearest)
}

/// Whether what the core says is what can happen, and the first in order of what can.
fn is_true(told: &Alteration, nearest: &Nearest, here: &Opened, own: Fates, seats: u32) -> bool {
    let bit = |name: &str| 1_u32 << place(name);
    let votes = |name: &str| here.sums.votes[place(name)];
    let vacant = own.elected.count_ones() < seats;
    told.ballots == nearest.ballots
        && match &told.kind {
            AlterationKind::TieMoves => own.tied != 0 && nearest.tie_moves,
            _ if own.tied != 0 => false,
            AlterationKind::Falls(name) => nearest.fallen & bit(name) != 0,
            _ if nearest.fallen != 0 => false,
            AlterationKind::Rises(name) => vacant && nearest.risen & bit(name) != 0,
            AlterationKind::Overtakes { name, last } => {
                // The one who is reached is the weakest of the elected.
                let weakest =
                    (0..8).filter(|at| own.elected & 1 << at != 0).map(|at| here.sums.votes[at]).min();
                !vacant
                    && nearest.risen & bit(name) != 0
                    && own.elected & bit(last) != 0
                    && weakest == Some(votes(last))
            }
        }
}

/// The results of all boxes of a contest at one threshold, and what is nearest to each.
struct Tried {
    fates: Vec<Fates>,
    nearest: Vec<Option<Nearest>>,
}

impl Tried {
    fn new(all: &[Opened], least: u32, seats: u32) -> Self {
        let fates: Vec<_> = all.iter().map(|here| Fates::of(&here.sums.votes, least, seats)).collect();
        let nearest = (0..all.len()).map(|at| nearest(all, &fates, at, least)).collect();
        Self { fates, nearest }
    }
}

/// How many worlds came to what, so that a kind nobody met cannot pass for one that agreed.
#[derive(Debug, Default)]
struct Met {
    worlds: u64,
    firm: u64,
    falls: u64,
    rises: u64,
    overtakes: u64,
    ties: u64,
}

impl Met {
    fn note(&mut self, told: Option<&Alteration>) {
        self.worlds += 1;
        *match told.map(|told| &told.kind) {
            None => &mut self.firm,
            Some(AlterationKind::Falls(_)) => &mut self.falls,
            Some(AlterationKind::Rises(_)) => &mut self.rises,
            Some(AlterationKind::Overtakes { .. }) => &mut self.overtakes,
            Some(AlterationKind::TieMoves) => &mut self.ties,
        } += 1;
    }
}

/// Tries every box of so many ballots on every ground.
fn try_boxes(contest: &Contest, ballots: u32, met: &mut Met) {
    let readings = contest.readings();
    let all: Vec<Opened> = multisets(readings.len(), ballots)
        .into_iter()
        .map(|numbers| Opened { sums: contest.sums(readings.iter().zip(&numbers)), numbers })
        .collect();
    // The trying depends on the threshold only, and many grounds share one.
    let mut tried: BTreeMap<u32, Tried> = BTreeMap::new();
    for ground in Ground::all(ballots, 6) {
        let least = ground.least(&all[0].sums);
        let tried = tried.entry(least).or_insert_with(|| Tried::new(&all, least, contest.seats));
        let profile = ground.profile();
        for (at, here) in all.iter().enumerate() {
            let round = ground.round(contest, &here.sums);
            let checked = round.check_under(&profile).unwrap();
            let own = tried.fates[at];
            assert_eq!(Fates::told(&checked.outcome()), own, "{round:?}");
            let told = checked.alteration();
            let agrees = match (&told, &tried.nearest[at]) {
                (None, None) => true,
                (Some(told), Some(nearest)) => is_true(told, nearest, here, own, contest.seats),
                _ => false,
            };
            let ballots = || readings.iter().zip(&here.numbers).filter(|(_, number)| **number > 0);
            assert!(
                agrees,
                "{contest:?} {ground:?}\nballots {:?}\nvotes {:?}\ntold {told:?}\ntried {:?}",
                ballots().collect::<Vec<_>>(),
                here.sums,
                tried.nearest[at]
            );
            met.note(told.as_ref());
        }
    }
}

#[test]
fn the_nearest_change_is_found_by_trying() {
    let mut met = Met::default();
    let sizes = if try_more() { [(1, 6), (2, 6), (3, 6), (4, 4)] } else { [(1, 6), (2, 6), (3, 4), (4, 3)] };
    for (names, most) in sizes {
        for contest in Contest::all(names, 3) {
            for ballots in 0..=most {
                try_boxes(&contest, ballots, &mut met);
            }
        }
    }
    println!("{met:?}");
    assert!(met.worlds > 100_000, "{met:?}");
    let rarest = met.firm.min(met.falls).min(met.rises).min(met.overtakes).min(met.ties);
    assert!(rarest > 2_000, "{met:?}");
}

/// Figures that contradict each other have no result that could change.
#[test]
fn contradicting_figures_have_no_margin() {
    let contest = Contest::all(2, 1)[0];
    let sums = Sums { votes: vec![2, 1], valid: 3, invalid: 0 };
    let ground = Ground::all(3, 3)[0];
    let mut round = ground.round(&contest, &sums);
    assert!(round.check().unwrap().alteration().is_some());
    round.ballots.invalid = 1;
    assert_eq!(round.check().unwrap().alteration(), None);
    assert_eq!(round.check().unwrap().doubts_matter(&Doubts { marked: vec![], unread: 1 }), None);
}

/// A box of which some ballots are settled and the others are in doubt.
struct Doubtful<'a> {
    contest: &'a Contest,
    settled: Vec<(Reading, u32)>,
    marked: Vec<Reading>,
    unread: u32,
}

impl Doubtful<'_> {
    /// The sums under one conclusion: what each doubtful ballot is taken for.
    fn sums(&self, taken: &[Reading]) -> Sums {
        let settled = self.settled.iter().map(|(reading, number)| (reading, number));
        self.contest.sums(settled.chain(taken.iter().zip(std::iter::repeat(&1))))
    }

    /// Calls for every conclusion: each marked ballot as it is marked or invalid, each unread one as anything.
    fn every_conclusion(&self, each: &mut impl FnMut(&[Reading])) {
        let readings = self.contest.readings();
        let of_marked = self.marked.iter().map(|marks| vec![None, *marks]);
        let of_unread = (0..self.unread).map(|_| readings.clone());
        let choices: Vec<Vec<Reading>> = of_marked.chain(of_unread).collect();
        let mut taken = Vec::new();
        conclude(&choices, &mut taken, each);
    }

    fn doubts(&self) -> Doubts {
        let names = |marks: &Reading| Names::from_bits(u128::from(marks.unwrap()));
        Doubts { marked: self.marked.iter().map(names).collect(), unread: self.unread }
    }
}

fn conclude(choices: &[Vec<Reading>], taken: &mut Vec<Reading>, each: &mut impl FnMut(&[Reading])) {
    let Some((first, rest)) = choices.split_first() else { return each(taken) };
    for reading in first {
        taken.push(*reading);
        conclude(rest, taken, each);
        taken.pop();
    }
}

/// Tries every conclusion on a doubtful box, on every ground; says how often the doubts mattered, and how often not.
fn try_doubts(doubtful: &Doubtful<'_>, grounds: &[(Ground, RuleProfile)], met: &mut [u64; 2]) {
    let all_invalid = vec![None; doubtful.marked.len() + doubtful.unread as usize];
    let standing = doubtful.sums(&all_invalid);
    let mut concluded = Vec::new();
    doubtful.every_conclusion(&mut |taken| concluded.push(doubtful.sums(taken)));
    for (ground, profile) in grounds {
        let fates = |sums: &Sums| Fates::of(&sums.votes, ground.least(sums), doubtful.contest.seats);
        let now = fates(&standing);
        let matter = concluded.iter().any(|sums| fates(sums) != now);
        let round = ground.round(doubtful.contest, &standing);
        let checked = round.check_under(profile).unwrap();
        assert_eq!(Fates::told(&checked.outcome()), now, "{round:?}");
        let doubts = doubtful.doubts();
        let told = checked.doubts_matter(&doubts).unwrap();
        if ground.rule == BaseRule::BallotsValid {
            // There any doubt is taken to matter, because each conclusion moves the threshold.
            assert_eq!(told, !doubts.is_empty(), "{round:?} {doubts:?}");
            assert!(told || !matter, "{round:?} {doubts:?}");
        } else {
            assert_eq!(told, matter, "{ground:?} {round:?} {doubts:?}");
        }
        met[usize::from(matter)] += 1;
    }
}

/// Names, and the most ballots settled, marked and in doubt, and unread.
type Size = (u32, u32, u32, u32);

/// Tries every doubtful box of these sizes.
fn try_doubtful_boxes(sizes: &[Size], grounds: impl Fn(u32) -> Vec<Ground>) -> [u64; 2] {
    let mut met = [0; 2];
    for &(names, most, most_marked, most_unread) in sizes {
        for contest in Contest::all(names, 3) {
            let doubts =
                (0..=most_marked).flat_map(|marked| (0..=most_unread).map(move |unread| (marked, unread)));
            for (marked, unread) in doubts {
                for ballots in 0..=most {
                    let grounds = grounds(ballots + marked + unread);
                    let grounds: Vec<_> =
                        grounds.into_iter().map(|ground| (ground, ground.profile())).collect();
                    for doubtful in doubtful_boxes(&contest, ballots, marked, unread) {
                        try_doubts(&doubtful, &grounds, &mut met);
                    }
                }
            }
        }
    }
    met
}

/// Every box of so many settled ballots, so many marked ones in doubt, and so many unread ones.
fn doubtful_boxes(contest: &Contest, ballots: u32, marked: u32, unread: u32) -> Vec<Doubtful<'_>> {
    let readings = contest.valid_readings();
    let mut boxes = Vec::new();
    for settled in multisets(readings.len(), ballots) {
        for marks in multisets(readings.len(), marked) {
            let settled = readings.iter().copied().zip(settled.iter().copied()).collect();
            let marked = readings.iter().zip(marks);
            let marked = marked.flat_map(|(marks, number)| vec![*marks; number as usize]).collect();
            boxes.push(Doubtful { contest, settled, marked, unread });
        }
    }
    boxes
}

#[test]
fn whether_doubts_matter_is_found_by_trying() {
    let sizes: [Size; 4] = if try_more() {
        [(1, 5, 4, 3), (2, 5, 3, 2), (3, 3, 2, 1), (4, 3, 1, 1)]
    } else {
        [(1, 4, 3, 2), (2, 4, 2, 1), (3, 2, 2, 1), (4, 2, 1, 0)]
    };
    let [vain, matter] = try_doubtful_boxes(&sizes, |collected| Ground::all(collected, collected + 1));
    println!("{} worlds with doubtful ballots: {matter} times they matter, {vain} times not", vain + matter);
    assert!(vain > 20_000 && matter > 20_000, "{vain} {matter}");
}

/// Where the valid ballots are the base, a ballot that is taken for valid raises the threshold.
#[test]
fn doubts_may_raise_the_threshold() {
    let grounds = |_| vec![Ground { rule: BaseRule::BallotsValid, ..Ground::all(1, 1)[0] }];
    let [vain, matter] = try_doubtful_boxes(&[(1, 4, 3, 1), (2, 3, 2, 1)], grounds);
    assert!(vain > 500 && matter > 500, "{vain} {matter}");
}
