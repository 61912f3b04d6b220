//! Ballot by ballot: one line to type in, the line that is read back, and the ballot as it lies on the table.

use super::numpad::Numpad;
use super::{Table, of_pass};
use crate::congress::election::ballots::{CountedBallot, Names, Reading};
use crate::congress::election::desk::entry::{self, Slip};
use crate::congress::id::PassId;
use crate::congress::{Congress, DeskChange, Topic};
use crate::platform::page;
use crate::session::Pace;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, Icon};
use crate::ui::{session, words};
use web_sys::KeyboardEvent;

/// Ballots that stay in sight after they were entered.
const LATEST: usize = 5;

/// A ballot that was entered, with its number from 1.
type Numbered = (usize, CountedBallot, Reading);

/// What the line holds while it is typed.
type Line = Result<(CountedBallot, Reading), Slip>;

/// The line that is typed, and what becomes of it.
#[derive(Clone, Copy)]
pub(super) struct Keys {
    table: StoredValue<Table>,
    pass: StoredValue<PassId>,
    /// What is typed.
    pub(super) text: RwSignal<String>,
    /// Whether Enter was pressed on a ballot that does not count, and is waited for once more.
    asked: RwSignal<bool>,
    /// The number of the ballot that is corrected.
    correcting: RwSignal<Option<usize>>,
    /// The ballots returned, once as many are entered.
    pub(super) full: Memo<Option<u32>>,
    /// The same, once Enter was pressed on the empty line and recorded nothing.
    told: RwSignal<Option<u32>>,
    latest: Memo<Option<Vec<Numbered>>>,
    line: Memo<Line>,
}

/// The ballots entered last, the latest first.
fn latest_of(pass: PassId, pace: Pace) -> Memo<Option<Vec<Numbered>>> {
    of_pass(pass, pace, |pass, _| {
        let numbered = pass.ballots.iter().enumerate().rev().take(LATEST);
        numbered.map(|(at, entered)| (at + 1, entered.ballot, entered.reading)).collect()
    })
}

/// The ballots returned, where no fewer are entered in a pass.
fn full(congress: &Congress, pass: &PassId) -> Option<u32> {
    let sheet = congress.sheet_of(pass)?;
    let returned = sheet.collected.filter(|returned| *returned > 0)?;
    let entered = sheet.desk.pass(pass)?.figures(sheet.form().as_ref()).entered();
    (entered >= returned).then_some(returned)
}

impl Keys {
    fn of(table: &Table, pass: &PassId) -> Self {
        let session = session();
        let text = RwSignal::new(String::new());
        let latest = latest_of(pass.clone(), Pace::AtOnce);
        let form = table.form;
        let line = Memo::new(move |_| {
            let text = text.get();
            let read = session.glance(|congress| {
                let rules = congress.ballot_rules()?;
                let read = entry::read(&text, &form, rules);
                Some(read.map(|ballot| (ballot, form.read(rules, &ballot))))
            });
            read.flatten().unwrap_or_else(|| Err(Slip::Unknown(String::new())))
        });
        let (round, own) = (Topic::Round(table.round.clone()), pass.clone());
        let full = Memo::new(move |_| {
            session.follow(&round);
            let topic = Topic::Pass(own.clone());
            session.read_at(&topic, Pace::Behind, |congress| full(congress, &own)).flatten()
        });
        Self {
            table: StoredValue::new(table.clone()),
            pass: StoredValue::new(pass.clone()),
            text,
            asked: RwSignal::new(false),
            correcting: RwSignal::new(None),
            full,
            told: RwSignal::new(None),
            latest,
            line,
        }
    }

    fn last(&self) -> usize {
        self.latest.with(|latest| latest.as_ref().and_then(|latest| latest.first()).map_or(0, |(at, ..)| *at))
    }

    /// The number of the ballot that is being typed.
    fn number(&self) -> usize {
        self.correcting.get().unwrap_or_else(|| self.last() + 1)
    }

    /// The look of the button that records: the main one, until all are entered.
    pub(super) fn main(&self, look: &str) -> String {
        if self.full.get().is_some() { look.to_owned() } else { format!("{look} btn--main") }
    }

    /// What stands beside the line: the number of the ballot that is typed, or that all are entered.
    fn head(&self) -> String {
        let rests = self.text.with(String::is_empty) && self.correcting.get().is_none();
        match self.full.get().filter(|_| rests) {
            Some(returned) => words().all_there(returned),
            None => words().ballot_number(self.number()),
        }
    }

    /// Records the ballot. Once all are entered an empty line is none, so that no Enter too many makes one. One that does not count waits for a second Enter, so that no slip makes it one.
    pub(super) fn enter(&self) {
        let Ok((ballot, reading)) = self.line.get_untracked() else { return };
        if self.text.with_untracked(|text| text.trim().is_empty())
            && self.correcting.get_untracked().is_none()
            && let Some(returned) =
                session().glance(|congress| full(congress, &self.pass.get_value())).flatten()
        {
            self.told.set(Some(returned));
            return;
        }
        if matches!(reading, Reading::Invalid(_)) && ballot.seen.is_none() && !self.asked.get_untracked() {
            self.asked.set(true);
            return;
        }
        let pass = self.pass.get_value();
        let change = match self.correcting.get_untracked() {
            None => DeskChange::Ballot { pass, ballot },
            Some(number) => {
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                DeskChange::BallotCorrected { pass, number, ballot: Some(ballot) }
            }
        };
        if session().record_at_desk(change) {
            self.clear();
        }
    }

    /// Takes the last ballot back into the line.
    pub(super) fn take_back(&self) {
        let last = self.latest.get_untracked().and_then(|latest| latest.first().copied());
        let Some((number, ballot, _)) = last else { return };
        let typed = self.typed(&ballot);
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let change = DeskChange::BallotCorrected { pass: self.pass.get_value(), number, ballot: None };
        if session().record_at_desk(change) {
            self.clear();
            self.text.set(typed);
        }
    }

    fn correct(&self, number: usize, ballot: &CountedBallot) {
        self.correcting.set(Some(number));
        self.text.set(self.typed(ballot));
        self.asked.settle(false);
        self.told.settle(None);
        page::focus("ballot-line");
    }

    fn typed(&self, ballot: &CountedBallot) -> String {
        let form = self.table.with_value(|table| table.form);
        let typed = session().glance(|congress| Some(entry::write(ballot, &form, congress.ballot_rules()?)));
        typed.flatten().unwrap_or_default()
    }

    /// Empties the line.
    pub(super) fn clear(&self) {
        self.correcting.settle(None);
        self.asked.settle(false);
        self.told.settle(None);
        self.text.set(String::new());
    }

    /// Adds to the line, as a key of the pad does.
    pub(super) fn add(&self, key: &str) {
        self.asked.settle(false);
        self.told.settle(None);
        self.text.update(|text| text.push_str(key));
    }

    /// A key in the line; true when it was understood as a command.
    fn press(&self, event: &KeyboardEvent) -> bool {
        match event.key().as_str() {
            "Enter" => self.enter(),
            "-" if self.text.with_untracked(String::is_empty)
                && self.correcting.get_untracked().is_none() =>
            {
                self.take_back();
            }
            "Escape" => self.clear(),
            _ => return false,
        }
        true
    }

    fn read_back(&self, number: usize, ballot: &CountedBallot, reading: Reading) -> String {
        let words = words();
        let form = self.table.with_value(|table| table.form);
        let said = session()
            .glance(|congress| Some(words.read_back(ballot, reading, &form, congress.ballot_rules()?)));
        format!("{}: {}", words.ballot_number(number), said.flatten().unwrap_or_default())
    }
}

/// The entry of single ballots.
#[component]
pub(super) fn Ballots(table: Table, pass: PassId) -> impl IntoView {
    let words = words();
    let w = words.desk;
    let keys = Keys::of(&table, &pass);
    let head = Memo::new(move |_| keys.head());
    let label = if table.strikes() { w.strike_label } else { w.against_label };
    let wrong = Memo::new(move |_| {
        keys.line.with(|line| matches!(line, Err(slip) if !matches!(slip, Slip::Reason { .. })))
    });
    effect(move || page::focus("ballot-line"));
    view! {
        <div class="entry">
            <label for="ballot-line">
                <b>{move || head.get()}</b>
                <span>{move || if keys.correcting.get().is_some() { w.correcting } else { label }}</span>
            </label>
            <input
                class="field num"
                id="ballot-line"
                type="text"
                inputmode="none"
                autocomplete="off"
                enterkeyhint="done"
                aria-describedby="read-back"
                aria-invalid=move || wrong.get().then_some("true")
                prop:value=move || keys.text.get()
                on:input=move |event| {
                    keys.asked.settle(false);
                    keys.told.settle(None);
                    keys.text.set(event_target_value(&event));
                }
                on:keydown=move |event: KeyboardEvent| {
                    if keys.press(&event) {
                        event.prevent_default();
                    }
                }
            />
            <button class=move || keys.main("btn") on:click=move |_| keys.enter()>
                {w.record}
                <kbd>"Enter"</kbd>
            </button>
        </div>
        <ReadBack keys=keys names=table.names.len() />
        <Reasons keys=keys />
        <Paper keys=keys table=table.clone() />
        <Numpad keys=keys names=table.names.len() />
        <KeySheet strikes=table.strikes() names=table.names.len() />
        <Latest keys=keys />
    }
}

/// The line for the checker: the ballot as it is understood, or what is not.
#[component]
fn ReadBack(keys: Keys, names: usize) -> impl IntoView {
    let words = words();
    // While nothing is typed, the ballot entered last is read back.
    let said = Memo::new(move |_| {
        let typing =
            keys.text.with(|text| !text.is_empty()) || keys.asked.get() || keys.correcting.get().is_some();
        let latest = keys.latest.get().and_then(|latest| latest.first().copied());
        if let Some(returned) = keys.told.get() {
            return ("ok", words.nothing_recorded(returned));
        }
        match (typing, keys.line.get(), latest) {
            (true, Err(slip @ Slip::Reason { .. }), _) => ("wait", words.slip(&slip, names)),
            (true, Err(slip), _) => ("bad", words.slip(&slip, names)),
            (true, Ok((ballot, reading)), _) => {
                let said = keys.read_back(keys.number(), &ballot, reading);
                let tail = if keys.asked.get() { format!(". {}", words.desk.again) } else { String::new() };
                (look(reading), format!("{said}{tail}"))
            }
            (false, _, Some((number, ballot, reading))) => {
                (look(reading), keys.read_back(number, &ballot, reading))
            }
            (false, _, None) => ("none", words.desk.nothing_yet.to_owned()),
        }
    });
    // Followed as a whole: with each ballot only the words change.
    let line = move || {
        let (look, text) = said.get();
        let icon = match look {
            "ok" => "m-done",
            "wait" => "m-wait",
            "bad" => "m-bad",
            _ => "m-none",
        };
        view! {
            <p class="read" id="read-back" role="status" data-look=look>
                <Icon name=icon />
                <span>{text}</span>
            </p>
        }
    };
    line.view()
}

fn look(reading: Reading) -> &'static str {
    match reading {
        Reading::Valid => "ok",
        Reading::Invalid(_) => "bad",
        Reading::Open(_) => "wait",
    }
}

/// The reasons to choose from, once the key for invalid or doubtful was pressed.
#[component]
fn Reasons(keys: Keys) -> impl IntoView {
    let words = words();
    let asked = Memo::new(move |_| {
        keys.line.with(|line| match line {
            Err(Slip::Reason { doubtful, .. }) => Some(*doubtful),
            _ => None,
        })
    });
    let list = move |doubtful: bool| {
        let cases = session().glance(|congress| {
            let rules = congress.ballot_rules()?;
            Some(if doubtful { entry::doubtful_reasons(rules) } else { entry::invalid_reasons(rules) })
        });
        let line = move |(at, case)| {
            let digit = format!("{}", at + 1);
            let typed = digit.clone();
            view! {
                <li>
                    <button class="btn" on:click=move |_| {
                        // Whatever stood behind the key gives way to the chosen number.
                        keys.text.update(|text| {
                            let end = text.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
                            text.truncate(end);
                        });
                        keys.add(&typed);
                        page::focus("ballot-line");
                    }>
                        <kbd>{digit}</kbd>
                        {words.ballot_case(case)}
                    </button>
                </li>
            }
        };
        let lines = cases.flatten().unwrap_or_default().into_iter().enumerate().map(line).collect_view();
        view! { <ul class="reasonkeys" id="reason-keys">{lines}</ul> }
    };
    (move || asked.get().map(list)).view()
}

/// The ballot as it lies on the table: who is struck, who is kept.
#[component]
fn Paper(keys: Keys, table: Table) -> impl IntoView {
    let strikes = table.strikes();
    let none = table.form.all_but(Names::NONE);
    // While nothing is typed, the ballot entered last stays on the table, as it stays in the line that is read back.
    let shown = Memo::new(move |_| {
        let rests = keys.text.with(String::is_empty) && keys.correcting.get().is_none();
        let last = || keys.latest.with(|latest| Some(latest.as_ref()?.first()?.1.ballot));
        let typed = || keys.line.with(|line| line.as_ref().map_or(none, |(ballot, _)| ballot.ballot));
        if rests && !keys.asked.get() { last().unwrap_or_else(typed) } else { typed() }
    });
    let w = words().desk;
    let names = table.names.len();
    let marks = Memo::new(move |_| {
        let ballot = shown.get();
        // 0 kept, 1 struck or against, 2 neither or both
        let mark = |at| match (ballot.kept.has(at), ballot.against.has(at)) {
            (true, false) => 0_u8,
            (false, against) if against || strikes => 1,
            _ => 2,
        };
        (0..names).map(mark).collect::<Vec<_>>()
    });
    let line = |((at, name), mark): ((usize, &String), RwSignal<u8>)| {
        let name = name.clone();
        move || {
            let (class, icon, said) = match (mark.get(), strikes) {
                (0, true) => ("", "m-keep", w.kept),
                (0, false) => ("", "m-keep", w.agreed),
                (1, true) => ("cut", "m-cut", w.struck),
                (1, false) => ("cut", "m-cut", w.opposed),
                _ => ("off", "m-cut", w.not_counted),
            };
            view! {
                <li class=class>
                    <span class="n num">{at + 1}</span>
                    <span class="who"><span>{name.as_str()}</span></span>
                    <span class="say">
                        <Icon name=icon />
                        {said}
                    </span>
                </li>
            }
        }
    };
    view! {
        <div class="ballot" id="ballot">
            <p class="ballot__cap">{table.caption.clone()}</p>
            <ol>{table.names.iter().enumerate().zip(apart(marks, names)).map(line).collect::<Vec<_>>()}</ol>
        </div>
    }
}

/// What can be typed, with numbers that the list has.
#[component]
fn KeySheet(strikes: bool, names: usize) -> impl IntoView {
    let words = words();
    let w = words.desk;
    let (first, second) = if names < 5 { (1, names.min(3)) } else { (3, 5) };
    let mut lines = Vec::new();
    if names > 1 {
        lines.push((format!("{first} {second}"), words.key_two(strikes, first, second)));
    }
    if names > 3 {
        lines.push(("2-4".to_owned(), words.key_range(strikes, 2, 4)));
    }
    let fixed = [("−", w.key_back), ("K", w.key_invalid), ("N", w.key_doubtful)];
    lines.extend(fixed.map(|(key, what)| (key.to_owned(), what.to_owned())));
    if !strikes {
        lines.push((format!("T{second}"), words.key_blank(second)));
    }
    let line = |(key, what): (String, String)| view! { <span><kbd>{key}</kbd>{what}</span> };
    view! { <p class="keys">{lines.into_iter().map(line).collect_view()}</p> }
}

/// The ballots entered last, each to be corrected. Followed as a whole: with each ballot the rows stay and their words
/// change.
#[component]
fn Latest(keys: Keys) -> impl IntoView {
    let words = words();
    let w = words.desk;
    // They give way to the new one.
    let lines = latest_of(keys.pass.get_value(), Pace::Behind);
    let line = move |(number, ballot, reading): Numbered| {
        let said = keys.read_back(number, &ballot, reading);
        let (head, said) = said.split_once(": ").unwrap_or(("", &said));
        let named = format!("{} {number}", w.correct);
        view! {
            <li data-look=look(reading)>
                <span class="num">{head.to_owned()}</span>
                <span>{said.to_owned()}</span>
                <button class="btn btn--link" aria-label=named on:click=move |_| keys.correct(number, &ballot)>
                    {w.correct}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || lines.with(|lines| lines.as_ref().is_some_and(|lines| !lines.is_empty()))>
            <Head title=w.latest.to_owned() />
        </Show>
        <ul class="lastb" id="latest">
            {move || lines.get().unwrap_or_default().into_iter().map(line).collect::<Vec<_>>()}
        </ul>
    }
}
