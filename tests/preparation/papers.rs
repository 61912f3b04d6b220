//! Papers and files of the preparation: the wall, the calendar, the superior's line, the decoration, the lessons.

use crate::hall::Hall;
use crate::{date, prepare};
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::id::TaskId;
use so_tay_dai_hoi::congress::preparation::lesson::{Area, NewLesson};
use so_tay_dai_hoi::congress::preparation::{FactSet, PreparationChange, Witnessed};
use so_tay_dai_hoi::congress::{Change, Detail, Moment};
use so_tay_dai_hoi::documents::{
    Block, Missing, calendar, decoration, is_of_another_year, lessons, plan, ratification, report_due,
    superior_line, timeline,
};
use so_tay_dai_hoi::words::{Language, Words};

const VI: Words = Words::in_language(Language::Vietnamese);

/// The lines of a calendar, folded ones put together again.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

#[test]
fn the_calendar_has_an_event_with_an_alarm_for_every_open_task() {
    let mut hall = crate::gated();
    hall.act(Change::Task { id: TaskId::from("P1_khoi_dong-01"), state: TaskState::Done });
    let id = TaskId::from("P1_khoi_dong-02");
    let title = "Kế hoạch; gửi, báo cáo \\ xong".to_owned();
    prepare(&mut hall, PreparationChange::TaskTitle { id, title });
    let facts = hall.congress().facts(Witnessed::default());
    let text = calendar(hall.congress(), "aaaaaaaa-0", facts, date("2022-03-01"), &VI);
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is longer than 75 octets");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    let lines = unfolded(&text);
    assert_eq!((lines[0].as_str(), lines[lines.len() - 2].as_str()), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let count = |line: &str| lines.iter().filter(|one| *one == line).count();
    let open =
        hall.congress().checklist.tasks().iter().filter(|task| !task.state(facts).is_settled()).count();
    for line in ["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "TRIGGER:-PT15H", "DTSTAMP:20220301T000000Z"] {
        assert_eq!(count(line), open + 1, "{line}");
    }
    let uids: std::collections::HashSet<&String> =
        lines.iter().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(uids.len(), open + 1);
    assert!(lines.contains(&"SUMMARY:Kế hoạch\\; gửi\\, báo cáo \\\\ xong".to_owned()));
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20220526".to_owned()));
    assert!(!text.contains("P1_khoi_dong-01\r\n"));
}

#[test]
fn the_wall_holds_every_task_once() {
    let mut hall = crate::gated();
    hall.act(Change::Task { id: TaskId::from("P1_khoi_dong-01"), state: TaskState::Done });
    let facts = hall.congress().facts(Witnessed::default());
    let paper = plan(hall.congress(), facts, date("2022-03-20"), &VI);
    let groups = paper.blocks.iter().find_map(|block| match block {
        Block::Wall(groups) => Some(groups),
        _ => None,
    });
    let tasks: Vec<_> = groups.unwrap().iter().flat_map(|group| &group.tasks).collect();
    assert_eq!((groups.unwrap().len(), tasks.len()), (7, hall.congress().checklist.tasks().len()));
    let settled =
        hall.congress().checklist.tasks().iter().filter(|task| task.state(facts).is_settled()).count();
    assert_eq!(tasks.iter().filter(|task| task.settled).count(), settled);
    assert_eq!((tasks[0].due.as_str(), tasks[0].settled), ("12/3", true));
}

#[test]
fn the_picture_goes_from_the_first_day_to_the_last() {
    let mut hall = crate::gated();
    hall.act(Change::Detail(Detail::Deadline(Some(date("2022-06-28")))));
    let facts = FactSet::NONE;
    let picture = timeline(hall.congress(), facts, date("2022-04-20"), &VI).unwrap();
    assert_eq!(picture.spans.len(), 7);
    assert_eq!(picture.spans.iter().map(|span| span.from).min(), Some(0));
    assert!(picture.spans.iter().all(|span| span.from < span.to && span.to <= 202 && span.done == 0));
    // 12 March to 28 June are 108 days; the congress is on the 75th, today is the 39th.
    let marks: Vec<_> = picture.marks.iter().map(|(place, name)| (*place, name.as_str())).collect();
    assert_eq!(marks, [(75 * 200 / 108, "đại hội"), (39 * 200 / 108, "hôm nay"), (200, "hạn cấp trên")]);
    assert!(picture.spans[0].late && !picture.spans[6].late);
    let before = timeline(hall.congress(), facts, date("2020-01-01"), &VI).unwrap();
    assert_eq!(before.marks.len(), 2);
}

#[test]
fn the_superior_reads_one_line() {
    let mut hall = crate::gated();
    let facts = hall.congress().facts(Witnessed::default());
    let line = superior_line(hall.congress(), facts, date("2022-03-20"), &VI);
    let all = hall.congress().checklist.tasks().len();
    let settled =
        hall.congress().checklist.tasks().iter().filter(|task| task.state(facts).is_settled()).count();
    let cells: Vec<&str> = line.split('\t').collect();
    assert_eq!(cells.len(), 6);
    assert_eq!(cells[..3], ["Chi bộ Kho bạc mẫu", "26/5/2022", "đang chuẩn bị"]);
    assert_eq!((cells[3], cells[5]), (format!("{settled}/{all}").as_str(), "6/6/2022"));
    assert_eq!(report_due(hall.congress()), Some(date("2022-06-06")));
    for document in ["political_report", "self_review", "resolution", "action_programme"] {
        let (state, on) =
            (so_tay_dai_hoi::congress::preparation::DocumentState::Approved, date("2022-05-01"));
        let change = PreparationChange::Document { id: document.into(), state, on, reason: String::new() };
        prepare(&mut hall, change);
    }
    let facts = hall.congress().facts(Witnessed::default());
    assert!(superior_line(hall.congress(), facts, date("2022-05-02"), &VI).contains("đã duyệt văn kiện"));
    assert_eq!(ratification(hall.congress()).unwrap().due, Some(date("2022-06-27")));
}

#[test]
fn the_backdrop_has_the_right_ordinal_and_term() {
    let mut hall = crate::gated();
    assert!(!is_of_another_year(&hall.congress().details));
    assert_eq!(
        decoration(hall.congress(), &VI).missing(&hall.congress().details),
        [Missing::Superior, Missing::Ordinal, Missing::Term, Missing::Place]
    );
    hall.act(Change::Detail(Detail::Ordinal("V".to_owned())));
    hall.act(Change::Detail(Detail::Term("2020–2022".to_owned())));
    assert!(is_of_another_year(&hall.congress().details));
    assert_eq!(
        decoration(hall.congress(), &VI).missing(&hall.congress().details),
        [Missing::Superior, Missing::Place]
    );
    hall.act(Change::Detail(Detail::Term("2022–2025".to_owned())));
    assert!(!is_of_another_year(&hall.congress().details));
    prepare(&mut hall, PreparationChange::Slogan { place: "right".to_owned(), text: "Đoàn kết".to_owned() });
    let paper = decoration(hall.congress(), &VI);
    let stage = paper.blocks.iter().find_map(|block| match block {
        Block::Stage(stage) => Some(stage),
        _ => None,
    });
    let stage = stage.unwrap();
    assert_eq!(stage.backdrop, ["CHI BỘ KHO BẠC MẪU", "ĐẠI HỘI LẦN THỨ V", "Nhiệm kỳ 2022–2025"]);
    assert_eq!(stage.right, "Đoàn kết");
    assert!(stage.top.contains("quang vinh"));
    // Seen from the floor: the flags and the bust on the left, the portraits on the right.
    let column = |name: &str| stage.pieces.iter().find(|(.., piece)| piece.contains(name)).unwrap().1;
    assert!(column("Cờ Đảng") < column("Cờ Tổ quốc") && column("Cờ Tổ quốc") < column("Mác"));
    hall.act(Change::Detail(Detail::Ordinal("lần thứ VI".to_owned())));
    let again = decoration(hall.congress(), &VI);
    assert!(
        again
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Stage(stage) if stage.backdrop[1] == "ĐẠI HỘI LẦN THỨ VI"))
    );
}

#[test]
fn lessons_come_with_the_time_that_was_lost() {
    let mut hall = Hall::founded(so_tay_dai_hoi::congress::CongressKind::CellCommittee, 1);
    let report = hall
        .congress()
        .agenda
        .items
        .iter()
        .find(|item| item.kind == so_tay_dai_hoi::congress::agenda::template::ItemKind::Report);
    let (id, minutes) = report.map(|item| (item.id.clone(), i64::from(item.minutes))).unwrap();
    let begun = Moment(1_653_524_000_000);
    let ended = begun.plus((minutes + 12) * 60_000);
    hall.act(Change::ItemBegun { id, at: begun });
    hall.act(Change::Closed(ended));
    let lesson =
        NewLesson {
            area: Area::Documents, well: false, text: "Đọc cả toàn văn".to_owned(), brought: false
        };
    prepare(&mut hall, PreparationChange::LessonAdded(lesson));
    let brought =
        NewLesson { area: Area::Counting, well: true, text: "Của nơi khác".to_owned(), brought: true };
    prepare(&mut hall, PreparationChange::LessonAdded(brought));
    assert_eq!(hall.congress().time_lost(Area::Documents, Moment(0), ended), 12 * 60_000);
    assert_eq!(hall.congress().time_lost(Area::Counting, Moment(0), ended), 0);
    let paper = lessons(hall.congress(), Moment(0), ended, &VI);
    let lines: Vec<String> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Line(text) | Block::Head(text) => Some(text.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(lines, ["Văn kiện", "12:00 thời gian quá so với định trước.", "Chưa tốt: Đọc cả toàn văn"]);
}
