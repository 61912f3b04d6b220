//! Handing on: the template is looked at before it is taken away.

use crate::congress::handover::Wording;
use crate::journal::template::TemplateFile;
use crate::platform::files;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::{session, words};
use crate::words::HONORIFICS;

/// The template of this congress.
#[component]
pub(super) fn HandOn() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.afterwards;
    let shown = RwSignal::new(None::<String>);
    let text = move || {
        session.glance(|congress| {
            let label = |label: &crate::congress::agenda::Label| words.label(label).to_owned();
            let wording = Wording { blank: w.removed_name, honorifics: &HONORIFICS, label: &label };
            TemplateFile::of(congress.details.kind, congress.handed_on(&wording)).to_text()
        })
    };
    let look = move |_| shown.set(if shown.with_untracked(Option::is_some) { None } else { text() });
    let save = move |_| {
        if let Some(text) = text() {
            files::download(&format!("so-tay-dai-hoi_{}.json", w.file), "application/json", &text);
        }
    };
    view! {
        <Head title=w.template.to_owned() />
        <p class="note">{w.template_note}</p>
        <p class="planline__do">
            <button class="btn" id="template-save" on:click=save>
                <Icon name="i-box" />
                {w.template_do}
            </button>
            <button class="btn btn--link" id="template-look" on:click=look>
                {w.template_look}
            </button>
        </p>
        {move || shown.get().map(|text| view! { <pre class="template" id="template-text" tabindex="0">{text}</pre> })}
    }
}
