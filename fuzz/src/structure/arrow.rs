//! Changes to the footer and to the message headers of Arrow files, which are flat buffers.

use std::ops::Range;

use super::changed_number;
use crate::files::{Random, footer, overwrite};

/// The depth of tables within tables that is searched for numbers: a schema has fewer.
const MAX_DEPTH: usize = 4;

/// Makes one change to the footer or to the header of a message.
pub(super) fn change(file: &mut [u8], random: &mut Random) -> Option<()> {
    let buffers = buffers_of(file)?;
    let buffer = &mut file[buffers[random.below(buffers.len())].clone()];
    let numbers = numbers_of(buffer)?;
    let number = &numbers[random.below(numbers.len())];
    let bytes = &mut buffer[number.clone()];
    let mut wide = [0; 8];
    wide[..bytes.len()].copy_from_slice(bytes);
    let shift = 64 - 8 * bytes.len();
    // With the sign of the narrow number.
    let changed = changed_number(i64::from_le_bytes(wide) << shift >> shift, random);
    overwrite(bytes, 0, &changed.to_le_bytes());
    Some(())
}

/// Returns the places of the flat buffers of a file: that of the footer, twice, and that of each message.
fn buffers_of(file: &[u8]) -> Option<Vec<Range<usize>>> {
    let (start, end) = footer(file, "ARROW1".len())?;
    let mut buffers = vec![start..end, start..end];
    // A message begins with 0xFFFFFFFF and the length of its header.
    for at in (8..start.saturating_sub(8)).step_by(8) {
        if read_u32(file, at)? == 0xFFFF_FFFF {
            let (first, length) = (at + 8, read_u32(file, at + 4)?);
            let last = first.checked_add(length).filter(|last| *last <= start);
            buffers.extend(last.filter(|last| *last > first).map(|last| first..last));
        }
    }
    Some(buffers)
}

/// Returns the places of the numbers of a flat buffer.
fn numbers_of(buffer: &[u8]) -> Option<Vec<Range<usize>>> {
    let mut search = Search {
        buffer,
        numbers: Vec::new(),
    };
    search.add(0, 4);
    search.table(read_u32(buffer, 0)?, 0);
    let mut numbers = search.numbers;
    numbers.retain(|number| number.end <= buffer.len());
    Some(numbers)
}

fn read_u32(bytes: &[u8], at: usize) -> Option<usize> {
    let number = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*number)).ok()
}

fn read_u16(bytes: &[u8], at: usize) -> Option<usize> {
    let number = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*number).into())
}

/// A search for the numbers of the tables and vectors that a table refers to.
///
/// A flat buffer does not say which of its fields are references. Each number that may be one is followed: if it is none, the places
/// that are found are harmless.
struct Search<'b> {
    buffer: &'b [u8],
    numbers: Vec<Range<usize>>,
}

impl Search<'_> {
    fn add(&mut self, at: usize, width: usize) {
        self.numbers.push(at..at + width);
    }

    /// Returns the place that a reference at `at` leads to.
    fn target(&self, at: usize) -> Option<usize> {
        let distance = read_u32(self.buffer, at).filter(|distance| *distance >= 4)?;
        at.checked_add(distance)
            .filter(|target| *target < self.buffer.len())
    }

    fn table(&mut self, table: usize, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        // A table begins with the distance back to its vtable, which may be negative.
        let distance = i32::from_le_bytes(*self.buffer.get(table..)?.first_chunk()?);
        let distance = isize::try_from(distance).ok()?;
        let vtable = table.checked_add_signed(distance.checked_neg()?)?;
        let vtable_bytes = read_u16(self.buffer, vtable)?;
        self.add(table, 4);
        self.add(vtable, 2);
        for entry in (4..vtable_bytes.min(64)).step_by(2) {
            let offset = read_u16(self.buffer, vtable + entry)?;
            self.add(vtable + entry, 2);
            if offset != 0 {
                self.field(table + offset, depth);
            }
        }
        Some(())
    }

    fn field(&mut self, at: usize, depth: usize) {
        for width in [1, 2, 4, 8] {
            self.add(at, width);
        }
        if let Some(target) = self.target(at) {
            self.vector(target, depth);
            self.table(target, depth + 1);
        }
    }

    /// Adds the numbers of a vector of structs of 16 or 24 bytes, and of a vector of references to tables.
    fn vector(&mut self, vector: usize, depth: usize) {
        let Some(count) = read_u32(self.buffer, vector) else {
            return;
        };
        self.add(vector, 4);
        if !(1..=4096).contains(&count) {
            return;
        }
        let items = vector + 4;
        for index in 0..(count * 24).div_ceil(8).min(256) {
            self.add(items + index * 8, 8);
            self.add(items + index * 8 + 4, 4);
        }
        for index in 0..count.min(32) {
            if let Some(table) = self.target(items + index * 4) {
                self.table(table, depth + 1);
            }
        }
    }
}
