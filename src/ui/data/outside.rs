//! The copies outside the browser: how it stands with them, and the offer of one when a moment calls for it.

use super::passphrase::WithPassphrase;
use crate::platform::clock;
use crate::session::Backup;
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, say};
use crate::ui::{session, words};

/// How it stands with the copies outside, and what the browser promises.
#[component]
pub(super) fn Outside() -> impl IntoView {
    let words = words();
    let w = words.outside;
    let session = session();
    let latest = move || {
        let outside = session.outside();
        say(&outside.copied.map_or_else(
            || w.none.to_owned(),
            |at| {
                let when = format!("{} {}", words.date(clock::day_of(at)), time(at));
                words.latest_copy(&when, session.uncopied_records())
            },
        ))
    };
    let backup = Memo::new(move |_| session.outside().backup);
    let promise = move || match session.outside().promised {
        Some(true) => w.promised,
        Some(false) => w.not_promised,
        None => w.promise_unknown,
    };
    view! {
        <Head title=w.title.to_owned() />
        <p id="latest-copy">{latest}</p>
        <div id="backup-file">{move || backup_file(&backup.get())}</div>
        <WithPassphrase />
        <p class="note">{w.archive}</p>
        <p class="note" id="promise">{promise}</p>
    }
}

fn backup_file(backup: &Backup) -> AnyView {
    let words = words();
    let w = words.outside;
    match backup {
        Backup::Unknown => view! { <p class="note">{w.unknown}</p> },
        Backup::Unchosen => view! {
            <p class="row">
                <Choose label=w.choose />
            </p>
            <p class="note">{w.choose_note}</p>
        }
        .view(),
        Backup::Kept(name) => view! {
            <p>{say(&words.backup_kept(name))}</p>
            <p class="row">
                <Choose label=w.other />
                <Forget />
            </p>
        }
        .view(),
        Backup::Asleep(_) | Backup::Failed(_) => view! {
            <p class="bad">{told(backup)}</p>
            <p class="row">
                <Wake />
                <Choose label=w.other />
                <Forget />
            </p>
        }
        .view(),
    }
}

/// What there is to say about a backup file that is not being written.
fn told(backup: &Backup) -> AnyView {
    let words = words();
    match backup {
        Backup::Asleep(name) => say(&words.backup_asleep(name)),
        Backup::Failed(name) => say(&words.backup_failed(name)),
        _ => ().view(),
    }
}

#[component]
fn Choose(label: &'static str) -> impl IntoView {
    let session = session();
    view! {
        <button class="btn" on:click=move |_| session.choose_backup()>
            {label}
        </button>
    }
}

#[component]
fn Wake() -> impl IntoView {
    let session = session();
    let w = words().outside;
    let label = move || match session.outside().backup {
        Backup::Failed(_) => w.again,
        _ => w.wake,
    };
    view! {
        <button class="btn btn--main" on:click=move |_| session.wake_backup()>
            {label}
        </button>
    }
}

#[component]
fn Forget() -> impl IntoView {
    let session = session();
    view! {
        <button class="btn btn--link" on:click=move |_| session.forget_backup()>
            {words().outside.forget}
        </button>
    }
}

/// What the foot of the window offers.
#[derive(Clone, PartialEq, Eq)]
enum Offered {
    /// To go on with the backup file.
    Backup(Backup),
    /// A download, why now, and whether a file could be chosen instead.
    Copy(&'static str, bool),
}

/// The offer at the foot of the window that writes: to go on with the backup file, or to take a copy now.
#[component]
pub(in crate::ui) fn Offer() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.outside;
    let offered = Memo::new(move |_| {
        if !session.is_writer() {
            return None;
        }
        let outside = session.outside();
        match outside.backup {
            Backup::Kept(_) => None,
            Backup::Asleep(_) | Backup::Failed(_) if !outside.told => Some(Offered::Backup(outside.backup)),
            backup => outside
                .occasion
                .map(|occasion| Offered::Copy(words.occasion(occasion), backup == Backup::Unchosen)),
        }
    });
    let later = move || {
        view! {
            <button class="btn btn--link" on:click=move |_| session.put_off_copy()>
                {w.later}
            </button>
        }
    };
    let offer = move |offered: Offered| match offered {
        Offered::Backup(backup) => view! {
            <div class="toast" id="offer">
                <p>{told(&backup)}</p>
                <Wake />
                {later()}
            </div>
        },
        Offered::Copy(why, can_choose) => view! {
            <div class="toast toast--copy" id="offer">
                <p>{why}</p>
                <Take />
                {can_choose.then(|| view! { <Choose label=w.choose /> })}
                {later()}
            </div>
        },
    };
    view! { <div role="status" aria-live="polite">{move || offered.get().map(offer)}</div> }
}

#[component]
fn Take() -> impl IntoView {
    let session = session();
    view! {
        <button class="btn" on:click=move |_| session.download()>
            <Icon name="i-in" />
            {words().outside.take}
        </button>
    }
}

/// The offer of a copy beside the button that prints.
#[component]
pub(in crate::ui) fn BeforePrint() -> impl IntoView {
    let session = session();
    let w = words().outside;
    let lacks = Memo::new(move |_| {
        let outside = session.outside();
        session.is_writer() && outside.lacks && !matches!(outside.backup, Backup::Kept(_))
    });
    view! {
        <Show when=move || lacks.get()>
            <p class="row" id="before-print">
                <span>{w.before_print}</span>
                <button class="btn" on:click=move |_| session.download()>
                    <Icon name="i-in" />
                    {w.take}
                </button>
            </p>
        </Show>
    }
}
