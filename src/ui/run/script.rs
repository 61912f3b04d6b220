//! What the chair says at the running item, and what has to be minuted.

use crate::congress::Topic;
use crate::ui::markup::prelude::*;
use crate::ui::{session, words};

/// Both texts, folded away on demand.
#[component]
pub(super) fn Script() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let texts = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                let item = congress.agenda.current_item()?;
                let text = |label| words.label(label).to_owned();
                Some([(w.lead, text(&item.lead)), (w.minute, text(&item.minute))])
            })
            .flatten()
    });
    let part = |(name, text): (&'static str, String)| {
        (!text.is_empty()).then(|| {
            view! {
                <div>
                    <h3>{name}</h3>
                    <p>{text}</p>
                </div>
            }
        })
    };
    (move || {
        let parts: Vec<_> = texts.get().into_iter().flatten().filter_map(part).collect();
        (!parts.is_empty()).then(|| view! { <div class="script" id="script">{parts}</div> })
    })
    .view()
}
