//! Long figures whose digits changed places: every pair of neighbours is tried, wherever it stands.

use super::round;
use so_tay_dai_hoi::congress::election::ballots::{BallotForm, Bundle, Cell, Counts};
use so_tay_dai_hoi::congress::election::{
    Ballots, BundleCause, Candidate, Cause, CauseKind, Correction, Figure, Method, Round, diagnose_bundles,
};

/// Everything about a thousand voters agrees, but for the number of valid ballots.
fn with_valid(valid: u32) -> Round {
    Round {
        method: Method::StrikeOut,
        summoned: 4321,
        present: 4321,
        ballots: Ballots { issued: 4321, collected: 4321, valid, invalid: 0 },
        candidates: vec![Candidate::struck("An", 2000), Candidate::struck("Bình", 1200)],
        ..round()
    }
}

#[test]
fn each_pair_of_neighbouring_digits_is_tried() {
    let mut right = with_valid(4321);
    right.candidates[0].votes = 4321 - 1200;
    assert_eq!(right.check().unwrap().causes(), []);
    for wrong in [4312, 4231, 3421] {
        let round = Round { ballots: Ballots { valid: wrong, ..right.ballots }, ..right.clone() };
        let expected = Cause {
            kind: CauseKind::DigitsTransposed,
            corrections: vec![Correction { figure: Figure::Valid, from: wrong, to: 4321 }],
            explains_all: true,
        };
        let causes = round.check().unwrap().causes();
        assert!(causes.contains(&expected), "{wrong}: {causes:?}");
    }
    // The largest number that is read is read for its digits too.
    let mut million = with_valid(1_000_000);
    (million.summoned, million.present) = (100_000, 100_000);
    (million.ballots.issued, million.ballots.collected) = (100_000, 100_000);
    million.candidates[0].votes = 98_800;
    let kinds: Vec<_> =
        million.check().unwrap().causes().iter().map(|cause| (cause.kind, cause.explains_all)).collect();
    assert_eq!(kinds[0], (CauseKind::DigitsTransposed, true), "{kinds:?}");
    // Digits that are no neighbours are no such slip.
    let round = Round { ballots: Ballots { valid: 1324, ..right.ballots }, ..right.clone() };
    let causes = round.check().unwrap().causes();
    assert!(causes.iter().any(|cause| cause.explains_all), "{causes:?}");
    let transposed = |cause: &Cause| cause.kind == CauseKind::DigitsTransposed && cause.explains_all;
    assert!(!causes.iter().any(transposed), "{causes:?}");
}

#[test]
fn a_leading_zero_falls_away() {
    let form = BallotForm::new(Method::StrikeOut, 2, 1).unwrap();
    let bundle = |ballots| Bundle {
        label: "A".to_owned(),
        kept: 1,
        ballots,
        counts: Counts::Votes(vec![20, 14]),
        unmarked: Vec::new(),
    };
    let causes = diagnose_bundles(&form, &[bundle(304)], None);
    let cause = |kind, from, to| BundleCause {
        kind,
        bundle: Some(0),
        correction: Some(Correction { figure: Cell::Ballots, from, to }),
        ballots: 0,
    };
    assert!(causes.contains(&cause(CauseKind::DigitsTransposed, 304, 34)), "{causes:?}");
    // Nothing is put in front of a figure: 34 is no 304.
    let few = Bundle { counts: Counts::Votes(vec![203, 101]), ..bundle(34) };
    let causes = diagnose_bundles(&form, &[few], None);
    assert_eq!(causes.iter().map(|cause| cause.kind).collect::<Vec<_>>(), [CauseKind::Miscounted]);
    // A figure that no box can hold breaks nothing.
    assert_eq!(diagnose_bundles(&form, &[bundle(3_900_000_000)], None), []);
}
