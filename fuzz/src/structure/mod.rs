//! Changes to Arrow and Parquet files by their structure: a number, a type, a text or a length within a header is replaced, and
//! every length around it is corrected, so that a reader gets as far as the field itself.
//!
//! - Parquet: the fields of the Thrift structs (the footer, and the headers of pages). A page header that becomes longer moves the
//!   rest of the file; the offsets in the footer are corrected.
//! - Arrow: the flat buffers (the footer, and the headers of messages). All of their numbers have a fixed place, so that a change
//!   moves nothing.

mod thrift;
mod parquet;
mod arrow;

use crate::files::{self, NUMBERS, Random};

/// A file format whose headers can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Arrow files.
    Arrow,
    /// Parquet files.
    Parquet,
}

impl Format {
    fn magic_length(self) -> usize {
        match self {
            Self::Arrow => "ARROW1".len(),
            Self::Parquet => "PAR1".len(),
        }
    }

    /// Makes one to three changes to the headers of a file; returns false if the file is not one that this module understands.
    #[must_use]
    pub fn change_headers(self, file: &mut Vec<u8>, seed: u64) -> bool {
        let mut random = Random::new(seed);
        (0..=random.below(3)).all(|_| {
            let changed = match self {
                Self::Arrow => arrow::change(file, &mut random),
                Self::Parquet => parquet::change(file, &mut random),
            };
            changed.is_some()
        })
    }

    /// Changes an input of the fuzzer and returns its new size: either a header of the file, or any of its bytes.
    ///
    /// The first `size` bytes of `data` are one byte that chooses the block, and a file. `default_mutator` is that of the fuzzer.
    ///
    /// # Panics
    /// Panics if `data` is shorter than `size`.
    pub fn mutate(
        self,
        data: &mut [u8],
        size: usize,
        max_size: usize,
        seed: u32,
        default_mutator: fn(&mut [u8], usize, usize) -> usize,
    ) -> usize {
        let mut random = Random::new(seed.into());
        if size > 1 && random.one_in(2) {
            let mut file = data[1..size].to_vec();
            let is_changed = self.change_headers(&mut file, random.bits());
            if is_changed && file.len() < max_size.min(data.len()) {
                data[1..=file.len()].copy_from_slice(&file);
                return 1 + file.len();
            }
        }
        let magic_length = self.magic_length();
        files::mutate(data, size, max_size, seed, magic_length, default_mutator)
    }
}

/// Returns a number that is near the old one, hostile, or any.
fn changed_number(number: i64, random: &mut Random) -> i64 {
    match random.below(8) {
        0 => number.wrapping_add(1),
        1 => number.wrapping_sub(1),
        2 => number.wrapping_mul(2),
        3 => number.wrapping_neg(),
        4 => number ^ (1 << random.below(63)),
        5 => signed(random.below(16)) - 1,
        6 => NUMBERS[random.below(NUMBERS.len())],
        _ => random.bits().cast_signed() >> random.below(64),
    }
}

/// Returns a length or a place in a file as a signed number.
fn signed(length: usize) -> i64 {
    i64::try_from(length).expect("nothing in memory is longer than `i64::MAX` bytes")
}
