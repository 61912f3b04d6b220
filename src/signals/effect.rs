//! What is done again when a signal in it changes.

use super::follower::{Doing, Follower};
use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;

/// Does something once the view stands, and again a moment after a signal that it reads has changed, for as long as the
/// view lives.
pub fn effect(act: impl FnMut() + 'static) {
    follow(Box::new(act));
}

#[inline(never)]
fn follow(doing: Box<dyn Doing>) {
    let follower = SendWrapper::new(Follower::soon(doing));
    on_cleanup(move || drop(follower));
}
