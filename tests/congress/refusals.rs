//! Every refusal, one by one; and that a refusal changes nothing.

use crate::hall::{BOARD, EXCUSED, FULL, Hall, LIST, PROBATIONARY};
use chrono::NaiveDate;
use so_tay_dai_hoi::congress::admit::MAX_PEOPLE;
use so_tay_dai_hoi::congress::agenda::{MAX_ITEM_MINUTES, NewItem};
use so_tay_dai_hoi::congress::change::{Change, Detail, Founding};
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::election::list::ListFault;
use so_tay_dai_hoi::congress::election::sheet::{BallotCount, RoundOpening, VoteColumn};
use so_tay_dai_hoi::congress::election::{ExclusionKind, MOST, Method, Office, RulesId};
use so_tay_dai_hoi::congress::id::{DeviceId, ItemId, PersonId, RecordId, RoundId, TaskId};
use so_tay_dai_hoi::congress::people::{Attendance, NewPerson, Standing};
use so_tay_dai_hoi::congress::{CongressKind, Moment, Refusal};
use unicode_normalization::UnicodeNormalization;

const AT: Moment = Moment(1_653_530_000_000);

/// The change is refused as it would be recorded, with its texts cleaned, and as it is given.
#[track_caller]
fn refused(hall: &mut Hall, change: Change, expected: Refusal) {
    let before = (hall.congress().clone(), hall.logbook.records().len());
    assert_eq!(hall.congress().admit(&change.cleaned()), Err(expected.clone()), "{change:?}");
    assert!(hall.congress().admit(&change).is_err(), "{change:?}");
    assert_eq!(hall.attempt(change), Err(expected));
    assert_eq!((hall.congress().clone(), hall.logbook.records().len()), before);
}

fn new_person(name: &str) -> NewPerson {
    NewPerson::unmarked(name, Standing::Full)
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn founding_and_particulars() {
    let mut hall = Hall::sample();
    let again = Founding {
        organisation: "Khác".to_owned(),
        kind: CongressKind::CellCommittee,
        members: 9,
        date: NaiveDate::from_ymd_opt(2030, 1, 1).unwrap(),
        deadline: None,
        checklist: String::new(),
        agenda: String::new(),
        rules: RulesId::Party190,
        rehearsal: false,
        role: None,
    };
    refused(&mut hall, Change::Founded(again), Refusal::AlreadyFounded);
    for empty in ["", " ", "\u{a0}\t"] {
        refused(&mut hall, Change::Detail(Detail::Organisation(empty.to_owned())), Refusal::EmptyText);
    }
    for free in [Detail::Place(String::new()), Detail::Deadline(None), Detail::Rules(RulesId::Party190)] {
        hall.act(Change::Detail(free));
    }
}

#[test]
fn tasks_that_are_not_there() {
    let mut hall = Hall::sample();
    let id = TaskId::from("no such task");
    for change in [
        Change::Task { id: id.clone(), state: TaskState::Done },
        Change::TaskOwner { id: id.clone(), owner: "An".to_owned() },
        Change::TaskNote { id, note: "x".to_owned() },
    ] {
        refused(&mut hall, change, Refusal::Gone);
    }
}

#[test]
fn the_roll() {
    let mut hall = Hall::sample();
    let twice = |name: &str| Refusal::NameTwice(name.to_owned());
    let gone = PersonId::from("nobody");
    let (first, second) = (hall.person(FULL[0]), FULL[1].to_owned());
    for (change, refusal) in [
        (Change::PeopleAdded(Vec::new()), Refusal::EmptyText),
        (Change::PeopleAdded(vec![new_person(" ")]), Refusal::EmptyText),
        (Change::PeopleAdded(vec![new_person("Mới"), new_person("Mới")]), twice("Mới")),
        (Change::PeopleAdded(vec![new_person("Mới"), new_person(FULL[3])]), twice(FULL[3])),
        (Change::PersonRenamed { id: gone.clone(), name: "Ai".to_owned() }, Refusal::Gone),
        (Change::PersonRenamed { id: first.clone(), name: "  ".to_owned() }, Refusal::EmptyText),
        (Change::PersonRenamed { id: first.clone(), name: second.clone() }, twice(&second)),
        (Change::PersonStanding { id: gone.clone(), standing: Standing::Full }, Refusal::Gone),
        (Change::PersonRemoved(gone.clone()), Refusal::Gone),
        (Change::Attendance { id: gone, mark: Attendance::Present }, Refusal::Gone),
        (Change::EverybodyPresent, Refusal::NoChange),
    ] {
        refused(&mut hall, change, refusal);
    }
    // A name may be written again as it stands, to mend its spaces or marks elsewhere.
    hall.act(Change::PersonRenamed { id: first, name: FULL[0].to_owned() });

    let crowd = (hall.congress().roll.people().len()..MAX_PEOPLE).map(|n| new_person(&format!("Người {n}")));
    let crowd: Vec<_> = crowd.collect();
    let one_too_many = crowd.iter().cloned().chain([new_person("Thừa")]).collect();
    refused(&mut hall, Change::PeopleAdded(one_too_many), Refusal::TooManyPeople);
    hall.act(Change::PeopleAdded(crowd));
    refused(&mut hall, Change::PeopleAdded(vec![new_person("Thừa")]), Refusal::TooManyPeople);
}

#[test]
fn the_agenda() {
    let mut hall = Hall::sample();
    let (first, gone) = (hall.item(0), ItemId::from("gone"));
    let item = |title: &str, minutes| {
        let item = NewItem { title: title.to_owned(), minutes };
        Change::ItemAdded { item, before: None }
    };
    let begun = |id: &ItemId| Change::ItemBegun { id: id.clone(), at: AT };
    let too_many = MAX_ITEM_MINUTES + 1;
    for (change, refusal) in [
        (item(" ", 5), Refusal::EmptyText),
        (item("Mới", too_many), Refusal::TooManyMinutes),
        (Change::ItemTitle { id: gone.clone(), title: "x".to_owned() }, Refusal::Gone),
        (Change::ItemTitle { id: first.clone(), title: String::new() }, Refusal::EmptyText),
        (Change::ItemPresenter { id: gone.clone(), presenter: String::new() }, Refusal::Gone),
        (Change::ItemMinutes { id: gone.clone(), minutes: 5 }, Refusal::Gone),
        (Change::ItemMinutes { id: first.clone(), minutes: too_many }, Refusal::TooManyMinutes),
        (Change::ItemRemoved(gone.clone()), Refusal::Gone),
        (Change::ItemMoved { id: gone.clone(), before: None }, Refusal::Gone),
        (Change::ItemExtended { id: gone.clone(), minutes: 1 }, Refusal::Gone),
        (begun(&gone), Refusal::Gone),
        (Change::BegunEarlier { id: first.clone(), at: AT }, Refusal::NothingRunning),
        (Change::Paused(AT), Refusal::NothingRunning),
        (Change::Resumed(AT), Refusal::NothingRunning),
        (Change::Closed(AT), Refusal::NothingRunning),
    ] {
        refused(&mut hall, change, refusal);
    }
    hall.act(begun(&first));
    refused(&mut hall, begun(&first), Refusal::NoChange);
    let second = hall.item(1);
    refused(&mut hall, Change::BegunEarlier { id: second, at: AT }, Refusal::NothingRunning);
    refused(&mut hall, Change::ItemRemoved(first.clone()), Refusal::ItemHasRun);
    refused(&mut hall, Change::Resumed(AT), Refusal::NoChange);
    hall.act(Change::Paused(AT));
    refused(&mut hall, Change::Paused(AT), Refusal::NoChange);
    hall.act(Change::Resumed(AT));
    hall.act(Change::Closed(AT));
    refused(&mut hall, Change::Closed(AT), Refusal::NoChange);
    refused(&mut hall, Change::Paused(AT), Refusal::NothingRunning);
    refused(&mut hall, Change::ItemRemoved(first), Refusal::ItemHasRun);
}

#[test]
fn rounds_that_nobody_can_vote_in() {
    let mut hall = Hall::founded(CongressKind::CellCommittee, 1);
    let open = |hall: &Hall| {
        Change::RoundOpened(hall.congress().opening(&hall.proposal(Office::Committee, 3, &LIST)))
    };
    let change = open(&hall);
    refused(&mut hall, change, Refusal::RollEmpty);
    hall.act(Change::PeopleAdded(FULL.iter().map(|name| new_person(name)).collect()));
    let change = open(&hall);
    refused(&mut hall, change, Refusal::RollUnmarked(18));
    for name in FULL {
        let id = hall.person(name);
        hall.act(Change::Attendance { id, mark: Attendance::AbsentUnexcused });
    }
    let change = open(&hall);
    refused(&mut hall, change, Refusal::NobodyPresent);
}

#[test]
fn rounds_that_could_never_be_counted() {
    let mut hall = Hall::sample();
    let good = hall.congress().opening(&hall.proposal(Office::Committee, 3, &LIST));
    assert_eq!(hall.congress().admit(&Change::RoundOpened(good.clone())), Ok(()));
    let with = |change: &dyn Fn(&mut RoundOpening)| {
        let mut opening = good.clone();
        change(&mut opening);
        Change::RoundOpened(opening)
    };
    let listed = |names: &[&str]| with(&|opening| opening.candidates = texts(names));
    let decomposed: String = LIST[1].nfd().collect();
    let board_decomposed: String = BOARD[1].nfd().collect();
    let board_spaced = format!(" {}  ", BOARD[2]);
    for (change, refusal) in [
        (with(&|opening| opening.electorate.present = 0), Refusal::NobodyPresent),
        (with(&|opening| opening.electorate.summoned = MOST + 1), Refusal::TooLarge),
        (with(&|opening| opening.electorate.present = MOST + 1), Refusal::TooLarge),
        (with(&|opening| opening.seats = MOST + 1), Refusal::TooLarge),
        (
            with(&|opening| {
                let excluded = opening.electorate.exclusions.clone();
                opening.electorate.exclusions = excluded.with(ExclusionKind::Suspended, 17);
            }),
            Refusal::BaseEmpty,
        ),
        (with(&|opening| opening.seats = 0), Refusal::NoSeats),
        (with(&|opening| opening.office = Office::Secretary), Refusal::OneSeat),
        (with(&|opening| opening.office = Office::DeputySecretary), Refusal::OneSeat),
        (listed(&[]), Refusal::List(ListFault::Empty)),
        (listed(&[LIST[0], " ", LIST[1], LIST[2]]), Refusal::List(ListFault::EmptyName)),
        (listed(&[LIST[0], LIST[1], LIST[0]]), Refusal::List(ListFault::Twice(LIST[0].to_owned()))),
        (listed(&[LIST[0], LIST[1], &decomposed]), Refusal::List(ListFault::Twice(LIST[1].to_owned()))),
        (listed(&[LIST[0], BOARD[0]]), Refusal::List(ListFault::OnBoard(BOARD[0].to_owned()))),
        (listed(&[LIST[0], BOARD[1]]), Refusal::List(ListFault::OnBoard(BOARD[1].to_owned()))),
        (listed(&[&board_decomposed]), Refusal::List(ListFault::OnBoard(BOARD[1].to_owned()))),
        (listed(&[&board_spaced]), Refusal::List(ListFault::OnBoard(BOARD[2].to_owned()))),
        (listed(&[LIST[0], PROBATIONARY]), Refusal::List(ListFault::Probationary(PROBATIONARY.to_owned()))),
        (listed(&LIST[..2]), Refusal::List(ListFault::TooShort)),
        (listed(&LIST[..3]), Refusal::List(ListFault::NothingToStrike)),
    ] {
        refused(&mut hall, change, refusal);
    }
    // The same three names with two boxes are a list without surplus.
    hall.act(with(&|opening| {
        opening.candidates.truncate(3);
        opening.method = Method::AgreeDisagree;
    }));
}

#[test]
fn figures_and_seals() {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    let gone = RoundId::from("gone");
    let ballots =
        |round: &RoundId, value| Change::Ballots { round: round.clone(), count: BallotCount::Issued, value };
    let votes = |round: &RoundId, row, value| Change::Votes {
        round: round.clone(),
        row,
        column: VoteColumn::For,
        value,
    };
    for (change, refusal) in [
        (ballots(&gone, Some(1)), Refusal::Gone),
        (votes(&gone, 0, Some(1)), Refusal::Gone),
        (votes(&round, 4, Some(1)), Refusal::Gone),
        (ballots(&round, Some(MOST + 1)), Refusal::TooLarge),
        (votes(&round, 3, Some(MOST + 1)), Refusal::TooLarge),
        (Change::RoundSealed { round: gone.clone(), at: AT }, Refusal::Gone),
        (Change::RoundVoided { round: gone.clone(), at: AT }, Refusal::Gone),
        (Change::RoundDropped(gone.clone()), Refusal::Gone),
        (Change::RoundSealed { round: round.clone(), at: AT }, Refusal::Incomplete),
    ] {
        refused(&mut hall, change, refusal);
    }
    hall.act(ballots(&round, Some(MOST)));
    hall.write(&round, [17, 17, 17, 1], &[&[15], &[12], &[10], &[8]]);
    refused(&mut hall, Change::RoundSealed { round: round.clone(), at: AT }, Refusal::Contradictory);
    hall.act(Change::Ballots { round: round.clone(), count: BallotCount::Valid, value: Some(16) });
    hall.act(Change::Votes { round: round.clone(), row: 0, column: VoteColumn::For, value: None });
    refused(&mut hall, Change::RoundSealed { round: round.clone(), at: AT }, Refusal::Incomplete);
    hall.act(votes(&round, 0, Some(15)));
    hall.seal(&round);
    for change in [
        ballots(&round, Some(16)),
        ballots(&round, None),
        votes(&round, 0, Some(1)),
        Change::RoundSealed { round: round.clone(), at: AT },
        Change::RoundVoided { round: round.clone(), at: AT },
        Change::RoundDropped(round.clone()),
        Change::Detail(Detail::Rules(RulesId::YouthUnion)),
    ] {
        refused(&mut hall, change, Refusal::Sealed);
    }
    hall.act(Change::Detail(Detail::Rules(RulesId::Party244)));
}

#[test]
fn what_cannot_be_undone() {
    let mut hall = Hall::sample();
    let founding = hall.logbook.records().next().unwrap().id.clone();
    let foreign = RecordId { device: DeviceId::from_random([9; 8]), seq: 1 };
    refused_by_logbook(&mut hall, founding, Refusal::Gone);
    refused_by_logbook(&mut hall, foreign, Refusal::Gone);
}

/// Undo needs the records, so the congress alone lets it pass and the logbook refuses.
#[track_caller]
fn refused_by_logbook(hall: &mut Hall, target: RecordId, expected: Refusal) {
    let before = (hall.congress().clone(), hall.logbook.records().len());
    assert_eq!(hall.attempt(Change::Undone(target)), Err(expected));
    assert_eq!((hall.congress().clone(), hall.logbook.records().len()), before);
}

#[test]
fn the_excused_and_the_probationary_are_on_the_roll() {
    let hall = Hall::sample();
    let roll = &hall.congress().roll;
    assert_eq!(roll.person(&hall.person(EXCUSED)).unwrap().attendance, Attendance::ExcusedThroughout);
    assert_eq!(roll.person(&hall.person(PROBATIONARY)).unwrap().standing, Standing::Probationary);
}
