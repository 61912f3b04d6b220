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
    assert_eq!(VI.turn_of(TurnKind::Paper, 7), "Tham luận, 7 phút");
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
    for (granted, over) in [(40, false), (42, false), (40, true), (42, true)] {
        check(|words| words.used(2_544_000, 40, granted, over));
    }
    for left in [240_000, 59_000, -4_000] {
        check(|words| words.item_left(left));
    }
    check(|words| words.not_yet_begin(1));
    check(|words| words.not_yet_begin(5));
    check(|words| words.ends_too_late("11:30"));
    check(|words| words.hall_begins("07:30", None));
    check(|words| words.hall_begins("07:30", Some("26/5")));
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
    assert_eq!(VI.then_speaks(Some("Nghĩa"), "Hường"), "Khi đồng chí Nghĩa dứt lời, mời **đồng chí Hường**.");
    assert_eq!(VI.then_speaks(None, "Đồng chí Hường"), "Mời **Đồng chí Hường** phát biểu.");
    assert_eq!(VI.call("Lê Thị Thanh Hường"), "Mời đồng chí Hường");
    assert_eq!(VI.seconds_ago(90), "1 phút 30 giây trước");
    assert_eq!(VI.used(779_000, 40, 42, false), "Đã qua 12 phút, định 40 phút, nay 42");
    assert_eq!(VI.used(124_000, 2, 2, true), "Đã qua 02:04, định 2 phút");
    assert_eq!(VI.item_left(240_000), "Cả mục còn 4 phút");
    assert_eq!(VI.item_left(30_000), "Cả mục còn 00:30");
    assert_eq!(VI.item_left(-4_000), "Cả mục quá giờ 00:04");
    assert_eq!(VI.make_up(8, "11:20", false), "Lấy lại 8 phút để kết thúc lúc 11:20?");
    assert_eq!(so_tay_dai_hoi::words::Words::minute_of_day(1_860), "07:00 (+1)");
}
