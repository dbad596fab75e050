//! The shape of a text: what it looks like, without what it says.

/// The number of characters of a shape; what follows is `…`.
const MAX_CHARS: usize = 24;

/// Returns the shape of a text: every digit as `9`, every letter as `a` or `A`, every character that is not ASCII as `¤`, and other signs as
/// they are.
///
/// The text may be about a person, and its shape says only how it is written.
pub(crate) fn shape(text: &str) -> String {
    let mut chars = text.chars();
    let mut shape: String = chars
        .by_ref()
        .take(MAX_CHARS)
        .map(|char| match char {
            '0'..='9' => '9',
            'a'..='z' => 'a',
            'A'..='Z' => 'A',
            ' '..='~' => char,
            _ => '¤',
        })
        .collect();
    if chars.next().is_some() {
        shape.push('…');
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn shape_has_no_letter_or_digit_of_the_text() {
        assert_eq!(shape("03/2016"), "99/9999");
        assert_eq!(shape("Jan Pérs\u{202e}"), "Aaa A¤aa¤");
        assert_eq!(shape(&"1".repeat(50)), format!("{}…", "9".repeat(24)));
        assert_eq!(shape(""), "");
    }
}
