//! The roll: who belongs, who is here, and the base that follows.

mod base;
mod paste;
mod person;

pub(in crate::ui) use base::BaseSum;

use super::Tabs;
use crate::congress::id::PersonId;
use crate::congress::people::name::search_fold;
use crate::congress::people::{Attendance, Headcount, Person, Standing};
use crate::congress::{Change, Topic};
use crate::platform::page;
use crate::route::{Paper, Place, Single};
use crate::ui::frame::{href, time};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, Opening};
use crate::ui::{session, words};
use paste::{PasteDialog, PasteList, Pasted};
use person::PersonDialog;

/// The roll.
#[component]
pub(in crate::ui) fn RollPlace() -> impl IntoView {
    let session = session();
    let pasting = RwSignal::new(false);
    let pasted = Pasted::new();
    // The box goes, and the keys with it: they begin anew at the opening.
    let taken = Callback::new(move |()| page::focus("main"));
    let any = Memo::new(move |_| {
        session.read(&Topic::Roll, |congress| !congress.roll.people().is_empty()).unwrap_or(false)
    });
    view! {
        <NextOnRoll any=any pasting=pasting />
        <Tabs here=Place::Roll />
        <Show
            when=move || any.get()
            fallback=move || {
                view! {
                    <section class="pasted">
                        <PasteList pasted=pasted on_added=taken />
                    </section>
                }
            }
        >
            <div class="cols">
                <div>
                    <People pasting=pasting />
                </div>
                <aside>
                    <Figures />
                </aside>
            </div>
            <PasteDialog open=pasting pasted=pasted />
        </Show>
    }
}

/// The opening: the list first, in the box beneath, then attendance, then on to the elections.
#[component]
fn NextOnRoll(any: Memo<bool>, pasting: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let headcount = headcount();
    let eyebrow = Signal::derive(move || {
        let expected = session.read(&Topic::Details, |congress| congress.details.members).unwrap_or(0);
        let full = headcount.get().full;
        if full == 0 { w.next.to_owned() } else { words.roll_of(full, expected) }
    });
    let empty = move || headcount.get().full == 0;
    let sentence = Signal::derive(move || {
        let headcount = headcount.get();
        match headcount.unmarked {
            _ if empty() => w.roll_empty.to_owned(),
            0 => w.roll_complete.to_owned(),
            unmarked => format!("{} {}", words.unmarked(unmarked), w.roll_unmarked),
        }
    });
    view! {
        <Opening eyebrow=eyebrow sentence=sentence>
            {move || {
                if !any.get() {
                    ().view()
                } else if empty() {
                    view! {
                        <button class="btn btn--main" on:click=move |_| pasting.set(true)>
                            {w.paste}
                        </button>
                    }
                } else if headcount.get().unmarked > 0 {
                    let mark = move |_| {
                        session.record(Change::EverybodyPresent);
                    };
                    view! {
                        <button class="btn btn--main" on:click=mark>
                            {w.everybody_present}
                        </button>
                    }
                } else {
                    view! {
                        <a class="btn btn--main" href=href(Place::Count)>
                            {w.to_count}
                        </a>
                    }
                }
            }}
        </Opening>
    }
}

fn headcount() -> Memo<Headcount> {
    let session = session();
    Memo::new(move |_| session.read(&Topic::Roll, |congress| congress.roll.headcount()).unwrap_or_default())
}

/// The people, found by a few letters.
#[component]
fn People(pasting: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let wanted = RwSignal::new(String::new());
    let editing = RwSignal::new(None::<PersonId>);
    let ids = Memo::new(move |_| {
        let wanted = search_fold(&wanted.get());
        session
            .read(&Topic::Roll, |congress| {
                let people = congress.roll.people().iter();
                let found =
                    people.filter(|person| wanted.is_empty() || search_fold(&person.name).contains(&wanted));
                found.map(|person| person.id.clone()).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    // Enter marks whoever is found first, so that a helper at the door types and goes on.
    let mark_first = move |event: leptos::ev::KeyboardEvent| {
        let first = ids.with_untracked(|ids| ids.first().cloned());
        let typed = wanted.with_untracked(|wanted| !wanted.trim().is_empty());
        if let Some(id) = first.filter(|_| event.key() == "Enter" && typed) {
            event.prevent_default();
            session.record(Change::Attendance { id, mark: Attendance::Present });
            wanted.set(String::new());
        }
    };
    view! {
        <div class="searchline">
            <div class="search">
                <Icon name="i-search" />
                <input
                    class="field"
                    type="search"
                    placeholder=w.search
                    aria-label=w.search_people
                    id="find-person"
                    title=w.search_marks
                    prop:value=move || wanted.get()
                    on:input=move |event| wanted.set(event_target_value(&event))
                    on:keydown=mark_first
                />
            </div>
            <button class="btn" on:click=move |_| pasting.set(true)>
                {w.paste}
            </button>
        </div>
        <table class="roll">
            <thead>
                <tr>
                    <th scope="col">{words.paper.number}</th>
                    <th scope="col">{w.name}</th>
                    <th scope="col">{w.standing}</th>
                    <th scope="col">{w.attendance}</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || ids.get() key=Clone::clone let:id>
                    <PersonRow id=id editing=editing />
                </For>
            </tbody>
        </table>
        <Show when=move || ids.with(Vec::is_empty)>
            <p class="lead">{w.nobody_found}</p>
        </Show>
        <PersonDialog editing=editing />
    }
}

/// One person; only this row looks again when this person changes.
#[component]
fn PersonRow(id: PersonId, editing: RwSignal<Option<PersonId>>) -> impl IntoView {
    let session = session();
    let words = words();
    let edited = id.clone();
    let edit = move |_| editing.set(Some(edited.clone()));
    let topic = Topic::Person(id.clone());
    let own = id.clone();
    // The place in the order follows the roll as a whole.
    let person = Memo::new(move |_| {
        session.follow(&Topic::Roll);
        session
            .read(&topic, |congress| {
                let index = congress.roll.people().iter().position(|person| person.id == own)?;
                Some((index + 1, congress.roll.person(&own)?.clone()))
            })
            .flatten()
    });
    let mark = move || {
        person.with(|person| person.as_ref().map(|(_, person)| person.attendance).unwrap_or_default())
    };
    let look = move || match mark() {
        Attendance::Unmarked => "ask",
        Attendance::Present => "here",
        mark if mark.is_excluded() => "out",
        _ => "away",
    };
    let name = move || person.with(|person| person.as_ref().map(|(_, person)| person.name.clone()));
    let times = move || {
        let begun = session.read(&Topic::Agenda, |congress| congress.agenda.opened()).flatten();
        person.with(|person| {
            let (_, person) = person.as_ref()?;
            let late = person.came_after(begun);
            let told =
                words.came_or_left(person.came.map(time).as_deref(), late, person.left.map(time).as_deref());
            (!told.is_empty()).then(|| view! { <span class="note">{told}</span> })
        })
    };
    view! {
        <tr data-attendance=look>
            <td class="num">{move || person.with(|person| person.as_ref().map(|(index, _)| *index))}</td>
            <td>
                <button class="who who--edit" title=words.prepare.edit_person on:click=edit>
                    {name}
                </button>
                {times}
            </td>
            <td class="what">
                <StandingChoice id=id.clone() person=person />
            </td>
            <td class="yes">
                <AttendanceChoice id=id.clone() person=person />
            </td>
        </tr>
    }
}

#[component]
fn StandingChoice(id: PersonId, person: Memo<Option<(usize, Person)>>) -> impl IntoView {
    let session = session();
    let words = words();
    let standing =
        move || person.with(|person| person.as_ref().map(|(_, person)| person.standing).unwrap_or_default());
    let turn = move |_| {
        let standing = match standing() {
            Standing::Full => Standing::Probationary,
            Standing::Probationary => Standing::Full,
        };
        session.record(Change::PersonStanding { id: id.clone(), standing });
    };
    let name = move || {
        person.with(|person| person.as_ref().map(|(_, person)| person.name.clone()).unwrap_or_default())
    };
    let told = move || format!("{}: {}, {}", words.prepare.standing, words.standing(standing()), name());
    view! {
        <button class="btn btn--link standing" aria-label=told on:click=turn>
            {move || words.standing(standing())}
        </button>
    }
}

/// Present with one press; every other case by its reason.
#[component]
fn AttendanceChoice(id: PersonId, person: Memo<Option<(usize, Person)>>) -> impl IntoView {
    let session = session();
    let words = words();
    let mark = move || {
        person.with(|person| person.as_ref().map(|(_, person)| person.attendance).unwrap_or_default())
    };
    let name = move || {
        person.with(|person| person.as_ref().map(|(_, person)| person.name.clone()).unwrap_or_default())
    };
    let choices = session.glance(|congress| Attendance::choices(congress.form())).unwrap_or_default();
    let by_name = choices.clone();
    let own = id.clone();
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(mark) = by_name.iter().find(|mark| words.attendance(**mark) == chosen) {
            session.record(Change::Attendance { id: own.clone(), mark: *mark });
        }
    };
    let here = move |_| {
        let mark = if mark() == Attendance::Present { Attendance::Unmarked } else { Attendance::Present };
        session.record(Change::Attendance { id: id.clone(), mark });
    };
    let icon = Signal::derive(move || match mark() {
        Attendance::Present => "m-done",
        Attendance::Unmarked => "m-todo",
        mark if mark.is_excluded() => "m-none",
        _ => "m-no",
    });
    view! {
        <span class="attend">
            <button
                class="mark"
                data-mark=icon
                aria-pressed=move || (mark() == Attendance::Present).to_string()
                aria-label=move || format!("{}: {}", words.attendance(Attendance::Present), name())
                on:click=here
            >
                <Icon name=icon />
            </button>
            <select
                class="field field--slim"
                aria-label=move || format!("{}: {}", words.prepare.attendance, name())
                on:change=choose
            >
                {choices
                    .into_iter()
                    .map(|choice| {
                        view! {
                            <option value=words.attendance(choice) prop:selected=move || mark() == choice>
                                {words.attendance(choice)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </span>
    }
}

/// The figures beside the roll: who is here, the base, the quorum.
#[component]
fn Figures() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let headcount = headcount();
    let electorate =
        Signal::derive(move || session.read(&Topic::Roll, crate::congress::Congress::electorate));
    let figure = move |number: Signal<u32>, name: &'static str| {
        view! {
            <div class="fig">
                <b class="num">{move || number.get()}</b>
                <span>{name}</span>
            </div>
        }
    };
    let quorum = move || {
        let electorate = electorate.get()?;
        let base = electorate.base();
        let needed = electorate.quorum();
        let met = electorate.present >= needed;
        let icon = if met { "m-done" } else { "m-late" };
        Some(view! {
            <p class="state" data-state=if met { "ok" } else { "warn" }>
                <Icon name=icon />
                {words.quorum(electorate.present, base, needed)}
            </p>
            <p class="note">{words.quorum_sum(electorate.summoned, base, needed)}</p>
        })
    };
    view! {
        <div class="figs">
            {figure(Signal::derive(move || headcount.get().full_present), w.figure_full)}
            {figure(Signal::derive(move || headcount.get().probationary_present), w.figure_probationary)}
            {figure(
                Signal::derive(move || headcount.get().absent + headcount.get().unmarked),
                w.figure_absent,
            )}
        </div>
        <Head title=w.base.to_owned() />
        <BaseSum electorate=electorate />
        <Head title=w.quorum.to_owned() />
        {quorum}
        <p class="note">{w.quorum_note}</p>
        <p>
            <a class="btn" href=href(Place::Paper(Paper::Single(Single::Roll)))>
                <Icon name="i-print" />
                {w.print_roll}
            </a>
        </p>
    }
}
