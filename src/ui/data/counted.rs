//! A count from another device, before it is taken in: who counted, how many ballots, and the code to be compared.

use crate::congress::Topic;
use crate::congress::election::desk::Pass;
use crate::congress::id::{PassId, RoundId};
use crate::platform::page;
use crate::route::Place;
use crate::session::CountedElsewhere;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::say;
use crate::ui::{session, words};

/// What a counter's device brings to the open congress. Its figures stay unseen: a second counter may be near.
#[component]
pub(super) fn Counted(counted: Vec<CountedElsewhere>, open: RwSignal<bool>) -> impl IntoView {
    let w = words().part;
    if counted.is_empty() {
        return view! { <p class="note" id="nothing-counted">{w.nothing_yet}</p> };
    }
    counted.into_iter().map(|one| view! { <One counted=one open=open /> }).collect_view().into_any()
}

#[component]
fn One(counted: CountedElsewhere, open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.part;
    let refused = RwSignal::new(None::<String>);
    let round = counted.round.clone();
    let beside = session.glance(|congress| {
        let desk = &congress.round(&round)?.desk;
        let known = desk.pass_of(&counted.work.origin).is_some();
        let others = desk.passes.iter().filter(|pass| !known && !pass.parts.is_empty());
        Some(others.map(|pass| (pass.id.clone(), pass.counter.clone())).collect::<Vec<_>>())
    });
    let beside = beside.flatten().unwrap_or_default();
    let (name, ballots, code) = (counted.work.counter.clone(), counted.ballots, counted.code.clone());
    let same = session.glance(|congress| {
        let desk = &congress.round(&round)?.desk;
        Some(desk.pass_of(&counted.work.origin)?.parts.contains(&counted.work))
    });
    if same.flatten() == Some(true) {
        return view! {
            <p>{say(&words.counted_elsewhere(&name, ballots))}</p>
            <p class="note" id="taken-already">{w.taken_already}</p>
        };
    }
    let take = Callback::new(move |into: Option<PassId>| {
        let change = counted.change(into.as_ref());
        match session.admits(&change) {
            Err(refusal) => refused.set(Some(words.refusal(&refusal))),
            Ok(()) if session.record(change) => {
                open.set(false);
                page::go(&href(Place::Round(counted.round.clone())));
            }
            Ok(()) => {}
        }
    });
    let offer = move |(pass, counter): (PassId, String)| {
        view! {
            <button type="button" class="btn take-beside" on:click=move |_| take.run(Some(pass.clone()))>
                {words.take_beside(&counter)}
            </button>
        }
    };
    view! {
        <div class="counted">
            <p>{say(&words.counted_elsewhere(&name, ballots))}</p>
            <p>{say(w.say_code)}</p>
            <p class="code num">{code}</p>
            <p class="bad" role="alert">{move || refused.get()}</p>
            <div class="dialog__do">
                <button type="button" class="btn btn--main take-count" on:click=move |_| take.run(None)>
                    {w.take_alone}
                </button>
                {beside.into_iter().map(offer).collect_view()}
            </div>
        </div>
    }
}

/// The passes of a round that are done; follows the round. At the desk their codes wait until a second pass is done and
/// nobody enters: before, a second counter could tell by the code whether the first one's sums are met.
#[component]
pub(in crate::ui) fn PassCodes(round: RoundId) -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.part;
    let own = session.role().is_some();
    let found = Memo::new(move |_| {
        session.follow(&Topic::Round(round.clone()));
        let found = session.read(&Topic::Rounds, |congress| {
            let sheet = congress.round(&round)?;
            let form = sheet.form()?;
            let done = || sheet.desk.passes.iter().filter(|pass| pass.ended.is_some());
            let told = own || (done().count() > 1 && sheet.desk.running().is_none());
            let line = |pass: &Pass| {
                let code = pass.code(&form).filter(|_| told).map(|code| code.to_string());
                (pass.counter.clone(), pass.figures(Some(&form)).entered(), code)
            };
            let settled = || Some(sheet.desk.review(&form, congress.ballot_rules()?)?.differences.is_empty());
            Some((done().map(line).collect::<Vec<_>>(), told && settled() == Some(true)))
        });
        found.flatten().unwrap_or_default()
    });
    let (settled, codes) = (
        Memo::new(move |_| found.with(|(_, settled)| *settled)),
        Memo::new(move |_| found.with(|(codes, _)| codes.clone())),
    );
    let agree = move || {
        codes.with(|codes| {
            let first = codes.first().map(|(_, _, code)| code.clone());
            codes.iter().all(|(_, _, code)| Some(code) == first.as_ref())
        })
    };
    let agreement = move || match (agree(), settled.get()) {
        (true, _) => w.same_codes,
        (false, true) => w.settled_codes,
        (false, false) => w.different_codes,
    };
    let line = move |(counter, ballots, code): (String, u32, Option<String>)| {
        view! { <li>{say(&words.pass_code(&counter, ballots, code.as_deref()))}</li> }
    };
    let told = move || codes.with(|codes| codes.len() > 1 && codes.iter().all(|(_, _, code)| code.is_some()));
    view! {
        <Show when=move || codes.with(|codes| !codes.is_empty())>
            <h3>{w.passes}</h3>
            <ul class="pass-codes">{move || codes.get().into_iter().map(line).collect_view()}</ul>
            <Show when=told>
                <p class="note" id="codes-agree">{agreement}</p>
            </Show>
        </Show>
    }
}
