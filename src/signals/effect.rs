//! What is done again when a signal in it changes.

use leptos::prelude::Effect;

/// Something that is done: a closure in a box that carries one way to be called.
trait Doing {
    fn act(&mut self);
}

impl<F: FnMut()> Doing for F {
    fn act(&mut self) {
        self();
    }
}

/// Does something once the view stands, and again a moment after a signal that it reads has changed, for as long as the
/// view lives.
pub fn effect(act: impl FnMut() + 'static) {
    follow(Box::new(act));
}

#[inline(never)]
fn follow(mut doing: Box<dyn Doing>) {
    Effect::new(move |_: Option<()>| doing.act());
}
