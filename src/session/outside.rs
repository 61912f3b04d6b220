//! The third copy, off the browser: a backup file that is rewritten as work goes on where the browser can, and the
//! moments at which a download is offered where it cannot.

use super::{Opened, Session, Summary};
use crate::congress::id::CongressId;
use crate::congress::preparation::Witnessed;
use crate::congress::{Change, Moment};
use crate::journal::outside::{Copied, Occasion, Uncopied};
use crate::journal::{Logbook, key};
use crate::platform::backup_file::{self, BackupFile};
use crate::platform::database::{self, Batch};
use crate::platform::{clock, files, persistence, storage};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long after the backup file was written it is written again at the earliest, in milliseconds, when no moment
/// calls for it at once.
const REWRITE_MS: i64 = 5_000;

/// How long after a failure the backup file is tried again, in milliseconds: a stick may be back.
const RETRY_MS: i64 = 15_000;

/// What is known of the copies outside the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// When the latest was taken; `None` where there is none.
    pub copied: Option<Moment>,
    /// Whether it lacks something; everything where there is none.
    pub lacks: bool,
    /// The weightiest moment that has passed since a copy was taken, or since it was put off.
    pub occasion: Option<Occasion>,
    /// The backup file.
    pub backup: Backup,
    /// Whether the person was told how it stands with the backup file, and does not want to be told again.
    pub told: bool,
    /// Whether the browser has promised to keep what it stores; `None` where it does not say.
    pub promised: Option<bool>,
    /// Whether a rehearsal of the open congress was held on this device.
    pub rehearsed: bool,
}

/// The file that is rewritten as work goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backup {
    /// This browser cannot.
    Unknown,
    /// None was chosen.
    Unchosen,
    /// One of this name was chosen before this page was loaded; the browser wants a press before it is written again.
    Asleep(String),
    /// One of this name is written.
    Kept(String),
    /// One of this name could not be written the last time.
    Failed(String),
}

/// What belongs to the copies outside and is not shown.
#[derive(Default)]
pub(super) struct Third {
    file: Option<BackupFile>,
    copied: Option<Copied>,
    /// What no copy holds. It changes with every record, what is shown of it seldom.
    uncopied: Uncopied,
    /// Who follows how much that is.
    counted: ArcTrigger,
    writing: bool,
    tried: Moment,
    asked: bool,
}

impl Outside {
    pub(super) fn unknown() -> Self {
        let backup = if backup_file::is_known() { Backup::Unchosen } else { Backup::Unknown };
        Self {
            copied: None,
            lacks: false,
            occasion: None,
            backup,
            told: false,
            promised: None,
            rehearsed: false,
        }
    }
}

impl Outside {
    /// A copy counts as made while no weighty moment has passed since.
    fn witnessed(&self) -> Witnessed {
        let backup = self.copied.is_some() && self.occasion.is_none();
        Witnessed { rehearsal: self.rehearsed, backup }
    }
}

impl Session {
    /// The copies outside the browser; follows them.
    pub fn outside(&self) -> Outside {
        self.outside.get()
    }

    /// Offers the open congress as a file, and takes it for taken.
    pub fn download(&self) {
        if let Some((name, text)) = self.export()
            && files::download(&name, "application/json", &text)
        {
            self.copied_now();
        }
    }

    /// The person does not want a copy now.
    pub fn put_off_copy(&self) {
        self.third.update_value(|third| third.uncopied.put_off());
        self.outside.update(|outside| outside.told = true);
        self.show_uncopied();
    }

    /// Lets the person choose the backup file, in answer to a press, and writes it.
    pub fn choose_backup(&self) {
        let Some((name, _)) = self.export() else { return };
        let session = *self;
        self.with_file(async move {
            let file = backup_file::choose(&name).await?;
            session.third.update_value(|third| third.file = Some(file.clone()));
            Some(file)
        });
    }

    /// Goes on writing the backup file that was chosen before, in answer to a press.
    pub fn wake_backup(&self) {
        let session = *self;
        self.with_file(async move {
            let file = session.third.with_value(|third| third.file.clone())?;
            file.ask().await.then_some(file)
        });
    }

    /// Writes the backup file no longer. The file stays as it is.
    pub fn forget_backup(&self) {
        let Opened::Congress(id) = self.opened.get_untracked() else { return };
        self.third.update_value(|third| third.file = None);
        self.set_backup(Backup::Unchosen);
        spawn_local(async move {
            let remove = vec![key::backup_file(&id)];
            // A handle that stays asks again at the next opening, and can be dropped again.
            let _ = database::write(&Batch { remove, ..Batch::default() }).await;
        });
    }

    fn with_file(&self, choose: impl Future<Output = Option<BackupFile>> + 'static) {
        let Opened::Congress(id) = self.opened.get_untracked() else { return };
        let (session, turn) = (*self, self.opening());
        spawn_local(async move {
            let Some(file) = choose.await else { return };
            let put_handle = Some((key::backup_file(&id), file.clone().into()));
            // Without it the file is written all the same, until the page is loaded anew.
            let _ = database::write(&Batch { put_handle, ..Batch::default() }).await;
            if session.opening() == turn {
                session.set_backup(Backup::Kept(file.title()));
                session.write_backup();
            }
        });
    }

    /// Another congress is shown: what do the copies outside hold of it?
    pub(super) fn look_outside(&self, id: Option<&CongressId>) {
        let (counted, asked) = self.third.with_value(|third| (third.counted.clone(), third.asked));
        let promised = self.outside.with_untracked(|outside| outside.promised);
        self.third.set_value(Third { counted, asked, ..Third::default() });
        self.outside.set(Outside { promised, ..Outside::unknown() });
        if let Some(id) = id {
            self.heed_copies(id);
            self.ask_promise();
            self.look_for_rehearsal();
        }
    }

    /// Takes in what this window or another has noted of copies outside, and the backup file that was chosen.
    pub(super) fn heed_copies(&self, id: &CongressId) {
        let noted = storage::read(&key::copied(id)).and_then(|text| Copied::from_text(&text));
        self.third.update_value(|third| {
            let known = third.copied.as_ref().map(|copied| copied.at);
            if noted.as_ref().is_some_and(|noted| known.is_none_or(|known| known < noted.at)) {
                third.copied = noted;
            }
        });
        self.count_uncopied();
        if backup_file::is_known() && self.third.with_value(|third| third.file.is_none()) {
            self.find_backup(id.clone());
        }
    }

    fn find_backup(&self, id: CongressId) {
        let (session, turn) = (*self, self.opening());
        spawn_local(async move {
            let Some(handle) = database::handle(&key::backup_file(&id)).await else { return };
            let file = BackupFile::from_kept(handle);
            let name = file.title();
            let backup = if file.is_writable().await { Backup::Kept(name) } else { Backup::Asleep(name) };
            if session.opening() == turn && session.third.with_value(|third| third.file.is_none()) {
                session.third.update_value(|third| third.file = Some(file));
                session.set_backup(backup);
            }
        });
    }

    fn set_backup(&self, backup: Backup) {
        if self.outside.with_untracked(|outside| outside.backup != backup) {
            self.outside.update(|outside| {
                outside.backup = backup;
                outside.told = false;
            });
        }
    }

    /// Whether a rehearsal of the same organisation was begun here; looked for when the window has time.
    fn look_for_rehearsal(&self) {
        let (session, turn) = (*self, self.opening());
        clock::later(400, move || {
            let organisation = session.glance(|congress| congress.details.organisation.clone());
            if session.opening() != turn || organisation.is_none() {
                return;
            }
            let of = |other: &Summary| other.rehearsal && other.held && other.organisation == organisation;
            let Opened::Congress(id) = session.opened.get_untracked() else { return };
            if Self::any_other(&id, of) {
                session.outside.update(|outside| outside.rehearsed = true);
            }
        });
    }

    /// What this device alone knows of the open congress; follows it.
    pub fn witnessed(&self) -> Witnessed {
        self.outside.with(Outside::witnessed)
    }

    /// What this device alone knows of the open congress, without following it.
    pub(super) fn witnessed_now(&self) -> Witnessed {
        self.outside.with_untracked(Outside::witnessed)
    }

    fn ask_promise(&self) {
        let session = *self;
        spawn_local(async move {
            let promised = persistence::is_promised().await;
            session.outside.update(|outside| outside.promised = promised);
        });
    }

    /// Counts anew what no copy outside the browser holds.
    fn count_uncopied(&self) {
        let (at, uncopied) = self.third.with_value(|third| {
            let copied = third.copied.as_ref();
            let count = |logbook: &Logbook| Uncopied::of(logbook, copied);
            let uncopied = self.logbook.with(|logbook| logbook.as_ref().map(count));
            (copied.map(|copied| copied.at), uncopied.unwrap_or_default())
        });
        self.third.update_value(|third| third.uncopied = uncopied);
        self.outside.update(|outside| outside.copied = at);
        self.show_uncopied();
    }

    /// How many records of the open congress no copy outside the browser holds; follows them.
    pub fn uncopied_records(&self) -> u32 {
        self.third.with_value(|third| {
            third.counted.track();
            third.uncopied.records
        })
    }

    /// Tells what no copy holds to whoever follows the number, and to all others what comes of it.
    fn show_uncopied(&self) {
        let (lacks, occasion) = self.third.with_value(|third| {
            third.counted.notify();
            (third.uncopied.records > 0, third.uncopied.occasion())
        });
        if self.outside.with_untracked(|outside| (outside.lacks, outside.occasion) != (lacks, occasion)) {
            self.outside.update(|outside| (outside.lacks, outside.occasion) = (lacks, occasion));
        }
    }

    /// One more record that no copy outside the browser holds.
    pub(super) fn done_since(&self, change: &Change) {
        self.third.update_value(|third| third.uncopied.add(change));
        self.show_uncopied();
        if self.third.with_value(|third| third.asked) {
            return;
        }
        self.third.update_value(|third| third.asked = true);
        let session = *self;
        spawn_local(async move {
            let promised = persistence::ask().await;
            session.outside.update(|outside| outside.promised = promised);
        });
    }

    /// Writes the backup file where it lags behind; comes by four times a second.
    pub(super) fn tend_backup(&self) {
        let due = self.outside.with_untracked(|outside| {
            let wait = match outside.backup {
                Backup::Kept(_) if outside.occasion.is_some() => 0,
                Backup::Kept(_) => REWRITE_MS,
                Backup::Failed(_) => RETRY_MS,
                _ => return None,
            };
            outside.lacks.then_some(wait)
        });
        let tried = self.third.with_value(|third| third.tried);
        if due.is_some_and(|wait| clock::now().since(tried) >= wait) && self.writer.get_untracked() {
            self.write_backup();
        }
    }

    fn write_backup(&self) {
        let free = self.third.try_update_value(|third| {
            third.tried = clock::now();
            if third.writing { None } else { third.file.clone() }
        });
        let (Some(file), Some((_, text))) = (free.flatten(), self.export()) else { return };
        let copied = self.copied_of();
        self.third.update_value(|third| third.writing = true);
        let (session, turn) = (*self, self.opening());
        spawn_local(async move {
            let name = file.title();
            let written = file.put(&text).await.is_ok();
            if session.opening() != turn {
                return;
            }
            session.third.update_value(|third| third.writing = false);
            let backup = if written {
                session.set_copied(copied);
                Backup::Kept(name)
            } else if file.is_writable().await {
                Backup::Failed(name)
            } else {
                Backup::Asleep(name)
            };
            session.set_backup(backup);
        });
    }

    fn copied_now(&self) {
        self.set_copied(self.copied_of());
    }

    pub(super) fn copied_of(&self) -> Option<Copied> {
        self.logbook.with(|logbook| logbook.as_ref().map(|book| Copied::of(book, clock::now())))
    }

    pub(super) fn set_copied(&self, copied: Option<Copied>) {
        let (Opened::Congress(id), Some(copied)) = (self.opened.get_untracked(), copied) else { return };
        // Where the storage is full this is known until the page is loaded anew.
        let _ = storage::write_text(&key::copied(&id), &copied.to_text());
        self.third.update_value(|third| third.copied = Some(copied));
        self.count_uncopied();
    }
}
