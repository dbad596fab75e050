//! The lines of a file, and its misplaced quote signs.

use std::collections::VecDeque;
use std::io::{self, Read};

use memchr::{memchr_iter, memchr2_iter};

/// The kinds of misplaced quote signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuoteError {
    /// A quoted field goes on after its last quote sign, such as `"1"2`.
    #[error(
        "a quoted field goes on after its closing quote sign (\"): write a quote sign within a quoted field twice"
    )]
    TextAfterQuote,
    /// A quoted field goes on to the end of the file.
    #[error(
        "the quote sign (\") before a field is not closed up to the end of the file: close it, or the file is not complete"
    )]
    NotClosed,
}

/// A text that notes where its lines end and which quote signs are misplaced, while the crate `csv` reads it.
///
/// That crate counts one line too few where lines end as in Windows: for it, a record begins at the second sign of the line end
/// before it. It also begins a record at the empty lines before it, which it leaves out. And it reads `"1"2` as `12`, and a field
/// whose quote sign is not closed up to the end of the file.
pub(super) struct ScannedText<F> {
    from: F,
    separator: u8,
    /// The number of bytes that were read.
    length: u64,
    /// The last byte that was read; at first a line end.
    last: u8,
    /// The line ends that were read after the last record that was asked for.
    ahead: VecDeque<LineEnd>,
    /// The number of line ends before them.
    before: u64,
    quotes: Quotes,
    /// The misplaced quote signs that were not asked for yet, with their places.
    errors: VecDeque<(u64, QuoteError)>,
}

/// The place after a line end, and its length in bytes.
struct LineEnd {
    next: u64,
    length: u64,
}

/// The quote signs up to a place of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// The place is not in a quoted field.
    Outside,
    Inside,
    /// The last sign was a quote sign in a quoted field: the first of two, or the last of the field.
    Closing,
}

impl<F> ScannedText<F> {
    pub(super) fn new(from: F, separator: u8) -> Self {
        Self {
            from,
            separator,
            length: 0,
            last: b'\n',
            ahead: VecDeque::new(),
            before: 0,
            quotes: Quotes::Outside,
            errors: VecDeque::new(),
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

    /// Returns the first error of a quote sign before this byte, and forgets all of them.
    pub(super) fn quote_error(&mut self, end: u64) -> Option<QuoteError> {
        let is_before = |(place, _): &(u64, QuoteError)| *place < end;
        let count = self.errors.partition_point(is_before);
        let first = self.errors.drain(..count).next();
        first.map(|(_, error)| error)
    }

    fn note_line_ends(&mut self, read: &[u8]) {
        let before = |index: usize| index.checked_sub(1).map_or(self.last, |index| read[index]);
        if self.length > 0 && self.last == b'\r' && read[0] != b'\n' {
            self.ahead.push_back(LineEnd {
                next: self.length,
                length: 1,
            });
        }
        for index in memchr2_iter(b'\n', b'\r', read) {
            let next = self.length + index as u64 + 1;
            let length = match (read[index], read.get(index + 1)) {
                (b'\n', _) => 1 + u64::from(before(index) == b'\r'),
                // The line ends with the next byte, or the next part decides it.
                (_, None | Some(b'\n')) => continue,
                (_, Some(_)) => 1,
            };
            self.ahead.push_back(LineEnd { next, length });
        }
    }

    fn note_quotes(&mut self, read: &[u8]) {
        let ends_field = |byte: u8| byte == self.separator || byte == b'\n' || byte == b'\r';
        let mut signs = memchr_iter(b'"', read).peekable();
        if self.quotes == Quotes::Closing {
            self.quotes = match read[0] {
                b'"' => {
                    signs.next();
                    Quotes::Inside
                }
                byte => {
                    if !ends_field(byte) {
                        self.errors
                            .push_back((self.length, QuoteError::TextAfterQuote));
                    }
                    Quotes::Outside
                }
            };
        }
        while let Some(index) = signs.next() {
            let before = index.checked_sub(1).map_or(self.last, |index| read[index]);
            self.quotes = match (self.quotes, read.get(index + 1)) {
                (Quotes::Inside, None) => Quotes::Closing,
                (Quotes::Inside, Some(b'"')) => {
                    signs.next();
                    Quotes::Inside
                }
                (Quotes::Inside, Some(byte)) => {
                    if !ends_field(*byte) {
                        let place = self.length + index as u64;
                        self.errors.push_back((place, QuoteError::TextAfterQuote));
                    }
                    Quotes::Outside
                }
                // Within a field that does not begin with it, it is a sign like any other.
                _ if ends_field(before) => Quotes::Inside,
                _ => Quotes::Outside,
            };
        }
    }

    /// Notes the end of the text.
    fn note_end(&mut self) {
        if std::mem::replace(&mut self.quotes, Quotes::Outside) == Quotes::Inside {
            self.errors
                .push_back((self.length - 1, QuoteError::NotClosed));
        }
    }
}

impl<F: Read> Read for ScannedText<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut length = self.from.read(buffer)?;
        // The crate `csv` takes a byte order mark at the start for the end of the text, if nothing else is read with it.
        while self.length == 0 && (1..4).contains(&length) && length < buffer.len() {
            match self.from.read(&mut buffer[length..])? {
                0 => break,
                more => length += more,
            }
        }
        let read = &buffer[..length];
        if let Some(last) = read.last() {
            self.note_line_ends(read);
            self.note_quotes(read);
            self.length += length as u64;
            self.last = *last;
        } else if !buffer.is_empty() {
            self.note_end();
        }
        Ok(length)
    }
}
