//! Whether a proposed change may be recorded, and if not, why.
//!
//! A refusal changes nothing. Figures that are merely implausible are not refused here: they are written down and
//! become findings of the counting core, where everybody sees them.

use super::change::{Change, Detail};
use super::congress::Congress;
use super::election::desk::PaperCount;
use super::election::list::ListFault;
use super::election::sheet::{BallotCount, RoundOpening, RoundSheet};
use super::election::story::{Decided, Decision, Step};
use super::election::{MOST, Method, Office};
use super::id::{PersonId, RoundId};
use super::preparation::Gate;
use rustc_hash::FxHashSet;

/// The longest reason that is kept, in characters.
pub const MAX_REASON: usize = 500;

/// The most people whom a roll takes.
pub const MAX_PEOPLE: usize = 5_000;

/// Why a proposed change is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A congress is founded once.
    AlreadyFounded,
    /// The thing is gone, or was never there.
    Gone,
    /// The text is empty.
    EmptyText,
    /// The name stands on the roll already.
    NameTwice(String),
    /// The roll would grow beyond [`MAX_PEOPLE`].
    TooManyPeople,
    /// More minutes than one item may have.
    TooManyMinutes,
    /// The item ran, so it belongs to the minutes and stays.
    ItemHasRun,
    /// Nothing is running.
    NothingRunning,
    /// The clock stands still already, or runs already.
    NoChange,
    /// Nobody is on the roll.
    RollEmpty,
    /// So many people have no attendance mark.
    RollUnmarked(u32),
    /// Nobody who may vote is in the room.
    NobodyPresent,
    /// The exclusions leave nobody in the base.
    BaseEmpty,
    /// The list of candidates cannot be voted on.
    List(ListFault),
    /// Seats must be at least 1.
    NoSeats,
    /// A secretary or a deputy is one person.
    OneSeat,
    /// The result is sealed.
    Sealed,
    /// Cells of the sheet are still empty.
    Incomplete,
    /// Findings stand in the way of a result.
    Contradictory,
    /// So many warnings have no reason on record.
    ReasonsMissing(u32),
    /// The congress cannot decide that now.
    NotOffered,
    /// The text is longer than [`MAX_LINE`](super::texts::MAX_LINE) or [`MAX_NOTE`](super::texts::MAX_NOTE), or a
    /// reason longer than [`MAX_REASON`].
    TooLong,
    /// A number above [`MOST`].
    TooLarge,
    /// The figure lies between these, both counted.
    OutOfRange(u32, u32),
    /// Figures were typed into the sheet already, so nothing is counted at the desk beside them.
    SheetInUse,
    /// The ballots are counted at the desk, so their sums are not typed.
    DeskInUse,
    /// Somebody is entering; carries who.
    PassRunning(String),
    /// The pass has ended.
    PassEnded,
    /// A second pass wants a second person; carries the name.
    SameCounter(String),
    /// Marks that cannot stand on this ballot.
    NoSuchBallot,
    /// More ballots or bundles than [`MOST_BALLOTS`](crate::congress::election::desk::MOST_BALLOTS).
    TooManyBallots,
    /// A bundle does not agree; carries its label.
    BundleFault(String),
    /// Nothing was entered.
    NothingEntered,
    /// So many places still differ, or wait for the counting board.
    Unsettled(u32),
    /// The count is closed; it is opened again first.
    CountClosed,
    /// Printed ballots are written down in part.
    PaperIncomplete,
    /// So many ballots more (or with minus fewer) were issued, exchanged and left over than were printed.
    PaperDiffers(i64),
    /// Nobody is named as head of the counting board.
    NoBoard,
    /// The round is neither closed nor sealed.
    NotClosed,
    /// A later round was opened upon this result.
    LaterRound,
    /// A bundle of this label was brought by another counter already.
    BundleTwice(String),
    /// The ballots were counted at another device, and go on being counted there.
    CountedElsewhere,
    /// This device was handed a part of the congress, and the change is none of that part.
    NotThisDevice,
    /// So many facts that a gate asks for do not hold, and nobody let the congress pass without them.
    GateClosed(Gate, u32),
    /// The item ticks itself, by its fact.
    TicksItself,
    /// Words for a paper lack a place that the app fills, or have one more.
    FigureLost,
    /// The task comes from the checklist: it can be not needed, but not taken away.
    NotYours,
    /// A task is said to be not needed without a reason.
    NoWhy,
    /// The scheme follows documents that are not approved, and no reason is given.
    DocumentsFirst,
}

impl Congress {
    /// Whether the change may be recorded now.
    pub fn admit(&self, change: &Change) -> Result<(), Refusal> {
        self.admit_in_role(change)?;
        self.admit_apart(change)?;
        self.admit_through_gate(change)
    }

    /// Whether the change may be recorded, but for the gate before it.
    fn admit_apart(&self, change: &Change) -> Result<(), Refusal> {
        match change {
            Change::Founded(_) => Err(Refusal::AlreadyFounded),
            Change::Detail(Detail::Organisation(text)) => filled(text),
            // The rules decide what a sealed round's figures mean, so the seal covers them too.
            Change::Detail(Detail::Rules(rules)) if *rules != self.details.rules => self.unsealed(),
            Change::Detail(Detail::OwnRules(_)) => self.unsealed(),
            Change::Detail(Detail::BoardMembers(names)) => few(names),
            Change::Detail(_) | Change::Undone(_) => Ok(()),
            Change::Task { id, state } => self.admit_state(id, *state),
            Change::TaskOwner { id, .. } | Change::TaskNote { id, .. } => {
                self.checklist.task(id).map(|_| ()).ok_or(Refusal::Gone)
            }
            Change::PeopleAdded(_)
            | Change::PersonRenamed { .. }
            | Change::PersonStanding { .. }
            | Change::PersonRemoved(_)
            | Change::Attendance { .. }
            | Change::EverybodyPresent => self.admit_to_roll(change),
            Change::ItemAdded { .. }
            | Change::ItemTitle { .. }
            | Change::ItemPresenter { .. }
            | Change::ItemMinutes { .. }
            | Change::ItemRemoved(_)
            | Change::ItemMoved { .. }
            | Change::ItemBegun { .. }
            | Change::BegunEarlier { .. }
            | Change::Paused(_)
            | Change::Resumed(_)
            | Change::ItemExtended { .. }
            | Change::Closed(_)
            | Change::Agenda(_) => self.admit_to_agenda(change),
            Change::RoundOpened(opening) => self.admit_round(opening),
            Change::Ballots { round, count, value } => {
                self.admit_figure(round, *value)?;
                let of_desk = matches!(count, BallotCount::Valid | BallotCount::Invalid);
                if of_desk { self.no_desk(round) } else { Ok(()) }
            }
            Change::Votes { round, row, value, .. } => {
                let sheet = self.round(round).ok_or(Refusal::Gone)?;
                sheet.rows.get(usize::from(*row)).ok_or(Refusal::Gone)?;
                self.admit_figure(round, *value)?;
                self.no_desk(round)
            }
            Change::RoundSealed { round, .. } => self.admit_seal(round),
            Change::ReasonGiven { round, warning, reason } => {
                self.open_round(round)?;
                filled(warning)?;
                filled(reason)?;
                if reason.chars().count() > MAX_REASON { Err(Refusal::TooLong) } else { Ok(()) }
            }
            Change::Decided(decided) => self.admit_decision(*decided),
            Change::RoundVoided { round, .. } | Change::RoundDropped(round) => self.open_round(round),
            Change::Desk(change) => self.admit_at_desk(change),
            Change::Preparation(change) => self.admit_to_preparation(change),
        }
    }

    fn admit_to_roll(&self, change: &Change) -> Result<(), Refusal> {
        match change {
            Change::PeopleAdded(people) => {
                if people.is_empty() {
                    return Err(Refusal::EmptyText);
                }
                if self.roll.people().len() + people.len() > MAX_PEOPLE {
                    return Err(Refusal::TooManyPeople);
                }
                let mut taken: FxHashSet<&str> =
                    self.roll.people().iter().map(|person| person.name.as_str()).collect();
                for person in people {
                    filled(&person.name)?;
                    if !taken.insert(&person.name) {
                        return Err(Refusal::NameTwice(person.name.clone()));
                    }
                }
                Ok(())
            }
            Change::PersonRenamed { id, name } => {
                self.person(id)?;
                filled(name)?;
                let taken = self.roll.people().iter().any(|person| person.id != *id && person.name == *name);
                if taken { Err(Refusal::NameTwice(name.clone())) } else { Ok(()) }
            }
            Change::PersonStanding { id, .. } | Change::PersonRemoved(id) | Change::Attendance { id, .. } => {
                self.person(id)
            }
            Change::EverybodyPresent if self.roll.headcount().unmarked == 0 => Err(Refusal::NoChange),
            _ => Ok(()),
        }
    }

    fn admit_round(&self, opening: &RoundOpening) -> Result<(), Refusal> {
        let headcount = self.roll.headcount();
        let electorate = &opening.electorate;
        // A counter's device has the round without the roll from which its base was taken.
        if self.roll.people().is_empty() && self.role.is_none() {
            return Err(Refusal::RollEmpty);
        }
        if headcount.full_unmarked > 0 {
            return Err(Refusal::RollUnmarked(headcount.full_unmarked));
        }
        if electorate.present == 0 {
            return Err(Refusal::NobodyPresent);
        }
        if [electorate.summoned, electorate.present, opening.seats].iter().any(|number| *number > MOST) {
            return Err(Refusal::TooLarge);
        }
        if electorate.exclusions.total() >= u64::from(electorate.summoned) {
            return Err(Refusal::BaseEmpty);
        }
        if opening.seats == 0 {
            return Err(Refusal::NoSeats);
        }
        if opening.seats != 1 && matches!(opening.office, Office::Secretary | Office::DeputySecretary) {
            return Err(Refusal::OneSeat);
        }
        few(&opening.candidates)?;
        // Nobody can open a box that no board answers for; a show of hands is counted without one.
        if opening.method != Method::ShowOfHands && self.details.board_head.trim().is_empty() {
            return Err(Refusal::NoBoard);
        }
        self.check_list(opening).map_err(Refusal::List)
    }

    /// Only what the story offers now.
    fn admit_decision(&self, decided: Decided) -> Result<(), Refusal> {
        let ended = self.story().map(|story| story.ended(decided.office));
        let offered = self.offers().into_iter().any(|offer| {
            offer.office == decided.office
                && match (offer.step, decided.decision) {
                    (Step::Decide(step), decision) => step == decision,
                    (Step::DecideAlternates(names), Decision::Alternates(number)) => {
                        usize::try_from(number).is_ok_and(|number| number <= names.len())
                    }
                    _ => false,
                }
        });
        if offered && ended == Some(decided.after) { Ok(()) } else { Err(Refusal::NotOffered) }
    }

    fn admit_figure(&self, round: &RoundId, value: Option<u32>) -> Result<(), Refusal> {
        self.open_round(round)?;
        if value.is_some_and(|value| value > MOST) { Err(Refusal::TooLarge) } else { Ok(()) }
    }

    fn admit_seal(&self, round: &RoundId) -> Result<(), Refusal> {
        self.open_round(round)?;
        if let Some(sheet) = self.round(round) {
            paper(sheet)?;
        }
        match self.counted(round) {
            None => Err(Refusal::Incomplete),
            Some(Ok(counted)) if counted.outcome.findings.is_empty() => {
                let open = self.round(round).map(|sheet| self.unanswered(sheet).len()).unwrap_or_default();
                let open = u32::try_from(open).unwrap_or(u32::MAX);
                if open > 0 { Err(Refusal::ReasonsMissing(open)) } else { Ok(()) }
            }
            Some(_) => Err(Refusal::Contradictory),
        }
    }

    fn no_desk(&self, round: &RoundId) -> Result<(), Refusal> {
        let used = self.round(round).is_some_and(|sheet| sheet.desk.is_used());
        if used { Err(Refusal::DeskInUse) } else { Ok(()) }
    }

    fn unsealed(&self) -> Result<(), Refusal> {
        let sealed = self.rounds.iter().any(|sheet| sheet.sealed.is_some());
        if sealed { Err(Refusal::Sealed) } else { Ok(()) }
    }

    pub(super) fn open_round(&self, round: &RoundId) -> Result<(), Refusal> {
        let sheet = self.round(round).ok_or(Refusal::Gone)?;
        if sheet.is_open() { Ok(()) } else { Err(Refusal::Sealed) }
    }

    fn person(&self, id: &PersonId) -> Result<(), Refusal> {
        self.roll.person(id).map(|_| ()).ok_or(Refusal::Gone)
    }
}

pub(super) fn filled(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::EmptyText) } else { Ok(()) }
}

/// No file with more names is read, so none is written.
fn few(names: &[String]) -> Result<(), Refusal> {
    if names.len() > MAX_PEOPLE { Err(Refusal::TooManyPeople) } else { Ok(()) }
}

/// Every printed ballot is somewhere, where the board keeps account of them.
fn paper(sheet: &RoundSheet) -> Result<(), Refusal> {
    let kept = PaperCount::ALL.iter().filter(|count| sheet.paper.count(**count).is_some()).count();
    match sheet.paper.excess(sheet.issued) {
        None if kept > 0 => Err(Refusal::PaperIncomplete),
        None | Some(0) => Ok(()),
        Some(excess) => Err(Refusal::PaperDiffers(excess)),
    }
}
