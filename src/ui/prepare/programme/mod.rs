//! The programme: what comes when, who presents it, and for how long.

mod bring;
mod item;

use super::Tabs;
use crate::congress::agenda::clock::Schedule;
use crate::congress::agenda::{AgendaItem, MAX_ITEM_MINUTES, NewItem};
use crate::congress::id::ItemId;
use crate::congress::people::name::clean_name;
use crate::congress::{AgendaChange, Change, Moment, PreparationChange, Topic};
use crate::platform::page;
use crate::route::{Paper, Place, Single};
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, NumberField, Opening, TimeField};
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
    // The items whose minutes could not be read; what is shown of the end does not hold for them.
    let wrong = RwSignal::new(Vec::<ItemId>::new());
    let unread =
        Memo::new(move |_| wrong.with(|wrong| ids.with(|ids| wrong.iter().any(|id| ids.contains(id)))));
    view! {
        <Opening eyebrow=sum sentence=w.programme_open.to_owned()>
            <a class="btn btn--main" href=href(Place::Paper(Paper::Single(Single::Programme)))>
                <Icon name="i-print" />
                {w.print}
            </a>
        </Opening>
        <Tabs here=Place::Programme />
        <p class="note">{w.programme_note}</p>
        <Hours unread=unread />
        <Bring />
        <table class="plan">
            <thead>
                <tr>
                    <th scope="col">{w.planned}</th>
                    <th scope="col">{w.item}</th>
                    <th scope="col">{w.presenter}</th>
                    <th scope="col">{w.minutes}</th>
                    <th scope="col">
                        <span class="sr">{w.details}</span>
                    </th>
                </tr>
            </thead>
            <tbody>
                <For each=move || ids.get() key=Clone::clone let:id>
                    <ItemRow id=id wrong=wrong />
                </For>
            </tbody>
        </table>
        <AddItem />
    }
}

/// When the programme begins, and when it ends, against when the congress has to be over.
#[component]
fn Hours(unread: Memo<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let start = Signal::derive(move || session.read(&Topic::Agenda, |congress| congress.agenda.start_minute));
    let begin = Callback::new(move |minute: Option<u16>| {
        if let Some(minute) = minute {
            session.record(AgendaChange::Start(minute).into());
        }
    });
    let times = Memo::new(move |_| {
        session.follow(&Topic::Preparation);
        session
            .read(&Topic::Agenda, |congress| (congress.planned_end(), congress.ends_by()))
            .unwrap_or_default()
    });
    let ends_by = Signal::derive(move || Some(times.get().1 % 1_440));
    let commit = Callback::new(move |minute: Option<u16>| {
        if let Some(minute) = minute {
            // The day stays that on which the programme ends.
            let day = times.get_untracked().0 / 1_440;
            session.record(PreparationChange::EndsBy(day * 1_440 + minute).into());
        }
    });
    let told = move || {
        let (ends, by) = times.get();
        if unread.get() {
            return words.prepare.minutes_unread.to_owned();
        }
        words.ends_against(&Words::minute_of_day(ends), &Words::minute_of_day(by))
    };
    let fits = Memo::new(move |_| {
        let (ends, by) = times.get();
        ends <= by && !unread.get()
    });
    let icon = Signal::derive(move || if fits.get() { "m-done" } else { "m-late" });
    view! {
        <div class="endsby">
            <p class="state" data-state=move || if fits.get() { "ok" } else { "warn" }>
                <Icon name=icon />
                {told}
            </p>
            <TimeField id="agenda-start" label=words.prepare.begins_at value=start on_commit=begin />
            <TimeField id="ends-by" label=words.documents.ends_by value=ends_by on_commit=commit />
        </div>
    }
}

/// One item, its planned time with it.
#[component]
fn ItemRow(id: ItemId, wrong: RwSignal<Vec<ItemId>>) -> impl IntoView {
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
    let (title_id, presenter_id) = (id.clone(), id.clone());
    let open = RwSignal::new(false);
    let more_id = id.clone();
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
                <Minutes id=id.clone() wrong=wrong />
            </td>
            <td>
                <button
                    class="btn btn--link plan__open"
                    aria-label=move || format!("{}: {}", words.prepare.details, title.get())
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {words.prepare.details}
                </button>
            </td>
        </tr>
        <MinutesWrong id=id wrong=wrong />
        <Show when=move || open.get()>
            <tr class="plan__more">
                <td colspan="5">
                    <ItemDetails id=more_id.clone() />
                </td>
            </tr>
        </Show>
    }
}

/// The minutes of an item. What is no such number is kept in sight, and said beneath the row.
#[component]
fn Minutes(id: ItemId, wrong: RwSignal<Vec<ItemId>>) -> impl IntoView {
    let session = session();
    let own = id.clone();
    let minutes = Signal::derive(move || {
        let minutes = |congress: &crate::congress::Congress| Some(congress.agenda.item(&own)?.minutes);
        session.read(&Topic::Agenda, minutes).flatten().map(u32::from)
    });
    let tell_id = id.clone();
    let tell = Callback::new(move |is_wrong: bool| {
        wrong.update(|wrong| {
            wrong.retain(|id| *id != tell_id);
            if is_wrong {
                wrong.push(tell_id.clone());
            }
        });
    });
    let element = format!("minutes-{id}");
    let set = Callback::new(move |minutes: Option<u32>| {
        let minutes = u16::try_from(minutes.unwrap_or(0)).unwrap_or(MAX_ITEM_MINUTES);
        session.record(Change::ItemMinutes { id: id.clone(), minutes });
    });
    view! {
        <NumberField
            id=element
            name=words().prepare.minutes
            value=minutes
            most=u32::from(MAX_ITEM_MINUTES)
            error=""
            on_commit=set
            on_wrong=tell
        />
    }
}

/// The line beneath a row whose minutes could not be read.
#[component]
fn MinutesWrong(id: ItemId, wrong: RwSignal<Vec<ItemId>>) -> impl IntoView {
    let words = words();
    let element = format!("minutes-{id}-error");
    (move || {
        wrong.with(|wrong| wrong.contains(&id)).then(|| {
            view! {
                <tr class="plan__wrong">
                    <td colspan="5">
                        <p class="state" data-state="bad" role="alert" id=element.clone()>
                            <Icon name="m-late" />
                            {words.minutes_wrong(MAX_ITEM_MINUTES)}
                        </p>
                    </td>
                </tr>
            }
        })
    })
    .view()
}

/// A cell of the table in which a text can be rewritten.
#[component]
fn Cell(name: &'static str, value: Signal<String>, on_commit: Callback<String>) -> impl IntoView {
    // What is typed stands beneath the field too, out of sight, and makes it as high as its lines.
    let typed = RwSignal::new(None::<String>);
    let shown = move || typed.get().unwrap_or_else(|| value.get());
    view! {
        <span class="grows" data-text=shown>
            <textarea
                class="field field--slim"
                rows="1"
                aria-label=name
                prop:value=move || value.get()
                on:input=move |event| typed.set(Some(event_target_value(&event)))
                on:keydown=move |event: leptos::ev::KeyboardEvent| {
                    if event.key() == "Enter" {
                        event.prevent_default();
                        page::focus_after(&event, ".plan .grows > .field");
                    }
                }
                on:change=move |event| {
                    let written = clean_name(&event_target_value(&event));
                    if written != value.get_untracked() {
                        on_commit.run(written);
                    }
                    typed.set(None);
                }
            ></textarea>
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
