//! The fields of one object, taken one by one: what is missing, of the wrong sort or left over is refused by name.

use std::collections::BTreeMap;

use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer};

use super::MOST;
use super::field_error::{Expected, FieldError};
use super::json::{Json, Place, Reading};
use crate::congress::bilingual::Bilingual;
use crate::congress::day;
use chrono::NaiveDate;

/// What is left of an object while it is read.
pub(crate) struct Fields {
    path: String,
    left: BTreeMap<String, Json>,
}

impl Fields {
    /// The fields of the object at `path`; the empty path is the round itself.
    pub(crate) fn of(path: &str, json: Json) -> Result<Self, FieldError> {
        match json {
            Json::Object(left) => Ok(Self { path: path.to_owned(), left }),
            _ => Err(FieldError::new(path, Expected::Object)),
        }
    }

    /// The full name of a field of this object.
    pub(crate) fn name(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Takes a field that may be missing.
    pub(crate) fn take(&mut self, key: &str) -> Option<Json> {
        self.left.remove(key)
    }

    /// Takes a field that must be there.
    pub(crate) fn demand(&mut self, key: &str) -> Result<Json, FieldError> {
        self.take(key).ok_or_else(|| FieldError::new(self.name(key), Expected::Given))
    }

    /// Takes a value that must be there and may be `null`; `null` is none.
    pub(crate) fn nullable(&mut self, key: &str) -> Result<Option<Json>, FieldError> {
        Ok(match self.demand(key)? {
            Json::Null => None,
            value => Some(value),
        })
    }

    /// Takes an object that must be there.
    pub(crate) fn object(&mut self, key: &str) -> Result<Self, FieldError> {
        let value = self.demand(key)?;
        Self::of(&self.name(key), value)
    }

    /// Takes a list that must be there, and reads each item with its own name.
    pub(crate) fn list<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str, Json) -> Result<T, FieldError>,
    ) -> Result<Vec<T>, FieldError> {
        match self.demand(key)? {
            Json::List(items) => items
                .into_iter()
                .enumerate()
                .map(|(at, item)| {
                    read("", item).map_err(|error| error.within(&format!("{}[{at}]", self.name(key))))
                })
                .collect(),
            _ => Err(FieldError::new(self.name(key), Expected::List)),
        }
    }

    /// Takes a text in both languages.
    pub(crate) fn bilingual(&mut self, key: &str) -> Result<Bilingual, FieldError> {
        let mut fields = self.object(key)?;
        let text = Bilingual::new(fields.text("vi")?, fields.text("en")?);
        fields.end()?;
        if text.is_filled() {
            Ok(text)
        } else {
            Err(FieldError::new(self.name(key), Expected::Agreement("a text in both languages")))
        }
    }

    /// Takes a list that may be missing, and reads each item with its own name.
    pub(crate) fn list_if_given<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str, Json) -> Result<T, FieldError>,
    ) -> Result<Vec<T>, FieldError> {
        if self.left.contains_key(key) { self.list(key, read) } else { Ok(Vec::new()) }
    }

    /// Takes a text that may be missing; then it is empty.
    pub(crate) fn text_if_given(&mut self, key: &str) -> Result<String, FieldError> {
        if self.left.contains_key(key) { self.text(key) } else { Ok(String::new()) }
    }

    /// Takes `true` or `false`, which may be missing; then it is `false`.
    pub(crate) fn flag_if_given(&mut self, key: &str) -> Result<bool, FieldError> {
        match self.take(key) {
            None => Ok(false),
            Some(Json::Flag(flag)) => Ok(flag),
            Some(_) => Err(FieldError::new(self.name(key), Expected::Flag)),
        }
    }

    /// Takes a whole number of any size that must be there, such as an instant.
    pub(crate) fn any_whole(&mut self, key: &str) -> Result<u64, FieldError> {
        match self.demand(key)? {
            Json::Whole(number) => Ok(number),
            _ => Err(FieldError::new(self.name(key), Expected::Whole { least: 0 })),
        }
    }

    /// Takes a day that may be `null` or missing.
    pub(crate) fn day_if_given(&mut self, key: &str) -> Result<Option<NaiveDate>, FieldError> {
        if self.left.contains_key(key) { self.day(key) } else { Ok(None) }
    }

    /// Takes the keys that are left, one after the other.
    pub(crate) fn next_key(&self) -> Option<String> {
        self.left.keys().next().cloned()
    }

    /// Takes a day that may be `null`.
    pub(crate) fn day(&mut self, key: &str) -> Result<Option<NaiveDate>, FieldError> {
        let refusal = FieldError::new(self.name(key), Expected::Day);
        match self.nullable(key)? {
            None => Ok(None),
            Some(Json::Text(text)) => day::read_text(&text).map(Some).ok_or(refusal),
            Some(_) => Err(refusal),
        }
    }

    /// Takes a whole number that must be there.
    pub(crate) fn whole(&mut self, key: &str) -> Result<u32, FieldError> {
        let value = self.demand(key)?;
        self.to_whole(key, &value)
    }

    /// Takes a whole number that may be missing.
    pub(crate) fn whole_if_given(&mut self, key: &str) -> Result<Option<u32>, FieldError> {
        self.take(key).map(|value| self.to_whole(key, &value)).transpose()
    }

    /// Takes a text that must be there.
    pub(crate) fn text(&mut self, key: &str) -> Result<String, FieldError> {
        match self.demand(key)? {
            Json::Text(text) => Ok(text),
            _ => Err(FieldError::new(self.name(key), Expected::Text)),
        }
    }

    /// Takes one of a closed set of words that must be there.
    pub(crate) fn choice<T: DeserializeOwned>(&mut self, key: &str) -> Result<T, FieldError> {
        let value = self.demand(key)?;
        choice(&self.name(key), &value)
    }

    /// Takes one of a closed set of words that may be missing.
    pub(crate) fn choice_if_given<T: DeserializeOwned>(
        &mut self,
        key: &str,
    ) -> Result<Option<T>, FieldError> {
        self.take(key).map(|value| choice(&self.name(key), &value)).transpose()
    }

    /// Ends the reading: a field that nobody took is unknown.
    pub(crate) fn end(self) -> Result<(), FieldError> {
        match self.left.first_key_value() {
            None => Ok(()),
            Some((key, _)) => Err(FieldError::new(self.name(key), Expected::KnownField)),
        }
    }

    // The smallest number allowed is judged with the round as a whole, so that a draft with a 0 can be stored.
    fn to_whole(&self, key: &str, value: &Json) -> Result<u32, FieldError> {
        match value {
            Json::Whole(number) => u32::try_from(*number).ok().filter(|number| *number <= MOST),
            _ => None,
        }
        .ok_or_else(|| FieldError::new(self.name(key), Expected::Whole { least: least(key) }))
    }
}

/// Reads one of a closed set of words; a refusal names `path`.
pub(crate) fn choice<T: DeserializeOwned>(path: &str, value: &Json) -> Result<T, FieldError> {
    let Json::Text(text) = value else {
        return Err(FieldError::new(path, Expected::Text));
    };
    let word: StrDeserializer<'_, ValueError> = text.as_str().into_deserializer();
    T::deserialize(word).map_err(|error| FieldError::new(path, Expected::OneOf(error.to_string())))
}

/// The smallest number that a field of this name takes.
pub(crate) fn least(field: &str) -> u32 {
    u32::from(matches!(field, "summoned" | "seats" | "round"))
}

/// Reads one text of JSON strictly, then lets `read` make its type of it.
pub(crate) fn parse<T>(
    text: &str,
    read: impl FnOnce(&str, Json) -> Result<T, FieldError>,
) -> Result<T, FieldError> {
    let place = Place::default();
    let mut source = serde_json::Deserializer::from_str(text);
    let json = Reading { place: &place }
        .deserialize(&mut source)
        .and_then(|json| source.end().map(|()| json))
        .map_err(|error| FieldError::new(place.field(), Expected::Json(error.to_string())))?;
    read("", json)
}

/// Reads one value strictly from any self-describing format, then lets `read` make its type of it.
pub(crate) fn deserialize<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    read: impl FnOnce(&str, Json) -> Result<T, FieldError>,
) -> Result<T, D::Error> {
    let place = Place::default();
    let json = Reading { place: &place }
        .deserialize(deserializer)
        .map_err(|error| D::Error::custom(format_args!("`{}`: {error}", place.field())))?;
    read("", json).map_err(D::Error::custom)
}
