//! Untrusted text made safe to print.
//!
//! A file that a provider sends may hold anything: a control character could move the cursor of a terminal, and a bidi
//! control could turn the rest of a line around.

/// The text with its white space folded and every control character written out as `⟨U+202E⟩`.
///
/// ```
/// use beraad_describe::visible;
///
/// assert_eq!(visible("a \n b\u{202e}c"), "a b⟨U+202E⟩c");
/// ```
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            ' ' | '\n' | '\t' | '\r' => {
                if !shown.ends_with(' ') {
                    shown.push(' ');
                }
            }
            _ => push_visible(&mut shown, char),
        }
    }
    shown
}

/// The code with every control character written out, and every space kept.
#[must_use]
pub fn visible_code(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    text.chars().for_each(|char| push_visible(&mut shown, char));
    shown
}

fn push_visible(shown: &mut String, char: char) {
    if char.is_control()
        || matches!(char, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}')
    {
        shown.extend(format!("⟨U+{:04X}⟩", u32::from(char)).chars());
    } else {
        shown.push(char);
    }
}
