//! The second copy: texts by key in `IndexedDB`, where a transaction that asks for strict durability is on the disk when
//! it completes.
//!
//! A later arrangement of the stores takes another database name: then no window of an older app holds it up.

use super::keyed::Keyed;
use super::strict;
use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, OpenDbError};
use indexed_db_futures::internals::SystemRepr as _;
use indexed_db_futures::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;

const NAME: &str = "so-tay-dai-hoi";
const KEPT: &str = "kept";

/// How long the browser may take to open the database, in milliseconds; some never answer the first call.
const PATIENCE_MS: i32 = 2000;

thread_local! {
    static OPENED: RefCell<Option<Database>> = const { RefCell::new(None) };
}

/// The browser has no database for this page, or it failed; what was asked for did not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatabaseFailed;

impl From<Error> for DatabaseFailed {
    fn from(_: Error) -> Self {
        Self
    }
}

impl From<OpenDbError> for DatabaseFailed {
    fn from(_: OpenDbError) -> Self {
        Self
    }
}

/// What one transaction does, all of it or nothing: first it removes, then it puts.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Texts by key; what stood there before is replaced.
    pub put: Vec<Arc<Keyed>>,
    /// What the browser lets a page keep of a file that a person chose, by key.
    pub put_handle: Option<(String, JsValue)>,
    /// Keys that go.
    pub remove: Vec<String>,
    /// Every key that starts so goes.
    pub remove_under: Vec<String>,
}

/// All texts whose key starts with a prefix, sorted by key.
pub async fn read(prefix: &str) -> Result<Vec<(String, String)>, DatabaseFailed> {
    let database = open().await?;
    let result = read_with(&database, prefix).await;
    if result.is_err() {
        close();
    }
    let text = |(key, value): (String, JsValue)| Some((key, value.as_string()?));
    Ok(result?.into_iter().filter_map(text).collect())
}

/// The handle of a file under a key.
pub async fn handle(key: &str) -> Option<JsValue> {
    let found = read_with(&open().await.ok()?, key).await.ok()?;
    found.into_iter().next().map(|(_, handle)| handle)
}

/// The keys that start with a prefix, sorted.
pub async fn keys(prefix: &str) -> Result<Vec<String>, DatabaseFailed> {
    let database = open().await?;
    let transaction = database.transaction(KEPT).build()?;
    let store = transaction.object_store(KEPT)?;
    let keys = store.get_all_keys::<String>().with_query::<String, _>(range(prefix)).primitive()?;
    Ok(keys.await?.collect::<Result<Vec<String>, _>>()?)
}

async fn read_with(database: &Database, prefix: &str) -> Result<Vec<(String, JsValue)>, DatabaseFailed> {
    let transaction = database.transaction(KEPT).build()?;
    let store = transaction.object_store(KEPT)?;
    let keys = store.get_all_keys::<String>().with_query::<String, _>(range(prefix)).primitive()?;
    let texts = store.get_all::<JsValue>().with_query::<String, _>(range(prefix)).primitive()?;
    let keys = keys.await?.collect::<Result<Vec<String>, _>>()?;
    let texts = texts.await?.collect::<Result<Vec<JsValue>, _>>()?;
    Ok(keys.into_iter().zip(texts).collect())
}

/// Writes a batch; when this returns well, it is on the disk as far as the browser can know.
pub async fn write(batch: &Batch) -> Result<(), DatabaseFailed> {
    let database = open().await?;
    let first = write_with(&database, batch).await;
    if first.is_ok() {
        return Ok(());
    }
    // A connection can be lost while the page sleeps; a new one is tried once.
    close();
    let result = write_with(&open().await?, batch).await;
    if result.is_err() {
        close();
    }
    result
}

async fn write_with(database: &Database, batch: &Batch) -> Result<(), DatabaseFailed> {
    strict::write(database.as_sys().unchecked_ref(), KEPT, batch).await
}

fn range(prefix: &str) -> KeyRange<String> {
    KeyRange::Bound(prefix.to_owned(), false, format!("{prefix}\u{ffff}"), true)
}

fn close() {
    if let Some(database) = OPENED.take() {
        database.close();
    }
}

async fn open() -> Result<Database, DatabaseFailed> {
    if let Some(database) = OPENED.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let database = super::clock::within(PATIENCE_MS, open_anew()).await.ok_or(DatabaseFailed)??;
    OPENED.set(Some(database.clone()));
    Ok(database)
}

async fn open_anew() -> Result<Database, DatabaseFailed> {
    let database = Database::open(NAME)
        .with_version(1u32)
        .with_on_upgrade_needed(|_, database| {
            database.create_object_store(KEPT).build()?;
            Ok(())
        })
        .await?;
    Ok(database)
}
