//! A reader that fills the buffer of its caller.

use std::io::{self, ErrorKind, Read};

/// Reads until the buffer is full, or the source ends.
///
/// A decoder that gets a part of a character alone has nothing to return, which is the end of a file. A pipe may well have so few bytes at
/// first.
pub(super) struct Filling<F>(pub(super) F);

impl<F: Read> Read for Filling<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut length = 0;
        while length < buffer.len() {
            match self.0.read(&mut buffer[length..]) {
                Ok(0) => break,
                Ok(read) => length += read,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // What was read before it is not lost: the next call has the error again.
                Err(_) if length > 0 => break,
                Err(error) => return Err(error),
            }
        }
        Ok(length)
    }
}
