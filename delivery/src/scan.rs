//! The places of the fields in a part of a file without quote signs.

use std::ops::Range;

use memchr::memchr2_iter;

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
        let mut scanned = Self {
            fields,
            starts: Vec::new(),
            ends: Vec::new(),
            lines: Vec::new(),
            other_lines: Vec::new(),
        };
        let (mut start, mut line, mut of_row) = (0_usize, 0_u32, 0_usize);
        for place in memchr2_iter(separator, b'\n', text) {
            let is_end = text[place] == b'\n';
            let end = if is_end && place > start && text[place - 1] == b'\r' {
                place - 1
            } else {
                place
            };
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

/// A part of a file is smaller than 2^32 bytes.
fn as_u32(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn as_usize(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::Scanned;

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
