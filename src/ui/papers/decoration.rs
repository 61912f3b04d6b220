//! The plan of the decoration, its slogans above it to be written.

use crate::congress::preparation::decoration::{Decoration, Slogan};
use crate::congress::{PreparationChange, Topic};
use crate::documents;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, TextField};
use crate::ui::{session, words};

/// The plan of the decoration.
#[component]
pub(super) fn DecorationPaper(children: Children) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.decoration;
    let slogans = Decoration::party().map(|plan| plan.slogans.as_slice()).unwrap_or_default();
    let faults = session.read(&Topic::Details, |congress| documents::backdrop_faults(&congress.details));
    let faults = faults.unwrap_or_default().into_iter().zip([w.no_ordinal, w.no_term, w.other_year]);
    let faults = faults.filter(|(fault, _)| *fault);
    let faults =
        faults.map(|(_, text)| view! { <div class="notice notice--warn"><p>{text}</p></div> }).collect_view();
    view! {
        {children()}
        <div class="noprint slogans">
            {faults}
            <Head title=w.slogans.to_owned() />
            {slogans.iter().map(|slogan| view! { <Line slogan=slogan /> }).collect_view()}
            <p class="note">{w.note}</p>
        </div>
    }
}

#[component]
fn Line(slogan: &'static Slogan) -> impl IntoView {
    let session = session();
    let words = words();
    let value = Signal::derive(move || {
        session
            .read(&Topic::Preparation, |congress| {
                let own = congress.preparation.slogans.iter().find(|(place, _)| *place == slogan.id);
                own.map(|(_, text)| text.clone())
            })
            .flatten()
            .unwrap_or_default()
    });
    let commit = Callback::new(move |text: String| {
        let (place, text) = (slogan.id.clone(), text.trim().to_owned());
        session.record(PreparationChange::Slogan { place, text }.into());
    });
    view! {
        <TextField
            id=format!("slogan-{}", slogan.id)
            label=words.text(&slogan.place)
            example=words.text(&slogan.text)
            value=value
            on_commit=commit
        />
    }
}
