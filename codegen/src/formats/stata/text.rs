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

/// Returns a code as an expression that has exactly this text: signs that Stata would expand are written as their numbers.
pub(super) fn code_literal(code: &str) -> String {
    let is_special = |char: char| matches!(char, '`' | '$' | '"' | '\\');
    if !code.contains(is_special) {
        return quoted(code);
    }
    let mut parts = Vec::new();
    for part in code.split_inclusive(is_special) {
        let special = part.chars().last().filter(|last| is_special(*last));
        let plain = part.trim_end_matches(is_special);
        if !plain.is_empty() {
            parts.push(quoted(plain));
        }
        parts.extend(special.map(|special| format!("char({})", u32::from(special))));
    }
    format!("({})", parts.join(" + "))
}

/// Returns a text without the signs that begin or end a macro or a string: signs that look like them take their places.
pub(super) fn without_macros(text: &str) -> String {
    visible(text)
        .replace('`', "\u{2018}")
        .replace('$', "\u{ff04}")
        .replace("\"'", "\"\u{2019}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_an_expression_with_exactly_its_text() {
        assert_eq!(code_literal("01"), "`\"01\"'");
        assert_eq!(code_literal("."), "`\".\"'");
        assert_eq!(
            code_literal("a$x\"'"),
            "(`\"a\"' + char(36) + `\"x\"' + char(34) + `\"'\"')"
        );
        assert_eq!(code_literal("``"), "(char(96) + char(96))");
    }

    #[test]
    fn text_has_no_macro_and_no_end_of_a_string() {
        assert_eq!(
            quoted("`a' $b \"'"),
            "`\"\u{2018}a' \u{ff04}b \"\u{2019}\"'"
        );
        assert!(plain(&"$".repeat(80), 80).len() <= 80);
    }
}
