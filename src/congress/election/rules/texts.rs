//! The texts of a rule profile, for whoever cleans or looks through what people wrote.

use super::clause::Clause;
use super::profile::RuleProfile;

impl RuleProfile {
    /// Meets every text of the profile.
    pub(crate) fn each_text(&mut self, meet: &mut dyn FnMut(&mut String)) {
        meet(&mut self.id);
        self.names.each_text(meet);
        for clause in self.clauses() {
            clause.article.each_text(meet);
            clause.text.each_text(meet);
        }
    }

    fn clauses(&mut self) -> Vec<&mut Clause> {
        let mut clauses = vec![
            &mut self.base.clause,
            &mut self.threshold.clause,
            &mut self.ballots.clause,
            &mut self.ranking,
            &mut self.tie.clause,
            &mut self.shortfall.clause,
            &mut self.alternates.clause,
            &mut self.void,
            &mut self.recount,
            &mut self.open_vote,
        ];
        let exclusions = self.exclusions.members.iter_mut().chain(&mut self.exclusions.delegates);
        clauses.extend(exclusions.map(|rule| &mut rule.clause));
        clauses.extend(self.ballots.readings.iter_mut().map(|rule| &mut rule.clause));
        clauses.extend(self.surplus.as_mut().map(|rule| &mut rule.clause));
        clauses.extend(self.support.as_mut().map(|rule| &mut rule.clause));
        clauses.extend(self.secretary_ballots.as_mut().map(|rule| &mut rule.clause));
        clauses.extend(self.cell_committee.as_mut().map(|rule| &mut rule.clause));
        clauses
    }
}
