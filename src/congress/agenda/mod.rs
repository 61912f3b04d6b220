//! The agenda: items with planned minutes, and the clock that runs them.

pub mod clock;
pub mod item;
pub mod template;

use crate::congress::id::ItemId;
use crate::congress::moment::Moment;
pub use item::{AgendaItem, Label, NewItem, Run};
use template::AgendaTemplate;

/// The most minutes one item may be planned for.
pub const MAX_ITEM_MINUTES: u16 = 600;

/// The agenda of a congress.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// When the first item is planned to begin: minutes after local midnight.
    pub start_minute: u16,
    /// The items in order.
    pub items: Vec<AgendaItem>,
    /// The item that is running.
    pub current: Option<ItemId>,
    /// When the congress was declared over.
    pub closed: Option<Moment>,
}

impl Agenda {
    /// A fresh agenda from a template.
    pub fn from_template(template: &AgendaTemplate) -> Self {
        let start_minute = template.items.first().map_or(0, |item| item.start);
        let mut cursor = start_minute;
        let mut items = Vec::with_capacity(template.items.len());
        for item in &template.items {
            let not_before = (item.start > cursor).then_some(item.start);
            cursor = item.start.saturating_add(item.minutes);
            items.push(AgendaItem {
                id: ItemId::from(item.code.as_str()),
                title: Label::Template(item.title.clone()),
                presenter: Label::Template(item.presenter.clone()),
                minutes: item.minutes,
                extra_minutes: 0,
                not_before,
                kind: item.kind,
                vote: item.vote,
                runs: Vec::new(),
            });
        }
        Self { start_minute, items, current: None, closed: None }
    }

    /// One item.
    pub fn item(&self, id: &ItemId) -> Option<&AgendaItem> {
        self.items.iter().find(|item| item.id == *id)
    }

    pub(crate) fn item_mut(&mut self, id: &ItemId) -> Option<&mut AgendaItem> {
        self.items.iter_mut().find(|item| item.id == *id)
    }

    /// The running item.
    pub fn current_item(&self) -> Option<&AgendaItem> {
        self.current.as_ref().and_then(|id| self.item(id))
    }

    /// The running item's place in the order.
    pub fn current_index(&self) -> Option<usize> {
        let current = self.current.as_ref()?;
        self.items.iter().position(|item| item.id == *current)
    }

    /// The item to call next: the one after the running one, or the first that has not begun.
    pub fn next_item(&self) -> Option<&AgendaItem> {
        match self.current_index() {
            Some(index) => self.items.get(index + 1),
            None if self.closed.is_some() => None,
            None => {
                let last_begun = self.items.iter().rposition(AgendaItem::has_begun);
                self.items.get(last_begun.map_or(0, |index| index + 1))
            }
        }
    }

    /// Whether any item has begun.
    pub fn has_begun(&self) -> bool {
        self.items.iter().any(AgendaItem::has_begun)
    }

    /// Minutes planned for all items together.
    pub fn planned_minutes(&self) -> u32 {
        self.items.iter().map(|item| u32::from(item.minutes)).sum()
    }

    pub(crate) fn begin(&mut self, id: &ItemId, at: Moment) {
        self.end_current(at);
        self.closed = None;
        if let Some(item) = self.item_mut(id) {
            item.runs.push(Run { begun: at, ended: None, pauses: Vec::new() });
            self.current = Some(id.clone());
        }
    }

    /// Moves the start of the running item back; what ran before it ends there too, if it ended at the old start.
    pub(crate) fn begin_earlier(&mut self, id: &ItemId, at: Moment) {
        if self.current.as_ref() != Some(id) {
            return;
        }
        let Some(begun) = self.current_run().map(|run| run.begun).filter(|begun| at < *begun) else { return };
        for run in self.items.iter_mut().flat_map(|item| item.runs.iter_mut()) {
            if run.ended == Some(begun) {
                run.ended = Some(at.max(run.begun));
            }
        }
        if let Some(run) = self.current_run() {
            run.begun = at;
        }
    }

    pub(crate) fn end_current(&mut self, at: Moment) {
        if let Some(run) = self.current_run() {
            // A back-dated start cannot end a run before it began.
            let end = at.max(run.begun);
            run.ended = Some(end);
            if let Some((from, to @ None)) = run.pauses.last_mut() {
                *to = Some(end.max(*from));
            }
        }
        self.current = None;
    }

    pub(crate) fn pause(&mut self, at: Moment) {
        if let Some(run) = self.current_run().filter(|run| !run.is_paused()) {
            run.pauses.push((at, None));
        }
    }

    pub(crate) fn resume(&mut self, at: Moment) {
        if let Some((from, to @ None)) = self.current_run().and_then(|run| run.pauses.last_mut()) {
            *to = Some(at.max(*from));
        }
    }

    pub(crate) fn close(&mut self, at: Moment) {
        self.end_current(at);
        self.closed = Some(at);
    }

    pub(crate) fn move_before(&mut self, id: &ItemId, before: Option<&ItemId>) {
        if before == Some(id) {
            return;
        }
        let Some(from) = self.items.iter().position(|item| item.id == *id) else { return };
        let item = self.items.remove(from);
        let to = before.and_then(|before| self.items.iter().position(|other| other.id == *before));
        self.items.insert(to.unwrap_or(self.items.len()), item);
    }

    fn current_run(&mut self) -> Option<&mut Run> {
        let id = self.current.clone()?;
        self.item_mut(&id)?.runs.last_mut()
    }
}
