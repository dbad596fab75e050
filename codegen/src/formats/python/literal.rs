//! Literals of Python.

use std::fmt::Write;

use beraad_schema::describe::{visible, visible_code};

/// Returns a text as a literal of Python that has exactly this text, and in which every character is visible.
pub(super) fn literal(text: &str) -> String {
    let mut literal = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => literal.extend(['\\', char]),
            '\n' => literal.push_str("\\n"),
            _ if !is_visible(char) => {
                // A `String` takes every text.
                let _ = match u32::from(char) {
                    point @ ..=0xffff => write!(literal, "\\u{point:04x}"),
                    point => write!(literal, "\\U{point:08x}"),
                };
            }
            _ => literal.push(char),
        }
    }
    literal.push('"');
    literal
}

/// Returns a text for people as a literal: without control and invisible characters.
pub(super) fn text_literal(text: &str) -> String {
    literal(&visible(text))
}

fn is_visible(char: char) -> bool {
    let text = char.to_string();
    let is_plain = char.is_ascii_graphic() || char == ' ' || char.is_alphanumeric();
    // Characters for private use, spaces of other widths, and everything that `visible` replaces.
    is_plain || (visible_code(&text) == text && !char.is_whitespace() && !is_private(char))
}

fn is_private(char: char) -> bool {
    matches!(char, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Returns a dictionary, with each entry in a line of its own.
pub(super) fn dictionary(entries: Vec<(String, String)>) -> String {
    if entries.is_empty() {
        return "{}".to_owned();
    }
    let mut text = String::from("{\n");
    for (key, value) in entries {
        let _ = writeln!(text, "    {key}: {value},");
    }
    text.push('}');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literal_has_the_text_and_no_character_that_python_reads_otherwise() {
        let cases = [
            ("a \"b\" 'c' \\n", r#""a \"b\" 'c' \\n""#),
            ("{x} %s # é €", "\"{x} %s # é €\""),
            ("1\n2\r\t\0", r#""1\n2\u000d\u0009\u0000""#),
            (
                "\u{2028}\u{202e}\u{feff}\u{a0}",
                r#""\u2028\u202e\ufeff\u00a0""#,
            ),
            (
                "\u{1f600}\u{e0001}\u{f0000}",
                "\"\u{1f600}\u{e0001}\\U000f0000\"",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(literal(text), expected);
        }
    }

    #[test]
    fn text_for_people_shows_marks_of_the_direction() {
        assert_eq!(text_literal("a\u{202e}\nb"), "\"a⟨U+202E⟩ b\"");
    }
}
