//! What Thrift has written (the footer of a file, the header of a page), gone through before it is read.
//!
//! A list or a text says how long it is, and where the bytes end before it does, the reader of `parquet` goes on, or asks
//! for the memory first: a few bytes can keep it busy for hours.

use std::io::{Read, copy, sink};

/// Structs within structs: a footer has half as many.
const DEEPEST: u8 = 16;

/// Goes through a struct, and shows its own numbers, as they are written, by the number of their field. `None` if it is
/// longer than its bytes, or none of a file.
pub(super) fn structure(from: &mut dyn Read, found: &mut dyn FnMut(i16, u64)) -> Option<()> {
    fields(from, 0, found)
}

fn fields(from: &mut dyn Read, depth: u8, found: &mut dyn FnMut(i16, u64)) -> Option<()> {
    let mut id = 0_i16;
    loop {
        let head = byte(from)?;
        let (further, kind) = (head >> 4, head & 0xF);
        if kind == 0 {
            return Some(());
        }
        id = match further {
            0 => i16::try_from(zigzag(number(from)?)).ok()?,
            further => id.checked_add(further.into())?,
        };
        match kind {
            // Yes and no are kinds, and take no byte of their own.
            1 | 2 => {}
            4..=6 => found(id, number(from)?),
            _ => value(from, kind, depth)?,
        }
    }
}

/// Goes through a value of some kind: one in a list, or of a field that is no number.
fn value(from: &mut dyn Read, kind: u8, depth: u8) -> Option<()> {
    match kind {
        3 => byte(from).map(drop),
        4..=6 => number(from).map(drop),
        7 => skip(from, 8),
        8 => number(from).and_then(|length| skip(from, length)),
        9 if depth < DEEPEST => {
            let head = byte(from)?;
            let length = match head >> 4 {
                0xF => number(from)?,
                length => length.into(),
            };
            // Each takes a byte at least, so that the loop ends where the bytes do.
            (0..length).try_for_each(|_| value(from, head & 0xF, depth + 1))
        }
        12 if depth < DEEPEST => fields(from, depth + 1, &mut |_, _| {}),
        // No footer and no header has others, and no list of yes and no.
        _ => None,
    }
}

/// Takes a number that is written in groups of seven bits, the lowest first.
pub(super) fn number(from: &mut dyn Read) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let byte = byte(from)?;
        number |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// A number with a sign, which is written as its lowest bit.
pub(super) fn zigzag(written: u64) -> i64 {
    (written >> 1).cast_signed() ^ -((written & 1).cast_signed())
}

fn byte(from: &mut dyn Read) -> Option<u8> {
    let mut byte = [0];
    from.read_exact(&mut byte).ok()?;
    Some(byte[0])
}

fn skip(from: &mut dyn Read, length: u64) -> Option<()> {
    let skipped = copy(&mut from.take(length), &mut sink()).ok()?;
    (skipped == length).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(bytes: &[u8]) -> Option<Vec<(i16, i64)>> {
        let mut numbers = Vec::new();
        structure(&mut &*bytes, &mut |id, written| {
            numbers.push((id, zigzag(written)));
        })?;
        Some(numbers)
    }

    #[test]
    fn a_struct_shows_its_own_numbers() {
        // 1: 3, 2: yes, 4: "ab", 5: { 1: 9 }, 300: -2.
        let bytes = [
            0x15, 6, 0x11, 0x28, 2, b'a', b'b', 0x1C, 0x15, 18, 0, 0x05, 0xD8, 4, 3, 0,
        ];
        assert_eq!(numbers(&bytes), Some(vec![(1, 3), (300, -2)]));
        for length in 0..bytes.len() {
            assert_eq!(numbers(&bytes[..length]), None, "{length}");
        }
    }

    #[test]
    fn a_list_or_a_text_that_is_longer_than_its_bytes_is_none() {
        // Two texts; as many texts, doubles or structs as 64 bits count; a text of as many bytes.
        assert_eq!(numbers(&[0x19, 0x28, 1, b'a', 0, 0]), Some(vec![]));
        let most = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1];
        for kind in [0xF8, 0xF7, 0xFC] {
            assert_eq!(numbers(&[&[0x19, kind], most.as_slice()].concat()), None);
        }
        assert_eq!(numbers(&[&[0x18], most.as_slice()].concat()), None);
        // Yes and no, which would take no bytes in a list; maps; structs without end.
        assert_eq!(numbers(&[0x19, 0x21, 1, 1, 0]), None);
        assert_eq!(numbers(&[0x1B, 0, 0]), None);
        assert_eq!(numbers(&[0x1C; 100]), None);
    }
}
