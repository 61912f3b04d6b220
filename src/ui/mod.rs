//! Under construction.

/// Puts the app on the page.
pub fn mount() {
    leptos::mount::mount_to_body(|| leptos::prelude::view! { <p>"Sổ tay Đại hội"</p> });
}
