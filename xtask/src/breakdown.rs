//! What weighs in the first module: the rooms of the app and the crates, by the bytes of their functions as the compiler
//! leaves them, before names are taken away and wasm-opt has been over them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use wasmparser::{Name, NameSectionReader, Parser, Payload, TypeRef};

/// So many lines are printed; the rest is one.
const LINES: usize = 14;

/// Prints the heaviest rooms of a module. One that is not there, or has no names, is passed over with a word: the report
/// helps whoever looks for weight and decides nothing.
pub fn print(module: &Path) {
    match fs::read(module).ok().and_then(|bytes| rooms(&bytes)) {
        Some(rooms) => print!("{}", table(rooms)),
        None => println!("what weighs: {} is not there, or has no names", module.display()),
    }
}

/// Bytes by room: the first two folders within the app, or a crate.
fn rooms(module: &[u8]) -> Option<BTreeMap<String, usize>> {
    let mut imported = 0;
    let mut sizes: Vec<usize> = Vec::new();
    let mut names: HashMap<u32, String> = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.ok()? {
            Payload::ImportSection(imports) => {
                let functions = imports.into_imports().filter_map(Result::ok);
                imported = functions.filter(|import| matches!(import.ty, TypeRef::Func(_))).count();
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::CustomSection(custom) if custom.name() == "name" => {
                let reader = wasmparser::BinaryReader::new(custom.data(), custom.data_offset());
                for name in NameSectionReader::new(reader).flatten() {
                    if let Name::Function(map) = name {
                        names.extend(
                            map.into_iter().flatten().map(|naming| (naming.index, naming.name.to_owned())),
                        );
                    }
                }
            }
            _ => {}
        }
    }
    if names.is_empty() {
        return None;
    }
    let mut rooms = BTreeMap::new();
    for (place, size) in sizes.into_iter().enumerate() {
        let index = u32::try_from(imported + place).ok()?;
        let name = names
            .get(&index)
            .map_or_else(String::new, |name| format!("{:#}", rustc_demangle::demangle(name)));
        *rooms.entry(room(&name)).or_insert(0) += size;
    }
    Some(rooms)
}

/// The room that a function belongs to. What a crate does for a room, such as the drop of one of its values, is the room's.
fn room(function: &str) -> String {
    const APP: &str = "so_tay_dai_hoi::";
    let path = |text: &str| {
        text.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != ':')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    if let Some((_, rest)) = function.split_once(APP) {
        return path(rest).split("::").take(2).collect::<Vec<_>>().join("/");
    }
    let first = function.trim_start_matches(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let name = path(first).split("::").next().unwrap_or_default().to_owned();
    format!("({})", if name.is_empty() { "no name" } else { &name })
}

fn table(rooms: BTreeMap<String, usize>) -> String {
    let whole: usize = rooms.values().sum();
    let mut sorted: Vec<(String, usize)> = rooms.into_iter().collect();
    sorted.sort_by_key(|(_, size)| Reverse(*size));
    let rest: usize = sorted.iter().skip(LINES).map(|(_, size)| size).sum();
    let mut lines =
        vec!["what weighs in the first module, before wasm-opt (a crate in brackets):\n".to_owned()];
    let shown = sorted.into_iter().take(LINES).chain([("all else".to_owned(), rest)]);
    lines.extend(shown.map(|(room, size)| {
        format!("  {room:<34}{:>6} kB{:>5} %\n", size / 1000, size * 100 / whole.max(1))
    }));
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_room_that_it_works_for() {
        for (function, of) in [
            ("so_tay_dai_hoi::ui::count::desk::entry::Entry", "ui/count"),
            ("core::ptr::drop_in_place::<so_tay_dai_hoi::ui::run::console::Shown>", "ui/run"),
            ("<so_tay_dai_hoi::words::Words>::date", "words/Words"),
            ("<serde_json::value::Value as serde::de::Deserializer>::x", "(serde_json)"),
            ("dlmalloc::dlmalloc::Dlmalloc<A>::malloc", "(dlmalloc)"),
            ("", "(no name)"),
        ] {
            assert_eq!(room(function), of, "{function}");
        }
    }

    #[test]
    fn the_heaviest_stand_first_and_the_rest_is_one() {
        let rooms = (1..=20_usize).map(|place| (format!("room {place:02}"), place * 1000)).collect();
        let table = table(rooms);
        assert!(table.lines().nth(1).unwrap().contains("room 20"));
        assert_eq!(table.lines().count(), LINES + 2);
        assert!(table.lines().last().unwrap().contains("21 kB"), "{table}");
    }

    #[test]
    fn what_is_no_module_has_no_rooms() {
        assert!(rooms(b"nothing").is_none());
        assert!(rooms(b"\0asm\x01\0\0\0").is_none());
    }
}
