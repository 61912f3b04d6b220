//! The only browser calls: clock, storage, files, windows, locks. Nothing here knows a congress.

pub mod awake;
pub mod backup_file;
pub mod bell;
pub mod broadcast;
pub mod camera;
pub mod capability;
pub mod cipher;
pub mod clock;
pub mod database;
pub mod files;
pub mod keyed;
pub mod later;
pub mod lock;
pub mod page;
pub mod persistence;
mod plain_object;
pub mod random;
pub mod spelling;
pub mod storage;
mod strict;
pub mod update;
