//! A mutator for Arrow and Parquet files whose changes get past the first length check.
//!
//! Both formats end with a footer, the length of the footer in four bytes, and a magic word. Numbers in the footer locate the
//! rest of the file. An inserted or removed byte before the footer would make all of these numbers wrong, so most changes
//! keep the positions of the other bytes, or change the footer.

/// Numbers that are hostile lengths, or close to a real length.
pub(crate) const NUMBERS: &[i64] = &[
    0,
    1,
    -1,
    2,
    7,
    8,
    64,
    0x7F,
    0x80,
    0xFF,
    0xFFFF,
    0x1_0000,
    0x7FFF_FFFF,
    0x8000_0000,
    0xFFFF_FFFF,
    0x1_0000_0000,
    i64::MAX,
    i64::MIN,
    i64::MAX / 8,
];

/// A generator of random numbers: `SplitMix64` by Steele, Lea and Flood.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.bits().to_le_bytes()[0]
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.bits() >> 1).unwrap_or_default() % end.max(1)
    }

    pub(crate) fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }
}

/// Changes an input and returns its new size.
///
/// The first `size` bytes of `data` are one byte that chooses the block, and a file whose magic word has `magic_length`
/// bytes. Sometimes `default_mutator` makes the change, which does not know the file formats.
///
/// # Panics
/// Panics if `data` is shorter than `size`.
pub fn mutate(
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
    magic_length: usize,
    default_mutator: fn(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut random = Random(seed.into());
    if size < 16 || random.one_in(8) {
        return default_mutator(data, size, max_size);
    }
    if random.one_in(64) {
        data[0] = random.byte();
    }
    let mut file = data[1..size].to_vec();
    for _ in 0..=random.below(4) {
        change(&mut file, magic_length, &mut random);
    }
    file.truncate(max_size.min(data.len()) - 1);
    data[1..=file.len()].copy_from_slice(&file);
    1 + file.len()
}

/// Returns the start and the end of the footer, if its stated length is possible.
pub(crate) fn footer(file: &[u8], magic_length: usize) -> Option<(usize, usize)> {
    let end = file.len().checked_sub(magic_length + 4)?;
    let length = u32::from_le_bytes(file[end..end + 4].try_into().ok()?);
    let start = end.checked_sub(usize::try_from(length).ok()?)?;
    (start < end).then_some((start, end))
}

/// Makes one change. Only the last kind of change moves bytes: it replaces bytes of the footer and corrects its length.
fn change(file: &mut Vec<u8>, magic_length: usize, random: &mut Random) {
    if file.is_empty() {
        return;
    }
    let footer = footer(file, magic_length);
    let (first, last) = match footer {
        Some((start, end)) if random.one_in(2) => (start, end),
        _ => (0, file.len()),
    };
    let index = first + random.below(last - first);
    let number = number(random);
    match random.bits() % 8 {
        0 => file[index] ^= 1 << (random.byte() % 8),
        1 => file[index] = random.byte(),
        2 | 3 => {
            let width = [1, 2, 4, 8][random.below(4)];
            let index = if random.one_in(2) {
                index - index % width
            } else {
                index
            };
            overwrite(file, index, &number.to_le_bytes()[..width]);
        }
        4 => overwrite(file, index, &varint(number)),
        5 => {
            let length = random.below(24).min(file.len() - index);
            let destination = random.below(file.len() - length + 1);
            file.copy_within(index..index + length, destination);
        }
        6 => {
            let length = random.below(16).min(file.len() - index);
            file[index..index + length].fill([0, 0xFF, 0x80][random.below(3)]);
        }
        _ => match footer {
            Some((start, end)) => {
                let index = start + random.below(end - start);
                let removed = random.below(9).min(end - index);
                let new = match random.bits() % 3 {
                    0 => Vec::new(),
                    1 => varint(number),
                    _ => {
                        let from = start + random.below(end - start);
                        file[from..end.min(from + 40)].to_vec()
                    }
                };
                let length = end - start - removed + new.len();
                file.splice(index..index + removed, new);
                let length = u32::try_from(length).unwrap_or(u32::MAX);
                overwrite(
                    file,
                    start + usize::try_from(length).unwrap_or(0),
                    &length.to_le_bytes(),
                );
            }
            None => file.truncate(index),
        },
    }
}

fn number(random: &mut Random) -> i64 {
    let number = NUMBERS[random.below(NUMBERS.len())];
    let offset = i64::from(random.byte() % 7) - 3;
    if random.one_in(2) {
        number
    } else {
        number.wrapping_add(offset)
    }
}

pub(crate) fn overwrite(file: &mut [u8], index: usize, bytes: &[u8]) {
    for (old, new) in file[index..].iter_mut().zip(bytes) {
        *old = *new;
    }
}

/// Encodes a number as Thrift does: zigzag, with seven bits in each byte.
pub(crate) fn varint(number: i64) -> Vec<u8> {
    let mut left = ((number << 1) ^ (number >> 63)).cast_unsigned();
    let mut bytes = Vec::new();
    loop {
        let byte = left.to_le_bytes()[0] & 0x7F;
        left >>= 7;
        if left == 0 {
            bytes.push(byte);
            return bytes;
        }
        bytes.push(byte | 0x80);
    }
}
