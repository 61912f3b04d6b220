//! A view that is made again when a signal in it changes. What stands is updated, not replaced, where it can be.

use super::read::ReadMut;
use super::served::never_served;
use crate::signals::Follower;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use std::cell::RefCell;
use std::rc::Rc;

/// The view as it is asked for.
pub struct Again(pub Box<dyn ReadMut<AnyView> + Send>);

/// What stands of it; nothing while it is made.
type Standing = Rc<RefCell<Option<AnyViewState>>>;

/// The view as it stands on the page.
pub struct Made {
    standing: Standing,
    #[expect(dead_code, reason = "following ends when it is dropped")]
    follower: Follower,
}

impl Render for Again {
    type State = Made;

    fn build(mut self) -> Made {
        let standing = Standing::default();
        let own = Rc::clone(&standing);
        let follower = Follower::now(Box::new(move || {
            let view = self.0.read();
            let earlier = own.take();
            let now = match earlier {
                Some(mut earlier) => {
                    view.rebuild(&mut earlier);
                    earlier
                }
                None => view.build(),
            };
            own.replace(Some(now));
        }));
        Made { standing, follower }
    }

    fn rebuild(self, made: &mut Made) {
        let mut old = std::mem::replace(made, self.build());
        old.insert_before_this(made);
        old.unmount();
    }
}

impl Mountable for Made {
    fn unmount(&mut self) {
        if let Some(standing) = &mut *self.standing.borrow_mut() {
            standing.unmount();
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        if let Some(standing) = &mut *self.standing.borrow_mut() {
            standing.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.standing.borrow().as_ref().is_some_and(|standing| standing.insert_before_this(child))
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.standing.borrow().as_ref().map(Mountable::elements).unwrap_or_default()
    }
}

impl Drop for Made {
    /// What stands in it ends at once; the follower itself when its turn comes.
    fn drop(&mut self) {
        drop(self.standing.take());
    }
}

never_served!(Again);
