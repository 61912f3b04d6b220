//! Opening a closed count or a sealed result again: by name, with a reason, on record.

use super::place::Shown;
use crate::congress::DeskChange;
use crate::congress::election::desk::Reopening;
use crate::platform::clock;
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, TextField};
use crate::ui::{session, words};

/// Opens a closed count or a sealed result again, by name and with a reason.
#[component]
pub(super) fn Reopen(shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let asking = RwSignal::new(false);
    let (by, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // What can be opened again, and what that is called.
    let label = Memo::new(move |_| {
        shown.with(|shown| {
            let sheet = &shown.as_ref().filter(|shown| shown.sheet.voided.is_none())?.sheet;
            let closed = sheet.desk.closed.map(|_| w.reopen_closed);
            sheet.sealed.map(|_| w.reopen_sealed).or(closed)
        })
    });
    let reopen = move |_| {
        let round = shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()));
        let Some(round) = round else { return };
        let (by, reason) = (by.get_untracked(), reason.get_untracked());
        if session.record_at_desk(DeskChange::RoundReopened { round, at: clock::now(), by, reason }) {
            asking.set(false);
        }
    };
    let field = move |id: &'static str, label: &'static str, value: RwSignal<String>| {
        view! {
            <TextField
                id=id
                label=label
                value=Signal::derive(move || value.get())
                on_commit=Callback::new(move |written| value.set(written))
            />
        }
    };
    let past = move || {
        let reopenings = shown.with(|shown| Some(shown.as_ref()?.sheet.desk.reopenings.clone()));
        let line = |reopening: Reopening| {
            let when = time(reopening.at);
            view! { <p class="note">{words.reopened(&when, &reopening.by, &reopening.reason)}</p> }
        };
        reopenings.unwrap_or_default().into_iter().map(line).collect_view()
    };
    view! {
        <div id="reopenings">{past}</div>
        <Show when=move || label.get().is_some()>
            <p class="takeback">
                <button class="btn btn--link" id="reopen" on:click=move |_| asking.set(true)>
                    {move || label.get()}
                </button>
            </p>
        </Show>
        <Dialog open=asking title=w.reopen_question.to_owned() close=words.frame.cancel>
            <p class="dialog__note">{w.reopen_note}</p>
            <div class="form">
                {field("reopen-by", w.reopen_by, by)}
                {field("reopen-reason", w.reopen_reason, reason)}
            </div>
            <div class="dialog__do">
                <button class="btn btn--main" id="reopen-do" on:click=reopen>
                    {w.reopen}
                </button>
            </div>
        </Dialog>
    }
}
