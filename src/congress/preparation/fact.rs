//! Facts: what the app knows by itself, so that an item ticks itself, and unticks when the fact goes away.

use super::dossier::{DossierPart, PartKind};
use super::drafts::DocumentState;
use super::{Gate, Preparation};
use crate::congress::agenda::TurnKind;
use crate::congress::agenda::clock::Schedule;
use crate::congress::congress::Congress;
use crate::congress::election::Office;
use crate::congress::election::sheet::{Electorate, RoundSheet};
use crate::congress::moment::{MINUTE_MS, Moment};
use serde::{Deserialize, Serialize};

/// Something that holds or does not hold of a congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// As many full members stand on the roll as the congress expects.
    RollComplete,
    /// Everybody on the roll has an attendance mark.
    AttendanceTaken,
    /// Attendance is taken, and somebody is in the base.
    BaseCounted,
    /// Two thirds of those summoned are present.
    Quorum,
    /// For every office as many ballots are printed as people are present, and the spare ones.
    BallotsPrinted,
    /// The programme ends by the time at which the congress has to be over.
    AgendaFits,
    /// Somebody confirmed the rules that apply.
    RulesConfirmed,
    /// The counting board has a head.
    BoardNamed,
    /// A rehearsal was held on this device.
    RehearsalHeld,
    /// A copy outside the browser holds what was done.
    BackupMade,
    /// The cell has discussed every document, and every opinion has its answer.
    DocumentsDiscussed,
    /// Every document was sent to the superior.
    DocumentsSent,
    /// The superior has approved every document.
    DocumentsApproved,
    /// The superior has approved the personnel scheme.
    SchemeApproved,
    /// Somebody is down for a prepared paper.
    SpeakersFound,
    /// Everybody who is down for a paper is prepared.
    SpeakersReady,
    /// Every round has its result, and no further one is called for.
    ElectionsDone,
    /// The congress was declared over.
    CongressClosed,
    /// Something was learnt.
    LessonsNoted,
    /// Every part of the archive is there.
    ArchiveComplete,
}

impl Fact {
    /// Every fact.
    pub const ALL: [Self; 20] = [
        Self::RollComplete,
        Self::AttendanceTaken,
        Self::BaseCounted,
        Self::Quorum,
        Self::BallotsPrinted,
        Self::AgendaFits,
        Self::RulesConfirmed,
        Self::BoardNamed,
        Self::RehearsalHeld,
        Self::BackupMade,
        Self::DocumentsDiscussed,
        Self::DocumentsSent,
        Self::DocumentsApproved,
        Self::SchemeApproved,
        Self::SpeakersFound,
        Self::SpeakersReady,
        Self::ElectionsDone,
        Self::CongressClosed,
        Self::LessonsNoted,
        Self::ArchiveComplete,
    ];

    fn bit(self) -> u32 {
        1 << (self as u32)
    }
}

/// The facts that hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactSet(u32);

impl FactSet {
    /// No fact.
    pub const NONE: Self = Self(0);

    /// Whether a fact holds.
    pub fn has(self, fact: Fact) -> bool {
        self.0 & fact.bit() != 0
    }
}

/// What only a device knows of a congress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Witnessed {
    /// Whether a rehearsal was held on it.
    pub rehearsal: bool,
    /// Whether a copy outside the browser holds what was done.
    pub backup: bool,
}

impl Witnessed {
    /// What a device would have to know so that nothing of it is missing.
    pub const ALL: Self = Self { rehearsal: true, backup: true };
}

/// How many people will be given a ballot, and where that number comes from. All in people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voters {
    /// As many full members as are expected: there is no roll yet.
    Expected(u32),
    /// The full members on the roll: attendance is not complete.
    OnRoll(u32),
    /// The full members present.
    Present(u32),
}

impl Voters {
    /// How many they are.
    pub fn number(self) -> u32 {
        match self {
            Self::Expected(people) | Self::OnRoll(people) | Self::Present(people) => people,
        }
    }
}

impl Electorate {
    /// The least number of people whose presence makes a quorum: two thirds of the base, in people.
    pub fn quorum(&self) -> u32 {
        u32::try_from((u64::from(self.base()) * 2).div_ceil(3)).unwrap_or(u32::MAX)
    }
}

impl Congress {
    /// The facts that hold, with what the device knows.
    pub fn facts(&self, witnessed: Witnessed) -> FactSet {
        let holds = Fact::ALL.into_iter().filter(|fact| self.holds(*fact, witnessed));
        FactSet(holds.fold(0, |set, fact| set | fact.bit()))
    }

    /// Whether a fact holds.
    pub fn holds(&self, fact: Fact, witnessed: Witnessed) -> bool {
        let (roll, preparation) = (&self.roll, &self.preparation);
        match fact {
            Fact::RollComplete => roll.headcount().full == self.details.members,
            Fact::AttendanceTaken => !roll.people().is_empty() && roll.headcount().unmarked == 0,
            Fact::BaseCounted => self.holds(Fact::AttendanceTaken, witnessed) && self.electorate().base() > 0,
            Fact::Quorum => {
                let electorate = self.electorate();
                electorate.base() > 0 && electorate.present >= electorate.quorum()
            }
            Fact::BallotsPrinted => self.offices().iter().all(|office| self.ballots_suffice(*office)),
            Fact::AgendaFits => !self.agenda.items.is_empty() && self.planned_end() <= self.ends_by(),
            Fact::RulesConfirmed => preparation.rules_confirmed.is_some(),
            Fact::BoardNamed => !self.details.board_head.trim().is_empty(),
            Fact::RehearsalHeld => witnessed.rehearsal,
            Fact::BackupMade => witnessed.backup,
            Fact::DocumentsDiscussed => {
                self.documents_at(DocumentState::Discussed) && preparation.open_opinions() == 0
            }
            Fact::DocumentsSent => self.documents_at(DocumentState::Sent),
            Fact::DocumentsApproved => self.documents_at(DocumentState::Approved),
            Fact::SchemeApproved => self.scheme_approved(),
            Fact::SpeakersFound | Fact::SpeakersReady => {
                let mut papers =
                    self.agenda.speakers.iter().filter(|speaker| speaker.kind == TurnKind::Paper).peekable();
                papers.peek().is_some()
                    && (fact == Fact::SpeakersFound
                        || papers.all(|speaker| preparation.ready.contains(&speaker.id)))
            }
            Fact::ElectionsDone => {
                !self.rounds.is_empty()
                    && !self.rounds.iter().any(RoundSheet::is_open)
                    && self.offers().is_empty()
            }
            Fact::CongressClosed => self.agenda.closed.is_some(),
            Fact::LessonsNoted => preparation.lessons.iter().any(|lesson| !lesson.brought),
            Fact::ArchiveComplete => {
                DossierPart::of(PartKind::Archive).all(|part| self.has_part(part, witnessed))
            }
        }
    }

    /// Whether enough ballots are printed for an office.
    pub fn ballots_suffice(&self, office: Office) -> bool {
        self.preparation.printed_for(office) >= self.ballots_needed()
    }

    /// Ballots to be printed for an office: one for each voter, and the spare ones.
    pub fn ballots_needed(&self) -> u32 {
        self.voters().number().saturating_add(self.spare_ballots())
    }

    /// Those for whom ballots are printed: who is present once attendance is taken; before, the full members on the
    /// roll, or as many as are expected.
    pub fn voters(&self) -> Voters {
        let headcount = self.roll.headcount();
        match headcount {
            _ if headcount.full == 0 => Voters::Expected(self.details.members),
            _ if headcount.full_unmarked > 0 => Voters::OnRoll(headcount.full),
            _ => Voters::Present(headcount.full_present),
        }
    }

    /// Ballots to be printed beyond the voters.
    pub fn spare_ballots(&self) -> u32 {
        let proposed = || self.checklist.source().map_or(0, |template| template.spare_ballots);
        self.preparation.spare.unwrap_or_else(proposed)
    }

    /// When the congress has to be over: minutes after the first midnight.
    pub fn ends_by(&self) -> u16 {
        let proposed = || self.checklist.source()?.ends_by(self.details.kind);
        self.preparation.ends_by.or_else(proposed).unwrap_or(u16::MAX)
    }

    /// When the programme ends as planned: minutes after the first midnight.
    pub fn planned_end(&self) -> u16 {
        let midnight = Moment(0);
        let end = Schedule::at(&self.agenda, midnight, midnight, None).planned_end;
        u16::try_from(end.since(midnight) / MINUTE_MS).unwrap_or(u16::MAX)
    }

    /// The facts that stand in the way of a gate: they do not hold, and nobody let the congress pass without them. At
    /// the gate of the ballots the office counts that is about to be voted on; without one, the next.
    pub fn unmet(&self, gate: Gate, office: Option<Office>, witnessed: Witnessed) -> Vec<Fact> {
        self.gate_facts(gate)
            .iter()
            .copied()
            .filter(|fact| !self.holds_at_gate(*fact, gate, office, witnessed))
            .filter(|fact| !self.preparation.is_passed(gate, *fact))
            .collect()
    }

    /// Whether a fact holds at a gate.
    pub fn holds_at_gate(
        &self,
        fact: Fact,
        gate: Gate,
        office: Option<Office>,
        witnessed: Witnessed,
    ) -> bool {
        match (gate, fact) {
            (Gate::Ballots, Fact::BallotsPrinted) => {
                let next = || self.proposal().map(|prepared| prepared.office);
                office.or_else(next).is_none_or(|office| self.ballots_suffice(office))
            }
            _ => self.holds(fact, witnessed),
        }
    }
}

impl Preparation {
    /// How many opinions have no answer yet.
    pub fn open_opinions(&self) -> usize {
        self.opinions.iter().filter(|opinion| opinion.accepted.is_none()).count()
    }
}
