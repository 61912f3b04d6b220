//! One counter's pass over the box: the ballots, the bundles and the tally sheet that this person entered.
//!
//! The three ways add up, so that somebody may begin with single ballots and go on with bundles. What a paper comes to
//! is asked of the rules once, when it is entered, and the sums run along: a ballot costs the same, however many there are.

use super::brought::Brought;
use super::figures::Figures;
use crate::congress::election::ballots::{
    Agreement, AgreementCode, BallotForm, Bundle, BundleFault, CountedBallot, Reading, bundle_faults,
    join_bundles,
};
use crate::congress::election::rules::BallotRules;
use crate::congress::election::sheet::VoteColumn;
use crate::congress::id::PassId;
use crate::congress::moment::Moment;
use serde::{Deserialize, Serialize};

/// The most ballots, and the most bundles, of one pass.
pub const MOST_BALLOTS: usize = 10_000;

/// A figure of the tally sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetCell {
    /// Ballots that are valid.
    Valid,
    /// Ballots that are not; with single ballots or bundles, those beside them.
    Invalid,
    /// The votes of the name at this place, from 0, in a column.
    Votes(u16, VoteColumn),
}

/// A ballot as it was entered, and what it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnteredBallot {
    /// The ballot.
    pub ballot: CountedBallot,
    /// What it comes to under the rules of the congress.
    pub reading: Reading,
}

/// One counter's pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// The id.
    pub id: PassId,
    /// Who enters.
    pub counter: String,
    /// When it began.
    pub begun: Moment,
    /// When the counter said that everything was entered.
    pub ended: Option<Moment>,
    /// The ballots in the order in which they were read out.
    pub ballots: Vec<EnteredBallot>,
    /// The bundles in the order in which they were begun, each label once.
    pub bundles: Vec<Bundle>,
    /// The tally sheet.
    pub sheet: Figures,
    /// What was brought from other devices: then all of the pass, in this order. Empty for a pass entered here.
    pub parts: Vec<Brought>,
    /// The sums of the ballots.
    tally: Figures,
}

impl Pass {
    /// A pass with nothing entered, on a list of so many names.
    pub fn begin(id: PassId, counter: String, begun: Moment, names: usize) -> Self {
        Self {
            id,
            counter,
            begun,
            ended: None,
            ballots: Vec::new(),
            bundles: Vec::new(),
            sheet: Figures::none(names),
            parts: Vec::new(),
            tally: Figures::none(names),
        }
    }

    /// A pass of what counters did at other devices, each with ballots or bundles of their own; begun with the first,
    /// ended with the last.
    pub(in crate::congress) fn of_parts(
        id: PassId,
        parts: Vec<Brought>,
        form: &BallotForm,
        rules: &BallotRules,
    ) -> Self {
        let mut counters: Vec<&str> = Vec::new();
        for part in &parts {
            if !counters.contains(&part.counter.as_str()) {
                counters.push(&part.counter);
            }
        }
        let begun = parts.iter().map(|part| part.begun).min().unwrap_or_default();
        let mut pass = Self::begin(id, counters.join(", "), begun, form.names());
        pass.ended = parts.iter().map(|part| part.ended).max();
        for part in &parts {
            for ballot in &part.ballots {
                pass.put(EnteredBallot { ballot: *ballot, reading: form.read(rules, ballot) }, form);
            }
            pass.bundles.extend(part.bundles.iter().cloned());
            for (cell, value) in &part.sheet {
                pass.sheet.set(*cell, pass.sheet.cell(*cell).saturating_add(*value));
            }
        }
        pass.parts = parts;
        pass
    }

    /// The code of all sums of the pass: counters who come to the same sums read the same code to each other.
    pub fn code(&self, form: &BallotForm) -> Option<AgreementCode> {
        Agreement::on(&self.figures(Some(form))).map(|agreement| agreement.code())
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.ballots.is_empty() && self.bundles.is_empty() && self.sheet.is_none()
    }

    /// The same pass without its single ballots, for whoever only shows its sums.
    #[must_use]
    pub fn without_ballots(&self) -> Self {
        let (bundles, sheet, tally) = (self.bundles.clone(), self.sheet.clone(), self.tally.clone());
        let (id, counter) = (self.id.clone(), self.counter.clone());
        let bare = |part: &Brought| Brought { ballots: Vec::new(), ..part.clone() };
        let parts = self.parts.iter().map(bare).collect();
        Self {
            id,
            counter,
            begun: self.begun,
            ended: self.ended,
            ballots: Vec::new(),
            bundles,
            sheet,
            parts,
            tally,
        }
    }

    /// The sums of the single ballots.
    pub fn of_ballots(&self) -> &Figures {
        &self.tally
    }

    /// What is wrong with the bundles.
    pub fn bundle_faults(&self, form: &BallotForm) -> Vec<BundleFault> {
        bundle_faults(form, &self.bundles)
    }

    /// Everything that was entered, added up; bundles with a fault are left out until it is mended.
    pub fn figures(&self, form: Option<&BallotForm>) -> Figures {
        let mut figures = self.tally.clone();
        figures.add(&self.sheet);
        if let Some(form) = form {
            for bundle in &self.bundles {
                if let Ok(tally) = join_bundles(form, std::slice::from_ref(bundle), 0) {
                    figures.add_tally(&tally, form.method());
                }
            }
        }
        figures
    }

    pub(in crate::congress) fn put(&mut self, entered: EnteredBallot, form: &BallotForm) {
        self.tally.count(&entered, form.method(), 1);
        self.ballots.push(entered);
    }

    /// Puts another ballot in a place, from 0, or takes the ballot out.
    pub(in crate::congress) fn correct(
        &mut self,
        at: usize,
        entered: Option<EnteredBallot>,
        form: &BallotForm,
    ) {
        let Some(old) = self.ballots.get(at).copied() else { return };
        self.tally.count(&old, form.method(), -1);
        match entered {
            None => {
                self.ballots.remove(at);
            }
            Some(entered) => {
                self.tally.count(&entered, form.method(), 1);
                if let Some(place) = self.ballots.get_mut(at) {
                    *place = entered;
                }
            }
        }
    }

    pub(in crate::congress) fn set_bundle(&mut self, bundle: Bundle) {
        match self.bundles.iter_mut().find(|other| other.label == bundle.label) {
            Some(place) => *place = bundle,
            None => self.bundles.push(bundle),
        }
    }

    /// Reads every ballot once more, because the rules are others now.
    pub(super) fn read_again(&mut self, form: &BallotForm, rules: &BallotRules) {
        self.tally = Figures::none(form.names());
        for entered in &mut self.ballots {
            entered.reading = form.read(rules, &entered.ballot);
            self.tally.count(entered, form.method(), 1);
        }
    }
}
