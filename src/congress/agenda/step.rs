//! Clocks that jump: a machine that slept, or whose clock was set while an item ran.
//!
//! Two clocks are read side by side: the wall clock, which can be set, and a steady one, which only goes on, but may
//! stand still while the machine sleeps. Where the wall clock moved further than the steady one, either the machine
//! slept (then the time passed) or its clock was set (then it did not). Where the wall clock moved back, it was set.
//! A step that is said to be no time moves every instant that was recorded before it, so that nothing that ran is lost
//! or counted twice.

use crate::congress::moment::Moment;

/// Milliseconds by which the two clocks may differ between two looks before it is a step. Slow corrections of the wall
/// clock (at most 30 ms a minute) stay below it.
pub const STEP_MS: i64 = 250;

/// Milliseconds from which the chair is asked. A shorter step is taken to be a set clock: no machine sleeps so briefly.
pub const ASKED_MS: i64 = 2_000;

/// A recorded step of the wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockStep {
    /// The wall clock after the step.
    pub at: Moment,
    /// Milliseconds by which it jumped; negative when it was set back.
    pub by: i64,
    /// Whether that time passed, as when the machine slept.
    pub passed: bool,
    /// Whether the chair has said so, or need not.
    pub settled: bool,
}

impl ClockStep {
    /// Whether a step counts as time until the chair says otherwise.
    pub fn passes(by: i64) -> bool {
        by >= ASKED_MS
    }

    /// Whether the chair is asked about it.
    pub fn is_asked(by: i64) -> bool {
        by.saturating_abs() >= ASKED_MS
    }
}

/// What a look at both clocks comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The instant that counts now.
    pub now: Moment,
    /// Milliseconds by which the wall clock jumped since the look before; `None` where it did not.
    pub step: Option<i64>,
}

/// Watches both clocks of one window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Watch {
    last: Option<(Moment, i64)>,
    latest: Moment,
    held: i64,
}

impl Watch {
    /// A watch that goes on behind an instant that was already shown, as after a reload. What the wall clock shows
    /// before that instant is a step back.
    pub fn behind(seen: Option<Moment>) -> Self {
        Self { last: None, latest: seen.unwrap_or_default(), held: 0 }
    }

    /// Looks at the wall clock and the steady one, in milliseconds.
    ///
    /// Between two steps `now` never goes back. A step is told once; until [`Watch::taken`] the instants go on as if it
    /// had not happened, because everything that is shown is reckoned by the clock as it was.
    pub fn look(&mut self, wall: Moment, steady: i64) -> Look {
        let step = match self.last {
            Some((before, ticked)) => wall.since(before).saturating_sub(steady.saturating_sub(ticked)),
            None => wall.since(self.latest).min(0),
        };
        self.last = Some((wall, steady));
        let step = (step.saturating_abs() >= STEP_MS).then_some(step);
        if let Some(by) = step {
            self.held = self.held.saturating_add(by);
        }
        self.latest = self.latest.max(wall.plus(self.held.saturating_neg()));
        Look { now: self.latest, step }
    }

    /// The steps are recorded, or nothing runs that they could harm: from now on the wall clock counts as it stands.
    pub fn taken(&mut self) {
        self.held = 0;
        if let Some((wall, _)) = self.last {
            self.latest = wall;
        }
    }

    /// Whether a step waits to be recorded.
    pub fn is_held(&self) -> bool {
        self.held != 0
    }
}
