//! A reader that fills the buffer of its caller.

use std::io::{self, ErrorKind, Read};

/// Reads until the buffer is full, or the source ends.
///
/// A decoder that gets a part of a character alone has nothing to return, which is the end of a file. A pipe may well have so few bytes at
/// first.
pub(super) struct Filling<F> {
    source: F,
    /// An error after bytes that were returned: the next call returns it. A source may have it only once.
    error: Option<io::Error>,
}

impl<F> Filling<F> {
    pub(super) fn new(source: F) -> Self {
        Self {
            source,
            error: None,
        }
    }
}

impl<F: Read> Read for Filling<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        let mut length = 0;
        while length < buffer.len() {
            match self.source.read(&mut buffer[length..]) {
                Ok(0) => break,
                Ok(read) => length += read,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if length > 0 => {
                    self.error = Some(error);
                    break;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(length)
    }
}
