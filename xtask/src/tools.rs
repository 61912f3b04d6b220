//! The tools that make modules ready for the browser, and the folder that they work in.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, thread};

use wasmparser::{Parser, Payload};

use crate::{Failure, files};

/// Older versions (Debian's 108) exit 0 and leave a page that stays blank.
const WASM_OPT: &str = "version 132";
const SMALL: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// Where cargo puts what it builds: this program lies in a folder of it.
pub fn target() -> Result<PathBuf, Failure> {
    let own = env::current_exe().map_err(|error| format!("cannot find the target folder: {error}"))?;
    own.ancestors().nth(2).map(Path::to_path_buf).ok_or_else(|| "cannot find the target folder".to_owned())
}

/// What a tool prints; what it complains about where it fails.
pub fn run(tool: &str, arguments: &[&str]) -> Result<String, Failure> {
    let made = Command::new(tool).args(arguments).output().map_err(|error| format!("{tool}: {error}"))?;
    if made.status.success() {
        return Ok(String::from_utf8_lossy(&made.stdout).into_owned());
    }
    Err(format!("{tool}: {}", String::from_utf8_lossy(&made.stderr)))
}

/// Makes each module small, all of them at once.
pub fn make_small<'a>(modules: impl Iterator<Item = &'a PathBuf>) -> Result<(), Failure> {
    let version = run("wasm-opt", &["--version"])?;
    if !version.contains(WASM_OPT) {
        return Err(format!("wasm-opt must be {WASM_OPT}, not {}", version.trim()));
    }
    thread::scope(|scope| {
        let working: Vec<_> = modules
            .map(|module| {
                scope.spawn(move || {
                    let path = module.to_string_lossy();
                    run("wasm-opt", &[&SMALL[..], &[&path, "-o", &path]].concat()).map(drop)
                })
            })
            .collect();
        let made = |one: thread::ScopedJoinHandle<'_, _>| {
            one.join().unwrap_or_else(|_| Err("wasm-opt was not run".to_owned()))
        };
        working.into_iter().try_for_each(made)
    })
}

/// A script without what only its writers need. Names at the top of one that is no module stay, since others call them.
pub fn lean(script: &str, is_module: bool) -> Result<String, Failure> {
    let path = target()?.join("lean.js");
    files::write(&path, script)?;
    let path = path.to_string_lossy();
    let module: &[&str] = if is_module { &["--module"] } else { &[] };
    run("terser", &[&[&*path, "--compress", "--mangle", "--ecma", "2022"], module].concat())
}

/// A module without what the linker left to cut it by, which wasm-opt would carry along.
pub fn unlinked(module: &[u8]) -> Result<Vec<u8>, Failure> {
    const HEAD: usize = 8;
    let mut left = module.get(..HEAD).unwrap_or_default().to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(|error| format!("cannot read a module: {error}"))?;
        let is_link = |name: &str| name == "linking" || name.starts_with("reloc.");
        if matches!(&payload, Payload::CustomSection(section) if is_link(section.name())) {
            continue;
        }
        let Some((id, range)) = payload.as_section() else { continue };
        left.push(id);
        left.extend(length(range.len()));
        left.extend_from_slice(module.get(range).unwrap_or_default());
    }
    Ok(left)
}

/// A whole number as modules write it: seven bits in each byte, the lowest first.
fn length(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let [low, ..] = (number & 0x7f).to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_linker_left_is_taken_out() {
        let section = |name: &str, bytes: usize| {
            let mut content = vec![u8::try_from(name.len()).unwrap()];
            content.extend_from_slice(name.as_bytes());
            content.resize(content.len() + bytes, 7);
            let mut section = vec![0];
            section.extend(length(content.len()));
            section.extend(content);
            section
        };
        let head = b"\0asm\x01\0\0\0".to_vec();
        for bytes in [1, 100, 1_000, 20_000] {
            let kept = section("producers", bytes);
            let all = [head.clone(), section("linking", bytes), kept.clone(), section("reloc.CODE", bytes)]
                .concat();
            assert_eq!(unlinked(&all).unwrap(), [head.clone(), kept].concat(), "{bytes}");
        }
        assert!(unlinked(b"module").is_err());
        assert_eq!([0, 127, 128, 16_384].map(length), [vec![0], vec![127], vec![128, 1], vec![128, 128, 1]]);
    }
}
