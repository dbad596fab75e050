//! What is written, and how wide.

use std::io::{self, ErrorKind, Write};

use beraad_codegen::text::{visible, wrap};
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

/// Says what is wrong; arguments and paths in it cannot command the terminal.
pub(crate) fn complain(text: &str) {
    let width = match terminal_size_of(io::stderr()) {
        None => USUAL,
        Some((Width(width), _)) => usize::from(width).clamp(*READABLE.start(), *READABLE.end()),
    };
    let mut shown = String::new();
    for line in text.lines() {
        // Indented lines are laid out already.
        if line.starts_with(' ') {
            let indent = line.len() - line.trim_start().len();
            shown.push_str(&line[..indent]);
            shown.push_str(&visible(line.trim_start()));
            shown.push('\n');
            continue;
        }
        for part in wrap(&visible(line), width) {
            shown.push_str(&part);
            shown.push('\n');
        }
    }
    // Where even the complaint cannot be written, the exit code says it.
    let _ = io::stderr().write_all(shown.as_bytes());
}
