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
    // That the ordinal or the term is missing stands above the paper.
    let other_year =
        session.read(&Topic::Details, |congress| documents::is_of_another_year(&congress.details));
    let fault = (other_year == Some(true))
        .then(|| view! { <div class="notice notice--warn"><p>{w.other_year}</p></div> });
    view! {
        {children()}
        <div class="noprint slogans">
            {fault}
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
