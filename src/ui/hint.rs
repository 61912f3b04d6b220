//! A word to whoever comes to one of the three main jobs for the first time on this device; it does not come back.

use super::frame::Section;
use super::widgets::{Icon, say};
use super::{session, words};
use crate::congress::Topic;
use crate::route::Route;
use crate::ui::markup::prelude::*;

/// The hint of a section, with the way to its chapter of the guide.
#[component]
pub(super) fn Hint(section: Section) -> impl IntoView {
    let session = session();
    let words = words();
    let text = match section {
        Section::Prepare => words.frame.hint_prepare,
        Section::Run => words.frame.hint_run,
        Section::Count => words.frame.hint_count,
        Section::More => return ().view(),
    };
    let chapter = section.chapter();
    // A device that was handed a part has one job, whose page says what to do.
    let seen = session.preferences_now().hinted.iter().any(|hinted| hinted == chapter);
    if seen || session.role().is_some() {
        return ().view();
    }
    // What the console's hint asks for is done once the congress has begun.
    let in_place = Memo::new(move |_| {
        let begun = |congress: &crate::congress::Congress| congress.agenda.has_begun();
        section != Section::Run || session.read(&Topic::Agenda, begun) != Some(true)
    });
    if !in_place.get_untracked() {
        return ().view();
    }
    session.prefer(|preferences| preferences.hinted.push(chapter.to_owned()));
    let open = RwSignal::new(true);
    view! {
        <Show when=move || open.get() && in_place.get()>
            <div class="notice hint noprint" id="hint">
                <Icon name="i-book" />
                <p>
                    {say(text)} " "
                    <a href=Route::Guide(chapter.to_owned()).href() target="so-tay-dai-hoi-huong-dan">
                        {words.frame.guide}
                    </a>
                </p>
                <button class="btn btn--link" on:click=move |_| open.set(false)>
                    {words.frame.hint_close}
                </button>
            </div>
        </Show>
    }
}
