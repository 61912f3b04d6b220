//! The presses beneath the clock.

use super::{Clock, begin_earlier, end_item, end_turn, extend, go_back, skip_next, toggle_pause};
use crate::congress::agenda::clock::Course;
use crate::congress::agenda::paste::read_time;
use crate::congress::moment::MINUTE_MS;
use crate::congress::{AgendaChange, Moment, Topic};
use crate::platform::clock;
use crate::ui::frame::time;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, DraftField, Icon};
use crate::ui::{session, words};

/// Seconds by which a forgotten start is moved back at one press.
const EARLIER: [i64; 5] = [30, 60, 90, 120, 300];

/// The presses.
#[component]
pub(super) fn Controls(clock: Memo<Option<Clock>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let paused = Memo::new(move |_| clock.get().is_some_and(|clock| clock.reading.paused));
    let speaks = Memo::new(move |_| clock.get().is_some_and(|clock| clock.speaks));
    let earlier = RwSignal::new(false);
    let counting = RwSignal::new(false);
    let icon = Signal::derive(move || if paused.get() { "m-play" } else { "i-pause" });
    let step = move |seconds: i64| {
        view! {
            <button
                class="btn"
                on:click=move |_| {
                    begin_earlier(session, seconds);
                    earlier.set(false);
                }
            >
                {words.seconds_ago(seconds)}
            </button>
        }
    };
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
            <Show when=move || speaks.get()>
                <button class="btn" id="end-turn" on:click=move |_| end_turn(session)>
                    {w.end_turn}
                </button>
            </Show>
            <button class="btn btn--link" id="earlier" on:click=move |_| earlier.set(true)>
                {w.earlier}
            </button>
            <button class="btn btn--link" id="count-to" on:click=move |_| counting.set(true)>
                {w.count_to}
            </button>
            <button class="btn btn--link" on:click=move |_| skip_next(session)>
                {w.skip_next}
            </button>
            <button class="btn btn--link" on:click=move |_| end_item(session)>
                {w.end_item}
            </button>
            <button class="btn btn--link" on:click=move |_| go_back(session)>
                {w.back}
            </button>
        </div>
        <Dialog open=earlier title=w.earlier_question.to_owned() close=words.frame.cancel>
            <p class="dialog__note">{w.earlier_note}</p>
            <div class="dialog__do choices">{EARLIER.map(step).collect_view()}</div>
        </Dialog>
        <CountTo open=counting />
    }
}

/// Counting to a time of day: one that is written, or when the next item begins.
#[component]
fn CountTo(open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let written = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let set = move |until: Option<Moment>| {
        if let Some(id) = session.glance(|congress| congress.agenda.current.clone()).flatten() {
            session.record(AgendaChange::CountTo { id, until }.into());
        }
        wrong.set(false);
        open.set(false);
    };
    // The next fixed start, as after a break.
    let fixed = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                let now = session.present();
                let midnight = super::midnight(congress, now);
                let items = congress.agenda.items.iter().zip(congress.schedule(midnight, now).slots);
                let ahead = { items }.filter(|(_, slot)| slot.course == Course::Ahead);
                let fixed = { ahead }.find_map(|(item, _)| item.not_before)?;
                let at = midnight.plus(i64::from(fixed) * MINUTE_MS);
                (at > now).then_some(at)
            })
            .flatten()
    });
    let counts = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                congress.agenda.current_item().is_some_and(|item| item.until.is_some())
            })
            .unwrap_or(false)
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(minute) = read_time(&written.get_untracked()) else { return wrong.set(true) };
        written.set(String::new());
        let now = session.instant();
        let at = clock::midnight_of(now).plus(i64::from(minute) * MINUTE_MS);
        // A time that has gone by is tomorrow's.
        set(Some(if at > now { at } else { at.plus(24 * 60 * MINUTE_MS) }));
    };
    view! {
        <Dialog open=open title=w.count_to.to_owned() close=words.frame.cancel>
            <form class="countto" on:submit=submit>
                <DraftField id="count-to-time" label=w.count_to_time text=written />
                <Show when=move || wrong.get()>
                    <p class="bad" role="alert" id="count-to-wrong">
                        {words.time_wrong(w.count_to)}
                    </p>
                </Show>
                <button class="btn btn--main" type="submit">
                    {w.count_to_do}
                </button>
            </form>
            <div class="dialog__do choices">
                {move || {
                    fixed
                        .get()
                        .map(|at| {
                            view! {
                                <button class="btn" on:click=move |_| set(Some(at))>
                                    {words.count_until(&time(at))}
                                </button>
                            }
                        })
                }}
                <Show when=move || counts.get()>
                    <button class="btn" on:click=move |_| set(None)>
                        {w.count_minutes}
                    </button>
                </Show>
            </div>
        </Dialog>
    }
}
