//! Parts that know no domain: icons, sentences, fields, dialogs.

mod behind;
mod code;
mod dialog;
mod field;
mod icon;
mod opening;
mod say;
mod tabs;

pub use behind::painted;
pub use code::CodePoints;
pub use dialog::{Confirm, Dialog};
pub use field::{DraftField, NumberField, TextField, TimeField};
pub use icon::{Book, Icon, Sprite};
pub use opening::{Head, Opening};
pub use say::say;
pub use tabs::{Tab, TabLine};
