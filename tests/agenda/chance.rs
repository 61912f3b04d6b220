//! The clock under chance: presses, pauses, sleep, throttled timers, clocks that are set, and reloads, against a model
//! that knows the true time.
//!
//! The model keeps, for each item, the true milliseconds in which it ran and did not stand still. It shares nothing with
//! the clock but the presses.

use crate::clock::Run;
use crate::fixture_dice::Dice;
use so_tay_dai_hoi::congress::agenda::proposal::Proposal;
use so_tay_dai_hoi::congress::agenda::step::{ASKED_MS, ClockStep, STEP_MS, Watch};
use so_tay_dai_hoi::congress::agenda::{AgendaChange, AgendaItem};
use so_tay_dai_hoi::congress::change::Change;
use so_tay_dai_hoi::congress::id::ItemId;
use so_tay_dai_hoi::congress::moment::MINUTE_MS;
use so_tay_dai_hoi::congress::{CongressKind, Moment};
use std::collections::BTreeMap;

const SCHEDULES: u64 = 10_000;
const TURNS: usize = 40;
const KINDS: [CongressKind; 3] =
    [CongressKind::CellCommittee, CongressKind::CellNoCommittee, CongressKind::GrassrootsDelegates];

/// A machine: true time goes on; what it shows is another matter.
struct Machine {
    /// Milliseconds of true time.
    time: i64,
    /// By how much the wall clock is off.
    off: i64,
    /// Milliseconds of true time in which the steady clock stood still, and from which it counts.
    steady_from: i64,
}

impl Machine {
    fn wall(&self) -> Moment {
        Moment(1_653_520_000_000 + self.time + self.off)
    }

    fn steady(&self) -> i64 {
        self.time - self.steady_from
    }
}

/// What truly happened.
#[derive(Default)]
struct Model {
    ran: BTreeMap<String, i64>,
    current: Option<ItemId>,
    paused: bool,
}

impl Model {
    fn pass(&mut self, milliseconds: i64) {
        if let Some(current) = self.current.as_ref().filter(|_| !self.paused) {
            *self.ran.entry(current.to_string()).or_default() += milliseconds;
        }
    }

    fn sum(&self) -> i64 {
        self.ran.values().sum()
    }
}

struct World {
    run: Run,
    machine: Machine,
    watch: Watch,
    now: Moment,
    model: Model,
    /// Whether the true time can still be known: not once a clock was set while the page was closed.
    exact: bool,
    /// Milliseconds by which steps too small to notice may have misled the clock.
    slack: i64,
    acts: BTreeMap<&'static str, u32>,
}

impl World {
    fn of(seed: u64) -> Self {
        let run = Run::of(KINDS[usize::try_from(seed).unwrap() % 3]);
        let machine = Machine { time: 0, off: 0, steady_from: -5_000 };
        let mut watch = Watch::default();
        let now = watch.look(machine.wall(), machine.steady()).now;
        let (model, acts) = (Model::default(), BTreeMap::new());
        Self { run, machine, watch, now, model, exact: true, slack: 0, acts }
    }

    fn total(&self) -> i64 {
        self.run.agenda().items.iter().map(|item| item.elapsed(self.now)).sum()
    }

    /// Looks at the clocks as a window that writes does, and answers the chair's question truthfully.
    fn look(&mut self, slept: bool) {
        let before = self.total();
        let shown = self.now;
        let look = self.watch.look(self.machine.wall(), self.machine.steady());
        if let Some(by) = look.step {
            let at = self.machine.wall();
            if self.run.agenda().has_begun() && self.run.agenda().closed.is_none() {
                let passed = ClockStep::passes(by);
                self.run.act(AgendaChange::ClockStep { at, by, passed }.into());
                if ClockStep::is_asked(by) {
                    self.run.act(AgendaChange::StepSettled { at, passed: slept && by > 0 }.into());
                }
            }
            self.watch.taken();
            self.now = at;
        } else {
            self.now = look.now;
            assert!(self.now >= shown, "the instants go on");
        }
        let after = self.total();
        assert!(after >= before, "elapsed went back from {before} to {after}");
        self.check();
    }

    fn check(&self) {
        let (agenda, now) = (self.run.agenda(), self.now);
        if self.exact {
            for item in &agenda.items {
                let true_ms = self.model.ran.get(item.id.as_str()).copied().unwrap_or(0);
                let differs = item.elapsed(now) - true_ms;
                assert!(differs.abs() <= self.slack, "{}: off by {differs} ms", item.id);
            }
        }
        let used: i64 = agenda.items.iter().map(|item| item.elapsed(now)).sum();
        assert!(!self.exact || (used - self.model.sum()).abs() <= self.slack, "counted twice");
        let schedule = self.run.schedule(now);
        if agenda.has_begun() && agenda.closed.is_none() {
            assert_eq!(schedule.expected_end.since(now), schedule.remaining + schedule.waiting);
            assert!(schedule.remaining >= 0 && schedule.waiting >= 0);
        }
    }

    fn press(&mut self, name: &'static str, change: impl Into<Change>) -> bool {
        let change = change.into();
        let admitted = self.run.congress.admit(&change).is_ok();
        if admitted {
            self.run.act(change);
            *self.acts.entry(name).or_default() += 1;
        }
        admitted
    }

    fn turn(&mut self, dice: &mut Dice) {
        let now = self.now;
        let items: Vec<ItemId> = self.run.agenda().items.iter().map(|item| item.id.clone()).collect();
        let one = items[dice.below(items.len())].clone();
        match dice.below(20) {
            0..=4 => {
                let id = self.run.agenda().next_item().map_or(one, |item| item.id.clone());
                self.begin("next", id);
            }
            5 => self.begin("come back", one),
            6 | 7 => {
                let change = if self.model.paused { Change::Resumed(now) } else { Change::Paused(now) };
                if self.press("pause", change) {
                    self.model.paused = !self.model.paused;
                }
            }
            8 => drop(self.press("extend", Change::ItemExtended { id: one, minutes: 1 })),
            9 => drop(self.press("skip", AgendaChange::Skipped { id: one, skipped: true })),
            10 if self.press("end", AgendaChange::Ended(now)) => {
                self.model.current = None;
                self.model.paused = false;
            }
            11 => self.sleep(dice),
            12 => self.throttle(dice),
            13 | 14 => self.set_clock(dice),
            15 => self.reload(dice),
            16 => self.make_up(),
            _ => {}
        }
        // Time goes on, and the page looks four times a second; not every look is made here.
        let passes = i64::try_from(dice.below(400_000)).unwrap();
        self.pass(passes);
        self.look(false);
    }

    fn begin(&mut self, name: &'static str, id: ItemId) {
        if self.press(name, Change::ItemBegun { id: id.clone(), at: self.now }) {
            self.model.current = Some(id);
            self.model.paused = false;
        }
    }

    fn pass(&mut self, milliseconds: i64) {
        self.machine.time += milliseconds;
        self.model.pass(milliseconds);
    }

    fn sleep(&mut self, dice: &mut Dice) {
        let slept = ASKED_MS + 1_000 + i64::try_from(dice.below(3_600_000)).unwrap();
        // On some systems the steady clock goes on in the machine's sleep.
        if dice.one_in(2) {
            self.machine.steady_from += slept;
        }
        self.pass(slept);
        self.look(true);
        *self.acts.entry("sleep").or_default() += 1;
    }

    fn throttle(&mut self, dice: &mut Dice) {
        for _ in 0..dice.below(4) {
            self.pass(60_000);
            self.look(false);
        }
        *self.acts.entry("throttle").or_default() += 1;
    }

    fn set_clock(&mut self, dice: &mut Dice) {
        let by = match dice.below(4) {
            0 => i64::try_from(dice.below(240)).unwrap(),
            1 => STEP_MS + i64::try_from(dice.below(1_700)).unwrap(),
            _ => ASKED_MS + i64::try_from(dice.below(7_200_000)).unwrap(),
        };
        let by = if dice.one_in(2) { by } else { -by };
        if by.abs() < STEP_MS {
            self.slack += by.abs();
        }
        self.machine.off += by;
        self.look(false);
        *self.acts.entry("set").or_default() += 1;
    }

    fn reload(&mut self, dice: &mut Dice) {
        let seen = self.now;
        self.pass(i64::try_from(dice.below(20_000)).unwrap());
        if dice.one_in(4) {
            // Nothing can tell a clock that was set while the page was closed from time that went by.
            self.machine.off += i64::try_from(dice.below(1_200_000)).unwrap() - 600_000;
            self.exact = false;
        }
        self.machine.steady_from = self.machine.time;
        self.watch = Watch::behind(Some(seen));
        self.look(false);
        *self.acts.entry("reload").or_default() += 1;
    }

    fn make_up(&mut self) {
        let now = self.now;
        let agenda = self.run.agenda();
        let Some(proposal) = Proposal::of(agenda, crate::clock::MIDNIGHT, now, None) else { return };
        let firm: BTreeMap<_, _> = granted(agenda.items.iter().filter(|item| item.is_firm()));
        let ahead: BTreeMap<_, _> = granted(agenda.items.iter());
        let end = self.run.schedule(now).expected_end;
        let gives: i64 = proposal.trims.iter().map(|trim| i64::from(trim.minutes) * MINUTE_MS).sum();
        let Proposal { trims, paper_minutes, planned_end, end: then, .. } = proposal;
        for trim in &trims {
            assert!(!firm.contains_key(trim.item.as_str()), "{} is protected", trim.item);
            let of_it = i64::from(trim.minutes) * MINUTE_MS;
            assert!(of_it * 2 <= ahead[trim.item.as_str()], "{} would lose more than half", trim.item);
        }
        // Not a minute more than was lost is taken.
        assert!(then.plus(MINUTE_MS) > planned_end, "{} before the plan", planned_end.since(then));
        assert!(self.press("made up", AgendaChange::MadeUp { trims, paper_minutes }));
        let agenda = self.run.agenda();
        assert_eq!(granted(agenda.items.iter().filter(|item| item.is_firm())), firm);
        let sooner = end.since(self.run.schedule(now).expected_end);
        assert!((0..=gives).contains(&sooner), "{sooner} of {gives}");
    }
}

fn granted<'a>(items: impl Iterator<Item = &'a AgendaItem>) -> BTreeMap<String, i64> {
    items.map(|item| (item.id.to_string(), item.allotted())).collect()
}

#[test]
fn time_neither_goes_back_nor_counts_twice() {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let mut exact = 0;
    for seed in 0..SCHEDULES {
        let mut dice = Dice::new(seed);
        let mut world = World::of(seed);
        for _ in 0..TURNS {
            world.turn(&mut dice);
        }
        exact += u32::from(world.exact && world.model.sum() > 0);
        for (name, times) in world.acts {
            *seen.entry(name).or_default() += times;
        }
    }
    assert!(exact > 3_000, "{exact} schedules with a known time");
    assert_eq!(seen.len(), 11, "{seen:?}");
    assert!(seen.values().all(|times| *times > 1_000), "{seen:?}");
}

/// Two windows of one machine show the same instant at the same time, from whenever they look.
#[test]
fn two_windows_agree() {
    for seed in 0..2_000 {
        let mut dice = Dice::new(seed);
        let mut machine = Machine { time: 0, off: 0, steady_from: 0 };
        let (mut console, mut hall) = (Watch::default(), Watch::default());
        for _ in 0..60 {
            machine.time += i64::try_from(dice.below(900)).unwrap();
            if dice.one_in(10) {
                machine.off += i64::try_from(dice.below(8_000_000)).unwrap() - 4_000_000;
                // The window that writes notices first, records, and the other takes the record in.
                let noticed = console.look(machine.wall(), machine.steady()).step.is_some();
                let follows = hall.look(machine.wall(), machine.steady());
                assert_eq!(follows.step.is_some(), noticed);
                console.taken();
                hall.taken();
            }
            let one = console.look(machine.wall(), machine.steady()).now;
            let other = hall.look(machine.wall(), machine.steady()).now;
            assert!((one.0 - other.0).abs() < STEP_MS, "{}", one.0 - other.0);
            if dice.one_in(9) {
                hall = Watch::behind(Some(other));
                hall.look(machine.wall(), machine.steady());
            }
        }
    }
}
