//! The files that earlier versions wrote. Each must keep reading, say the same, and be written again as it is.

use crate::hall::{Hall, LIST};
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::election::story::{Decided, Decision};
use so_tay_dai_hoi::congress::election::{Office, RuleProfile, RulesId};
use so_tay_dai_hoi::congress::{Congress, Moment};
use so_tay_dai_hoi::journal::Exported;

const V1: &str = include_str!("../fixtures/export-v1.json");
const V2: &str = include_str!("../fixtures/export-v2.json");

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
    assert_eq!(congress.checklist.tasks()[0].state, TaskState::Done);
    assert_eq!(congress.agenda.items[0].elapsed(Moment(0)), 15_940_000);
    assert_eq!(congress.elected(Office::Committee), LIST[..3]);
    assert_eq!(congress.elected(Office::Secretary), LIST[..1]);
    assert_eq!(congress.agenda.closed, Some(Moment(1_653_540_000_000)));
}

#[test]
fn version_1_keeps_reading() {
    let logbook = Exported::read(V1).unwrap();
    check_says(logbook.state());
    assert_eq!(Exported::of(&logbook).to_text(), V1);
}

#[test]
fn version_2_keeps_reading() {
    let logbook = Exported::read(V2).unwrap();
    let congress = logbook.state();
    check_says(congress);
    assert_eq!((congress.details.rules, congress.profile()), (RulesId::Own, Some(&own_rules())));
    assert_eq!(congress.rounds[1].reason("unmarked_among_valid:1"), Some("Đoàn chủ tịch xác nhận"));
    assert_eq!((congress.decisions.len(), congress.offers()), (1, Vec::new()));
    assert_eq!(Exported::of(&logbook).to_text(), V2);
}

/// Today's records are those of version 2, so this fails when the format changes without a new version. To add the
/// file of a new version, write what this compares.
#[test]
fn version_2_is_what_is_written() {
    let hall = written();
    check_says(hall.congress());
    let text = Exported::of(&hall.logbook).to_text();
    let differs = text.lines().zip(V2.lines()).find(|(written, kept)| written != kept);
    assert_eq!((differs, text.len()), (None, V2.len()));
}

/// Older apps read what holds nothing new.
#[test]
fn a_file_is_written_in_the_lowest_version_that_holds_it() {
    let mut hall = Hall::sample();
    assert_eq!(Exported::of(&hall.logbook).version, 1);
    hall.act(Change::Detail(Detail::OwnRules(Box::new(own_rules()))));
    assert_eq!(Exported::of(&hall.logbook).version, 2);
}
