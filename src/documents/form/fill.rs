//! A form and what is known make a paper.

use super::facts::{Fact, Facts};
use super::{BlockKind, Form, FormBlock, FormSet};
use crate::congress::Congress;
use crate::congress::bilingual::Bilingual;
use crate::congress::spelling::capital;
use crate::documents::paper::{Block, Column, Paper, Signature, Wording, or_blank};
use crate::documents::text::{Piece, Text};
use crate::words::Words;

/// The paper of a form. `picture` gives what stands for a block that is more than words, by its text.
///
/// In a text `{name}` is filled with what is known under that name, in the list's entry first; `{name:words}` with the
/// number in words; `{name:caps}` in capitals. What is not known is a dotted blank, with `{name?}` nothing. `{{` is a
/// brace.
pub fn filled(
    congress: &Congress,
    id: &str,
    facts: &Facts,
    words: &Words,
    picture: impl Fn(&str) -> Vec<Block>,
) -> Paper {
    let set = FormSet::of(&congress.details);
    let form = set.and_then(|set| set.form(id));
    let filler = Filler { congress, set, id, words };
    let mut paper = Paper::of(&congress.details, words);
    id.clone_into(&mut paper.form);
    if let Some(form) = form {
        if form.by_superior {
            let superior = std::mem::replace(&mut paper.heading.superior, or_blank(""));
            paper.heading.organisation = superior;
            paper.heading.place_date = format!("{}, {}", or_blank(""), words.paper.no_date);
        } else if form.later {
            let place = or_blank(&congress.details.place);
            paper.heading.place_date = format!("{place}, {}", words.paper.no_date);
        }
        filler.blocks(&form.blocks, &[facts], &picture, &mut paper);
    }
    paper
}

struct Filler<'a> {
    congress: &'a Congress,
    set: Option<&'static FormSet>,
    id: &'a str,
    words: &'a Words,
}

impl Filler<'_> {
    fn blocks(
        &self,
        blocks: &[FormBlock],
        facts: &[&Facts],
        picture: &dyn Fn(&str) -> Vec<Block>,
        paper: &mut Paper,
    ) {
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            rest = after;
            if block.is == BlockKind::Begin {
                // What is repeated is not nested: it goes up to the first end.
                let end = after.iter().position(|block| block.is == BlockKind::End).unwrap_or(after.len());
                let (repeated, beyond) = after.split_at(end);
                rest = beyond;
                if holds(block.when.as_deref(), facts) {
                    for entry in entries(block.each.as_deref(), facts) {
                        let inner = within(entry, facts);
                        self.blocks(repeated, &inner, picture, paper);
                    }
                }
            } else if holds(block.when.as_deref(), facts) {
                self.block(block, facts, picture, paper);
            }
        }
    }

    fn block(
        &self,
        block: &FormBlock,
        facts: &[&Facts],
        picture: &dyn Fn(&str) -> Vec<Block>,
        paper: &mut Paper,
    ) {
        let make = match block.is {
            BlockKind::Title => Block::Title,
            BlockKind::Subject => Block::Subject,
            BlockKind::Head => Block::Head,
            BlockKind::Annex => Block::Annex,
            BlockKind::Line => Block::Line,
            BlockKind::Table => return paper.push(self.table(block, facts), None),
            BlockKind::Signatures => return paper.push(self.signatures(block, facts), None),
            BlockKind::Picture => {
                return picture(block.text.vi()).into_iter().for_each(|block| paper.push(block, None));
            }
            BlockKind::Begin | BlockKind::End => return,
        };
        let original = self.words.text(&block.text);
        let template = self.worded(original);
        let fill = |facts: &[&Facts], paper: &mut Paper| {
            let text = self.text(&template, facts);
            if !text.is_empty() {
                let wording =
                    Wording { original: original.to_owned(), changed: template != self.common(original) };
                paper.push(make(text), Some(wording));
            }
        };
        match &block.each {
            None => fill(facts, paper),
            Some(_) => {
                for entry in entries(block.each.as_deref(), facts) {
                    let inner = within(entry, facts);
                    fill(&inner, paper);
                }
            }
        }
    }

    fn table(&self, block: &FormBlock, facts: &[&Facts]) -> Block {
        let columns: Vec<_> =
            block.columns.iter().filter(|column| holds(column.when.as_deref(), facts)).collect();
        let rows = entries(block.each.as_deref(), facts).into_iter().map(|entry| {
            let inner = within(entry, facts);
            columns.iter().map(|column| self.text(&column.cell, &inner)).collect()
        });
        let rows = rows.collect();
        let columns = columns.iter().map(|column| Column {
            title: self.text(&self.common(self.words.text(&column.title)), facts),
            align: column.align,
        });
        Block::Table { columns: columns.collect(), rows }
    }

    fn signatures(&self, block: &FormBlock, facts: &[&Facts]) -> Block {
        let people = block.signatures.iter().map(|one| Signature {
            role: self.common(self.words.text(&one.role)),
            name: self.text(&one.name, facts).to_string(),
        });
        Block::Signatures(people.collect())
    }

    /// The text of the form as this congress words it.
    fn worded(&self, original: &str) -> String {
        match self.congress.preparation.wording(self.id, original) {
            Some(own) => own.to_owned(),
            None => self.common(original),
        }
    }

    /// The text of the form as the organisation words it.
    fn common(&self, original: &str) -> String {
        let Some(set) = self.set else { return original.to_owned() };
        let pick = |text: &'static Bilingual| self.words.text(text);
        if let Some(other) = set.wording.iter().find(|term| pick(&term.from) == original) {
            return pick(&other.to).to_owned();
        }
        set.terms
            .iter()
            .fold(original.to_owned(), |text, term| text.replace(pick(&term.from), pick(&term.to)))
    }

    /// The text with its places filled.
    fn text(&self, template: &str, facts: &[&Facts]) -> Text {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            plain.push_str(before);
            if let Some(after) = from.strip_prefix("{{") {
                plain.push('{');
                rest = after;
            } else if let Some(after) = from.strip_prefix("}}") {
                plain.push('}');
                rest = after;
            } else if let Some((slot, after)) = from.strip_prefix('{').and_then(|from| from.split_once('}')) {
                if !plain.is_empty() {
                    pieces.push(Piece { text: std::mem::take(&mut plain), slot: None, source: None });
                }
                pieces.push(self.piece(slot, facts));
                rest = after;
            } else {
                // A brace that opens nothing, or closes nothing, is left out.
                rest = from.split_at(1).1;
            }
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Piece { text: plain, slot: None, source: None });
        }
        Text(pieces)
    }

    fn piece(&self, slot: &str, facts: &[&Facts]) -> Piece {
        let (name, format) = slot.split_once(':').unwrap_or((slot, ""));
        let (name, optional) = name.strip_suffix('?').map_or((name, false), |name| (name, true));
        let found = facts.iter().find_map(|facts| facts.fact(name));
        let (text, source) = match found {
            None => (String::new(), None),
            Some(Fact::Text(text, source)) => (text.clone(), source.clone()),
            Some(Fact::Number(number, source)) if format == "words" => {
                (self.words.number(*number), Some(source.clone()))
            }
            Some(Fact::Number(number, source)) => (number.to_string(), Some(source.clone())),
        };
        let text = if format == "caps" { capital(&text) } else { text };
        let text = if optional { text } else { or_blank(&text) };
        Piece { text, slot: Some(format!("{{{slot}}}")), source }
    }
}

/// What is known at an entry of a list: its own, then what is known around it.
fn within<'a>(entry: &'a Facts, facts: &[&'a Facts]) -> Vec<&'a Facts> {
    [entry].into_iter().chain(facts.iter().copied()).collect()
}

/// Whether a condition holds: something is known, or with `!` in front is not.
fn holds(condition: Option<&str>, facts: &[&Facts]) -> bool {
    let knows = |name: &str| facts.iter().any(|facts| facts.knows(name));
    match condition {
        None => true,
        Some(condition) => condition.strip_prefix('!').map_or_else(|| knows(condition), |name| !knows(name)),
    }
}

/// The entries of a list, of the innermost that has it.
fn entries<'a>(list: Option<&str>, facts: &[&'a Facts]) -> Vec<&'a Facts> {
    let Some(name) = list else { return Vec::new() };
    let found = facts.iter().map(|facts| facts.entries(name)).find(|entries| !entries.is_empty());
    found.unwrap_or_default().iter().collect()
}

impl Form {
    /// Every text of the form, for whoever holds its places against what is known.
    pub fn texts(&self) -> impl Iterator<Item = &Bilingual> {
        self.blocks.iter().map(|block| &block.text)
    }
}
