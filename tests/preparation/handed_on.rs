//! The template for others: everything that was learnt, nobody's name.

use crate::hall::{BOARD, FULL, Hall, LIST, PROBATIONARY};
use crate::prepare;
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::{AgendaChange, Label, Sitting, TurnKind};
use so_tay_dai_hoi::congress::change::Detail;
use so_tay_dai_hoi::congress::checklist::template::OffsetUnit;
use so_tay_dai_hoi::congress::election::{RuleProfile, RulesId};
use so_tay_dai_hoi::congress::handover::Wording;
use so_tay_dai_hoi::congress::id::{OpinionId, SpeakerId, TaskId};
use so_tay_dai_hoi::congress::people::name::search_fold;
use so_tay_dai_hoi::congress::preparation::lesson::{Area, NewLesson};
use so_tay_dai_hoi::congress::preparation::opinion::NewOpinion;
use so_tay_dai_hoi::congress::preparation::{Due, Gate, NewTask, PreparationChange};
use so_tay_dai_hoi::congress::{Change, CongressKind};
use so_tay_dai_hoi::journal::template::{MAX_BYTES, TemplateFile};
use so_tay_dai_hoi::words::{HONORIFICS, Language, Words};

const VI: Words = Words::in_language(Language::Vietnamese);

fn template(hall: &Hall) -> TemplateFile {
    let label = |label: &Label| VI.label(label).to_owned();
    let wording = Wording { blank: "(tên)", honorifics: &HONORIFICS, label: &label };
    TemplateFile::of(hall.congress().details.kind, hall.congress().handed_on(&wording))
}

fn lesson(text: &str) -> Change {
    let lesson = NewLesson { area: Area::Counting, well: false, text: text.to_owned(), brought: false };
    PreparationChange::LessonAdded(lesson).into()
}

/// A congress in which people stand in every text that people write.
fn full() -> Hall {
    let mut hall = crate::gated();
    for gate in Gate::ALL {
        let facts = hall.congress().gate_facts(gate).to_vec();
        let (by, reason) = (FULL[8].to_owned(), format!("{} đã đồng ý", FULL[9]));
        prepare(&mut hall, PreparationChange::GatePassed { gate, facts, by, reason });
    }
    for (name, place) in FULL.iter().zip(1..) {
        let id = TaskId::from(format!("P2_van_kien-{:02}", place.min(15)).as_str());
        if hall.congress().checklist.task(&id).is_none() {
            continue;
        }
        hall.act(Change::TaskOwner { id: id.clone(), owner: (*name).to_owned() });
        hall.act(Change::TaskNote { id: id.clone(), note: format!("Gọi {name}") });
        prepare(&mut hall, PreparationChange::TaskTitle { id, title: format!("{name} viết báo cáo") });
        let text = format!("Đ/c {name} kiểm phiếu chậm, {} phải làm lại", search_fold(name).to_uppercase());
        hall.act(lesson(&text));
    }
    let due = Due::Offset { days: -3, unit: OffsetUnit::Working };
    let title = format!("Đón {} và {}", FULL[12], FULL[13]);
    let new = NewTask { title, phase: "P5_hau_can".to_owned(), due, owner: FULL[11].to_owned() };
    prepare(&mut hall, PreparationChange::TasksAdded(vec![new]));
    let reason = format!("{} lo rồi", FULL[14]);
    prepare(&mut hall, PreparationChange::NotNeeded { id: TaskId::from("P1_khoi_dong-08"), reason });
    let id = hall.item(6);
    hall.act(Change::ItemPresenter { id: id.clone(), presenter: FULL[15].to_owned() });
    hall.act(Change::ItemTitle { id: id.clone(), title: format!("Tham luận của {}", FULL[16]) });
    let sitting = Some(Sitting::Named(format!("Phiên của {}", FULL[7])));
    hall.act(AgendaChange::Sitting { id, sitting }.into());
    let speaker =
        NewSpeaker { name: FULL[17].to_owned(), kind: TurnKind::Paper, subject: FULL[1].to_owned() };
    let speaker = SpeakerId::made_by(&hall.act(AgendaChange::SpeakerAdded(speaker).into()), 0);
    prepare(&mut hall, PreparationChange::SpeakerReady { id: speaker, ready: true });
    let said = NewOpinion {
        document: "political_report".into(),
        section: String::new(),
        by: FULL[2].to_owned(),
        text: format!("Như {} đã nói", FULL[3]),
    };
    let opinion = OpinionId::made_by(&prepare(&mut hall, PreparationChange::OpinionAdded(said)), 0);
    let (accepted, reason) = (Some(false), FULL[4].to_owned());
    prepare(&mut hall, PreparationChange::OpinionAnswered { id: opinion, accepted, reason });
    prepare(&mut hall, PreparationChange::RulesConfirmed(FULL[5].to_owned()));
    prepare(
        &mut hall,
        PreparationChange::Slogan { place: "right".to_owned(), text: format!("Noi gương {}", FULL[6]) },
    );
    hall.committee();
    hall
}

#[test]
fn nobodys_name_is_in_it() {
    let hall = full();
    let text = template(&hall).to_text();
    let folded: String = search_fold(&text).split_whitespace().collect();
    for name in FULL.iter().chain(&BOARD).chain(&LIST).chain([&PROBATIONARY]) {
        assert!(!text.contains(name), "{name}");
        let name: String = search_fold(name).split_whitespace().collect();
        assert!(!folded.contains(&name), "{name}");
    }
    assert!(text.contains("(tên) viết báo cáo") && text.contains("Tham luận của (tên)"), "{text}");
    // What was kept back as a whole.
    for kept in ["Gọi", "đã đồng ý", "Như", "attendance", "people_added", "gate_passed", "opinion"] {
        assert!(!text.contains(kept), "{kept}");
    }
}

#[test]
fn names_are_found_as_people_write_them() {
    let mut hall = crate::gated();
    for (text, expected) in [
        ("Trần Quốc Hưng đếm nhầm", "(tên) đếm nhầm"),
        ("TRẦN QUỐC HƯNG đếm nhầm", "(tên) đếm nhầm"),
        ("tran quoc hung dem nham", "(tên) dem nham"),
        ("Trần  Quốc\nHưng", "(tên)"),
        ("Tra\u{302}\u{300}n Quốc Hưng", "(tên)"),
        ("Giao anh Quốc Hưng, chị Bích Ngọc.", "Giao anh (tên), chị (tên)."),
        ("Đồng chí Hưng và đ/c Yến, bà Lan", "Đồng chí (tên) và đ/c (tên), bà (tên)"),
        ("Bản văn an toàn, quốc hưng thịnh", "Bản văn an toàn, quốc hưng thịnh"),
        ("Chấn hưng, an ninh, phát triển bền vượng", "Chấn hưng, an ninh, phát triển bền vượng"),
        ("Trần Quốc Hưngg", "Trần Quốc Hưngg"),
        ("(Y Blŏk Êban)", "((tên))"),
    ] {
        hall.act(lesson(text));
        let file = template(&hall);
        let Some(Change::Preparation(PreparationChange::LessonAdded(last))) = file
            .changes
            .iter()
            .rev()
            .find(|change| matches!(change, Change::Preparation(PreparationChange::LessonAdded(_))))
        else {
            panic!()
        };
        assert_eq!(last.text, expected);
    }
}

#[test]
fn it_is_read_and_taken_by_another_congress() {
    let file = template(&full());
    let text = file.to_text();
    let read = TemplateFile::read(&text).unwrap();
    assert_eq!((read.to_text(), &read), (text, &file));
    let mut other = Hall::founded_with(CongressKind::CellCommittee, 2, "party/2");
    for change in read.changes {
        other.act(change);
    }
    let congress = other.congress();
    let own: Vec<_> = congress.checklist.tasks().iter().filter(|task| task.template.is_none()).collect();
    assert_eq!(own.len(), 1);
    assert_eq!((own[0].title.as_deref(), own[0].owner.as_str()), (Some("Đón (tên) và (tên)"), ""));
    assert_eq!(own[0].due, Some(crate::date("2022-05-23")));
    assert!(congress.preparation.lessons.iter().all(|lesson| lesson.brought));
    assert_eq!(congress.agenda.items.len(), full().congress().agenda.items.len());
    assert_eq!(congress.agenda.start_minute, full().congress().agenda.start_minute);
    // Votes and what the chair says come along.
    let scripts = |hall: &Hall| {
        let items = hall.congress().agenda.items.iter();
        items.map(|item| (item.vote, VI.label(&item.lead).to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(scripts(&other), scripts(&full()));
    assert!(scripts(&other).iter().any(|(_, lead)| !lead.is_empty()));
    assert!(!congress.holds(
        so_tay_dai_hoi::congress::preparation::Fact::LessonsNoted,
        so_tay_dai_hoi::congress::preparation::Witnessed::ALL
    ));
}

#[test]
fn another_file_is_not_taken() {
    let text = template(&crate::gated()).to_text();
    assert!(TemplateFile::read(&text).is_some());
    for (from, to) in [
        ("so-tay-dai-hoi-mau", "so-tay-dai-hoi"),
        ("\"version\": 1", "\"version\": 2"),
        ("\"changes\": [", "\"changes\": [{\"closed\":1},"),
        ("\"changes\": [", "\"changes\": [\"everybody_present\","),
        ("\"changes\": [", "\"changes\": [{\"people_added\":[{\"name\":\"An\"}]},"),
        ("\"kind\"", "\"sort\""),
        ("}", ""),
    ] {
        let damaged = text.replacen(from, to, 1);
        assert_ne!(damaged, text, "{from}");
        assert!(TemplateFile::read(&damaged).is_none(), "{to}");
    }
    assert!(TemplateFile::read(&format!("{text}{}", " ".repeat(MAX_BYTES))).is_none());
    assert!(TemplateFile::read("").is_none());
}

/// A superior issues one file: its name, the deadline and the confirmed rules come along, and a cell takes them in.
#[test]
fn what_a_superior_sets_travels_with_the_template() {
    let mut hall = crate::gated();
    let deadline = chrono::NaiveDate::from_ymd_opt(2022, 6, 28);
    hall.act(Change::Detail(Detail::Superior("Đảng ủy Khối".to_owned())));
    hall.act(Change::Detail(Detail::Deadline(deadline)));
    let particulars = |hall: &Hall| {
        let file = TemplateFile::read(&template(hall).to_text()).unwrap();
        file.changes.into_iter().filter(|change| matches!(change, Change::Detail(_))).collect::<Vec<_>>()
    };
    assert_eq!(particulars(&hall).len(), 2);
    prepare(&mut hall, PreparationChange::RulesConfirmed("Bùi Văn An".to_owned()));
    let issued = particulars(&hall);
    assert_eq!(issued.last(), Some(&Change::Detail(Detail::Rules(RulesId::Party244))));
    let own = RulesId::Party244.source().unwrap().replace("party_244_2014", "khuyen_hoc");
    let own = RuleProfile::own_from_json(&own).unwrap();
    hall.act(Change::Detail(Detail::OwnRules(Box::new(own.clone()))));
    prepare(&mut hall, PreparationChange::RulesConfirmed("Bùi Văn An".to_owned()));
    let mut cell = Hall::founded(CongressKind::CellCommittee, 2);
    for change in particulars(&hall) {
        cell.act(change);
    }
    let details = &cell.congress().details;
    assert_eq!((details.superior.as_str(), details.deadline), ("Đảng ủy Khối", deadline));
    assert_eq!(cell.congress().profile(), Some(&own));
}
