//! One of everything that words must say; a test holds the lists against the enums.

use chrono::NaiveDate;
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::template::{ItemKind, SessionPart, VoteForm};
use so_tay_dai_hoi::congress::agenda::{AgendaChange, NewItem, PlannedItem, Sitting, Trim, TurnKind};
use so_tay_dai_hoi::congress::change::{Change, Detail, Founding};
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::election::list::ListFault;
use so_tay_dai_hoi::congress::election::sheet::{BallotCount, Electorate, RoundOpening, VoteColumn};
use so_tay_dai_hoi::congress::election::story::{Decided, Decision};
use so_tay_dai_hoi::congress::election::{
    Alteration, AlterationKind, Cause, CauseKind, Correction, Exclusions, Figure, Finding, Method, Office,
    RoundKind, RuleProfile, RulesId, Warning,
};
use so_tay_dai_hoi::congress::id::{DeviceId, ItemId, PersonId, RecordId, RoundId, SpeakerId, TaskId};
use so_tay_dai_hoi::congress::people::{Attendance, NewPerson, Standing};
use so_tay_dai_hoi::congress::{CongressKind, Moment, Refusal};
use so_tay_dai_hoi::journal::{ExportError, Fault, Misfit, Rejected};

const AT: Moment = Moment(0);

fn record() -> RecordId {
    RecordId { device: DeviceId::from_random([1; 8]), seq: 3 }
}

fn name() -> String {
    "An".to_owned()
}

/// Every change, and every particular.
pub fn changes() -> Vec<Change> {
    let mut changes = details();
    changes.extend(changes_of_people());
    changes.extend(changes_of_agenda());
    changes.extend(changes_within_agenda().into_iter().map(Change::Agenda));
    changes.extend(changes_of_rounds());
    changes.extend(crate::preparation::changes().into_iter().map(Change::Preparation));
    changes.extend(crate::desk::changes());
    changes.push(Change::Undone(record()));
    changes
}

fn details() -> Vec<Change> {
    let date = NaiveDate::from_ymd_opt(2022, 5, 26).unwrap();
    let founding = Founding {
        organisation: name(),
        kind: CongressKind::CellCommittee,
        members: 18,
        date,
        deadline: None,
        checklist: String::new(),
        agenda: String::new(),
        rules: RulesId::Party190,
        rehearsal: false,
        role: None,
    };
    let details = [
        Detail::Organisation(name()),
        Detail::Superior(String::new()),
        Detail::Ordinal(name()),
        Detail::Term(name()),
        Detail::Place(name()),
        Detail::Date(date),
        Detail::Deadline(None),
        Detail::Deadline(Some(date)),
        Detail::Members(18),
        Detail::Rules(RulesId::Party244),
        Detail::OwnRules(Box::new(RuleProfile::by_id(RulesId::Party244).unwrap().clone())),
        Detail::BoardHead(name()),
        Detail::BoardMembers(vec![name(), name()]),
        Detail::Chair(name()),
    ];
    [Change::Founded(founding)].into_iter().chain(details.map(Change::Detail)).collect()
}

fn changes_of_people() -> Vec<Change> {
    let (task, person) = (TaskId::from("task"), PersonId::from("person"));
    let new = NewPerson::unmarked(name(), Standing::Full);
    vec![
        Change::Task { id: task.clone(), state: TaskState::Done },
        Change::TaskOwner { id: task.clone(), owner: name() },
        Change::TaskNote { id: task, note: name() },
        Change::PeopleAdded(vec![new.clone(), new]),
        Change::PersonRenamed { id: person.clone(), name: name() },
        Change::PersonStanding { id: person.clone(), standing: Standing::Probationary },
        Change::PersonRemoved(person.clone()),
        Change::Attendance { id: person, mark: Attendance::Present },
        Change::EverybodyPresent,
    ]
}

fn changes_of_agenda() -> Vec<Change> {
    let id = ItemId::from("pre");
    vec![
        Change::ItemAdded { item: NewItem { title: name(), minutes: 5 }, before: None },
        Change::ItemTitle { id: id.clone(), title: name() },
        Change::ItemPresenter { id: id.clone(), presenter: name() },
        Change::ItemMinutes { id: id.clone(), minutes: 5 },
        Change::ItemRemoved(id.clone()),
        Change::ItemMoved { id: id.clone(), before: None },
        Change::ItemBegun { id: id.clone(), at: AT },
        Change::BegunEarlier { id: id.clone(), at: AT },
        Change::Paused(AT),
        Change::Resumed(AT),
        Change::ItemExtended { id: id.clone(), minutes: 1 },
        Change::ItemExtended { id, minutes: -1 },
        Change::Closed(AT),
    ]
}

pub fn changes_within_agenda() -> Vec<AgendaChange> {
    let (id, speaker) = (ItemId::from("pre"), SpeakerId::from("speaker"));
    let item = PlannedItem {
        title: name(),
        presenter: name(),
        minutes: 5,
        not_before: Some(1_900),
        kind: ItemKind::Other,
        sitting: None,
        script: None,
    };
    let new = |kind| NewSpeaker { name: name(), kind, subject: name() };
    let mut changes = vec![
        AgendaChange::Laid("party/1:grassroots_one_day".to_owned()),
        AgendaChange::Brought { items: vec![item.clone()], start: None },
        AgendaChange::Brought { items: vec![item.clone(), item], start: Some(450) },
        AgendaChange::Duplicated(id.clone()),
        AgendaChange::Start(450),
        AgendaChange::NotBefore { id: id.clone(), minute: None },
        AgendaChange::NotBefore { id: id.clone(), minute: Some(1_900) },
        AgendaChange::Sitting { id: id.clone(), sitting: None },
        AgendaChange::Sitting { id: id.clone(), sitting: Some(Sitting::Named(name())) },
        AgendaChange::Lead { id: id.clone(), text: name() },
        AgendaChange::Minute { id: id.clone(), text: name() },
        AgendaChange::Carries { id: id.clone(), round: None },
        AgendaChange::Carries { id: id.clone(), round: Some(RoundId::from("round")) },
        AgendaChange::CountTo { id: id.clone(), until: None },
        AgendaChange::CountTo { id: id.clone(), until: Some(AT) },
        AgendaChange::MadeUp { trims: vec![Trim { item: id.clone(), minutes: 3 }], paper_minutes: Some(6) },
        AgendaChange::SpeakerRemoved(speaker.clone()),
        AgendaChange::SpeakerMoved { id: speaker.clone(), before: None },
        AgendaChange::SpeakerBegun { id: speaker.clone(), at: AT },
        AgendaChange::SpeakerEnded(AT),
        AgendaChange::Ended(AT),
        AgendaChange::SpeakerExtended { id: speaker.clone(), minutes: -1 },
        AgendaChange::Point { id: speaker.clone(), text: name() },
        AgendaChange::Message(String::new()),
        AgendaChange::Message(name()),
    ];
    for yes in [true, false] {
        changes.push(AgendaChange::Firm { id: id.clone(), firm: yes });
        changes.push(AgendaChange::Skipped { id: id.clone(), skipped: yes });
        changes.push(AgendaChange::ClockStep { at: AT, by: 5_000, passed: yes });
        changes.push(AgendaChange::StepSettled { at: AT, passed: yes });
        changes.push(AgendaChange::SpeakerYielded { id: speaker.clone(), yielded: yes });
        changes.push(AgendaChange::Dark(yes));
    }
    for part in [SessionPart::Preparatory, SessionPart::Official] {
        changes.push(AgendaChange::Sitting { id: id.clone(), sitting: Some(Sitting::Part(part)) });
    }
    for kind in TurnKind::ALL {
        changes.push(AgendaChange::SpeakerAdded(new(kind)));
        changes.push(AgendaChange::SpeakingLimit { kind, minutes: 3 });
    }
    for kind in ItemKind::ALL {
        changes.push(AgendaChange::Kind { id: id.clone(), kind });
    }
    for vote in VoteForm::ALL {
        changes.push(AgendaChange::Vote { id: id.clone(), vote });
    }
    changes
}

fn changes_of_rounds() -> Vec<Change> {
    let round = RoundId::from("round");
    let electorate = Electorate { summoned: 18, exclusions: Exclusions::none(), present: 17 };
    let opening = RoundOpening {
        office: Office::Committee,
        method: Method::StrikeOut,
        seats: 3,
        number: 1,
        kind: RoundKind::Ordinary,
        candidates: vec![name()],
        electorate,
    };
    let mut changes = vec![
        Change::RoundOpened(opening),
        Change::RoundSealed { round: round.clone(), at: AT },
        Change::RoundVoided { round: round.clone(), at: AT },
        Change::RoundDropped(round.clone()),
        Change::ReasonGiven { round: round.clone(), warning: "no_surplus".to_owned(), reason: name() },
    ];
    let decided = |decision| Decided { office: Office::Committee, decision, after: 1 };
    changes.extend(decisions().into_iter().map(|decision| Change::Decided(decided(decision))));
    for value in [None, Some(9)] {
        for count in BallotCount::ALL {
            changes.push(Change::Ballots { round: round.clone(), count, value });
        }
        for column in [VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked] {
            changes.push(Change::Votes { round: round.clone(), row: 0, column, value });
        }
    }
    changes
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    let faults = [
        ListFault::Empty,
        ListFault::EmptyName,
        ListFault::Twice(name()),
        ListFault::OnBoard(name()),
        ListFault::Probationary(name()),
        ListFault::TooShort,
        ListFault::NothingToStrike,
        ListFault::SurplusAbove { surplus: 4, most: 1 },
    ];
    let mut refusals = vec![
        Refusal::AlreadyFounded,
        Refusal::FigureLost,
        Refusal::Gone,
        Refusal::EmptyText,
        Refusal::NameTwice(name()),
        Refusal::TooManyPeople,
        Refusal::TooManyMinutes,
        Refusal::ItemHasRun,
        Refusal::NothingRunning,
        Refusal::NoChange,
        Refusal::RollEmpty,
        Refusal::RollUnmarked(1),
        Refusal::RollUnmarked(7),
        Refusal::NobodyPresent,
        Refusal::BaseEmpty,
        Refusal::NoSeats,
        Refusal::OneSeat,
        Refusal::Sealed,
        Refusal::Incomplete,
        Refusal::Contradictory,
        Refusal::ReasonsMissing(1),
        Refusal::ReasonsMissing(2),
        Refusal::NotOffered,
        Refusal::TooLong,
        Refusal::TooLarge,
    ];
    refusals.extend(faults.map(Refusal::List));
    refusals.extend(crate::desk::refusals());
    refusals.extend(crate::preparation::refusals());
    refusals
}

/// Every warning.
pub fn warnings() -> Vec<Warning> {
    let clause = RuleProfile::by_id(RulesId::YouthUnion).unwrap().base.clause.clone();
    vec![
        Warning::NotAllTaken { issued: 16, present: 17 },
        Warning::NotAllReturned { collected: 16, issued: 17 },
        Warning::UnmarkedAmongValid { unmarked: 2 },
        Warning::BaseDiffers { earlier: 18, base: 17 },
        Warning::Surplus { surplus: 3, most: 2 },
        Warning::NoSurplus,
        Warning::CommitteeSize { seats: 9, least: 3, most: 7 },
        Warning::NotInOrder,
        Warning::Unverified(clause),
    ]
}

/// Every way in which a result changes.
pub fn alterations() -> Vec<Option<Alteration>> {
    let kinds = [
        AlterationKind::Falls(name()),
        AlterationKind::Rises(name()),
        AlterationKind::Overtakes { name: name(), last: "Yen".to_owned() },
        AlterationKind::TieMoves,
    ];
    let some = kinds.into_iter().zip([1, 2, 3, 4]).map(|(kind, ballots)| Some(Alteration { ballots, kind }));
    some.chain([None]).collect()
}

/// Every kind of cause, on every figure.
pub fn causes() -> Vec<Cause> {
    let kinds = [
        CauseKind::OffByOne,
        CauseKind::Swapped,
        CauseKind::DigitsTransposed,
        CauseKind::BundleTwice,
        CauseKind::BundleMissing,
        CauseKind::Miscounted,
    ];
    let figures = [
        Figure::Present,
        Figure::Issued,
        Figure::Collected,
        Figure::Valid,
        Figure::Invalid,
        Figure::Votes(0),
        Figure::Against(0),
        Figure::Unmarked(0),
    ];
    let cause = |kind, figure| Cause {
        kind,
        corrections: vec![Correction { figure, from: 12, to: 21 }],
        explains_all: true,
    };
    kinds.into_iter().flat_map(|kind| figures.into_iter().map(move |figure| cause(kind, figure))).collect()
}

/// Every decision of a congress.
pub fn decisions() -> Vec<Decision> {
    vec![Decision::LeaveVacant, Decision::NotElected, Decision::Alternates(1), Decision::Alternates(2)]
}

/// Every reason why a file is not read.
pub fn export_errors() -> Vec<ExportError> {
    let mut errors = vec![
        ExportError::TooLarge(9_000_000),
        ExportError::NotJson(3, 7),
        ExportError::Foreign("format"),
        ExportError::Unknown("x".to_owned()),
        ExportError::Newer(2, 1),
        ExportError::Record {
            place: 4,
            field: "c.votes.row".to_owned(),
            why: "unknown field `x`".to_owned(),
        },
        ExportError::Checksum,
    ];
    errors.extend(misfits().into_iter().map(ExportError::Misfit));
    errors.extend(rejections().into_iter().map(ExportError::Rejected));
    errors
}

/// Every way in which a file is looser, deeper or larger than one is.
pub fn misfits() -> Vec<Misfit> {
    let faults = [
        Fault::TooDeep,
        Fault::KeyTwice,
        Fault::KeyEscaped,
        Fault::NotWhole,
        Fault::TooMany(5_000),
        Fault::TooLong,
    ];
    let mut misfits = Vec::new();
    for fault in faults {
        for (record, field, position) in
            [(None, "version", Some((3, 13))), (Some(4), "c.votes.row", None), (Some(5), "", Some((9, 1)))]
        {
            misfits.push(Misfit { fault, record, field: field.to_owned(), position });
        }
    }
    misfits
}

/// Every reason why records do not fit.
pub fn rejections() -> Vec<Rejected> {
    vec![
        Rejected::Founding,
        Rejected::Gap(record()),
        Rejected::Chain(record()),
        Rejected::Conflict(record()),
        Rejected::Order(record()),
    ]
}

/// Every finding.
pub fn findings() -> Vec<Finding> {
    vec![
        Finding::PresentExceedsBase { present: 18, base: 17 },
        Finding::IssuedExceedsPresent { issued: 18, present: 17 },
        Finding::CollectedExceedsIssued { collected: 18, issued: 17 },
        Finding::ValidPlusInvalidDiffersFromCollected { valid: 16, invalid: 2, collected: 17 },
        Finding::VotesExceedValid { name: name(), votes: 18, valid: 17 },
        Finding::TotalVotesExceedSeatsTimesValid { total: 60, seats: 3, valid: 17 },
        Finding::TotalVotesBelowValid { total: 9, valid: 17 },
        Finding::RowSumDiffersFromValid { name: name(), votes: 9, against: 9, unmarked: 0, valid: 17 },
    ]
}
