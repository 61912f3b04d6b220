//! A value that nobody follows.

use std::sync::{PoisonError, RwLock};

/// A value of which a page has one, for as long as it stands: it is never let go.
///
/// Leptos's own for this stands in a common store, from which it goes when its view goes. What stays needs no search in
/// there at each look.
pub struct Unfollowed<T: 'static>(&'static RwLock<T>);

impl<T> Clone for Unfollowed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Unfollowed<T> {}

impl<T> Unfollowed<T> {
    /// The value as it is at first.
    pub fn new(value: T) -> Self {
        Self(Box::leak(Box::new(RwLock::new(value))))
    }

    /// Looks at the value. `look` may look at it again, but not change it: that would never come to its turn, and stops.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the value, which `change` alone has in its hands meanwhile: within it nothing asks for the value again.
    pub fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another one in its place.
    pub fn set(self, value: T) {
        let earlier = self.update(|held| std::mem::replace(held, value));
        // What it holds may look at this value when it goes.
        drop(earlier);
    }
}

impl<T: Clone> Unfollowed<T> {
    /// The value as it is now.
    pub fn get(self) -> T {
        self.with(T::clone)
    }
}
