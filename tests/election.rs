//! The counting core at the places that the shipped rules leave at rest: other shares, other bases, long figures, and
//! the words of each refusal.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "election/bundles.rs"]
mod bundles;
#[path = "election/causes.rs"]
mod causes;
#[path = "election/digits.rs"]
mod digits;
#[path = "election/sets.rs"]
mod sets;
#[path = "election/shares.rs"]
mod shares;
#[path = "election/words.rs"]
mod words;

use so_tay_dai_hoi::congress::election::{
    Ballots, Candidate, CongressForm, Exclusions, Method, Office, Round, RoundKind, RulesId,
};

/// A sound round for one seat between two names, every one of 20 voters present.
fn round() -> Round {
    Round {
        rules: RulesId::Party190,
        congress: CongressForm::Members,
        office: Office::Committee,
        cell: true,
        method: Method::AgreeDisagree,
        summoned: 20,
        exclusions: Exclusions::none(),
        present: 20,
        seats: 1,
        round: 1,
        round_kind: RoundKind::Ordinary,
        ballots: Ballots { issued: 20, collected: 20, valid: 20, invalid: 0 },
        candidates: vec![Candidate::boxed("An", 14, 6, 0), Candidate::boxed("Bình", 13, 7, 0)],
    }
}
