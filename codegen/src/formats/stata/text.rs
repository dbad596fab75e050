//! Texts that Stata takes as they are.

use beraad_schema::describe::visible;

use crate::packages::cut;

/// Returns a text of at most `max` bytes without the signs that begin or end a macro or a string of Stata: signs that look like
/// them take their places.
pub(super) fn plain(text: &str, max: usize) -> String {
    // Before the cut: the signs that take their places have more bytes.
    cut(&without_macros(text), max).into_owned()
}

/// Returns a text in compound double quotes, in which Stata expands nothing.
pub(super) fn quoted(text: &str) -> String {
    format!("`\"{}\"'", without_macros(text))
}

fn without_macros(text: &str) -> String {
    visible(text)
        .replace('`', "\u{2018}")
        .replace('$', "\u{ff04}")
        .replace("\"'", "\"\u{2019}")
}
