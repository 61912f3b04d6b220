//! The programme: what comes when, who presents it, and for how long.

mod bring;
mod item;

use super::Tabs;
use crate::congress::agenda::clock::Schedule;
use crate::congress::agenda::template::parse_minute_of_day;
use crate::congress::agenda::{AgendaItem, MAX_ITEM_MINUTES, NewItem};
use crate::congress::id::ItemId;
use crate::congress::people::name::clean_name;
use crate::congress::{AgendaChange, Change, Moment, PreparationChange, Topic};
use crate::route::{Paper, Place, Single};
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, NumberField, Opening, TextField};
use crate::ui::{session, words};
use crate::words::Words;
use bring::Bring;
use item::ItemDetails;

/// The programme.
#[component]
pub(in crate::ui) fn Programme() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let sum = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                let schedule = Schedule::at(&congress.agenda, Moment(0), Moment(0), None);
                let start = schedule.slots.first().map(|slot| slot.planned).unwrap_or_default();
                let minutes = congress.agenda.planned_minutes();
                words.programme_sum(
                    minutes,
                    &Words::plan_time(start),
                    &Words::plan_time(schedule.planned_end),
                )
            })
            .unwrap_or_default()
    });
    let ids = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                congress.agenda.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    view! {
        <Opening eyebrow=sum sentence=w.programme_open.to_owned()>
            <a class="btn btn--main" href=href(Place::Paper(Paper::Single(Single::Programme)))>
                <Icon name="i-print" />
                {w.print}
            </a>
        </Opening>
        <Tabs here=Place::Programme />
        <p class="note">{w.programme_note}</p>
        <EndsBy />
        <Bring />
        <table class="plan">
            <thead>
                <tr>
                    <th scope="col">{w.planned}</th>
                    <th scope="col">{w.item}</th>
                    <th scope="col">{w.presenter}</th>
                    <th scope="col">{w.minutes}</th>
                    <th scope="col">
                        <span class="sr">{w.change_item}</span>
                    </th>
                </tr>
            </thead>
            <tbody>
                <For each=move || ids.get() key=Clone::clone let:id>
                    <ItemRow id=id />
                </For>
            </tbody>
        </table>
        <AddItem />
    }
}

/// When the programme ends, against when the congress has to be over.
#[component]
fn EndsBy() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.documents;
    let wrong = RwSignal::new(false);
    let times = Memo::new(move |_| {
        session.follow(&Topic::Preparation);
        session
            .read(&Topic::Agenda, |congress| (congress.planned_end(), congress.ends_by()))
            .unwrap_or_default()
    });
    let value = Signal::derive(move || Words::minute_of_day(times.get().1));
    let commit = Callback::new(move |text: String| {
        let minute = parse_minute_of_day(text.trim());
        wrong.set(minute.is_none());
        if let Some(minute) = minute {
            // The day stays that on which the programme ends.
            let day = times.get_untracked().0 / 1_440;
            session.record(PreparationChange::EndsBy(day * 1_440 + minute).into());
        }
    });
    let told = move || {
        let (ends, by) = times.get();
        words.ends_against(&Words::minute_of_day(ends), &Words::minute_of_day(by))
    };
    let fits = move || {
        let (ends, by) = times.get();
        if ends <= by { "ok" } else { "warn" }
    };
    let icon = Signal::derive(move || if fits() == "ok" { "m-done" } else { "m-late" });
    view! {
        <div class="endsby">
            <p class="state" data-state=fits>
                <Icon name=icon />
                {told}
            </p>
            <TextField id="ends-by" label=w.ends_by value=value on_commit=commit />
            <Show when=move || wrong.get()>
                <p class="bad" role="alert">{words.prepare.time_wrong}</p>
            </Show>
        </div>
    }
}

/// One item, its planned time with it.
#[component]
fn ItemRow(id: ItemId) -> impl IntoView {
    let session = session();
    let words = words();
    let own = id.clone();
    let item = Memo::new(move |_| {
        session
            .read(&Topic::Agenda, |congress| {
                let agenda = &congress.agenda;
                let index = agenda.items.iter().position(|item| item.id == own)?;
                let schedule = Schedule::at(agenda, Moment(0), Moment(0), None);
                let sitting = agenda.sitting_opened_by(index).map(|sitting| words.sitting(sitting));
                let time = Words::plan_time(schedule.slots.get(index)?.planned);
                Some((time, sitting, agenda.items.get(index)?.clone()))
            })
            .flatten()
    });
    let text = move |pick: fn(&AgendaItem) -> &crate::congress::agenda::Label| {
        Signal::derive(move || {
            item.with(|item| {
                item.as_ref().map(|(_, _, item)| words.label(pick(item)).to_owned()).unwrap_or_default()
            })
        })
    };
    let (title, presenter) = (text(|item| &item.title), text(|item| &item.presenter));
    let minutes =
        Signal::derive(move || item.with(|item| item.as_ref().map(|(_, _, item)| u32::from(item.minutes))));
    let (title_id, presenter_id, minutes_id) = (id.clone(), id.clone(), id.clone());
    let open = RwSignal::new(false);
    let more_id = id.clone();
    let set_minutes = Callback::new(move |minutes: Option<u32>| {
        let minutes = u16::try_from(minutes.unwrap_or(0)).unwrap_or(MAX_ITEM_MINUTES);
        session.record(Change::ItemMinutes { id: minutes_id.clone(), minutes });
    });
    view! {
        <tr>
            <td class="num">{move || item.with(|item| item.as_ref().map(|(time, ..)| time.clone()))}</td>
            <td>
                {move || {
                    let sitting = item.with(|item| item.as_ref().and_then(|(_, sitting, _)| sitting.clone()));
                    sitting.map(|name| view! { <p class="sitting">{name}</p> })
                }}
                <Cell
                    name=words.prepare.item
                    value=title
                    on_commit=Callback::new(move |title| {
                        session.record(Change::ItemTitle { id: title_id.clone(), title });
                    })
                />
            </td>
            <td>
                <Cell
                    name=words.prepare.presenter
                    value=presenter
                    on_commit=Callback::new(move |presenter| {
                        session.record(Change::ItemPresenter { id: presenter_id.clone(), presenter });
                    })
                />
            </td>
            <td>
                <NumberField
                    id=format!("minutes-{id}")
                    name=words.prepare.minutes
                    value=minutes
                    most=u32::from(MAX_ITEM_MINUTES)
                    error=words.refusal(&crate::congress::Refusal::TooManyMinutes)
                    on_commit=set_minutes
                />
            </td>
            <td>
                <Moves id=id.clone() title=title open=open />
            </td>
        </tr>
        <Show when=move || open.get()>
            <tr class="plan__more">
                <td colspan="5">
                    <ItemDetails id=more_id.clone() />
                </td>
            </tr>
        </Show>
    }
}

/// A cell of the table in which a text can be rewritten.
#[component]
fn Cell(name: &'static str, value: Signal<String>, on_commit: Callback<String>) -> impl IntoView {
    view! {
        <input
            class="field field--slim"
            autocomplete="off"
            aria-label=name
            title=move || value.get()
            prop:value=move || value.get()
            on:change=move |event| {
                let written = clean_name(&event_target_value(&event));
                if written != value.get_untracked() {
                    on_commit.run(written);
                }
            }
        />
    }
}

#[component]
fn Moves(id: ItemId, title: Signal<String>, open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let (up, down, copied, remove) = (id.clone(), id.clone(), id.clone(), id);
    let duplicate = move |_| {
        session.record(AgendaChange::Duplicated(copied.clone()).into());
    };
    let move_up = move |_| {
        let before = session.glance(|congress| {
            let items = &congress.agenda.items;
            let index = items.iter().position(|item| item.id == up)?;
            items.get(index.checked_sub(1)?).map(|item| item.id.clone())
        });
        if let Some(before) = before.flatten() {
            session.record(Change::ItemMoved { id: up.clone(), before: Some(before) });
        }
    };
    let move_down = move |_| {
        let place = session.glance(|congress| {
            let items = &congress.agenda.items;
            let index = items.iter().position(|item| item.id == down)?;
            items.get(index + 1)?;
            Some(items.get(index + 2).map(|item| item.id.clone()))
        });
        if let Some(before) = place.flatten() {
            session.record(Change::ItemMoved { id: down.clone(), before });
        }
    };
    let take_out = move |_| {
        session.record(Change::ItemRemoved(remove.clone()));
    };
    let told = move |what: &'static str| move || format!("{what}: {}", title.get());
    view! {
        <span class="moves">
            <button
                class="btn btn--icon"
                aria-label=told(w.details)
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name="i-more" />
            </button>
            <button class="btn btn--icon" aria-label=told(w.up) on:click=move_up>
                <Icon name="i-up" />
            </button>
            <button class="btn btn--icon" aria-label=told(w.down) on:click=move_down>
                <Icon name="i-down" />
            </button>
            <button class="btn btn--icon" aria-label=told(w.duplicate) on:click=duplicate>
                <Icon name="i-plus" />
            </button>
            <button class="btn btn--icon" aria-label=told(w.remove_item) on:click=take_out>
                <Icon name="i-trash" />
            </button>
        </span>
    }
}

#[component]
fn AddItem() -> impl IntoView {
    let session = session();
    let w = words().prepare;
    let title = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let item = NewItem { title: clean_name(&title.get_untracked()), minutes: 10 };
        if session.record(Change::ItemAdded { item, before: None }) {
            title.set(String::new());
        }
    };
    view! {
        <form class="additem" on:submit=add>
            <input
                class="field"
                aria-label=w.item_title
                placeholder=w.item_title
                autocomplete="off"
                prop:value=move || title.get()
                on:input=move |event| title.set(event_target_value(&event))
            />
            <button class="btn" type="submit">
                <Icon name="i-plus" />
                {w.add_item}
            </button>
        </form>
    }
}
