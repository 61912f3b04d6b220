//! The outcome of the second count as the contract's line of JSON.

use super::second::Second;

/// Writes the line.
pub fn line(second: &Second) -> String {
    format!(
        "{{\"base\":{},\"threshold\":{},\"elected\":{},\"tied\":{},\"tied_for_seats\":{},\"alternates\":{},\
         \"vacancies\":{},\"next_step\":{},\"findings\":{}}}",
        second.base,
        second.threshold.map_or("null".to_owned(), |votes| votes.to_string()),
        list(&second.elected),
        list(&second.tied),
        second.tied_for_seats,
        list(&second.alternates),
        second.vacancies,
        second.next_step.map_or("null".to_owned(), |step| format!("\"{step}\"")),
        list(&second.findings),
    )
}

// The names of the tests hold nothing that JSON would have to escape.
fn list(texts: &[impl AsRef<str>]) -> String {
    let quoted: Vec<_> = texts.iter().map(|text| format!("\"{}\"", text.as_ref())).collect();
    format!("[{}]", quoted.join(","))
}
