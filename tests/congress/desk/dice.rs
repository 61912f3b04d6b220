//! Ballots by chance, the same at every run.

use so_tay_dai_hoi::congress::election::ballots::{Ballot, BallotForm, CountedBallot, Names};
use so_tay_dai_hoi::congress::election::desk::entry::{doubtful_reasons, invalid_reasons};
use so_tay_dai_hoi::congress::election::rules::BallotRules;
use so_tay_dai_hoi::congress::election::{Method, RuleProfile, RulesId};

pub use crate::fixture_dice::Dice;

impl Dice {
    pub fn names(&mut self, names: usize, one_in: usize) -> Names {
        (0..names).filter(|_| self.one_in(one_in)).collect()
    }

    /// A ballot of any kind, now and then with something seen on the paper.
    pub fn ballot(&mut self, form: &BallotForm, rules: &BallotRules) -> CountedBallot {
        let ballot = if form.method() == Method::StrikeOut {
            form.all_but(self.names(form.names(), 3))
        } else {
            Ballot::boxes(self.names(form.names(), 2), self.names(form.names(), 4))
        };
        let reasons: Vec<_> = invalid_reasons(rules).into_iter().chain(doubtful_reasons(rules)).collect();
        let seen = (self.one_in(8)).then(|| reasons[self.below(reasons.len())]);
        CountedBallot { ballot, seen, concluded: None }
    }

    /// A valid ballot that keeps exactly so many.
    pub fn keeping(&mut self, form: &BallotForm, kept: usize) -> CountedBallot {
        let mut left: Vec<usize> = (0..form.names()).collect();
        let kept: Names = (0..kept).map(|_| left.remove(self.below(left.len()))).collect();
        CountedBallot::plain(form.all_but(Names::first(form.names()).without(kept)))
    }
}

pub fn rules() -> &'static BallotRules {
    &RuleProfile::by_id(RulesId::Party190).unwrap().ballots
}

pub fn form(method: Method, names: usize, seats: u32) -> BallotForm {
    BallotForm::new(method, names, seats).unwrap()
}
