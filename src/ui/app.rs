//! The app: which place is shown, in which language.

use super::frame::{Frame, Section};
use super::keys::{HelpSheet, listen};
use super::places::{Arrival, Missing, Piece, Places};
use super::widgets::{Opening, Sprite};
use super::{afterwards, count, data, guide, overview, papers, prepare, reliance, run, start, words};
use crate::congress::id::CongressId;
use crate::congress::role::Role;
use crate::platform::{files, page};
use crate::route::{Place, Route};
use crate::session::{Opened, Session, VERSION};
use crate::ui::markup::prelude::*;

/// The app: the first page, and behind it every other place.
#[component]
pub(super) fn App() -> impl IntoView {
    let session = Session::start();
    provide_context(session);
    let places = Places::not_yet(session);
    provide_context(places);
    let route = RwSignal::new(Route::parse(&page::hash()));
    page::on_hash(move || {
        route.set(Route::parse(&page::hash()));
        page::to_top();
    });
    let help = RwSignal::new(false);
    provide_context(HelpSheet(help));
    // The first page stands alone where there is no congress to list.
    let alone = route.get_untracked() == Route::Start && !Session::has_congress();
    if alone {
        page::remove_shell();
    }
    places.load(alone);
    // Whoever writes on the first page must not see it drawn anew when the rest has come.
    let half = Memo::new(move |_| match (places.arrival(), route.get() == Route::Start) {
        (arrival, true) if alone || arrival == Arrival::Here => Half::First,
        (Arrival::Missing, _) => Half::Missing,
        _ => Half::Second,
    });
    view! {
        <Sprite />
        {places.draw(Piece::Attendance(route, help))}
        {move || {
            let words = session.words();
            provide_context(words);
            page::set_title(words.frame.app);
            view! {
                {move || match half.get() {
                    Half::First => view! { <start::Start /> },
                    Half::Second => places.draw(Piece::Shown(route)),
                    Half::Missing => view! { <Missing /> },
                }}
                {places.draw(Piece::Keys(help))}
            }
        }}
    }
}

/// Which half of the app is shown.
#[derive(Clone, Copy, PartialEq)]
enum Half {
    /// The first page.
    First,
    /// Any other place.
    Second,
    /// Another place was asked for, and cannot be had.
    Missing,
}

/// Begins what goes on for as long as the window lives: the shortcuts, and the congress that the address names.
pub(super) fn attend(session: Session, route: RwSignal<Route>, help: RwSignal<bool>) {
    page::remove_shell();
    session.attend();
    effect(move || {
        session.leave_place();
        match route.get() {
            Route::Congress(id, place) => session.open(&id, place != Place::Hall && !page::is_hall()),
            Route::Start | Route::DeviceTest | Route::Overview | Route::Guide(_) | Route::Unknown => {
                session.close();
            }
        }
    });
    listen(session, route, help);
}

/// The place that the address names.
#[component]
pub(super) fn Shown(route: RwSignal<Route>) -> impl IntoView {
    let session = super::session();
    // What is open follows the address a moment later; while they differ nothing is shown.
    let shown = Memo::new(move |_| match (route.get(), session.opened()) {
        // A window on the projector stays the hall screen, whatever address it is sent to.
        (Route::Congress(id, place), Opened::Congress(open)) if id == open => match session.role() {
            _ if page::is_hall() => Shows::Place(Place::Hall),
            Some(Role::Counter { .. }) if !of_part(&place) => Shows::Counter,
            Some(Role::Hall { .. }) if !of_part(&place) && place != Place::Hall => Shows::Place(Place::Run),
            _ => Shows::Place(place),
        },
        (Route::Congress(..), Opened::NotHere) => Shows::NotHere,
        (Route::Congress(..), Opened::Unreadable(id)) => Shows::Unreadable(id),
        (Route::Congress(..), Opened::Newer(version)) => Shows::Newer(version),
        (Route::Congress(id, _), Opened::Looking(open)) if id == open => Shows::Looking,
        // The first page stands in the first module.
        (Route::Congress(..) | Route::Start, _) => Shows::Nothing,
        (Route::DeviceTest, _) => Shows::DeviceTest,
        (Route::Overview, _) => Shows::Overview,
        (Route::Guide(chapter), _) => Shows::Guide(chapter),
        (Route::Unknown, _) => Shows::Unknown,
    });
    (move || match shown.get() {
        Shows::Nothing => ().view(),
        Shows::DeviceTest => view! { <reliance::Reliance /> },
        Shows::Overview => view! { <overview::OverviewPlace /> },
        Shows::Guide(chapter) => view! { <guide::Guide chapter=chapter /> },
        Shows::Place(place) => place_view(place),
        Shows::Counter => framed(Section::Count, view! { <count::CounterPlace /> }),
        Shows::NotHere => lost(words().frame.not_here_title, words().frame.not_here_note.to_owned()),
        Shows::Unknown => lost(words().frame.unknown_title, words().frame.unknown_note.to_owned()),
        Shows::Looking => view! { <p class="looking" role="status">{words().copies.looking}</p> },
        Shows::Unreadable(id) => view! { <Unreadable id=id /> },
        Shows::Newer(version) => lost(words().copies.newer_title, words().newer(version, VERSION)),
    })
    .view()
}

#[derive(Clone, PartialEq)]
enum Shows {
    Nothing,
    DeviceTest,
    Overview,
    Guide(String),
    Place(Place),
    Counter,
    NotHere,
    Looking,
    Unreadable(CongressId),
    Newer(u32),
    Unknown,
}

/// The places that a device has beside the one of its part.
fn of_part(place: &Place) -> bool {
    matches!(place, Place::Data | Place::Log)
}

fn framed(section: Section, view: AnyView) -> AnyView {
    view! { <Frame section=section>{view}</Frame> }
}

fn place_view(place: Place) -> AnyView {
    match place {
        Place::Hall => view! { <run::Hall /> },
        Place::Tasks => framed(Section::Prepare, view! { <prepare::Tasks /> }),
        Place::Drafts => framed(Section::Prepare, view! { <prepare::Drafts /> }),
        Place::Roll => framed(Section::Prepare, view! { <prepare::RollPlace /> }),
        Place::Programme => framed(Section::Prepare, view! { <prepare::Programme /> }),
        Place::Particulars => framed(Section::Prepare, view! { <prepare::Particulars /> }),
        Place::Run => framed(Section::Run, view! { <run::Console /> }),
        Place::Count => framed(Section::Count, view! { <count::Rounds /> }),
        Place::Round(id) => framed(Section::Count, view! { <count::RoundPlace id=id /> }),
        Place::Documents => framed(Section::More, view! { <papers::Documents /> }),
        Place::Paper(paper) => framed(Section::More, papers::paper(paper)),
        Place::Afterwards => framed(Section::More, view! { <afterwards::Afterwards /> }),
        Place::Data => framed(Section::More, view! { <data::Data /> }),
        Place::Log => framed(Section::More, view! { <data::Log /> }),
    }
}

/// A page for an address that leads nowhere.
fn lost(title: &'static str, note: String) -> AnyView {
    let words = words();
    view! {
        <main class="page" id="main">
            <Opening eyebrow=words.frame.app.to_owned() sentence=title.to_owned()>
                <a class="btn btn--main" href=Route::Start.href()>
                    {words.frame.unknown_back}
                </a>
            </Opening>
            <p class="lead">{note}</p>
        </main>
    }
}

/// A congress whose records cannot be read: nothing is touched, and the bytes can be taken away.
#[component]
fn Unreadable(id: CongressId) -> impl IntoView {
    let session = super::session();
    let words = words();
    let download = move |_| {
        files::download(&format!("so-tay-dai-hoi_{id}.txt"), "text/plain", &session.raw());
    };
    view! {
        <main class="page" id="main">
            <Opening eyebrow=words.frame.app.to_owned() sentence=words.frame.unreadable_title.to_owned()>
                <button class="btn btn--main" on:click=download>
                    {words.frame.unreadable_download}
                </button>
            </Opening>
            <p class="lead">{words.frame.unreadable_note}</p>
            <p class="row">
                <data::ImportFile label=words.data.import />
            </p>
            <p>
                <a href=Route::Start.href()>{words.frame.unknown_back}</a>
            </p>
        </main>
    }
}
