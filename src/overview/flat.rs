//! The table as flat rows, one for each organisation, with the same columns for spreadsheets and for programs.

use super::cell::Cell;
use super::gathered::Gathered;
use crate::congress::preparation::committee::CommitteeFigure;
use crate::congress::summary::Step;
use chrono::NaiveDate;
use serde_json::{Map, Value as Json};

/// The columns, by the names that programs read.
pub const COLUMNS: [&str; 31] = [
    "organisation",
    "superior",
    "congress",
    "kind",
    "members",
    "registered",
    "date",
    "deadline",
    "stage",
    "sent",
    "commented",
    "documents_approved",
    "scheme_approved",
    "held",
    "reported",
    "ratified",
    "summoned",
    "base",
    "present",
    "rounds",
    "committee_elected",
    "women",
    "young",
    "ethnic_minority",
    "re_elected",
    "degree",
    "higher_degree",
    "theory_high",
    "theory_middle",
    "average_age",
    "findings",
];

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    None,
    /// A text.
    Text(String),
    /// A whole number.
    Number(u64),
    /// A day.
    Day(NaiveDate),
}

impl From<Option<NaiveDate>> for Value {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::None, Self::Day)
    }
}

/// An organisation as a row: one value for each of [`COLUMNS`].
pub fn row(cell: &Cell) -> Vec<Value> {
    let told = cell.told.as_ref();
    let text = |text: String| if text.is_empty() { Value::None } else { Value::Text(text) };
    let number = |number: Option<u32>| number.map_or(Value::None, |number| Value::Number(number.into()));
    let kind = told.and_then(|told| serde_json::to_string(&told.kind).ok());
    let kind = kind.map(|kind| kind.trim_matches('"').to_owned());
    let mut row = vec![
        text(cell.name.clone()),
        text(cell.group.clone()),
        text(told.map(|told| told.congress.clone()).unwrap_or_default()),
        text(kind.unwrap_or_default()),
        number(told.map(|told| told.members)),
        cell.registered.into(),
        told.map(|told| told.date).into(),
        told.and_then(|told| told.deadline).into(),
        Value::Text(cell.stage().code().to_owned()),
    ];
    row.extend(Step::ALL.map(|step| Value::from(cell.on(step))));
    let attended = told.filter(|told| told.summoned > 0);
    row.extend([
        number(attended.map(|told| told.summoned)),
        number(attended.map(|told| told.base)),
        number(attended.map(|told| told.present)),
        number(told.map(|told| told.rounds)),
        number(told.map(|told| told.committee_elected)),
    ]);
    row.extend(
        CommitteeFigure::ALL.map(|figure| number(told.and_then(|told| told.committee.get(&figure).copied()))),
    );
    row.push(number(told.map(|told| u32::try_from(told.findings.len()).unwrap_or(u32::MAX))));
    row
}

/// The whole table as newline-delimited JSON, one line an organisation, by key.
pub fn lines(gathered: &Gathered) -> String {
    let mut text = String::new();
    for (_, cell) in gathered.cells() {
        let fields = COLUMNS.iter().zip(row(cell)).map(|(name, value)| {
            let value = match value {
                Value::None => Json::Null,
                Value::Text(text) => Json::from(text),
                Value::Number(number) => Json::from(number),
                Value::Day(day) => Json::from(day.to_string()),
            };
            ((*name).to_owned(), value)
        });
        text.push_str(&Json::Object(fields.collect::<Map<_, _>>()).to_string());
        text.push('\n');
    }
    text
}
