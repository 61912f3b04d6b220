//! What the artefacts weigh, and the budgets that they must keep.
//!
//! The first load is everything that a first visit fetches before the first place can be used, in brotli, as a host
//! sends it. What a later moment fetches does not count: the worker, the icons, the manifest, the folder `later/`.

use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

use crate::Failure;
use crate::files::{self, Built, SERVICE_WORKER, SINGLE_FILE};
use crate::{breakdown, cut};

/// Bytes of the first load, brotli.
const FIRST_LOAD_BUDGET: usize = 150_000;
/// The file that tells what the first load weighs: it may grow by a fiftieth before a line there has to say so.
const CHANGELOG: &str = "CHANGELOG.md";
const GROWTH: usize = 50;
/// Bytes of the single file, as it lies on a USB stick.
const SINGLE_FILE_BUDGET: usize = 1_500_000;

/// A file's weight in each form.
struct Weight {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the weights of a built folder and fails above a budget.
pub fn run(dir: &str) -> Result<(), Failure> {
    let built = files::all(Path::new(dir))?;
    let mut weights = Vec::new();
    for file in &built {
        weights.push(Weight::of(file)?);
    }
    print!("{}", table(&weights));
    if let Some(single) = built.iter().find(|file| file.name == SINGLE_FILE) {
        println!("sha256 of {SINGLE_FILE}: {:x}", Sha256::digest(&single.bytes));
    }
    let first_load =
        weights.iter().filter(|weight| is_first_load(&weight.name)).map(|weight| weight.brotli).sum();
    let single_file = weights.iter().find(|weight| weight.name == SINGLE_FILE).map(|weight| weight.raw);
    let single_file =
        single_file.ok_or_else(|| format!("{dir} has no {SINGLE_FILE}: build a release first"))?;
    let changelog = files::read(Path::new(CHANGELOG))?;
    let told = told(&String::from_utf8_lossy(&changelog)).ok_or_else(|| {
        format!("{CHANGELOG} must say in one row of lines what the first load weighs: First load A → B kB")
    })?;
    let budget = FIRST_LOAD_BUDGET.min(told + told / GROWTH);
    breakdown::print(&cut::named_module()?);
    // Both lines are printed before either fails.
    let kept = [
        held("first load, brotli", first_load, budget),
        held("single file, raw", single_file, SINGLE_FILE_BUDGET),
    ];
    if kept.contains(&false) { Err("over budget".to_owned()) } else { Ok(()) }
}

/// The bytes of the first load that the changelog told last. Each of its lines goes on from another, so the last is the one
/// from which none goes on; none where that is not a single one.
fn told(changelog: &str) -> Option<usize> {
    let text = changelog.split_whitespace().collect::<Vec<_>>().join(" ");
    let step = |line: &str| {
        let (before, after) = line.split_once(" → ")?;
        let before: usize = before.rsplit(' ').next()?.parse().ok()?;
        let after: usize = after.split(' ').next()?.parse().ok()?;
        Some((before, after))
    };
    let steps: Vec<(usize, usize)> = text.split("First load").skip(1).filter_map(step).collect();
    let times = |kilobytes: usize, of: fn(&(usize, usize)) -> usize| {
        steps.iter().filter(|step| of(step) == kilobytes).count()
    };
    let mut last: Vec<usize> = steps.iter().map(|step| step.1).collect();
    last.sort_unstable();
    last.dedup();
    last.retain(|after| times(*after, |step| step.1) > times(*after, |step| step.0));
    match last.as_slice() {
        [one] => Some(one * 1000),
        _ => None,
    }
}

/// Whether a first visit waits for this file.
fn is_first_load(name: &str) -> bool {
    let later = ["icons/", "later/"].iter().any(|folder| name.starts_with(folder));
    !later && name != SERVICE_WORKER && name != SINGLE_FILE && !name.ends_with(".webmanifest")
}

/// Says how a weight stands to its budget; true when it keeps it.
fn held(what: &str, weight: usize, budget: usize) -> bool {
    let kept = weight <= budget;
    println!("{} {what}: {} of {}", if kept { "ok  " } else { "OVER" }, grouped(weight), grouped(budget));
    kept
}

fn table(weights: &[Weight]) -> String {
    let mut lines = vec![format!("{:<44}{:>11}{:>11}{:>11}\n", "", "raw", "gzip", "brotli")];
    for Weight { name, raw, gzip, brotli } in weights {
        let (raw, gzip, brotli) = (grouped(*raw), grouped(*gzip), grouped(*brotli));
        let mark = if is_first_load(name) { '*' } else { ' ' };
        lines.push(format!("{mark} {name:<42}{raw:>11}{gzip:>11}{brotli:>11}\n"));
    }
    lines.push("* first load\n".to_owned());
    lines.concat()
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut result = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            result.push(' ');
        }
        result.push(digit);
    }
    result
}

impl Weight {
    fn of(file: &Built) -> Result<Self, Failure> {
        let told = |error| format!("cannot compress {}: {error}", file.name);
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        let gzip = gzip.write_all(&file.bytes).and_then(|()| gzip.finish()).map_err(told)?;
        let mut brotli = Vec::new();
        let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut file.bytes.as_slice(), &mut brotli, &best).map_err(told)?;
        Ok(Self { name: file.name.clone(), raw: file.bytes.len(), gzip: gzip.len(), brotli: brotli.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_first_visit_waits_for_is_counted() {
        for name in ["index.html", "app-1_bg.wasm", "app-1.js", "base-2.css", "data/rules.json"] {
            assert!(is_first_load(name), "{name}");
        }
        for name in
            ["sw.js", "so-tay-dai-hoi.html", "icons/icon.svg", "manifest.webmanifest", "later/docx.wasm"]
        {
            assert!(!is_first_load(name), "{name}");
        }
    }

    #[test]
    fn the_changelog_tells_the_last_weight() {
        let told = |lines: &str| told(lines);
        assert_eq!(told("a (First load 5 → 7 kB.) b (First load 7 → 9 kB; more 1 → 2 kB.)"), Some(9_000));
        assert_eq!(told("(First load 7 → 9\n  kB.) (First load with it 5 → 7 kB.)"), Some(9_000));
        // A weight that was reached, left and reached again.
        assert_eq!(told("First load 5 → 7 kB. First load 7 → 6 kB. First load 6 → 7 kB."), Some(7_000));
        assert_eq!(told("First load 5 → 7 kB. First load 8 → 9 kB."), None);
        assert_eq!(told("nothing"), None);
    }

    #[test]
    fn a_budget_is_kept_up_to_its_last_byte() {
        assert!(held("x", 10, 10));
        assert!(!held("x", 11, 10));
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(
            ["0", "999", "1 000", "1 234 567"],
            [0, 999, 1000, 1_234_567].map(grouped).each_ref().map(String::as_str)
        );
    }

    #[test]
    fn compression_makes_repeated_bytes_small() {
        let weight = Weight::of(&Built { name: "a".into(), bytes: vec![7; 10_000] }).unwrap();
        assert!(weight.raw == 10_000 && weight.gzip < 100 && weight.brotli < 100);
    }
}
