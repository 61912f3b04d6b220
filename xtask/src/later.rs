//! The module of codes, loaded when it is first asked for.
//!
//! The bundler gives its files names that never change. Here they get names that change with what they hold, so that a
//! page never meets the module of another version, and the page says what they are called.

use sha2::{Digest as _, Sha256};

use crate::Failure;
use crate::files::Built;

/// Where the bundler puts the module's glue, and the module.
const BUILT: [&str; 2] = ["later/later.js", "later/later_bg.wasm"];
/// What opens the module; `@module@` stands where the module comes from.
const OPEN: &str = include_str!("../templates/later.js");

/// The module of codes as it is shipped.
pub struct Later {
    /// Its glue, which says where the module is.
    pub glue: Built,
    /// The module.
    pub module: Built,
    bare: String,
}

impl Later {
    /// The module among the files of a build, made small, which loses the names that the bundler gave.
    pub fn taken_from(
        built: &mut Vec<Built>,
        small: impl Fn(&[u8]) -> Result<Vec<u8>, Failure>,
    ) -> Result<Self, Failure> {
        let [glue, module] = BUILT.map(|name| {
            let place = built.iter().position(|file| file.name == name);
            place.map(|place| built.remove(place)).ok_or_else(|| format!("{name} was not built"))
        });
        let (glue, mut module) = (glue?, module?);
        module.bytes = small(&module.bytes)?;
        let bare =
            String::from_utf8(glue.bytes).map_err(|_| "the glue of the module of codes is not text")?;
        let mut hash = Sha256::new();
        hash.update(&bare);
        hash.update(&module.bytes);
        let hash: String = format!("{:x}", hash.finalize()).chars().take(16).collect();
        let name = format!("later-{hash}_bg.wasm");
        let opened = opened(&bare, &format!("new URL(\"{name}\", import.meta.url)"));
        Ok(Self {
            glue: Built { name: format!("later/later-{hash}.js"), bytes: opened.into_bytes() },
            module: Built { name: format!("later/{name}"), bytes: module.bytes },
            bare,
        })
    }

    /// The names under which the bundler wrote the files.
    pub fn replaced() -> [&'static str; 2] {
        BUILT
    }

    /// The page that says what the glue is called.
    pub fn told_in(&self, page: &str) -> Result<String, Failure> {
        let Some((head, rest)) = page.split_once("</head>") else {
            return Err("the page has no end of its head".to_owned());
        };
        Ok(format!("{head}<meta data-hosted name=\"later\" content=\"./{}\">\n</head>{rest}", self.glue.name))
    }

    /// The glue for a page that holds the module itself.
    pub fn inlined(&self) -> String {
        opened(&self.bare, "inlined(\"wasm-later\")")
    }
}

fn opened(glue: &str, module: &str) -> String {
    format!("{glue}{}", OPEN.replace("@module@", module))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built() -> Vec<Built> {
        let file = |name: &str, text: &str| Built { name: name.to_owned(), bytes: text.into() };
        vec![file("app.js", "app"), file("later/later.js", "glue;"), file("later/later_bg.wasm", "module")]
    }

    fn taken_from(built: &mut Vec<Built>) -> Result<Later, Failure> {
        Later::taken_from(built, |bytes| Ok(bytes.to_vec()))
    }

    #[test]
    fn names_change_with_what_the_files_hold() {
        let mut files = built();
        let later = taken_from(&mut files).unwrap();
        assert_eq!(files.len(), 1);
        let mut other = built();
        other[2].bytes.push(b'!');
        let other = taken_from(&mut other).unwrap();
        assert!(later.glue.name != other.glue.name && later.module.name != other.module.name);
        let glue = String::from_utf8(later.glue.bytes.clone()).unwrap();
        let module = later.module.name.strip_prefix("later/").unwrap();
        assert!(
            glue.starts_with("glue;") && glue.contains(&format!("new URL(\"{module}\", import.meta.url)"))
        );
        assert!(later.inlined().contains("inlined(\"wasm-later\")"));
    }

    #[test]
    fn the_page_says_where_the_glue_is() {
        let later = taken_from(&mut built()).unwrap();
        let page = later.told_in("<head></head><body>").unwrap();
        assert!(page.contains(&format!("content=\"./{}\"", later.glue.name)), "{page}");
        assert!(later.told_in("<body>").is_err());
    }

    #[test]
    fn a_build_without_it_is_refused() {
        assert!(taken_from(&mut built().drain(..2).collect()).is_err());
    }
}
