//! What is set on an element: attributes, properties, classes, styles, listeners.

use super::put::put;
use super::read::{Hear, ReadMut};
use super::together::{Differs, Look, gathered};
use crate::signals::{Follower, Signal};
use leptos::prelude::*;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// One thing that is set on an element.
pub enum Setting {
    /// A value that stays, under a name.
    Fixed(Place, &'static str, Datum),
    /// Values that are followed together: one look at all of them costs less than a follower for each.
    Followed(Vec<Followed>),
    /// What is done at an event.
    Listener(Cow<'static, str>, Box<dyn Hear + Send>),
    /// Who wants to know the element.
    Node(Box<dyn FnOnce(&web_sys::Element) + Send>),
}

/// Where a value is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// An attribute; `true` sets it without a text.
    Attribute,
    /// A property of the element's object. What a list has chosen is said by its options, which stand in it before it does.
    Property,
    /// A class that is there or not.
    Class,
    /// A property of its style.
    Style,
    /// The text inside, where nothing else stands there.
    Text,
}

/// A value that stays, or one that is followed.
pub enum Value {
    /// It stays as it is.
    Fixed(Datum),
    /// It is read again when a signal in it changes.
    Followed(Reading),
    /// It tells of something that was seen, and is read again when that came out different.
    Told(Differs, Reading),
}

/// How a followed value is read.
type Reading = Box<dyn ReadMut<Datum> + Send>;

impl Value {
    /// The same value with something in front of its text.
    pub fn behind(self, front: &'static str) -> Self {
        let joined = move |datum| match datum {
            Datum::Text(text) => Datum::Text(Cow::Owned([front, &text].concat())),
            flag @ Datum::Flag(_) => flag,
        };
        let join = |mut read: Reading| -> Reading { Box::new(move || joined(read.read())) };
        match self {
            Self::Fixed(value) => Self::Fixed(joined(value)),
            Self::Followed(read) => Self::Followed(join(read)),
            Self::Told(of, read) => Self::Told(of, join(read)),
        }
    }
}

/// A value that is read again when a signal in it changes, or when what it tells of came out different, under a name.
pub struct Followed {
    place: Place,
    name: &'static str,
    read: Reading,
    /// What it tells of.
    of: Option<Differs>,
    /// What was read last.
    last: Option<Datum>,
}

impl Followed {
    /// Whether it may have to be put anew.
    fn may_differ(&self) -> bool {
        self.of.as_ref().is_none_or(Differs::does)
    }

    /// A field may hold something else than what was last put there, so a property is always put.
    fn put_on(&mut self, element: &web_sys::Element) {
        let value = self.read.read();
        if self.last.as_ref() != Some(&value) || self.place == Place::Property {
            put(element, self.place, self.name, &value, self.last.is_none());
            self.last = Some(value);
        }
    }
}

/// Values that are followed on one element.
pub type FollowedOn = (web_sys::Element, Vec<Followed>);

/// What a value can be.
#[derive(Clone, PartialEq, Eq)]
pub enum Datum {
    /// There or not.
    Flag(bool),
    /// A text.
    Text(Cow<'static, str>),
}

/// A setting as it stands on the page.
pub enum Held {
    /// A value that stays.
    Fixed(Datum),
    /// Following.
    Followed(#[expect(dead_code, reason = "following ends when it is dropped")] Follower),
    /// Listening.
    Listener(Listening),
    /// Nothing to hold.
    Done,
}

/// What is done at an event, with the owner in which it is done.
type Doing = Option<(Owner, Box<dyn Hear + Send>)>;

/// A listener on the page. It can be given something else to do; the browser is not asked again for that.
pub struct Listening {
    event: Cow<'static, str>,
    doing: Rc<RefCell<Doing>>,
    #[expect(dead_code, reason = "listening ends when it is dropped")]
    end: RemoveEventHandler<web_sys::Element>,
}

impl Listening {
    fn to(element: &web_sys::Element, event: Cow<'static, str>, heard: Box<dyn Hear + Send>) -> Self {
        let doing = Rc::<RefCell<Doing>>::default();
        let own = Rc::clone(&doing);
        let hear = move |event: JsValue| {
            let Some((owner, mut heard)) = own.take() else { return };
            owner.with(|| heard.hear(event));
            // Meanwhile it may have been given something else to do.
            own.borrow_mut().get_or_insert((owner, heard));
        };
        let end = Rndr::add_event_listener(element, &event, Box::new(hear));
        let listening = Self { event, doing, end };
        listening.give(heard);
        listening
    }

    fn give(&self, heard: Box<dyn Hear + Send>) {
        self.doing.replace(Some((Owner::current().unwrap_or_default(), heard)));
    }
}

impl Setting {
    /// Adds a value to the settings of one element.
    pub fn add(settings: &mut Vec<Self>, place: Place, name: &'static str, value: Value) {
        let (of, read) = match value {
            Value::Fixed(value) => return settings.push(Self::Fixed(place, name, value)),
            Value::Followed(read) => (None, read),
            Value::Told(of, read) => (Some(of), read),
        };
        let new = Followed { place, name, read, of, last: None };
        // A property is put whenever it is read, over whatever a person has typed: it is followed for itself. What follows
        // signals is not what a look is taken for.
        let alike = |one: &Followed| one.place != Place::Property && one.of.is_some() == new.of.is_some();
        let together = settings.iter_mut().find_map(|setting| match setting {
            Self::Followed(all) if all.iter().all(alike) => Some(all),
            _ => None,
        });
        match together {
            Some(all) if place != Place::Property => all.push(new),
            _ => settings.push(Self::Followed(vec![new])),
        }
    }

    /// Sets it on an element, in place of what was held there.
    pub fn put(self, element: &web_sys::Element, earlier: Option<Held>) -> Held {
        match self {
            Self::Fixed(place, name, value) => {
                if !matches!(earlier, Some(Held::Fixed(earlier)) if earlier == value) {
                    put(element, place, name, &value, true);
                }
                Held::Fixed(value)
            }
            Self::Followed(all) => {
                let tells = all.iter().all(|one| one.of.is_some());
                let own = (element.clone(), all);
                match if tells { gathered(own) } else { Some(own) } {
                    Some(alone) => Held::Followed(follow(None, vec![alone])),
                    None => Held::Done,
                }
            }
            Self::Listener(event, heard) => Held::Listener(match earlier {
                Some(Held::Listener(listening)) if listening.event == event => {
                    listening.give(heard);
                    listening
                }
                _ => Listening::to(element, event, heard),
            }),
            Self::Node(tell) => {
                tell(element);
                Held::Done
            }
        }
    }
}

/// Puts values where they belong, and again when one comes out different. With a look, those are read after it that tell of
/// something that came out different.
pub fn follow(mut look: Option<Look>, mut all: Vec<FollowedOn>) -> Follower {
    let mut is_first = true;
    Follower::reading(Box::new(move || {
        let differs = look.as_mut().is_none_or(|look| look.read());
        // Nothing stands there yet the first time, whatever was seen.
        let is_first = std::mem::take(&mut is_first);
        if is_first || differs {
            for (element, values) in &mut all {
                for one in values.iter_mut().filter(|one| is_first || one.may_differ()) {
                    one.put_on(element);
                }
            }
        }
    }))
}

/// A state as an attribute spells it that says either, such as `aria-pressed`.
pub fn spelled(state: bool) -> &'static str {
    if state { "true" } else { "false" }
}

/// What can be the value of a setting.
pub trait IntoValue {
    /// The value.
    fn into_value(self) -> Value;
}

/// What can be one reading of a value.
pub trait IntoDatum {
    /// The reading.
    fn into_datum(self) -> Datum;
}

impl IntoDatum for bool {
    fn into_datum(self) -> Datum {
        Datum::Flag(self)
    }
}

impl IntoDatum for &'static str {
    fn into_datum(self) -> Datum {
        Datum::Text(Cow::Borrowed(self))
    }
}

impl IntoDatum for String {
    fn into_datum(self) -> Datum {
        Datum::Text(Cow::Owned(self))
    }
}

impl IntoDatum for u32 {
    fn into_datum(self) -> Datum {
        self.to_string().into_datum()
    }
}

impl<T: IntoDatum> IntoDatum for Option<T> {
    fn into_datum(self) -> Datum {
        self.map_or(Datum::Flag(false), T::into_datum)
    }
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

macro_rules! fixed {
    ($($kind:ty),*) => {
        $(impl IntoValue for $kind {
            fn into_value(self) -> Value {
                Value::Fixed(self.into_datum())
            }
        })*
    };
}

fixed!(bool, u32, &'static str, String, Option<&'static str>, Option<String>);

impl<F, T> IntoValue for F
where
    F: FnMut() -> T + Send + 'static,
    T: IntoDatum,
{
    fn into_value(mut self) -> Value {
        Value::Followed(Box::new(move || self().into_datum()))
    }
}

impl<T: IntoDatum + Clone + Send + Sync + 'static> IntoValue for Signal<T> {
    fn into_value(self) -> Value {
        (move || self.get()).into_value()
    }
}
