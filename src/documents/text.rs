//! Text that knows where its figures come from.

use crate::congress::id::RoundId;
use crate::words::Words;
use std::fmt;

/// A text, piece by piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Piece>);

/// A piece of a text: the wording of the form, or something that the congress knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What is written.
    pub text: String,
    /// The place in the form that it fills, as `{present:words}`; none for the form's own wording.
    pub slot: Option<String>,
    /// Where it comes from, so that whoever doubts it can look.
    pub source: Option<Source>,
}

/// Where something on a paper comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The particulars of the congress.
    Particulars,
    /// The roll and its attendance.
    Roll,
    /// The programme.
    Programme,
    /// The documents with their opinions.
    Drafts,
    /// What ran, when, and who spoke.
    Run,
    /// A round, by the core that counted it.
    Round(RoundId),
    /// The rounds together.
    Rounds,
    /// What comes after the congress.
    Afterwards,
    /// The log.
    Log,
}

impl Piece {
    /// Where its figure comes from; none for one without a figure. A dotted blank waits for one.
    pub fn figure(&self) -> Option<&Source> {
        let figure = self.text.contains(|letter: char| letter.is_ascii_digit() || letter == '…');
        self.source.as_ref().filter(|_| figure)
    }
}

impl Source {
    /// What the place is called.
    pub fn name(&self, words: &Words) -> &'static str {
        match self {
            Self::Particulars => words.prepare.particulars,
            Self::Roll => words.prepare.roll,
            Self::Programme => words.prepare.programme,
            Self::Drafts => words.documents.name,
            Self::Run => words.frame.run,
            Self::Round(_) | Self::Rounds => words.frame.count,
            Self::Afterwards => words.afterwards.name,
            Self::Log => words.data.log,
        }
    }
}

impl Text {
    /// A text of one piece, without a source.
    pub fn plain(text: &str) -> Self {
        Self(vec![Piece { text: text.to_owned(), slot: None, source: None }])
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|piece| piece.text.is_empty())
    }

    /// The form's text for what somebody wrote in its place: every filled place has to be there, in its order. Fails
    /// with the piece that is not.
    pub fn template_of<'a>(&'a self, written: &str) -> Result<String, &'a Piece> {
        let mut template = String::new();
        let mut rest = written;
        for piece in &self.0 {
            let Some(slot) = &piece.slot else { continue };
            if piece.text.is_empty() {
                template.push_str(slot);
                continue;
            }
            let (before, after) = rest.split_once(piece.text.as_str()).ok_or(piece)?;
            template.push_str(&escaped(before));
            template.push_str(slot);
            rest = after;
        }
        template.push_str(&escaped(rest));
        Ok(template)
    }
}

/// A brace that is meant as one.
fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(&piece.text))
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        let mut rest = other;
        let all = self.0.iter().all(|piece| match rest.strip_prefix(piece.text.as_str()) {
            Some(after) => {
                rest = after;
                true
            }
            None => false,
        });
        all && rest.is_empty()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(vec![Piece { text, slot: None, source: None }])
    }
}
