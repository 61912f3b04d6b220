//! The agenda's forecast while ballots are entered: it follows the pace of the counting, not the plan.

use super::flow::{begin, open, typed};
use crate::hall::Hall;
use so_tay_dai_hoi::congress::id::ItemId;
use so_tay_dai_hoi::congress::{AgendaChange, Change, DeskChange, Moment};

const MINUTE: i64 = 60_000;

#[test]
fn the_pace_says_when_the_count_ends() {
    let mut hall = Hall::sample();
    let begun = |hall: &Hall| hall.congress().rounds[0].desk.passes[0].begun;
    let midnight = Moment(1_653_498_000_000);
    let [vote, count] = ["elect_vote", "elect_count"].map(ItemId::from);
    hall.act(Change::ItemBegun { id: vote.clone(), at: midnight.plus(600 * MINUTE) });
    let round = open(&mut hall);
    // A round belongs to the item in which it was opened.
    assert_eq!(hall.congress().agenda.item(&vote).unwrap().round, Some(round.clone()));
    let pass = begin(&mut hall, &round, "Đinh Thị Lan");
    let start = begun(&hall);
    hall.act(Change::ItemBegun { id: count.clone(), at: start });
    let left = |hall: &Hall, minutes: i64| hall.congress().counting_left(start.plus(minutes * MINUTE));
    for _ in 0..4 {
        let ballot = typed(&hall, &round, "4");
        hall.act(DeskChange::Ballot { pass: pass.clone(), ballot }.into());
    }
    assert_eq!(left(&hall, 8), None, "four ballots say nothing about the pace");
    let ballot = typed(&hall, &round, "4");
    hall.act(DeskChange::Ballot { pass: pass.clone(), ballot }.into());
    // Five of seventeen in ten minutes: twelve more take twenty-four.
    assert_eq!(left(&hall, 10), Some(24 * MINUTE));
    let now = start.plus(10 * MINUTE);
    let schedule = hall.congress().schedule(midnight, now);
    assert_eq!(schedule.expected_end.since(now), schedule.remaining + schedule.waiting);
    let plan = hall.congress().agenda.items.iter().position(|item| item.id == count).unwrap() + 1;
    assert_eq!(schedule.slots[plan].expected, now.plus(24 * MINUTE));
    // Nothing is hurried: the proposal leaves elections alone.
    let proposal = hall.congress().time_proposal(midnight, now);
    assert!(proposal.is_none_or(|proposal| proposal.trims.iter().all(|trim| trim.item != count)));
    // While something else runs, that item's own time counts, unless it carries the round.
    let other = ItemId::from("guidance");
    hall.act(Change::ItemBegun { id: other.clone(), at: now });
    assert_eq!(hall.congress().counting_left(now), None);
    hall.act(AgendaChange::Carries { id: other, round: Some(round.clone()) }.into());
    assert_eq!(hall.congress().counting_left(now), Some(24 * MINUTE));
    hall.act(DeskChange::PassEnded { pass, at: now }.into());
    assert_eq!(hall.congress().counting_left(now), None);
}
