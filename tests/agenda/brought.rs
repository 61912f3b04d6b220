//! Agendas that people bring along: tables of a spreadsheet or of Word, and plain texts.

use crate::clock::Run;
use so_tay_dai_hoi::congress::Refusal;
use so_tay_dai_hoi::congress::agenda::layout::{PlanRow, kind_of, lay_out};
use so_tay_dai_hoi::congress::agenda::paste::read;
use so_tay_dai_hoi::congress::agenda::template::ItemKind;
use so_tay_dai_hoi::congress::agenda::{AgendaChange, PlannedItem, Sitting};

type Seen<'a> = (&'a str, &'a str, Option<u16>, Option<u16>, Option<u16>);

fn seen(rows: &[PlanRow]) -> Vec<Seen<'_>> {
    rows.iter().map(|row| (&*row.title, &*row.presenter, row.start, row.end, row.minutes)).collect()
}

#[test]
fn a_table_of_a_spreadsheet() {
    let text = "STT\tThời gian\tNội dung\tNgười thực hiện\tSố phút\n\
        1\t7h30\tChào cờ\tBan tổ chức\t5\n\
        2\t07:35\tTuyên bố lý do, giới thiệu đại biểu\tĐoàn chủ tịch\t10 phút\n\
        \n\
        3\t7.45\tBáo cáo chính trị\t\t20'\n";
    assert_eq!(
        seen(&read(text)),
        [
            ("Chào cờ", "Ban tổ chức", Some(450), None, Some(5)),
            ("Tuyên bố lý do, giới thiệu đại biểu", "Đoàn chủ tịch", Some(455), None, Some(10)),
            ("Báo cáo chính trị", "", Some(465), None, Some(20)),
        ]
    );
}

#[test]
fn a_table_of_word_with_ranges_and_sittings() {
    let text = "Thời gian\tNội dung\tPhụ trách\n\
        PHIÊN TRÙ BỊ\t\t\n\
        7g00 – 7g15\tĐón tiếp, điểm danh\tTổ phục vụ\n\
        7h15-7h45\tBầu đoàn chủ tịch\tCấp ủy\n\
        PHIÊN CHÍNH THỨC\t\t\n\
        13h30 - 14h00\tBáo cáo kiểm điểm\tĐoàn chủ tịch\n";
    let rows = read(text);
    assert_eq!(
        seen(&rows),
        [
            ("Đón tiếp, điểm danh", "Tổ phục vụ", Some(420), Some(435), None),
            ("Bầu đoàn chủ tịch", "Cấp ủy", Some(435), Some(465), None),
            ("Báo cáo kiểm điểm", "Đoàn chủ tịch", Some(810), Some(840), None),
        ]
    );
    let sittings: Vec<_> = rows.iter().map(|row| row.sitting.as_deref().unwrap()).collect();
    assert_eq!(sittings, ["PHIÊN TRÙ BỊ", "PHIÊN TRÙ BỊ", "PHIÊN CHÍNH THỨC"]);
    let laid = lay_out(&rows, 10);
    let minutes: Vec<_> = laid.items.iter().map(|item| (item.minutes, item.not_before)).collect();
    assert_eq!((laid.start, minutes), (420, vec![(15, None), (30, None), (30, Some(810))]));
    assert!(laid.guessed.is_empty());
    assert_eq!(laid.items[0].sitting, Some(Sitting::Named("PHIÊN TRÙ BỊ".to_owned())));
}

#[test]
fn other_orders_and_plain_texts() {
    // The minutes in front, start and end apart, and no heading.
    let text = "5\tChào cờ\t7:30\t7:35\n15\tBáo cáo\t7:35\t7:50\n15\tThảo luận\t7:50\t8:05\n";
    assert_eq!(
        seen(&read(text))[1],
        ("Báo cáo", "", Some(455), Some(470), Some(15)),
        "a number that does not count the rows is a time"
    );
    let text = "7h30: Chào cờ\n7h35 - 7h50: Báo cáo tình hình (15 phút)\nThảo luận (40')\nBế mạc\n";
    assert_eq!(
        seen(&read(text)),
        [
            ("Chào cờ", "", Some(450), None, None),
            ("Báo cáo tình hình", "", Some(455), Some(470), Some(15)),
            ("Thảo luận", "", None, None, Some(40)),
            ("Bế mạc", "", None, None, None),
        ]
    );
    let laid = lay_out(&read(text), 10);
    let minutes: Vec<_> = laid.items.iter().map(|item| item.minutes).collect();
    assert_eq!((minutes, laid.guessed), (vec![5, 15, 40, 10], vec![3]));
    let titles = read("Chào cờ\nBáo cáo\n");
    assert_eq!(titles.len(), 2);
    for nothing in ["", "\n\n", "\t\t\n", "7h30\t\n"] {
        assert!(read(nothing).is_empty(), "{nothing:?}");
    }
}

#[test]
fn days_and_gaps() {
    let row = |title: &str, start, minutes| PlanRow {
        title: title.to_owned(),
        start: Some(start),
        minutes,
        ..PlanRow::default()
    };
    let rows = [
        row("a", 840, Some(30)),
        row("b", 870, None),
        row("c", 930, Some(60)),
        row("d", 420, None),
        row("e", 430, None),
    ];
    let laid = lay_out(&rows, 0);
    let laid: Vec<_> = laid.items.iter().map(|item| (item.minutes, item.not_before)).collect();
    // From three o'clock to seven on the next day there is no length to be seen.
    assert_eq!(laid, [(30, None), (60, None), (60, None), (10, Some(1_860)), (0, None)]);
    // An item that is longer than until the next start moves what follows.
    let laid = lay_out(&[row("a", 450, Some(30)), row("b", 460, Some(5))], 0);
    assert_eq!(laid.items[1].not_before, None);
}

#[test]
fn kinds_are_seen_from_titles() {
    for (title, kind) in [
        ("Chào cờ (Quốc ca, Quốc tế ca)", ItemKind::Ceremony),
        ("BÁO CÁO KIỂM ĐIỂM", ItemKind::Report),
        ("Thảo luận tại 3 diễn đàn (song song kiểm phiếu)", ItemKind::Discussion),
        ("Bầu chi ủy: thảo luận, ứng cử, đề cử tại hội trường", ItemKind::Election),
        ("Bầu đoàn chủ tịch (chủ tịch), thư ký", ItemKind::OpenVote),
        ("Công bố kết quả bầu ban chấp hành", ItemKind::Election),
        ("Giải lao, chụp ảnh", ItemKind::Break),
        ("Thông qua nghị quyết", ItemKind::OpenVote),
        ("Tập duyệt nghi lễ", ItemKind::Other),
        ("Adopt the resolution", ItemKind::OpenVote),
    ] {
        assert_eq!(kind_of(title), kind, "{title}");
    }
}

#[test]
fn bringing_an_agenda() {
    let mut run = Run::cell();
    let items = lay_out(&read("7h00\tChào cờ\n7h10\tBáo cáo\n"), 10).items;
    run.begin("political", crate::clock::at("08:00"));
    let change = AgendaChange::Brought { items: items.clone(), start: Some(420) };
    run.act(change.into());
    let left: Vec<_> = run.agenda().items.iter().map(|item| item.minutes).collect();
    assert_eq!(left, [20, 10, 10], "what has run stays");
    assert_eq!(run.agenda().start_minute, 430, "a congress that began keeps its start");
    let mut run = Run::cell();
    run.act(AgendaChange::Brought { items: items.clone(), start: Some(420) }.into());
    assert_eq!((run.agenda().items.len(), run.agenda().start_minute), (2, 420));
    run.act(AgendaChange::Brought { items, start: None }.into());
    assert_eq!(run.agenda().items.len(), 4);
    run.act(AgendaChange::Laid("party/1:grassroots_one_day".to_owned()).into());
    assert_eq!(run.agenda().items.len(), 27);

    let item = |title: &str, minutes, not_before| PlannedItem {
        title: title.to_owned(),
        presenter: String::new(),
        minutes,
        not_before,
        kind: ItemKind::Other,
        sitting: None,
        script: None,
    };
    for (items, refusal) in [
        (vec![], Refusal::EmptyText),
        (vec![item("", 5, None)], Refusal::EmptyText),
        (vec![item("a", 601, None)], Refusal::TooManyMinutes),
        (vec![item("a", 6, Some(14_400))], Refusal::TooLarge),
        (vec![item("a", 6, None); 980], Refusal::TooLarge),
    ] {
        let change = AgendaChange::Brought { items, start: None };
        assert_eq!(run.congress.admit(&change.into()), Err(refusal));
    }
    assert_eq!(run.congress.admit(&AgendaChange::Start(14_400).into()), Err(Refusal::TooLarge));
    assert_eq!(run.congress.admit(&AgendaChange::Laid("party/9:x".to_owned()).into()), Err(Refusal::Gone));
    run.begin("pre", crate::clock::at("06:30"));
    let laid = AgendaChange::Laid("party/1:grassroots_one_day".to_owned());
    assert_eq!(run.congress.admit(&laid.into()), Err(Refusal::ItemHasRun));
}
