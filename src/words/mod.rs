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
    };
}

mod afterwards;
mod agenda_log;
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

/// All texts in one language.
#[derive(Clone, Copy)]
pub struct Words {
    /// Which language.
    pub language: Language,
    /// The frame round every place.
    pub frame: &'static FrameWords,
    /// The start.
    pub start: &'static StartWords,
    /// Prepare.
    pub prepare: &'static PrepareWords,
    /// The plan of the preparation.
    pub plan: &'static PlanWords,
    /// Documents, opinions and speakers.
    pub documents: &'static DocumentWords,
    /// After the congress.
    pub afterwards: &'static AfterwardsWords,
    /// The decoration.
    pub decoration: &'static DecorationWords,
    /// Reports and minutes.
    pub reports: &'static ReportWords,
    /// Run, and the hall screen.
    pub run: &'static RunWords,
    /// Count.
    pub count: &'static CountWords,
    /// The tally desk.
    pub desk: &'static DeskWords,
    /// Papers.
    pub paper: &'static PaperWords,
    /// The paper of the course of a congress.
    pub course: &'static CourseWords,
    /// Devices and data, and the log.
    pub data: &'static DataWords,
    /// What is kept where.
    pub copies: &'static CopiesWords,
    /// The copies outside the browser.
    pub outside: &'static OutsideWords,
    /// The view from above.
    pub overview: &'static OverviewWords,
    /// The test of a device.
    pub reliance: &'static RelianceWords,
    /// Backup files with a passphrase.
    pub passphrase: &'static PassphraseWords,
    /// From one device to another.
    pub carry: &'static CarryWords,
    /// Parts of a congress for other devices.
    pub part: &'static PartWords,
    /// What two devices wrote differently.
    pub conflict: &'static ConflictWords,
}

impl Words {
    /// All texts in a language.
    pub const fn in_language(language: Language) -> Self {
        Self {
            language,
            frame: FrameWords::of(language),
            start: StartWords::of(language),
            prepare: PrepareWords::of(language),
            plan: PlanWords::of(language),
            documents: DocumentWords::of(language),
            afterwards: AfterwardsWords::of(language),
            decoration: DecorationWords::of(language),
            reports: ReportWords::of(language),
            run: RunWords::of(language),
            count: CountWords::of(language),
            desk: DeskWords::of(language),
            paper: PaperWords::of(language),
            course: CourseWords::of(language),
            data: DataWords::of(language),
            copies: CopiesWords::of(language),
            outside: OutsideWords::of(language),
            overview: OverviewWords::of(language),
            reliance: RelianceWords::of(language),
            passphrase: PassphraseWords::of(language),
            carry: CarryWords::of(language),
            part: PartWords::of(language),
            conflict: ConflictWords::of(language),
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
