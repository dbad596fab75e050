//! The numbers of the lines of a file.

use std::collections::VecDeque;
use std::io::{self, Read};

/// A file that notes where its lines end, so that a record has the line that an editor shows.
///
/// The crate `csv` counts one line too few where lines end as in Windows: for it, a record begins at the second sign of the line end
/// before it. It also begins a record at the empty lines before it, which it leaves out.
pub(super) struct LineEnds<F> {
    from: F,
    /// The number of bytes that were read.
    length: u64,
    /// True if the last byte that was read is `\r`, of which the next byte decides whether it ends a line.
    ends_with_return: bool,
    /// The line ends that were read after the last record that was asked for.
    ahead: VecDeque<LineEnd>,
    /// The number of line ends before them.
    before: u64,
}

/// The place after a line end, and its length in bytes.
struct LineEnd {
    next: u64,
    length: u64,
}

impl<F> LineEnds<F> {
    pub(super) fn new(from: F) -> Self {
        Self {
            from,
            length: 0,
            ends_with_return: false,
            ahead: VecDeque::new(),
            before: 0,
        }
    }

    /// Returns the line, from 1, of a record that begins at this byte or after line ends there. The records must be asked for in their
    /// order.
    pub(super) fn line(&mut self, mut byte: u64) -> u64 {
        while let Some(LineEnd { next, length }) = self.ahead.front() {
            // A line end that begins here, or at its second byte, is before the record.
            if next - length > byte {
                break;
            }
            byte = byte.max(*next);
            self.ahead.pop_front();
            self.before += 1;
        }
        self.before + 1
    }

    fn note(&mut self, read: &[u8]) {
        for (byte, place) in read.iter().zip(self.length..) {
            let after_return = std::mem::replace(&mut self.ends_with_return, *byte == b'\r');
            let is_feed = *byte == b'\n';
            if after_return && !is_feed {
                self.ahead.push_back(LineEnd {
                    next: place,
                    length: 1,
                });
            }
            if is_feed {
                self.ahead.push_back(LineEnd {
                    next: place + 1,
                    length: 1 + u64::from(after_return),
                });
            }
        }
    }
}

impl<F: Read> Read for LineEnds<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.from.read(buffer)?;
        self.note(&buffer[..length]);
        self.length += length as u64;
        Ok(length)
    }
}
