//! The fields of one object, taken one by one: what is missing, of the wrong sort or left over is refused by name.

use std::collections::BTreeMap;

use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer};

use super::json::{Json, Place, Reading};
use super::round::{MOST, least};
use super::round_error::{Expected, RoundError};

/// What is left of an object while it is read.
pub(super) struct Fields {
    path: String,
    left: BTreeMap<String, Json>,
}

impl Fields {
    /// The fields of the object at `path`; the empty path is the round itself.
    pub(super) fn of(path: &str, json: Json) -> Result<Self, RoundError> {
        match json {
            Json::Object(left) => Ok(Self { path: path.to_owned(), left }),
            _ => Err(RoundError::new(path, Expected::Object)),
        }
    }

    /// The full name of a field of this object.
    pub(super) fn name(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Takes a field that may be missing.
    pub(super) fn take(&mut self, key: &str) -> Option<Json> {
        self.left.remove(key)
    }

    /// Takes a field that must be there.
    pub(super) fn demand(&mut self, key: &str) -> Result<Json, RoundError> {
        self.take(key).ok_or_else(|| RoundError::new(self.name(key), Expected::Given))
    }

    /// Takes a whole number that must be there.
    pub(super) fn whole(&mut self, key: &str) -> Result<u32, RoundError> {
        let value = self.demand(key)?;
        self.to_whole(key, &value)
    }

    /// Takes a whole number that may be missing.
    pub(super) fn whole_if_given(&mut self, key: &str) -> Result<Option<u32>, RoundError> {
        self.take(key).map(|value| self.to_whole(key, &value)).transpose()
    }

    /// Takes a text that must be there.
    pub(super) fn text(&mut self, key: &str) -> Result<String, RoundError> {
        match self.demand(key)? {
            Json::Text(text) => Ok(text),
            _ => Err(RoundError::new(self.name(key), Expected::Text)),
        }
    }

    /// Takes one of a closed set of words that must be there.
    pub(super) fn choice<T: DeserializeOwned>(&mut self, key: &str) -> Result<T, RoundError> {
        let value = self.demand(key)?;
        self.to_choice(key, &value)
    }

    /// Takes one of a closed set of words that may be missing.
    pub(super) fn choice_if_given<T: DeserializeOwned>(
        &mut self,
        key: &str,
    ) -> Result<Option<T>, RoundError> {
        self.take(key).map(|value| self.to_choice(key, &value)).transpose()
    }

    /// Ends the reading: a field that nobody took is unknown.
    pub(super) fn end(self) -> Result<(), RoundError> {
        match self.left.first_key_value() {
            None => Ok(()),
            Some((key, _)) => Err(RoundError::new(self.name(key), Expected::KnownField)),
        }
    }

    // The smallest number allowed is judged with the round as a whole, so that a draft with a 0 can be stored.
    fn to_whole(&self, key: &str, value: &Json) -> Result<u32, RoundError> {
        match value {
            Json::Whole(number) => u32::try_from(*number).ok().filter(|number| *number <= MOST),
            _ => None,
        }
        .ok_or_else(|| RoundError::new(self.name(key), Expected::Whole { least: least(key) }))
    }

    fn to_choice<T: DeserializeOwned>(&self, key: &str, value: &Json) -> Result<T, RoundError> {
        let Json::Text(text) = value else {
            return Err(RoundError::new(self.name(key), Expected::Text));
        };
        let word: StrDeserializer<'_, ValueError> = text.as_str().into_deserializer();
        T::deserialize(word)
            .map_err(|error| RoundError::new(self.name(key), Expected::OneOf(error.to_string())))
    }
}

/// Reads one value strictly from any self-describing format, then lets `read` make its type of it.
pub(super) fn deserialize<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    read: impl FnOnce(&str, Json) -> Result<T, RoundError>,
) -> Result<T, D::Error> {
    let place = Place::default();
    let json = Reading { place: &place }
        .deserialize(deserializer)
        .map_err(|error| D::Error::custom(format_args!("`{}`: {error}", place.field())))?;
    read("", json).map_err(D::Error::custom)
}
