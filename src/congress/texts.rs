//! The texts that people write, in whichever change they stand: the one list by which texts are cleaned, measured and
//! looked through.

use super::change::{Change, Detail};
use super::hidden::Lines;

/// The longest text of one line that is recorded, in characters.
pub const MAX_LINE: usize = 500;

/// The longest note that is recorded, in characters.
pub const MAX_NOTE: usize = 10_000;

/// Meets one text.
type Meet<'a> = &'a mut dyn FnMut(Lines, &mut String);

impl Change {
    /// The change with its texts as they are kept. A record keeps what was written; what it adds to the state, and
    /// what is newly recorded, is clean.
    #[must_use]
    pub fn cleaned(&self) -> Self {
        let mut change = self.clone();
        change.each_text(&mut |lines, text| *text = lines.clean(text));
        change
    }

    /// The change as [`Change::cleaned`] gives it, to be recorded; `None` where a text is then longer than [`MAX_LINE`] or
    /// [`MAX_NOTE`].
    pub fn fitting(mut self) -> Option<Self> {
        let mut fits = true;
        self.each_text(&mut |lines, text| {
            *text = lines.clean(text);
            let most = if lines == Lines::One { MAX_LINE } else { MAX_NOTE };
            // No text has more characters than bytes.
            fits &= text.len() <= most || text.chars().count() <= most;
        });
        fits.then_some(self)
    }

    /// Meets every text that people write. Ids are none: they only find what a record made.
    pub fn each_text(&mut self, meet: Meet<'_>) {
        match self {
            Self::Founded(founding) => meet(Lines::One, &mut founding.organisation),
            Self::Detail(detail) => detail.each_text(meet),
            Self::TaskOwner { owner: text, .. }
            | Self::PersonRenamed { name: text, .. }
            | Self::ItemTitle { title: text, .. }
            | Self::ItemPresenter { presenter: text, .. } => meet(Lines::One, text),
            Self::TaskNote { note, .. } => meet(Lines::Many, note),
            Self::PeopleAdded(people) => {
                for person in people {
                    meet(Lines::One, &mut person.name);
                }
            }
            Self::ItemAdded { item, .. } => meet(Lines::One, &mut item.title),
            Self::RoundOpened(opening) => {
                for name in &mut opening.candidates {
                    meet(Lines::One, name);
                }
            }
            Self::ReasonGiven { warning, reason, .. } => {
                meet(Lines::One, warning);
                meet(Lines::Many, reason);
            }
            Self::Desk(change) => change.each_text(meet),
            Self::Agenda(change) => change.each_text(meet),
            Self::Preparation(change) => change.each_text(meet),
            Self::Task { .. }
            | Self::PersonStanding { .. }
            | Self::PersonRemoved(_)
            | Self::Attendance { .. }
            | Self::EverybodyPresent
            | Self::ItemMinutes { .. }
            | Self::ItemRemoved(_)
            | Self::ItemMoved { .. }
            | Self::ItemBegun { .. }
            | Self::BegunEarlier { .. }
            | Self::Paused(_)
            | Self::Resumed(_)
            | Self::ItemExtended { .. }
            | Self::Closed(_)
            | Self::Ballots { .. }
            | Self::Votes { .. }
            | Self::RoundSealed { .. }
            | Self::RoundVoided { .. }
            | Self::RoundDropped(_)
            | Self::Decided(_)
            | Self::Undone(_) => {}
        }
    }
}

impl Detail {
    fn each_text(&mut self, meet: Meet<'_>) {
        match self {
            Self::Organisation(text)
            | Self::Superior(text)
            | Self::Ordinal(text)
            | Self::Term(text)
            | Self::Place(text)
            | Self::BoardHead(text)
            | Self::Chair(text) => meet(Lines::One, text),
            Self::BoardMembers(names) => {
                for name in names {
                    meet(Lines::One, name);
                }
            }
            Self::OwnRules(profile) => profile.each_text(&mut |text| meet(Lines::Many, text)),
            Self::Date(_) | Self::Deadline(_) | Self::Members(_) | Self::Rules(_) => {}
        }
    }
}
