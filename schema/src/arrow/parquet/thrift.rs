//! A reader that walks over a Thrift struct (the footer of a file, the header of a page) before `parquet` reads it.
//!
//! In Thrift, a list or a text begins with its length. The reader of `parquet` trusts that length: it allocates so many bytes
//! before it reads them, or it goes on for so many items after the bytes have ended. Seven bytes can name 2^31 items, which
//! keep it busy for hours. And it reads a field by its number, whatever type the bytes say: what is a text to one reader is a
//! number to another, which then goes on within the text. This walk therefore knows the type of each field that `parquet`
//! reads ([`layout`](super::layout)). It allocates nothing, stops where the bytes end, and rejects what no footer and no header
//! has. A file that passes it has a byte for every item that it names, and every reader finds the same fields in it.

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

/// The type of a field, or of the items of a list.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Flag,
    Byte,
    /// A number of at most 32 bits. `parquet` drops the upper bits of a larger one, whatever type is written.
    Number,
    /// A number of 64 bits. Numbers of all sizes are written alike.
    Long,
    Double,
    Bytes,
    List(&'static Self),
    Struct(Layout),
}

/// The fields of a struct that `parquet` reads, by their ids. It passes over any other field.
pub(super) type Layout = &'static [(i16, Kind)];

impl Kind {
    /// Returns true if a value of this kind is written with this type.
    fn is_written_as(self, written: u8) -> bool {
        match self {
            Self::Flag => matches!(written, TRUE | FALSE),
            Self::Byte => written == I8,
            Self::Number | Self::Long => matches!(written, I16..=I64),
            Self::Double => written == DOUBLE,
            Self::Bytes => written == BINARY,
            Self::List(_) => written == LIST,
            Self::Struct(_) => written == STRUCT,
        }
    }
}

/// A part of a struct that the walk has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A number.
    Number(i64),
    /// The end of a struct.
    End,
}

/// Called with each part, and its place: the ids of the fields that contain it, from the outermost struct on. A list of structs
/// has the id 0 for each of them.
type OnPart<'a> = dyn FnMut(&[i16], Part) + 'a;

/// Walks over a struct of this layout, and calls `on_part` for each part of it, also in structs and lists of structs.
///
/// Returns `None` if the struct is longer than its bytes, if a field has another type than `layout` says, or if there is a type
/// that no file has.
pub(super) fn walk_struct(
    from: &mut dyn Read,
    layout: Layout,
    on_part: &mut OnPart<'_>,
) -> Option<()> {
    Walk {
        from,
        on_part,
        path: Vec::with_capacity(MAX_DEPTH.into()),
    }
    .fields(Some(layout))
}

struct Walk<'a, 'p> {
    from: &'a mut dyn Read,
    on_part: &'a mut OnPart<'p>,
    /// The ids of the fields that contain the current value. A list is a step without an id of its own.
    path: Vec<i16>,
}

impl Walk<'_, '_> {
    /// Walks over the fields of a struct; `None` as layout means that `parquet` passes over it.
    fn fields(&mut self, layout: Option<Layout>) -> Option<()> {
        let mut id = 0_i16;
        loop {
            // The upper half of the first byte is the distance to the id of the previous field, or 0 if the id follows.
            let head = read_byte(self.from)?;
            let (distance, written) = (head >> 4, head & 0xF);
            if written == STOP {
                (self.on_part)(&self.path, Part::End);
                return Some(());
            }
            id = match distance {
                0 => i16::try_from(decode_zigzag(read_varint(self.from)?)).ok()?,
                distance => id.checked_add(distance.into())?,
            };
            let known = layout.and_then(|layout| layout.iter().find(|(known, _)| *known == id));
            let kind = known.map(|(_, kind)| *kind);
            if kind.is_some_and(|kind| !kind.is_written_as(written)) {
                return None;
            }
            self.path.push(id);
            match written {
                // The type is the value; no byte follows.
                TRUE | FALSE => {}
                _ => self.value(written, kind)?,
            }
            self.path.pop();
        }
    }

    /// Walks over a value: an item of a list, or a field that is not a flag.
    fn value(&mut self, written: u8, kind: Option<Kind>) -> Option<()> {
        if self.path.len() > MAX_DEPTH.into() {
            return None;
        }
        match written {
            I8 => read_byte(self.from).map(drop),
            I16..=I64 => {
                let number = decode_zigzag(read_varint(self.from)?);
                if matches!(kind, Some(Kind::Number)) && i32::try_from(number).is_err() {
                    return None;
                }
                (self.on_part)(&self.path, Part::Number(number));
                Some(())
            }
            DOUBLE => self.skip(8),
            BINARY => read_varint(self.from).and_then(|length| self.skip(length)),
            LIST => self.items(kind),
            STRUCT => match kind {
                Some(Kind::Struct(layout)) => self.fields(Some(layout)),
                _ => self.fields(None),
            },
            // Footers and headers have no sets, maps, or lists of booleans.
            _ => None,
        }
    }

    fn items(&mut self, kind: Option<Kind>) -> Option<()> {
        let head = read_byte(self.from)?;
        // Some writers give an empty list no type.
        if head == 0 {
            return Some(());
        }
        let length = match head >> 4 {
            0xF => read_varint(self.from)?,
            length => length.into(),
        };
        let (written, kind) = match kind {
            Some(Kind::List(item)) if !item.is_written_as(head & 0xF) => return None,
            Some(Kind::List(item)) => (head & 0xF, Some(*item)),
            _ => (head & 0xF, None),
        };
        // A struct within a list is one level deeper, also without fields.
        self.path.push(0);
        // Each item has at least one byte, so that the loop ends with the bytes.
        (0..length).try_for_each(|_| self.value(written, kind))?;
        self.path.pop();
        Some(())
    }

    fn skip(&mut self, length: u64) -> Option<()> {
        // `take` ends with the bytes: a text that claims more than there is ends the walk.
        let skipped = copy(&mut self.from.take(length), &mut sink()).ok()?;
        (skipped == length).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAYOUT: Layout = &[
        (1, Kind::Number),
        (2, Kind::Flag),
        (3, Kind::Long),
        (4, Kind::Bytes),
        (5, Kind::Struct(&[(1, Kind::Number)])),
        (6, Kind::List(&Kind::Struct(&[(1, Kind::Number)]))),
        (7, Kind::Struct(&[])),
    ];

    fn numbers(bytes: &[u8]) -> Option<Vec<(Vec<i16>, i64)>> {
        let mut numbers = Vec::new();
        walk_struct(&mut &*bytes, LAYOUT, &mut |ids, part| {
            if let Part::Number(number) = part {
                numbers.push((ids.to_vec(), number));
            }
        })?;
        Some(numbers)
    }

    #[test]
    fn walk_returns_the_numbers_with_their_places() {
        // 1: 3, 2: yes, 4: "ab", 5: { 1: 9, 2: { 1: 9 } }, 6: [{ 1: 1 }, {}], 300: -2.
        let bytes = [
            0x15, 6, 0x11, 0x28, 2, b'a', b'b', 0x1C, 0x15, 18, 0x1C, 0x15, 18, 0, 0, 0x19, 0x2C,
            0x15, 2, 0, 0, 0x05, 0xD8, 4, 3, 0,
        ];
        let expected = [
            (vec![1], 3),
            (vec![5, 1], 9),
            (vec![5, 2, 1], 9),
            (vec![6, 0, 1], 1),
            (vec![300], -2),
        ];
        assert_eq!(numbers(&bytes).as_deref(), Some(&expected[..]));
        for length in 0..bytes.len() {
            assert_eq!(numbers(&bytes[..length]), None, "{length}");
        }
    }

    #[test]
    fn field_of_another_type_is_rejected() {
        // A text, a number and a struct in place of each other; a list of numbers in place of one of structs.
        for bytes in [
            &[0x18, 1, 6, 0][..],
            &[0x45, 2, 0],
            &[0x4C, 0, 0],
            &[0x25, 2, 0],
            &[0x69, 0x15, 2, 0],
            &[0x55, 2, 0],
        ] {
            assert_eq!(numbers(bytes), None, "{bytes:?}");
        }
        // What `parquet` does not read may have any type.
        assert_eq!(numbers(&[0x88, 1, 6, 0]), Some(vec![]));
    }

    #[test]
    fn number_that_would_lose_its_upper_bits_is_rejected() {
        // 2^31 and 2^31 - 1, which are doubled.
        let large = [0x80, 0x80, 0x80, 0x80, 0x10];
        let largest = [0xFE, 0xFF, 0xFF, 0xFF, 0x0F];
        let of = |head: u8, number: [u8; 5]| numbers(&[&[head], number.as_slice(), &[0]].concat());
        assert_eq!(of(0x15, large), None);
        assert_eq!(of(0x16, large), None, "also if 64 bits are written");
        assert_eq!(
            of(0x15, largest),
            Some(vec![(vec![1], i64::from(i32::MAX))])
        );
        assert_eq!(of(0x36, large), Some(vec![(vec![3], 1 << 31)]));
    }

    #[test]
    fn list_or_text_that_is_longer_than_its_bytes_is_rejected() {
        // Two texts; 2^64 - 1 texts, doubles or structs; a text of 2^64 - 1 bytes.
        assert_eq!(numbers(&[0x99, 0x28, 1, b'a', 0, 0]), Some(vec![]));
        let max = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1];
        for kind in [0xF8, 0xF7, 0xFC] {
            assert_eq!(numbers(&[&[0x99, kind], max.as_slice()].concat()), None);
        }
        assert_eq!(numbers(&[&[0x48], max.as_slice()].concat()), None);
        // A list of booleans, which could take no bytes; a map; structs without end.
        assert_eq!(numbers(&[0x99, 0x21, 1, 1, 0]), None);
        assert_eq!(numbers(&[0x9B, 0, 0]), None);
        assert_eq!(numbers(&[0x9C; 100]), None);
    }
}
