//! The agenda and its clock: every sentence in both languages, and a few as they should read.

use crate::{EN, VI, check};
use so_tay_dai_hoi::congress::agenda::template::{ItemKind, SessionPart, VoteForm};
use so_tay_dai_hoi::congress::agenda::{Sitting, TurnKind};

#[test]
fn items_votes_sittings_and_turns() {
    for kind in ItemKind::ALL {
        check(|words| words.item_kind(kind).to_owned());
    }
    for vote in VoteForm::ALL {
        check(|words| words.vote_form(vote).to_owned());
    }
    for part in [SessionPart::Preparatory, SessionPart::Official] {
        check(|words| words.sitting(&Sitting::Part(part)));
    }
    for kind in TurnKind::ALL {
        check(|words| words.turn(kind).to_owned());
        check(|words| words.turn_of(kind, 7));
    }
    for items in [1, 45] {
        check(|words| words.items(items));
        check(|words| words.turns(u32::try_from(items).unwrap()));
    }
    assert_eq!(VI.turn_of(TurnKind::Paper, 7), "Tham luận 7 phút");
    assert_eq!(EN.turn_of(TurnKind::Second, 1), "Second remark, 1 minute");
}

#[test]
fn what_the_console_says() {
    check(|words| words.then_speaks(None, "An"));
    check(|words| words.then_speaks(Some("Binh"), "An"));
    check(|words| words.call("Tran Thi An"));
    check(|words| words.point_of("An"));
    check(|words| words.count_until("13:30"));
    check(|words| words.on_the_screen("An"));
    check(|words| words.back_at("09:35"));
    for seconds in [30, 60, 90, 120] {
        check(|words| words.seconds_ago(seconds));
    }
    for left in [None, Some(4), Some(-4)] {
        for granted in [40, 42] {
            check(|words| words.used(12, 40, granted, left));
        }
    }
    for minutes in [1, 9] {
        check(|words| words.counting_left(minutes));
        check(|words| words.not_begun(minutes));
        check(|words| words.long_pause(minutes));
    }
    for short in [true, false] {
        check(|words| words.make_up(8, "11:20", short));
    }
    check(|words| words.papers_shorter(2, 6));
    check(|words| words.item_shorter("An", 7));
    for by in [1_200_000, -1_800_000] {
        check(|words| words.clock_step(by, "09:00"));
        for passed in [true, false] {
            check(|words| words.step_on_paper(by, passed, "09:00"));
        }
    }
    check(|words| words.unsure_of_holidays("An", "26/5"));
    for guessed in [0, 3] {
        check(|words| words.pasted_items(1, guessed, "An", "Binh"));
    }
    assert_eq!(VI.then_speaks(Some("Nghĩa"), "Hường"), "Khi Nghĩa dứt lời, mời **Hường**.");
    assert_eq!(VI.call("Lê Thị Thanh Hường"), "Mời Hường");
    assert_eq!(VI.seconds_ago(90), "1 phút 30 giây trước");
    assert_eq!(VI.used(12, 40, 42, None), "Đã qua 12 phút, định 40 phút, nay 42");
    assert_eq!(VI.make_up(8, "11:20", false), "Lấy lại 8 phút để kết thúc lúc 11:20?");
    assert_eq!(so_tay_dai_hoi::words::Words::minute_of_day(1_860), "07:00 (+1)");
}
