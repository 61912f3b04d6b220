//! Clocks that jump, one by one.

use crate::clock::{Run, at};
use so_tay_dai_hoi::congress::Refusal;
use so_tay_dai_hoi::congress::agenda::AgendaChange;
use so_tay_dai_hoi::congress::agenda::step::{ClockStep, Look, Watch};
use so_tay_dai_hoi::congress::change::Change;
use so_tay_dai_hoi::congress::{Congress, Moment};

fn step(now: &str, by_s: i64, passed: bool) -> Change {
    AgendaChange::ClockStep { at: at(now), by: by_s * 1_000, passed }.into()
}

fn settled(now: &str, passed: bool) -> Change {
    AgendaChange::StepSettled { at: at(now), passed }.into()
}

fn elapsed(congress: &Congress, now: &str) -> i64 {
    congress.agenda.current_item().unwrap().elapsed(at(now)) / 1_000
}

#[test]
fn a_clock_set_back_loses_nothing() {
    let mut run = Run::cell();
    run.begin("political", at("08:00")).begin("discussion", at("08:30"));
    run.act(Change::Paused(at("08:40"))).act(Change::Resumed(at("08:45")));
    // At 08:50 the clock is set to 08:20.
    run.act(step("08:20", -1_800, false));
    assert_eq!(elapsed(&run.congress, "08:20"), 900);
    assert_eq!(elapsed(&run.congress, "08:25"), 1_200);
    let political = run.item("political");
    assert_eq!(run.agenda().item(&political).unwrap().elapsed(at("08:25")), 1_800_000);
    assert_eq!(
        run.congress.admit(&settled("08:20", true)),
        Err(Refusal::NoChange),
        "time does not run backwards"
    );
    run.act(settled("08:20", false));
    assert_eq!(elapsed(&run.congress, "08:25"), 1_200);
    assert_eq!(run.congress.admit(&settled("08:20", false)), Err(Refusal::Gone), "it is settled");
}

#[test]
fn a_jump_forward_is_sleep_until_the_chair_says_otherwise() {
    let mut run = Run::cell();
    run.begin("discussion", at("08:30"));
    run.act(step("09:00", 1_200, true));
    assert_eq!(elapsed(&run.congress, "09:00"), 1_800, "ten minutes awake and twenty asleep");
    let mut slept = run.congress.clone();
    slept.apply(&record(90), at("09:01"), &settled("09:00", true));
    assert_eq!(elapsed(&slept, "09:05"), 2_100);
    // What was pressed meanwhile stays where it was pressed.
    run.act(Change::Paused(at("09:01"))).act(Change::Resumed(at("09:02")));
    run.act(settled("09:00", false));
    assert_eq!(elapsed(&run.congress, "09:05"), 600 + 300 - 60);
    assert_eq!(
        run.agenda().steps,
        [ClockStep { at: at("09:00"), by: 1_200_000, passed: false, settled: true }]
    );
}

#[test]
fn nothing_is_asked_about_little() {
    let mut run = Run::cell();
    run.begin("discussion", at("08:30")).act(step("08:31:01", 1, false));
    assert!(run.agenda().steps[0].settled);
    assert_eq!(elapsed(&run.congress, "08:31:01"), 60);
    assert_eq!(run.congress.admit(&step("08:32", 0, false)), Err(Refusal::NoChange));
}

#[test]
fn a_watch_tells_each_step_once() {
    let mut watch = Watch::default();
    let look = |watch: &mut Watch, wall: i64, steady: i64| watch.look(Moment(wall), steady);
    assert_eq!(look(&mut watch, 1_000_000, 50), Look { now: Moment(1_000_000), step: None });
    assert_eq!(look(&mut watch, 1_060_000, 60_050), Look { now: Moment(1_060_000), step: None }, "throttled");
    assert_eq!(look(&mut watch, 1_060_100, 60_350), Look { now: Moment(1_060_100), step: None }, "slewed");
    // Set back by a minute: until that is recorded, the instants go on as before.
    assert_eq!(look(&mut watch, 1_000_350, 60_600), Look { now: Moment(1_060_350), step: Some(-60_000) });
    assert_eq!(look(&mut watch, 1_000_600, 60_850), Look { now: Moment(1_060_600), step: None });
    assert!(watch.is_held());
    watch.taken();
    assert_eq!(look(&mut watch, 1_000_850, 61_100), Look { now: Moment(1_000_850), step: None });
    // Asleep for an hour, the steady clock with it.
    assert_eq!(look(&mut watch, 4_600_850, 61_100).step, Some(3_600_000));
    watch.taken();
    assert_eq!(look(&mut watch, 4_601_100, 61_350).now, Moment(4_601_100));
}

#[test]
fn a_reload_goes_on_behind_what_was_seen() {
    let mut watch = Watch::behind(Some(Moment(2_000_000)));
    assert_eq!(watch.look(Moment(2_003_000), 7), Look { now: Moment(2_003_000), step: None });
    let mut watch = Watch::behind(Some(Moment(2_000_000)));
    assert_eq!(
        watch.look(Moment(1_999_900), 7),
        Look { now: Moment(2_000_000), step: None },
        "too little to tell"
    );
    let mut watch = Watch::behind(Some(Moment(2_000_000)));
    assert_eq!(watch.look(Moment(1_400_000), 7), Look { now: Moment(2_000_000), step: Some(-600_000) });
}

/// Wild instants from a file of bad faith neither overflow nor stop the app.
#[test]
fn wild_steps() {
    for by in [i64::MIN, i64::MAX, -1, 1] {
        for when in [i64::MIN, 0, i64::MAX] {
            let mut run = Run::cell();
            run.begin("discussion", at("08:30"));
            let change = AgendaChange::ClockStep { at: Moment(when), by, passed: false };
            run.congress.apply(&record(80), Moment(when), &change.into());
            let change = AgendaChange::StepSettled { at: Moment(when), passed: true };
            run.congress.apply(&record(81), Moment(when), &change.into());
            let mut watch = Watch::behind(Some(Moment(when)));
            watch.look(Moment(by), by);
            watch.look(Moment(when), by);
            assert!(run.schedule(Moment(when)).remaining >= 0);
        }
    }
}

fn record(seq: u32) -> so_tay_dai_hoi::congress::id::RecordId {
    let device = so_tay_dai_hoi::congress::id::DeviceId::from_random([1; 8]);
    so_tay_dai_hoi::congress::id::RecordId { device, seq }
}

#[test]
fn the_second_that_runs_ends_at_its_last_instant() {
    for (instant, end) in
        [(0, 0), (1, 1000), (999, 1000), (1000, 1000), (1001, 2000), (-1, 0), (-1000, -1000)]
    {
        assert_eq!(Moment(instant).second_end(), Moment(end), "{instant}");
    }
    assert_eq!(Moment(i64::MAX).second_end(), Moment(i64::MAX));
}
