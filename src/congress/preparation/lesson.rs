//! Lessons (rút kinh nghiệm): what went well, what did not, and the time that was lost.

use crate::congress::agenda::report::TimeReport;
use crate::congress::agenda::template::ItemKind;
use crate::congress::congress::Congress;
use crate::congress::id::LessonId;
use crate::congress::moment::Moment;
use serde::{Deserialize, Serialize};

/// What a lesson is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// The documents.
    Documents,
    /// The discussion.
    Discussion,
    /// The presidium's chairing.
    Chairing,
    /// The elections and their counting.
    Counting,
    /// Rooms, machines, printing, guests.
    Logistics,
    /// Decoration and ceremony.
    Decoration,
}

impl Area {
    /// Every area, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Documents,
        Self::Discussion,
        Self::Chairing,
        Self::Counting,
        Self::Logistics,
        Self::Decoration,
    ];

    /// The area whose time a sort of agenda item takes.
    pub fn of(kind: ItemKind) -> Self {
        match kind {
            ItemKind::Report => Self::Documents,
            ItemKind::Discussion => Self::Discussion,
            ItemKind::OpenVote | ItemKind::Other => Self::Chairing,
            ItemKind::Election => Self::Counting,
            ItemKind::Break => Self::Logistics,
            ItemKind::Ceremony => Self::Decoration,
        }
    }
}

/// A lesson as it is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewLesson {
    /// What it is about.
    pub area: Area,
    /// Whether it went well.
    pub well: bool,
    /// What happened, and what to do next time; not empty.
    pub text: String,
    /// Whether another congress learnt it, and handed it on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub brought: bool,
}

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The id.
    pub id: LessonId,
    /// What it is about.
    pub area: Area,
    /// Whether it went well.
    pub well: bool,
    /// What happened, and what to do next time.
    pub text: String,
    /// Whether another congress learnt it, and handed it on.
    pub brought: bool,
}

impl Congress {
    /// Milliseconds that the items of an area took beyond their plan; what was saved elsewhere is not set against it.
    pub fn time_lost(&self, area: Area, midnight: Moment, now: Moment) -> i64 {
        let report = TimeReport::at(&self.agenda, midnight, now);
        let of = report.rows.iter().filter(|row| Area::of(row.kind) == area);
        of.map(|row| row.over().max(0)).fold(0, i64::saturating_add)
    }
}
