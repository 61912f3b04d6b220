//! One person on the roll.

use crate::congress::election::{CongressForm, ExclusionKind};
use crate::congress::id::PersonId;
use crate::congress::moment::Moment;
use serde::{Deserialize, Serialize};

/// Whether a person may vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A full member, or an official delegate: votes, stands, counts in the base.
    #[default]
    Full,
    /// A probationary member: speaks and nominates, but neither votes nor stands, and never counts in the base
    /// (Charter, Điều 3).
    Probationary,
}

/// Where a person is today, and what that does to the base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// Nobody has marked this person yet.
    #[default]
    Unmarked,
    /// In the room.
    Present,
    /// Here for a part of the congress, now away: stays in the base.
    LeftEarly,
    /// Absent without a reason that the convening committee accepted: stays in the base.
    AbsentUnexcused,
    /// Absent for the whole congress with a reason that the convening committee accepted: leaves the base.
    ExcusedThroughout,
    /// Introduced to temporary activity in another organisation: leaves the base.
    TransferredOut,
    /// Exempt from activity and not here: leaves the base. Who comes and votes is `Present` and counts.
    ExemptAbsent,
    /// Suspended from Party activity: leaves the base.
    Suspended,
    /// Charged, prosecuted or in custody: leaves the base.
    Prosecuted,
    /// Delegate congress: a member of the convening committee absent throughout: leaves the base.
    ConveningCommitteeAbsent,
    /// Delegate congress: absent throughout, and no alternate took the place: leaves the base.
    AbsentWithoutAlternate,
}

impl Attendance {
    /// The mark that takes a person out of the base for a reason of the regulation.
    pub fn excluded_as(kind: ExclusionKind) -> Self {
        match kind {
            ExclusionKind::TransferredOut => Self::TransferredOut,
            ExclusionKind::ExemptAndAbsent => Self::ExemptAbsent,
            ExclusionKind::Suspended => Self::Suspended,
            ExclusionKind::ProsecutedOrDetained => Self::Prosecuted,
            ExclusionKind::ExcusedAbsentThroughout => Self::ExcusedThroughout,
            ExclusionKind::ConveningCommitteeAbsentThroughout => Self::ConveningCommitteeAbsent,
            ExclusionKind::DelegateAbsentWithoutAlternate => Self::AbsentWithoutAlternate,
        }
    }

    /// The marks that people choose from at a form of congress.
    pub fn choices(form: CongressForm) -> Vec<Self> {
        let mut choices = vec![Self::Unmarked, Self::Present, Self::LeftEarly, Self::AbsentUnexcused];
        choices.extend(ExclusionKind::of(form).map(Self::excluded_as));
        choices
    }

    /// Whether this mark takes a full member out of the base.
    pub fn is_excluded(self) -> bool {
        !matches!(self, Self::Unmarked | Self::Present | Self::LeftEarly | Self::AbsentUnexcused)
    }
}

/// One person on the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// Family, middle and given name, as written on ballots; NFC, never empty.
    pub name: String,
    /// Whether the person may vote.
    pub standing: Standing,
    /// Where the person is today.
    pub attendance: Attendance,
    /// When the person was first marked present; `None` while that is still to come.
    pub came: Option<Moment>,
    /// When the person left early.
    pub left: Option<Moment>,
}

impl Person {
    /// Takes a mark, made at an instant. Who is unmarked again has neither come nor left.
    pub(crate) fn mark(&mut self, attendance: Attendance, at: Moment) {
        self.attendance = attendance;
        self.left = (attendance == Attendance::LeftEarly).then_some(at);
        match attendance {
            Attendance::Present => self.came = self.came.or(Some(at)),
            Attendance::LeftEarly => {}
            _ => self.came = None,
        }
    }

    /// Whether the person came after an instant, such as the one at which the congress began.
    pub fn came_after(&self, begun: Option<Moment>) -> bool {
        self.came.zip(begun).is_some_and(|(came, begun)| came > begun)
    }

    /// Whether the person votes, stands and counts.
    pub fn is_full(&self) -> bool {
        self.standing == Standing::Full
    }
}

/// A person to be put on the roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// The cleaned name, not empty.
    pub name: String,
    /// Whether the person may vote.
    #[serde(default, skip_serializing_if = "is_full")]
    pub standing: Standing,
    /// The mark that the list gave: who is exempt, in temporary activity elsewhere, or suspended.
    #[serde(default, skip_serializing_if = "is_unmarked")]
    pub attendance: Attendance,
}

impl NewPerson {
    /// Whether the list gave a mark.
    pub fn is_marked(&self) -> bool {
        self.attendance != Attendance::Unmarked
    }

    /// A person whom nobody has marked.
    pub fn unmarked(name: impl Into<String>, standing: Standing) -> Self {
        Self { name: name.into(), standing, attendance: Attendance::Unmarked }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_unmarked(attendance: &Attendance) -> bool {
    *attendance == Attendance::Unmarked
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_full(standing: &Standing) -> bool {
    *standing == Standing::Full
}
