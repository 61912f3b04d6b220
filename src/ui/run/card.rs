//! The card of what runs: whose time it is, the digits, and the presses.

use super::controls::Controls;
use super::{Clock, running, width};
use crate::congress::Topic;
use crate::congress::agenda::clock::Phase;
use crate::congress::agenda::template::ItemKind;
use crate::congress::id::RoundId;
use crate::congress::moment::MINUTE_MS;
use crate::route::Place;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Icon;
use crate::ui::{session, words};
use crate::words::Words;

/// Who and what, above the digits.
#[derive(Clone, Default, PartialEq)]
struct Titles {
    what: String,
    who: String,
    /// Whether the item is one of an election or a vote.
    votes: bool,
    /// The round that is counted, or that the item carries.
    round: Option<RoundId>,
}

fn titles() -> Memo<Titles> {
    let session = session();
    let words = words();
    Memo::new(move |_| {
        session.follow(&Topic::Rounds);
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                let item = agenda.current_item()?;
                let title = words.label(&item.title).to_owned();
                let round = item.round.clone().or_else(|| Some(congress.counted_now()?.id.clone()));
                let votes = matches!(item.kind, ItemKind::Election | ItemKind::OpenVote) || round.is_some();
                let (what, who) = match agenda.current_speaker() {
                    Some(speaker) => {
                        let kind = words.turn(speaker.kind);
                        let subject = if speaker.subject.is_empty() { kind } else { &speaker.subject };
                        (format!("{title} · {subject}"), speaker.name.clone())
                    }
                    None => (words.label(&item.presenter).to_owned(), title),
                };
                Some(Titles { what, who, votes, round })
            })
            .flatten()
            .unwrap_or_default()
    })
}

/// How long the counting still takes, as a sentence; changes once a minute.
fn pace() -> Memo<Option<String>> {
    let session = session();
    let words = words();
    Memo::new(move |_| {
        let now = session.now();
        let left = session.glance(|congress| congress.counting_left(now)).flatten()?;
        Some(words.counting_left(left.saturating_add(MINUTE_MS - 1) / MINUTE_MS))
    })
}

/// What runs and its clock.
#[component]
pub(super) fn Now() -> impl IntoView {
    let words = words();
    let titles = titles();
    let clock = running();
    let counting = pace();
    let shown = move |pick: fn(&Clock) -> &'static str, otherwise: &'static str| {
        move || clock.with(|clock| clock.as_ref().map_or(otherwise, pick))
    };
    let digits = Memo::new(move |_| clock.with(|clock| clock.as_ref().map(Clock::digits)));
    let phase = Memo::new(move |_| {
        clock.get().map(|clock| (clock.reading.phase, clock.reading.paused, clock.speaks))
    });
    let said = move || phase.get().map_or("", |(phase, paused, speaks)| words.phase(phase, paused, speaks));
    let note = Memo::new(move |_| {
        clock.get().map(|clock| words.clock_note(clock.reading.phase == Phase::Overtime, clock.minutes()))
    });
    // A screen reader says when the phase changes, and whose time it is; never the digits.
    let told = Memo::new(move |_| format!("{}: {}", titles.get().who, said()));
    view! {
        <div class="now" data-phase=shown(Clock::name, "run")>
            <div>
                <p class="now__what">{move || titles.get().what}</p>
                <p class="now__who">{move || titles.get().who}</p>
                <p class="state">
                    <Icon name=Signal::derive(shown(Clock::icon, "m-run")) />
                    <span>{said}</span>
                </p>
                <p class="sr" role="status" id="phase-told">
                    {move || told.get()}
                </p>
                <Show when=move || titles.get().votes>
                    <p>
                        <a class="btn" href=move || href(titles.get().round.map_or(Place::Count, Place::Round))>
                            {words.run.to_count}
                        </a>
                        <span class="note" id="counting-pace">
                            {move || counting.get()}
                        </span>
                    </p>
                </Show>
            </div>
            <div class="now__clockbox">
                <p class="now__clock num" id="clock">
                    {move || digits.get()}
                </p>
                <p class="now__left">{move || note.get()}</p>
            </div>
            <Span clock=clock />
            <Used />
            <Controls clock=clock />
        </div>
    }
}

/// The bar beneath the clock.
#[component]
fn Span(clock: Memo<Option<Clock>>) -> impl IntoView {
    let words = words();
    let share = Memo::new(move |_| clock.get().map_or(0, |clock| clock.share()));
    let told = Memo::new(move |_| {
        let clock = clock.get();
        let elapsed = clock.map_or(0, |clock| clock.reading.elapsed / 10_000 * 10_000);
        words.clock_bar(&Words::clock(elapsed), clock.map_or(0, |clock| clock.minutes()))
    });
    view! {
        <div class="span" role="img" aria-label=move || told.get()>
            <span style:width=move || width(share.get())></span>
        </div>
    }
}

/// Planned, granted and used; while somebody speaks, of the item beneath.
#[component]
fn Used() -> impl IntoView {
    let session = session();
    let words = words();
    let used = Memo::new(move |_| {
        let now = session.now();
        session
            .read(&Topic::Agenda, |congress| {
                let item = congress.agenda.current_item()?;
                let left = item.left(now);
                if congress.agenda.speaking.is_some() {
                    return Some(words.item_left(left));
                }
                let granted = item.allotted() / MINUTE_MS;
                Some(words.used(item.elapsed(now), i64::from(item.minutes), granted, left < 0))
            })
            .flatten()
    });
    view! { <p class="note now__used num">{move || used.get()}</p> }
}
