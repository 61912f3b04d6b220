//! Open votes and rehearsals.

use crate::hall::{Hall, LIST};
use so_tay_dai_hoi::congress::counting::MOST_BLOCKS;
use so_tay_dai_hoi::congress::election::sheet::VoteColumn;
use so_tay_dai_hoi::congress::election::{NextStep, Office};
use so_tay_dai_hoi::congress::id::{DeviceId, RoundId};
use so_tay_dai_hoi::congress::{Change, Congress, DeskChange, Moment, Refusal};
use so_tay_dai_hoi::journal::{Author, Exported, Logbook};

const AT: Moment = Moment(1_653_530_000_000);

fn vote(hall: &mut Hall, question: &str) -> RoundId {
    let opening = hall.congress().open_vote(question);
    let record = hall.act(Change::RoundOpened(opening));
    RoundId::made_by(&record, 0)
}

fn hands(round: &RoundId, block: u8, column: VoteColumn, value: Option<u32>) -> Change {
    DeskChange::Hands { round: round.clone(), block, column, value }.into()
}

#[test]
fn blocks_of_seats_add_up_and_more_than_half_of_the_base_adopts() {
    for (agree, adopted) in [([5, 4], true), ([5, 3], false)] {
        let mut hall = Hall::sample();
        let round = vote(&mut hall, "Thông qua chương trình đại hội");
        let rest = 17 - agree[0] - agree[1];
        for (block, column, value) in [
            (0, VoteColumn::For, agree[0]),
            (1, VoteColumn::For, agree[1]),
            (1, VoteColumn::Against, rest - 1),
            (0, VoteColumn::Unmarked, 1),
        ] {
            hall.act(hands(&round, block, column, Some(value)));
        }
        let counted = hall.congress().counted(&round).unwrap().unwrap();
        assert_eq!((counted.outcome.base, counted.outcome.threshold), (17, Some(9)));
        assert_eq!(counted.outcome.findings, []);
        assert_eq!(!counted.outcome.elected.is_empty(), adopted, "{agree:?}");
        assert_eq!(counted.outcome.next_step, (!adopted).then_some(NextStep::NotAdopted));
        hall.seal(&round);
        // It stands in no election's way.
        assert_eq!(hall.congress().proposal().unwrap().office, Office::Committee);
        assert_eq!(hall.congress().next_number(Office::OpenVote), 2);
    }
}

#[test]
fn all_for_takes_one_press_and_can_be_wiped() {
    let mut hall = Hall::sample();
    let round = vote(&mut hall, "Bầu đoàn chủ tịch");
    hall.act(hands(&round, 2, VoteColumn::Against, Some(4)));
    hall.act(DeskChange::AllFor(round.clone()).into());
    let row = |congress: &Congress| congress.round(&round).unwrap().rows[0].clone();
    let votes = row(hall.congress());
    assert_eq!((votes.votes, votes.against, votes.unmarked), (Some(17), Some(0), Some(0)));
    for column in [VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked] {
        hall.act(hands(&round, 0, column, None));
    }
    assert_eq!(row(hall.congress()).votes, None);
    assert_eq!(hall.attempt(hands(&round, MOST_BLOCKS, VoteColumn::For, Some(1))), Err(Refusal::TooLarge));
    assert_eq!(hall.attempt(Change::RoundSealed { round: round.clone(), at: AT }), Err(Refusal::Incomplete));
}

#[test]
fn hands_are_for_open_votes_only() {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    assert_eq!(hall.attempt(hands(&round, 0, VoteColumn::For, Some(1))), Err(Refusal::Gone));
    assert_eq!(hall.attempt(DeskChange::AllFor(round).into()), Err(Refusal::Gone));
}

#[test]
fn a_rehearsal_is_another_congress_with_the_same_people() {
    let hall = Hall::sample();
    let author = Author { device: DeviceId::from_random([9; 8]), desk: String::new() };
    let (founding, first) = hall.congress().rehearsal(&author.device);
    let (mut logbook, _) = Logbook::found(&author, AT, founding);
    for change in first {
        logbook.commit(&author, AT, change).unwrap();
    }
    let congress = logbook.state();
    assert!(congress.details.rehearsal && !hall.congress().details.rehearsal);
    let roll = |congress: &Congress| -> Vec<_> {
        let people = congress.roll.people().iter();
        people.map(|person| (person.name.clone(), person.standing, person.attendance)).collect()
    };
    assert_eq!(roll(congress), roll(hall.congress()));
    assert_eq!(congress.electorate(), hall.congress().electorate());
    assert_eq!(congress.details.board_head, hall.congress().details.board_head);
    assert_ne!(logbook.id(), hall.logbook.id());
    // It never goes into the real one, and its file says what it is.
    let mut real = hall.logbook.clone();
    assert!(real.merge(logbook.records().cloned()).is_err());
    let text = Exported::of(&logbook).to_text();
    assert!(text.contains("\"rehearsal\":true"));
    assert_eq!(Exported::read(&text).unwrap().state(), congress);
}
