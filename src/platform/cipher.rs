//! Enciphering with a passphrase, by the browser itself. Over plain http it offers none.

use super::plain_object::plain_object;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type SubtleCrypto;

    #[wasm_bindgen(method, catch, js_name = importKey)]
    async fn import_key(
        this: &SubtleCrypto,
        form: &str,
        key: &JsValue,
        use_: &str,
        extractable: bool,
        uses: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = deriveKey)]
    async fn derive_key(
        this: &SubtleCrypto,
        how: &JsValue,
        base: &JsValue,
        kind: &JsValue,
        extractable: bool,
        uses: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn encrypt(
        this: &SubtleCrypto,
        how: &JsValue,
        key: &JsValue,
        data: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn decrypt(
        this: &SubtleCrypto,
        how: &JsValue,
        key: &JsValue,
        data: &JsValue,
    ) -> Result<JsValue, JsValue>;
}

/// What a text is enciphered with: PBKDF2 with SHA-256 makes the key, AES-GCM of 256 bits enciphers.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// What the person wrote, in the form in which it is compared.
    pub passphrase: &'a str,
    /// How often the key is hashed.
    pub iterations: u32,
    /// 16 bytes.
    pub salt: &'a [u8],
    /// 12 bytes, never twice under one key.
    pub iv: &'a [u8],
    /// A text that is bound to the enciphered one, and stays in sight.
    pub header: &'a str,
}

/// Whether the browser enciphers here.
pub fn is_known() -> bool {
    subtle().is_some()
}

/// The bytes enciphered, with their mark of 16 bytes; `None` where the browser fails.
pub async fn encipher(terms: Terms<'_>, plain: &[u8]) -> Option<Vec<u8>> {
    let (subtle, key) = key(&terms).await?;
    let sealed = subtle.encrypt(&way(&terms), &key, &bytes(plain)).await.ok()?;
    Some(Uint8Array::new(&sealed).to_vec())
}

/// The bytes as they were; `None` where the passphrase is another, or anything was changed, or the browser fails.
pub async fn decipher(terms: Terms<'_>, sealed: &[u8]) -> Option<Vec<u8>> {
    let (subtle, key) = key(&terms).await?;
    let plain = subtle.decrypt(&way(&terms), &key, &bytes(sealed)).await.ok()?;
    Some(Uint8Array::new(&plain).to_vec())
}

async fn key(terms: &Terms<'_>) -> Option<(SubtleCrypto, JsValue)> {
    let subtle = subtle()?;
    let base = bytes(terms.passphrase.as_bytes());
    let base =
        subtle.import_key("raw", &base, "PBKDF2", false, &Array::of1(&"deriveKey".into())).await.ok()?;
    let how = plain_object(&[
        ("name", &"PBKDF2".into()),
        ("hash", &"SHA-256".into()),
        ("salt", &bytes(terms.salt)),
        ("iterations", &terms.iterations.into()),
    ]);
    let kind = plain_object(&[("name", &"AES-GCM".into()), ("length", &256.into())]);
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key = subtle.derive_key(&how, &base, &kind, false, &uses).await.ok()?;
    Some((subtle, key))
}

fn way(terms: &Terms<'_>) -> JsValue {
    plain_object(&[
        ("name", &"AES-GCM".into()),
        ("iv", &bytes(terms.iv)),
        ("additionalData", &bytes(terms.header.as_bytes())),
    ])
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn subtle() -> Option<SubtleCrypto> {
    let crypto = web_sys::window()?.crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    subtle.is_object().then(|| subtle.unchecked_into())
}
