//! By bundles: ballots sorted by how many names they keep, a grid for each, and its check sum beneath.

use super::{Table, of_pass};
use crate::congress::DeskChange;
use crate::congress::election::ballots::{Bundle, Cell, Counts};
use crate::congress::election::desk::SheetCell;
use crate::congress::id::PassId;
use crate::session::Pace;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, NumberField};
use crate::ui::{session, words};

/// The cells that Enter walks through.
const CELLS: &str = ".bundle .field--num";

/// The bundles of a pass.
#[component]
pub(super) fn Bundles(table: Table, pass: PassId) -> impl IntoView {
    let w = words().desk;
    let bundles = of_pass(pass.clone(), Pace::AtOnce, |pass, _| pass.bundles.clone());
    let labels =
        move || bundles.get().unwrap_or_default().into_iter().map(|bundle| bundle.label).collect::<Vec<_>>();
    let (own, at) = (table.clone(), pass.clone());
    let grid =
        move |label: String| view! { <Grid table=own.clone() pass=at.clone() label=label bundles=bundles /> };
    view! {
        <Head title=w.bundles.to_owned() />
        <div id="bundles">
            <For each=labels key=String::clone children=grid />
        </div>
        <Add table=table pass=pass.clone() bundles=bundles />
        <div class="beside">
            <label for="bundle-invalid">{w.bundle_invalid}</label>
            <SheetNumber pass=pass cell=SheetCell::Invalid id="bundle-invalid".to_owned() name=w.bundle_invalid.to_owned() />
        </div>
    }
}

/// A figure of the tally sheet as a field.
#[component]
pub(super) fn SheetNumber(pass: PassId, cell: SheetCell, id: String, name: String) -> impl IntoView {
    let session = session();
    let sheet = of_pass(pass.clone(), Pace::AtOnce, move |pass, _| pass.sheet.cell(cell));
    let value = Signal::derive(move || sheet.get().filter(|value| *value > 0));
    let write = Callback::new(move |value: Option<u32>| {
        session.record_at_desk(DeskChange::Tallied { pass: pass.clone(), cell, value: value.unwrap_or(0) });
    });
    view! { <NumberField id=id name=name value=value error=words().count.number_error walk=".tally .field--num" on_commit=write /> }
}

/// Adds a bundle; its name follows from the names kept, so that two counters call it the same.
#[component]
fn Add(table: Table, pass: PassId, bundles: Memo<Option<Vec<Bundle>>>) -> impl IntoView {
    let session = session();
    let w = words().desk;
    let seats = table.form.seats();
    let kept = RwSignal::new(Some(seats));
    let names = table.names.len();
    let add = move |_| {
        let Some(kept) = kept.get_untracked() else { return };
        let taken = bundles.get_untracked().unwrap_or_default();
        let is_free = |label: &String| !taken.iter().any(|bundle| bundle.label == *label);
        let letters = std::iter::once(String::new()).chain(('b'..='z').map(String::from));
        let label = letters.map(|letter| format!("{kept}{letter}")).find(is_free);
        let Some(label) = label else { return };
        // A bundle in which nobody is kept has strikes only.
        let figures = vec![0; names];
        let counts = if kept == 0 { Counts::Strikes(figures) } else { Counts::Votes(figures) };
        let bundle = Bundle { label, kept, ballots: 0, counts, unmarked: Vec::new() };
        session.record_at_desk(DeskChange::Bundle { pass: pass.clone(), bundle });
    };
    view! {
        <div class="beside">
            <label for="bundle-kept">{w.bundle_kept}</label>
            <NumberField
                id="bundle-kept"
                name=w.bundle_kept
                value=kept
                error=words().count.number_error
                most=seats
                on_commit=Callback::new(move |number| kept.set(number))
            />
            <button class="btn" id="bundle-add" on:click=add>
                {w.bundle_add}
            </button>
        </div>
    }
}

/// One bundle: its ballots, a figure for each name, and whether they agree.
#[component]
fn Grid(table: Table, pass: PassId, label: String, bundles: Memo<Option<Vec<Bundle>>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let (form, names) = (table.form, table.names.clone());
    let own = label.clone();
    let bundle = Memo::new(move |_| {
        bundles.with(|bundles| bundles.as_ref()?.iter().find(|bundle| bundle.label == own).cloned())
    });
    let at = pass.clone();
    let set = Callback::new(move |bundle: Bundle| {
        session.record_at_desk(DeskChange::Bundle { pass: at.clone(), bundle });
    });
    let cell = move |cell: Cell, id: String, name: String| {
        let value = Signal::derive(move || {
            bundle.with(|bundle| bundle.as_ref()?.figure(cell)).filter(|figure| *figure > 0)
        });
        let write = Callback::new(move |value: Option<u32>| {
            if let Some(bundle) = bundle.get_untracked() {
                set.run(bundle.with(cell, value.unwrap_or(0)));
            }
        });
        view! { <NumberField id=id name=name value=value error=words.count.number_error walk=CELLS on_commit=write /> }
    };
    let is_strikes = Memo::new(move |_| {
        bundle.with(|bundle| matches!(bundle.as_ref().map(|bundle| &bundle.counts), Some(Counts::Strikes(_))))
    });
    let has_unmarked = Memo::new(move |_| is_strikes.get() && !table.strikes());
    let kept = bundle.get_untracked().map_or(0, |bundle| bundle.kept);
    let title = move || {
        let side = if is_strikes.get() { w.bundle_strikes } else { w.bundle_votes };
        format!("{} {label}: {} {kept} · {side}", w.bundle, w.kept)
    };
    let turn = move |_| {
        if let Some(old) = bundle.get_untracked() {
            // A half-filled grid cannot be turned, so its figures begin anew; a sound one keeps what it says.
            let sound = old.faults(&form, 0).is_empty();
            let turned = old.turned().filter(|_| sound).unwrap_or_else(|| {
                let figures = vec![0; old.counts.figures().len()];
                let counts = if is_strikes.get_untracked() {
                    Counts::Votes(figures)
                } else {
                    Counts::Strikes(figures)
                };
                Bundle { counts, unmarked: Vec::new(), ..old }
            });
            set.run(turned);
        }
    };
    let remove = move |_| {
        if let Some(bundle) = bundle.get_untracked() {
            session.record_at_desk(DeskChange::BundleRemoved { pass: pass.clone(), label: bundle.label });
        }
    };
    let check = move || {
        let bundle = bundle.get()?;
        let fault = bundle.faults(&form, 0).into_iter().next();
        Some(match fault {
            _ if bundle.ballots == 0 => ("warn", "m-doing", w.bundle_empty.to_owned()),
            None => ("ok", "m-done", words.bundle_agrees(&bundle, form.names())),
            Some(fault) => ("warn", "m-doing", words.bundle_fault(&fault)),
        })
    };
    let prefix = format!("bundle-{}", bundle.get_untracked().map(|bundle| bundle.label).unwrap_or_default());
    let rows = {
        let prefix = prefix.clone();
        move || {
            let unmarked = has_unmarked.get();
            let line = |(at, name): (usize, &String)| {
                let rest = unmarked.then(|| {
                    let name = format!("{name}, {}", w.bundle_unmarked);
                    view! { <td>{cell(Cell::Unmarked(at), format!("{prefix}-unmarked-{at}"), name)}</td> }
                });
                view! {
                    <tr>
                        <td class="n num">{at + 1}</td>
                        <th scope="row" class="who">{name.clone()}</th>
                        <td>{cell(Cell::Name(at), format!("{prefix}-{at}"), name.clone())}</td>
                        {rest}
                    </tr>
                }
            };
            names.iter().enumerate().map(line).collect_view()
        }
    };
    view! {
        <section class="bundle" data-label=prefix.clone()>
            <div class="bundle__head">
                <h3>{title}</h3>
                <button class="btn btn--link" on:click=turn>{w.bundle_side}</button>
                <button class="btn btn--link" on:click=remove>{w.bundle_remove}</button>
            </div>
            <div class="beside">
                <span>{w.bundle_ballots}</span>
                {cell(Cell::Ballots, format!("{prefix}-ballots"), w.bundle_ballots.to_owned())}
            </div>
            <table class="votes">
                <tbody>{rows}</tbody>
            </table>
            {move || {
                check().map(|(state, icon, text)| {
                    view! {
                        <p class="state bundle__check" data-state=state>
                            <Icon name=icon />
                            {text}
                        </p>
                    }
                })
            }}
        </section>
    }
}
