//! The files that earlier versions wrote. Each must keep reading, say the same, and be written again as it is, but for the
//! version and the summary that stands in every file since version 8.

use crate::golden_parts::{V9_PART, counted_elsewhere, handed_to_a_counter};
use crate::hall::{Hall, LIST};
use chrono::NaiveDate;
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::template::{ItemKind, SessionPart, VoteForm};
use so_tay_dai_hoi::congress::agenda::{AgendaChange, PlannedItem, PlannedScript, Sitting, Trim, TurnKind};
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::checklist::template::OffsetUnit;
use so_tay_dai_hoi::congress::election::ballots::{Bundle, Conclusion, CountedBallot, Counts};
use so_tay_dai_hoi::congress::election::desk::{Difference, PaperCount, Settled, Settlement, SheetCell};
use so_tay_dai_hoi::congress::election::rules::BallotCase;
use so_tay_dai_hoi::congress::election::sheet::{BallotCount, Electorate};
use so_tay_dai_hoi::congress::election::story::{Decided, Decision};
use so_tay_dai_hoi::congress::election::{Office, RuleProfile, RulesId};
use so_tay_dai_hoi::congress::hall::Release;
use so_tay_dai_hoi::congress::id::{DocumentId, LessonId, OpinionId, SpeakerId, TaskId};
use so_tay_dai_hoi::congress::people::{Attendance, NewPerson, Standing};
use so_tay_dai_hoi::congress::preparation::committee::CommitteeFigure;
use so_tay_dai_hoi::congress::preparation::lesson::{Area, NewLesson};
use so_tay_dai_hoi::congress::preparation::opinion::NewOpinion;
use so_tay_dai_hoi::congress::preparation::{
    DocumentState, Due, Fact, Gate, NewTask, PreparationChange, Witnessed,
};
use so_tay_dai_hoi::congress::summary::Summary;
use so_tay_dai_hoi::congress::{Congress, CongressKind, DeskChange, Moment};
use so_tay_dai_hoi::journal::export::{VERSION, summary};
use so_tay_dai_hoi::journal::{Exported, Logbook};

const V1: &str = include_str!("../fixtures/export-v1.json");
const V2: &str = include_str!("../fixtures/export-v2.json");
const V4: &str = include_str!("../fixtures/export-v4.json");
const V5: &str = include_str!("../fixtures/export-v5.json");
const V6: &str = include_str!("../fixtures/export-v6.json");
const V7: &str = include_str!("../fixtures/export-v7.json");
const V8: &str = include_str!("../fixtures/export-v8.json");
pub const V9: &str = include_str!("../fixtures/export-v9.json");

/// A file but for its version and its summary.
fn bare(text: &str) -> Vec<&str> {
    let new = |line: &&str| line.starts_with(" \"version\": ") || line.starts_with(" \"summary\": ");
    text.lines().filter(|line| !new(line)).map(|line| if line == " ]," { " ]" } else { line }).collect()
}

/// Writing a congress again gives the file that was kept.
#[track_caller]
fn check_written_again(logbook: &Logbook, kept: &str) {
    let text = Exported::of(logbook).to_text();
    let (written, kept) = (bare(&text), bare(kept));
    let differs = written.iter().zip(&kept).find(|(written, kept)| written != kept);
    assert_eq!((differs, written.len()), (None, kept.len()));
    assert!(text.contains(&format!(" \"version\": {VERSION},\n")));
}

/// The congress that the file of version 2 holds; that of version 1 is the same without rules of its own, a reason and
/// a decision.
fn written() -> Hall {
    let mut hall = Hall::sample();
    hall.act(Change::Detail(Detail::Term("2022–2025".to_owned())));
    let task = hall.congress().checklist.tasks()[0].id.clone();
    hall.act(Change::Task { id: task.clone(), state: TaskState::Done });
    hall.act(Change::TaskNote { id: task, note: "Đã báo cáo \"cấp trên\"".to_owned() });
    let first = hall.item(0);
    hall.act(Change::ItemBegun { id: first, at: Moment(1_653_524_000_000) });
    hall.act(Change::Paused(Moment(1_653_524_060_000)));
    hall.act(Change::Resumed(Moment(1_653_524_120_000)));
    hall.act(Change::Detail(Detail::OwnRules(Box::new(own_rules()))));
    hall.committee();
    let secretary = hall.proposal(Office::Secretary, 1, &LIST[..1]);
    // One ballot of the valid ones is unmarked, which asks for a reason.
    hall.elect(&secretary, [17, 17, 17, 0], &[&[14, 2, 1]]);
    let deputy = hall.proposal(Office::DeputySecretary, 1, &LIST[1..2]);
    hall.elect(&deputy, [17, 17, 17, 0], &[&[8, 9, 0]]);
    let decision = Decision::LeaveVacant;
    hall.act(Change::Decided(Decided { office: Office::DeputySecretary, decision, after: 1 }));
    let mistake = hall.act(Change::Detail(Detail::Place("Nhầm".to_owned())));
    hall.act(Change::Undone(mistake));
    hall.act(Change::Closed(Moment(1_653_540_000_000)));
    hall
}

/// Rules of the congress's own: those of the Party under another name.
fn own_rules() -> RuleProfile {
    let source = RulesId::Party244.source().unwrap().replace("party_244_2014", "khuyen_hoc");
    RuleProfile::own_from_json(&source).unwrap()
}

fn check_says(congress: &Congress) {
    assert_eq!(congress.details.organisation, "Chi bộ Kho bạc mẫu");
    assert_eq!((congress.details.term.as_str(), congress.details.place.as_str()), ("2022–2025", ""));
    assert_eq!(congress.roll.people().len(), 19);
    assert_eq!(congress.checklist.tasks()[0].marked, TaskState::Done);
    assert_eq!(congress.agenda.items[0].elapsed(Moment(0)), 15_940_000);
    assert_eq!(congress.elected(Office::Committee), LIST[..3]);
    assert_eq!(congress.elected(Office::Secretary), LIST[..1]);
    assert_eq!(congress.agenda.closed, Some(Moment(1_653_540_000_000)));
}

#[test]
fn version_1_keeps_reading() {
    let logbook = Exported::read(V1).unwrap();
    check_says(logbook.state());
    check_written_again(&logbook, V1);
}

#[test]
fn version_2_keeps_reading() {
    let logbook = Exported::read(V2).unwrap();
    let congress = logbook.state();
    check_says(congress);
    assert_eq!((congress.details.rules, congress.profile()), (RulesId::Own, Some(&own_rules())));
    assert_eq!(congress.rounds[1].reason("unmarked_among_valid:1"), Some("Đoàn chủ tịch xác nhận"));
    assert_eq!((congress.decisions.len(), congress.offers()), (1, Vec::new()));
    check_written_again(&logbook, V2);
}

/// A congress whose committee was counted at the desk: every kind of change there, two counters who differ, and a round
/// that was opened again.
pub fn counted_at_desk() -> Hall {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    for count in [BallotCount::Issued, BallotCount::Collected] {
        hall.act(Change::Ballots { round: round.clone(), count, value: Some(17) });
    }
    for (count, value) in PaperCount::ALL.into_iter().zip([19, 1, 1]) {
        hall.act(DeskChange::Paper { round: round.clone(), count, value: Some(value) }.into());
    }
    hall.act(DeskChange::HallShows { round: round.clone(), shows: Release::Progress }.into());
    let form = hall.congress().round(&round).unwrap().form().unwrap();
    let at = Moment(1_653_530_000_000);
    for (counter, last) in [("Đinh Thị Lan", 2), ("Hoàng Văn Sử", 3)] {
        hall.act(DeskChange::PassBegun { round: round.clone(), counter: counter.to_owned() }.into());
        let pass = hall.congress().round(&round).unwrap().desk.passes.last().unwrap().id.clone();
        let mut enter = |change: DeskChange| drop(hall.act(change.into()));
        let striking = |place: usize| CountedBallot::plain(form.all_but([place].into_iter().collect()));
        for place in [3, 3, 3, 3, 3, 2, last, 0] {
            enter(DeskChange::Ballot { pass: pass.clone(), ballot: striking(place) });
        }
        let doubtful = CountedBallot { seen: Some(BallotCase::UnclearStrike), ..striking(3) };
        enter(DeskChange::BallotCorrected { pass: pass.clone(), number: 1, ballot: Some(doubtful) });
        enter(DeskChange::BallotCorrected { pass: pass.clone(), number: 8, ballot: None });
        let bundle = |label: &str| Bundle {
            label: label.to_owned(),
            kept: 2,
            ballots: 8,
            counts: Counts::Votes(vec![8, 8, 0, 0]),
            unmarked: Vec::new(),
        };
        enter(DeskChange::Bundle { pass: pass.clone(), bundle: bundle("2") });
        enter(DeskChange::Bundle { pass: pass.clone(), bundle: bundle("nhầm") });
        enter(DeskChange::BundleRemoved { pass: pass.clone(), label: "nhầm".to_owned() });
        enter(DeskChange::Tallied { pass: pass.clone(), cell: SheetCell::Invalid, value: 2 });
        enter(DeskChange::PassEnded { pass, at });
    }
    let review = |hall: &Hall| {
        let congress = hall.congress();
        congress.round(&round).unwrap().desk.review(&form, congress.ballot_rules().unwrap()).unwrap()
    };
    let by = || "Phạm Hữu Nghĩa".to_owned();
    let first = review(&hall);
    let Difference::Ballot { place, later, .. } = first.differences[0].clone() else { panic!() };
    let settled = Settled::Ballot(place, later);
    hall.act(DeskChange::Settled(Settlement { pass: first.pass, settled, by: by() }).into());
    let second = review(&hall);
    let open = second.doubtful[0].clone();
    let ballot = CountedBallot { concluded: Some(Conclusion::Valid), ..open.ballot };
    let settled = Settled::Ballot(open.place, Some(ballot));
    hall.act(DeskChange::Settled(Settlement { pass: second.pass, settled, by: by() }).into());
    hall.act(DeskChange::CountClosed { round: round.clone(), at }.into());
    let reason = "Xem lại một phiếu".to_owned();
    hall.act(DeskChange::RoundReopened { round: round.clone(), at, by: by(), reason }.into());
    hall.act(DeskChange::CountClosed { round: round.clone(), at }.into());
    hall.seal(&round);
    hall.act(DeskChange::HallShows { round, shows: Release::Result }.into());
    hall
}

#[test]
fn version_4_keeps_reading() {
    let logbook = Exported::read(V4).unwrap();
    let congress = logbook.state();
    let sheet = &congress.rounds[0];
    assert_eq!((sheet.valid, sheet.invalid), (Some(15), Some(2)));
    assert_eq!(sheet.rows.iter().map(|row| row.votes).collect::<Vec<_>>(), [15, 15, 6, 1].map(Some));
    assert_eq!(sheet.desk.passes.len(), 2);
    assert_eq!(sheet.desk.reopenings.len(), 1);
    assert_eq!(congress.hall.as_ref().unwrap().shows, Release::Result);
    check_written_again(&logbook, V4);
}

/// A congress whose agenda was brought along, run with speakers and a jumping clock, and made shorter.
fn run_by_agenda() -> Hall {
    let mut hall = Hall::sample();
    let at = |second: i64| Moment(1_653_524_000_000 + second * 1_000);
    let item = |title: &str, minutes, kind| PlannedItem {
        title: title.to_owned(),
        presenter: String::new(),
        minutes,
        not_before: None,
        kind,
        sitting: None,
        script: None,
    };
    let mut items = vec![
        item("Chào cờ", 5, ItemKind::Ceremony),
        item("Thảo luận", 40, ItemKind::Discussion),
        item("Báo cáo", 20, ItemKind::Report),
    ];
    "Đoàn chủ tịch".clone_into(&mut items[1].presenter);
    items[2].not_before = Some(540);
    items[2].sitting = Some(Sitting::Named("Phiên 2 (chiều)".to_owned()));
    hall.act(AgendaChange::Brought { items, start: Some(420) }.into());
    let [salute, discussion, report] = [0, 1, 2].map(|place| hall.item(place));
    let mut act = |change: AgendaChange| drop(hall.act(change.into()));
    act(AgendaChange::Start(425));
    act(AgendaChange::Duplicated(report.clone()));
    act(AgendaChange::NotBefore { id: report.clone(), minute: None });
    act(AgendaChange::Kind { id: report.clone(), kind: ItemKind::Other });
    act(AgendaChange::Vote { id: report.clone(), vote: VoteForm::Hands });
    let sitting = Some(Sitting::Part(SessionPart::Official));
    act(AgendaChange::Sitting { id: report.clone(), sitting });
    act(AgendaChange::Firm { id: discussion.clone(), firm: false });
    act(AgendaChange::Lead { id: salute.clone(), text: "Mời đại hội đứng dậy.".to_owned() });
    act(AgendaChange::Minute { id: salute.clone(), text: "Đã chào cờ.".to_owned() });
    act(AgendaChange::Carries { id: report.clone(), round: None });
    hall.act(Change::ItemBegun { id: salute, at: at(0) });
    hall.act(Change::ItemBegun { id: discussion.clone(), at: at(300) });
    let mut act = |change: AgendaChange| hall.act(change.into());
    let asks = |name: &str, kind, subject: &str| {
        AgendaChange::SpeakerAdded(NewSpeaker { name: name.to_owned(), kind, subject: subject.to_owned() })
    };
    let paper = SpeakerId::made_by(&act(asks("Lê Thị Thanh Hường", TurnKind::Paper, "Chuyển đổi số")), 0);
    let remark = SpeakerId::made_by(&act(asks("Vũ Đình Khoát", TurnKind::Remark, "")), 0);
    let mistake = SpeakerId::made_by(&act(asks("Nhầm", TurnKind::Second, "")), 0);
    act(AgendaChange::SpeakerRemoved(mistake));
    act(AgendaChange::SpeakerMoved { id: remark.clone(), before: Some(paper.clone()) });
    act(AgendaChange::SpeakingLimit { kind: TurnKind::Remark, minutes: 4 });
    act(AgendaChange::SpeakerBegun { id: remark.clone(), at: at(360) });
    act(AgendaChange::SpeakerExtended { id: remark.clone(), minutes: 1 });
    act(AgendaChange::ClockStep { at: at(300), by: -120_000, passed: false });
    act(AgendaChange::StepSettled { at: at(300), passed: false });
    act(AgendaChange::SpeakerEnded(at(420)));
    act(AgendaChange::Point { id: remark, text: "Đề nghị thêm chỉ tiêu".to_owned() });
    act(AgendaChange::SpeakerYielded { id: paper, yielded: true });
    act(AgendaChange::CountTo { id: discussion.clone(), until: Some(at(3_600)) });
    let trims = vec![Trim { item: discussion, minutes: 2 }];
    act(AgendaChange::MadeUp { trims, paper_minutes: Some(6) });
    act(AgendaChange::Skipped { id: report, skipped: true });
    act(AgendaChange::Ended(at(480)));
    act(AgendaChange::Message("Xin kết luận".to_owned()));
    act(AgendaChange::Dark(true));
    hall
}

#[test]
fn version_5_keeps_reading() {
    let logbook = Exported::read(V5).unwrap();
    let agenda = &logbook.state().agenda;
    let now = Moment(1_653_524_000_000 + 480_000);
    assert_eq!(
        agenda.items.iter().map(|item| item.elapsed(now)).collect::<Vec<_>>(),
        [300_000, 300_000, 0, 0]
    );
    assert_eq!(agenda.items[1].extra_minutes, -2);
    assert_eq!(agenda.speaking_totals(now)[0].spoken, 180_000);
    assert!(agenda.items[2].skipped && agenda.dark);
    check_written_again(&logbook, V5);
}

/// A congress with gates whose preparation holds every kind of change.
fn prepared() -> Hall {
    let mut hall = Hall::founded_with(CongressKind::CellCommittee, 1, "party/2");
    hall.fill();
    let exempt = NewPerson {
        attendance: Attendance::ExemptAbsent,
        ..NewPerson::unmarked("Lò Văn Già", Standing::Full)
    };
    hall.act(Change::PeopleAdded(vec![exempt]));
    let mut act = |change: PreparationChange| hall.act(change.into());
    let on = NaiveDate::from_ymd_opt(2022, 5, 6).unwrap();
    let offset = Due::Offset { days: -3, unit: OffsetUnit::Working };
    let task = |title: &str, due: &Due, owner: &str| NewTask {
        title: title.to_owned(),
        phase: "P5_hau_can".to_owned(),
        due: due.clone(),
        owner: owner.to_owned(),
    };
    let added = act(PreparationChange::TasksAdded(vec![
        task("Mượn loa", &offset, "Mai Vượng"),
        task("Nhầm", &Due::On(on), ""),
    ]));
    let (own, mistake) = (TaskId::made_by(&added, 0), TaskId::made_by(&added, 1));
    act(PreparationChange::TaskRemoved(mistake));
    act(PreparationChange::TaskMoved { id: own.clone(), before: Some("P5_hau_can-02".into()) });
    act(PreparationChange::TaskTitle { id: own.clone(), title: "Mượn loa, micro".to_owned() });
    act(PreparationChange::TaskDue { id: own.clone(), due: Some(Due::On(on)) });
    let ids = vec!["P1_khoi_dong-01".into(), own];
    act(PreparationChange::TasksMarked { ids, state: TaskState::Done });
    let reason = "Cấp trên lo".to_owned();
    act(PreparationChange::NotNeeded { id: "P1_khoi_dong-08".into(), reason });
    let report = || DocumentId::from("political_report");
    let (state, reason) = (DocumentState::Sent, String::new());
    act(PreparationChange::Document { id: report(), state, on, reason });
    let (state, reason) = (DocumentState::Approved, "Duyệt cùng buổi".to_owned());
    act(PreparationChange::Document { id: "personnel_scheme".into(), state, on, reason });
    let section = "limits".to_owned();
    act(PreparationChange::SectionWritten { document: report(), section: section.clone(), written: true });
    act(PreparationChange::Reviewed {
        document: report(),
        question: "targets".to_owned(),
        holds: Some(false),
    });
    let (by, text) = ("Vi Văn Tưởng".to_owned(), "Nêu rõ chỉ tiêu".to_owned());
    let said = NewOpinion { document: report(), section, by, text };
    let opinion = OpinionId::made_by(&act(PreparationChange::OpinionAdded(said.clone())), 0);
    let (accepted, reason) = (Some(false), "Đã có ở mục 2".to_owned());
    act(PreparationChange::OpinionAnswered { id: opinion, accepted, reason });
    let mistake = OpinionId::made_by(&act(PreparationChange::OpinionAdded(said)), 0);
    act(PreparationChange::OpinionRemoved(mistake));
    prepared_for_the_day(&mut hall);
    hall
}

fn prepared_for_the_day(hall: &mut Hall) {
    let (name, subject) = ("Lê Thị Thanh Hường".to_owned(), "Chuyển đổi số".to_owned());
    let brought = PlannedItem {
        title: "Thông qua nghị quyết".to_owned(),
        presenter: "Đoàn chủ tịch".to_owned(),
        minutes: 10,
        not_before: None,
        kind: ItemKind::OpenVote,
        sitting: None,
        script: Some(PlannedScript {
            vote: VoteForm::Hands,
            firm: Some(true),
            lead: "Xin đại hội biểu quyết.".to_owned(),
            minute: String::new(),
        }),
    };
    hall.act(AgendaChange::Brought { items: vec![brought], start: None }.into());
    let speaker = NewSpeaker { name, kind: TurnKind::Paper, subject };
    let speaker = SpeakerId::made_by(&hall.act(AgendaChange::SpeakerAdded(speaker).into()), 0);
    let mut act = |change: PreparationChange| hall.act(change.into());
    act(PreparationChange::SpeakerReady { id: speaker, ready: true });
    act(PreparationChange::BallotsPrinted { office: Office::Committee, printed: Some(21) });
    act(PreparationChange::SpareBallots(4));
    act(PreparationChange::EndsBy(705));
    act(PreparationChange::RulesConfirmed("Bùi Văn An".to_owned()));
    let (by, reason) = ("Bùi Văn An".to_owned(), "Đã có trên giấy".to_owned());
    let facts = vec![Fact::DocumentsApproved, Fact::RehearsalHeld, Fact::BackupMade];
    act(PreparationChange::GatePassed { gate: Gate::Opening, facts, by, reason });
    let lesson = |area, well, text: &str, brought| {
        PreparationChange::LessonAdded(NewLesson { area, well, text: text.to_owned(), brought })
    };
    let own = LessonId::made_by(&act(lesson(Area::Counting, false, "Đếm chậm", false)), 0);
    let brought = LessonId::made_by(&act(lesson(Area::Documents, true, "Gửi văn kiện sớm", true)), 0);
    let text = "Đếm chậm: tập trước một lượt".to_owned();
    act(PreparationChange::LessonChanged { id: own, area: Area::Counting, text });
    act(PreparationChange::LessonRemoved(brought));
    act(PreparationChange::Filed { part: "archive/plan".to_owned(), filed: true });
    act(PreparationChange::Slogan {
        place: "right".to_owned(), text: "Đoàn kết – Dân chủ".to_owned()
    });
}

#[test]
fn version_6_keeps_reading() {
    let logbook = Exported::read(V6).unwrap();
    let congress = logbook.state();
    let preparation = &congress.preparation;
    assert_eq!(preparation.document_state(&"political_report".into()), DocumentState::Sent);
    assert_eq!((preparation.opinions.len(), preparation.lessons.len()), (1, 1));
    assert_eq!(congress.ends_by(), 705);
    assert_eq!(congress.unmet(Gate::Opening, None, Witnessed::default()), []);
    assert_eq!(congress.electorate().base(), 17);
    let own = congress.checklist.tasks().iter().find(|task| task.template.is_none()).unwrap();
    assert_eq!((own.title.as_deref(), own.owner.as_str()), (Some("Mượn loa, micro"), "Mai Vượng"));
    let last = congress.agenda.items.last().unwrap();
    assert_eq!((last.vote, last.firm), (VoteForm::Hands, Some(true)));
    check_written_again(&logbook, V6);
}

/// A congress that words a sentence of a paper for itself, and one that it took back.
fn reworded() -> Hall {
    let mut hall = Hall::sample();
    let mut act = |original: &str, text: &str| {
        let (paper, original, text) = ("attendance".to_owned(), original.to_owned(), text.to_owned());
        hall.act(PreparationChange::Worded { paper, original, text }.into());
    };
    act("Có mặt: {present} ({present:words}) người", "Đến dự: {present} ({present:words}) đồng chí");
    act("Vắng mặt: {absent} ({absent:words}) người", "Vắng: {absent} ({absent:words})");
    act("Vắng mặt: {absent} ({absent:words}) người", "");
    hall
}

#[test]
fn version_7_keeps_reading() {
    let logbook = Exported::read(V7).unwrap();
    let preparation = &logbook.state().preparation;
    let own = preparation.wording("attendance", "Có mặt: {present} ({present:words}) người");
    assert_eq!(own, Some("Đến dự: {present} ({present:words}) đồng chí"));
    assert_eq!(preparation.wordings.len(), 1);
    check_written_again(&logbook, V7);
}

/// A congress that was held, with figures of its new committee: everything that a summary tells.
pub fn summed_up() -> Hall {
    let mut hall = prepared();
    hall.act(Change::Detail(Detail::Superior("Đảng ủy Kho bạc mẫu".to_owned())));
    let (gate, by, reason) = (Gate::Ballots, "Bùi Văn An".to_owned(), "Đã có trên giấy".to_owned());
    let facts = hall.congress().gate_facts(gate).to_vec();
    hall.act(PreparationChange::GatePassed { gate, facts, by, reason }.into());
    let first = hall.item(0);
    hall.act(Change::ItemBegun { id: first, at: Moment(1_653_524_000_000) });
    hall.committee();
    hall.act(Change::Closed(Moment(1_653_540_000_000)));
    for (figure, value) in [
        (CommitteeFigure::AverageAge, Some(41)),
        (CommitteeFigure::Women, Some(1)),
        (CommitteeFigure::Young, Some(1)),
        (CommitteeFigure::Young, None),
    ] {
        hall.act(PreparationChange::Committee { figure, value }.into());
    }
    hall
}

#[test]
fn version_8_keeps_reading() {
    let logbook = Exported::read(V8).unwrap();
    let figure = |figure| logbook.state().preparation.committee_figure(figure);
    assert_eq!(figure(CommitteeFigure::AverageAge), Some(41));
    assert_eq!(figure(CommitteeFigure::Young), None);
    // It has its summary already, so it differs by its version alone.
    let again = V8.replacen(" \"version\": 8,\n", &format!(" \"version\": {VERSION},\n"), 1);
    assert_eq!(Exported::of(&logbook).to_text(), again);
    let summary = summary(&logbook);
    assert_eq!((summary.changes, summary.superior.as_str()), (54, "Đảng ủy Kho bạc mẫu"));
    assert_eq!(summary.steps.held.map(|day| day.to_string()).as_deref(), Some("2022-05-26"));
    assert_eq!(summary.attendance.as_ref().map(Electorate::base), Some(17));
    assert_eq!((summary.rounds.len(), summary.elected(Office::Committee), summary.lessons.len()), (1, 3, 1));
    // The summary is read back as it was.
    let file: serde_json::Value = serde_json::from_str(V8).unwrap();
    assert_eq!(Summary::from_json(&file["summary"].to_string()).unwrap(), summary);
}

/// What a file claims of itself is made anew from its records, and never taken from it.
#[test]
fn a_summary_is_never_taken_in() {
    let altered = V9.replace("Đảng ủy Kho bạc mẫu\",\"kind\"", "Khác\",\"kind\"");
    assert_ne!(altered, V9);
    let logbook = Exported::read(&altered).unwrap();
    assert_eq!(Exported::of(&logbook).to_text(), V9);
}

/// Today's records are those of the files that were kept, so this fails when the format changes without a new version. To
/// add the file of a new version, write what this compares.
#[test]
fn what_is_written_is_what_was() {
    check_says(written().congress());
    let today = [
        (written(), V2),
        (counted_at_desk(), V4),
        (run_by_agenda(), V5),
        (prepared(), V6),
        (reworded(), V7),
        (summed_up(), V8),
        (counted_elsewhere(), V9),
    ];
    for (hall, kept) in today {
        check_written_again(&hall.logbook, kept);
    }
    for (logbook, kept) in [(counted_elsewhere().logbook, V9), (handed_to_a_counter(), V9_PART)] {
        let text = Exported::of(&logbook).to_text();
        let differs = text.lines().zip(kept.lines()).find(|(written, kept)| written != kept);
        assert_eq!((differs, text.len()), (None, kept.len()));
    }
}
