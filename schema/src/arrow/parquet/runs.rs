//! Runs: how levels and the keys of dictionaries are stored.
//!
//! A run begins with a number, whose lowest bit is its kind: 0 is a number of equal values, which the next bytes give; 1 is a
//! number of groups of eight values, each of `width` bits.

use super::varint::{read_varint, take_bytes};

/// Passes each run of the first `count` values to `on_run`, as a value and how often it occurs.
///
/// Returns `None` if the bytes end before the values do, if a run of equal values is longer than what is left, or if a
/// value needs more than `width` bits. `width` is at most 32.
pub(super) fn read_runs(
    mut bytes: &[u8],
    width: u8,
    count: u64,
    on_run: &mut dyn FnMut(u32, u64),
) -> Option<()> {
    let mut remaining = count;
    while remaining > 0 {
        let run = read_varint(&mut bytes)?;
        let length = run >> 1;
        if length == 0 {
            return None;
        }
        if run & 1 == 0 {
            let value = take_bytes(&mut bytes, usize::from(width.div_ceil(8)))?;
            let value = (value.iter().rev()).fold(0, |value, byte| value << 8 | u32::from(*byte));
            let is_too_large = width < 32 && value >> width != 0;
            remaining = remaining.checked_sub(length).filter(|_| !is_too_large)?;
            on_run(value, length);
            continue;
        }
        // The last group may be cut where the values end.
        let wanted = usize::try_from(length).ok()?.saturating_mul(width.into());
        let taken = wanted.min(bytes.len());
        let groups = take_bytes(&mut bytes, taken)?;
        let in_groups = match u64::from(width) {
            0 => u64::MAX,
            width => groups.len() as u64 * 8 / width,
        };
        let values = in_groups.min(length.saturating_mul(8)).min(remaining);
        if values == 0 {
            return None;
        }
        unpack(groups, width, values, on_run);
        remaining -= values;
    }
    Some(())
}

/// Passes values of `width` bits, the lowest bit first.
fn unpack(bytes: &[u8], width: u8, count: u64, on_run: &mut dyn FnMut(u32, u64)) {
    match width {
        0 => on_run(0, count),
        // The usual case: levels of a column that has nulls and no lists.
        1 => {
            let mut remaining = count;
            for byte in bytes {
                let of_byte = remaining.min(8);
                if of_byte == 0 {
                    break;
                }
                let ones = (u16::from(*byte) & ((1 << of_byte) - 1)).count_ones();
                on_run(1, ones.into());
                on_run(0, of_byte - u64::from(ones));
                remaining -= of_byte;
            }
        }
        _ => {
            let (mut buffer, mut bits) = (0_u64, 0);
            let mut bytes = bytes.iter();
            for _ in 0..count {
                while bits < width {
                    let Some(byte) = bytes.next() else { return };
                    buffer |= u64::from(*byte) << bits;
                    bits += 8;
                }
                let value = buffer & ((1 << width) - 1);
                on_run(u32::try_from(value).unwrap_or(u32::MAX), 1);
                buffer >>= width;
                bits -= width;
            }
        }
    }
}

/// The number of bits of the values from 0 to `max`.
pub(super) fn bits_of(max: u32) -> u8 {
    let bits = u32::BITS - max.leading_zeros();
    u8::try_from(bits).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(bytes: &[u8], width: u8, count: u64) -> Option<Vec<u32>> {
        let mut values = Vec::new();
        read_runs(bytes, width, count, &mut |value, count| {
            values.extend(std::iter::repeat_n(value, usize::try_from(count).unwrap()));
        })?;
        values.sort_unstable();
        Some(values)
    }

    #[test]
    fn runs_are_read() {
        // Three times 1; then a group of eight, of which two are values.
        let bytes = [6, 1, 3, 0b0000_0010];
        assert_eq!(values(&bytes, 1, 5), Some(vec![0, 1, 1, 1, 1]));
        // A group of eight values of three bits: 0 to 7.
        let group = [3, 0b1000_1000, 0b1100_0110, 0b1111_1010];
        assert_eq!(values(&group, 3, 8), Some((0..8).collect()));
        assert_eq!(values(&[8], 0, 4), Some(vec![0; 4]));
        assert_eq!(values(&[], 1, 0), Some(vec![]));
    }

    #[test]
    fn damaged_runs_are_rejected() {
        // Too short; too long; no run; a level of 2 in a column whose levels are 0 and 1.
        for bytes in [&[6, 1][..], &[12, 1], &[0, 1, 10, 1], &[10, 2], &[10], &[3]] {
            assert_eq!(values(bytes, 1, 5), None, "{bytes:?}");
        }
        assert!(values(&[10, 1], 1, 5).is_some());
    }

    #[test]
    fn bits_are_those_of_the_largest_level() {
        assert_eq!([0, 1, 2, 3, 4].map(bits_of), [0, 1, 2, 2, 3]);
    }
}
