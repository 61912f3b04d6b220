//! The lessons of all congresses by area, and the new committees added up.

use super::View;
use crate::congress::preparation::committee::CommitteeFigure;
use crate::congress::preparation::lesson::Area;
use crate::congress::summary::StatedLesson;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::Head;
use crate::ui::words;
use leptos::task::spawn_local;

/// A lesson and the organisation that learnt it.
type Learnt = (String, StatedLesson);

/// Both.
#[component]
pub(super) fn Lessons() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let learnt = RwSignal::new(None::<Vec<Learnt>>);
    // Ten thousand summaries are read only when somebody asks for what stands in them.
    let gather = move |_| {
        spawn_local(async move {
            let all = view.overview.summaries().await;
            let lessons = all.into_iter().flat_map(|(_, summary)| {
                let name = summary.organisation;
                summary.lessons.into_iter().map(move |lesson| (name.clone(), lesson))
            });
            learnt.set(Some(lessons.collect()));
        });
    };
    view! {
        <Committees />
        <Head title=w.lessons.to_owned() />
        <p>
            <button class="btn" id="gather-lessons" on:click=gather>
                {w.lessons_show}
            </button>
        </p>
        {move || learnt.get().map(|learnt| by_area(&learnt))}
    }
}

fn by_area(learnt: &[Learnt]) -> AnyView {
    let words = words();
    if learnt.is_empty() {
        return view! { <p class="note">{words.overview.lessons_none}</p> };
    }
    let areas = Area::ALL.map(|area| {
        let of: Vec<&Learnt> = learnt.iter().filter(|(_, lesson)| lesson.area == area).collect();
        let lines = of.iter().map(|(name, lesson)| {
            let how = if lesson.well { words.afterwards.well } else { words.afterwards.badly };
            view! {
                <li data-well=lesson.well.to_string()>
                    <b>{how}</b>
                    <span>{lesson.text.clone()}</span>
                    <span class="note">{name.clone()}</span>
                </li>
            }
        });
        let lines = lines.collect_view();
        (!of.is_empty()).then(|| {
            view! {
                <section class="lessons">
                    <h3>{words.area(area)}</h3>
                    <ul>{lines}</ul>
                </section>
            }
        })
    });
    areas.into_iter().collect_view().view()
}

/// The figures of the new committees, added up where cells gave them.
#[component]
fn Committees() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let sums = move || {
        view.overview.read(|gathered| {
            let told: Vec<_> = gathered.cells().filter_map(|(_, cell)| cell.told.as_ref()).collect();
            CommitteeFigure::ALL
                .into_iter()
                .filter_map(|figure| {
                    let values: Vec<u64> = told
                        .iter()
                        .filter_map(|told| told.committee.get(&figure))
                        .map(|value| u64::from(*value))
                        .collect();
                    let count = u64::try_from(values.len()).ok().filter(|count| *count > 0)?;
                    let sum: u64 = values.iter().sum();
                    // An age is averaged, rounded to the nearest year.
                    let sum =
                        if figure == CommitteeFigure::AverageAge { (sum + count / 2) / count } else { sum };
                    Some((figure, sum, count))
                })
                .collect::<Vec<_>>()
        })
    };
    let line = move |(figure, sum, count): (CommitteeFigure, u64, u64)| {
        view! {
            <tr>
                <th scope="row">{words.committee_figure(figure)}</th>
                <td class="num">{sum.to_string()}</td>
                <td class="note">{format!("{count} {}", w.cells_gave)}</td>
            </tr>
        }
    };
    view! {
        <Show when=move || !sums().is_empty()>
            <Head title=w.committees.to_owned() />
            <p class="note">{w.committees_note}</p>
            <table class="over__sums over__sums--wide">
                <tbody>{move || sums().into_iter().map(line).collect_view()}</tbody>
            </table>
        </Show>
    }
}
