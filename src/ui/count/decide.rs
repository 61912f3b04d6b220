//! What the congress may decide instead of a further round: to stop, to leave an office out, how many alternates.

use crate::congress::Change;
use crate::congress::election::Office;
use crate::congress::election::story::{Decided, Decision};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Confirm, NumberField};
use crate::ui::{session, words};

/// A decision that is lawful now, with the number of ended rounds after which it is taken.
#[derive(Clone, PartialEq)]
pub(super) enum Choice {
    /// Yes or no.
    Decision(Office, Decision, u32),
    /// How many of these.
    Alternates(Office, Vec<String>, u32),
}

/// The decisions that are lawful now; nothing where there is none.
#[component]
pub(super) fn Decide(choices: Memo<Vec<Choice>>) -> impl IntoView {
    let line = |choice: Choice| match choice {
        Choice::Decision(office, decision, after) => {
            view! { <Stop decided=Decided { office, decision, after } /> }
        }
        Choice::Alternates(office, names, after) => {
            view! { <Alternates office=office names=names after=after /> }
        }
    };
    (move || choices.get().into_iter().map(line).collect_view()).view()
}

/// One decision, asked once more before it is recorded.
#[component]
fn Stop(decided: Decided) -> impl IntoView {
    let session = session();
    let words = words();
    let asking = RwSignal::new(false);
    let label = words.decision(decided.decision);
    let record = Callback::new(move |()| {
        session.record(Change::Decided(decided));
    });
    view! {
        <div class="decide">
            <span class="note">{words.count.decide}</span>
            <button class="btn" on:click=move |_| asking.set(true)>
                {label.clone()}
            </button>
        </div>
        <Confirm
            open=asking
            question=words.count.decide_question
            note=words.count.decide_note
            yes=words.count.alternates_take
            no=words.frame.cancel
            on_yes=record
        />
    }
}

/// How many of those over the threshold become alternates, in the order of votes.
#[component]
fn Alternates(office: Office, names: Vec<String>, after: u32) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.count;
    let most = u32::try_from(names.len()).unwrap_or(u32::MAX);
    let number = RwSignal::new(Some(most));
    let record = move |_| {
        if let Some(number) = number.get_untracked() {
            session.record(Change::Decided(Decided {
                office,
                decision: Decision::Alternates(number),
                after,
            }));
        }
    };
    view! {
        <ol class="causes">{names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ol>
        <div class="decide">
            <label for="alternates">{w.alternates_number}</label>
            <NumberField
                id="alternates"
                name=w.alternates_number
                value=number
                error=w.number_error
                most=most
                on_commit=Callback::new(move |written| number.set(written))
            />
            <button class="btn btn--main" on:click=record>
                {w.alternates_take}
            </button>
        </div>
    }
}
