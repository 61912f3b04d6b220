//! The open congress to other devices: all of it to whoever works on all of it, a part to whoever needs a part.

use super::hand_on::HandOn;
use crate::route::Place;
use crate::session::Session;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Head;
use crate::ui::{session, words};

/// The ways to another device.
#[component]
pub(super) fn ToDevice() -> impl IntoView {
    let session = session();
    let words = words();
    let (w, p) = (words.carry, words.part);
    let whole = Callback::new(move |()| session.export());
    // Whoever has a part only hands it back.
    if session.role().is_some() {
        return view! {
            <section id="to-whole">
                <Head title=w.title.to_owned() />
                <p class="note">{w.how}</p>
                <HandOn file=whole />
            </section>
        };
    }
    view! {
        <section class="to-device">
            <Head title=p.roles.to_owned() />
            <p class="note">{w.how}</p>
            <div id="to-whole">
                <h3>{p.everything}</h3>
                <p class="note">{p.everything_note}</p>
                <HandOn file=whole />
            </div>
            <div id="to-hall">
                <h3>{p.hall}</h3>
                <p class="note">{p.hall_note}</p>
                <HandOn file=Callback::new(move |()| hall(session)) name=p.download />
            </div>
            <div id="to-counter">
                <h3>{p.counter}</h3>
                <p class="note">{p.counter_note}</p>
                <p>
                    <a class="btn" href=href(Place::Count)>
                        {p.to_count}
                    </a>
                </p>
            </div>
        </section>
    }
}

fn hall(session: Session) -> Option<(String, String)> {
    let words = session.words();
    session.part_for_hall(words.part.file_hall, &|label| words.label(label).to_owned())
}
