//! Reports and minutes: every figure is that of the roll and of the core, and what is not known is a blank.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "fixtures/hall.rs"]
mod hall;
#[path = "fixtures/held.rs"]
mod held;
#[path = "reports/log.rs"]
mod log;
#[path = "fixtures/paper.rs"]
mod paper;

use hall::{EXCUSED, Hall, LIST};
use held::{BEGUN, held};
use paper::{check_lines, lines};
use so_tay_dai_hoi::congress::agenda::template::ItemKind;
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::election::Office;
use so_tay_dai_hoi::congress::id::{OpinionId, RoundId};
use so_tay_dai_hoi::congress::people::{Attendance, NewPerson, Standing};
use so_tay_dai_hoi::congress::preparation::FactSet;
use so_tay_dai_hoi::congress::preparation::drafts::DocumentTemplate;
use so_tay_dai_hoi::congress::preparation::opinion::NewOpinion;
use so_tay_dai_hoi::congress::{CongressKind, Moment, PreparationChange};
use so_tay_dai_hoi::documents::{
    Block, Missing, attendance, ballots, decoration, minutes, outline, plan, reply, resolution,
    result_report, roll, script, submission, tally_sheet,
};
use so_tay_dai_hoi::words::{Language, Words};

const VI: Words = Words::in_language(Language::Vietnamese);
const EN: Words = Words::in_language(Language::English);

#[test]
fn the_attendance_report_is_the_roll() {
    let hall = Hall::sample();
    check_lines(
        &attendance(hall.congress(), &VI),
        &[
            "BÁO CÁO TÌNH HÌNH ĐẢNG VIÊN DỰ ĐẠI HỘI",
            "Đảng viên chính thức được triệu tập: 18 (mười tám) người",
            "Có mặt: 17 (mười bảy) người",
            "Vắng mặt: 1 (một) người",
            &format!("– Vắng suốt đại hội, lý do được chấp nhận: 1 ({EXCUSED})"),
            "Đảng viên dự bị có mặt: 1 (một) người",
            "Mẫu số để tính kết quả bầu cử: 17 (mười bảy) người",
            "Có mặt 17 trên 17, cần ít nhất 12",
            "Đại hội đủ số người dự để tiến hành.",
            "T/M CẤP ỦY TRIỆU TẬP: ",
        ],
    );
}

/// Whoever comes late is named; too few are told; delegates have their credentials checked.
#[test]
fn the_attendance_report_says_what_is_not_in_order() {
    let mut hall = Hall::founded(CongressKind::GrassrootsDelegates, 1);
    let people = ["Một Văn A", "Hai Văn B", "Ba Văn C", "Bốn Văn D"]
        .map(|name| NewPerson::unmarked(name, Standing::Full));
    hall.act(Change::PeopleAdded(people.to_vec()));
    let agenda = &hall.congress().agenda;
    let opening = agenda.items.iter().find(|item| item.kind == ItemKind::Ceremony).unwrap().id.clone();
    let begin = |hall: &mut Hall, id| {
        let at = hall.logbook.records().next_back().unwrap().at.plus(1);
        hall.act(Change::ItemBegun { id, at });
    };
    // The roll is called in the first item: nobody who is marked then is late.
    let first = hall.item(0);
    begin(&mut hall, first);
    let id = hall.person("Hai Văn B");
    hall.act(Change::Attendance { id, mark: Attendance::Present });
    assert!(!lines(&attendance(hall.congress(), &VI)).iter().any(|line| line.contains("Đến sau")));
    begin(&mut hall, opening);
    let id = hall.person("Một Văn A");
    hall.act(Change::Attendance { id, mark: Attendance::Present });
    let found = lines(&attendance(hall.congress(), &VI));
    for line in [
        "BÁO CÁO THẨM TRA TƯ CÁCH ĐẠI BIỂU",
        "Đại biểu được triệu tập: 4 (bốn) người",
        "Chưa điểm danh: 2 (hai) người",
        "Đến sau khi khai mạc: Một Văn A",
        "Chưa đủ hai phần ba số người dự: đại hội chưa tiến hành được.",
        "T/M BAN THẨM TRA TƯ CÁCH ĐẠI BIỂU: ",
    ] {
        assert!(found.iter().any(|found| found == line), "{line}\n{}", found.join("\n"));
    }
    assert!(!found.iter().any(|line| line.contains("dự bị")));
}

#[test]
fn the_script_has_every_item_with_what_the_chair_says() {
    let hall = Hall::sample();
    let paper = script(hall.congress(), &VI);
    let heads = paper.blocks.iter().filter(|block| matches!(block, Block::Head(_))).count();
    assert_eq!(heads, hall.congress().agenda.items.len());
    let said = lines(&paper);
    for item in &hall.congress().agenda.items {
        for (name, text) in
            [("Lời dẫn", &item.lead), ("Thư ký ghi", &item.minute), ("Người thực hiện", &item.presenter)]
        {
            let text = VI.label(text);
            assert!(text.is_empty() || said.contains(&format!("{name}: {text}")), "{text}");
        }
    }
    assert!(said[2].starts_with("1. 07:10, 20 phút: "), "{}", said[2]);
}

/// Each figure in the minutes is that of the core's outcome.
#[test]
fn the_minutes_tell_what_was_held() {
    let hall = held();
    let congress = hall.congress();
    let now = BEGUN.plus(3_600_000);
    // The midnight before, by a clock of UTC+7.
    let midnight = Moment(BEGUN.0 - (BEGUN.0 + 25_200_000) % 86_400_000);
    let paper = minutes(congress, midnight, now, &VI);
    let round = congress.rounds.iter().find(|sheet| sheet.office == Office::Committee).unwrap();
    let counted = congress.count_sheet(round).unwrap().unwrap();
    let (first, second) =
        (VI.label(&congress.agenda.items[0].title), VI.label(&congress.agenda.items[1].title));
    let found = lines(&paper);
    check_lines(
        &paper,
        &[
            "BIÊN BẢN ĐẠI HỘI",
            "Khai mạc lúc 07:23, bế mạc lúc 08:13, ngày 26 tháng 5 năm 2022.",
            "Địa điểm: Lạng Sơn",
            "Có mặt: 17 (mười bảy) người",
            &format!("– Vắng suốt đại hội, lý do được chấp nhận: 1 ({EXCUSED})"),
            "Đoàn chủ tịch (chủ tịch đại hội): Bùi Văn An",
            "1. Lê Thị Thanh Hường, tham luận: Chuyển đổi số. Đề nghị thêm chỉ tiêu",
            "Kết quả biểu quyết “Thông qua chương trình”: tán thành 16, không tán thành 1, ý kiến khác 0, trên 17; được thông qua.",
            "Mẫu số để tính kết quả: 17; quá một nửa là từ 9 phiếu",
            "THƯ KÝ: ",
        ],
    );
    // What the template wants minuted is a blank; what somebody wrote stands as it is.
    assert!(found.iter().any(|line| line.contains(&format!("{first} (")) && line.contains("[Ghi: ")));
    let at = |text: &str| found.iter().position(|line| line.contains(text)).unwrap();
    assert!(found.iter().any(|line| line.ends_with("Chào cờ nghiêm trang.")));
    assert!(at(&format!("07:13 – 07:23: {first}")) < at(&format!("07:23 – 08:13: {second}")));
    for (place, row) in counted.proof.rows.iter().enumerate() {
        let line = [
            (place + 1).to_string(),
            row.name.clone(),
            row.votes.to_string(),
            VI.share(row.share_hundredths),
            VI.verdict_on(row.verdict, Office::Committee).to_owned(),
        ];
        assert!(found.contains(&line.join(" | ")), "{line:?}");
    }
    let blank = minutes(Hall::founded(CongressKind::CellCommittee, 1).congress(), midnight, now, &VI);
    check_lines(
        &blank,
        &[
            "Khai mạc lúc ……, bế mạc lúc ……, ngày 26 tháng 5 năm 2022.",
            "Không có ý kiến được ghi trên sổ tay: ……………………………………",
        ],
    );
}

#[test]
fn they_are_there_in_english_too() {
    let hall = held();
    let now = BEGUN.plus(3_600_000);
    for paper in [
        attendance(hall.congress(), &EN),
        script(hall.congress(), &EN),
        minutes(hall.congress(), Moment(0), now, &EN),
    ] {
        assert!(lines(&paper).iter().all(|line| !line.contains("Người") && !line.contains("phiếu")));
    }
}

/// A round that was opened, with a list and its method.
fn opened(office: Office, seats: u32, names: &[&str]) -> (Hall, RoundId) {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(office, seats, names);
    let round = hall.open(&proposal);
    (hall, round)
}

#[test]
fn ballots_have_the_list_in_its_order_and_no_number() {
    let (hall, round) = opened(Office::Committee, 3, &LIST);
    let sheet = hall.congress().round(&round).unwrap();
    let paper = ballots(hall.congress(), sheet, &VI).unwrap();
    let [Block::Ballots(forms)] = paper.blocks.as_slice() else { panic!("{:?}", paper.blocks) };
    assert_eq!(forms.len(), 3, "four names fit three times on a page");
    assert_eq!(
        VI.ballot_sheets(3, 17),
        "3 phiếu một tờ: in ít nhất 6 tờ cho 17 người, chưa kể phiếu dự phòng."
    );
    assert_eq!(
        EN.ballot_sheets(1, 1),
        "1 ballot a sheet: print at least 1 sheet for 1 voter, spare ballots not counted."
    );
    assert!(
        forms.iter().all(|form| *form == forms[0]),
        "a ballot that differs could be told from the others"
    );
    assert_eq!(forms[0].names, sheet.names());
    assert!(forms[0].boxes.is_empty() && forms[0].how.to_string().contains("Bầu 3 người"));
    let (hall, round) = opened(Office::Committee, 1, &LIST[..1]);
    let single = ballots(hall.congress(), hall.congress().round(&round).unwrap(), &VI).unwrap();
    let [Block::Ballots(forms)] = single.blocks.as_slice() else { panic!("{:?}", single.blocks) };
    assert_eq!(forms[0].boxes, ["Đồng ý", "Không đồng ý"]);
}

/// Five strokes a square, and a square for every five ballots.
#[test]
fn the_tally_sheet_has_room_for_every_ballot() {
    let (hall, round) = opened(Office::Committee, 3, &LIST);
    let sheet = hall.congress().round(&round).unwrap();
    let paper = tally_sheet(hall.congress(), sheet, &VI).unwrap();
    let rows = paper.blocks.iter().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let rows = rows.unwrap();
    assert_eq!(rows.len(), LIST.len() + 1);
    assert!(
        rows.iter().all(|row| row[2].to_string().matches('▢').count() == 4),
        "17 voters want four squares"
    );
    let vote = hall.congress().open_vote("Thông qua");
    let mut hall = hall;
    hall.act(Change::RoundDropped(round));
    let open = RoundId::made_by(&hall.act(Change::RoundOpened(vote)), 0);
    let sheet = hall.congress().round(&open).unwrap();
    assert_eq!(ballots(hall.congress(), sheet, &VI), None);
    assert_eq!(tally_sheet(hall.congress(), sheet, &VI), None);
}

/// Whoever was elected stands in the report, the submission and the resolution with the figures of the core.
#[test]
fn what_goes_to_the_superior_names_whom_the_core_elected() {
    let mut hall = held();
    hall.act(Change::Detail(Detail::Superior("Đảng bộ Khối".to_owned())));
    hall.act(Change::Detail(Detail::Term("2022–2025".to_owned())));
    let congress = hall.congress();
    let round = congress.rounds.iter().find(|sheet| sheet.office == Office::Committee).unwrap();
    let counted = congress.count_sheet(round).unwrap().unwrap();
    let papers =
        [result_report(congress, Moment(0), &VI), submission(congress, &VI), resolution(congress, &VI)];
    for paper in &papers {
        let found = lines(paper);
        for name in &counted.outcome.elected {
            let row = counted.proof.rows.iter().find(|row| row.name == *name).unwrap();
            let share = VI.share(row.share_hundredths);
            let line = format!(
                "– chi ủy: đồng chí {name}, {}/{} phiếu ({share})",
                row.votes, counted.proof.base.base
            );
            assert!(found.contains(&line), "{line}");
        }
        assert!(
            !found.iter().any(|line| line.starts_with("– chi ủy") && line.contains(LIST[3])),
            "not elected"
        );
    }
    check_lines(
        &papers[0],
        &["Kính gửi: Đảng bộ Khối", "Có mặt: 17 (mười bảy) người", "Ý kiến phát biểu tại đại hội: 1"],
    );
    check_lines(
        &papers[1],
        &[
            "Đề nghị chuẩn y kết quả bầu cử Chi bộ Kho bạc mẫu, nhiệm kỳ 2022–2025",
            "Gửi kèm",
            "1. Báo cáo kết quả đại hội",
            "2. Biên bản bầu cử từng lần, đã ký",
        ],
    );
    check_lines(&papers[2], &["QUYẾT NGHỊ", "T/M ĐOÀN CHỦ TỊCH: Bùi Văn An"]);
    let blank = result_report(Hall::founded(CongressKind::CellCommittee, 1).congress(), Moment(0), &VI);
    check_lines(
        &blank,
        &["Kính gửi: ………………", "– Báo cáo chính trị: được duyệt ngày ………………", "……………………………………………………………………"],
    );
}

#[test]
fn what_is_blank_on_papers_is_named() {
    let mut hall = Hall::founded(CongressKind::CellCommittee, 1);
    assert_eq!(Missing::of(&hall.congress().details), Missing::ALL);
    let names: std::collections::HashSet<_> = Missing::ALL.map(|one| one.name(&VI)).into_iter().collect();
    assert_eq!(names.len(), Missing::ALL.len());
    for (detail, left) in [
        (Detail::Superior("Đảng bộ".to_owned()), 5),
        (Detail::Ordinal("V".to_owned()), 4),
        (Detail::Term("2022–2025".to_owned()), 3),
        (Detail::Place("Lạng Sơn".to_owned()), 2),
        (Detail::Chair("An".to_owned()), 1),
        (Detail::BoardHead("Lan".to_owned()), 0),
    ] {
        hall.act(Change::Detail(detail));
        assert_eq!(Missing::of(&hall.congress().details).len(), left);
    }
}

/// What is issued on a later day does not bear that of the congress, and nobody signs in the congress's place.
#[test]
fn what_is_issued_later_leaves_its_date_open() {
    let mut hall = Hall::sample();
    hall.act(Change::Detail(Detail::Place("Lạng Sơn".to_owned())));
    let congress = hall.congress();
    assert_eq!(
        minutes(congress, Moment(0), Moment(0), &VI).heading.place_date,
        "Lạng Sơn, ngày 26 tháng 5 năm 2022"
    );
    let open = "ngày …… tháng …… năm ……";
    assert_eq!(submission(congress, &VI).heading.place_date, format!("Lạng Sơn, {open}"));
    let reply = reply(congress, &VI);
    assert_eq!(reply.heading.place_date, format!("………………, {open}"));
    check_lines(&reply, &["1. Báo cáo chính trị", "T/M ………………: "]);
    check_lines(&submission(congress, &VI), &["T/M CHI ỦY\nBÍ THƯ: "]);
}

/// A paper names what it would print itself, and nothing else.
#[test]
fn a_paper_names_its_own_blanks() {
    let hall = Hall::founded(CongressKind::CellCommittee, 1);
    let congress = hall.congress();
    let today = congress.details.date;
    let at_top = [Missing::Superior, Missing::Place];
    for (paper, missing) in [
        (plan(congress, FactSet::default(), today, &VI), vec![]),
        (roll(congress, &VI), at_top.to_vec()),
        (attendance(congress, &VI), at_top.to_vec()),
        (reply(congress, &VI), vec![Missing::Superior]),
        (submission(congress, &VI), vec![Missing::Superior, Missing::Term, Missing::Place]),
        (
            resolution(congress, &VI),
            vec![Missing::Superior, Missing::Ordinal, Missing::Term, Missing::Place, Missing::Chair],
        ),
        (minutes(congress, Moment(0), Moment(0), &VI), Missing::ALL.to_vec()),
        (decoration(congress, &VI), vec![Missing::Superior, Missing::Ordinal, Missing::Term, Missing::Place]),
    ] {
        assert_eq!(paper.missing(&congress.details), missing, "{}", paper.form);
        assert_eq!(paper.has_blanks(), !missing.is_empty(), "{}", paper.form);
    }
    // Where somebody signs whom the handbook does not know, that is a blank too.
    let tally = {
        let (hall, round) = opened(Office::Committee, 3, &LIST);
        let mut paper = tally_sheet(hall.congress(), hall.congress().round(&round).unwrap(), &VI).unwrap();
        paper.heading.superior.clear();
        paper.heading.place_date.clear();
        paper
    };
    assert!(tally.has_blanks());
    assert!(!plan(congress, FactSet::default(), today, &VI).has_figures());
    assert!(roll(congress, &VI).has_figures());
}

/// What members said of a section stands under its head, with what was made of it.
#[test]
fn an_outline_holds_what_is_known_for_it() {
    let mut hall = held();
    let said = |section: &str, text: &str| {
        PreparationChange::OpinionAdded(NewOpinion {
            document: "political_report".into(),
            section: section.to_owned(),
            by: LIST[1].to_owned(),
            text: text.to_owned(),
        })
    };
    let id = OpinionId::made_by(&hall.act(said("limits", "Nêu rõ chỉ tiêu").into()), 0);
    hall.act(
        PreparationChange::OpinionAnswered { id, accepted: Some(true), reason: "Đã thêm".to_owned() }.into(),
    );
    hall.act(said("", "Ngắn lại").into());
    let document = DocumentTemplate::of(hall.congress().details.kind).next().unwrap();
    let found = lines(&outline(hall.congress(), document, &VI));
    let at = |text: &str| {
        found.iter().position(|line| line == text).unwrap_or_else(|| panic!("{text}: {found:?}"))
    };
    let known = at("Danh sách đại hội: 18 đảng viên chính thức, 1 dự bị; nhiệm kỳ ………………");
    assert!(
        at("1. Đặc điểm tình hình") < known
            && known < at("2. Kết quả thực hiện từng chỉ tiêu của nghị quyết nhiệm kỳ qua")
    );
    let opinion = at("Ý kiến góp ý của Lê Thị Thanh Hường: Nêu rõ chỉ tiêu (đã tiếp thu)");
    assert!(
        at("4. Hạn chế, khuyết điểm") < opinion && opinion < at("5. Nguyên nhân, trách nhiệm và kinh nghiệm")
    );
    assert_eq!(found.iter().filter(|line| line.starts_with("Ý kiến góp ý")).count(), 1);
}
