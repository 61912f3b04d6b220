//! Counting a round at other devices: handing its names and its method out, and taking the counts in.

use super::place::Shown;
use crate::ui::data::{HandOn, ImportFile, PassCodes};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Head;
use crate::ui::{session, words};

/// The part for a counter's device, and the way in of what was counted there, while the count is open.
#[component]
pub(super) fn Elsewhere(shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.part;
    let round = Memo::new(move |_| {
        shown.with(|shown| {
            let sheet = &shown.as_ref()?.sheet;
            let counts = sheet.is_open() && sheet.form().is_some() && sheet.desk.closed.is_none();
            counts.then(|| sheet.id.clone())
        })
    });
    (move || {
        round.get().map(|round| {
            let own = round.clone();
            let file = Callback::new(move |()| session.part_for_counter(&own, words.part.file_counter));
            view! {
                <section id="elsewhere">
                    <Head title=w.elsewhere.to_owned() />
                    <p class="note">{w.elsewhere_note}</p>
                    <h3>{w.give}</h3>
                    <HandOn file=file name=w.download />
                    <p class="row">
                        <ImportFile label=w.take />
                    </p>
                    <PassCodes round=round />
                </section>
            }
        })
    })
    .view()
}
