//! Run: the chair's console, and the hall screen for a second window.

mod after;
mod bell;
mod card;
mod console;
mod controls;
mod hall;
mod lateness;
mod programme;
mod screen;
mod script;
mod speakers;

pub(super) use console::Console;
pub(super) use hall::Hall;

use crate::congress::agenda::clock::{Phase, Reading, Schedule};
use crate::congress::agenda::{Agenda, AgendaItem};
use crate::congress::moment::MINUTE_MS;
use crate::congress::{AgendaChange, Change, Congress, Moment, Topic};
use crate::platform::clock;
use crate::session::Session;
use crate::ui::markup::prelude::*;
use crate::ui::session;
use crate::words::Words;

/// Stops the clock, or lets it go on.
pub(super) fn toggle_pause(session: Session) {
    let paused = session.glance(|congress| congress.agenda.current_item().map(AgendaItem::is_paused));
    let at = session.instant();
    if let Some(paused) = paused.flatten() {
        session.record(if paused { Change::Resumed(at) } else { Change::Paused(at) });
    }
}

/// Begins the next item.
pub(super) fn go_on(session: Session) {
    let next = session.glance(|congress| congress.agenda.next_item().map(|item| item.id.clone()));
    if let Some(id) = next.flatten() {
        session.record(Change::ItemBegun { id, at: session.instant() });
    }
}

/// Goes back to the item that ran before.
pub(super) fn go_back(session: Session) {
    let previous = session.glance(|congress| congress.agenda.previous_item().map(|item| item.id.clone()));
    if let Some(id) = previous.flatten() {
        session.record(Change::ItemBegun { id, at: session.instant() });
    }
}

/// Gives minutes to whoever speaks, else to the running item, or takes them.
pub(super) fn extend(session: Session, minutes: i32) {
    let change = session.glance(|congress| {
        let agenda = &congress.agenda;
        let speaker = agenda.speaking.clone().map(|id| AgendaChange::SpeakerExtended { id, minutes }.into());
        speaker.or_else(|| agenda.current.clone().map(|id| Change::ItemExtended { id, minutes }))
    });
    if let Some(change) = change.flatten() {
        session.record(change);
    }
}

/// The running item began so many seconds before it was said to; the log keeps both.
pub(super) fn begin_earlier(session: Session, seconds: i64) {
    let begun = session.glance(|congress| {
        let item = congress.agenda.current_item()?;
        Some((item.id.clone(), item.runs.last()?.begun))
    });
    if let Some((id, begun)) = begun.flatten() {
        session.record(Change::BegunEarlier { id, at: begun.plus(-1_000 * seconds) });
    }
}

/// The running item is over, and nothing follows at once.
pub(super) fn end_item(session: Session) {
    if session.glance(|congress| congress.agenda.current.is_some()) == Some(true) {
        session.record(AgendaChange::Ended(session.instant()).into());
    }
}

/// Passes over the item that would be next.
pub(super) fn skip_next(session: Session) {
    let next = session.glance(|congress| congress.agenda.next_item().map(|item| item.id.clone()));
    if let Some(id) = next.flatten() {
        session.record(AgendaChange::Skipped { id, skipped: true }.into());
    }
}

/// Gives the floor to whoever is next in the queue.
pub(super) fn call_speaker(session: Session) {
    let next = session.glance(|congress| congress.agenda.next_speaker().map(|speaker| speaker.id.clone()));
    if let Some(id) = next.flatten() {
        session.record(AgendaChange::SpeakerBegun { id, at: session.instant() }.into());
    }
}

/// Takes the floor back.
pub(super) fn end_turn(session: Session) {
    if session.glance(|congress| congress.agenda.speaking.is_some()) == Some(true) {
        session.record(AgendaChange::SpeakerEnded(session.instant()).into());
    }
}

/// Whoever is next in the queue yields the turn.
pub(super) fn yield_turn(session: Session) {
    let next = session.glance(|congress| congress.agenda.next_speaker().map(|speaker| speaker.id.clone()));
    if let Some(id) = next.flatten() {
        session.record(AgendaChange::SpeakerYielded { id, yielded: true }.into());
    }
}

/// Accepts the way to make up for lost time that is proposed now.
pub(super) fn make_up(session: Session) {
    let now = session.instant();
    let proposal = session.glance(|congress| congress.time_proposal(midnight(congress, now), now)).flatten();
    if let Some(proposal) = proposal {
        let (trims, paper_minutes) = (proposal.trims, proposal.paper_minutes);
        session.record(AgendaChange::MadeUp { trims, paper_minutes }.into());
    }
}

/// Turns the hall screen dark, or on again.
pub(super) fn toggle_dark(session: Session) {
    if let Some(dark) = session.glance(|congress| congress.agenda.dark) {
        session.record(AgendaChange::Dark(!dark).into());
    }
}

/// The midnight from which the agenda counts: that of the day on which it began, else of today.
fn midnight(congress: &Congress, now: Moment) -> Moment {
    clock::midnight_of(congress.agenda.first_begun().unwrap_or(now))
}

/// The programme at `now`. One of another day that has not begun stands as planned: it is neither late nor early.
fn schedule(congress: &Congress, now: Moment) -> Schedule {
    let midnight = midnight(congress, now);
    let waits = !congress.agenda.has_begun() && congress.details.date != clock::day_of(now);
    congress.schedule(midnight, if waits { midnight } else { now })
}

/// What has the digits: the speaker, or else the running item.
#[derive(Clone, Copy, PartialEq)]
struct Clock {
    /// The reading.
    reading: Reading,
    /// Whether it is a speaker's.
    speaks: bool,
}

impl Clock {
    fn at(agenda: &Agenda, now: Moment) -> Option<Self> {
        let item = agenda.current_item()?;
        Some(match agenda.current_speaker() {
            Some(speaker) => {
                let reading = Reading::of_speaker(speaker, &agenda.speaking_minutes, now);
                Self { reading, speaks: true }
            }
            None => Self { reading: Reading::of(item, now), speaks: false },
        })
    }

    /// The phase as a mark: shape first.
    fn icon(&self) -> &'static str {
        match (self.reading.paused, self.reading.phase) {
            (true, _) => "i-pause",
            (false, Phase::Running) => "m-run",
            (false, Phase::LastMinute) => "m-tri",
            (false, Phase::Overtime) => "m-sq",
        }
    }

    /// The phase as an attribute for the styles.
    fn name(&self) -> &'static str {
        match (self.reading.paused, self.reading.phase) {
            (true, _) => "paused",
            (false, Phase::Running) => "run",
            (false, Phase::LastMinute) => "last",
            (false, Phase::Overtime) => "over",
        }
    }

    /// Whole minutes granted.
    fn minutes(&self) -> i64 {
        self.reading.allotted.saturating_add(MINUTE_MS / 2) / MINUTE_MS
    }

    /// What the digits show.
    fn digits(&self) -> String {
        digits(self.reading.left())
    }

    /// Half percents of the granted time that are used.
    fn share(&self) -> i64 {
        self.reading.used_thousandths() / 5
    }
}

/// The width of a bar, from half percents.
pub(super) fn width(share: i64) -> String {
    format!("{}.{}%", share / 2, share % 2 * 5)
}

/// The end of the second that runs, never before an instant of a press: for what is shown in minutes and takes long to
/// work out.
fn second() -> Memo<Moment> {
    let session = session();
    Memo::new(move |_| session.now().second_end())
}

/// The clock that runs; follows the time.
fn running() -> Memo<Option<Clock>> {
    let session = session();
    Memo::new(move |_| {
        let now = session.now();
        session.read(&Topic::Agenda, |congress| Clock::at(&congress.agenda, now)).flatten()
    })
}

/// What the clock shows: the time left, or with a plus the time beyond.
fn digits(left: i64) -> String {
    // Whole seconds that have begun still count as left, so that the clock starts at the full time and reaches zero
    // exactly when nothing is left.
    if left < 0 { format!("+{}", Words::clock(left)) } else { Words::clock(left.saturating_add(999)) }
}
