//! `view!` in the syntax of Leptos, made into calls of the app's own `ui::markup`.
//!
//! Leptos's own macro makes a type for each element, and the compiler then makes the whole machinery of building,
//! updating and removing anew for each type: that was most of the app's weight. Here every element is the same type.
//! Only what the app uses is understood: elements with attributes, `class:`, `style:`, `prop:`, `on:`, `inner_html`,
//! `inner_text`, `together` and `node_ref`; components with properties, children and `let:`. Anything else is an error
//! at its place.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement, NodeName};
use rstml::{Infallible, Parser, ParserConfig};
use syn::spanned::Spanned as _;
use syn::{Error, Expr, Lit, Stmt};

/// A view: the value is an `AnyView` of Leptos, and goes wherever Leptos takes a view.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let nodes = Parser::new(ParserConfig::default()).parse_simple(tokens);
    nodes.and_then(|nodes| one_view(&nodes)).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// One view of some nodes that stand beside each other.
fn one_view(nodes: &[Node<Infallible>]) -> syn::Result<TokenStream> {
    let children = children(nodes)?;
    match children.as_slice() {
        [child] => Ok(quote! { crate::ui::markup::Child::view(#child) }),
        _ => Ok(quote! { crate::ui::markup::several() #(.child(#children))* .view() }),
    }
}

/// What stands for each node, as a child of what is around it.
fn children(nodes: &[Node<Infallible>]) -> syn::Result<Vec<TokenStream>> {
    nodes.iter().filter(|node| !matches!(node, Node::Comment(_))).map(child).collect()
}

fn child(node: &Node<Infallible>) -> syn::Result<TokenStream> {
    match node {
        Node::Element(node) if is_component(node.name()) => component(node),
        Node::Element(node) => element(node),
        Node::Block(NodeBlock::ValidBlock(block)) => Ok(match block.stmts.as_slice() {
            [Stmt::Expr(value, None)] => value.to_token_stream(),
            _ => block.to_token_stream(),
        }),
        Node::Text(text) => Ok(text.value.to_token_stream()),
        Node::RawText(text) => Ok(text.to_string_best().to_token_stream()),
        Node::Fragment(fragment) => one_view(&fragment.children),
        other => Err(Error::new(other.span(), "this kind of node is not used in this app")),
    }
}

/// Components are named like types, elements are not.
fn is_component(name: &NodeName) -> bool {
    match name {
        NodeName::Path(path) => {
            let segments = &path.path.segments;
            let capital = |name: &Ident| name.to_string().starts_with(|letter: char| letter.is_uppercase());
            segments.last().is_some_and(|last| segments.len() > 1 || capital(&last.ident))
        }
        _ => false,
    }
}

fn element(element: &NodeElement<Infallible>) -> syn::Result<TokenStream> {
    // `use` is a word of Rust, so Leptos writes `use_`.
    let tag = element.name().to_string();
    let tag = tag.trim_end_matches('_');
    let mut fixed = Vec::new();
    let mut settings = Vec::new();
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new(attribute.span(), "attributes in blocks are not used in this app"));
        };
        match fixed_text(attribute) {
            Some((name, text)) => fixed.push(quote! { (#name, #text) }),
            None => settings.push(setting(attribute)?),
        }
    }
    let children = children(&element.children)?;
    Ok(quote! {
        crate::ui::markup::element(#tag, &[#(#fixed),*]) #(#settings)* #(.child(#children))*
    })
}

/// An attribute that never changes: its name and its text.
fn fixed_text(attribute: &KeyedAttribute) -> Option<(String, String)> {
    let name = attribute.key.to_string();
    if name.contains(':') || matches!(name.as_str(), "inner_html" | "inner_text" | "together") {
        return None;
    }
    match attribute.value() {
        None => Some((name, String::new())),
        Some(Expr::Lit(literal)) => match &literal.lit {
            Lit::Str(text) => Some((name, text.value())),
            _ => None,
        },
        Some(_) => None,
    }
}

fn setting(attribute: &KeyedAttribute) -> syn::Result<TokenStream> {
    let key = attribute.key.to_string();
    let Some(value) = attribute.value() else {
        return Err(Error::new(attribute.span(), "a value is missing"));
    };
    let (kind, name) = key.split_once(':').unwrap_or(("", &key));
    let place = match kind {
        "" => "Attribute",
        "class" => "Class",
        "style" => "Style",
        "prop" => "Property",
        "on" => {
            let event = format_ident!("{name}", span = attribute.key.span());
            return Ok(quote! { .on(::leptos::ev::#event, #value) });
        }
        _ => return Err(Error::new(attribute.key.span(), "this kind of attribute is not used in this app")),
    };
    let place = Ident::new(place, attribute.key.span());
    Ok(match name {
        "node_ref" => quote! { .node(#value) },
        "together" => quote! { .together(#value) },
        "inner_text" => quote! { .set(crate::ui::markup::Place::Text, "", #value) },
        "inner_html" => quote! { .set(crate::ui::markup::Place::Property, "innerHTML", #value) },
        name => quote! { .set(crate::ui::markup::Place::#place, #name, #value) },
    })
}

/// A component, called as the macro of Leptos calls it.
fn component(component: &NodeElement<Infallible>) -> syn::Result<TokenStream> {
    let name = component.name();
    let mut properties = Vec::new();
    let mut bound = Vec::new();
    for attribute in component.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new(attribute.span(), "attributes in blocks are not used in this app"));
        };
        let key = &attribute.key;
        let text = key.to_string();
        if let Some(variable) = text.strip_prefix("let:") {
            bound.push(format_ident!("{variable}", span = key.span()));
        } else if text.contains(':') {
            return Err(Error::new(key.span(), "a component has no attributes"));
        } else {
            let value = attribute.value().map_or_else(|| key.to_token_stream(), ToTokens::to_token_stream);
            properties.push(quote! { .#key(#value) });
        }
    }
    let children = if component.children.is_empty() {
        TokenStream::new()
    } else {
        let view = one_view(&component.children)?;
        if bound.is_empty() {
            quote! { .children(::leptos::children::ToChildren::to_children(move || #view)) }
        } else {
            quote! { .children(move |#(#bound),*| #view) }
        }
    };
    Ok(quote! {
        ::leptos::prelude::IntoAny::into_any(::leptos::component::component_view(
            #name,
            ::leptos::component::component_props_builder(&#name) #(#properties)* #children .build(),
        ))
    })
}
