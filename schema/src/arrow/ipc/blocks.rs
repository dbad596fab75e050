//! The blocks of a file, read one by one.

use std::io::{Read, Seek, SeekFrom};

use arrow_buffer::{Buffer, MutableBuffer};
use arrow_ipc::Block;
use arrow_ipc::reader::read_footer_length;
use arrow_schema::{ArrowError, Schema};

use super::{damaged, message};

/// The blocks of a file. `arrow-ipc` believes what a file says of its lengths, and panics or asks for all memory where
/// that is wrong: they are looked at here, before it sees them.
pub(super) struct Blocks<F> {
    file: F,
    /// The length of the file.
    length: u64,
}

impl<F: Read + Seek> Blocks<F> {
    pub(super) fn of(mut file: F) -> Result<Self, ArrowError> {
        let length = file.seek(SeekFrom::End(0))?;
        Ok(Self { file, length })
    }

    /// The bytes of the footer.
    pub(super) fn footer(&mut self) -> Result<Vec<u8>, ArrowError> {
        // The length of the footer, and the magic word that every file ends with.
        let mut end = [0; 10];
        let tail = self
            .length
            .checked_sub(10)
            .ok_or_else(|| damaged("it is too short"))?;
        self.file.seek(SeekFrom::Start(tail))?;
        self.file.read_exact(&mut end)?;
        let length = match read_footer_length(end) {
            Ok(length) => length,
            Err(error) => return Err(self.other_format()?.map_or(error, damaged)),
        };
        let start = tail.checked_sub(length as u64);
        let start = start.ok_or_else(|| damaged("its footer is longer than the file"))?;
        let mut footer = vec![0; length];
        self.file.seek(SeekFrom::Start(start))?;
        self.file.read_exact(&mut footer)?;
        Ok(footer)
    }

    /// What a file without the end of a file of Arrow is, if its start says so.
    fn other_format(&mut self) -> Result<Option<&'static str>, ArrowError> {
        let mut start = [0; 4];
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_exact(&mut start)?;
        Ok(match &start {
            [0xFF, 0xFF, 0xFF, 0xFF] => {
                Some("it is a stream of Arrow; write it in the file format, which has a footer")
            }
            b"FEA1" => Some("it is version 1 of Feather; write version 2, uncompressed"),
            b"PAR1" => Some("it is a file of Parquet"),
            b"ARRO" => Some("it ends before its footer; it was not finished, or cut off"),
            _ => None,
        })
    }

    /// The bytes of a block, whose parts lie within it.
    pub(super) fn read(&mut self, block: &Block, schema: &Schema) -> Result<Buffer, ArrowError> {
        let outside = || damaged("a block lies outside the file");
        let number = |number: i64| u64::try_from(number).map_err(|_| outside());
        let (start, header) = (
            number(block.offset())?,
            number(block.metaDataLength().into())?,
        );
        let length = header
            .checked_add(number(block.bodyLength())?)
            .ok_or_else(outside)?;
        if start
            .checked_add(length)
            .is_none_or(|end| end > self.length)
        {
            return Err(outside());
        }
        let (length, header) = (usize::try_from(length), usize::try_from(header));
        let (Ok(length), Ok(header)) = (length, header) else {
            return Err(outside());
        };
        // Aligned as Arrow wants its buffers.
        let mut bytes = MutableBuffer::from_len_zeroed(length);
        self.file.seek(SeekFrom::Start(start))?;
        self.file.read_exact(&mut bytes)?;
        message::check(&bytes[..header], length - header, schema)?;
        Ok(bytes.into())
    }
}
