//! Escapes text, so that Markdown reads it as text.

use beraad_schema::describe::{visible, visible_code};

/// Escapes a text within a line.
///
/// Everything that Markdown or HTML may read as markup is escaped. The exception is a bar, which is markup in tables
/// only and is escaped there.
pub(super) fn text(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len());
    // The neighbours of a character decide whether it is markup.
    let chars: Vec<_> = text.chars().collect();
    for (index, &char) in chars.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| chars[before]);
        let after = chars.get(index + 1).copied();
        let is_within_word =
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // An underscore within a word is not markup.
            '_' if is_within_word => out.push('_'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' => out.extend(['\\', char]),
            // GitHub turns `://`, `@` and `www.` into links of its own accord.
            ':' if after == Some('/') => out.push_str("&#58;"),
            '@' => out.push_str("&#64;"),
            '.' if ends_with_www(&chars[..index]) => out.push_str("&#46;"),
            _ => out.push(char),
        }
    }
    out
}

/// Escapes the start of a line that is the first of its paragraph or list item: it could be read as a heading, a list or
/// a rule.
pub(super) fn at_line_start(line: String) -> String {
    // `1.` and `1)` begin a numbered list. The other marks count only at the very start.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.as_bytes().get(digits) {
        Some(b'#' | b'+' | b'-' | b'=') if digits == 0 => format!("\\{line}"),
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line,
    }
}

fn ends_with_www(before: &[char]) -> bool {
    let last: String = before.iter().rev().take(3).collect();
    last.eq_ignore_ascii_case("www")
}

/// A code span: a name or value exactly as the data have it.
pub(super) fn code(text: &str) -> String {
    let text = visible_code(text);
    if text.is_empty() {
        return String::new();
    }
    // The fence is one backtick longer than the longest run of backticks in the text.
    let mut longest = 0;
    let mut run = 0;
    for char in text.chars() {
        run = if char == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    // Markdown removes one space at both ends of a code span, unless it has nothing but spaces.
    let needs_padding = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let space = if needs_padding && !text.trim().is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{text}{space}{fence}")
}

/// An address between `<` and `>`, neither of which a web address contains.
pub(super) fn url(url: &str) -> String {
    url.replace('&', "&amp;")
}
