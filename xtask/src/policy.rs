//! The content security policy of a page: only the scripts that were built run, nothing is sent anywhere.
//!
//! A hosted page may load its own files; the single file may load nothing at all. Every script that stands in the
//! page is named by its hash, so a page that was tampered with does not run.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::Failure;
use crate::page::{self, Element};

/// Which artefact a policy is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artefact<'a> {
    /// The folder for a static host.
    Hosted,
    /// The one file that opens from a USB stick.
    SingleFile {
        /// The style sheet that it carries along and puts in later.
        carried: &'a [u8],
    },
}

/// A text's hash as a policy names it.
pub fn hash(text: impl AsRef<[u8]>) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The page with its policy as the first thing after the character set, before anything that it governs.
pub fn inserted(page: &str, artefact: Artefact<'_>) -> Result<String, Failure> {
    let elements = page::elements(page);
    if elements.iter().any(|element| element.attribute("http-equiv").is_some()) {
        return Err("the page already has a policy".to_owned());
    }
    if elements.iter().any(|element| element.attribute("style").is_some()) {
        return Err("the page has a style attribute, which the policy forbids".to_owned());
    }
    let Some(charset) = elements.iter().find(|element| element.attribute("charset").is_some()) else {
        return Err("the page does not name its character set".to_owned());
    };
    let policy = policy(&elements, artefact);
    let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok(page::replaced(page, vec![(charset.place.end..charset.place.end, meta)]))
}

fn policy(elements: &[Element<'_>], artefact: Artefact<'_>) -> String {
    let scripts = hashes(elements.iter().filter(|element| is_inline_script(element)));
    match artefact {
        Artefact::Hosted => format!(
            "default-src 'none'; script-src 'self' {scripts} 'wasm-unsafe-eval'; connect-src 'self'; \
             worker-src 'self'; manifest-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
             media-src blob:; base-uri 'none'; form-action 'none'"
        ),
        Artefact::SingleFile { carried } => {
            let styles = hashes(elements.iter().filter(|element| element.name == "style"));
            let carried = hash(carried);
            format!(
                "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles} {carried}; \
                 connect-src 'none'; img-src data: blob:; base-uri 'none'; form-action 'none'"
            )
        }
    }
}

/// A script that runs from the page itself; one of another type is data, which no policy asks about.
fn is_inline_script(element: &Element<'_>) -> bool {
    element.name == "script"
        && element.attribute("src").is_none()
        && matches!(element.attribute("type"), None | Some("module" | "text/javascript"))
}

fn hashes<'a>(elements: impl Iterator<Item = &'a Element<'a>>) -> String {
    elements.map(|element| hash(element.text)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // The example of the specification of Content Security Policy, level 3.
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn the_hosted_policy_names_inline_scripts_and_allows_its_own_files() {
        let page =
            "<meta charset=\"utf-8\"><script>a</script><script type=module>b</script><script src=c></script>";
        let page = inserted(page, Artefact::Hosted).unwrap();
        let expected = format!("script-src 'self' {} {} 'wasm-unsafe-eval';", hash("a"), hash("b"));
        assert!(page.contains(&expected), "{page}");
        assert!(page.starts_with("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""));
        assert!(page.contains("connect-src 'self'"));
    }

    #[test]
    fn the_single_file_may_load_nothing() {
        let page = "<meta charset=utf-8><style>s</style><script type=application/octet-stream>d</script><script>a</script>";
        let page = inserted(page, Artefact::SingleFile { carried: b"t" }).unwrap();
        assert!(page.contains(&format!("script-src {} 'wasm-unsafe-eval';", hash("a"))), "{page}");
        assert!(page.contains(&format!("style-src {} {};", hash("s"), hash("t"))));
        assert!(page.contains("connect-src 'none'"));
        assert!(!page.contains("'self'") && !page.contains("unsafe-inline") && !page.contains(&hash("d")));
    }

    #[test]
    fn pages_that_the_policy_would_break_are_refused() {
        for page in ["<p>", "<meta charset=utf-8><p style='x'>", "<meta charset=utf-8><meta http-equiv=x>"] {
            assert!(inserted(page, Artefact::Hosted).is_err(), "{page}");
        }
    }
}
