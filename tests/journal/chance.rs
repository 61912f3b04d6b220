//! Changes by chance, the same at every run: made for the state that they meet, so that most are admitted.

use chrono::NaiveDate;
use so_tay_dai_hoi::congress::agenda::NewItem;
use so_tay_dai_hoi::congress::agenda::template::AgendaTemplate;
use so_tay_dai_hoi::congress::change::{Change, Detail, Founding};
use so_tay_dai_hoi::congress::checklist::TaskState;
use so_tay_dai_hoi::congress::checklist::template::DEFAULT_CHECKLIST;
use so_tay_dai_hoi::congress::election::ballots::{Bundle, Conclusion, CountedBallot, Counts, Names};
use so_tay_dai_hoi::congress::election::desk::{
    Brought, Difference, PaperCount, Pass, Settled, Settlement, SheetCell,
};
use so_tay_dai_hoi::congress::election::rules::BallotCase;
use so_tay_dai_hoi::congress::election::sheet::{BallotCount, RoundSheet, VoteColumn};
use so_tay_dai_hoi::congress::election::story::{Decided, Decision, Prepared, Step};
use so_tay_dai_hoi::congress::election::{Method, Office, RoundKind, RuleProfile, RulesId};
use so_tay_dai_hoi::congress::hall::Release;
use so_tay_dai_hoi::congress::id::{DeviceId, ItemId, PassId, PersonId, RoundId};
use so_tay_dai_hoi::congress::people::{Attendance, NewPerson, Standing};
use so_tay_dai_hoi::congress::preparation::{Gate, Witnessed};
use so_tay_dai_hoi::congress::{Congress, CongressKind, DeskChange, Moment, Refusal};
use so_tay_dai_hoi::journal::{Author, Logbook, Record};

/// Texts as people, and people in bad faith, write them.
pub const TEXTS: [&str; 12] = [
    "Nguyễn Văn An",
    "Nguye\u{302}\u{303}n Va\u{306}n An",
    "Y Blŏk Êban",
    "👩🏽‍💼 Tổ trưởng",
    "__proto__",
    "constructor",
    "\"Đồng chí\" \\ \"phó\"",
    "dòng\nmới\tvà \u{2028} nữa",
    "</script><script>",
    "\u{feff}đầu",
    "{\"c\":\"everybody_present\"}",
    "Trần Thị Rất Là Dài Dòng Văn Tự Kể Mãi Không Hết Một Cái Tên",
];

pub use crate::fixture_dice::Dice;

impl Dice {
    /// One of a list.
    pub fn one_of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    fn number(&mut self, most: u16) -> u32 {
        u32::try_from(self.below(usize::from(most))).unwrap()
    }

    pub(crate) fn text(&mut self) -> String {
        self.one_of(&TEXTS).to_owned()
    }

    pub(crate) fn moment(&mut self) -> Moment {
        // Now and then a clock is set back, or wrong altogether.
        match self.below(40) {
            0 => Moment(i64::MIN),
            1 => Moment(i64::MAX),
            _ => Moment(1_653_523_200_000 + i64::from(self.number(u16::MAX)) * 1000),
        }
    }
}

/// The author at a device.
pub fn author(device: u8) -> Author {
    Author {
        device: DeviceId::from_random([device; 8]),
        desk: TEXTS[usize::from(device) % TEXTS.len()].to_owned(),
    }
}

/// A congress as founded at a device.
pub fn found(device: u8, kind: CongressKind) -> Logbook {
    let founding = Founding {
        organisation: format!("Chi bộ {}", TEXTS[6]),
        kind,
        members: 18,
        date: NaiveDate::from_ymd_opt(2022, 5, 26).unwrap(),
        deadline: NaiveDate::from_ymd_opt(2022, 6, 30),
        checklist: DEFAULT_CHECKLIST.to_owned(),
        agenda: AgendaTemplate::default_for(kind).unwrap().id.clone(),
        rules: RulesId::Party244,
        rehearsal: false,
        role: None,
    };
    Logbook::found(&author(device), Moment(1_653_523_200_000), founding).0
}

/// Proposes `turns` changes by a device; gives those that were recorded.
pub fn work(dice: &mut Dice, logbook: &mut Logbook, device: u8, turns: usize) -> Vec<Record> {
    (0..turns).filter_map(|_| step(dice, logbook, device).ok()).collect()
}

/// Proposes one change by a device.
pub fn step(dice: &mut Dice, logbook: &mut Logbook, device: u8) -> Result<Record, Refusal> {
    let change = dice.change(logbook);
    let at = dice.moment();
    logbook.commit(&author(device), at, change)
}

impl Dice {
    fn change(&mut self, logbook: &Logbook) -> Change {
        let congress = logbook.state();
        // Mostly somebody lets the congress pass, as gates are seldom all open by chance.
        for gate in [Gate::Opening, Gate::Ballots] {
            if !congress.unmet(gate, None, Witnessed::ALL).is_empty() && self.one_in(6) {
                return self.word(congress, gate).into();
            }
        }
        match self.below(11) {
            10 => self.preparation(congress).into(),
            0 => self.particular(),
            1 => self.task(congress),
            2 | 3 => self.person(congress),
            4 if self.one_in(2) => self.item(congress),
            4 => self.agenda(congress).into(),
            5 if self.one_in(3) => self.item(congress),
            5 => self.speaker(congress).into(),
            6 if self.one_in(2) => {
                let ids: Vec<_> = logbook.records().map(|record| record.id.clone()).collect();
                // Mostly what was done last, as people do.
                let last = ids.len().saturating_sub(6);
                let ids = if self.one_in(4) { &ids[..] } else { &ids[last..] };
                Change::Undone(self.one_of(ids))
            }
            _ => self.round(congress),
        }
    }

    fn particular(&mut self) -> Change {
        let date = NaiveDate::from_num_days_from_ce_opt(738_000 + i32::try_from(self.below(4000)).unwrap());
        Change::Detail(match self.below(13) {
            0 => Detail::Organisation(self.text()),
            1 => Detail::Superior(self.text()),
            2 => Detail::Ordinal(self.text()),
            3 => Detail::Term(self.text()),
            4 => Detail::Place(self.text()),
            5 => Detail::Date(date.unwrap()),
            6 => Detail::Deadline(date.filter(|_| self.one_in(2))),
            7 => Detail::Members(self.number(200)),
            8 => Detail::Rules(self.one_of(&RulesId::ALL)),
            9 => Detail::BoardHead(self.text()),
            11 => {
                let source = RulesId::Party190.source().unwrap().replace("party_190_2024", "rieng");
                Detail::OwnRules(Box::new(RuleProfile::own_from_json(&source).unwrap()))
            }
            10 => Detail::BoardMembers((0..self.below(3)).map(|_| self.text()).collect()),
            _ => Detail::Chair(self.text()),
        })
    }

    fn task(&mut self, congress: &Congress) -> Change {
        let id = congress.checklist.tasks()[self.below(congress.checklist.tasks().len())].id.clone();
        match self.below(3) {
            0 => Change::Task { id, state: self.one_of(&TaskState::ALL) },
            1 => Change::TaskOwner { id, owner: self.text() },
            _ => Change::TaskNote { id, note: self.text() },
        }
    }

    fn standing(&mut self) -> Standing {
        if self.one_in(6) { Standing::Probationary } else { Standing::Full }
    }

    fn person(&mut self, congress: &Congress) -> Change {
        let people: Vec<PersonId> = congress.roll.people().iter().map(|person| person.id.clone()).collect();
        if people.len() < 6 {
            let new = (0..4).map(|_| {
                let name = format!("{} {}", self.text().trim(), self.below(100_000));
                NewPerson::unmarked(name, self.standing())
            });
            return Change::PeopleAdded(new.collect());
        }
        let id = self.one_of(&people);
        let choices = Attendance::choices(congress.form());
        match self.below(9) {
            0 => Change::PersonRenamed { id, name: format!("{} {}", self.text(), self.below(100_000)) },
            1 => Change::PersonStanding { id, standing: self.standing() },
            2 => Change::PersonRemoved(id),
            3 | 4 => Change::Attendance { id, mark: self.one_of(&choices) },
            5 => Change::Attendance { id, mark: Attendance::Present },
            _ => Change::EverybodyPresent,
        }
    }

    fn item(&mut self, congress: &Congress) -> Change {
        let items: Vec<ItemId> = congress.agenda.items.iter().map(|item| item.id.clone()).collect();
        let id = self.one_of(&items);
        let before = Some(self.one_of(&items)).filter(|_| !self.one_in(3));
        let minutes = u16::try_from(self.below(40)).unwrap();
        match self.below(14) {
            0 => Change::ItemAdded { item: NewItem { title: self.text(), minutes }, before },
            1 => Change::ItemTitle { id, title: self.text() },
            2 => Change::ItemPresenter { id, presenter: self.text() },
            3 => Change::ItemMinutes { id, minutes },
            4 => Change::ItemRemoved(id),
            5 => Change::ItemMoved { id, before },
            6 | 7 => Change::ItemBegun { id, at: self.moment() },
            8 => Change::Paused(self.moment()),
            9 | 10 => Change::Resumed(self.moment()),
            11 => Change::ItemExtended { id, minutes: i32::from(minutes) - 20 },
            12 => {
                let current = congress.agenda.current.clone();
                Change::BegunEarlier { id: current.unwrap_or(id), at: self.moment() }
            }
            _ if self.one_in(3) => Change::Closed(self.moment()),
            _ => Change::Resumed(self.moment()),
        }
    }

    fn round(&mut self, congress: &Congress) -> Change {
        let Some(sheet) = congress.rounds.iter().find(|sheet| sheet.is_open()) else {
            return self.opening(congress);
        };
        let round = sheet.id.clone();
        if sheet.method == Method::ShowOfHands {
            return self.hands(congress, sheet, round);
        }
        // Some rounds are counted at the desk, the others as totals.
        let is_open = sheet.desk.is_used() && (sheet.desk.closed.is_none() || self.one_in(6));
        let at_desk = is_open || !sheet.desk.is_used() && !sheet.has_figures() && self.one_in(3);
        if at_desk && !self.one_in(10) {
            return self.at_desk(congress, sheet, round).into();
        }
        match self.below(30) {
            0 => Change::RoundVoided { round, at: self.moment() },
            1 => Change::RoundDropped(round),
            2 => Change::RoundSealed { round, at: self.moment() },
            3 => Change::Ballots { round, count: self.one_of(&BallotCount::ALL), value: None },
            _ => self.figure(congress, sheet, round),
        }
    }

    fn opening(&mut self, congress: &Congress) -> Change {
        if congress.roll.people().is_empty() {
            return self.person(congress);
        }
        if congress.roll.headcount().unmarked > 0 {
            return Change::EverybodyPresent;
        }
        if congress.details.board_head.is_empty() {
            return Change::Detail(Detail::BoardHead("Trưởng ban".to_owned()));
        }
        if self.one_in(24) {
            return Change::RoundOpened(congress.open_vote(&self.text()));
        }
        if self.one_in(12)
            && let Some(change) = self.of_ended(congress)
        {
            return change.into();
        }
        let decided = congress.offers().into_iter().find_map(|offer| match offer.step {
            Step::Decide(decision) => Some((offer.office, decision)),
            Step::DecideAlternates(names) => {
                Some((offer.office, Decision::Alternates(u32::try_from(names.len()).unwrap())))
            }
            Step::Open(_) => None,
        });
        if let Some((office, decision)) = decided {
            let after = congress.story().unwrap().ended(office);
            return Change::Decided(Decided { office, decision, after });
        }
        let offices = [Office::Committee, Office::Committee, Office::Secretary, Office::Delegates];
        let office = self.one_of(&offices);
        let seats = if office == Office::Secretary { 1 } else { 1 + self.number(3) };
        let names: Vec<String> = congress.eligible(office).into_iter().take(1 + self.below(5)).collect();
        let number = congress.next_number(office);
        let kind = RoundKind::Ordinary;
        Change::RoundOpened(congress.opening(&Prepared { office, seats, number, kind, names }))
    }

    /// A round that has ended is opened again, or shown to the hall.
    fn of_ended(&mut self, congress: &Congress) -> Option<DeskChange> {
        let round = congress.rounds.last()?.id.clone();
        let shows = [Release::Nothing, Release::Progress, Release::Squares, Release::Result];
        Some(if self.one_in(2) {
            let (by, reason) = (self.text(), self.text());
            DeskChange::RoundReopened { round, at: self.moment(), by, reason }
        } else {
            DeskChange::HallShows { round, shows: self.one_of(&shows) }
        })
    }

    fn hands(&mut self, congress: &Congress, sheet: &RoundSheet, round: RoundId) -> Change {
        let columns = [VoteColumn::For, VoteColumn::Against, VoteColumn::Unmarked];
        match self.below(6) {
            0 => DeskChange::AllFor(round).into(),
            1 if sheet.has_figures() => match congress.unanswered(sheet).first() {
                Some(warning) => Change::ReasonGiven { round, warning: warning.code(), reason: self.text() },
                None => Change::RoundSealed { round, at: self.moment() },
            },
            2 => Change::RoundDropped(round),
            _ => {
                let (block, column) = (u8::try_from(self.below(4)).unwrap(), self.one_of(&columns));
                let value = Some(self.number(6)).filter(|_| !self.one_in(4));
                DeskChange::Hands { round, block, column, value }.into()
            }
        }
    }

    fn at_desk(&mut self, congress: &Congress, sheet: &RoundSheet, round: RoundId) -> DeskChange {
        if self.one_in(12) {
            let value = Some(self.number(30)).filter(|_| !self.one_in(4));
            return DeskChange::Paper { round, count: self.one_of(&PaperCount::ALL), value };
        }
        if self.one_in(10) {
            return self.brought(sheet, round);
        }
        if let Some(pass) = sheet.desk.running() {
            return self.entry(sheet, pass);
        }
        if let Some(pass) = sheet.desk.passes.last()
            && self.one_in(8)
        {
            return DeskChange::PassResumed(pass.id.clone());
        }
        if !sheet.desk.is_used() || self.one_in(3) {
            return DeskChange::PassBegun { round, counter: format!("Người {}", self.below(9)) };
        }
        if sheet.desk.closed.is_some() {
            return DeskChange::RoundReopened {
                round,
                at: self.moment(),
                by: self.text(),
                reason: self.text(),
            };
        }
        let review = sheet.form().and_then(|form| sheet.desk.review(&form, congress.ballot_rules()?));
        let settled = review.as_ref().and_then(|review| {
            let open = review.doubtful.iter().find(|doubtful| doubtful.ballot.concluded.is_none());
            match (review.differences.first(), open.cloned()) {
                (Some(Difference::Ballot { place, later, .. }), _) => Some(Settled::Ballot(*place, *later)),
                (Some(Difference::Figure { cell, earlier, .. }), _) => {
                    Some(Settled::Figure(cell.clone(), *earlier))
                }
                (None, Some(open)) => {
                    let concluded = Some(self.one_of(&[Conclusion::Valid, Conclusion::Invalid]));
                    Some(Settled::Ballot(open.place, Some(CountedBallot { concluded, ..open.ballot })))
                }
                (None, None) => None,
            }
        });
        match (settled, review) {
            (Some(settled), Some(review)) => {
                DeskChange::Settled(Settlement { pass: review.pass, settled, by: self.text() })
            }
            _ => DeskChange::CountClosed { round, at: self.moment() },
        }
    }

    /// A counter's work from one of three other devices, now and then beside another's.
    fn brought(&mut self, sheet: &RoundSheet, round: RoundId) -> DeskChange {
        let form = sheet.form().unwrap();
        let from = self.below(3);
        let ballots = (0..self.below(4))
            .map(|_| {
                CountedBallot::plain(form.all_but((0..form.names()).filter(|_| self.one_in(3)).collect()))
            })
            .collect();
        let kept = u32::try_from(form.names()).unwrap();
        let counts = Counts::Votes(vec![1; form.names()]);
        let label = self.below(4).to_string();
        let bundles = vec![Bundle { label, kept, ballots: 1, counts, unmarked: Vec::new() }];
        let work = Brought {
            origin: PassId::from(format!("cccccccc-{}", from + 1).as_str()),
            counter: format!("Người đếm {from}"),
            begun: self.moment(),
            ended: self.moment(),
            ballots,
            bundles: if self.one_in(2) { bundles } else { Vec::new() },
            sheet: if self.one_in(3) { vec![(SheetCell::Invalid, self.number(3))] } else { Vec::new() },
        };
        let known = sheet.desk.passes.iter().find(|pass| !pass.parts.is_empty()).map(|pass| pass.id.clone());
        DeskChange::PassBrought { round, into: known.filter(|_| self.one_in(2)), work: Box::new(work) }
    }

    fn entry(&mut self, sheet: &RoundSheet, pass: &Pass) -> DeskChange {
        let (id, names) = (pass.id.clone(), sheet.rows.len());
        let form = sheet.form().unwrap();
        let struck: Names = (0..names).filter(|_| self.one_in(3)).collect();
        let seen = [BallotCase::NotIssued, BallotCase::NoStamp, BallotCase::UnclearStrike];
        let ballot = CountedBallot {
            seen: Some(self.one_of(&seen)).filter(|_| self.one_in(6)),
            ..CountedBallot::plain(form.all_but(struck))
        };
        match self.below(12) {
            0 => DeskChange::BallotCorrected { pass: id, number: self.number(8), ballot: Some(ballot) },
            1 => {
                let number = u32::try_from(pass.ballots.len()).unwrap();
                DeskChange::BallotCorrected { pass: id, number, ballot: None }
            }
            2 if pass.bundles.is_empty() || self.one_in(3) => {
                let counts = Counts::Votes((0..names).map(|_| 1).collect());
                let kept = u32::try_from(names).unwrap();
                let label = format!("{} {}", self.text(), self.below(3));
                let bundle = Bundle { label, kept, ballots: 1, counts, unmarked: Vec::new() };
                DeskChange::Bundle { pass: id, bundle }
            }
            2 | 3 if !pass.bundles.is_empty() => {
                DeskChange::BundleRemoved { pass: id, label: pass.bundles[0].label.clone() }
            }
            4 => DeskChange::Tallied { pass: id, cell: SheetCell::Invalid, value: self.number(3) },
            5 | 6 => DeskChange::PassEnded { pass: id, at: self.moment() },
            _ => DeskChange::Ballot { pass: id, ballot },
        }
    }

    /// Figures that agree with each other: everybody votes for the first names, as many as there are seats.
    fn figure(&mut self, congress: &Congress, sheet: &RoundSheet, round: RoundId) -> Change {
        let present = sheet.electorate.present;
        let empty = BallotCount::ALL.into_iter().find(|count| sheet.ballots(*count).is_none());
        if let Some(count) = empty {
            let counted = sheet.valid.zip(sheet.invalid).map(|(valid, invalid)| valid + invalid);
            let value = if count == BallotCount::Invalid { 0 } else { counted.unwrap_or(present) };
            return Change::Ballots { round, count, value: Some(value) };
        }
        for (row, line) in (0_u16..).zip(&sheet.rows) {
            for column in sheet.columns() {
                if line.cell(*column).is_none() {
                    // Now and then somebody gets too little, so that the congress has to decide.
                    let chosen =
                        *column == VoteColumn::For && u32::from(row) < sheet.seats && !self.one_in(4);
                    let value = Some(if chosen || sheet.columns().len() > 1 && *column == VoteColumn::For {
                        present
                    } else {
                        0
                    });
                    return Change::Votes { round, row, column: *column, value };
                }
            }
        }
        let fits = congress.counted(&round).is_some_and(|counted| counted.is_ok());
        let value = Some(self.number(30));
        match self.below(6) {
            0 => Change::Votes { round, row: 0, column: VoteColumn::For, value },
            1 => Change::Ballots { round, count: BallotCount::Valid, value },
            _ if fits => match congress.unanswered(sheet).first() {
                Some(warning) => Change::ReasonGiven { round, warning: warning.code(), reason: self.text() },
                None => Change::RoundSealed { round, at: self.moment() },
            },
            _ => Change::RoundDropped(round),
        }
    }
}
