//! The words of a sentence on a paper, in the congress's own.

use crate::congress::PreparationChange;
use crate::documents::{Text, Wording};
use crate::ui::markup::prelude::*;
use crate::ui::{session, words};

/// Beneath a sentence, while papers are reworded: the button that opens it, then the sentence to be written over.
#[component]
pub(super) fn Reword(form: String, text: Text, wording: Wording, rewording: RwSignal<bool>) -> impl IntoView {
    let words = words();
    let w = words.paper;
    let open = RwSignal::new(false);
    let changed = wording.changed;
    let kept = StoredValue::new((form, text, wording.original));
    view! {
        <Show when=move || rewording.get()>
            <div class="reword noprint">
                <Show
                    when=move || open.get()
                    fallback=move || {
                        view! {
                            <button class="btn btn--link" on:click=move |_| open.set(true)>
                                {w.reword_this}
                            </button>
                            {changed.then(|| view! { <span class="note">{w.reworded}</span> })}
                        }
                    }
                >
                    <Sentence kept=kept changed=changed open=open />
                </Show>
            </div>
        </Show>
    }
}

#[component]
fn Sentence(kept: StoredValue<(String, Text, String)>, changed: bool, open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.paper;
    let written = RwSignal::new(kept.with_value(|(_, text, _)| text.to_string()));
    let wrong = RwSignal::new(None::<String>);
    let record = move |text: String| {
        let (paper, original) = kept.with_value(|(form, _, original)| (form.clone(), original.clone()));
        open.set(false);
        session.record(PreparationChange::Worded { paper, original, text }.into());
    };
    let save = move |_| {
        let template = kept.with_value(|(_, text, _)| {
            let written = written.get_untracked();
            text.template_of(written.trim()).map_err(|piece| {
                let source = piece.source.as_ref();
                let source = source.map(|source| words.comes_from(source.name(&words))).unwrap_or_default();
                words.figure_lost(&piece.text, &source)
            })
        });
        match template {
            Ok(template) => record(template),
            Err(why) => wrong.set(Some(why)),
        }
    };
    view! {
        <textarea
            class="field"
            rows="3"
            aria-label=w.reword_this
            prop:value=move || written.get()
            on:input=move |event| written.set(event_target_value(&event))
        ></textarea>
        <p class="bad" role="alert">{move || wrong.get()}</p>
        <p class="row">
            <button class="btn btn--main" on:click=save>{w.reword_save}</button>
            {changed.then(|| view! {
                <button class="btn" on:click=move |_| record(String::new())>{w.reword_back}</button>
            })}
            <button class="btn btn--link" on:click=move |_| open.set(false)>{words.frame.cancel}</button>
        </p>
    }
}
