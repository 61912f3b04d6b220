//! Recorded changes at the tally desk, added to the state.

use super::DeskChange;
use crate::congress::Congress;
use crate::congress::election::ballots::{BallotForm, CountedBallot};
use crate::congress::election::desk::{Brought, EnteredBallot, Pass, Reopening, Settlement};
use crate::congress::election::rules::BallotRules;
use crate::congress::election::sheet::RoundSheet;
use crate::congress::hall::Released;
use crate::congress::id::{PassId, RecordId, RoundId};
use crate::congress::moment::Moment;

impl Congress {
    pub(in crate::congress) fn apply_at_desk(&mut self, record: &RecordId, at: Moment, change: &DeskChange) {
        match change {
            DeskChange::Paper { round, count, value } => {
                if let Some(sheet) = self.round_mut(round) {
                    sheet.paper.set(*count, *value);
                }
            }
            DeskChange::PassBegun { round, counter } => {
                let id = PassId::from(record.to_string().as_str());
                if let Some(sheet) = self.round_mut(round) {
                    // Whoever counts at the desk counts everything there.
                    sheet.set_figures(None);
                    sheet.desk.closed = None;
                    sheet.desk.passes.push(Pass::begin(id, counter.clone(), at, sheet.rows.len()));
                }
            }
            DeskChange::Ballot { pass, ballot } => {
                if let Some((form, entered)) = self.read_ballot(pass, *ballot)
                    && let Some(pass) = self.running_pass_mut(pass)
                {
                    pass.put(entered, &form);
                }
            }
            DeskChange::BallotCorrected { pass, number, ballot } => {
                self.correct_ballot(pass, *number, *ballot);
            }
            DeskChange::Bundle { .. }
            | DeskChange::BundleRemoved { .. }
            | DeskChange::Tallied { .. }
            | DeskChange::PassEnded { .. } => self.apply_to_pass(change),
            DeskChange::PassResumed(pass) => self.resume(pass),
            DeskChange::PassBrought { round, into, work } => {
                self.bring(record, round, into.as_ref(), work);
            }
            DeskChange::Settled(settlement) => self.settle(settlement),
            DeskChange::CountClosed { round, at } => self.close_count(round, *at),
            DeskChange::RoundReopened { round, at, by, reason } => {
                let reopening = Reopening { at: *at, by: by.clone(), reason: reason.clone() };
                let sheet = self.rounds.iter_mut().find(|sheet| sheet.id == *round && sheet.voided.is_none());
                if let Some(sheet) = sheet {
                    sheet.reopen(reopening);
                }
            }
            DeskChange::Hands { round, block, column, value } => {
                if let Some(sheet) = self.round_mut(round) {
                    sheet.set_hands(usize::from(*block), *column, *value);
                }
            }
            DeskChange::AllFor(round) => {
                if let Some(sheet) = self.round_mut(round) {
                    sheet.all_for();
                }
            }
            DeskChange::HallShows { round, shows } => {
                self.hall = Some(Released { round: round.clone(), shows: *shows, at });
            }
        }
    }

    fn apply_to_pass(&mut self, change: &DeskChange) {
        match change {
            DeskChange::Bundle { pass, bundle } => {
                if let Some(pass) = self.running_pass_mut(pass) {
                    pass.set_bundle(bundle.clone());
                }
            }
            DeskChange::BundleRemoved { pass, label } => {
                if let Some(pass) = self.running_pass_mut(pass) {
                    pass.bundles.retain(|bundle| bundle.label != *label);
                }
            }
            DeskChange::Tallied { pass, cell, value } => {
                if let Some(pass) = self.running_pass_mut(pass) {
                    pass.sheet.set(*cell, *value);
                }
            }
            DeskChange::PassEnded { pass, at } => {
                if let Some(pass) = self.running_pass_mut(pass) {
                    pass.ended = Some(*at);
                }
            }
            _ => {}
        }
    }

    fn correct_ballot(&mut self, pass: &PassId, number: u32, ballot: Option<CountedBallot>) {
        let form = self.sheet_of(pass).and_then(RoundSheet::form);
        let entered = ballot.and_then(|ballot| self.read_ballot(pass, ballot));
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        // What cannot stand on the ballot changes nothing.
        let fits = entered.is_some() == ballot.is_some();
        if let (Some(form), Some(place), Some(pass), true) = (form, place, self.running_pass_mut(pass), fits)
        {
            pass.correct(place, entered.map(|(_, entered)| entered), &form);
        }
    }

    fn resume(&mut self, pass: &PassId) {
        let sheets = self.rounds.iter_mut().filter(|sheet| sheet.is_open());
        let desk = { sheets }.map(|sheet| &mut sheet.desk).find(|desk| desk.pass(pass).is_some());
        if let Some(desk) = desk.filter(|desk| desk.closed.is_none()) {
            desk.resume(pass);
        }
    }

    fn bring(&mut self, record: &RecordId, round: &RoundId, into: Option<&PassId>, work: &Brought) {
        let Some(rules) = self.ballot_rules().cloned() else { return };
        let Some(sheet) = self.round_mut(round) else { return };
        let Some(form) = sheet.form() else { return };
        let id = PassId::from(record.to_string().as_str());
        if sheet.desk.bring(id, into, work, &form, &rules) {
            // Whoever counts at the desk counts everything there.
            sheet.set_figures(None);
            sheet.desk.closed = None;
        }
    }

    fn settle(&mut self, settlement: &Settlement) {
        let sheets = self.rounds.iter_mut().filter(|sheet| sheet.is_open());
        let desk = sheets.map(|sheet| &mut sheet.desk).find(|desk| desk.pass(&settlement.pass).is_some());
        if let Some(desk) = desk.filter(|desk| desk.closed.is_none()) {
            desk.settle(settlement.clone());
        }
    }

    /// The sheet at whose desk a pass is entered.
    pub fn sheet_of(&self, pass: &PassId) -> Option<&RoundSheet> {
        self.rounds.iter().find(|sheet| sheet.desk.pass(pass).is_some())
    }

    /// A pass.
    pub fn pass(&self, pass: &PassId) -> Option<&Pass> {
        self.rounds.iter().find_map(|sheet| sheet.desk.pass(pass))
    }

    fn running_pass_mut(&mut self, id: &PassId) -> Option<&mut Pass> {
        let sheets = self.rounds.iter_mut().filter(|sheet| sheet.is_open());
        let pass = { sheets }.find_map(|sheet| sheet.desk.pass_mut(id));
        pass.filter(|pass| pass.ended.is_none())
    }

    /// A ballot as the rules read it; none where its marks cannot stand on the ballots of that round.
    fn read_ballot(&self, pass: &PassId, ballot: CountedBallot) -> Option<(BallotForm, EnteredBallot)> {
        let form = self.sheet_of(pass)?.form()?;
        form.admit(&ballot).ok()?;
        let reading = form.read(self.ballot_rules()?, &ballot);
        Some((form, EnteredBallot { ballot, reading }))
    }

    /// How ballots are read.
    pub fn ballot_rules(&self) -> Option<&BallotRules> {
        self.profile().map(|profile| &profile.ballots)
    }

    fn close_count(&mut self, round: &RoundId, at: Moment) {
        let figures = self.round(round).zip(self.ballot_rules()).and_then(|(sheet, rules)| {
            let review = sheet.desk.review(&sheet.form()?, rules)?;
            Some(review.figures)
        });
        if let (Some(sheet), Some(figures)) = (self.round_mut(round), figures) {
            sheet.desk.closed = Some(at);
            sheet.set_figures(Some(&figures));
        }
    }

    /// Under other rules a ballot may come to something else.
    pub(in crate::congress) fn read_ballots_again(&mut self) {
        let Some(rules) = self.ballot_rules().cloned() else { return };
        let mut closed = Vec::new();
        for sheet in self.rounds.iter_mut().filter(|sheet| sheet.is_open() && sheet.desk.is_used()) {
            if let Some(form) = sheet.form() {
                sheet.desk.read_again(&form, &rules);
                closed.extend(sheet.desk.closed.map(|at| (sheet.id.clone(), at)));
            }
        }
        for (round, at) in closed {
            self.close_count(&round, at);
        }
    }
}
