//! The chair's console: what runs, how long it may still run, what comes next, and how late the congress is.

use super::programme::ProgrammeTable;
use super::{digits, extend, go_on, toggle_pause};
use crate::congress::agenda::AgendaItem;
use crate::congress::agenda::clock::{Phase, Reading, Schedule};
use crate::congress::agenda::template::ItemKind;
use crate::congress::moment::MINUTE_MS;
use crate::congress::{Change, Topic};
use crate::platform::clock;
use crate::route::Place;
use crate::ui::frame::{href, time};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Confirm, Icon, Opening};
use crate::ui::{session, words};
use crate::words::Words;

/// The console.
#[component]
pub(in crate::ui) fn Console() -> impl IntoView {
    let session = session();
    let running = Memo::new(move |_| {
        session.read(&Topic::Agenda, |congress| congress.agenda.current.is_some()).unwrap_or(false)
    });
    view! {
        <div class="page--tool">
            <NextStep />
            <div class="run">
                <div class="run__main">
                    <Show when=move || running.get()>
                        <Now />
                    </Show>
                    <div class="run__prog">
                        <ProgrammeTable />
                    </div>
                </div>
                <aside>
                    <Lateness />
                </aside>
            </div>
        </div>
    }
}

/// Where the congress stands, for the opening.
#[derive(Clone, PartialEq)]
enum Stage {
    Empty,
    Before { first: String },
    Item { current: String, next: Option<String>, election: bool },
    Between { next: String },
    Over,
}

fn stage() -> Memo<Option<Stage>> {
    let session = session();
    let words = words();
    Memo::new(move |_| {
        session.read(&Topic::Agenda, |congress| {
            let agenda = &congress.agenda;
            let title = |item: &AgendaItem| words.label(&item.title).to_owned();
            let next = agenda.next_item().map(title);
            match (agenda.current_item(), next) {
                (Some(item), next) => {
                    Stage::Item { current: title(item), next, election: item.kind == ItemKind::Election }
                }
                (None, Some(first)) if !agenda.has_begun() => Stage::Before { first },
                (None, Some(next)) => Stage::Between { next },
                (None, None) if agenda.items.is_empty() => Stage::Empty,
                (None, None) => Stage::Over,
            }
        })
    })
}

/// The opening: what to call next, and the button that calls it.
#[component]
fn NextStep() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let stage = stage();
    let closing = RwSignal::new(false);
    let eyebrow = Signal::derive(move || words.now(&time(session.now())));
    let sentence = Signal::derive(move || match stage.get() {
        None => String::new(),
        Some(Stage::Empty) => w.empty.to_owned(),
        Some(Stage::Before { first }) => words.begin_first(&first),
        Some(Stage::Item { current, next: Some(next), .. }) => words.then_next(&current, &next),
        Some(Stage::Item { current, next: None, .. }) => words.then_close(&current),
        Some(Stage::Between { next }) => words.go_on(&next),
        Some(Stage::Over) => w.over.to_owned(),
    });
    let link = |place, text| view! { <a class="btn btn--main" href=href(place)>{text}</a> };
    let button = move |text: &'static str| {
        view! {
            <button class="btn btn--main" on:click=move |_| go_on(session)>
                {text}
                <Icon name="i-arrow" />
            </button>
        }
    };
    let close = Callback::new(move |()| {
        session.record(Change::Closed(clock::now()));
    });
    view! {
        <Opening eyebrow=eyebrow sentence=sentence tight=true>
            {move || match stage.get() {
                None => ().view(),
                Some(Stage::Empty) => link(Place::Programme, w.to_programme),
                Some(Stage::Before { .. }) => button(words.begin()),
                Some(Stage::Item { next: Some(_), .. } | Stage::Between { .. }) => button(words.go_to_next()),
                Some(Stage::Item { next: None, .. }) => {
                    view! {
                        <button class="btn btn--main" on:click=move |_| closing.set(true)>
                            {w.close}
                        </button>
                    }
                }
                Some(Stage::Over) => link(Place::Documents, w.to_documents),
            }}
        </Opening>
        <Confirm
            open=closing
            question=w.close_question
            note=""
            yes=w.close
            no=words.frame.cancel
            on_yes=close
        />
    }
}

/// The running item and its clock.
#[component]
fn Now() -> impl IntoView {
    let session = session();
    let words = words();
    let title = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                let item = congress.agenda.current_item()?;
                let presenter = words.label(&item.presenter).to_owned();
                Some((words.label(&item.title).to_owned(), presenter, item.kind == ItemKind::Election))
            })
            .flatten()
            .unwrap_or_default()
    });
    let reading = reading();
    let phase = move || reading.get().map_or(Phase::Running, |reading| reading.phase);
    let paused = move || reading.get().is_some_and(|reading| reading.paused);
    let digits = Memo::new(move |_| reading.get().map(|reading| digits(reading.left())));
    let minutes = move || reading.get().map_or(0, |reading| reading.allotted / MINUTE_MS);
    let icon = Signal::derive(move || phase_icon(phase(), paused()));
    view! {
        <div class="now" data-phase=move || phase_name(phase(), paused())>
            <div>
                <p class="now__what">{move || title.get().1}</p>
                <p class="now__who">{move || title.get().0}</p>
                <p class="state">
                    <Icon name=icon />
                    {move || words.phase(phase(), paused())}
                </p>
                <Show when=move || title.get().2>
                    <p>
                        <a class="btn" href=href(Place::Count)>
                            {words.run.to_count}
                        </a>
                    </p>
                </Show>
            </div>
            <div class="now__clockbox">
                <p class="now__clock num" id="clock">
                    {move || digits.get()}
                </p>
                <p class="now__left">
                    {move || words.clock_note(phase() == Phase::Overtime, minutes())}
                </p>
            </div>
            <Span reading=reading />
            <Controls reading=reading />
        </div>
    }
}

/// The reading of the running item; changes only when what is shown changes, a few times a second at most.
pub(super) fn reading() -> Memo<Option<Reading>> {
    let session = session();
    Memo::new(move |_| {
        let now = session.now();
        session
            .read(&Topic::Agenda, |congress| {
                congress.agenda.current_item().map(|item| Reading::of(item, now))
            })
            .flatten()
    })
}

/// A phase as a mark: shape first.
pub(super) fn phase_icon(phase: Phase, paused: bool) -> &'static str {
    match (paused, phase) {
        (true, _) => "i-pause",
        (false, Phase::Running) => "m-run",
        (false, Phase::LastMinute) => "m-tri",
        (false, Phase::Overtime) => "m-sq",
    }
}

/// A phase as an attribute for the styles.
pub(super) fn phase_name(phase: Phase, paused: bool) -> &'static str {
    match (paused, phase) {
        (true, _) => "paused",
        (false, Phase::Running) => "run",
        (false, Phase::LastMinute) => "last",
        (false, Phase::Overtime) => "over",
    }
}

/// The bar beneath the clock.
#[component]
fn Span(reading: Memo<Option<Reading>>) -> impl IntoView {
    let words = words();
    let share = Memo::new(move |_| reading.get().map_or(0, |reading| reading.used_thousandths() / 5));
    let told = move || {
        let reading = reading.get();
        let minutes = reading.map_or(0, |reading| reading.allotted / MINUTE_MS);
        words
            .clock_bar(&Words::clock(reading.map_or(0, |reading| reading.elapsed / 10_000 * 10_000)), minutes)
    };
    let told = Memo::new(move |_| told());
    view! {
        <div class="span" role="img" aria-label=move || told.get()>
            <span style:width=move || format!("{}.{}%", share.get() / 2, share.get() % 2 * 5)></span>
        </div>
    }
}

#[component]
fn Controls(reading: Memo<Option<Reading>>) -> impl IntoView {
    let session = session();
    let w = words().run;
    let paused = Memo::new(move |_| reading.get().is_some_and(|reading| reading.paused));
    // The run is begun anew a minute earlier; the log keeps both.
    let earlier = move |_| {
        let begun = session
            .glance(|congress| {
                let item = congress.agenda.current_item()?;
                Some((item.id.clone(), item.runs.last()?.begun))
            })
            .flatten();
        if let Some((id, begun)) = begun {
            session.record(Change::BegunEarlier { id, at: begun.plus(-MINUTE_MS) });
        }
    };
    let back = move |_| {
        let previous = session
            .glance(|congress| {
                let index = congress.agenda.current_index()?.checked_sub(1)?;
                congress.agenda.items.get(index).map(|item| item.id.clone())
            })
            .flatten();
        if let Some(id) = previous {
            session.record(Change::ItemBegun { id, at: clock::now() });
        }
    };
    let icon = Signal::derive(move || if paused.get() { "m-play" } else { "i-pause" });
    view! {
        <div class="ctrl">
            <button class="btn" on:click=move |_| toggle_pause(session)>
                <Icon name=icon />
                {move || if paused.get() { w.resume } else { w.pause }}
            </button>
            <button class="btn" on:click=move |_| extend(session, -1)>
                {w.minus_minute}
            </button>
            <button class="btn" on:click=move |_| extend(session, 1)>
                {w.plus_minute}
            </button>
            <button class="btn btn--link" on:click=earlier>
                {w.earlier}
            </button>
            <button class="btn btn--link" on:click=back>
                {w.back}
            </button>
        </div>
    }
}

/// How late the congress is, and when it will end.
#[component]
fn Lateness() -> impl IntoView {
    let session = session();
    let words = words();
    let shown = Memo::new(move |_| {
        // Whole minutes are shown, so the forecast need not look more often than the clock's minute.
        let now = session.now();
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                let begun = agenda.items.iter().find_map(AgendaItem::first_begun);
                let midnight = clock::midnight_of(begun?);
                let schedule = Schedule::at(agenda, midnight, now);
                let late = schedule.late().div_euclid(MINUTE_MS);
                let (expected, planned) = (time(schedule.expected_end), time(schedule.planned_end));
                let ends = if agenda.closed.is_some() {
                    words.ended(&expected, &planned)
                } else {
                    words.ends(&expected, &planned)
                };
                Some((late, ends))
            })
            .flatten()
    });
    let icon = Signal::derive(move || match shown.get() {
        Some((1.., _)) => "m-late",
        _ => "m-done",
    });
    (move || {
        shown.get().map(|(late, ends)| {
            view! {
                <div class="run__late">
                    <div class="late" data-late=(late > 0).to_string()>
                        <Icon name=icon />
                        <div>
                            <b>{words.lateness(late)}</b>
                            <span class="num">{ends}</span>
                        </div>
                    </div>
                </div>
            }
        })
    })
    .view()
}
