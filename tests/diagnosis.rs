//! Likely causes: a slip that was made on purpose is told, with the correction that undoes it, and nothing is told
//! that would explain nothing.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use so_tay_dai_hoi::congress::election::ballots::{
    BallotForm, Bundle, BundleFault, Cell, Counts, bundle_faults,
};
use so_tay_dai_hoi::congress::election::sheet::BallotCount;
use so_tay_dai_hoi::congress::election::{
    Ballots, BundleCause, Candidate, Cause, CauseKind, CongressForm, Correction, Exclusions, Figure, Finding,
    Method, Office, Round, RoundKind, RulesId, diagnose_bundles,
};

/// Three of four names on a list with surplus, 45 voters; every figure agrees.
fn struck() -> Round {
    Round {
        rules: RulesId::Party190,
        congress: CongressForm::Members,
        office: Office::Committee,
        cell: true,
        method: Method::StrikeOut,
        summoned: 47,
        exclusions: Exclusions::none(),
        present: 45,
        seats: 3,
        round: 1,
        round_kind: RoundKind::Ordinary,
        ballots: Ballots { issued: 45, collected: 45, valid: 43, invalid: 2 },
        candidates: vec![
            Candidate::struck("An", 41),
            Candidate::struck("Bình", 38),
            Candidate::struck("Chi", 32),
            Candidate::struck("Dũng", 15),
        ],
    }
}

/// Two names with two boxes each, 45 voters; every figure agrees.
fn boxed() -> Round {
    let candidates = vec![Candidate::boxed("An", 34, 7, 2), Candidate::boxed("Bình", 28, 14, 1)];
    Round { method: Method::AgreeDisagree, candidates, ..struck() }
}

fn causes(round: &Round) -> Vec<Cause> {
    round.check().unwrap_or_else(|error| panic!("{error} {round:?}")).causes()
}

/// What a cause comes to: its kind, and each figure with what it says and would say.
type Told = (CauseKind, Vec<(Figure, u32, u32)>);

fn told(round: &Round) -> Vec<Told> {
    let parts = |cause: &Cause| cause.corrections.iter().map(|c| (c.figure, c.from, c.to)).collect();
    causes(round).iter().map(|cause| (cause.kind, parts(cause))).collect()
}

/// Makes the corrections of a cause.
fn corrected(round: &Round, cause: &Cause) -> Round {
    let mut round = round.clone();
    for Correction { figure, from, to } in &cause.corrections {
        assert_eq!(figure.of(&round).filter(|_| cause.corrections.len() == 1).unwrap_or(*from), *from);
        let row = figure.row().map(|at| &mut round.candidates[at]);
        match (figure, row) {
            (Figure::Present, _) => round.present = *to,
            (Figure::Issued, _) => round.ballots.issued = *to,
            (Figure::Collected, _) => round.ballots.collected = *to,
            (Figure::Valid, _) => round.ballots.valid = *to,
            (Figure::Invalid, _) => round.ballots.invalid = *to,
            (Figure::Votes(_), Some(row)) => row.votes = *to,
            (Figure::Against(_), Some(row)) => row.against = Some(*to),
            (Figure::Unmarked(_), Some(row)) => row.unmarked = Some(*to),
            (_, None) => panic!("{figure:?}"),
        }
    }
    round
}

fn findings(round: &Round) -> usize {
    round.check().unwrap().outcome().findings.len()
}

/// Every cause explains something, those that explain all come first, and no correction is told twice.
fn check_sound(round: &Round) {
    let causes = causes(round);
    assert!(causes.len() <= 5);
    for (at, cause) in causes.iter().enumerate() {
        let left = findings(&corrected(round, cause));
        assert!(left < findings(round), "{cause:?}");
        assert_eq!(cause.explains_all, left == 0, "{cause:?}");
        assert!(causes[..at].iter().all(|earlier| earlier.corrections != cause.corrections));
        assert!(cause.corrections.iter().all(|correction| correction.from != correction.to));
        if let Some(next) = causes.get(at + 1) {
            assert!((!cause.explains_all, cause.kind) <= (!next.explains_all, next.kind), "{causes:?}");
        }
    }
}

#[test]
fn figures_that_agree_have_no_cause() {
    assert_eq!(causes(&struck()), []);
    assert_eq!(causes(&boxed()), []);
}

#[test]
fn a_slip_that_was_made_is_told() {
    use CauseKind::{DigitsTransposed, Miscounted, OffByOne, Swapped};
    type Slip = fn(&mut Round);
    let table: [(Round, Slip, Told); 17] = [
        (struck(), |r| r.ballots.valid = 44, (OffByOne, vec![(Figure::Valid, 44, 43)])),
        (struck(), |r| r.ballots.invalid = 1, (OffByOne, vec![(Figure::Invalid, 1, 2)])),
        (struck(), |r| r.ballots.collected = 44, (OffByOne, vec![(Figure::Collected, 44, 45)])),
        (struck(), |r| r.ballots.collected = 54, (DigitsTransposed, vec![(Figure::Collected, 54, 45)])),
        (struck(), |r| r.ballots.valid = 34, (DigitsTransposed, vec![(Figure::Valid, 34, 43)])),
        (struck(), |r| r.ballots.invalid = 9, (Miscounted, vec![(Figure::Invalid, 9, 2)])),
        (struck(), |r| r.ballots.valid = 48, (Miscounted, vec![(Figure::Valid, 48, 43)])),
        (struck(), |r| r.present = 48, (OffByOne, vec![(Figure::Present, 48, 47)])),
        (struck(), |r| r.present = 44, (OffByOne, vec![(Figure::Present, 44, 45)])),
        (struck(), |r| r.present = 40, (Miscounted, vec![(Figure::Present, 40, 45)])),
        (struck(), |r| r.ballots.issued = 46, (OffByOne, vec![(Figure::Issued, 46, 45)])),
        (struck(), |r| r.ballots.issued = 40, (Miscounted, vec![(Figure::Issued, 40, 45)])),
        (struck(), |r| r.candidates[3].votes = 51, (DigitsTransposed, vec![(Figure::Votes(3), 51, 15)])),
        (struck(), |r| r.candidates[0].votes = 44, (OffByOne, vec![(Figure::Votes(0), 44, 43)])),
        (boxed(), |r| r.candidates[0].votes = 43, (DigitsTransposed, vec![(Figure::Votes(0), 43, 34)])),
        (boxed(), |r| r.candidates[1].against = Some(20), (Miscounted, vec![(Figure::Against(1), 20, 14)])),
        (boxed(), |r| r.candidates[1].unmarked = Some(7), (Miscounted, vec![(Figure::Unmarked(1), 7, 1)])),
    ];
    for (mut round, slip, (kind, figures)) in table {
        slip(&mut round);
        assert!(
            told(&round).contains(&(kind, figures.clone())),
            "{kind:?} {figures:?} in {:?}",
            told(&round)
        );
        check_sound(&round);
    }
    let mut swapped = struck();
    swapped.ballots = Ballots { issued: 43, collected: 45, valid: 43, invalid: 2 };
    swapped.present = 45;
    let expected = (Swapped, vec![(Figure::Issued, 43, 45), (Figure::Collected, 45, 43)]);
    assert!(!told(&swapped).contains(&expected), "the sum of valid and invalid ballots would not agree");
    check_sound(&swapped);
}

#[test]
fn two_figures_in_each_others_place() {
    let mut ballots = struck();
    ballots.ballots = Ballots { issued: 45, collected: 2, valid: 43, invalid: 45 };
    let expected = (CauseKind::Swapped, vec![(Figure::Collected, 2, 45), (Figure::Invalid, 45, 2)]);
    assert!(told(&ballots).contains(&expected), "{:?}", told(&ballots));
    check_sound(&ballots);

    // The votes of two rows: each row's sum is wrong, and only the swap explains both.
    let mut rows = boxed();
    rows.candidates[0].votes = 28;
    rows.candidates[1].votes = 34;
    let expected = (CauseKind::Swapped, vec![(Figure::Votes(0), 28, 34), (Figure::Votes(1), 34, 28)]);
    assert_eq!(told(&rows)[0], expected);
    check_sound(&rows);

    let mut against = boxed();
    against.candidates[0].against = Some(14);
    against.candidates[1].against = Some(7);
    let expected = (CauseKind::Swapped, vec![(Figure::Against(0), 14, 7), (Figure::Against(1), 7, 14)]);
    assert_eq!(told(&against)[0], expected);
    check_sound(&against);
}

#[test]
fn a_total_that_is_too_large_or_too_small() {
    let mut large = struck();
    large.seats = 2;
    large.candidates[0].votes = 43;
    large.candidates[1].votes = 25;
    large.candidates.truncate(3);
    // 43 + 25 + 32 is 14 more than 2 names on each of 43 ballots.
    let expected = (CauseKind::Miscounted, vec![(Figure::Votes(2), 32, 18)]);
    assert!(told(&large).contains(&expected), "{:?}", told(&large));
    check_sound(&large);

    let mut small = struck();
    for (row, votes) in small.candidates.iter_mut().zip([10, 9, 8, 7]) {
        row.votes = votes;
    }
    let expected = (CauseKind::Miscounted, vec![(Figure::Votes(0), 10, 19)]);
    assert!(told(&small).contains(&expected), "{:?}", told(&small));
    check_sound(&small);
}

/// Every single figure of a sound round set to every other value nearby: if findings come of it, the figure as it was
/// is among what the causes would allow, or something nearer is.
#[test]
fn every_single_slip_is_explained() {
    let mut explained = 0;
    for sound in [struck(), boxed()] {
        let rows =
            [0, 1].into_iter().flat_map(|at| [Figure::Votes(at), Figure::Against(at), Figure::Unmarked(at)]);
        let numbers = [Figure::Present, Figure::Issued, Figure::Collected, Figure::Valid, Figure::Invalid];
        for figure in numbers.into_iter().chain(rows) {
            let Some(right) = figure.of(&sound) else { continue };
            for wrong in (0..=60).filter(|wrong| *wrong != right) {
                let cause = Cause {
                    kind: CauseKind::Miscounted,
                    corrections: vec![Correction { figure, from: right, to: wrong }],
                    explains_all: false,
                };
                let round = corrected(&sound, &cause);
                if findings(&round) > 0 {
                    check_sound(&round);
                    assert!(
                        causes(&round).iter().any(|cause| cause.explains_all),
                        "{figure:?} {right} -> {wrong}"
                    );
                    explained += 1;
                }
            }
        }
    }
    assert!(explained > 500, "{explained}");
}

#[test]
fn a_figure_of_no_name_is_none() {
    let round = struck();
    for figure in
        [Figure::Votes(4), Figure::Against(0), Figure::Unmarked(0), Figure::Against(9), Figure::Unmarked(9)]
    {
        assert_eq!(figure.of(&round), None, "{figure:?}");
    }
}

#[test]
fn a_huge_number_is_not_turned_about() {
    let mut round = struck();
    round.ballots.valid = 1_000_000;
    check_sound(&round);
    assert!(told(&round).contains(&(CauseKind::Miscounted, vec![(Figure::Valid, 1_000_000, 43)])));
}

// ---- Bundles ----

fn form() -> BallotForm {
    BallotForm::new(Method::StrikeOut, 3, 2).unwrap()
}

fn bundle(label: &str, kept: u32, ballots: u32, votes: [u32; 3]) -> Bundle {
    Bundle {
        label: label.to_owned(),
        kept,
        ballots,
        counts: Counts::Votes(votes.to_vec()),
        unmarked: Vec::new(),
    }
}

/// Two bundles without a fault: 21 ballots that keep two names, 12 that keep one.
fn bundles() -> Vec<Bundle> {
    vec![bundle("A", 2, 21, [20, 13, 9]), bundle("B", 1, 12, [5, 4, 3])]
}

fn cell(kind: CauseKind, bundle: usize, figure: Cell, from: u32, to: u32) -> BundleCause {
    let correction = Some(Correction { figure, from, to });
    BundleCause { kind, bundle: Some(bundle), correction, ballots: 0 }
}

#[test]
fn a_wrong_figure_of_a_bundle_is_told_with_its_correction() {
    use CauseKind::{DigitsTransposed, Miscounted, OffByOne};
    assert_eq!(diagnose_bundles(&form(), &bundles(), Some(33)), []);
    assert_eq!(diagnose_bundles(&form(), &bundles(), None), []);
    for (at, figure, wrong, kind) in [
        (0, Cell::Name(1), 31, DigitsTransposed),
        (0, Cell::Name(0), 19, OffByOne),
        (0, Cell::Name(2), 3, Miscounted),
        (0, Cell::Ballots, 12, DigitsTransposed),
        (0, Cell::Ballots, 25, Miscounted),
        (1, Cell::Ballots, 13, OffByOne),
        (1, Cell::Name(0), 9, Miscounted),
    ] {
        let mut wrong_bundles = bundles();
        let right = wrong_bundles[at].figure(figure).unwrap();
        wrong_bundles[at] = wrong_bundles[at].with(figure, wrong);
        let causes = diagnose_bundles(&form(), &wrong_bundles, None);
        assert!(causes.contains(&cell(kind, at, figure, wrong, right)), "{figure:?} {wrong}: {causes:?}");
        assert!(causes.len() <= 5);
        for cause in &causes {
            assert_eq!(cause.bundle, Some(at));
            let Correction { figure, to, .. } = cause.correction.unwrap();
            let mut mended = wrong_bundles.clone();
            mended[at] = mended[at].with(figure, to);
            assert_eq!(bundle_faults(&form(), &mended), [], "{cause:?}");
        }
        assert!(causes.is_sorted_by_key(|cause| cause.kind), "{causes:?}");
    }
}

/// Strikes, and rows that are not marked, are corrected from their own side.
#[test]
fn a_bundle_entered_by_strikes_is_told_too() {
    let form = BallotForm::new(Method::AgreeDisagree, 3, 3).unwrap();
    let right = Bundle {
        label: "A".to_owned(),
        kept: 1,
        ballots: 9,
        counts: Counts::Strikes(vec![6, 4, 3]),
        unmarked: vec![1, 2, 2],
    };
    assert_eq!(bundle_faults(&form, std::slice::from_ref(&right)), []);
    for (figure, wrong) in [(Cell::Ballots, 14), (Cell::Name(0), 1), (Cell::Unmarked(2), 6)] {
        let bundles = [right.with(figure, wrong)];
        let causes = diagnose_bundles(&form, &bundles, None);
        let expected = cell(CauseKind::Miscounted, 0, figure, wrong, right.figure(figure).unwrap());
        assert!(causes.contains(&expected), "{figure:?}: {causes:?}");
    }
}

#[test]
fn a_bundle_that_cannot_be_mended_by_one_figure_has_no_cause() {
    for wrong in [
        bundle("A", 3, 21, [20, 13, 9]),
        Bundle { counts: Counts::Votes(vec![1]), ..bundles()[0].clone() },
        bundle("A", 2, 2_000_000_000, [20, 13, 9]),
    ] {
        assert_eq!(diagnose_bundles(&form(), &[wrong], None), []);
    }
    // A bundle of one kept name whose figures no number of whole ballots could give.
    let odd = bundle("A", 2, 40, [7, 7, 7]);
    let causes = diagnose_bundles(&form(), &[odd], None);
    assert!(causes.iter().all(|cause| cause.correction.unwrap().figure != Cell::Ballots), "{causes:?}");
}

#[test]
fn every_fault_names_its_bundle() {
    let mut faulty = bundles();
    faulty.push(bundle("A", 2, 3, [2, 2, 2]));
    faulty.push(bundle("C", 1, 2_000_000, [1, 1, 1]));
    faulty.push(bundle("D", 3, 1, [1, 1, 1]));
    faulty.push(bundle("E", 1, 3, [4, 0, 0]));
    faulty.push(Bundle { counts: Counts::Strikes(vec![1]), ..bundle("F", 1, 3, [0; 3]) });
    let named: Vec<_> = bundle_faults(&form(), &faulty).iter().map(BundleFault::bundle).collect();
    assert_eq!(named, [2, 3, 4, 5, 5, 6]);
    let side = Bundle { counts: Counts::Strikes(vec![0; 3]), ..bundle("G", 3, 3, [0; 3]) };
    let three = BallotForm::new(Method::AgreeDisagree, 3, 3).unwrap();
    assert_eq!(bundle_faults(&three, &[side])[0].bundle(), 0);
    assert_eq!(faulty[0].with(Cell::Name(9), 7), faulty[0], "there is no such name");
    assert_eq!((faulty[0].figure(Cell::Name(9)), faulty[0].figure(Cell::Unmarked(0))), (None, None));
}

#[test]
fn a_bundle_twice_and_a_bundle_missing() {
    let mut twice = bundles();
    twice.push(Bundle { label: "C".to_owned(), ..twice[1].clone() });
    let expected =
        BundleCause { kind: CauseKind::BundleTwice, bundle: Some(2), correction: None, ballots: 12 };
    assert_eq!(diagnose_bundles(&form(), &twice, Some(33)), [expected]);
    assert_eq!(diagnose_bundles(&form(), &twice, Some(45)), [], "45 ballots: two bundles may be alike");
    assert_eq!(diagnose_bundles(&form(), &twice, None), []);

    let missing =
        |ballots| BundleCause { kind: CauseKind::BundleMissing, bundle: None, correction: None, ballots };
    assert_eq!(diagnose_bundles(&form(), &bundles(), Some(40)), [missing(7)]);
    assert_eq!(diagnose_bundles(&form(), &[], Some(33)), [missing(33)]);
    assert_eq!(diagnose_bundles(&form(), &bundles(), Some(32)), [], "one too many is no bundle");

    // As long as a bundle itself is wrong, what is missing is not known.
    let mut wrong = bundles();
    wrong[0] = wrong[0].with(Cell::Name(0), 19);
    let kinds: Vec<_> = diagnose_bundles(&form(), &wrong, Some(40)).iter().map(|cause| cause.kind).collect();
    assert!(!kinds.contains(&CauseKind::BundleMissing), "{kinds:?}");

    // Alike in all but the label is twice; unlike in one figure is not.
    for unlike in
        [bundle("C", 1, 12, [6, 3, 3]), bundle("C", 2, 12, [10, 8, 6]), bundle("C", 1, 9, [3, 3, 3])]
    {
        let mut bundles = bundles();
        bundles.push(unlike.clone());
        assert_eq!(diagnose_bundles(&form(), &bundles, Some(33)), [], "{unlike:?}");
    }
    let mut empty = bundles();
    empty.push(bundle("C", 1, 0, [0; 3]));
    empty.push(bundle("D", 1, 0, [0; 3]));
    assert_eq!(diagnose_bundles(&form(), &empty, Some(33)), []);
}

#[test]
fn a_finding_names_the_figures_that_contradict_each_other() {
    let found = |round: &Round| round.check().unwrap().outcome().findings;
    let mut round = struck();
    round.candidates[1].votes = 44;
    let findings = found(&round);
    assert_eq!(findings.iter().filter_map(Finding::name).collect::<Vec<_>>(), ["Bình"]);
    assert!(findings.iter().all(|finding| finding.ballots().is_empty()));
    let mut round = boxed();
    round.ballots.invalid = 1;
    round.candidates[0].unmarked = Some(3);
    let findings = found(&round);
    let ballots: Vec<_> = findings.iter().flat_map(Finding::ballots).copied().collect();
    assert_eq!(ballots, [BallotCount::Collected, BallotCount::Valid, BallotCount::Invalid]);
    assert_eq!(findings.iter().filter_map(Finding::name).collect::<Vec<_>>(), ["An"]);
    let mut round = struck();
    round.ballots.issued = 44;
    let ballots: Vec<_> = found(&round).iter().flat_map(Finding::ballots).copied().collect();
    assert_eq!(ballots, [BallotCount::Issued, BallotCount::Collected]);
}
