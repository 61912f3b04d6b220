//! Fields that keep a draft while somebody writes, and give it up when they leave or press Enter.

use super::Icon;
use crate::congress::agenda::paste::read_time;
use crate::platform::page;
use crate::ui::markup::prelude::*;
use crate::ui::words;
use crate::words::Words;
use leptos::ev::KeyboardEvent;

/// A labelled line of text.
#[component]
pub fn TextField(
    /// The id that ties label and field.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The value as recorded.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the written text when it differs from the recorded one.
    on_commit: Callback<String>,
    /// An example of what to write.
    #[prop(optional, into)]
    example: String,
    /// A line beneath the field.
    #[prop(optional, into)]
    note: String,
    /// Names offered while writing.
    #[prop(optional, into)]
    offers: Signal<Vec<String>>,
) -> impl IntoView {
    let list = format!("{id}-offers");
    let noted = (!note.is_empty()).then(|| format!("{id}-note"));
    view! {
        <div class="ask__field">
            <label for=id.clone()>{label}</label>
            <input
                class="field"
                id=id
                type="text"
                autocomplete="off"
                placeholder=example
                list=list.clone()
                aria-describedby=noted.clone()
                prop:value=move || value.get()
                on:change=move |event| {
                    let written = event_target_value(&event);
                    if written != value.get_untracked() {
                        on_commit.run(written);
                    }
                }
            />
            <datalist id=list>
                {move || offers.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
            </datalist>
            {noted.map(|id| view! { <p class="note" id=id>{note}</p> })}
        </div>
    }
}

/// A labelled line of text that is not recorded yet: what is written goes into a signal.
#[component]
pub fn DraftField(
    /// The id that ties label and field.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The text.
    text: RwSignal<String>,
    /// Names offered while writing.
    #[prop(optional)]
    offers: Vec<String>,
) -> impl IntoView {
    view! {
        <TextField
            id=id
            label=label
            value=Signal::derive(move || text.get())
            offers=Signal::stored(offers)
            on_commit=Callback::new(move |written| text.set(written))
        />
    }
}

/// A labelled time of day, always of 24 hours, whatever the system's language is. What is no time stays in sight with
/// its error, which names the field, and is not given up.
#[component]
pub fn TimeField(
    /// The id that ties label and field.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// Minutes after midnight as recorded.
    #[prop(into)]
    value: Signal<Option<u16>>,
    /// Called with the written time when it differs from the recorded one.
    on_commit: Callback<Option<u16>>,
    /// Whether the field may be left empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let words = words();
    let wrong = RwSignal::new(false);
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    let called = label.clone();
    let commit = move |text: String| {
        let minute = read_time(&text);
        let known = minute.is_some() || (optional && text.trim().is_empty());
        wrong.set(!known);
        if known && minute != value.get_untracked() {
            on_commit.run(minute);
        }
    };
    view! {
        <div class="ask__field timefield">
            <label for=id.clone()>{label}</label>
            <input
                class="field num"
                id=id
                type="text"
                autocomplete="off"
                placeholder="--:--"
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=move || wrong.get().then(|| described.clone())
                prop:value=move || value.get().map(Words::minute_of_day).unwrap_or_default()
                on:change=move |event| commit(event_target_value(&event))
            />
            {move || {
                wrong
                    .get()
                    .then(|| {
                        view! {
                            <p class="state" data-state="bad" role="alert" id=error_id.clone()>
                                <Icon name="m-late" />
                                {words.time_wrong(&called)}
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// A field for a whole number, or nothing. What is not a number stays in sight with its error, and is not given up.
#[component]
pub fn NumberField(
    /// The id.
    #[prop(into)]
    id: String,
    /// What a screen reader calls it; the visible label stands beside.
    #[prop(into)]
    name: String,
    /// The value as recorded.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// Called with the written number when it differs from the recorded one.
    on_commit: Callback<Option<u32>>,
    /// What to say about something that is no such number.
    #[prop(into)]
    error: String,
    /// The largest number.
    #[prop(default = 1_000_000)]
    most: u32,
    /// Whether the field can be written in.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// A selector for the row of fields that Enter walks through.
    #[prop(default = "")]
    walk: &'static str,
    /// Told whether what was written is no such number, where the error is shown elsewhere, under the field's id with
    /// `-error` behind it.
    #[prop(optional)]
    on_wrong: Option<Callback<bool>>,
) -> impl IntoView {
    let wrong = RwSignal::new(false);
    let set_wrong = move |is_wrong: bool| {
        wrong.set(is_wrong);
        if let Some(on_wrong) = on_wrong {
            on_wrong.run(is_wrong);
        }
    };
    let error_id = format!("{id}-error");
    let commit = move |text: String| {
        let text = text.trim();
        let number = if text.is_empty() { Ok(None) } else { text.parse::<u32>().map(Some) };
        match number {
            Ok(number) if number.is_none_or(|number| number <= most) => {
                set_wrong(false);
                if number != value.get_untracked() {
                    on_commit.run(number);
                }
            }
            _ => set_wrong(true),
        }
    };
    let walk_on = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !walk.is_empty() {
            event.prevent_default();
            page::focus_after(&event, walk);
        }
    };
    let described = error_id.clone();
    let called = name.clone();
    view! {
        <span class="numfield">
            <input
                class="field field--num num"
                id=id
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-label=name
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=move || wrong.get().then(|| described.clone())
                disabled=move || disabled.get()
                prop:value=move || value.get().map(|value| value.to_string()).unwrap_or_default()
                on:change=move |event| commit(event_target_value(&event))
                on:keydown=walk_on
            />
            {move || {
                (wrong.get() && on_wrong.is_none())
                    .then(|| {
                        view! {
                            <span class="numfield__error bad" role="alert" id=error_id.clone()>
                                {format!("{called}: {error}")}
                            </span>
                        }
                    })
            }}
        </span>
    }
}
