//! Whether a proposed change at the tally desk may be recorded, and if not, why.

use super::DeskChange;
use super::MOST_BLOCKS;
use crate::congress::admit::filled;
use crate::congress::election::ballots::{Bundle, CountedBallot};
use crate::congress::election::desk::{
    Brought, MOST_BALLOTS, MOST_BROUGHT, Pass, Settled, Settlement, SheetCell,
};
use crate::congress::election::sheet::RoundSheet;
use crate::congress::election::{MOST, Method};
use crate::congress::hall::Release;
use crate::congress::id::{PassId, RoundId};
use crate::congress::people::name::clean_name;
use crate::congress::spelling::small;
use crate::congress::{Congress, Refusal};

impl Congress {
    pub(in crate::congress) fn admit_at_desk(&self, change: &DeskChange) -> Result<(), Refusal> {
        match change {
            DeskChange::Paper { round, value, .. } => {
                self.open_round(round)?;
                no_larger(value.unwrap_or(0))
            }
            DeskChange::PassBegun { round, counter } => self.admit_pass(round, counter),
            DeskChange::Ballot { pass, ballot } => {
                let full = self.running(pass)?.ballots.len() >= MOST_BALLOTS;
                if full { Err(Refusal::TooManyBallots) } else { self.admit_ballot(pass, ballot) }
            }
            DeskChange::BallotCorrected { pass, number, ballot } => {
                let last = self.running(pass)?.ballots.len();
                let at = usize::try_from(*number).unwrap_or(usize::MAX);
                match ballot {
                    _ if at == 0 || at > last => Err(Refusal::Gone),
                    // What lies further down keeps its number.
                    None if at < last => Err(Refusal::Gone),
                    None => Ok(()),
                    Some(ballot) => self.admit_ballot(pass, ballot),
                }
            }
            DeskChange::Bundle { pass, bundle } => self.admit_bundle(pass, bundle),
            DeskChange::BundleRemoved { pass, label } => {
                let known = self.running(pass)?.bundles.iter().any(|bundle| bundle.label == *label);
                if known { Ok(()) } else { Err(Refusal::Gone) }
            }
            DeskChange::Tallied { pass, cell, value } => {
                let rows = self.running(pass)?.sheet.rows.len();
                match cell {
                    SheetCell::Votes(row, _) if usize::from(*row) >= rows => Err(Refusal::Gone),
                    _ => no_larger(*value),
                }
            }
            DeskChange::PassEnded { pass, .. } => self.admit_end(pass),
            DeskChange::PassResumed(pass) => match self.between_passes(pass)? {
                Pass { ended: None, .. } => Err(Refusal::NoChange),
                pass if pass.parts.is_empty() => Ok(()),
                _ => Err(Refusal::CountedElsewhere),
            },
            DeskChange::PassBrought { round, into, work } => self.admit_brought(round, into.as_ref(), work),
            DeskChange::Settled(settlement) => self.admit_settlement(settlement),
            DeskChange::CountClosed { round, .. } => self.admit_closing(round),
            DeskChange::RoundReopened { round, by, reason, .. } => {
                filled(by)?;
                filled(reason)?;
                self.admit_reopening(round)
            }
            DeskChange::Hands { round, block, value, .. } => {
                self.admit_hands(round)?;
                if *block >= MOST_BLOCKS { Err(Refusal::TooLarge) } else { no_larger(value.unwrap_or(0)) }
            }
            DeskChange::AllFor(round) => self.admit_hands(round),
            DeskChange::HallShows { round, shows } => {
                let sheet = self.round(round).ok_or(Refusal::Gone)?;
                match shows {
                    Release::Result if sheet.sealed.is_none() => Err(Refusal::NotClosed),
                    _ => Ok(()),
                }
            }
        }
    }

    fn admit_pass(&self, round: &RoundId, counter: &str) -> Result<(), Refusal> {
        self.open_round(round)?;
        filled(counter)?;
        let sheet = self.round(round).ok_or(Refusal::Gone)?;
        sheet.form().ok_or(Refusal::NoSuchBallot)?;
        if sheet.desk.closed.is_some() {
            return Err(Refusal::CountClosed);
        }
        if let Some(pass) = sheet.desk.running() {
            return Err(Refusal::PassRunning(pass.counter.clone()));
        }
        if !sheet.desk.is_used() && sheet.has_figures() {
            return Err(Refusal::SheetInUse);
        }
        let name = small(&clean_name(counter));
        let same = sheet.desk.passes.iter().find(|pass| small(&clean_name(&pass.counter)) == name);
        same.map_or(Ok(()), |pass| Err(Refusal::SameCounter(pass.counter.clone())))
    }

    fn admit_brought(&self, round: &RoundId, into: Option<&PassId>, work: &Brought) -> Result<(), Refusal> {
        self.open_round(round)?;
        filled(&work.counter)?;
        let sheet = self.round(round).ok_or(Refusal::Gone)?;
        let form = sheet.form().ok_or(Refusal::NoSuchBallot)?;
        let desk = &sheet.desk;
        if desk.closed.is_some() {
            return Err(Refusal::CountClosed);
        }
        if !desk.is_used() && sheet.has_figures() {
            return Err(Refusal::SheetInUse);
        }
        if work.is_empty() {
            return Err(Refusal::NothingEntered);
        }
        if work.ballots.len() > MOST_BROUGHT || work.bundles.len() > MOST_BROUGHT {
            return Err(Refusal::TooManyBallots);
        }
        if !work.fits(&form) {
            return Err(Refusal::NoSuchBallot);
        }
        let target = match (desk.pass_of(&work.origin), into) {
            (Some(pass), _) if pass.parts.contains(work) => return Err(Refusal::NoChange),
            (Some(pass), _) => Some(pass),
            (None, Some(into)) => {
                Some(desk.pass(into).filter(|pass| !pass.parts.is_empty()).ok_or(Refusal::Gone)?)
            }
            (None, None) => None,
        };
        let beside = target.map(|pass| pass.parts.as_slice()).unwrap_or_default();
        let mut beside = beside.iter().filter(|part| part.origin != work.origin);
        if let Some(label) = beside.find_map(|part| work.shared_bundle(part)) {
            return Err(Refusal::BundleTwice(label.to_owned()));
        }
        // Whoever reads the same ballots a second time is somebody else.
        let name = small(&clean_name(&work.counter));
        let others = desk.passes.iter().filter(|pass| target.is_none_or(|target| target.id != pass.id));
        let same = |pass: &&Pass| {
            let parts = pass.parts.iter().map(|part| &part.counter);
            { parts.chain([&pass.counter]) }.any(|counter| small(&clean_name(counter)) == name)
        };
        { others }.find(same).map_or(Ok(()), |pass| Err(Refusal::SameCounter(pass.counter.clone())))
    }

    /// The pass, while its counter is entering.
    fn running(&self, pass: &PassId) -> Result<&Pass, Refusal> {
        let sheet = self.sheet_of(pass).ok_or(Refusal::Gone)?;
        self.open_round(&sheet.id)?;
        let pass = sheet.desk.pass(pass).ok_or(Refusal::Gone)?;
        if pass.ended.is_some() { Err(Refusal::PassEnded) } else { Ok(pass) }
    }

    fn admit_ballot(&self, pass: &PassId, ballot: &CountedBallot) -> Result<(), Refusal> {
        let form = self.sheet_of(pass).and_then(RoundSheet::form).ok_or(Refusal::Gone)?;
        form.admit(ballot).map_err(|_| Refusal::NoSuchBallot)
    }

    /// A bundle may be unfinished, so its sums may be wrong; its form may not.
    fn admit_bundle(&self, pass: &PassId, bundle: &Bundle) -> Result<(), Refusal> {
        filled(&bundle.label)?;
        let pass = self.running(pass)?;
        let known = pass.bundles.iter().any(|other| other.label == bundle.label);
        if !known && pass.bundles.len() >= MOST_BALLOTS {
            return Err(Refusal::TooManyBallots);
        }
        let rows = pass.sheet.rows.len();
        let fits = |figures: &[u32]| figures.len() == rows && figures.iter().all(|figure| *figure <= MOST);
        let unmarked = bundle.unmarked.is_empty() || fits(&bundle.unmarked);
        no_larger(bundle.ballots)?;
        if fits(bundle.counts.figures()) && unmarked { Ok(()) } else { Err(Refusal::NoSuchBallot) }
    }

    fn admit_end(&self, pass: &PassId) -> Result<(), Refusal> {
        let pass = self.running(pass)?;
        if pass.is_empty() {
            return Err(Refusal::NothingEntered);
        }
        let form = self.sheet_of(&pass.id).and_then(RoundSheet::form).ok_or(Refusal::Gone)?;
        let fault = pass.bundle_faults(&form).into_iter().next();
        let bundle = fault.and_then(|fault| pass.bundles.get(fault.bundle()));
        bundle.map_or(Ok(()), |bundle| Err(Refusal::BundleFault(bundle.label.clone())))
    }

    /// The pass, while nobody enters at its desk and the count is not closed.
    fn between_passes(&self, pass: &PassId) -> Result<&Pass, Refusal> {
        let sheet = self.sheet_of(pass).ok_or(Refusal::Gone)?;
        self.open_round(&sheet.id)?;
        if sheet.desk.closed.is_some() {
            return Err(Refusal::CountClosed);
        }
        if let Some(pass) = sheet.desk.running() {
            return Err(Refusal::PassRunning(pass.counter.clone()));
        }
        sheet.desk.pass(pass).ok_or(Refusal::Gone)
    }

    fn admit_settlement(&self, settlement: &Settlement) -> Result<(), Refusal> {
        filled(&settlement.by)?;
        self.between_passes(&settlement.pass)?;
        match &settlement.settled {
            Settled::Ballot(_, None) => Ok(()),
            Settled::Ballot(_, Some(ballot)) => self.admit_ballot(&settlement.pass, ballot),
            Settled::Figure(_, value) => no_larger(*value),
        }
    }

    fn admit_hands(&self, round: &RoundId) -> Result<(), Refusal> {
        self.open_round(round)?;
        let hands = self.round(round).is_some_and(|sheet| sheet.method == Method::ShowOfHands);
        if hands { Ok(()) } else { Err(Refusal::Gone) }
    }

    fn admit_reopening(&self, round: &RoundId) -> Result<(), Refusal> {
        let sheet = self.round(round).ok_or(Refusal::Gone)?;
        if self.rounds.last().is_some_and(|last| last.id != *round) {
            return Err(Refusal::LaterRound);
        }
        let shut = sheet.sealed.is_some() || sheet.desk.closed.is_some();
        if shut && sheet.voided.is_none() { Ok(()) } else { Err(Refusal::NotClosed) }
    }

    fn admit_closing(&self, round: &RoundId) -> Result<(), Refusal> {
        self.open_round(round)?;
        let sheet = self.round(round).ok_or(Refusal::Gone)?;
        if sheet.desk.closed.is_some() {
            return Err(Refusal::NoChange);
        }
        if let Some(pass) = sheet.desk.running() {
            return Err(Refusal::PassRunning(pass.counter.clone()));
        }
        let rules = self.ballot_rules().ok_or(Refusal::Gone)?;
        let form = sheet.form().ok_or(Refusal::NothingEntered)?;
        let review = sheet.desk.review(&form, rules).ok_or(Refusal::NothingEntered)?;
        if review.is_settled() {
            return Ok(());
        }
        if let Some(label) = review.uneven.first() {
            return Err(Refusal::BundleFault(label.clone()));
        }
        let left = u32::try_from(review.differences.len()).unwrap_or(u32::MAX);
        Err(Refusal::Unsettled(left.saturating_add(review.figures.open)))
    }
}

fn no_larger(value: u32) -> Result<(), Refusal> {
    if value > MOST { Err(Refusal::TooLarge) } else { Ok(()) }
}
