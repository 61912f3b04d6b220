//! Everything that can be done at the tally desk, as values.

use super::super::change::{Change, Topic};
use super::super::hidden::Lines;
use crate::congress::election::ballots::{Bundle, CountedBallot};
use crate::congress::election::desk::{Brought, FigureCell, PaperCount, Settled, Settlement, SheetCell};
use crate::congress::election::sheet::VoteColumn;
use crate::congress::hall::Release;
use crate::congress::id::{PassId, RoundId};
use crate::congress::moment::Moment;
use serde::{Deserialize, Serialize};

/// The most blocks of seats in a show of hands.
pub const MOST_BLOCKS: u8 = 50;

/// One recorded change at the tally desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DeskChange {
    /// A number of printed ballots was written down, or wiped.
    Paper {
        /// Which round.
        round: RoundId,
        /// Which number.
        count: PaperCount,
        /// Ballots; `None` wipes.
        value: Option<u32>,
    },
    /// A counter began to enter the ballots of a round.
    PassBegun {
        /// Which round.
        round: RoundId,
        /// Who enters.
        counter: String,
    },
    /// A ballot was entered, behind those before it. The short names keep its record within 256 bytes.
    #[serde(rename = "b")]
    Ballot {
        /// In which pass.
        #[serde(rename = "p")]
        pass: PassId,
        /// The ballot.
        #[serde(rename = "b")]
        ballot: CountedBallot,
    },
    /// A ballot was entered again, or the last one was taken back.
    BallotCorrected {
        /// In which pass.
        pass: PassId,
        /// The ballot's number in the pass, from 1.
        number: u32,
        /// The ballot; none takes the last one back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ballot: Option<CountedBallot>,
    },
    /// A bundle was entered; another of the same label is replaced.
    Bundle {
        /// In which pass.
        pass: PassId,
        /// The bundle, which may be unfinished.
        bundle: Bundle,
    },
    /// A bundle was taken away.
    BundleRemoved {
        /// In which pass.
        pass: PassId,
        /// Its label.
        label: String,
    },
    /// A figure of the tally sheet was set, by a stroke or as a number.
    Tallied {
        /// In which pass.
        pass: PassId,
        /// Which figure.
        cell: SheetCell,
        /// The figure.
        value: u32,
    },
    /// A counter has entered everything.
    PassEnded {
        /// Which pass.
        pass: PassId,
        /// When.
        at: Moment,
    },
    /// A counter had not entered everything after all, and goes on.
    PassResumed(PassId),
    /// A counter's work was brought from another device.
    PassBrought {
        /// To which round.
        round: RoundId,
        /// Into which pass of brought work, where the counters shared the ballots among them; a pass of its own otherwise.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        into: Option<PassId>,
        /// The work.
        work: Box<Brought>,
    },
    /// Something that two counters read differently, or that the board had to conclude on, was settled by the paper.
    Settled(Settlement),
    /// The counting board closed the count: its sums are those of the round.
    CountClosed {
        /// Which round.
        round: RoundId,
        /// When.
        at: Moment,
    },
    /// A closed count or a sealed result was opened again.
    RoundReopened {
        /// Which round.
        round: RoundId,
        /// When.
        at: Moment,
        /// Who took it upon themselves.
        by: String,
        /// Why.
        reason: String,
    },
    /// A block of seats was counted in a show of hands, or a figure of it was wiped.
    Hands {
        /// Which round.
        round: RoundId,
        /// The block, from 0; at most [`MOST_BLOCKS`].
        block: u8,
        /// For, against, or another opinion.
        column: VoteColumn,
        /// Hands; `None` wipes.
        value: Option<u32>,
    },
    /// In a show of hands everybody present was for, and nobody against.
    AllFor(RoundId),
    /// The counting board released something of a round to the hall screen, or took it back.
    HallShows {
        /// Which round.
        round: RoundId,
        /// What the hall sees of it.
        shows: Release,
    },
}

impl From<DeskChange> for Change {
    fn from(change: DeskChange) -> Self {
        Self::Desk(change)
    }
}

impl DeskChange {
    /// What this change touches. What is in a pass concerns its counter alone until the pass has ended.
    pub fn topics(&self) -> Vec<Topic> {
        match self {
            Self::Paper { round, .. }
            | Self::PassBegun { round, .. }
            | Self::Hands { round, .. }
            | Self::AllFor(round) => vec![Topic::Round(round.clone())],
            Self::RoundReopened { round, .. }
            | Self::CountClosed { round, .. }
            | Self::PassBrought { round, .. } => {
                vec![Topic::Rounds, Topic::Round(round.clone())]
            }
            Self::Ballot { pass, .. }
            | Self::BallotCorrected { pass, .. }
            | Self::Bundle { pass, .. }
            | Self::BundleRemoved { pass, .. }
            | Self::Tallied { pass, .. } => vec![Topic::Pass(pass.clone())],
            Self::PassEnded { pass, .. } | Self::PassResumed(pass) => {
                vec![Topic::Pass(pass.clone()), Topic::Rounds]
            }
            Self::Settled(settlement) => vec![Topic::Pass(settlement.pass.clone()), Topic::Rounds],
            Self::HallShows { .. } => vec![Topic::Hall],
        }
    }

    /// The pass in which something was entered.
    pub fn pass(&self) -> Option<&PassId> {
        match self {
            Self::Ballot { pass, .. }
            | Self::BallotCorrected { pass, .. }
            | Self::Bundle { pass, .. }
            | Self::BundleRemoved { pass, .. }
            | Self::Tallied { pass, .. }
            | Self::PassEnded { pass, .. }
            | Self::PassResumed(pass) => Some(pass),
            _ => None,
        }
    }

    /// Meets every text that people write.
    pub(in crate::congress) fn each_text(&mut self, meet: &mut dyn FnMut(Lines, &mut String)) {
        match self {
            Self::PassBegun { counter: text, .. } | Self::BundleRemoved { label: text, .. } => {
                meet(Lines::One, text);
            }
            Self::Bundle { bundle, .. } => meet(Lines::One, &mut bundle.label),
            Self::PassBrought { work, .. } => {
                meet(Lines::One, &mut work.counter);
                for bundle in &mut work.bundles {
                    meet(Lines::One, &mut bundle.label);
                }
            }
            Self::Settled(settlement) => {
                meet(Lines::One, &mut settlement.by);
                if let Settled::Figure(FigureCell::Bundle { label, .. }, _) = &mut settlement.settled {
                    meet(Lines::One, label);
                }
            }
            Self::RoundReopened { by, reason, .. } => {
                meet(Lines::One, by);
                meet(Lines::Many, reason);
            }
            Self::Paper { .. }
            | Self::Ballot { .. }
            | Self::BallotCorrected { .. }
            | Self::Tallied { .. }
            | Self::PassEnded { .. }
            | Self::PassResumed(_)
            | Self::CountClosed { .. }
            | Self::Hands { .. }
            | Self::AllFor(_)
            | Self::HallShows { .. } => {}
        }
    }
}
