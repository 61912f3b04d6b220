//! The agenda against the clock: what the running item shows, and when each later one is expected.

use chrono::NaiveDate;
use so_tay_dai_hoi::congress::agenda::clock::{Course, Phase, Reading, Reminder, Schedule};
use so_tay_dai_hoi::congress::agenda::template::AgendaTemplate;
use so_tay_dai_hoi::congress::agenda::{Agenda, NewItem};
use so_tay_dai_hoi::congress::change::{Change, Founding};
use so_tay_dai_hoi::congress::election::RulesId;
use so_tay_dai_hoi::congress::id::{DeviceId, ItemId, RecordId};
use so_tay_dai_hoi::congress::moment::MINUTE_MS;
use so_tay_dai_hoi::congress::{Congress, CongressKind, Moment, Refusal};

/// The local midnight of the congress day, at UTC+7.
pub const MIDNIGHT: Moment = Moment(1_653_498_000_000);

/// A congress whose clock is run by hand.
pub struct Run {
    pub congress: Congress,
    seq: u32,
}

impl Run {
    pub fn of(kind: CongressKind) -> Self {
        let congress = Congress::found(&Founding {
            organisation: "Chi bộ".to_owned(),
            kind,
            members: 18,
            date: NaiveDate::from_ymd_opt(2022, 5, 26).unwrap(),
            deadline: None,
            checklist: "party/1".to_owned(),
            agenda: AgendaTemplate::default_for(kind).unwrap().id.clone(),
            rules: RulesId::Party244,
            rehearsal: false,
            role: None,
        });
        Self { congress, seq: 1 }
    }

    /// A cell's half day: twenty minutes of reception from 07:10, then items of 5, 5, 5, 10 … minutes.
    pub fn cell() -> Self {
        Self::of(CongressKind::CellCommittee)
    }

    pub fn agenda(&self) -> &Agenda {
        &self.congress.agenda
    }

    pub fn item(&self, code: &str) -> ItemId {
        let id = ItemId::from(code);
        assert!(self.agenda().item(&id).is_some(), "{code}");
        id
    }

    pub fn act(&mut self, change: Change) -> &mut Self {
        assert_eq!(self.congress.admit(&change), Ok(()), "{change:?}");
        self.seq += 1;
        let record = RecordId { device: DeviceId::from_random([1; 8]), seq: self.seq };
        self.congress.apply(&record, MIDNIGHT, &change);
        self
    }

    pub fn begin(&mut self, code: &str, at: Moment) -> &mut Self {
        let id = self.item(code);
        self.act(Change::ItemBegun { id, at })
    }

    pub fn extend(&mut self, code: &str, minutes: i32) -> &mut Self {
        let id = self.item(code);
        self.act(Change::ItemExtended { id, minutes })
    }

    pub fn reading(&self, now: Moment) -> Reading {
        Reading::of(self.agenda().current_item().unwrap(), now)
    }

    pub fn schedule(&self, now: Moment) -> Schedule {
        Schedule::at(self.agenda(), MIDNIGHT, now, None)
    }

    /// When an item is expected, as a time of day.
    pub fn expected(&self, code: &str, now: Moment) -> String {
        let id = self.item(code);
        let index = self.agenda().items.iter().position(|item| item.id == id).unwrap();
        time(self.schedule(now).slots[index].expected)
    }
}

/// A time of the congress day: `at("08:15")`, `at("08:15:30")`; hours go beyond 24 after midnight.
pub fn at(text: &str) -> Moment {
    let parts: Vec<i64> = text.split(':').map(|part| part.parse().unwrap()).collect();
    let seconds = parts.get(2).copied().unwrap_or(0);
    MIDNIGHT.plus((parts[0] * 60 + parts[1]) * MINUTE_MS + seconds * 1000)
}

pub fn time(moment: Moment) -> String {
    let seconds = moment.since(MIDNIGHT) / 1000;
    let minutes = seconds / 60;
    assert_eq!(seconds % 60, 0);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[track_caller]
fn check(run: &Run, now: &str, elapsed_s: i64, phase: Phase, paused: bool) {
    let reading = run.reading(at(now));
    assert_eq!((reading.elapsed, reading.phase, reading.paused), (elapsed_s * 1000, phase, paused), "{now}");
    assert_eq!(reading.left(), reading.allotted - reading.elapsed);
}

#[test]
fn an_item_runs_out() {
    let mut run = Run::cell();
    run.begin("discussion", at("08:30"));
    for (now, elapsed, phase) in [
        ("08:30", 0, Phase::Running),
        ("08:45", 900, Phase::Running),
        ("09:08:59", 2339, Phase::Running),
        ("09:09", 2340, Phase::LastMinute),
        ("09:09:59", 2399, Phase::LastMinute),
        ("09:10", 2400, Phase::LastMinute),
        ("09:10:01", 2401, Phase::Overtime),
        ("23:00", 52_200, Phase::Overtime),
    ] {
        check(&run, now, elapsed, phase, false);
    }
    let reading = run.reading(at("09:09").plus(-1));
    assert_eq!((reading.phase, reading.left()), (Phase::Running, MINUTE_MS + 1));
    let reading = run.reading(at("09:10").plus(1));
    assert_eq!((reading.phase, reading.left()), (Phase::Overtime, -1));
    for (now, thousandths) in [("08:30", 0), ("08:40", 250), ("09:10", 1000), ("12:00", 1000)] {
        assert_eq!(run.reading(at(now)).used_thousandths(), thousandths, "{now}");
    }
}

#[test]
fn an_item_of_a_minute_or_none_has_no_last_minute() {
    for (minutes, now, phase) in [
        (1, "08:30", Phase::Running),
        (1, "08:31", Phase::Running),
        (1, "08:31:01", Phase::Overtime),
        (0, "08:30", Phase::Running),
        (0, "08:30:01", Phase::Overtime),
        (2, "08:31", Phase::LastMinute),
    ] {
        let mut run = Run::cell();
        let id = run.item("discussion");
        run.act(Change::ItemMinutes { id, minutes }).begin("discussion", at("08:30"));
        assert_eq!(run.reading(at(now)).phase, phase, "{minutes} {now}");
    }
}

#[test]
fn pauses_do_not_count() {
    let mut run = Run::cell();
    run.begin("discussion", at("08:30")).act(Change::Paused(at("08:40")));
    check(&run, "08:40", 600, Phase::Running, true);
    check(&run, "09:40", 600, Phase::Running, true);
    run.act(Change::Resumed(at("09:40")));
    check(&run, "09:50", 1200, Phase::Running, false);
    run.act(Change::Paused(at("09:50"))).act(Change::Resumed(at("09:55")));
    check(&run, "10:00", 1500, Phase::Running, false);
    run.act(Change::Paused(at("10:00"))).begin("guidance", at("10:30"));
    check(&run, "10:31", 60, Phase::Running, false);
    let discussion = run.agenda().item(&run.item("discussion")).unwrap();
    assert_eq!(discussion.elapsed(at("12:00")), 1500 * 1000, "an open pause ends with its item");
    assert!(!discussion.runs[0].is_paused());
}

#[test]
fn the_chair_gives_and_takes_minutes() {
    let mut run = Run::cell();
    run.begin("discussion", at("08:30")).extend("discussion", 10);
    check(&run, "09:10", 2400, Phase::Running, false);
    check(&run, "09:19", 2940, Phase::LastMinute, false);
    run.extend("discussion", -20);
    check(&run, "09:00:01", 1801, Phase::Overtime, false);
    run.extend("discussion", -600);
    assert_eq!(run.reading(at("08:31")).allotted, 0, "granted time is never negative");
    run.extend("discussion", 600).extend("discussion", 600);
    assert!(run.reading(at("08:31")).allotted > 0);
    let id = run.item("discussion");
    let much = Change::ItemExtended { id, minutes: 601 };
    assert_eq!(run.congress.admit(&much), Err(Refusal::TooManyMinutes));
}

#[test]
fn clocks_that_are_set_back() {
    let mut run = Run::cell();
    run.begin("discussion", at("08:30"));
    check(&run, "07:30", 0, Phase::Running, false);
    run.act(Change::Paused(at("08:40")));
    check(&run, "08:35", 300, Phase::Running, true);
    run.act(Change::Resumed(at("08:00")));
    check(&run, "08:40", 600, Phase::Running, false);
    // A start that is dated back ends the item before it, but not before that began.
    run.begin("guidance", at("08:20"));
    let discussion = run.agenda().item(&run.item("discussion")).unwrap();
    assert_eq!(discussion.runs[0].ended, Some(at("08:30")));
    assert_eq!(discussion.elapsed(at("12:00")), 0);
    check(&run, "08:21", 60, Phase::Running, false);
}

#[test]
fn a_start_dated_back_takes_the_minutes_from_the_item_before() {
    let mut run = Run::cell();
    run.begin("political", at("08:00")).begin("review", at("08:19"));
    check(&run, "08:20", 60, Phase::Running, false);
    let political = run.agenda().item(&run.item("political")).unwrap();
    assert_eq!(political.elapsed(at("12:00")), 19 * MINUTE_MS);
}

#[test]
fn an_item_that_began_earlier_than_somebody_pressed() {
    let mut run = Run::cell();
    run.begin("political", at("08:00")).begin("review", at("08:20"));
    let id = run.item("review");
    run.act(Change::BegunEarlier { id: id.clone(), at: at("08:17") });
    check(&run, "08:20", 180, Phase::Running, false);
    let elapsed = |run: &Run, code: &str| run.agenda().item(&run.item(code)).unwrap().elapsed(at("12:00"));
    assert_eq!(elapsed(&run, "political"), 17 * MINUTE_MS, "the minutes are taken from the item before");
    // Later than it began changes nothing; earlier than the one before leaves that one without time.
    run.act(Change::BegunEarlier { id: id.clone(), at: at("08:30") });
    check(&run, "08:20", 180, Phase::Running, false);
    run.act(Change::BegunEarlier { id, at: at("07:50") });
    check(&run, "07:58", 480, Phase::Running, false);
    assert_eq!(elapsed(&run, "political"), 0);
}

#[test]
fn wild_instants_never_overflow() {
    for (begun, now) in [(i64::MIN, i64::MAX), (i64::MAX, i64::MIN), (0, i64::MAX), (i64::MIN, 0)] {
        let mut run = Run::cell();
        run.begin("pre", Moment(begun)).act(Change::Paused(Moment(now))).act(Change::Resumed(Moment(begun)));
        run.begin("break", Moment(now)).begin("pre", Moment(begun));
        let reading = run.reading(Moment(now));
        assert!(reading.elapsed >= 0 && (0..=1000).contains(&reading.used_thousandths()));
        run.schedule(Moment(now)).late();
    }
}

#[test]
fn past_midnight() {
    let mut run = Run::cell();
    run.begin("discussion", at("23:50"));
    check(&run, "24:20", 1800, Phase::Running, false);
    check(&run, "24:31", 2460, Phase::Overtime, false);
    assert_eq!(run.expected("guidance", at("24:20")), "24:30");
}

#[test]
fn coming_back_to_an_item() {
    let mut run = Run::cell();
    run.begin("political", at("08:00")).begin("review", at("08:10")).begin("political", at("08:15"));
    check(&run, "08:15", 600, Phase::Running, false);
    check(&run, "08:24", 1140, Phase::LastMinute, false);
    assert_eq!(run.expected("political", at("08:20")), "08:15", "the run that goes on");
    assert_eq!(run.expected("review", at("08:20")), "08:25", "it was left after five of ten minutes");
    assert_eq!(run.expected("discussion", at("08:20")), "08:30");
    let next = |run: &Run| run.agenda().next_item().unwrap().id.clone();
    assert_eq!(next(&run), run.item("review"));
    run.begin("review", at("08:25"));
    check(&run, "08:25", 300, Phase::Running, false);
    assert_eq!(next(&run), run.item("discussion"), "nothing is left behind any more");
}

#[test]
fn before_the_start_the_plan_is_expected() {
    for kind in
        [CongressKind::CellCommittee, CongressKind::CellNoCommittee, CongressKind::GrassrootsDelegates]
    {
        let run = Run::of(kind);
        let template = AgendaTemplate::default_for(kind).unwrap();
        for now in ["06:00", "06:30", "30:40"] {
            let schedule = run.schedule(at(now));
            assert_eq!(schedule.slots.len(), template.items.len());
            for (slot, item) in schedule.slots.iter().zip(&template.items) {
                let start = MIDNIGHT.plus(i64::from(item.start) * MINUTE_MS);
                assert_eq!((slot.planned, slot.expected), (start, start), "{}", item.code);
                assert_eq!(slot.course, Course::Ahead);
            }
            assert_eq!(schedule.planned_end, MIDNIGHT.plus(i64::from(template.end()) * MINUTE_MS));
            assert_eq!((schedule.expected_end, schedule.late()), (schedule.planned_end, 0));
        }
    }
}

/// What has not begun cannot begin in the past, and the chair is reminded.
#[test]
fn a_start_that_was_forgotten() {
    let mut run = Run::cell();
    let reminder = |run: &Run, now: &str| Reminder::at(run.agenda(), MIDNIGHT, at(now));
    for (now, late) in [("07:10", 0), ("07:11", 1), ("08:00", 50)] {
        assert_eq!(run.schedule(at(now)).late(), late * MINUTE_MS, "{now}");
        let told = (late > 1).then_some(Reminder::NotBegun(late * MINUTE_MS));
        assert_eq!(reminder(&run, now), told, "{now}");
    }
    assert_eq!(reminder(&run, "31:10"), None, "another day");
    run.begin("pre", at("07:30"));
    assert_eq!(reminder(&run, "07:40"), None);
    run.act(Change::Paused(at("07:40")));
    assert_eq!(reminder(&run, "07:44:59"), None);
    assert_eq!(reminder(&run, "07:46"), Some(Reminder::LongPause(6 * MINUTE_MS)));
    let id = run.item("pre");
    run.act(Change::BegunEarlier { id, at: at("07:12") }).act(Change::Resumed(at("07:50")));
    check(&run, "08:00", 48 * 60 - 10 * 60, Phase::Overtime, false);
}

#[test]
fn an_overrun_shifts_everything_later() {
    let mut run = Run::cell();
    run.begin("political", at("08:00"));
    for (now, review, discussion, late) in [
        ("08:00", "08:20", "08:30", 0),
        ("08:20", "08:20", "08:30", 0),
        ("08:27", "08:27", "08:37", 7),
        ("09:00", "09:00", "09:10", 40),
    ] {
        assert_eq!(run.expected("review", at(now)), review, "{now}");
        assert_eq!(run.expected("discussion", at(now)), discussion, "{now}");
        assert_eq!(run.schedule(at(now)).late(), late * MINUTE_MS, "{now}");
    }
    run.extend("political", 5);
    assert_eq!(run.schedule(at("08:10")).late(), 5 * MINUTE_MS);
    // An item that stands still takes its time all the same.
    run.act(Change::Paused(at("08:10")));
    assert_eq!(run.schedule(at("08:40")).late(), 35 * MINUTE_MS);
}

#[test]
fn early_is_negative() {
    let mut run = Run::cell();
    run.begin("political", at("07:50"));
    assert_eq!(run.schedule(at("07:55")).late(), -10 * MINUTE_MS);
    assert_eq!(run.schedule(at("08:12")).late(), -8 * MINUTE_MS);
}

#[test]
fn nothing_begins_before_its_hour_after_a_gap() {
    let mut run = Run::of(CongressKind::GrassrootsDelegates);
    let planned = |run: &Run, code: &str| {
        let index = run.agenda().items.iter().position(|item| item.id == ItemId::from(code)).unwrap();
        time(run.schedule(at("06:00")).slots[index].planned)
    };
    assert_eq!((planned(&run, "flag_open"), planned(&run, "elect_list")), ("08:15".into(), "13:30".into()));
    // Ten minutes early in the preparatory session do not open the congress early, and lunch stays lunch.
    run.begin("t_docs", at("07:30"));
    assert_eq!(run.expected("flag_open", at("07:35")), "08:15");
    run.begin("elect_scheme", at("10:50"));
    for (now, list) in [("11:00", "13:30"), ("13:29", "13:30"), ("13:40", "13:40")] {
        assert_eq!(run.expected("elect_list", at(now)), list, "{now}");
    }
    assert_eq!(run.schedule(at("11:00")).late(), 0, "the gap takes up what was gained");
    // Longer mornings eat into the gap, not into the afternoon; and the plan follows the minutes.
    let id = run.item("t_docs");
    run.act(Change::ItemMinutes { id, minutes: 60 });
    assert_eq!((planned(&run, "flag_open"), planned(&run, "elect_list")), ("08:40".into(), "13:30".into()));
}

#[test]
fn items_passed_over_take_no_time() {
    let mut run = Run::cell();
    run.begin("political", at("08:00")).begin("discussion", at("08:20"));
    let now = at("08:30");
    let schedule = run.schedule(now);
    let courses: Vec<Course> = schedule.slots[6..10].iter().map(|slot| slot.course).collect();
    assert_eq!(courses, [Course::Past, Course::Skipped, Course::Current, Course::Ahead]);
    assert_eq!(run.expected("guidance", now), "09:00");
    assert_eq!(schedule.late(), -10 * MINUTE_MS, "the review of ten minutes fell away");
    // The chair comes back to it: it runs now, and what follows waits.
    run.begin("review", at("08:40"));
    assert_eq!(run.expected("guidance", at("08:40")), "08:50");
    assert_eq!(run.schedule(at("08:40")).slots[8].course, Course::Past);
}

#[test]
fn closed_and_opened_again() {
    let mut run = Run::cell();
    run.begin("reserve", at("11:20")).act(Change::Closed(at("11:25")));
    let schedule = run.schedule(at("15:00"));
    assert_eq!((schedule.expected_end, schedule.late()), (at("11:25"), -5 * MINUTE_MS));
    assert_eq!(schedule.slots.last().unwrap().course, Course::Past);
    assert!(run.agenda().current_item().is_none() && run.agenda().next_item().is_none());
    run.begin("reserve", at("11:27"));
    assert_eq!(run.agenda().closed, None);
    check(&run, "11:28", 360, Phase::Running, false);
}

#[test]
fn the_item_to_call_next() {
    let mut run = Run::cell();
    assert_eq!(run.agenda().next_item().unwrap().id, run.item("pre"));
    run.begin("pre", at("07:10"));
    assert_eq!(run.agenda().next_item().unwrap().id, run.item("flag_open"));
    run.begin("reserve", at("11:20"));
    assert_eq!(run.agenda().next_item(), None);
}

#[test]
fn items_come_and_go() {
    let mut run = Run::cell();
    let (pre, flag, reserve) = (run.item("pre"), run.item("flag_open"), run.item("reserve"));
    let item = NewItem { title: "Tặng hoa".to_owned(), minutes: 7 };
    run.act(Change::ItemAdded { item, before: Some(flag.clone()) });
    let added = run.agenda().items[1].id.clone();
    assert_eq!(added.as_str(), "bbbbbbbb-2.0");
    assert_eq!(run.expected("flag_open", at("06:00")), "07:37");
    let places = |run: &Run, id: &ItemId| run.agenda().items.iter().position(|item| item.id == *id);
    for (id, before, place) in [
        (&added, Some(&reserve), 24),
        (&added, None, 25),
        (&added, Some(&pre), 0),
        (&added, Some(&added), 0),
        (&pre, Some(&pre), 1),
    ] {
        run.act(Change::ItemMoved { id: id.clone(), before: before.cloned() });
        assert_eq!(places(&run, id), Some(place), "{id} before {before:?}");
    }
    run.act(Change::ItemRemoved(added.clone()));
    assert_eq!(places(&run, &added), None);
    assert_eq!(run.agenda().planned_minutes(), 20 + 240);
}
