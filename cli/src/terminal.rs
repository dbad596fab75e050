//! The terminal: its width, and text that it shows but does not execute.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use beraad_schema::describe::visible_code;
use terminal_size::{Width, terminal_size_of};

/// The width of a line if the output is not a terminal.
const DEFAULT_WIDTH: usize = 80;

/// Longer lines are hard to read; shorter ones leave too little room for a table.
const READABLE_WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// Returns the maximum number of characters in a line.
pub(crate) fn width() -> usize {
    // Of the standard output, which may be a file while the other streams are a terminal.
    match terminal_size_of(io::stdout()) {
        None => DEFAULT_WIDTH,
        Some((Width(width), _)) => {
            usize::from(width).clamp(*READABLE_WIDTHS.start(), *READABLE_WIDTHS.end())
        }
    }
}

/// Returns true if the standard output is a terminal that shows colours, and the user wants them: see <https://no-color.org>.
pub(crate) fn has_colours() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal()
        && !is_set("NO_COLOR")
        && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Returns true if a terminal shows this character and does nothing else with it.
pub(crate) fn is_printable(char: char) -> bool {
    // The escape of a character begins with `⟨`, which is printable and stays as it is.
    visible_code(char.encode_utf8(&mut [0; 4])).starts_with(char)
}

/// Returns `text` with its layout, and with every character visible that a terminal would execute.
///
/// Arguments, paths and the texts of a model are untrusted.
pub(crate) fn safe(text: &str) -> String {
    // Line by line, since a line break is the only control character that is part of the layout.
    let lines: Vec<_> = text.split('\n').map(visible_code).collect();
    lines.join("\n")
}

/// Writes an error message to the standard error.
pub(crate) fn print_error(message: &str) {
    // If even this fails, the exit code still reports the error.
    let _ = io::stderr().write_all(safe(message).as_bytes());
}

/// Writes a remark about a result to the standard error, so that it is not part of the result.
pub(crate) fn print_remark(remark: &str) {
    // A closed standard error does not change the result.
    let _ = io::stderr().write_all(safe(remark).as_bytes());
}

/// Says that the program waits for another one that has locked a folder.
pub(crate) fn print_waiting(folder: &Path) {
    let folder = folder.display();
    print_remark(&format!(
        "waiting: another program has locked `{folder}`, as this one does while it writes\n"
    ));
}
