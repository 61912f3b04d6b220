//! Undo, redo and the log: three readings of the same records.

use super::{Notice, Session};
use crate::congress::id::RecordId;
use crate::congress::{Change, Congress, Moment, Topic};
use crate::journal::{Logbook, Record};

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Which record.
    pub id: RecordId,
    /// When it was made, by the clock of its device.
    pub at: Moment,
    /// Who sat at the desk; may be empty.
    pub desk: String,
    /// What was done.
    pub change: Change,
    /// Whom it was about or, at the tally desk, who entered, where the change carries only an id and the person is known.
    pub whom: Option<String>,
    /// Of a line that takes something back: what that was, and whether it came again with that.
    pub undid: Option<(bool, Change)>,
    /// Whether it was taken back later.
    pub undone: bool,
}

impl LogLine {
    pub(super) fn of(record: &Record, logbook: &Logbook, undone: bool) -> Self {
        Self {
            id: record.id.clone(),
            at: record.at,
            desk: record.desk.clone(),
            change: record.change.clone(),
            whom: whom(logbook.state(), &record.change),
            undid: undid(logbook, &record.change),
            undone,
        }
    }
}

impl Session {
    /// Takes back this device's latest change. What closed a round asks first.
    pub fn undo(&self) {
        let device = self.device();
        let closed = self.logbook.with(|logbook| {
            let target = logbook.as_ref().and_then(|logbook| logbook.undo_target(&device));
            target.is_some_and(|record| {
                matches!(record.change, Change::RoundSealed { .. } | Change::RoundVoided { .. })
            })
        });
        if closed {
            self.notice.set(Some(Notice::UnsealAsked));
        } else {
            self.unseal();
        }
    }

    /// Takes back this device's latest change, whatever it is: the answer to [`Notice::UnsealAsked`].
    pub fn unseal(&self) {
        let device = self.device();
        let target =
            self.logbook.with(|logbook| logbook.as_ref()?.undo_target(&device).map(|r| r.id.clone()));
        self.take_back(target, Notice::Undone);
    }

    /// Brings back what was undone last.
    pub fn redo(&self) {
        let device = self.device();
        let target =
            self.logbook.with(|logbook| logbook.as_ref()?.redo_target(&device).map(|r| r.id.clone()));
        self.take_back(target, Notice::Redone);
    }

    fn take_back(&self, target: Option<RecordId>, notice: Notice) {
        match target {
            Some(target) => {
                if self.record(Change::Undone(target)) {
                    self.notice.set(Some(notice));
                }
            }
            None => self.notice.set(Some(Notice::NothingToUndo)),
        }
    }

    /// How many records the open congress has.
    pub fn record_count(&self) -> usize {
        self.saved.track();
        self.logbook.with(|logbook| logbook.as_ref().map_or(0, |logbook| logbook.records().len()))
    }

    /// The latest lines of the log that are wanted, the newest first, and whether there are more.
    pub fn log(&self, limit: usize, wanted: &dyn Fn(&Congress, &LogLine) -> bool) -> (Vec<LogLine>, bool) {
        // Every change makes a line, so this follows everything that a change may touch.
        self.saved.track();
        self.follow(&Topic::Details);
        self.logbook.with(|logbook| {
            let Some(logbook) = logbook else { return (Vec::new(), false) };
            let dead = logbook.dead();
            let state = logbook.state();
            let lines =
                logbook.records().rev().map(|record| LogLine::of(record, logbook, dead.contains(&record.id)));
            let mut lines = lines.filter(|line| wanted(state, line));
            let shown = lines.by_ref().take(limit).collect();
            (shown, lines.next().is_some())
        })
    }
}

/// What a record takes back. A taking back may itself be taken back, and so on.
fn undid(logbook: &Logbook, change: &Change) -> Option<(bool, Change)> {
    let Change::Undone(target) = change else { return None };
    let (mut again, mut target) = (false, logbook.record(target)?);
    while let Change::Undone(earlier) = &target.change {
        (again, target) = (!again, logbook.record(earlier)?);
    }
    Some((again, target.change.clone()))
}

fn whom(congress: &Congress, change: &Change) -> Option<String> {
    match change {
        Change::Attendance { id, .. }
        | Change::PersonStanding { id, .. }
        | Change::PersonRenamed { id, .. }
        | Change::PersonRemoved(id) => congress.roll.person(id).map(|person| person.name.clone()),
        Change::Desk(change) => change.pass().and_then(|pass| Some(congress.pass(pass)?.counter.clone())),
        _ => None,
    }
}
