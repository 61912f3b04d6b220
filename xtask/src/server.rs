//! A small static server for looking at a build: this machine only, reading only, one folder only.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fs, thread};

use crate::Failure;
use crate::files::SINGLE_FILE;
use crate::request::{Wanted, content_type, wanted};

/// Longer requests than this are not a browser asking for a file.
const LONGEST_REQUEST: u64 = 32 * 1024;
/// A connection that says nothing for so long is closed.
const PATIENCE: Duration = Duration::from_secs(15);
/// How many ports are tried after the first.
const FURTHER_PORTS: u16 = 20;

/// What to serve, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    dir: PathBuf,
    port: u16,
    base: String,
}

impl Options {
    /// Reads `[dir] [--port N] [--base /sub/path/]`.
    pub fn parse(arguments: &[&str]) -> Result<Self, Failure> {
        let mut options = Self { dir: PathBuf::from("dist"), port: 8080, base: "/".to_owned() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| format!("{argument} needs a value"));
            match *argument {
                "--port" => {
                    let port = value()?;
                    options.port = port.parse().map_err(|_| format!("{port} is no port"))?;
                }
                "--base" => {
                    let inner = value()?.trim_matches('/');
                    options.base = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
                }
                flag if flag.starts_with('-') => return Err(format!("serve does not know {flag}")),
                dir => options.dir = PathBuf::from(dir),
            }
        }
        Ok(options)
    }
}

/// Serves until the process is ended.
pub fn run(options: &Options) -> Result<(), Failure> {
    let dir = options.dir.canonicalize().map_err(|error| format!("{}: {error}", options.dir.display()))?;
    let (listener, port) = listen(options.port)?;
    let base = Arc::new(options.base.clone());
    println!("Serving {} at:", options.dir.display());
    println!("  http://127.0.0.1:{port}{base}");
    let single = dir.join(SINGLE_FILE);
    if single.exists() {
        println!(
            "The same in one file, for a USB stick (open it by a double click):\n  {}",
            single.display()
        );
    }
    println!("Ctrl+C ends it.");
    let dir = Arc::new(dir);
    for stream in listener.incoming().flatten() {
        let (dir, base) = (Arc::clone(&dir), Arc::clone(&base));
        // A browser that goes away in the middle is no failure of the server.
        thread::spawn(move || answer(&stream, &dir, &base).ok());
    }
    Ok(())
}

/// The first free port from this one on.
fn listen(first: u16) -> Result<(TcpListener, u16), Failure> {
    let last = first.saturating_add(FURTHER_PORTS);
    (first..=last)
        .find_map(|port| {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()?;
            // Port 0 asks the system for any free one.
            let port = listener.local_addr().ok()?.port();
            Some((listener, port))
        })
        .ok_or_else(|| format!("no free port from {first} to {last}"))
}

/// Reads one request and answers it; the connection ends with the answer.
fn answer(stream: &TcpStream, dir: &Path, base: &str) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let Some(request) = lines.next().transpose()? else {
        return Ok(());
    };
    // The headers say nothing that matters here, but an answer before their end would cut the connection.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if method != "GET" && method != "HEAD" {
        return send(stream, "405 Method Not Allowed", "Allow: GET, HEAD\r\n", b"", true);
    }
    let whole = method == "GET";
    match wanted(target, base) {
        Wanted::Moved(to) => {
            send(stream, "308 Permanent Redirect", &format!("Location: {to}\r\n"), b"", whole)
        }
        Wanted::File(name) => match read_inside(dir, &name) {
            Some(bytes) => {
                let kind = format!("Content-Type: {}\r\n", content_type(&name));
                send(stream, "200 OK", &kind, &bytes, whole)
            }
            None => not_found(stream, whole),
        },
        Wanted::Nothing => not_found(stream, whole),
    }
}

/// A file's bytes, if it lies in the folder even after every link is followed.
fn read_inside(dir: &Path, name: &str) -> Option<Vec<u8>> {
    let path = dir.join(name).canonicalize().ok()?;
    if path.starts_with(dir) { fs::read(path).ok() } else { None }
}

fn not_found(stream: &TcpStream, whole: bool) -> io::Result<()> {
    send(stream, "404 Not Found", "Content-Type: text/plain; charset=utf-8\r\n", b"Not found.\n", whole)
}

fn send(mut stream: &TcpStream, status: &str, headers: &str, body: &[u8], whole: bool) -> io::Result<()> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    if whole {
        stream.write_all(body)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_in_any_order() {
        let options = Options::parse(&["--base", "a/b", "out", "--port", "9000"]).unwrap();
        assert_eq!(options, Options { dir: "out".into(), port: 9000, base: "/a/b/".into() });
        assert_eq!(Options::parse(&["--base", "/"]).unwrap().base, "/");
        for wrong in [&["--port"][..], &["--port", "x"], &["--nothing"]] {
            assert!(Options::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_taken_port_is_passed_over() {
        let (first, port) = listen(0).unwrap();
        let (_second, next) = listen(port).unwrap();
        assert!(next > port);
        drop(first);
    }

    #[test]
    fn files_are_answered_and_strangers_are_not() {
        let dir = std::env::current_dir().unwrap().canonicalize().unwrap();
        let (listener, port) = listen(0).unwrap();
        let ask = |request: &str| {
            let mut client = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
            client.write_all(request.as_bytes()).unwrap();
            let (server, _) = listener.accept().unwrap();
            answer(&server, &dir, "/").unwrap();
            drop(server);
            let mut reply = String::new();
            client.read_to_string(&mut reply).unwrap();
            reply
        };
        let found = ask("GET /Cargo.toml?x HTTP/1.1\r\nHost: a\r\n\r\n");
        assert!(found.starts_with("HTTP/1.1 200 OK\r\n") && found.contains("[package]"), "{found}");
        let head = ask("HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.ends_with("\r\n\r\n"), "{head}");
        assert!(ask("GET /../Cargo.toml HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        assert!(ask("GET /src HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        assert!(ask("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
    }
}
