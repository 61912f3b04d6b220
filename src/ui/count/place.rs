//! The place of one round: the sheet while it is open, the verdict as soon as it is complete.

use super::desk::{Desk, EndPass, Reconcile, Stage, Way};
use super::result::{Findings, Reading, Result};
use super::sheet::Sheet;
use crate::congress::count::Counted;
use crate::congress::election::sheet::RoundSheet;
use crate::congress::election::{FieldError, Finding, Method, Office};
use crate::congress::id::RoundId;
use crate::congress::{Change, Refusal, Topic};
use crate::platform::{clock, page};
use crate::route::{Paper, Place, Route};
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::prepare::BaseSum;
use crate::ui::widgets::{Confirm, Head, Icon, Opening};
use crate::ui::{session, words};

/// A sheet and what the counting core says of it.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    pub(super) sheet: RoundSheet,
    pub(super) cell: bool,
    pub(super) counted: Option<std::result::Result<Counted, FieldError>>,
}

impl Shown {
    /// The count, where the figures agree.
    pub(super) fn sound(&self) -> Option<&Counted> {
        self.counted.as_ref()?.as_ref().ok().filter(|counted| counted.outcome.findings.is_empty())
    }

    /// What does not add up.
    pub(super) fn findings(&self) -> &[Finding] {
        let counted = self.counted.as_ref().and_then(|counted| counted.as_ref().ok());
        counted.map(|counted| counted.outcome.findings.as_slice()).unwrap_or_default()
    }

    /// Whether hands are counted here, and no ballots.
    pub(super) fn by_hands(&self) -> bool {
        self.sheet.method == Method::ShowOfHands
    }

    /// How many warnings have no reason on record.
    pub(super) fn unanswered(&self) -> u32 {
        let warnings = self.sound().map(|counted| counted.warnings.as_slice()).unwrap_or_default();
        let open = warnings.iter().filter(|warning| self.sheet.reason(&warning.code()).is_none()).count();
        u32::try_from(open).unwrap_or(u32::MAX)
    }
}

/// The sheet of a round and its count, worked out anew with every change to either. What is in a pass is not part of it.
pub(super) fn shown_of(id: RoundId) -> Memo<Option<Shown>> {
    let session = session();
    let topic = Topic::Round(id.clone());
    let own = id.clone();
    Memo::new(move |_| {
        session.follow(&Topic::Rounds);
        session.follow(&Topic::Details);
        session
            .read(&topic, |congress| {
                let sheet = congress.round(&own)?.without_ballots();
                let counted = congress.count_sheet(&sheet);
                Some(Shown { sheet, cell: congress.is_cell(), counted })
            })
            .flatten()
    })
}

/// The place of a round.
#[component]
pub(in crate::ui) fn RoundPlace(id: RoundId) -> impl IntoView {
    let words = words();
    let shown = shown_of(id);
    let exists = Memo::new(move |_| shown.with(Option::is_some));
    let typed = RwSignal::new(false);
    let way = RwSignal::new(Way::Ballots);
    let stage = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().map_or(Stage::Closed, |shown| Stage::of(shown, typed.get())))
    });
    let at_desk = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.sheet.form().is_some()))
    });
    let electorate = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().map(|shown| shown.sheet.electorate.clone()))
    });
    view! {
        <Show
            when=move || exists.get()
            fallback=move || {
                view! {
                    <Opening eyebrow="" sentence=words.frame.unknown_title.to_owned()>
                        <a class="btn btn--main" href=href(Place::Count)>
                            {words.count.to_rounds}
                        </a>
                    </Opening>
                }
            }
        >
            <NextInRound shown=shown stage=stage way=way />
            <div class="desk">
                <div>
                    <Result shown=shown />
                    <Findings shown=shown />
                    <super::warnings::Warnings shown=shown />
                    <Inside shown=shown stage=stage way=way typed=typed />
                    <Reading shown=shown />
                </div>
                <aside>
                    <super::result::Why shown=shown />
                    <super::warnings::Firmness shown=shown />
                    <Show when=move || at_desk.get() && stage.get() != Stage::Typed>
                        <Reconcile shown=shown stage=stage />
                    </Show>
                    <super::elsewhere::Elsewhere shown=shown />
                    <Head title=words.count.base.to_owned() />
                    <BaseSum electorate=electorate />
                    <super::release::Code shown=shown />
                    <super::release::HallRelease shown=shown />
                    <super::reopen::Reopen shown=shown />
                    <Drop shown=shown />
                </aside>
            </div>
        </Show>
    }
}

/// What is counted with: the desk, hands, or the sheet of totals.
#[component]
fn Inside(
    shown: Memo<Option<Shown>>,
    stage: Memo<Stage>,
    way: RwSignal<Way>,
    typed: RwSignal<bool>,
) -> impl IntoView {
    let is_open =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.sheet.is_open())));
    let by_hands = Memo::new(move |_| shown.with(|shown| shown.as_ref().is_some_and(Shown::by_hands)));
    let by_sheet = move || is_open.get() && stage.get() == Stage::Typed && !by_hands.get();
    [
        view! { <Desk shown=shown stage=stage way=way typed=typed /> },
        view! {
            <Show when=move || is_open.get() && by_hands.get()>
                <super::hands::Hands shown=shown />
            </Show>
        },
        view! {
            <Show when=by_sheet>
                <Sheet shown=shown />
                <ToDesk shown=shown typed=typed />
            </Show>
        },
    ]
    .collect_view()
}

/// The opening: which cell is next, or the verdict and the act that follows.
#[component]
fn NextInRound(shown: Memo<Option<Shown>>, stage: Memo<Stage>, way: RwSignal<Way>) -> impl IntoView {
    let words = words();
    let w = words.count;
    let eyebrow = Signal::derive(move || {
        shown.with(|shown| {
            let Some(Shown { sheet, cell, .. }) = shown else { return String::new() };
            let title = words.round_title(sheet.office, *cell, sheet.number, sheet.kind);
            if sheet.office == Office::OpenVote {
                return format!("{title} · {}", sheet.names().join(""));
            }
            format!("{title} · {}", words.seats_of(sheet.seats, sheet.rows.len()))
        })
    });
    let sentence = Signal::derive(move || {
        shown.with(|shown| {
            let Some(shown) = shown else { return String::new() };
            if let Some(sentence) = super::desk::sentence(shown, &stage.get(), way.get()) {
                return sentence;
            }
            let missing = shown.sheet.missing();
            match &shown.counted {
                _ if shown.sheet.voided.is_some() => w.voided.to_owned(),
                None if shown.by_hands() => words.count_hands(shown.sheet.electorate.present),
                None if missing.len() == shown.sheet.rows.len() * shown.sheet.columns().len() + 4 => {
                    w.fill.to_owned()
                }
                None => words.missing(&missing, shown.sheet.method),
                Some(Err(error)) => words.round_error(error),
                Some(Ok(counted)) => {
                    let outcome = &counted.outcome;
                    // While the figures contradict each other nobody knows who is elected.
                    if let Some(finding) = outcome.findings.first() {
                        let told = words.finding_at(finding, shown.sheet.method);
                        return words.not_agreeing_sentence(&told, outcome.findings.len(), outcome.next_step);
                    }
                    if let (Office::OpenVote, Some(row)) = (shown.sheet.office, counted.proof.rows.first()) {
                        let adopted = !outcome.elected.is_empty();
                        return words.open_vote_sentence(adopted, row.votes, counted.proof.base.base);
                    }
                    match (outcome.next_step, shown.sheet.sealed) {
                        (None, Some(_)) => words.sealed_sentence(outcome.elected.len(), shown.sheet.seats),
                        (step, None) if shown.unanswered() > 0 => {
                            words.unanswered_sentence(outcome.elected.len(), shown.sheet.seats, step)
                        }
                        (step, _) => words.verdict_sentence(outcome.elected.len(), shown.sheet.seats, step),
                    }
                }
            }
        })
    });
    let collected = Signal::derive(move || shown.with(|shown| shown.as_ref()?.sheet.collected));
    view! {
        <Opening eyebrow=eyebrow sentence=sentence tight=true>
            {move || match stage.get() {
                Stage::Entering(pass) => view! { <EndPass pass=pass collected=collected /> },
                Stage::Begin | Stage::Review => ().view(),
                Stage::Typed | Stage::Closed => view! { <Act shown=shown /> },
            }}
        </Opening>
    }
}

/// Back to the desk, while no total stands in the sheet.
#[component]
fn ToDesk(shown: Memo<Option<Shown>>, typed: RwSignal<bool>) -> impl IntoView {
    let can = Memo::new(move |_| {
        shown.with(|shown| {
            shown.as_ref().is_some_and(|shown| shown.sheet.form().is_some() && !shown.sheet.has_figures())
        })
    });
    view! {
        <Show when=move || can.get()>
            <p>
                <button class="btn btn--link" on:click=move |_| typed.set(false)>
                    {words().desk.to_desk}
                </button>
            </p>
        </Show>
    }
}

/// What the one button of a round does.
#[derive(Clone, PartialEq)]
enum Next {
    Fill,
    Reasons(u32),
    Seal,
    Recount,
    Void,
    Sealed(RoundId),
    Rounds,
}

/// The one button of a round.
#[component]
fn Act(shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.count;
    let voiding = RwSignal::new(false);
    let by_hands = shown.with_untracked(|shown| shown.as_ref().is_some_and(Shown::by_hands));
    let id = move || shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()));
    let seal = move |_| {
        if let Some(round) = id() {
            session.record(Change::RoundSealed { round, at: clock::now() });
        }
    };
    let void = Callback::new(move |()| {
        if let Some(round) = id() {
            session.record(Change::RoundVoided { round, at: clock::now() });
        }
    });
    let next = Memo::new(move |_| {
        shown.with(|shown| {
            let Some(shown) = shown else { return Next::Rounds };
            match (shown.sheet.is_open(), shown.sound()) {
                (true, Some(_)) if shown.unanswered() > 0 => Next::Reasons(shown.unanswered()),
                (true, Some(_)) => Next::Seal,
                (true, None) => match &shown.counted {
                    Some(Ok(counted)) if counted.is_void() => Next::Void,
                    Some(_) => Next::Recount,
                    None => Next::Fill,
                },
                // An open vote has no counting minutes; it stands in those of the congress.
                (false, _) if shown.sheet.office == Office::OpenVote => Next::Rounds,
                (false, _) if shown.sheet.sealed.is_some() => Next::Sealed(shown.sheet.id.clone()),
                (false, _) => Next::Rounds,
            }
        })
    });
    view! {
        {move || match next.get() {
            Next::Fill | Next::Recount | Next::Reasons(_) => {
                let why = match next.get() {
                    Next::Fill if by_hands => words.desk.hands_missing.to_owned(),
                    Next::Fill => words.refusal(&Refusal::Incomplete),
                    Next::Reasons(number) => words.refusal(&Refusal::ReasonsMissing(number)),
                    _ if by_hands => words.desk.hands_again.to_owned(),
                    _ => w.read_again.to_owned(),
                };
                view! {
                    <button class="btn btn--main" disabled>
                        <Icon name="i-seal" />
                        {w.seal}
                    </button>
                    <p class="note">{why}</p>
                }
                    .into_any()
            }
            Next::Seal => {
                view! {
                    <button class="btn btn--main" on:click=seal>
                        <Icon name="i-seal" />
                        {w.seal}
                    </button>
                }
                    .into_any()
            }
            Next::Void => {
                view! {
                    <button class="btn btn--main" on:click=move |_| voiding.set(true)>
                        {w.void}
                    </button>
                }
                    .into_any()
            }
            Next::Sealed(id) => {
                view! {
                    <a class="btn btn--main" href=href(Place::Count)>
                        {w.next_round}
                    </a>
                    <a class="btn" href=href(Place::Paper(Paper::CountingMinutes(id)))>
                        <Icon name="i-print" />
                        {w.to_minutes}
                    </a>
                }
                    .into_any()
            }
            Next::Rounds => {
                view! {
                    <a class="btn btn--main" href=href(Place::Count)>
                        {w.to_rounds}
                    </a>
                }
                    .into_any()
            }
        }}
        <Confirm open=voiding question=w.void_question note=w.void_note yes=w.void no=words.frame.cancel on_yes=void />
    }
}

/// Takes away a round that was opened by mistake.
#[component]
fn Drop(shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let asking = RwSignal::new(false);
    let by_hands = shown.with_untracked(|shown| shown.as_ref().is_some_and(Shown::by_hands));
    let (drop, question) = if by_hands {
        (words.desk.hands_drop, words.desk.hands_drop_question)
    } else {
        (words.count.drop, words.count.drop_question)
    };
    let is_open =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.sheet.is_open())));
    let take_away = Callback::new(move |()| {
        let id = shown.with_untracked(|shown| shown.as_ref().map(|shown| shown.sheet.id.clone()));
        if let (Some(id), Some(congress)) = (id, session.congress()) {
            session.record(Change::RoundDropped(id));
            page::go(&Route::Congress(congress, Place::Count).href());
        }
    });
    view! {
        <Show when=move || is_open.get()>
            <p class="takeback">
                <button class="btn btn--link" on:click=move |_| asking.set(true)>
                    {drop}
                </button>
            </p>
        </Show>
        <Confirm open=asking question=question note="" yes=drop no=words.frame.cancel on_yes=take_away />
    }
}
