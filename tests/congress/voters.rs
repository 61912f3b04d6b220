//! Who votes, who counts in the base, and who may stand.

use crate::hall::{BOARD, EXCUSED, FULL, Hall, LIST, PROBATIONARY};
use so_tay_dai_hoi::congress::change::{Change, Detail};
use so_tay_dai_hoi::congress::election::{CongressForm, ExclusionKind, Exclusions, Office};
use so_tay_dai_hoi::congress::people::{Attendance, NewPerson, Standing};
use so_tay_dai_hoi::congress::{Congress, CongressKind};

/// A congress of a kind with one full member under each mark, and one probationary member under each.
fn one_of_each(kind: CongressKind) -> Hall {
    let mut hall = Hall::founded(kind, 1);
    for (index, mark) in MARKS.into_iter().enumerate() {
        for standing in [Standing::Full, Standing::Probationary] {
            let name = format!("{standing:?} {index}");
            hall.act(Change::PeopleAdded(vec![NewPerson::unmarked(name.clone(), standing)]));
            let id = hall.person(&name);
            hall.act(Change::Attendance { id, mark });
        }
    }
    hall
}

const MARKS: [Attendance; 10] = [
    Attendance::Present,
    Attendance::LeftEarly,
    Attendance::AbsentUnexcused,
    Attendance::ExcusedThroughout,
    Attendance::TransferredOut,
    Attendance::ExemptAbsent,
    Attendance::Suspended,
    Attendance::Prosecuted,
    Attendance::ConveningCommitteeAbsent,
    Attendance::AbsentWithoutAlternate,
];

fn excluded(kinds: &[ExclusionKind]) -> Exclusions {
    kinds.iter().fold(Exclusions::none(), |exclusions, kind| exclusions.with(*kind, 1))
}

#[test]
fn each_form_of_congress_has_its_own_exclusions() {
    let members = [
        ExclusionKind::TransferredOut,
        ExclusionKind::ExemptAndAbsent,
        ExclusionKind::Suspended,
        ExclusionKind::ProsecutedOrDetained,
        ExclusionKind::ExcusedAbsentThroughout,
    ];
    let delegates =
        [ExclusionKind::ConveningCommitteeAbsentThroughout, ExclusionKind::DelegateAbsentWithoutAlternate];
    for (kind, form, expected) in [
        (CongressKind::CellCommittee, CongressForm::Members, &members[..]),
        (CongressKind::CellNoCommittee, CongressForm::Members, &members),
        (CongressKind::GrassrootsMembers, CongressForm::Members, &members),
        (CongressKind::GrassrootsDelegates, CongressForm::Delegates, &delegates),
    ] {
        let hall = one_of_each(kind);
        let electorate = hall.congress().electorate();
        assert_eq!(hall.congress().form(), form, "{kind:?}");
        assert_eq!(electorate.exclusions, excluded(expected), "{kind:?}");
        assert_eq!((electorate.summoned, electorate.present), (10, 1), "{kind:?}");
        let choices = Attendance::choices(form);
        assert_eq!(choices.len(), 4 + expected.len());
        assert_eq!(choices.iter().filter(|mark| mark.is_excluded()).count(), expected.len());
    }
}

#[test]
fn the_sample_electorate() {
    let hall = Hall::sample();
    let electorate = hall.congress().electorate();
    assert_eq!((electorate.summoned, electorate.present), (18, 17));
    assert_eq!(electorate.exclusions, excluded(&[ExclusionKind::ExcusedAbsentThroughout]));
}

#[test]
fn later_arrivals_do_not_change_an_open_round() {
    let mut hall = Hall::sample();
    let round = hall.open(&hall.proposal(Office::Committee, 3, &LIST));
    let id = hall.person(EXCUSED);
    hall.act(Change::Attendance { id, mark: Attendance::Present });
    assert_eq!(hall.congress().electorate().exclusions.total(), 0);
    let sheet = hall.congress().round(&round).unwrap();
    assert_eq!((sheet.electorate.present, sheet.electorate.exclusions.total()), (17, 1));
}

#[test]
fn everybody_present_means_everybody_without_a_mark() {
    let mut hall = Hall::founded(CongressKind::CellCommittee, 1);
    let people = FULL.iter().map(|name| NewPerson::unmarked(*name, Standing::Full));
    hall.act(Change::PeopleAdded(people.collect()));
    for (name, mark) in [(FULL[0], Attendance::AbsentUnexcused), (FULL[1], Attendance::Suspended)] {
        let id = hall.person(name);
        hall.act(Change::Attendance { id, mark });
    }
    assert_eq!(hall.congress().roll.headcount().unmarked, 16);
    hall.act(Change::EverybodyPresent);
    let roll = &hall.congress().roll;
    assert_eq!((roll.headcount().full_present, roll.headcount().unmarked), (16, 0));
    assert_eq!(roll.names_marked(Attendance::AbsentUnexcused).collect::<Vec<_>>(), [FULL[0]]);
    assert_eq!(roll.full_marked(Attendance::Suspended), 1);
}

#[test]
fn the_roll_stands_in_the_order_of_given_names() {
    let hall = Hall::sample();
    let names: Vec<&str> = hall.congress().roll.people().iter().map(|person| person.name.as_str()).collect();
    let expected = [
        "Bùi Văn An",
        "Nông Văn Dền",
        "Đặng Thị Mỹ Duyên",
        "Y Blŏk Êban",
        "Trần Quốc Hưng",
        "Lê Thị Thanh Hường",
        "Vũ Đình Khoát",
        "Đinh Thị Lan",
        "Hứa Thị Lưỡng",
        "Phạm Hữu Nghĩa",
        "Nguyễn Thị Bích Ngọc",
        PROBATIONARY,
        "Lò Thị Pẳn",
        "Đỗ Thị Kim Quý",
        "Hoàng Văn Sử",
        "Ngô Xuân Trường",
        "Vi Văn Tưởng",
        "Mai Vượng",
        "Lý Thị Yến",
    ];
    assert_eq!(names, expected);
}

fn stands(congress: &Congress, office: Office, name: &str) -> bool {
    congress.eligible(office).iter().any(|other| other == name)
}

#[test]
fn who_may_stand() {
    let mut hall = Hall::sample();
    assert_eq!(hall.congress().eligible(Office::Committee).len(), 18 - BOARD.len());
    for name in BOARD.into_iter().chain([PROBATIONARY]) {
        assert!(!stands(hall.congress(), Office::Committee, name), "{name}");
    }
    // Absent members may be elected.
    assert!(stands(hall.congress(), Office::Committee, EXCUSED));
    assert_eq!(hall.congress().eligible(Office::Secretary), [""; 0], "there is no committee yet");
    hall.committee();
    assert_eq!(hall.congress().eligible(Office::Secretary), LIST[..3]);
    // Someone of the committee who sits on the board drops out, however the name is spaced.
    hall.act(Change::Detail(Detail::BoardHead(format!(" {} ", LIST[1].replace(' ', "  ")))));
    assert_eq!(hall.congress().eligible(Office::Secretary), [LIST[0], LIST[2]]);
    assert!(hall.congress().is_on_board(LIST[1]));
    assert!(!hall.congress().is_on_board(""));
}

#[test]
fn a_cell_without_a_committee_chooses_among_all_full_members() {
    let mut hall = Hall::founded(CongressKind::CellNoCommittee, 1);
    let people = FULL[..5].iter().map(|name| NewPerson::unmarked(*name, Standing::Full));
    hall.act(Change::PeopleAdded(people.collect()));
    hall.act(Change::EverybodyPresent);
    hall.act(Change::Detail(Detail::BoardHead("Trưởng ban".to_owned())));
    assert_eq!(hall.congress().eligible(Office::Secretary).len(), 5);
    hall.elect(&hall.proposal(Office::Secretary, 1, &FULL[..1]), [5, 5, 5, 0], &[&[3, 2, 0]]);
    let deputies = hall.congress().eligible(Office::DeputySecretary);
    assert_eq!(deputies.len(), 4);
    assert!(!deputies.contains(&FULL[0].to_owned()));
}

#[test]
fn a_removed_person_no_longer_counts() {
    let mut hall = Hall::sample();
    let id = hall.person(EXCUSED);
    hall.act(Change::PersonRemoved(id));
    let electorate = hall.congress().electorate();
    assert_eq!((electorate.summoned, electorate.exclusions.total()), (17, 0));
    let id = hall.person(PROBATIONARY);
    hall.act(Change::PersonStanding { id, standing: Standing::Full });
    assert_eq!(hall.congress().electorate().summoned, 18);
}
