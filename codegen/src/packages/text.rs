//! Limits of texts.

use std::borrow::Cow;

/// The mark at the end of a text that was cut.
const CUT: &str = "…";

/// Returns a text that has at most `max` bytes of UTF-8, cut between two characters and marked if it was longer.
///
/// A package counts bytes, and cuts in silence.
pub(crate) fn cut(text: &str, max: usize) -> Cow<'_, str> {
    if text.len() <= max {
        return Cow::Borrowed(text);
    }
    let mut end = max.saturating_sub(CUT.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Cow::Owned(format!("{}{CUT}", text[..end].trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_between_characters_and_marked() {
        assert_eq!(cut("één", 5), "één");
        assert_eq!(cut("ééné", 6), "é…");
        assert_eq!(cut("a long text", 9), "a long…");
        for max in 3..30 {
            assert!(cut("één lange tekst met é en …", max).len() <= max);
        }
    }
}
