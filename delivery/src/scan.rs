//! The places of the fields in a part of a file without quote signs.

use std::ops::Range;

use memchr::memchr_iter;

use crate::field_text::zero_bytes;

/// The fields of whole lines.
#[derive(Debug, PartialEq, Eq)]
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
        let lines = memchr_iter(b'\n', text).count();
        // A header of many fields, and a file of short lines, must not take memory for fields that are not there.
        let mut ends = Vec::with_capacity((lines * fields).min(text.len()));
        each_sign(text, separator, |place| ends.push(as_u32(place)));
        Self::of_equal_lines(text, lines, ends, fields)
            .unwrap_or_else(|ends| Self::of_any_lines(text, &ends, fields))
    }

    /// Returns the fields of lines of which each has as many as the header; otherwise the ends are returned.
    fn of_equal_lines(
        text: &[u8],
        lines: usize,
        mut ends: Vec<u32>,
        fields: usize,
    ) -> Result<Self, Vec<u32>> {
        // A line of one field may be empty.
        if fields < 2 || ends.len() != lines * fields {
            return Err(ends);
        }
        let mut line_ends = ends.iter().skip(fields - 1).step_by(fields);
        if line_ends.any(|end| text[as_usize(*end)] != b'\n') {
            return Err(ends);
        }
        let line_ends = ends.iter().skip(fields - 1).step_by(fields);
        let starts = line_ends.map(|end| end + 1);
        let starts = std::iter::once(0).chain(starts).take(lines).collect();
        for end in ends.iter_mut().skip(fields - 1).step_by(fields) {
            *end -= u32::from(is_after_return(text, as_usize(*end)));
        }
        Ok(Self {
            fields,
            starts,
            ends,
            lines: (0..as_u32(lines)).collect(),
            other_lines: Vec::new(),
        })
    }

    fn of_any_lines(text: &[u8], signs: &[u32], fields: usize) -> Self {
        let mut scanned = Self {
            fields,
            starts: Vec::new(),
            ends: Vec::new(),
            lines: Vec::new(),
            other_lines: Vec::new(),
        };
        let (mut start, mut line, mut of_row) = (0, 0_u32, 0_usize);
        for sign in signs.iter().copied() {
            let place = as_usize(sign);
            let is_end = text[place] == b'\n';
            let is_after_return = is_end && place > start && is_after_return(text, place);
            let end = place - usize::from(is_after_return);
            scanned.ends.push(as_u32(end));
            of_row += 1;
            if !is_end {
                continue;
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
        }
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

/// Returns true if the line feed at a place is the second sign of a line end.
fn is_after_return(text: &[u8], place: usize) -> bool {
    place > 0 && text[place - 1] == b'\r'
}

/// Calls `found` with the place of each separator and each line feed.
///
/// These signs are a few bytes apart, so that a search for the next one costs more than to look at each byte. Eight bytes are compared
/// at a time, and the results of 64 are collected as the bits of a number.
fn each_sign(text: &[u8], separator: u8, mut found: impl FnMut(usize)) {
    let (separators, ends) = (repeated(separator), repeated(b'\n'));
    let (chunks, rest) = text.as_chunks::<64>();
    for (number, chunk) in chunks.iter().enumerate() {
        let mut is_sign = 0_u64;
        for (place, word) in chunk.as_chunks::<8>().0.iter().enumerate() {
            let word = u64::from_le_bytes(*word);
            let is_one = zero_bytes(word ^ ends) | zero_bytes(word ^ separators);
            is_sign |= first_bits(is_one) << (8 * place);
        }
        while is_sign != 0 {
            found(number * 64 + as_usize(is_sign.trailing_zeros()));
            is_sign &= is_sign - 1;
        }
    }
    let first = text.len() - rest.len();
    for (place, byte) in rest.iter().enumerate() {
        if *byte == separator || *byte == b'\n' {
            found(first + place);
        }
    }
}

/// Returns a number of eight equal bytes.
fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Returns the first bit of each byte, that of the first one in the last bit.
fn first_bits(bytes: u64) -> u64 {
    // Moves the eight bits together into the first byte of the product.
    (bytes >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
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
            each_sign(&text, b',', |place| found.push(place));
            let expected = text.iter().enumerate().filter(|(_, byte)| b",\n".contains(byte));
            let expected: Vec<_> = expected.map(|(place, _)| place).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn equal_lines_are_as_any_lines() {
        for text in ["a,b\n", "a,\r\n,\n,b\r\n", "", ",,\n\n", ",\n,,\n\n"] {
            let mut signs = Vec::new();
            each_sign(text.as_bytes(), b',', |place| {
                signs.push(super::as_u32(place));
            });
            let any = Scanned::of_any_lines(text.as_bytes(), &signs, 2);
            assert_eq!(Scanned::of(text.as_bytes(), b',', 2), any, "{text:?}");
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
