//! Work timed in turns: each contender once in each round, so that what disturbs the machine disturbs them alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::median;

/// One way to do the work.
pub struct Contender<'a> {
    /// What it is.
    pub what: &'static str,
    once: Box<dyn FnMut() -> Duration + 'a>,
}

impl<'a> Contender<'a> {
    /// Work that takes what it needs by reference.
    pub fn new<T>(what: &'static str, work: impl Fn() -> T + 'a) -> Self {
        Self::owning(what, || (), move |()| work())
    }

    /// Work that consumes its input, which is made anew before the clock starts. What it makes is dropped after the clock stops.
    pub fn owning<I, T>(
        what: &'static str,
        input: impl Fn() -> I + 'a,
        work: impl Fn(I) -> T + 'a,
    ) -> Self {
        let once = move || {
            let input = black_box(input());
            let start = Instant::now();
            let made = black_box(work(input));
            let time = start.elapsed();
            drop(made);
            time
        };
        Self {
            what,
            once: Box::new(once),
        }
    }
}

/// What a contender took.
pub struct Taken {
    /// What it is.
    pub what: &'static str,
    /// The median of its rounds.
    pub median: Duration,
    /// Its shortest round.
    pub least: Duration,
    /// Its time by that of the first contender in the same round, the median over the rounds.
    pub ratio: f64,
}

/// Runs the rounds, after one that does not count. Each starts with another contender, so that none always follows the same.
#[must_use]
pub fn interleave(mut contenders: Vec<Contender<'_>>, rounds: usize) -> Vec<Taken> {
    let count = contenders.len();
    let mut times = vec![Vec::with_capacity(rounds); count];
    for round in 0..=rounds {
        for turn in 0..count {
            let place = (round + turn) % count;
            let time = (contenders[place].once)();
            if round > 0 {
                times[place].push(time);
            }
        }
    }
    let ratios: Vec<f64> = times.iter().map(|own| ratio(own, &times[0])).collect();
    contenders
        .iter()
        .zip(&mut times)
        .zip(ratios)
        .map(|((contender, times), ratio)| Taken {
            what: contender.what,
            least: times.iter().copied().min().unwrap_or_default(),
            median: median(times),
            ratio,
        })
        .collect()
}

/// The median of the rounds' ratios: what slows a whole round falls out of it.
fn ratio(times: &[Duration], first: &[Duration]) -> f64 {
    let mut ratios: Vec<f64> = times
        .iter()
        .zip(first)
        .map(|(time, first)| time.as_secs_f64() / first.as_secs_f64())
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().unwrap_or(1.0)
}
