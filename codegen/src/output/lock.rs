//! A lock on the parent folder: two calls must neither recover nor rename at the same time.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::error::OutputError;

/// The time between two attempts.
const PAUSE_IN_MILLISECONDS: u64 = 20;
/// The number of attempts before the caller learns that the call waits: about half a second.
const ATTEMPTS_IN_SILENCE: u64 = 25;
/// The number of attempts after which the call gives up: a minute. Writing a folder takes a few seconds.
const ATTEMPTS: u64 = 3000;

/// Locks a folder until the returned file is dropped. `None` if the system cannot lock a folder.
pub(super) fn lock(
    parent: &Path,
    on_wait: &mut dyn FnMut(&Path),
) -> Result<Option<File>, OutputError> {
    let Ok(folder) = File::open(parent) else {
        return Ok(None);
    };
    for attempt in 0..ATTEMPTS {
        match folder.try_lock() {
            Ok(()) => return Ok(Some(folder)),
            Err(TryLockError::Error(_)) => return Ok(None),
            Err(TryLockError::WouldBlock) => {}
        }
        if attempt == ATTEMPTS_IN_SILENCE {
            on_wait(parent);
        }
        thread::sleep(Duration::from_millis(PAUSE_IN_MILLISECONDS));
    }
    Err(OutputError::Locked {
        parent: parent.to_owned(),
        seconds: ATTEMPTS * PAUSE_IN_MILLISECONDS / 1000,
    })
}
