//! Opening a round: seats and names as the congress voted them, who votes by the roll, and what is still missing.

use crate::congress::election::rules::SurplusJudgement;
use crate::congress::election::story::Prepared;
use crate::congress::election::{Office, RoundKind, list};
use crate::congress::order;
use crate::congress::people::name::NameKey;
use crate::congress::preparation::Gate;
use crate::congress::{Change, Topic};
use crate::platform::page;
use crate::route::{Place, Route};
use crate::session::Session;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::prepare::{BaseSum, GateCard};
use crate::ui::widgets::{Head, NumberField};
use crate::ui::{session, words};

/// The form that opens the proposed round.
#[component]
pub(super) fn Setup(proposal: Prepared) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.count;
    // A vote among the tied has its list already; a further round may leave names out.
    let seats = RwSignal::new((proposal.seats > 0).then_some(proposal.seats));
    let chosen = RwSignal::new(proposal.names.clone());
    let proposed = proposal.clone();
    let current = Signal::derive(move || Prepared {
        seats: seats.get().unwrap_or(0),
        names: chosen.get(),
        ..proposed.clone()
    });
    let electorate =
        Signal::derive(move || session.read(&Topic::Roll, crate::congress::Congress::electorate));
    let present = move || electorate.get().map_or(0, |electorate| electorate.present);
    let fixed_seats = matches!(proposal.office, Office::Secretary | Office::DeputySecretary)
        || proposal.kind == RoundKind::TieBreak;
    view! {
        <div class="cols setup">
            <div>
                <div class="setup__seats">
                    <label for="seats">{w.seats}</label>
                    <NumberField
                        id="seats"
                        name=w.seats
                        value=seats
                        error=w.number_error
                        disabled=fixed_seats
                        on_commit=Callback::new(move |number| seats.set(number))
                    />
                    <p class="note">{w.seats_note}</p>
                </div>
                <Candidates proposal=proposal.clone() chosen=chosen />
                <GateCard gate=Gate::Ballots />
                <Open current=current />
            </div>
            <aside>
                <Head title=words.prepare.base.to_owned() />
                <BaseSum electorate=electorate />
                <p class="sum__present">
                    {w.present} <b class="num">{present}</b>
                </p>
                <Board />
            </aside>
        </div>
    }
}

/// The names that may stand; ticked ones go on the list.
#[component]
fn Candidates(proposal: Prepared, chosen: RwSignal<Vec<String>>) -> impl IntoView {
    let session = session();
    let w = words().count;
    // Among the tied everybody stands and nobody else; otherwise the congress may leave names out or add others.
    let fixed = proposal.kind == RoundKind::TieBreak;
    let names = if fixed {
        proposal.names.clone()
    } else {
        session.glance(|congress| congress.eligible(proposal.office)).unwrap_or_default()
    };
    let none = names.is_empty();
    let support = support_note(session, &proposal);
    let voted = RwSignal::new(false);
    let sort = move || {
        if !voted.get_untracked() {
            chosen.update(|chosen| order::by_key(chosen, |name| NameKey::new(name)));
        }
    };
    let toggle = move |name: &str, on: bool| {
        chosen.update(|chosen| {
            chosen.retain(|other| other != name);
            if on {
                chosen.push(name.to_owned());
            }
        });
        sort();
    };
    let line = move |name: String| {
        let (own, value) = (name.clone(), name.clone());
        let ticked = move || chosen.with(|chosen| chosen.contains(&own));
        view! {
            <li>
                <label class="check">
                    <input
                        type="checkbox"
                        disabled=fixed
                        prop:checked=ticked
                        on:change=move |event| toggle(&value, event_target_checked(&event))
                    />
                    <span class="who">{name}</span>
                </label>
            </li>
        }
    };
    view! {
        <fieldset class="names">
            <legend>{w.candidates}</legend>
            <p class="note">{if none { w.nobody_eligible } else { w.candidates_note }}</p>
            <ul>{names.into_iter().map(line).collect_view()}</ul>
            {(!fixed).then(|| view! { <Order voted=voted chosen=chosen sort=Callback::new(move |()| sort()) /> })}
            {support.map(|text| view! { <p class="note">{text}</p> })}
        </fieldset>
    }
}

/// The order of the ballot: by the names, as the regulation asks, or as they were ticked, where the congress voted so.
#[component]
fn Order(voted: RwSignal<bool>, chosen: RwSignal<Vec<String>>, sort: Callback<()>) -> impl IntoView {
    let w = words().count;
    let change = move |event| {
        voted.set(event_target_checked(&event));
        sort.run(());
    };
    view! {
        <label class="check">
            <input type="checkbox" id="order-voted" prop:checked=move || voted.get() on:change=change />
            {w.order_voted}
        </label>
        <Show when=move || voted.get()>
            <ol class="causes" id="order">
                {move || chosen.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ol>
        </Show>
    }
}

/// The button, and above it what is still missing and who can say it.
#[component]
fn Open(#[prop(into)] current: Signal<Prepared>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.count;
    let opening = move || {
        session.follow(&Topic::Details);
        session.follow(&Topic::Preparation);
        session.read(&Topic::Roll, |congress| congress.opening(&current.get()))
    };
    let refusal = Memo::new(move |_| {
        let opening = opening()?;
        session.admits(&Change::RoundOpened(opening)).err()
    });
    let method = move || {
        let proposal = current.get();
        (!proposal.names.is_empty() && proposal.seats > 0)
            .then(|| opening().map(|opening| format!("{}: {}.", w.method, words.method(opening.method))))
    };
    let surplus = move || surplus_note(session, &current.get());
    let open = move |_| {
        if let Some(opening) = session.glance(|congress| congress.opening(&current.get_untracked()))
            && session.record(Change::RoundOpened(opening))
        {
            let opened =
                session.glance(|congress| congress.rounds.last().map(|round| round.id.clone())).flatten();
            if let (Some(congress), Some(round)) = (session.congress(), opened) {
                page::go(&Route::Congress(congress, Place::Round(round)).href());
            }
        }
    };
    view! {
        <p class="note">{move || method().flatten()}</p>
        {move || surplus().map(|text| view! { <p class="notice notice--warn">{text}</p> })}
        <div class="setup__do">
            <button class="btn btn--main" disabled=move || refusal.get().is_some() on:click=open>
                {w.open}
            </button>
            <p class="setup__missing">{move || refusal.get().map(|refusal| words.refusal(&refusal))}</p>
        </div>
    }
}

/// How many must support a name from the floor, where the rules say so (190-QĐ/TW, Điều 14).
fn support_note(session: Session, proposal: &Prepared) -> Option<String> {
    let words = words();
    let has_rule = matches!(proposal.office, Office::Committee | Office::StandingCommittee);
    if !has_rule || proposal.kind == RoundKind::TieBreak || proposal.number > 1 {
        return None;
    }
    session.glance(|congress| {
        let support = congress.profile()?.support.as_ref()?;
        let attending = congress.roll.headcount().full_present;
        Some(words.support(support.least(attending), attending, &support.clause))
    })?
}

/// A note when a first list is longer than the limit rounded down (190-QĐ/TW, Điều 14).
fn surplus_note(session: Session, proposal: &Prepared) -> Option<String> {
    let words = words();
    if proposal.kind == RoundKind::TieBreak || proposal.number > 1 || proposal.seats == 0 {
        return None;
    }
    let (judgement, surplus, most, clause) = session.glance(|congress| {
        let profile = congress.profile()?;
        let (office, seats) = (proposal.office, proposal.seats);
        let (judgement, surplus, most) = list::surplus_of(profile, office, seats, proposal.names.len())?;
        Some((judgement, surplus, most, words.clause(&profile.surplus.as_ref()?.clause)))
    })??;
    (judgement != SurplusJudgement::Within)
        .then(|| format!("{}: {} {clause}", words.count.surplus_over, words.surplus(surplus, most)))
}

/// Who counts.
#[component]
fn Board() -> impl IntoView {
    let session = session();
    let words = words();
    let board = Memo::new(move |_| {
        session
            .read(&Topic::Details, |congress| {
                let details = &congress.details;
                let mut names = vec![details.board_head.clone()];
                names.extend(details.board_members.iter().cloned());
                names.retain(|name| !name.is_empty());
                (!details.board_head.is_empty()).then_some(names)
            })
            .flatten()
    });
    view! {
        <Head title=words.count.board.to_owned() />
        {move || match board.get() {
            Some(names) => {
                let last = names.len().saturating_sub(1);
                let name = |(at, name): (usize, String)| {
                    let end = if at < last { ", " } else { "" };
                    view! { <span><span class="nobr">{name}</span>{end}</span> }
                };
                view! { <p>{names.into_iter().enumerate().map(name).collect_view()}</p> }.into_any()
            }
            None => {
                view! {
                    <p class="notice notice--warn">
                        <a href=href(Place::Particulars)>{words.count.board_missing}</a>
                    </p>
                }
                    .into_any()
            }
        }}
    }
}
