//! The groups of the list: by urgency, phase, role, week or person, and what a search leaves of them.

use super::{Look, roman};
use crate::congress::checklist::Task;
use crate::congress::checklist::plan::{Urgency, week_end};
use crate::congress::id::TaskId;
use crate::congress::people::name::search_fold;
use crate::congress::preparation::FactSet;
use crate::congress::{Congress, Topic, order};
use crate::ui::markup::prelude::*;
use crate::ui::{session, words};
use crate::words::Words;
use chrono::{Days, NaiveDate};

/// What the tasks are grouped by.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum By {
    Urgency,
    Phase,
    Role,
    Week,
    Person,
}

impl By {
    pub(super) const ALL: [Self; 5] = [Self::Urgency, Self::Phase, Self::Role, Self::Week, Self::Person];

    /// Its name.
    pub(super) fn name(self, words: &Words) -> &'static str {
        let w = words.plan;
        match self {
            Self::Urgency => w.by_urgency,
            Self::Phase => w.by_phase,
            Self::Role => w.by_role,
            Self::Week => w.by_week,
            Self::Person => w.by_person,
        }
    }
}

/// A group of tasks under one head.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Group {
    pub(super) title: String,
    pub(super) late: bool,
    /// Those that are shown.
    pub(super) tasks: Vec<TaskId>,
    /// How many there are, shown or not.
    pub(super) number: usize,
    /// Beside the number of tasks: how many of them are done, where that is asked for.
    pub(super) done: Option<usize>,
}

/// The groups are made when the place opens, so that a tick moves nothing from under the finger; they are made anew
/// when tasks come, go or move, when the look changes, and on the next day.
pub(super) fn grouped(look: Look) -> Memo<Vec<Group>> {
    let session = session();
    let words = words();
    let texts = searched();
    Memo::new(move |_| {
        let (phase, by, wanted) = (look.phase.get(), look.by.get(), search_fold(look.wanted.get().trim()));
        let (facts, today) = (look.facts.get_untracked(), look.today.get());
        let found = |at: usize| {
            wanted.is_empty()
                || texts.with_untracked(|texts| texts.get(at).is_some_and(|text| text.contains(&wanted)))
        };
        session
            .read(&Topic::Tasks, |congress| groups(congress, (facts, today), (phase, by), found, &words))
            .unwrap_or_default()
    })
}

/// What is searched of each task, folded; worked out anew after a task has changed, when somebody searches.
fn searched() -> Memo<Vec<String>> {
    let session = session();
    let words = words();
    Memo::new(move |_| {
        session.follow(&Topic::Checklist);
        let text =
            |task: &Task| format!("{} {}", words.task_title(task), words.task_owner(task)).replace('\n', " ");
        session
            .read(&Topic::Tasks, |congress| {
                let texts: Vec<String> = congress.checklist.tasks().iter().map(text).collect();
                // All at once: a fold is asked of the browser.
                search_fold(&texts.join("\n")).split('\n').map(str::to_owned).collect()
            })
            .unwrap_or_default()
    })
}

fn groups(
    congress: &Congress,
    (facts, today): (FactSet, NaiveDate),
    (phase, by): (Option<usize>, By),
    found: impl Fn(usize) -> bool,
    words: &Words,
) -> Vec<Group> {
    let all = congress.checklist.tasks().iter().enumerate();
    let held = all.filter(|(at, task)| phase.is_none_or(|phase| task.phase == phase) && found(*at));
    let tasks: Vec<&Task> = held.map(|(_, task)| task).collect();
    let phases = congress.checklist.source().map(|source| source.phases.as_slice()).unwrap_or_default();
    let phase_title = |index: usize| {
        let title = phases.get(index).map(|phase| words.text(&phase.title)).unwrap_or_default();
        format!("{}. {title}", roman(index))
    };
    // Each task with what its group is ordered by, and the head of that group. The urgent ones stand by their dates, the
    // others as the checklist has them.
    let keyed = tasks.into_iter().map(|task| {
        let (place, late, title) = match by {
            By::Urgency if phase.is_none() => match task.urgency(facts, today) {
                Urgency::Late(_) => ((String::new(), task.due), true, words.prepare.late.to_owned()),
                Urgency::ThisWeek => (("0".to_owned(), task.due), false, words.prepare.this_week.to_owned()),
                _ => ((format!("1{:02}", task.phase), None), false, phase_title(task.phase)),
            },
            By::Urgency => {
                let last = NaiveDate::MAX;
                ((format!("{:02}", task.phase), task.due.or(Some(last))), false, phase_title(task.phase))
            }
            By::Phase => ((format!("{:02}", task.phase), None), false, phase_title(task.phase)),
            By::Role => {
                let role = task.template.map_or(words.plan.nobody, |template| words.text(&template.role));
                ((search_fold(role), None), false, role.to_owned())
            }
            By::Week => {
                let (place, late, title) = week(task.due, words);
                ((place, None), late, title)
            }
            By::Person if task.owner.is_empty() => {
                (("\u{10ffff}".to_owned(), None), false, words.plan.nobody.to_owned())
            }
            By::Person => ((search_fold(&task.owner), None), false, task.owner.clone()),
        };
        (place, late, title, task)
    });
    let mut keyed: Vec<_> = keyed.collect();
    order::by_key(&mut keyed, |(place, ..)| place.clone());
    let mut groups: Vec<Group> = Vec::new();
    for (_, late, title, task) in keyed {
        let settled = usize::from(task.state(facts).is_settled());
        if let Some(group) = groups.last_mut().filter(|group| group.title == title) {
            group.tasks.push(task.id.clone());
            group.number += 1;
            group.done = group.done.map(|done| done + settled);
        } else {
            let done = (by == By::Person).then_some(settled);
            groups.push(Group { title, late, tasks: vec![task.id.clone()], number: 1, done });
        }
    }
    groups
}

fn week(due: Option<NaiveDate>, words: &Words) -> (String, bool, String) {
    let Some(due) = due else { return ("9".to_owned(), false, words.plan.no_date.to_owned()) };
    let sunday = week_end(due);
    let monday = sunday.checked_sub_days(Days::new(6)).unwrap_or(sunday);
    (sunday.to_string(), false, words.week_of(&words.day(monday), &words.day(sunday)))
}
