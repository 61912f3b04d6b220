//! A line of JSON as a tree that keeps what an ordinary parser forgives.
//!
//! A key given twice is refused, at any depth, and a number with a point or an exponent is refused even where it
//! would come out whole: it was not counted, it was computed. The place of a refusal is kept, so that the message
//! names the field.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

/// A value of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    /// A whole number from 0 up.
    Whole(u64),
    /// `true` or `false`.
    Flag(bool),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(BTreeMap<String, Json>),
    /// `null`.
    Null,
    /// A negative whole number: JSON, but never a value of what is read here.
    Negative,
}

/// Where in the line a refusal happened, innermost first; empty until one does.
#[derive(Debug, Default)]
pub(crate) struct Place(RefCell<Vec<Step>>);

/// A step down into a value.
#[derive(Debug)]
enum Step {
    Key(String),
    Item(usize),
}

impl Place {
    /// The place as a field name: `candidates[0].votes`; empty for the line as a whole.
    pub(crate) fn field(&self) -> String {
        let steps = self.0.borrow();
        let text: String = steps.iter().rev().map(Step::to_string).collect();
        text.trim_start_matches('.').to_owned()
    }

    /// Passes a refusal on, and notes the step in which it happened. Nothing is noted while all goes well.
    fn refused<E>(&self, step: Step, error: E) -> E {
        self.0.borrow_mut().push(step);
        error
    }
}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(out, ".{key}"),
            Self::Item(at) => write!(out, "[{at}]"),
        }
    }
}

/// Reads one value; after a refusal `place` tells where it was.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// Follows the reader down and back; a refusal leaves it where it happened.
    pub(crate) place: &'a Place,
}

impl<'de> DeserializeSeed<'de> for Reading<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reading<'_> {
    type Value = Json;

    // Numbers with a point or an exponent have no method here, so that they end in the refusal below.
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a whole number without point or exponent, a text, true or false, a list or an object")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Flag(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Whole(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(u64::try_from(value).map_or(Json::Negative, Json::Whole))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        loop {
            let item = list.next_element_seed(self);
            let item = item.map_err(|error| self.place.refused(Step::Item(items.len()), error))?;
            match item {
                Some(item) => items.push(item),
                None => return Ok(Json::List(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            match entries.entry(key) {
                Entry::Vacant(free) => match map.next_value_seed(self) {
                    Ok(value) => _ = free.insert(value),
                    Err(error) => return Err(self.place.refused(Step::Key(free.into_key()), error)),
                },
                Entry::Occupied(taken) => {
                    let error = A::Error::custom("the key is given twice");
                    return Err(self.place.refused(Step::Key(taken.key().clone()), error));
                }
            }
        }
        Ok(Json::Object(entries))
    }
}
