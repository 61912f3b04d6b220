//! Ballots reconciled while they are entered: printed, with voters, exchanged, left over; returned; entered.

use super::{Stage, entered};
use crate::congress::election::desk::PaperCount;
use crate::congress::election::sheet::BallotCount;
use crate::congress::id::PassId;
use crate::congress::{Change, DeskChange};
use crate::ui::count::place::Shown;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, NumberField};
use crate::ui::{session, words};
use std::cmp::Ordering;

/// The fields that Enter walks through.
const FIELDS: &str = ".recon .field--num";

/// A check beneath a sum: its state, its icon and what it says.
type Check = (&'static str, &'static str, String);

/// The reconciliation beside the desk.
#[component]
pub(in crate::ui::count) fn Reconcile(shown: Memo<Option<Shown>>, stage: Memo<Stage>) -> impl IntoView {
    let words = words();
    let w = words.desk;
    let issued = move || shown.with(|shown| shown.as_ref()?.sheet.issued);
    let collected = move || shown.with(|shown| shown.as_ref()?.sheet.collected);
    let paper = move || {
        let paper = shown.with(|shown| shown.as_ref().map(|shown| shown.sheet.paper))?;
        let (issued, printed) = (issued()?, paper.printed?);
        let (exchanged, unused) = (paper.exchanged.unwrap_or(0), paper.unused.unwrap_or(0));
        let whole = paper.exchanged.is_some() && paper.unused.is_some();
        let used = issued.saturating_add(exchanged).saturating_add(unused);
        match used.cmp(&printed) {
            // What is not written yet may be any of the rest.
            Ordering::Less if !whole => {
                Some(("warn", "m-doing", words.paper_left(printed.saturating_sub(used))))
            }
            Ordering::Equal if !whole => None,
            _ => {
                let said = words.paper_said(issued, exchanged, unused, printed);
                Some(checked(used == printed, said))
            }
        }
    };
    let returned = move || {
        let (issued, collected) = (issued()?, collected()?);
        Some(checked(collected <= issued, words.returned_said(issued, collected)))
    };
    let pass = move || match stage.get() {
        Stage::Entering(pass) => Some(pass),
        _ => None,
    };
    view! {
        <Head title=w.reconcile.to_owned() />
        <table class="sum recon" id="reconcile">
            <tbody>
                <tr class="cap"><th scope="row">{w.printed}</th><td><PaperField count=PaperCount::Printed shown=shown /></td></tr>
                <tr class="in"><th scope="row">{w.issued}</th><td><CountField count=BallotCount::Issued shown=shown /></td></tr>
                <tr class="in"><th scope="row">{w.exchanged}</th><td><PaperField count=PaperCount::Exchanged shown=shown /></td></tr>
                <tr class="in"><th scope="row">{w.unused}</th><td><PaperField count=PaperCount::Unused shown=shown /></td></tr>
                {check(Signal::derive(paper))}
                <tr class="cap"><th scope="row">{w.returned}</th><td><CountField count=BallotCount::Collected shown=shown /></td></tr>
                {check(Signal::derive(returned))}
                {move || pass().map(|pass| view! { <Sums pass=pass collected=Signal::derive(collected) /> })}
            </tbody>
        </table>
    }
}

fn checked(agrees: bool, said: String) -> Check {
    if agrees { ("ok", "m-done", said) } else { ("bad", "m-bad", said) }
}

fn check(said: Signal<Option<Check>>) -> AnyView {
    let said = Memo::new(move |_| said.get());
    (move || said.get().map(check_row)).view()
}

fn check_row((state, icon, said): Check) -> AnyView {
    view! {
        <tr class="eq">
            <td colspan="2">
                <span class="state" data-state=state>
                    <Icon name=icon />
                    <span>{said}</span>
                </span>
            </td>
        </tr>
    }
}

/// What the counter of the running pass has entered. Followed as a whole: with each ballot only numbers change.
#[component]
pub(in crate::ui::count) fn Sums(pass: PassId, collected: Signal<Option<u32>>) -> impl IntoView {
    let words = words();
    let w = words.desk;
    let entered = entered(pass);
    let rows = move || {
        let (sum, valid, invalid, open) = entered.with(|entered| {
            let figures = entered.as_ref().map(|entered| &entered.figures);
            figures.map_or((0, 0, 0, 0), |all| (all.entered(), all.valid, all.invalid, all.open))
        });
        let check = collected.get().map(|all| {
            let (state, icon) = match sum.cmp(&all) {
                Ordering::Less => ("warn", "m-doing"),
                Ordering::Equal => ("ok", "m-done"),
                Ordering::Greater => ("bad", "m-bad"),
            };
            check_row((state, icon, words.entered_said(sum, all)))
        });
        view! {
            <tr class="cap"><th scope="row">{w.entered}</th><td class="num" id="entered">{sum}</td></tr>
            <tr class="in"><th scope="row">{w.valid}</th><td class="num" id="entered-valid">{valid}</td></tr>
            <tr class="in"><th scope="row">{w.not_valid}</th><td class="num" id="entered-invalid">{invalid}</td></tr>
            <tr class="in"><th scope="row">{w.open}</th><td class="num" id="entered-open">{open}</td></tr>
            {check}
        }
    };
    rows.view()
}

/// A field; once closed without a number, that nothing was written, which could else be taken for a nought.
fn unless_blank(
    closed: Signal<bool>,
    value: Signal<Option<u32>>,
    field: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let text = words().desk.not_written;
    let blank = Memo::new(move |_| closed.get() && value.get().is_none());
    (move || {
        if blank.get() {
            view! { <span class="note">{text}</span> }
        } else {
            field()
        }
    })
    .view()
}

#[component]
fn PaperField(count: PaperCount, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let name = words.paper_count(count);
    let id = format!("paper-{count:?}").to_ascii_lowercase();
    let value = Signal::derive(move || shown.with(|shown| shown.as_ref()?.sheet.paper.count(count)));
    let open = Signal::derive(move || {
        !shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.sheet.is_open()))
    });
    let write = Callback::new(move |value: Option<u32>| {
        if let Some(round) = shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()))
        {
            session.record_at_desk(DeskChange::Paper { round, count, value });
        }
    });
    unless_blank(open, value, move || {
        let (id, error) = (id.clone(), words.count.number_error);
        view! { <NumberField id=id name=name value=value disabled=open error=error walk=FIELDS on_commit=write /> }
    })
}

#[component]
fn CountField(count: BallotCount, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let name = words.ballot_count(count);
    let id = format!("ballots-{count:?}").to_ascii_lowercase();
    let value = Signal::derive(move || shown.with(|shown| shown.as_ref()?.sheet.ballots(count)));
    let open = Signal::derive(move || {
        !shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.sheet.is_open()))
    });
    let write = Callback::new(move |value: Option<u32>| {
        if let Some(round) = shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()))
        {
            session.record(Change::Ballots { round, count, value });
        }
    });
    unless_blank(open, value, move || {
        let (id, error) = (id.clone(), words.count.number_error);
        view! { <NumberField id=id name=name value=value disabled=open error=error walk=FIELDS on_commit=write /> }
    })
}
