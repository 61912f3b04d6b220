//! Sổ tay Đại hội: a congress carried from the first task to the archived minutes, in one offline page.
//!
//! The folders are the architecture; the arrows point at what a folder may name:
//!
//! ```text
//! main → ui → session → journal → congress
//!         │      └────→ platform, signals
//!         ├──→ words (Vietnamese, English)
//!         └──→ route, documents, overview, codes
//! ```
//!
//! `codes`, `congress`, `journal`, `overview`, `documents`, `words` and `route` are pure: no browser, no clock, no storage. Instants and
//! ids come in as values. `tests/layers.rs` reads the source files and holds this.

pub mod codes;
pub mod congress;
pub mod documents;
pub mod journal;
pub mod overview;
pub mod route;
pub mod words;

#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod platform;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod session;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod signals;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod ui;
