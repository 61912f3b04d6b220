//! Build steps that the bundler does not have, as one small command.
//!
//! - `post-build` is called by Trunk when its files are ready; in a release it cuts the module, joins the style sheets
//!   and adds the content security policy, the offline worker and the single file;
//! - `serve [dir] [--port N] [--base /sub/path/]` shows a folder at a local address;
//! - `sizes [dir]` states what the artefacts weigh and fails above the budgets.

mod breakdown;
mod cut;
mod direct;
mod files;
mod later;
mod letters;
mod page;
mod policy;
mod post_build;
mod request;
mod server;
mod service_worker;
mod single_file;
mod sizes;
mod style;
mod tools;

use std::process::ExitCode;

/// What a build step could not do, in words for the person at the terminal.
type Failure = String;

const USAGE: &str = "usage: xtask post-build | serve [dir] [--port N] [--base /sub/path/] | sizes [dir]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.split_first() {
        Some((&"post-build", [])) => post_build::run(),
        Some((&"serve", rest)) => server::Options::parse(rest).and_then(|options| server::run(&options)),
        Some((&"sizes", [])) => sizes::run("dist"),
        Some((&"sizes", [dir])) => sizes::run(dir),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
