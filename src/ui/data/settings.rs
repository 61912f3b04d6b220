//! How this device shows things; not part of any congress.

use crate::session::{Preferences, Theme};
use crate::ui::keys::HelpSheet;
use crate::ui::markup::prelude::*;
use crate::ui::widgets::{Head, TextField};
use crate::ui::{session, words};
use crate::words::Language;

/// Language, theme, shortcuts, and who sits here.
#[component]
pub(super) fn Settings() -> impl IntoView {
    let session = session();
    let words = words();
    let w = words.data;
    // Looked up now: within the press there is no owner to ask.
    let sheet = use_context::<HelpSheet>();
    let open_keys = move |_| {
        if let Some(HelpSheet(open)) = sheet {
            open.set(true);
        }
    };
    let desk = Signal::derive(move || session.preferences().desk);
    let set_desk = Callback::new(move |name: String| {
        session.prefer(|preferences| preferences.desk = crate::congress::people::name::clean_name(&name));
    });
    view! {
        <Head title=w.settings.to_owned() />
        <Choice
            name=w.language
            choices=vec![(Language::Vietnamese.own_name(), Apply(|p| p.language = Language::Vietnamese)), (Language::English.own_name(), Apply(|p| p.language = Language::English))]
            chosen=Signal::derive(move || match session.preferences().language {
                Language::Vietnamese => 0,
                Language::English => 1,
            })
        />
        <Choice
            name=w.theme
            choices=vec![
                (w.theme_system, Apply(|p| p.theme = None)),
                (w.theme_light, Apply(|p| p.theme = Some(Theme::Light))),
                (w.theme_dark, Apply(|p| p.theme = Some(Theme::Dark))),
            ]
            chosen=Signal::derive(move || match session.preferences().theme {
                None => 0,
                Some(Theme::Light) => 1,
                Some(Theme::Dark) => 2,
            })
        />
        <Choice
            name=w.shortcuts
            choices=vec![(w.on, Apply(|p| p.shortcuts = true)), (w.off, Apply(|p| p.shortcuts = false))]
            chosen=Signal::derive(move || usize::from(!session.preferences().shortcuts))
        />
        <p>
            <button class="btn btn--link" on:click=open_keys>
                {words.frame.keys}
                <kbd>"?"</kbd>
            </button>
        </p>
        <TextField id="desk" label=w.desk note=w.desk_note value=desk on_commit=set_desk />
    }
}

/// Sets one preference.
#[derive(Clone, Copy)]
struct Apply(fn(&mut Preferences));

#[component]
fn Choice(
    name: &'static str,
    choices: Vec<(&'static str, Apply)>,
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
                    .map(|(index, (text, Apply(set)))| {
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
