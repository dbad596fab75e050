//! Panics of the crates `parquet` and `arrow-ipc` that become errors.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::thread;

thread_local! {
    /// True while a panic of this thread becomes an error.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Calls `read`; `None` if it panics. Nothing is printed: the caller reports an error.
///
/// The first call wraps the panic hook of the program, since there is no other way to keep a panic quiet. The hook that was there
/// is still called for every other panic.
pub(super) fn catch<T>(read: impl FnOnce() -> T) -> Option<T> {
    wrap_hook();
    let outer = IS_CAUGHT.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(read));
    IS_CAUGHT.set(outer);
    result.ok()
}

fn wrap_hook() {
    static WRAPPED: Once = Once::new();
    // The hook cannot be set by a thread that panics; that thread is about to end, and prints what it prints.
    if thread::panicking() {
        return;
    }
    WRAPPED.call_once(|| {
        let hook = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !IS_CAUGHT.get() {
                hook(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panic_becomes_none_and_other_panics_reach_the_hook() {
        assert_eq!(catch(|| 3), Some(3));
        assert_eq!(catch(|| panic!("damaged")), None::<()>);
        assert!(!IS_CAUGHT.get());
        assert_eq!(
            catch(|| catch(|| panic!("inner")).or(Some(1))),
            Some(Some(1))
        );
    }
}
