//! What can stand inside an element.

use super::again::Again;
use super::read::ReadMut;
use crate::signals::{Memo, RwSignal, Signal};
use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;

/// Something that can stand inside an element.
pub trait Child {
    /// Its view.
    fn view(self) -> AnyView;
}

/// Views beside each other.
pub struct Several(Vec<AnyView>);

/// No views yet; `view!` adds them.
pub fn several() -> Several {
    Several(Vec::new())
}

impl Several {
    /// Adds one behind the others.
    pub fn child(mut self, child: impl Child) -> Self {
        self.0.push(child.view());
        self
    }

    /// The views as one.
    pub fn view(self) -> AnyView {
        StaticVec::from(self.0).into_any()
    }
}

fn followed(read: Box<dyn ReadMut<AnyView> + Send>) -> AnyView {
    Again(read).into_any()
}

fn text(text: String) -> AnyView {
    text.into_any()
}

impl Child for AnyView {
    fn view(self) -> AnyView {
        self
    }
}

impl Child for () {
    fn view(self) -> AnyView {
        ().into_any()
    }
}

impl Child for &str {
    fn view(self) -> AnyView {
        text(self.to_owned())
    }
}

impl Child for String {
    fn view(self) -> AnyView {
        text(self)
    }
}

impl<T: Child> Child for Option<T> {
    fn view(self) -> AnyView {
        self.map_or_else(|| ().view(), T::view)
    }
}

impl<T: Child> Child for Vec<T> {
    fn view(self) -> AnyView {
        self.into_iter().map(T::view).collect::<Vec<AnyView>>().into_any()
    }
}

impl<T: Child, const N: usize> Child for [T; N] {
    fn view(self) -> AnyView {
        Several(self.into_iter().map(T::view).collect()).view()
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {
        $(impl Child for $kind {
            fn view(self) -> AnyView {
                text(self.to_string())
            }
        })*
    };
}

numbers!(u16, u32, usize, i64);

impl<F, T> Child for F
where
    F: FnMut() -> T + Send + 'static,
    T: Child,
{
    fn view(mut self) -> AnyView {
        followed(Box::new(move || self().view()))
    }
}

macro_rules! signals {
    ($($kind:ident),*) => {
        $(impl<T: Child + Clone + PartialEq + Send + Sync + 'static> Child for $kind<T> {
            fn view(self) -> AnyView {
                (move || self.get()).view()
            }
        })*
    };
}

signals!(Memo, RwSignal, Signal);
