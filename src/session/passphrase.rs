//! Backup files with a passphrase. It is kept nowhere.

use super::Session;
use crate::journal::enciphered::{Enciphered, ITERATIONS, passphrase};
use crate::platform::cipher::{self, Terms};
use crate::platform::{files, random};

impl Session {
    /// Offers the open congress as a file that only the passphrase opens. False where the browser could not make it.
    pub async fn download_enciphered(&self, written: &str) -> bool {
        let Some((name, text)) = self.export() else { return false };
        let (Some(salt), Some(iv)) = (random::strong_bytes(), random::strong_bytes()) else { return false };
        let copied = self.copied_of();
        let mut file = Enciphered { iterations: ITERATIONS, salt, iv, text: Vec::new() };
        let (header, passphrase) = (file.header(), passphrase(written));
        let Some(enciphered) = cipher::encipher(terms(&file, &header, &passphrase), &text).await else {
            return false;
        };
        file.text = enciphered;
        let offered = files::download(&name, "application/json", &file.to_text());
        if offered {
            self.set_copied(copied);
        }
        offered
    }

    /// The plain file in one with a passphrase; `None` where the passphrase is another or the file was changed.
    pub async fn decipher(&self, file: &Enciphered, written: &str) -> Option<String> {
        let (header, passphrase) = (file.header(), passphrase(written));
        cipher::decipher(terms(file, &header, &passphrase), &file.text).await
    }
}

fn terms<'a>(file: &'a Enciphered, header: &'a str, passphrase: &'a str) -> Terms<'a> {
    Terms { passphrase, iterations: file.iterations, salt: &file.salt, iv: &file.iv, header }
}
