//! Runs an agenda without the app: presses at instants in, readings of the clock out.
//!
//! ```text
//! cargo run --release --example rundown < rundown.json
//! ```
//!
//! The input is one JSON object:
//!
//! ```json
//! {
//!   "agenda": {"items": [
//!     {"title": "Chào cờ", "minutes": 5, "start": "07:30"},
//!     {"title": "Thảo luận", "minutes": 40, "presenter": "Đảng viên", "kind": "discussion", "firm": false}
//!   ]},
//!   "presses": [
//!     {"at": "07:31:00", "press": "begin", "item": 1},
//!     {"at": "07:37:30", "press": "next"},
//!     {"at": "07:38:00", "press": "earlier", "seconds": 30},
//!     {"at": "08:20:00", "press": "close"}
//!   ],
//!   "readings": ["07:36:00", "07:38:00"],
//!   "report": true
//! }
//! ```
//!
//! **Agenda.** Either `{"template": "party/1:cell_with_committee_half_day"}`, or `items`, each with `title`, and as far as
//! known `presenter`, `minutes`, `start` and `end` (times of day), `session`, `kind` (`ceremony`, `report`, `discussion`,
//! `open_vote`, `election`, `break`, `other`; else seen from the title) and `firm` (whether its time stays untouched when
//! the congress is late; else by the kind). Minutes that are not given run to `end`, else to the next `start`, else they are
//! 0. A start before that of the item above is the next day's; one later than the end of the item above is waited for.
//! `title_vi` and `presenter_vi` are read as well. Other fields are not looked at, so an entry of a collection of agendas may stand here as it is.
//!
//! **Instants** are `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm` from the midnight of the first day (`31:00` is seven o'clock on the
//! second), or whole milliseconds since then. They are those of the machine's clock.
//!
//! **Presses** are done in the order of the list. Items and speakers are named by their number from 1: items as they were
//! given and then as they were added, speakers as they asked.
//!
//! | `press` | with |
//! |---|---|
//! | `begin` | `item`; without it the next one |
//! | `next`, `back` | |
//! | `pause`, `resume` | |
//! | `end` | the running item ends and nothing follows at once, as before lunch or at the end of a day |
//! | `close` | the congress is over |
//! | `extend` | `minutes`, negative to take; `item`, else the running one |
//! | `earlier` | `seconds`: the running item began so long before it was said to |
//! | `skip`, `unskip` | `item` |
//! | `count_to` | `time`: the running item counts to this instant; without it by its minutes again |
//! | `minutes` | `item`, `minutes`: the plan is changed |
//! | `firm` | `item`, `firm` |
//! | `move` | `item`, `before` (an item; without it to the end) |
//! | `add` | `title`, `minutes`, `before` |
//! | `clock_step` | `by_ms`: the machine's clock jumped; `at` is after the jump. `passed`, else as the app takes it |
//! | `settle` | `passed`: what the chair says about the last step |
//! | `make_up` | the way to make up for lost time is accepted as it is proposed then |
//! | `ask` | `name`, `kind` (`paper`, `remark`, `second`), `subject` |
//! | `speak` | `speaker`; without it the next in the queue |
//! | `end_turn` | |
//! | `yield` | `speaker` |
//! | `give` | `minutes` to whoever speaks |
//! | `limit` | `kind`, `minutes` |
//! | `read` | a reading at this place of the list |
//!
//! **Readings** are taken after the last press of the list that is not later.
//!
//! The output is one JSON object a line: readings and refused presses in the order in which they come about, and at the end
//! the `report`, if it is asked for. A refused press changes nothing. The exit code is 1 when a press was refused, or when
//! the input cannot be read; then the one line has an `error`.

use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};
use so_tay_dai_hoi::congress::agenda::clock::{Course, Phase, Reading, Schedule};
use so_tay_dai_hoi::congress::agenda::layout::{PlanRow, lay_out};
use so_tay_dai_hoi::congress::agenda::proposal::Proposal;
use so_tay_dai_hoi::congress::agenda::report::TimeReport;
use so_tay_dai_hoi::congress::agenda::speaker::NewSpeaker;
use so_tay_dai_hoi::congress::agenda::step::ClockStep;
use so_tay_dai_hoi::congress::agenda::template::ItemKind;
use so_tay_dai_hoi::congress::agenda::{AgendaChange, Label, NewItem, TurnKind};
use so_tay_dai_hoi::congress::change::{Change, Founding};
use so_tay_dai_hoi::congress::election::RulesId;
use so_tay_dai_hoi::congress::id::{DeviceId, ItemId, RecordId, SpeakerId};
use so_tay_dai_hoi::congress::moment::MINUTE_MS;
use so_tay_dai_hoi::congress::{Congress, CongressKind, Moment, Refusal};

/// What is run.
#[derive(Deserialize)]
struct Rundown {
    agenda: GivenAgenda,
    #[serde(default)]
    presses: Vec<GivenPress>,
    #[serde(default)]
    readings: Vec<Instant>,
    #[serde(default)]
    report: bool,
}

#[derive(Deserialize)]
struct GivenAgenda {
    #[serde(default)]
    template: Option<String>,
    #[serde(default)]
    items: Vec<GivenItem>,
}

#[derive(Deserialize)]
struct GivenItem {
    #[serde(alias = "title_vi")]
    title: String,
    #[serde(default, alias = "presenter_vi")]
    presenter: Option<String>,
    #[serde(default)]
    minutes: Option<u16>,
    #[serde(default)]
    start: Option<TimeOfDay>,
    #[serde(default)]
    end: Option<TimeOfDay>,
    #[serde(default)]
    session: Option<String>,
    #[serde(default)]
    kind: Option<ItemKind>,
    #[serde(default)]
    firm: Option<bool>,
}

#[derive(Deserialize)]
struct GivenPress {
    at: Instant,
    #[serde(flatten)]
    press: Press,
}

#[derive(Deserialize)]
#[serde(tag = "press", rename_all = "snake_case")]
enum Press {
    Begin { item: Option<usize> },
    Next,
    Back,
    Pause,
    Resume,
    End,
    Close,
    Extend { item: Option<usize>, minutes: i32 },
    Earlier { seconds: i64 },
    Skip { item: usize },
    Unskip { item: usize },
    CountTo { time: Option<Instant> },
    Minutes { item: usize, minutes: u16 },
    Firm { item: usize, firm: bool },
    Move { item: usize, before: Option<usize> },
    Add { title: String, minutes: u16, before: Option<usize> },
    ClockStep { by_ms: i64, passed: Option<bool> },
    Settle { passed: bool },
    MakeUp,
    Ask { name: String, kind: TurnKind, subject: Option<String> },
    Speak { speaker: Option<usize> },
    EndTurn,
    Yield { speaker: usize },
    Give { minutes: i32 },
    Limit { kind: TurnKind, minutes: u16 },
    Read,
}

/// Milliseconds from the midnight of the first day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Instant(i64);

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Value::deserialize(deserializer)?;
        let read = given.as_i64().or_else(|| instant(given.as_str()?));
        let wrong =
            || serde::de::Error::custom("an instant is HH:MM, HH:MM:SS or HH:MM:SS.mmm, or milliseconds");
        read.map(Self).ok_or_else(wrong)
    }
}

/// Minutes after midnight.
struct TimeOfDay(u16);

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Instant(at) = Instant::deserialize(deserializer)?;
        let minute = u16::try_from(at / MINUTE_MS).ok().filter(|minute| *minute < 1_440);
        minute.map(Self).ok_or_else(|| serde::de::Error::custom("a time of day is below 24:00"))
    }
}

fn instant(text: &str) -> Option<i64> {
    let (time, milliseconds) = match text.split_once('.') {
        Some((time, rest)) if rest.len() == 3 => (time, rest.parse::<u16>().ok()?),
        Some(_) => return None,
        None => (text, 0),
    };
    let parts: Vec<u16> = time.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (hours, minutes, seconds) = match parts.as_slice() {
        [hours, minutes] => (*hours, *minutes, 0),
        [hours, minutes, seconds] => (*hours, *minutes, *seconds),
        _ => return None,
    };
    if hours >= 240 || minutes >= 60 || seconds >= 60 {
        return None;
    }
    let seconds = i64::from(hours) * 3_600 + i64::from(minutes) * 60 + i64::from(seconds);
    Some(seconds * 1_000 + i64::from(milliseconds))
}

/// An instant as it is written.
fn told(moment: Moment) -> String {
    let (sign, value) = if moment.0 < 0 { ("-", moment.0.saturating_neg()) } else { ("", moment.0) };
    let (seconds, milliseconds) = (value / 1_000, value % 1_000);
    let time = format!("{sign}{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if milliseconds == 0 { time } else { format!("{time}.{milliseconds:03}") }
}

/// The midnight of the first day, from which every instant counts.
const MIDNIGHT: Moment = Moment(0);

/// A congress that is run by presses.
struct Hall {
    congress: Congress,
    records: u32,
    items: Vec<ItemId>,
    speakers: Vec<SpeakerId>,
}

impl Hall {
    fn with(agenda: GivenAgenda) -> Result<Self, String> {
        let founding = Founding {
            organisation: "Rundown".to_owned(),
            kind: CongressKind::CellCommittee,
            members: 100,
            date: NaiveDate::from_ymd_opt(2025, 1, 1).unwrap_or_default(),
            deadline: None,
            checklist: String::new(),
            agenda: agenda.template.clone().unwrap_or_default(),
            rules: RulesId::Party190,
            rehearsal: false,
            role: None,
        };
        let congress = Congress::found(&founding);
        let mut hall = Self { congress, records: 1, items: Vec::new(), speakers: Vec::new() };
        if agenda.template.is_none() {
            let rows: Vec<PlanRow> = agenda.items.iter().map(row).collect();
            let laid = lay_out(&rows, 0);
            let change = AgendaChange::Brought { items: laid.items, start: Some(laid.start) };
            hall.act(Moment(0), change.into()).map_err(|refusal| format!("agenda: {refusal:?}"))?;
        } else if hall.congress.agenda.items.is_empty() {
            return Err("agenda.template: there is no such template".to_owned());
        }
        hall.items = hall.congress.agenda.items.iter().map(|item| item.id.clone()).collect();
        let firm: Vec<_> =
            hall.items.iter().cloned().zip(agenda.items.iter().map(|item| item.firm)).collect();
        for (id, firm) in firm {
            if let Some(firm) = firm {
                let set = hall.act(Moment(0), AgendaChange::Firm { id, firm }.into());
                set.map_err(|refusal| format!("agenda: {refusal:?}"))?;
            }
        }
        Ok(hall)
    }

    fn act(&mut self, at: Moment, change: Change) -> Result<RecordId, Refusal> {
        self.congress.admit(&change)?;
        self.records += 1;
        let record = RecordId { device: DeviceId::from_random([0; 8]), seq: self.records };
        self.congress.apply(&record, at, &change);
        Ok(record)
    }

    fn item(&self, number: usize) -> Result<ItemId, Refusal> {
        number.checked_sub(1).and_then(|index| self.items.get(index)).cloned().ok_or(Refusal::Gone)
    }

    fn speaker(&self, number: usize) -> Result<SpeakerId, Refusal> {
        number.checked_sub(1).and_then(|index| self.speakers.get(index)).cloned().ok_or(Refusal::Gone)
    }

    fn number(&self, id: &ItemId) -> Option<usize> {
        self.items.iter().position(|item| item == id).map(|index| index + 1)
    }

    fn current(&self) -> Result<ItemId, Refusal> {
        self.congress.agenda.current.clone().ok_or(Refusal::NothingRunning)
    }

    fn press(&mut self, at: Moment, press: Press) -> Result<(), Refusal> {
        let agenda = &self.congress.agenda;
        let change: Change = match press {
            Press::Begin { item: Some(item) } => Change::ItemBegun { id: self.item(item)?, at },
            Press::Begin { item: None } | Press::Next => {
                Change::ItemBegun { id: agenda.next_item().ok_or(Refusal::Gone)?.id.clone(), at }
            }
            Press::Back => {
                Change::ItemBegun { id: agenda.previous_item().ok_or(Refusal::Gone)?.id.clone(), at }
            }
            Press::Pause => Change::Paused(at),
            Press::Resume => Change::Resumed(at),
            Press::Close => Change::Closed(at),
            Press::Extend { item, minutes } => {
                let id = item.map_or_else(|| self.current(), |item| self.item(item))?;
                Change::ItemExtended { id, minutes }
            }
            Press::Earlier { seconds } => {
                let item = agenda.current_item().ok_or(Refusal::NothingRunning)?;
                let begun = item.runs.last().ok_or(Refusal::NothingRunning)?.begun;
                Change::BegunEarlier { id: item.id.clone(), at: begun.plus(seconds.saturating_mul(-1_000)) }
            }
            Press::Minutes { item, minutes } => Change::ItemMinutes { id: self.item(item)?, minutes },
            Press::Move { item, before } => {
                let before = before.map(|before| self.item(before)).transpose()?;
                Change::ItemMoved { id: self.item(item)?, before }
            }
            Press::Add { title, minutes, before } => {
                let before = before.map(|before| self.item(before)).transpose()?;
                let record = self.act(at, Change::ItemAdded { item: NewItem { title, minutes }, before })?;
                self.items.push(ItemId::made_by(&record, 0));
                return Ok(());
            }
            Press::Ask { name, kind, subject } => {
                let speaker = NewSpeaker { name, kind, subject: subject.unwrap_or_default() };
                let record = self.act(at, AgendaChange::SpeakerAdded(speaker).into())?;
                self.speakers.push(SpeakerId::made_by(&record, 0));
                return Ok(());
            }
            other => self.agenda_press(at, other)?.into(),
        };
        self.act(at, change).map(|_| ())
    }

    fn agenda_press(&self, at: Moment, press: Press) -> Result<AgendaChange, Refusal> {
        let agenda = &self.congress.agenda;
        Ok(match press {
            Press::Skip { item } => AgendaChange::Skipped { id: self.item(item)?, skipped: true },
            Press::Unskip { item } => AgendaChange::Skipped { id: self.item(item)?, skipped: false },
            Press::CountTo { time } => {
                let until = time.map(|Instant(at)| Moment(at));
                AgendaChange::CountTo { id: self.current()?, until }
            }
            Press::Firm { item, firm } => AgendaChange::Firm { id: self.item(item)?, firm },
            Press::ClockStep { by_ms, passed } => {
                let passed = passed.unwrap_or_else(|| ClockStep::passes(by_ms));
                AgendaChange::ClockStep { at, by: by_ms, passed }
            }
            Press::Settle { passed } => {
                let step = agenda.steps.iter().rfind(|step| !step.settled).ok_or(Refusal::Gone)?;
                AgendaChange::StepSettled { at: step.at, passed }
            }
            Press::MakeUp => {
                let Proposal { trims, paper_minutes, .. } =
                    Proposal::of(agenda, MIDNIGHT, at, None).ok_or(Refusal::NoChange)?;
                AgendaChange::MadeUp { trims, paper_minutes }
            }
            Press::Speak { speaker } => {
                let next = || agenda.next_speaker().map(|speaker| speaker.id.clone()).ok_or(Refusal::Gone);
                let id = speaker.map_or_else(next, |speaker| self.speaker(speaker))?;
                AgendaChange::SpeakerBegun { id, at }
            }
            Press::End => AgendaChange::Ended(at),
            Press::EndTurn => AgendaChange::SpeakerEnded(at),
            Press::Yield { speaker } => {
                AgendaChange::SpeakerYielded { id: self.speaker(speaker)?, yielded: true }
            }
            Press::Give { minutes } => {
                let id = agenda.speaking.clone().ok_or(Refusal::NothingRunning)?;
                AgendaChange::SpeakerExtended { id, minutes }
            }
            Press::Limit { kind, minutes } => AgendaChange::SpeakingLimit { kind, minutes },
            _ => return Err(Refusal::Gone),
        })
    }

    fn reading(&self, now: Moment) -> Value {
        let agenda = &self.congress.agenda;
        let schedule = Schedule::at(agenda, MIDNIGHT, now, None);
        let programme = agenda.items.iter().zip(&schedule.slots).map(|(item, slot)| {
            json!({
                "item": self.number(&item.id),
                "planned": told(slot.planned),
                "expected": told(slot.expected),
                "allotted_ms": item.allotted(),
                "elapsed_ms": item.elapsed(now),
                "course": course(slot.course),
            })
        });
        let speaker = agenda.current_speaker().map(|speaker| {
            let reading = Reading::of_speaker(speaker, &agenda.speaking_minutes, now);
            json!({"name": speaker.name, "elapsed_ms": reading.elapsed, "left_ms": reading.left(), "phase": phase(reading.phase)})
        });
        let proposal = Proposal::of(agenda, MIDNIGHT, now, None).map(|proposal| {
            let trims = proposal
                .trims
                .iter()
                .map(|trim| json!({"item": self.number(&trim.item), "minutes": trim.minutes}));
            json!({
                "late_minutes": proposal.late,
                "planned_end": told(proposal.planned_end),
                "end": told(proposal.end),
                "papers": proposal.papers,
                "paper_minutes": proposal.paper_minutes,
                "trims": trims.collect::<Vec<_>>(),
            })
        });
        let current = agenda.current_item();
        let reading = current.map(|item| Reading::of(item, now));
        json!({
            "at": told(now),
            "item": current.and_then(|item| self.number(&item.id)),
            "elapsed_ms": reading.map(|reading| reading.elapsed),
            "allotted_ms": reading.map(|reading| reading.allotted),
            "left_ms": reading.map(|reading| reading.left()),
            "phase": reading.map(|reading| phase(reading.phase)),
            "paused": reading.is_some_and(|reading| reading.paused),
            "next": agenda.next_item().and_then(|item| self.number(&item.id)),
            "planned_end": told(schedule.planned_end),
            "expected_end": told(schedule.expected_end),
            "late_ms": schedule.late(),
            "remaining_ms": schedule.remaining,
            "waiting_ms": schedule.waiting,
            "speaker": speaker,
            "proposal": proposal,
            "programme": programme.collect::<Vec<_>>(),
        })
    }

    fn report(&self, now: Moment) -> Value {
        let report = TimeReport::at(&self.congress.agenda, MIDNIGHT, now);
        let rows = report.rows.iter().map(|row| {
            json!({
                "item": self.number(&row.item),
                "title": label(&row.title),
                "planned": told(row.planned),
                "minutes": row.minutes,
                "extra_minutes": row.extra_minutes,
                "begun": row.begun.map(told),
                "ended": row.ended.map(told),
                "used_ms": row.used,
                "over_ms": row.over(),
                "course": course(row.course),
            })
        });
        let totals = self.congress.agenda.speaking_totals(now);
        let speakers = totals
            .iter()
            .map(|total| json!({"name": total.name, "turns": total.turns, "spoken_ms": total.spoken}));
        json!({"report": {
            "planned_begin": told(report.planned_begin),
            "planned_end": told(report.planned_end),
            "begun": report.begun.map(told),
            "closed": report.closed.map(told),
            "planned_ms": report.planned_ms(),
            "used_ms": report.used(),
            "rows": rows.collect::<Vec<_>>(),
            "speakers": speakers.collect::<Vec<_>>(),
        }})
    }
}

fn row(item: &GivenItem) -> PlanRow {
    PlanRow {
        title: item.title.clone(),
        presenter: item.presenter.clone().unwrap_or_default(),
        start: item.start.as_ref().map(|TimeOfDay(minute)| *minute),
        end: item.end.as_ref().map(|TimeOfDay(minute)| *minute),
        minutes: item.minutes,
        sitting: item.session.clone(),
        kind: item.kind,
    }
}

fn label(label: &Label) -> &str {
    match label {
        Label::Template(text) => text.vi(),
        Label::Typed(text) => text,
    }
}

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Running => "running",
        Phase::LastMinute => "last_minute",
        Phase::Overtime => "overtime",
    }
}

fn course(course: Course) -> &'static str {
    match course {
        Course::Past => "past",
        Course::Current => "current",
        Course::Ahead => "ahead",
        Course::Skipped => "skipped",
    }
}

/// Runs one rundown and writes what it shows; true when nothing was refused.
pub fn run(input: &str, mut output: impl Write) -> io::Result<bool> {
    let mut line = |value: &Value| writeln!(output, "{value}");
    let given: Rundown = match serde_json::from_str(input) {
        Ok(given) => given,
        Err(error) => {
            line(&json!({"error": error.to_string()}))?;
            return Ok(false);
        }
    };
    let mut hall = match Hall::with(given.agenda) {
        Ok(hall) => hall,
        Err(error) => {
            line(&json!({"error": error}))?;
            return Ok(false);
        }
    };
    let mut readings = given.readings;
    readings.sort();
    let mut readings = readings.into_iter().peekable();
    let mut clean = true;
    let mut latest = Moment(0);
    for (number, GivenPress { at, press }) in (1..).zip(given.presses) {
        while let Some(Instant(reading)) = readings.next_if(|reading| *reading < at) {
            line(&hall.reading(Moment(reading)))?;
        }
        latest = Moment(at.0);
        if matches!(press, Press::Read) {
            line(&hall.reading(latest))?;
        } else if let Err(refusal) = hall.press(latest, press) {
            clean = false;
            line(&json!({"at": told(latest), "press": number, "refused": format!("{refusal:?}")}))?;
        }
    }
    for Instant(reading) in readings {
        latest = latest.max(Moment(reading));
        line(&hall.reading(Moment(reading)))?;
    }
    if given.report {
        line(&hall.report(latest))?;
    }
    Ok(clean)
}

fn main() -> ExitCode {
    let mut input = String::new();
    let read = io::stdin().lock().read_to_string(&mut input);
    match read.and_then(|_| run(&input, io::stdout().lock())) {
        Ok(clean) => ExitCode::from(u8::from(!clean)),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Where even this cannot be written, the exit code still tells.
            let _ = writeln!(io::stderr(), "rundown: {error}");
            ExitCode::FAILURE
        }
    }
}
