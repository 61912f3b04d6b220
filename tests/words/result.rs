//! What a result is called: where figures contradict each other, where more than half is not enough, and in the hall.

use crate::all::findings;
use crate::{VI, check, secretary};
use so_tay_dai_hoi::congress::election::{Candidate, Finding, Method, NextStep, Office, RoundKind, Verdict};

#[test]
fn what_does_not_agree_is_named_and_nobody_is_said_to_be_elected() {
    for finding in findings() {
        check(|words| words.finding_at(&finding, Method::ShowOfHands));
        for (number, step) in [(1, NextStep::Recount), (2, NextStep::Recount), (1, NextStep::VoidAndRevote)] {
            check(|words| words.not_agreeing_sentence(&words.finding(&finding), number, Some(step)));
        }
    }
    let twice = Finding::IssuedExceedsPresent { issued: 18, present: 17 };
    assert!(!VI.finding_at(&twice, Method::ShowOfHands).contains("phiếu"), "hands are no ballots");
    let sentence = VI.not_agreeing_sentence("An có 18 phiếu.", 2, Some(NextStep::Recount));
    assert_eq!(sentence, "**Số liệu chưa khớp** ở 2 chỗ. An có 18 phiếu.", "who is elected is not known");
}

#[test]
fn more_than_half_is_not_called_elected() {
    for verdict in [Verdict::Tied, Verdict::OverHalfNotRanked] {
        check(|words| words.not_among(verdict, Office::Committee, 3, 4).unwrap());
    }
    for verdict in [Verdict::Elected, Verdict::NotElected, Verdict::Undecided] {
        assert_eq!(VI.not_among(verdict, Office::Committee, 3, 4), None, "the inequality decides");
    }
    // Three of four; the fourth is over half and has nothing to spare.
    let mut round = secretary(9, 17, RoundKind::Ordinary);
    (round.office, round.seats, round.method) = (Office::Committee, 3, Method::StrikeOut);
    let votes = [("An", 15), ("Bình", 13), ("Chi", 11), ("Dũng", 9)];
    round.candidates = votes.map(|(name, votes)| Candidate::struck(name, votes)).to_vec();
    let proof = round.check().unwrap().proof();
    assert_eq!(VI.inequality_said(&proof.rows[3], &proof), "9 phiếu > 17/2; cần 9: quá một nửa.");
    check(|words| words.inequality_said(&proof.rows[3], &proof));
    let fourth = VI.not_among(Verdict::OverHalfNotRanked, Office::Committee, 3, 4);
    assert_eq!(fourth.as_deref(), Some("**Không trúng cử**: chỉ bầu 3 người, đứng thứ 4."));
    assert_eq!(VI.verdict(Verdict::OverHalfNotRanked), "Quá nửa, không trúng cử");
    // Among delegates they may still become alternates.
    let delegate = VI.not_among(Verdict::OverHalfNotRanked, Office::Delegates, 3, 4);
    assert_eq!(delegate.as_deref(), Some("**Quá nửa, ngoài số lượng**: chỉ bầu 3 người, đứng thứ 4."));
    assert_eq!(VI.verdict_on(Verdict::OverHalfNotRanked, Office::Delegates), "Quá nửa, ngoài số lượng");
}

#[test]
fn the_hall_is_told_whether_the_number_is_full() {
    let mut round = secretary(14, 17, RoundKind::Ordinary);
    for (office, number, seats, elected, title) in [
        (Office::Committee, 1, 3, 3, "Kết quả bầu chi ủy: đủ 3 người trúng cử"),
        (Office::Committee, 2, 3, 2, "Kết quả bầu chi ủy, lần 2: 2/3 người trúng cử"),
        (Office::Secretary, 1, 1, 0, "Kết quả bầu bí thư: chưa ai trúng cử"),
        (Office::Delegates, 1, 2, 2, "Kết quả bầu đại biểu: đủ 2 người trúng cử"),
    ] {
        (round.office, round.round, round.seats) = (office, number, seats);
        assert_eq!(VI.hall_result_title(&round, elected), title);
        check(|words| words.hall_result_title(&round, elected));
    }
}
