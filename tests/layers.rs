//! The folders are the architecture: this reads the sources and holds what they may name and how they look.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "layers/bare.rs"]
mod bare;

use bare::{bare, without_comments};
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with the layers that it may not name.
const LAYERS: [(&str, &[&str]); 11] = [
    (
        "codes",
        &["congress", "journal", "overview", "documents", "words", "route", "platform", "session", "ui"],
    ),
    (
        "congress",
        &["codes", "journal", "overview", "documents", "words", "route", "platform", "session", "ui"],
    ),
    ("journal", &["codes", "overview", "documents", "words", "route", "platform", "session", "ui"]),
    ("overview", &["codes", "documents", "words", "route", "platform", "session", "ui"]),
    ("documents", &["journal", "overview", "route", "platform", "session", "ui"]),
    ("words", &["codes", "documents", "route", "platform", "session", "ui"]),
    ("route", &["codes", "journal", "overview", "documents", "words", "platform", "session", "ui"]),
    ("platform", &["signals", "session", "ui"]),
    (
        "signals",
        &[
            "codes",
            "congress",
            "journal",
            "overview",
            "documents",
            "words",
            "route",
            "platform",
            "session",
            "ui",
        ],
    ),
    ("session", &["ui"]),
    ("ui", &["journal::logbook"]),
];

/// The layers without browser, clock and storage.
const PURE: [&str; 7] = ["codes", "congress", "journal", "overview", "documents", "words", "route"];

/// What a pure layer never names.
const IMPURE: [&str; 10] = [
    "leptos",
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "std::time",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
];

/// File and folder names that say nothing.
const EMPTY_NAMES: [&str; 8] =
    ["utils", "util", "helpers", "helper", "manager", "managers", "common", "commons"];

/// The most lines a source file has.
const MOST_LINES: usize = 500;

type Faults = Vec<String>;

/// A layer is named through the crate's root, alone or in a group, or through a parent.
fn layers_named(code: &str, forbidden: &[&str]) -> Faults {
    let mut faults: Faults = forbidden
        .iter()
        .flat_map(|layer| ["crate::", "super::", "so_tay_dai_hoi::"].map(|root| format!("{root}{layer}")))
        .filter(|path| has_word(code, path))
        .collect();
    if code.contains("crate::{") {
        faults.push("`crate::{` hides which layers are named".to_owned());
    }
    faults
}

fn impure_words(code: &str) -> Faults {
    IMPURE.iter().filter(|word| has_start(code, word)).map(|word| (*word).to_owned()).collect()
}

fn ui_shortcuts(code: &str) -> Faults {
    ["Logbook", "gloo_storage"].iter().filter(|word| has_word(code, word)).map(|w| (*w).to_owned()).collect()
}

fn floats(code: &str) -> Faults {
    ["f32", "f64"].iter().filter(|word| has_word(code, word)).map(|word| (*word).to_owned()).collect()
}

/// Tests stand last, so what precedes them is the code that ships.
fn panics(code: &str) -> Faults {
    let shipped = code.split("#[cfg(test)]\nmod ").next().unwrap_or(code);
    [".unwrap()", ".expect("]
        .iter()
        .filter(|call| shipped.contains(**call))
        .map(|c| (*c).to_owned())
        .collect()
}

fn module_doc(text: &str) -> Faults {
    if text.starts_with("//! ") { Vec::new() } else { vec!["no `//!` on the first line".to_owned()] }
}

fn vietnamese(code: &str) -> Faults {
    code.lines()
        .enumerate()
        .filter(|(_, line)| line.chars().any(is_vietnamese))
        .map(|(index, line)| format!("line {}: {}", index + 1, line.trim()))
        .collect()
}

fn is_vietnamese(letter: char) -> bool {
    const MARKED: &str = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";
    let combining = matches!(letter, '\u{300}'..='\u{303}' | '\u{306}' | '\u{309}' | '\u{31B}' | '\u{323}');
    combining || letter.to_lowercase().any(|small| MARKED.contains(small))
}

fn too_long(text: &str) -> Faults {
    let lines = text.lines().count();
    if lines > MOST_LINES { vec![format!("{lines} lines")] } else { Vec::new() }
}

fn empty_name(path: &Path) -> Faults {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts
        .filter(|part| {
            let stem = part.split('.').next().unwrap_or(part);
            EMPTY_NAMES.contains(&stem)
        })
        .collect()
}

/// Colours by figure anywhere, and `black` and `white` by name where `names` is not set.
fn literal_colours(css: &str, names: bool) -> Faults {
    let css = without_css_comments(css);
    let mut faults = Vec::new();
    for statement in css.split_inclusive(['{', ';', '}']) {
        // What ends in a brace opens a block; only the rest are declarations.
        let Some((_, value)) = statement.split_once(':').filter(|_| !statement.ends_with('{')) else {
            continue;
        };
        let by_figure = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("]
            .iter()
            .any(|function| has_start(value, function));
        let by_name = !names
            && value
                .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
                .any(|word| matches!(word, "black" | "white"));
        if by_figure || by_name || has_hex(value) {
            faults.push(statement.trim().to_owned());
        }
    }
    faults
}

fn has_hex(value: &str) -> bool {
    value.split('#').skip(1).any(|rest| {
        let word: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        matches!(word.len(), 3 | 4 | 6 | 8) && word.chars().all(|letter| letter.is_ascii_hexdigit())
    })
}

fn without_css_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("*/").map_or("", |(_, rest)| rest))
}

fn has_word(code: &str, word: &str) -> bool {
    occurs(code, word, |after| !is_letter(after))
}

fn has_start(code: &str, word: &str) -> bool {
    occurs(code, word, |_| true)
}

fn occurs(code: &str, word: &str, may_follow: impl Fn(Option<char>) -> bool) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !is_letter(before) && may_follow(code[at + word.len()..].chars().next())
    })
}

fn is_letter(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == '-')
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder with one of the endings, as paths from the project's root; none if it is not there.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries {
            let path = entry.unwrap().path();
            // What was installed is somebody else's.
            if path.ends_with("node_modules") {
                continue;
            }
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let ends =
        |path: &PathBuf| endings.iter().any(|ending| path.extension().is_some_and(|found| found == *ending));
    let mut found: Vec<PathBuf> =
        found.into_iter().filter(ends).map(|path| path.strip_prefix(root()).unwrap().to_owned()).collect();
    found.sort();
    found
}

/// The files of a layer: its folder, or the one file of its name.
fn layer(name: &str) -> Vec<PathBuf> {
    let mut found = files(&format!("src/{name}"), &["rs"]);
    let single = PathBuf::from(format!("src/{name}.rs"));
    if root().join(&single).exists() {
        found.push(single);
    }
    assert!(!found.is_empty(), "the layer {name} has no file");
    found
}

fn check(rule: &str, paths: Vec<PathBuf>, faults: impl Fn(&str) -> Faults) {
    let mut all = Vec::new();
    for path in paths {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        all.extend(faults(&text).into_iter().map(|fault| format!("{}: {fault}", path.display())));
    }
    assert!(all.is_empty(), "{rule}\n{}", all.join("\n"));
}

#[test]
fn lower_layers_name_no_upper_one() {
    for (name, forbidden) in LAYERS {
        let rule = format!("{name} may not name {}", forbidden.join(", "));
        check(&rule, layer(name), |text| layers_named(&bare(text), forbidden));
    }
}

#[test]
fn pure_layers_know_no_browser_and_no_clock() {
    for name in PURE {
        check("instants and ids come in as values", layer(name), |text| impure_words(&bare(text)));
    }
}

#[test]
fn the_session_is_the_only_way_from_the_ui_to_the_records() {
    check("the ui goes through the session", layer("ui"), |text| ui_shortcuts(&bare(text)));
}

#[test]
fn words_stand_in_words() {
    for name in ["ui", "session", "platform"] {
        check("Vietnamese belongs in src/words", layer(name), |text| vietnamese(&without_comments(text)));
    }
}

#[test]
fn no_floating_point_in_law() {
    check("whole numbers decide", layer("congress"), |text| floats(&bare(text)));
}

#[test]
fn code_that_ships_does_not_unwrap() {
    check("handle it, or return it", files("src", &["rs"]), |text| panics(&bare(text)));
}

#[test]
fn every_module_says_what_it_is() {
    check("a module opens with its purpose", files("src", &["rs"]), module_doc);
}

#[test]
fn files_stay_short() {
    for folder in ["src", "tests", "xtask"] {
        check("split the file", files(folder, &["rs", "mjs", "js"]), too_long);
    }
}

#[test]
fn names_of_files_say_something() {
    for folder in ["src", "tests", "xtask"] {
        let faults: Faults =
            files(folder, &["rs", "mjs", "js"]).iter().flat_map(|path| empty_name(path)).collect();
        assert_eq!(faults, Faults::new());
    }
}

#[test]
fn colours_stand_in_the_tokens() {
    for path in files("style", &["css"]) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name != "tokens.css" {
            check("colours are tokens", vec![path], |css| literal_colours(css, name == "print.css"));
        }
    }
}

#[test]
fn every_rule_can_fail() {
    let fails = |rule: &str, faults: Faults| assert!(!faults.is_empty(), "{rule}");
    fails("upper layer", layers_named(&bare("use crate::words::Words;"), &["words"]));
    fails("through a parent", layers_named(&bare("use super::super::ui;"), &["ui"]));
    fails("in a group", layers_named(&bare("use crate::{congress, ui};"), &["ui"]));
    fails("from outside", layers_named("so_tay_dai_hoi::journal::key", &["journal"]));
    fails("the logbook", layers_named("crate::journal::logbook::Logbook", &["journal::logbook"]));
    for word in IMPURE {
        fails(word, impure_words(&bare(&format!("fn f() {{ {word}; }}"))));
    }
    fails("the browser's storage", impure_words("use gloo_storage::LocalStorage;"));
    fails("a record in the ui", ui_shortcuts("fn show(book: &Logbook) {}"));
    fails("storage in the ui", ui_shortcuts("use gloo_storage::Storage;"));
    fails("floats", floats("let share: f64 = 0.5;"));
    fails("unwrap", panics("let x = y.unwrap();\n#[cfg(test)]\nmod tests {}"));
    fails("expect", panics("y.expect(\"\")"));
    fails("no doc", module_doc("use std::fs;\n//! Late."));
    for text in ["view! { \"Lưu\" }", "let d = \"đ\";", "\"Ơ\"", "\"e\u{323}\""] {
        fails(text, vietnamese(&without_comments(text)));
    }
    fails("long", too_long(&"\n".repeat(MOST_LINES + 1)));
    for path in ["src/ui/utils.rs", "src/helpers/mod.rs", "tests/common/mod.rs", "src/manager.rs"] {
        fails(path, empty_name(Path::new(path)));
    }
    for css in
        ["a { color: #a1b2c3; }", "a{color:#fff}", "a { b: 1px solid rgb(0 0 0); }", "a { color: white }"]
    {
        fails(css, literal_colours(css, false));
    }
    fails("by figure in print", literal_colours("a { color: #000; }", true));
}

#[test]
fn what_is_allowed_passes() {
    let passes = |rule: &str, faults: Faults| assert_eq!(faults, Faults::new(), "{rule}");
    passes("a comment", layers_named(&bare("// crate::ui\n/* crate::ui */ fn f() {}"), &["ui"]));
    passes("a text", layers_named(&bare("let x = \"crate::ui\";"), &["ui"]));
    passes("a longer name", layers_named("use crate::ui_kit;", &["ui"]));
    passes("a doc on clocks", impure_words(&bare("/// Never SystemTime.\nfn f() {}")));
    passes("integers", floats("let f640 = 0xf64;"));
    passes("tests unwrap", panics("fn f() {}\n#[cfg(test)]\nmod tests { x.unwrap() }"));
    passes("other calls", panics("x.unwrap_or_default()"));
    passes(
        "comments may speak Vietnamese",
        vietnamese(&without_comments("// đại hội\nlet a = 'ă' as u8; // ơ\n")[..9]),
    );
    for css in [
        "#add a:hover { color: var(--red); }",
        "/* #fff */ a { white-space: nowrap; }",
        "a:is(#abc) { b: c; }",
    ] {
        passes(css, literal_colours(css, false));
    }
    passes("ink on paper", literal_colours("a { color: black; background: white; }", true));
}
