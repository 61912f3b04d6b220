//! Opening a backup file, or codes from another screen: look first, then join. Nothing changes before somebody says so.

use super::counted::Counted;
use super::passphrase::Decipher;
use super::scan::Scan;
use crate::congress::role::Role;
use crate::journal::template::TemplateFile;
use crate::platform::clock;
use crate::platform::{files, page};
use crate::route::{Place, Route};
use crate::session::{
    CountedElsewhere, Effect, Enciphered, ExportError, Found, MAX_ENCIPHERED_BYTES, NotTaken, Taking, VERSION,
};
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, Icon, say};
use crate::ui::{session, words};
use leptos::html;
use leptos::task::spawn_local;

/// A file that was chosen.
#[derive(Clone)]
enum Chosen {
    /// It is refused, for this reason.
    Refused(String),
    /// It has a passphrase.
    Enciphered(Enciphered),
    /// It holds what was counted at another device for a round of the open congress.
    Counted(Vec<CountedElsewhere>),
    /// It holds a congress.
    Found(Box<Found>),
}

/// What is brought from elsewhere.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Bring {
    /// The text of the file that was chosen last, or why there is none.
    file: RwSignal<Option<Result<String, ExportError>>>,
    /// The name of that file; empty where there is none.
    name: RwSignal<String>,
    /// Whether the camera is asked for.
    scanning: RwSignal<bool>,
}

impl Bring {
    /// Before anything was chosen.
    pub(in crate::ui) fn nothing() -> Self {
        Self { file: RwSignal::new(None), name: RwSignal::new(String::new()), scanning: RwSignal::new(false) }
    }
}

/// The buttons that choose a file and open the camera, and the dialog that says what is in it.
#[component]
pub(in crate::ui) fn ImportFile(label: &'static str) -> impl IntoView {
    let bring = Bring::nothing();
    view! {
        <BringButtons bring=bring label=label />
        <Brought bring=bring />
    }
}

/// The buttons that choose a file and open the camera.
#[component]
pub(in crate::ui) fn BringButtons(bring: Bring, label: &'static str) -> impl IntoView {
    view! {
        <ChooseFile label=label look="btn btn--link file" bring=bring />
        <button type="button" class="btn btn--link" id="scan" on:click=move |_| bring.scanning.set(true)>
            <Icon name="i-scan" />
            {words().carry.scan}
        </button>
    }
}

/// The dialogs for what was brought.
#[component]
pub(in crate::ui) fn Brought(bring: Bring) -> impl IntoView {
    let session = session();
    let words = words();
    let open = RwSignal::new(false);
    let found = RwSignal::new(None::<Chosen>);
    let show = move |chosen| {
        found.set(Some(chosen));
        open.set(true);
    };
    let look = move |text: String| {
        spawn_local(async move {
            show(match session.look_into(&text).await {
                Ok(file) => match session.counted_in(&file) {
                    Some(counted) => Chosen::Counted(counted),
                    None => Chosen::Found(Box::new(file)),
                },
                Err(error) => Chosen::Refused(words.export_error(&error)),
            });
        });
    };
    let refuse = move |error| show(Chosen::Refused(words.export_error(&error)));
    let take = Callback::new(move |text: String| {
        if TemplateFile::read(&text).is_some() {
            return show(Chosen::Refused(words.afterwards.template_elsewhere.to_owned()));
        }
        match Enciphered::read(&text) {
            None => look(text),
            Some(Err(error)) => refuse(error),
            Some(Ok(file)) => show(Chosen::Enciphered(file)),
        }
    });
    let scanned = move |text| {
        bring.name.set(String::new());
        take.run(text);
    };
    effect(move || match bring.file.get() {
        None => {}
        Some(Ok(text)) => take.run(text),
        Some(Err(error)) => refuse(error),
    });
    let title = Signal::derive(move || match found.get() {
        Some(Chosen::Counted(_)) => words.part.counted_title.to_owned(),
        _ => words.start.import_title.to_owned(),
    });
    view! {
        <Scan open=bring.scanning on_read=Callback::new(scanned) />
        <Dialog open=open title=title close=words.frame.close>
            {move || match found.get() {
                None => ().view(),
                Some(Chosen::Enciphered(file)) => {
                    view! { <Decipher file=file on_opened=Callback::new(look) /> }
                }
                Some(Chosen::Refused(why)) => view! { <Refused why=why bring=bring /> },
                Some(Chosen::Counted(counted)) => view! { <Counted counted=counted open=open /> },
                Some(Chosen::Found(file)) => view! { <Preview file=*file open=open /> },
            }}
        </Dialog>
    }
}

/// Why a file is refused, that nothing came of it, and the way to another.
#[component]
fn Refused(why: String, bring: Bring) -> impl IntoView {
    let words = words();
    let name = bring.name.get_untracked();
    view! {
        {(!name.is_empty()).then(|| view! { <p><b>{name}</b></p> })}
        <p class="bad" role="alert" id="import-error">
            {why}
        </p>
        <p>{words.start.import_unchanged}</p>
        <div class="dialog__do">
            <ChooseFile label=words.outside.other look="btn btn--main file" bring=bring />
        </div>
    }
}

/// The button that chooses a file, and hands on its text.
#[component]
fn ChooseFile(label: &'static str, look: &'static str, bring: Bring) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        let Some(file) = input.get_untracked().and_then(|input| files::chosen(&input)) else { return };
        let size = files::size(&file);
        bring.name.set(files::name(&file));
        if size > MAX_ENCIPHERED_BYTES {
            return bring.file.set(Some(Err(ExportError::TooLarge(size))));
        }
        spawn_local(async move {
            bring.file.set(Some(files::text(&file).await.ok_or(ExportError::NotJson(1, 1))));
        });
    };
    view! {
        <label class=look>
            <Icon name="i-open" />
            {label}
            <input class="sr" type="file" accept=".json,.txt,application/json,text/plain" node_ref=input on:change=choose />
        </label>
    }
}

#[component]
fn Preview(file: Found, open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let (w, c) = (words.start, words.copies);
    let error = RwSignal::new(None::<String>);
    let last = format!("{} {}", words.date(clock::day_of(file.last())), time(file.last()));
    let what = words.import_found(file.organisation(), &words.date(file.date()), file.records(), &last);
    let effect = file.effect;
    let says = match effect {
        Effect::New => w.import_new.to_owned(),
        Effect::Nothing => w.import_same.to_owned(),
        Effect::Mends => w.import_mends.to_owned(),
        Effect::Differs { added, own, .. } => words.import_differs(added, own),
        Effect::Newer(version) => words.newer(version, VERSION),
    };
    let part = file.role().map(|role| match role {
        _ if session.has_whole(&role) => words.part.whole_here,
        Role::Counter { .. } => words.part.of_counter,
        Role::Hall { .. } => words.part.of_hall,
    });
    let hidden = words.import_hidden(&file.hidden());
    let take = move |taking| {
        let file = file.clone();
        spawn_local(async move {
            match session.take(file, taking).await {
                Ok(id) => {
                    open.set(false);
                    page::go(&Route::Congress(id, Place::Tasks).href());
                }
                Err(NotTaken::File(why)) => error.set(Some(words.export_error(&why))),
                Err(NotTaken::NoRoom) => error.set(Some(words.data.storage_full.to_owned())),
            }
        });
    };
    let (join, replace) = (take.clone(), take.clone());
    let choice = match effect {
        Effect::Differs { joins, conflicts, .. } => view! {
            {(conflicts > 0)
                .then(|| view! { <p id="import-conflicts">{say(&words.conflicts_to_come(conflicts))}</p> })}
            <p class="note">{if joins { c.join_note } else { c.no_join }}</p>
            <p class="note">{c.replace_note}</p>
            <p class="note">{c.before_note}</p>
            <div class="dialog__do">
                <Show when=move || joins>
                    {
                        let join = join.clone();
                        view! {
                            <button type="button" class="btn btn--main" on:click=move |_| join(Taking::Join)>
                                {c.join}
                            </button>
                        }
                    }
                </Show>
                <button type="button" class="btn" on:click=move |_| replace(Taking::Replace)>
                    {c.replace}
                </button>
            </div>
        },
        Effect::Newer(_) => ().view(),
        _ => view! {
            <div class="dialog__do">
                <button type="button" class="btn btn--main" on:click=move |_| take(Taking::Join)>
                    {w.import_do}
                </button>
            </div>
        },
    };
    view! {
        <p>{say(&what)}</p>
        <p>{say(&says)}</p>
        {part.map(|part| view! { <p class="note" id="import-part">{part}</p> })}
        {(!hidden.is_empty()).then(|| view! { <p class="bad" id="import-hidden">{hidden}</p> })}
        {move || error.get().map(|error| view! { <p class="bad" role="alert">{error}</p> })}
        {choice}
    }
}
