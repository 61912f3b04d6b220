//! The particulars: what stands at the head of every paper, the rules, and the counting board.

use super::Tabs;
use crate::congress::checklist::Task;
use crate::congress::election::{Office, RuleProfile, RulesId};
use crate::congress::people::name::clean_name;
use crate::congress::{Change, Detail, Details, PreparationChange, Topic};
use crate::platform::{clock, files, page};
use crate::route::Place;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, NumberField, Opening, TextField, say};
use crate::ui::{session, words};
use crate::words::PrepareWords;
use crate::words::date::read_date;
use chrono::NaiveDate;
use leptos::html;
use leptos::task::spawn_local;

/// The largest file with rules that is read, in bytes; those of the app have about 15 thousand.
const MOST_RULES_BYTES: usize = 200_000;

/// The particulars.
#[component]
pub(in crate::ui) fn Particulars() -> impl IntoView {
    let words = words();
    let w = words.prepare;
    view! {
        <NextParticular />
        <Tabs here=Place::Particulars />
        <div class="cols">
            <div>
                <Head title=w.on_papers.to_owned() />
                <div class="form">
                    <Line id="p-organisation" label=w.organisation read=|d, _| d.organisation.clone() detail=Detail::Organisation />
                    <Line id="p-superior" label=w.superior read=|d, _| d.superior.clone() detail=Detail::Superior />
                    <div class="pair">
                        <Line id="p-ordinal" label=w.ordinal read=|d, _| d.ordinal.clone() detail=Detail::Ordinal />
                        <Line id="p-term" label=w.term read=|d, _| d.term.clone() detail=Detail::Term />
                    </div>
                    <Line id="p-place" label=w.place read=|d, _| d.place.clone() detail=Detail::Place />
                    <Dates />
                    <Members />
                    <Line id="p-chair" label=w.chair read=|d, _| d.chair.clone() detail=Detail::Chair />
                </div>
            </div>
            <aside>
                <Head title=w.rules.to_owned() />
                <Rules />
                <Head title=words.count.board.to_owned() />
                <Line id="p-board-head" label=w.board_head read=|d, _| d.board_head.clone() detail=Detail::BoardHead />
                <Line
                    id="p-board-members"
                    label=w.board_members
                    read=|d, _| d.board_members.join(", ")
                    detail=|text| {
                        let names = text.split(',').map(clean_name).filter(|name| !name.is_empty());
                        Detail::BoardMembers(names.collect())
                    }
                />
                <p class="note">{w.board_note}</p>
                <Printed />
            </aside>
        </div>
    }
}

/// The particulars that papers ask for: the field's id, its name, and whether it is filled.
fn asked_for(details: &Details, w: &PrepareWords) -> [(&'static str, &'static str, bool); 7] {
    [
        ("p-superior", w.superior, !details.superior.is_empty()),
        ("p-ordinal", w.ordinal, !details.ordinal.is_empty()),
        ("p-term", w.term, !details.term.is_empty()),
        ("p-place", w.place, !details.place.is_empty()),
        ("p-chair", w.chair, !details.chair.is_empty()),
        ("p-board-head", w.board_head, !details.board_head.is_empty()),
        ("p-board-members", w.board_members, !details.board_members.is_empty()),
    ]
}

/// The opening: the first particular that papers lack, and the way to it.
#[component]
fn NextParticular() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let lacking = Memo::new(move |_| {
        let asked = session.read(&Topic::Details, |congress| asked_for(&congress.details, &w));
        let lacking = asked.into_iter().flatten().filter(|(.., filled)| !filled);
        lacking.map(|(id, name, _)| (id, name)).collect::<Vec<_>>()
    });
    let sentence = Signal::derive(move || {
        lacking.with(|lacking| match lacking.as_slice() {
            [] => w.particulars_open.to_owned(),
            [(_, first), others @ ..] => words.papers_lack(first, others.len()),
        })
    });
    let button = move || {
        let (id, name) = lacking.with(|lacking| lacking.first().copied())?;
        Some(view! {
            <button class="btn btn--main" id="next-particular" on:click=move |_| page::focus(id)>
                {words.write_particular(name)}
            </button>
        })
    };
    view! {
        <Opening eyebrow=w.particulars.to_owned() sentence=sentence>
            {button}
        </Opening>
    }
}

/// One particular as a line of text.
#[component]
fn Line(
    id: &'static str,
    label: &'static str,
    read: fn(&Details, &crate::words::Words) -> String,
    detail: fn(String) -> Detail,
) -> impl IntoView {
    let session = session();
    let words = words();
    let value = Signal::derive(move || {
        session.read(&Topic::Details, |congress| read(&congress.details, &words)).unwrap_or_default()
    });
    let people = Signal::derive(move || {
        let names = session.read(&Topic::Roll, |congress| {
            congress.roll.people().iter().map(|person| person.name.clone()).collect::<Vec<_>>()
        });
        if matches!(id, "p-chair" | "p-board-head") { names.unwrap_or_default() } else { Vec::new() }
    });
    let commit = Callback::new(move |text: String| {
        session.record(Change::Detail(detail(clean_name(&text))));
    });
    view! { <TextField id=id label=label value=value offers=people on_commit=commit /> }
}

/// The two dates. A text that is no date is said to be none, and nothing changes.
#[component]
fn Dates() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let wrong = RwSignal::new(None::<&'static str>);
    let moving = RwSignal::new(None::<NaiveDate>);
    let date = Signal::derive(move || {
        session.read(&Topic::Details, |congress| words.date(congress.details.date)).unwrap_or_default()
    });
    let deadline = Signal::derive(move || {
        let date = session.read(&Topic::Details, |congress| congress.details.deadline).flatten();
        date.map(|date| words.date(date)).unwrap_or_default()
    });
    let set_date = Callback::new(move |text: String| match read_date(&text) {
        Some(date) => {
            wrong.set(None);
            // Where something would come too late by that, the person sees it first.
            let witnessed = session.witnessed();
            let harm = session.glance(|congress| {
                let moved = congress.if_moved(date, congress.facts(witnessed), clock::today());
                !moved.late.is_empty() || !moved.beyond.is_empty()
            });
            if harm == Some(true) {
                moving.set(Some(date));
            } else {
                session.record(Change::Detail(Detail::Date(date)));
            }
        }
        None => wrong.set(Some(w.date)),
    });
    let set_deadline = Callback::new(move |text: String| {
        let date = read_date(&text);
        if date.is_some() || text.trim().is_empty() {
            wrong.set(None);
            session.record(Change::Detail(Detail::Deadline(date)));
        } else {
            wrong.set(Some(w.deadline));
        }
    });
    view! {
        <div class="pair">
            <TextField id="p-date" label=w.date value=date on_commit=set_date />
            <TextField id="p-deadline" label=w.deadline value=deadline on_commit=set_deadline />
        </div>
        {move || {
            wrong.get().map(|field| view! { <p class="bad" role="alert">{format!("{field}: {}", w.date_wrong)}</p> })
        }}
        <MoveAsked moving=moving />
    }
}

/// What another congress day makes of the tasks, before it is taken.
#[component]
fn MoveAsked(moving: RwSignal<Option<NaiveDate>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.plan;
    let list = move |title: &'static str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
            view! {
                <h3>{title}</h3>
                <ul>{lines.collect_view()}</ul>
            }
        })
    };
    let told = move |date: NaiveDate| {
        let witnessed = session.witnessed();
        session.glance(|congress| {
            let moved = congress.if_moved(date, congress.facts(witnessed), clock::today());
            let sentence = words.move_consequence(&words.date(date), moved.late.len(), moved.beyond.len());
            let line = |(task, due): &(&Task, NaiveDate)| {
                format!("{}: {}", words.due_seen(*due, clock::today()), words.task_title(task))
            };
            let late = moved.late.iter().map(line).collect::<Vec<_>>();
            let beyond = moved.beyond.iter().map(line).collect::<Vec<_>>();
            (sentence, late, beyond)
        })
    };
    move || {
        let date = moving.get()?;
        let (sentence, late, beyond) = untrack(|| told(date))?;
        let go = move |_| {
            moving.set(None);
            session.record(Change::Detail(Detail::Date(date)));
        };
        Some(view! {
            <div class="notice notice--warn moved" role="alert" id="move-asked">
                <p>{sentence}</p>
                {list(w.move_late, late)}
                {list(w.move_beyond, beyond)}
                <p class="planline__do">
                    <button class="btn btn--main" id="move-do" on:click=go>{w.move_do}</button>
                    <button class="btn" on:click=move |_| moving.set(None)>{words.frame.cancel}</button>
                </p>
            </div>
        })
    }
}

/// How many full members the congress expects; the roll is held against it.
#[component]
fn Members() -> impl IntoView {
    let session = session();
    let words = words();
    let label = words.prepare.members_expected;
    let value = Signal::derive(move || session.read(&Topic::Details, |congress| congress.details.members));
    let commit = Callback::new(move |members: Option<u32>| {
        if let Some(members) = members {
            session.record(Change::Detail(Detail::Members(members)));
        }
    });
    view! {
        <div class="ask__field">
            <label for="p-members">{label}</label>
            <NumberField id="p-members" name=label value=value error=words.count.number_error on_commit=commit />
        </div>
    }
}

/// The rules: one of those that the app ships, or a file of the organisation's own.
#[component]
fn Rules() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.prepare;
    let rules = Memo::new(move |_| session.read(&Topic::Details, |congress| congress.details.rules));
    let name = Memo::new(move |_| {
        session.read(&Topic::Details, |congress| words.rules_of(&congress.details)).unwrap_or_default()
    });
    let unverified = Memo::new(move |_| {
        let profile = session
            .read(&Topic::Details, |congress| congress.profile().is_some_and(RuleProfile::is_unverified));
        profile.unwrap_or_default()
    });
    let choose = move |event| {
        let chosen = event_target_value(&event);
        if let Some(rules) = RulesId::ALL.into_iter().find(|rules| words.rules(*rules) == chosen) {
            session.record(Change::Detail(Detail::Rules(rules)));
        }
    };
    let own = move || {
        (rules.get() == Some(RulesId::Own))
            .then(|| view! { <option prop:selected=true>{name.get()}</option> })
    };
    view! {
        <select class="field" aria-label=w.rules id="p-rules" on:change=choose>
            {RulesId::ALL
                .map(|choice| {
                    view! {
                        <option value=words.rules(choice) prop:selected=move || rules.get() == Some(choice)>
                            {words.rules(choice)}
                        </option>
                    }
                })
                .collect_view()}
            {own}
        </select>
        <p class="note">{move || name.get()}</p>
        <Show when=move || unverified.get()>
            <p class="notice notice--warn">{w.rules_unverified}</p>
        </Show>
        <OwnRules />
        <Confirmed />
    }
}

/// Who confirmed that the rules are in force. Other rules take the word away.
#[component]
fn Confirmed() -> impl IntoView {
    let session = session();
    let value = Signal::derive(move || {
        session
            .read(&Topic::Details, |congress| congress.preparation.rules_confirmed.clone())
            .flatten()
            .unwrap_or_default()
    });
    let commit = Callback::new(move |by: String| {
        session.record(PreparationChange::RulesConfirmed(clean_name(&by)).into());
    });
    view! { <TextField id="rules-confirmed" label=words().documents.confirm_rules value=value on_commit=commit /> }
}

/// Ballots printed for each office, against what is needed.
#[component]
fn Printed() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.documents;
    let offices = session.glance(|congress| (congress.offices(), congress.is_cell()));
    let (offices, is_cell) = offices.unwrap_or_default();
    let needed = move || {
        session.follow(&Topic::Roll);
        session
            .read(&Topic::Preparation, |congress| {
                words.ballots_needed(congress.voters(), congress.spare_ballots())
            })
            .unwrap_or_default()
    };
    let field = move |(place, office): (usize, Office)| {
        let printed = Signal::derive(move || {
            let printed = session.read(&Topic::Preparation, |congress| {
                let printed = congress.preparation.printed_for(office);
                (printed > 0).then_some(printed)
            });
            printed.flatten()
        });
        let commit = Callback::new(move |printed: Option<u32>| {
            session.record(PreparationChange::BallotsPrinted { office, printed }.into());
        });
        let name = words.office_at(office, is_cell);
        view! {
            <p class="printed">
                <span>{name}</span>
                <NumberField
                    id=format!("printed-{place}")
                    name=format!("{}: {name}", w.printed)
                    value=printed
                    error=words.count.number_error
                    on_commit=commit
                />
            </p>
        }
    };
    let spare =
        Signal::derive(move || session.read(&Topic::Preparation, crate::congress::Congress::spare_ballots));
    let set_spare = Callback::new(move |spare: Option<u32>| {
        session.record(PreparationChange::SpareBallots(spare.unwrap_or(0)).into());
    });
    view! {
        <Head title=w.printed.to_owned() />
        <div id="printed">
            {offices.iter().copied().enumerate().map(field).collect_view()}
            <p class="printed">
                <span>{w.spare}</span>
                <NumberField id="spare" name=w.spare value=spare error=words.count.number_error on_commit=set_spare />
            </p>
        </div>
        <p class="note">{needed}</p>
    }
}

/// Loads a file with rules. One that contradicts itself is refused, its field is named, and nothing changes.
#[component]
fn OwnRules() -> impl IntoView {
    let session = session();
    let words = words();
    let wrong = RwSignal::new(None::<String>);
    let input = NodeRef::<html::Input>::new();
    let load = move |name: &str, text: Option<String>| {
        let refuse = |why: &str| wrong.set(Some(words.rules_refused(name, why)));
        let read = text.map(|text| RuleProfile::own_from_json(&text));
        match read {
            Some(Ok(profile)) => {
                let change = Change::Detail(Detail::OwnRules(Box::new(profile)));
                match session.admits(&change) {
                    Ok(()) => wrong.set(None),
                    Err(refusal) => refuse(&words.refusal(&refusal)),
                }
                session.record(change);
            }
            Some(Err(error)) => refuse(&words.profile_error(&error)),
            None => refuse(words.prepare.rules_unreadable),
        }
    };
    let choose = move |_| {
        let Some(file) = input.get_untracked().and_then(|input| files::chosen(&input)) else { return };
        if files::size(&file) > MOST_RULES_BYTES {
            wrong.set(Some(words.rules_refused(&file.name(), words.prepare.rules_unreadable)));
            return;
        }
        spawn_local(async move { load(&file.name(), files::text(&file).await) });
    };
    let save = move |_| {
        let file = session.glance(|congress| congress.profile().map(RuleProfile::to_json)).flatten();
        if let Some(text) = file {
            files::download("quy-che-bau-cu.json", "application/json", &text);
        }
    };
    view! {
        <button class="btn btn--link" on:click=save>
            <Icon name="i-in" />
            {words.prepare.rules_save}
        </button>
        <label class="btn btn--link file">
            <Icon name="i-open" />
            {words.prepare.rules_own}
            <input class="sr" type="file" id="own-rules" accept=".json,application/json" node_ref=input on:change=choose />
        </label>
        {move || wrong.get().map(|why| view! { <p class="bad" role="alert" id="rules-error">{say(&why)}</p> })}
    }
}
