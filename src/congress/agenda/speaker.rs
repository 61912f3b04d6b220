//! Speakers: who asked for the floor, for how long, and what they said.

use super::item::Run;
use super::template::SpeakingLimits;
use crate::congress::id::{ItemId, SpeakerId};
use crate::congress::kind::CongressKind;
use crate::congress::moment::{MINUTE_MS, Moment};
use crate::congress::people::name::NameKey;
use serde::{Deserialize, Serialize};

/// The most minutes that one turn may be given.
pub const MAX_TURN_MINUTES: u16 = 120;

/// What sort of turn it is; each has a limit of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TurnKind {
    /// A prepared paper (tham luận).
    Paper,
    /// A remark from the floor (ý kiến).
    Remark,
    /// A second remark by the same person.
    Second,
}

impl TurnKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Remark, Self::Second];
}

/// Minutes for each kind of turn. No regulation sets them: the congress does, in its rules of procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakingMinutes {
    paper: u16,
    remark: u16,
    second: u16,
}

impl Default for SpeakingMinutes {
    fn default() -> Self {
        Self { paper: 7, remark: 3, second: 2 }
    }
}

impl SpeakingMinutes {
    /// What the agendas propose to a kind of congress.
    pub fn proposed(limits: &SpeakingLimits, kind: Option<CongressKind>) -> Self {
        let paper = kind.map_or(limits.prepared_paper_cell_min, |kind| limits.prepared_paper_min(kind));
        Self { paper, remark: limits.floor_remark_min, second: limits.second_remark_min }
    }

    /// Minutes for a kind of turn.
    pub fn of(&self, kind: TurnKind) -> u16 {
        match kind {
            TurnKind::Paper => self.paper,
            TurnKind::Remark => self.remark,
            TurnKind::Second => self.second,
        }
    }

    pub(super) fn set(&mut self, kind: TurnKind, minutes: u16) {
        match kind {
            TurnKind::Paper => self.paper = minutes,
            TurnKind::Remark => self.remark = minutes,
            TurnKind::Second => self.second = minutes,
        }
    }
}

/// Somebody who asked for the floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewSpeaker {
    /// The name; cleaned, not empty.
    pub name: String,
    /// What sort of turn.
    pub kind: TurnKind,
    /// What it is about; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
}

/// One turn of one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The id.
    pub id: SpeakerId,
    /// The name.
    pub name: String,
    /// What sort of turn.
    pub kind: TurnKind,
    /// What it is about; may be empty.
    pub subject: String,
    /// The point that was made, for the minutes; may be empty.
    pub point: String,
    /// Whether the turn was yielded.
    pub yielded: bool,
    /// Minutes that this turn had when it began; before, the limit of its kind applies.
    pub granted: Option<u16>,
    /// Minutes that the chair gave or took.
    pub extra_minutes: i32,
    /// The item in which the turn began.
    pub item: Option<ItemId>,
    /// When it ran.
    pub turn: Option<Run>,
}

impl Speaker {
    pub(super) fn waiting(id: SpeakerId, speaker: &NewSpeaker) -> Self {
        Self {
            id,
            name: speaker.name.clone(),
            kind: speaker.kind,
            subject: speaker.subject.clone(),
            point: String::new(),
            yielded: false,
            granted: None,
            extra_minutes: 0,
            item: None,
            turn: None,
        }
    }

    /// Whether the turn is still to come.
    pub fn is_waiting(&self) -> bool {
        self.turn.is_none() && !self.yielded
    }

    /// Milliseconds granted: the limit and what the chair gave or took; never negative.
    pub fn allotted(&self, limits: &SpeakingMinutes) -> i64 {
        let minutes = self.granted.unwrap_or_else(|| limits.of(self.kind));
        ((i64::from(minutes) + i64::from(self.extra_minutes)) * MINUTE_MS).max(0)
    }

    /// Milliseconds spoken until `now`.
    pub fn elapsed(&self, now: Moment) -> i64 {
        self.turn.as_ref().map_or(0, |turn| turn.elapsed(now))
    }
}

/// What one person has spoken in all turns together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakingTotal {
    /// The name.
    pub name: String,
    /// Turns that began.
    pub turns: u32,
    /// Milliseconds spoken.
    pub spoken: i64,
}

impl super::Agenda {
    /// One speaker.
    pub fn speaker(&self, id: &SpeakerId) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| speaker.id == *id)
    }

    pub(super) fn speaker_mut(&mut self, id: &SpeakerId) -> Option<&mut Speaker> {
        self.speakers.iter_mut().find(|speaker| speaker.id == *id)
    }

    /// Who is speaking.
    pub fn current_speaker(&self) -> Option<&Speaker> {
        self.speaking.as_ref().and_then(|id| self.speaker(id))
    }

    /// Who is called next.
    pub fn next_speaker(&self) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| speaker.is_waiting())
    }

    /// The kind of turn that somebody asks for: a remark by one who has spoken already is a second one.
    pub fn turn_of(&self, name: &str, kind: TurnKind) -> TurnKind {
        let key = NameKey::new(name);
        let spoke = self.speakers.iter().any(|speaker| {
            speaker.turn.is_some() && speaker.kind != TurnKind::Paper && NameKey::new(&speaker.name) == key
        });
        if kind == TurnKind::Remark && spoke { TurnKind::Second } else { kind }
    }

    /// What each person has spoken until `now`, in the order in which they first spoke.
    pub fn speaking_totals(&self, now: Moment) -> Vec<SpeakingTotal> {
        let mut totals: Vec<(NameKey, SpeakingTotal)> = Vec::new();
        for speaker in self.speakers.iter().filter(|speaker| speaker.turn.is_some()) {
            let key = NameKey::new(&speaker.name);
            let at = totals.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                totals.push((key, SpeakingTotal { name: speaker.name.clone(), turns: 0, spoken: 0 }));
                totals.len() - 1
            });
            if let Some((_, total)) = totals.get_mut(at) {
                total.turns = total.turns.saturating_add(1);
                total.spoken = total.spoken.saturating_add(speaker.elapsed(now));
            }
        }
        totals.into_iter().map(|(_, total)| total).collect()
    }
}
