//! The rounds so far, and what comes next.

use super::decide::{Choice, Decide};
use super::setup::Setup;
use crate::congress::election::Office;
use crate::congress::election::story::{Prepared, Step};
use crate::congress::id::RoundId;
use crate::congress::{Refusal, Topic};
use crate::route::Place;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, Opening};
use crate::ui::{session, words};

/// What stands in the way of the next round, or what it is.
#[derive(Clone, PartialEq)]
enum Next {
    Roll(Refusal),
    Open(RoundId, String),
    Setup(Prepared, String),
    Decide(String),
    Done,
}

/// A round in the list.
#[derive(Clone, PartialEq)]
struct Line {
    id: RoundId,
    title: String,
    state: &'static str,
    icon: &'static str,
    elected: String,
}

/// The rounds.
#[component]
pub(in crate::ui) fn Rounds() -> impl IntoView {
    let words = words();
    let next = next();
    let choices = choices();
    let setup = move || match next.get() {
        Next::Setup(proposal, _) => Some(proposal),
        _ => None,
    };
    view! {
        <NextRound next=next />
        <Decide choices=choices />
        <List />
        {move || {
            setup()
                .map(|proposal| {
                    view! {
                        <Head title=words.count.setup.to_owned() />
                        <Setup proposal=proposal />
                    }
                })
        }}
        <super::hands::OpenVote />
    }
}

/// What the congress may decide instead of the next round.
fn choices() -> Memo<Vec<Choice>> {
    let session = session();
    Memo::new(move |_| {
        session.follow(&Topic::Details);
        session
            .read(&Topic::Rounds, |congress| {
                let story = congress.story();
                let after = |office| story.as_ref().map_or(0, |story| story.ended(office));
                let choice = |offer: crate::congress::election::story::Offer| match offer.step {
                    Step::Open(_) => None,
                    Step::Decide(decision) => {
                        Some(Choice::Decision(offer.office, decision, after(offer.office)))
                    }
                    Step::DecideAlternates(names) => {
                        Some(Choice::Alternates(offer.office, names, after(offer.office)))
                    }
                };
                congress.offers().into_iter().filter_map(choice).collect()
            })
            .unwrap_or_default()
    })
}

fn next() -> Memo<Next> {
    let session = session();
    let words = words();
    Memo::new(move |_| {
        session.follow(&Topic::Roll);
        session.follow(&Topic::Details);
        session
            .read(&Topic::Rounds, |congress| {
                let title =
                    |office, number, kind| words.round_title(office, congress.is_cell(), number, kind);
                if let Some(sheet) = congress.rounds.iter().find(|sheet| sheet.is_open()) {
                    return Next::Open(sheet.id.clone(), title(sheet.office, sheet.number, sheet.kind));
                }
                let headcount = congress.roll.headcount();
                match congress.proposal() {
                    None => match congress.offers().first() {
                        Some(offer) => Next::Decide(
                            words.alternates_sentence(words.office_at(offer.office, congress.is_cell())),
                        ),
                        None => Next::Done,
                    },
                    Some(_) if headcount.full == 0 => Next::Roll(Refusal::RollEmpty),
                    Some(_) if headcount.full_unmarked > 0 => {
                        Next::Roll(Refusal::RollUnmarked(headcount.full_unmarked))
                    }
                    Some(proposal) => {
                        let title = title(proposal.office, proposal.number, proposal.kind);
                        Next::Setup(proposal, title)
                    }
                }
            })
            .unwrap_or(Next::Done)
    })
}

#[component]
fn NextRound(next: Memo<Next>) -> impl IntoView {
    let words = words();
    let w = words.count;
    let sentence = Signal::derive(move || match next.get() {
        Next::Roll(refusal) => words.refusal(&refusal),
        Next::Open(_, title) => words.open_round_sentence(&title),
        Next::Setup(_, title) => words.setup_sentence(&title),
        Next::Decide(sentence) => sentence,
        Next::Done => w.all_elected.to_owned(),
    });
    let link = |place, text| view! { <a class="btn btn--main" href=href(place)>{text}</a> }.into_any();
    view! {
        <Opening eyebrow=words.prepare.next.to_owned() sentence=sentence>
            {move || match next.get() {
                Next::Roll(_) => link(Place::Roll, w.to_roll),
                Next::Open(id, _) => link(Place::Round(id), w.to_result),
                Next::Done => link(Place::Documents, words.run.to_documents),
                Next::Setup(..) | Next::Decide(_) => ().into_any(),
            }}
        </Opening>
    }
}

#[component]
fn List() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.count;
    let lines = Memo::new(move |_| {
        session
            .read(&Topic::Rounds, |congress| {
                let line = |sheet: &crate::congress::election::sheet::RoundSheet| {
                    let (state, icon) = match (sheet.sealed, sheet.voided) {
                        (Some(_), _) => (w.sealed, "i-seal"),
                        (None, Some(_)) => (w.voided, "m-bad"),
                        (None, None) => (w.counting, "m-doing"),
                    };
                    let counted = congress.count_sheet(sheet).filter(|_| sheet.sealed.is_some());
                    let counted = counted.and_then(Result::ok);
                    // Of an open vote its question is told, whether or not it was adopted.
                    let elected = if sheet.office == Office::OpenVote {
                        let verdict = counted.and_then(|counted| counted.outcome.verdicts.first().copied());
                        let said = verdict.map(|verdict| words.verdict_on(verdict, sheet.office));
                        Some(format!("{} {}", sheet.names().join(""), said.unwrap_or_default()))
                    } else {
                        counted.map(|counted| counted.outcome.elected.join(", "))
                    };
                    let title = words.round_title(sheet.office, congress.is_cell(), sheet.number, sheet.kind);
                    Line { id: sheet.id.clone(), title, state, icon, elected: elected.unwrap_or_default() }
                };
                congress.rounds.iter().map(line).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    });
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <Head title=w.rounds.to_owned() />
            <ul class="rounds">
                <For each=move || lines.get() key=|line| (line.id.clone(), line.state, line.elected.clone()) let:line>
                    <li>
                        <a href=href(Place::Round(line.id))>
                            <span class="rounds__t">{line.title}</span>
                            <span class="state">
                                <Icon name=line.icon />
                                {line.state}
                            </span>
                            <span class="rounds__e">{line.elected}</span>
                        </a>
                    </li>
                </For>
            </ul>
        </Show>
    }
}
