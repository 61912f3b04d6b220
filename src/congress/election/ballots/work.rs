//! The work of several counters, merged as a set: in any order, in any grouping, and twice, it comes to the same.
//!
//! A place is a ballot or a bundle on the table. Whoever reads it adds what they read; nothing is overwritten. Where
//! two readings of one place differ, both are kept until somebody has looked at the paper and settled it.

use super::bundle::Bundle;
use super::form::CountedBallot;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Where on the table something was read: the pile, and the number in it from 1; a bundle as a whole is number 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The pile's label.
    pub pile: String,
    /// The number in the pile.
    pub number: u32,
}

/// Everything that was read, by place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Work {
    #[serde(serialize_with = "as_pairs")]
    ballots: BTreeMap<Place, Readings<CountedBallot>>,
    #[serde(serialize_with = "as_pairs")]
    bundles: BTreeMap<Place, Readings<Bundle>>,
}

/// The readings of one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Readings<T: Ord> {
    read: BTreeSet<T>,
    settled: BTreeSet<T>,
}

/// A place whose readings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Where.
    pub place: Place,
    /// How many different readings stand against each other, at least 2.
    pub readings: usize,
}

impl Work {
    /// Adds what somebody read at a place.
    pub fn read_ballot(&mut self, place: Place, ballot: CountedBallot) {
        self.ballots.entry(place).or_default().read.insert(ballot);
    }

    /// Adds a bundle that somebody entered. From which side it was entered makes no difference.
    pub fn read_bundle(&mut self, bundle: Bundle) {
        self.bundles.entry(Place::of(&bundle)).or_default().read.insert(bundle.canonical());
    }

    /// Adds what was settled against the paper; it stands above what was read.
    pub fn settle_ballot(&mut self, place: Place, ballot: CountedBallot) {
        self.ballots.entry(place).or_default().settled.insert(ballot);
    }

    /// Adds a bundle as it was settled against the paper.
    pub fn settle_bundle(&mut self, bundle: Bundle) {
        self.bundles.entry(Place::of(&bundle)).or_default().settled.insert(bundle.canonical());
    }

    /// Takes in another's work: commutative, associative and idempotent.
    pub fn merge(&mut self, other: &Self) {
        merge_into(&mut self.ballots, &other.ballots);
        merge_into(&mut self.bundles, &other.bundles);
    }

    /// The places whose readings differ and are not settled, ballots first.
    pub fn disagreements(&self) -> Vec<Disagreement> {
        open(&self.ballots).chain(open(&self.bundles)).collect()
    }

    /// The ballots, one for each place, in order; none while any of them is in disagreement.
    pub fn ballots(&self) -> Option<Vec<CountedBallot>> {
        self.ballots.values().map(|readings| readings.agreed().copied()).collect()
    }

    /// The bundles, one for each place, in order; none while any of them is in disagreement.
    pub fn bundles(&self) -> Option<Vec<Bundle>> {
        self.bundles.values().map(|readings| readings.agreed().cloned()).collect()
    }
}

impl Place {
    /// A ballot's place.
    pub fn ballot(pile: impl Into<String>, number: u32) -> Self {
        Self { pile: pile.into(), number }
    }

    fn of(bundle: &Bundle) -> Self {
        Self { pile: bundle.label.clone(), number: 0 }
    }
}

impl<T: Ord> Default for Readings<T> {
    fn default() -> Self {
        Self { read: BTreeSet::new(), settled: BTreeSet::new() }
    }
}

impl<T: Ord> Readings<T> {
    /// What stands: what was settled if anything was, else what was read.
    fn standing(&self) -> &BTreeSet<T> {
        if self.settled.is_empty() { &self.read } else { &self.settled }
    }

    fn agreed(&self) -> Option<&T> {
        self.standing().first().filter(|_| self.standing().len() == 1)
    }
}

fn merge_into<T: Ord + Clone>(own: &mut BTreeMap<Place, Readings<T>>, other: &BTreeMap<Place, Readings<T>>) {
    for (place, readings) in other {
        let here = own.entry(place.clone()).or_default();
        here.read.extend(readings.read.iter().cloned());
        here.settled.extend(readings.settled.iter().cloned());
    }
}

fn open<T: Ord>(places: &BTreeMap<Place, Readings<T>>) -> impl Iterator<Item = Disagreement> {
    places
        .iter()
        .filter(|(_, readings)| readings.standing().len() > 1)
        .map(|(place, readings)| Disagreement { place: place.clone(), readings: readings.standing().len() })
}

/// JSON objects have texts as keys, so a map by place is written as a list of pairs, in the order of places.
fn as_pairs<T: Ord + Serialize, S: serde::Serializer>(
    places: &BTreeMap<Place, Readings<T>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(places)
}
