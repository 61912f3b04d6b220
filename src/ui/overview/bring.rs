//! Files come in: chosen, as a folder, or dropped; how far the reading is, and what could not be read.

use super::View;
use crate::journal::glance::Unseen;
use crate::platform::files;
use crate::session::{Reading, Unread};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Icon;
use crate::ui::words;
use crate::words::Words;
use leptos::html;
use leptos::task::spawn_local;

/// A button that chooses files, or a whole folder.
#[component]
pub(super) fn FilesButton(
    /// It chooses a folder.
    #[prop(optional)]
    folder: bool,
    /// It is the main button of the place.
    #[prop(optional)]
    main: bool,
) -> impl IntoView {
    let view = View::here();
    let w = words().overview;
    let input = NodeRef::<html::Input>::new();
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            view.overview.bring(files::all_chosen(&input));
        }
    };
    view! {
        <label class=if main { "btn btn--main file" } else { "btn file" }>
            <Icon name="i-open" />
            {if folder { w.bring_folder } else { w.bring_files }}
            <input
                class="sr"
                type="file"
                multiple=true
                webkitdirectory=folder
                id=if folder { "bring-folder" } else { "bring-files" }
                node_ref=input
                on:change=chosen
            />
        </label>
    }
}

/// Whatever is dropped onto the place is read.
#[component]
pub(super) fn DropArea(children: Children) -> impl IntoView {
    let view = View::here();
    let over = RwSignal::new(false);
    view! {
        <div
            class="drop"
            data-over=move || over.get().to_string()
            on:dragover=move |event: leptos::ev::DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event: leptos::ev::DragEvent| {
                event.prevent_default();
                over.set(false);
                let drops = files::drops(&event);
                spawn_local(async move { view.overview.bring(files::dropped(drops).await) });
            }
        >
            {children()}
        </div>
    }
}

/// The ways to bring files in, and what came of the last ones.
#[component]
pub(super) fn Bring() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let reading = view.overview.reading();
    view! {
        <section class="bring-in noprint" aria-label=w.bring_files>
            <p class="row">
                <Show when=move || view.urgent.get().is_some()>
                    <FilesButton />
                </Show>
                <FilesButton folder=true />
                <span class="note touchless">{w.drop_here}</span>
            </p>
            <Show when=move || view.is_empty()>
                <p class="lead">{w.empty_note}</p>
            </Show>
            <Running />
            <p
                class="note"
                role="status"
                id="taken"
                data-took=move || reading.with(|reading| reading.took.to_string())
            >
                {move || reading.with(|reading| taken(&words, reading))}
            </p>
            <Show when=move || { view.overview.unchecked() > 0 }>
                <p class="row">
                    <button class="btn" id="check" on:click=move |_| view.overview.check()>
                        {w.check}
                    </button>
                    <span class="note">{w.check_note}</span>
                </p>
            </Show>
            <Show when=move || reading.with(|reading| !reading.unread.is_empty())>
                <p class="find" data-state="bad" role="alert">
                    <Icon name="m-bad" />
                    <span>{move || words.unreadable(reading.with(|reading| reading.unreadable))}</span>
                </p>
                <ul class="unread">
                    {move || reading.with(|reading| reading.unread.iter().map(|one| unread(&words, one)).collect_view())}
                </ul>
            </Show>
        </section>
    }
}

/// How far the reading is, while it goes on.
#[component]
fn Running() -> impl IntoView {
    let view = View::here();
    let w = words().overview;
    let reading = view.overview.reading();
    let at = move || {
        reading.with(|reading| {
            let (what, done) =
                if reading.checking { (w.checking, reading.checked) } else { (w.reading, reading.done) };
            (what, done, reading.all)
        })
    };
    let told = move || {
        let (what, done, all) = at();
        format!("{what}: {done} / {all}")
    };
    view! {
        <Show when=move || reading.with(|reading| reading.running)>
            <p class="row" id="reading">
                <span class="num">{told}</span>
                <progress
                    aria-label=move || at().0
                    max=move || at().2.to_string()
                    prop:value=move || at().1.to_string()
                ></progress>
                <button class="btn" on:click=move |_| view.overview.stop()>
                    {w.stop}
                </button>
            </p>
        </Show>
    }
}

/// What came of the files, once they are read.
fn taken(words: &Words, reading: &Reading) -> String {
    if reading.running || reading.all == 0 {
        return String::new();
    }
    let w = words.overview;
    let names = [w.taken_new, w.taken_newer, w.taken_same, w.taken_older, w.taken_rehearsal];
    let counts = names.into_iter().zip(reading.taken).filter(|(_, count)| *count > 0);
    let told: Vec<String> = counts.map(|(name, count)| format!("{count} {name}")).collect();
    let told = (!told.is_empty()).then(|| format!("{}: {}.", w.taken, told.join(", ")));
    let compared = (reading.compared > 0).then(|| words.compared(reading.compared));
    let stopped = reading.stopped.then(|| w.stopped.to_owned());
    told.into_iter().chain(compared).chain(stopped).collect::<Vec<_>>().join(" ")
}

fn unread(words: &Words, unread: &Unread) -> AnyView {
    let why = match &unread.why {
        Unseen::File(error) => words.export_error(error),
        Unseen::Enciphered => words.overview.passphrase.to_owned(),
        Unseen::Line(place, why) => format!("{} {place}: {why}", words.overview.line),
        Unseen::Summary(why) => why.clone(),
    };
    view! {
        <li>
            <b>{unread.name.clone()}</b>
            ": "
            {why}
        </li>
    }
}
