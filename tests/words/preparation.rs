//! The preparation: every sentence in both languages, and one of every change of it.

use crate::{check, check_complete};
use chrono::NaiveDate;
use so_tay_dai_hoi::congress::Refusal;
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::checklist::template::OffsetUnit;
use so_tay_dai_hoi::congress::election::Office;
use so_tay_dai_hoi::congress::id::{DocumentId, LessonId, OpinionId, SpeakerId, TaskId};
use so_tay_dai_hoi::congress::preparation::committee::CommitteeFigure;
use so_tay_dai_hoi::congress::preparation::dossier::PartKind;
use so_tay_dai_hoi::congress::preparation::lesson::{Area, NewLesson};
use so_tay_dai_hoi::congress::preparation::opinion::NewOpinion;
use so_tay_dai_hoi::congress::preparation::{
    DocumentState, Due, Fact, Gate, NewTask, PreparationChange, Voters,
};
use so_tay_dai_hoi::words::{Language, Words};

fn name() -> String {
    "An".to_owned()
}

/// A sentence of a paper that this build knows, and of one that it does not; taken back as well.
fn reworded() -> Vec<PreparationChange> {
    let texts = [name(), String::new()];
    let change = |paper: &str, text: &String| PreparationChange::Worded {
        paper: paper.to_owned(),
        original: "x".to_owned(),
        text: text.clone(),
    };
    texts.iter().flat_map(|text| [change("minutes", text), change("other", text)]).collect()
}

/// Every change of the preparation.
pub fn changes() -> Vec<PreparationChange> {
    let id = TaskId::from("task");
    let on = NaiveDate::from_ymd_opt(2022, 5, 26).unwrap();
    let document = DocumentId::from("political_report");
    let section = "results".to_owned();
    let new = NewOpinion { document: document.clone(), section: section.clone(), by: name(), text: name() };
    let (opinion, lesson) = (OpinionId::from("opinion"), LessonId::from("lesson"));
    let offset = Due::Offset { days: -3, unit: OffsetUnit::Working };
    let task = NewTask { title: name(), phase: "P5_hau_can".to_owned(), due: Due::On(on), owner: name() };
    let mut changes = vec![
        PreparationChange::TasksAdded(vec![task.clone()]),
        PreparationChange::TasksAdded(vec![NewTask { due: offset.clone(), owner: String::new(), ..task }]),
        PreparationChange::TaskRemoved(id.clone()),
        PreparationChange::TaskMoved { id: id.clone(), before: None },
        PreparationChange::TaskMoved { id: id.clone(), before: Some(TaskId::from("other")) },
        PreparationChange::TaskTitle { id: id.clone(), title: name() },
        PreparationChange::NotNeeded { id: id.clone(), reason: name() },
        PreparationChange::SectionWritten {
            document: document.clone(),
            section: section.clone(),
            written: true,
        },
        PreparationChange::SectionWritten { document: document.clone(), section, written: false },
        PreparationChange::OpinionAdded(new.clone()),
        PreparationChange::OpinionAdded(NewOpinion { section: String::new(), by: String::new(), ..new }),
        PreparationChange::OpinionRemoved(opinion.clone()),
        PreparationChange::SpareBallots(3),
        PreparationChange::EndsBy(690),
        PreparationChange::RulesConfirmed(name()),
        PreparationChange::RulesConfirmed(String::new()),
        PreparationChange::LessonRemoved(lesson.clone()),
        PreparationChange::Slogan { place: "top".to_owned(), text: name() },
    ];
    changes.extend(reworded());
    for due in [None, Some(Due::On(on)), Some(offset)] {
        changes.push(PreparationChange::TaskDue { id: id.clone(), due });
    }
    for state in TaskState::ALL {
        changes.push(PreparationChange::TasksMarked { ids: vec![id.clone()], state });
    }
    for state in DocumentState::ALL {
        for reason in [name(), String::new()] {
            changes.push(PreparationChange::Document { id: document.clone(), state, on, reason });
        }
    }
    for answer in [None, Some(true), Some(false)] {
        let question = "targets".to_owned();
        changes.push(PreparationChange::Reviewed { document: document.clone(), question, holds: answer });
        let (id, reason) = (opinion.clone(), name());
        changes.push(PreparationChange::OpinionAnswered { id, accepted: answer, reason });
    }
    for yes in [true, false] {
        changes.push(PreparationChange::SpeakerReady { id: SpeakerId::from("speaker"), ready: yes });
        changes.push(PreparationChange::Filed { part: "archive/plan".to_owned(), filed: yes });
    }
    changes.extend(changes_of_the_day(&lesson));
    changes
}

fn changes_of_the_day(lesson: &LessonId) -> Vec<PreparationChange> {
    let mut changes = Vec::new();
    for printed in [None, Some(21)] {
        changes.push(PreparationChange::BallotsPrinted { office: Office::Committee, printed });
    }
    for figure in CommitteeFigure::ALL {
        changes.push(PreparationChange::Committee { figure, value: Some(3) });
        changes.push(PreparationChange::Committee { figure, value: None });
    }
    for gate in Gate::ALL {
        let facts = Fact::ALL.to_vec();
        changes.push(PreparationChange::GatePassed { gate, facts, by: name(), reason: name() });
    }
    for area in Area::ALL {
        changes.push(PreparationChange::LessonAdded(NewLesson {
            area,
            well: true,
            text: name(),
            brought: false,
        }));
        changes.push(PreparationChange::LessonChanged { id: lesson.clone(), area, text: name() });
    }
    changes
}

/// Every refusal of the preparation.
pub fn refusals() -> Vec<Refusal> {
    let mut refusals = vec![
        Refusal::OutOfRange(0, 5),
        Refusal::TicksItself,
        Refusal::NotYours,
        Refusal::NoWhy,
        Refusal::DocumentsFirst,
    ];
    for gate in Gate::ALL {
        refusals.push(Refusal::GateClosed(gate, 1));
        refusals.push(Refusal::GateClosed(gate, 3));
    }
    refusals
}

#[test]
fn the_lists_of_the_preparation_are_complete() {
    check_complete("src/congress/preparation/change.rs", "PreparationChange", &changes());
    check_complete("src/congress/preparation/committee.rs", "CommitteeFigure", &CommitteeFigure::ALL);
    check_complete("src/congress/preparation/fact.rs", "Fact", &Fact::ALL);
    check_complete("src/congress/preparation/gate.rs", "Gate", &Gate::ALL);
    check_complete("src/congress/preparation/lesson.rs", "Area", &Area::ALL);
    check_complete("src/congress/preparation/drafts.rs", "DocumentState", &DocumentState::ALL);
}

#[test]
fn what_the_preparation_says() {
    for fact in Fact::ALL {
        check(|words| words.fact(fact).to_owned());
    }
    for gate in Gate::ALL {
        check(|words| words.gate(gate).to_owned());
    }
    for area in Area::ALL {
        check(|words| words.area(area).to_owned());
    }
    for state in DocumentState::ALL {
        check(|words| words.document_state(state).to_owned());
    }
    check(|words| words.document_not_begun().to_owned());
    check(|words| words.open_document("Report"));
    for kind in PartKind::ALL {
        check(|words| words.part_kind(kind).to_owned());
    }
    for number in [1, 2] {
        check(|words| words.still_missing(number));
        check(|words| words.chosen(number));
        check(|words| words.done_of(number, 7));
        check(|words| words.parts_there(number, 7));
        check(|words| words.template_items(number));
        check(|words| words.template_lessons(number));
        check(|words| words.heard(number, 7));
    }
    for days in [-1, -3, 0, 1, 7] {
        check(|words| words.days_left(days));
        let today = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
        check(|words| words.due_seen_from(today + chrono::Days::new(400), today));
        check(|words| words.due_seen_from(today + chrono::Days::new(30), today));
    }
    for voters in [Voters::Expected(18), Voters::OnRoll(18), Voters::Present(17)] {
        check(|words| words.ballots_needed(voters, 3));
    }
    check(|words| words.papers_lack("Term", 0));
    check(|words| words.papers_lack("Term", 3));
    check(|words| words.write_particular("Term"));
    check(|words| words.rules_refused("rules.json", "JSON."));
    check(|words| words.ends_against("11:20", "11:30"));
    check(|words| words.time_wrong("Begins at"));
    check(|words| words.minutes_wrong(600));
    check(|words| words.quorum_sum(18, 17, 12));
    check(|words| words.quorum_sum(18, 18, 12));
    check(|words| words.week_of("23/5", "29/5"));
    check(|words| words.move_consequence("26/5/2022", 1, 2));
    check(|words| words.plan_sum(3, 74, 1, 2));
}

#[test]
fn kinds_of_congress_that_share_a_programme_have_one_name() {
    use so_tay_dai_hoi::congress::CongressKind::*;
    let told = |language, kinds: &[_]| Words::in_language(language).kinds(kinds);
    let both = [GrassrootsMembers, GrassrootsDelegates];
    assert_eq!(told(Language::Vietnamese, &both), "Đảng bộ cơ sở (đại hội đảng viên hoặc đại hội đại biểu)");
    assert_eq!(told(Language::English, &both), "Grassroots (all members or delegates)");
    assert_eq!(told(Language::Vietnamese, &[CellCommittee]), "Chi bộ có chi ủy");
    assert_eq!(
        told(Language::Vietnamese, &[CellCommittee, GrassrootsMembers]),
        "Chi bộ có chi ủy; Đảng bộ cơ sở, đại hội đảng viên"
    );
}
