//! Values on several elements that are followed together.
//!
//! A row of a list shows a dozen values of one thing. A follower for each element of it costs more than looking at the
//! thing once and holding each value against what it was.

use super::read::ReadMut;
use super::setting::{FollowedOn, IntoDatum, Value, follow};
use crate::signals::Follower;
use leptos::prelude::Owner;
use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// What is looked at before the values are read; says whether it saw something else than before. It alone follows signals.
pub type Look = Box<dyn ReadMut<bool> + Send>;

/// A look at several things, or at several parts of one.
pub fn looking(look: impl FnMut() -> bool + Send + 'static) -> Look {
    Box::new(look)
}

/// What was seen last of one thing, or of a part of it, for the values that tell of it.
pub struct Seen<T>(Arc<Sight<T>>);

struct Sight<T> {
    last: Mutex<Option<T>>,
    differs: Differs,
}

/// Whether something came out different at the last look.
#[derive(Clone, Default)]
pub struct Differs(Arc<AtomicBool>);

impl Differs {
    /// Whether it did.
    pub fn does(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl<T> Clone for Seen<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: PartialEq + Send + 'static> Seen<T> {
    /// Nothing was seen yet.
    pub fn nothing() -> Self {
        Self(Arc::new(Sight { last: Mutex::new(None), differs: Differs::default() }))
    }

    /// The look for `together` on an element that shows this alone. A thing that is gone stays as it was seen last.
    pub fn look(&self, mut read: impl FnMut() -> Option<T> + Send + 'static) -> Look {
        let seen = self.clone();
        Box::new(move || read().is_some_and(|new| seen.see(new)))
    }

    /// Looks at it as it is now; says whether that is something else than before.
    pub fn see(&self, new: T) -> bool {
        let mut last = self.0.last.lock().unwrap_or_else(PoisonError::into_inner);
        let differs = last.as_ref() != Some(&new);
        *last = Some(new);
        self.0.differs.0.store(differs, Ordering::Relaxed);
        differs
    }

    /// A value that tells of what was seen.
    pub fn tell<D: IntoDatum + Default>(&self, pick: impl Fn(&T) -> D + Send + 'static) -> Value {
        let seen = self.clone();
        let read = move || seen.now(&pick).unwrap_or_default().into_datum();
        Value::Told(self.0.differs.clone(), Box::new(read))
    }

    /// What was seen last.
    pub fn now<R>(&self, pick: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.last.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(pick)
    }
}

/// What is gathered for one follower, and the owner of the view in which it stands.
type Gathering = Option<(Owner, Vec<FollowedOn>)>;

thread_local! {
    static GATHERING: RefCell<Gathering> = const { RefCell::new(None) };
}

/// Follows all that tells of what the look sees, as far as it stands in the view that `make` makes: what a closure in it makes
/// is followed apart, because it comes and goes, and so is what follows signals.
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
