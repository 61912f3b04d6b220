//! Run: the chair's console, and the hall screen for a second window.

mod console;
mod hall;
mod programme;

pub(super) use console::Console;
pub(super) use hall::Hall;

use crate::congress::Change;
use crate::congress::agenda::Run;
use crate::platform::clock;
use crate::session::Session;
use crate::words::Words;

/// Stops the clock, or lets it go on.
pub(super) fn toggle_pause(session: Session) {
    let paused = session
        .glance(|congress| {
            let item = congress.agenda.current_item()?;
            Some(item.runs.last().is_some_and(Run::is_paused))
        })
        .flatten();
    let at = clock::now();
    if let Some(paused) = paused {
        session.record(if paused { Change::Resumed(at) } else { Change::Paused(at) });
    }
}

/// Begins the next item.
pub(super) fn go_on(session: Session) {
    let next = session.glance(|congress| congress.agenda.next_item().map(|item| item.id.clone())).flatten();
    if let Some(id) = next {
        session.record(Change::ItemBegun { id, at: clock::now() });
    }
}

/// Gives minutes to the running item, or takes them.
pub(super) fn extend(session: Session, minutes: i32) {
    if let Some(id) = session.glance(|congress| congress.agenda.current.clone()).flatten() {
        session.record(Change::ItemExtended { id, minutes });
    }
}

/// What the clock shows: the time left, or with a plus the time beyond.
fn digits(left: i64) -> String {
    // Whole seconds that have begun still count as left, so that the clock starts at the full time and reaches zero
    // exactly when nothing is left.
    if left < 0 { format!("+{}", Words::clock(left)) } else { Words::clock(left.saturating_add(999)) }
}
