//! The files of a built folder, named as a browser would ask for them.

use std::fs;
use std::path::Path;

use crate::Failure;

/// The page that carries everything inside it.
pub const SINGLE_FILE: &str = "so-tay-dai-hoi.html";
/// The offline worker's script.
pub const SERVICE_WORKER: &str = "sw.js";
/// The page of the hosted folder.
pub const INDEX: &str = "index.html";

/// A file of a built folder.
pub struct Built {
    /// Its path from the folder, with `/` between the parts.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Built {
    /// Whether the name ends in `.` and this ending.
    pub fn ends_in(&self, ending: &str) -> bool {
        self.name.rsplit_once('.').is_some_and(|(_, found)| found == ending)
    }
}

/// Every file under a folder, in the order of the names.
pub fn all(folder: &Path) -> Result<Vec<Built>, Failure> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<Built>) -> Result<(), Failure> {
    let told = |error| format!("cannot read {}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        let Ok(name) = entry.file_name().into_string() else {
            return Err(format!("{} holds a name that is not text", folder.display()));
        };
        let path = entry.path();
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), found)?;
        } else {
            found.push(Built { bytes: read(&path)?, name });
        }
    }
    Ok(())
}

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Writes a file, replacing what was there.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    fs::write(path, content).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

/// Takes a file away.
pub fn remove(path: &Path) -> Result<(), Failure> {
    fs::remove_file(path).map_err(|error| format!("cannot remove {}: {error}", path.display()))
}
