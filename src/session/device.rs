//! This device's name for itself.

use crate::congress::id::DeviceId;
use crate::journal::key;
use crate::platform::{random, storage};

/// The id drawn at the first visit, kept from then on.
pub(super) fn own_id() -> DeviceId {
    let known = storage::read(key::DEVICE)
        .and_then(|text| serde_json::from_str::<DeviceId>(&text).ok())
        .filter(DeviceId::is_well_formed);
    known.unwrap_or_else(|| {
        let id = DeviceId::from_random(random::bytes());
        // Without storage the id lives as long as the window, like everything else.
        let _ = storage::write(key::DEVICE, &id);
        id
    })
}
