//! What part of counting rounds is reading them: the same lines, taken further at each stage, and by `examples/count`.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use so_tay_dai_hoi::congress::election::Round;

use crate::rounds;

#[path = "../../examples/count.rs"]
#[expect(dead_code, reason = "`run` is timed; `main` is for the shell")]
mod command;

/// The stages take turns, so that a slow moment of the machine meets all of them.
const TURNS: usize = 5;

/// What was measured in one turn.
struct Turn {
    lines: Duration,
    loosely: Duration,
    strictly: Duration,
    counted: Duration,
    whole: Run,
    tenth: Run,
}

/// What was measured of one run of the command.
struct Run {
    time: Duration,
    /// The most memory it ever held, in kB.
    memory: u64,
}

/// Runs every stage some times and prints the medians of their ratios.
pub fn report(number: u32) {
    let command = command_path();
    let (tenth, whole) = (written("tenth", number / 10), written("whole", number));
    let size = fs::metadata(&whole).unwrap().len();
    println!("{number} rounds, {size} bytes, {TURNS} turns");
    let turns: Vec<Turn> = (0..TURNS).map(|_| Turn::new(&command, &tenth, &whole)).collect();

    let nanoseconds = median(turns.iter().map(|turn| u64::try_from(turn.whole.time.as_nanos()).unwrap()));
    println!("The command takes {} ns a round, of which in %:", nanoseconds / u64::from(number));
    let share = |part: fn(&Turn) -> Duration| ratio(&turns, part, |turn| turn.whole.time);
    println!("  finding the lines               {}", share(|turn| turn.lines));
    println!("  … reading them as any JSON      {}", share(|turn| turn.loosely));
    println!("  … reading them as rounds        {}", share(|turn| turn.strictly));
    println!("  … counting them and writing     {}", share(|turn| turn.counted));
    println!("Of the time of reading any JSON, in %:");
    let of_loosely = |part: fn(&Turn) -> Duration| ratio(&turns, part, |turn| turn.loosely);
    println!("  reading rounds                  {}", of_loosely(|turn| turn.strictly));
    println!("  the command                     {}", of_loosely(|turn| turn.whole.time));
    println!("All rounds, of a tenth of them, in %:");
    println!("  time                            {}", ratio(&turns, |t| t.whole.time, |t| t.tenth.time));
    let memory = |of: fn(&Turn) -> u64| median(turns.iter().map(of));
    let (tenth_memory, whole_memory) = (memory(|turn| turn.tenth.memory), memory(|turn| turn.whole.memory));
    println!("  memory                          {}", whole_memory * 100 / tenth_memory.max(1));
    println!("Most memory of the command: {tenth_memory} kB for a tenth, {whole_memory} kB for all");
    for path in [tenth, whole] {
        fs::remove_file(path).unwrap();
    }
}

impl Turn {
    fn new(command: &Path, tenth: &Path, whole: &Path) -> Self {
        let each = |read: fn(&str) -> usize| timed(|| _ = black_box(each_line(whole, read)));
        Self {
            lines: each(str::len),
            loosely: each(|line| {
                let round: serde_json::Value = serde_json::from_str(line).unwrap();
                round.as_object().map_or(0, serde_json::Map::len)
            }),
            strictly: each(|line| Round::from_json(line).unwrap().candidates.len()),
            counted: timed(|| {
                let refused = command::run(BufReader::new(File::open(whole).unwrap()), io::sink()).unwrap();
                assert_eq!(refused, 0);
            }),
            whole: Run::new(command, whole),
            tenth: Run::new(command, tenth),
        }
    }
}

impl Run {
    fn new(command: &Path, rounds: &Path) -> Self {
        let start = Instant::now();
        let mut child =
            Command::new(command).stdin(File::open(rounds).unwrap()).stdout(Stdio::null()).spawn().unwrap();
        let mut memory = 0;
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            // The figure only rises and is gone with the process: what the last look missed are milliseconds.
            memory = most_memory(child.id()).unwrap_or(memory);
            sleep(Duration::from_millis(5));
        };
        assert!(status.success(), "the command refused a round");
        Self { time: start.elapsed(), memory }
    }
}

/// The most memory that a process ever held, in kB; none where the system does not tell.
fn most_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// The command, where `cargo build --release --example count` puts it: beside the folder of this program.
fn command_path() -> PathBuf {
    let path = std::env::current_exe().unwrap().with_file_name("../examples/count");
    assert!(path.exists(), "first: cargo build --release --example count");
    path
}

/// A file of so many rounds in the target folder.
fn written(name: &str, number: u32) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.ndjson"));
    rounds::write(number, File::create(&path).unwrap());
    path
}

/// Reads every line, and adds up what the reading gives, so that no part of it can be left out.
fn each_line(path: &Path, read: fn(&str) -> usize) -> usize {
    let mut sum = 0;
    let mut lines = BufReader::new(File::open(path).unwrap());
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).unwrap() > 0 {
        sum += read(str::from_utf8(&line).unwrap());
        line.clear();
    }
    sum
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The median over all turns of how many hundredths one time is of another.
fn ratio(turns: &[Turn], part: fn(&Turn) -> Duration, whole: fn(&Turn) -> Duration) -> u64 {
    let hundredths = |turn: &Turn| part(turn).as_nanos() * 100 / whole(turn).as_nanos();
    median(turns.iter().map(|turn| u64::try_from(hundredths(turn)).unwrap()))
}

fn median(figures: impl Iterator<Item = u64>) -> u64 {
    let mut figures: Vec<u64> = figures.collect();
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap()
}
