//! The built-in checklist and agendas: they parse, they are complete, and their sums are right.

use so_tay_dai_hoi::congress::agenda::template::{
    AgendaSet, AgendaTemplate, DEFAULT_AGENDA_SET, ItemKind, SessionPart, VoteForm,
};
use so_tay_dai_hoi::congress::bilingual::Bilingual;
use so_tay_dai_hoi::congress::checklist::template::{ChecklistTemplate, DEFAULT_CHECKLIST, OffsetUnit};
use so_tay_dai_hoi::congress::confidence::Confidence;
use so_tay_dai_hoi::congress::kind::CongressKind;
use so_tay_dai_hoi::congress::preparation::Gate;
use so_tay_dai_hoi::congress::preparation::decoration::Decoration;
use so_tay_dai_hoi::congress::preparation::dossier::DossierLists;
use so_tay_dai_hoi::congress::preparation::drafts::DocumentSet;
use std::collections::HashSet;

const KINDS: [CongressKind; 4] = [
    CongressKind::CellCommittee,
    CongressKind::CellNoCommittee,
    CongressKind::GrassrootsMembers,
    CongressKind::GrassrootsDelegates,
];

const CELL_WITH_COMMITTEE: &str = "party/1:cell_with_committee_half_day";
const CELL_WITHOUT_COMMITTEE: &str = "party/1:cell_without_committee_half_day";
const GRASSROOTS: &str = "party/1:grassroots_one_day";

#[expect(clippy::expect_used, reason = "a helper of tests")]
fn checklist() -> &'static ChecklistTemplate {
    ChecklistTemplate::by_id(DEFAULT_CHECKLIST).expect("the embedded checklist parses")
}

#[expect(clippy::expect_used, reason = "a helper of tests")]
fn agendas() -> &'static AgendaSet {
    AgendaSet::by_id(DEFAULT_AGENDA_SET).expect("the embedded agendas parse")
}

/// Filled in both languages, trimmed, composed, and without the words of somebody's notes.
fn check_text(place: &str, text: &Bilingual) {
    for side in [text.vi(), text.en()] {
        assert!(!side.is_empty(), "{place} is empty");
        assert_eq!(side, side.split_whitespace().collect::<Vec<_>>().join(" "), "{place}: spaces");
        assert!(unicode_normalization::is_nfc(side), "{place}: {side} is not composed");
        for word in ["UNVERIFIED", "Seed", "TODO"] {
            assert!(!side.contains(word), "{place}: {side}");
        }
    }
}

fn check_kinds(place: &str, kinds: &[CongressKind]) {
    assert!(!kinds.is_empty(), "{place} applies to nothing");
    assert_eq!(kinds.iter().collect::<HashSet<_>>().len(), kinds.len(), "{place} names a kind twice");
}

fn check_unique<'a>(ids: impl Iterator<Item = &'a str>) {
    let mut seen = HashSet::new();
    for id in ids {
        assert!(seen.insert(id), "{id} occurs twice");
    }
}

#[test]
fn unknown_ids() {
    for id in ["", "party", "party/0", "party/1 ", "PARTY/1"] {
        assert!(ChecklistTemplate::by_id(id).is_none(), "{id}");
        assert!(AgendaSet::by_id(id).is_none(), "{id}");
    }
    for id in
        ["", ":", "party/1", "party/1:", "party/1:other", "party/0:grassroots_one_day", "grassroots_one_day"]
    {
        assert!(AgendaTemplate::by_id(id).is_none(), "{id}");
    }
}

#[test]
fn tasks_of_each_phase() {
    let counts: Vec<(&str, usize)> = checklist()
        .phases
        .iter()
        .map(|phase| {
            (phase.title.vi(), checklist().tasks.iter().filter(|task| task.phase == phase.id).count())
        })
        .collect();
    let expected = [
        ("Khởi động", 8),
        ("Văn kiện", 15),
        ("Nhân sự", 14),
        ("Kịch bản", 8),
        ("Hậu cần", 12),
        ("Ngày đại hội", 16),
        ("Sau đại hội", 12),
    ];
    assert_eq!(counts, expected);
    assert_eq!(checklist().tasks.len(), 85);
}

#[test]
fn tasks_of_each_kind() {
    for (kind, expected) in KINDS.into_iter().zip([74, 73, 78, 81]) {
        assert_eq!(checklist().tasks_for(kind).count(), expected, "{kind:?}");
    }
}

#[test]
fn tasks_stand_phase_by_phase() {
    check_unique(checklist().phases.iter().map(|phase| phase.id.as_str()));
    let mut phases: Vec<&str> = checklist().tasks.iter().map(|task| task.phase.as_str()).collect();
    phases.dedup();
    assert_eq!(phases, checklist().phases.iter().map(|phase| phase.id.as_str()).collect::<Vec<_>>());
}

#[test]
fn tasks_are_complete() {
    check_unique(checklist().tasks.iter().map(|task| task.id.as_str()));
    for phase in &checklist().phases {
        check_text(&phase.id, &phase.title);
        assert_eq!(checklist().phase(&phase.id), Some(phase));
    }
    for task in &checklist().tasks {
        for text in [&task.title, &task.role, &task.done_when, &task.pitfall, &task.source] {
            check_text(&task.id, text);
        }
        check_kinds(&task.id, &task.applies_to);
        assert_eq!(checklist().task(&task.id), Some(task));
    }
    assert!(checklist().task("no such task").is_none());
}

/// A role has one name in each language.
#[test]
fn roles_are_named_alike() {
    let roles: HashSet<_> = checklist().tasks.iter().map(|task| &task.role).collect();
    check_unique(roles.iter().map(|role| role.vi()));
    check_unique(roles.iter().map(|role| role.en()));
    assert_eq!(roles.len(), 42);
}

#[test]
fn offsets_stand_in_their_phase() {
    for task in &checklist().tasks {
        let fits = match task.phase.as_str() {
            "P6_ngay_dai_hoi" => task.offset_days == 0,
            "P7_sau_dai_hoi" => (0..=30).contains(&task.offset_days),
            _ => (-75..0).contains(&task.offset_days),
        };
        assert!(fits, "{}: {}", task.id, task.offset_days);
    }
}

/// The limits that a rule counts in working days, none of them a guess.
#[test]
fn working_days() {
    let counted: Vec<(&str, i32)> = checklist()
        .tasks
        .iter()
        .filter(|task| task.offset_unit == OffsetUnit::Working)
        .inspect(|task| assert_ne!(task.offset_confidence, Confidence::Unverified, "{}", task.id))
        .map(|task| (task.id.as_str(), task.offset_days))
        .collect();
    assert_eq!(counted, [("P7_sau_dai_hoi-06", 7), ("P7_sau_dai_hoi-07", 22), ("P7_sau_dai_hoi-08", 15)]);
}

/// An estimate is never shown as more than that; what happens on the day is dated by its nature.
#[test]
fn estimates_are_unverified() {
    for task in checklist().tasks.iter().filter(|task| task.source.en() == "Estimate from practice") {
        assert_eq!(task.content_confidence, Confidence::Unverified, "{}", task.id);
        let on_the_day = task.phase == "P6_ngay_dai_hoi";
        assert!(on_the_day || task.offset_confidence == Confidence::Unverified, "{}", task.id);
    }
}

#[test]
fn items_are_complete() {
    check_text("note", &agendas().note);
    check_unique(agendas().agendas.iter().map(|agenda| agenda.id.as_str()));
    for agenda in &agendas().agendas {
        assert_eq!(AgendaTemplate::by_id(&agenda.id), Some(agenda));
        check_unique(agenda.items.iter().map(|item| item.code.as_str()));
        check_kinds(&agenda.id, &agenda.applies_to);
        for item in &agenda.items {
            let place = format!("{} {}", agenda.id, item.code);
            check_text(&place, &item.title);
            let nobody_leads = item.kind == ItemKind::Break || item.code == "reserve";
            assert_eq!(item.presenter.is_empty(), nobody_leads, "{place}: presenter");
            if !nobody_leads {
                check_text(&place, &item.presenter);
            }
            assert!(item.minutes > 0, "{place}: minutes");
            assert_eq!(agenda.item(&item.code), Some(item));
        }
    }
}

/// An item begins when the one before it ends, but for the two gaps of the whole day.
#[test]
fn items_follow_each_other() {
    for agenda in &agendas().agendas {
        let gaps: Vec<(&str, u16)> = agenda
            .items
            .iter()
            .zip(agenda.items.iter().skip(1))
            .filter(|(item, next)| item.end() != next.start)
            .map(|(item, next)| (next.code.as_str(), next.start - item.end()))
            .collect();
        let expected: &[(&str, u16)] =
            if agenda.id == GRASSROOTS { &[("flag_open", 15), ("elect_list", 120)] } else { &[] };
        assert_eq!(gaps, expected, "{}", agenda.id);
        let reception = agenda.items.first().map(|item| (item.code.as_str(), item.end()));
        assert_eq!(reception, Some(("pre", agenda.start)), "{}", agenda.id);
    }
}

#[test]
fn minutes_add_up() {
    for (id, start, minutes, end) in [
        (CELL_WITH_COMMITTEE, 7 * 60 + 30, 240, 11 * 60 + 30),
        (CELL_WITHOUT_COMMITTEE, 7 * 60 + 30, 195, 10 * 60 + 45),
        (GRASSROOTS, 7 * 60, 600 - 15 - 120, 17 * 60),
    ] {
        let agenda = AgendaTemplate::by_id(id).unwrap();
        assert_eq!(agenda.start, start, "{id}");
        assert_eq!(agenda.items.iter().skip(1).map(|item| item.minutes).sum::<u16>(), minutes, "{id}");
        assert_eq!(agenda.end(), end, "{id}");
    }
}

#[test]
fn each_kind_has_an_agenda() {
    for (kind, id) in
        KINDS.into_iter().zip([CELL_WITH_COMMITTEE, CELL_WITHOUT_COMMITTEE, GRASSROOTS, GRASSROOTS])
    {
        assert_eq!(AgendaTemplate::default_for(kind).unwrap().id, id, "{kind:?}");
    }
}

/// A cell without a committee does not hear of one.
#[test]
fn no_committee_where_there_is_none() {
    for item in &AgendaTemplate::by_id(CELL_WITHOUT_COMMITTEE).unwrap().items {
        for text in [&item.title, &item.presenter] {
            assert!(!text.vi().to_lowercase().contains("chi ủy"), "{}: {}", item.code, text.vi());
            let english = ["vote-counting committee", "upper party committee", "upper committee"]
                .iter()
                .fold(text.en().to_lowercase(), |english, other| english.replace(other, ""));
            assert!(!english.contains("committee"), "{}: {}", item.code, text.en());
        }
    }
}

#[test]
fn votes_fit_their_items() {
    for agenda in &agendas().agendas {
        for item in &agenda.items {
            let fits = match item.kind {
                ItemKind::OpenVote => item.vote == VoteForm::Hands,
                ItemKind::Ceremony | ItemKind::Break => item.vote == VoteForm::None,
                ItemKind::Election => true,
                ItemKind::Report | ItemKind::Discussion | ItemKind::Other => item.vote != VoteForm::Secret,
            };
            assert!(fits, "{} {}: {:?} {:?}", agenda.id, item.code, item.kind, item.vote);
        }
    }
}

#[test]
fn sessions_of_the_whole_day() {
    for agenda in &agendas().agendas {
        let mut sessions: Vec<_> = agenda.items.iter().map(|item| item.session).collect();
        sessions.dedup();
        let expected: &[_] = if agenda.id == GRASSROOTS {
            &[None, Some(SessionPart::Preparatory), Some(SessionPart::Official)]
        } else {
            &[None]
        };
        assert_eq!(sessions, expected, "{}", agenda.id);
    }
}

#[test]
fn speaking_limits() {
    let limits = &agendas().speaking_limits;
    for (kind, (paper, guidance)) in KINDS.into_iter().zip([(7, 10), (7, 10), (8, 20), (8, 20)]) {
        assert_eq!(limits.prepared_paper_min(kind), paper, "{kind:?}");
        assert_eq!(limits.guidance_speech_min(kind), guidance, "{kind:?}");
    }
    assert_eq!((limits.floor_remark_min, limits.second_remark_min), (3, 2));
    assert_eq!(limits.warn_before_end_s, [60, 0]);
}

/// Every item but the reserve has what the chair says and what is minuted, and no script stands there for nobody.
#[test]
fn scripts_and_kind_signs() {
    let set = agendas();
    let items = || set.agendas.iter().flat_map(|agenda| &agenda.items);
    for item in items().filter(|item| item.code != "reserve") {
        check_text(&item.code, &item.lead);
        check_text(&item.code, &item.minute);
    }
    for script in &set.scripts {
        let used = items().any(|item| item.script.as_ref().unwrap_or(&item.code) == &script.name);
        assert!(used, "{}", script.name);
    }
    check_unique(set.scripts.iter().map(|script| script.name.as_str()));
    check_unique(set.kind_signs.iter().flat_map(|sign| &sign.words).map(String::as_str));
}

/// The second edition names tasks that there are, each once, and every gate and kind has what it needs.
#[test]
fn facts_and_gates_name_tasks_that_there_are() {
    let text = include_str!("../data/checklists/party-2.json");
    let edition: serde_json::Value = serde_json::from_str(text).unwrap();
    for list in ["facts", "behind"] {
        let tasks: Vec<&str> =
            edition[list].as_array().unwrap().iter().map(|one| one["task"].as_str().unwrap()).collect();
        check_unique(tasks.iter().copied());
        assert!(tasks.iter().all(|task| checklist().task(task).is_some()), "{tasks:?}");
    }
    let with_fact = checklist().tasks.iter().filter(|task| task.fact.is_some()).count();
    assert_eq!(with_fact, edition["facts"].as_array().unwrap().len());
    assert!(checklist().task(&checklist().ratification).is_some());
    for gate in Gate::ALL {
        assert!(!checklist().gate_facts(gate).is_empty(), "{gate:?}");
    }
    for kind in KINDS {
        assert!(checklist().ends_by(kind).is_some(), "{kind:?}");
    }
    // The tasks are those of the first edition.
    let first = ChecklistTemplate::by_id("party/1").unwrap();
    let ids = |list: &ChecklistTemplate| list.tasks.iter().map(|task| task.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(first), ids(checklist()));
    assert!(first.gates.is_empty() && first.tasks.iter().all(|task| task.fact.is_none()));
}

#[test]
fn documents_dossiers_and_decoration_are_complete() {
    let documents = DocumentSet::party().unwrap();
    check_text("documents", &documents.source);
    check_unique(documents.documents.iter().map(|document| document.id.as_str()));
    for document in &documents.documents {
        let id = document.id.as_str();
        check_text(id, &document.title);
        check_kinds(id, &document.applies_to);
        check_unique(document.outline.iter().map(|section| section.id.as_str()));
        check_unique(document.review.iter().map(|question| question.id.as_str()));
        for section in &document.outline {
            check_text(id, &section.title);
            check_text(id, &section.hint);
        }
        document.review.iter().for_each(|question| check_text(id, &question.text));
    }
    assert_eq!(documents.documents.iter().filter(|document| document.is_scheme).count(), 1);
    let lists = DossierLists::party().unwrap();
    check_text("dossiers", &lists.source);
    check_unique(lists.parts.iter().map(|part| part.id.as_str()));
    lists.parts.iter().for_each(|part| check_text(&part.id, &part.title));
    let decoration = Decoration::party().unwrap();
    check_text("decoration", &decoration.source);
    check_unique(decoration.slogans.iter().map(|slogan| slogan.id.as_str()));
    check_unique(decoration.pieces.iter().map(|piece| piece.id.as_str()));
    for slogan in &decoration.slogans {
        check_text(&slogan.id, &slogan.place);
        check_text(&slogan.id, &slogan.text);
    }
    let mut places: Vec<(u8, u8)> = decoration.pieces.iter().map(|piece| (piece.row, piece.column)).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), decoration.pieces.len(), "two pieces stand in one place");
    assert!(places.iter().all(|(row, column)| (1..=4).contains(row) && (1..=4).contains(column)));
}
