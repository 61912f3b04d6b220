//! A rehearsal: a congress of its own with the same people, so that nothing of it can come into the real one.

use super::agenda::template::AgendaTemplate;
use super::change::{Change, Detail, Founding};
use super::checklist::template::DEFAULT_CHECKLIST;
use super::congress::Congress;
use super::election::RulesId;
use super::id::{DeviceId, PersonId, RecordId};
use super::people::{Attendance, NewPerson};

impl Congress {
    /// What a rehearsal of this congress is founded on, and the changes that bring its people, marks, board and rules
    /// into it; to be recorded by `device` right after the founding.
    pub fn rehearsal(&self, device: &DeviceId) -> (Founding, Vec<Change>) {
        let details = &self.details;
        let agenda = AgendaTemplate::default_for(details.kind).map(|template| template.id.clone());
        let founding = details.founding(DEFAULT_CHECKLIST, &agenda.unwrap_or_default(), true);
        let people = self.roll.people();
        let new = |person: &super::people::Person| NewPerson::unmarked(person.name.clone(), person.standing);
        let mut changes = Vec::new();
        if !people.is_empty() {
            changes.push(Change::PeopleAdded(people.iter().map(new).collect()));
        }
        // People are named after the record that adds them, and that is the second of this device.
        let record = RecordId { device: device.clone(), seq: 2 };
        let marked =
            people.iter().enumerate().filter(|(_, person)| person.attendance != Attendance::Unmarked);
        changes.extend(marked.map(|(at, person)| Change::Attendance {
            id: PersonId::made_by(&record, at),
            mark: person.attendance,
        }));
        let mut detail = |detail: Detail| changes.push(Change::Detail(detail));
        detail(Detail::Term(details.term.clone()));
        detail(Detail::Ordinal(details.ordinal.clone()));
        detail(Detail::BoardHead(details.board_head.clone()));
        detail(Detail::BoardMembers(details.board_members.clone()));
        if let Some(rules) = details.own_rules.as_ref().filter(|_| details.rules == RulesId::Own) {
            detail(Detail::OwnRules(Box::new((**rules).clone())));
        }
        (founding, changes)
    }
}
