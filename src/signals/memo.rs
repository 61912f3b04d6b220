//! A value that is worked out again when a signal in it changes, and told on only when it came out different.

use super::Read;
use super::signal::shown;
use leptos::prelude::{Get as _, GetUntracked as _};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// The memo.
pub struct Memo<T>(leptos::prelude::Memo<Kept>, PhantomData<fn() -> T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A value whose kind only its memo knows.
#[derive(Clone)]
struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>() == other.downcast_ref::<T>()
}

#[inline(never)]
fn kept(read: Box<dyn Read<Kept> + Send + Sync>) -> leptos::prelude::Memo<Kept> {
    leptos::prelude::Memo::new(move |_| read.read())
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// A memo. What is read is never given its earlier value; it has the form that it has everywhere in Leptos.
    pub fn new(read: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let read = move || Kept { value: Arc::new(read(None)), same: same::<T> };
        Self(kept(Box::new(read)), PhantomData)
    }

    /// Looks at the value and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        shown(&*self.followed(), look)
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        shown(&*self.0.get_untracked().value, look)
    }

    fn followed(self) -> Arc<dyn Any + Send + Sync> {
        self.0.get().value
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}
