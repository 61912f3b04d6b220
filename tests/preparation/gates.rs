//! Gates: passed by the facts, or by a named person's word for each fact that does not hold; in no other way.

use crate::hall::{Hall, LIST};
use crate::{date, prepare, refused};
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::election::Office;
use so_tay_dai_hoi::congress::id::TaskId;
use so_tay_dai_hoi::congress::preparation::drafts::DocumentTemplate;
use so_tay_dai_hoi::congress::preparation::{DocumentState, Fact, Gate, PreparationChange, Witnessed};
use so_tay_dai_hoi::congress::{Change, CongressKind, Moment, Refusal};

/// What goes through each gate.
fn through(hall: &Hall, gate: Gate) -> Change {
    match gate {
        Gate::Opening => Change::ItemBegun { id: hall.item(0), at: Moment(1) },
        Gate::Ballots => {
            Change::RoundOpened(hall.congress().opening(&hall.proposal(Office::Committee, 3, &LIST)))
        }
        Gate::Report => Change::Task { id: TaskId::from("P7_sau_dai_hoi-06"), state: TaskState::Done },
    }
}

/// Everything that the congress itself can see to before its elections.
fn ready() -> Hall {
    let mut hall = crate::gated();
    let on = date("2022-05-10");
    for document in DocumentTemplate::of(hall.congress().details.kind) {
        let (state, reason) = (DocumentState::Approved, String::new());
        prepare(&mut hall, PreparationChange::Document { id: document.id.clone(), state, on, reason });
    }
    prepare(&mut hall, PreparationChange::RulesConfirmed("Bùi Văn An".to_owned()));
    for office in [Office::Committee, Office::Secretary, Office::DeputySecretary] {
        prepare(&mut hall, PreparationChange::BallotsPrinted { office, printed: Some(20) });
    }
    hall
}

fn word(hall: &mut Hall, gate: Gate, facts: &[Fact], by: &str, reason: &str) -> Option<Refusal> {
    let (facts, by, reason) = (facts.to_vec(), by.to_owned(), reason.to_owned());
    refused(hall, PreparationChange::GatePassed { gate, facts, by, reason })
}

#[test]
fn a_new_congress_comes_through_no_gate() {
    for gate in Gate::ALL {
        let hall = crate::gated();
        let change = through(&hall, gate);
        let unmet = hall.congress().unmet(gate, Some(Office::Committee), Witnessed::ALL).len();
        let expected = Refusal::GateClosed(gate, u32::try_from(unmet).unwrap());
        assert!(unmet > 0);
        assert_eq!(hall.congress().admit(&change), Err(expected), "{gate:?}");
    }
}

#[test]
fn with_every_fact_it_comes_through_without_a_word() {
    for gate in [Gate::Opening, Gate::Ballots] {
        let mut hall = ready();
        assert_eq!(hall.congress().unmet(gate, None, Witnessed::ALL), []);
        let change = through(&hall, gate);
        hall.act(change);
    }
}

/// Each fact alone stands in the way, a word for another does not help, and a word for it does.
#[test]
fn each_missing_fact_takes_a_word_of_its_own() {
    for gate in Gate::ALL {
        let hall = crate::gated();
        let facts = hall.congress().gate_facts(gate);
        assert!(!facts.is_empty());
        for missing in facts {
            let mut hall = crate::gated();
            let others: Vec<Fact> = facts.iter().filter(|fact| *fact != missing).copied().collect();
            assert_eq!(word(&mut hall, gate, &others, "Bùi Văn An", "Đã có trên giấy"), None);
            let closed = hall.congress().unmet(gate, Some(Office::Committee), Witnessed::default());
            let holds = hall.congress().holds(*missing, Witnessed::default());
            assert_eq!(closed, if holds { vec![] } else { vec![*missing] }, "{gate:?}");
            assert_eq!(word(&mut hall, gate, &[*missing], "Bùi Văn An", "Đoàn chủ tịch cho qua"), None);
            assert_eq!(hall.congress().unmet(gate, Some(Office::Committee), Witnessed::default()), []);
            let change = through(&hall, gate);
            hall.act(change);
        }
    }
}

#[test]
fn a_word_has_a_name_and_a_reason_and_is_on_record() {
    let mut hall = crate::gated();
    let facts = hall.congress().gate_facts(Gate::Opening);
    for (by, reason) in [("", "lý do"), ("  ", "lý do"), ("Bùi Văn An", ""), ("Bùi Văn An", " \n")] {
        assert_eq!(word(&mut hall, Gate::Opening, facts, by, reason), Some(Refusal::EmptyText));
    }
    let long = "a".repeat(600);
    assert_eq!(word(&mut hall, Gate::Opening, facts, "Bùi Văn An", &long), Some(Refusal::TooLong));
    assert_eq!(word(&mut hall, Gate::Opening, facts, "Bùi Văn An", "Văn bản về sau"), None);
    let word = hall.congress().preparation.overrides[0].clone();
    assert_eq!(
        (word.gate, word.by.as_str(), word.reason.as_str()),
        (Gate::Opening, "Bùi Văn An", "Văn bản về sau")
    );
    assert!(word.at > Moment(0));
    // Taken back, the gate is closed again.
    let last = hall.logbook.records().next_back().unwrap().id.clone();
    hall.act(Change::Undone(last));
    let change = through(&hall, Gate::Opening);
    assert!(matches!(hall.attempt(change), Err(Refusal::GateClosed(Gate::Opening, _))));
}

#[test]
fn a_fact_that_goes_away_closes_the_gate_again() {
    let mut hall = ready();
    prepare(&mut hall, PreparationChange::BallotsPrinted { office: Office::Committee, printed: Some(19) });
    let change = through(&hall, Gate::Ballots);
    assert_eq!(hall.attempt(change.clone()).err(), Some(Refusal::GateClosed(Gate::Ballots, 1)));
    prepare(&mut hall, PreparationChange::BallotsPrinted { office: Office::Committee, printed: Some(20) });
    hall.act(change);
}

/// What only the device knows is asked for as well, by whoever knows the device.
#[test]
fn what_the_device_knows_is_asked_for() {
    let hall = ready();
    let change = through(&hall, Gate::Opening);
    let refusal = |witnessed| hall.congress().gate_refusal(&change, witnessed);
    assert_eq!(refusal(Witnessed::ALL), None);
    assert_eq!(refusal(Witnessed::default()), Some(Refusal::GateClosed(Gate::Opening, 2)));
    let backup = Witnessed { rehearsal: false, backup: true };
    assert_eq!(refusal(backup), Some(Refusal::GateClosed(Gate::Opening, 1)));
}

/// The gate is before the first item and before each secret ballot, and nowhere else.
#[test]
fn what_is_no_gate_is_free() {
    let mut hall = ready();
    let first = through(&hall, Gate::Opening);
    hall.act(first);
    prepare(&mut hall, PreparationChange::RulesConfirmed(String::new()));
    let id = hall.item(1);
    hall.act(Change::ItemBegun { id, at: Moment(2) });
    let vote = hall.congress().open_vote("Thông qua chương trình");
    let round = so_tay_dai_hoi::congress::id::RoundId::made_by(&hall.act(Change::RoundOpened(vote)), 0);
    hall.act(Change::RoundDropped(round));
    let many = PreparationChange::TasksMarked {
        ids: vec![TaskId::from("P7_sau_dai_hoi-05"), TaskId::from("P7_sau_dai_hoi-06")],
        state: TaskState::Done,
    };
    assert!(matches!(refused(&mut hall, many), Some(Refusal::GateClosed(Gate::Report, _))));
}

#[test]
fn a_rehearsal_and_an_older_congress_have_no_gates() {
    let (mut founding, _) =
        crate::gated().congress().rehearsal(&so_tay_dai_hoi::congress::id::DeviceId::from_random([1; 8]));
    let rehearsal = so_tay_dai_hoi::congress::Congress::found(&founding);
    let old = Hall::founded(CongressKind::CellCommittee, 1);
    founding.rehearsal = false;
    let real = so_tay_dai_hoi::congress::Congress::found(&founding);
    for gate in Gate::ALL {
        assert_eq!(rehearsal.gate_facts(gate), []);
        assert_eq!(old.congress().gate_facts(gate), []);
        assert!(!real.gate_facts(gate).is_empty());
    }
    let mut old = old;
    assert_eq!(word(&mut old, Gate::Opening, &[], "Bùi Văn An", "lý do"), Some(Refusal::Gone));
}
