//! The aggregate: one congress, as its records add up.

use super::agenda::Agenda;
use super::agenda::template::AgendaTemplate;
use super::change::{Change, Detail, Founding};
use super::checklist::Checklist;
use super::checklist::template::ChecklistTemplate;
use super::election::sheet::{BallotCount, Electorate, RoundSheet};
use super::election::story::Decided;
use super::election::{CongressForm, ExclusionKind, Exclusions, RuleProfile, RulesId};
use super::hall::Released;
use super::id::{PersonId, RecordId, RoundId};
use super::kind::CongressKind;
use super::moment::Moment;
use super::people::name::clean_name;
use super::people::{Attendance, Person, Roll};
use super::preparation::Preparation;
use super::role::Role;
use chrono::NaiveDate;
use std::sync::Arc;

/// The particulars of a congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// The organisation, as written on papers.
    pub organisation: String,
    /// The directly superior body; may be empty.
    pub superior: String,
    /// Which congress it is, as written; may be empty.
    pub ordinal: String,
    /// The term, as written; may be empty.
    pub term: String,
    /// The place; may be empty.
    pub place: String,
    /// The kind of congress.
    pub kind: CongressKind,
    /// Full members expected.
    pub members: u32,
    /// The congress day.
    pub date: NaiveDate,
    /// The superior's deadline.
    pub deadline: Option<NaiveDate>,
    /// The rule profile.
    pub rules: RulesId,
    /// The congress's own profile, where it brought one; it applies while `rules` says so.
    pub own_rules: Option<Arc<RuleProfile>>,
    /// Head of the counting board; may be empty.
    pub board_head: String,
    /// The other members of the counting board.
    pub board_members: Vec<String>,
    /// Who signs for the presidium; may be empty.
    pub chair: String,
    /// Whether the congress is held to practise; decided when it is founded.
    pub rehearsal: bool,
}

impl Details {
    /// What a congress with the same particulars is founded on. Rules of its own do not come along with a founding.
    pub fn founding(&self, checklist: &str, agenda: &str, rehearsal: bool) -> Founding {
        Founding {
            organisation: self.organisation.clone(),
            kind: self.kind,
            members: self.members,
            date: self.date,
            deadline: self.deadline,
            checklist: checklist.to_owned(),
            agenda: agenda.to_owned(),
            rules: if self.rules == RulesId::Own { RulesId::Party190 } else { self.rules },
            rehearsal,
            role: None,
        }
    }
}

/// One congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Congress {
    /// The particulars.
    pub details: Details,
    /// What is to be prepared.
    pub checklist: Checklist,
    /// Who belongs, and who is here.
    pub roll: Roll,
    /// The programme.
    pub agenda: Agenda,
    /// The rounds of voting, first to last.
    pub rounds: Vec<RoundSheet>,
    /// What the congress decided instead of a round, first to last.
    pub decisions: Vec<Decided>,
    /// What the hall sees of the counting.
    pub hall: Option<Released>,
    /// What is prepared beside the tasks.
    pub preparation: Preparation,
    /// Which part of another congress this is; none for the congress itself.
    pub role: Option<Role>,
}

impl Congress {
    /// The congress that a founding makes.
    pub fn found(founding: &Founding) -> Self {
        let details = Details {
            organisation: clean_name(&founding.organisation),
            superior: String::new(),
            ordinal: String::new(),
            term: String::new(),
            place: String::new(),
            kind: founding.kind,
            members: founding.members,
            date: founding.date,
            deadline: founding.deadline,
            rules: founding.rules,
            own_rules: None,
            board_head: String::new(),
            board_members: Vec::new(),
            chair: String::new(),
            rehearsal: founding.rehearsal,
        };
        Self {
            details,
            checklist: ChecklistTemplate::by_id(&founding.checklist)
                .map(|template| Checklist::from_template(template, founding.kind, founding.date))
                .unwrap_or_default(),
            roll: Roll::default(),
            agenda: AgendaTemplate::by_id(&founding.agenda).map(Agenda::from_template).unwrap_or_default(),
            rounds: Vec::new(),
            decisions: Vec::new(),
            hall: None,
            preparation: Preparation::default(),
            role: founding.role.clone(),
        }
    }

    /// One round.
    pub fn round(&self, id: &RoundId) -> Option<&RoundSheet> {
        self.rounds.iter().find(|round| round.id == *id)
    }

    pub(super) fn round_mut(&mut self, id: &RoundId) -> Option<&mut RoundSheet> {
        self.rounds.iter_mut().find(|round| round.id == *id && round.is_open())
    }

    /// Whether members or delegates vote.
    pub fn form(&self) -> CongressForm {
        match self.details.kind {
            CongressKind::GrassrootsDelegates => CongressForm::Delegates,
            _ => CongressForm::Members,
        }
    }

    /// Whether this is the congress of a cell.
    pub fn is_cell(&self) -> bool {
        matches!(self.details.kind, CongressKind::CellCommittee | CongressKind::CellNoCommittee)
    }

    /// Whether a name stands on the counting board, however it is spaced and composed.
    pub fn is_on_board(&self, name: &str) -> bool {
        let name = clean_name(name);
        let board = std::iter::once(&self.details.board_head).chain(&self.details.board_members);
        !name.is_empty() && board.into_iter().any(|member| clean_name(member) == name)
    }

    /// Who votes now, by the roll. Whom the rules do not take out of the base stays in it, whatever the mark.
    pub fn electorate(&self) -> Electorate {
        let headcount = self.roll.headcount();
        let rules = self.profile().filter(|profile| profile.counts_people());
        let known = |kind: &ExclusionKind| {
            rules.is_none_or(|rules| rules.exclusions_of(self.form()).iter().any(|rule| rule.kind == *kind))
        };
        let exclusions = ExclusionKind::of(self.form())
            .filter(known)
            .map(|kind| (kind, self.roll.full_marked(Attendance::excluded_as(kind))))
            .filter(|(_, people)| *people > 0)
            .fold(Exclusions::none(), |exclusions, (kind, people)| exclusions.with(kind, people));
        Electorate { summoned: headcount.full, exclusions, present: headcount.full_present }
    }

    /// Adds a recorded change. Total: a change whose object is gone, as may happen after a merge, does nothing.
    /// A record from elsewhere may hold characters that nobody sees; none of them comes into the state.
    pub fn apply(&mut self, record: &RecordId, at: Moment, change: &Change) {
        let change = &change.cleaned();
        match change {
            Change::Founded(_) | Change::Undone(_) => {}
            Change::Detail(detail) => {
                self.details.set(detail.clone());
                if matches!(detail, Detail::Rules(_) | Detail::OwnRules(_)) {
                    self.preparation.rules_confirmed = None;
                    self.read_ballots_again();
                }
                if let Detail::Date(date) = detail {
                    self.checklist.schedule(*date);
                }
            }
            Change::Task { .. } | Change::TaskOwner { .. } | Change::TaskNote { .. } => {
                self.apply_to_task(at, change);
            }
            Change::PeopleAdded(_)
            | Change::PersonRenamed { .. }
            | Change::PersonStanding { .. }
            | Change::PersonRemoved(_)
            | Change::Attendance { .. }
            | Change::EverybodyPresent => self.apply_to_roll(record, at, change),
            Change::ItemAdded { .. }
            | Change::ItemTitle { .. }
            | Change::ItemPresenter { .. }
            | Change::ItemMinutes { .. }
            | Change::ItemRemoved(_)
            | Change::ItemMoved { .. }
            | Change::ItemBegun { .. }
            | Change::BegunEarlier { .. }
            | Change::Paused(_)
            | Change::Resumed(_)
            | Change::ItemExtended { .. }
            | Change::Closed(_)
            | Change::Agenda(_) => self.agenda.apply(record, change),
            Change::RoundOpened(_)
            | Change::Ballots { .. }
            | Change::Votes { .. }
            | Change::RoundSealed { .. }
            | Change::RoundVoided { .. }
            | Change::RoundDropped(_)
            | Change::ReasonGiven { .. }
            | Change::Decided(_) => self.apply_to_round(record, at, change),
            Change::Desk(change) => self.apply_at_desk(record, at, change),
            Change::Preparation(change) => self.apply_to_preparation(record, at, change),
        }
    }

    fn apply_to_task(&mut self, at: Moment, change: &Change) {
        match change {
            Change::Task { id, state } => self.checklist.mark(id, *state, at),
            Change::TaskOwner { id, owner } => {
                if let Some(task) = self.checklist.task_mut(id) {
                    task.owner.clone_from(owner);
                }
            }
            Change::TaskNote { id, note } => {
                if let Some(task) = self.checklist.task_mut(id) {
                    task.note.clone_from(note);
                }
            }
            _ => {}
        }
    }

    fn apply_to_roll(&mut self, record: &RecordId, at: Moment, change: &Change) {
        match change {
            Change::PeopleAdded(people) => {
                self.roll.add(people.iter().enumerate().map(|(index, person)| Person {
                    id: PersonId::made_by(record, index),
                    name: person.name.clone(),
                    standing: person.standing,
                    attendance: person.attendance,
                    came: None,
                    left: None,
                }));
            }
            Change::PersonRenamed { id, name } => {
                if let Some(person) = self.roll.person_mut(id) {
                    person.name.clone_from(name);
                    self.roll.sort();
                }
            }
            Change::PersonStanding { id, standing } => {
                if let Some(person) = self.roll.person_mut(id) {
                    person.standing = *standing;
                }
            }
            Change::PersonRemoved(id) => self.roll.remove(id),
            Change::Attendance { id, mark } => {
                if let Some(person) = self.roll.person_mut(id) {
                    person.mark(*mark, at);
                }
            }
            Change::EverybodyPresent => self.roll.mark_unmarked(Attendance::Present, at),
            _ => {}
        }
    }

    fn apply_to_round(&mut self, record: &RecordId, at: Moment, change: &Change) {
        match change {
            Change::RoundOpened(opening) => {
                let id = RoundId::made_by(record, 0);
                self.agenda.carry(&id, opening);
                self.rounds.push(RoundSheet::open(id, at, opening.clone()));
            }
            Change::Ballots { round, count, value } => {
                let of_desk = matches!(count, BallotCount::Valid | BallotCount::Invalid);
                if let Some(sheet) = self.round_mut(round).filter(|sheet| !(of_desk && sheet.desk.is_used()))
                {
                    sheet.set_ballots(*count, *value);
                }
            }
            Change::Votes { round, row, column, value } => {
                let sheet = self.round_mut(round).filter(|sheet| !sheet.desk.is_used());
                if let Some(row) = sheet.and_then(|sheet| sheet.rows.get_mut(usize::from(*row))) {
                    row.set_cell(*column, *value);
                }
            }
            Change::RoundSealed { round, at } => {
                if let Some(sheet) = self.round_mut(round) {
                    sheet.sealed = Some(*at);
                }
            }
            Change::RoundVoided { round, at } => {
                if let Some(sheet) = self.round_mut(round) {
                    sheet.voided = Some(*at);
                }
            }
            Change::ReasonGiven { round, warning, reason } => {
                if let Some(sheet) = self.round_mut(round) {
                    sheet.set_reason(warning, reason);
                }
            }
            Change::Decided(decided) => self.decisions.push(*decided),
            Change::RoundDropped(round) => {
                self.rounds.retain(|sheet| sheet.id != *round || !sheet.is_open());
            }
            _ => {}
        }
    }
}

impl Details {
    fn set(&mut self, detail: Detail) {
        match detail {
            Detail::Organisation(text) => self.organisation = text,
            Detail::Superior(text) => self.superior = text,
            Detail::Ordinal(text) => self.ordinal = text,
            Detail::Term(text) => self.term = text,
            Detail::Place(text) => self.place = text,
            Detail::Date(date) => self.date = date,
            Detail::Deadline(deadline) => self.deadline = deadline,
            Detail::Members(members) => self.members = members,
            Detail::Rules(rules) => self.rules = rules,
            Detail::OwnRules(profile) => {
                self.rules = RulesId::Own;
                self.own_rules = Some(Arc::new(*profile));
            }
            Detail::BoardHead(name) => self.board_head = name,
            Detail::BoardMembers(names) => self.board_members = names,
            Detail::Chair(name) => self.chair = name,
        }
    }
}
