//! Time in a window: the clock is looked at here, its steps are recorded, and every look falls on a change of the digits.

use super::Session;
use crate::congress::agenda::clock::Reading;
use crate::congress::agenda::step::{ClockStep, STEP_MS, Watch};
use crate::congress::{AgendaChange, Congress, Moment};
use crate::journal::key;
use crate::platform::{clock, storage};

/// Looks for which a window that does not write waits for the record of a step that it has seen itself.
const PATIENCE: u8 = 8;

/// What a window knows of the clock.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Timing {
    watch: Watch,
    /// The steps on record at the last look.
    steps: usize,
    /// Looks since a step was seen that is not on record.
    waited: u8,
    /// Whether a look is due at the next change of the digits.
    due: bool,
    /// The opening for which the clock was held against the latest record.
    checked: u32,
}

impl Session {
    /// The instant of a press.
    pub fn instant(&self) -> Moment {
        self.look_at_clock();
        self.now.get_untracked()
    }

    /// Looks at both clocks. A step is recorded by the window that writes; the others go on as before until they know.
    pub(super) fn look_at_clock(&self) {
        let (wall, steady) = (clock::now(), clock::steady());
        let look = self.timing.update(|timing| timing.watch.look(wall, steady));
        let running = self.glance(is_running).unwrap_or(false);
        if let Some(by) = look.step
            && running
            && self.writer.get_untracked()
        {
            self.record_step(wall, by);
        }
        self.check_against_records(wall, running);
        let steps = self.glance(|congress| congress.agenda.steps.len()).unwrap_or(0);
        let taken = self.timing.update(|timing| {
            let known = steps > timing.steps;
            timing.steps = steps;
            if !timing.watch.is_held() {
                timing.waited = 0;
                return false;
            }
            timing.waited = timing.waited.saturating_add(1);
            let taken = known || !running || timing.waited > PATIENCE;
            if taken {
                timing.watch.taken();
            }
            taken
        });
        let now = if taken { wall } else { look.now };
        self.now.set(now);
        self.await_next_second(now);
    }

    fn record_step(&self, at: Moment, by: i64) {
        self.record(AgendaChange::ClockStep { at, by, passed: ClockStep::passes(by) }.into());
    }

    /// A clock that stands before the latest record of this device, or before what it showed when it was left, was set
    /// back while nobody looked. Once for each opening, as soon as this window writes.
    fn check_against_records(&self, wall: Moment, running: bool) {
        let opening = self.opening();
        let checked = self.timing.with(|timing| timing.checked == opening);
        if checked || !running || !self.writer.get_untracked() {
            return;
        }
        self.timing.update(|timing| timing.checked = opening);
        let device = self.device.get();
        let own = self.logbook.with(|logbook| {
            let records = logbook.as_ref()?.records().filter(|record| record.id.device == device);
            records.max_by_key(|record| record.id.seq).map(|record| record.at)
        });
        let seen = storage::read(key::SEEN).and_then(|text| text.parse().ok()).map(Moment);
        let by = own.max(seen).map_or(0, |latest| wall.since(latest));
        if by <= -STEP_MS {
            self.record_step(wall, by);
        }
    }

    /// Remembers the instant at which a running clock is left, for whoever comes back to it.
    pub(super) fn leave_mark(&self) {
        if self.glance(is_running).unwrap_or(false) {
            // Where nothing can be kept, the records alone tell.
            let _ = storage::write(key::SEEN, &self.now.get_untracked());
        }
    }

    /// Looks again when the digits change, so that all windows change them together.
    fn await_next_second(&self, now: Moment) {
        let left = self.glance(|congress| digits_left(congress, now)).flatten();
        let Some(left) = left else { return };
        let due = self.timing.update(|timing| std::mem::replace(&mut timing.due, true));
        if due {
            return;
        }
        let session = *self;
        let wait = i32::try_from(left.rem_euclid(1_000)).unwrap_or(1_000);
        clock::later(wait + 1, move || {
            session.timing.update(|timing| timing.due = false);
            session.look_at_clock();
        });
    }
}

fn is_running(congress: &Congress) -> bool {
    congress.agenda.has_begun() && congress.agenda.closed.is_none()
}

/// Milliseconds left of whatever has digits on the screen and runs.
fn digits_left(congress: &Congress, now: Moment) -> Option<i64> {
    let agenda = &congress.agenda;
    let reading = match agenda.current_speaker() {
        Some(speaker) => Reading::of_speaker(speaker, &agenda.speaking_minutes, now),
        None => Reading::of(agenda.current_item()?, now),
    };
    let counts_to_an_instant = agenda.current_item().is_some_and(|item| item.until.is_some());
    (!reading.paused || counts_to_an_instant).then(|| reading.left())
}
