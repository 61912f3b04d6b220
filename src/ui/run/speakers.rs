//! Speakers: who waits for the floor, who had it and for how long, and what was said.

use crate::congress::agenda::speaker::{MAX_TURN_MINUTES, NewSpeaker};
use crate::congress::agenda::{Agenda, Speaker, TurnKind};
use crate::congress::id::SpeakerId;
use crate::congress::moment::MINUTE_MS;
use crate::congress::people::name::clean_name;
use crate::congress::{AgendaChange, Refusal, Topic};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Dialog, Head, Icon, NumberField};
use crate::ui::{session, words};
use crate::words::Words;

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Line {
    id: SpeakerId,
    name: String,
    what: String,
    state: State,
    point: bool,
}

/// Where a turn stands.
#[derive(Clone, PartialEq, Eq, Hash)]
enum State {
    /// Whether nobody waits before this one.
    Waiting {
        first: bool,
    },
    Speaking,
    /// The time spoken, and by how much it was longer.
    Spoke(String, Option<String>),
    Yielded,
}

fn line(words: &Words, speaker: &Speaker, agenda: &Agenda) -> Line {
    let limits = &agenda.speaking_minutes;
    let first = agenda.next_speaker().is_some_and(|next| next.id == speaker.id);
    let minutes = speaker.allotted(limits) / MINUTE_MS;
    let state = match &speaker.turn {
        None if speaker.yielded => State::Yielded,
        None => State::Waiting { first },
        Some(turn) => match turn.ended {
            None => State::Speaking,
            Some(ended) => {
                let spoken = turn.elapsed(ended);
                let over = spoken.saturating_sub(speaker.allotted(limits));
                State::Spoke(
                    Words::clock(spoken),
                    (over >= 1_000).then(|| format!("+{}", Words::clock(over))),
                )
            }
        },
    };
    let kind = words.turn_of(speaker.kind, minutes);
    let what = if speaker.subject.is_empty() { kind } else { format!("{kind} · {}", speaker.subject) };
    Line { id: speaker.id.clone(), name: speaker.name.clone(), what, state, point: !speaker.point.is_empty() }
}

/// The queue, and those who spoke.
#[component]
pub(super) fn Speakers() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let adding = RwSignal::new(false);
    let noting = RwSignal::new(None);
    let lines = Memo::new(move |_| {
        session
            .read(&Topic::Speakers, |congress| {
                let agenda = &congress.agenda;
                // Who speaks and who waits first, then those who had the floor, the latest first.
                let (ahead, past): (Vec<_>, Vec<_>) = agenda.speakers.iter().partition(|speaker| {
                    speaker.is_waiting() || agenda.speaking.as_ref() == Some(&speaker.id)
                });
                ahead
                    .into_iter()
                    .chain(past.into_iter().rev())
                    .map(|speaker| line(&words, speaker, agenda))
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    view! {
        <div class="head">
            <h2>{w.speakers}</h2>
            <span class="head__end">
                <button
                    class="btn btn--link"
                    id="add-speaker"
                    aria-expanded=move || adding.get().to_string()
                    on:click=move |_| adding.update(|adding| *adding = !*adding)
                >
                    {w.add_speaker}
                </button>
            </span>
        </div>
        <Show when=move || adding.get()>
            <AddSpeaker />
        </Show>
        <ol class="speakers" id="speakers">
            <For each=move || lines.get() key=Clone::clone let:line>
                <Turn line=line noting=noting />
            </For>
        </ol>
        <Show when=move || lines.with(Vec::is_empty)>
            <p class="note">{w.no_speakers}</p>
        </Show>
        <Point noting=noting />
        <Totals />
        <Limits />
    }
}

#[component]
fn Turn(line: Line, noting: RwSignal<Option<SpeakerId>>) -> impl IntoView {
    let session = session();
    let w = words().run;
    let (id, name) = (line.id.clone(), line.name.clone());
    let told = move |what: &str| format!("{what}: {name}");
    let act = move |icon: &'static str,
                    (short, what): (&'static str, &'static str),
                    change: Callback<SpeakerId>| {
        let id = id.clone();
        view! {
            <button class="btn btn--link" aria-label=told(what) title=what on:click=move |_| change.run(id.clone())>
                <Icon name=icon />
                {short}
            </button>
        }
    };
    let begin = Callback::new(move |id| {
        session.record(AgendaChange::SpeakerBegun { id, at: session.instant() }.into());
    });
    let sooner = Callback::new(move |id: SpeakerId| {
        let before = session.glance(|congress| {
            let waiting: Vec<_> =
                { &congress.agenda.speakers }.iter().filter(|speaker| speaker.is_waiting()).collect();
            let at = waiting.iter().position(|speaker| speaker.id == id)?;
            Some(waiting.get(at.checked_sub(1)?)?.id.clone())
        });
        if let Some(before) = before.flatten() {
            session.record(AgendaChange::SpeakerMoved { id, before: Some(before) }.into());
        }
    });
    let gives_up = Callback::new(move |id| {
        session.record(AgendaChange::SpeakerYielded { id, yielded: true }.into());
    });
    let returns = Callback::new(move |id| {
        session.record(AgendaChange::SpeakerYielded { id, yielded: false }.into());
    });
    let remove = Callback::new(move |id| {
        session.record(AgendaChange::SpeakerRemoved(id).into());
    });
    let note = Callback::new(move |id| noting.set(Some(id)));
    let point = if line.point { w.point_change } else { w.point_note };
    let (mark, state, acts) = match &line.state {
        State::Waiting { first } => {
            let mut acts = vec![act("m-play", (w.give_floor_short, w.give_floor), begin)];
            if !first {
                acts.push(act("i-up", (w.sooner, w.sooner), sooner));
            }
            acts.push(act("i-arrow", (w.yields_short, w.yields), gives_up));
            acts.push(act("i-trash", (w.remove_speaker_short, w.remove_speaker), remove));
            ("m-todo", "waiting", acts)
        }
        State::Speaking => ("m-run", "speaking", vec![act("i-list", (point, point), note)]),
        State::Spoke(..) => ("m-done", "spoke", vec![act("i-list", (point, point), note)]),
        State::Yielded => {
            ("m-none", "yielded", vec![act("i-undo", (w.takes_after_all, w.takes_after_all), returns)])
        }
    };
    let spoken = match line.state {
        State::Spoke(spoken, over) => {
            view! {
                <span class="num">
                    {spoken} <span class="diff">{over}</span>
                </span>
            }
        }
        State::Yielded => view! { <span>{w.yielded}</span> },
        _ => ().view(),
    };
    view! {
        <li data-state=state>
            <Icon name=mark />
            <span class="speakers__who">
                <b>{line.name}</b>
                <span>{line.what}</span>
            </span>
            {spoken}
            <span class="moves">{acts}</span>
        </li>
    }
}

/// Somebody asks for the floor.
#[component]
fn AddSpeaker() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let (name, subject) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let kind = RwSignal::new(TurnKind::Remark);
    let names = Memo::new(move |_| {
        session
            .read(&Topic::Roll, |congress| {
                congress.roll.people().iter().map(|person| person.name.clone()).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let named = clean_name(&name.get_untracked());
        let asked = kind.get_untracked();
        let kind = session.glance(|congress| congress.agenda.turn_of(&named, asked)).unwrap_or(asked);
        let new = NewSpeaker { name: named, kind, subject: clean_name(&subject.get_untracked()) };
        if session.record(AgendaChange::SpeakerAdded(new).into()) {
            name.set(String::new());
            subject.set(String::new());
            crate::platform::page::focus("speaker-name");
        }
    };
    let choice = move |of: TurnKind| {
        view! {
            <button
                type="button"
                aria-pressed=move || (kind.get() == of).to_string()
                on:click=move |_| kind.set(of)
            >
                {words.turn(of)}
            </button>
        }
    };
    view! {
        <form class="addspeaker" on:submit=add>
            <input
                class="field"
                id="speaker-name"
                list="speaker-names"
                autocomplete="off"
                aria-label=w.speaker_name
                placeholder=w.speaker_name
                prop:value=move || name.get()
                on:input=move |event| name.set(event_target_value(&event))
            />
            <datalist id="speaker-names">
                {move || names.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
            </datalist>
            <div class="seg" role="group" aria-label=w.turn_kind>
                {[TurnKind::Paper, TurnKind::Remark].map(choice).collect_view()}
            </div>
            <input
                class="field"
                autocomplete="off"
                aria-label=w.subject
                placeholder=w.subject
                prop:value=move || subject.get()
                on:input=move |event| subject.set(event_target_value(&event))
            />
            <button class="btn" type="submit">
                {w.add_speaker}
            </button>
        </form>
    }
}

/// The point that somebody made, for the minutes.
#[component]
fn Point(noting: RwSignal<Option<SpeakerId>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let open = RwSignal::new(false);
    let draft = RwSignal::new(String::new());
    let name = Memo::new(move |_| {
        let id = noting.get()?;
        session.glance(|congress| Some(congress.agenda.speaker(&id)?.name.clone())).flatten()
    });
    effect(move || {
        if let Some(id) = noting.get() {
            let point = session.glance(|congress| Some(congress.agenda.speaker(&id)?.point.clone()));
            draft.set(point.flatten().unwrap_or_default());
            open.set(true);
        }
    });
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = draft.get_untracked();
        if let Some(id) = noting.get_untracked()
            && session.record(AgendaChange::Point { id, text }.into())
        {
            open.set(false);
        }
    };
    effect(move || {
        if !open.get() {
            noting.set(None);
        }
    });
    let title = Signal::derive(move || words.point_of(&name.get().unwrap_or_default()));
    view! {
        <Dialog open=open title=title close=words.frame.cancel>
            <form on:submit=keep>
                <textarea
                    class="field"
                    id="point"
                    rows="5"
                    aria-label=w.point
                    prop:value=move || draft.get()
                    on:input=move |event| draft.set(event_target_value(&event))
                ></textarea>
                <div class="dialog__do">
                    <button class="btn btn--main" type="submit">
                        {w.keep_point}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

/// What each person has spoken, where somebody spoke more than once.
#[component]
fn Totals() -> impl IntoView {
    let session = session();
    let words = words();
    let totals = Memo::new(move |_| {
        session
            .read(&Topic::Speakers, |congress| {
                let totals = congress.agenda.speaking_totals(session.present());
                let several = totals.iter().any(|total| total.turns > 1);
                let line = |total: &crate::congress::agenda::speaker::SpeakingTotal| {
                    (total.name.clone(), words.turns(total.turns), Words::clock(total.spoken))
                };
                if several { totals.iter().map(line).collect() } else { Vec::new() }
            })
            .unwrap_or_default()
    });
    let line = |(name, turns, spoken): (String, String, String)| {
        view! {
            <li>
                <span>{name}</span>
                <span class="leader"></span>
                <span>{turns}</span>
                <span class="num">{spoken}</span>
            </li>
        }
    };
    view! {
        <Show when=move || !totals.with(Vec::is_empty)>
            <Head title=words.run.totals.to_owned() />
            <ul class="totals" id="speaking-totals">
                {move || totals.get().into_iter().map(line).collect_view()}
            </ul>
        </Show>
    }
}

/// Minutes for each kind of turn: the congress sets them.
#[component]
fn Limits() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.run;
    let field = move |kind: TurnKind| {
        let value = Memo::new(move |_| {
            session.read(&Topic::Speakers, |congress| u32::from(congress.agenda.speaking_minutes.of(kind)))
        });
        let set = Callback::new(move |minutes: Option<u32>| {
            let minutes = u16::try_from(minutes.unwrap_or(0)).unwrap_or(u16::MAX);
            session.record(AgendaChange::SpeakingLimit { kind, minutes }.into());
        });
        view! {
            <div>
                <label for=format!("limit-{kind:?}")>{words.turn(kind)}</label>
                <NumberField
                    id=format!("limit-{kind:?}")
                    name=words.turn(kind)
                    value=value
                    most=u32::from(MAX_TURN_MINUTES)
                    error=words.refusal(&Refusal::TooManyMinutes)
                    on_commit=set
                />
            </div>
        }
    };
    view! {
        <details class="limits">
            <summary>{w.limits}</summary>
            <div class="limits__in">{TurnKind::ALL.map(field).collect_view()}</div>
            <p class="note">{w.limits_note}</p>
        </details>
    }
}
