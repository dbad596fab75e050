//! The messages of an Arrow file: its footer, dictionaries and record batches as bytes.

use std::io::{Read, Seek, SeekFrom};

use arrow_buffer::{Buffer, MutableBuffer};
use arrow_ipc::Block;
use arrow_ipc::reader::read_footer_length;
use arrow_schema::{ArrowError, Schema};

use super::message_limits::{Decompressed, ValidMessage};
use super::{damaged, message_limits};

/// Reads the messages of a file.
///
/// `arrow-ipc` trusts the lengths and offsets in a file. Where one is not true, it panics, or it allocates what the file asks
/// for and the process is killed. Everything that it reads was therefore compared with the real size of the file first.
pub(super) struct MessageReader<F> {
    file: F,
    /// The size of the file in bytes.
    size: u64,
    /// The dictionaries that were read.
    dictionaries: Decompressed,
}

/// The number of bytes after the footer: its length in 4 bytes, and `ARROW1`.
const TRAILER_BYTES: usize = 10;

impl<F: Read + Seek> MessageReader<F> {
    pub(super) fn try_new(mut file: F) -> Result<Self, ArrowError> {
        let size = file.seek(SeekFrom::End(0))?;
        Ok(Self {
            file,
            size,
            dictionaries: Decompressed::default(),
        })
    }

    /// Reads the footer, a flat buffer with the schema and the locations of all messages.
    pub(super) fn read_footer(&mut self) -> Result<Vec<u8>, ArrowError> {
        let mut trailer = [0; TRAILER_BYTES];
        let end = self
            .size
            .checked_sub(TRAILER_BYTES as u64)
            .ok_or_else(|| damaged("it is too short"))?;
        self.file.seek(SeekFrom::Start(end))?;
        self.file.read_exact(&mut trailer)?;
        // The end of the file decides; the beginning is read only for a better message.
        let length = match read_footer_length(trailer) {
            Ok(length) => length,
            Err(error) => return Err(self.other_format()?.map_or(error, damaged)),
        };
        let start = end.checked_sub(length as u64);
        let start = start.ok_or_else(|| damaged("its footer is longer than the file"))?;
        let mut footer = vec![0; length];
        self.file.seek(SeekFrom::Start(start))?;
        self.file.read_exact(&mut footer)?;
        Ok(footer)
    }

    /// Returns the format of a file that does not end like an Arrow file, if its first bytes show it.
    fn other_format(&mut self) -> Result<Option<&'static str>, ArrowError> {
        let mut start = [0; 4];
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_exact(&mut start)?;
        Ok(match &start {
            [0xFF, 0xFF, 0xFF, 0xFF] => {
                Some("it is an Arrow stream; write the file format, which has a footer")
            }
            b"FEA1" => Some("it is Feather version 1; write version 2"),
            b"PAR1" => Some("it is a Parquet file"),
            b"ARRO" => Some("it ends before its footer; it was not finished, or it was cut off"),
            _ => None,
        })
    }

    /// Reads the dictionary or record batch at a location, and validates the lengths in it.
    pub(super) fn read_message(
        &mut self,
        location: &Block,
        schema: &Schema,
    ) -> Result<(Buffer, ValidMessage), ArrowError> {
        let outside = || damaged("a message is outside the file");
        let number = |number: i64| u64::try_from(number).map_err(|_| outside());
        // All of these are signed numbers of the file, and each sum of them may overflow.
        let start = number(location.offset())?;
        let header_length = number(location.metaDataLength().into())?;
        let length = header_length
            .checked_add(number(location.bodyLength())?)
            .ok_or_else(outside)?;
        if start.checked_add(length).is_none_or(|end| end > self.size) {
            return Err(outside());
        }
        let (Ok(length), Ok(header_length)) =
            (usize::try_from(length), usize::try_from(header_length))
        else {
            return Err(outside());
        };
        // Arrow needs aligned buffers; a `Vec` of bytes need not be aligned.
        let mut bytes = MutableBuffer::from_len_zeroed(length);
        self.file.seek(SeekFrom::Start(start))?;
        self.file.read_exact(&mut bytes)?;
        let (header, body) = bytes.split_at(header_length);
        let message = message_limits::validate(header, body, schema, &mut self.dictionaries)?;
        Ok((bytes.into(), message))
    }
}
