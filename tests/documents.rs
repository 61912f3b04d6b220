//! Papers: every field of the counting minutes, the programme's times, the roll.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "fixtures/hall.rs"]
mod hall;
#[path = "fixtures/paper.rs"]
mod paper;

use hall::{BOARD, EXCUSED, Hall, LIST, PROBATIONARY};
use paper::{check_lines, lines};
use so_tay_dai_hoi::congress::agenda::report::TimeReport;
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::template::AgendaTemplate;
use so_tay_dai_hoi::congress::agenda::{AgendaChange, TurnKind};
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::election::{Office, RulesId};
use so_tay_dai_hoi::congress::id::RoundId;
use so_tay_dai_hoi::congress::id::SpeakerId;
use so_tay_dai_hoi::congress::people::Attendance;
use so_tay_dai_hoi::congress::{CongressKind, Moment};
use so_tay_dai_hoi::documents::{
    Align, Block, Paper, Text, counting_minutes, course, course_table, csv, or_blank, programme, roll,
};
use so_tay_dai_hoi::words::{Language, Words};

const VI: Words = Words::in_language(Language::Vietnamese);
const EN: Words = Words::in_language(Language::English);
const BLANK: &str = "………";

fn minutes(hall: &Hall, round: &RoundId, words: &Words) -> Paper {
    let counted = hall.congress().counted(round).unwrap().unwrap();
    counting_minutes(hall.congress(), hall.congress().round(round).unwrap(), &counted, words)
}

/// The sample's committee, with all particulars named.
fn committee() -> (Hall, RoundId) {
    let mut hall = Hall::sample();
    for detail in [
        Detail::Superior("Đảng ủy Kho bạc".to_owned()),
        Detail::Ordinal("V".to_owned()),
        Detail::Term("2022–2025".to_owned()),
        Detail::Place("Hà Nội".to_owned()),
        Detail::Chair("Bùi Văn An".to_owned()),
    ] {
        hall.act(Change::Detail(detail));
    }
    let round = hall.committee();
    (hall, round)
}

fn tables(paper: &Paper) -> Vec<(Vec<Align>, Vec<Vec<String>>)> {
    paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table { columns, rows } => {
                for row in rows {
                    assert_eq!(row.len(), columns.len(), "{row:?}");
                }
                let texts = rows.iter().map(|row| row.iter().map(Text::to_string).collect());
                Some((columns.iter().map(|column| column.align).collect(), texts.collect()))
            }
            _ => None,
        })
        .collect()
}

/// The thirteen fields of the model form, with the lines that form the base.
#[test]
fn counting_minutes_in_vietnamese() {
    let (hall, round) = committee();
    let paper = minutes(&hall, &round, &VI);
    assert_eq!(paper.heading.superior, "ĐẢNG ỦY KHO BẠC");
    assert_eq!(paper.heading.organisation, "CHI BỘ KHO BẠC MẪU");
    assert_eq!(paper.heading.party, "ĐẢNG CỘNG SẢN VIỆT NAM");
    assert_eq!(paper.heading.place_date, "Hà Nội, ngày 26 tháng 5 năm 2022");
    let rules = VI.rules(RulesId::Party244);
    assert!(rules.contains("244-QĐ/TW"), "{rules}");
    let basis = format!(
        "Căn cứ Điều lệ Đảng Cộng sản Việt Nam; {rules}; hôm nay, ngày 26 tháng 5 năm 2022, ban kiểm phiếu lập biên bản như sau."
    );
    check_lines(
        &paper,
        &[
            "BIÊN BẢN KIỂM PHIẾU",
            "Đại hội Chi bộ Kho bạc mẫu, lần thứ V",
            "Bầu chi ủy, nhiệm kỳ 2022–2025, lần thứ 1",
            &basis,
            "Số lượng cần bầu: 3",
            "Danh sách bầu cử:",
            "STT | Họ và tên",
            "1 | Trần Quốc Hưng",
            "4 | Nguyễn Thị Bích Ngọc",
            "Trưởng ban kiểm phiếu: Phạm Hữu Nghĩa",
            "Các thành viên ban kiểm phiếu: Đinh Thị Lan, Hoàng Văn Sử",
            "Đảng viên chính thức được triệu tập: 18",
            "− Sinh hoạt tạm thời nơi khác: 0",
            "− Được miễn sinh hoạt, không đến: 0",
            "− Bị đình chỉ sinh hoạt đảng: 0",
            "− Bị khởi tố, truy tố, tạm giam: 0",
            "− Vắng suốt đại hội, lý do được chấp nhận: 1 (Nông Văn Dền)",
            "= Mẫu số để tính kết quả: 17; quá một nửa là từ 9 phiếu",
            "Có mặt khi bầu: 17; vắng mặt khi bầu: 1",
            "Số phiếu phát ra: 17; thu về: 17; hợp lệ: 16; không hợp lệ: 1 (lý do: ………………)",
            "STT | Họ và tên | Phiếu bầu | Trên 17",
            "1 | Trần Quốc Hưng | 15 | 88,24%",
            "2 | Lê Thị Thanh Hường | 12 | 70,59%",
            "3 | Vũ Đình Khoát | 10 | 58,82%",
            "4 | Nguyễn Thị Bích Ngọc | 8 | 47,06%",
            "1. Đồng chí Trần Quốc Hưng: 15/17 phiếu, đạt 88,24%",
            "2. Đồng chí Lê Thị Thanh Hường: 12/17 phiếu, đạt 70,59%",
            "3. Đồng chí Vũ Đình Khoát: 10/17 phiếu, đạt 58,82%",
            "Khiếu nại về bầu cử và kết luận của ban kiểm phiếu: …………………………",
            "Biên bản (Bầu chi ủy, lần 1) lập xong hồi …… giờ ……, thành …… bản, đã đọc trước đại hội.",
            "CÁC THÀNH VIÊN: Đinh Thị Lan\nHoàng Văn Sử",
            "TRƯỞNG BAN KIỂM PHIẾU: Phạm Hữu Nghĩa",
            "T/M ĐOÀN CHỦ TỊCH: Bùi Văn An",
        ],
    );
}

#[test]
fn counting_minutes_in_english() {
    let (hall, round) = committee();
    let paper = minutes(&hall, &round, &EN);
    assert_eq!(paper.heading.party, "COMMUNIST PARTY OF VIETNAM");
    assert_eq!(paper.heading.place_date, "Hà Nội, 26 May 2022");
    check_lines(
        &paper,
        &[
            "COUNTING MINUTES",
            "Congress V of Chi bộ Kho bạc mẫu",
            "Election of the cell committee, term 2022–2025, round 1",
            "Number to elect: 3",
            "List of candidates:",
            "No. | Full name",
            "2 | Lê Thị Thanh Hường",
            "Head of the counting board: Phạm Hữu Nghĩa",
            "Members of the counting board: Đinh Thị Lan, Hoàng Văn Sử",
            "Full members summoned: 18",
            "− Transferred temporarily: 0",
            "− Exempt from activities, not here: 0",
            "− Suspended: 0",
            "− Charged, prosecuted or in custody: 0",
            "− Absent throughout, reason accepted: 1 (Nông Văn Dền)",
            "= Base of the result: 17; more than half is 9 votes or more",
            "Present at the vote: 17; absent: 1",
            "Ballots issued: 17; returned: 17; valid: 16; invalid: 1 (reason: ………………)",
            "No. | Full name | Votes | Of 17",
            "1 | Trần Quốc Hưng | 15 | 88.24%",
            "1. Trần Quốc Hưng: 15/17 votes, 88.24%",
            "3. Vũ Đình Khoát: 10/17 votes, 58.82%",
            "Complaints about the election and the board's conclusion: ……………………………………………",
            "FOR THE PRESIDIUM: Bùi Văn An",
        ],
    );
    let basis = lines(&paper).into_iter().find(|line| line.contains("Charter")).unwrap();
    assert!(basis.contains("26 May 2022") && basis.contains("244"), "{basis}");
}

#[test]
fn nobody_below_half_stands_among_the_elected() {
    let (hall, round) = committee();
    for words in [VI, EN] {
        let found = lines(&minutes(&hall, &round, &words));
        let head = found.iter().position(|line| line.starts_with("III.")).unwrap();
        let annex =
            found.iter().position(|line| line.starts_with("Phụ lục") || line.starts_with("Annex")).unwrap();
        assert!(!found[head..annex].iter().any(|line| line.contains(LIST[3])));
    }
}

#[test]
fn the_annex_says_what_decides_where_more_than_half_is_not_enough() {
    for (votes, expected) in [
        (
            [15, 13, 11, 9],
            "2 × 9 = 18 > 17. 9 phiếu > 17/2; cần 9: quá một nửa. Không trúng cử: chỉ bầu 3 người, đứng thứ 4.",
        ),
        (
            [14, 10, 9, 9],
            "2 × 9 = 18 > 17. 9 phiếu > 17/2; cần 9: quá một nửa, vừa đủ. Chưa trúng cử: chỉ bầu 3 người, bằng phiếu ở vị trí cuối.",
        ),
        ([15, 13, 11, 8], "2 × 8 = 16 < 17. 8 phiếu < 17/2; cần 9: chưa quá một nửa. Thiếu 1 phiếu."),
    ] {
        let mut hall = Hall::sample();
        let proposal = hall.proposal(Office::Committee, 3, &LIST);
        let rows = votes.map(|votes| [votes]);
        let round = hall.elect(&proposal, [17, 17, 17, 0], &rows.each_ref().map(<[u32; 1]>::as_slice));
        check_lines(&minutes(&hall, &round, &VI), &[&format!("{}: {expected}", LIST[3])]);
    }
}

#[test]
fn a_ballot_with_two_boxes_has_its_columns() {
    let (mut hall, _) = committee();
    let secretary = hall.proposal(Office::Secretary, 1, &LIST[..1]);
    let round = hall.elect(&secretary, [17, 17, 17, 0], &[&[14, 2, 1]]);
    let paper = minutes(&hall, &round, &VI);
    check_lines(
        &paper,
        &[
            "Bầu bí thư, nhiệm kỳ 2022–2025, lần thứ 1",
            "STT | Họ và tên | Đồng ý | Không đồng ý | Không đánh dấu | Trên 17",
            "1 | Trần Quốc Hưng | 14 | 2 | 1 | 82,35%",
        ],
    );
    let right = Align::Right;
    assert_eq!(tables(&paper)[1].0, [Align::Center, Align::Left, right, right, right, right]);
}

#[test]
fn ties_vacancies_and_empty_results_are_remarked() {
    for (votes, expected) in [
        (
            [14, 10, 9, 9],
            &[
                "Bằng phiếu ở 1 vị trí cuối: Vũ Đình Khoát, Nguyễn Thị Bích Ngọc.",
                "Bằng phiếu ở vị trí cuối: bầu lại giữa những người bằng phiếu.",
            ][..],
        ),
        ([14, 12, 8, 8], &["Chưa đủ số lượng: đại hội quyết định có bầu tiếp hay không."]),
        ([8, 8, 8, 8], &["Không có ai trúng cử trong lần bầu này."]),
    ] {
        let mut hall = Hall::sample();
        let proposal = hall.proposal(Office::Committee, 3, &LIST);
        let rows = votes.map(|votes| [votes]);
        let round = hall.elect(&proposal, [17, 17, 16, 1], &rows.each_ref().map(<[u32; 1]>::as_slice));
        check_lines(&minutes(&hall, &round, &VI), expected);
    }
}

#[test]
fn a_vote_among_the_tied_has_no_half() {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    hall.elect(&proposal, [17, 17, 16, 1], &[&[14], &[10], &[9], &[9]]);
    let again = hall.congress().proposal().unwrap();
    let round = hall.elect(&again, [17, 17, 16, 1], &[&[7], &[9]]);
    check_lines(
        &minutes(&hall, &round, &VI),
        &[
            "Bầu chi ủy, nhiệm kỳ ………………, lần thứ 2, giữa những người bằng phiếu",
            "= Mẫu số: 17; giữa những người bằng phiếu, ai nhiều phiếu hơn thì trúng cử",
            "1. Đồng chí Nguyễn Thị Bích Ngọc: 9/17 phiếu, đạt 52,94%",
        ],
    );
}

#[test]
fn what_was_announced_in_spite_of_a_warning_stands_with_its_reason() {
    let mut hall = Hall::sample();
    hall.committee();
    let secretary = hall.proposal(Office::Secretary, 1, &LIST[..1]);
    let round = hall.elect(&secretary, [17, 17, 17, 0], &[&[14, 2, 1]]);
    let line = "1 phiếu để trống hoặc đánh dấu cả hai ô: bầu một người thì phiếu ấy không hợp lệ. \
                Lý do: Đoàn chủ tịch xác nhận";
    check_lines(&minutes(&hall, &round, &VI), &[line]);
}

#[test]
fn what_is_not_known_stays_blank() {
    let mut hall = Hall::sample();
    let round = hall.committee();
    hall.act(Change::Detail(Detail::BoardHead(String::new())));
    hall.act(Change::Detail(Detail::BoardMembers(Vec::new())));
    for words in [VI, EN] {
        let paper = minutes(&hall, &round, &words);
        assert_eq!(paper.heading.superior, or_blank(""));
        assert!(paper.heading.place_date.starts_with(BLANK));
        let found = lines(&paper);
        for label in [words.prepare.board_head, words.prepare.board_members] {
            assert!(found.contains(&format!("{label}: {}", or_blank(" "))), "{label}");
        }
        assert!(found[1].contains(BLANK) && found[2].contains(BLANK), "{found:?}");
        let signed = paper.blocks.iter().find(|block| matches!(block, Block::Signatures(_)));
        let Some(Block::Signatures(people)) = signed else { panic!("no signatures") };
        assert!(people.iter().all(|one| one.name.is_empty()) && people.len() == 3);
    }
    assert_eq!(or_blank("Hà Nội"), "Hà Nội");
}

#[test]
fn names_stand_behind_an_exclusion_only_while_the_roll_says_the_same() {
    let (mut hall, round) = committee();
    let id = hall.person(EXCUSED);
    hall.act(Change::Attendance { id, mark: Attendance::Present });
    check_lines(&minutes(&hall, &round, &VI), &["− Vắng suốt đại hội, lý do được chấp nhận: 1"]);
    let named = lines(&minutes(&hall, &round, &VI)).iter().any(|line| line.contains(EXCUSED));
    assert!(!named);
}

#[test]
fn a_base_of_ballots_shows_no_exclusions() {
    let mut hall = Hall::sample();
    hall.act(Change::Detail(Detail::Rules(RulesId::YouthUnion)));
    let round = hall.committee();
    let found = lines(&minutes(&hall, &round, &VI));
    assert!(!found.iter().any(|line| line.starts_with('−')));
    assert!(found.contains(&"= Mẫu số để tính kết quả: 17; quá một nửa là từ 9 phiếu".to_owned()));
}

#[test]
fn the_programme_has_the_times_of_its_template() {
    for kind in [
        CongressKind::CellCommittee,
        CongressKind::CellNoCommittee,
        CongressKind::GrassrootsMembers,
        CongressKind::GrassrootsDelegates,
    ] {
        let mut hall = Hall::founded(kind, 1);
        let template = AgendaTemplate::default_for(kind).unwrap();
        for words in [VI, EN] {
            let paper = programme(hall.congress(), &words);
            let mut found = tables(&paper)[0].1.clone();
            // A sitting has a row of its own, which only names it.
            let sittings = found.iter().filter(|row| row[0].is_empty()).count();
            assert_eq!(
                sittings,
                if template.items.iter().any(|item| item.session.is_some()) { 2 } else { 0 }
            );
            found.retain(|row| !row[0].is_empty());
            assert_eq!(found.len(), template.items.len());
            for (index, (row, item)) in found.iter().zip(&template.items).enumerate() {
                let expected = [
                    (index + 1).to_string(),
                    format!("{:02}:{:02}", item.start / 60, item.start % 60),
                    words.text(&item.title).to_owned(),
                    words.text(&item.presenter).to_owned(),
                    item.minutes.to_string(),
                ];
                assert_eq!(row[..], expected, "{kind:?}");
            }
        }
        // What has happened does not change what was planned.
        let before = programme(hall.congress(), &VI);
        let first = hall.item(0);
        hall.act(Change::ItemBegun { id: first, at: Moment(0) });
        assert_eq!(programme(hall.congress(), &VI), before);
    }
}

#[test]
fn the_programme_says_its_sum() {
    let mut hall = Hall::sample();
    hall.act(Change::Detail(Detail::Ordinal("V".to_owned())));
    check_lines(
        &programme(hall.congress(), &VI),
        &["CHƯƠNG TRÌNH ĐẠI HỘI", "Đại hội Chi bộ Kho bạc mẫu, lần thứ V", "260 phút, từ 07:10 đến 11:30"],
    );
    let id = hall.item(0);
    hall.act(Change::ItemMinutes { id, minutes: 600 });
    let id = hall.item(1);
    hall.act(Change::ItemMinutes { id, minutes: 600 });
    let last = tables(&programme(hall.congress(), &EN))[0].1.last().unwrap()[1].clone();
    assert_eq!(last, "06:55", "times go on after midnight");
}

#[test]
fn the_roll_names_everybody() {
    let hall = Hall::sample();
    let paper = roll(hall.congress(), &VI);
    check_lines(
        &paper,
        &[
            "DANH SÁCH ĐẢNG VIÊN DỰ ĐẠI HỘI",
            "Đảng viên chính thức: 18, có mặt 17. Đảng viên dự bị có mặt: 1.",
            "STT | Họ và tên | Diện | Điểm danh | Ký tên",
            "1 | Bùi Văn An | chính thức | Có mặt | ",
            "2 | Nông Văn Dền | chính thức | Vắng suốt đại hội, lý do được chấp nhận | ",
            "12 | Chu Thị Quỳnh Như | dự bị | Có mặt | ",
        ],
    );
    assert_eq!(tables(&paper)[0].1.len(), 19);
    let english = lines(&roll(hall.congress(), &EN));
    assert!(english.contains(&format!("12 | {PROBATIONARY} | probationary | Present | ")));
    assert!(english.contains(&format!("10 | {} | full | Present | ", BOARD[0])));
}

/// The sample runs three items, one of them with a speaker, and the clock of the machine goes back once.
fn run() -> (Hall, Moment) {
    let midnight = Moment(1_653_498_000_000);
    let at = |minute: i64| midnight.plus(minute * 60_000);
    let mut hall = Hall::sample();
    let [reception, salute, presidium] = [0, 1, 2].map(|place| hall.item(place));
    hall.act(Change::ItemBegun { id: reception, at: at(432) });
    hall.act(Change::ItemBegun { id: salute, at: at(450) });
    hall.act(Change::ItemBegun { id: presidium, at: at(459) });
    let new = NewSpeaker {
        name: "Lê Thị Thanh Hường".to_owned(),
        kind: TurnKind::Remark,
        subject: "Nhân sự".to_owned(),
    };
    let speaker = SpeakerId::made_by(&hall.act(AgendaChange::SpeakerAdded(new).into()), 0);
    hall.act(AgendaChange::SpeakerBegun { id: speaker.clone(), at: at(460) }.into());
    hall.act(AgendaChange::SpeakerEnded(at(462)).into());
    hall.act(AgendaChange::Point { id: speaker, text: "Đồng ý danh sách".to_owned() }.into());
    hall.act(AgendaChange::ClockStep { at: at(463), by: 3_600_000, passed: true }.into());
    hall.act(Change::Closed(at(465)));
    (hall, midnight)
}

#[test]
fn the_course_of_a_congress() {
    let (hall, midnight) = run();
    let paper = course(hall.congress(), midnight, midnight, &VI);
    check_lines(
        &paper,
        &[
            "DIỄN BIẾN ĐẠI HỘI",
            "Định trước: 07:10 – 11:30",
            "Thực tế: 07:12 – 07:45",
            "STT | Định trước | Nội dung | Phút | Thực tế | Phút | Chênh",
            "1 | 07:10 | Đón tiếp, điểm danh, phát tài liệu | 20 | 07:12 – 07:30 | 18:00 | −02:00",
            "2 | 07:30 | Chào cờ | 5 | 07:30 – 07:39 | 09:00 | +04:00",
            "4 | 07:40 | Thông qua chương trình, quy chế làm việc | 5 | không tiến hành |  | ",
            " |  | Cộng | 260 |  | 33:00 | ",
            "Chào cờ: 25/45",
            "1 | Lê Thị Thanh Hường | Ý kiến | 02:00 | Nhân sự. Đồng ý danh sách",
            "Ghi chú: lúc 07:43 máy đã ngủ 1:00:00; thời gian đó được tính.",
        ],
    );
    let english = course(hall.congress(), midnight, midnight, &EN);
    check_lines(
        &english,
        &[
            "THE COURSE OF THE CONGRESS",
            "4 | 07:40 | Adopt agenda and rules of procedure | 5 | not held |  | ",
        ],
    );
    let mut agenda = hall.congress().agenda.clone();
    let report = TimeReport::at(&agenda, midnight, midnight);
    // As long as the congress runs, nobody can say that an item was not held.
    agenda.closed = None;
    let running = course_table(&TimeReport::at(&agenda, midnight, midnight), midnight, &VI);
    assert!(running.iter().flatten().all(|cell| cell != "không tiến hành"));
    let table = csv(course_table(&report, midnight, &VI));
    assert_eq!(table.lines().count(), 27);
    assert!(table.contains("\"Chào cờ\",\"5\",\"07:30 – 07:39\",\"09:00\",\"'+04:00\""), "{table}");
}
