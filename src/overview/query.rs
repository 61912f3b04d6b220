//! Which rows of the table are shown, and in what order.

use super::cell::{Cell, Late, Stage};
use super::gathered::Gathered;
use crate::congress::order;
use crate::congress::people::name::search_fold;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that stand in the name, in any order, without marks and case; empty for all.
    pub text: String,
    /// The organisation that they belong to; `None` for all.
    pub group: Option<String>,
    /// Which of them.
    pub show: Show,
    /// In what order.
    pub order: Order,
}

/// Which organisations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Those at a stage.
    At(Stage),
    /// Those that are overdue.
    Late,
    /// Those that tell something wrong.
    Wrong,
    /// Those that have told nothing yet.
    Silent,
}

/// In what order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// What wants attention first: wrong results, then what is overdue, then by the day.
    #[default]
    Urgency,
    /// By name.
    Name,
    /// By the organisation between, then by name.
    Group,
    /// By the congress day; without a day last.
    Day,
    /// By how far they have come, the furthest first.
    Stage,
}

impl Query {
    /// The keys of what is shown, in order.
    pub fn rows(&self, gathered: &Gathered, today: NaiveDate, deadline: Option<NaiveDate>) -> Vec<String> {
        let words: Vec<String> = search_fold(&self.text).split_whitespace().map(str::to_owned).collect();
        let group = self.group.as_deref().map(search_fold);
        let shown = |cell: &Cell| {
            let name = || search_fold(&format!("{} {}", cell.name, cell.group));
            group.as_ref().is_none_or(|group| search_fold(&cell.group) == *group)
                && self.shows(cell, today, deadline)
                && (words.is_empty() || {
                    let name = name();
                    words.iter().all(|word| name.contains(word.as_str()))
                })
        };
        let mut rows: Vec<(&String, &Cell)> = gathered.cells().filter(|(_, cell)| shown(cell)).collect();
        // They come by key, which is by name without marks.
        match self.order {
            Order::Name => {}
            Order::Group => order::by_key(&mut rows, |(_, cell)| search_fold(&cell.group)),
            Order::Day => order::by_key(&mut rows, |(_, cell)| (cell.day().is_none(), cell.day())),
            Order::Stage => order::by_key(&mut rows, |(_, cell)| Reverse(cell.stage())),
            Order::Urgency => order::by_key(&mut rows, |(_, cell)| {
                let late = cell.late(today, deadline).map(|late| match late {
                    Late::Deadline(days) => (0, -days),
                    Late::Day(days) => (1, -days),
                    Late::Report(days) => (2, -days),
                    Late::Ratification(days) => (3, -days),
                });
                (cell.wrong() == 0, late.is_none(), late, cell.is_held(), cell.day().is_none(), cell.day())
            }),
        }
        rows.into_iter().map(|(key, _)| key.clone()).collect()
    }

    fn shows(&self, cell: &Cell, today: NaiveDate, deadline: Option<NaiveDate>) -> bool {
        match self.show {
            Show::All => true,
            // What has no day has none whatever else the superior recorded of it.
            Show::At(Stage::NoPlan) => cell.day().is_none() && !cell.is_held(),
            Show::At(stage) => cell.stage() == stage,
            Show::Late => cell.late(today, deadline).is_some(),
            Show::Wrong => cell.wrong() > 0,
            Show::Silent => cell.told.is_none(),
        }
    }
}
