//! Who does something again when a signal that it reads has changed: the one machinery behind effects, values on elements
//! and views that are made again.
//!
//! Leptos gives each of its effects a task, a channel and an owner, and has each forget all that it reads before it is done
//! again. A list of two hundred rows has hundreds of them. These wait in one row, and let go only of what was not read again.

use leptos::prelude::Owner;
use leptos::reactive::graph::{
    AnySource, AnySubscriber, ReactiveNode, Source as _, Subscriber, ToAnySubscriber, WithObserver as _,
};
use leptos::reactive::owner::WeakOwner;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::{Poll, Waker};

/// Something that is done: a closure in a box that carries one way to be called.
pub trait Doing {
    /// Does it.
    fn act(&mut self);
}

impl<F: FnMut()> Doing for F {
    fn act(&mut self) {
        self();
    }
}

/// Does something again a moment after a signal that it reads has changed, until it is dropped. Those whom one change woke
/// come in the order in which they began to follow.
pub struct Follower(Arc<Node>);

/// In which scope something is done.
enum Scope {
    /// One of its own: signals, memos and contexts that were made there are let go before it is done again.
    Own(Owner),
    /// The one in which it stands, as long as that is there.
    Outer(Option<WeakOwner>),
}

/// A follower as signals know it.
struct Node {
    own: Weak<Self>,
    state: Mutex<State>,
    doing: SendWrapper<RefCell<Box<dyn Doing>>>,
    scope: Scope,
}

/// What a follower knows of what it reads.
#[derive(Default)]
struct State {
    /// Something that it reads was set; otherwise it was only asked to look.
    is_behind: bool,
    is_waiting: bool,
    has_ended: bool,
    /// What it read when it was last done, in the order of reading.
    sources: Vec<AnySource>,
    /// How many of them have been read again, in that order, since it began anew.
    again: usize,
    /// What was read after the order was left.
    others: Vec<AnySource>,
}

/// Who waits for a turn, in the order of waking.
#[derive(Default)]
struct Turns {
    waiting: VecDeque<Arc<Node>>,
    has_begun: bool,
    /// Wakes the one task that gives turns, while it sleeps.
    waker: Option<Waker>,
}

thread_local! {
    static TURNS: RefCell<Turns> = RefCell::default();
}

impl Follower {
    /// Does something now, and again when a signal in it changes. What it makes is let go before it is done again.
    pub fn now(doing: Box<dyn Doing>) -> Self {
        let made = Self::waiting(doing, Scope::Own(Owner::new()));
        made.0.act();
        made
    }

    /// Reads something now, and again when a signal in it changes. It makes nothing that would have to be let go.
    pub fn reading(doing: Box<dyn Doing>) -> Self {
        let made = Self::waiting(doing, Scope::Outer(Owner::current().map(|owner| owner.downgrade())));
        made.0.act();
        made
    }

    /// Does something in a moment, and again when a signal in it changes. What it makes is let go before it is done again.
    pub fn soon(doing: Box<dyn Doing>) -> Self {
        let made = Self::waiting(doing, Scope::Own(Owner::new()));
        made.0.mark_dirty();
        made
    }

    fn waiting(doing: Box<dyn Doing>, scope: Scope) -> Self {
        let doing = SendWrapper::new(RefCell::new(doing));
        Self(Arc::new_cyclic(|own| Node { own: Weak::clone(own), state: Mutex::default(), doing, scope }))
    }
}

impl Drop for Follower {
    /// What it holds is dropped when its turn comes: whoever waits before it may still read a signal that was made there.
    fn drop(&mut self) {
        self.0.state().has_ended = true;
        self.0.clear_sources(&self.0.to_any_subscriber());
        self.0.wait();
    }
}

impl Node {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait(&self) {
        let Some(own) = self.own.upgrade() else { return };
        if !std::mem::replace(&mut self.state().is_waiting, true) {
            TURNS.with_borrow_mut(|turns| turns.add(own));
        }
    }

    fn turn(&self) {
        let mut state = self.state();
        state.is_waiting = false;
        let (has_ended, is_behind) = (state.has_ended, state.is_behind);
        drop(state);
        let differs = || self.to_any_subscriber().with_observer(|| self.update_if_necessary());
        if !has_ended && (is_behind || differs()) {
            self.act();
        }
    }

    fn act(&self) {
        let mut state = self.state();
        state.is_behind = false;
        state.again = 0;
        drop(state);
        let subscriber = self.to_any_subscriber();
        let act = || subscriber.with_observer(|| self.doing.borrow_mut().act());
        match &self.scope {
            Scope::Own(owner) => owner.with_cleanup(act),
            Scope::Outer(owner) => match owner.as_ref().and_then(WeakOwner::upgrade) {
                Some(owner) => owner.with(act),
                None => act(),
            },
        }
        let mut state = self.state();
        // It may have ended itself, and have read something after that.
        let left = if state.has_ended { state.forget() } else { state.left() };
        drop(state);
        for source in left {
            source.remove_subscriber(&subscriber);
        }
    }
}

impl State {
    fn read(&mut self, source: AnySource) {
        let is_next = self.others.is_empty() && self.sources.get(self.again) == Some(&source);
        if is_next {
            self.again += 1;
        } else if self.others.last() != Some(&source) {
            self.others.push(source);
        }
    }

    /// Everything that was read, of which it knows nothing any more.
    fn forget(&mut self) -> Vec<AnySource> {
        self.again = 0;
        let mut all = std::mem::take(&mut self.sources);
        all.append(&mut self.others);
        all
    }

    /// What was read before and is not any more.
    fn left(&mut self) -> Vec<AnySource> {
        if self.again == self.sources.len() && self.others.is_empty() {
            return Vec::new();
        }
        let mut left = self.sources.split_off(self.again);
        self.sources.append(&mut self.others);
        left.retain(|source| !self.sources.contains(source));
        left
    }
}

impl Turns {
    fn add(&mut self, node: Arc<Node>) {
        self.waiting.push_back(node);
        if let Some(waker) = self.waker.take() {
            waker.wake();
        } else if !std::mem::replace(&mut self.has_begun, true) {
            spawn_local(poll_fn(|context| {
                take_turns(context.waker());
                Poll::Pending
            }));
        }
    }
}

/// Lets everybody have a turn who waits, and who begins to wait meanwhile.
fn take_turns(waker: &Waker) {
    let next = || TURNS.with_borrow_mut(|turns| turns.waiting.pop_front());
    while let Some(node) = next() {
        node.turn();
    }
    TURNS.with_borrow_mut(|turns| turns.waker = Some(waker.clone()));
}

impl ToAnySubscriber for Node {
    fn to_any_subscriber(&self) -> AnySubscriber {
        AnySubscriber(Weak::as_ptr(&self.own).addr(), Weak::<Self>::clone(&self.own))
    }
}

impl ReactiveNode for Node {
    fn mark_dirty(&self) {
        self.state().is_behind = true;
        self.wait();
    }

    fn mark_check(&self) {
        self.wait();
    }

    /// Nobody follows a follower.
    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        let sources = self.state().sources.clone();
        sources.iter().any(ReactiveNode::update_if_necessary)
    }
}

impl Subscriber for Node {
    fn add_source(&self, source: AnySource) {
        self.state().read(source);
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        let sources = self.state().forget();
        for source in sources {
            source.remove_subscriber(subscriber);
        }
    }
}
