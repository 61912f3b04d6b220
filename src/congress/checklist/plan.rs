//! The plan: each task with its date, which one to do next, and what a new congress day makes of the dates.

use super::due::due_date;
use super::holidays::{Holidays, is_holiday};
use super::{Checklist, Task};
use crate::congress::confidence::Confidence;
use crate::congress::congress::Congress;
use crate::congress::preparation::{Due, FactSet};
use chrono::{Datelike, Days, NaiveDate};

/// Where a date stands against today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Urgency {
    /// Nothing is left to do.
    Settled,
    /// The date has passed, by so many days.
    Late(i64),
    /// Due in this calendar week (Monday to Sunday).
    ThisWeek,
    /// Due later.
    Later,
}

impl Task {
    /// Where this task stands on the day `today`.
    pub fn urgency(&self, facts: FactSet, today: NaiveDate) -> Urgency {
        if self.state(facts).is_settled() {
            return Urgency::Settled;
        }
        match self.due {
            Some(due) if due < today => Urgency::Late((today - due).num_days()),
            Some(due) if due <= week_end(today) => Urgency::ThisWeek,
            _ => Urgency::Later,
        }
    }
}

impl Checklist {
    /// The task to do next: the unsettled one whose date comes first.
    pub fn next_task(&self, facts: FactSet) -> Option<&Task> {
        let open = self.tasks().iter().filter(|task| !task.state(facts).is_settled());
        open.min_by_key(|task| task.due.unwrap_or(NaiveDate::MAX))
    }

    /// The first task whose working days are counted where the calendar of holidays is not sure: somebody has to look at
    /// the days off that were announced. `None` where every count is sure.
    pub fn unsure_of_holidays(&self, facts: FactSet, date: NaiveDate) -> Option<&Task> {
        let holidays = Holidays::vietnam()?;
        self.tasks().iter().find(|task| {
            let open = task.counts_working_days() && !task.state(facts).is_settled();
            let due = task.due.filter(|_| open);
            due.is_some_and(|due| holidays.confidence_between(date, due) == Confidence::Unverified)
        })
    }

    /// How far each phase is on the day `today`.
    pub fn progress(&self, facts: FactSet, today: NaiveDate) -> Vec<Progress> {
        let phases = self.source().map_or(0, |template| template.phases.len());
        let mut progress = vec![Progress::default(); phases];
        for task in self.tasks() {
            if let Some(phase) = progress.get_mut(task.phase) {
                phase.add(task, facts, today);
            }
        }
        progress
    }
}

/// How far a phase is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many of its tasks are settled.
    pub settled: i64,
    /// How many tasks it has.
    pub all: i64,
    /// Whether one that is not settled is late.
    pub late: bool,
    /// The first date of its tasks and the last; `None` while none of them has one.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl Progress {
    /// How many of `whole` parts are done, rounded down; none where there is no task.
    pub fn share(&self, whole: i64) -> i64 {
        (self.settled * whole).checked_div(self.all).unwrap_or(0)
    }

    fn add(&mut self, task: &Task, facts: FactSet, today: NaiveDate) {
        let settled = task.state(facts).is_settled();
        self.all += 1;
        self.settled += i64::from(settled);
        if let Some(due) = task.due {
            self.late |= !settled && due < today;
            let (first, last) = self.days.unwrap_or((due, due));
            self.days = Some((first.min(due), last.max(due)));
        }
    }
}

/// What another congress day makes of the dates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moved<'a> {
    /// The open tasks that would be late and are not late now, each with its new date.
    pub late: Vec<(&'a Task, NaiveDate)>,
    /// The open tasks that would lie behind the superior's deadline and do not now, each with its new date.
    pub beyond: Vec<(&'a Task, NaiveDate)>,
}

impl Congress {
    /// What happens to the dates of the open tasks if the congress moves to `date`.
    pub fn if_moved(&self, date: NaiveDate, facts: FactSet, today: NaiveDate) -> Moved<'_> {
        let mut moved = Moved::default();
        let open = self.checklist.tasks().iter().filter(|task| !task.state(facts).is_settled());
        for task in open {
            let Some(Due::Offset { days, unit }) = task.counted() else { continue };
            let Some(due) = due_date(date, days, unit, &is_holiday) else { continue };
            if due < today && task.due.is_none_or(|now| now >= today) {
                moved.late.push((task, due));
            }
            let beyond = |day: NaiveDate| self.details.deadline.is_some_and(|deadline| day > deadline);
            if beyond(due) && !task.due.is_some_and(beyond) {
                moved.beyond.push((task, due));
            }
        }
        moved
    }
}

/// The Sunday of the week of a day.
pub fn week_end(day: NaiveDate) -> NaiveDate {
    let days = 6 - u64::from(day.weekday().num_days_from_monday());
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
