//! Two devices wrote the same field differently: every such place is found, none other, and what a person keeps stands.

use crate::chance::{Dice, author, found, work};
use crate::fold::{KINDS, check_fold};
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::id::{PersonId, RecordId, TaskId};
use so_tay_dai_hoi::congress::people::{Attendance, NewPerson, Standing};
use so_tay_dai_hoi::congress::preparation::{Gate, Witnessed};
use so_tay_dai_hoi::congress::{
    AgendaChange, Change, Congress, Detail, Details, Moment, PreparationChange, Refusal,
};
use so_tay_dai_hoi::journal::{Conflict, Logbook};
use std::collections::HashSet;

const AT: Moment = Moment(1_653_530_000_000);

fn write(logbook: &mut Logbook, device: u8, change: impl Into<Change>) -> RecordId {
    logbook.commit(&author(device), AT, change.into()).unwrap().id
}

fn place(text: &str) -> Change {
    Change::Detail(Detail::Place(text.to_owned()))
}

fn state(task: &str, state: TaskState) -> Change {
    Change::Task { id: TaskId::from(task), state }
}

/// A congress with three people on two devices, and the ids of the people.
fn two() -> (Logbook, Logbook, Vec<PersonId>) {
    let mut here = found(1, KINDS[0]);
    let person = |name: &str| NewPerson {
        name: name.to_owned(),
        standing: Standing::Full,
        attendance: Attendance::Unmarked,
    };
    write(&mut here, 1, Change::PeopleAdded(["An", "Bình", "Chi"].map(person).to_vec()));
    let facts = here.state().unmet(Gate::Opening, None, Witnessed::ALL);
    let (by, reason) = ("Bí thư".to_owned(), "Thử".to_owned());
    write(&mut here, 1, PreparationChange::GatePassed { gate: Gate::Opening, facts, by, reason });
    let people = here.state().roll.people().iter().map(|person| person.id.clone()).collect();
    (here.clone(), here, people)
}

fn joined(here: &Logbook, there: &Logbook) -> Logbook {
    let mut joined = here.clone();
    joined.merge(there.records().cloned()).unwrap();
    joined
}

/// What each of two devices does, and how many conflicts that makes.
fn conflicts(own: &[Change], others: &[Change]) -> usize {
    let (mut here, mut there, _) = two();
    for change in own {
        write(&mut here, 1, change.clone());
    }
    for change in others {
        write(&mut there, 2, change.clone());
    }
    let found = Conflict::between(&here, &there);
    let mirrored = Conflict::between(&there, &here);
    let turned =
        |conflict: &Conflict| Conflict { here: conflict.there.clone(), there: conflict.here.clone() };
    assert_eq!(
        found.iter().collect::<HashSet<_>>(),
        mirrored.iter().map(turned).collect::<Vec<_>>().iter().collect()
    );
    found.len()
}

#[test]
fn the_same_field_written_differently_is_a_conflict_and_nothing_else_is() {
    let (_, _, people) = two();
    let (an, binh) = (people[0].clone(), people[1].clone());
    let named = |id: &PersonId, name: &str| Change::PersonRenamed { id: id.clone(), name: name.to_owned() };
    let mark = |id: &PersonId, mark| Change::Attendance { id: id.clone(), mark };
    let gone = |id: &PersonId| Change::PersonRemoved(id.clone());
    let (doing, done) = (TaskState::Doing, TaskState::Done);
    let tasks: Vec<String> =
        two().0.state().checklist.tasks().iter().take(3).map(|task| task.id.to_string()).collect();
    let marked = |state| {
        let ids = tasks.iter().map(|id| TaskId::from(id.as_str())).collect();
        Change::from(PreparationChange::TasksMarked { ids, state })
    };
    let item = two().0.state().agenda.items[1].id.clone();
    let begun = |at| Change::ItemBegun { id: item.clone(), at: Moment(at) };
    let cases: Vec<(&str, Vec<Change>, Vec<Change>, usize)> = vec![
        ("another value", vec![place("A")], vec![place("B")], 1),
        ("the same value", vec![place("A")], vec![place("A")], 0),
        ("only the last word of each counts", vec![place("A"), place("B")], vec![place("C"), place("B")], 0),
        ("another field", vec![place("A")], vec![Change::Detail(Detail::Term("B".to_owned()))], 0),
        ("one side alone", vec![place("A"), place("B")], vec![], 0),
        ("a task", vec![state(&tasks[0], doing)], vec![state(&tasks[0], done)], 1),
        ("another task", vec![state(&tasks[0], doing)], vec![state(&tasks[1], done)], 0),
        ("several tasks at once against one", vec![marked(done)], vec![state(&tasks[0], doing)], 1),
        ("several tasks at once, one pair of records", vec![marked(done)], vec![marked(doing)], 1),
        ("the same state by another change", vec![marked(done)], vec![state(&tasks[0], done)], 0),
        ("a name", vec![named(&an, "Ân")], vec![named(&an, "Anh")], 1),
        ("two people", vec![named(&an, "Ân")], vec![named(&binh, "Anh")], 0),
        ("a name and a mark", vec![named(&an, "Ân")], vec![mark(&an, Attendance::Present)], 0),
        ("a mark", vec![mark(&an, Attendance::ExcusedThroughout)], vec![mark(&an, Attendance::Present)], 1),
        ("taken away and renamed", vec![gone(&an)], vec![named(&an, "Ân")], 1),
        ("renamed, then taken away", vec![named(&an, "Ân"), gone(&an)], vec![named(&an, "Anh")], 1),
        ("both took away", vec![gone(&an)], vec![named(&an, "Ân"), gone(&an)], 0),
        ("another was taken away", vec![gone(&binh)], vec![named(&an, "Ân")], 0),
        ("the clock", vec![begun(1_653_530_000_000)], vec![begun(1_653_530_060_000)], 1),
        (
            "what the chair says and what is minuted",
            vec![AgendaChange::Lead { id: item.clone(), text: "A".to_owned() }.into()],
            vec![AgendaChange::Minute { id: item.clone(), text: "B".to_owned() }.into()],
            0,
        ),
        (
            "everybody present, and one absent",
            vec![Change::EverybodyPresent],
            vec![mark(&an, Attendance::ExcusedThroughout)],
            0,
        ),
    ];
    let mut wrong = Vec::new();
    for (name, own, others, expected) in cases {
        let found = conflicts(&own, &others);
        if found != expected {
            wrong.push(format!("{name}: {found} instead of {expected}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_is_kept_stands_and_settles_the_conflict() {
    let (mut here, mut there, _) = two();
    let own = write(&mut here, 1, place("Hội trường A"));
    write(&mut there, 2, Change::Detail(Detail::Term("2022–2025".to_owned())));
    let other = write(&mut there, 2, place("Hội trường B"));
    let conflict = Conflict::between(&here, &there).remove(0);
    assert_eq!(conflict, Conflict { here: own.clone(), there: other.clone() });
    // As it is stored it comes back, and a damaged line takes no other with it.
    let text = Conflict::to_text(&[conflict.clone(), conflict.clone()]);
    assert_eq!(Conflict::from_text(&format!("?\n{text}\n")), [conflict.clone(), conflict.clone()]);
    let mut joined = joined(&here, &there);
    assert_eq!(joined.state().details.place, "Hội trường B");
    assert!(conflict.is_open(&joined));
    assert_eq!(conflict.standing(&joined), Some(other.clone()));
    // What stands needs no change to stand.
    assert_eq!(conflict.change_for(&other, &joined), None);
    let change = conflict.change_for(&own, &joined).unwrap();
    let settled = write(&mut joined, 1, change);
    assert_eq!(joined.state().details.place, "Hội trường A");
    assert!(!conflict.is_open(&joined));
    // Whoever takes the decision back has both before them again.
    write(&mut joined, 1, Change::Undone(settled));
    assert!(conflict.is_open(&joined));
    // A third value settles it too, and so does taking one of the two back.
    let mut third = joined.clone();
    write(&mut third, 3, place("Hội trường C"));
    assert!(!conflict.is_open(&third));
    write(&mut joined, 2, Change::Undone(other));
    assert!(!conflict.is_open(&joined));
    assert_eq!(joined.state().details.place, "Hội trường A");
}

#[test]
fn who_was_taken_away_can_be_brought_back() {
    for removed_first in [true, false] {
        let (mut here, mut there, people) = two();
        let an = people[0].clone();
        let name = |name: &str| Change::PersonRenamed { id: an.clone(), name: name.to_owned() };
        if removed_first {
            write(&mut there, 2, Change::Detail(Detail::Term("V".to_owned())));
        }
        let gone = write(&mut here, 1, Change::PersonRemoved(an.clone()));
        let renamed = write(&mut there, 2, name("Ân"));
        let conflict = Conflict::between(&here, &there).remove(0);
        let mut joined = joined(&here, &there);
        // Whichever came later, nobody is there to be renamed.
        assert!(joined.state().roll.person(&an).is_none());
        assert_eq!(conflict.standing(&joined), Some(gone.clone()));
        assert_eq!(conflict.change_for(&gone, &joined), None);
        let change = conflict.change_for(&renamed, &joined).unwrap();
        write(&mut joined, 1, change);
        assert_eq!(joined.state().roll.person(&an).unwrap().name, "Ân");
        assert!(!conflict.is_open(&joined));
        check_fold(&joined);
    }
}

/// The particulars that a person can set to one text or number each.
fn particulars(details: &Details) -> [String; 9] {
    [
        details.organisation.clone(),
        details.superior.clone(),
        details.ordinal.clone(),
        details.term.clone(),
        details.place.clone(),
        details.date.to_string(),
        format!("{:?}", details.deadline),
        details.members.to_string(),
        details.chair.clone(),
    ]
}

fn which(change: &Change) -> Option<usize> {
    let Change::Detail(detail) = change else { return None };
    Some(match detail {
        Detail::Organisation(_) => 0,
        Detail::Superior(_) => 1,
        Detail::Ordinal(_) => 2,
        Detail::Term(_) => 3,
        Detail::Place(_) => 4,
        Detail::Date(_) => 5,
        Detail::Deadline(_) => 6,
        Detail::Members(_) => 7,
        Detail::Chair(_) => 8,
        _ => return None,
    })
}

/// Devices that worked apart by chance: where both come to another value than before and than each other, that is listed;
/// and whatever is listed can be kept either way, or is refused with nothing changed.
#[test]
fn every_contradiction_is_listed_and_each_side_can_be_kept() {
    let (mut contradictions, mut listed, mut kept, mut refused) = (0, 0, 0, 0);
    for seed in 900..990 {
        let mut dice = Dice::new(seed);
        let mut base = found(1, KINDS[usize::try_from(seed).unwrap() % 4]);
        work(&mut dice, &mut base, 1, 20);
        let (mut here, mut there) = (base.clone(), base.clone());
        work(&mut dice, &mut here, 1, 40);
        work(&mut dice, &mut there, 2, 40);
        let conflicts = Conflict::between(&here, &there);
        let whole = joined(&here, &there);
        assert_eq!(conflicts.iter().collect::<HashSet<_>>().len(), conflicts.len());
        let of = |congress: &Congress| particulars(&congress.details);
        let (before, own, others) = (of(base.state()), of(here.state()), of(there.state()));
        for place in 0..9 {
            let touched = own[place] != before[place] && others[place] != before[place];
            if touched && own[place] != others[place] {
                let about = conflicts.iter().any(|conflict| {
                    [&conflict.here, &conflict.there].iter().all(|id| {
                        which(&whole.record(id).unwrap().change) == Some(place)
                            || matches!(whole.record(id).unwrap().change, Change::Undone(_))
                    })
                });
                // A value that an undo brought back has no record of its own.
                let undone = |one: &Logbook| {
                    one.records()
                        .any(|record| !base.has(&record.id) && matches!(record.change, Change::Undone(_)))
                };
                contradictions += usize::from(about);
                assert!(about || undone(&here) || undone(&there), "seed {seed}, particular {place}");
            }
        }
        for conflict in &conflicts {
            listed += 1;
            assert!(here.has(&conflict.here) && !there.has(&conflict.here));
            assert!(there.has(&conflict.there) && !here.has(&conflict.there));
            for keep in [&conflict.here, &conflict.there] {
                let mut after = whole.clone();
                let Some(change) = conflict.change_for(keep, &after) else { continue };
                match after.commit(&author(1), AT, change) {
                    Ok(_) => {
                        kept += 1;
                        assert!(!conflict.is_open(&after), "{conflict:?}");
                        if let Some(place) = which(&whole.record(keep).unwrap().change) {
                            let side = if *keep == conflict.here { &own } else { &others };
                            assert_eq!(of(after.state())[place], side[place], "seed {seed}");
                        }
                    }
                    // It stands already, because something else was undone, or cannot stand any more.
                    Err(refusal) => {
                        refused += usize::from(refusal != Refusal::NoChange);
                        assert_eq!(after.state(), whole.state());
                    }
                }
            }
        }
    }
    let counts = [contradictions, listed, kept, refused];
    assert!(contradictions > 20 && listed > 200 && kept > 200 && refused * 10 < kept, "{counts:?}");
}
