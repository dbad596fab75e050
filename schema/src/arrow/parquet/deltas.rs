//! Lengths of texts, written as differences each to the one before (`DELTA_BINARY_PACKED`).

use super::thrift::{number, zigzag};

/// Takes the lengths from the front of a page, at most so many. `None` if there are more, or the bytes hold fewer.
pub(super) fn lengths(bytes: &mut &[u8], most: u64) -> Option<Vec<i32>> {
    // Blocks of parts of values: a block has its smallest difference, and each part of it a width in bits.
    let (block, parts) = (size(number(bytes)?)?, size(number(bytes)?)?);
    let count = number(bytes).filter(|count| *count <= most)?;
    let mut last = i32::try_from(zigzag(number(bytes)?)).ok()?;
    let each = block.checked_div(parts).filter(|each| *each > 0)?;
    let count = usize::try_from(count).ok()?;
    let mut lengths = Vec::with_capacity(count.min(bytes.len()));
    if count > 0 {
        lengths.push(last);
    }
    while lengths.len() < count {
        let smallest = i32::try_from(zigzag(number(bytes)?)).ok()?;
        for width in take(bytes, parts)? {
            // Parts without values have a width and no bytes.
            if lengths.len() == count {
                break;
            }
            let width = usize::from(*width);
            let packed = take(bytes, each.checked_mul(width)? / 8)?;
            for place in 0..each.min(count - lengths.len()) {
                last = last
                    .wrapping_add(smallest)
                    .wrapping_add(unpacked(packed, place, width)?);
                lengths.push(last);
            }
        }
    }
    Some(lengths)
}

/// The number at a place among those of a width in bits.
fn unpacked(packed: &[u8], place: usize, width: usize) -> Option<i32> {
    if width > 32 {
        return None;
    }
    let bit = place * width;
    let mut word = [0; 8];
    for (to, from) in word.iter_mut().zip(packed.get(bit / 8..)?) {
        *to = *from;
    }
    let bits = u64::from_le_bytes(word) >> (bit % 8) & ((1 << width) - 1);
    u32::try_from(bits).ok().map(u32::cast_signed)
}

fn size(number: u64) -> Option<usize> {
    u32::try_from(number).ok()?.try_into().ok()
}

/// Takes the first bytes.
pub(super) fn take<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (first, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_that_were_written() {
        // 7 5 3 1 2 3 4 5, from the format's own description: the first, -2, and differences in two bits.
        let example: &[u8] = &[
            0x80, 1, 4, 8, 14, 3, 2, 0, 0, 0, 0xC0, 0x3F, 0, 0, 0, 0, 0, 0, 9,
        ];
        let mut bytes = example;
        assert_eq!(lengths(&mut bytes, 8), Some(vec![7, 5, 3, 1, 2, 3, 4, 5]));
        assert_eq!(bytes, [9]);
        assert_eq!(lengths(&mut &*example, 7), None);
        for length in 0..example.len() - 1 {
            assert_eq!(lengths(&mut &example[..length], 8), None, "{length}");
        }
        // One value has no block, and none has a first one nevertheless.
        assert_eq!(lengths(&mut &[0x80, 1, 4, 1, 14][..], 1), Some(vec![7]));
        assert_eq!(lengths(&mut &[0x80, 1, 4, 0, 0][..], 0), Some(vec![]));
    }

    #[test]
    fn sizes_that_fit_nothing_are_none() {
        assert_eq!(lengths(&mut &[0x80, 1, 0, 8, 14, 3, 2, 0, 0][..], 8), None);
        assert_eq!(lengths(&mut &[0, 4, 8, 14, 3, 2, 0, 0, 0][..], 8), None);
        // A width of more bits than lengths have.
        let wide = [&[0x80, 1, 1, 8, 14, 3, 33], [0; 600].as_slice()].concat();
        assert_eq!(lengths(&mut &*wide, 8), None);
    }
}
