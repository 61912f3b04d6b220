//! The desk of a round: who counted, in which passes, what was settled, and whether the count is closed.

use super::brought::Brought;
use super::pass::Pass;
use super::review::{Review, Settlement};
use crate::congress::election::ballots::BallotForm;
use crate::congress::election::rules::BallotRules;
use crate::congress::id::PassId;
use crate::congress::moment::Moment;

/// The desk of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The passes in the order in which they began. None where the figures of the sheet are typed as they are.
    pub passes: Vec<Pass>,
    /// What was settled, first to last.
    pub settlements: Vec<Settlement>,
    /// When the counting board closed the count: nothing differs, and the sums are those of the round.
    pub closed: Option<Moment>,
    /// Who reopened the round, when and why, first to last.
    pub reopenings: Vec<Reopening>,
}

/// A count or a seal that was opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopening {
    /// When.
    pub at: Moment,
    /// Who took it upon themselves.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl Desk {
    /// Whether somebody has begun to count at this desk.
    pub fn is_used(&self) -> bool {
        !self.passes.is_empty()
    }

    /// The pass that is being entered.
    pub fn running(&self) -> Option<&Pass> {
        self.passes.iter().find(|pass| pass.ended.is_none())
    }

    /// A pass.
    pub fn pass(&self, id: &PassId) -> Option<&Pass> {
        self.passes.iter().find(|pass| pass.id == *id)
    }

    /// A pass, to be added to.
    pub(in crate::congress) fn pass_mut(&mut self, id: &PassId) -> Option<&mut Pass> {
        self.passes.iter_mut().find(|pass| pass.id == *id)
    }

    /// The passes laid beside each other; none while somebody still enters, or before anybody has.
    pub fn review(&self, form: &BallotForm, rules: &BallotRules) -> Option<Review> {
        if self.running().is_some() {
            return None;
        }
        Review::of(&self.passes, &self.settlements, form, rules)
    }

    /// The same desk without single ballots, for whoever only shows sums.
    #[must_use]
    pub fn without_ballots(&self) -> Self {
        Self {
            passes: self.passes.iter().map(Pass::without_ballots).collect(),
            settlements: Vec::new(),
            closed: self.closed,
            reopenings: self.reopenings.clone(),
        }
    }

    /// The pass that holds the work of a pass at another device.
    pub fn pass_of(&self, origin: &PassId) -> Option<&Pass> {
        self.passes.iter().find(|pass| pass.parts.iter().any(|part| part.origin == *origin))
    }

    /// Lets a counter go on. What was settled about this pass and those after it is looked at again. What was counted at
    /// another device goes on there.
    pub(in crate::congress) fn resume(&mut self, id: &PassId) {
        if self.pass(id).is_none_or(|pass| !pass.parts.is_empty()) {
            return;
        }
        self.look_again_from(id);
        if let Some(pass) = self.pass_mut(id) {
            pass.ended = None;
        }
    }

    /// Drops what was settled about a pass and those after it.
    fn look_again_from(&mut self, id: &PassId) {
        let later: Vec<PassId> =
            self.passes.iter().skip_while(|pass| pass.id != *id).map(|pass| pass.id.clone()).collect();
        self.settlements.retain(|settlement| !later.contains(&settlement.pass));
    }

    /// Takes in what a counter did at another device: in the place of what was brought of it before, else beside what
    /// was brought into the pass `into`, else as a pass of its own, `id`. What is in two bundles of one label, or does not
    /// fit the ballots, changes nothing; says whether anything was taken in.
    pub(in crate::congress) fn bring(
        &mut self,
        id: PassId,
        into: Option<&PassId>,
        work: &Brought,
        form: &BallotForm,
        rules: &BallotRules,
    ) -> bool {
        if !work.fits(form) {
            return false;
        }
        let known = self.pass_of(&work.origin).map(|pass| pass.id.clone());
        let beside = into.filter(|into| self.pass(into).is_some_and(|pass| !pass.parts.is_empty())).cloned();
        let Some(place) = known.or(beside) else {
            self.passes.push(Pass::of_parts(id, vec![work.clone()], form, rules));
            return true;
        };
        let mut parts = self.pass(&place).map(|pass| pass.parts.clone()).unwrap_or_default();
        let others = || parts.iter().filter(|part| part.origin != work.origin);
        if others().any(|part| work.shared_bundle(part).is_some()) {
            return false;
        }
        match parts.iter_mut().find(|part| part.origin == work.origin) {
            Some(part) => *part = work.clone(),
            None => parts.push(work.clone()),
        }
        self.look_again_from(&place);
        if let Some(pass) = self.pass_mut(&place) {
            *pass = Pass::of_parts(place, parts, form, rules);
        }
        true
    }

    pub(in crate::congress) fn settle(&mut self, settlement: Settlement) {
        // Later passes were laid beside what the earlier ones came to, and are laid beside it anew.
        let later: Vec<PassId> = self
            .passes
            .iter()
            .skip_while(|pass| pass.id != settlement.pass)
            .skip(1)
            .map(|pass| pass.id.clone())
            .collect();
        self.settlements.retain(|other| !later.contains(&other.pass));
        self.settlements.push(settlement);
    }

    /// Reads every ballot once more, because the rules are others now.
    pub(in crate::congress) fn read_again(&mut self, form: &BallotForm, rules: &BallotRules) {
        for pass in &mut self.passes {
            pass.read_again(form, rules);
        }
    }
}
