//! The preparation checklist: the tasks that a kind of congress calls for, and when each is due.

pub mod due;
pub mod holidays;
pub mod plan;
pub mod task;
pub mod template;

use crate::congress::id::TaskId;
use crate::congress::kind::CongressKind;
pub use task::{Task, TaskState};
use template::ChecklistTemplate;

/// The checklist of a congress: the template's tasks that apply to its kind, in template order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// The id of the template that the tasks come from.
    pub template: String,
    tasks: Vec<Task>,
}

impl Checklist {
    /// A fresh checklist from a template.
    pub fn from_template(template: &ChecklistTemplate, kind: CongressKind) -> Self {
        let tasks = template
            .tasks_for(kind)
            .map(|task| Task {
                id: TaskId::from(task.id.as_str()),
                state: TaskState::Todo,
                owner: String::new(),
                note: String::new(),
            })
            .collect();
        Self { template: template.id.clone(), tasks }
    }

    /// The tasks, in template order.
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }

    /// One task, if it applies to this congress.
    pub fn task(&self, id: &TaskId) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == *id)
    }

    pub(crate) fn task_mut(&mut self, id: &TaskId) -> Option<&mut Task> {
        self.tasks.iter_mut().find(|task| task.id == *id)
    }
}
