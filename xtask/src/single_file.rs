//! One page with everything inside it, made from the hosted page: it opens by a double click, with no server.
//!
//! Pages at `file://` may load neither modules nor data, so styles, icon, script and compressed module all stand in
//! the page. Whatever could not be carried along is refused here, not missed by the person who opens the file.

use crate::Failure;
use crate::cut::Cut;
use crate::files::Built;
use crate::later::Later;
use crate::letters;
use crate::page::{self, Element};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Undoes the compression of a module that stands in the page; both scripts use it.
const INLINED: &str = include_str!("../templates/inlined.js");
/// Starts the first module.
const START: &str = include_str!("../templates/start.js");
/// Says that the page's own words have been read.
const WORDS_READ: &str = "wordsRead()";
/// Says that the page has been read to its end. The script that waits for it stands before anything large.
const WHOLE: &str = "whole = true";
/// How many bytes of a module stand in one comment. Between two of them a browser may turn to something else, such as
/// the app, which is ready before the page has been read to its end.
const PIECE: usize = 1 << 15;
/// Into so many blocks, each with a code of its own, a module is cut at most when it is compressed: code, tables and texts
/// alternate in one of millions of bytes.
const BLOCKS: u16 = 120;

/// The page for the single file, still without its policy. `lean` takes out of a script what only its writers need.
pub fn made_from(
    index: &str,
    files: &[Built],
    cut: &Cut,
    places: &Built,
    later: &Later,
    lean: impl Fn(&str) -> Result<String, Failure>,
) -> Result<String, Failure> {
    let elements = page::elements(index);
    let glue = script(&cut.inlined()?)?;
    let module = compressed(&cut.module.bytes)?;
    let carried = |file: &Built| cut.files().any(|own| own.name == file.name);
    if let Some(other) = files.iter().find(|file| file.ends_in("wasm") && !carried(file)) {
        return Err(format!("{}: a module that the single file does not carry along", other.name));
    }

    let mut styles = String::new();
    let mut edits = Vec::new();
    for link in elements.iter().filter(|element| element.is_link("stylesheet")) {
        styles.push_str(style(text(named(files, link.attribute("href").unwrap_or_default())?)?)?);
    }
    // Plain text weighs twice as much in a page of letters of two bytes; what the first page does not need is packed.
    let more_styles = compressed(style(text(places)?)?.as_bytes())?;
    let more_glue = script(&later.inlined())?;
    let more = compressed(&later.module.bytes)?;
    let [unpacking, first, second] = [INLINED, &closed(&format!("{glue}{START}")), &closed(&more_glue)]
        .map(|script| lean(script).map(|script| element(&script)));
    // The first module is compiled, by other threads, while the styles and all the rest are read.
    let mut styles =
        Some(format!("{}{}{}<style>\n{styles}</style>", unpacking?, carried_block("wasm", &module), first?));
    for element in &elements {
        let replacement = if element.is_link("stylesheet") {
            styles.take().unwrap_or_default()
        } else if element.is_link("icon") {
            icon(element, files)?
        } else if is_hosted_only(element) {
            String::new()
        } else if element.attribute("href").is_some() || element.attribute("src").is_some() {
            return Err(format!("<{}> points to another file, which the single file cannot", element.name));
        } else {
            continue;
        };
        edits.push((element.place.clone(), replacement));
    }
    let Some(end) = index.rfind("</body>") else {
        return Err("the page has no end of its body".to_owned());
    };
    let mut scripts = element(WORDS_READ) + &carried_block("styles", &more_styles);
    for (name, other) in &cut.others {
        scripts.push_str(&carried_block(name, &compressed(&other.bytes)?));
    }
    scripts.push_str(&carried_block("wasm-later", &more));
    scripts.push_str(&second?);
    scripts.push_str(&element(WHOLE));
    edits.push((end..end, scripts));
    Ok(page::replaced(index, edits))
}

/// A compressed module, as it stands in the page: in comments, which are read sooner than the text of an element.
fn carried_block(id: &str, module: &[u8]) -> String {
    let pieces: String = module
        .chunks(PIECE)
        .flat_map(|piece| ["<!--".to_owned(), letters::letters(piece), "-->".to_owned()])
        .collect();
    format!("<template id=\"{id}\">{pieces}</template>\n")
}

/// What only a page with an address can use: its manifest, its worker, the bundler's own start.
fn is_hosted_only(element: &Element<'_>) -> bool {
    element.attribute("data-hosted").is_some()
        || element.is_link("modulepreload")
        || element.is_link("preload")
        || (element.name == "script" && element.text.contains("TrunkApplicationStarted"))
}

/// The name of a file as the folder knows it.
fn plain(address: &str) -> &str {
    address.strip_prefix("./").unwrap_or(address)
}

fn named<'a>(files: &'a [Built], address: &str) -> Result<&'a Built, Failure> {
    let name = plain(address);
    files
        .iter()
        .find(|file| file.name == name)
        .ok_or_else(|| format!("{name}: named by the page, but not built"))
}

fn text(file: &Built) -> Result<&str, Failure> {
    std::str::from_utf8(&file.bytes).map_err(|_| format!("{}: not text", file.name))
}

/// The bytes of the finished page: UTF-16, which its first two bytes say, whatever a host says of it.
pub fn bytes(page: &str) -> Vec<u8> {
    let named = page::elements(page).into_iter().filter(|element| element.attribute("charset").is_some());
    // A name of another character set would be untrue.
    let page = page::replaced(page, named.map(|element| (element.place, String::new())).collect());
    std::iter::once(0xfeff).chain(page.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// A script that keeps its names to itself, as a module would, and does not wait for the end of the page, as a module does.
fn closed(script: &str) -> String {
    format!("(async () => {{\n{script}}})();\n")
}

/// A script as an element of a page.
fn element(script: &str) -> String {
    // Inside a page these would end the script, or begin a comment that swallows its end.
    let script = script.trim().replace("</script", "<\\/script").replace("<!--", "<\\!--");
    format!("<script>{script}</script>\n")
}

/// The module's glue without what only a module may say.
fn script(glue: &str) -> Result<String, Failure> {
    let mut result = String::with_capacity(glue.len());
    for line in glue.lines() {
        let words = line.trim_start();
        if ["import ", "import{", "import\"", "import'"].iter().any(|start| words.starts_with(start)) {
            return Err(format!("the glue imports another script, which cannot be inlined: {line}"));
        }
        if !line.starts_with("export {") {
            result.push_str(line.strip_prefix("export ").unwrap_or(line));
            result.push('\n');
        }
    }
    let result = result.replace("import.meta.url", "document.baseURI");
    if result.contains("import.meta") {
        return Err("the glue asks for import.meta, which a page does not have".to_owned());
    }
    Ok(result)
}

/// A style sheet, as it may stand inside a page.
fn style(sheet: &str) -> Result<&str, Failure> {
    let foreign = sheet.split("url(").skip(1).any(|address| {
        let address = address.trim_start_matches(['"', '\'', ' ']);
        !address.starts_with("data:") && !address.starts_with('#')
    });
    if foreign || sheet.contains("@import") {
        return Err("a style sheet points to another file, which the single file cannot".to_owned());
    }
    if sheet.contains("</style") {
        return Err("a style sheet holds the end tag of a style".to_owned());
    }
    Ok(sheet)
}

/// The icon with its picture inside the address.
fn icon(link: &Element<'_>, files: &[Built]) -> Result<String, Failure> {
    let picture = named(files, link.attribute("href").unwrap_or_default())?;
    // Chromium makes a whole document for a drawing, which costs the page as much as its own first lines.
    if !picture.ends_in("png") {
        return Err(format!("{}: the icon of the page must be a PNG", picture.name));
    }
    let picture = STANDARD.encode(&picture.bytes);
    Ok(format!("<link rel=\"icon\" href=\"data:image/png;base64,{picture}\" type=\"image/png\">"))
}

fn compressed(module: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut packed = Vec::new();
    let options = zopfli::Options { maximum_block_splits: BLOCKS, ..zopfli::Options::default() };
    let kept = zopfli::compress(options, zopfli::Format::Gzip, module, &mut packed);
    kept.map(|()| packed).map_err(|error| format!("cannot compress the module: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<!doctype html><html><head><meta charset="utf-8">
<script>theme</script><link rel="stylesheet" href="./a-1.css"/><link rel="stylesheet" href="./b-2.css"/>
<script type="module">import init from './app-3.js'; dispatchEvent(new CustomEvent("TrunkApplicationStarted"))</script>
<link rel="icon" href="icons/icon.png"><link data-hosted rel="manifest" href="m.webmanifest">
<link rel="modulepreload" href="./app-3.js"><link rel="preload" href="./app-3_bg.wasm" as="fetch"></head>
<body><div id="shell"></div><script data-hosted>worker</script></body></html>"#;

    fn built(name: &str, text: &str) -> Built {
        Built { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    fn later() -> Later {
        let mut built = vec![built("later/later.js", "more;\n"), built("later/later_bg.wasm", "second")];
        Later::taken_from(&mut built, |bytes| Ok(bytes.to_vec())).unwrap()
    }

    fn cut() -> Cut {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nlet u = import.meta.url, s = '</script><!--';\nexport { init as default };\n";
        let link = "import { initSync } from \"./so-tay-dai-hoi.js\";\nexport const __wasm_split_load_places = \
                    load(fetch(new URL(\"./split_places.wasm\", import.meta.url)), WebAssembly.instantiateStreaming(src, imports));\n";
        let others = vec![("split_places".to_owned(), b"places".to_vec())];
        Cut::of(glue, link, b"module".to_vec(), others, "later/places-1.css").unwrap()
    }

    fn made_with(index: &str, files: &[Built], sheet: &str) -> Result<String, Failure> {
        let places = built("later/places-1.css", sheet);
        made_from(index, files, &cut(), &places, &later(), |script| Ok(script.replace("let ", "var ")))
    }

    fn made(index: &str, files: &[Built]) -> Result<String, Failure> {
        made_with(index, files, "c{}")
    }

    fn files() -> Vec<Built> {
        vec![built("a-1.css", "a{}\n"), built("b-2.css", "b{}\n"), built("icons/icon.png", "<svg/>")]
    }

    #[test]
    fn everything_stands_in_the_page() {
        let made = made(INDEX, &files()).unwrap();
        assert!(made.contains("<style>\na{}\nb{}\n</style>"), "{made}");
        assert!(
            made.contains("var u = document.baseURI, s = '<\\/script><\\!--';\n")
                && made.contains(START.trim()),
            "{made}"
        );
        assert!(made.contains("data:image/png;base64,PHN2Zy8+"));
        assert!(made.contains("<script>theme</script>"));
        assert!(made.contains("globalThis.openLater"), "{made}");
        let gzip = letters::letters(&[0x1f, 0x8b, 8, 0]);
        assert!(made.contains(&format!("id=\"wasm-later\"><!--{gzip}")), "{made}");
        assert!(made.contains(&format!("id=\"split_places\"><!--{gzip}")), "{made}");
        assert!(made.contains("id=\"styles\"><!--") && !made.contains("c{}"), "{made}");
        assert!(INLINED.contains("inlined(\"styles\")"));
        assert!(made.contains("const import1 = { __wasm_split_load_places };"), "{made}");
        assert!(made.contains("load(arrived(\"split_places\")"), "{made}");
        assert!(cut().others.iter().all(|(name, _)| START.contains(&format!("arrived(\"{name}\")"))));
        for gone in ["manifest", "worker", "Trunk", "preload", "./", "export {", "stylesheet"] {
            assert!(!made.contains(gone), "{gone} is still there: {made}");
        }
    }

    #[test]
    fn the_module_comes_back_as_it_was() {
        use std::io::Read as _;
        // Bytes that nothing makes smaller fill several pieces.
        let mut state = 1_u32;
        let mut any = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let module: Vec<u8> = (0..2 * PIECE + 11).map(|_| any()).collect();
        let block = carried_block("a", &compressed(&module).unwrap());
        let inside =
            block.strip_prefix("<template id=\"a\"><!--").unwrap().strip_suffix("--></template>\n").unwrap();
        // Nothing else stands between them, which would be read as a part of the module.
        let pieces: Vec<&str> = inside.split("--><!--").collect();
        assert!(pieces.len() > 2);
        let bytes: Vec<u8> = pieces.iter().flat_map(|piece| letters::bytes(piece)).collect();
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, module);
    }

    #[test]
    fn glue_that_needs_other_scripts_is_refused() {
        for line in ["import { a } from './snippets/a.js';", "import './a.js'", "let a = import.meta.env;"] {
            assert!(script(&format!("let b;\n{line}\n")).is_err(), "{line}");
        }
        assert_eq!(script("let imports = important;").unwrap(), "let imports = important;\n");
        assert_eq!(
            script("export class A {}\nexport function b() {}\nexport { c };").unwrap(),
            "class A {}\nfunction b() {}\n"
        );
    }

    #[test]
    fn the_app_is_compiled_before_anything_is_read_that_it_does_not_need() {
        let made = made(INDEX, &files()).unwrap();
        let order = [
            "<script>theme</script>",
            "function inlined",
            "id=\"wasm\"",
            "await __wbg_init({",
            "<style>",
            "id=\"shell\"",
            "<script>wordsRead()</script>",
            "id=\"styles\"",
            "id=\"split_places\"",
            "id=\"wasm-later\"",
            "globalThis.openLater",
            "<script>whole = true</script>",
            "</body>",
        ];
        let places = order.map(|text| made.find(text).unwrap_or_else(|| panic!("{text}: {made}")));
        assert!(places.is_sorted(), "{places:?}");
        assert!(!made.contains("type=\"module\""), "{made}");
    }

    #[test]
    fn the_finished_page_says_what_its_letters_are() {
        let bytes = bytes("<meta charset=\"utf-8\"><p>Sổ</p>");
        let letters: Vec<u16> = bytes.chunks(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
        assert_eq!(String::from_utf16(&letters).unwrap(), "\u{feff}<p>Sổ</p>");
    }

    #[test]
    fn styles_that_need_other_files_are_refused() {
        for sheet in
            ["@import 'a.css';", "a{background:url(a.png)}", "a{background:url(\"a.png\")}", "</style>"]
        {
            assert!(style(sheet).is_err(), "{sheet}");
            assert!(made(INDEX, &files()).is_ok() && made_with(INDEX, &files(), sheet).is_err(), "{sheet}");
        }
        assert!(style("a{background:url(\"data:image/png;base64,\") , url(#b)}").is_ok());
    }

    #[test]
    fn a_page_that_lacks_or_exceeds_its_files_is_refused() {
        let mut more = files();
        more.push(built("third_bg.wasm", "third"));
        assert!(made(INDEX, &more).unwrap_err().contains("third_bg.wasm"));
        assert!(made(INDEX, &files()[..1]).is_err());
        assert!(made(&INDEX.replace("<script data-hosted>", "<img src=a.png>"), &files()).is_err());
    }
}
