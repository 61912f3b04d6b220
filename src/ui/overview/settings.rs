//! The committee's name, the deadline of the round, and its list of cells.

use super::View;
use crate::overview::{RosterFault, read_roster};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, TextField};
use crate::ui::words;
use crate::words::date::read_date;

/// Name and deadline.
#[component]
pub(super) fn Settings() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let deadline = move || view.overview.deadline().map(|day| words.date(day)).unwrap_or_default();
    let set = move |written: String| {
        let day = read_date(&written);
        if day.is_some() || written.trim().is_empty() {
            view.overview.set_deadline(day);
        }
    };
    view! {
        <div class="pair settings">
            <TextField
                id="overview-title"
                label=w.title
                value=Signal::derive(move || view.overview.title())
                on_commit=Callback::new(move |title| view.overview.set_title(title))
            />
            <TextField
                id="overview-deadline"
                label=w.deadline
                value=Signal::derive(deadline)
                example=words.start.date_example
                note=w.deadline_first
                on_commit=Callback::new(set)
            />
        </div>
    }
}

/// So many lines that were not understood are told apart.
const TOLD: usize = 5;

/// The list of cells, pasted.
#[component]
pub(super) fn Roster() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(Vec::<RosterFault>::new());
    let take = move |_| {
        let pasted = text.get_untracked();
        let (listed, faults) = read_roster(&pasted, &read_date);
        view.overview.list(&listed);
        // What was not understood stays in sight, to be put right; so it is numbered as it stands there.
        let (kept, faults): (Vec<&str>, Vec<RosterFault>) = faults.into_iter().unzip();
        text.set(kept.join("\n"));
        wrong.set(faults);
    };
    let told = move || {
        let wrong = wrong.get();
        let lines = wrong.iter().zip(1..).take(TOLD).map(|(fault, line)| words.roster_fault(line, *fault));
        let more = wrong.len().checked_sub(TOLD).filter(|more| *more > 0).map(|more| format!("(+{more})"));
        lines.chain(more).collect::<Vec<_>>().join(" ")
    };
    view! {
        <Head title=w.listed.to_owned() />
        <p class="note">{w.listed_note}</p>
        <textarea
            class="field"
            id="roster"
            rows="4"
            aria-label=w.listed
            prop:value=move || text.get()
            on:input=move |event| {
                text.set(event_target_value(&event));
                wrong.set(Vec::new());
            }
        ></textarea>
        <p class="row">
            <button class="btn" id="take-roster" on:click=take>
                {w.listed_take}
            </button>
            <span class="bad" role="alert">
                {told}
            </span>
        </p>
    }
}
