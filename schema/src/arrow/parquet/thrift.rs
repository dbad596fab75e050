//! A reader that walks over a Thrift struct (the footer of a file, the header of a page) before `parquet` reads it.
//!
//! In Thrift, a list or a text begins with its length. The reader of `parquet` trusts that length: it allocates so many bytes
//! before it reads them, or it goes on for so many items after the bytes have ended. Seven bytes can name 2^31 items, which
//! keep it busy for hours. This walk allocates nothing, stops where the bytes end, and rejects what no footer and no header
//! has. A file that passes it has a byte for every item that it names.

use std::io::{Read, copy, sink};

use super::varint::{decode_zigzag, read_byte, read_varint};

/// The maximum depth of structs and lists within each other. A footer has half of that.
const MAX_DEPTH: u8 = 16;

// The types of Thrift's compact protocol.
const STOP: u8 = 0;
const TRUE: u8 = 1;
const FALSE: u8 = 2;
const I8: u8 = 3;
const I16: u8 = 4;
const I64: u8 = 6;
const DOUBLE: u8 = 7;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// Walks over a struct, and calls `on_number` with the ids and the undecoded value of each integer field: of its own fields the
/// id, of a field of a struct in it the ids of both.
///
/// Returns `None` if the struct is longer than its bytes, or has a type that no file has.
pub(super) fn walk_struct(
    from: &mut dyn Read,
    on_number: &mut dyn FnMut(&[i16], u64),
) -> Option<()> {
    walk_fields(from, 0, &mut |id, number, inner| match inner {
        None => on_number(&[id], number),
        Some(inner) => on_number(&[id, inner], number),
    })
}

/// Called with the id of a field of the outermost struct, a number, and of a struct in that field the id of the number.
type OnNumber<'a> = dyn FnMut(i16, u64, Option<i16>) + 'a;

fn walk_fields(from: &mut dyn Read, depth: u8, on_number: &mut OnNumber<'_>) -> Option<()> {
    let mut id = 0_i16;
    loop {
        // The upper half of the first byte is the distance to the id of the previous field, or 0 if the id follows.
        let head = read_byte(from)?;
        let (distance, kind) = (head >> 4, head & 0xF);
        if kind == STOP {
            return Some(());
        }
        id = match distance {
            0 => i16::try_from(decode_zigzag(read_varint(from)?)).ok()?,
            distance => id.checked_add(distance.into())?,
        };
        match kind {
            // The type is the value; no byte follows.
            TRUE | FALSE => {}
            I16..=I64 => on_number(id, read_varint(from)?, None),
            STRUCT if depth == 0 => walk_fields(from, 1, &mut |inner, number, deeper| {
                if deeper.is_none() {
                    on_number(id, number, Some(inner));
                }
            })?,
            _ => walk_value(from, kind, depth)?,
        }
    }
}

/// Walks over a value: an item of a list, or a field that is not a number.
fn walk_value(from: &mut dyn Read, kind: u8, depth: u8) -> Option<()> {
    match kind {
        I8 => read_byte(from).map(drop),
        I16..=I64 => read_varint(from).map(drop),
        DOUBLE => skip(from, 8),
        BINARY => read_varint(from).and_then(|length| skip(from, length)),
        LIST if depth < MAX_DEPTH => {
            let head = read_byte(from)?;
            let length = match head >> 4 {
                0xF => read_varint(from)?,
                length => length.into(),
            };
            // Each item has at least one byte, so that the loop ends with the bytes.
            (0..length).try_for_each(|_| walk_value(from, head & 0xF, depth + 1))
        }
        STRUCT if depth < MAX_DEPTH => walk_fields(from, depth + 1, &mut |_, _, _| {}),
        // Footers and headers have no sets, maps, or lists of booleans.
        _ => None,
    }
}

fn skip(from: &mut dyn Read, length: u64) -> Option<()> {
    // `take` ends with the bytes: a text that claims more than there is ends the walk.
    let skipped = copy(&mut from.take(length), &mut sink()).ok()?;
    (skipped == length).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(bytes: &[u8]) -> Option<Vec<(Vec<i16>, i64)>> {
        let mut numbers = Vec::new();
        walk_struct(&mut &*bytes, &mut |ids, number| {
            numbers.push((ids.to_vec(), decode_zigzag(number)));
        })?;
        Some(numbers)
    }

    #[test]
    fn walk_returns_the_numbers_of_the_struct_and_of_structs_in_it() {
        // 1: 3, 2: yes, 4: "ab", 5: { 1: 9, 2: { 1: 9 } }, 300: -2.
        let bytes = [
            0x15, 6, 0x11, 0x28, 2, b'a', b'b', 0x1C, 0x15, 18, 0x1C, 0x15, 18, 0, 0, 0x05, 0xD8,
            4, 3, 0,
        ];
        let expected = vec![(vec![1], 3), (vec![5, 1], 9), (vec![300], -2)];
        assert_eq!(numbers(&bytes), Some(expected));
        for length in 0..bytes.len() {
            assert_eq!(numbers(&bytes[..length]), None, "{length}");
        }
    }

    #[test]
    fn list_or_text_that_is_longer_than_its_bytes_is_rejected() {
        // Two texts; 2^64 - 1 texts, doubles or structs; a text of 2^64 - 1 bytes.
        assert_eq!(numbers(&[0x19, 0x28, 1, b'a', 0, 0]), Some(vec![]));
        let max = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1];
        for kind in [0xF8, 0xF7, 0xFC] {
            assert_eq!(numbers(&[&[0x19, kind], max.as_slice()].concat()), None);
        }
        assert_eq!(numbers(&[&[0x18], max.as_slice()].concat()), None);
        // A list of booleans, which could take no bytes; a map; structs without end.
        assert_eq!(numbers(&[0x19, 0x21, 1, 1, 0]), None);
        assert_eq!(numbers(&[0x1B, 0, 0]), None);
        assert_eq!(numbers(&[0x1C; 100]), None);
    }
}
