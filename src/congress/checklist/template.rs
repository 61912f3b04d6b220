//! The checklist as data: what has to be done, by whom, how many days from the congress, and how sure we are.
//!
//! Every version that was ever shipped stays embedded, because a congress names the version it began with.

use crate::congress::agenda::template::minute_of_day;
use crate::congress::bilingual::Bilingual;
use crate::congress::confidence::Confidence;
use crate::congress::embedded;
use crate::congress::kind::CongressKind;
use crate::congress::preparation::{Fact, Gate};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// The version that a new congress takes.
pub const DEFAULT_CHECKLIST: &str = WITH_GATES;

/// The first version with facts and gates. Apps that do not know it would show an empty checklist.
pub const WITH_GATES: &str = "party/2";

/// The files of tasks that are built in; each names its own id.
const EMBEDDED: [&str; 1] = [include_str!("../../../data/checklists/party.json")];

/// The files that add facts and gates to the tasks of another; each names its own id.
const EDITIONS: [&str; 1] = [include_str!("../../../data/checklists/party-2.json")];

/// A version of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistTemplate {
    /// Name and version, such as `party/1`.
    pub id: String,
    /// What the congress has to have before it goes on; none in a list without gates.
    #[serde(skip)]
    pub gates: Vec<GateTemplate>,
    /// Ballots to print beyond those present, as practice proposes.
    #[serde(skip)]
    pub spare_ballots: u32,
    /// When a congress has to be over, by its kind.
    #[serde(skip)]
    pub ends_by: Vec<EndTemplate>,
    /// The task with which the superior ratifies what was elected; empty where none is known.
    #[serde(skip)]
    pub ratification: String,
    /// The phases in order.
    pub phases: Vec<PhaseTemplate>,
    /// The tasks in order, phase by phase.
    pub tasks: Vec<TaskTemplate>,
}

impl ChecklistTemplate {
    /// A built-in version; `None` when this build does not know it.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        static PARSED: OnceLock<Vec<ChecklistTemplate>> = OnceLock::new();
        // A file that does not parse is left out here and fails `tests/templates.rs`.
        PARSED.get_or_init(Self::parse).iter().find(|template| template.id == id)
    }

    fn parse() -> Vec<Self> {
        let mut all: Vec<Self> = EMBEDDED.iter().filter_map(|text| embedded::read(text).ok()).collect();
        for text in EDITIONS {
            let edition = embedded::read::<Edition>(text).ok();
            let made = edition.and_then(|edition| {
                let base = all.iter().find(|base| base.id == edition.tasks_of)?;
                Some(edition.of(base))
            });
            all.extend(made);
        }
        all
    }

    /// The task with which the report on the congress is sent: the one behind the report's gate.
    pub fn report(&self) -> Option<&TaskTemplate> {
        self.tasks.iter().find(|task| task.gate == Some(Gate::Report))
    }

    /// The tasks that a kind of congress calls for, in order.
    pub fn tasks_for(&self, kind: CongressKind) -> impl Iterator<Item = &TaskTemplate> {
        self.tasks.iter().filter(move |task| task.applies_to.contains(&kind))
    }

    /// One task.
    pub fn task(&self, id: &str) -> Option<&TaskTemplate> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// The facts that a gate asks for.
    pub fn gate_facts(&self, gate: Gate) -> &[Fact] {
        self.gates.iter().find(|of| of.gate == gate).map(|of| of.facts.as_slice()).unwrap_or_default()
    }

    /// When a kind of congress has to be over: minutes after midnight.
    pub fn ends_by(&self, kind: CongressKind) -> Option<u16> {
        self.ends_by.iter().find(|end| end.applies_to.contains(&kind)).map(|end| end.time)
    }

    /// One phase.
    pub fn phase(&self, id: &str) -> Option<&PhaseTemplate> {
        self.phases.iter().find(|phase| phase.id == id)
    }
}

/// What a version adds to the tasks of another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edition {
    id: String,
    tasks_of: String,
    gates: Vec<GateTemplate>,
    spare_ballots: u32,
    ends_by: Vec<EndTemplate>,
    facts: Vec<TaskFact>,
    behind: Vec<TaskGate>,
    ratification: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskFact {
    task: String,
    fact: Fact,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskGate {
    task: String,
    gate: Gate,
}

impl Edition {
    fn of(self, base: &ChecklistTemplate) -> ChecklistTemplate {
        let mut made = ChecklistTemplate {
            id: self.id,
            gates: self.gates,
            spare_ballots: self.spare_ballots,
            ends_by: self.ends_by,
            ratification: self.ratification,
            ..base.clone()
        };
        for task in &mut made.tasks {
            task.fact = self.facts.iter().find(|of| of.task == task.id).map(|of| of.fact);
            task.gate = self.behind.iter().find(|of| of.task == task.id).map(|of| of.gate);
        }
        made
    }
}

/// A gate, with the facts that it asks for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateTemplate {
    /// Which gate.
    pub gate: Gate,
    /// The facts, in the order in which they are shown.
    pub facts: Vec<Fact>,
}

/// When some kinds of congress have to be over.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndTemplate {
    /// The kinds.
    pub applies_to: Vec<CongressKind>,
    /// The time of day: minutes after midnight.
    #[serde(deserialize_with = "minute_of_day")]
    pub time: u16,
}

/// A phase of the preparation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseTemplate {
    /// The id that tasks name.
    pub id: String,
    /// One or two words.
    pub title: Bilingual,
}

/// A task of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskTemplate {
    /// The id, unique in the checklist and kept in later versions.
    pub id: String,
    /// The id of its phase.
    pub phase: String,
    /// Days from the congress day: negative before it, positive after it.
    pub offset_days: i32,
    /// Which days are counted.
    pub offset_unit: OffsetUnit,
    /// What to do.
    pub title: Bilingual,
    /// Who usually does it.
    pub role: Bilingual,
    /// How one sees that it is done.
    pub done_when: Bilingual,
    /// What goes wrong with it.
    pub pitfall: Bilingual,
    /// The kinds of congress that call for it.
    pub applies_to: Vec<CongressKind>,
    /// Where it comes from.
    pub source: Bilingual,
    /// How sure the date is.
    pub offset_confidence: Confidence,
    /// How sure the task itself is.
    pub content_confidence: Confidence,
    /// The fact by which the task ticks itself.
    #[serde(skip)]
    pub fact: Option<Fact>,
    /// The gate that stands before it.
    #[serde(skip)]
    pub gate: Option<Gate>,
}

/// Which days an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffsetUnit {
    /// Every day.
    Calendar,
    /// Days without Saturdays, Sundays and holidays.
    Working,
}
