//! A value that is set, and one that is only read.

use super::Read;
use super::memo::Memo;
use leptos::prelude::{Get as _, Set as _, Track as _, WithUntracked as _};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value whose kind only its owner knows.
type Kept = Arc<dyn Any + Send + Sync>;

/// A value that is set.
pub struct RwSignal<T>(leptos::prelude::RwSignal<Kept>, PhantomData<fn() -> T>);

/// A value that is read; from a text, a memo, another signal or whatever reads signals.
pub struct Signal<T>(leptos::prelude::Signal<Kept>, PhantomData<fn() -> T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

/// Looks at a value of a kind that is known here.
pub(super) fn shown<T: 'static, R>(value: &dyn Any, look: impl FnOnce(&T) -> R) -> R {
    match value.downcast_ref() {
        Some(value) => look(value),
        None => unreachable!("a signal holds the kind that it was made with"),
    }
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self(written(Arc::new(value)), PhantomData)
    }

    /// Looks at the value and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        shown(&*followed(self.0), look)
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        shown(&*glanced(self.0), look)
    }

    /// Sets the value.
    pub fn set(self, value: T) {
        set(self.0, Arc::new(value));
    }

    /// Follows the value without looking at it.
    pub fn track(self) {
        track(self.0);
    }
}

impl<T: PartialEq + Send + Sync + 'static> RwSignal<T> {
    /// Sets the value, and wakes nobody where it is the same.
    pub fn settle(self, value: T) {
        if self.with_untracked(|old| *old != value) {
            self.set(value);
        }
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

#[inline(never)]
fn written(value: Kept) -> leptos::prelude::RwSignal<Kept> {
    leptos::prelude::RwSignal::new(value)
}

#[inline(never)]
fn followed(signal: leptos::prelude::RwSignal<Kept>) -> Kept {
    signal.get()
}

#[inline(never)]
fn glanced(signal: leptos::prelude::RwSignal<Kept>) -> Kept {
    signal.with_untracked(Arc::clone)
}

#[inline(never)]
fn track(signal: leptos::prelude::RwSignal<Kept>) {
    signal.track();
}

#[inline(never)]
fn set(signal: leptos::prelude::RwSignal<Kept>, value: Kept) {
    signal.set(value);
}

impl<T: Send + Sync + 'static> Signal<T> {
    /// A value that stays.
    pub fn stored(value: T) -> Self {
        Self(leptos::prelude::Signal::stored(Arc::new(value)), PhantomData)
    }

    /// What a closure reads.
    pub fn derive(read: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(derived(Box::new(move || -> Kept { Arc::new(read()) })), PhantomData)
    }

    /// Looks at the value and follows it.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        shown(&*read(self.0), look)
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        shown(&*glimpsed(self.0), T::clone)
    }
}

#[inline(never)]
fn derived(read: Box<dyn Read<Kept> + Send + Sync>) -> leptos::prelude::Signal<Kept> {
    leptos::prelude::Signal::derive(move || read.read())
}

#[inline(never)]
fn read(signal: leptos::prelude::Signal<Kept>) -> Kept {
    signal.get()
}

#[inline(never)]
fn glimpsed(signal: leptos::prelude::Signal<Kept>) -> Kept {
    signal.with_untracked(Arc::clone)
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::from(T::default())
    }
}

impl<T: Send + Sync + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl From<&str> for Signal<String> {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self(signal.0.into(), PhantomData)
    }
}
