//! Columns of yes or no, and the bits that say where a column has values.

use std::mem::take;
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};

use crate::value::column::{ColumnBuilder, ColumnErrorKind, ColumnPlan, WORD_BITS};

/// Builds a sequence of bits from words of 64 bits.
#[derive(Default)]
pub struct BitBuilder {
    words: Vec<u64>,
    bits: usize,
}

impl BitBuilder {
    /// Appends the lowest `count` bits of a word, at most [`WORD_BITS`]. The bits above them must be 0.
    #[inline]
    pub(super) fn append(&mut self, word: u64, count: usize) {
        // The new bits begin behind the last one. What does not fit in its word goes to the start of the next.
        let filled = self.bits % WORD_BITS;
        if filled == 0 {
            if count > 0 {
                self.words.push(word);
            }
        } else {
            if let Some(last) = self.words.last_mut() {
                *last |= word << filled;
            }
            if filled + count > WORD_BITS {
                self.words.push(word >> (WORD_BITS - filled));
            }
        }
        self.bits += count;
    }

    /// Reserves room for `additional` bits.
    pub(super) fn reserve_bits(&mut self, additional: usize) {
        self.words.reserve(additional.div_ceil(WORD_BITS));
    }

    /// Returns the bits that were appended since the last call.
    pub(super) fn finish_bits(&mut self) -> BooleanBuffer {
        let words = Buffer::from_vec(take(&mut self.words));
        BooleanBuffer::new(words, 0, take(&mut self.bits))
    }
}

impl ColumnBuilder<bool> for BitBuilder {
    fn new(_: &ColumnPlan) -> Self {
        Self::default()
    }

    fn reserve(&mut self, additional: usize) {
        self.reserve_bits(additional);
    }

    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a bool>>) {
        let (mut word, mut count) = (0, 0);
        for value in values {
            word |= u64::from(value.copied().unwrap_or_default()) << count;
            count += 1;
        }
        self.append(word, count);
    }

    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, ColumnErrorKind> {
        Ok(Arc::new(BooleanArray::new(self.finish_bits(), nulls)))
    }
}
