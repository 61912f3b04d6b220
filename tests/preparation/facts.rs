//! Items that tick themselves: each fact comes, ticks its item, goes away again, and unticks it.

use crate::hall::{FULL, Hall, LIST};
use crate::{date, prepare, task};
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::{AgendaChange, TurnKind};
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::checklist::template::{ChecklistTemplate, DEFAULT_CHECKLIST};
use so_tay_dai_hoi::congress::election::{Office, RulesId};
use so_tay_dai_hoi::congress::id::SpeakerId;
use so_tay_dai_hoi::congress::id::{LessonId, OpinionId};
use so_tay_dai_hoi::congress::people::{Attendance, NewPerson, Standing};
use so_tay_dai_hoi::congress::preparation::dossier::{DossierPart, PartKind};
use so_tay_dai_hoi::congress::preparation::drafts::DocumentTemplate;
use so_tay_dai_hoi::congress::preparation::lesson::{Area, NewLesson};
use so_tay_dai_hoi::congress::preparation::opinion::NewOpinion;
use so_tay_dai_hoi::congress::preparation::{DocumentState, Fact, PreparationChange, Witnessed};
use so_tay_dai_hoi::congress::{Change, Detail, Moment};

/// Makes a fact true; then something that makes it false again.
type Turn = fn(&mut Hall);

fn documents_to(hall: &mut Hall, state: DocumentState) {
    for document in DocumentTemplate::of(hall.congress().details.kind).filter(|document| !document.is_scheme)
    {
        let (on, reason) = (date("2022-05-01"), String::new());
        prepare(hall, PreparationChange::Document { id: document.id.clone(), state, on, reason });
    }
}

fn back(hall: &mut Hall, id: &str) {
    let (state, on, reason) = (DocumentState::Drafting, date("2022-05-02"), String::new());
    prepare(hall, PreparationChange::Document { id: id.into(), state, on, reason });
}

fn print(hall: &mut Hall, printed: Option<u32>) {
    for office in [Office::Committee, Office::Secretary, Office::DeputySecretary] {
        prepare(hall, PreparationChange::BallotsPrinted { office, printed });
    }
}

fn paper(hall: &mut Hall, name: &str) -> SpeakerId {
    let speaker = NewSpeaker { name: name.to_owned(), kind: TurnKind::Paper, subject: String::new() };
    SpeakerId::made_by(&hall.act(AgendaChange::SpeakerAdded(speaker).into()), 0)
}

fn newcomer(hall: &mut Hall) {
    hall.act(Change::PeopleAdded(vec![NewPerson::unmarked("Người Mới Đến", Standing::Full)]));
}

fn elect_all(hall: &mut Hall) {
    let mut elect = |office, names: &[&str], figures: [u32; 4], rows: &[&[u32]]| {
        let proposal = hall.proposal(office, u32::try_from(names.len().min(3)).unwrap(), names);
        hall.elect(&proposal, figures, rows);
    };
    elect(Office::Committee, &LIST, [17, 17, 17, 0], &[&[15], &[12], &[10], &[8]]);
    elect(Office::Secretary, &LIST[..1], [17, 17, 17, 0], &[&[16, 1, 0]]);
    elect(Office::DeputySecretary, &LIST[1..2], [17, 17, 17, 0], &[&[16, 1, 0]]);
}

/// What makes each fact of the congress true, and what takes it away.
fn turns() -> Vec<(Fact, Turn, Turn)> {
    [of_the_roll(), of_the_room(), of_the_documents(), of_the_speakers(), of_the_day(), of_the_end()].concat()
}

fn of_the_roll() -> Vec<(Fact, Turn, Turn)> {
    vec![
        (Fact::RollComplete, |_| {}, newcomer),
        (Fact::AttendanceTaken, |_| {}, newcomer),
        (Fact::BaseCounted, |_| {}, newcomer),
        (
            Fact::Quorum,
            |_| {},
            |hall| {
                for name in &FULL[..8] {
                    let id = hall.person(name);
                    hall.act(Change::Attendance { id, mark: Attendance::AbsentUnexcused });
                }
            },
        ),
    ]
}

fn of_the_room() -> Vec<(Fact, Turn, Turn)> {
    vec![
        (Fact::BallotsPrinted, |hall| print(hall, Some(20)), |hall| print(hall, Some(19))),
        (
            Fact::BallotsPrinted,
            |hall| print(hall, Some(20)),
            |hall| {
                prepare(hall, PreparationChange::SpareBallots(4));
            },
        ),
        (Fact::BallotsPrinted, |hall| print(hall, Some(20)), newcomer),
        (
            Fact::AgendaFits,
            |_| {},
            |hall| {
                let id = hall.item(1);
                hall.act(Change::ItemMinutes { id, minutes: 90 });
            },
        ),
        (
            Fact::AgendaFits,
            |_| {},
            |hall| {
                prepare(hall, PreparationChange::EndsBy(660));
            },
        ),
        (
            Fact::RulesConfirmed,
            |hall| {
                prepare(hall, PreparationChange::RulesConfirmed("Bùi Văn An".to_owned()));
            },
            |hall| {
                hall.act(Change::Detail(Detail::Rules(RulesId::Party190)));
            },
        ),
        (
            Fact::BoardNamed,
            |_| {},
            |hall| {
                hall.act(Change::Detail(Detail::BoardHead(String::new())));
            },
        ),
    ]
}

fn of_the_documents() -> Vec<(Fact, Turn, Turn)> {
    vec![
        (
            Fact::DocumentsDiscussed,
            |hall| documents_to(hall, DocumentState::Discussed),
            |hall| {
                let (document, section, by) = ("political_report".into(), String::new(), String::new());
                let said = NewOpinion { document, section, by, text: "Thiếu số liệu".to_owned() };
                prepare(hall, PreparationChange::OpinionAdded(said));
            },
        ),
        (
            Fact::DocumentsSent,
            |hall| documents_to(hall, DocumentState::Sent),
            |hall| back(hall, "resolution"),
        ),
        (
            Fact::DocumentsApproved,
            |hall| documents_to(hall, DocumentState::Approved),
            |hall| back(hall, "self_review"),
        ),
        (
            Fact::SchemeApproved,
            |hall| {
                documents_to(hall, DocumentState::Approved);
                let (id, on) = ("personnel_scheme".into(), date("2022-05-10"));
                let (state, reason) = (DocumentState::Approved, String::new());
                prepare(hall, PreparationChange::Document { id, state, on, reason });
            },
            |hall| back(hall, "personnel_scheme"),
        ),
    ]
}

fn of_the_speakers() -> Vec<(Fact, Turn, Turn)> {
    vec![
        (
            Fact::SpeakersFound,
            |hall| {
                paper(hall, LIST[0]);
            },
            |hall| {
                let id = hall.congress().agenda.speakers[0].id.clone();
                hall.act(AgendaChange::SpeakerRemoved(id).into());
            },
        ),
        (
            Fact::SpeakersReady,
            |hall| {
                let id = paper(hall, LIST[0]);
                prepare(hall, PreparationChange::SpeakerReady { id, ready: true });
            },
            |hall| {
                paper(hall, LIST[1]);
            },
        ),
    ]
}

fn of_the_day() -> Vec<(Fact, Turn, Turn)> {
    vec![
        (Fact::ElectionsDone, elect_all, |hall| {
            let round = hall.congress().rounds.last().unwrap().id.clone();
            let (by, reason) = ("Phạm Hữu Nghĩa".to_owned(), "Đếm lại".to_owned());
            let again =
                so_tay_dai_hoi::congress::DeskChange::RoundReopened { round, at: Moment(0), by, reason };
            hall.act(again.into());
        }),
        (
            Fact::CongressClosed,
            |hall| {
                let id = hall.item(0);
                hall.act(Change::ItemBegun { id, at: Moment(1) });
                hall.act(Change::Closed(Moment(2)));
            },
            |hall| {
                let last = hall.logbook.records().next_back().unwrap().id.clone();
                hall.act(Change::Undone(last));
            },
        ),
    ]
}

fn of_the_end() -> Vec<(Fact, Turn, Turn)> {
    vec![
        (
            Fact::LessonsNoted,
            |hall| {
                let lesson =
                    NewLesson {
                        area: Area::Counting, well: false, text: "Chậm".to_owned(), brought: false
                    };
                prepare(hall, PreparationChange::LessonAdded(lesson));
            },
            |hall| {
                let id: LessonId = hall.congress().preparation.lessons[0].id.clone();
                prepare(hall, PreparationChange::LessonRemoved(id));
            },
        ),
        (
            Fact::ArchiveComplete,
            |hall| {
                documents_to(hall, DocumentState::Approved);
                let (id, on) = ("personnel_scheme".into(), date("2022-05-10"));
                let (state, reason) = (DocumentState::Approved, String::new());
                prepare(hall, PreparationChange::Document { id, state, on, reason });
                for part in DossierPart::of(PartKind::Archive).filter(|part| part.fact.is_none()) {
                    prepare(hall, PreparationChange::Filed { part: part.id.clone(), filed: true });
                }
            },
            |hall| {
                let part = "archive/plan".to_owned();
                prepare(hall, PreparationChange::Filed { part, filed: false });
            },
        ),
    ]
}

/// The sample congress on the checklist with facts; gates are let pass, as they are tested elsewhere.
fn congress() -> Hall {
    let mut hall = crate::gated();
    for gate in so_tay_dai_hoi::congress::preparation::Gate::ALL {
        let facts = hall.congress().gate_facts(gate).to_vec();
        let (by, reason) = ("Bùi Văn An".to_owned(), "Diễn tập".to_owned());
        prepare(&mut hall, PreparationChange::GatePassed { gate, facts, by, reason });
    }
    hall
}

#[test]
fn every_fact_comes_and_goes_and_its_item_with_it() {
    let mut met = Vec::new();
    for (fact, come, go) in turns() {
        let mut hall = congress();
        come(&mut hall);
        let state = |hall: &Hall| {
            let congress = hall.congress();
            let facts = congress.facts(Witnessed::ALL);
            assert_eq!(facts.has(fact), congress.holds(fact, Witnessed::ALL));
            let of = |task: &&so_tay_dai_hoi::congress::checklist::Task| {
                task.template.is_some_and(|template| template.fact == Some(fact))
            };
            let items: Vec<_> =
                congress.checklist.tasks().iter().filter(of).map(|task| task.state(facts)).collect();
            (facts.has(fact), items)
        };
        let (holds, items) = state(&hall);
        assert!(holds, "{fact:?} does not come");
        assert!(items.iter().all(|state| *state == TaskState::Done), "{fact:?}: {items:?}");
        go(&mut hall);
        let (holds, items) = state(&hall);
        assert!(!holds, "{fact:?} does not go");
        assert!(items.iter().all(|state| *state == TaskState::Todo), "{fact:?}: {items:?}");
        met.push(fact);
    }
    // Those of the device stand below; all others were met.
    for fact in Fact::ALL {
        let of_device = matches!(fact, Fact::RehearsalHeld | Fact::BackupMade);
        assert_eq!(met.contains(&fact), !of_device, "{fact:?}");
    }
}

#[test]
fn what_the_device_knows_comes_and_goes() {
    let hall = congress();
    for (fact, witnessed) in [
        (Fact::RehearsalHeld, Witnessed { rehearsal: true, backup: false }),
        (Fact::BackupMade, Witnessed { rehearsal: false, backup: true }),
    ] {
        assert!(hall.congress().facts(witnessed).has(fact));
        assert!(!hall.congress().facts(Witnessed::default()).has(fact));
    }
    let rehearsed = task(hall.congress(), "P4_kich_ban-08");
    let state = |witnessed| rehearsed.state(hall.congress().facts(witnessed));
    assert_eq!(state(Witnessed::ALL), TaskState::Done);
    assert_eq!(state(Witnessed::default()), TaskState::Todo);
}

#[test]
fn an_opinion_without_an_answer_keeps_the_item_open() {
    let mut hall = congress();
    documents_to(&mut hall, DocumentState::Discussed);
    let said = NewOpinion {
        document: "political_report".into(),
        section: "limits".to_owned(),
        by: LIST[0].to_owned(),
        text: "Nêu tên chỉ tiêu chưa đạt".to_owned(),
    };
    let id = OpinionId::made_by(&prepare(&mut hall, PreparationChange::OpinionAdded(said)), 0);
    assert!(!hall.congress().holds(Fact::DocumentsDiscussed, Witnessed::ALL));
    let reason = "Đã bổ sung".to_owned();
    prepare(&mut hall, PreparationChange::OpinionAnswered { id, accepted: Some(true), reason });
    assert!(hall.congress().holds(Fact::DocumentsDiscussed, Witnessed::ALL));
}

/// Nobody ticks such an item by hand, alone or among others; what is not needed is not needed.
#[test]
fn an_item_with_a_fact_is_not_ticked_by_hand() {
    use so_tay_dai_hoi::congress::Refusal;
    let template = ChecklistTemplate::by_id(DEFAULT_CHECKLIST).unwrap();
    let with_fact: Vec<_> = template.tasks.iter().filter(|task| task.fact.is_some()).collect();
    assert_eq!(with_fact.len(), 16);
    let mut hall =
        Hall::founded_with(so_tay_dai_hoi::congress::CongressKind::CellCommittee, 1, DEFAULT_CHECKLIST);
    for of in with_fact {
        let id = task(hall.congress(), &of.id).id;
        let done = Change::Task { id: id.clone(), state: TaskState::Done };
        assert_eq!(hall.attempt(done).err(), Some(Refusal::TicksItself), "{}", of.id);
        let many = PreparationChange::TasksMarked { ids: vec![id.clone()], state: TaskState::Done };
        assert_eq!(crate::refused(&mut hall, many), Some(Refusal::TicksItself), "{}", of.id);
        hall.act(Change::Task { id: id.clone(), state: TaskState::Doing });
        let before = task(hall.congress(), &of.id).state(hall.congress().facts(Witnessed::default()));
        assert!(matches!(before, TaskState::Doing | TaskState::Done), "{}: {before:?}", of.id);
        prepare(&mut hall, PreparationChange::NotNeeded { id, reason: "Chi bộ nhỏ".to_owned() });
        let after = task(hall.congress(), &of.id);
        assert_eq!(after.state(hall.congress().facts(Witnessed::ALL)), TaskState::NotNeeded);
        assert_eq!(after.reason, "Chi bộ nhỏ");
    }
}
