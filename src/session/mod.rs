//! The reactive state: the open congress, who may write it, and whether it is saved.
//!
//! One door for change: [`Session::record`]. Whoever shows a part of the congress reads it with [`Session::read`] and
//! a topic, and looks again only when a change touches that topic.

mod conflicts;
mod copies;
mod device;
mod follow;
mod history;
mod keep;
mod list;
mod mend;
mod outside;
mod overview;
mod parts;
mod passphrase;
mod preferences;
mod share;
mod timing;

pub use conflicts::Contradiction;
pub use copies::SaveState;
pub use history::LogLine;
pub use keep::Loss;
pub use list::Summary;
pub use outside::{Backup, Outside};
pub use overview::{Overview, Reading, Unread};
pub use parts::CountedElsewhere;
pub use preferences::{Preferences, Theme};
pub use share::{Before, Effect, Found, NotTaken, Taking};

use crate::congress::id::{CongressId, DeviceId, RecordId};
pub use crate::journal::ExportError;
pub use crate::journal::enciphered::{Enciphered, MAX_ENCIPHERED_BYTES, MIN_PASSPHRASE, passphrase};
pub use crate::journal::export::VERSION;

use crate::congress::preparation::{FactSet, Witnessed};
use crate::congress::{Change, Congress, DeskChange, Moment, Refusal, Topic};
use crate::journal::{Author, Conflict, Logbook};
use crate::platform::broadcast::Nudge;
use crate::platform::lock::Lock;
use crate::platform::{clock, page, random};
use crate::signals::{Memo, RwSignal, Unfollowed};
use crate::words::{Language, Words};
use copies::Copies;
use leptos::prelude::*;
use outside::Third;
use rustc_hash::FxHashMap;
use timing::Timing;

/// What is open in a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Nothing.
    Nothing,
    /// The congress is asked for from the database, because localStorage alone cannot show it.
    Looking(CongressId),
    /// A congress.
    Congress(CongressId),
    /// The congress is not on this device.
    NotHere,
    /// Its records could not be read; they are left as they are.
    Unreadable(CongressId),
    /// It was written by a newer app, and is left as it is; carries that app's version of the format.
    Newer(u32),
}

/// Something to tell the person, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A change was refused.
    Refused(Refusal),
    /// Nothing was recorded: both copies of the congress are still being asked.
    NotYet,
    /// Nothing was recorded: another window writes.
    Follows,
    /// Undone, or done again.
    Undone,
    /// An undo was taken back.
    Redone,
    /// There was nothing to undo or redo.
    NothingToUndo,
    /// Undo would lift a seal or bring back a cancelled box: that asks first.
    UnsealAsked,
}

impl Notice {
    /// Whether something was not recorded.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::NotYet | Self::Follows)
    }
}

/// What an opening still waits for.
#[derive(Clone, Copy, Debug, Default)]
struct Progress {
    /// Counts what is opened, so that an answer that comes late is known as such.
    opening: u32,
    /// When that was.
    since: Option<Moment>,
    /// Whether both copies of the open congress were asked.
    united: bool,
    /// Whether this window has the right to write.
    granted: bool,
}

/// What ties a window to the others that have opened the same congress.
#[derive(Default)]
struct Ties {
    /// The right to write, once it was asked for.
    lock: Option<Lock>,
    /// What this window hears from the others.
    nudge: Option<Nudge>,
}

/// When whoever follows a topic looks again after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// At once.
    AtOnce,
    /// A moment later: what the person looks at is painted and kept first.
    Behind,
}

/// Who follows a topic.
#[derive(Clone, Default)]
struct Followers {
    at_once: ArcTrigger,
    behind: Option<ArcTrigger>,
}

/// The session of one window.
#[derive(Clone, Copy)]
pub struct Session {
    preferences: RwSignal<Preferences>,
    language: Memo<Language>,
    device: Unfollowed<DeviceId>,
    logbook: Unfollowed<Option<Logbook>>,
    opened: RwSignal<Opened>,
    everything: RwSignal<u64>,
    topics: Unfollowed<FxHashMap<Topic, Followers>>,
    copies: Unfollowed<Copies>,
    timing: Unfollowed<Timing>,
    saved: RwSignal<SaveState>,
    kept: RwSignal<Option<RecordId>>,
    loss: RwSignal<Option<Loss>>,
    /// Where another device's work contradicted this one's, settled or not.
    conflicts: RwSignal<Vec<Conflict>>,
    /// What the database alone holds.
    elsewhere: RwSignal<Vec<Summary>>,
    /// How far this window has come with the congress that it opened.
    progress: Unfollowed<Progress>,
    outside: RwSignal<Outside>,
    third: StoredValue<Third, LocalStorage>,
    writer: RwSignal<bool>,
    ties: StoredValue<Ties, LocalStorage>,
    notice: RwSignal<Option<Notice>>,
    now: RwSignal<Moment>,
}

impl Session {
    /// Starts the session of this window; the storage must have been probed.
    pub fn start() -> Self {
        let preferences = RwSignal::new(preferences::load());
        Self {
            preferences,
            language: Memo::new(move |_| preferences.with(|preferences| preferences.language)),
            device: Unfollowed::new(device::own_id()),
            logbook: Unfollowed::new(None),
            opened: RwSignal::new(Opened::Nothing),
            everything: RwSignal::new(0),
            topics: Unfollowed::new(FxHashMap::default()),
            copies: Unfollowed::new(Copies::default()),
            timing: Unfollowed::new(Timing::default()),
            saved: RwSignal::new(SaveState::Saved(None)),
            kept: RwSignal::new(None),
            loss: RwSignal::new(None),
            conflicts: RwSignal::new(Vec::new()),
            elsewhere: RwSignal::new(Vec::new()),
            progress: Unfollowed::new(Progress::default()),
            outside: RwSignal::new(Outside::unknown()),
            third: StoredValue::new_local(Third::default()),
            writer: RwSignal::new(false),
            ties: StoredValue::new_local(Ties::default()),
            notice: RwSignal::new(None),
            now: RwSignal::new(clock::now()),
        }
    }

    /// Begins to follow the clock and the other windows, for as long as the window lives.
    pub fn attend(&self) {
        let session = *self;
        clock::every(250, move || session.look());
        page::on_return(move || session.look());
        page::on_leave(move || session.leave_mark());
    }

    /// Reads the open congress and follows the topic; `None` while no congress is open.
    pub fn read<R>(&self, topic: &Topic, f: impl FnOnce(&Congress) -> R) -> Option<R> {
        self.read_at(topic, Pace::AtOnce, f)
    }

    /// Reads the open congress as [`Session::read`] does, and follows the topic at a pace.
    pub fn read_at<R>(&self, topic: &Topic, pace: Pace, f: impl FnOnce(&Congress) -> R) -> Option<R> {
        self.follow_at(topic, pace);
        self.glance(f)
    }

    /// Reads the open congress without following it: for the moment of a press.
    pub fn glance<R>(&self, f: impl FnOnce(&Congress) -> R) -> Option<R> {
        self.logbook.with(|logbook| logbook.as_ref().map(|logbook| f(logbook.state())))
    }

    /// Records a change, or tells the person why not. True when it was recorded.
    pub fn record(&self, change: Change) -> bool {
        if !self.writer.get_untracked() {
            let follows = self.progress.with(|progress| progress.united && !progress.granted);
            self.notice.set(Some(if follows { Notice::Follows } else { Notice::NotYet }));
            return false;
        }
        let topics = change.topics();
        match self.through_gate(&change).and_then(|()| self.commit(change)) {
            Ok(()) => {
                // Whoever follows it is not woken by every change.
                if self.notice.with_untracked(Option::is_some) {
                    self.dismiss();
                }
                self.touched(topics);
                true
            }
            Err(refusal) => {
                self.notice.set(Some(Notice::Refused(refusal)));
                false
            }
        }
    }

    /// The gate asks for what this device alone knows as well.
    fn through_gate(&self, change: &Change) -> Result<(), Refusal> {
        let witnessed = self.witnessed_now();
        let refusal = self.glance(|congress| congress.gate_refusal(change, witnessed)).flatten();
        refusal.map_or(Ok(()), Err)
    }

    /// The facts that hold of the open congress, given what this device alone knows; follows everything else that they
    /// rest on.
    pub fn facts(&self, witnessed: Witnessed) -> FactSet {
        for topic in [Topic::Details, Topic::Roll, Topic::Agenda, Topic::Speakers, Topic::Rounds] {
            self.follow(&topic);
        }
        self.read(&Topic::Preparation, |congress| congress.facts(witnessed)).unwrap_or_default()
    }

    /// Records a change at the tally desk, as [`Session::record`] does.
    pub fn record_at_desk(&self, change: DeskChange) -> bool {
        self.record(Change::Desk(change))
    }

    /// Whether a change would be recorded now, without recording it.
    pub fn admits(&self, change: &Change) -> Result<(), Refusal> {
        self.glance(|congress| congress.admit(change)).unwrap_or(Err(Refusal::Gone))?;
        self.through_gate(change)
    }

    /// The present instant; follows the clock, four times a second.
    pub fn now(&self) -> Moment {
        self.now.get()
    }

    /// The instant of the latest look at the clock, without following it.
    pub fn present(&self) -> Moment {
        self.now.get_untracked()
    }

    /// The texts in the language of this window; follows the language.
    pub fn words(&self) -> Words {
        Words::in_language(self.language.get())
    }

    /// The texts in the language of this window, without following it: for the moment of a press.
    pub fn words_now(&self) -> Words {
        Words::in_language(self.language.get_untracked())
    }

    /// The preferences of this device.
    pub fn preferences(&self) -> Preferences {
        self.preferences.get()
    }

    /// The preferences of this device, without following them.
    pub fn preferences_now(&self) -> Preferences {
        self.preferences.get_untracked()
    }

    /// Changes the preferences of this device.
    pub fn prefer(&self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        preferences::save(&self.preferences.get_untracked());
    }

    /// What is open in this window.
    pub fn opened(&self) -> Opened {
        self.opened.get()
    }

    /// The open congress's id.
    pub fn congress(&self) -> Option<CongressId> {
        match self.opened.get() {
            Opened::Congress(id) => Some(id),
            _ => None,
        }
    }

    /// Whether this window may write.
    pub fn is_writer(&self) -> bool {
        self.writer.get()
    }

    /// What the save light shows.
    pub fn save_state(&self) -> SaveState {
        self.saved.get()
    }

    /// The newest record that the second copy is known to hold.
    pub fn kept(&self) -> Option<RecordId> {
        self.kept.get()
    }

    /// What opening the congress could not read.
    pub fn loss(&self) -> Option<Loss> {
        self.loss.get()
    }

    /// The person has read what was lost.
    pub fn dismiss_loss(&self) {
        self.loss.set(None);
    }

    /// What is to be told.
    pub fn notice(&self) -> Option<Notice> {
        self.notice.get()
    }

    /// The person has read it.
    pub fn dismiss(&self) {
        self.notice.set(None);
    }

    /// The person goes to another place: what was refused at this one is not told there.
    pub fn leave_place(&self) {
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(Notice::is_refusal)) {
            self.dismiss();
        }
    }

    /// From now on this window writes, and what it was told for want of that is over.
    fn may_write(&self) {
        self.writer.set(true);
        if matches!(self.notice.get_untracked(), Some(Notice::NotYet | Notice::Follows)) {
            self.dismiss();
        }
    }

    /// This device's id.
    pub fn device(&self) -> DeviceId {
        self.device.get()
    }

    /// Goes on under a new id, so that nothing written from now on can contradict what this device wrote elsewhere.
    fn become_new_device(&self) {
        self.device.set(DeviceId::from_random(random::bytes()));
    }

    /// The number of the present opening.
    fn opening(&self) -> u32 {
        self.progress.with(|progress| progress.opening)
    }

    fn author(&self) -> Author {
        Author {
            device: self.device.get(),
            desk: self.preferences.with_untracked(|preferences| preferences.desk.clone()),
        }
    }

    /// Follows a topic: whoever calls this in a view looks again when a change touches it.
    pub fn follow(&self, topic: &Topic) {
        self.follow_at(topic, Pace::AtOnce);
    }

    fn follow_at(&self, topic: &Topic, pace: Pace) {
        let trigger = self.topics.update(|topics| {
            let followers = topics.entry(topic.clone()).or_default();
            match pace {
                Pace::AtOnce => followers.at_once.clone(),
                Pace::Behind => followers.behind.get_or_insert_default().clone(),
            }
        });
        trigger.track();
    }

    fn touched(&self, topics: Option<Vec<Topic>>) {
        let Some(touched) = topics else { return self.all_touched() };
        for topic in touched {
            let Some(followers) = self.topics.with(|topics| topics.get(&topic).cloned()) else {
                continue;
            };
            followers.at_once.notify();
            if let Some(behind) = followers.behind {
                self.once_kept(behind);
            }
        }
    }

    /// Whoever follows any topic looks again, and follows it anew.
    fn all_touched(&self) {
        self.everything.update(|count| *count += 1);
        let topics = self.topics.update(std::mem::take);
        for followers in topics.into_values() {
            followers.at_once.notify();
            followers.behind.iter().for_each(ArcTrigger::notify);
        }
    }
}
