//! A form of a label in which slips of the keyboard and of programs do not count.

/// The text without capitals and accents, with one plain space for each white space, plain quotes and hyphens, and without
/// punctuation at its end.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.chars().flat_map(char::to_lowercase) {
        match char {
            char if char.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            // Marks above and below letters, characters without width, soft hyphens.
            '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}' => {}
            '’' | '‘' | '`' | '´' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            '‐' | '‑' | '–' | '—' => folded.push('-'),
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
    folded.trim_start().trim_end_matches(end).to_owned()
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
        ] {
            assert_eq!(folded(text), "goede kennis", "{text}");
        }
        assert_eq!(folded("l’été – «x»"), folded("l'ete - \"X\""));
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
    }
}
