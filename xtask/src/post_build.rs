//! What the bundler calls when its files are ready, before they take the place of the last build.
//!
//! A release gets its style sheets, its policy, its single file and its offline worker. A development build gets none of them: an
//! offline worker would go on serving yesterday's code.

use std::env;
use std::path::PathBuf;

use crate::cut::{Cut, Told};
use crate::files::{Built, INDEX, SERVICE_WORKER, SINGLE_FILE};
use crate::later::Later;
use crate::policy::Artefact;
use crate::{Failure, files, policy, service_worker, single_file, style, tools};

/// Finishes the build that the bundler describes in the environment.
pub fn run() -> Result<(), Failure> {
    if variable("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let folder = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let mut built = files::all(&folder)?;
    let index = String::from_utf8_lossy(&files::read(&folder.join(INDEX))?).into_owned();
    let style::Joined { page: index, first, places, parts } = style::joined(&index, &built)?;
    for part in parts {
        files::remove(&folder.join(&part))?;
        built.retain(|file| file.name != part);
    }
    for sheet in [&first, &places] {
        files::write(&folder.join(&sheet.name), &sheet.bytes)?;
    }
    let cut = Cut::made(&places)?;
    let Told { page: index, replaced } = cut.told_in(&index, &mut built)?;
    for name in replaced {
        files::remove(&folder.join(name))?;
    }
    for file in cut.files() {
        let file = lean(file)?;
        files::write(&folder.join(&file.name), &file.bytes)?;
        built.push(file);
    }
    for script in built.iter().filter(|file| file.ends_in("js")) {
        // A policy without 'unsafe-eval' would refuse it, and only on the day that the line is reached.
        if String::from_utf8_lossy(&script.bytes).contains("new Function(") {
            return Err(format!("{}: makes code from text, which the policy forbids", script.name));
        }
    }
    let later = Later::taken_from(&mut built, small)?;
    for name in Later::replaced() {
        files::remove(&folder.join(name))?;
    }
    for file in [&later.glue, &later.module] {
        files::write(&folder.join(&file.name), &lean(file)?.bytes)?;
    }
    let index = later.told_in(&index)?;
    built.push(first);
    let single =
        single_file::made_from(&index, &built, &cut, &places, &later, |script| tools::lean(script, false))?;
    let single = policy::inserted(&single, Artefact::SingleFile { carried: &places.bytes })?;
    files::write(&folder.join(SINGLE_FILE), single_file::bytes(&single))?;
    files::write(&folder.join(INDEX), &policy::inserted(&index, Artefact::Hosted)?)?;
    // Last, because it names the files by what they hold now.
    files::write(&folder.join(SERVICE_WORKER), &service_worker::script(&files::all(&folder)?)?)
}

/// A file as it is shipped: glue without what only its writers need.
fn lean(file: &Built) -> Result<Built, Failure> {
    let bytes = match std::str::from_utf8(&file.bytes) {
        Ok(script) if file.ends_in("js") => tools::lean(script, true)?.into_bytes(),
        _ => file.bytes.clone(),
    };
    Ok(Built { name: file.name.clone(), bytes })
}

/// A module as wasm-opt leaves it.
fn small(module: &[u8]) -> Result<Vec<u8>, Failure> {
    let path = tools::target()?.join("later.wasm");
    files::write(&path, tools::unlinked(module)?)?;
    tools::make_small(std::iter::once(&path))?;
    files::read(&path)
}

fn variable(name: &str) -> Result<String, Failure> {
    env::var(name).map_err(|_| format!("{name} is not set: this step is called by trunk"))
}
