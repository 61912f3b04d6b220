//! The agenda: items with planned minutes, the clock that runs them, and who speaks.

mod admit;
mod apply;
mod change;
pub mod clock;
mod field;
pub mod item;
pub mod layout;
pub mod paste;
pub mod proposal;
pub mod report;
pub mod speaker;
pub mod step;
pub mod template;

use crate::congress::change::Change;
use crate::congress::id::{ItemId, SpeakerId};
use crate::congress::moment::Moment;
pub use change::{AgendaChange, Trim};
pub use item::{AgendaItem, Label, NewItem, PlannedItem, PlannedScript, Run, Sitting};
pub use speaker::{Speaker, SpeakingMinutes, TurnKind};
use step::ClockStep;
use template::{AgendaSet, AgendaTemplate, ItemKind};

/// The most minutes one item may be planned for.
pub const MAX_ITEM_MINUTES: u16 = 600;

/// The most minutes that one press gives or takes.
pub const MAX_PRESS_MINUTES: u32 = 600;

/// The most items of an agenda, and the most speakers.
pub const MAX_ITEMS: usize = 1_000;

/// The first minute after midnight at which nothing can be planned any more: ten days on.
pub const MAX_START: u16 = 10 * 1_440;

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
    /// Who speaks: those who wait in the order in which they are called, among those who spoke or yielded.
    pub speakers: Vec<Speaker>,
    /// Who is speaking.
    pub speaking: Option<SpeakerId>,
    /// Minutes for each kind of turn.
    pub speaking_minutes: SpeakingMinutes,
    /// The times at which the clock of the machine jumped.
    pub steps: Vec<ClockStep>,
    /// What the hall screen tells the speaker; may be empty.
    pub message: String,
    /// Whether the hall screen is dark.
    pub dark: bool,
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
                firm: None,
                vote: item.vote,
                sitting: item.session.map(Sitting::Part),
                lead: Label::Template(item.lead.clone()),
                minute: Label::Template(item.minute.clone()),
                round: None,
                skipped: false,
                interrupted: false,
                until: None,
                runs: Vec::new(),
            });
        }
        let limits = template.id.split_once(':').and_then(|(set, _)| AgendaSet::by_id(set));
        let speaking_minutes = limits.map(|set| {
            let kind = template.applies_to.first().copied();
            SpeakingMinutes::proposed(&set.speaking_limits, kind)
        });
        let speaking_minutes = speaking_minutes.unwrap_or_default();
        Self { start_minute, items, speaking_minutes, ..Self::default() }
    }

    /// The changes that lay these items, with this agenda's beginning and speaking times, in another congress; none
    /// where there are no items.
    pub fn laid_elsewhere(&self, items: Vec<PlannedItem>) -> Vec<Change> {
        if items.is_empty() {
            return Vec::new();
        }
        let minutes = |kind| self.speaking_minutes.of(kind);
        let limit = |kind| AgendaChange::SpeakingLimit { kind, minutes: minutes(kind) };
        let brought = AgendaChange::Brought { items, start: Some(self.start_minute) };
        [brought].into_iter().chain(TurnKind::ALL.map(limit)).map(Change::from).collect()
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

    /// Whether an item is still to come: not begun and behind everything that has begun, or to be gone on with.
    pub fn is_ahead(&self, index: usize) -> bool {
        let last_begun = self.items.iter().rposition(AgendaItem::has_begun);
        self.items.get(index).is_some_and(|item| {
            self.current.as_ref() != Some(&item.id)
                && !item.skipped
                && (item.interrupted || (!item.has_begun() && last_begun.is_none_or(|last| index > last)))
        })
    }

    /// The item to call next: the first that is still to come.
    pub fn next_item(&self) -> Option<&AgendaItem> {
        if self.closed.is_some() {
            return None;
        }
        self.items.iter().enumerate().find(|(index, _)| self.is_ahead(*index)).map(|(_, item)| item)
    }

    /// The item that ran last before the present one.
    pub fn previous_item(&self) -> Option<&AgendaItem> {
        let current = self.current.as_ref();
        let ran = self.items.iter().filter(|item| current != Some(&item.id));
        ran.filter(|item| item.has_begun()).max_by_key(|item| item.last_ended())
    }

    /// The sitting that begins with an item: where it is another than that of the item before.
    pub fn sitting_opened_by(&self, index: usize) -> Option<&Sitting> {
        let sitting = self.items.get(index)?.sitting.as_ref();
        let before = index.checked_sub(1).and_then(|before| self.items.get(before)?.sitting.as_ref());
        sitting.filter(|_| sitting != before)
    }

    /// Whether any item has begun.
    pub fn has_begun(&self) -> bool {
        self.items.iter().any(AgendaItem::has_begun)
    }

    /// When the first item began.
    pub fn first_begun(&self) -> Option<Moment> {
        self.items.iter().filter_map(AgendaItem::first_begun).min()
    }

    /// When the congress was opened: when its opening item or one behind it began. People are received and the roll is
    /// called before that. The opening item is the first ceremony, unless people were elected before it; in an agenda
    /// without such a ceremony the first item in which the congress does something.
    pub fn opened(&self) -> Option<Moment> {
        let idle = |item: &AgendaItem| matches!(item.kind, ItemKind::Other | ItemKind::Break);
        let mut before_elections = self.items.iter().take_while(|item| item.kind != ItemKind::Election);
        let ceremony = before_elections.position(|item| item.kind == ItemKind::Ceremony);
        let opening = ceremony.or_else(|| self.items.iter().position(|item| !idle(item))).unwrap_or(0);
        self.items.iter().skip(opening).filter_map(AgendaItem::first_begun).min()
    }

    /// Minutes planned for all items together.
    pub fn planned_minutes(&self) -> u32 {
        self.items.iter().map(|item| u32::from(item.minutes)).fold(0, u32::saturating_add)
    }
}
