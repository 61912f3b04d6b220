//! Boxes by chance, in the core's own types.

use crate::dice::Dice;
use so_tay_dai_hoi::congress::election::ballots::{
    Ballot, BallotForm, Conclusion, CountedBallot, Names, Tally,
};
use so_tay_dai_hoi::congress::election::rules::{BallotCase, BallotRules};
use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, Exclusions, Method, Office, Round, RoundKind, RuleProfile, RulesId,
};

/// The rules that a box is read under.
pub fn rules() -> &'static BallotRules {
    &RuleProfile::by_id(RulesId::Party190).unwrap().ballots
}

/// A form of up to so many names.
pub fn form(dice: &mut Dice, most_names: u32) -> BallotForm {
    let names = dice.between(1, most_names);
    let method = dice.one_of(&[Method::StrikeOut, Method::AgreeDisagree]);
    let seats = dice.between(1, names.min(5));
    BallotForm::new(method, names as usize, seats).unwrap()
}

/// A set of so many names, each as likely as any other.
pub fn some_names(dice: &mut Dice, form: &BallotForm, number: usize) -> Names {
    let mut places: Vec<usize> = (0..form.names()).collect();
    dice.shuffle(&mut places);
    places.into_iter().take(number).collect()
}

/// Any ballot that can stand on the form: valid, invalid or open.
pub fn ballot(dice: &mut Dice, form: &BallotForm) -> CountedBallot {
    if dice.one_in(2) {
        return valid_ballot(dice, form);
    }
    let kept = dice.index(form.names() + 1);
    let kept = some_names(dice, form, kept);
    let against = dice.index(form.names() + 1);
    let ballot = match form.method() {
        Method::StrikeOut => Ballot::keeping(kept),
        _ => Ballot::boxes(kept, some_names(dice, form, against)),
    };
    let seen = dice.one_of(&[None, None, Some(BallotCase::NoStamp), Some(BallotCase::SignedOrMarked)]);
    let concluded = dice.one_of(&[None, None, Some(Conclusion::Valid), Some(Conclusion::Invalid)]);
    CountedBallot { ballot, seen, concluded }
}

/// A ballot that counts.
pub fn valid_ballot(dice: &mut Dice, form: &BallotForm) -> CountedBallot {
    let boxes = form.method() == Method::AgreeDisagree;
    let least = u32::from(!boxes);
    let kept = dice.between(least, form.seats());
    let kept = some_names(dice, form, kept as usize);
    if !boxes {
        return CountedBallot::plain(Ballot::keeping(kept));
    }
    let mut ballot = form.all_but(Names::first(form.names()).without(kept));
    // Of several names some rows may be marked in neither box, or in both; none of them gets a vote.
    if form.names() > 1 && dice.one_in(3) {
        for place in ballot.against.places() {
            match dice.between(1, 3) {
                1 => ballot.kept = ballot.kept.with(place),
                2 => ballot.against = ballot.against.without(Names::NONE.with(place)),
                _ => {}
            }
        }
    }
    let is_blank = ballot.kept.either(ballot.against).is_empty();
    CountedBallot { ballot, seen: None, concluded: is_blank.then_some(Conclusion::Valid) }
}

/// The round of a box on a base that just holds it; `names` says who stands at each place.
pub fn round(form: &BallotForm, tally: &Tally, names: &[String], kind: RoundKind) -> Round {
    let collected = tally.collected();
    let mut round = Round {
        rules: RulesId::Party190,
        congress: CongressForm::Members,
        office: Office::Delegates,
        cell: false,
        method: form.method(),
        summoned: collected.max(1),
        exclusions: Exclusions::none(),
        present: collected,
        seats: form.seats(),
        round: 1,
        round_kind: kind,
        ballots: Ballots { issued: collected, ..Ballots::default() },
        candidates: names.iter().map(|name| Candidate::struck(name, 0)).collect(),
    };
    tally.with_open_as_invalid().write_into(&mut round);
    round
}
