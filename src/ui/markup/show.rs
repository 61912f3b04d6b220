//! A part that is shown or not.

use super::Child as _;
use crate::signals::Read;
use leptos::prelude::*;

/// Shows its children while the condition holds.
#[component]
pub fn Show(
    /// The condition.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What is shown then.
    children: ChildrenFn,
    /// What is shown otherwise.
    #[prop(optional, into)]
    fallback: ViewFn,
) -> impl IntoView {
    shown(Box::new(when), children, fallback)
}

fn shown(when: Box<dyn Read<bool> + Send + Sync>, children: ChildrenFn, fallback: ViewFn) -> AnyView {
    let holds = ArcMemo::new(move |_| when.read());
    (move || if holds.get() { children() } else { fallback.run() }).view()
}
