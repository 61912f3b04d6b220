//! Congresses by chance from their printed essentials: every change is taken, and the essentials are the same again.

use crate::chance::author;
use crate::fixture_dice::Dice;
use crate::hall::{Hall, LIST};
use crate::round_trip::state;
use so_tay_dai_hoi::congress::election::Office;
use so_tay_dai_hoi::congress::essentials::Essentials;
use so_tay_dai_hoi::congress::people::{Attendance, NewPerson, Standing};
use so_tay_dai_hoi::congress::{Change, Congress, Moment};
use so_tay_dai_hoi::journal::Logbook;
use so_tay_dai_hoi::words::{Language, Words};

fn text(congress: &Congress) -> String {
    let words = Words::in_language(Language::Vietnamese);
    let label = |label: &_| words.label(label).to_owned();
    Essentials::of(congress, Some(&label), ["Bản in", "Khôi phục"]).to_text()
}

/// The congress that the text of another makes: every change of it is taken.
fn restored(told: &str, seed: u64) -> Logbook {
    let author = author(9);
    let (founding, changes) = Essentials::read(told, &author.device).unwrap();
    let (mut restored, _) = Logbook::found(&author, Moment(1), founding);
    for change in changes {
        let said = format!("{change:?}");
        let taken = restored.commit(&author, Moment(2), change);
        assert!(taken.is_ok(), "seed {seed}: {:?} of {said}", taken.err());
    }
    assert_eq!(text(restored.state()), told, "seed {seed}");
    restored
}

#[test]
fn congresses_by_chance_come_back_from_paper() {
    for seed in 0..200 {
        restored(&text(state(30_000 + seed).state()), seed);
    }
}

/// Elections by chance; afterwards people come, go, are marked and named otherwise.
#[test]
fn elections_by_chance_come_back_from_paper() {
    let mut sealed = 0;
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let mut hall = Hall::sample();
        let proposal = hall.proposal(Office::Committee, 3, &LIST);
        let valid = 17 - u32::try_from(dice.below(3)).unwrap();
        let votes: Vec<[u32; 1]> =
            (0..4).map(|_| [valid * 5 / 8 + u32::try_from(dice.below(4)).unwrap() - 2]).collect();
        let rows: Vec<&[u32]> = votes.iter().map(<[u32; 1]>::as_slice).collect();
        hall.elect(&proposal, [17, 17, valid, 17 - valid], &rows);
        if dice.one_in(2) {
            hall.act(Change::PeopleAdded(vec![NewPerson::unmarked("Người Đến Sau", Standing::Full)]));
        }
        for turn in 0..dice.below(4) {
            let people = hall.congress().roll.people();
            let id = people[dice.below(people.len())].id.clone();
            hall.act(match dice.below(4) {
                0 => Change::PersonRemoved(id),
                1 => Change::PersonRenamed { id, name: format!("Tên Mới {turn}") },
                2 => Change::Attendance { id, mark: Attendance::Unmarked },
                _ => Change::Attendance { id, mark: Attendance::Suspended },
            });
        }
        let restored = restored(&text(hall.congress()), seed);
        let elected = |congress: &Congress| congress.elected(Office::Committee);
        assert_eq!(elected(restored.state()), elected(hall.congress()), "seed {seed}");
        sealed += Essentials::outcomes(hall.congress()).count();
    }
    assert!(sealed >= 55, "{sealed} sealed rounds");
}
