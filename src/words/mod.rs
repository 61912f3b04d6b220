//! Every text of the app, in Vietnamese and English, as closed sets: a missing translation does not compile.
//!
//! A place has one file. Fixed texts stand there side by side, Vietnamese first; sentences with names and figures are
//! functions beside them. Nothing here decides anything.

/// A closed set of fixed texts, each in Vietnamese and English.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $vi:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[expect(missing_docs, reason = "each field is a text, and the text says what it is")]
        pub struct $name {
            $(pub $field: &'static str,)*
        }

        impl $name {
            const VI: Self = Self { $($field: $vi,)* };
            const EN: Self = Self { $($field: $en,)* };

            /// The set in a language.
            pub const fn of(language: crate::words::Language) -> &'static Self {
                match language {
                    crate::words::Language::Vietnamese => &Self::VI,
                    crate::words::Language::English => &Self::EN,
                }
            }
        }

        impl crate::words::InLanguage for $name {
            fn of(language: crate::words::Language) -> &'static Self {
                Self::of(language)
            }
        }
    };
}

mod afterwards;
mod agenda_log;
mod ballot;
mod carry;
mod conflict;
mod copies;
mod count;
mod course;
mod data;
pub mod date;
mod decoration;
mod desk;
mod desk_log;
mod documents;
mod frame;
pub mod guide;
mod hall;
mod number;
mod open_vote;
mod outside;
mod overview;
mod paper;
mod part;
mod passphrase;
mod planning;
mod preparation_log;
mod prepare;
mod refusal;
mod reliance;
mod reports;
mod result;
mod run;
mod start;

use crate::congress::agenda::Label;
use crate::congress::bilingual::Bilingual;
use serde::{Deserialize, Serialize};
use std::marker::PhantomData;
use std::ops::Deref;

pub use afterwards::{AfterwardsWords, HONORIFICS};
pub use carry::CarryWords;
pub use conflict::ConflictWords;
pub use copies::CopiesWords;
pub use count::CountWords;
pub use course::CourseWords;
pub use data::DataWords;
pub use decoration::DecorationWords;
pub use desk::DeskWords;
pub use documents::DocumentWords;
pub use frame::FrameWords;
pub use number::MOST_IN_WORDS;
pub use outside::OutsideWords;
pub use overview::OverviewWords;
pub use paper::PaperWords;
pub use part::PartWords;
pub use passphrase::PassphraseWords;
pub use planning::PlanWords;
pub use prepare::{LIST_SIGNS, PrepareWords};
pub use reliance::RelianceWords;
pub use reports::ReportWords;
pub use run::RunWords;
pub use start::StartWords;

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Vietnamese, the default.
    #[default]
    #[serde(rename = "vi")]
    Vietnamese,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The tag for the page's `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    /// The language's name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Vietnamese => "Tiếng Việt",
            Self::English => "English",
        }
    }

    /// Chooses between two texts.
    pub fn pick<T>(self, vietnamese: T, english: T) -> T {
        match self {
            Self::Vietnamese => vietnamese,
            Self::English => english,
        }
    }
}

impl Language {
    fn pick_owned(self, vietnamese: &str, english: &str) -> String {
        self.pick(vietnamese, english).to_owned()
    }
}

/// A closed set of texts that is there in every language.
pub trait InLanguage: 'static {
    /// The set in a language.
    fn of(language: Language) -> &'static Self;
}

/// A set of texts in one language. Whoever reads a text names its set alone, so a module that is loaded first does not
/// carry the texts of all the others.
pub struct Set<T> {
    language: Language,
    texts: PhantomData<fn() -> T>,
}

impl<T> Set<T> {
    const fn of(language: Language) -> Self {
        Self { language, texts: PhantomData }
    }
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T: InLanguage> Deref for Set<T> {
    type Target = T;

    fn deref(&self) -> &T {
        T::of(self.language)
    }
}

/// All texts in one language.
#[derive(Clone, Copy)]
pub struct Words {
    /// Which language.
    pub language: Language,
    /// The frame round every place.
    pub frame: Set<FrameWords>,
    /// The start.
    pub start: Set<StartWords>,
    /// Prepare.
    pub prepare: Set<PrepareWords>,
    /// The plan of the preparation.
    pub plan: Set<PlanWords>,
    /// Documents, opinions and speakers.
    pub documents: Set<DocumentWords>,
    /// After the congress.
    pub afterwards: Set<AfterwardsWords>,
    /// The decoration.
    pub decoration: Set<DecorationWords>,
    /// Reports and minutes.
    pub reports: Set<ReportWords>,
    /// Run, and the hall screen.
    pub run: Set<RunWords>,
    /// Count.
    pub count: Set<CountWords>,
    /// The tally desk.
    pub desk: Set<DeskWords>,
    /// Papers.
    pub paper: Set<PaperWords>,
    /// The paper of the course of a congress.
    pub course: Set<CourseWords>,
    /// Devices and data, and the log.
    pub data: Set<DataWords>,
    /// What is kept where.
    pub copies: Set<CopiesWords>,
    /// The copies outside the browser.
    pub outside: Set<OutsideWords>,
    /// The view from above.
    pub overview: Set<OverviewWords>,
    /// The test of a device.
    pub reliance: Set<RelianceWords>,
    /// Backup files with a passphrase.
    pub passphrase: Set<PassphraseWords>,
    /// From one device to another.
    pub carry: Set<CarryWords>,
    /// Parts of a congress for other devices.
    pub part: Set<PartWords>,
    /// What two devices wrote differently.
    pub conflict: Set<ConflictWords>,
}

impl Words {
    /// All texts in a language.
    pub const fn in_language(language: Language) -> Self {
        Self {
            language,
            frame: Set::of(language),
            start: Set::of(language),
            prepare: Set::of(language),
            plan: Set::of(language),
            documents: Set::of(language),
            afterwards: Set::of(language),
            decoration: Set::of(language),
            reports: Set::of(language),
            run: Set::of(language),
            count: Set::of(language),
            desk: Set::of(language),
            paper: Set::of(language),
            course: Set::of(language),
            data: Set::of(language),
            copies: Set::of(language),
            outside: Set::of(language),
            overview: Set::of(language),
            reliance: Set::of(language),
            passphrase: Set::of(language),
            carry: Set::of(language),
            part: Set::of(language),
            conflict: Set::of(language),
        }
    }

    /// A template's text.
    pub fn text<'a>(&self, text: &'a Bilingual) -> &'a str {
        self.language.pick(text.vi(), text.en())
    }

    /// An agenda text.
    pub fn label<'a>(&self, label: &'a Label) -> &'a str {
        match label {
            Label::Template(text) => self.text(text),
            Label::Typed(text) => text,
        }
    }

    /// A count with its noun: "1 task", "2 tasks"; Vietnamese nouns do not change.
    pub fn counted(&self, number: impl Into<i64>, vietnamese: &str, one: &str, many: &str) -> String {
        let number = number.into();
        match self.language {
            Language::Vietnamese => format!("{number} {vietnamese}"),
            Language::English if number == 1 => format!("1 {one}"),
            Language::English => format!("{number} {many}"),
        }
    }

    /// A share in hundredths of a percent, with two decimals: "81,25%" or "81.25%".
    pub fn share(&self, hundredths: u32) -> String {
        format!("{}{}{:02}%", hundredths / 100, self.language.pick(',', '.'), hundredths % 100)
    }
}
