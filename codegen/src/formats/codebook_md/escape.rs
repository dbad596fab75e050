//! Text that Markdown takes for text.

use beraad_schema::describe::{visible, visible_code};

/// A text within a line.
///
/// Everything that Markdown or HTML may take for markup is escaped, a bar excepted: it is markup in tables only.
pub(super) fn text(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len());
    let chars: Vec<_> = text.chars().collect();
    for (index, &char) in chars.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| chars[before]);
        let after = chars.get(index + 1).copied();
        let within_word =
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // An underscore within a word is one.
            '_' if within_word => out.push('_'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' => out.extend(['\\', char]),
            // What GitHub would make a link of by itself.
            ':' if after == Some('/') => out.push_str("&#58;"),
            '@' => out.push_str("&#64;"),
            '.' if www(&chars[..index]) => out.push_str("&#46;"),
            _ => out.push(char),
        }
    }
    out
}

/// A line as the start of a block: what would be a heading, a list or a rule there is escaped.
pub(super) fn at_start(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.as_bytes().get(digits) {
        Some(b'#' | b'+' | b'-' | b'=') if digits == 0 => format!("\\{line}"),
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line,
    }
}

fn www(before: &[char]) -> bool {
    let last: String = before.iter().rev().take(3).collect();
    last.eq_ignore_ascii_case("www")
}

/// A value as data have it.
pub(super) fn code(text: &str) -> String {
    let text = visible_code(text);
    if text.is_empty() {
        return String::new();
    }
    let mut longest = 0;
    let mut run = 0;
    for char in text.chars() {
        run = if char == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let padded = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let space = if padded && !text.trim().is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{text}{space}{fence}")
}

/// An address between `<` and `>`, of which it has none.
pub(super) fn url(url: &str) -> String {
    url.replace('&', "&amp;")
}
