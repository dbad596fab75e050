//! Parquet files: rows are written one row group at a time, and read one record batch at a time.
//!
//! A file includes its Arrow schema, so that a program finds every Arrow type and the description of every column. Parquet
//! stores texts and not keys, though: in a dictionary that is read, the codes are in the order in which they occur, also
//! those of a closed list.
//!
//! Two limits are those of the crate `parquet`. Its reader panics on some damaged pages; the panic is caught without being
//! printed and becomes an error, except in a program that aborts on panics. And a number that is larger than the 16 bits that a file declares for
//! its column is truncated to 16 bits before this library sees it.
//!
//! Pages are compressed with Snappy, which every reader supports. Files that are compressed with Zstandard, or not
//! compressed, are read too, and so are those of the features `gzip` and `lz4`, which are on by default.

mod varint;
mod thrift;
mod layout;
mod schema_tree;
mod delta_lengths;
mod runs;
mod value_form;
mod page_limits;
mod open_pages;
mod pages;
mod stored_types;
mod reader;
mod writer;

pub use ::parquet::errors::ParquetError;
pub use ::parquet::file::reader::ChunkReader;

pub use self::reader::{BatchReader, Reader};
pub use self::writer::{Writer, write_file};

fn damaged(message: &str) -> ParquetError {
    ParquetError::General(message.to_owned())
}
