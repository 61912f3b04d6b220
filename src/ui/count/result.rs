//! The verdict: a line for each name, the squares, the inequality, and what does not agree.

use super::place::Shown;
use crate::congress::count::Counted;
use crate::congress::election::{Method, Office, Proof, ProofRow, Round, Verdict};
use crate::congress::order;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon, say};
use crate::ui::{session, words};

/// Bases up to this many people are drawn square by square; larger ones as a plain bar.
const MOST_SQUARES: u32 = 40;

/// The table of results, once the figures agree.
#[component]
pub(super) fn Result(shown: Memo<Option<Shown>>) -> impl IntoView {
    let counted = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.sound().cloned()));
    move || counted.get().map(|counted| table(&counted))
}

fn table(counted: &Counted) -> AnyView {
    let words = words();
    let w = words.count;
    let base = counted.proof.base.base;
    let (name, unit, votes) = if counted.round.office == Office::OpenVote {
        (words.desk.hands_what, words.desk.hands_squares, words.desk.agree_hands)
    } else {
        (w.name, w.squares, w.votes)
    };
    let mut rows: Vec<&ProofRow> = counted.proof.rows.iter().collect();
    // Most votes first; equal votes keep the order of the ballot.
    order::by_key(&mut rows, |row| std::cmp::Reverse(row.votes));
    let lines = rows.into_iter().enumerate().map(|(index, row)| {
        let (icon, look) = mark(row.verdict);
        view! {
            <tr data-verdict=look>
                <td class="num">{index + 1}</td>
                <td class="who">{row.name.clone()}</td>
                <td>{squares(row, base)}</td>
                <td class="votes num">{row.votes}</td>
                <td class="share num">{words.share(row.share_hundredths)}</td>
                <td>
                    <span class="state">
                        <Icon name=icon />
                        {words.verdict_on(row.verdict, counted.round.office)}
                    </span>
                </td>
            </tr>
        }
    });
    view! {
        <table class="res" id="result">
            <thead>
                <tr>
                    <th scope="col">{words.paper.number}</th>
                    <th scope="col">{name}</th>
                    <th scope="col">{unit}</th>
                    <th scope="col" class="r">
                        {votes}
                    </th>
                    <th scope="col" class="r">
                        {words.out_of(base)}
                    </th>
                    <th scope="col">{words.prepare.state}</th>
                </tr>
            </thead>
            <tbody>{lines.collect_view()}</tbody>
        </table>
    }
}

fn mark(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Elected => ("m-done", "elected"),
        Verdict::Tied => ("m-tie", "tied"),
        Verdict::OverHalfNotRanked => ("m-no", "alternate"),
        Verdict::NotElected => ("m-no", "not"),
        Verdict::Undecided => ("m-doing", "undecided"),
    }
}

/// One square a vote, a line after one half: a share that can be counted with a finger.
fn squares(row: &ProofRow, base: u32) -> AnyView {
    let words = words();
    let told = words.squares_said(row.votes, base);
    if base == 0 || base > MOST_SQUARES {
        let share = row.share_hundredths.min(10_000);
        return view! {
            <span class="plainbar" role="img" aria-label=told>
                <span style:width=format!("{}.{:02}%", share / 100, share % 100)></span>
            </span>
        }
        .into_any();
    }
    // The line stands after half the squares, rounded down: whoever fills one beyond it has more than half.
    let pitch = |votes: u32| 14 * votes;
    let (half, gap) = (base / 2, 8);
    let place = |vote: u32| if vote >= half { pitch(vote) + gap } else { pitch(vote) };
    let line = pitch(half) + gap / 2 - 1;
    let rects = (0..base).map(|vote| {
        let class = if vote < row.votes { "fill" } else { "off" };
        view! { <rect class=class x=place(vote).to_string() y="4" width="11" height="18"></rect> }
    });
    view! {
        <svg class="units" preserveAspectRatio="none" viewBox=format!("0 0 {} 26", pitch(base) + gap) role="img" aria-label=told>
            {rects.collect_view()}
            <path class="half" d=format!("M{line} 0v26")></path>
        </svg>
    }
    .into_any()
}

/// So many of so many, square by square, without the line of one half.
pub(super) fn unit_bar(filled: u32, all: u32) -> AnyView {
    let rects = (0..all).map(|at| {
        let class = if at < filled { "fill" } else { "off" };
        view! { <rect class=class x=(14 * at).to_string() y="1" width="11" height="18"></rect> }
    });
    let rects = rects.collect_view();
    view! { <svg class="units" viewBox=format!("0 0 {} 20", 14 * all) aria-hidden="true">{rects}</svg> }
}

/// What does not agree, with the figures. The handbook changes none of them.
#[component]
pub(super) fn Findings(shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = words();
    let findings = Memo::new(move |_| {
        shown.with(|shown| {
            let counted = shown.as_ref()?.counted.as_ref()?.as_ref().ok()?;
            let method = counted.round.method;
            let texts: Vec<String> =
                counted.outcome.findings.iter().map(|finding| words.finding_at(finding, method)).collect();
            // The causes are slips with ballots; where hands are counted there are none.
            let causes = counted.causes.iter().filter(|_| method != Method::ShowOfHands);
            let causes: Vec<String> = causes.map(|cause| words.cause(cause, &counted.round)).collect();
            (!texts.is_empty()).then_some((texts, causes))
        })
    });
    let causes = move |causes: Vec<String>| {
        (!causes.is_empty()).then(|| {
            view! {
                <p class="causes__head">{words.count.causes}</p>
                <ol class="causes" id="causes">
                    {causes.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}
                </ol>
            }
        })
    };
    move || {
        findings.get().map(|(findings, likely)| {
            view! {
                <div class="notice notice--bad" role="alert" id="findings">
                    <Icon name="m-bad" />
                    <div>
                        <b>{words.count.not_valid_yet}</b>
                        <ul>{findings.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
                        {causes(likely)}
                    </div>
                </div>
            }
        })
    }
}

/// Why each person is elected or not: the inequality in whole numbers, a sentence, and the clause.
#[component]
pub(super) fn Why(shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = session();
    let words = words();
    let chosen = RwSignal::new(None::<String>);
    let counted = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.sound().cloned()));
    let why = move |counted: Counted| {
        let (proof, round) = (counted.proof.clone(), counted.round.clone());
        let names: Vec<String> = counted.proof.rows.iter().map(|row| row.name.clone()).collect();
        let row = move || {
            let rows = &counted.proof.rows;
            let chosen = chosen.get();
            // Unless somebody is chosen, the one who just missed is explained, else the last one elected.
            let short = rows.iter().filter(|row| row.verdict != Verdict::Elected).max_by_key(|row| row.votes);
            let least = rows.iter().min_by_key(|row| row.votes);
            rows.iter().find(|row| Some(&row.name) == chosen.as_ref()).or(short).or(least).cloned()
        };
        let open_vote = || session.glance(|congress| Some(congress.profile()?.open_vote.clone())).flatten();
        let clause = open_vote().filter(|_| round.office == Office::OpenVote);
        let clause = words.clause(clause.as_ref().unwrap_or(&proof.threshold_clause));
        let name = row.clone();
        view! {
            <div class="proof">
                <Head title=words.count.why.to_owned() />
                <select class="field field--slim" aria-label=words.count.why on:change=move |event| chosen.set(Some(event_target_value(&event)))>
                    {names
                        .into_iter()
                        .map(|own| {
                            let (value, name) = (own.clone(), name.clone());
                            let selected = move || name().is_some_and(|row| row.name == own);
                            view! { <option value=value.clone() prop:selected=selected>{value.clone()}</option> }
                        })
                        .collect_view()}
                </select>
                {move || row().map(|row| explanation(&row, &proof, &round))}
                <p class="note">{clause}</p>
            </div>
        }
    };
    move || counted.get().map(why)
}

fn explanation(row: &ProofRow, proof: &Proof, round: &Round) -> AnyView {
    let words = words();
    let said = if round.office == Office::OpenVote {
        words.hands_proved(row, proof.base.base, proof.threshold.unwrap_or(1))
    } else {
        words.inequality_said(row, proof)
    };
    // More than half is not all: what decides comes last.
    let decided = words.not_among(row.verdict, round.office, round.seats, proof.rank(row));
    view! {
        <p class="ineq num">{say(&words.inequality(row, proof))}</p>
        <p>{say(&said)}</p>
        {decided.map(|decided| view! { <p id="decided">{say(&decided)}</p> })}
    }
}

/// What the head of the board reads to the congress.
#[component]
pub(super) fn Reading(shown: Memo<Option<Shown>>) -> impl IntoView {
    let words = words();
    let text = Memo::new(move |_| {
        shown.with(|shown| {
            let shown = shown.as_ref()?;
            // What still needs a reason is not announced, so there is nothing to read yet.
            let counted = shown.sound().filter(|_| shown.unanswered() == 0)?;
            if shown.sheet.office == Office::OpenVote {
                return Some(vec![words.reading_open_vote(counted)]);
            }
            let ballots = &counted.round.ballots;
            let office = words.office_at(shown.sheet.office, shown.cell);
            let mut lines = vec![words.reading_ballots(
                office,
                ballots.issued,
                ballots.collected,
                ballots.valid,
                ballots.invalid,
            )];
            let base = counted.proof.base.base;
            let mut rows: Vec<&ProofRow> = counted.proof.rows.iter().collect();
            order::by_key(&mut rows, |row| std::cmp::Reverse(row.votes));
            lines.extend(rows.into_iter().map(|row| words.reading_person(row, base, counted.round.office)));
            Some(lines)
        })
    });
    move || {
        text.get().map(|lines| {
            view! {
                <div class="say-box">
                    <Head title=words.count.reading.to_owned() />
                    {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                </div>
            }
        })
    }
}
