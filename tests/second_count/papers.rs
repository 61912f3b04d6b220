//! The box, counted a second time: a ballot is a paper with rows, and each name is looked for on each paper.

use super::dice::Dice;
use so_tay_dai_hoi::congress::election::ballots::{
    Ballot, Conclusion, CountedBallot, Names, RowTally, Tally,
};
use so_tay_dai_hoi::congress::election::rules::{BallotCase, Ruling};
use so_tay_dai_hoi::congress::election::{Method, RulesId};

/// A ballot as it lies on the table.
pub struct Paper {
    /// Whether each row is kept, or marked for.
    kept: Vec<bool>,
    /// Whether each row is marked against.
    against: Vec<bool>,
    seen: Option<BallotCase>,
    concluded: Option<Conclusion>,
}

/// What the board needs to know in order to read the papers of a box.
pub struct Table {
    pub method: Method,
    pub names: usize,
    pub seats: usize,
    pub rulings: [(BallotCase, Ruling); 11],
}

/// What the papers add up to.
#[derive(Debug, PartialEq, Eq)]
pub struct Sums {
    valid: usize,
    invalid: Vec<(BallotCase, usize)>,
    /// The names that each open ballot votes for, in no order of the table.
    open: Vec<Vec<bool>>,
    votes: Vec<usize>,
    against: Vec<usize>,
}

use Ruling::{BoardConcludes as Board, Invalid as No, Valid as Yes};

/// What each case means under the regulations, from their text.
pub fn rulings(rules: RulesId) -> [(BallotCase, Ruling); 11] {
    let words = match rules {
        RulesId::YouthUnion => [No, No, No, Yes, Board, Board, No, No, No, Board, Board],
        RulesId::TradeUnion => [No, No, No, No, Yes, Board, No, No, No, No, Board],
        _ => [No, No, No, No, Yes, Board, No, No, No, Board, Board],
    };
    with_cases(words)
}

/// Rulings by chance; votes beyond the seats, or for nobody where names are struck, are never valid.
pub fn chance_rulings(dice: &mut Dice) -> [(BallotCase, Ruling); 11] {
    let mut words = [No; 11];
    words.iter_mut().skip(2).for_each(|word| *word = dice.one_of(&[Yes, No, Board]));
    with_cases(words)
}

fn with_cases(words: [Ruling; 11]) -> [(BallotCase, Ruling); 11] {
    let cases = [
        BallotCase::MoreThanSeats,
        BallotCase::NobodyKept,
        BallotCase::SingleBothBoxes,
        BallotCase::SingleNoBox,
        BallotCase::RowsUnclear,
        BallotCase::WhollyUnmarked,
        BallotCase::NotIssued,
        BallotCase::OutsideName,
        BallotCase::SignedOrMarked,
        BallotCase::NoStamp,
        BallotCase::UnclearStrike,
    ];
    let mut word = words.into_iter();
    cases.map(|case| (case, word.next().unwrap()))
}

/// Papers by chance: most of them as they should be, some marked in every other way.
pub fn chance_papers(dice: &mut Dice, table: &Table, most: u32) -> Vec<Paper> {
    let favour = dice.between(0, 10);
    (0..dice.between(0, most)).map(|_| chance_paper(dice, table, favour)).collect()
}

fn chance_paper(dice: &mut Dice, table: &Table, favour: u32) -> Paper {
    let boxes = table.method == Method::AgreeDisagree;
    let careless = dice.one_in(3);
    let blank = dice.one_in(20);
    let mut paper = Paper { kept: vec![], against: vec![], seen: None, concluded: None };
    for _ in 0..table.names {
        let kept = !blank && dice.between(1, 10) <= favour;
        paper.kept.push(kept);
        paper.against.push(boxes && !blank && (!kept ^ (careless && dice.one_in(4))));
    }
    if !careless {
        let too_many = paper.kept.iter().filter(|kept| **kept).count().saturating_sub(table.seats);
        for _ in 0..too_many {
            let place = paper.kept.iter().position(|kept| *kept).unwrap();
            (paper.kept[place], paper.against[place]) = (false, boxes);
        }
    }
    if dice.one_in(6) {
        paper.seen = Some(table.rulings[dice.between(6, 10) as usize].0);
    }
    if dice.one_in(3) {
        paper.concluded = Some(if dice.one_in(2) { Conclusion::Valid } else { Conclusion::Invalid });
    }
    paper
}

impl Paper {
    /// The same ballot as the core takes it.
    pub fn counted(&self) -> CountedBallot {
        let places = |rows: &[bool]| (0..rows.len()).filter(|place| rows[*place]).collect::<Names>();
        CountedBallot {
            ballot: Ballot { kept: places(&self.kept), against: places(&self.against) },
            seen: self.seen,
            concluded: self.concluded,
        }
    }

    /// Whether the row says one thing, and this is it.
    fn says_for(&self, place: usize) -> bool {
        self.kept[place] && !self.against[place]
    }

    fn says_against(&self, place: usize) -> bool {
        self.against[place] && !self.kept[place]
    }

    fn cases(&self, table: &Table) -> Vec<BallotCase> {
        let mut cases = Vec::new();
        let (mut votes, mut marked, mut doubled) = (0, 0, 0);
        for place in 0..table.names {
            votes += usize::from(self.says_for(place));
            marked += usize::from(self.kept[place] || self.against[place]);
            doubled += usize::from(self.kept[place] && self.against[place]);
        }
        if votes > table.seats {
            cases.push(BallotCase::MoreThanSeats);
        }
        match (table.method, table.names) {
            (Method::StrikeOut, _) if marked == 0 => cases.push(BallotCase::NobodyKept),
            (Method::StrikeOut, _) => {}
            (_, 1) if doubled == 1 => cases.push(BallotCase::SingleBothBoxes),
            (_, 1) if marked == 0 => cases.push(BallotCase::SingleNoBox),
            (_, 1) => {}
            _ if marked == 0 => cases.push(BallotCase::WhollyUnmarked),
            _ if doubled > 0 || marked < table.names => cases.push(BallotCase::RowsUnclear),
            _ => {}
        }
        cases.extend(self.seen);
        cases
    }
}

/// Counts the papers.
pub fn sums(table: &Table, papers: &[Paper]) -> Sums {
    let (mut valid, mut invalid, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for paper in papers {
        let ruled = |word: Ruling| {
            let cases = paper.cases(table).into_iter();
            cases.into_iter().find(|case| table.rulings.contains(&(*case, word)))
        };
        match (ruled(No), ruled(Board), paper.concluded) {
            (Some(case), _, _) | (None, Some(case), Some(Conclusion::Invalid)) => invalid.push(case),
            (None, Some(_), None) => open.push(paper),
            _ => valid.push(paper),
        }
    }
    let of_each = |says: fn(&Paper, usize) -> bool| {
        (0..table.names).map(|place| valid.iter().filter(|paper| says(paper, place)).count()).collect()
    };
    let votes_of = |paper: &&Paper| (0..table.names).map(|place| paper.says_for(place)).collect();
    let case_sum = |case: BallotCase| (case, invalid.iter().filter(|found| **found == case).count());
    Sums {
        valid: valid.len(),
        invalid: table.rulings.iter().map(|(case, _)| case_sum(*case)).filter(|(_, sum)| *sum > 0).collect(),
        open: sorted(open.iter().map(votes_of).collect()),
        votes: of_each(Paper::says_for),
        against: of_each(Paper::says_against),
    }
}

/// The sums that the core came to, name by name; stops where they contradict themselves.
pub fn told(tally: &Tally) -> Sums {
    let number = |sum: u32| sum as usize;
    let names = tally.rows.len();
    let votes_of = |open: &Names| (0..names).map(|place| open.has(place)).collect();
    let of_each = |sum: fn(&RowTally) -> u32| tally.rows.iter().map(|row| number(sum(row))).collect();
    let invalid: Vec<_> = tally.invalid_by.iter().map(|(case, sum)| (*case, number(*sum))).collect();
    assert_eq!(invalid.iter().map(|(_, sum)| sum).sum::<usize>(), number(tally.invalid));
    assert_eq!(number(tally.collected()), number(tally.valid + tally.invalid) + tally.open.len());
    Sums {
        valid: number(tally.valid),
        invalid,
        open: sorted(tally.open.iter().map(votes_of).collect()),
        votes: of_each(|row| row.votes),
        against: of_each(|row| row.against),
    }
}

fn sorted(mut open: Vec<Vec<bool>>) -> Vec<Vec<bool>> {
    open.sort();
    open
}
