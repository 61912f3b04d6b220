//! A rule in our own words, with the place where it stands.

use crate::congress::bilingual::Bilingual;
use crate::congress::confidence::Confidence;
use crate::congress::election::strict::{FieldError, Fields};
use serde::Serialize;

/// A rule in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// Where it stands.
    pub article: Bilingual,
    /// What it says.
    pub text: Bilingual,
    /// How sure we are of it.
    pub confidence: Confidence,
}

impl Clause {
    /// Whether the text could not be checked; the app then asks to confirm it with the presidium.
    pub fn is_unverified(&self) -> bool {
        self.confidence == Confidence::Unverified
    }

    /// Takes the clause of an object from its field `clause`.
    pub(super) fn take(fields: &mut Fields) -> Result<Self, FieldError> {
        Self::take_as(fields, "clause")
    }

    /// Takes a clause that is itself a field.
    pub(super) fn take_as(fields: &mut Fields, key: &str) -> Result<Self, FieldError> {
        let mut fields = fields.object(key)?;
        let clause = Self {
            article: fields.bilingual("article")?,
            text: fields.bilingual("text")?,
            confidence: fields.choice("confidence")?,
        };
        fields.end()?;
        Ok(clause)
    }
}
