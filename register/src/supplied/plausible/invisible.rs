//! Characters in labels that nobody sees: control characters, soft hyphens, characters without width.

use beraad_describe::excerpt;

use super::placeholders::texts;
use super::published::Published;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::LabelMessage;
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(published: &Published<'_>, lines: &[SuppliedMeaning], report: &mut Report) {
    for line in lines {
        let texts = texts(line).into_iter();
        let mut texts = texts.filter(|(_, text)| !published.has_label(text));
        let found = texts.find_map(|(column, text)| Some((column, text, invisible(text)?)));
        if let Some((column, text, char)) = found {
            report.warning(line.line, ListWarningKind::InvisibleCharacter, text, || {
                let text = excerpt(text);
                LabelMessage::InvisibleCharacter { text, column, char }
            });
        }
    }
}

/// The first character of a text that is not visible.
fn invisible(text: &str) -> Option<char> {
    let mut chars = text.char_indices();
    let found = chars.find(|(at, char)| match char {
        // A field in quotes may have several lines. A space of another width is visible. The control characters above ASCII are
        // letters in another encoding, which another check reports.
        '\n' | '\r' | '\u{80}'..='\u{9f}' => false,
        // In some languages these join letters, or keep them apart.
        '\u{200c}' | '\u{200d}' => is_between_latin(text, *at, char.len_utf8()),
        '\u{ad}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}'
        | '\u{feff}' => true,
        char => char.is_control(),
    });
    found.map(|(_, char)| char)
}

/// Returns whether there are only Latin letters, signs and digits beside a character.
fn is_between_latin(text: &str, at: usize, length: usize) -> bool {
    let is_latin = |char: Option<char>| char.is_none_or(|it| it < '\u{250}');
    is_latin(text[..at].chars().next_back()) && is_latin(text[at + length..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    fn found(label: &str) -> usize {
        let lines = lines(&[("1", label)]);
        let found = warned(&list(&[]), |it, report| check(it, &lines, report));
        let kind = ListWarningKind::InvisibleCharacter;
        assert!(found.iter().all(|it| it.1 == kind));
        found.len()
    }

    #[test]
    fn character_that_is_not_visible_is_reported() {
        for label in [
            "A\u{7}B",
            "A\0B",
            "A\u{1b}[31mB",
            "A\tB",
            "ken\u{ad}nis",
            "weinig\u{200b}kennis",
            "A\u{202e}B",
            "\u{feff}Gent",
            "A\u{200d}B",
            "A\u{7f}",
        ] {
            assert_eq!(found(label), 1, "{label:?}");
        }
    }

    #[test]
    fn visible_text_and_a_published_label_are_not() {
        for label in [
            "een\u{a0}twee",
            "een\ntwee",
            "e\u{301}te\u{301}",
            "👩\u{200d}🔬",
            "می\u{200c}خواهم",
            "“x”",
        ] {
            assert_eq!(found(label), 0, "{label:?}");
        }
        let list = list(&[(Some("1"), "a\u{ad}b")]);
        let lines = lines(&[("1", "a\u{ad}b")]);
        assert_eq!(warned(&list, |it, report| check(it, &lines, report)), []);
    }
}
