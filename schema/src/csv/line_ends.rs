//! The line ends of a file, which the numbers of lines depend on.

use std::io::{self, Read};

/// A file that notes how its first line ends.
///
/// The crate `csv` counts one line too few in a file with the line ends of Windows: a record begins at the second sign of the line end
/// before it.
pub(super) struct LineEnds<F> {
    from: F,
    /// The last byte that was read.
    last: u8,
    /// `None` until the first line ends.
    ends_with_return: Option<bool>,
}

impl<F> LineEnds<F> {
    pub(super) fn new(from: F) -> Self {
        Self {
            from,
            last: 0,
            ends_with_return: None,
        }
    }

    /// Returns whether lines end as in Windows.
    pub(super) fn are_of_windows(&self) -> bool {
        self.ends_with_return == Some(true)
    }
}

impl<F: Read> Read for LineEnds<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.from.read(buffer)?;
        if self.ends_with_return.is_none() && length > 0 {
            let read = &buffer[..length];
            if let Some(end) = read.iter().position(|byte| *byte == b'\n') {
                let before = end.checked_sub(1).map_or(self.last, |before| read[before]);
                self.ends_with_return = Some(before == b'\r');
            }
            self.last = read[length - 1];
        }
        Ok(length)
    }
}
