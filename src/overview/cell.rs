//! One organisation in the superior's table: how it is listed, what it tells, and what the superior recorded of it.

use super::finding::{CellFinding, findings};
use crate::congress::checklist::due::due_date;
use crate::congress::checklist::holidays::is_holiday;
use crate::congress::checklist::template::{ChecklistTemplate, DEFAULT_CHECKLIST};
use crate::congress::election::Office;
use crate::congress::election::sheet::Electorate;
use crate::congress::kind::CongressKind;
use crate::congress::moment::Moment;
use crate::congress::preparation::committee::CommitteeFigure;
use crate::congress::summary::{Step, Steps, Summary};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its name.
    pub name: String,
    /// The organisation that it belongs to (đảng bộ); may be empty.
    pub group: String,
    /// The congress day that the superior's list has.
    pub registered: Option<NaiveDate>,
    /// The days that the superior recorded itself.
    pub marks: Steps,
    /// What the congress tells; nothing before its first file.
    pub told: Option<Told>,
}

/// What the table keeps of what a congress tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The congress's id.
    pub congress: String,
    /// How many recorded changes it comes from.
    pub changes: u64,
    /// When the last of them was made.
    pub last: Moment,
    /// The kind of congress.
    pub kind: CongressKind,
    /// Full members expected.
    pub members: u32,
    /// The congress day.
    pub date: NaiveDate,
    /// The superior's deadline, as the cell has it.
    pub deadline: Option<NaiveDate>,
    /// The days of its steps.
    pub steps: Steps,
    /// People summoned; 0 before the roll was called.
    pub summoned: u32,
    /// The base, in people; 0 before the roll was called.
    pub base: u32,
    /// People present; 0 before the roll was called.
    pub present: u32,
    /// Sealed rounds.
    pub rounds: u32,
    /// Elected to the committee, in people.
    pub committee_elected: u32,
    /// Whether a secretary was elected.
    pub secretary_elected: bool,
    /// The figures of the new committee.
    pub committee: BTreeMap<CommitteeFigure, u32>,
    /// How many lessons.
    pub lessons: u32,
    /// What is wrong with it.
    pub findings: Vec<CellFinding>,
    /// The file that told it.
    pub file: String,
}

/// How far a congress has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Nothing is known but its name.
    NoPlan,
    /// It has a day.
    Planned,
    /// Its documents are approved.
    DocumentsApproved,
    /// Its personnel scheme is approved.
    SchemeApproved,
    /// It was held.
    Held,
    /// Its report was sent.
    Reported,
    /// Its result is ratified.
    Ratified,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 7] = [
        Self::NoPlan,
        Self::Planned,
        Self::DocumentsApproved,
        Self::SchemeApproved,
        Self::Held,
        Self::Reported,
        Self::Ratified,
    ];

    /// Its name in tables that programs read.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPlan => "no_plan",
            Self::Planned => "planned",
            Self::DocumentsApproved => "documents_approved",
            Self::SchemeApproved => "scheme_approved",
            Self::Held => "held",
            Self::Reported => "reported",
            Self::Ratified => "ratified",
        }
    }
}

/// What is overdue with a congress, and for how many calendar days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Late {
    /// The deadline of the whole round has passed, and it was not held.
    Deadline(i64),
    /// The day that it registered has passed, and it was not held.
    Day(i64),
    /// The report is overdue.
    Report(i64),
    /// The ratification is overdue.
    Ratification(i64),
}

impl Told {
    /// What the table keeps of a summary from a file.
    pub fn of(summary: &Summary, file: &str) -> Self {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let attended = summary.attendance.as_ref();
        Self {
            congress: summary.congress.clone(),
            changes: summary.changes,
            last: summary.last,
            kind: summary.kind,
            members: summary.members,
            date: summary.date,
            deadline: summary.deadline,
            steps: summary.steps,
            summoned: attended.map_or(0, |attended| attended.summoned),
            base: attended.map_or(0, Electorate::base),
            present: attended.map_or(0, |attended| attended.present),
            rounds: number(summary.rounds.len()),
            committee_elected: number(summary.elected(Office::Committee)),
            secretary_elected: summary.elected(Office::Secretary) > 0,
            committee: summary.committee.clone(),
            lessons: number(summary.lessons.len()),
            findings: findings(summary),
            file: file.to_owned(),
        }
    }
}

impl Cell {
    /// The day of a step: as the superior recorded it, else as the cell tells it.
    pub fn on(&self, step: Step) -> Option<NaiveDate> {
        self.marks.on(step).or_else(|| self.told.as_ref()?.steps.on(step))
    }

    /// Whether the superior and the cell give two days for one step.
    pub fn differs(&self, step: Step) -> bool {
        let told = self.told.as_ref().and_then(|told| told.steps.on(step));
        matches!((self.marks.on(step), told), (Some(mark), Some(told)) if mark != told)
    }

    /// The congress day: as the cell tells it, else as it is listed.
    pub fn day(&self) -> Option<NaiveDate> {
        self.told.as_ref().map(|told| told.date).or(self.registered)
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        let reached = |step: Step| self.on(step).is_some();
        if reached(Step::Ratified) {
            Stage::Ratified
        } else if reached(Step::Reported) {
            Stage::Reported
        } else if reached(Step::Held) {
            Stage::Held
        } else if reached(Step::SchemeApproved) {
            Stage::SchemeApproved
        } else if reached(Step::DocumentsApproved) {
            Stage::DocumentsApproved
        } else if self.day().is_some() {
            Stage::Planned
        } else {
            Stage::NoPlan
        }
    }

    /// Whether the congress was held.
    pub fn is_held(&self) -> bool {
        self.stage() >= Stage::Held
    }

    /// What is overdue today; `deadline` is that of the whole round. The days for report and ratification are those of
    /// the checklist.
    pub fn late(&self, today: NaiveDate, deadline: Option<NaiveDate>) -> Option<Late> {
        let past =
            |due: Option<NaiveDate>| due.filter(|due| *due < today).map(|due| (today - due).num_days());
        match self.stage() {
            Stage::Ratified => None,
            Stage::Reported => past(ratification_due(self.on(Step::Reported)?)).map(Late::Ratification),
            Stage::Held => past(report_due(self.on(Step::Held)?)).map(Late::Report),
            _ => past(deadline).map(Late::Deadline).or_else(|| past(self.day()).map(Late::Day)),
        }
    }

    /// How many things are wrong with what it tells.
    pub fn wrong(&self) -> usize {
        self.told.as_ref().map_or(0, |told| told.findings.len())
    }
}

fn template() -> Option<&'static ChecklistTemplate> {
    ChecklistTemplate::by_id(DEFAULT_CHECKLIST)
}

/// The last day of the report on a congress that was held on a day.
fn report_due(held: NaiveDate) -> Option<NaiveDate> {
    let task = template()?.report()?;
    due_date(held, task.offset_days, task.offset_unit, &is_holiday)
}

/// The last day of the ratification. The checklist counts both tasks from the congress; what lies between them is the
/// superior's time from the report on.
fn ratification_due(reported: NaiveDate) -> Option<NaiveDate> {
    let report = template()?.report()?;
    let task =
        template()?.tasks.iter().find(|task| Some(&task.id) == template().map(|of| &of.ratification))?;
    due_date(reported, task.offset_days - report.offset_days, task.offset_unit, &is_holiday)
}
