//! The details of an item of the programme: what the chair says, what is minuted, its kind, its hour, its round.

use crate::congress::agenda::template::{ItemKind, SessionPart, VoteForm};
use crate::congress::agenda::{AgendaItem, Sitting};
use crate::congress::id::{ItemId, RoundId};
use crate::congress::people::name::clean_name;
use crate::congress::{AgendaChange, Change, Topic};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Icon, NumberField, TimeField};
use crate::ui::{session, words};

/// The details.
#[component]
pub(super) fn ItemDetails(id: ItemId) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let own = id.clone();
    let item = Memo::new(move |_| {
        session.read(&Topic::Agenda, |congress| congress.agenda.item(&own).cloned()).flatten()
    });
    let of = move |pick: fn(&AgendaItem) -> String| {
        Signal::derive(move || item.with(|item| item.as_ref().map(pick).unwrap_or_default()))
    };
    let record = Callback::new(move |change: AgendaChange| {
        session.record(change.into());
    });
    let firm_id = id.clone();
    let (lead_id, minute_id) = (id.clone(), id.clone());
    view! {
        <div class="details">
            <Sort id=id.clone() item=item record=record />
            <SittingChoice id=id.clone() item=item record=record />
            <Hour id=id.clone() item=item record=record />
            <Round id=id.clone() item=item record=record />
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || item.with(|item| item.as_ref().is_some_and(AgendaItem::is_firm))
                    on:change=move |event| {
                        record.run(AgendaChange::Firm { id: firm_id.clone(), firm: event_target_checked(&event) });
                    }
                />
                {w.firm}
            </label>
            <Text
                name=w.lead
                value=of(|item| crate::ui::words().label(&item.lead).to_owned())
                on_commit=Callback::new(move |text| record.run(AgendaChange::Lead { id: lead_id.clone(), text }))
            />
            <Text
                name=w.minute
                value=of(|item| crate::ui::words().label(&item.minute).to_owned())
                on_commit=Callback::new(move |text| record.run(AgendaChange::Minute { id: minute_id.clone(), text }))
            />
            <Moves id=id />
        </div>
    }
}

/// What is done with the item as a whole.
#[component]
fn Moves(id: ItemId) -> impl IntoView {
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
    view! {
        <div class="moves">
            <button class="btn" on:click=move_up>
                <Icon name="i-up" />
                {w.up}
            </button>
            <button class="btn" on:click=move_down>
                <Icon name="i-down" />
                {w.down}
            </button>
            <button class="btn" on:click=duplicate>
                <Icon name="i-plus" />
                {w.duplicate}
            </button>
            <button class="btn" on:click=take_out>
                <Icon name="i-trash" />
                {w.remove_item}
            </button>
        </div>
    }
}

/// The kind, and how the congress votes on it.
#[component]
fn Sort(id: ItemId, item: Item, record: Callback<AgendaChange>) -> impl IntoView {
    let words = words();
    let w = words.prepare;
    let (kind_id, vote_id) = (id.clone(), id);
    let kinds = ItemKind::ALL.map(|kind| words.item_kind(kind).to_owned()).to_vec();
    let votes = VoteForm::ALL.map(|vote| words.vote_form(vote).to_owned()).to_vec();
    let place = move |pick: fn(&AgendaItem) -> Option<usize>| {
        Signal::derive(move || item.with(|item| item.as_ref().and_then(pick)).unwrap_or(0))
    };
    view! {
        <Choice
            name=w.kind
            options=kinds
            chosen=place(|item| ItemKind::ALL.iter().position(|kind| *kind == item.kind))
            on_choose=Callback::new(move |at: usize| {
                if let Some(kind) = ItemKind::ALL.get(at) {
                    record.run(AgendaChange::Kind { id: kind_id.clone(), kind: *kind });
                }
            })
        />
        <Choice
            name=w.vote
            options=votes
            chosen=place(|item| VoteForm::ALL.iter().position(|vote| *vote == item.vote))
            on_choose=Callback::new(move |at: usize| {
                if let Some(vote) = VoteForm::ALL.get(at) {
                    record.run(AgendaChange::Vote { id: vote_id.clone(), vote: *vote });
                }
            })
        />
    }
}

/// One of several, by its place.
#[component]
fn Choice(
    name: &'static str,
    options: Vec<String>,
    chosen: Signal<usize>,
    on_choose: Callback<usize>,
) -> impl IntoView {
    let option = move |(at, text): (usize, String)| {
        view! {
            <option value=at.to_string() prop:selected=move || chosen.get() == at>
                {text}
            </option>
        }
    };
    view! {
        <label>
            <span>{name}</span>
            <select
                class="field"
                on:change=move |event| {
                    if let Ok(at) = event_target_value(&event).parse() {
                        on_choose.run(at);
                    }
                }
            >
                {options.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}

/// A text of several lines.
#[component]
fn Text(name: &'static str, value: Signal<String>, on_commit: Callback<String>) -> impl IntoView {
    view! {
        <label class="wide">
            <span>{name}</span>
            <textarea
                class="field"
                rows="3"
                prop:value=move || value.get()
                on:change=move |event| {
                    let written = event_target_value(&event);
                    if written != value.get_untracked() {
                        on_commit.run(written);
                    }
                }
            ></textarea>
        </label>
    }
}

type Item = Memo<Option<AgendaItem>>;

/// The sitting: none, one of the two that every congress knows, or one with a name.
#[component]
fn SittingChoice(id: ItemId, item: Item, record: Callback<AgendaChange>) -> impl IntoView {
    let words = words();
    let w = words.prepare;
    let parts = [SessionPart::Preparatory, SessionPart::Official].map(Sitting::Part);
    let mut options = vec![w.sitting_none.to_owned()];
    options.extend(parts.iter().map(|part| words.sitting(part)));
    options.push(w.sitting_other.to_owned());
    let chosen = Signal::derive(move || {
        item.with(|item| match item.as_ref().and_then(|item| item.sitting.as_ref()) {
            None => 0,
            Some(Sitting::Part(SessionPart::Preparatory)) => 1,
            Some(Sitting::Part(SessionPart::Official)) => 2,
            Some(Sitting::Named(_)) => 3,
        })
    });
    let naming = RwSignal::new(false);
    let named = move || naming.get() || chosen.get() == 3;
    let (own, name_id) = (id.clone(), id);
    let choose = Callback::new(move |at: usize| {
        naming.set(at == 3);
        let sitting = match at {
            1 => Some(Sitting::Part(SessionPart::Preparatory)),
            2 => Some(Sitting::Part(SessionPart::Official)),
            3 => return,
            _ => None,
        };
        record.run(AgendaChange::Sitting { id: own.clone(), sitting });
    });
    let name = move || {
        item.with(|item| match item.as_ref().and_then(|item| item.sitting.clone()) {
            Some(Sitting::Named(name)) => name,
            _ => String::new(),
        })
    };
    view! {
        <Choice name=w.sitting options=options chosen=chosen on_choose=choose />
        <Show when=named>
            <label>
                <span>{w.sitting_other}</span>
                <input
                    class="field"
                    autocomplete="off"
                    prop:value=name
                    on:change={
                        let id = name_id.clone();
                        move |event| {
                            let name = clean_name(&event_target_value(&event));
                            let sitting = Some(Sitting::Named(name));
                            record.run(AgendaChange::Sitting { id: id.clone(), sitting });
                        }
                    }
                />
            </label>
        </Show>
    }
}

/// The hour before which the item does not begin, and the day.
#[component]
fn Hour(id: ItemId, item: Item, record: Callback<AgendaChange>) -> impl IntoView {
    const DAY: u16 = 1_440;
    let words = words();
    let w = words.prepare;
    let minute = move || item.with(|item| item.as_ref().and_then(|item| item.not_before));
    let day = Signal::derive(move || minute().map(|minute| u32::from(minute / DAY) + 1));
    let (own, day_id) = (id.clone(), id.clone());
    let set_time = Callback::new(move |time: Option<u16>| {
        let before = minute().map_or(0, |minute| minute / DAY * DAY);
        let minute = time.map(|time| time.saturating_add(before));
        record.run(AgendaChange::NotBefore { id: own.clone(), minute });
    });
    let set_day = Callback::new(move |day: Option<u32>| {
        let days = u16::try_from(day.unwrap_or(1).clamp(1, 10) - 1).unwrap_or(0);
        let minute = minute().map(|minute| (minute % DAY).saturating_add(days.saturating_mul(DAY)));
        if minute.is_some() {
            record.run(AgendaChange::NotBefore { id: day_id.clone(), minute });
        }
    });
    let time = Signal::derive(move || minute().map(|minute| minute % DAY));
    view! {
        <TimeField id=format!("not-before-{id}") label=w.not_before value=time on_commit=set_time optional=true />
        <Show when=move || day.get().is_some()>
            <div>
                <label for=format!("day-{id}")>{w.day}</label>
                <NumberField
                    id=format!("day-{id}")
                    name=w.day
                    value=day
                    most=10
                    error=words.refusal(&crate::congress::Refusal::TooLarge)
                    on_commit=set_day
                />
            </div>
        </Show>
    }
}

/// The round of voting that the item carries.
#[component]
fn Round(id: ItemId, item: Item, record: Callback<AgendaChange>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let rounds = session.read(&Topic::Rounds, |congress| {
        let title = |sheet: &crate::congress::election::sheet::RoundSheet| {
            let title = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
            (sheet.id.clone(), title)
        };
        congress.rounds.iter().map(title).collect::<Vec<_>>()
    });
    let rounds = rounds.unwrap_or_default();
    let ids: Vec<RoundId> = rounds.iter().map(|(id, _)| id.clone()).collect();
    let mut options = vec![w.carries_none.to_owned()];
    options.extend(rounds.into_iter().map(|(_, title)| title));
    let known = ids.clone();
    let chosen = Signal::derive(move || {
        let round = item.with(|item| item.as_ref().and_then(|item| item.round.clone()));
        round.and_then(|round| known.iter().position(|id| *id == round)).map_or(0, |at| at + 1)
    });
    let choose = Callback::new(move |at: usize| {
        let round = at.checked_sub(1).and_then(|at| ids.get(at)).cloned();
        record.run(AgendaChange::Carries { id: id.clone(), round });
    });
    view! { <Choice name=w.carries options=options chosen=chosen on_choose=choose /> }
}
