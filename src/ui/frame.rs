//! The frame round every place: whose congress, the places, the save light, and what is to be told.

use super::data::{ConflictsTold, Offer};
use super::hint::Hint;
use super::widgets::{Book, Icon};
use super::{session, words};
use crate::congress::id::RecordId;
use crate::congress::moment::MINUTE_MS;
use crate::congress::role::Role;
use crate::congress::{Moment, Topic};
use crate::platform::{clock, files, storage};
use crate::route::{Place, Route};
use crate::session::{Notice, SaveState};
use crate::ui::markup::prelude::*;
use crate::words::Words;

/// The places of the frame.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Prepare.
    Prepare,
    /// Run.
    Run,
    /// Count.
    Count,
    /// Everything else.
    More,
}

impl Section {
    /// The chapter of the guide that tells about it.
    pub(super) fn chapter(self) -> &'static str {
        match self {
            Self::Prepare => "chuan-bi",
            Self::Run => "dieu-hanh",
            Self::Count => "kiem-phieu",
            Self::More => "sao-luu",
        }
    }
}

/// The address of a place in the open congress.
pub(super) fn href(place: Place) -> String {
    let open = session().congress();
    open.map_or_else(|| Route::Start.href(), |id| Route::Congress(id, place).href())
}

/// The frame.
#[component]
pub(super) fn Frame(section: Section, children: Children) -> impl IntoView {
    let words = words();
    let shows_hall = !matches!(session().role(), Some(Role::Counter { .. }));
    view! {
        <a class="skip" href="#main" on:click=skip>
            {words.frame.skip}
        </a>
        <header class="bar">
            <Who />
            <Places section=section />
            <div class="bar__end">
                {shows_hall.then(|| view! {
                    <a class="hall-link" href=href(Place::Hall) target="so-tay-dai-hoi-hall" title=words.frame.hall_opens>
                        <Icon name="i-screen" />
                        {words.frame.hall}
                    </a>
                })}
                <Undo />
                <SaveLight />
            </div>
        </header>
        <Rehearsal />
        <Follower />
        <LossTold />
        <ConflictsTold />
        <main class="page" id="main" tabindex="-1">
            <Hint section=section />
            {children()}
            <p class="guided noprint">
                // In a window of its own, so that what runs here goes on.
                <a href=Route::Guide(section.chapter().to_owned()).href() target="so-tay-dai-hoi-huong-dan">
                    {words.frame.guide_of}
                </a>
            </p>
        </main>
        <div class="toast-place">
            <Offer />
            <Toast />
        </div>
    }
}

/// Moves the focus to the main content. The address stays: it names the place.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    crate::platform::page::focus("main");
}

#[component]
fn Who() -> impl IntoView {
    let session = session();
    let words = words();
    let details = move || {
        session
            .read(&Topic::Details, |congress| {
                let details = &congress.details;
                (
                    details.organisation.clone(),
                    words.congress_line(&details.ordinal, &words.date(details.date)),
                )
            })
            .unwrap_or_default()
    };
    let details = Memo::new(move |_| details());
    view! {
        <a class="bar__who" href=Route::Start.href()>
            <Book />
            <span class="bar__name">
                <b>{move || details.get().0}</b>
                <span>{move || details.get().1}</span>
            </span>
        </a>
    }
}

#[component]
fn Places(section: Section) -> impl IntoView {
    let words = words();
    let role = session().role();
    let more = if role.is_some() { Place::Data } else { Place::Documents };
    let places = [
        (Section::Prepare, Place::Tasks, "i-list", words.frame.prepare),
        (Section::Run, Place::Run, "i-clock", words.frame.run),
        (Section::Count, Place::Count, "i-box", words.frame.count),
        (Section::More, more, "i-more", words.frame.more),
    ];
    view! {
        <nav class="places" aria-label=words.frame.places>
            {places
                .into_iter()
                .filter(|(of, ..)| has(role.as_ref(), *of))
                .map(|(of, place, icon, name)| {
                    view! {
                        <a href=href(place) aria-current=(of == section).then_some("page")>
                            <Icon name=icon />
                            {name}
                        </a>
                    }
                })
                .collect_view()}
        </nav>
    }
}

/// Whether a device with a part has these places; with the whole congress it has all.
fn has(role: Option<&Role>, section: Section) -> bool {
    match role {
        None => true,
        Some(Role::Counter { .. }) => matches!(section, Section::Count | Section::More),
        Some(Role::Hall { .. }) => matches!(section, Section::Run | Section::More),
    }
}

/// Takes back the latest change; the toast offers it again.
#[component]
fn Undo() -> impl IntoView {
    let session = session();
    let w = words().frame;
    view! {
        <button class="undo" aria-label=w.undo title=w.undo on:click=move |_| session.undo()>
            <Icon name="i-undo" />
        </button>
    }
}

/// The save light: colour, shape and word.
///
/// What it says while all is well stands in the page from the beginning, and the style shows the one or the other: this
/// changes with every press, and a place must not be laid out anew for it. `data-saved` says at once that something
/// waits; no style knows it, so that the browser has nothing to look at again. `data-slow` says that it waits for longer
/// than a moment, which alone the eye is told.
#[component]
fn SaveLight() -> impl IntoView {
    let session = session();
    let words = words();
    let trouble = move |state: &SaveState| match state {
        SaveState::Saved(_) | SaveState::Saving { .. } => None,
        SaveState::OneCopy => Some(words.copies.one_copy),
        SaveState::Nowhere if !storage::is_kept() => Some(words.frame.saved_memory),
        SaveState::Nowhere => Some(words.frame.not_saved),
    };
    // What is wrong, and the minute of the last keeping. The light turns with every press, these seldom.
    let seldom_of = move |state: &SaveState| {
        let last = match state {
            SaveState::Saved(at) | SaveState::Saving { last: at, .. } => *at,
            SaveState::OneCopy | SaveState::Nowhere => None,
        };
        (trouble(state), last.map(|at| at.0.div_euclid(MINUTE_MS)))
    };
    let seldom = RwSignal::new(untrack(|| seldom_of(&session.save_state())));
    let (is_ill, seen, kept) =
        (Seen::<bool>::nothing(), Seen::<SaveState>::nothing(), Seen::<Option<RecordId>>::nothing());
    let seeing = {
        let (is_ill, seen, kept) = (is_ill.clone(), seen.clone(), kept.clone());
        looking(move || {
            let state = session.save_state();
            seldom.settle(seldom_of(&state));
            is_ill.see(trouble(&state).is_some()) | seen.see(state) | kept.see(session.kept())
        })
    };
    let troubled =
        |well: &'static str, ill: &'static str| is_ill.tell(move |is_ill| if *is_ill { ill } else { well });
    let state = seen.tell(|state| match state {
        SaveState::Saved(_) => "ok",
        SaveState::Saving { .. } => "wait",
        SaveState::OneCopy | SaveState::Nowhere => "bad",
    });
    let slow = seen.tell(|state| matches!(state, SaveState::Saving { slow: true, .. }).then_some("true"));
    let last = move || {
        let (_, minute) = seldom.get();
        minute.map_or_else(String::new, |minute| format!(" {}", time(Moment(minute * MINUTE_MS))))
    };
    let press = move |event: leptos::ev::MouseEvent| {
        // Under a red light the press does at once what the light asks for.
        if seldom.get_untracked().0.is_some() {
            event.prevent_default();
            session.download();
        }
    };
    let well = move || {
        view! {
            <span class="save__done">
                <Icon name="m-done" />
                <span>{words.frame.saved} <span class="wide num">{last}</span></span>
            </span>
            <span class="save__wait"><Icon name="m-wait" /> <span>{words.copies.saving}</span></span>
        }
    };
    let ill = move |said: &'static str| {
        view! { <span><Icon name="m-bad" /> <span>{said}</span></span> }
    };
    view! {
        <a
            together=seeing
            class=troubled("save", "save save--bad")
            data-saved=state
            data-slow=slow
            data-kept=kept.tell(|kept| kept.as_ref().map(RecordId::to_string))
            href=href(Place::Data)
            title=troubled(words.frame.save_hint, words.copies.download_now)
            on:click=press
        >
            <span role="status" aria-live=troubled("off", "assertive")>
                {move || match seldom.get().0 {
                    Some(said) => ill(said).into_any(),
                    None => well().into_any(),
                }}
            </span>
        </a>
    }
}

/// A time of day by this device's clock.
pub(super) fn time(at: Moment) -> String {
    let (hours, minutes) = clock::time_of(at);
    Words::time_of_day(hours, minutes)
}

/// The mark of a rehearsal, on every place and on every paper.
#[component]
pub(super) fn Rehearsal() -> impl IntoView {
    let session = session();
    let words = words();
    let is_one = Memo::new(move |_| {
        session.read(&Topic::Details, |congress| congress.details.rehearsal).unwrap_or_default()
    });
    view! {
        <Show when=move || is_one.get()>
            <p class="rehearsal" id="rehearsal">{words.frame.rehearsal}</p>
        </Show>
    }
}

/// The notice of a window that only follows. It waits a moment, because the lock is usually granted at once.
#[component]
fn Follower() -> impl IntoView {
    let session = session();
    let words = words();
    let since = session.glance(|_| clock::now()).unwrap_or_default();
    let waiting = Memo::new(move |_| !session.is_writer() && session.now().since(since) > 1000);
    view! {
        <Show when=move || waiting.get()>
            <div class="follower" role="status">
                <Icon name="m-late" />
                <p>{words.frame.following}</p>
                <button class="btn" on:click=move |_| session.take_over()>
                    {words.copies.take_over}
                </button>
            </div>
        </Show>
    }
}

/// What opening the congress could not read: stays until somebody says that it was understood.
#[component]
fn LossTold() -> impl IntoView {
    let session = session();
    let words = words();
    move || {
        session.loss().map(|loss| {
            let text = words.loss(loss.left_out.len(), &loss.lost);
            let save = move |_| {
                files::download("so-tay-dai-hoi_loi.txt", "text/plain", &loss.raw());
            };
            view! {
                <div class="follower loss" role="alert">
                    <Icon name="m-bad" />
                    <p>{text}</p>
                    <button class="btn" on:click=save>
                        {words.copies.loss_download}
                    </button>
                    <button class="btn btn--link" on:click=move |_| session.dismiss_loss()>
                        {words.copies.understood}
                    </button>
                </div>
            }
        })
    }
}

/// What is to be told, once, at the foot of the window.
#[component]
fn Toast() -> impl IntoView {
    let session = session();
    let words = words();
    let text = move |notice: &Notice| match notice {
        Notice::Refused(refusal) => words.refusal(refusal),
        Notice::NotYet => words.frame.not_yet.to_owned(),
        Notice::Follows => words.frame.follows.to_owned(),
        Notice::Undone => words.frame.undone.to_owned(),
        Notice::Redone => words.frame.redone.to_owned(),
        Notice::NothingToUndo => words.frame.nothing_to_undo.to_owned(),
        Notice::UnsealAsked => words.frame.unseal_asked.to_owned(),
    };
    let refused = move || session.notice().is_some_and(|notice| notice.is_refusal());
    let undone = move || session.notice() == Some(Notice::Undone);
    let unsealing = move || session.notice() == Some(Notice::UnsealAsked);
    let follows = move || session.notice() == Some(Notice::Follows);
    view! {
        <div role="status" aria-live="polite">
            {move || {
                session
                    .notice()
                    .map(|notice| {
                        view! {
                            <div class="toast" data-refused=refused().then_some("true")>
                                <p>{text(&notice)}</p>
                                <Show when=undone>
                                    <button class="btn" on:click=move |_| session.redo()>
                                        {words.frame.redo}
                                    </button>
                                </Show>
                                <Show when=unsealing>
                                    <button class="btn" on:click=move |_| session.unseal()>
                                        {words.frame.unseal}
                                    </button>
                                </Show>
                                <Show when=follows>
                                    <button class="btn" on:click=move |_| session.take_over()>
                                        {words.copies.take_over}
                                    </button>
                                </Show>
                                <button class="btn btn--link" on:click=move |_| session.dismiss()>
                                    {words.frame.close}
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
