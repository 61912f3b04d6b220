//! The files of version 9: counts brought from other devices, and what a counter's device was handed.

use crate::golden::{V9, summed_up};
use crate::hall::{Hall, LIST};
use so_tay_dai_hoi::congress::election::Office;
use so_tay_dai_hoi::congress::election::ballots::{Bundle, CountedBallot, Counts, Names};
use so_tay_dai_hoi::congress::election::desk::{Brought, Pass, SheetCell};
use so_tay_dai_hoi::congress::election::sheet::VoteColumn;
use so_tay_dai_hoi::congress::id::PassId;
use so_tay_dai_hoi::congress::{DeskChange, Moment};
use so_tay_dai_hoi::journal::{Exported, Logbook};

pub const V9_PART: &str = include_str!("../fixtures/export-v9-part.json");

/// A round that two counters counted at devices of their own, one of them in two parts.
pub fn counted_elsewhere() -> Hall {
    let mut hall = summed_up();
    let proposal = hall.proposal(Office::Secretary, 1, &LIST[..1]);
    let round = hall.open(&proposal);
    let form = hall.congress().round(&round).unwrap().form().unwrap();
    let struck = CountedBallot::plain(form.all_but([0].into_iter().collect()));
    let kept = CountedBallot::plain(form.all_but(Names::NONE));
    let work = |origin: &str, counter: &str| Brought {
        origin: PassId::from(origin),
        counter: counter.to_owned(),
        begun: Moment(1_653_541_000_000),
        ended: Moment(1_653_541_600_000),
        ballots: Vec::new(),
        bundles: Vec::new(),
        sheet: Vec::new(),
    };
    let counts = Counts::Votes(vec![2]);
    let bundle = Bundle { label: "1".to_owned(), kept: 1, ballots: 2, counts, unmarked: Vec::new() };
    let first = Brought { ballots: vec![kept, struck], ..work("cccccccc-4", "Đinh Thị Lan") };
    let second = Brought { bundles: vec![bundle], ..work("dddddddd-4", "Hoàng Văn Sử") };
    let cell = SheetCell::Votes(0, VoteColumn::For);
    let blind = Brought {
        sheet: vec![(SheetCell::Valid, 4), (cell, 3)],
        ..work("eeeeeeee-4", "Phạm Hữu Nghĩa")
    };
    let record =
        hall.act(DeskChange::PassBrought { round: round.clone(), into: None, work: Box::new(first) }.into());
    let into = Some(PassId::from(record.to_string().as_str()));
    for (into, work) in [(into, second), (None, blind)] {
        hall.act(DeskChange::PassBrought { round: round.clone(), into, work: Box::new(work) }.into());
    }
    hall
}

/// What a counter's device was handed, with a ballot entered there.
pub fn handed_to_a_counter() -> Logbook {
    let mut hall = Hall::sample();
    let proposal = hall.proposal(Office::Committee, 3, &LIST);
    let round = hall.open(&proposal);
    let (founding, changes) = hall.congress().part_for_counter(hall.logbook.id(), &round).unwrap();
    let (maker, at) = (crate::chance::author(1), Moment(1_653_541_000_000));
    let (mut logbook, _) = Logbook::found(&maker, at, founding);
    for change in changes {
        logbook.commit(&maker, at, change).unwrap();
    }
    let counter = crate::chance::author(2);
    let round = logbook.state().rounds[0].id.clone();
    let begun = DeskChange::PassBegun { round, counter: "Đinh Thị Lan".to_owned() };
    let pass = PassId::from(logbook.commit(&counter, at, begun.into()).unwrap().id.to_string().as_str());
    let form = logbook.state().rounds[0].form().unwrap();
    let ballot = CountedBallot::plain(form.all_but([3].into_iter().collect()));
    logbook.commit(&counter, at, DeskChange::Ballot { pass, ballot }.into()).unwrap();
    logbook
}

#[test]
fn version_9_keeps_reading() {
    let logbook = Exported::read(V9).unwrap();
    assert_eq!(Exported::of(&logbook).to_text(), V9);
    let desk = &logbook.state().rounds.last().unwrap().desk;
    let counters: Vec<(&str, usize)> =
        desk.passes.iter().map(|pass| (pass.counter.as_str(), pass.parts.len())).collect();
    assert_eq!(counters, [("Đinh Thị Lan, Hoàng Văn Sử", 2), ("Phạm Hữu Nghĩa", 1)]);
    let form = logbook.state().rounds.last().unwrap().form();
    let sums = |pass: &Pass| (pass.figures(form.as_ref()).valid, pass.figures(form.as_ref()).rows[0].votes);
    assert_eq!(desk.passes.iter().map(sums).collect::<Vec<_>>(), [(4, 3), (4, 3)]);
    let part = Exported::read(V9_PART).unwrap();
    assert_eq!(Exported::of(&part).to_text(), V9_PART);
    let role = part.state().role.as_ref().unwrap();
    assert_eq!(role.congress().as_str(), Hall::sample().logbook.id().as_str());
    assert_eq!(part.state().rounds[0].desk.passes[0].ballots.len(), 1);
}
