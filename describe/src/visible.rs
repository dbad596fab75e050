//! Functions that make untrusted text safe to print.
//!
//! A file that a provider sends may contain anything: a control character can move the cursor of a terminal, and a
//! bidirectional control can reverse the rest of a line.

/// Returns the text with each run of spaces, tabs and line ends replaced by one space, and each control character,
/// bidirectional control and zero-width character replaced by its number, such as `⟨U+202E⟩`.
///
/// Other white space and joiners stay as they are.
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

/// Returns a code with its control, invisible and bidirectional characters replaced as in [`visible`], but with every
/// space kept: a space is part of a code.
///
/// ```
/// use beraad_describe::visible_code;
///
/// assert_eq!(visible_code("a  \t"), "a  ⟨U+0009⟩");
/// ```
#[must_use]
pub fn visible_code(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    text.chars().for_each(|char| push_visible(&mut shown, char));
    shown
}

/// The number of characters that [`excerpt`] keeps.
const EXCERPT_CHARS: usize = 40;

/// Returns the start of a text from a file as a message may show it: at most 40 characters after it was made [`visible`], and
/// enough to find it again.
///
/// ```
/// use beraad_describe::excerpt;
///
/// assert_eq!(excerpt("a\tb"), "a b");
/// assert_eq!(excerpt(&"x".repeat(100)), format!("{}…", "x".repeat(40)));
/// assert_eq!(excerpt(&"\u{202e}".repeat(10)), format!("{}…", "⟨U+202E⟩".repeat(5)));
/// ```
#[must_use]
pub fn excerpt(text: &str) -> String {
    excerpt_of(text, EXCERPT_CHARS)
}

/// Returns an [`excerpt`] of at most `chars` characters.
#[must_use]
pub fn excerpt_of(text: &str, chars: usize) -> String {
    let start: String = text.chars().take(chars).collect();
    let is_cut = start.len() < text.len();
    let shown = visible(&start);
    let Some((end, _)) = shown.char_indices().nth(chars) else {
        return if is_cut { shown + "…" } else { shown };
    };
    // An escape such as `⟨U+202E⟩` is longer than its character, and must not be cut in the middle: it contains one `⟨`.
    let whole = match shown[..end].rsplit_once('⟨') {
        Some((before, escape)) if !escape.contains('⟩') => before,
        _ => &shown[..end],
    };
    format!("{whole}…")
}

fn push_visible(shown: &mut String, char: char) {
    // In order: marks and spaces of no width, line and paragraph separators, embeddings and overrides of the
    // direction, invisible operators and isolates, the byte order mark, reserved characters and annotations. The
    // joiners U+200C and U+200D are not among them, since words of some scripts need them.
    if char.is_control()
        || matches!(char, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}')
    {
        shown.extend(format!("⟨U+{:04X}⟩", u32::from(char)).chars());
    } else {
        shown.push(char);
    }
}
