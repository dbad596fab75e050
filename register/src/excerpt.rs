//! Text of a file as an error message may quote it.

use beraad_describe::visible;

/// The number of characters of a file's text that a message shows.
const MAX_CHARS: usize = 40;

/// The start of a text: safe to print, and not longer than is needed to find it again.
pub(crate) fn excerpt(text: &str) -> String {
    // The text is cut first and made safe afterwards: an escape such as `⟨U+202E⟩` must not be cut in the middle.
    let mut start: String = text.chars().take(MAX_CHARS).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    visible(&start)
}
