//! What a browser asks for, as a file of the served folder: never one outside it.

/// The answer to a request's target, before any file is looked at.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A file, by its path from the served folder.
    File(String),
    /// The same place under its right address.
    Moved(String),
    /// Nothing that is served.
    Nothing,
}

/// Reads a request's target; `base` begins and ends with `/`.
pub fn wanted(target: &str, base: &str) -> Wanted {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    if base.strip_suffix('/') == Some(path) && !path.is_empty() {
        return Wanted::Moved(base.to_owned());
    }
    let Some(path) = path.strip_prefix(base).and_then(decoded) else {
        return Wanted::Nothing;
    };
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    let served = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    if path.split('/').all(served) { Wanted::File(path) } else { Wanted::Nothing }
}

/// The path with its `%` signs read.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// What kind of file this is, by the ending of its name.
pub fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> Wanted {
        Wanted::File(path.to_owned())
    }

    #[test]
    fn folders_are_their_page() {
        assert_eq!(wanted("/", "/"), file("index.html"));
        assert_eq!(wanted("/?a=1#b", "/"), file("index.html"));
        assert_eq!(wanted("/a/b/", "/"), file("a/b/index.html"));
        assert_eq!(wanted("/a/b.js", "/"), file("a/b.js"));
        assert_eq!(wanted("/s%E1%BB%95%20tay.txt", "/"), file("sổ tay.txt"));
    }

    #[test]
    fn a_base_is_taken_off_and_its_end_is_added() {
        assert_eq!(wanted("/a/b/", "/a/b/"), file("index.html"));
        assert_eq!(wanted("/a/b/c.css", "/a/b/"), file("c.css"));
        assert_eq!(wanted("/a/b?x", "/a/b/"), Wanted::Moved("/a/b/".to_owned()));
        assert_eq!(wanted("/", "/a/b/"), Wanted::Nothing);
        assert_eq!(wanted("/a/bc", "/a/b/"), Wanted::Nothing);
    }

    #[test]
    fn nothing_outside_the_folder_is_reached() {
        let targets = [
            "/../a",
            "/a/../../b",
            "/%2e%2e/a",
            "/..%2fa",
            "/a/%2E./b",
            "//etc/passwd",
            "/%2fetc",
            "/a\\..\\b",
            "/%5c..",
            "/c:/a",
            "/%00",
            "/.git/config",
            "/%zz",
            "/%e1%bb",
            "/%",
            "a",
            "",
            "http://other/",
        ];
        for target in targets {
            assert_eq!(wanted(target, "/"), Wanted::Nothing, "{target}");
        }
    }

    #[test]
    fn modules_have_the_type_that_lets_them_stream() {
        assert_eq!(content_type("a_bg.wasm"), "application/wasm");
        assert_eq!(content_type("a.tar"), "application/octet-stream");
    }
}
