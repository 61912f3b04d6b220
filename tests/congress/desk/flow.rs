//! From the opened box to the sealed result: three ways to one result, and what is refused on the way.

use crate::hall::{BOARD, Hall, LIST};
use so_tay_dai_hoi::congress::election::Office;
use so_tay_dai_hoi::congress::election::ballots::{Bundle, Conclusion, CountedBallot, Counts};
use so_tay_dai_hoi::congress::election::desk::entry::read;
use so_tay_dai_hoi::congress::election::desk::{PaperCount, Settled, Settlement, SheetCell};
use so_tay_dai_hoi::congress::election::sheet::{BallotCount, Missing, VoteColumn};
use so_tay_dai_hoi::congress::hall::Release;
use so_tay_dai_hoi::congress::id::{PassId, RoundId};
use so_tay_dai_hoi::congress::{Change, DeskChange, Moment, Refusal};

const AT: Moment = Moment(1_653_530_000_000);

/// What seventeen voters put in the box: struck numbers, as they are typed.
const PAPER: [&str; 17] =
    ["4", "4", "4", "4", "4", "4", "4", "3", "3", "3", "3 4", "3 4", "2", "2", "1", "", "4 k3"];

fn pass_of(hall: &Hall, round: &RoundId) -> PassId {
    hall.congress().round(round).unwrap().desk.passes.last().unwrap().id.clone()
}

pub fn open(hall: &mut Hall) -> RoundId {
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    for count in [BallotCount::Issued, BallotCount::Collected] {
        hall.act(Change::Ballots { round: round.clone(), count, value: Some(17) });
    }
    round
}

pub fn begin(hall: &mut Hall, round: &RoundId, counter: &str) -> PassId {
    hall.act(DeskChange::PassBegun { round: round.clone(), counter: counter.to_owned() }.into());
    pass_of(hall, round)
}

pub fn typed(hall: &Hall, round: &RoundId, text: &str) -> CountedBallot {
    let form = hall.congress().round(round).unwrap().form().unwrap();
    read(text, &form, hall.congress().ballot_rules().unwrap()).unwrap()
}

fn enter_ballots(hall: &mut Hall, round: &RoundId, counter: &str) -> PassId {
    let pass = begin(hall, round, counter);
    for text in PAPER {
        let ballot = typed(hall, round, text);
        hall.act(DeskChange::Ballot { pass: pass.clone(), ballot }.into());
    }
    hall.act(DeskChange::PassEnded { pass: pass.clone(), at: AT }.into());
    pass
}

fn close_and_seal(hall: &mut Hall, round: &RoundId) {
    hall.act(DeskChange::CountClosed { round: round.clone(), at: AT }.into());
    hall.seal(round);
}

#[test]
fn three_ways_and_typed_totals_give_one_result() {
    let mut results = Vec::new();
    for way in 0..4 {
        let mut hall = Hall::sample();
        let round = open(&mut hall);
        match way {
            0 => {
                enter_ballots(&mut hall, &round, "Đinh Thị Lan");
            }
            1 => {
                let pass = begin(&mut hall, &round, "Đinh Thị Lan");
                let bundle = |kept: u32, ballots: u32, votes: [u32; 4]| {
                    let counts = Counts::Votes(votes.to_vec());
                    let label = kept.to_string();
                    let bundle = Bundle { label, kept, ballots, counts, unmarked: Vec::new() };
                    DeskChange::Bundle { pass: pass.clone(), bundle }
                };
                let changes = [
                    bundle(3, 13, [12, 11, 10, 6]),
                    bundle(2, 2, [2, 2, 0, 0]),
                    DeskChange::Tallied { pass: pass.clone(), cell: SheetCell::Invalid, value: 2 },
                    DeskChange::PassEnded { pass: pass.clone(), at: AT },
                ];
                for change in changes {
                    hall.act(change.into());
                }
            }
            2 => {
                let pass = begin(&mut hall, &round, "Đinh Thị Lan");
                let mut cells = vec![(SheetCell::Valid, 15), (SheetCell::Invalid, 2)];
                let votes = (0..).zip([14, 13, 10, 6]);
                cells.extend(votes.map(|(row, votes)| (SheetCell::Votes(row, VoteColumn::For), votes)));
                for (cell, value) in cells {
                    hall.act(DeskChange::Tallied { pass: pass.clone(), cell, value }.into());
                }
                hall.act(DeskChange::PassEnded { pass, at: AT }.into());
            }
            _ => hall.write(&round, [17, 17, 15, 2], &[&[14], &[13], &[10], &[6]]),
        }
        if way < 3 {
            let sheet = hall.congress().round(&round).unwrap();
            assert_eq!(sheet.missing(), [Missing::Count]);
            assert_eq!(
                hall.attempt(Change::RoundSealed { round: round.clone(), at: AT }),
                Err(Refusal::Incomplete)
            );
            close_and_seal(&mut hall, &round);
        } else {
            hall.seal(&round);
        }
        results.push(hall.congress().counted(&round).unwrap().unwrap());
    }
    assert_eq!(results[0].outcome.elected, LIST[..3]);
    assert!(results.iter().all(|result| *result == results[0]));
}

#[test]
fn the_second_counter_is_somebody_else_and_only_after_the_first() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let pass = begin(&mut hall, &round, "Đinh Thị Lan");
    let again = |counter: &str| DeskChange::PassBegun { round: round.clone(), counter: counter.to_owned() };
    assert_eq!(
        hall.attempt(again("Hoàng Văn Sử").into()),
        Err(Refusal::PassRunning("Đinh Thị Lan".to_owned()))
    );
    let end = DeskChange::PassEnded { pass: pass.clone(), at: AT };
    assert_eq!(hall.attempt(end.clone().into()), Err(Refusal::NothingEntered));
    hall.act(DeskChange::Ballot { pass: pass.clone(), ballot: typed(&hall, &round, "4") }.into());
    hall.act(end.into());
    for same in ["Đinh Thị Lan", " đinh  thị LAN "] {
        assert_eq!(
            hall.attempt(again(same).into()),
            Err(Refusal::SameCounter("Đinh Thị Lan".to_owned())),
            "{same}"
        );
    }
    assert_eq!(hall.attempt(again(" ").into()), Err(Refusal::EmptyText));
    hall.act(again("Hoàng Văn Sử").into());
    // The first pass has ended and takes no more.
    let ballot = typed(&hall, &round, "4");
    assert_eq!(hall.attempt(DeskChange::Ballot { pass, ballot }.into()), Err(Refusal::PassEnded));
    let close = DeskChange::CountClosed { round: round.clone(), at: AT };
    assert_eq!(hall.attempt(close.into()), Err(Refusal::PassRunning("Hoàng Văn Sử".to_owned())));
}

#[test]
fn the_last_ballot_is_taken_back_and_any_is_corrected() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let pass = begin(&mut hall, &round, "Đinh Thị Lan");
    for text in ["4", "3", "2"] {
        let ballot = typed(&hall, &round, text);
        hall.act(DeskChange::Ballot { pass: pass.clone(), ballot }.into());
    }
    let correct =
        |number, ballot| Change::from(DeskChange::BallotCorrected { pass: pass.clone(), number, ballot });
    for number in [0, 1, 2, 4] {
        assert_eq!(hall.attempt(correct(number, None)), Err(Refusal::Gone), "{number}");
    }
    hall.act(correct(3, None));
    let other = typed(&hall, &round, "1");
    hall.act(correct(1, Some(other)));
    let entered = &hall.congress().pass(&pass).unwrap().ballots;
    let ballots: Vec<CountedBallot> = entered.iter().map(|entered| entered.ballot).collect();
    assert_eq!(ballots, [other, typed(&hall, &round, "3")]);
    let votes: Vec<u32> =
        hall.congress().pass(&pass).unwrap().of_ballots().rows.iter().map(|row| row.votes).collect();
    assert_eq!(votes, [1, 2, 1, 2]);
}

#[test]
fn doubtful_ballots_are_concluded_and_it_is_told_whether_that_matters() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let pass = begin(&mut hall, &round, "Đinh Thị Lan");
    // Fifteen for the first three; of the two doubtful ballots none can change that.
    for text in ["4"; 15].into_iter().chain(["4 n2", "1 n1"]) {
        let ballot = typed(&hall, &round, text);
        hall.act(DeskChange::Ballot { pass: pass.clone(), ballot }.into());
    }
    hall.act(DeskChange::PassEnded { pass: pass.clone(), at: AT }.into());
    let close = Change::from(DeskChange::CountClosed { round: round.clone(), at: AT });
    assert_eq!(hall.attempt(close.clone()), Err(Refusal::Unsettled(2)));
    let congress = hall.congress();
    let sheet = congress.round(&round).unwrap();
    let review = sheet.desk.review(&sheet.form().unwrap(), congress.ballot_rules().unwrap()).unwrap();
    assert_eq!(congress.doubts_matter(sheet, &review), Some(false));
    assert_eq!(review.doubtful.iter().map(|doubtful| doubtful.place).collect::<Vec<_>>(), [15, 16]);
    for (doubtful, conclusion) in review.doubtful.iter().zip([Conclusion::Valid, Conclusion::Invalid]) {
        let ballot = CountedBallot { concluded: Some(conclusion), ..doubtful.ballot };
        let settled = Settled::Ballot(doubtful.place, Some(ballot));
        hall.act(
            DeskChange::Settled(Settlement { pass: pass.clone(), settled, by: BOARD[0].to_owned() }).into(),
        );
    }
    hall.act(close);
    let sheet = hall.congress().round(&round).unwrap();
    assert_eq!((sheet.valid, sheet.invalid), (Some(16), Some(1)));
}

#[test]
fn nothing_is_sealed_while_a_printed_ballot_is_unaccounted_for() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    enter_ballots(&mut hall, &round, "Đinh Thị Lan");
    hall.act(DeskChange::CountClosed { round: round.clone(), at: AT }.into());
    hall.answer(&round);
    let paper = |count, value| Change::from(DeskChange::Paper { round: round.clone(), count, value });
    let seal = Change::RoundSealed { round: round.clone(), at: AT };
    hall.act(paper(PaperCount::Printed, Some(20)));
    assert_eq!(hall.attempt(seal.clone()), Err(Refusal::PaperIncomplete));
    hall.act(paper(PaperCount::Exchanged, Some(1)));
    hall.act(paper(PaperCount::Unused, Some(1)));
    assert_eq!(hall.attempt(seal.clone()), Err(Refusal::PaperDiffers(-1)));
    hall.act(paper(PaperCount::Unused, Some(3)));
    assert_eq!(hall.attempt(seal.clone()), Err(Refusal::PaperDiffers(1)));
    hall.act(paper(PaperCount::Unused, Some(2)));
    hall.act(seal);
}

#[test]
fn a_sealed_round_is_opened_again_by_name_and_with_a_reason() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    enter_ballots(&mut hall, &round, "Đinh Thị Lan");
    let reopen = |by: &str, reason: &str| {
        let (by, reason) = (by.to_owned(), reason.to_owned());
        Change::from(DeskChange::RoundReopened { round: round.clone(), at: AT, by, reason })
    };
    assert_eq!(hall.attempt(reopen("An", "vì")), Err(Refusal::NotClosed));
    close_and_seal(&mut hall, &round);
    let again = Change::from(DeskChange::PassBegun { round: round.clone(), counter: "Khác".to_owned() });
    assert_eq!(hall.attempt(again.clone()), Err(Refusal::Sealed));
    assert_eq!(hall.attempt(reopen("", "vì")), Err(Refusal::EmptyText));
    assert_eq!(hall.attempt(reopen("An", " ")), Err(Refusal::EmptyText));
    hall.act(reopen(BOARD[0], "Tìm thấy một phiếu dính"));
    let sheet = hall.congress().round(&round).unwrap();
    assert!(sheet.is_open() && !sheet.has_figures());
    assert_eq!(sheet.desk.reopenings[0].by, BOARD[0]);
    // Nothing is lost: the passes are there, and closing gives the same figures.
    close_and_seal(&mut hall, &round);
    assert_eq!(hall.congress().round(&round).unwrap().valid, Some(15));
    // Once the next round stands upon it, it stays as it is.
    let proposal = hall.proposal(Office::Secretary, 1, &LIST[..1]);
    hall.open(&proposal);
    assert_eq!(hall.attempt(reopen("An", "vì")), Err(Refusal::LaterRound));
}

#[test]
fn totals_and_the_desk_do_not_mix() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let valid = |value| Change::Ballots { round: round.clone(), count: BallotCount::Valid, value };
    let begun = Change::from(DeskChange::PassBegun { round: round.clone(), counter: "An".to_owned() });
    hall.act(valid(Some(3)));
    assert_eq!(hall.attempt(begun.clone()), Err(Refusal::SheetInUse));
    hall.act(valid(None));
    hall.act(begun);
    assert_eq!(hall.attempt(valid(Some(3))), Err(Refusal::DeskInUse));
    let votes = Change::Votes { round: round.clone(), row: 0, column: VoteColumn::For, value: Some(1) };
    assert_eq!(hall.attempt(votes), Err(Refusal::DeskInUse));
}

#[test]
fn the_hall_sees_a_result_only_once_it_is_sealed() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let shows = |shows| Change::from(DeskChange::HallShows { round: round.clone(), shows });
    assert_eq!(hall.congress().hall, None);
    assert_eq!(hall.attempt(shows(Release::Result)), Err(Refusal::NotClosed));
    hall.act(shows(Release::Progress));
    enter_ballots(&mut hall, &round, "Đinh Thị Lan");
    close_and_seal(&mut hall, &round);
    assert_eq!(hall.congress().hall.as_ref().unwrap().shows, Release::Progress);
    hall.act(shows(Release::Result));
    assert_eq!(hall.congress().hall.as_ref().unwrap().shows, Release::Result);
}

#[test]
fn a_pass_that_was_ended_too_early_goes_on_and_what_was_settled_is_asked_again() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let first = enter_ballots(&mut hall, &round, "Đinh Thị Lan");
    let second = begin(&mut hall, &round, "Hoàng Văn Sử");
    let resume = |pass: &PassId| Change::from(DeskChange::PassResumed(pass.clone()));
    assert_eq!(hall.attempt(resume(&first)), Err(Refusal::PassRunning("Hoàng Văn Sử".to_owned())));
    for text in &PAPER[..16] {
        let ballot = typed(&hall, &round, text);
        hall.act(DeskChange::Ballot { pass: second.clone(), ballot }.into());
    }
    hall.act(DeskChange::PassEnded { pass: second.clone(), at: AT }.into());
    let missing = Settled::Ballot(16, Some(typed(&hall, &round, PAPER[16])));
    let by = BOARD[0].to_owned();
    hall.act(DeskChange::Settled(Settlement { pass: second.clone(), settled: missing, by }).into());
    hall.act(resume(&second));
    let ballot = typed(&hall, &round, PAPER[16]);
    hall.act(DeskChange::Ballot { pass: second.clone(), ballot }.into());
    hall.act(DeskChange::PassEnded { pass: second.clone(), at: AT }.into());
    assert_eq!(hall.congress().round(&round).unwrap().desk.settlements, []);
    hall.act(DeskChange::CountClosed { round: round.clone(), at: AT }.into());
    assert_eq!(hall.attempt(resume(&second)), Err(Refusal::CountClosed));
    assert_eq!(hall.congress().round(&round).unwrap().valid, Some(15));
}
