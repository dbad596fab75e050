//! The places of the fields in a part of a file without quote signs.

use std::ops::Range;

use memchr::memchr_iter;

/// The fields of whole lines.
pub(crate) struct Scanned {
    /// The number of fields of a row.
    fields: usize,
    /// The start of each row.
    starts: Vec<u32>,
    /// The end of each field, row by row.
    ends: Vec<u32>,
    /// The number of the line of each row, from 0.
    pub(crate) lines: Vec<u32>,
    /// The lines with another number of fields, from 0, each with that number.
    pub(crate) other_lines: Vec<(u32, usize)>,
}

impl Scanned {
    /// Finds the fields of a text that ends with a line feed and has neither a quote sign nor a carriage return alone. Empty lines are
    /// left out.
    pub(crate) fn of(text: &[u8], separator: u8, fields: usize) -> Self {
        let rows = memchr_iter(b'\n', text).count();
        let mut scanned = Self {
            fields,
            starts: Vec::with_capacity(rows),
            // A header of many fields, and a file of short lines, must not take memory for fields that are not there.
            ends: Vec::with_capacity((rows * fields).min(text.len())),
            lines: Vec::with_capacity(rows),
            other_lines: Vec::new(),
        };
        let (mut start, mut line, mut of_row) = (0_usize, 0_u32, 0_usize);
        each_sign(text, separator, |place, is_end| {
            let end = if is_end && place > start && text[place - 1] == b'\r' {
                place - 1
            } else {
                place
            };
            scanned.ends.push(as_u32(end));
            of_row += 1;
            if !is_end {
                return;
            }
            if of_row == 1 && end == start {
                scanned.ends.pop();
            } else if of_row == fields {
                scanned.starts.push(as_u32(start));
                scanned.lines.push(line);
            } else {
                scanned.ends.truncate(scanned.ends.len() - of_row);
                scanned.other_lines.push((line, of_row));
            }
            (start, of_row) = (place + 1, 0);
            line += 1;
        });
        scanned
    }

    pub(crate) fn rows(&self) -> usize {
        self.starts.len()
    }

    /// Returns the places of the fields of a column, row by row.
    pub(crate) fn column(&self, field: usize) -> impl Iterator<Item = Range<usize>> {
        let rows = self.ends.chunks_exact(self.fields).zip(&self.starts);
        rows.map(move |(ends, start)| {
            let start = match field.checked_sub(1) {
                None => *start,
                Some(before) => ends[before] + 1,
            };
            as_usize(start)..as_usize(ends[field])
        })
    }
}

/// Calls `found` with the place of each separator and each line feed, and with true for a line feed.
///
/// These signs are a few bytes apart, so that a search for the next one costs more than to look at each byte. Eight bytes are compared
/// at a time, and the results of 64 are collected as the bits of a number.
fn each_sign(text: &[u8], separator: u8, mut found: impl FnMut(usize, bool)) {
    let (separators, ends) = (repeated(separator), repeated(b'\n'));
    let (chunks, rest) = text.as_chunks::<64>();
    for (number, chunk) in chunks.iter().enumerate() {
        let (mut is_sign, mut is_end) = (0_u64, 0_u64);
        for (place, word) in chunk.as_chunks::<8>().0.iter().enumerate() {
            let word = u64::from_le_bytes(*word);
            let end = equal_bytes(word, ends);
            is_end |= end << (8 * place);
            is_sign |= (end | equal_bytes(word, separators)) << (8 * place);
        }
        while is_sign != 0 {
            let bit = is_sign & is_sign.wrapping_neg();
            let place = as_usize(is_sign.trailing_zeros());
            found(number * 64 + place, is_end & bit != 0);
            is_sign ^= bit;
        }
    }
    let first = text.len() - rest.len();
    for (place, byte) in rest.iter().enumerate() {
        if *byte == separator || *byte == b'\n' {
            found(first + place, *byte == b'\n');
        }
    }
}

/// Returns a number of eight equal bytes.
fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Returns for each byte, the first one in the last bit, whether it is the same in both numbers.
fn equal_bytes(word: u64, other: u64) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    // A byte of the difference is 0 if neither its first bit nor the sum of its others with 127 has the first bit.
    let difference = word ^ other;
    let first_bits = !(((difference & LOW) + LOW) | difference | LOW) >> 7;
    // Moves the eight bits together into the first byte of the product.
    first_bits.wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// A part of a file is smaller than 2^32 bytes.
fn as_u32(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn as_usize(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Scanned, each_sign};

    proptest! {
        #[test]
        fn every_sign_is_found(text in prop::collection::vec(prop::sample::select(&b"a,\n\x00\x0b\x80\xac\x2d"[..]), 0..200)) {
            let mut found = Vec::new();
            each_sign(&text, b',', |place, is_end| found.push((place, is_end)));
            let expected = text.iter().enumerate().filter(|(_, byte)| b",\n".contains(byte));
            let expected: Vec<_> = expected.map(|(place, byte)| (place, *byte == b'\n')).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn fields_of_lines_are_found() {
        let text = b"a,b\r\n\n,cd\ne\nf,g,h\n";
        let scanned = Scanned::of(text, b',', 2);
        assert_eq!((scanned.rows(), &*scanned.lines), (2, &[0, 2][..]));
        let column = |field| {
            let fields = scanned.column(field).map(|range| &text[range]);
            fields.collect::<Vec<_>>()
        };
        assert_eq!(column(0), [&b"a"[..], b""]);
        assert_eq!(column(1), [b"b", &b"cd"[..]]);
        assert_eq!(scanned.other_lines, [(3, 1), (4, 3)]);
    }
}
