//! Lost time: what is proposed, from what, and what stays as it is; and how the counting says when it ends.

use crate::clock::{MIDNIGHT, Run, at, time};
use so_tay_dai_hoi::congress::agenda::clock::{Schedule, time_left};
use so_tay_dai_hoi::congress::agenda::proposal::Proposal;
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::{AgendaChange, TurnKind};
use so_tay_dai_hoi::congress::change::Change;
use so_tay_dai_hoi::congress::{CongressKind, Refusal};

fn proposed(run: &Run, now: &str) -> Option<Proposal> {
    Proposal::of(run.agenda(), MIDNIGHT, at(now), None)
}

fn gives(proposal: &Proposal) -> Vec<(&str, u16)> {
    proposal.trims.iter().map(|trim| (trim.item.as_str(), trim.minutes)).collect()
}

fn accept(run: &mut Run, proposal: Proposal) {
    let Proposal { trims, paper_minutes, .. } = proposal;
    run.act(AgendaChange::MadeUp { trims, paper_minutes }.into());
}

#[test]
fn a_late_cell_ends_as_planned() {
    let mut run = Run::cell();
    run.begin("political", at("08:08"));
    assert_eq!(proposed(&run, "08:10").unwrap().late, 8);
    let proposal = proposed(&run, "08:20").unwrap();
    assert_eq!(
        (proposal.late, time(proposal.planned_end), time(proposal.end)),
        (8, "11:30".into(), "11:30".into())
    );
    // Review 10, discussion 40, guidance 10, response 5, break 10 and the reserve 10 give in proportion.
    assert_eq!(
        gives(&proposal),
        [("review", 1), ("discussion", 4), ("guidance", 1), ("accept", 0), ("break", 1), ("reserve", 1)]
            .into_iter()
            .filter(|(_, minutes)| *minutes > 0)
            .collect::<Vec<_>>()
    );
    accept(&mut run, proposal);
    assert_eq!(run.schedule(at("08:20")).late(), 0);
    assert_eq!(proposed(&run, "08:20"), None);
    assert_eq!(run.expected("elect_scheme", at("08:20")), "09:36", "the reserve gives the last minute");
}

#[test]
fn what_the_chair_protects_gives_nothing() {
    let mut run = Run::cell();
    run.begin("political", at("08:30"));
    let id = run.item("discussion");
    run.act(AgendaChange::Firm { id, firm: true }.into());
    let salute = run.item("flag_close");
    run.act(AgendaChange::Firm { id: salute, firm: false }.into());
    let proposal = proposed(&run, "08:40").unwrap();
    // Thirty minutes are lost; at most half of each item is asked for.
    assert_eq!(
        gives(&proposal),
        [("review", 5), ("guidance", 5), ("accept", 2), ("break", 5), ("flag_close", 2), ("reserve", 5)]
    );
    assert_eq!(time(proposal.end), "11:36");
}

#[test]
fn papers_that_wait_are_shortened_first() {
    let mut run = Run::cell();
    run.begin("discussion", at("08:33"));
    for name in ["Hường", "Khoát", "Yến"] {
        let new = NewSpeaker { name: name.to_owned(), kind: TurnKind::Paper, subject: String::new() };
        run.act(AgendaChange::SpeakerAdded(new).into());
    }
    let proposal = proposed(&run, "08:40").unwrap();
    assert_eq!((proposal.papers, proposal.paper_minutes), (3, Some(6)));
    assert_eq!(gives(&proposal), [("discussion", 3)]);
    accept(&mut run, proposal);
    assert_eq!(run.agenda().speaking_minutes.of(TurnKind::Paper), 6);
    assert_eq!(run.schedule(at("08:40")).late(), 0);
    assert_eq!(run.expected("guidance", at("08:40")), "09:10");
}

#[test]
fn a_morning_is_made_up_for_before_lunch() {
    let mut run = Run::of(CongressKind::GrassrootsDelegates);
    run.begin("political", at("08:45"));
    let proposal = proposed(&run, "08:50").unwrap();
    let agenda = run.agenda();
    let lunch = agenda.items.iter().rposition(|item| item.not_before.is_some()).unwrap();
    for trim in &proposal.trims {
        let place = agenda.items.iter().position(|item| item.id == trim.item).unwrap();
        assert!(place < lunch, "{} is in the afternoon", trim.item);
    }
    assert_eq!(proposal.end, proposal.planned_end);
    assert!(at("11:00") < proposal.planned_end && proposal.planned_end < at("13:00"));
}

#[test]
fn nothing_is_proposed_without_need() {
    let mut run = Run::cell();
    assert_eq!(proposed(&run, "09:00"), None, "nothing runs");
    run.begin("political", at("08:00"));
    assert_eq!(proposed(&run, "08:20"), None, "in time");
    assert_eq!(proposed(&run, "08:20:59"), None, "not a whole minute");
    assert_eq!(proposed(&run, "08:21").map(|proposal| proposal.late), Some(1));
    run.begin("reserve", at("11:40"));
    assert_eq!(proposed(&run, "11:55"), None, "nothing is left to give");
    let nothing = AgendaChange::MadeUp { trims: Vec::new(), paper_minutes: None };
    assert_eq!(run.congress.admit(&nothing.into()), Err(Refusal::NoChange));
}

#[test]
fn the_counting_says_when_it_ends() {
    for (done, all, gone_by, left) in [
        (0, 100, 60_000, None),
        (4, 100, 60_000, None),
        (5, 100, 60_000, Some(1_140_000)),
        (50, 100, 600_000, Some(600_000)),
        (100, 100, 900_000, Some(0)),
        (101, 100, 900_000, None),
        (50, 100, 0, None),
        (u32::MAX - 1, u32::MAX, i64::MAX, Some(2_147_483_649)),
    ] {
        assert_eq!(time_left(done, all, gone_by), left, "{done} of {all}");
    }
    let mut run = Run::cell();
    run.begin("elect_count", at("10:10"));
    let end = |counting| Schedule::at(run.agenda(), MIDNIGHT, at("10:15"), counting);
    assert_eq!(time(end(None).slots[18].expected), "10:25");
    let paced = end(Some(12 * 60_000));
    assert_eq!(time(paced.slots[18].expected), "10:32");
    assert_eq!(paced.expected_end.since(at("10:15")), paced.remaining + paced.waiting);
    // Ten minutes late by the counting: the ballots are not hurried, the reserve gives way.
    let proposal = Proposal::of(run.agenda(), MIDNIGHT, at("10:15"), Some(12 * 60_000)).unwrap();
    assert_eq!((proposal.late, gives(&proposal)), (7, vec![("reserve", 5)]));
}

#[test]
fn counting_to_a_time_of_day() {
    let mut run = Run::cell();
    run.begin("break", at("09:25"));
    let id = run.item("break");
    let until = Some(at("09:40"));
    run.act(AgendaChange::CountTo { id: id.clone(), until }.into());
    assert_eq!(run.reading(at("09:30")).left(), 600_000);
    assert_eq!(run.expected("elect_scheme", at("09:30")), "09:40");
    // Standing still does not move a time of day; a minute given does.
    run.act(Change::Paused(at("09:31"))).act(Change::Resumed(at("09:35")));
    assert_eq!(run.reading(at("09:36")).left(), 240_000);
    run.extend("break", 1);
    assert_eq!(run.reading(at("09:36")).left(), 300_000);
    run.act(AgendaChange::CountTo { id: id.clone(), until: None }.into());
    assert_eq!(run.reading(at("09:36")).left(), (11 - 7) * 60_000);
    run.begin("elect_scheme", at("09:40"));
    let late = AgendaChange::CountTo { id, until };
    assert_eq!(run.congress.admit(&late.into()), Err(Refusal::NothingRunning));
}

#[test]
fn a_recess_and_a_duplicate() {
    let mut run = Run::cell();
    run.begin("political", at("08:00")).act(AgendaChange::Ended(at("08:12")).into());
    assert_eq!(run.agenda().current, None);
    assert_eq!(run.agenda().next_item().unwrap().id, run.item("review"));
    assert_eq!(run.expected("review", at("08:30")), "08:30");
    let political = run.item("political");
    assert_eq!(run.agenda().item(&political).unwrap().elapsed(at("09:00")), 720_000);
    run.act(AgendaChange::Duplicated(political.clone()).into());
    let copy = &run.agenda().items[7];
    assert_ne!(copy.id, political);
    assert!(copy.title == run.agenda().item(&political).unwrap().title && !copy.has_begun());
    run.act(AgendaChange::Skipped { id: copy.id.clone(), skipped: true }.into());
    assert_eq!(run.agenda().next_item().unwrap().id, run.item("review"));
}
