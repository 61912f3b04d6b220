//! How this device shows things; not part of any congress.

use crate::session::{Preferences, Theme};
use crate::ui::widgets::{Head, TextField};
use crate::ui::{session, words};
use crate::words::Language;
use leptos::prelude::*;

/// Language, theme, shortcuts, and who sits here.
#[component]
pub(super) fn Settings() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.data;
    let desk = Signal::derive(move || session.preferences().desk);
    let set_desk = Callback::new(move |name: String| {
        session.prefer(|preferences| preferences.desk = crate::congress::people::name::clean_name(&name));
    });
    view! {
        <Head title=w.settings.to_owned() />
        <Choice
            name=w.language
            choices=vec![(Language::Vietnamese.own_name(), Set(|p| p.language = Language::Vietnamese)), (Language::English.own_name(), Set(|p| p.language = Language::English))]
            chosen=Signal::derive(move || match session.preferences().language {
                Language::Vietnamese => 0,
                Language::English => 1,
            })
        />
        <Choice
            name=w.theme
            choices=vec![
                (w.theme_system, Set(|p| p.theme = None)),
                (w.theme_light, Set(|p| p.theme = Some(Theme::Light))),
                (w.theme_dark, Set(|p| p.theme = Some(Theme::Dark))),
            ]
            chosen=Signal::derive(move || match session.preferences().theme {
                None => 0,
                Some(Theme::Light) => 1,
                Some(Theme::Dark) => 2,
            })
        />
        <Choice
            name=w.shortcuts
            choices=vec![(w.on, Set(|p| p.shortcuts = true)), (w.off, Set(|p| p.shortcuts = false))]
            chosen=Signal::derive(move || usize::from(!session.preferences().shortcuts))
        />
        <TextField id="desk" label=w.desk note=w.desk_note value=desk on_commit=set_desk />
    }
}

/// Sets one preference.
#[derive(Clone, Copy)]
struct Set(fn(&mut Preferences));

#[component]
fn Choice(
    name: &'static str,
    choices: Vec<(&'static str, Set)>,
    #[prop(into)] chosen: Signal<usize>,
) -> impl IntoView {
    let session = session();
    view! {
        <div class="choice">
            <p class="choice__name">{name}</p>
            <div class="seg" role="group" aria-label=name>
                {choices
                    .into_iter()
                    .enumerate()
                    .map(|(index, (text, Set(set)))| {
                        view! {
                            <button
                                aria-pressed=move || (chosen.get() == index).to_string()
                                on:click=move |_| session.prefer(set)
                            >
                                {text}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        </div>
    }
}
