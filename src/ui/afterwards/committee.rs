//! What goes up to the superior: the new committee in figures, and the progress line.

use crate::congress::preparation::committee::CommitteeFigure;
use crate::congress::{PreparationChange, Topic};
use crate::platform::files;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, NumberField};
use crate::ui::{session, words};

/// The figures of the new committee.
#[component]
pub(super) fn Committee() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.afterwards;
    let line = move |figure: CommitteeFigure| {
        let value = Memo::new(move |_| {
            session
                .read(&Topic::Preparation, |congress| congress.preparation.committee_figure(figure))
                .flatten()
        });
        let id = format!("committee-{}", figure as u8);
        view! {
            <li>
                <label for=id.clone()>{words.committee_figure(figure)}</label>
                <NumberField
                    id=id
                    name=words.committee_figure(figure)
                    value=Signal::derive(move || value.get())
                    on_commit=Callback::new(move |value| {
                        session.record(PreparationChange::Committee { figure, value }.into());
                    })
                    error=words.count.number_error
                    most=100_000
                />
            </li>
        }
    };
    view! {
        <Head title=w.committee.to_owned() />
        <p class="note">{w.committee_note}</p>
        <ul class="figures">{CommitteeFigure::ALL.map(line).collect_view()}</ul>
    }
}

/// The progress line as a file.
#[component]
pub(super) fn ProgressFile() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.overview;
    let save = move |_| {
        if let Some((name, text)) = session.progress_line(w.progress_file) {
            files::download(&name, "application/x-ndjson", &text);
        }
    };
    view! {
        <Head title=w.for_superior.to_owned() />
        <p class="note">{w.for_superior_note}</p>
        <p>
            <button class="btn" id="progress-file" on:click=save>
                <Icon name="i-in" />
                {w.for_superior_do}
            </button>
        </p>
    }
}
