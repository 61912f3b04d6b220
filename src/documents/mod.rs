//! Papers as data: from a congress to blocks that a page or a file can be made of.
//!
//! What the handbook does not know stands as a dotted blank, to be filled by hand; nothing is invented.

mod attendance;
mod ballot;
mod calendar;
mod counting_minutes;
mod course;
mod csv;
mod decoration;
mod desk_log;
mod docx;
mod form;
mod known;
mod lessons;
mod minutes;
mod outcome;
mod outline;
mod paper;
mod plan;
mod programme;
mod restore;
mod roll;
mod script;
mod superior;
mod text;
mod xlsx;
mod xml;

pub use attendance::attendance;
pub use ballot::{ballots, tally_sheet};
pub use calendar::calendar;
pub use counting_minutes::counting_minutes;
pub use course::{course, course_table};
pub use csv::csv;
pub use decoration::{decoration, is_of_another_year};
pub use desk_log::desk_log;
pub use docx::docx;
pub use form::{BlockKind, Form, FormBlock, FormSet};
pub use lessons::lessons;
pub use minutes::minutes;
pub use outcome::{resolution, result_report, submission};
pub use outline::outline;
pub use paper::{
    Align, BallotForm, Bar, Block, CodePicture, Column, Heading, Missing, Paper, Signature, Span, Stage,
    Timeline, WallGroup, WallTask, Wording, or_blank,
};
pub use plan::{plan, ratification, report_due, report_task, superior_line, timeline};
pub use programme::programme;
pub use restore::{essentials, restore};
pub use roll::roll;
pub use script::script;
pub use superior::{ratification_decision, reply};
pub use text::{Piece, Source, Text};
pub use xlsx::xlsx;
