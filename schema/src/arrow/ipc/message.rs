//! A message of a file: whether what it says of its body is true.

use arrow_buffer::bit_util::ceil;
use arrow_ipc::{Buffer, FieldNode, Message, RecordBatch, root_as_message};
use arrow_schema::{ArrowError, DataType, Schema};

use super::{damaged, malformed};

/// Whether the message at the start of a block speaks of its body, of `body` bytes, only, and of the columns of `schema`.
///
/// # Errors
/// What is wrong with it.
pub(super) fn check(header: &[u8], body: usize, schema: &Schema) -> Result<(), ArrowError> {
    // Files of before 2019 lack the mark of continuation.
    let ([0xFF, 0xFF, 0xFF, 0xFF, _, _, _, _, message @ ..] | [_, _, _, _, message @ ..]) = header
    else {
        return Err(damaged("a block is too short"));
    };
    let message = root_as_message(message).map_err(|error| malformed(&error))?;
    let (batch, types) =
        columns(message, schema).ok_or_else(|| damaged("a block holds no batch"))?;
    if batch.compression().is_some() {
        return Err(damaged("its buffers are compressed; write it uncompressed"));
    }
    length(batch.length())?;
    let mut parts = Parts {
        nodes: batch.nodes().into_iter().flatten(),
        buffers: batch.buffers().into_iter().flatten(),
        views: batch.variadicBufferCounts().into_iter().flatten(),
        body,
    };
    types
        .into_iter()
        .try_for_each(|data_type| parts.column(data_type))?;
    match (parts.nodes.next(), parts.buffers.next()) {
        (None, None) => Ok(()),
        _ => Err(damaged("a batch has more parts than its columns have")),
    }
}

/// The batch of a message, and the types of its columns.
fn columns<'a, 'b>(
    message: Message<'a>,
    schema: &'b Schema,
) -> Option<(RecordBatch<'a>, Vec<&'b DataType>)> {
    let Some(dictionary) = message.header_as_dictionary_batch() else {
        let types = schema.fields().iter().map(|field| field.data_type());
        return Some((message.header_as_record_batch()?, types.collect()));
    };
    #[expect(
        deprecated,
        reason = "a file names a dictionary by an id, and arrow-ipc reads it so"
    )]
    let fields = schema.fields_with_dict_id(dictionary.id());
    let DataType::Dictionary(_, values) = fields.first()?.data_type() else {
        return None;
    };
    Some((dictionary.data()?, vec![values]))
}

/// Whether columns of a type can be read at all.
pub(super) fn is_readable(data_type: &DataType) -> bool {
    match data_type {
        DataType::Null
        | DataType::Boolean
        | DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View => true,
        DataType::Dictionary(key, values) => key.is_dictionary_key_type() && is_readable(values),
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, 0..) => {
            is_readable(item.data_type())
        }
        other => other.primitive_width().is_some(),
    }
}

/// The parts of a batch that were not looked at yet.
struct Parts<N, B, V> {
    nodes: N,
    buffers: B,
    views: V,
    /// The bytes that buffers lie in.
    body: usize,
}

impl<'a, N, B, V> Parts<N, B, V>
where
    N: Iterator<Item = &'a FieldNode>,
    B: Iterator<Item = &'a Buffer>,
    V: Iterator<Item = i64>,
{
    /// Takes the parts of a column of this type.
    fn column(&mut self, data_type: &DataType) -> Result<(), ArrowError> {
        let node = self.nodes.next();
        let node = node.ok_or_else(|| damaged("a batch has fewer parts than its columns have"))?;
        let (values, nulls) = (length(node.length())?, length(node.null_count())?);
        if nulls > values {
            return Err(damaged("a column has more nulls than values"));
        }
        if data_type.is_null() {
            return Ok(());
        }
        let present = self.buffer(1)?;
        if nulls > 0 && present < ceil(values, 8) {
            return Err(too_short());
        }
        // Where there are no values, there need be no offsets.
        let offsets = if values == 0 { 0 } else { values + 1 };
        match data_type {
            DataType::Boolean => self.holds(1, ceil(values, 8)),
            DataType::Utf8 => self.holds(4, offsets).and_then(|()| self.holds(1, 0)),
            DataType::LargeUtf8 => self.holds(8, offsets).and_then(|()| self.holds(1, 0)),
            DataType::Utf8View => {
                self.holds(16, values)?;
                let texts = self.views.next().unwrap_or(-1);
                (0..length(texts)?).try_for_each(|_| self.holds(1, 0))
            }
            DataType::Dictionary(key, _) => self.holds(key.primitive_width().unwrap_or(1), values),
            DataType::List(item) => {
                self.holds(4, offsets)?;
                self.column(item.data_type())
            }
            DataType::LargeList(item) => {
                self.holds(8, offsets)?;
                self.column(item.data_type())
            }
            DataType::FixedSizeList(item, _) => self.column(item.data_type()),
            other => self.holds(other.primitive_width().unwrap_or(1), values),
        }
    }

    /// Takes a buffer of at least so many values of `width` bytes.
    fn holds(&mut self, width: usize, values: usize) -> Result<(), ArrowError> {
        let bytes = self.buffer(width)?;
        if bytes / width < values {
            return Err(too_short());
        }
        Ok(())
    }

    /// Takes a buffer of values of `width` bytes, and gives its length.
    fn buffer(&mut self, width: usize) -> Result<usize, ArrowError> {
        let buffer = self.buffers.next();
        let buffer =
            buffer.ok_or_else(|| damaged("a batch has fewer parts than its columns have"))?;
        let (offset, bytes) = (
            usize::try_from(buffer.offset()),
            usize::try_from(buffer.length()),
        );
        let (Ok(offset), Ok(bytes)) = (offset, bytes) else {
            return Err(damaged("a buffer lies outside its block"));
        };
        if offset.checked_add(bytes).is_none_or(|end| end > self.body) {
            return Err(damaged("a buffer lies outside its block"));
        }
        if bytes % width != 0 {
            return Err(damaged("a buffer ends within a value"));
        }
        Ok(bytes)
    }
}

fn too_short() -> ArrowError {
    damaged("a buffer is shorter than its column")
}

/// A length that is one.
fn length(length: i64) -> Result<usize, ArrowError> {
    let fits = i32::try_from(length)
        .ok()
        .and_then(|length| usize::try_from(length).ok());
    fits.ok_or_else(|| damaged("a length is out of bounds"))
}
