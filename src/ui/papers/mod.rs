//! Papers: the list of what can be printed, and each paper as it will lie on the table.

mod list;
mod sheet;

pub(super) use list::Documents;
pub(super) use sheet::{CountingMinutes, ProgrammePaper, RollPaper};

use super::frame::href;
use super::words;
use crate::route::Place;
use leptos::prelude::*;

/// The tabs within More.
#[component]
pub(super) fn MoreTabs(here: Place) -> impl IntoView {
    let w = words().data;
    let tabs = [(Place::Documents, w.documents), (Place::Data, w.data), (Place::Log, w.log)];
    view! {
        <nav class="sub" aria-label=w.within>
            {tabs
                .into_iter()
                .map(|(place, name)| {
                    let current = (place == here).then_some("page");
                    view! {
                        <a href=href(place) aria-current=current>
                            {name}
                        </a>
                    }
                })
                .collect_view()}
        </nav>
    }
}
