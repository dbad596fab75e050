//! Interleaved measurements: each contender runs once in each round, so that a disturbance of the machine affects all alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::median;

/// One way to do the work.
pub struct Contender<'a> {
    /// The name in the table of results.
    pub name: &'static str,
    time_once: Box<dyn FnMut() -> Duration + 'a>,
}

impl<'a> Contender<'a> {
    /// Creates a contender that takes its input by reference.
    pub fn new<T>(name: &'static str, work: impl Fn() -> T + 'a) -> Self {
        Self::owning(name, || (), move |()| work())
    }

    /// Creates a contender that consumes its input. The input is created before the clock starts, and the result is dropped
    /// after the clock stops.
    pub fn owning<I, T>(
        name: &'static str,
        input: impl Fn() -> I + 'a,
        work: impl Fn(I) -> T + 'a,
    ) -> Self {
        let time_once = move || {
            let input = black_box(input());
            let start = Instant::now();
            let output = black_box(work(input));
            let time = start.elapsed();
            drop(output);
            settle_allocator();
            time
        };
        Self::timed(name, time_once)
    }

    /// Creates a contender that measures its own time, such as a child process that leaves out its start.
    pub fn timed(name: &'static str, time_once: impl FnMut() -> Duration + 'a) -> Self {
        Self {
            name,
            time_once: Box::new(time_once),
        }
    }
}

/// Makes the allocator join the blocks that were freed, which it puts off until the next large allocation: the next contender would pay
/// for the many small blocks of this one.
fn settle_allocator() {
    drop(black_box(Vec::<u8>::with_capacity(100_000)));
}

/// The times of one contender.
pub struct Measurement {
    /// The name in the table of results.
    pub name: &'static str,
    /// The median of its rounds.
    pub median: Duration,
    /// Its shortest round.
    pub minimum: Duration,
    /// The median, over the rounds, of its time divided by that of the first contender in the same round.
    pub ratio: f64,
}

/// Runs the rounds, after a first one that is not measured. Each round starts with the next contender, and every second round goes
/// backwards, so that neither a place in the order nor what another contender leaves behind in memory favours one.
#[must_use]
pub fn interleave(mut contenders: Vec<Contender<'_>>, rounds: usize) -> Vec<Measurement> {
    let count = contenders.len();
    let mut times = vec![Vec::with_capacity(rounds); count];
    for round in 0..=rounds {
        for turn in 0..count {
            let turn = if round % 2 == 0 {
                turn
            } else {
                count - 1 - turn
            };
            let index = (round + turn) % count;
            let time = (contenders[index].time_once)();
            if round > 0 {
                times[index].push(time);
            }
        }
    }
    let ratios: Vec<f64> = times
        .iter()
        .map(|own| median_ratio(own, &times[0]))
        .collect();
    contenders
        .iter()
        .zip(&mut times)
        .zip(ratios)
        .map(|((contender, times), ratio)| Measurement {
            name: contender.name,
            minimum: times.iter().copied().min().unwrap_or_default(),
            median: median(times),
            ratio,
        })
        .collect()
}

/// Returns the median of the ratios within a round. A disturbance that slows a whole round does not change its ratio.
fn median_ratio(times: &[Duration], first: &[Duration]) -> f64 {
    let mut ratios: Vec<f64> = times
        .iter()
        .zip(first)
        .map(|(time, first)| time.as_secs_f64() / first.as_secs_f64())
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().unwrap_or(1.0)
}
