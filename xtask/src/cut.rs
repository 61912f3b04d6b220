//! The app's module, cut in two: what the first page needs, and every other place, which comes behind it.
//!
//! The bundler knows one module for a page. So its module and glue are made anew here, from what the compiler left: cut
//! at the functions that the source marks, bound to the browser by the bundler's own tool, and made small.

use std::fs;
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use crate::Failure;
use crate::direct;
use crate::files::{self, Built};
use crate::tools::{self, target};

/// The app's name as the compiler has it.
const NAME: &str = "so-tay-dai-hoi";
/// Loads the sheet that the places are drawn with, beside their module; `@sheet@` stands where it comes from.
const STYLED: &str = include_str!("../templates/styled.js");
/// What the bound module's glue imports to load the others.
const LINK: &str = "./__wasm_split.js";

/// The app as it is shipped.
pub struct Cut {
    /// The first module's glue, which also knows where the others are.
    pub glue: Built,
    /// The first module.
    pub module: Built,
    /// What is loaded behind it, by name.
    pub others: Vec<(String, Built)>,
    bare: String,
}

/// The page that names the files of a [`Cut`].
pub struct Told {
    /// The page.
    pub page: String,
    /// The files of the bundler that it does not name any more.
    pub replaced: Vec<String>,
}

/// The module with the names of its functions, after it was cut.
pub fn named_module() -> Result<PathBuf, Failure> {
    Ok(target()?.join("cut/first.wasm"))
}

impl Cut {
    /// The app cut in two, from what the compiler left last; the sheet of the places comes with the second module.
    pub fn made(sheet: &Built) -> Result<Self, Failure> {
        let target = target()?;
        let folder = target.join("cut");
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .map_err(|error| format!("cannot empty {}: {error}", folder.display()))?;
        }
        let compiled = files::read(&target.join(format!("wasm32-unknown-unknown/release/{NAME}.wasm")))?;
        let first = folder.join("first.wasm");
        let mut options = wasm_split_cli_support::Options::new(&compiled);
        let bound = format!("./{NAME}.js");
        (options.output_dir, options.main_out_path, options.main_module) = (&folder, &first, &bound);
        let split = wasm_split_cli_support::transform(options)
            .map_err(|error| format!("cannot cut the module: {error:#}"))?;
        let placed = folder.to_string_lossy().into_owned();
        tools::run(
            "wasm-bindgen",
            &[
                "--target",
                "web",
                "--no-typescript",
                "--keep-lld-exports",
                "--out-name",
                NAME,
                "--out-dir",
                &placed,
                &first.to_string_lossy(),
            ],
        )?;
        let module = folder.join(format!("{NAME}_bg.wasm"));
        let lent = direct::made_direct(&module, &split.split_modules)?;
        tools::make_small(std::iter::once(&module).chain(&split.split_modules))?;
        let text = |name: &str| {
            files::read(&folder.join(name)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        };
        let mut others = Vec::new();
        for path in &split.split_modules {
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            others.push((stem, files::read(path)?));
        }
        let link = lending(&text("__wasm_split.js")?, &lent)?;
        Self::of(&text(&format!("{NAME}.js"))?, &link, files::read(&module)?, others, &sheet.name)
    }

    /// The app from its modules, their glue, the script that loads all but the first, and the name of the sheet that comes
    /// with them, under names that change with what they hold.
    pub fn of(
        glue: &str,
        link: &str,
        module: Vec<u8>,
        others: Vec<(String, Vec<u8>)>,
        sheet: &str,
    ) -> Result<Self, Failure> {
        let bare = catching(&linked(glue, link)?)?;
        let mut hash = Sha256::new();
        for bytes in [bare.as_bytes(), &module, sheet.as_bytes()]
            .into_iter()
            .chain(others.iter().map(|(_, bytes)| bytes.as_slice()))
        {
            hash.update(bytes.len().to_le_bytes());
            hash.update(bytes);
        }
        let hash: String = format!("{:x}", hash.finalize()).chars().take(16).collect();
        let others: Vec<(String, Built)> = others
            .into_iter()
            .map(|(name, bytes)| {
                let plain = name.trim_start_matches("split_");
                let file = Built { name: format!("later/{plain}-{hash}.wasm"), bytes };
                (name, file)
            })
            .collect();
        let address = |file: &Built| format!("styled(fetch(new URL(\"./{}\", import.meta.url)))", file.name);
        let glue = sourced(&bare, others.iter().map(|(name, file)| (name.as_str(), address(file))));
        let glue = STYLED.replace("@sheet@", sheet) + &glue;
        if others.iter().any(|(_, file)| !glue.contains(&file.name)) {
            return Err("the glue does not load every module".to_owned());
        }
        let glue = glue.replace(&format!("{NAME}_bg.wasm"), &format!("{NAME}-{hash}_bg.wasm"));
        Ok(Self {
            glue: Built { name: format!("{NAME}-{hash}.js"), bytes: glue.into_bytes() },
            module: Built { name: format!("{NAME}-{hash}_bg.wasm"), bytes: module },
            others,
            bare,
        })
    }

    /// The page with the names of these files in place of those that the bundler gave, which are taken from what was built.
    pub fn told_in(&self, page: &str, built: &mut Vec<Built>) -> Result<Told, Failure> {
        let mut page = page.to_owned();
        let mut replaced = Vec::new();
        for (ending, own) in [("_bg.wasm", &self.module), (".js", &self.glue)] {
            let is_it = |file: &Built| file.name.starts_with(NAME) && file.name.ends_with(ending);
            let place =
                built.iter().position(is_it).ok_or_else(|| format!("{NAME}…{ending} was not built"))?;
            let name = built.remove(place).name;
            page = page.replace(&name, &own.name);
            replaced.push(name);
        }
        Ok(Told { page, replaced })
    }

    /// Every file of it.
    pub fn files(&self) -> impl Iterator<Item = &Built> {
        [&self.glue, &self.module].into_iter().chain(self.others.iter().map(|(_, file)| file))
    }

    /// The glue for a page that holds the modules itself, under the names that [`Cut::others`] have; the page has them
    /// compiled.
    pub fn inlined(&self) -> Result<String, Failure> {
        const FETCHED: &str = "WebAssembly.instantiateStreaming(src, imports)";
        let names = self.others.iter().map(|(name, _)| name.as_str());
        let glue = sourced(&self.bare, names.map(|name| (name, format!("arrived(\"{name}\")"))));
        if glue.matches(FETCHED).count() != self.others.len() {
            return Err("the glue does not make the other modules as it used to".to_owned());
        }
        Ok(glue.replace(FETCHED, "WebAssembly.instantiate(await src, imports)"))
    }
}

/// The script that loads the other modules, so that they are given the browser as the first one is, and what else they take from
/// the first one.
fn lending(link: &str, names: &[String]) -> Result<String, Failure> {
    const GIVEN: &str = "memory,  }";
    const SHARED: &str = "{ __wasm_split: {  } }";
    if link.matches(GIVEN).count() != 2 || link.matches(SHARED).count() != 1 {
        return Err("the script that loads the other modules is not what it was".to_owned());
    }
    let given = format!("memory, {} }}", names.join(", "));
    Ok(link.replace(GIVEN, &given).replace(SHARED, "{ ...__wbg_get_imports(), __wasm_split: {} }"))
}

/// The glue with what loads the other modules in front of it, in place of the script that it would import.
fn linked(glue: &str, loader: &str) -> Result<String, Failure> {
    const LOADS: &str = "__wasm_split_load_";
    let mut loads = Vec::new();
    let mut script = String::new();
    for told in loader.lines().filter(|told| !told.starts_with("import ")) {
        let line = told.strip_prefix("export ").unwrap_or(told);
        let named = line.strip_prefix("const ").and_then(|rest| rest.split_once(' '));
        loads.extend(named.map(|(name, _)| name).filter(|name| name.starts_with(LOADS)));
        script.push_str(line);
        script.push('\n');
    }
    let imports = |line: &str| line.starts_with("import ") && line.contains(LINK);
    let Some(import) = glue.lines().find(|line| imports(line)) else {
        return Err("the glue does not import what loads the other modules".to_owned());
    };
    let name = import.split_whitespace().nth(3).unwrap_or_default();
    script.extend(["const ", name, " = { ", &loads.join(", "), " };\n"]);
    for line in glue.lines().filter(|line| !imports(line)) {
        script.push_str(line);
        script.push('\n');
    }
    Ok(script)
}

/// The glue with functions that catch what the browser throws by themselves, where the bundler's tool has each of them make
/// another one, and a list of its arguments, at every call. So they also say how many arguments they take: Chromium 109
/// compiles a way around each wrong number before the app runs, while nothing else can.
fn catching(glue: &str) -> Result<String, Failure> {
    const MAKER: &str = "function handleError(f, args) {\n    try {\n        return f.apply(this, args);\n    } catch (e) {\n        \
                         const idx = addToExternrefTable0(e);\n        wasm.__wbindgen_exn_store(idx);\n    }\n}";
    const CATCHER: &str = "function caught(e) {\n    wasm.__wbindgen_exn_store(addToExternrefTable0(e));\n}";
    const START: &str = "function() { return handleError(function (";
    const END: &str = "}, arguments); }";
    let mut result = String::with_capacity(glue.len());
    let glue = glue.replace(MAKER, CATCHER);
    let mut rest = glue.as_str();
    while let Some((before, after)) = rest.split_once(START) {
        let Some((inside, after)) = after.split_once(END) else {
            return Err("the glue's way of catching has no end".to_owned());
        };
        let (taken, body) = inside.split_once(") {").unwrap_or_default();
        result.extend([before, "function(", taken, ") { try {", body, "} catch (e) { caught(e); } }"]);
        rest = after;
    }
    result.push_str(rest);
    if result.contains("handleError") {
        return Err("the glue catches in another way than it used to".to_owned());
    }
    Ok(result)
}

/// The glue with the place that each module comes from.
fn sourced<'a>(bare: &str, places: impl Iterator<Item = (&'a str, String)>) -> String {
    places.fold(bare.to_owned(), |glue, (name, source)| {
        glue.replace(&format!("fetch(new URL(\"./{name}.wasm\", import.meta.url))"), &source)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nnew URL('so-tay-dai-hoi_bg.wasm', import.meta.url);\n";
    const LINK: &str = "import { initSync } from \"./so-tay-dai-hoi.js\";\nexport const __wasm_split_load_places = \
                        load(fetch(new URL(\"./split_places.wasm\", import.meta.url)), WebAssembly.instantiateStreaming(src, imports));\n";

    #[test]
    fn a_function_catches_by_itself_and_says_how_many_arguments_it_takes() {
        let glue = "a: function() { return handleError(function (arg0, arg1) {\n  if (arg1) {}\n}, arguments); },\n\
                    b: function(arg0) {},\nc: function() { return handleError(function () {\n}, arguments); },\n";
        let told = "a: function(arg0, arg1) { try {\n  if (arg1) {}\n} catch (e) { caught(e); } },\n\
                    b: function(arg0) {},\nc: function() { try {\n} catch (e) { caught(e); } },\n";
        assert_eq!(catching(glue).unwrap(), told);
        assert!(catching("a: function() { return handleError(function () {\n},").is_err());
        // Another way of catching would be left without what it calls.
        assert!(catching("handleError(() => a)").is_err());
        assert!(catching("function handleError(f) {}").is_err());
    }

    #[test]
    fn the_others_are_given_the_browser_and_what_they_take() {
        let link =
            "shared = { __wasm_split: {  } };\nconst { memory,  } = initSync();\nassign({ memory,  });";
        let lent = lending(link, &["alloc".to_owned(), "values".to_owned()]).unwrap();
        assert_eq!(
            lent,
            "shared = { ...__wbg_get_imports(), __wasm_split: {} };\nconst { memory, alloc, values } = initSync();\n\
             assign({ memory, alloc, values });"
        );
        assert!(lending("shared = {};", &[]).is_err());
    }

    fn cut(places: &[u8]) -> Cut {
        styled_cut(places, "later/places-1.css")
    }

    fn styled_cut(places: &[u8], sheet: &str) -> Cut {
        let others = vec![("split_places".to_owned(), places.to_vec())];
        Cut::of(GLUE, LINK, b"module".to_vec(), others, sheet).unwrap()
    }

    #[test]
    fn the_glue_loads_the_others_from_where_they_are() {
        let made = cut(b"places");
        let glue = String::from_utf8(made.glue.bytes.clone()).unwrap();
        let [(_, places)] = made.others.as_slice() else { panic!("one other module") };
        assert!(
            glue.contains(&format!("load(styled(fetch(new URL(\"./{}\", import.meta.url))),", places.name)),
            "{glue}"
        );
        assert!(glue.contains("new URL(\"./later/places-1.css\", import.meta.url)"), "{glue}");
        assert!(glue.contains("const import1 = { __wasm_split_load_places };"), "{glue}");
        assert!(
            glue.contains(&made.module.name) && !glue.contains("import *") && !glue.contains("initSync }"),
            "{glue}"
        );
        let inlined = made.inlined().unwrap();
        assert!(!inlined.contains("styled"), "the page has the sheet itself: {inlined}");
        assert!(
            inlined.contains("load(arrived(\"split_places\"), WebAssembly.instantiate(await src, imports))"),
            "{inlined}"
        );
        assert_eq!(made.files().count(), 3);
    }

    #[test]
    fn names_change_with_what_any_of_the_files_holds() {
        let one = cut(b"places");
        for other in [cut(b"other"), styled_cut(b"places", "later/places-2.css")] {
            assert!(one.files().zip(other.files()).all(|(one, other)| one.name != other.name));
        }
        assert!(one.files().zip(cut(b"places").files()).all(|(one, same)| one.name == same.name));
    }

    #[test]
    fn the_page_names_these_files_and_no_others() {
        let file = |name: &str| Built { name: name.to_owned(), bytes: Vec::new() };
        let mut built = vec![file("so-tay-dai-hoi-1.js"), file("so-tay-dai-hoi-1_bg.wasm"), file("a.css")];
        let made = cut(b"places");
        let told = made.told_in("a so-tay-dai-hoi-1.js b so-tay-dai-hoi-1_bg.wasm c", &mut built).unwrap();
        assert_eq!(told.page, format!("a {} b {} c", made.glue.name, made.module.name));
        assert_eq!((built.len(), told.replaced.len()), (1, 2));
        assert!(made.told_in("", &mut built).is_err());
    }

    #[test]
    fn a_module_that_nothing_loads_is_refused() {
        let other = || vec![("split_other".to_owned(), Vec::new())];
        assert!(Cut::of(GLUE, LINK, Vec::new(), other(), "a.css").is_err());
        assert!(Cut::of("no import", LINK, Vec::new(), other(), "a.css").is_err());
    }
}
