//! What a congress knows for a paper: values by name, each with where it comes from, and lists of such.

use crate::documents::text::Source;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Words; where they hold a figure, with its source.
    Text(String, Option<Source>),
    /// A number of people, ballots, votes, minutes or seats.
    Number(u32, Source),
}

/// What is known, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    facts: Vec<(&'static str, Fact)>,
    lists: Vec<(&'static str, Vec<Facts>)>,
}

impl Facts {
    /// Nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// With words from a source.
    pub fn text(mut self, name: &'static str, text: impl Into<String>, source: Source) -> Self {
        self.facts.push((name, Fact::Text(text.into(), Some(source))));
        self
    }

    /// With words that need no source, because they say nothing that could be wrong.
    pub fn word(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.facts.push((name, Fact::Text(text.into(), None)));
        self
    }

    /// With a number.
    pub fn number(mut self, name: &'static str, number: u32, source: Source) -> Self {
        self.facts.push((name, Fact::Number(number, source)));
        self
    }

    /// With a number, where there is one.
    pub fn some_number(self, name: &'static str, number: Option<u32>, source: Source) -> Self {
        match number {
            Some(number) => self.number(name, number, source),
            None => self,
        }
    }

    /// With something that holds or does not.
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        if holds { self.word(name, "✓") } else { self }
    }

    /// With everything that others know as well; what both know stays as it is here.
    pub fn beneath(mut self, others: Facts) -> Self {
        self.facts.extend(others.facts);
        self.lists.extend(others.lists);
        self
    }

    /// With a list.
    pub fn list(mut self, name: &'static str, entries: impl IntoIterator<Item = Facts>) -> Self {
        self.lists.push((name, entries.into_iter().collect()));
        self
    }

    /// What is known under a name.
    pub fn fact(&self, name: &str) -> Option<&Fact> {
        self.facts.iter().find(|(of, _)| *of == name).map(|(_, fact)| fact)
    }

    /// The list of a name; empty where there is none.
    pub fn entries(&self, name: &str) -> &[Facts] {
        self.lists.iter().find(|(of, _)| *of == name).map_or(&[], |(_, list)| list)
    }

    /// Whether something is known under a name: words that are not empty, a number, or a list with an entry.
    pub fn knows(&self, name: &str) -> bool {
        let fact = self.fact(name).is_some_and(|fact| match fact {
            Fact::Text(text, _) => !text.trim().is_empty(),
            Fact::Number(..) => true,
        });
        fact || !self.entries(name).is_empty()
    }
}
