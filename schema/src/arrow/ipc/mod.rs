//! Arrow files (the IPC file format, also known as Feather version 2): rows are written and read one record batch at a time.

mod message_limits;
mod messages;
mod reader;
mod writer;

use std::fmt::Display;

use arrow_schema::ArrowError;

pub use self::reader::{BatchReader, Reader};
pub use self::writer::{Writer, write_file};

/// The error of a flat buffer that is not valid. Its first line says what is wrong; the others are the path to it.
fn malformed(error: &impl Display) -> ArrowError {
    damaged(error.to_string().lines().next().unwrap_or_default())
}

fn damaged(message: &str) -> ArrowError {
    ArrowError::IpcError(message.to_owned())
}

/// The error of a message that was read from the file before. LZ4 and Zstandard report damaged bytes as errors of reading, which
/// are not errors of the operating system here.
fn about_contents(error: ArrowError) -> ArrowError {
    match error {
        ArrowError::IoError(_, error) => damaged(&format!(
            "a compressed buffer is damaged ({error}); copy or write the file again"
        )),
        error => error,
    }
}
