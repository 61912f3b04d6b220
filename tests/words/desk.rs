//! One of everything that words must say of the tally desk, and that all of it is said.

use crate::{EN, VI, check, check_complete};
use so_tay_dai_hoi::congress::election::ballots::{
    BallotForm, Bundle, BundleFault, Cell, CountedBallot, Counts, Names, Reading,
};
use so_tay_dai_hoi::congress::election::desk::entry::Slip;
use so_tay_dai_hoi::congress::election::desk::{
    Brought, BundleCell, FigureCell, PaperCount, Settled, Settlement, SheetCell,
};
use so_tay_dai_hoi::congress::election::rules::BallotCase;
use so_tay_dai_hoi::congress::election::sheet::VoteColumn;
use so_tay_dai_hoi::congress::election::{Method, Office, RoundKind, RuleProfile, RulesId, Verdict};
use so_tay_dai_hoi::congress::hall::Release;
use so_tay_dai_hoi::congress::id::{PassId, RoundId};
use so_tay_dai_hoi::congress::{Change, DeskChange, Moment, Refusal};

const AT: Moment = Moment(0);
const COLUMNS: [VoteColumn; 3] = [VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked];
const RELEASES: [Release; 4] = [Release::Nothing, Release::Progress, Release::Squares, Release::Result];

fn cells() -> Vec<FigureCell> {
    let bundle = |cell| FigureCell::Bundle { label: "2".to_owned(), kept: 2, cell };
    vec![
        FigureCell::Sheet(SheetCell::Valid),
        FigureCell::Sheet(SheetCell::Invalid),
        FigureCell::Sheet(SheetCell::Votes(0, VoteColumn::For)),
        FigureCell::Sheet(SheetCell::Votes(0, VoteColumn::Against)),
        bundle(BundleCell::Ballots),
        bundle(BundleCell::Votes(0)),
        bundle(BundleCell::Against(0)),
    ]
}

/// Every change at the desk.
pub fn changes() -> Vec<Change> {
    let (round, pass) = (RoundId::from("round"), PassId::from("pass"));
    let ballot = CountedBallot::plain(form(Method::StrikeOut).all_but(Names::NONE));
    let bundle = Bundle {
        label: "2".to_owned(),
        kept: 2,
        ballots: 1,
        counts: Counts::Votes(vec![1, 1, 0]),
        unmarked: Vec::new(),
    };
    let (by, reason) = ("An".to_owned(), "An".to_owned());
    let settled = |settled| {
        DeskChange::Settled(Settlement { pass: PassId::from("pass"), settled, by: "An".to_owned() })
    };
    let work = Brought {
        origin: pass.clone(),
        counter: "An".to_owned(),
        begun: AT,
        ended: AT,
        ballots: vec![ballot],
        bundles: Vec::new(),
        sheet: Vec::new(),
    };
    let mut changes = vec![
        DeskChange::PassBegun { round: round.clone(), counter: "An".to_owned() },
        DeskChange::Ballot { pass: pass.clone(), ballot },
        DeskChange::BallotCorrected { pass: pass.clone(), number: 3, ballot: Some(ballot) },
        DeskChange::BallotCorrected { pass: pass.clone(), number: 3, ballot: None },
        DeskChange::Bundle { pass: pass.clone(), bundle },
        DeskChange::BundleRemoved { pass: pass.clone(), label: "2".to_owned() },
        DeskChange::Tallied { pass: pass.clone(), cell: SheetCell::Valid, value: 3 },
        DeskChange::PassEnded { pass: pass.clone(), at: AT },
        DeskChange::PassResumed(pass.clone()),
        DeskChange::PassBrought { round: round.clone(), into: None, work: Box::new(work) },
        settled(Settled::Ballot(2, None)),
        settled(Settled::Figure(FigureCell::Sheet(SheetCell::Valid), 3)),
        DeskChange::CountClosed { round: round.clone(), at: AT },
        DeskChange::RoundReopened { round: round.clone(), at: AT, by, reason },
    ];
    for count in PaperCount::ALL {
        changes.push(DeskChange::Paper { round: round.clone(), count, value: Some(9) });
    }
    for column in COLUMNS {
        changes.push(DeskChange::Hands { round: round.clone(), block: 0, column, value: Some(9) });
    }
    changes.push(DeskChange::AllFor(round.clone()));
    changes.extend(RELEASES.map(|shows| DeskChange::HallShows { round: round.clone(), shows }));
    changes.into_iter().map(Change::Desk).collect()
}

/// Every refusal at the desk.
pub fn refusals() -> Vec<Refusal> {
    let name = || "An".to_owned();
    vec![
        Refusal::SheetInUse,
        Refusal::DeskInUse,
        Refusal::PassRunning(name()),
        Refusal::PassEnded,
        Refusal::SameCounter(name()),
        Refusal::NoSuchBallot,
        Refusal::TooManyBallots,
        Refusal::BundleFault("2".to_owned()),
        Refusal::NothingEntered,
        Refusal::Unsettled(1),
        Refusal::Unsettled(2),
        Refusal::CountClosed,
        Refusal::PaperIncomplete,
        Refusal::PaperDiffers(1),
        Refusal::PaperDiffers(-2),
        Refusal::NoBoard,
        Refusal::NotClosed,
        Refusal::LaterRound,
        Refusal::BundleTwice("2".to_owned()),
        Refusal::CountedElsewhere,
        Refusal::NotThisDevice,
    ]
}

fn form(method: Method) -> BallotForm {
    BallotForm::new(method, 3, 2).unwrap()
}

#[test]
fn the_desk_is_said_in_both_languages() {
    let desk: Vec<DeskChange> = changes()
        .into_iter()
        .filter_map(|change| match change {
            Change::Desk(change) => Some(change),
            _ => None,
        })
        .collect();
    check_complete("src/congress/counting/change.rs", "DeskChange", &desk);
    let rules = &RuleProfile::by_id(RulesId::Party190).unwrap().ballots;
    for case in BallotCase::ALL {
        check(|words| words.ballot_case(case).to_owned());
        for method in [Method::StrikeOut, Method::AgreeDisagree] {
            for struck in [Names::NONE, Names::first(1)] {
                let ballot = CountedBallot::plain(form(method).all_but(struck));
                for reading in [Reading::Valid, Reading::Invalid(case), Reading::Open(case)] {
                    check(|words| words.read_back(&ballot, reading, &form(method), rules));
                }
            }
        }
    }
    let slips = [
        Slip::NoSuchName(9),
        Slip::Backwards(9, 7),
        Slip::Reason { doubtful: false, reasons: 3 },
        Slip::Reason { doubtful: true, reasons: 2 },
        Slip::NoBoxes,
        Slip::Unknown("x".to_owned()),
    ];
    check_complete("src/congress/election/desk/entry.rs", "Slip", &slips);
    for slip in &slips {
        check(|words| words.slip(slip, 6));
    }
    let faults = [
        BundleFault::LabelTwice { bundle: 0 },
        BundleFault::Kept { bundle: 0, least: 1, most: 3 },
        BundleFault::Length { bundle: 0, names: 3 },
        BundleFault::TooLarge { bundle: 0, cell: Cell::Ballots },
        BundleFault::ExceedsBallots { bundle: 0, cell: Cell::Name(0), found: 3, ballots: 2 },
        BundleFault::Side { bundle: 0 },
        BundleFault::Sum { bundle: 0, expected: 4, found: 3 },
    ];
    check_complete("src/congress/election/ballots/bundle.rs", "BundleFault", &faults);
    for fault in &faults {
        check(|words| words.bundle_fault(fault));
    }
    for cell in cells() {
        for method in [Method::StrikeOut, Method::AgreeDisagree] {
            check(|words| words.figure_cell(&cell, &["An".to_owned()], method));
        }
    }
}

#[test]
fn sentences_of_the_desk() {
    for (passes, differences, doubtful) in [(1, 0, 0), (2, 0, 0), (2, 0, 1), (1, 0, 3), (2, 1, 0), (3, 4, 1)]
    {
        check(|words| words.review_sentence(passes, differences, doubtful));
        check(|words| words.unsettled(differences, doubtful));
    }
    assert_eq!(
        VI.review_sentence(2, 1, 1),
        "Còn **1 chỗ khác nhau** và **1 phiếu nghi vấn** chưa quyết theo tờ phiếu.",
        "each kind is told by itself"
    );
    assert_eq!(VI.unsettled(2, 0), "Còn **2 chỗ khác nhau** chưa quyết theo tờ phiếu");
    for number in 1..5 {
        check(|words| words.pass_ordinal(number));
        check(|words| words.ballot_number(number));
    }
    for method in [Method::StrikeOut, Method::AgreeDisagree] {
        check(|words| words.next_ballot(12, method));
    }
    for flag in [false, true] {
        check(|words| words.next_figures(flag).to_owned());
        check(|words| words.begin_sentence(usize::from(flag)).to_owned());
    }
    for collected in [None, Some(15)] {
        check(|words| words.entered_of(11, collected));
    }
    for (entered, collected) in [(11, 15), (15, 15), (16, 15)] {
        check(|words| words.entered_said(entered, collected));
        check(|words| words.returned_said(collected, entered));
    }
    for printed in [17, 18] {
        check(|words| words.paper_said(15, 1, 1, printed));
    }
    for left in [1, 3] {
        check(|words| words.paper_left(left));
    }
    check(|words| words.all_there(4));
    check(|words| words.nothing_recorded(4));
    for strikes in [false, true] {
        check(|words| words.key_two(strikes, 1, 3));
        check(|words| words.key_range(strikes, 2, 4));
    }
    check(|words| words.key_blank(1));
}

#[test]
fn sentences_of_votes_and_of_the_hall() {
    for release in RELEASES {
        check(|words| words.release(release).to_owned());
    }
    for term in ["", "2022–2025"] {
        check(|words| words.ballot_caption(Office::Committee, true, term));
    }
    for column in COLUMNS {
        check(|words| words.hands(column).to_owned());
    }
    for (counted, present) in [(16, 17), (17, 17), (18, 17)] {
        check(|words| words.hands_said(counted, present));
    }
    check(|words| words.count_hands(17));
    for adopted in [false, true] {
        check(|words| words.open_vote_sentence(adopted, 16, 17));
    }
    for verdict in [Verdict::Elected, Verdict::NotElected] {
        check(|words| words.verdict_on(verdict, Office::OpenVote).to_owned());
        check(|words| words.verdict_on(verdict, Office::Committee).to_owned());
    }
    check(|words| words.wipe_question("An"));
    for (entered, collected) in [(Some(1), Some(2)), (Some(1), None), (None, Some(2))] {
        check(|words| words.hall_progress(entered, collected));
    }
    check(|words| words.round_title(Office::OpenVote, true, 1, RoundKind::Ordinary));
    check(|words| words.resume_pass("An"));
    check(|words| words.all_entered(15));
    check(|words| words.reopened("10:14", "An", "Hai"));
    let bundle = Bundle {
        label: "2".to_owned(),
        kept: 2,
        ballots: 13,
        counts: Counts::Votes(vec![13, 13, 0]),
        unmarked: Vec::new(),
    };
    assert_eq!(VI.bundle_agrees(&bundle, 3), "Khớp: 13 × 2 = 26");
    assert_eq!(EN.bundle_agrees(&bundle, 3), "Agrees: 13 × 2 = 26");
}

#[test]
fn a_ballot_is_read_back_as_the_hall_speaks() {
    let rules = &RuleProfile::by_id(RulesId::Party190).unwrap().ballots;
    let form = BallotForm::new(Method::StrikeOut, 15, 11).unwrap();
    let said = |text: &str| {
        let ballot = so_tay_dai_hoi::congress::election::desk::entry::read(text, &form, rules).unwrap();
        VI.read_back(&ballot, form.read(rules, &ballot), &form, rules)
    };
    assert_eq!(said("3 7-9"), "gạch 3, 7, 8, 9 – bầu 11 người");
    assert_eq!(said("3"), "gạch 3 – còn 14 tên, nhiều hơn 11: không hợp lệ");
    assert_eq!(said("*"), "gạch 1-15 – không hợp lệ: không bầu ai");
    assert_eq!(said("3 7-9 n2"), "gạch 3, 7, 8, 9 – nghi vấn: gạch không rõ");
}
