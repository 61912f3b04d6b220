//! How long the counting still takes, at the pace at which it went so far.

use crate::congress::Congress;
use crate::congress::agenda::clock::{Schedule, time_left};
use crate::congress::agenda::proposal::Proposal;
use crate::congress::agenda::template::ItemKind;
use crate::congress::election::sheet::RoundSheet;
use crate::congress::moment::Moment;

impl Congress {
    /// The round whose ballots are entered while an item of an election runs: the one that the item carries, else the
    /// latest.
    pub fn counted_now(&self) -> Option<&RoundSheet> {
        let item = self.agenda.current_item()?;
        let counts = |sheet: &&RoundSheet| sheet.is_open() && sheet.desk.running().is_some();
        let carried = item.round.as_ref().and_then(|round| self.round(round)).filter(counts);
        let latest = || self.rounds.iter().rev().find(counts).filter(|_| item.kind == ItemKind::Election);
        carried.or_else(latest)
    }

    /// Milliseconds that the ballots still take, at the pace of the pass that runs; `None` while nothing is counted, or
    /// too little to tell, or nobody knows how many ballots there are.
    pub fn counting_left(&self, now: Moment) -> Option<i64> {
        let sheet = self.counted_now()?;
        let pass = sheet.desk.running()?;
        let entered = pass.figures(sheet.form().as_ref()).entered();
        time_left(entered, sheet.collected.or(sheet.issued)?, now.since(pass.begun))
    }

    /// The programme at `now`, with the pace of the counting; `midnight` is that of the congress day.
    pub fn schedule(&self, midnight: Moment, now: Moment) -> Schedule {
        Schedule::at(&self.agenda, midnight, now, self.counting_left(now))
    }

    /// A way to make up for lost time, if there is one.
    pub fn time_proposal(&self, midnight: Moment, now: Moment) -> Option<Proposal> {
        Proposal::of(&self.agenda, midnight, now, self.counting_left(now))
    }
}
