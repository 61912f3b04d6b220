//! Tabs within a place: plain links, of which one is where we are.

use crate::platform::{clock, page};
use crate::ui::markup::prelude::*;

/// A tab: its address, its name, and whether it is the present one.
pub struct Tab {
    /// The address.
    pub href: String,
    /// The name.
    pub name: &'static str,
    /// Whether it is where we are.
    pub current: bool,
}

/// The tabs within a place.
#[component]
pub fn TabLine(
    /// What a screen reader calls them.
    name: &'static str,
    /// The tabs, left to right.
    tabs: Vec<Tab>,
) -> impl IntoView {
    // On a phone the present one may lie beyond the edge.
    clock::later(0, || page::reveal_across(".sub [aria-current]"));
    view! {
        <nav class="sub" aria-label=name>
            {tabs
                .into_iter()
                .map(|tab| {
                    view! {
                        <a href=tab.href aria-current=tab.current.then_some("page")>
                            {tab.name}
                        </a>
                    }
                })
                .collect_view()}
        </nav>
    }
}
