//! Papers: the list of what can be printed, and each paper as it will lie on the table.

mod block;
mod decoration;
mod list;
mod reword;
mod sheet;

pub(super) use list::Documents;
pub(super) use sheet::paper;

use super::frame::href;
use super::widgets::{Tab, TabLine};
use super::{session, words};
use crate::route::Place;
use crate::ui::markup::prelude::*;

/// The tabs within More.
#[component]
pub(super) fn MoreTabs(here: Place) -> impl IntoView {
    let w = words().data;
    let part = session().role().is_some();
    let tabs = [
        (Place::Documents, w.documents),
        (Place::Afterwards, words().afterwards.name),
        (Place::Data, w.data),
        (Place::Log, w.log),
    ];
    // A device with a part has no papers.
    let tabs = tabs.into_iter().filter(|(place, _)| !part || matches!(place, Place::Data | Place::Log));
    let tabs = tabs.map(|(place, name)| Tab { current: place == here, href: href(place), name });
    view! { <TabLine name=w.within tabs=tabs.collect() /> }
}
