//! A gate: what has to be there, each with a mark and the way to it, and a person's word where something is missing.

use crate::congress::preparation::{Fact, Gate};
use crate::congress::{PreparationChange, Topic};
use crate::route::Place;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{DraftField, Head, Icon};
use crate::ui::{session, words};

/// The address of the place where a fact is seen to.
pub(super) fn href_of(fact: Fact) -> String {
    href(match fact {
        Fact::RollComplete | Fact::AttendanceTaken | Fact::BaseCounted | Fact::Quorum => Place::Roll,
        Fact::BallotsPrinted | Fact::RulesConfirmed | Fact::BoardNamed => Place::Particulars,
        Fact::AgendaFits => Place::Programme,
        Fact::RehearsalHeld | Fact::ElectionsDone => Place::Count,
        Fact::BackupMade => Place::Data,
        Fact::DocumentsDiscussed
        | Fact::DocumentsSent
        | Fact::DocumentsApproved
        | Fact::SchemeApproved
        | Fact::SpeakersFound
        | Fact::SpeakersReady => Place::Drafts,
        Fact::CongressClosed => Place::Run,
        Fact::LessonsNoted | Fact::ArchiveComplete => Place::Afterwards,
    })
}

/// A fact at a gate.
#[derive(Clone, PartialEq)]
struct Condition {
    fact: Fact,
    holds: bool,
    /// By whose word the congress passes without it, and why.
    passed: Option<(String, String)>,
}

/// A gate with its conditions; nothing where it asks for none.
#[component]
pub(in crate::ui) fn GateCard(gate: Gate) -> impl IntoView {
    let session = session();
    let words = words();
    let conditions = Memo::new(move |_| {
        let witnessed = session.witnessed();
        for topic in [Topic::Details, Topic::Roll, Topic::Agenda, Topic::Speakers, Topic::Rounds] {
            session.follow(&topic);
        }
        session
            .read(&Topic::Preparation, |congress| {
                let word = |fact: Fact| {
                    let words = congress.preparation.overrides.iter().rev();
                    let word = words.into_iter().find(|word| word.gate == gate && word.facts.contains(&fact));
                    word.map(|word| (word.by.clone(), word.reason.clone()))
                };
                let facts = congress.gate_facts(gate).iter();
                facts
                    .map(|fact| Condition {
                        fact: *fact,
                        holds: congress.holds_at_gate(*fact, gate, None, witnessed),
                        passed: word(*fact),
                    })
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    let missing = Memo::new(move |_| {
        conditions
            .with(|conditions| conditions.iter().filter(|one| !one.holds && one.passed.is_none()).count())
    });
    let end = Signal::derive(move || match missing.get() {
        0 => String::new(),
        missing => words.still_missing(missing),
    });
    view! {
        <Show when=move || !conditions.with(Vec::is_empty)>
            <section class="gate" id=format!("gate-{}", name(gate))>
                <Head title=words.gate(gate).to_owned() end=end />
                <ul class="gate__list">{move || conditions.get().into_iter().map(line).collect_view()}</ul>
                <Show
                    when=move || { missing.get() > 0 }
                    fallback=move || view! { <p class="note">{words.documents.gate_open}</p> }
                >
                    <Word gate=gate conditions=conditions />
                </Show>
            </section>
        </Show>
    }
}

/// A condition: its mark, the way to it, and by whose word it is passed over.
fn line(one: Condition) -> AnyView {
    let words = words();
    let (icon, state) = match (one.holds, &one.passed) {
        (true, _) => ("m-done", "ok"),
        (false, Some(_)) => ("m-none", "word"),
        (false, None) => ("m-todo", "open"),
    };
    let by = one.passed.filter(|_| !one.holds).map(|(by, reason)| format!("{by}: {reason}"));
    view! {
        <li data-state=state>
            <Icon name=icon />
            <a href=href_of(one.fact)>{words.fact(one.fact)}</a>
            {by.map(|by| view! { <span class="note">{by}</span> })}
        </li>
    }
}

/// A person's word: who lets the congress pass, and why.
#[component]
fn Word(gate: Gate, conditions: Memo<Vec<Condition>>) -> impl IntoView {
    let session = session();
    let w = words().documents;
    let (by, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let pass = move |_| {
        let missing = |one: &&Condition| !one.holds && one.passed.is_none();
        let facts = conditions
            .with_untracked(|all| all.iter().filter(missing).map(|one| one.fact).collect::<Vec<_>>());
        let (by, reason) = (by.get_untracked(), reason.get_untracked());
        session.record(PreparationChange::GatePassed { gate, facts, by, reason }.into());
    };
    let gate = name(gate);
    view! {
        <details class="gate__word">
            <summary id=format!("word-{gate}")>{w.confirm_gate}</summary>
            <DraftField id=format!("by-{gate}") label=w.gate_by text=by />
            <DraftField id=format!("reason-{gate}") label=w.gate_reason text=reason />
            <button class="btn" id=format!("pass-{gate}") on:click=pass>
                {w.gate_do}
            </button>
        </details>
    }
}

/// The gate's name in ids of elements.
fn name(gate: Gate) -> &'static str {
    match gate {
        Gate::Opening => "opening",
        Gate::Ballots => "ballots",
        Gate::Report => "report",
    }
}
