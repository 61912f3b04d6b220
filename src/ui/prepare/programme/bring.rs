//! Another programme: a default in its place, or a table brought along.

use crate::congress::agenda::layout::{Layout, lay_out};
use crate::congress::agenda::paste;
use crate::congress::agenda::template::{AgendaSet, DEFAULT_AGENDA_SET};
use crate::congress::{AgendaChange, Topic};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Dialog;
use crate::ui::{session, words};
use crate::words::Words;

/// Minutes for a pasted item that says nothing of its length.
const FALLBACK_MINUTES: u16 = 10;

/// The two ways to take another programme.
#[component]
pub(super) fn Bring() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let (laying, pasting) = (RwSignal::new(false), RwSignal::new(false));
    let begun = Memo::new(move |_| {
        session.read(&Topic::Agenda, |congress| congress.agenda.has_begun()).unwrap_or(false)
    });
    view! {
        <div class="row bring">
            <button class="btn" on:click=move |_| pasting.set(true)>
                {w.paste_agenda}
            </button>
            <Show when=move || !begun.get()>
                <button class="btn" on:click=move |_| laying.set(true)>
                    {w.default_agenda}
                </button>
            </Show>
        </div>
        <Defaults open=laying />
        <PasteAgenda open=pasting />
    }
}

/// The default agendas, each with its length.
#[component]
fn Defaults(open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let choices = move || {
        let set = AgendaSet::by_id(DEFAULT_AGENDA_SET);
        let agendas = set.map(|set| set.agendas.as_slice()).unwrap_or_default();
        let choice = |template: &'static crate::congress::agenda::template::AgendaTemplate| {
            let times =
                format!("{}–{}", Words::minute_of_day(template.start), Words::minute_of_day(template.end()));
            view! {
                <button
                    class="btn"
                    on:click=move |_| {
                        if session.record(AgendaChange::Laid(template.id.clone()).into()) {
                            open.set(false);
                        }
                    }
                >
                    {format!("{} · {times}", words.kinds(&template.applies_to))}
                </button>
            }
        };
        agendas.iter().map(choice).collect_view()
    };
    view! {
        <Dialog open=open title=w.default_question.to_owned() close=words.frame.cancel>
            <p class="dialog__note">{w.default_note}</p>
            <div class="programmes">{choices()}</div>
        </Dialog>
    }
}

/// A table from elsewhere: what it holds is said before anything changes.
#[component]
fn PasteAgenda(open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let text = RwSignal::new(String::new());
    let laid = Memo::new(move |_| lay_out(&paste::read(&text.get()), FALLBACK_MINUTES));
    let found = move || {
        laid.with(|Layout { items, guessed, .. }| match (items.first(), items.last()) {
            (Some(first), Some(last)) => {
                words.pasted_items(items.len(), guessed.len(), &first.title, &last.title)
            }
            _ => w.paste_agenda_none.to_owned(),
        })
    };
    let take = move |replaces: bool| {
        let Layout { start, items, .. } = laid.get_untracked();
        let change = AgendaChange::Brought { items, start: replaces.then_some(start) };
        if session.record(change.into()) {
            text.set(String::new());
            open.set(false);
        }
    };
    let none = move || laid.with(|laid| laid.items.is_empty());
    view! {
        <Dialog open=open title=w.paste_agenda.to_owned() close=words.frame.cancel>
            <p class="dialog__note">{w.paste_agenda_note}</p>
            <textarea
                class="field"
                id="paste-agenda"
                rows="8"
                aria-label=w.paste_agenda_label
                aria-describedby="paste-agenda-found"
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <p class="note" role="status" id="paste-agenda-found">
                {found}
            </p>
            <div class="dialog__do">
                <button class="btn" disabled=none on:click=move |_| take(false)>
                    {w.append_agenda}
                </button>
                <button class="btn btn--main" disabled=none on:click=move |_| take(true)>
                    {w.replace_agenda}
                </button>
            </div>
        </Dialog>
    }
}
