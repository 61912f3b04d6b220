//! How a ballot is read: which methods a regulation knows, and what each way of marking a ballot means.

use super::clause::Clause;
use crate::congress::election::round::Method;
use crate::congress::election::strict::{self, Expected, FieldError, Fields, Json};
use serde::{Deserialize, Serialize};

/// The ballots of a regulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BallotRules {
    /// The methods it knows; at least one.
    pub methods: Vec<Method>,
    /// What each case means: every [`BallotCase`] once, in order.
    pub readings: Vec<ReadingRule>,
    /// What ballots count at all.
    pub clause: Clause,
}

/// What one case means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingRule {
    /// The case.
    pub case: BallotCase,
    /// What it means for the ballot.
    pub ruling: Ruling,
    /// Where that stands.
    pub clause: Clause,
}

/// A way of marking a ballot on which its validity turns (190-QĐ/TW Đ15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BallotCase {
    /// More names kept than there are seats.
    MoreThanSeats,
    /// A list with surplus on which every name is struck.
    NobodyKept,
    /// One name, and both boxes marked.
    SingleBothBoxes,
    /// One name, and no box marked.
    SingleNoBox,
    /// Several names, and in some rows both boxes or none; the row counts for nobody where the ballot stays valid.
    RowsUnclear,
    /// Several names with boxes, and no row marked at all.
    WhollyUnmarked,
    /// Not handed out by the counting board.
    NotIssued,
    /// A name that is not on the list.
    OutsideName,
    /// Signed, written upon, marked with a sign, or in several inks.
    SignedOrMarked,
    /// Without the stamp.
    NoStamp,
    /// A strike through a part of a name, under it or round it, or a corrected one.
    UnclearStrike,
}

/// What a case means for the ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// The ballot is valid.
    Valid,
    /// The ballot is invalid.
    Invalid,
    /// The counting board concludes (190-QĐ/TW Đ8); until then the ballot is open.
    BoardConcludes,
}

impl BallotCase {
    /// Every case: first those that the marks show by themselves, then those that only the board sees on the paper.
    pub const ALL: [Self; 11] = [
        Self::MoreThanSeats,
        Self::NobodyKept,
        Self::SingleBothBoxes,
        Self::SingleNoBox,
        Self::RowsUnclear,
        Self::WhollyUnmarked,
        Self::NotIssued,
        Self::OutsideName,
        Self::SignedOrMarked,
        Self::NoStamp,
        Self::UnclearStrike,
    ];

    /// Whether only people see it on the paper; the marks that are recorded do not show it.
    pub fn is_seen(self) -> bool {
        self >= Self::NotIssued
    }
}

impl BallotRules {
    /// What a case means; left to the counting board if the rules do not say.
    pub fn ruling(&self, case: BallotCase) -> Ruling {
        self.readings.iter().find(|rule| rule.case == case).map_or(Ruling::BoardConcludes, |rule| rule.ruling)
    }

    /// Whether a ballot on a single name with both boxes or none is invalid.
    pub fn refuses_unmarked_single(&self) -> bool {
        [BallotCase::SingleBothBoxes, BallotCase::SingleNoBox]
            .iter()
            .all(|case| self.ruling(*case) == Ruling::Invalid)
    }

    pub(super) fn take(fields: &mut Fields) -> Result<Self, FieldError> {
        let methods_name = fields.name("ballots.methods");
        let readings_name = fields.name("ballots.readings");
        let mut fields = fields.object("ballots")?;
        let methods: Vec<Method> = fields.list("methods", |path, json| strict::choice(path, &json))?;
        let readings = fields.list("readings", ReadingRule::read)?;
        let clause = Clause::take(&mut fields)?;
        fields.end()?;
        let once =
            methods.iter().enumerate().all(|(at, method)| !methods.iter().skip(at + 1).any(|m| m == method));
        if methods.is_empty() || !once {
            let expected = Expected::Agreement("at least one method, each once");
            return Err(FieldError::new(methods_name, expected));
        }
        if !readings.iter().map(|rule| rule.case).eq(BallotCase::ALL) {
            return Err(FieldError::new(readings_name, Expected::Agreement("every case once and in order")));
        }
        if let Some(rule) = readings.iter().find(|rule| !rule.fits()) {
            let place = BallotCase::ALL.iter().position(|case| *case == rule.case).unwrap_or(0);
            let expected = "`invalid`, because votes beyond the seats or for nobody cannot be counted";
            return Err(FieldError::new(
                format!("{readings_name}[{place}].ruling"),
                Expected::Agreement(expected),
            ));
        }
        Ok(Self { methods, readings, clause })
    }
}

impl ReadingRule {
    /// A ballot for too many or, struck, for nobody would make sums that the counting core takes for errors.
    fn fits(&self) -> bool {
        !matches!(self.case, BallotCase::MoreThanSeats | BallotCase::NobodyKept)
            || self.ruling == Ruling::Invalid
    }

    fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let rule = Self {
            case: fields.choice("case")?,
            ruling: fields.choice("ruling")?,
            clause: Clause::take(&mut fields)?,
        };
        fields.end()?;
        Ok(rule)
    }
}
