//! What is written, and how wide.

use std::io::{self, ErrorKind, Write};

use beraad_codegen::text::visible;
use terminal_size::{Width, terminal_size_of};

/// The width where the output is no terminal.
const USUAL: usize = 80;

/// Longer lines are hard to read, shorter ones have no room for a table.
const READABLE: std::ops::RangeInclusive<usize> = 40..=100;

/// How many characters a line has.
pub(crate) fn width() -> usize {
    match terminal_size_of(io::stdout()) {
        None => USUAL,
        Some((Width(width), _)) => usize::from(width).clamp(*READABLE.start(), *READABLE.end()),
    }
}

/// A text of several lines in which arguments, paths and texts of a model cannot command the terminal.
pub(crate) fn safe(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for line in text.lines() {
        // Piece by piece, since spaces in a row are part of the layout.
        let pieces: Vec<_> = line.trim_end().split(' ').map(visible).collect();
        shown.push_str(&pieces.join(" "));
        shown.push('\n');
    }
    shown
}

/// Writes to the standard output. A reader that has seen enough is no failure.
pub(crate) fn write(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Says what is wrong.
pub(crate) fn complain(text: &str) {
    // Where even the complaint cannot be written, the exit code says it.
    let _ = io::stderr().write_all(safe(text).as_bytes());
}
