//! A congress from its printed restore sheet: the scanned lines are pasted, what is missing is told, then it is opened.

use crate::codes::{SIGN, Scanned};
use crate::congress::{Change, Founding};
use crate::platform::{later, page};
use crate::route::{Place, Route};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, Icon};
use crate::ui::{session, words};
use leptos::task::spawn_local;

/// What the pasted lines make.
#[derive(Clone)]
enum Pasted {
    /// Not yet a congress, for this reason.
    Not(String),
    /// A congress.
    Whole(Box<(Founding, Vec<Change>)>),
}

/// The button.
#[component]
pub(in crate::ui) fn PrintButton(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <button type="button" class="btn btn--link" id="from-print" on:click=move |_| open.set(true)>
            <Icon name="i-print" />
            {words().start.print_open}
        </button>
    }
}

/// The dialog.
#[component]
pub(in crate::ui) fn PrintDialog(open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.start;
    let pasted = RwSignal::new(None::<Pasted>);
    let look = move |text: String| {
        spawn_local(async move {
            let found = later::joined(&text).await.as_deref().and_then(Scanned::read);
            pasted.set(match found {
                _ if text.trim().is_empty() => None,
                None => Some(Pasted::Not(w.print_no_reader.to_owned())),
                Some(Scanned::Whole(text)) => Some(match session.read_print(&text) {
                    Some(found) => Pasted::Whole(Box::new(found)),
                    None => Pasted::Not(w.print_newer.to_owned()),
                }),
                Some(Scanned::Nothing) if text.to_uppercase().contains(SIGN) => {
                    Some(Pasted::Not(w.print_cut.to_owned()))
                }
                Some(Scanned::Nothing) => Some(Pasted::Not(w.print_nothing.to_owned())),
                Some(Scanned::Mixed) => Some(Pasted::Not(w.print_mixed.to_owned())),
                Some(Scanned::Damaged) => Some(Pasted::Not(w.print_damaged.to_owned())),
                Some(Scanned::Missing(missing, of)) => Some(Pasted::Not(words.print_missing(&missing, of))),
            });
        });
    };
    view! {
        <Dialog open=open title=w.print_open.to_owned() close=words.frame.close>
            <p>{w.print_how}</p>
            <textarea
                class="field"
                id="scanned"
                rows="6"
                spellcheck="false"
                aria-label=w.print_title
                on:input=move |event| look(event_target_value(&event))
            ></textarea>
            <div role="status">
                {move || match pasted.get() {
                    None => ().view(),
                    Some(Pasted::Not(why)) => view! { <p class="bad" id="print-wrong">{why}</p> },
                    Some(Pasted::Whole(found)) => view! { <Restore found=*found open=open /> },
                }}
            </div>
        </Dialog>
    }
}

#[component]
fn Restore(found: (Founding, Vec<Change>), open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let (founding, changes) = found;
    let people =
        changes.iter().map(|change| if let Change::PeopleAdded(people) = change { people.len() } else { 0 });
    let sealed = changes.iter().filter(|change| matches!(change, Change::RoundSealed { .. }));
    let date = words.date(founding.date);
    let told = words.print_found(&founding.organisation, &date, people.sum(), sealed.count());
    let restore = move |_| {
        let id = session.found(founding.clone(), changes.clone());
        open.set(false);
        page::go(&Route::Congress(id, Place::Tasks).href());
    };
    view! {
        <p id="print-found">{told}</p>
        <p class="note">{words.start.print_note}</p>
        <div class="dialog__do">
            <button type="button" class="btn btn--main" id="print-do" on:click=restore>
                {words.start.import_do}
            </button>
        </div>
    }
}
