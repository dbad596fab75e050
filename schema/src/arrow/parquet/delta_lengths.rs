//! Lengths of texts in the encoding `DELTA_BINARY_PACKED`: each is written as the difference from the one before.
//!
//! The numbers are in blocks, and each block in miniblocks of equal size. A block begins with its smallest difference and with
//! the width in bits of each miniblock; a miniblock then has, for each number, how much its difference exceeds the smallest.
//! A width may be 0: one byte then encodes a whole miniblock, and the sizes of blocks are up to the file. So a page of a
//! few bytes can claim 2^32 texts, for which the decoder of `parquet` allocates before it reads the first. This decoder
//! allocates for at most as many lengths as there are bytes, and grows from there to at most `max_count`.

use super::varint::{decode_zigzag, read_varint, take_bytes};

/// Decodes the lengths at the start of a page, and removes them. `None` if there are more than `max_count`, or the bytes end
/// before they do.
pub(super) fn take_lengths(bytes: &mut &[u8], max_count: u64) -> Option<Vec<i32>> {
    let block_size = to_size(read_varint(bytes)?)?;
    let miniblocks = to_size(read_varint(bytes)?)?;
    let count = read_varint(bytes).filter(|count| *count <= max_count)?;
    let mut last = i32::try_from(decode_zigzag(read_varint(bytes)?)).ok()?;
    let miniblock_size = block_size
        .checked_div(miniblocks)
        .filter(|size| *size > 0)?;
    let count = usize::try_from(count).ok()?;
    // Not `count`: that is what the page says, and may be 2^24 in a page of a few bytes.
    let mut lengths = Vec::with_capacity(count.min(bytes.len()));
    if count > 0 {
        lengths.push(last);
    }
    while lengths.len() < count {
        let smallest = i32::try_from(decode_zigzag(read_varint(bytes)?)).ok()?;
        for width in take_bytes(bytes, miniblocks)? {
            // The last miniblocks of the last block have widths, but no bytes.
            if lengths.len() == count {
                break;
            }
            let width = usize::from(*width);
            let packed = take_bytes(bytes, miniblock_size.checked_mul(width)? / 8)?;
            for index in 0..miniblock_size.min(count - lengths.len()) {
                last = last
                    // The format defines the sum modulo 2^32, so that an overflow is not an error.
                    .wrapping_add(smallest)
                    .wrapping_add(unpack(packed, index, width)?);
                lengths.push(last);
            }
        }
    }
    Some(lengths)
}

/// Returns the number at an index among numbers of `width` bits.
fn unpack(packed: &[u8], index: usize, width: usize) -> Option<i32> {
    if width > 32 {
        return None;
    }
    let bit = index * width;
    let mut word = [0; 8];
    // Eight bytes hold any number of 32 bits that begins within the first of them. Near the end there are fewer; the
    // rest stays 0.
    for (to, from) in word.iter_mut().zip(packed.get(bit / 8..)?) {
        *to = *from;
    }
    let bits = u64::from_le_bytes(word) >> (bit % 8) & ((1 << width) - 1);
    u32::try_from(bits).ok().map(u32::cast_signed)
}

fn to_size(number: u64) -> Option<usize> {
    u32::try_from(number).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_decoded() {
        // 7 5 3 1 2 3 4 5, the example of the specification: the first number, the smallest difference -2, and two bits each.
        let example: &[u8] = &[
            0x80, 1, 4, 8, 14, 3, 2, 0, 0, 0, 0xC0, 0x3F, 0, 0, 0, 0, 0, 0, 9,
        ];
        let mut bytes = example;
        assert_eq!(
            take_lengths(&mut bytes, 8),
            Some(vec![7, 5, 3, 1, 2, 3, 4, 5])
        );
        assert_eq!(bytes, [9]);
        assert_eq!(take_lengths(&mut &*example, 7), None);
        for length in 0..example.len() - 1 {
            assert_eq!(take_lengths(&mut &example[..length], 8), None, "{length}");
        }
        // One number has no block; no numbers have a first number all the same.
        assert_eq!(
            take_lengths(&mut &[0x80, 1, 4, 1, 14][..], 1),
            Some(vec![7])
        );
        assert_eq!(take_lengths(&mut &[0x80, 1, 4, 0, 0][..], 0), Some(vec![]));
    }

    #[test]
    fn impossible_sizes_are_rejected() {
        assert_eq!(
            take_lengths(&mut &[0x80, 1, 0, 8, 14, 3, 2, 0, 0][..], 8),
            None
        );
        assert_eq!(
            take_lengths(&mut &[0, 4, 8, 14, 3, 2, 0, 0, 0][..], 8),
            None
        );
        // A width of more bits than a length has.
        let wide = [&[0x80, 1, 1, 8, 14, 3, 33], [0; 600].as_slice()].concat();
        assert_eq!(take_lengths(&mut &*wide, 8), None);
    }
}
