//! Each block of a paper on the screen, as it will come out of the printer.

use super::reword::Reword;
use crate::documents::{
    Align, BallotForm, Bar, Block, CodePicture, Heading, Piece, Signature, Source, Stage, Text, WallGroup,
    Wording,
};
use crate::route::Place;
use crate::ui::frame::href;
use crate::ui::markup::prelude::*;
use crate::ui::prepare::timeline;
use crate::ui::run::width;
use crate::ui::widgets::CodePoints;
use crate::ui::words;

/// The four corners of the first lines.
pub(super) fn heading(heading: Heading) -> AnyView {
    view! {
        <header class="paper__head">
            <div>
                <p>{heading.superior}</p>
                <p>
                    <b>{heading.organisation}</b>
                </p>
                {heading.star.then(|| view! { <p>"*"</p> })}
            </div>
            <div>
                <p>
                    <b class=if heading.motto.is_empty() { "paper__party" } else { "" }>{heading.party}</b>
                </p>
                {(!heading.motto.is_empty()).then(|| view! { <p><b class="paper__party">{heading.motto}</b></p> })}
                <p>
                    <i>{heading.place_date}</i>
                </p>
            </div>
        </header>
    }
}

/// Everything below the heading; a line that a form words can be worded otherwise while `rewording`.
pub(super) fn blocks(
    form: &str,
    blocks: Vec<Block>,
    wordings: Vec<Option<Wording>>,
    rewording: RwSignal<bool>,
) -> Vec<AnyView> {
    let wordings = wordings.into_iter().chain(std::iter::repeat(None));
    let reworded = |block: Block, wording: Option<Wording>| match (block, wording) {
        (block, Some(wording)) => {
            let text = match &block {
                Block::Title(text)
                | Block::Subject(text)
                | Block::Head(text)
                | Block::Annex(text)
                | Block::Line(text) => Some(text.clone()),
                // All ballots are alike; what is worded is how to vote.
                Block::Ballots(forms) => forms.first().map(|form| form.how.clone()),
                _ => None,
            };
            let reword = text.map(|text| {
                view! { <Reword form=form.to_owned() text=text wording=wording rewording=rewording /> }
            });
            view! {
                {self::block(block)}
                {reword}
            }
        }
        (block, None) => self::block(block),
    };
    blocks.into_iter().zip(wordings).map(|(block, wording)| reworded(block, wording)).collect()
}

/// A text, its figures with the way to where they come from.
fn said(text: Text) -> Vec<AnyView> {
    let words = words();
    let piece = |piece: Piece| match piece.figure().cloned() {
        None => piece.text.view(),
        Some(source) => {
            let told = words.comes_from(source.name(&words));
            view! { <a class="fig" href=href(place(source)) title=told>{piece.text}</a> }
        }
    };
    text.0.into_iter().map(piece).collect()
}

fn place(source: Source) -> Place {
    match source {
        Source::Particulars => Place::Particulars,
        Source::Roll => Place::Roll,
        Source::Programme => Place::Programme,
        Source::Drafts => Place::Drafts,
        Source::Run => Place::Run,
        Source::Round(id) => Place::Round(id),
        Source::Rounds => Place::Count,
        Source::Afterwards => Place::Afterwards,
        Source::Log => Place::Log,
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Title(text) => view! { <h2 class="paper__title">{said(text)}</h2> },
        Block::Subject(text) => view! { <p class="paper__subject">{said(text)}</p> },
        Block::Head(text) => view! { <h3 class="paper__sub">{said(text)}</h3> },
        Block::Annex(text) => view! { <h3 class="paper__sub paper__annex">{said(text)}</h3> },
        Block::Line(text) => view! { <p class="paper__line">{said(text)}</p> },
        Block::Bars(bars) => {
            view! { <ul class="paper__bars">{bars.into_iter().map(bar).collect_view()}</ul> }
        }
        Block::Timeline(picture) => timeline(picture),
        Block::Wall(groups) => {
            view! { <div class="wall">{groups.into_iter().map(wall).collect_view()}</div> }
        }
        Block::Stage(plan) => stage(plan),
        Block::Ballots(forms) => {
            view! { <div class="ballots">{forms.into_iter().map(ballot).collect_view()}</div> }
        }
        Block::Codes(pictures) => {
            view! { <div class="codes">{pictures.into_iter().map(code).collect_view()}</div> }
        }
        Block::Signatures(signatures) => {
            let alone = (signatures.len() == 1).then(|| view! { <div></div> });
            let signatures = signatures.into_iter().map(signature).collect_view();
            view! { <div class="paper__signs">{alone} {signatures}</div> }
        }
        Block::Table { columns, rows } => {
            let aligns: Vec<&str> = columns.iter().map(|column| align(column.align)).collect();
            let heads = columns.into_iter().map(|column| {
                view! {
                    <th scope="col" data-align=align(column.align)>
                        {said(column.title)}
                    </th>
                }
            });
            let heads = heads.collect_view();
            let rows = rows.into_iter().map(|row| {
                let cells = row
                    .into_iter()
                    .zip(&aligns)
                    .map(|(cell, align)| view! { <td data-align=*align>{said(cell)}</td> });
                view! { <tr>{cells.collect_view()}</tr> }
            });
            let rows = rows.collect_view();
            view! {
                <table class="paper__table">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }
        }
    }
}

fn bar(bar: Bar) -> AnyView {
    view! {
        <li>
            <span>{bar.name}</span>
            <span class="bars" aria-hidden="true">
                <span class="bars__planned" style:width=width(bar.planned)></span>
                <span class="bars__used" data-over=bar.over.to_string() style:width=width(bar.used)></span>
            </span>
        </li>
    }
}

/// A phase on the wall.
fn wall(group: WallGroup) -> AnyView {
    let tasks = group.tasks.into_iter().map(|task| {
        view! {
            <li data-settled=task.settled.to_string()>
                <b>{if task.settled { "☑" } else { "☐" }}</b>
                <span class="num">{task.due}</span>
                <span>{task.title} {(!task.who.is_empty()).then(|| view! { <i>{task.who}</i> })}</span>
            </li>
        }
    });
    view! {
        <section>
            <h3>{group.title}</h3>
            <ul>{tasks.collect_view()}</ul>
        </section>
    }
}

/// A ballot.
fn ballot(form: BallotForm) -> AnyView {
    let heads = form.boxes.clone().into_iter().map(|name| view! { <th scope="col">{name}</th> });
    let heads = heads.collect_view();
    let rows = form.names.into_iter().zip(1..).map(|(name, number): (String, usize)| {
        let boxes = form.boxes.iter().map(|_| view! { <td></td> });
        view! {
            <tr>
                <td>{number.to_string()}</td>
                <td>{name}</td>
                {boxes.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="slip">
            <p>{form.organisation}</p>
            <h3>{form.title}</h3>
            <p>
                <i>{said(form.how)}</i>
            </p>
            <table class="paper__table">
                <thead>
                    <tr>
                        <th scope="col">{form.number}</th>
                        <th scope="col">{form.name}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="slip__stamp">{form.stamp}</p>
        </section>
    }
}

/// A QR code with its caption.
fn code(picture: CodePicture) -> AnyView {
    view! {
        <figure>
            <CodePoints rows=picture.rows name=picture.name.clone() />
            <figcaption>{picture.name}</figcaption>
        </figure>
    }
}

/// The stage, seen from the floor.
fn stage(plan: Stage) -> AnyView {
    let title = plan.backdrop.into_iter().map(|line| view! { <p>{line}</p> });
    let pieces = plan.pieces.into_iter().map(|(row, column, name)| {
        view! {
            <span style:grid-row=row.to_string() style:grid-column=column.to_string()>{name}</span>
        }
    });
    view! {
        <figure class="stage">
            <p class="stage__top">{plan.top}</p>
            <p class="stage__wing">{plan.left}</p>
            <div class="stage__back">
                <div class="stage__title">{title.collect_view()}</div>
                <div class="stage__pieces">{pieces.collect_view()}</div>
            </div>
            <p class="stage__wing">{plan.right}</p>
            <figcaption>{plan.floor}</figcaption>
        </figure>
    }
}

fn signature(signature: Signature) -> AnyView {
    let role =
        signature.role.split('\n').map(|line| view! { <p><b>{line.to_owned()}</b></p> }).collect_view();
    let names = signature.names().map(|name| view! { <p class="paper__name">{name}</p> }).collect_view();
    view! { <div>{role} {names}</div> }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Right => "right",
        Align::Center => "center",
    }
}
