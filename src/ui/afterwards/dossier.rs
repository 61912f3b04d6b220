//! The dossier for ratification and the archive: what the app sees ticks itself, the rest is ticked by hand.

use crate::congress::preparation::dossier::{DossierLists, DossierPart, PartKind};
use crate::congress::{PreparationChange, Topic};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::{session, words};

/// Both lists.
#[component]
pub(super) fn Dossier() -> impl IntoView {
    let words = words();
    let source = DossierLists::party().map(|lists| words.text(&lists.source));
    view! {
        {PartKind::ALL.map(|kind| view! { <List kind=kind /> }).collect_view()}
        <p class="note">{words.prepare.source} ": " {source} "."</p>
    }
}

#[component]
fn List(kind: PartKind) -> impl IntoView {
    let session = session();
    let words = words();
    let parts: Vec<&'static DossierPart> = DossierPart::of(kind).collect();
    let all = parts.len();
    let there = Memo::new(move |_| {
        let witnessed = session.witnessed();
        for topic in [Topic::Details, Topic::Roll, Topic::Agenda, Topic::Rounds] {
            session.follow(&topic);
        }
        session
            .read(&Topic::Preparation, |congress| {
                DossierPart::of(kind).map(|part| congress.has_part(part, witnessed)).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let end = Signal::derive(move || {
        words.parts_there(there.with(|there| there.iter().filter(|there| **there).count()), all)
    });
    let line = move |(place, part): (usize, &'static DossierPart)| {
        let is_there = move || there.with(|there| there.get(place).copied().unwrap_or_default());
        if part.fact.is_some() {
            let icon = Signal::derive(move || if is_there() { "m-done" } else { "m-todo" });
            let w = words.afterwards;
            let seen = move || if is_there() { w.by_itself } else { w.not_by_itself };
            return view! {
                <li class="part" data-there=move || is_there().to_string()>
                    <Icon name=icon />
                    <span>{words.text(&part.title)} <span class="note">{seen}</span></span>
                </li>
            };
        }
        let turn = move |event| {
            let filed = event_target_checked(&event);
            session.record(PreparationChange::Filed { part: part.id.clone(), filed }.into());
        };
        view! {
            <li class="part" data-there=move || is_there().to_string()>
                <label class="check">
                    <input type="checkbox" prop:checked=is_there on:change=turn />
                    <span>{words.text(&part.title)}</span>
                </label>
            </li>
        }
    };
    view! {
        <Head title=words.part_kind(kind).to_owned() end=end />
        <ul class="parts">{parts.into_iter().enumerate().map(line).collect_view()}</ul>
    }
}
