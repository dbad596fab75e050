//! Changes to files of Arrow and Parquet that do not end at the first length.
//!
//! Both end with a footer, its length in four bytes, and a magic word; what stands before is found by numbers in the footer.
//! A byte more or less before it makes nothing fit, so most changes keep the places of the others, or stay in the footer.

/// Numbers that are a hostile length, or nearly a true one.
const NUMBERS: &[i64] = &[
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

/// Numbers that look random: `SplitMix64` by Steele, Lea and Flood.
struct Random(u64);

impl Random {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    fn byte(&mut self) -> u8 {
        self.bits().to_le_bytes()[0]
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.bits() >> 1).unwrap_or_default() % end.max(1)
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }
}

/// A mutator: the first `size` bytes of `data` are one that chooses the block, and a file whose magic word is so long. Now
/// and then the change is one of `plain`, which knows nothing of files.
///
/// # Panics
/// If `data` is shorter.
pub fn mutate(
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
    magic: usize,
    plain: fn(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut random = Random(seed.into());
    if size < 16 || random.one_in(8) {
        return plain(data, size, max_size);
    }
    if random.one_in(64) {
        data[0] = random.byte();
    }
    let mut file = data[1..size].to_vec();
    for _ in 0..=random.below(4) {
        change(&mut file, magic, &mut random);
    }
    file.truncate(max_size.min(data.len()) - 1);
    data[1..=file.len()].copy_from_slice(&file);
    1 + file.len()
}

/// Where the footer starts and where it ends, if its length is true.
fn footer(file: &[u8], magic: usize) -> Option<(usize, usize)> {
    let end = file.len().checked_sub(magic + 4)?;
    let length = u32::from_le_bytes(file[end..end + 4].try_into().ok()?);
    let start = end.checked_sub(usize::try_from(length).ok()?)?;
    (start < end).then_some((start, end))
}

fn change(file: &mut Vec<u8>, magic: usize, random: &mut Random) {
    if file.is_empty() {
        return;
    }
    let footer = footer(file, magic);
    let (first, last) = match footer {
        Some((start, end)) if random.one_in(2) => (start, end),
        _ => (0, file.len()),
    };
    let place = first + random.below(last - first);
    let number = number(random);
    match random.bits() % 8 {
        0 => file[place] ^= 1 << (random.byte() % 8),
        1 => file[place] = random.byte(),
        2 | 3 => {
            let width = [1, 2, 4, 8][random.below(4)];
            let place = if random.one_in(2) {
                place - place % width
            } else {
                place
            };
            overwrite(file, place, &number.to_le_bytes()[..width]);
        }
        4 => overwrite(file, place, &varint(number)),
        5 => {
            let length = random.below(24).min(file.len() - place);
            let other = random.below(file.len() - length + 1);
            file.copy_within(place..place + length, other);
        }
        6 => {
            let length = random.below(16).min(file.len() - place);
            file[place..place + length].fill([0, 0xFF, 0x80][random.below(3)]);
        }
        _ => match footer {
            Some((start, end)) => {
                let place = start + random.below(end - start);
                let gone = random.below(9).min(end - place);
                let new = match random.bits() % 3 {
                    0 => Vec::new(),
                    1 => varint(number),
                    _ => {
                        let from = start + random.below(end - start);
                        file[from..end.min(from + 40)].to_vec()
                    }
                };
                let length = end - start - gone + new.len();
                file.splice(place..place + gone, new);
                let length = u32::try_from(length).unwrap_or(u32::MAX);
                overwrite(
                    file,
                    start + usize::try_from(length).unwrap_or(0),
                    &length.to_le_bytes(),
                );
            }
            None => file.truncate(place),
        },
    }
}

fn number(random: &mut Random) -> i64 {
    let number = NUMBERS[random.below(NUMBERS.len())];
    let near = i64::from(random.byte() % 7) - 3;
    if random.one_in(2) {
        number
    } else {
        number.wrapping_add(near)
    }
}

fn overwrite(file: &mut [u8], place: usize, bytes: &[u8]) {
    for (old, new) in file[place..].iter_mut().zip(bytes) {
        *old = *new;
    }
}

/// A number as Thrift writes it: zigzag, seven bits a byte.
fn varint(number: i64) -> Vec<u8> {
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
