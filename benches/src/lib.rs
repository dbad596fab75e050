//! What the measurements share.

pub mod by_hand;
pub mod compile;
#[rustfmt::skip]
#[expect(clippy::pedantic, reason = "kept as it was given")]
pub mod data;
#[rustfmt::skip]
#[expect(clippy::all, clippy::pedantic, reason = "kept as it was given")]
pub mod hand;
pub mod payments;
pub mod peers;
pub mod results;
pub mod rounds;
pub mod row;

use std::time::Duration;

/// The middle one of some times.
pub fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
