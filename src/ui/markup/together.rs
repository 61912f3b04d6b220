//! Values on several elements that are followed together.
//!
//! A row of a list shows a dozen values of one thing. A follower for each element of it costs more than looking at the
//! thing once and holding each value against what it was.

use super::read::ReadMut;
use super::setting::{FollowedOn, IntoDatum, IntoValue as _, Value, follow};
use crate::signals::Follower;
use leptos::prelude::Owner;
use std::cell::RefCell;
use std::sync::{Arc, Mutex, PoisonError};

/// What is looked at before the values are read; says whether it saw something else than before.
pub type Look = Box<dyn ReadMut<bool> + Send>;

/// What was seen last of one thing, for the values that tell of it.
pub struct Seen<T>(Arc<Mutex<Option<T>>>);

impl<T> Clone for Seen<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: PartialEq + Send + 'static> Seen<T> {
    /// Nothing was seen yet.
    pub fn nothing() -> Self {
        Self(Arc::new(Mutex::new(None)))
    }

    /// The look for `together` on an element: it alone follows signals. A thing that is gone stays as it was seen last.
    pub fn look(&self, mut read: impl FnMut() -> Option<T> + Send + 'static) -> Look {
        let seen = self.clone();
        Box::new(move || read().is_some_and(|new| seen.see(new)))
    }

    fn see(&self, new: T) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let differs = seen.as_ref() != Some(&new);
        *seen = Some(new);
        differs
    }

    /// A value that tells of what was seen.
    pub fn tell<D: IntoDatum + Default>(&self, pick: impl Fn(&T) -> D + Send + 'static) -> Value {
        let seen = self.clone();
        (move || seen.now(&pick).unwrap_or_default()).into_value()
    }

    /// What was seen last.
    pub fn now<R>(&self, pick: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(pick)
    }
}

/// What is gathered for one follower, and the owner of the view in which it stands.
type Gathering = Option<(Owner, Vec<FollowedOn>)>;

thread_local! {
    static GATHERING: RefCell<Gathering> = const { RefCell::new(None) };
}

/// Follows what `make` would follow with a follower for each element, as far as it stands in the view itself: what a
/// closure in it makes is followed apart, because it comes and goes.
pub fn together<R>(look: Look, make: impl FnOnce() -> R) -> (Follower, R) {
    let outer = GATHERING.replace(Some((Owner::current().unwrap_or_default(), Vec::new())));
    let all = make();
    let gathered = GATHERING.replace(outer).map(|(_, found)| found).unwrap_or_default();
    (follow(Some(look), gathered), all)
}

/// Hands values over to the follower of the view in which they stand; gives them back where there is none.
pub fn gathered(new: FollowedOn) -> Option<FollowedOn> {
    GATHERING.with_borrow_mut(|gathering| match gathering {
        Some((owner, all)) if Owner::current().as_ref() == Some(owner) => {
            all.push(new);
            None
        }
        _ => Some(new),
    })
}
