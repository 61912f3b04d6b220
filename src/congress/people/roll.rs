//! The roll: the people of the congress in the order of their names, and what their attendance makes of the base.

use super::name::NameKey;
use super::person::{Attendance, Person, Standing};
use crate::congress::id::PersonId;
use crate::congress::moment::Moment;
use crate::congress::order;

/// The roll of a congress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    people: Vec<Person>,
}

/// How many people stand where, for the figures beside the roll. All in people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Headcount {
    /// Full members (or delegates) on the roll.
    pub full: u32,
    /// Of these, in the room.
    pub full_present: u32,
    /// Probationary members in the room; they never count in the base.
    pub probationary_present: u32,
    /// People whose attendance nobody has marked yet.
    pub unmarked: u32,
    /// Of these, full members: only they stand in the way of a round.
    pub full_unmarked: u32,
    /// People marked as not in the room.
    pub absent: u32,
}

impl Roll {
    /// The people, by given name in Vietnamese order.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// One person, if on the roll.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// Whether a name stands on the roll already, letter for letter.
    pub fn has_name(&self, name: &str) -> bool {
        self.people.iter().any(|person| person.name == name)
    }

    pub(crate) fn person_mut(&mut self, id: &PersonId) -> Option<&mut Person> {
        self.people.iter_mut().find(|person| person.id == *id)
    }

    pub(crate) fn add(&mut self, people: impl IntoIterator<Item = Person>) {
        self.people.extend(people);
        self.sort();
    }

    pub(crate) fn remove(&mut self, id: &PersonId) {
        self.people.retain(|person| person.id != *id);
    }

    pub(crate) fn mark_unmarked(&mut self, attendance: Attendance, at: Moment) {
        for person in self.people.iter_mut().filter(|person| person.attendance == Attendance::Unmarked) {
            person.mark(attendance, at);
        }
    }

    pub(crate) fn sort(&mut self) {
        order::by_key(&mut self.people, |person| (NameKey::new(&person.name), person.id.clone()));
    }

    /// How many full members stand under an attendance mark, in people.
    pub fn full_marked(&self, attendance: Attendance) -> u32 {
        count(self.people.iter().filter(|person| person.is_full() && person.attendance == attendance))
    }

    /// The full members under an attendance mark, in roll order.
    pub fn names_marked(&self, attendance: Attendance) -> impl Iterator<Item = &str> {
        self.people
            .iter()
            .filter(move |person| person.is_full() && person.attendance == attendance)
            .map(|person| person.name.as_str())
    }

    /// The figures beside the roll.
    pub fn headcount(&self) -> Headcount {
        let present = |person: &&Person| person.attendance == Attendance::Present;
        Headcount {
            full: count(self.people.iter().filter(|person| person.is_full())),
            full_present: count(self.people.iter().filter(|person| person.is_full()).filter(present)),
            probationary_present: count(
                self.people.iter().filter(|person| person.standing == Standing::Probationary).filter(present),
            ),
            unmarked: count(self.people.iter().filter(|person| person.attendance == Attendance::Unmarked)),
            full_unmarked: self.full_marked(Attendance::Unmarked),
            absent: count(
                self.people.iter().filter(|person| {
                    !matches!(person.attendance, Attendance::Unmarked | Attendance::Present)
                }),
            ),
        }
    }
}

fn count<'a>(people: impl Iterator<Item = &'a Person>) -> u32 {
    u32::try_from(people.count()).unwrap_or(u32::MAX)
}
