//! What two devices wrote differently, one under the other, for a person to say which stands.

use super::log::{what, who};
use crate::congress::hidden::Lines;
use crate::congress::{AgendaChange, Change, Topic};
use crate::platform::clock;
use crate::route::Place;
use crate::session::{Contradiction, LogLine};
use crate::ui::frame::{href, time};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::{session, words};

/// The conflicts that wait; nothing where none does.
#[component]
pub(super) fn Conflicts() -> impl IntoView {
    let session = session();
    let w = words().conflict;
    let waiting = Memo::new(move |_| session.contradictions());
    view! {
        <Show when=move || !waiting.get().is_empty()>
            <section id="conflicts" class="conflicts">
                <Head title=w.title.to_owned() />
                <p class="note">{w.how}</p>
                <ol>
                    <For each=move || waiting.get() key=|of| (of.conflict.clone(), of.standing.clone()) let:of>
                        {both(of)}
                    </For>
                </ol>
            </section>
        </Show>
    }
}

fn both(of: Contradiction) -> AnyView {
    let w = words().conflict;
    let sides = [(w.here, of.here.clone()), (w.there, of.there.clone())];
    let sides = sides.map(|(whose, line)| side(&of, whose, line)).collect_view();
    view! { <li class="conflict">{sides}</li> }
}

fn side(of: &Contradiction, whose: &'static str, line: LogLine) -> AnyView {
    let session = session();
    let words = words();
    let w = words.conflict;
    let stands = line.id == of.standing;
    let said = session.glance(|congress| what(words, congress, &line)).unwrap_or_default();
    let said = match &line.whom {
        Some(whom) => format!("{said} · {whom}"),
        None => said,
    };
    let when =
        format!("{whose}: {}, {} {}", who(words, &line), words.day(clock::day_of(line.at)), time(line.at));
    let (conflict, kept) = (of.conflict.clone(), line.id.clone());
    let keep = move |_| {
        session.settle_conflict(&conflict, &kept);
    };
    view! {
        <div class="conflict__side" data-stands=stands.to_string()>
            <p class="conflict__what">{said}</p>
            {long_text(&line.change).map(|text| view! { <p class="conflict__text">{text}</p> })}
            <p class="note">{when}</p>
            <p class="conflict__do">
                <button type="button" class="btn" on:click=keep>
                    {if stands { w.keep_standing } else { w.keep_other }}
                </button>
                {stands.then(|| view! { <span class="conflict__stands"><Icon name="m-done" />{w.stands}</span> })}
            </p>
        </div>
    }
}

/// The text that the log names without its words, because it is long.
fn long_text(change: &Change) -> Option<String> {
    match change {
        Change::Agenda(AgendaChange::Lead { text, .. } | AgendaChange::Minute { text, .. }) => {
            Some(Lines::Many.visible(text))
        }
        _ => None,
    }
}

/// The notice above every place while a conflict waits.
#[component]
pub(in crate::ui) fn ConflictsTold() -> impl IntoView {
    let session = session();
    let words = words();
    let waiting = Memo::new(move |_| {
        session.follow(&Topic::Details);
        session.contradictions().len()
    });
    view! {
        <Show when=move || waiting.get() != 0>
            <div class="follower" role="status" id="conflicts-told">
                <Icon name="m-late" />
                <p>{move || words.conflicts(waiting.get())}</p>
                <a class="btn" href=href(Place::Data)>
                    {words.conflict.look}
                </a>
            </div>
        </Show>
    }
}
