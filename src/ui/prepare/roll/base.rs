//! The base as a sum that one can add up aloud: those summoned, less each exclusion, and what more than half is.

use crate::congress::Topic;
use crate::congress::election::ExclusionKind;
use crate::congress::election::sheet::Electorate;
use crate::congress::people::Attendance;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::say;
use crate::ui::{session, words};

/// A line of the sum: what is taken away, how many people, and who.
#[derive(Clone, PartialEq)]
struct Line {
    name: &'static str,
    people: u32,
    names: String,
}

#[derive(Clone, PartialEq)]
struct Sum {
    summoned: &'static str,
    electorate: Electorate,
    lines: Vec<Line>,
    /// The base's clause in words.
    clause: String,
    /// The least votes that pass; none where ballots are the base.
    threshold: Option<u32>,
}

/// The sum over an electorate: the roll's as it stands now, or the one with which a round was opened.
#[component]
pub(in crate::ui) fn BaseSum(
    /// The electorate; follows whatever it is made from.
    #[prop(into)]
    electorate: Signal<Option<Electorate>>,
) -> impl IntoView {
    let session = session();
    let words = words();
    let sum = Memo::new(move |_| {
        let electorate = electorate.get()?;
        session.follow(&Topic::Details);
        session.read(&Topic::Roll, |congress| {
            let form = congress.form();
            let profile = congress.profile();
            let known = |kind: &ExclusionKind| {
                profile.is_none_or(|rules| rules.exclusions_of(form).iter().any(|rule| rule.kind == *kind))
            };
            let share = profile.filter(|rules| rules.counts_people()).map(|rules| rules.threshold.more_than);
            let lines = ExclusionKind::of(form).filter(known).map(|kind| {
                let names: Vec<&str> = congress.roll.names_marked(Attendance::excluded_as(kind)).collect();
                let people = electorate.exclusions.get(kind);
                let same = u32::try_from(names.len()).is_ok_and(|number| number == people);
                Line {
                    name: words.exclusion(kind),
                    people,
                    names: if same { names.join(", ") } else { String::new() },
                }
            });
            Sum {
                summoned: words.summoned(form),
                lines: lines.collect(),
                electorate: electorate.clone(),
                clause: profile.map(|rules| words.clause(&rules.base.clause)).unwrap_or_default(),
                threshold: share.map(|share| share.least_above(electorate.base())),
            }
        })
    });
    (move || sum.get().map(|sum| table(&sum))).view()
}

fn table(sum: &Sum) -> AnyView {
    let words = words();
    let base = sum.electorate.base();
    let clause = sum.clause.clone();
    let Some(threshold) = sum.threshold else {
        // Where ballots are the base there is no sum of people; the clause says what counts.
        return view! { <p>{clause}</p> };
    };
    let lines = sum.lines.iter().map(|line| {
        view! {
            <tr class:zero=line.people == 0>
                <td class="sum__sign">"−"</td>
                <th scope="row">{line.name} <small>{line.names.clone()}</small></th>
                <td class="num">{line.people}</td>
            </tr>
        }
    });
    view! {
        <table class="sum">
            <tbody>
                <tr>
                    <td class="sum__sign"></td>
                    <th scope="row">{sum.summoned}</th>
                    <td class="num">{sum.electorate.summoned}</td>
                </tr>
                {lines.collect_view()}
                <tr class="total">
                    <td class="sum__sign">"="</td>
                    <th scope="row">{words.prepare.base_total}</th>
                    <td class="num" data-base=base>
                        {base}
                    </td>
                </tr>
            </tbody>
        </table>
        <p class="sum__half">{say(&words.threshold(threshold))}</p>
        <p class="note">{clause}</p>
    }
}
