//! Bundles at their edges: which figures a bundle may bear, and how many.

use so_tay_dai_hoi::congress::election::Method;
use so_tay_dai_hoi::congress::election::ballots::{
    BallotForm, Bundle, BundleFault, Cell, Counts, bundle_faults,
};

fn bundle(kept: u32, ballots: u32, counts: Counts, unmarked: &[u32]) -> Bundle {
    Bundle { label: "A".to_owned(), kept, ballots, counts, unmarked: unmarked.to_vec() }
}

fn faults(method: Method, bundle: Bundle) -> Vec<BundleFault> {
    bundle_faults(&BallotForm::new(method, 2, 2).unwrap(), &[bundle])
}

#[test]
fn unmarked_rows_stand_beside_strikes_on_a_list_with_boxes_only() {
    let (strike, boxes) = (Method::StrikeOut, Method::AgreeDisagree);
    let strikes = || Counts::Strikes(vec![3, 4]);
    let votes = || Counts::Votes(vec![3, 4]);
    let length = [BundleFault::Length { bundle: 0, names: 2 }];
    // 7 strikes and 3 rows without a mark, as 10 ballots keep one of two names each.
    assert_eq!(faults(boxes, bundle(1, 10, strikes(), &[1, 2])), []);
    assert_eq!(faults(boxes, bundle(1, 7, strikes(), &[])), []);
    assert_eq!(faults(boxes, bundle(1, 10, strikes(), &[3])), length, "one figure for each name");
    assert_eq!(faults(strike, bundle(1, 10, strikes(), &[1, 2])), length, "no box, no row without a mark");
    assert_eq!(faults(boxes, bundle(1, 7, votes(), &[0, 0])), length, "nothing would check it");
    assert_eq!(faults(strike, bundle(1, 7, votes(), &[0, 0])), length);
    assert_eq!(faults(strike, bundle(1, 7, Counts::Votes(vec![3, 4, 0]), &[])), length);
}

#[test]
fn every_figure_is_within_what_is_read_and_what_is_there() {
    let votes = |figures: [u32; 2]| Counts::Votes(figures.to_vec());
    let one = |ballots, figures| faults(Method::StrikeOut, bundle(1, ballots, votes(figures), &[]));
    assert_eq!(one(1_000_000, [1_000_000, 0]), []);
    let large = |cell| [BundleFault::TooLarge { bundle: 0, cell }];
    assert_eq!(one(1_000_001, [1_000_000, 1]), large(Cell::Ballots));
    assert_eq!(one(1_000_000, [0, 1_000_001]), large(Cell::Name(1)));
    let exceeds = BundleFault::ExceedsBallots { bundle: 0, cell: Cell::Name(0), found: 8, ballots: 7 };
    let sum = |expected, found| BundleFault::Sum { bundle: 0, expected, found };
    assert_eq!(one(7, [8, 0]), [exceeds, sum(7, 8)]);
    assert_eq!(one(7, [7, 1]), [sum(7, 8)]);
}

#[test]
fn a_bundle_is_turned_only_where_the_other_side_holds_every_figure() {
    let votes = |kept, figures: [u32; 2]| bundle(kept, 7, Counts::Votes(figures.to_vec()), &[]);
    let strikes = |kept, figures: [u32; 2]| bundle(kept, 7, Counts::Strikes(figures.to_vec()), &[]);
    assert_eq!(votes(1, [3, 4]).turned(), Some(strikes(1, [4, 3])));
    assert_eq!(strikes(1, [4, 3]).turned(), Some(votes(1, [3, 4])));
    assert_eq!(votes(2, [7, 7]).turned(), None, "with every name kept nothing is struck");
    assert_eq!(strikes(0, [7, 7]).turned(), None, "with no name kept there are no votes");
    assert_eq!(
        bundle(1, 7, Counts::Strikes(vec![3, 3]), &[1, 0]).turned(),
        None,
        "votes leave out unmarked rows"
    );
}
