//! Devices and data: the backup file, the display, what is kept where, and the log.

mod conflicts;
mod counted;
mod from_print;
mod hand_on;
mod import;
mod log;
mod outside;
mod passphrase;
mod scan;
mod settings;
mod show_codes;
mod to_device;

pub(super) use conflicts::ConflictsTold;
pub(super) use counted::PassCodes;
pub(super) use from_print::{PrintButton, PrintDialog};
pub(super) use hand_on::HandOn;
pub(super) use import::{Bring, BringButtons, Brought, ImportFile};
pub(super) use log::{Log, desk_lines};
pub(super) use outside::{BeforePrint, Offer};

use super::papers::MoreTabs;
use super::widgets::{Dialog, Head, Icon, Opening};
use super::{session, words};
use crate::congress::Topic;
use crate::platform::{clock, page, storage};
use crate::route::{Place, Route};
use crate::session::{Before, SaveState};
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use conflicts::Conflicts;
use leptos::task::spawn_local;
use outside::Outside;
use settings::Settings;
use to_device::ToDevice;

/// Devices and data.
#[component]
pub(super) fn Data() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.data;
    view! {
        <Opening eyebrow=w.data.to_owned() sentence=w.opening.to_owned()>
            <button class="btn btn--main" on:click=move |_| session.download()>
                <Icon name="i-in" />
                {w.download}
            </button>
        </Opening>
        <MoreTabs here=Place::Data />
        <Conflicts />
        <div class="cols">
            <div>
                <Head title=w.where_title.to_owned() />
                <Where />
                <p class="row">
                    <ImportFile label=w.import />
                    <button class="btn" on:click=move |_| session.undo()>
                        <Icon name="i-undo" />
                        {words.frame.undo}
                    </button>
                    <button class="btn btn--link" on:click=move |_| session.redo()>
                        {words.frame.redo}
                    </button>
                </p>
                <ToDevice />
                <Outside />
                <Befores />
                <Head title=w.other.to_owned() />
                <p>
                    <a class="btn" href=Route::Start.href()>
                        {w.to_start}
                    </a>
                </p>
                <Wipe />
            </div>
            <aside>
                <Settings />
            </aside>
        </div>
    }
}

/// Where the data are, as far as the browser tells.
#[component]
fn Where() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.data;
    let place = move || match session.save_state() {
        SaveState::Nowhere if !storage::is_kept() => w.where_memory,
        SaveState::OneCopy | SaveState::Nowhere => words.copies.where_one,
        SaveState::Saved(_) | SaveState::Saving { .. } => w.where_browser,
    };
    let (file, plain) = (page::protocol() == "file:", !page::is_secure());
    let count = move || session.record_count();
    view! {
        <p>{place}</p>
        <Show when=move || file>
            <p class="note">{w.where_file}</p>
        </Show>
        <Show when=move || plain>
            <p class="note">{w.where_http}</p>
        </Show>
        <p>
            <a href=Route::DeviceTest.href()>{words.reliance.title}</a>
        </p>
        <dl class="facts">
            <dt>{w.records}</dt>
            <dd class="num" id="record-count">{count}</dd>
            <dt>{w.device}</dt>
            <dd>
                <code>{session.device().to_string()}</code>
            </dd>
        </dl>
    }
}

/// The states before files were opened, each with the way back to it.
#[component]
fn Befores() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.copies;
    let found = RwSignal::new(Vec::<Before>::new());
    spawn_local(async move { found.set(session.befores().await) });
    let line = move |before: Before| {
        let when = format!("{} {}", words.date(clock::day_of(before.at)), time(before.at));
        let text = words.before(&when, before.records);
        let back = move |_| {
            let before = before.clone();
            spawn_local(async move {
                if let Ok(id) = session.bring_back(&before).await {
                    page::go(&Route::Congress(id, Place::Tasks).href());
                }
            });
        };
        view! {
            <li class="row">
                <span>{text}</span>
                <button class="btn" on:click=back>
                    <Icon name="i-undo" />
                    {w.bring_back}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !found.get().is_empty()>
            <Head title=w.befores.to_owned() />
            <ul class="befores">{move || found.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}

#[component]
fn Wipe() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.data;
    let asking = RwSignal::new(false);
    let question = Signal::derive(move || {
        let named = |congress: &crate::congress::Congress| {
            let details = &congress.details;
            words.wipe_question(&words.congress_name(&details.organisation, &details.ordinal))
        };
        session.read(&Topic::Details, named).unwrap_or_default()
    });
    let uncopied = move || match (session.outside().copied, session.witnessed().backup) {
        (None, _) => Some(words.outside.none),
        (Some(_), false) => Some(words.outside.behind),
        (Some(_), true) => None,
    };
    let wipe = Callback::new(move |()| {
        asking.set(false);
        session.wipe();
        page::go(&Route::Start.href());
    });
    view! {
        <Head title=w.wipe.to_owned() />
        <p class="note">{w.wipe_note}</p>
        <button class="btn" on:click=move |_| asking.set(true)>
            <Icon name="i-trash" />
            {w.wipe_do}
        </button>
        <Dialog open=asking title=question close=words.frame.close>
            <p class="dialog__note">{w.wipe_note}</p>
            {move || uncopied().map(|told| view! { <p class="bad" id="wipe-no-copy">{told}</p> })}
            <div class="dialog__do">
                <button type="button" class="btn" on:click=move |_| asking.set(false)>
                    {words.frame.cancel}
                </button>
                <button type="button" class="btn" on:click=move |_| wipe.run(())>
                    {w.wipe_do}
                </button>
                <button type="button" class="btn btn--main" id="wipe-copy" on:click=move |_| session.download()>
                    <Icon name="i-in" />
                    {w.wipe_copy}
                </button>
            </div>
        </Dialog>
    }
}
