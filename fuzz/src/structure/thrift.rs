//! Values of Thrift in the compact protocol, which the headers of Parquet files are written in.

use super::{changed_number, signed};
use crate::files::{Random, varint};

// The types of Thrift's compact protocol.
const STOP: u8 = 0;
const FALSE: u8 = 2;
const I8: u8 = 3;
const I64: u8 = 6;
const DOUBLE: u8 = 7;
const BINARY: u8 = 8;
const LIST: u8 = 9;
pub(super) const STRUCT: u8 = 12;

/// The depth of values within values: headers of Parquet have fewer.
const MAX_DEPTH: usize = 32;

/// A value of Thrift.
#[derive(Clone, Debug)]
pub(super) enum Value {
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

/// Reads a value of the type `written`; `None` if the bytes are not one.
pub(super) fn read_value(bytes: &mut &[u8], written: u8) -> Option<Value> {
    read_nested(bytes, written, MAX_DEPTH)
}

fn read_nested(bytes: &mut &[u8], written: u8, depth: usize) -> Option<Value> {
    Some(match written {
        1 | FALSE => Value::Flag,
        I8 => Value::Byte(take(bytes, 1)?[0]),
        4..=I64 => Value::Number(zigzag(read_varint(bytes)?)),
        DOUBLE => Value::Double(take(bytes, 8)?.try_into().ok()?),
        BINARY => {
            let length = usize::try_from(read_varint(bytes)?).ok()?;
            Value::Bytes(take(bytes, length)?.to_vec())
        }
        LIST => read_list(bytes, depth.checked_sub(1)?)?,
        STRUCT => read_struct(bytes, depth.checked_sub(1)?)?,
        _ => return None,
    })
}

fn read_list(bytes: &mut &[u8], depth: usize) -> Option<Value> {
    let head = take(bytes, 1)?[0];
    let count = match head >> 4 {
        15 => read_varint(bytes)?,
        count => count.into(),
    };
    let item = head & 15;
    // A flag within a list is a byte. So every item takes at least one byte, and the number of items has a limit.
    let written = if item <= FALSE { I8 } else { item };
    let items = (0..count).map(|_| read_nested(bytes, written, depth));
    Some(Value::List(item, items.collect::<Option<_>>()?, None))
}

fn read_struct(bytes: &mut &[u8], depth: usize) -> Option<Value> {
    let (mut fields, mut id) = (Vec::new(), 0_i16);
    loop {
        let head = take(bytes, 1)?[0];
        let (distance, written) = (head >> 4, head & 15);
        if written == STOP {
            return Some(Value::Struct(fields));
        }
        id = match distance {
            0 => i16::try_from(zigzag(read_varint(bytes)?)).ok()?,
            distance => id.checked_add(distance.into())?,
        };
        fields.push((id, written, read_nested(bytes, written, depth)?));
    }
}

pub(super) fn write_value(value: &Value, to: &mut Vec<u8>) {
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
            for item in items {
                write_value(item, to);
            }
        }
        Value::Struct(fields) => {
            let mut last = 0_i16;
            for (id, written, value) in fields {
                if let Some(distance @ 1..=15) = id.checked_sub(last) {
                    to.push((distance.to_le_bytes()[0] << 4) | written);
                } else {
                    to.push(*written);
                    to.extend(varint((*id).into()));
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
        Value::List(_, items, _) => {
            for item in items {
                visit(item, visitor);
            }
        }
        Value::Struct(fields) => {
            for (_, _, field) in fields {
                visit(field, visitor);
            }
        }
        _ => {}
    }
}

/// Changes one value of a struct, chosen at random.
pub(super) fn change_value(root: &mut Value, random: &mut Random) {
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

/// Returns the lower half of a number.
fn low_half(number: i64) -> u32 {
    let [a, b, c, d, ..] = number.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

fn change_one(value: &mut Value, random: &mut Random) {
    match value {
        Value::Flag => {}
        Value::Byte(byte) => *byte = random.byte(),
        Value::Number(number) => *number = changed_number(*number, random),
        Value::Double(bytes) => *bytes = random.bits().to_le_bytes(),
        Value::Bytes(bytes) => change_bytes(bytes, random),
        Value::List(item, items, length) => match random.below(6) {
            0 => *length = Some(low_half(changed_number(signed(items.len()), random))),
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
        Value::Struct(fields) => change_fields(fields, random),
    }
}

fn change_bytes(bytes: &mut Vec<u8>, random: &mut Random) {
    let index = random.below(bytes.len());
    match random.below(4) {
        0 => bytes.clear(),
        1 => bytes.extend(bytes.clone()),
        2 => bytes.truncate(index),
        _ => {
            if let Some(byte) = bytes.get_mut(index) {
                *byte = random.byte();
            }
        }
    }
}

fn change_fields(fields: &mut Vec<(i16, u8, Value)>, random: &mut Random) {
    let index = random.below(fields.len());
    let Some((id, written, value)) = fields.get_mut(index) else {
        return;
    };
    match random.below(6) {
        // A flag is its type, and a number may have another width.
        0 if matches!(value, Value::Flag) => *written = if *written == FALSE { 1 } else { FALSE },
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

/// Returns the field of a struct with this id.
pub(super) fn field(value: &mut Value, id: i16) -> Option<&mut Value> {
    let Value::Struct(fields) = value else {
        return None;
    };
    let mut fields = fields.iter_mut();
    fields
        .find(|(known, _, _)| *known == id)
        .map(|(_, _, value)| value)
}

/// Returns the number in the field of a struct with this id.
pub(super) fn number_in_field(value: &mut Value, id: i16) -> Option<i64> {
    match field(value, id)? {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}
