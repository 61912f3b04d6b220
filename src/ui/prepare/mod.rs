//! Prepare: the tasks, the roll, the programme, the particulars.

mod base;
mod bring;
mod item;
mod particulars;
mod person;
mod programme;
mod roll;
mod task;
mod tasks;

pub(super) use base::BaseSum;
pub(super) use particulars::Particulars;
pub(super) use programme::Programme;
pub(super) use roll::RollPlace;
pub(super) use tasks::Tasks;

use super::frame::href;
use super::widgets::{Tab, TabLine};
use super::words;
use crate::route::Place;
use crate::ui::markup::prelude::*;

/// The tabs within Prepare.
#[component]
fn Tabs(here: Place) -> impl IntoView {
    let w = words().prepare;
    let tabs = [
        (Place::Tasks, w.tasks),
        (Place::Roll, w.roll),
        (Place::Programme, w.programme),
        (Place::Particulars, w.particulars),
    ];
    let tabs = tabs.into_iter().map(|(place, name)| Tab { current: place == here, href: href(place), name });
    view! { <TabLine name=w.within tabs=tabs.collect() /> }
}
