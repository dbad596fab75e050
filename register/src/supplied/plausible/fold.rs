//! Forms of labels and codes in which slips of the keyboard and of programs do not count.

/// Characters without a width, and the soft hyphen.
pub(super) const INVISIBLE: [char; 5] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}', '\u{ad}'];

/// The label without capitals and accents, with one plain space for each white space and hyphen, plain quotes, and without quotes
/// around it and punctuation at its end.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut chars = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(char) = chars.next() {
        match char {
            // A sign before a number, or a range of numbers.
            '-' | '‐' | '‑' | '–' | '—' | '−'
                if chars.peek().is_some_and(|it| it.is_numeric() || *it == ' ') =>
            {
                folded.push('-');
            }
            char if char.is_whitespace() || matches!(char, '-' | '‐' | '‑' | '–' | '—' | '−') => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            // Marks above and below letters.
            '\u{300}'..='\u{36f}' => {}
            char if INVISIBLE.contains(&char) => {}
            '’' | '‘' | '`' | '´' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            'à'..='å' => folded.push('a'),
            'è'..='ë' => folded.push('e'),
            'ì'..='ï' => folded.push('i'),
            'ò'..='ö' => folded.push('o'),
            'ù'..='ü' => folded.push('u'),
            'ç' => folded.push('c'),
            'ñ' => folded.push('n'),
            char => folded.push(char),
        }
    }
    let end = |char: char| matches!(char, ' ' | '.' | ',' | ';' | ':' | '!');
    let trimmed = folded.trim_start().trim_end_matches(end);
    without_quotes(trimmed).trim_end_matches(end).to_owned()
}

/// The text inside quotes, if they are around all of it.
fn without_quotes(text: &str) -> &str {
    let inside = |quote: char| {
        let inside = text.strip_prefix(quote)?.strip_suffix(quote)?;
        (!inside.contains(quote) && !inside.is_empty()).then_some(inside)
    };
    inside('"').or_else(|| inside('\'')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_do_not_count() {
        for text in [
            "Goede kennis",
            "goede\u{a0}kennis",
            "goede  kennis",
            "goede kennis.",
            " GOEDE KENNIS ;",
            "goe\u{301}de kennis",
            "goéde kennis",
            "goede-kennis",
            "goede–kennis",
            "\"goede kennis\"",
            "‘Goede kennis.’",
        ] {
            assert_eq!(folded(text), "goede kennis", "{text}");
        }
        assert_eq!(folded("l’été – «x»"), folded("l'ete - \"X\""));
        assert_eq!(folded("5–10"), folded("5-10"));
    }

    #[test]
    fn other_words_stay_different() {
        for text in [
            "goede kennissen",
            "goedekennis",
            "goede kennis (1)",
            "geen goede kennis",
        ] {
            assert_ne!(folded(text), "goede kennis", "{text}");
        }
        assert_ne!(folded("5-10"), folded("5 10"));
        assert_ne!(folded("\"a\" of \"b\""), folded("a of b"));
    }
}
