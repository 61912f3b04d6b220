//! Prepare: the tasks, the roll, the programme, the particulars.

mod add_tasks;
mod base;
mod bring;
mod bulk;
mod drafts;
mod gate;
mod handed;
mod item;
mod opinions;
mod particulars;
mod paste_list;
mod person;
mod plan_line;
mod prepared;
mod programme;
mod roll;
mod task;
mod tasks;
mod timing;

pub(super) use base::BaseSum;
pub(super) use drafts::Drafts;
pub(super) use gate::GateCard;
pub(super) use particulars::Particulars;
pub(super) use plan_line::timeline;
pub(super) use programme::Programme;
pub(super) use roll::RollPlace;
pub(super) use tasks::Tasks;

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
pub(super) fn facts() -> Memo<FactSet> {
    let session = session();
    Memo::new(move |_| session.facts())
}
