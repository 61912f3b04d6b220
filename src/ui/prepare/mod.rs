//! Prepare: the tasks, the documents, the roll, the programme, the particulars; and the gates.

mod drafts;
mod gate;
mod particulars;
mod programme;
mod roll;
mod tasks;

pub(super) use drafts::Drafts;
pub(super) use gate::GateCard;
pub(super) use particulars::Particulars;
pub(super) use programme::Programme;
pub(super) use roll::{BaseSum, RollPlace};
pub(super) use tasks::{Tasks, timeline};

use super::frame::href;
use super::widgets::{Tab, TabLine};
use super::{session, words};
use crate::congress::preparation::FactSet;
use crate::route::Place;
use crate::ui::markup::prelude::*;

/// The tabs within Prepare.
#[component]
fn Tabs(here: Place) -> impl IntoView {
    let w = words().prepare;
    let tabs = [
        (Place::Tasks, w.tasks),
        (Place::Drafts, words().documents.name),
        (Place::Roll, w.roll),
        (Place::Programme, w.programme),
        (Place::Particulars, w.particulars),
    ];
    let tabs = tabs.into_iter().map(|(place, name)| Tab { current: place == here, href: href(place), name });
    view! { <TabLine name=w.within tabs=tabs.collect() /> }
}

/// The facts that hold; looked at again when something changes on which one of them rests.
pub(super) fn facts() -> RwSignal<FactSet> {
    let session = session();
    settled(move || session.facts(session.witnessed()))
}
