//! A set of serial numbers, in little memory.

/// The number of bits of a number within its chunk.
const CHUNK_BITS: u32 = 16;

/// The number of words of 64 bits of a chunk with a bit for each number.
const WORDS: usize = 1 << (CHUNK_BITS - 6);

/// The number of numbers of a chunk from which a bit for each takes less memory than a list.
const MAX_LISTED: usize = 4_096;

/// A set of serial numbers. Numbers that follow each other take a bit each; numbers far apart take two bytes each.
#[derive(Clone, Debug, Default)]
pub(crate) struct NumberSet {
    /// The chunks by the upper bits of their numbers.
    chunks: Vec<Chunk>,
    /// The number that was added last: rows about one unit are often together.
    last: Option<u32>,
}

/// The numbers that have the same upper bits.
#[derive(Clone, Debug)]
enum Chunk {
    /// The lower bits of each number, in their order.
    Listed(Vec<u16>),
    /// A bit for each number.
    Bits(Box<[u64; WORDS]>),
}

impl NumberSet {
    /// Adds a serial number, which is below 2³¹; another number is left out.
    pub(crate) fn add(&mut self, number: i64) {
        let Ok(number) = u32::try_from(number) else {
            return;
        };
        if self.last == Some(number) || number >> 31 != 0 {
            return;
        }
        self.last = Some(number);
        let chunk = usize::try_from(number >> CHUNK_BITS).unwrap_or_default();
        if self.chunks.len() <= chunk {
            self.chunks.resize(chunk + 1, Chunk::Listed(Vec::new()));
        }
        self.chunks[chunk].add(lower_bits(number));
    }

    /// Adds the numbers of another set.
    pub(crate) fn merge(&mut self, other: &Self) {
        if self.chunks.len() < other.chunks.len() {
            let empty = Chunk::Listed(Vec::new());
            self.chunks.resize(other.chunks.len(), empty);
        }
        for (chunk, other) in self.chunks.iter_mut().zip(&other.chunks) {
            chunk.merge(other);
        }
    }

    /// Returns the number of numbers.
    pub(crate) fn len(&self) -> u64 {
        self.chunks.iter().map(Chunk::len).sum()
    }

    /// Returns the number of numbers that both sets have.
    pub(crate) fn len_of_common(&self, other: &Self) -> u64 {
        let chunks = self.chunks.iter().zip(&other.chunks);
        chunks.map(|(one, other)| one.len_of_common(other)).sum()
    }
}

impl Chunk {
    fn add(&mut self, number: u16) {
        match self {
            Self::Bits(words) => {
                let (word, bit) = place(number);
                words[word] |= bit;
            }
            Self::Listed(numbers) => {
                let Err(position) = numbers.binary_search(&number) else {
                    return;
                };
                numbers.insert(position, number);
                if numbers.len() > MAX_LISTED {
                    *self = Self::Bits(self.words());
                }
            }
        }
    }

    /// Returns a bit for each number.
    fn words(&self) -> Box<[u64; WORDS]> {
        match self {
            Self::Bits(words) => words.clone(),
            Self::Listed(numbers) => {
                let mut words = Box::new([0; WORDS]);
                for (word, bit) in numbers.iter().copied().map(place) {
                    words[word] |= bit;
                }
                words
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        match (&mut *self, other) {
            (_, Self::Listed(numbers)) => {
                for number in numbers {
                    self.add(*number);
                }
            }
            (Self::Bits(words), Self::Bits(others)) => {
                for (word, other) in words.iter_mut().zip(&**others) {
                    *word |= other;
                }
            }
            (Self::Listed(numbers), Self::Bits(_)) => {
                let numbers = std::mem::take(numbers);
                *self = other.clone();
                self.merge(&Self::Listed(numbers));
            }
        }
    }

    fn len(&self) -> u64 {
        match self {
            Self::Listed(numbers) => numbers.len() as u64,
            Self::Bits(words) => ones(words.iter().copied()),
        }
    }

    fn len_of_common(&self, other: &Self) -> u64 {
        match (self, other) {
            (Self::Bits(words), Self::Bits(others)) => {
                ones(words.iter().zip(&**others).map(|(one, other)| one & other))
            }
            (Self::Bits(words), Self::Listed(numbers))
            | (Self::Listed(numbers), Self::Bits(words)) => {
                let has = |number: &&u16| {
                    let (word, bit) = place(**number);
                    words[word] & bit != 0
                };
                numbers.iter().filter(has).count() as u64
            }
            (Self::Listed(numbers), Self::Listed(others)) => {
                let has = |number: &&u16| others.binary_search(number).is_ok();
                numbers.iter().filter(has).count() as u64
            }
        }
    }
}

fn lower_bits(number: u32) -> u16 {
    u16::try_from(number & u32::from(u16::MAX)).unwrap_or_default()
}

/// Returns the word and the bit of a number.
fn place(number: u16) -> (usize, u64) {
    (usize::from(number >> 6), 1 << (number & 63))
}

fn ones(words: impl Iterator<Item = u64>) -> u64 {
    words.map(|word| u64::from(word.count_ones())).sum()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn set(numbers: &[i64]) -> (NumberSet, BTreeSet<i64>) {
        let mut set = NumberSet::default();
        for number in numbers {
            set.add(*number);
        }
        (set, numbers.iter().copied().collect())
    }

    /// Numbers that follow each other, so that their chunk has a bit for each, and numbers far apart.
    fn numbers() -> impl Strategy<Value = Vec<i64>> {
        let dense = (1_i64..60_000, 0_i64..9_000).prop_map(|(first, len)| first..first + len);
        let dense = prop::collection::vec(dense, 0..3);
        let sparse = prop::collection::vec(1_i64..2_147_483_620, 0..60);
        (dense, sparse)
            .prop_map(|(dense, sparse)| dense.into_iter().flatten().chain(sparse).collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn set_counts_as_a_set_of_the_standard_library(one in numbers(), other in numbers()) {
            let ((mut set, one), (other_set, other)) = (set(&one), set(&other));
            prop_assert_eq!(set.len(), one.len() as u64);
            let common = one.intersection(&other).count() as u64;
            prop_assert_eq!(set.len_of_common(&other_set), common);
            prop_assert_eq!(other_set.len_of_common(&set), common);
            set.merge(&other_set);
            prop_assert_eq!(set.len(), one.union(&other).count() as u64);
        }
    }

    #[test]
    fn number_that_is_not_a_serial_number_is_left_out() {
        let (set, _) = set(&[-1, i64::MAX, 1 << 31, 0, 5]);
        assert_eq!(set.len(), 2);
    }
}
