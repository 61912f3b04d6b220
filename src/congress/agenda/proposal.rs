//! Time that negotiates: how a congress that runs late could still end as planned.
//!
//! Only whole minutes are taken, from items that give way, and never more than half of what an item has. What is firm
//! (ceremonies, votes, elections, and whatever the chair protects) stays as it is. Nothing changes before the chair
//! accepts.

use super::change::Trim;
use super::clock::{Course, Schedule};
use super::item::AgendaItem;
use super::speaker::TurnKind;
use super::template::ItemKind;
use super::{Agenda, Speaker};
use crate::congress::id::ItemId;
use crate::congress::moment::{MINUTE_MS, Moment};

/// The shortest time to which a paper is cut, in minutes.
const SHORTEST_PAPER: u16 = 3;

/// A way to make up for lost time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Whole minutes by which the sitting is late.
    pub late: u16,
    /// When the sitting was planned to end.
    pub planned_end: Moment,
    /// When it would end.
    pub end: Moment,
    /// Waiting papers that would be a minute shorter; 0 leaves them.
    pub papers: u16,
    /// Minutes for a paper from then on, where papers are shortened.
    pub paper_minutes: Option<u16>,
    /// What each item would give, the one with the papers among them.
    pub trims: Vec<Trim>,
}

impl Proposal {
    /// A way to end the present sitting as planned, or as near to it as the items allow; `None` where it is not late
    /// by a whole minute, or nothing gives way.
    pub fn of(agenda: &Agenda, midnight: Moment, now: Moment, counting: Option<i64>) -> Option<Self> {
        agenda.current_item()?;
        let schedule = Schedule::at(agenda, midnight, now, counting);
        let sitting = Sitting::of(agenda, &schedule, now, counting)?;
        let late = u16::try_from(sitting.late() / MINUTE_MS).unwrap_or(u16::MAX);
        if late == 0 {
            return None;
        }
        let (papers, mut trims) = papers(agenda, &sitting.ahead, now, late);
        let paper_minutes = (papers > 0).then(|| agenda.speaking_minutes.of(TurnKind::Paper) - 1);
        trims.extend(spread(&sitting.giving(&trims), late.saturating_sub(papers)));
        if trims.is_empty() {
            return None;
        }
        let mut after = agenda.clone();
        after.trim(&trims);
        let then = Schedule::at(&after, midnight, now, counting);
        let end = Sitting::of(&after, &then, now, counting)?.end;
        Some(Self { late, planned_end: sitting.planned_end, end, papers, paper_minutes, trims })
    }
}

/// What is left of the present sitting: until an item that has a fixed start.
struct Sitting<'a> {
    ahead: Vec<&'a AgendaItem>,
    planned_end: Moment,
    end: Moment,
}

impl<'a> Sitting<'a> {
    fn of(agenda: &'a Agenda, schedule: &Schedule, now: Moment, counting: Option<i64>) -> Option<Self> {
        let mut ahead = Vec::new();
        let mut ends = None;
        for (item, slot) in agenda.items.iter().zip(&schedule.slots) {
            if slot.course == Course::Ahead {
                if item.not_before.is_some() && (!ahead.is_empty() || ends.is_some()) {
                    break;
                }
                ahead.push(item);
            } else if slot.course != Course::Current {
                continue;
            }
            let from = slot.expected.max(now);
            let takes =
                counting.filter(|_| slot.course == Course::Current).unwrap_or_else(|| item.left(from));
            let end = from.plus(takes.max(0));
            let planned_end = slot.planned.plus(i64::from(item.minutes) * MINUTE_MS);
            let (latest_planned, latest) = ends.unwrap_or((planned_end, end));
            ends = Some((planned_end.max(latest_planned), end.max(latest)));
        }
        let (planned_end, end) = ends?;
        Some(Self { ahead, planned_end, end })
    }

    fn late(&self) -> i64 {
        self.end.since(self.planned_end).max(0)
    }

    /// Items that give way and are not asked already, each with its minutes.
    fn giving(&self, asked: &[Trim]) -> Vec<(ItemId, u16)> {
        let free = self.ahead.iter().filter(|item| {
            !item.is_firm() && item.until.is_none() && asked.iter().all(|trim| trim.item != item.id)
        });
        free.map(|item| (item.id.clone(), whole_minutes(item.allotted()))).collect()
    }
}

fn whole_minutes(milliseconds: i64) -> u16 {
    u16::try_from(milliseconds / MINUTE_MS).unwrap_or(0)
}

/// The papers that still wait, each a minute shorter: how many minutes that is, and which item gives them.
fn papers(agenda: &Agenda, ahead: &[&AgendaItem], now: Moment, wanted: u16) -> (u16, Vec<Trim>) {
    let waiting = |speaker: &&Speaker| speaker.kind == TurnKind::Paper && speaker.is_waiting();
    let waiting = u16::try_from(agenda.speakers.iter().filter(waiting).count()).unwrap_or(u16::MAX);
    let discusses = |item: &&AgendaItem| item.kind == ItemKind::Discussion && !item.is_firm();
    let current = agenda.current_item().filter(discusses);
    let item = current.or_else(|| ahead.iter().copied().find(discusses));
    let has_room = |item: &&AgendaItem| whole_minutes(item.left(now)) > waiting;
    match item.filter(has_room) {
        Some(item)
            if waiting > 0
                && waiting <= wanted
                && agenda.speaking_minutes.of(TurnKind::Paper) > SHORTEST_PAPER =>
        {
            (waiting, vec![Trim { item: item.id.clone(), minutes: waiting }])
        }
        _ => (0, Vec::new()),
    }
}

/// Spreads minutes over items in proportion to their length, at most half of each; the largest remainders first, and of
/// equal ones the earlier.
fn spread(items: &[(ItemId, u16)], wanted: u16) -> Vec<Trim> {
    let most = |minutes: u16| u64::from(minutes / 2);
    let room: u64 = items.iter().map(|(_, minutes)| most(*minutes)).sum();
    let length: u64 = items.iter().map(|(_, minutes)| u64::from(*minutes)).sum();
    let take = u64::from(wanted).min(room);
    if take == 0 || length == 0 {
        return Vec::new();
    }
    let share = |minutes: u16| (take * u64::from(minutes) / length).min(most(minutes));
    let mut given: Vec<u64> = items.iter().map(|(_, minutes)| share(*minutes)).collect();
    let mut left = take - given.iter().sum::<u64>();
    while left > 0 {
        let remainder = |index: usize, minutes: u16| {
            let given = given.get(index).copied().unwrap_or(0);
            let short = (take * u64::from(minutes)).saturating_sub(given * length);
            (given < most(minutes)).then_some((short, std::cmp::Reverse(index)))
        };
        let best =
            items.iter().enumerate().filter_map(|(index, (_, minutes))| remainder(index, *minutes)).max();
        let Some((_, std::cmp::Reverse(index))) = best else { break };
        if let Some(given) = given.get_mut(index) {
            *given += 1;
        }
        left -= 1;
    }
    let trims = items.iter().zip(given).filter(|(_, given)| *given > 0);
    trims
        .map(|((item, _), given)| Trim {
            item: item.clone(),
            minutes: u16::try_from(given).unwrap_or(u16::MAX),
        })
        .collect()
}
