//! The element: its tag, its fixed attributes, its settings and its children.

use super::child::Child;
use super::read::Hear;
use super::served::never_served;
use super::setting::{Held, IntoValue, Place, Setting, Value};
use super::together::{Look, together};
use crate::signals::Follower;
use leptos::ev::EventDescriptor;
use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::tachys::html::node_ref::NodeRefContainer;
use leptos::tachys::renderer::{CastFrom as _, Rndr};
use leptos::tachys::view::any_view::AnyViewState;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// Attributes that never change, by name.
type Fixed = &'static [(&'static str, &'static str)];

/// An element, to be furnished step by step. Boxed, so that each step hands on one word.
pub struct Element(Box<Asked>);

/// An element as it is asked for.
struct Asked {
    tag: &'static str,
    fixed: Fixed,
    settings: Vec<Setting>,
    children: Vec<AnyView>,
    together: Option<Look>,
}

/// An element to be furnished; `view!` writes it.
#[inline(never)]
pub fn element(tag: &'static str, fixed: Fixed) -> Element {
    Element(Box::new(Asked { tag, fixed, settings: Vec::new(), children: Vec::new(), together: None }))
}

impl Element {
    /// Sets a value.
    pub fn set(mut self, place: Place, name: &'static str, value: impl IntoValue) -> Self {
        self.add_value(place, name, value.into_value());
        self
    }

    /// Listens to an event. Contexts are found in the listener as where the element was made.
    pub fn on<E>(mut self, event: E, mut heard: impl FnMut(E::EventType) + Send + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: From<JsValue>,
    {
        self.add_listener(event.name(), Box::new(move |event: JsValue| heard(event.into())));
        self
    }

    /// Makes the element known.
    pub fn node<E>(mut self, reference: NodeRef<E>) -> Self
    where
        E: ElementType,
        E::Output: JsCast + 'static,
    {
        let tell =
            Box::new(move |element: &web_sys::Element| NodeRefContainer::<E>::load(reference, element));
        self.0.settings.push(Setting::Node(tell));
        self
    }

    /// Follows everything on it and in it together that tells of what the look sees; what a closure makes, or follows, is
    /// followed apart.
    pub fn together(mut self, look: Look) -> Self {
        self.0.together = Some(look);
        self
    }

    /// Puts something in, behind what is there.
    pub fn child(mut self, child: impl Child) -> Self {
        self.add_child(child.view());
        self
    }

    #[inline(never)]
    fn add_value(&mut self, place: Place, name: &'static str, value: Value) {
        Setting::add(&mut self.0.settings, place, name, value);
    }

    #[inline(never)]
    fn add_listener(&mut self, event: Cow<'static, str>, heard: Box<dyn Hear + Send>) {
        self.0.settings.push(Setting::Listener(event, heard));
    }

    #[inline(never)]
    fn add_child(&mut self, child: AnyView) {
        self.0.children.push(child);
    }
}

impl Child for Element {
    #[inline(never)]
    fn view(self) -> AnyView {
        (*self.0).into_any()
    }
}

/// An element as it stands on the page.
struct Standing {
    node: web_sys::Element,
    tag: &'static str,
    fixed: Fixed,
    settings: Vec<Held>,
    children: Vec<AnyViewState>,
    /// Following ends when it is dropped.
    together: Option<Follower>,
}

/// The elements of drawings live in a namespace of their own.
fn namespace(tag: &str) -> Option<&'static str> {
    matches!(tag, "svg" | "use" | "path" | "rect" | "line" | "polyline" | "circle" | "text")
        .then_some("http://www.w3.org/2000/svg")
}

thread_local! {
    /// The first element of each kind, by where its tag and its fixed attributes stand in the program.
    static FIRST: RefCell<FxHashMap<[usize; 4], web_sys::Element>> = RefCell::default();
}

/// An element with its fixed attributes, a copy of the first of its kind: a copy costs the browser one call and no text.
fn made(tag: &'static str, fixed: Fixed) -> web_sys::Element {
    let kind = [tag.as_ptr().addr(), tag.len(), fixed.as_ptr().addr(), fixed.len()];
    FIRST.with_borrow_mut(|known| {
        let first = known.entry(kind).or_insert_with(|| furnished(tag, fixed));
        first.clone_node().map_or_else(|_| furnished(tag, fixed), JsCast::unchecked_into)
    })
}

fn furnished(tag: &str, fixed: Fixed) -> web_sys::Element {
    let node = Rndr::create_element(tag, namespace(tag));
    for (name, text) in fixed {
        Rndr::set_attribute(&node, name, text);
    }
    node
}

impl Render for Asked {
    type State = Standing;

    fn build(mut self) -> Standing {
        let node = made(self.tag, self.fixed);
        let (tag, fixed) = (self.tag, self.fixed);
        let (together, (settings, children)) = as_asked(self.together.take(), || self.furnish(&node));
        Standing { node, tag, fixed, settings, children, together }
    }

    /// The same line of code made both, or the old one goes. Whoever stands in a field must not lose it.
    fn rebuild(mut self, standing: &mut Standing) {
        let same = self.tag == standing.tag
            && self.fixed == standing.fixed
            && self.settings.len() == standing.settings.len()
            && self.children.len() == standing.children.len();
        if !same {
            let mut new = self.build();
            standing.insert_before_this(&mut new);
            standing.unmount();
            *standing = new;
            return;
        }
        let (following, ()) = as_asked(self.together.take(), || self.refurnish(standing));
        standing.together = following;
    }
}

impl Asked {
    fn furnish(self, node: &web_sys::Element) -> (Vec<Held>, Vec<AnyViewState>) {
        let settings = self.settings.into_iter().map(|setting| setting.put(node, None)).collect();
        let children = self.children.into_iter().map(|child| {
            let mut child = child.build();
            child.mount(node, None);
            child
        });
        (settings, children.collect())
    }

    fn refurnish(self, standing: &mut Standing) {
        let held = std::mem::take(&mut standing.settings);
        let settings = self.settings.into_iter().zip(held);
        standing.settings = settings.map(|(new, old)| new.put(&standing.node, Some(old))).collect();
        for (new, old) in self.children.into_iter().zip(&mut standing.children) {
            new.rebuild(old);
        }
    }
}

/// Builds with one follower for all, where that is asked for.
fn as_asked<R>(look: Option<Look>, make: impl FnOnce() -> R) -> (Option<Follower>, R) {
    match look {
        Some(look) => {
            let (following, all) = together(look, make);
            (Some(following), all)
        }
        None => (None, make()),
    }
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.node).and_then(web_sys::Element::cast_from);
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.node));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.node.clone()]
    }
}

never_served!(Asked);
