//! Counters at devices of their own: what such a device is handed, what it may do, and how its work comes to the desk.

use crate::desk::flow::{begin, open, typed};
use crate::hall::{BOARD, EXCUSED, FULL, Hall, LIST, PROBATIONARY};
use so_tay_dai_hoi::congress::election::ballots::{Bundle, Counts};
use so_tay_dai_hoi::congress::election::desk::{Brought, Difference, SheetCell};
use so_tay_dai_hoi::congress::id::{CongressId, DeviceId, PassId, RoundId};
use so_tay_dai_hoi::congress::role::Role;
use so_tay_dai_hoi::congress::{AgendaChange, Change, Congress, DeskChange, Detail, Moment, Refusal};
use so_tay_dai_hoi::journal::{Author, Exported, Logbook};

const AT: Moment = Moment(1_653_530_000_000);

/// What six voters put in the box: struck numbers, as they are typed.
const PAPER: [&str; 6] = ["4", "4", "3", "3 4", "1", ""];

/// A device that was handed a part of the congress.
struct Device {
    logbook: Logbook,
    author: Author,
}

impl Device {
    fn counter(hall: &Hall, round: &RoundId, device: u8) -> Self {
        let (founding, changes) = hall.congress().part_for_counter(hall.logbook.id(), round).unwrap();
        // Whoever hands the part over makes its records; the counter's device goes on in a chain of its own.
        let maker = Author { device: DeviceId::from_random([1; 8]), desk: String::new() };
        let (mut logbook, _) = Logbook::found(&maker, AT, founding);
        for change in changes {
            logbook.commit(&maker, AT, change).unwrap();
        }
        let file = Exported::of(&logbook).to_text();
        let logbook = Exported::read(&file).unwrap();
        Self { logbook, author: Author { device: DeviceId::from_random([device; 8]), desk: String::new() } }
    }

    fn congress(&self) -> &Congress {
        self.logbook.state()
    }

    fn round(&self) -> RoundId {
        self.congress().rounds[0].id.clone()
    }

    fn attempt(&mut self, change: impl Into<Change>) -> Result<(), Refusal> {
        self.logbook.commit(&self.author, AT, change.into()).map(|_| ())
    }

    fn begin(&mut self, counter: &str) -> PassId {
        let counter = counter.to_owned();
        self.attempt(DeskChange::PassBegun { round: self.round(), counter }).unwrap();
        self.congress().rounds[0].desk.passes.last().unwrap().id.clone()
    }

    fn end(&mut self, pass: PassId) -> Brought {
        self.attempt(DeskChange::PassEnded { pass: pass.clone(), at: AT }).unwrap();
        // What is handed back goes through a file as well.
        let back = Exported::read(&Exported::of(&self.logbook).to_text()).unwrap();
        Brought::of(back.state().pass(&pass).unwrap()).unwrap()
    }

    /// Enters ballots, as struck numbers, and ends.
    fn ballots(&mut self, hall: &Hall, round: &RoundId, counter: &str, papers: &[&str]) -> Brought {
        let pass = self.begin(counter);
        for text in papers {
            let ballot = typed(hall, round, text);
            self.attempt(DeskChange::Ballot { pass: pass.clone(), ballot }).unwrap();
        }
        self.end(pass)
    }

    /// Enters bundles, as label, names kept, ballots and votes, and ends.
    fn bundles(&mut self, counter: &str, bundles: &[(&str, u32, u32, [u32; 4])]) -> Brought {
        let pass = self.begin(counter);
        for (label, kept, ballots, votes) in bundles {
            let counts = Counts::Votes(votes.to_vec());
            let (label, unmarked) = ((*label).to_owned(), Vec::new());
            let bundle = Bundle { label, kept: *kept, ballots: *ballots, counts, unmarked };
            self.attempt(DeskChange::Bundle { pass: pass.clone(), bundle }).unwrap();
        }
        self.end(pass)
    }
}

fn brought(round: &RoundId, into: Option<&PassId>, work: &Brought) -> Change {
    DeskChange::PassBrought { round: round.clone(), into: into.cloned(), work: Box::new(work.clone()) }.into()
}

fn passes(hall: &Hall, round: &RoundId) -> Vec<PassId> {
    hall.congress().round(round).unwrap().desk.passes.iter().map(|pass| pass.id.clone()).collect()
}

fn codes(hall: &Hall, round: &RoundId) -> Vec<String> {
    let sheet = hall.congress().round(round).unwrap();
    let form = sheet.form().unwrap();
    sheet.desk.passes.iter().map(|pass| pass.code(&form).unwrap().to_string()).collect()
}

fn differences(hall: &Hall, round: &RoundId) -> Vec<Difference> {
    let sheet = hall.congress().round(round).unwrap();
    sheet.desk.review(&sheet.form().unwrap(), hall.congress().ballot_rules().unwrap()).unwrap().differences
}

#[test]
fn a_counters_device_gets_the_round_and_not_the_roll() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let device = Device::counter(&hall, &round, 2);
    let text = Exported::of(&device.logbook).to_text();
    for name in LIST.iter().chain(&BOARD) {
        assert!(text.contains(name), "{name}");
    }
    for name in FULL.iter().filter(|name| !LIST.contains(name) && !BOARD.contains(name)) {
        assert!(!text.contains(name), "{name}");
    }
    assert!(!text.contains(PROBATIONARY) && !text.contains(EXCUSED));
    let congress = device.congress();
    assert!(congress.roll.people().is_empty() && congress.agenda.items.is_empty());
    assert!(congress.checklist.tasks().is_empty());
    assert_eq!(congress.role.as_ref().map(Role::congress), Some(hall.logbook.id()));
    let (here, there) = (hall.congress().round(&round).unwrap(), &congress.rounds[0]);
    assert_eq!(
        (here.names(), here.form(), &here.electorate),
        (there.names(), there.form(), &there.electorate)
    );
    assert_eq!(congress.ballot_rules(), hall.congress().ballot_rules());
    // A closed round is handed to nobody.
    hall.act(Change::RoundDropped(round.clone()));
    assert_eq!(hall.congress().part_for_counter(&CongressId::from("x"), &round), None);
}

#[test]
fn a_hall_screen_gets_the_programme_and_no_person() {
    let hall = Hall::sample();
    let label = |label: &so_tay_dai_hoi::congress::agenda::Label| match label {
        so_tay_dai_hoi::congress::agenda::Label::Template(text) => text.vi().to_owned(),
        so_tay_dai_hoi::congress::agenda::Label::Typed(text) => text.clone(),
    };
    let (founding, changes) = hall.congress().part_for_hall(hall.logbook.id(), &label);
    let author = Author { device: DeviceId::from_random([3; 8]), desk: String::new() };
    let (mut logbook, _) = Logbook::found(&author, AT, founding);
    for change in changes {
        logbook.commit(&author, AT, change).unwrap();
    }
    let text = Exported::of(&logbook).to_text();
    for name in FULL.iter().chain([&PROBATIONARY]) {
        assert!(!text.contains(name), "{name}");
    }
    let (there, here) = (&logbook.state().agenda, &hall.congress().agenda);
    let plan = |agenda: &so_tay_dai_hoi::congress::agenda::Agenda| {
        let line = |item: &so_tay_dai_hoi::congress::agenda::AgendaItem| {
            (label(&item.title), item.minutes, item.not_before, item.kind, item.firm)
        };
        (agenda.start_minute, agenda.items.iter().map(line).collect::<Vec<_>>())
    };
    assert_eq!(plan(there), plan(here));
    assert!(there.items.iter().all(|item| label(&item.lead).is_empty()));
    // The clock can be run there; nothing else can be done.
    let begun = Change::ItemBegun { id: there.items[0].id.clone(), at: AT };
    logbook.commit(&author, AT, begun).unwrap();
    logbook.commit(&author, AT, AgendaChange::Dark(true).into()).unwrap();
    for change in [Change::EverybodyPresent, DeskChange::AllFor(RoundId::from("x")).into()] {
        assert_eq!(logbook.commit(&author, AT, change), Err(Refusal::NotThisDevice));
    }
}

#[test]
fn a_counters_device_enters_and_does_nothing_else() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let mut device = Device::counter(&hall, &round, 2);
    let work = device.ballots(&hall, &round, "Đinh Thị Lan", &PAPER);
    let own = device.round();
    let place = Change::Detail(Detail::Place("A".to_owned()));
    let foreign: [Change; 6] = [
        place,
        DeskChange::CountClosed { round: own.clone(), at: AT }.into(),
        Change::RoundSealed { round: own.clone(), at: AT },
        Change::RoundDropped(own.clone()),
        brought(&own, None, &work),
        Change::EverybodyPresent,
    ];
    let before = device.congress().clone();
    for change in foreign {
        assert_eq!(device.attempt(change.clone()), Err(Refusal::NotThisDevice), "{change:?}");
    }
    assert_eq!(*device.congress(), before);
}

#[test]
fn two_blind_counters_come_together_by_the_code() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let (mut one, mut other) = (Device::counter(&hall, &round, 2), Device::counter(&hall, &round, 3));
    let first = one.ballots(&hall, &round, BOARD[1], &PAPER);
    let second = other.ballots(&hall, &round, BOARD[2], &PAPER);
    hall.act(brought(&round, None, &first));
    hall.act(brought(&round, None, &second));
    assert_eq!(differences(&hall, &round), Vec::new());
    let told = codes(&hall, &round);
    assert_eq!(told[0], told[1]);
    // Either device says the same code before anything was carried.
    let form = one.congress().rounds[0].form().unwrap();
    for device in [&one, &other] {
        assert_eq!(device.congress().rounds[0].desk.passes[0].code(&form).unwrap().to_string(), told[0]);
    }
    hall.act(DeskChange::CountClosed { round: round.clone(), at: AT }.into());
    let sheet = hall.congress().round(&round).unwrap();
    let votes: Vec<Option<u32>> = sheet.rows.iter().map(|row| row.votes).collect();
    // Entered at the desk itself, the same ballots come to the same.
    let mut alone = Hall::sample();
    let here = open(&mut alone);
    let pass = begin(&mut alone, &here, BOARD[1]);
    for text in PAPER {
        let ballot = typed(&alone, &here, text);
        alone.act(DeskChange::Ballot { pass: pass.clone(), ballot }.into());
    }
    alone.act(DeskChange::PassEnded { pass, at: AT }.into());
    alone.act(DeskChange::CountClosed { round: here.clone(), at: AT }.into());
    let own = alone.congress().round(&here).unwrap();
    assert_eq!(votes, own.rows.iter().map(|row| row.votes).collect::<Vec<_>>());
    assert_eq!((sheet.valid, sheet.invalid), (own.valid, own.invalid));
    assert_eq!(codes(&alone, &here)[0], told[0]);
}

/// Every single ballot changed, left out or doubled by one of the two counters gives another code, or at least another
/// place to be settled.
#[test]
fn a_ballot_read_otherwise_shows() {
    for at in 0..PAPER.len() {
        for slip in 0..3 {
            let mut papers = PAPER.to_vec();
            match slip {
                0 => papers[at] = if papers[at] == "2" { "1" } else { "2" },
                1 => drop(papers.remove(at)),
                _ => papers.insert(at, papers[at]),
            }
            let mut hall = Hall::sample();
            let round = open(&mut hall);
            let (mut one, mut other) = (Device::counter(&hall, &round, 2), Device::counter(&hall, &round, 3));
            let first = one.ballots(&hall, &round, BOARD[1], &PAPER);
            let second = other.ballots(&hall, &round, BOARD[2], &papers);
            hall.act(brought(&round, None, &first));
            hall.act(brought(&round, None, &second));
            let told = codes(&hall, &round);
            assert_ne!(told[0], told[1], "{at} {slip}");
            assert_eq!(differences(&hall, &round).len(), 1, "{at} {slip}");
            let close = DeskChange::CountClosed { round: round.clone(), at: AT }.into();
            assert_eq!(hall.attempt(close), Err(Refusal::Unsettled(1)));
        }
    }
}

#[test]
fn counters_of_different_bundles_make_one_pass() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let all: [(&str, u32, u32, [u32; 4]); 3] =
        [("A", 3, 8, [8, 8, 8, 0]), ("B", 3, 5, [5, 3, 2, 5]), ("C", 2, 2, [2, 2, 0, 0])];
    let devices = [2, 3, 4, 5].map(|device| Device::counter(&hall, &round, device));
    let [mut one, mut two, mut three, mut blind] = devices;
    let (a, b) = (one.bundles("An", &all[..1]), two.bundles("Bình", &all[1..2]));
    let c = three.bundles("Chi", &all[2..]);
    let whole = blind.bundles("Dung", &all);
    hall.act(brought(&round, None, &a));
    let first = passes(&hall, &round).remove(0);
    // In whichever order they come, and the same again changes nothing.
    hall.act(brought(&round, Some(&first), &c));
    hall.act(brought(&round, Some(&first), &b));
    for work in [&a, &b, &c] {
        assert_eq!(hall.attempt(brought(&round, Some(&first), work)), Err(Refusal::NoChange));
        assert_eq!(hall.attempt(brought(&round, None, work)), Err(Refusal::NoChange));
    }
    hall.act(brought(&round, None, &whole));
    let told = codes(&hall, &round);
    assert_eq!((told.len(), &told[0]), (2, &told[1]));
    assert_eq!(differences(&hall, &round), Vec::new());
    assert_eq!(hall.congress().pass(&first).unwrap().counter, "An, Chi, Bình");
    // One of the three corrects a bundle at that device: its part gives way, and the bundle is named.
    let pass = b.origin.clone();
    two.attempt(DeskChange::PassResumed(pass.clone())).unwrap();
    let counts = Counts::Votes(vec![5, 4, 2, 4]);
    let bundle = Bundle { label: "B".to_owned(), kept: 3, ballots: 5, counts, unmarked: Vec::new() };
    two.attempt(DeskChange::Bundle { pass: pass.clone(), bundle }).unwrap();
    let corrected = two.end(pass);
    hall.act(brought(&round, None, &corrected));
    assert_eq!(passes(&hall, &round).len(), 2);
    assert_ne!(codes(&hall, &round)[0], told[0]);
    assert_eq!(differences(&hall, &round).len(), 2);
    // A bundle that two of them counted is in one part only.
    let mut again = Device::counter(&hall, &round, 6);
    let twice = again.bundles("Em", &all[1..2]);
    assert_eq!(
        hall.attempt(brought(&round, Some(&first), &twice)),
        Err(Refusal::BundleTwice("B".to_owned()))
    );
}

#[test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let mut device = Device::counter(&hall, &round, 2);
    let work = device.ballots(&hall, &round, BOARD[1], &PAPER);
    let other = |change: &dyn Fn(&mut Brought)| {
        let mut other = work.clone();
        change(&mut other);
        other
    };
    let bundle = |ballots, votes: [u32; 4]| {
        let counts = Counts::Votes(votes.to_vec());
        Bundle { label: "A".to_owned(), kept: 3, ballots, counts, unmarked: Vec::new() }
    };
    let cell = SheetCell::Votes(4, so_tay_dai_hoi::congress::election::sheet::VoteColumn::For);
    let cases: [(Brought, Refusal); 6] = [
        (other(&|work| work.counter = " ".to_owned()), Refusal::EmptyText),
        (other(&|work| work.ballots.clear()), Refusal::NothingEntered),
        (other(&|work| work.sheet = vec![(cell, 1)]), Refusal::NoSuchBallot),
        (other(&|work| work.sheet = vec![(SheetCell::Valid, u32::MAX)]), Refusal::NoSuchBallot),
        (other(&|work| work.bundles = vec![bundle(2, [2, 2, 2, 1])]), Refusal::NoSuchBallot),
        (other(&|work| work.ballots = vec![work.ballots[0]; 5_001]), Refusal::TooManyBallots),
    ];
    let before = hall.congress().clone();
    for (work, refusal) in cases {
        assert_eq!(hall.attempt(brought(&round, None, &work)), Err(refusal));
    }
    let nowhere = PassId::from("nowhere");
    assert_eq!(hall.attempt(brought(&round, Some(&nowhere), &work)), Err(Refusal::Gone));
    assert_eq!(*hall.congress(), before);
    hall.act(brought(&round, None, &work));
    // The same person is no second counter, here or at another device.
    let again = other(&|work| work.origin = PassId::from("other"));
    assert_eq!(hall.attempt(brought(&round, None, &again)), Err(Refusal::SameCounter(BOARD[1].to_owned())));
    let begun = DeskChange::PassBegun { round: round.clone(), counter: BOARD[1].to_owned() };
    assert_eq!(hall.attempt(begun.into()), Err(Refusal::SameCounter(BOARD[1].to_owned())));
    // It goes on at its own device.
    let pass = passes(&hall, &round).remove(0);
    let resumed = DeskChange::PassResumed(pass);
    assert_eq!(hall.attempt(resumed.into()), Err(Refusal::CountedElsewhere));
    hall.act(DeskChange::CountClosed { round: round.clone(), at: AT }.into());
    let late = other(&|work| (work.origin, work.counter) = (PassId::from("late"), "Chi".to_owned()));
    assert_eq!(hall.attempt(brought(&round, None, &late)), Err(Refusal::CountClosed));
}

/// Two devices with the whole congress that both took in the same counter's work hold it once.
#[test]
fn brought_on_two_devices_it_is_there_once() {
    let mut hall = Hall::sample();
    let round = open(&mut hall);
    let mut device = Device::counter(&hall, &round, 2);
    let work = device.ballots(&hall, &round, BOARD[1], &PAPER);
    let mut chair = hall.logbook.clone();
    let author = Author { device: DeviceId::from_random([9; 8]), desk: String::new() };
    hall.act(brought(&round, None, &work));
    chair.commit(&author, AT, brought(&round, None, &work)).unwrap();
    let mut one = hall.logbook.clone();
    one.merge(chair.records().cloned()).unwrap();
    let mut other = chair.clone();
    other.merge(hall.logbook.records().cloned()).unwrap();
    assert_eq!(one.state(), other.state());
    let desk = &one.state().round(&round).unwrap().desk;
    assert_eq!((desk.passes.len(), desk.passes[0].parts.len()), (1, 1));
    assert_eq!(desk.passes[0].ballots.len(), PAPER.len());
}
