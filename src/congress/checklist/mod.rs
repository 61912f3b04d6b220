//! The preparation checklist: the tasks that a kind of congress calls for, and when each is due.

pub mod due;
pub mod holidays;
pub mod paste;
pub mod plan;
pub mod task;
pub mod template;

use crate::congress::id::{RecordId, TaskId};
use crate::congress::kind::CongressKind;
use crate::congress::moment::Moment;
use crate::congress::preparation::{Due, NewTask, PreparationChange};
use chrono::NaiveDate;
use due::due_date;
use holidays::is_holiday;
use rustc_hash::FxHashMap;
pub use task::{Task, TaskState};
use template::ChecklistTemplate;

/// The most tasks of one congress.
pub const MAX_TASKS: usize = 10_000;

/// The checklist of a congress: the template's tasks that apply to its kind and those of its own, phase by phase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// The id of the template that the tasks come from.
    pub template: String,
    tasks: Vec<Task>,
    /// Where each task stands, so that a tick costs the same however many there are.
    places: FxHashMap<TaskId, usize>,
}

impl Checklist {
    /// A fresh checklist from a template, for a congress on a date.
    pub fn from_template(template: &'static ChecklistTemplate, kind: CongressKind, date: NaiveDate) -> Self {
        let phase = |id: &str| template.phases.iter().position(|phase| phase.id == id).unwrap_or_default();
        let tasks = template.tasks_for(kind).map(|task| Task {
            id: TaskId::from(task.id.as_str()),
            template: Some(task),
            title: None,
            phase: phase(&task.phase),
            timing: None,
            due: None,
            marked: TaskState::Todo,
            marked_at: None,
            owner: String::new(),
            note: String::new(),
            reason: String::new(),
        });
        let tasks = tasks.collect();
        let mut checklist = Self { template: template.id.clone(), tasks, places: FxHashMap::default() };
        checklist.find_places();
        checklist.schedule(date);
        checklist
    }

    /// The template that the tasks come from; `None` when this build does not know it.
    pub fn source(&self) -> Option<&'static ChecklistTemplate> {
        ChecklistTemplate::by_id(&self.template)
    }

    /// The tasks, phase by phase.
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }

    /// One task, if it applies to this congress.
    pub fn task(&self, id: &TaskId) -> Option<&Task> {
        self.tasks.get(*self.places.get(id)?)
    }

    /// The place of a phase among those of the template.
    pub fn phase_of(&self, id: &str) -> Option<usize> {
        self.source()?.phases.iter().position(|phase| phase.id == id)
    }

    pub(crate) fn task_mut(&mut self, id: &TaskId) -> Option<&mut Task> {
        self.tasks.get_mut(*self.places.get(id)?)
    }

    /// Counts every date anew, for a congress on a date.
    pub(crate) fn schedule(&mut self, date: NaiveDate) {
        for task in &mut self.tasks {
            task.due = day_of(task, date);
        }
    }

    fn find_places(&mut self) {
        self.places = self.tasks.iter().enumerate().map(|(at, task)| (task.id.clone(), at)).collect();
    }

    pub(in crate::congress) fn apply(
        &mut self,
        record: &RecordId,
        at: Moment,
        date: NaiveDate,
        change: &PreparationChange,
    ) {
        match change {
            PreparationChange::TasksAdded(tasks) => self.add(record, date, tasks),
            PreparationChange::TaskRemoved(id) => {
                self.tasks.retain(|task| task.id != *id || task.template.is_some());
                self.find_places();
            }
            PreparationChange::TaskMoved { id, before } => self.move_task(id, before.as_ref()),
            PreparationChange::TaskTitle { id, title } => {
                if let Some(task) = self.task_mut(id) {
                    task.title = Some(title.clone()).filter(|title| !title.is_empty());
                }
            }
            PreparationChange::TaskDue { id, due } => {
                if let Some(task) = self.task_mut(id) {
                    task.timing.clone_from(due);
                    task.due = day_of(task, date);
                }
            }
            PreparationChange::TasksMarked { ids, state } => {
                for id in ids {
                    self.mark(id, *state, at);
                }
            }
            PreparationChange::NotNeeded { id, reason } => {
                self.mark(id, TaskState::NotNeeded, at);
                if let Some(task) = self.task_mut(id) {
                    task.reason.clone_from(reason);
                }
            }
            _ => {}
        }
    }

    pub(in crate::congress) fn mark(&mut self, id: &TaskId, state: TaskState, at: Moment) {
        if let Some(task) = self.task_mut(id) {
            task.marked = state;
            task.marked_at = Some(at);
            task.reason.clear();
        }
    }

    fn add(&mut self, record: &RecordId, date: NaiveDate, added: &[NewTask]) {
        let room = MAX_TASKS.saturating_sub(self.tasks.len());
        let mut new: Vec<Task> = Vec::new();
        for (index, task) in added.iter().enumerate().take(room) {
            let Some(phase) = self.phase_of(&task.phase) else { continue };
            let mut task = Task {
                id: TaskId::made_by(record, index),
                template: None,
                title: Some(task.title.clone()),
                phase,
                timing: Some(task.due.clone()),
                due: None,
                marked: TaskState::Todo,
                marked_at: None,
                owner: task.owner.clone(),
                note: String::new(),
                reason: String::new(),
            };
            task.due = day_of(&task, date);
            new.push(task);
        }
        self.tasks.extend(new);
        crate::congress::order::by_key(&mut self.tasks, |task| task.phase);
        self.find_places();
    }

    /// Moves a task within its phase.
    fn move_task(&mut self, id: &TaskId, before: Option<&TaskId>) {
        let Some(from) = self.places.get(id).copied() else { return };
        let task = self.tasks.remove(from);
        let target = before.and_then(|before| {
            self.tasks.iter().position(|other| other.id == *before && other.phase == task.phase)
        });
        let behind = || self.tasks.iter().take_while(|other| other.phase <= task.phase).count();
        let to = target.unwrap_or_else(behind);
        self.tasks.insert(to, task);
        self.find_places();
    }
}

/// The last day of a task, for a congress on a date. Weekends and public holidays are left out where working days are
/// counted.
fn day_of(task: &Task, date: NaiveDate) -> Option<NaiveDate> {
    match task.counted()? {
        Due::On(day) => Some(day),
        Due::Offset { days, unit } => due_date(date, days, unit, &is_holiday),
    }
}
