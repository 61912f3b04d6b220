//! What is no likely slip is not told as one.

use super::round;
use so_tay_dai_hoi::congress::election::{Ballots, Candidate, CauseKind, Figure, Round};

/// A figure is written into another row of its column, or another column of its row, never across.
#[test]
fn figures_of_another_row_and_column_do_not_change_places() {
    let round = Round {
        summoned: 45,
        present: 45,
        ballots: Ballots { issued: 45, collected: 45, valid: 43, invalid: 2 },
        // With 34 and 14 in each other's place every sum would agree.
        candidates: vec![Candidate::boxed("An", 14, 7, 2), Candidate::boxed("Bình", 28, 34, 1)],
        ..round()
    };
    let causes = round.check().unwrap().causes();
    assert!(!causes.is_empty());
    for cause in &causes {
        let figures: Vec<Figure> = cause.corrections.iter().map(|correction| correction.figure).collect();
        assert_ne!(figures, [Figure::Votes(0), Figure::Against(1)], "{cause:?}");
    }
    let mut swapped = round;
    swapped.candidates = vec![Candidate::boxed("An", 28, 7, 2), Candidate::boxed("Bình", 34, 14, 1)];
    let causes = swapped.check().unwrap().causes();
    let first = causes.first().unwrap();
    assert_eq!((first.kind, first.explains_all), (CauseKind::Swapped, true), "{causes:?}");
}
