//! What the measurements share.

pub mod compile;
pub mod results;
pub mod rounds;

use std::time::Duration;

/// The middle one of some times.
pub fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
