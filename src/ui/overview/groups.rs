//! The organisations between, each with how far its cells have come and what wants attention.

use super::View;
use crate::congress::order;
use crate::congress::summary::Step;
use crate::overview::{Group, Stage};
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::words;
use std::cmp::Reverse;

/// How many organisations lie between.
pub(super) fn count(view: View) -> u32 {
    let groups = groups(view);
    u32::try_from(groups.iter().filter(|group| !group.name.is_empty()).count()).unwrap_or(u32::MAX)
}

fn groups(view: View) -> Vec<Group> {
    let (today, deadline) = (view.today.get(), view.overview.deadline());
    view.overview.read(|gathered| gathered.groups(today, deadline))
}

/// The table of the organisations between, those first that want attention.
#[component]
pub(super) fn Groups() -> impl IntoView {
    let view = View::here();
    let words = words();
    let w = words.overview;
    let sorted = move || {
        let mut groups = groups(view);
        order::by_key(&mut groups, |group| Reverse((group.wrong, group.late, group.undated)));
        groups
    };
    let column = |name: &'static str| view! { <th scope="col">{name}</th> };
    view! {
        <Head title=w.groups.to_owned() />
        <table class="orgs">
            <thead>
                <tr>
                    {column(w.group)} <th scope="col" class="r">{words.stage(Stage::Held)}</th> {column(w.progress)}
                    <th scope="col" class="r">{w.documents_approved}</th>
                    <th scope="col" class="r">{w.reported}</th>
                    <th scope="col" class="r">{w.ratified}</th>
                    {column(w.findings)}
                </tr>
            </thead>
            <tbody>{move || sorted().into_iter().map(|group| line(view, group)).collect_view()}</tbody>
        </table>
        <p class="legend">
            {[("a", w.legend_held), ("b", w.legend_dated), ("c", w.legend_undated), ("d", w.legend_late)]
                .map(|(kind, name)| {
                    view! {
                        <span>
                            <i class="stack" aria-hidden="true"><i class=kind></i></i>
                            {name}
                        </span>
                    }
                })
                .collect_view()}
        </p>
    }
}

fn line(view: View, group: Group) -> AnyView {
    let words = words();
    let w = words.overview;
    let held = group.reached(Step::Held);
    let late = group.cells - held - group.dated - group.undated;
    let parts = [("a", held), ("b", group.dated), ("c", group.undated), ("d", late)];
    let told = words.stack(held, group.dated, group.undated, late);
    let bars = parts.into_iter().filter(|(_, count)| *count > 0);
    let bars = bars.map(|(kind, count)| view! { <i class=kind style:flex-grow=count.to_string()></i> });
    let (icon, state, found) = if group.wrong > 0 {
        ("m-bad", "bad", words.to_urge(group.wrong, 0, 0).replace("**", ""))
    } else if group.late > 0 || group.undated > 0 {
        ("m-late", "warn", words.to_urge(0, group.late, group.undated).replace("**", ""))
    } else {
        ("m-done", "ok", w.all_right.to_owned())
    };
    let name = if group.name.is_empty() { w.no_group.to_owned() } else { group.name.clone() };
    let chosen = group.name.clone();
    let show = move |_| {
        view.query.update(|query| query.group = Some(chosen.clone()));
        crate::platform::page::reveal("cells");
    };
    view! {
        <tr>
            <th scope="row">
                <button class="btn btn--link" on:click=show>
                    {name}
                </button>
            </th>
            <td class="r num">{format!("{held}/{}", group.cells)}</td>
            <td>
                <div class="stack" role="img" aria-label=told>{bars.collect_view()}</div>
            </td>
            <td class="r num">{group.reached(Step::DocumentsApproved)}</td>
            <td class="r num">{group.reached(Step::Reported)}</td>
            <td class="r num">{group.reached(Step::Ratified)}</td>
            <td>
                <div class="find" data-state=state>
                    <Icon name=icon />
                    <span>{found}</span>
                </div>
            </td>
        </tr>
    }
}
