//! After the passes: somebody else enters again, what differs is settled by the paper, doubtful ballots are concluded,
//! and the count is closed.

use super::Table;
use super::begin::Counter;
use crate::congress::election::ballots::{Conclusion, CountedBallot};
use crate::congress::election::desk::{Difference, Doubtful, FigureCell, Review, Settled, Settlement, entry};
use crate::congress::id::PassId;
use crate::congress::{Change, DeskChange, Refusal, Topic};
use crate::platform::clock;
use crate::ui::count::place::Shown;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, NumberField, TextField, say};
use crate::ui::{session, words};

/// What is shown between the passes and the result.
#[derive(Clone, PartialEq)]
struct State {
    review: Review,
    passes: usize,
    /// Whether any conclusion on the doubtful ballots can change the result; none where there are none, or the other
    /// figures are not there yet.
    matter: Option<bool>,
}

#[component]
pub(super) fn ReviewPlace(table: Table, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let round = table.round.clone();
    let state = Memo::new(move |_| {
        session.follow(&Topic::Details);
        session.follow(&Topic::Round(round.clone()));
        session
            .read(&Topic::Rounds, |congress| {
                let sheet = congress.round(&round)?;
                let review = sheet.desk.review(&sheet.form()?, congress.ballot_rules()?)?;
                let matter = congress.doubts_matter(sheet, &review);
                Some(State { passes: sheet.desk.passes.len(), review, matter })
            })
            .flatten()
    });
    let by =
        RwSignal::new(session.glance(|congress| congress.details.board_head.clone()).unwrap_or_default());
    let passes = Memo::new(move |_| state.with(|state| state.as_ref().map_or(0, |state| state.passes)));
    let differs = Memo::new(move |_| {
        state.with(|state| state.as_ref().is_some_and(|state| !state.review.differences.is_empty()))
    });
    // While a second counter may still come, nothing is shown of what the first found doubtful.
    let alone = RwSignal::new(false);
    let doubts = Memo::new(move |_| {
        let told = alone.get() || passes.get() > 1;
        told && state.with(|state| state.as_ref().is_some_and(|state| !state.review.doubtful.is_empty()))
    });
    // A further pass is asked for after the first one only; later it stands by for whoever wants it.
    let aside = Signal::derive(move || alone.get() || passes.get() > 1);
    let (here, other, round) = (table.clone(), table.clone(), table.round.clone());
    view! {
        <Show when=move || differs.get() || doubts.get()>
            <div class="form begin">
                <TextField
                    id="settled-by"
                    label=w.settle_by
                    value=Signal::derive(move || by.get())
                    on_commit=Callback::new(move |written| by.set(written))
                />
            </div>
        </Show>
        {move || differs.get().then(|| view! { <Differences table=here.clone() state=state by=by /> })}
        {move || doubts.get().then(|| view! { <Doubtfuls table=other.clone() state=state by=by /> })}
        {move || {
            (passes.get() < 3 && !differs.get()).then(|| {
                view! {
                    <Head title=w.second.to_owned() />
                    <p class="note">{w.second_note}</p>
                    <Counter round=round.clone() aside=aside />
                }
            })
        }}
        <Close shown=shown state=state passes=passes alone=alone />
        <Resume shown=shown />
    }
}

/// Closes the count, once nothing is left to settle. After a single pass it is first said that no second one comes.
#[component]
fn Close(
    shown: Memo<Option<Shown>>,
    state: Memo<Option<State>>,
    passes: Memo<usize>,
    alone: RwSignal<bool>,
) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let change = move || {
        let round = shown.with(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()))?;
        Some(DeskChange::CountClosed { round, at: clock::now() })
    };
    let refusal = move || {
        session.follow(&Topic::Rounds);
        session.admits(&Change::Desk(change()?)).err()
    };
    let single = move || passes.get() == 1;
    let close = move |_| {
        if single() {
            alone.set(true);
        }
        if let Some(change) = change()
            && refusal().is_none()
        {
            session.record_at_desk(change);
        }
    };
    let label = move || if single() { w.close_one } else { w.close };
    let class = move || if single() { "btn" } else { "btn btn--main" };
    let told = move || refusal().filter(|_| !single() || alone.get());
    let said = move || {
        let left = state.with(|state| {
            state.as_ref().map(|state| (state.review.differences.len(), state.review.figures.open))
        });
        match (told()?, left) {
            (Refusal::Unsettled(_), Some((places, open))) => {
                Some(format!("{}.", words.unsettled(places, open)))
            }
            (refusal, _) => Some(words.refusal(&refusal)),
        }
    };
    view! {
        <div class="setup__do">
            <button class=class id="close-count" disabled=move || told().is_some() on:click=close>
                {label}
            </button>
            <p class="setup__missing">{move || said().map(|said| say(&said))}</p>
        </div>
    }
}

/// Lets a counter go on who ended too early.
#[component]
fn Resume(shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let passes = shown.with_untracked(|shown| {
        let passes = shown.as_ref().map(|shown| shown.sheet.desk.passes.clone()).unwrap_or_default();
        // What was counted at another device goes on there.
        let here = passes.into_iter().filter(|pass| pass.parts.is_empty());
        here.map(|pass| (pass.id, pass.counter)).collect::<Vec<_>>()
    });
    let line = |(pass, counter): (PassId, String)| {
        view! {
            <button class="btn btn--link" on:click=move |_| {
                session.record_at_desk(DeskChange::PassResumed(pass.clone()));
            }>{words.resume_pass(&counter)}</button>
        }
    };
    view! { <p class="row" id="resume">{passes.into_iter().map(line).collect_view()}</p> }
}

/// What differs, place by place, with what each counter read.
#[component]
fn Differences(table: Table, state: Memo<Option<State>>, by: RwSignal<String>) -> impl IntoView {
    let w = words().desk;
    // A place may differ again when a third pass is laid beside the others, and is another question then.
    let list = move || {
        let review = state.get().map(|state| state.review);
        let asked = review.map(|review| {
            let pass = review.pass;
            review.differences.into_iter().map(|difference| (pass.clone(), difference)).collect::<Vec<_>>()
        });
        asked.unwrap_or_default()
    };
    let key = |asked: &(PassId, Difference)| format!("{asked:?}");
    let row = move |(_, difference): (PassId, Difference)| match difference {
        Difference::Ballot { place, earlier, later } => {
            view! { <BallotDiffers table=table.clone() state=state by=by place=place earlier=earlier later=later /> }
        }
        Difference::Figure { cell, earlier, later } => {
            view! { <FigureDiffers table=table.clone() state=state by=by cell=cell earlier=earlier later=later /> }
        }
    };
    view! {
        <Head title=w.differ.to_owned() />
        <div id="differences">
            <For each=list key=key children=row />
        </div>
    }
}

/// Records what was settled at the stage that is shown.
fn settle(state: Memo<Option<State>>, by: RwSignal<String>, settled: Settled) {
    let Some(pass) = state.with_untracked(|state| state.as_ref().map(|state| state.review.pass.clone()))
    else {
        return;
    };
    session().record_at_desk(DeskChange::Settled(Settlement { pass, settled, by: by.get_untracked() }));
}

#[component]
fn BallotDiffers(
    table: Table,
    state: Memo<Option<State>>,
    by: RwSignal<String>,
    place: u32,
    earlier: Option<CountedBallot>,
    later: Option<CountedBallot>,
) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let form = table.form;
    let said = move |ballot: Option<CountedBallot>| match ballot {
        None => w.settle_none.to_owned(),
        Some(ballot) => {
            let said = session.glance(|congress| {
                let rules = congress.ballot_rules()?;
                Some(words.read_back(&ballot, form.read(rules, &ballot), &form, rules))
            });
            said.flatten().unwrap_or_default()
        }
    };
    let counters = state.get_untracked().map(|state| state.review.counters).unwrap_or_default();
    let take = move |who: String, ballot: Option<CountedBallot>| {
        view! {
            <button class="btn" on:click=move |_| settle(state, by, Settled::Ballot(place, ballot))>
                <span><b>{who}</b>{format!(": {}", said(ballot))}</span>
            </button>
        }
    };
    let wrong = RwSignal::new(String::new());
    let write = Callback::new(move |typed: String| {
        let read = session.glance(|congress| Some(entry::read(&typed, &form, congress.ballot_rules()?)));
        match read.flatten() {
            Some(Ok(ballot)) => settle(state, by, Settled::Ballot(place, Some(ballot))),
            Some(Err(slip)) => wrong.set(words.slip(&slip, form.names())),
            None => {}
        }
    });
    let empty = earlier.is_some() && later.is_some();
    let number = usize::try_from(place).unwrap_or(usize::MAX).saturating_add(1);
    view! {
        <section class="differ" data-place=place.to_string()>
            <h3>{words.ballot_number(number)}</h3>
            <div class="differ__sides">
                {take(counters.0, earlier)}
                {take(counters.1, later)}
                {empty.then(|| view! {
                    <button class="btn btn--link" on:click=move |_| settle(state, by, Settled::Ballot(place, None))>
                        {w.settle_none}
                    </button>
                })}
            </div>
            <TextField id=format!("settle-{place}") label=w.settle_other value=Signal::derive(String::new) on_commit=write />
            <p class="bad" role="alert">{move || wrong.get()}</p>
        </section>
    }
}

#[component]
fn FigureDiffers(
    table: Table,
    state: Memo<Option<State>>,
    by: RwSignal<String>,
    cell: FigureCell,
    earlier: u32,
    later: u32,
) -> impl IntoView {
    let words = words();
    let w = words.desk;
    let counters = state.get_untracked().map(|state| state.review.counters).unwrap_or_default();
    let title = words.figure_cell(&cell, &table.names, table.form.method());
    let take = |who: String, value: u32| {
        let cell = cell.clone();
        view! {
            <button class="btn" on:click=move |_| settle(state, by, Settled::Figure(cell.clone(), value))>
                <span><b>{who}</b>{format!(": {value}")}</span>
            </button>
        }
    };
    let own = cell.clone();
    let write = Callback::new(move |value: Option<u32>| {
        if let Some(value) = value {
            settle(state, by, Settled::Figure(own.clone(), value));
        }
    });
    let sides = (take(counters.0, earlier), take(counters.1, later));
    let id = format!(
        "settle-{}",
        format!("{cell:?}").replace(|letter: char| !letter.is_ascii_alphanumeric(), "-")
    );
    view! {
        <section class="differ" data-place=title.clone()>
            <h3>{title.clone()}</h3>
            <div class="differ__sides">
                {sides.0}
                {sides.1}
                <label>
                    {w.settle_other}
                    <NumberField id=id name=title value=Signal::derive(|| None) error=words.count.number_error on_commit=write />
                </label>
            </div>
        </section>
    }
}

/// The doubtful ballots, each with the clause that leaves it to the board, and whether it can matter.
#[component]
fn Doubtfuls(table: Table, state: Memo<Option<State>>, by: RwSignal<String>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.desk;
    let form = table.form;
    let list = move || state.get().map(|state| state.review.doubtful).unwrap_or_default();
    let matter = move || state.with(|state| state.as_ref().and_then(|state| state.matter));
    let row = move |doubtful: Doubtful| {
        let Doubtful { place, ballot, case } = doubtful;
        let number = usize::try_from(place).unwrap_or(usize::MAX).saturating_add(1);
        let said = session.glance(|congress| {
            let rules = congress.ballot_rules()?;
            let open = CountedBallot { concluded: None, ..ballot };
            let said = words.read_back(&open, form.read(rules, &open), &form, rules);
            let clause =
                rules.readings.iter().find(|rule| rule.case == case).map(|rule| words.clause(&rule.clause));
            Some((said, clause.unwrap_or_default()))
        });
        let (said, clause) = said.flatten().unwrap_or_default();
        let conclude = move |conclusion: Conclusion, name: &'static str| {
            let pressed = spelled(ballot.concluded == Some(conclusion));
            let concluded = CountedBallot { concluded: Some(conclusion), ..ballot };
            view! {
                <button aria-pressed=pressed on:click=move |_| settle(state, by, Settled::Ballot(place, Some(concluded)))>
                    {name}
                </button>
            }
        };
        view! {
            <section class="differ" data-doubtful=place.to_string()>
                <h3>{words.ballot_number(number)}</h3>
                <p>{said}</p>
                <p class="note">{clause}</p>
                <div class="seg" role="group">
                    {conclude(Conclusion::Valid, w.conclude_valid)}
                    {conclude(Conclusion::Invalid, w.conclude_invalid)}
                </div>
            </section>
        }
    };
    view! {
        <Head title=w.doubts.to_owned() />
        <p class="note">{w.doubts_note}</p>
        {move || {
            matter().map(|matter| {
                let (look, icon, said) = if matter {
                    ("notice notice--warn", "m-wait", w.doubts_may)
                } else {
                    ("notice notice--ok", "m-done", w.doubts_never)
                };
                view! {
                    <div class=look id="doubts-matter">
                        <Icon name=icon />
                        <p>{said}</p>
                    </div>
                }
            })
        }}
        <div id="doubtful">
            <For each=list key=|doubtful| (doubtful.place, doubtful.ballot) children=row />
        </div>
    }
}
