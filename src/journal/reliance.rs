//! What the handbook can rely on at a device: what was tried there, and what follows from it for the congress.

/// Something the handbook relies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The first copy, in localStorage.
    FirstCopy,
    /// The second copy, in the database, strictly on the disk.
    SecondCopy,
    /// Room for what is kept.
    Room,
    /// The browser's promise not to clear what is kept.
    Promise,
    /// An ordinary window, not a private one that forgets.
    OrdinaryWindow,
    /// An address whose storage is its own, and that the browser trusts.
    Address,
    /// Two windows that know of each other.
    TwoWindows,
    /// A file outside the browser that is kept up to date.
    BackupFile,
    /// Enciphering with a passphrase.
    Passphrase,
    /// Sound.
    Sound,
    /// A screen that stays on.
    ScreenOn,
}

impl Point {
    /// All of them, in the order in which they are told: what the count stands on comes first.
    pub const ALL: [Self; 11] = [
        Self::FirstCopy,
        Self::SecondCopy,
        Self::Room,
        Self::Promise,
        Self::OrdinaryWindow,
        Self::Address,
        Self::TwoWindows,
        Self::BackupFile,
        Self::Passphrase,
        Self::Sound,
        Self::ScreenOn,
    ];

    /// Whether a congress can be counted without it, though with care.
    fn is_needed(self) -> bool {
        matches!(
            self,
            Self::FirstCopy
                | Self::SecondCopy
                | Self::Room
                | Self::OrdinaryWindow
                | Self::Address
                | Self::TwoWindows
        )
    }
}

/// What came of trying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It works.
    Works,
    /// It does not, or not as it should.
    Fails,
    /// It could not be tried, or nobody answered in time.
    Unknown,
}

impl Answer {
    /// Works or fails.
    pub fn of(works: bool) -> Self {
        if works { Self::Works } else { Self::Fails }
    }
}

/// What follows for the congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything that a count stands on works.
    Fit,
    /// It can be used, with something to mind.
    Careful,
    /// Nothing is kept here: a count would be lost when the page closes.
    Unfit,
}

/// What follows from the answers. One copy is enough to go on with; without either nothing is kept.
pub fn verdict(answers: &[(Point, Answer)]) -> Verdict {
    let works = |point| answers.contains(&(point, Answer::Works));
    if !works(Point::FirstCopy) && !works(Point::SecondCopy) {
        Verdict::Unfit
    } else if Point::ALL.into_iter().filter(|point| point.is_needed()).all(works) {
        Verdict::Fit
    } else {
        Verdict::Careful
    }
}
