//! The domain: what a congress is, what may be done to it, and what its ballots decide.
//!
//! Nothing here reads a clock, a browser or a language; instants, ids and dates come in as values.
//!
//! | Vietnamese | here | meaning |
//! |---|---|---|
//! | đại hội | [`Congress`] | what the handbook carries |
//! | việc cần làm | [`checklist::Task`] | a task to prepare |
//! | chương trình, nội dung | [`agenda::Agenda`], [`agenda::AgendaItem`] | the programme and its items |
//! | đảng viên, điểm danh | [`people::Roll`] | who belongs and who is present |
//! | lần bầu | [`election::sheet::RoundSheet`] | a round of voting as written down |
//! | mẫu số, quá một nửa | [`election`] | base and threshold, decided by the counting core |
//! | văn kiện | [`preparation::drafts`] | the documents through their approval |
//! | ban kiểm phiếu | counting board | who counts; never on the list |
//! | chuẩn y | ratification | the superior's confirmation |

pub mod admit;
pub mod agenda;
pub mod bilingual;
pub mod change;
pub mod checklist;
pub mod confidence;
#[expect(clippy::module_inception, reason = "the aggregate bears the name of the domain")]
mod congress;
pub mod count;
pub mod counting;
pub(crate) mod day;
pub mod election;
pub(crate) mod embedded;
pub mod essentials;
pub mod field;
pub mod hall;
pub mod handover;
pub mod hidden;
pub mod id;
pub mod kind;
pub mod moment;
pub mod order;
pub mod people;
pub mod preparation;
mod rehearsal;
pub mod role;
pub mod spelling;
pub mod summary;
pub mod texts;

pub use admit::Refusal;
pub use agenda::AgendaChange;
pub use change::{Change, Detail, Founding, Topic};
pub use congress::{Congress, Details};
pub use counting::DeskChange;
pub use kind::CongressKind;
pub use moment::Moment;
pub use preparation::PreparationChange;
