//! A table of ballots, and one mark on it that is changed before each recount.

use so_tay_dai_hoi::congress::election::ballots::{Ballot, BallotForm, CountedBallot, Names, Tally};
use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, Exclusions, Method, Office, Outcome, Round, RoundKind, RuleProfile,
    RulesId,
};

use crate::dice::Dice;

/// Names on the ballot.
pub const NAMES: u32 = 30;
/// The most names that a valid ballot keeps.
const SEATS: u32 = 15;

/// The ballots of one round on a list with surplus, and the round that they are counted into.
pub struct Table {
    ballots: Vec<CountedBallot>,
    form: BallotForm,
    rules: &'static RuleProfile,
    round: Round,
}

impl Table {
    /// So many ballots, each of them valid; the first names are kept more often.
    pub fn new(ballots: u32) -> Self {
        let mut dice = Dice::new(1);
        let round = Round {
            rules: RulesId::Party190,
            congress: CongressForm::Delegates,
            office: Office::Committee,
            cell: false,
            method: Method::StrikeOut,
            summoned: ballots,
            exclusions: Exclusions::none(),
            present: ballots,
            seats: SEATS,
            round: 1,
            round_kind: RoundKind::Ordinary,
            ballots: Ballots { issued: ballots, ..Ballots::default() },
            candidates: (1..=NAMES)
                .map(|number| Candidate::struck(format!("Nguyễn Văn {number}"), 0))
                .collect(),
        };
        Self {
            ballots: (0..ballots).map(|_| CountedBallot::plain(ballot(&mut dice))).collect(),
            form: BallotForm::of(&round).unwrap(),
            rules: RuleProfile::by_id(RulesId::Party190).unwrap(),
            round,
        }
    }

    /// The edit of this number: every even one turns a mark, and the odd one after it turns it back.
    pub fn edit(&mut self, number: usize) {
        let pair = number / 2;
        let at = pair % self.ballots.len();
        if let Some(counted) = self.ballots.get_mut(at) {
            let mark = Names::NONE.with(pair * 7 % NAMES as usize);
            counted.ballot.kept = Names::from_bits(counted.ballot.kept.bits() ^ mark.bits());
        }
    }

    /// Counts every ballot, then the round: what follows each change of a mark in the app.
    pub fn recount(&mut self) -> Outcome {
        let tally = Tally::of(&self.form, &self.rules.ballots, &self.ballots).unwrap();
        tally.write_into(&mut self.round);
        self.round.check_under(self.rules).unwrap().outcome()
    }

    /// The round as it stands after the last recount.
    pub fn round(&self) -> &Round {
        &self.round
    }
}

/// A ballot that keeps one name fewer than it may, so that it stays valid whatever mark is turned.
fn ballot(dice: &mut Dice) -> Ballot {
    let mut kept = Names::NONE;
    for (place, number) in (0..NAMES).enumerate() {
        let drawn = dice.below(2 * NAMES) >= NAMES / 2 + number;
        if drawn && kept.len() < SEATS - 1 {
            kept = kept.with(place);
        }
    }
    Ballot::keeping(kept)
}
