//! Changes to Arrow and Parquet files by their structure: a number, a type, a text or a length within a header is replaced, and
//! every length around it is corrected, so that a reader gets as far as the field itself.
//!
//! - Parquet: the fields of the Thrift structs (the footer, and the headers of pages). A page header that becomes longer moves the
//!   rest of the file; the offsets in the footer are corrected.
//! - Arrow: the flat buffers (the footer, and the headers of messages). All of their numbers have a fixed place, so that a change
//!   moves nothing.

use crate::files::{NUMBERS, Random, footer, overwrite, varint};

/// Makes one to three changes to a Parquet file; returns false if the file is not one that this module understands.
pub fn mutate_parquet(file: &mut Vec<u8>, seed: u64) -> bool {
    let mut random = Random::new(seed);
    (0..=random.below(3)).all(|_| change_parquet(file, &mut random).is_some())
}

/// Makes one to three changes to an Arrow file; returns false if the file is not one that this module understands.
pub fn mutate_arrow(file: &mut [u8], seed: u64) -> bool {
    let mut random = Random::new(seed);
    (0..=random.below(3)).all(|_| change_arrow(file, &mut random).is_some())
}

// The types of Thrift's compact protocol.
const STOP: u8 = 0;
const FALSE: u8 = 2;
const I8: u8 = 3;
const I64: u8 = 6;
const DOUBLE: u8 = 7;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// A value of Thrift.
#[derive(Clone, Debug)]
enum Value {
    /// A flag, whose value is its type.
    Flag,
    /// A byte.
    Byte(u8),
    /// A number of any width.
    Number(i64),
    /// Eight bytes.
    Double([u8; 8]),
    /// Bytes with their length.
    Bytes(Vec<u8>),
    /// The type of the items, the items, and a length that is another one than their number.
    List(u8, Vec<Value>, Option<u32>),
    /// The fields: id, type and value.
    Struct(Vec<(i16, u8, Value)>),
}

fn read_varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..70).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn zigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

fn write_unsigned(mut number: u64, to: &mut Vec<u8>) {
    while number > 0x7F {
        to.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

fn take<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

fn read_value(bytes: &mut &[u8], written: u8) -> Option<Value> {
    Some(match written {
        1 | FALSE => Value::Flag,
        I8 => Value::Byte(take(bytes, 1)?[0]),
        4..=I64 => Value::Number(zigzag(read_varint(bytes)?)),
        DOUBLE => Value::Double(take(bytes, 8)?.try_into().ok()?),
        BINARY => {
            let length = usize::try_from(read_varint(bytes)?).ok()?;
            Value::Bytes(take(bytes, length)?.to_vec())
        }
        LIST => {
            let head = take(bytes, 1)?[0];
            let count = match head >> 4 {
                15 => read_varint(bytes)?,
                count => count.into(),
            };
            let item = head & 15;
            let items = (0..count).map(|_| read_value(bytes, item));
            Value::List(item, items.collect::<Option<_>>()?, None)
        }
        STRUCT => {
            let (mut fields, mut id) = (Vec::new(), 0_i16);
            loop {
                let head = take(bytes, 1)?[0];
                let (distance, written) = (head >> 4, head & 15);
                if written == STOP {
                    break Value::Struct(fields);
                }
                id = match distance {
                    0 => i16::try_from(zigzag(read_varint(bytes)?)).ok()?,
                    distance => id.checked_add(distance.into())?,
                };
                fields.push((id, written, read_value(bytes, written)?));
            }
        }
        _ => return None,
    })
}

fn write_value(value: &Value, to: &mut Vec<u8>) {
    match value {
        Value::Flag => {}
        Value::Byte(byte) => to.push(*byte),
        Value::Number(number) => to.extend(varint(*number)),
        Value::Double(bytes) => to.extend(bytes),
        Value::Bytes(bytes) => {
            write_unsigned(bytes.len() as u64, to);
            to.extend(bytes);
        }
        Value::List(item, items, length) => {
            to.push(0xF0 | item);
            write_unsigned(length.map_or(items.len() as u64, u64::from), to);
            items.iter().for_each(|item| write_value(item, to));
        }
        Value::Struct(fields) => {
            let mut last = 0_i16;
            for (id, written, value) in fields {
                match id.checked_sub(last) {
                    Some(distance @ 1..=15) => to.push(distance.to_le_bytes()[0] << 4 | written),
                    _ => {
                        to.push(*written);
                        to.extend(varint((*id).into()));
                    }
                }
                last = *id;
                write_value(value, to);
            }
            to.push(STOP);
        }
    }
}

/// Calls `visit` for each value, the containers before what they contain.
fn visit(value: &mut Value, visitor: &mut dyn FnMut(&mut Value)) {
    visitor(value);
    match value {
        Value::List(_, items, _) => items.iter_mut().for_each(|item| visit(item, visitor)),
        Value::Struct(fields) => {
            (fields.iter_mut()).for_each(|(_, _, field)| visit(field, visitor))
        }
        _ => {}
    }
}

/// Changes one value of a struct, chosen at random.
fn change_value(root: &mut Value, random: &mut Random) {
    let mut count = 0;
    visit(root, &mut |_| count += 1);
    let mut chosen = random.below(count);
    visit(root, &mut |value| {
        if chosen == 0 {
            change_one(value, random);
        }
        chosen = chosen.wrapping_sub(1);
    });
}

fn change_one(value: &mut Value, random: &mut Random) {
    match value {
        Value::Flag => {}
        Value::Byte(byte) => *byte = random.byte(),
        Value::Number(number) => *number = changed_number(*number, random),
        Value::Double(bytes) => *bytes = random.bits().to_le_bytes(),
        Value::Bytes(bytes) => match random.below(4) {
            0 => bytes.clear(),
            1 => bytes.extend(bytes.clone()),
            2 => bytes.truncate(random.below(bytes.len())),
            _ => {
                let index = random.below(bytes.len());
                if let Some(byte) = bytes.get_mut(index) {
                    *byte = random.byte();
                }
            }
        },
        Value::List(item, items, length) => match random.below(6) {
            0 => *length = Some(changed_number(items.len() as i64, random) as u32),
            1 => *item = random.byte() & 15,
            2 => items.clear(),
            3 if !items.is_empty() => {
                items.remove(random.below(items.len()));
            }
            4 if !items.is_empty() => {
                let other = random.below(items.len());
                items.swap(0, other);
            }
            _ => items.extend(items.last().cloned()),
        },
        Value::Struct(fields) => {
            let index = random.below(fields.len());
            let Some((id, written, value)) = fields.get_mut(index) else {
                return;
            };
            match random.below(6) {
                // A flag is its type, and a number may have another width.
                0 if matches!(value, Value::Flag) => *written = 3 - *written,
                0 => *written = random.byte() & 15,
                1 => *id = [0, 1, 2, 5, 7, 8, 20, -1][random.below(8)],
                2 => {
                    fields.remove(index);
                }
                3 => fields.extend(fields.get(index).cloned()),
                4 => fields.swap(0, index),
                _ => {
                    *written = I64;
                    *value = Value::Number(changed_number(0, random));
                }
            }
        }
    }
}

/// Returns a number that is near the old one, hostile, or any.
fn changed_number(number: i64, random: &mut Random) -> i64 {
    match random.below(8) {
        0 => number.wrapping_add(1),
        1 => number.wrapping_sub(1),
        2 => number.wrapping_mul(2),
        3 => number.wrapping_neg(),
        4 => number ^ (1 << random.below(63)),
        5 => (random.below(16) as i64).wrapping_sub(1),
        6 => NUMBERS[random.below(NUMBERS.len())],
        _ => random.bits().cast_signed() >> random.below(64),
    }
}

/// The field with this id.
fn field(value: &mut Value, id: i16) -> Option<&mut Value> {
    let Value::Struct(fields) = value else {
        return None;
    };
    let mut fields = fields.iter_mut();
    fields
        .find(|(known, _, _)| *known == id)
        .map(|(_, _, value)| value)
}

fn number_of(value: Option<&mut Value>) -> Option<i64> {
    match value {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    }
}

/// The structs of the column chunks of a footer: `row_groups`, `columns`, `meta_data`.
fn chunks_of(footer: &mut Value) -> Vec<&mut Value> {
    let mut chunks = Vec::new();
    let Some(Value::List(_, groups, _)) = field(footer, 4) else {
        return chunks;
    };
    for group in groups {
        if let Some(Value::List(_, columns, _)) = field(group, 1) {
            chunks.extend(columns.iter_mut().filter_map(|column| field(column, 3)));
        }
    }
    chunks
}

fn change_parquet(file: &mut Vec<u8>, random: &mut Random) -> Option<()> {
    let (start, end) = footer(file, "PAR1".len())?;
    let mut root = read_value(&mut &file[start..end], STRUCT)?;
    let pages = random.below(3) > 0;
    let mut body = file[..start].to_vec();
    if pages {
        // The header of a page: that of the dictionary, or of any page after it.
        let mut chunks = chunks_of(&mut root);
        let index = random.below(chunks.len());
        let chunk = chunks.get_mut(index)?;
        let data = number_of(field(chunk, 9))?;
        let first = number_of(field(chunk, 11)).map_or(data, |dictionary| dictionary.min(data));
        let mut at = usize::try_from(first).ok()?;
        let mut header;
        let mut length;
        loop {
            let mut bytes = body.get(at..)?;
            let before = bytes.len();
            header = read_value(&mut bytes, STRUCT)?;
            length = before - bytes.len();
            let next = number_of(field(&mut header, 3))?;
            let next = at + length + usize::try_from(next).ok()?;
            if random.one_in(2) || read_value(&mut body.get(next..)?, STRUCT).is_none() {
                break;
            }
            at = next;
        }
        change_value(&mut header, random);
        let mut written = Vec::new();
        write_value(&header, &mut written);
        let moved = written.len() as i64 - length as i64;
        body.splice(at..at + length, written);
        let at = at as i64;
        for chunk in chunks {
            for id in [9, 10, 11] {
                if let Some(Value::Number(offset)) = field(chunk, id)
                    && *offset > at
                {
                    *offset = offset.wrapping_add(moved);
                }
            }
        }
        // The chunk became longer too.
        if let Some(chunk) = chunks_of(&mut root).into_iter().nth(index)
            && let Some(Value::Number(size)) = field(chunk, 7)
        {
            *size = size.wrapping_add(moved);
        }
    } else {
        change_value(&mut root, random);
    }
    let mut footer_bytes = Vec::new();
    write_value(&root, &mut footer_bytes);
    body.extend(&footer_bytes);
    body.extend(u32::try_from(footer_bytes.len()).ok()?.to_le_bytes());
    body.extend(b"PAR1");
    *file = body;
    Some(())
}

/// The numbers of a table of a flat buffer, and of the tables and vectors that it refers to: place and width.
fn numbers_of_table(buffer: &[u8], table: usize, depth: usize, numbers: &mut Vec<(usize, usize)>) {
    let read = |at: usize| Some(u32::from_le_bytes(buffer.get(at..at + 4)?.try_into().ok()?));
    let short = |at: usize| Some(u16::from_le_bytes(buffer.get(at..at + 2)?.try_into().ok()?));
    let Some(to_vtable) = read(table) else { return };
    let vtable = (table as i64) - i64::from(to_vtable.cast_signed());
    let Ok(vtable) = usize::try_from(vtable) else {
        return;
    };
    let Some(vtable_bytes) = short(vtable) else {
        return;
    };
    numbers.push((table, 4));
    numbers.push((vtable, 2));
    for entry in (4..usize::from(vtable_bytes).min(64)).step_by(2) {
        let Some(offset) = short(vtable + entry) else {
            return;
        };
        numbers.push((vtable + entry, 2));
        if offset == 0 {
            continue;
        }
        let at = table + usize::from(offset);
        for width in [1, 2, 4, 8] {
            numbers.push((at, width));
        }
        // It may be the distance to a table or a vector; what it is not gives harmless places.
        let Some(distance) = read(at).filter(|distance| *distance >= 4) else {
            continue;
        };
        let target = at + distance as usize;
        let Some(count) = read(target) else { continue };
        numbers.push((target, 4));
        let count = count as usize;
        if (1..=4096).contains(&count) {
            // A vector: of structs of 16 or 24 bytes, or of distances to tables.
            for index in 0..(count * 24).div_ceil(8).min(256) {
                numbers.push((target + 4 + index * 8, 8));
                numbers.push((target + 8 + index * 8, 4));
            }
            if depth < 4 {
                for index in 0..count.min(32) {
                    let item = target + 4 + index * 4;
                    if let Some(distance) = read(item).filter(|distance| *distance >= 4) {
                        numbers_of_table(buffer, item + distance as usize, depth + 1, numbers);
                    }
                }
            }
        }
        if depth < 4 {
            numbers_of_table(buffer, target, depth + 1, numbers);
        }
    }
}

fn change_arrow(file: &mut [u8], random: &mut Random) -> Option<()> {
    let (start, end) = footer(file, "ARROW1".len())?;
    // Of the messages, the places where a header begins: 0xFFFFFFFF and a length.
    let mut buffers = vec![(start, end), (start, end)];
    for at in (8..start.saturating_sub(8)).step_by(8) {
        if file[at..at + 4] == [0xFF; 4] {
            let length = u32::from_le_bytes(file[at + 4..at + 8].try_into().ok()?) as usize;
            if length > 0 && at + 8 + length <= start {
                buffers.push((at + 8, at + 8 + length));
            }
        }
    }
    let (start, end) = buffers[random.below(buffers.len())];
    let buffer = &mut file[start..end];
    let root = u32::from_le_bytes(buffer.get(..4)?.try_into().ok()?) as usize;
    let mut numbers = vec![(0, 4)];
    numbers_of_table(buffer, root, 0, &mut numbers);
    numbers.retain(|(at, width)| at + width <= buffer.len());
    let (at, width) = numbers[random.below(numbers.len())];
    let mut bytes = [0; 8];
    bytes[..width].copy_from_slice(&buffer[at..at + width]);
    let shift = 64 - 8 * width;
    let number = i64::from_le_bytes(bytes) << shift >> shift;
    let number = changed_number(number, random);
    overwrite(buffer, at, &number.to_le_bytes()[..width]);
    Some(())
}
