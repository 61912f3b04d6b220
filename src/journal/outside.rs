//! The copy outside the browser: what it holds, and what has been done since.
//!
//! The browser's own copies are working copies, since browsers drop old storage. The exported file is the archive, and
//! there are moments when it ought to be taken.

use super::logbook::Logbook;
use super::record::Record;
use crate::congress::id::DeviceId;
use crate::congress::{Change, DeskChange, Moment};
use std::fmt::Write as _;

/// After so many entered figures a copy ought to be taken, though no round has ended.
pub const FIGURES: u32 = 50;

/// What the latest copy outside the browser holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// When it was taken, by this device's clock.
    pub at: Moment,
    /// How many records of each device it holds, from the device's first.
    heads: Vec<(DeviceId, u32)>,
}

impl Copied {
    /// A copy of the whole logbook, taken now.
    pub fn of(logbook: &Logbook, at: Moment) -> Self {
        Self { at, heads: logbook.heads().into_iter().collect() }
    }

    /// As it is stored: the instant in milliseconds, then each device with the number of its records.
    pub fn to_text(&self) -> String {
        let mut text = self.at.0.to_string();
        for (device, head) in &self.heads {
            // Writing to a String cannot fail.
            let _ = write!(text, " {device}:{head}");
        }
        text
    }

    /// As it was stored; `None` for any other text.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let at = Moment(parts.next()?.parse().ok()?);
        let head = |part: &str| {
            let (device, head) = part.split_once(':')?;
            Some((DeviceId::from_text(device), head.parse().ok()?))
        };
        Some(Self { at, heads: parts.map(head).collect::<Option<_>>()? })
    }

    fn has(&self, record: &Record) -> bool {
        self.heads.iter().any(|(device, head)| *device == record.id.device && record.id.seq <= *head)
    }
}

/// A moment at which a copy ought to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Many figures were entered.
    Figures,
    /// A round ended.
    Round,
    /// The congress ended.
    End,
}

/// What no copy outside the browser holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uncopied {
    /// How many records.
    pub records: u32,
    /// How many entered figures are among them, since the person was asked last.
    figures: u32,
    round: bool,
    end: bool,
}

impl Uncopied {
    /// What is not in the copy; everything where there is none.
    pub fn of(logbook: &Logbook, copied: Option<&Copied>) -> Self {
        let mut uncopied = Self::default();
        for record in logbook.records().filter(|record| !copied.is_some_and(|copied| copied.has(record))) {
            uncopied.add(&record.change);
        }
        uncopied
    }

    /// One more record.
    pub fn add(&mut self, change: &Change) {
        self.records += 1;
        match change {
            Change::Votes { .. }
            | Change::Ballots { .. }
            | Change::Desk(
                DeskChange::Ballot { .. } | DeskChange::Bundle { .. } | DeskChange::Tallied { .. },
            ) => self.figures += 1,
            Change::RoundSealed { .. } => self.round = true,
            Change::Closed(_) => self.end = true,
            _ => {}
        }
    }

    /// The weightiest moment that has passed since a copy was taken, or since it was put off.
    pub fn occasion(&self) -> Option<Occasion> {
        if self.end {
            Some(Occasion::End)
        } else if self.round {
            Some(Occasion::Round)
        } else {
            (self.figures >= FIGURES).then_some(Occasion::Figures)
        }
    }

    /// The person does not want a copy now; the next moment asks again.
    pub fn put_off(&mut self) {
        *self = Self { records: self.records, ..Self::default() };
    }
}
