//! The election: a round goes in, its outcome comes out, and the proof of it stands beside.
//!
//! The words of the hall and the names they carry here:
//!
//! | Vietnamese | here | meaning |
//! |---|---|---|
//! | quy chế bầu cử | [`RuleProfile`] | the regulation a congress votes under, kept as data |
//! | lần bầu, vòng bầu | [`Round`] | one ballot: who was summoned, what was in the box, what each name got |
//! | danh sách bầu cử | [`list::CandidateList`] | who stands, and whether the list may be voted on |
//! | phiếu, gạch tên | [`ballots::Ballot`] | the marks of one ballot, as bits |
//! | bàn kiểm phiếu, lượt nhập | [`desk::Desk`], [`desk::Pass`] | where ballots are entered, and one counter's pass over them |
//! | tệp phiếu | [`ballots::Bundle`] | ballots sorted by how many names they keep |
//! | cơ sở tính, mẫu số | base | the number that "more than half" is taken of |
//! | kết quả | [`Outcome`] | elected, tied, vacant, and what the congress must do next |
//! | sai lệch số liệu | [`Finding`] | figures that do not add up; with any of them nobody is elected |
//! | điều cần lưu ý | [`Warning`] | what is announced only after a recorded reason |
//! | căn cứ | [`Proof`] | every comparison behind the outcome, with its clause |
//! | các lần bầu | [`story::Story`] | the rounds so far, and the steps that are lawful next |
//!
//! | folder | what lives there |
//! |---|---|
//! | `rules` | regulations as data |
//! | `round` | a round, strictly read and checked |
//! | `ballots` | single ballots, bundles, the merged work of several counters |
//! | `desk` | the tally desk: keys, passes of several counters, what differs, printed paper |
//! | `result` | outcome, proof, margin, findings with their likely causes, warnings |
//! | `strict` | reading JSON so that every refusal names its field |
//!
//! What never happens here: a decimal fraction, a guess about a missing figure, a text for the screen, or a look at
//! a clock. Shares are compared as whole numbers, and a round that contradicts the contract is refused, not mended.

pub mod ballots;
pub mod desk;
pub mod list;
mod result;
pub mod round;
pub mod rules;
pub mod sheet;
pub mod story;
pub(crate) mod strict;

pub use result::*;
pub use round::{
    Ballots, Candidate, CheckedRound, CongressForm, ExclusionKind, Exclusions, Method, Office, Round,
    RoundKind,
};
pub use rules::{BaseRule, Clause, RuleProfile, RulesId};
pub use strict::{Expected, FieldError, MOST};
