//! Kế hoạch chuẩn bị: the whole plan on one page for the wall, and its picture.

use super::form::filled;
use super::known::particulars;
use super::paper::{Block, Paper, Span, Timeline, WallGroup, WallTask};
use crate::congress::Congress;
use crate::congress::checklist::Task;
use crate::congress::preparation::{DocumentState, Fact, FactSet};
use crate::words::Words;
use chrono::NaiveDate;

/// The plan as it stands on `today`.
pub fn plan(congress: &Congress, facts: FactSet, today: NaiveDate, words: &Words) -> Paper {
    let phases = congress.checklist.source().map(|source| source.phases.as_slice()).unwrap_or_default();
    let task = |task: &Task| WallTask {
        settled: task.state(facts).is_settled(),
        due: task.due.map(|due| words.day(due)).unwrap_or_default(),
        title: words.task_title(task).to_owned(),
        who: words.task_owner(task).to_owned(),
    };
    let groups = phases.iter().enumerate().map(|(place, phase)| WallGroup {
        title: words.text(&phase.title).to_owned(),
        tasks: congress.checklist.tasks().iter().filter(|task| task.phase == place).map(task).collect(),
    });
    let groups: Vec<WallGroup> = groups.collect();
    let known = particulars(congress, words);
    filled(congress, "plan", &known, words, |picture| match picture {
        "timeline" => timeline(congress, facts, today, words).map(Block::Timeline).into_iter().collect(),
        _ => vec![Block::Wall(groups.clone())],
    })
}

/// The picture of the plan: for each phase from its first date to its last, how much is done, and the days that matter.
/// `None` while no task has a date.
pub fn timeline(congress: &Congress, facts: FactSet, today: NaiveDate, words: &Words) -> Option<Timeline> {
    let details = &congress.details;
    let dates = || congress.checklist.tasks().iter().filter_map(|task| task.due);
    let first = dates().min()?.min(details.date);
    let last = dates().max()?.max(details.date).max(details.deadline.unwrap_or(details.date));
    let whole = (last - first).num_days().max(1);
    let place = |day: NaiveDate| (day - first).num_days().clamp(0, whole) * 200 / whole;
    let phases = congress.checklist.source()?.phases.iter().enumerate();
    let spans =
        phases.zip(congress.checklist.progress(facts, today)).filter_map(|((at, phase), progress)| {
            let (from, to) = progress.days?;
            Some(Span {
                phase: at,
                name: words.text(&phase.title).to_owned(),
                told: format!("{} – {}", words.day(from), words.day(to)),
                from: place(from),
                to: place(to).max(place(from) + 2),
                done: progress.share(200),
                late: progress.late,
            })
        });
    let mut marks = vec![(place(details.date), words.plan.congress_day.to_owned())];
    if (first..=last).contains(&today) {
        marks.push((place(today), words.plan.today.to_owned()));
    }
    marks.extend(details.deadline.map(|deadline| (place(deadline), words.plan.deadline.to_owned())));
    Some(Timeline { spans: spans.collect(), marks })
}

/// A line for the superior's table, its cells parted by tabs: unit, congress day, stage, tasks done, overdue, the day on
/// which the report is due.
pub fn superior_line(congress: &Congress, facts: FactSet, today: NaiveDate, words: &Words) -> String {
    let tasks = congress.checklist.tasks();
    let settled = tasks.iter().filter(|task| task.state(facts).is_settled()).count();
    let open = tasks.iter().filter(|task| !task.state(facts).is_settled());
    let late = open.filter(|task| task.due.is_some_and(|due| due < today)).count();
    let report = report_due(congress).map(|due| words.date(due)).unwrap_or_default();
    [
        congress.details.organisation.clone(),
        words.date(congress.details.date),
        stage(congress, facts, words).to_owned(),
        format!("{settled}/{}", tasks.len()),
        late.to_string(),
        report,
    ]
    .join("\t")
}

/// The task with which the superior ratifies what was elected.
pub fn ratification(congress: &Congress) -> Option<&Task> {
    let id = &congress.checklist.source()?.ratification;
    congress.checklist.tasks().iter().find(|task| task.id.as_str() == id)
}

/// The task behind the report's gate.
pub fn report_task(congress: &Congress) -> Option<&Task> {
    let behind = |task: &&Task| {
        task.template
            .is_some_and(|template| template.gate == Some(crate::congress::preparation::Gate::Report))
    };
    congress.checklist.tasks().iter().find(behind)
}

/// The last day for the report: that of the task behind its gate.
pub fn report_due(congress: &Congress) -> Option<NaiveDate> {
    report_task(congress)?.due
}

fn stage(congress: &Congress, facts: FactSet, words: &Words) -> &'static str {
    let reported = congress.checklist.tasks().iter().any(|task| {
        let behind = task.template.is_some_and(|template| template.gate.is_some());
        behind && task.state(facts).is_settled()
    });
    let w = words.plan;
    let ratified = ratification(congress).is_some_and(|task| task.state(facts).is_settled());
    match () {
        () if facts.has(Fact::CongressClosed) && ratified => w.stage_ratified,
        () if facts.has(Fact::CongressClosed) && reported => w.stage_reported,
        () if facts.has(Fact::CongressClosed) => w.stage_held,
        () if facts.has(Fact::SchemeApproved) => w.stage_scheme,
        () if congress.documents_at(DocumentState::Approved) => w.stage_documents,
        () => w.stage_plan,
    }
}
