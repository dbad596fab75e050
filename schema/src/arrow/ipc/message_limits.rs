//! The lengths in a message of an Arrow file, compared with the bytes that there are.
//!
//! A message has a header, which is a flat buffer, and a body. For each column, the header has a node (the number of values
//! and of nulls) and the offset and length of each buffer in the body. `arrow-ipc` takes them as they are: where one is not
//! true, it panics or asks for more memory than there is. Here, one walk over the columns of the schema takes the nodes and
//! buffers in the order in which `arrow-ipc` takes them, and compares each with what its type needs. It reads the header,
//! and of each compressed buffer the length before it, so that its cost does not depend on the number of rows.
//!
//! A compressed buffer begins with its length once decompressed, which `arrow-ipc` allocates and holds it to. All of these
//! lengths together may be 256 times the message and 256 MiB, so that a small file cannot ask for any amount of memory. For
//! dictionaries, which stay in memory, this applies to all of their messages together.
//!
//! The walk knows every type, also those that no column of a block has: `arrow-ipc` only skips such a column, and its node says
//! whether it has a value.

use arrow_buffer::bit_util::ceil;
use arrow_ipc::{
    Buffer, CompressionType, DictionaryBatch, FieldNode, Message, MetadataVersion, RecordBatch,
    root_as_message,
};
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Schema, UnionMode};

use super::{damaged, malformed};

/// The number of bytes that each byte of a compressed message may become, in addition to [`FREE_BYTES`].
const MAX_RATIO: usize = 256;

/// The offset of each buffer in a message is a multiple of this number of bytes.
const ALIGNMENT: usize = 8;

/// The number of bytes to which any compressed message may grow.
const FREE_BYTES: usize = 256 << 20;

/// The bytes of messages, and the sum of the lengths that their compressed buffers have once decompressed.
#[derive(Clone, Copy, Default)]
pub(super) struct Decompressed {
    body_bytes: usize,
    bytes: usize,
}

impl Decompressed {
    /// Adds a buffer with this length; `None` if the buffers are far longer than their messages.
    fn add(&mut self, length: usize) -> Option<()> {
        self.bytes = self.bytes.saturating_add(length);
        let max = self.body_bytes.saturating_mul(MAX_RATIO);
        (self.bytes <= max.saturating_add(FREE_BYTES)).then_some(())
    }
}

/// A message whose header is valid.
pub(super) enum ValidMessage {
    /// A dictionary.
    Dictionary,
    /// A dictionary that no accepted column uses.
    UnusedDictionary,
    /// A record batch. For each column: true if no row has a value.
    Batch(Vec<bool>),
}

/// Validates the header of a message.
///
/// # Errors
/// If the header needs more than the body has, has other columns than the schema, or says that the body is compressed in a way
/// that this library does not decompress.
pub(super) fn validate(
    header: &[u8],
    body: &[u8],
    schema: &Schema,
    dictionaries: &mut Decompressed,
) -> Result<ValidMessage, ArrowError> {
    // A length of four bytes, in files since 2019 with four bytes before it that say so.
    let ([0xFF, 0xFF, 0xFF, 0xFF, _, _, _, _, message @ ..] | [_, _, _, _, message @ ..]) = header
    else {
        return Err(damaged("a message is too short"));
    };
    let message = root_as_message(message).map_err(|error| malformed(&error))?;
    let is_dictionary = message.header_as_dictionary_batch().is_some();
    if is_dictionary && is_unused_dictionary(message, schema) {
        return Ok(ValidMessage::UnusedDictionary);
    }
    let (batch, types) = batch_and_types(message, schema)
        .ok_or_else(|| damaged("a message is not a record batch or a dictionary"))?;
    if let Some(compression) = batch.compression() {
        validate_compression(compression.codec())?;
    }
    // Only its size: the number of rows of each column is compared by `arrow-ipc` itself when it builds the batch.
    to_length(batch.length())?;
    let mut parts = MessageParts {
        nodes: batch.nodes().into_iter().flatten(),
        buffers: batch.buffers().into_iter().flatten(),
        view_counts: batch.variadicBufferCounts().into_iter().flatten(),
        body,
        is_compressed: batch.compression().is_some(),
        has_union_nulls: message.version() < MetadataVersion::V5,
        decompressed: if is_dictionary {
            *dictionaries
        } else {
            Decompressed::default()
        },
    };
    parts.decompressed.body_bytes += body.len();
    let are_null: Vec<bool> = types
        .into_iter()
        .map(|data_type| parts.take_column(data_type))
        .collect::<Result<_, _>>()?;
    match (parts.nodes.next(), parts.buffers.next()) {
        (None, None) if is_dictionary => {
            *dictionaries = parts.decompressed;
            Ok(ValidMessage::Dictionary)
        }
        (None, None) => Ok(ValidMessage::Batch(are_null)),
        _ => Err(damaged("a record batch has more buffers than its columns")),
    }
}

/// # Errors
/// If this library does not decompress such buffers.
fn validate_compression(codec: CompressionType) -> Result<(), ArrowError> {
    let (algorithm, feature) = match codec {
        CompressionType::LZ4_FRAME if cfg!(feature = "lz4") => return Ok(()),
        CompressionType::ZSTD if cfg!(feature = "zstd") => return Ok(()),
        CompressionType::LZ4_FRAME => ("LZ4", "lz4"),
        CompressionType::ZSTD => ("Zstandard", "zstd"),
        _ => return Err(damaged("its buffers are compressed in an unknown way")),
    };
    Err(damaged(&format!(
        "its buffers are compressed with {algorithm}; build this program with the feature `{feature}` of `beraad-schema`, or \
         write it uncompressed, in pandas and polars with `compression=\"uncompressed\"`"
    )))
}

/// Returns the record batch of a message, and the types of its columns. A dictionary is a record batch of one column.
fn batch_and_types<'a, 'b>(
    message: Message<'a>,
    schema: &'b Schema,
) -> Option<(RecordBatch<'a>, Vec<&'b DataType>)> {
    let Some(dictionary) = message.header_as_dictionary_batch() else {
        let types = schema.fields().iter().map(|field| field.data_type());
        return Some((message.header_as_record_batch()?, types.collect()));
    };
    let fields = fields_of(dictionary, schema);
    // All fields with this id have one dictionary. The message of it is a record batch of its values.
    let DataType::Dictionary(_, values) = fields.first()?.data_type() else {
        return None;
    };
    Some((dictionary.data()?, vec![values]))
}

/// Returns whether a message has a dictionary that only columns of other types use. Its values may be of any type, and
/// `arrow-ipc` would build them.
fn is_unused_dictionary(message: Message<'_>, schema: &Schema) -> bool {
    let Some(dictionary) = message.header_as_dictionary_batch() else {
        return false;
    };
    let fields = schema.fields().iter();
    let accepted = fields.filter(|field| is_accepted(field.data_type()));
    let accepted = Schema::new(accepted.cloned().collect::<Vec<_>>());
    accepted.fields().len() < schema.fields().len()
        && fields_of(dictionary, &accepted).is_empty()
        && !fields_of(dictionary, schema).is_empty()
}

/// Returns the fields, also within others, that use a dictionary.
fn fields_of<'a>(dictionary: DictionaryBatch<'_>, schema: &'a Schema) -> Vec<&'a Field> {
    #[expect(
        deprecated,
        reason = "a file identifies a dictionary by a number, and arrow-ipc reads it that way"
    )]
    schema.fields_with_dict_id(dictionary.id())
}

/// Returns whether a column of a block may be of this type. A column of another type is skipped if no row has a value.
pub(super) fn is_accepted(data_type: &DataType) -> bool {
    match data_type {
        DataType::Null
        | DataType::Boolean
        | DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View => true,
        DataType::Dictionary(key, values) => key.is_dictionary_key_type() && is_accepted(values),
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, 0..) => {
            is_accepted(item.data_type())
        }
        other => other.primitive_width().is_some(),
    }
}

/// The parts of a record batch that no column has taken yet.
struct MessageParts<'b, N, B, V> {
    nodes: N,
    buffers: B,
    /// For each column of string views, its number of buffers of texts.
    view_counts: V,
    body: &'b [u8],
    is_compressed: bool,
    /// Unions had a buffer of nulls before version 5 of the format.
    has_union_nulls: bool,
    decompressed: Decompressed,
}

impl<'a, N, B, V> MessageParts<'_, N, B, V>
where
    N: Iterator<Item = &'a FieldNode>,
    B: Iterator<Item = &'a Buffer>,
    V: Iterator<Item = i64>,
{
    /// Takes the node and the buffers of a column of this type, and of its parts. Returns true if every row has a null.
    fn take_column(&mut self, data_type: &DataType) -> Result<bool, ArrowError> {
        let node = self.nodes.next().ok_or_else(too_few_parts)?;
        let (values, nulls) = (to_length(node.length())?, to_length(node.null_count())?);
        if nulls > values {
            return Err(damaged("a column has more nulls than values"));
        }
        match data_type {
            DataType::Null => return Ok(true),
            // Without a buffer of nulls of their own.
            DataType::RunEndEncoded(ends, runs) => {
                self.take_column(ends.data_type())?;
                return self.take_column(runs.data_type());
            }
            DataType::Union(fields, mode) => {
                if self.has_union_nulls {
                    self.take_buffer(1)?;
                }
                self.take_values(1, values)?;
                if *mode == UnionMode::Dense {
                    self.take_values(4, values)?;
                }
                let are_null = fields
                    .iter()
                    .map(|(_, field)| self.take_column(field.data_type()));
                let are_null: Vec<bool> = are_null.collect::<Result<_, _>>()?;
                return Ok(are_null.into_iter().all(|is_null| is_null));
            }
            _ => {}
        }
        // The buffer is in the header also if there are no nulls, and may then be empty.
        let null_bytes = self.take_buffer(1)?;
        if nulls > 0 && null_bytes < ceil(values, 8) {
            return Err(too_short());
        }
        self.take_values_of(data_type, values)?;
        Ok(nulls == values)
    }

    /// Takes the buffers of a column of this type, other than that of its nulls, and its parts.
    fn take_values_of(&mut self, data_type: &DataType, values: usize) -> Result<(), ArrowError> {
        // A column without values need not have offsets.
        let offsets = if values == 0 { 0 } else { values + 1 };
        match data_type {
            DataType::Boolean => self.take_values(1, ceil(values, 8)),
            DataType::Utf8 | DataType::Binary => {
                self.take_values(4, offsets)?;
                self.take_values(1, 0)
            }
            DataType::LargeUtf8 | DataType::LargeBinary => {
                self.take_values(8, offsets)?;
                self.take_values(1, 0)
            }
            DataType::Utf8View | DataType::BinaryView => {
                self.take_values(16, values)?;
                // A missing count becomes a negative length, which is an error.
                let texts = self.view_counts.next().unwrap_or(-1);
                (0..to_length(texts)?).try_for_each(|_| self.take_values(1, 0))
            }
            DataType::FixedSizeBinary(width) => {
                let width = to_length((*width).into())?;
                self.take_values(1, values.saturating_mul(width))
            }
            DataType::Dictionary(key, _) => {
                self.take_values(key.primitive_width().unwrap_or(1), values)
            }
            DataType::List(item) | DataType::Map(item, _) => {
                self.take_values(4, offsets)?;
                self.take_part(item)
            }
            DataType::LargeList(item) => {
                self.take_values(8, offsets)?;
                self.take_part(item)
            }
            DataType::ListView(item) => {
                self.take_values(4, values)?;
                self.take_values(4, values)?;
                self.take_part(item)
            }
            DataType::LargeListView(item) => {
                self.take_values(8, values)?;
                self.take_values(8, values)?;
                self.take_part(item)
            }
            DataType::FixedSizeList(item, _) => self.take_part(item),
            DataType::Struct(fields) => fields.iter().try_for_each(|field| self.take_part(field)),
            other => self.take_values(other.primitive_width().unwrap_or(1), values),
        }
    }

    fn take_part(&mut self, field: &FieldRef) -> Result<(), ArrowError> {
        self.take_column(field.data_type()).map(|_| ())
    }

    /// Takes a buffer, which must have room for `values` values of `width` bytes.
    fn take_values(&mut self, width: usize, values: usize) -> Result<(), ArrowError> {
        let length = self.take_buffer(width)?;
        if length / width < values {
            return Err(too_short());
        }
        Ok(())
    }

    /// Takes a buffer of values of `width` bytes, and returns its length in bytes, once decompressed.
    fn take_buffer(&mut self, width: usize) -> Result<usize, ArrowError> {
        let buffer = self.buffers.next().ok_or_else(too_few_parts)?;
        let outside = || damaged("a buffer is outside its message");
        // Negative numbers fail here, before they could become huge ones.
        let offset = usize::try_from(buffer.offset()).map_err(|_| outside())?;
        let length = usize::try_from(buffer.length()).map_err(|_| outside())?;
        let end = offset.checked_add(length);
        let bytes = end.and_then(|end| self.body.get(offset..end));
        let bytes = bytes.ok_or_else(outside)?;
        // The format requires it. A buffer that begins elsewhere would have other values.
        if !bytes.is_empty() && offset % ALIGNMENT != 0 {
            return Err(damaged("a buffer does not begin at a multiple of 8 bytes"));
        }
        let length = if self.is_compressed {
            self.decompressed_length(bytes)?
        } else {
            length
        };
        if length % width != 0 {
            return Err(damaged("a buffer ends within a value"));
        }
        Ok(length)
    }
}

impl<N, B, V> MessageParts<'_, N, B, V> {
    /// Returns the length of a buffer of a compressed message, once decompressed.
    fn decompressed_length(&mut self, bytes: &[u8]) -> Result<usize, ArrowError> {
        // An empty buffer has no length before it.
        let Some((length, rest)) = bytes.split_first_chunk::<8>() else {
            return if bytes.is_empty() {
                Ok(0)
            } else {
                Err(too_short())
            };
        };
        let length = match i64::from_le_bytes(*length) {
            // Not compressed, since that would have been longer.
            -1 => rest.len(),
            length => usize::try_from(length)
                .map_err(|_| damaged("a compressed buffer has a negative length"))?,
        };
        if self.decompressed.add(length).is_none() {
            return Err(damaged(
                "its compressed buffers are far longer than their bytes; write smaller record batches, or write it uncompressed",
            ));
        }
        Ok(length)
    }
}

fn too_few_parts() -> ArrowError {
    damaged("a record batch has fewer buffers than its columns")
}

fn too_short() -> ArrowError {
    damaged("a buffer is shorter than its column")
}

/// Converts a number of values; a record batch has less than 2^31.
fn to_length(length: i64) -> Result<usize, ArrowError> {
    let length = i32::try_from(length).ok();
    let length = length.and_then(|length| usize::try_from(length).ok());
    length.ok_or_else(|| damaged("a length is negative, or 2^31 or more"))
}
