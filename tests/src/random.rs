//! Numbers that look random and are the same for the same seed, on every machine.

use std::ops::RangeInclusive;

/// `SplitMix64` by Steele, Lea and Flood: enough for tests, and eight lines.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The sequence of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number of the range; the ends come up far more often than chance would have it.
    ///
    /// # Panics
    /// If the range is empty.
    pub fn within(&mut self, range: RangeInclusive<i64>) -> i64 {
        let (first, last) = range.into_inner();
        assert!(first <= last, "an empty range");
        match self.bits() % 8 {
            0 => first,
            1 => last,
            _ => {
                let numbers = i128::from(last) - i128::from(first) + 1;
                let at = i128::from(first) + i128::from(self.bits()) % numbers;
                i64::try_from(at).unwrap_or(last)
            }
        }
    }

    /// Whether something of a chance of one in `chances` happens.
    pub fn one_in(&mut self, chances: u64) -> bool {
        self.bits().is_multiple_of(chances)
    }

    /// One of them, unless there is none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let last = from.len().checked_sub(1)?;
        let at = usize::try_from(self.bits()).unwrap_or(usize::MAX) % (last + 1);
        from.get(at)
    }
}
