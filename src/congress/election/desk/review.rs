//! The passes laid beside each other: what differs and is to be settled against the paper, which ballots the counting
//! board still has to conclude on, and the sums once nothing is left open.

use super::align::align;
use super::content::{Content, FigureCell};
use super::figures::Figures;
use super::pass::{EnteredBallot, Pass};
use crate::congress::election::ballots::{BallotForm, CountedBallot, Reading};
use crate::congress::election::rules::{BallotCase, BallotRules};
use crate::congress::id::PassId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What was settled against the paper, after a pass had been laid beside those before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// The pass that was laid beside the earlier ones; the first pass for a correction of the only one.
    #[serde(rename = "p")]
    pub pass: PassId,
    /// What was settled.
    #[serde(rename = "s")]
    pub settled: Settled,
    /// Who looked at the paper.
    #[serde(rename = "o")]
    pub by: String,
}

/// What the paper says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// The ballot in a place of the pile, from 0; none where no ballot lies.
    Ballot(u32, Option<CountedBallot>),
    /// A figure.
    Figure(FigureCell, u32),
}

/// Where two counters differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// In a ballot.
    Ballot {
        /// The place in the pile, from 0.
        place: u32,
        /// By the earlier passes.
        earlier: Option<CountedBallot>,
        /// By the later pass.
        later: Option<CountedBallot>,
    },
    /// In a figure.
    Figure {
        /// Which.
        cell: FigureCell,
        /// By the earlier passes.
        earlier: u32,
        /// By the later pass.
        later: u32,
    },
}

/// A ballot that the counting board has to conclude on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubtful {
    /// The place in the pile, from 0.
    pub place: u32,
    /// What was entered.
    pub ballot: CountedBallot,
    /// Why it is open.
    pub case: BallotCase,
}

/// What the passes come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The pass that is laid beside the earlier ones: that of the first unsettled difference, else the last.
    pub pass: PassId,
    /// Who entered the earlier ones, and who the later; the same where there is only one.
    pub counters: (String, String),
    /// What differs and is not settled; of several passes those of the first that differs.
    pub differences: Vec<Difference>,
    /// How many places were settled in this stage.
    pub settled: usize,
    /// Ballots that the board has concluded on or has to, once nothing differs.
    pub doubtful: Vec<Doubtful>,
    /// Bundles that a settlement has left with votes other than their ballots hold.
    pub uneven: Vec<String>,
    /// The ballots by place, as far as they agree.
    pub ballots: Vec<Option<CountedBallot>>,
    /// The sums; open ballots are in no row. Of what differs the later pass is taken.
    pub figures: Figures,
}

impl Review {
    /// Whether nothing is left to settle or to conclude.
    pub fn is_settled(&self) -> bool {
        self.differences.is_empty() && self.uneven.is_empty() && self.figures.open == 0
    }

    /// Lays ended passes beside each other; none where there is no pass.
    pub(super) fn of(
        passes: &[Pass],
        settlements: &[Settlement],
        form: &BallotForm,
        rules: &BallotRules,
    ) -> Option<Self> {
        let mut stage = Stage::first(passes.first()?, settlements, form);
        for pass in passes.get(1..).unwrap_or_default() {
            if !stage.differences.is_empty() {
                break;
            }
            stage = stage.beside(pass, settlements, form, rules);
        }
        Some(stage.review(form, rules))
    }
}

struct Stage<'a> {
    pass: &'a Pass,
    counters: (String, String),
    content: Content,
    differences: Vec<Difference>,
    settled: usize,
}

impl<'a> Stage<'a> {
    fn first(pass: &'a Pass, settlements: &[Settlement], form: &BallotForm) -> Self {
        let content = Content::of(pass, form.method());
        let counters = (pass.counter.clone(), pass.counter.clone());
        let mut stage = Self { pass, counters, content, differences: Vec::new(), settled: 0 };
        stage.settle(settlements);
        stage
    }

    fn beside(
        self,
        pass: &'a Pass,
        settlements: &[Settlement],
        form: &BallotForm,
        rules: &BallotRules,
    ) -> Self {
        let counters = (self.counters.1, pass.counter.clone());
        let (mut earlier, mut later) = (self.content, Content::of(pass, form.method()));
        if !earlier.is_like(&later) {
            earlier = Content::totals(&sums(&earlier, form, rules));
            later = Content::totals(&sums(&later, form, rules));
        }
        let mut content = Content::default();
        let mut differences = Vec::new();
        let (before, after) = (earlier.lying(), later.lying());
        for (place, (one, other)) in (0_u32..).zip(align(&before, &after)) {
            let ballot = |list: &[CountedBallot], at: Option<usize>| at.and_then(|at| list.get(at)).copied();
            let (one, other) = (ballot(&before, one), ballot(&after, other));
            if one != other {
                differences.push(Difference::Ballot { place, earlier: one, later: other });
            }
            content.ballots.push(other);
        }
        let cells: BTreeSet<&FigureCell> = earlier.cells.keys().chain(later.cells.keys()).collect();
        for cell in cells {
            let (one, other) = (earlier.cell(cell), later.cell(cell));
            if one != other {
                differences.push(Difference::Figure { cell: cell.clone(), earlier: one, later: other });
            }
            content.cells.insert(cell.clone(), other);
        }
        let mut stage = Self { pass, counters, content, differences, settled: 0 };
        stage.settle(settlements);
        stage
    }

    /// What was settled stands, whether or not it differed; the last settlement of a place counts.
    fn settle(&mut self, settlements: &[Settlement]) {
        for settlement in settlements.iter().filter(|settlement| settlement.pass == self.pass.id) {
            self.settled += 1;
            match &settlement.settled {
                Settled::Ballot(place, ballot) => {
                    let at = usize::try_from(*place).unwrap_or(usize::MAX);
                    if let Some(lying) = self.content.ballots.get_mut(at) {
                        *lying = *ballot;
                    }
                    self.differences.retain(|difference| {
                        !matches!(difference, Difference::Ballot { place: other, .. } if other == place)
                    });
                }
                Settled::Figure(cell, value) => {
                    if let Some(figure) = self.content.cells.get_mut(cell) {
                        *figure = *value;
                    }
                    self.differences.retain(|difference| {
                        !matches!(difference, Difference::Figure { cell: other, .. } if other == cell)
                    });
                }
            }
        }
    }

    fn review(self, form: &BallotForm, rules: &BallotRules) -> Review {
        let places = (0_u32..).zip(&self.content.ballots);
        let doubtful = places.filter_map(|(place, ballot)| {
            let ballot = (*ballot)?;
            // A conclusion can be looked at again, so what is concluded stays in the list.
            let unconcluded = CountedBallot { concluded: None, ..ballot };
            match form.read(rules, &unconcluded) {
                Reading::Open(case) => Some(Doubtful { place, ballot, case }),
                _ => None,
            }
        });
        Review {
            doubtful: if self.differences.is_empty() { doubtful.collect() } else { Vec::new() },
            figures: sums(&self.content, form, rules),
            uneven: self.content.uneven(),
            pass: self.pass.id.clone(),
            counters: self.counters,
            differences: self.differences,
            settled: self.settled,
            ballots: self.content.ballots,
        }
    }
}

fn sums(content: &Content, form: &BallotForm, rules: &BallotRules) -> Figures {
    let mut figures = content.figures(form);
    for ballot in content.lying() {
        let reading = form.read(rules, &ballot);
        figures.count(&EnteredBallot { ballot, reading }, form.method(), 1);
    }
    figures
}
