//! The offline worker: the exact list of this version's files, under a name that changes when any of them does.
//!
//! It keeps everything a page of this version can ask for, so a page never meets files of another version.

use sha2::{Digest as _, Sha256};

use crate::Failure;
use crate::files::{Built, INDEX, SERVICE_WORKER, SINGLE_FILE};

const TEMPLATE: &str = include_str!("../templates/sw.js");

/// The worker's script for these files.
pub fn script(files: &[Built]) -> Result<String, Failure> {
    let kept: Vec<&Built> = files.iter().filter(|file| is_kept(&file.name)).collect();
    let mut addresses = Vec::new();
    for file in &kept {
        addresses.push(format!("  \"{}\",\n", address(&file.name)?));
    }
    Ok(TEMPLATE
        .replace("@cache@", &cache_name(&kept))
        .replace("@files@", &format!("[\n{}]", addresses.concat())))
}

/// The worker itself and the single file are asked from the host: one must be fresh, the other is for download.
fn is_kept(name: &str) -> bool {
    name != SERVICE_WORKER && name != SINGLE_FILE
}

/// The page is kept under the folder's address: hosts that redirect `index.html` to it would spoil the answer.
fn address(name: &str) -> Result<String, Failure> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/');
    if name == INDEX {
        Ok("./".to_owned())
    } else if name.chars().all(plain) {
        Ok(format!("./{name}"))
    } else {
        Err(format!("{name}: only plain letters, digits and . _ - may stand in the name of a shipped file"))
    }
}

fn cache_name(files: &[&Built]) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        // Lengths first, so that no two lists of files run together into the same bytes.
        hasher.update(format!("{} {} {}\n", file.name.len(), file.name, file.bytes.len()));
        hasher.update(&file.bytes);
    }
    format!("so-tay-dai-hoi-{:x}", hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(name: &str, text: &str) -> Built {
        Built { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    fn example() -> Vec<Built> {
        vec![
            built("app-1_bg.wasm", "w"),
            built("icons/icon.svg", "i"),
            built("index.html", "p"),
            built("so-tay-dai-hoi.html", "s"),
            built("sw.js", "old"),
        ]
    }

    fn cache_of(script: &str) -> &str {
        script.lines().find(|line| line.starts_with("const CACHE")).unwrap()
    }

    #[test]
    fn the_list_is_exact() {
        let script = script(&example()).unwrap();
        assert!(
            script.contains("[\n  \"./app-1_bg.wasm\",\n  \"./icons/icon.svg\",\n  \"./\",\n]"),
            "{script}"
        );
        assert!(!script.contains('@'), "{script}");
    }

    #[test]
    fn the_name_changes_with_a_kept_file_and_only_then() {
        let before = script(&example()).unwrap();
        let mut files = example();
        files[3].bytes = b"another".to_vec();
        files[4].bytes = b"another".to_vec();
        assert_eq!(before, script(&files).unwrap());
        files[0].bytes = b"W".to_vec();
        assert_ne!(cache_of(&before), cache_of(&script(&files).unwrap()));
        assert!(cache_of(&before).contains("\"so-tay-dai-hoi-"));
    }

    #[test]
    fn names_that_need_escaping_are_refused() {
        for name in ["a b.js", "a\".js", "sổ.js", "a?.js"] {
            assert!(script(&[built(name, "")]).is_err(), "{name}");
        }
    }
}
