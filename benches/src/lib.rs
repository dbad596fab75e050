//! Code that the measurements share.

pub mod by_hand;
pub mod compile;
#[rustfmt::skip]
#[expect(clippy::pedantic, reason = "a given baseline, which stays unchanged")]
pub mod data;
#[rustfmt::skip]
#[expect(
    clippy::all,
    clippy::pedantic,
    reason = "a given baseline, which stays unchanged"
)]
pub mod hand;
pub mod deliveries;
pub mod payments;
pub mod peers;
pub mod results;
pub mod rounds;
pub mod row;

use std::time::Duration;

/// Returns the median of some times.
pub fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
