//! What the superior sees of a congress: how far it has come, who attended, what was elected from which figures, what was
//! learnt. It stands at the end of every exported file, and alone in a progress line.
//!
//! It claims, and proves nothing: whoever gathers many counts the rounds again from their figures.

pub(crate) mod read;

use super::checklist::TaskState;
use super::checklist::template::{ChecklistTemplate, DEFAULT_CHECKLIST};
use super::congress::Congress;
use super::count::Counted;
use super::day;
use super::election::sheet::Electorate;
use super::election::{Office, Outcome, Round, RuleProfile, RulesId};
use super::essentials::Essentials;
use super::id::CongressId;
use super::kind::CongressKind;
use super::moment::Moment;
use super::preparation::committee::CommitteeFigure;
use super::preparation::drafts::{DocumentState, DocumentTemplate};
use super::preparation::lesson::Area;
use super::preparation::{Fact, Witnessed};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// What is told of one congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The congress's id; two summaries of one congress have the same.
    pub congress: String,
    /// How many recorded changes it comes from: of two summaries of one congress the one with more is newer.
    pub changes: u64,
    /// When the last of them was made; milliseconds since 1970.
    pub last: Moment,
    /// The organisation.
    pub organisation: String,
    /// The directly superior body; may be empty.
    pub superior: String,
    /// The kind of congress.
    pub kind: CongressKind,
    /// Which congress it is, as written; may be empty.
    pub ordinal: String,
    /// The term, as written; may be empty.
    pub term: String,
    /// Whether it is held to practise, or is a part handed to another device; such a one is never counted.
    pub rehearsal: bool,
    /// Full members expected.
    pub members: u32,
    /// The congress day.
    pub date: NaiveDate,
    /// The superior's deadline.
    pub deadline: Option<NaiveDate>,
    /// The rules under which it votes.
    pub rules: RulesId,
    /// Its own rules, where it has some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_rules: Option<Box<RuleProfile>>,
    /// The steps that it has come to.
    pub steps: Steps,
    /// How many tasks there are.
    pub tasks: u32,
    /// How many of them are settled.
    pub tasks_settled: u32,
    /// Who attended; nothing before the roll was called.
    pub attendance: Option<Electorate>,
    /// The sealed rounds, first to last.
    pub rounds: Vec<StatedRound>,
    /// Figures of the new committee, as far as somebody gave them.
    pub committee: BTreeMap<CommitteeFigure, u32>,
    /// What was learnt.
    pub lessons: Vec<StatedLesson>,
}

/// The days on which a congress came to its steps, in Vietnam's time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Steps {
    /// Every document was sent to the superior.
    pub sent: Option<NaiveDate>,
    /// The superior's comments on every document had come.
    pub commented: Option<NaiveDate>,
    /// The superior had approved every document.
    pub documents_approved: Option<NaiveDate>,
    /// The superior had approved the personnel scheme.
    pub scheme_approved: Option<NaiveDate>,
    /// The congress was declared over.
    pub held: Option<NaiveDate>,
    /// The report was sent.
    pub reported: Option<NaiveDate>,
    /// The superior ratified the result.
    pub ratified: Option<NaiveDate>,
}

/// A step of a congress, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The documents were received by the superior.
    Sent,
    /// The superior commented on them.
    Commented,
    /// The superior approved them.
    DocumentsApproved,
    /// The superior approved the personnel scheme.
    SchemeApproved,
    /// The congress was held.
    Held,
    /// The report was received by the superior.
    Reported,
    /// The superior ratified the result.
    Ratified,
}

impl Step {
    /// Its name in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Commented => "commented",
            Self::DocumentsApproved => "documents_approved",
            Self::SchemeApproved => "scheme_approved",
            Self::Held => "held",
            Self::Reported => "reported",
            Self::Ratified => "ratified",
        }
    }

    /// Every step, in the order in which a congress comes to them.
    pub const ALL: [Self; 7] = [
        Self::Sent,
        Self::Commented,
        Self::DocumentsApproved,
        Self::SchemeApproved,
        Self::Held,
        Self::Reported,
        Self::Ratified,
    ];
}

impl Steps {
    /// The day on which the congress came to a step.
    pub fn on(&self, step: Step) -> Option<NaiveDate> {
        match step {
            Step::Sent => self.sent,
            Step::Commented => self.commented,
            Step::DocumentsApproved => self.documents_approved,
            Step::SchemeApproved => self.scheme_approved,
            Step::Held => self.held,
            Step::Reported => self.reported,
            Step::Ratified => self.ratified,
        }
    }

    /// Sets the day of a step.
    pub fn set(&mut self, step: Step, on: Option<NaiveDate>) {
        let place = match step {
            Step::Sent => &mut self.sent,
            Step::Commented => &mut self.commented,
            Step::DocumentsApproved => &mut self.documents_approved,
            Step::SchemeApproved => &mut self.scheme_approved,
            Step::Held => &mut self.held,
            Step::Reported => &mut self.reported,
            Step::Ratified => &mut self.ratified,
        };
        *place = on;
    }
}

/// A sealed round as it is told: its figures, and what was announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatedRound {
    /// The figures, as the counting contract writes a round; or the field for which they cannot be read as one.
    #[serde(serialize_with = "figures")]
    pub round: Result<Round, String>,
    /// What was announced, as the counting contract writes an outcome.
    pub outcome: StatedOutcome,
}

fn figures<S: Serializer>(round: &Result<Round, String>, serializer: S) -> Result<S::Ok, S::Error> {
    // Only a summary that was read can hold a round that is none; the field stands in its place then.
    match round {
        Ok(round) => round.serialize(serializer),
        Err(field) => field.serialize(serializer),
    }
}

/// What was announced of a round. Only what stands there is held against the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StatedOutcome {
    /// The denominator.
    pub base: u32,
    /// Least votes that are more than half of it.
    pub threshold: Option<u32>,
    /// Who was elected.
    pub elected: Vec<String>,
    /// Who was level at the last seat.
    pub tied: Vec<String>,
}

impl From<&Outcome> for StatedOutcome {
    fn from(outcome: &Outcome) -> Self {
        Self {
            base: outcome.base,
            threshold: outcome.threshold,
            elected: outcome.elected.clone(),
            tied: outcome.tied.clone(),
        }
    }
}

/// A lesson as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatedLesson {
    /// What it is about.
    pub area: Area,
    /// Whether it went well.
    pub well: bool,
    /// What happened, and what to do next time.
    pub text: String,
}

impl Summary {
    /// What is told of a congress that so many recorded changes add up to, the last of them made at `last`.
    pub fn of(congress: &Congress, id: &CongressId, changes: usize, last: Moment) -> Self {
        let details = &congress.details;
        let tasks = congress.checklist.tasks();
        let facts = congress.facts(Witnessed::default());
        let settled = tasks.iter().filter(|task| task.state(facts).is_settled()).count();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            congress: id.to_string(),
            changes: u64::try_from(changes).unwrap_or(u64::MAX),
            // A clock that was set before 1970 tells nothing.
            last: last.max(Moment(0)),
            organisation: details.organisation.clone(),
            superior: details.superior.clone(),
            kind: details.kind,
            ordinal: details.ordinal.clone(),
            term: details.term.clone(),
            // A part that was handed to another device is no more a congress to be gathered than a rehearsal is.
            rehearsal: details.rehearsal || congress.role.is_some(),
            members: details.members,
            date: details.date,
            deadline: details.deadline,
            rules: details.rules,
            own_rules: details
                .own_rules
                .as_ref()
                .filter(|_| details.rules == RulesId::Own)
                .map(|rules| Box::new((**rules).clone())),
            steps: congress.steps(),
            tasks: number(tasks.len()),
            tasks_settled: number(settled),
            attendance: congress
                .holds(Fact::AttendanceTaken, Witnessed::default())
                .then(|| congress.electorate()),
            rounds: Essentials::outcomes(congress).map(|(_, counted)| stated(&counted)).collect(),
            committee: congress.preparation.committee.iter().copied().collect(),
            lessons: congress
                .preparation
                .lessons
                .iter()
                .filter(|lesson| !lesson.brought)
                .map(|lesson| StatedLesson {
                    area: lesson.area,
                    well: lesson.well,
                    text: lesson.text.clone(),
                })
                .collect(),
        }
    }

    /// As compact JSON, as it stands in files.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// How many seats of an office the sealed rounds filled, as they were announced, in people.
    pub fn elected(&self, office: Office) -> usize {
        let of = |round: &&StatedRound| round.round.as_ref().is_ok_and(|round| round.office == office);
        self.rounds.iter().filter(of).map(|round| round.outcome.elected.len()).sum()
    }
}

fn stated(counted: &Counted) -> StatedRound {
    StatedRound { round: Ok(counted.round.clone()), outcome: StatedOutcome::from(&counted.outcome) }
}

impl Congress {
    /// The days on which this congress came to its steps, as far as somebody recorded them.
    pub fn steps(&self) -> Steps {
        // Every version of the checklist has these tasks; the newest says which they are.
        let tasks = ChecklistTemplate::by_id(DEFAULT_CHECKLIST);
        let report = tasks.and_then(ChecklistTemplate::report);
        // Where the clock was not used, the last seal tells that the congress was held.
        let sealed = self.rounds.iter().filter_map(|sheet| sheet.sealed).max();
        let elected = sealed.filter(|_| self.holds(Fact::ElectionsDone, Witnessed::default()));
        let held = self.agenda.closed.or(elected).and_then(day::in_vietnam);
        Steps {
            sent: self.documents_since(DocumentState::Sent),
            commented: self.documents_since(DocumentState::Commented),
            documents_approved: self.documents_since(DocumentState::Approved),
            scheme_approved: self.latest(true, DocumentState::Approved),
            held,
            reported: report.and_then(|task| self.done_on(&task.id)),
            ratified: tasks.and_then(|template| self.done_on(&template.ratification)),
        }
    }

    /// Since when every document but the scheme has come to a state.
    fn documents_since(&self, state: DocumentState) -> Option<NaiveDate> {
        self.latest(false, state)
    }

    /// The latest day on which the documents, or the scheme, came to a state, or past it; `None` while one has not, and
    /// where there is none.
    fn latest(&self, scheme: bool, state: DocumentState) -> Option<NaiveDate> {
        let mut documents = DocumentTemplate::of(self.details.kind)
            .filter(|document| document.is_scheme == scheme)
            .map(|document| {
                let progress = self.preparation.document(&document.id)?;
                let reached = |(of, on): &(DocumentState, NaiveDate)| (*of >= state).then_some(*on);
                progress.dates.iter().filter_map(reached).min()
            });
        let first = documents.next()??;
        documents.try_fold(first, |latest, on| Some(latest.max(on?)))
    }

    fn done_on(&self, task: &str) -> Option<NaiveDate> {
        let task = self.checklist.tasks().iter().find(|of| of.id.as_str() == task)?;
        let done = task.marked == TaskState::Done;
        task.marked_at.filter(|_| done).and_then(day::in_vietnam)
    }
}
