//! The tally desk of an open round: who enters, the three ways of entering, and what differs afterwards.

mod ballots;
mod begin;
mod bundles;
mod numpad;
mod reconcile;
mod review;
mod squares;

pub(super) use begin::Counter as Begin;
pub(super) use reconcile::{Reconcile, Sums};
pub(in crate::ui) use squares::strokes;

use super::place::Shown;
use crate::congress::election::Method;
use crate::congress::election::ballots::BallotForm;
use crate::congress::election::desk::{Figures, Pass};
use crate::congress::id::{PassId, RoundId};
use crate::congress::{DeskChange, Topic};
use crate::platform::clock;
use crate::session::{Pace, Session};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Confirm, say};
use crate::ui::{session, words};
use std::sync::Arc;

/// How a counter enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Ballot by ballot.
    Ballots,
    /// By bundles.
    Bundles,
    /// By five-stroke squares.
    Squares,
}

/// Where the count of an open round stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nobody has begun.
    Begin,
    /// The totals are typed into the sheet.
    Typed,
    /// Somebody enters.
    Entering(PassId),
    /// Nobody enters, and the count is not closed.
    Review,
    /// The count is closed, or the round has ended.
    Closed,
}

impl Stage {
    /// The stage of a sheet; `typed` says whether the person has chosen to type totals.
    pub(super) fn of(shown: &Shown, typed: bool) -> Self {
        let (sheet, desk) = (&shown.sheet, &shown.sheet.desk);
        match desk.running() {
            _ if !sheet.is_open() || desk.closed.is_some() => Self::Closed,
            Some(pass) => Self::Entering(pass.id.clone()),
            None if desk.is_used() => Self::Review,
            None if typed || sheet.has_figures() || sheet.form().is_none() => Self::Typed,
            None => Self::Begin,
        }
    }
}

/// What every part of the desk needs to know of its round; it does not change while the round is open.
#[derive(Clone)]
pub(super) struct Table {
    pub(super) round: RoundId,
    pub(super) form: BallotForm,
    pub(super) names: Arc<[String]>,
    caption: String,
}

impl Table {
    fn of(shown: &Shown, session: Session) -> Option<Self> {
        let sheet = &shown.sheet;
        let term = session.glance(|congress| congress.details.term.clone()).unwrap_or_default();
        Some(Self {
            round: sheet.id.clone(),
            form: sheet.form()?,
            names: sheet.names().into(),
            caption: words().ballot_caption(sheet.office, shown.cell, &term),
        })
    }

    fn strikes(&self) -> bool {
        self.form.method() == Method::StrikeOut
    }
}

/// What is shown of a pass while it is entered.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Entered {
    /// Everything, added up.
    pub(super) figures: Figures,
    /// How many single ballots.
    pub(super) ballots: usize,
}

/// A pass that somebody enters: its sums, worked out anew behind every change to it.
pub(super) fn entered(pass: PassId) -> Memo<Option<Entered>> {
    of_pass(pass, Pace::Behind, |pass, form| Entered {
        figures: pass.figures(Some(form)),
        ballots: pass.ballots.len(),
    })
}

/// Something of a pass, worked out anew at a pace with every change to it.
fn of_pass<T: Clone + PartialEq + Send + Sync + 'static>(
    id: PassId,
    pace: Pace,
    read: impl Fn(&Pass, &BallotForm) -> T + Send + Sync + 'static,
) -> Memo<Option<T>> {
    let session = session();
    let topic = Topic::Pass(id.clone());
    Memo::new(move |_| {
        session
            .read_at(&topic, pace, |congress| {
                let sheet = congress.sheet_of(&id)?;
                Some(read(sheet.desk.pass(&id)?, &sheet.form()?))
            })
            .flatten()
    })
}

/// The sentence over the desk; none where the sheet and its verdict speak for themselves.
pub(super) fn sentence(shown: &Shown, stage: &Stage, way: Way) -> Option<String> {
    let (session, words) = (session(), words());
    match stage {
        Stage::Begin => Some(words.begin_sentence(shown.sheet.desk.passes.len()).to_owned()),
        Stage::Entering(pass) => {
            let counted = session.read_at(&Topic::Pass(pass.clone()), Pace::Behind, |congress| {
                let pass = congress.pass(pass)?;
                let form = congress.sheet_of(&pass.id)?.form();
                Some((pass.ballots.len(), pass.figures(form.as_ref()).entered()))
            });
            let (ballots, entered) = counted.flatten().unwrap_or_default();
            Some(match (shown.sheet.collected, way) {
                (Some(collected), _) if collected > 0 && entered == collected => words.all_entered(collected),
                (_, Way::Ballots) => words.next_ballot(ballots + 1, shown.sheet.method),
                (_, way) => words.next_figures(way == Way::Bundles).to_owned(),
            })
        }
        Stage::Review => session
            .read(&Topic::Rounds, |congress| {
                let sheet = congress.round(&shown.sheet.id)?;
                let review = sheet.desk.review(&sheet.form()?, congress.ballot_rules()?)?;
                let (passes, differences) = (sheet.desk.passes.len(), review.differences.len());
                Some(words.review_sentence(passes, differences, review.figures.open))
            })
            .flatten(),
        Stage::Typed | Stage::Closed => None,
    }
}

/// The desk of an open round, while its count is not closed.
#[component]
pub(super) fn Desk(
    shown: Memo<Option<Shown>>,
    stage: Memo<Stage>,
    way: RwSignal<Way>,
    typed: RwSignal<bool>,
) -> impl IntoView {
    let session = session();
    let table = shown.with_untracked(|shown| Table::of(shown.as_ref()?, session));
    let Some(table) = table else { return ().into_any() };
    (move || match stage.get() {
        Stage::Begin => view! { <begin::Begin table=table.clone() typed=typed /> },
        Stage::Entering(pass) => view! { <Entry table=table.clone() pass=pass way=way /> },
        Stage::Review => view! { <review::ReviewPlace table=table.clone() shown=shown /> },
        Stage::Typed | Stage::Closed => ().view(),
    })
    .view()
}

/// One pass: its head, and the chosen way of entering.
#[component]
fn Entry(table: Table, pass: PassId, way: RwSignal<Way>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let head = session.glance(|congress| {
        let passes = &congress.round(&table.round)?.desk.passes;
        let at = passes.iter().position(|other| other.id == pass)?;
        Some(format!("{}: **{}**", words.pass_ordinal(at + 1), passes.get(at)?.counter))
    });
    let head = head.flatten().unwrap_or_default();
    let ways = [(Way::Ballots, w.by_ballot), (Way::Bundles, w.by_bundle), (Way::Squares, w.by_sheet)];
    let own = pass.clone();
    view! {
        <div class="deskhead">
            <p id="pass">{say(&head)}</p>
            <div class="seg seg--scroll" role="group" aria-label=w.way>
                {ways
                    .map(|(of, name)| {
                        let pressed = move || spelled(way.get() == of);
                        view! { <button aria-pressed=pressed on:click=move |_| way.set(of)>{name}</button> }
                    })
                    .collect_view()}
            </div>
        </div>
        {move || match way.get() {
            Way::Ballots => view! { <ballots::Ballots table=table.clone() pass=own.clone() /> },
            Way::Bundles => view! { <bundles::Bundles table=table.clone() pass=own.clone() /> },
            Way::Squares => view! { <squares::Squares table=table.clone() pass=own.clone() /> },
        }}
    }
}

/// Ends the pass; the main button once every returned ballot is entered.
#[component]
pub(super) fn EndPass(pass: PassId, collected: Signal<Option<u32>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let asking = RwSignal::new(false);
    let entered = entered(pass.clone());
    let sums = Memo::new(move |_| {
        entered.with(|entered| entered.as_ref().map_or(0, |entered| entered.figures.entered()))
    });
    let complete = Memo::new(move |_| collected.get().is_some_and(|all| all > 0 && sums.get() == all));
    let progress = move || words.entered_of(sums.get(), collected.get());
    let bar = move || {
        let all = collected.get().filter(|all| (1..=40).contains(all))?;
        Some(super::result::unit_bar(sums.get(), all))
    };
    let end = Callback::new(move |()| {
        session.record_at_desk(DeskChange::PassEnded { pass: pass.clone(), at: clock::now() });
    });
    let class = move || if complete.get() { "btn btn--main" } else { "btn" };
    view! {
        <p class="progress" id="progress">{move || say(&progress())}</p>
        {bar}
        <button class=class id="end-pass" on:click=move |_| asking.set(true)>
            {w.end}
        </button>
        <Confirm open=asking question=w.end_question note=w.end_note yes=w.end no=words.frame.cancel on_yes=end />
    }
}
