//! The new committee in figures: what the superior gathers of every congress, as far as somebody gave it.

use serde::{Deserialize, Serialize};

/// A figure of the new committee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommitteeFigure {
    /// Women, in people.
    Women,
    /// Under 40 years of age, in people.
    Young,
    /// Of an ethnic minority, in people.
    EthnicMinority,
    /// Members of the committee before, in people.
    ReElected,
    /// With a degree or more, in people.
    Degree,
    /// With a higher degree, in people; they have a degree too.
    HigherDegree,
    /// With the highest level of political theory (cao cấp, cử nhân), in people.
    TheoryHigh,
    /// With the middle level of political theory (trung cấp), in people.
    TheoryMiddle,
    /// The average age, in whole years.
    AverageAge,
}

impl CommitteeFigure {
    /// Every figure, in the order in which they are asked for.
    pub const ALL: [Self; 9] = [
        Self::Women,
        Self::Young,
        Self::EthnicMinority,
        Self::ReElected,
        Self::Degree,
        Self::HigherDegree,
        Self::TheoryHigh,
        Self::TheoryMiddle,
        Self::AverageAge,
    ];

    /// The least and the most that the figure can be, of so many elected.
    pub fn bounds(self, elected: u32) -> (u32, u32) {
        if self == Self::AverageAge { (18, 100) } else { (0, elected) }
    }
}
