//! Whether a profile contradicts itself: parts that are each well formed, but do not go together.

use super::profile::{BaseRule, InForce, RuleProfile};
use crate::congress::election::round::{CongressForm, ExclusionKind, Method};
use crate::congress::election::strict::{Expected, FieldError};

impl RuleProfile {
    /// Refuses the first part that does not go with the others, with its field.
    pub(super) fn check(&self) -> Result<(), FieldError> {
        agree(!self.id.trim().is_empty(), "id", "a word")?;
        let InForce { from, until } = self.in_force;
        let in_order = from.zip(until).is_none_or(|(from, until)| from <= until);
        agree(in_order, "in_force", "a first day that is not after the last")?;
        agree(self.exclusions_fit(CongressForm::Members), "exclusions.members", EXCLUSIONS)?;
        agree(self.exclusions_fit(CongressForm::Delegates), "exclusions.delegates", EXCLUSIONS)?;
        let share = self.threshold.more_than;
        let sensible = 0 < share.numerator && share.numerator < share.denominator && share.denominator <= 100;
        agree(sensible, "threshold.more_than", "a share between 0 and 1, with a denominator up to 100")?;
        // A list with surplus is voted on by striking names, so rules that ask for the one must know the other.
        let strikes = self.ballots.methods.contains(&Method::StrikeOut);
        agree(strikes || self.surplus.is_none(), "surplus", "null where names are not struck out")?;
        let most = self.secretary_ballots.as_ref().map(|ballots| ballots.most);
        agree(most != Some(0), "secretary_ballots.most", "a whole number from 1")?;
        let committee = self.cell_committee.as_ref();
        let seats = committee.is_none_or(|cell| 1 <= cell.least && cell.least <= cell.most);
        agree(seats, "cell_committee", "at least one seat, and no more seats at least than at most")
    }

    /// Exclusions matter only where people summoned are the base; there, kinds of the form stand once each, in order.
    fn exclusions_fit(&self, form: CongressForm) -> bool {
        let mut listed = self.exclusions_of(form).iter().map(|rule| rule.kind);
        match self.base.rule {
            BaseRule::SummonedLessExclusions => {
                let mut last = None;
                listed.all(|kind: ExclusionKind| {
                    let follows = kind.form() == form && last.is_none_or(|last| last < kind);
                    last = Some(kind);
                    follows
                })
            }
            _ => listed.next().is_none(),
        }
    }
}

const EXCLUSIONS: &str = "kinds of the form once each and in order where people are the base, none elsewhere";

fn agree(holds: bool, field: &'static str, expected: &'static str) -> Result<(), FieldError> {
    if holds { Ok(()) } else { Err(FieldError::new(field, Expected::Agreement(expected))) }
}
