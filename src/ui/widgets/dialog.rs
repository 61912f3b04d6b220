//! Dialogs: the browser's own, with its focus trap and its Escape key.

use crate::platform::clock;
use crate::ui::markup::prelude::*;
use leptos::html;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;

/// Where something is to be written, that is where the keys go; else the browser chooses.
fn focus_field(dialog: &web_sys::HtmlDialogElement) {
    const FIELDS: &str = "textarea, select, input:not([type='file'], [type='checkbox'], [type='radio'])";
    let field = dialog.query_selector(FIELDS).ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Opens a dialog, and puts the keys where something is to be written.
fn show(dialog: &web_sys::HtmlDialogElement) {
    // The browser refuses to open what is not on the page; then there is nothing to show either.
    drop(dialog.show_modal());
    focus_field(dialog);
}

/// A dialog that is open while the signal says so.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// What the closing button says.
    #[prop(into)]
    close: String,
    /// The content; made anew at each opening.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        if let Some(dialog) = node.get() {
            match (open.get(), dialog.open()) {
                (true, false) if dialog.is_connected() => show(&dialog),
                // It was asked for before it was drawn, and comes onto the page within this turn.
                (true, false) => spawn_local(async move {
                    clock::turn().await;
                    if open.get_untracked() && !dialog.open() {
                        show(&dialog);
                    }
                }),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    // A browser tells of it with its next picture; by then it may have been opened again, for something else.
    let closed = move |_| {
        if node.get_untracked().is_some_and(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    view! {
        <dialog class="dialog" node_ref=node on:close=closed aria-labelledby="dialog-title">
            <Show when=move || open.get()>
                <div class="dialog__head">
                    <h2 id="dialog-title">{move || title.get()}</h2>
                    <button type="button" class="btn btn--link" on:click=move |_| open.set(false)>
                        {close.clone()}
                    </button>
                </div>
                {children()}
            </Show>
        </dialog>
    }
}

/// A question before something that cannot be undone.
#[component]
pub fn Confirm(
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    question: String,
    /// What will happen.
    #[prop(into)]
    note: String,
    /// What the button says that does it.
    #[prop(into)]
    yes: String,
    /// What the button says that does not.
    #[prop(into)]
    no: String,
    /// Does it.
    on_yes: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog open=open title=question close=no>
            <p class="dialog__note">{note.clone()}</p>
            <div class="dialog__do">
                <button
                    type="button"
                    class="btn btn--main"
                    on:click=move |_| {
                        open.set(false);
                        on_yes.run(());
                    }
                >
                    {yes.clone()}
                </button>
            </div>
        </Dialog>
    }
}
