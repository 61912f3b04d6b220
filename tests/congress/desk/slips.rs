//! Slips of one counter: every one of them is found by the second entry, and settled by the paper the count is true.

use super::dice::{Dice, rules};
use crate::hall::Hall;
use so_tay_dai_hoi::congress::election::ballots::{BallotForm, Bundle, CountedBallot, Counts, Tally};
use so_tay_dai_hoi::congress::election::desk::{
    BundleCell, Difference, FigureCell, Figures, Review, Settled, Settlement, SheetCell,
};
use so_tay_dai_hoi::congress::election::sheet::VoteColumn;
use so_tay_dai_hoi::congress::election::{Method, Office};
use so_tay_dai_hoi::congress::id::{PassId, RoundId};
use so_tay_dai_hoi::congress::{DeskChange, Refusal};

const NAMES: [&str; 8] = [
    "Trần Quốc Hưng",
    "Lê Thị Thanh Hường",
    "Vũ Đình Khoát",
    "Nguyễn Thị Bích Ngọc",
    "Ngô Xuân Trường",
    "Đỗ Thị Kim Quý",
    "Mai Vượng",
    "Lò Thị Pẳn",
];

struct Box {
    hall: Hall,
    round: RoundId,
    form: BallotForm,
}

impl Box {
    fn open(seats: u32, names: usize) -> Self {
        let mut hall = Hall::sample();
        let mut prepared = hall.proposal(Office::Committee, seats, &NAMES[..names]);
        prepared.number = 2;
        let round = hall.open(&prepared);
        let form = hall.congress().round(&round).unwrap().form().unwrap();
        Self { hall, round, form }
    }

    fn act(&mut self, change: DeskChange) {
        self.hall.act(change.into());
    }

    fn begin(&mut self, counter: &str) -> PassId {
        self.act(DeskChange::PassBegun { round: self.round.clone(), counter: counter.to_owned() });
        self.hall.congress().round(&self.round).unwrap().desk.passes.last().unwrap().id.clone()
    }

    fn end(&mut self, pass: &PassId) {
        self.act(DeskChange::PassEnded { pass: pass.clone(), at: so_tay_dai_hoi::congress::Moment(0) });
    }

    fn enter(&mut self, counter: &str, ballots: &[CountedBallot]) -> PassId {
        let pass = self.begin(counter);
        for ballot in ballots {
            self.act(DeskChange::Ballot { pass: pass.clone(), ballot: *ballot });
        }
        self.end(&pass);
        pass
    }

    fn review(&self) -> Review {
        self.hall.congress().round(&self.round).unwrap().desk.review(&self.form, self.rules()).unwrap()
    }

    fn rules(&self) -> &so_tay_dai_hoi::congress::election::rules::BallotRules {
        self.hall.congress().ballot_rules().unwrap()
    }

    fn settle(&mut self, settled: Settled) {
        let pass = self.review().pass;
        self.act(DeskChange::Settled(Settlement { pass, settled, by: "Phạm Hữu Nghĩa".to_owned() }));
    }

    fn close(&mut self) -> Result<(), Refusal> {
        let at = so_tay_dai_hoi::congress::Moment(1);
        self.hall.attempt(DeskChange::CountClosed { round: self.round.clone(), at }.into()).map(|_| ())
    }
}

fn sums(form: &BallotForm, ballots: &[CountedBallot]) -> Tally {
    Tally::of(form, rules(), ballots).unwrap()
}

#[track_caller]
fn check_sums(figures: &Figures, tally: &Tally) {
    assert_eq!((figures.valid, figures.invalid), (tally.valid, tally.invalid));
    assert_eq!(usize::try_from(figures.open).unwrap(), tally.open.len());
    for (row, sums) in figures.rows.iter().zip(&tally.rows) {
        assert_eq!((row.votes, row.against), (sums.votes, sums.against));
    }
}

/// Single ballots: a wrong number, a missed ballot, a doubled one, two in each other's place.
#[test]
fn every_slip_in_single_ballots_is_found() {
    let mut dice = Dice::new(11);
    for turn in 0..600 {
        let mut desk = Box::open(3, 8);
        let form = desk.form;
        let paper: Vec<CountedBallot> =
            (0..5 + dice.below(12)).map(|_| dice.ballot(&form, rules())).collect();
        let mut slipped = paper.clone();
        let at = dice.below(slipped.len());
        match turn % 4 {
            0 => {
                let place = dice.below(8);
                let other = slipped[at].ballot.kept;
                let bit = [place].into_iter().collect();
                let kept = if other.has(place) { other.without(bit) } else { other.either(bit) };
                slipped[at].ballot.kept = kept;
            }
            1 => drop(slipped.remove(at)),
            2 => slipped.insert(at, paper[at]),
            _ => {
                let other = dice.below(slipped.len());
                slipped.swap(at, other);
            }
        }
        // The slip is once the first counter's and once the second's.
        let (first, second) = if dice.one_in(2) { (&slipped, &paper) } else { (&paper, &slipped) };
        desk.enter("Đinh Thị Lan", first);
        desk.enter("Hoàng Văn Sử", second);
        let review = desk.review();
        assert_eq!(review.differences.is_empty(), slipped == paper, "turn {turn}");
        // One slip makes one place differ, two in each other's place at most two.
        assert!(review.differences.len() <= if turn % 4 == 3 { 2 } else { 1 }, "{:?}", review.differences);
        if slipped != paper {
            assert_eq!(desk.close(), Err(Refusal::Unsettled(unsettled(&review))));
        }
        for difference in review.differences {
            let Difference::Ballot { place, earlier, later } = difference else { panic!("{difference:?}") };
            // Whoever looks at the paper says what it says.
            let by_paper = if first == &paper { earlier } else { later };
            desk.settle(Settled::Ballot(place, by_paper));
        }
        let review = desk.review();
        assert!(review.differences.is_empty());
        check_sums(&review.figures, &sums(&form, &paper));
        conclude(&mut desk);
        assert_eq!(desk.close(), Ok(()));
    }
}

fn unsettled(review: &Review) -> u32 {
    u32::try_from(review.differences.len()).unwrap() + review.figures.open
}

fn conclude(desk: &mut Box) {
    use so_tay_dai_hoi::congress::election::ballots::Conclusion;
    for doubtful in desk.review().doubtful {
        let ballot = CountedBallot { concluded: Some(Conclusion::Valid), ..doubtful.ballot };
        desk.settle(Settled::Ballot(doubtful.place, Some(ballot)));
    }
}

/// A third pass is laid beside what the first two came to, and a new settlement there lays it beside them anew.
#[test]
fn a_third_pass_is_compared_too() {
    let mut desk = Box::open(3, 8);
    let form = desk.form;
    let mut dice = Dice::new(2);
    let paper: Vec<CountedBallot> = (0..12).map(|_| dice.keeping(&form, 3)).collect();
    let mut wrong = paper.clone();
    wrong[4] = dice.keeping(&form, 2);
    let mut missed = paper.clone();
    missed.remove(9);
    desk.enter("Đinh Thị Lan", &wrong);
    desk.enter("Hoàng Văn Sử", &paper);
    desk.enter("Bùi Văn An", &missed);
    let review = desk.review();
    assert_eq!(review.counters, ("Đinh Thị Lan".to_owned(), "Hoàng Văn Sử".to_owned()));
    assert_eq!(review.differences.len(), 1);
    desk.settle(Settled::Ballot(4, Some(paper[4])));
    let review = desk.review();
    assert_eq!(review.counters, ("Hoàng Văn Sử".to_owned(), "Bùi Văn An".to_owned()));
    assert_eq!(review.differences.len(), 1);
    let Difference::Ballot { place, earlier, later: None } = review.differences[0] else {
        panic!("{:?}", review.differences)
    };
    desk.settle(Settled::Ballot(place, earlier));
    check_sums(&desk.review().figures, &sums(&form, &paper));
    // The earlier place is looked at once more: what was settled after it is asked again.
    let second = desk.hall.congress().round(&desk.round).unwrap().desk.passes[1].id.clone();
    let settled = Settled::Ballot(4, Some(paper[4]));
    desk.act(DeskChange::Settled(Settlement { pass: second, settled, by: "Phạm Hữu Nghĩa".to_owned() }));
    assert_eq!(desk.review().differences.len(), 1);
}

/// The tally sheet: a figure that is wrong, and two rows in each other's place.
#[test]
fn every_slip_in_the_tally_sheet_is_found() {
    let mut dice = Dice::new(17);
    for turn in 0..300 {
        let mut desk = Box::open(3, 8);
        let form = desk.form;
        let paper: Vec<CountedBallot> = (0..15).map(|_| dice.keeping(&form, 3)).collect();
        let tally = sums(&form, &paper);
        let truth: Vec<u32> = tally.rows.iter().map(|row| row.votes).collect();
        let mut slipped = truth.clone();
        let (one, other) = (dice.below(8), dice.below(8));
        if turn % 2 == 0 {
            slipped.swap(one, other);
        } else {
            slipped[one] += 1;
        }
        for (counter, rows) in [("Đinh Thị Lan", &truth), ("Hoàng Văn Sử", &slipped)] {
            let pass = desk.begin(counter);
            let set = |cell, value| DeskChange::Tallied { pass: pass.clone(), cell, value };
            let mut changes = vec![set(SheetCell::Valid, tally.valid)];
            changes.extend(
                (0..).zip(rows).map(|(row, votes)| set(SheetCell::Votes(row, VoteColumn::For), *votes)),
            );
            for change in changes {
                desk.act(change);
            }
            desk.end(&pass);
        }
        let review = desk.review();
        let differing = truth.iter().zip(&slipped).filter(|(one, other)| one != other).count();
        assert_eq!(review.differences.len(), differing);
        for difference in review.differences {
            let Difference::Figure { cell, earlier, .. } = difference else { panic!("{difference:?}") };
            desk.settle(Settled::Figure(cell, earlier));
        }
        check_sums(&desk.review().figures, &tally);
        assert_eq!(desk.close(), Ok(()));
    }
}

fn bundle(form: &BallotForm, label: &str, kept: u32, ballots: &[CountedBallot]) -> Bundle {
    let tally = sums(form, ballots);
    let votes = tally.rows.iter().map(|row| row.votes).collect();
    let counts = Counts::Votes(votes);
    Bundle { label: label.to_owned(), kept, ballots: tally.valid, counts, unmarked: Vec::new() }
}

/// Bundles: a bundle entered twice, one left out, a wrong figure. Its own sum names a wrong bundle at once; the second
/// entry finds the others.
#[test]
fn every_slip_in_bundles_is_found_and_the_bundle_is_named() {
    let mut dice = Dice::new(23);
    for turn in 0..300 {
        let mut desk = Box::open(3, 8);
        let form = desk.form;
        let piles: Vec<Vec<CountedBallot>> =
            (1..=3).map(|kept| (0..3 + dice.below(5)).map(|_| dice.keeping(&form, kept)).collect()).collect();
        let bundles: Vec<Bundle> =
            (1_u32..).zip(&piles).map(|(kept, pile)| bundle(&form, &kept.to_string(), kept, pile)).collect();
        let at = dice.below(3);
        let mut slipped = bundles.clone();
        match turn % 3 {
            0 => slipped.push(Bundle { label: format!("{}b", bundles[at].label), ..bundles[at].clone() }),
            1 => drop(slipped.remove(at)),
            _ => {
                let Counts::Votes(votes) = &mut slipped[at].counts else { panic!() };
                votes[dice.below(8)] += 1;
            }
        }
        for (counter, list) in [("Đinh Thị Lan", &bundles), ("Hoàng Văn Sử", &slipped)] {
            let pass = desk.begin(counter);
            for bundle in list {
                desk.act(DeskChange::Bundle { pass: pass.clone(), bundle: bundle.clone() });
            }
            let end = DeskChange::PassEnded { pass: pass.clone(), at: so_tay_dai_hoi::congress::Moment(0) };
            if turn % 3 == 2 && counter == "Hoàng Văn Sử" {
                let named = Err(Refusal::BundleFault(bundles[at].label.clone()));
                assert_eq!(desk.hall.attempt(end.into()), named);
                desk.act(DeskChange::Bundle { pass: pass.clone(), bundle: bundles[at].clone() });
                desk.end(&pass);
            } else {
                desk.act(end);
            }
        }
        let review = desk.review();
        let label = match turn % 3 {
            0 => format!("{}b", bundles[at].label),
            _ => bundles[at].label.clone(),
        };
        assert_eq!(review.differences.is_empty(), turn % 3 == 2);
        for difference in review.differences {
            let Difference::Figure { cell, earlier, .. } = difference else { panic!("{difference:?}") };
            let FigureCell::Bundle { label: named, .. } = &cell else { panic!("{cell:?}") };
            assert_eq!(*named, label);
            desk.settle(Settled::Figure(cell, earlier));
        }
        let paper: Vec<CountedBallot> = piles.concat();
        check_sums(&desk.review().figures, &sums(&form, &paper));
        assert_eq!(desk.close(), Ok(()));
    }
}

/// A settlement that leaves a bundle with votes other than its ballots hold keeps the count open.
#[test]
fn a_wrong_settlement_of_a_bundle_is_refused() {
    let mut desk = Box::open(3, 8);
    let form = desk.form;
    let mut dice = Dice::new(4);
    let pile: Vec<CountedBallot> = (0..6).map(|_| dice.keeping(&form, 3)).collect();
    let right = bundle(&form, "3", 3, &pile);
    let other = bundle(&form, "3", 3, &pile[1..]);
    for (counter, bundle) in [("Đinh Thị Lan", &right), ("Hoàng Văn Sử", &other)] {
        let pass = desk.begin(counter);
        desk.act(DeskChange::Bundle { pass: pass.clone(), bundle: bundle.clone() });
        desk.end(&pass);
    }
    for difference in desk.review().differences {
        let Difference::Figure { cell, earlier, later } = difference else { panic!() };
        let is_ballots = matches!(cell, FigureCell::Bundle { cell: BundleCell::Ballots, .. });
        desk.settle(Settled::Figure(cell, if is_ballots { later } else { earlier }));
    }
    assert_eq!(desk.close(), Err(Refusal::BundleFault("3".to_owned())));
}

/// A list without surplus, counted by one in single ballots and by the other in bundles: only the sums are compared.
#[test]
fn different_ways_are_compared_by_their_sums() {
    let mut desk = Box::open(3, 3);
    let form = desk.form;
    assert_eq!(form.method(), Method::AgreeDisagree);
    let mut dice = Dice::new(8);
    let pile: Vec<CountedBallot> = (0..9).map(|_| dice.keeping(&form, 2)).collect();
    let tally = sums(&form, &pile);
    desk.enter("Đinh Thị Lan", &pile);
    let pass = desk.begin("Hoàng Văn Sử");
    let strikes = Counts::Strikes(tally.rows.iter().map(|row| row.against).collect());
    let bundle = Bundle { label: "2".to_owned(), kept: 2, ballots: 9, counts: strikes, unmarked: Vec::new() };
    desk.act(DeskChange::Bundle { pass: pass.clone(), bundle });
    desk.end(&pass);
    let review = desk.review();
    assert_eq!(review.differences, []);
    check_sums(&review.figures, &tally);
    assert!(review.figures.rows.iter().all(|row| row.unmarked == 0));
}
