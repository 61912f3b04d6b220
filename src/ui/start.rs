//! The start: four questions, the congresses on this device, a backup file.

use super::data::{Bring, BringButtons, PrintButton};
use super::frame::time;
use super::places::{Arrival, Piece, Press, places};
use super::widgets::{Book, Icon, say};
use super::{session, words};
use crate::congress::agenda::template::AgendaTemplate;
use crate::congress::checklist::Checklist;
use crate::congress::checklist::template::{ChecklistTemplate, DEFAULT_CHECKLIST};
use crate::congress::election::RuleProfile;
use crate::congress::people::Roll;
use crate::congress::people::name::clean_name;
use crate::congress::people::paste::read_list;
use crate::congress::role::Role;
use crate::congress::{Change, CongressKind, Detail, Founding};
use crate::platform::{clock, page, storage, update};
use crate::route::{Place, Route};
use crate::session::{Session, Summary};
use crate::ui::markup::prelude::*;
use crate::words::date::read_date;
use crate::words::{LIST_SIGNS, Language, Words};
use chrono::{Days, NaiveDate};

/// The people of the sample congress, invented.
const SAMPLE_ROLL: &str = include_str!("../../data/samples/roll.txt");

/// Days from today to the sample congress: near enough that some tasks are late and some are to come.
const SAMPLE_DAYS: u64 = 17;

/// The start page.
#[component]
pub(super) fn Start() -> impl IntoView {
    let words = words();
    let places = places();
    let w = words.start;
    view! {
        <div class="start">
            <header class="start__cover">
                <Book />
                <p class="start__name">{words.frame.app}</p>
                <div class="double"></div>
                <p class="start__line">
                    {w.cover_1} <br /> {w.cover_2} <br /> {w.cover_3}
                </p>
                <ul>
                    <li>{w.point_offline}</li>
                    <li>{w.point_data}</li>
                    <li>{w.point_decide}</li>
                </ul>
                <Turn />
            </header>
            <main class="start__form" id="main">
                <Update />
                <Show when=|| !storage::is_kept()>
                    <p class="notice notice--warn">{w.unsupported}</p>
                </Show>
                <Show when=move || places.arrival() == Arrival::Missing>
                    <p class="notice notice--warn" id="rest-missing" role="alert">
                        {say(words.frame.rest_missing)} " " {words.frame.rest_missing_note}
                    </p>
                </Show>
                {places.draw(Piece::Congresses)}
                <Questions />
            </main>
        </div>
    }
}

/// The other language, the other theme, and the file to carry along.
#[component]
fn Turn() -> impl IntoView {
    let session = session();
    let words = words();
    let turn_language = move |_| {
        session.prefer(|preferences| {
            preferences.language = match preferences.language {
                Language::Vietnamese => Language::English,
                Language::English => Language::Vietnamese,
            };
        });
    };
    let hosted = page::protocol().starts_with("http");
    view! {
        <div class="start__turn">
            <button class="btn" lang=words.language.pick("en", "vi") on:click=turn_language>
                {words.start.language}
            </button>
            <button class="btn btn--link" on:click=move |_| super::keys::turn_theme(session)>
                <Icon name="i-sun" />
                {words.start.theme}
            </button>
            <a class="start__file" href=Route::Guide(String::new()).href()>
                {words.frame.guide}
            </a>
            <a class="start__file" href=Route::DeviceTest.href()>
                {words.reliance.title}
            </a>
            <a class="start__file" href=Route::Overview.href()>
                {words.overview.start_link}
            </a>
            <Show when=move || hosted>
                <a class="start__file" href="so-tay-dai-hoi.html" download="so-tay-dai-hoi.html">
                    {words.start.single_file}
                </a>
            </Show>
        </div>
    }
}

/// A newer version takes over here, where no congress is open, and nowhere else.
#[component]
fn Update() -> impl IntoView {
    let w = words().start;
    let waits = RwSignal::new(false);
    update::if_waiting(move || waits.set(true));
    view! {
        <Show when=move || waits.get()>
            <p class="notice row">
                {w.update}
                <button class="btn" on:click=|_| update::take_over()>
                    {w.update_do}
                </button>
            </p>
        </Show>
    }
}

/// The congresses on this device.
#[component]
pub(super) fn Congresses() -> impl IntoView {
    let session = session();
    let words = words();
    let congresses = move || session.congresses();
    view! {
        <Show when=move || !congresses().is_empty()>
            <section class="here" aria-label=words.start.here>
                <h2>{words.start.here}</h2>
                {move || congresses().first().and_then(|latest| resume(&words, latest))}
                <ul>
                    {move || congresses().iter().map(|summary| here_line(&words, summary)).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

/// The button that goes on with a congress; `None` where its name cannot be read.
fn resume(words: &Words, summary: &Summary) -> Option<AnyView> {
    let name = format!("{}: {}", words.start.resume, summary.organisation.as_ref()?);
    let href = Route::Congress(summary.id.clone(), Place::Tasks).href();
    Some(view! {
        <p>
            <a class="btn btn--main" href=href>
                {name}
            </a>
        </p>
    })
}

fn here_line(words: &Words, summary: &Summary) -> AnyView {
    let name = summary.organisation.clone().unwrap_or_else(|| words.frame.unreadable_title.to_owned());
    let name = if summary.rehearsal { format!("{name} ({})", words.frame.rehearsal_short) } else { name };
    let name = match &summary.role {
        Some(Role::Counter { .. }) => format!("{name} · {}", words.part.counting),
        Some(Role::Hall { .. }) => format!("{name} · {}", words.part.hall_screen),
        None => name,
    };
    let date = summary.date.map(|date| words.date(date)).unwrap_or_default();
    let day = words.day(clock::day_of(summary.changed));
    let changed = format!("{} {day} {}", words.start.last_saved, time(summary.changed));
    view! {
        <li>
            <a href=Route::Congress(summary.id.clone(), Place::Tasks).href()>
                <b>{name}</b>
                <span class="num">{date}</span>
                <span class="note num">{changed}</span>
            </a>
        </li>
    }
}

/// What has been answered so far.
#[derive(Clone, Copy)]
pub(super) struct Answers {
    organisation: RwSignal<String>,
    members: RwSignal<String>,
    kind: RwSignal<Option<CongressKind>>,
    date: RwSignal<String>,
    deadline: RwSignal<String>,
}

impl Answers {
    fn members(self) -> Option<u32> {
        self.members.get().trim().parse().ok().filter(|members| (3..=100_000).contains(members))
    }

    /// The kind chosen by hand, else the one that the number of members makes (Charter: a committee from nine on).
    fn kind(self) -> CongressKind {
        self.kind.get().unwrap_or_else(|| match self.members() {
            Some(members) if members < 9 => CongressKind::CellNoCommittee,
            _ => CongressKind::CellCommittee,
        })
    }

    /// The founding, or the question that still needs an answer: the field and what to say.
    fn founding(self, words: Words) -> Result<Founding, (&'static str, &'static str)> {
        let organisation = clean_name(&self.organisation.get());
        if organisation.is_empty() {
            return Err(("q-organisation", words.start.needs_organisation));
        }
        let members = self.members().ok_or(("q-members", words.start.needs_members))?;
        let date = read_date(&self.date.get()).ok_or(("q-date", words.start.needs_date))?;
        let deadline = self.deadline.get();
        let deadline = if deadline.trim().is_empty() {
            None
        } else {
            let after = read_date(&deadline).filter(|deadline| *deadline >= date);
            Some(after.ok_or(("q-deadline", words.start.deadline_first))?)
        };
        Ok(founding(organisation, self.kind(), members, date, deadline))
    }
}

fn founding(
    organisation: String,
    kind: CongressKind,
    members: u32,
    date: NaiveDate,
    deadline: Option<NaiveDate>,
) -> Founding {
    Founding {
        organisation,
        kind,
        members,
        date,
        deadline,
        checklist: DEFAULT_CHECKLIST.to_owned(),
        agenda: AgendaTemplate::default_for(kind).map(|agenda| agenda.id.clone()).unwrap_or_default(),
        rules: RuleProfile::default_for(date),
        rehearsal: false,
        role: None,
    }
}

/// Which answer is wrong: the field, and what to say.
pub(super) type Wrong = RwSignal<Option<(&'static str, &'static str)>>;

/// Founds a congress from the answers, or tells what is wrong with them.
pub(super) fn found(session: Session, answers: Answers, wrong: Wrong) {
    match answers.founding(session.words_now()) {
        Ok(founding) => open(&session.found(founding, Vec::new())),
        Err(missing) => {
            wrong.set(Some(missing));
            page::focus(missing.0);
        }
    }
}

/// The four questions.
#[component]
fn Questions() -> impl IntoView {
    let words = words();
    let answers = Answers {
        organisation: RwSignal::new(String::new()),
        members: RwSignal::new(String::new()),
        kind: RwSignal::new(None),
        date: RwSignal::new(String::new()),
        deadline: RwSignal::new(String::new()),
    };
    let error: Wrong = RwSignal::new(None);
    let places = places();
    let bring = Bring::nothing();
    let printed = RwSignal::new(false);
    let found = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        places.press(Press::Found(answers, error));
    };
    view! {
        <form on:submit=found novalidate>
            <h1>{if Session::has_congress() { words.start.title_again } else { words.start.title }}</h1>
            <Ask number="1" id="q-organisation" label=words.start.organisation error=error>
                <input
                    class="field field--say"
                    id="q-organisation"
                    autocomplete="organization"
                    placeholder=words.start.organisation_example
                    prop:value=move || answers.organisation.get()
                    on:input=move |event| answers.organisation.set(event_target_value(&event))
                />
            </Ask>
            <MembersAsk answers=answers error=error />
            <div class="pair">
                <DateAsk number="3" id="q-date" label=words.start.date example=words.start.date_example value=answers.date error=error />
                <DateAsk number="4" id="q-deadline" label=words.start.deadline example=words.start.deadline_example value=answers.deadline error=error />
            </div>
            {places.draw(Piece::Sum(answers))}
            <div class="start__end">
                <button class="btn btn--main" type="submit">
                    {words.start.found}
                    <Icon name="i-arrow" />
                </button>
                <button class="btn" type="button" on:click=move |_| places.press(Press::Sample)>
                    {words.start.sample}
                </button>
                <BringButtons bring=bring label=words.start.open_file />
                <PrintButton open=printed />
                {places.draw(Piece::Brought(bring))}
                {places.draw(Piece::FromPrint(printed))}
            </div>
        </form>
    }
}

/// One question with its number, its label, and what is wrong with the answer.
#[component]
fn Ask(
    number: &'static str,
    id: &'static str,
    label: &'static str,
    error: Wrong,
    children: Children,
) -> impl IntoView {
    let wrong = move || error.get().filter(|(field, _)| *field == id).map(|(_, why)| why);
    // Whoever writes in the field has heard the message.
    let heard = move |_| {
        if wrong().is_some() {
            error.set(None);
        }
    };
    view! {
        <div class="ask" data-wrong=move || wrong().is_some().to_string() on:input=heard>
            <span class="ask__n">{number}</span>
            <div>
                <label for=id>{label}</label>
                {children()}
                {move || wrong().map(|why| view! { <p class="ask__error bad" role="alert">{why}</p> })}
            </div>
        </div>
    }
}

#[component]
fn MembersAsk(answers: Answers, error: Wrong) -> impl IntoView {
    let words = words();
    let kinds = [
        CongressKind::CellCommittee,
        CongressKind::CellNoCommittee,
        CongressKind::GrassrootsMembers,
        CongressKind::GrassrootsDelegates,
    ];
    let choose = move |event| {
        let chosen = event_target_value(&event);
        answers.kind.set(kinds.into_iter().find(|kind| words.kind(*kind) == chosen));
    };
    view! {
        <Ask number="2" id="q-members" label=words.start.members error=error>
            <div class="ask__row">
                <input
                    class="field num"
                    id="q-members"
                    inputmode="numeric"
                    autocomplete="off"
                    prop:value=move || answers.members.get()
                    on:input=move |event| answers.members.set(event_target_value(&event))
                />
                <select class="field" aria-label=words.start.kind on:change=choose>
                    {kinds
                        .map(|kind| {
                            let selected = move || answers.kind() == kind;
                            view! {
                                <option value=words.kind(kind) prop:selected=selected>
                                    {words.kind(kind)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </div>
            <p class="note">{move || words.kind_hint(answers.kind())}</p>
        </Ask>
    }
}

/// A question for a day; what was understood stands beneath, in words.
#[component]
fn DateAsk(
    number: &'static str,
    id: &'static str,
    label: &'static str,
    example: &'static str,
    value: RwSignal<String>,
    error: Wrong,
) -> impl IntoView {
    let words = words();
    let today = clock::today();
    let understood = move || {
        read_date(&value.get())
            .map(|date| format!("{}, {}", words.weekday(date), words.days_away((date - today).num_days())))
            .unwrap_or_default()
    };
    view! {
        <Ask number=number id=id label=label error=error>
            <input
                class="field num"
                id=id
                inputmode="text"
                autocomplete="off"
                placeholder=example
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            <p class="note">{understood}</p>
        </Ask>
    }
}

/// What the answers will make, as soon as there is a day.
#[component]
pub(super) fn Sum(answers: Answers) -> impl IntoView {
    let words = words();
    let sum = move || {
        let date = read_date(&answers.date.get())?;
        let kind = answers.kind();
        let checklist = Checklist::from_template(ChecklistTemplate::by_id(DEFAULT_CHECKLIST)?, kind, date);
        let first = checklist.tasks().iter().filter_map(|task| task.due).min()?;
        let last = checklist.tasks().iter().filter_map(|task| task.due).max()?;
        let agenda = AgendaTemplate::default_for(kind)?;
        let clock = |minutes: u16| Words::time_of_day(u32::from(minutes) / 60, u32::from(minutes) % 60);
        let (start, end) = (clock(agenda.start), clock(agenda.end()));
        Some(words.founding_sum(checklist.tasks().len(), &words.day(first), &words.day(last), &start, &end))
    };
    (move || sum().map(|sum| view! { <p class="start__sum">{say(&sum)}</p> })).view()
}

fn open(id: &crate::congress::id::CongressId) {
    page::go(&Route::Congress(id.clone(), Place::Tasks).href());
}

/// Founds the sample congress: a cell with its roll, so that every place has something to show.
pub(super) fn found_sample(session: Session) {
    let words = session.words_now();
    let lines = read_list(SAMPLE_ROLL, &LIST_SIGNS, &Roll::default());
    let people: Vec<_> = lines.into_iter().filter_map(|line| line.person.ok()).collect();
    let full =
        people.iter().filter(|person| person.standing == crate::congress::people::Standing::Full).count();
    let date = clock::today().checked_add_days(Days::new(SAMPLE_DAYS)).unwrap_or_default();
    let members = u32::try_from(full).unwrap_or_default();
    let kind = CongressKind::CellCommittee;
    let founding = founding(words.start.sample_organisation.to_owned(), kind, members, date, None);
    // Nobody takes it for a real congress, and no gate stands in the way of trying it.
    let founding = Founding { rehearsal: true, ..founding };
    let first = vec![Change::PeopleAdded(people), Change::Detail(Detail::Ordinal("V".to_owned()))];
    open(&session.found(founding, first));
}
