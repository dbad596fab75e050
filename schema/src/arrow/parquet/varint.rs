//! The integers of variable length that Thrift and the encodings of Parquet share.

use std::io::Read;

/// Reads a number that is written in groups of seven bits, the lowest first. `None` if the bytes end before it does, or it
/// has more than 64 bits.
pub(super) fn read_varint(from: &mut dyn Read) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let byte = read_byte(from)?;
        number |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// Decodes a signed number, whose sign is the lowest bit.
pub(super) fn decode_zigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}

pub(super) fn read_byte(from: &mut dyn Read) -> Option<u8> {
    let mut byte = [0];
    from.read_exact(&mut byte).ok()?;
    Some(byte[0])
}

/// Removes the first `length` bytes and returns them; `None` if there are fewer.
pub(super) fn take_bytes<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (first, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(first)
}
