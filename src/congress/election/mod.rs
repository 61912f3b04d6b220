//! The election: a round goes in, its outcome comes out, and the proof of it stands beside.
//!
//! The words of the hall and the names they carry here:
//!
//! | Vietnamese | here | meaning |
//! |---|---|---|
//! | quy chế bầu cử | [`RuleProfile`] | the regulation a congress votes under, kept as data |
//! | lần bầu, vòng bầu | [`Round`] | one ballot: who was summoned, what was in the box, what each name got |
//! | cơ sở tính, mẫu số | base | the number that "more than half" is taken of |
//! | kết quả | [`Outcome`] | elected, tied, vacant, and what the congress must do next |
//! | sai lệch số liệu | [`Finding`] | figures that do not add up; with any of them nobody is elected |
//! | căn cứ | [`Proof`] | every comparison behind the outcome, with its clause |
//!
//! What never happens here: a decimal fraction, a guess about a missing figure, a text for the screen, or a look at
//! a clock. Shares are compared as whole numbers, and a round that contradicts the contract is refused, not mended.

mod checked_round;
mod exclusions;
mod fields;
mod finding;
mod json;
mod outcome;
pub mod profile;
mod proof;
mod ranking;
mod round;
mod round_error;
pub mod sheet;

pub use checked_round::CheckedRound;
pub use exclusions::{ExclusionKind, Exclusions};
pub use finding::Finding;
pub use outcome::{NextStep, Outcome, Verdict, count};
pub use profile::{BaseRule, Clause, RuleProfile, RulesId};
pub use proof::{BaseProof, ExclusionLine, Margin, Proof, ProofRow, share_hundredths};
pub use round::{Ballots, Candidate, CongressForm, MOST, Method, Office, Round, RoundKind};
pub use round_error::{Expected, RoundError};
