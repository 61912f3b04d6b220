//! A QR code, drawn.

use crate::ui::markup::prelude::*;

/// A path of the dark points, with the quiet margin that readers want; `rows` has `1` for a dark point.
#[component]
pub fn CodePoints(rows: Vec<String>, #[prop(into)] name: String) -> impl IntoView {
    let points = rows.iter().zip(4..).flat_map(|(row, y): (_, usize)| {
        row.match_indices('1').map(move |(x, _)| format!("M{} {y}h1v1h-1z", x + 4))
    });
    let path: String = points.collect();
    let width = rows.len() + 8;
    view! {
        <svg class="code-points" viewBox=format!("0 0 {width} {width}") shape-rendering="crispEdges" role="img" aria-label=name>
            <path d=path></path>
        </svg>
    }
}
