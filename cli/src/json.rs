//! JSON that can be printed on a terminal.

use serde::Serialize;

use crate::terminal::is_printable;

/// Returns a JSON array with each item on a line of its own.
///
/// # Panics
/// If an item cannot be written as JSON; a struct of strings, numbers and lists always can.
pub(crate) fn array(items: impl IntoIterator<Item = impl Serialize>) -> String {
    let lines: Vec<_> = items
        .into_iter()
        .map(|item| serde_json::to_string(&item).expect("strings, numbers and lists are JSON"))
        .collect();
    if lines.is_empty() {
        "[]\n".to_owned()
    } else {
        escape(&format!("[\n{}\n]\n", lines.join(",\n")))
    }
}

/// Returns a JSON object on several lines.
pub(crate) fn object(value: &serde_json::Value) -> String {
    escape(&format!("{value:#}\n"))
}

/// Escapes the characters that JSON permits and a terminal would execute; they can occur only within strings.
fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for char in json.chars() {
        if char == '\n' || is_printable(char) {
            escaped.push(char);
        } else {
            // JSON escapes UTF-16 units: a character outside the basic plane takes two.
            for unit in char.encode_utf16(&mut [0; 2]) {
                escaped.extend(["\\u", &format!("{unit:04x}")]);
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped_and_read_back() {
        let hostile = "é \u{1b}[31m \u{7f} \u{9b}2J \u{202e} \u{feff} ☂ \"quoted\"";
        let json = array([hostile]);
        let is_executed = |char: char| char.is_control() && char != '\n';
        assert!(!json.contains(is_executed), "{json:?}");
        assert!(!json.contains(['\u{202e}', '\u{feff}']), "{json:?}");
        assert!(json.contains("é") && json.contains("☂"), "{json:?}");
        let read: Vec<String> = serde_json::from_str(&json).expect("the output is JSON");
        assert_eq!(read, [hostile]);
    }

    #[test]
    fn array_without_items_is_json() {
        assert_eq!(array([""; 0]), "[]\n");
    }
}
