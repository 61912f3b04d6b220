//! Rows that keep their place on the page, and what is being written in them, when others come, go or move.

use super::Child as _;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use leptos::tachys::view::keyed::keyed;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher, Hash};

/// A row that is not yet made, with the hash of its key.
type Row = (u64, Box<dyn FnOnce() -> AnyView + Send>);

/// A row for each item.
#[component]
pub fn For<T: Send + 'static, K: Hash + 'static>(
    /// The items.
    each: impl Fn() -> Vec<T> + Send + 'static,
    /// The key of an item.
    key: impl Fn(&T) -> K + Send + 'static,
    /// The row of an item.
    children: impl Fn(T) -> AnyView + Send + Sync + Clone + 'static,
) -> impl IntoView {
    rows(Box::new(move || {
        let row = |item: T| -> Row {
            let children = children.clone();
            (hash(&key(&item)), Box::new(move || children(item)))
        };
        each().into_iter().map(row).collect()
    }))
}

fn rows(mut each: Box<dyn FnMut() -> Vec<Row> + Send>) -> AnyView {
    // Each row has an owner of its own, so that it lives on when the list is made again.
    let parent = Owner::current().unwrap_or_default();
    let made = move |_: usize, (_, row): Row| {
        let owner = parent.with(Owner::new);
        let view = owner.with(row);
        (drop, OwnedView::new_with_owner(view, owner))
    };
    (move || keyed(each(), |(key, _): &Row| *key, made.clone()).into_any()).view()
}

fn hash(key: &impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(key)
}
