//! Files and codes with a passphrase. It is kept nowhere.

use super::Session;
use crate::codes::is_small;
use crate::journal::enciphered::{Enciphered, ITERATIONS, passphrase};
use crate::platform::cipher::{self, Terms};
use crate::platform::{files, later, random};

impl Session {
    /// Offers the open congress as a file that only the passphrase opens. False where the browser could not make it.
    pub async fn download_enciphered(&self, written: &str) -> bool {
        let Some((name, text)) = self.export() else { return false };
        let copied = self.copied_of();
        let Some(enciphered) = enciphered(text.as_bytes(), written).await else { return false };
        let offered = files::download(&name, "application/json", &enciphered);
        if offered {
            self.set_copied(copied);
        }
        offered
    }

    /// A text for codes that only the passphrase opens, small, because every code takes its moment. `None` where the
    /// browser could not make it.
    pub async fn enciphered_for_codes(&self, text: &str, written: &str) -> Option<String> {
        enciphered(&later::made_small(text).await?, written).await
    }

    /// The plain file in one with a passphrase; `None` where the passphrase is another or the file was changed.
    pub async fn decipher(&self, file: &Enciphered, written: &str) -> Option<String> {
        let (header, passphrase) = (file.header(), passphrase(written));
        let plain = cipher::decipher(terms(file, &header, &passphrase), &file.text).await?;
        if is_small(&plain) { later::made_whole(&plain).await } else { String::from_utf8(plain).ok() }
    }
}

/// A file that only the passphrase opens.
async fn enciphered(plain: &[u8], written: &str) -> Option<String> {
    let (salt, iv) = (random::strong_bytes()?, random::strong_bytes()?);
    let mut file = Enciphered { iterations: ITERATIONS, salt, iv, text: Vec::new() };
    let (header, passphrase) = (file.header(), passphrase(written));
    file.text = cipher::encipher(terms(&file, &header, &passphrase), plain).await?;
    Some(file.to_text())
}

fn terms<'a>(file: &'a Enciphered, header: &'a str, passphrase: &'a str) -> Terms<'a> {
    Terms { passphrase, iterations: file.iterations, salt: &file.salt, iv: &file.iv, header }
}
