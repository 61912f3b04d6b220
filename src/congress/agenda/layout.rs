//! Laying out an agenda that somebody brings along: rows with times of day become items with minutes.

use super::item::{PlannedItem, Sitting};
use super::template::{AgendaSet, DEFAULT_AGENDA_SET, ItemKind};
use super::{MAX_ITEM_MINUTES, MAX_START};
use crate::congress::spelling::small;

/// Minutes of a day.
const DAY: u16 = 1_440;

/// When an agenda begins that names no time: 07:30.
pub const DEFAULT_START: u16 = 450;

/// A row as it was brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanRow {
    /// What it is.
    pub title: String,
    /// Who presents it; may be empty.
    pub presenter: String,
    /// When it begins: minutes after midnight, below 1440.
    pub start: Option<u16>,
    /// When it ends: minutes after midnight, below 1440.
    pub end: Option<u16>,
    /// How long it takes, in minutes.
    pub minutes: Option<u16>,
    /// The sitting it belongs to.
    pub sitting: Option<String>,
    /// What sort of item it is, where that is said.
    pub kind: Option<ItemKind>,
}

/// An agenda laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// When the first item begins: minutes after midnight.
    pub start: u16,
    /// The items in order.
    pub items: Vec<PlannedItem>,
    /// The items, from 0, whose minutes are nowhere said and were taken to be `fallback`.
    pub guessed: Vec<usize>,
}

/// Lays out rows. Minutes are those given, else until the end given, else until the next start, else `fallback`. A start
/// later than what came before leaves a gap and is kept; one before the start of the row above is the next day's.
pub fn lay_out(rows: &[PlanRow], fallback: u16) -> Layout {
    let start = rows.first().and_then(|row| row.start).unwrap_or(DEFAULT_START);
    let mut items = Vec::with_capacity(rows.len());
    let mut guessed = Vec::new();
    let (mut day, mut begun, mut cursor) = (0_u16, start, start);
    for (index, row) in rows.iter().enumerate() {
        let mut not_before = None;
        if let Some(time) = row.start {
            let mut at = day.saturating_add(time);
            if at < begun {
                day = day.saturating_add(DAY);
                at = day.saturating_add(time);
            }
            not_before = (at > cursor && at < MAX_START).then_some(at);
            cursor = cursor.max(at);
        }
        begun = cursor;
        let next = rows.get(index + 1).and_then(|next| next.start);
        let minutes = row.minutes.or_else(|| until(row.start, row.end)).or_else(|| until(row.start, next));
        if minutes.is_none() {
            guessed.push(index);
        }
        let minutes = minutes.unwrap_or(fallback).min(MAX_ITEM_MINUTES);
        cursor = cursor.saturating_add(minutes);
        items.push(PlannedItem {
            title: row.title.clone(),
            presenter: row.presenter.clone(),
            minutes,
            not_before,
            kind: row.kind.unwrap_or_else(|| kind_of(&row.title)),
            sitting: row.sitting.clone().map(Sitting::Named),
            script: None,
        });
    }
    Layout { start, items, guessed }
}

/// Minutes from one time of day to a later one of the same day.
fn until(from: Option<u16>, to: Option<u16>) -> Option<u16> {
    to?.checked_sub(from?).filter(|minutes| (1..=MAX_ITEM_MINUTES).contains(minutes))
}

/// What sort of item a title speaks of, by the words in the data: the one that stands first.
pub fn kind_of(title: &str) -> ItemKind {
    let title = small(title);
    let set = AgendaSet::by_id(DEFAULT_AGENDA_SET);
    let signs = set.map(|set| set.kind_signs.as_slice()).unwrap_or_default();
    // What a title speaks of first is what it is; of two words in one place, the longer one says more.
    let places = signs.iter().flat_map(|sign| {
        let place = |word: &String| Some((title.find(word.as_str())?, std::cmp::Reverse(word.len())));
        sign.words.iter().filter_map(place).map(|place| (place, sign.kind))
    });
    places.min_by_key(|(place, _)| *place).map_or(ItemKind::Other, |(_, kind)| kind)
}
