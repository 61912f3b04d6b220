//! The box that takes a list of members, pasted or from a file: a look at every line before anything is added.

use crate::congress::people::paste::{LineFault, ListLine, read_list};
use crate::congress::people::{NewPerson, Standing};
use crate::congress::{Change, Topic};
use crate::platform::files;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, Icon};
use crate::ui::{session, words};
use crate::words::LIST_SIGNS;
use leptos::html;
use leptos::task::spawn_local;

/// The largest file that is read, in bytes: 5,000 names with many columns.
const MOST_BYTES: usize = 2_000_000;

/// The lines of the preview that are shown at most.
const MOST_SHOWN: usize = 200;

/// What somebody pastes, and what is wrong with it. It outlives the box that it is written in.
#[derive(Clone, Copy)]
pub(super) struct Pasted {
    text: RwSignal<String>,
    error: RwSignal<Option<String>>,
}

impl Pasted {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { text: RwSignal::new(String::new()), error: RwSignal::new(None) }
    }
}

/// The dialog that takes a list beside the roll.
#[component]
pub(super) fn PasteDialog(open: RwSignal<bool>, pasted: Pasted) -> impl IntoView {
    let words = words();
    view! {
        <Dialog open=open title=words.prepare.paste_title.to_owned() close=words.frame.cancel>
            <PasteList pasted=pasted on_added=Callback::new(move |()| open.set(false)) />
        </Dialog>
    }
}

/// The box that takes a list, with what is found in it.
#[component]
pub(super) fn PasteList(
    /// What is written in it.
    pasted: Pasted,
    /// Called when the list stands on the roll.
    on_added: Callback<()>,
) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let Pasted { text, error } = pasted;
    let lines = Memo::new(move |_| {
        let text = text.get();
        session
            .read(&Topic::Roll, |congress| read_list(&text, &LIST_SIGNS, &congress.roll))
            .unwrap_or_default()
    });
    let add = move |_| {
        let change = Change::PeopleAdded(lines.with_untracked(|lines| good(lines)));
        match session.admits(&change) {
            Ok(()) => {
                if session.record(change) {
                    text.set(String::new());
                    error.set(None);
                    on_added.run(());
                }
            }
            Err(refusal) => error.set(Some(words.refusal(&refusal))),
        }
    };
    let none = move || lines.with(|lines| lines.iter().all(|line| line.person.is_err()));
    view! {
        <p class="note" id="paste-note">
            {w.paste_note}
        </p>
        <textarea
            class="field field--say"
            id="paste-list"
            rows="8"
            aria-label=w.paste_title
            aria-describedby="paste-note"
            prop:value=move || text.get()
            on:input=move |event| {
                error.set(None);
                text.set(event_target_value(&event));
            }
        ></textarea>
        <FromFile text=text error=error />
        <Faults lines=lines />
        <Preview lines=lines />
        {move || error.get().map(|error| view! { <p class="bad" role="alert">{error}</p> })}
        <div class="dialog__do">
            <button class="btn btn--main" disabled=none aria-describedby="paste-found" on:click=add>
                {w.paste_do}
            </button>
        </div>
    }
}

fn good(lines: &[ListLine]) -> Vec<NewPerson> {
    lines.iter().filter_map(|line| line.person.clone().ok()).collect()
}

/// Reads a file into the dialog's text.
#[component]
fn FromFile(text: RwSignal<String>, error: RwSignal<Option<String>>) -> impl IntoView {
    let w = words().prepare;
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        let Some(file) = input.get_untracked().and_then(|input| files::chosen(&input)) else { return };
        if files::size(&file) > MOST_BYTES {
            error.set(Some(w.paste_unreadable.to_owned()));
            return;
        }
        spawn_local(async move {
            match files::text(&file).await {
                Some(read) => text.set(read.trim_start_matches('\u{feff}').to_owned()),
                None => error.set(Some(w.paste_unreadable.to_owned())),
            }
        });
    };
    view! {
        <label class="btn btn--link file">
            <Icon name="i-open" />
            {w.paste_file}
            <input class="sr" type="file" id="roll-file" accept=".csv,.txt,text/csv,text/plain" node_ref=input on:change=choose />
        </label>
    }
}

/// The lines that cannot be added, each with its number and what is wrong with it.
#[component]
fn Faults(lines: Memo<Vec<ListLine>>) -> impl IntoView {
    let words = words();
    let faults = move || {
        lines.with(|lines| {
            let faults =
                lines.iter().filter_map(|line| line.person.clone().err().map(|fault| (line.number, fault)));
            faults.collect::<Vec<(usize, LineFault)>>()
        })
    };
    move || {
        let faults = faults();
        (!faults.is_empty()).then(|| {
            let shown = faults.iter().take(MOST_SHOWN).map(|(number, fault)| {
                view! { <li>{format!("{}: {}", words.line(*number), words.line_fault(fault))}</li> }
            });
            view! {
                <div class="bad" role="alert" id="paste-faults">
                    <p>{words.lines_left_out(faults.len())}</p>
                    <ul>{shown.collect_view()}</ul>
                </div>
            }
        })
    }
}

/// What will be added.
#[component]
fn Preview(lines: Memo<Vec<ListLine>>) -> impl IntoView {
    let words = words();
    let found = move || {
        lines.with(|lines| {
            let people = good(lines);
            if people.is_empty() {
                return words.prepare.paste_empty.to_owned();
            }
            let full = people.iter().filter(|person| person.standing == Standing::Full).count();
            words.paste_found(full, people.len() - full)
        })
    };
    let table = move || {
        let people = lines.with(|lines| good(lines));
        (!people.is_empty()).then(|| {
            let rows = people.into_iter().take(MOST_SHOWN).map(|person| {
                let mark = if person.is_marked() { words.attendance(person.attendance) } else { "" };
                view! {
                    <tr>
                        <td>{person.name}</td>
                        <td>{words.standing(person.standing)}</td>
                        <td>{mark}</td>
                    </tr>
                }
            });
            view! {
                <div class="preview" tabindex="0" role="region" aria-label=words.prepare.paste_title>
                    <table>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </div>
            }
        })
    };
    view! {
        <p class="num" id="paste-found" role="status">{found}</p>
        {table}
    }
}
