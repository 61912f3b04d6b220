//! The plan: each task with its date, and which one to do next.

use super::due::due_date;
use super::holidays::{Holidays, is_holiday};
use super::template::{ChecklistTemplate, OffsetUnit, TaskTemplate};
use super::{Checklist, Task};
use crate::congress::confidence::Confidence;
use chrono::{Datelike, Days, NaiveDate};

/// One task of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedTask<'a> {
    /// What this congress recorded.
    pub task: &'a Task,
    /// The words of the template.
    pub template: &'static TaskTemplate,
    /// The last day; `None` when the calendar does not reach that far.
    pub due: Option<NaiveDate>,
}

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

impl PlannedTask<'_> {
    /// Where this task stands on the day `today`.
    pub fn urgency(&self, today: NaiveDate) -> Urgency {
        if self.task.state.is_settled() {
            return Urgency::Settled;
        }
        match self.due {
            Some(due) if due < today => Urgency::Late((today - due).num_days()),
            Some(due) if due <= week_end(today) => Urgency::ThisWeek,
            _ => Urgency::Later,
        }
    }
}

/// The first task whose working days are counted where the calendar of holidays is not sure, with its date: somebody has
/// to look at the days off that were announced. `None` where every count is sure.
pub fn unsure_of_holidays<'a, 'b>(
    plan: &'b [PlannedTask<'a>],
    date: NaiveDate,
) -> Option<&'b PlannedTask<'a>> {
    let holidays = Holidays::vietnam()?;
    plan.iter().find(|task| {
        let counts = task.template.offset_unit == OffsetUnit::Working;
        let due = task.due.filter(|_| counts && !task.task.state.is_settled());
        due.is_some_and(|due| holidays.confidence_between(date, due) == Confidence::Unverified)
    })
}

/// The Sunday of the week of a day.
pub fn week_end(day: NaiveDate) -> NaiveDate {
    let days = 6 - u64::from(day.weekday().num_days_from_monday());
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The plan of a checklist for a congress on `date`, in template order.
///
/// Weekends and public holidays are left out where a rule counts working days.
pub fn plan(checklist: &Checklist, date: NaiveDate) -> Vec<PlannedTask<'_>> {
    let Some(template) = ChecklistTemplate::by_id(&checklist.template) else { return Vec::new() };
    checklist
        .tasks()
        .iter()
        .filter_map(|task| {
            let template = template.task(task.id.as_str())?;
            let due = due_date(date, template.offset_days, template.offset_unit, &is_holiday);
            Some(PlannedTask { task, template, due })
        })
        .collect()
}

/// The task to do next: the unsettled one whose date comes first.
pub fn next_task<'a, 'b>(plan: &'b [PlannedTask<'a>]) -> Option<&'b PlannedTask<'a>> {
    plan.iter()
        .filter(|task| !task.task.state.is_settled())
        .min_by_key(|task| task.due.unwrap_or(NaiveDate::MAX))
}
