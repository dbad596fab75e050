//! Writes HTML. The names of tags and attributes are constants of the program; every other text is escaped.

use beraad_schema::describe::{visible, visible_code};

/// The attributes of an element. One with an empty value is written without it.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// A page that is being written.
#[derive(Debug, Default)]
pub(super) struct Html {
    out: String,
}

impl Html {
    /// Writes an element and the content that `content` writes into it.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) {
        self.void(tag, attributes);
        content(self);
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
        // Line breaks where they change nothing: the page stays readable as a file.
        if !matches!(tag, "a" | "code" | "rect" | "span" | "strong") {
            self.out.push('\n');
        }
    }

    /// Writes an element with a class.
    pub(super) fn class(
        &mut self,
        tag: &'static str,
        class: &str,
        content: impl FnOnce(&mut Self),
    ) {
        self.element(tag, &[("class", class)], content);
    }

    /// Writes an element that contains only a text.
    pub(super) fn leaf(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(tag, attributes, |html| html.text(text));
    }

    /// Writes an element that has no content and no end tag.
    pub(super) fn void(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            if !value.is_empty() {
                self.out.push_str("=\"");
                self.escape(&visible(value));
                self.out.push('"');
            }
        }
        self.out.push('>');
    }

    /// Writes a text; white space is folded.
    pub(super) fn text(&mut self, text: &str) {
        self.escape(&visible(text));
    }

    /// Writes a name or a value as code, with every space.
    pub(super) fn code(&mut self, text: &str) {
        self.element("code", &[], |html| html.escape(&visible_code(text)));
    }

    /// Writes the name of a column as code; a line may end after an underscore.
    pub(super) fn name(&mut self, name: &str) {
        self.element("code", &[], |html| {
            for part in name.split_inclusive('_') {
                html.escape(&visible_code(part));
                if part.ends_with('_') {
                    html.out.push_str("<wbr>");
                }
            }
        });
    }

    /// Writes a message; what is between backticks is written as code.
    pub(super) fn message(&mut self, message: &str) {
        match code_spans(message) {
            Some(parts) => {
                for (place, part) in parts.into_iter().enumerate() {
                    if place % 2 == 0 {
                        self.text(part);
                    } else {
                        self.code(part);
                    }
                }
            }
            None => self.text(message),
        }
    }

    /// Writes the style. It is a constant of the program, so it is not escaped.
    pub(super) fn style(&mut self, style: &'static str) {
        debug_assert!(!style.contains("</") && !style.contains("<!--"));
        self.element("style", &[], |html| html.out.push_str(style));
    }

    /// Returns the page.
    pub(super) fn finish(self) -> String {
        format!("<!doctype html>\n{}", self.out)
    }

    fn escape(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                // Quotes are escaped in texts as well, so that one function is right for attributes and for content.
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                other => self.out.push(other),
            }
        }
    }
}

/// Splits a message at its backticks: text, code, text and so on. Returns `None` if a backtick may belong to a value, which is then shown
/// with the message as it is.
fn code_spans(message: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = message.split('`').collect();
    // An even number of backticks, each pair between words.
    let is_even = parts.len() % 2 == 1;
    let between_words = parts.iter().step_by(2).enumerate().all(|(place, text)| {
        let (is_first, is_last) = (place == 0, place * 2 + 1 == parts.len());
        let starts = text.starts_with(|char: char| !char.is_alphanumeric());
        let ends = text.ends_with([' ', '(', '.']);
        let is_bare = text.is_empty() && (is_first || is_last);
        is_bare || (is_first || starts) && (is_last || ends)
    });
    (is_even && between_words).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::{Html, code_spans};

    #[test]
    fn every_text_is_escaped() {
        let mut html = Html::default();
        html.element("p", &[("title", "<\"'&")], |html| {
            html.text("<b>\u{202e}\n x");
            html.code(" <i>  ");
            html.message("a `<u>` b");
        });
        assert_eq!(
            html.finish(),
            "<!doctype html>\n<p title=\"&lt;&quot;&#39;&amp;\">&lt;b&gt;⟨U+202E⟩ x<code> &lt;i&gt;  </code>a <code>&lt;u&gt;</code> b</p>\n"
        );
    }

    #[test]
    fn message_has_code_between_backticks() {
        assert_eq!(code_spans("`99/9999`"), Some(vec!["", "99/9999", ""]));
        assert_eq!(
            code_spans("column `a` of `b`, c"),
            Some(vec!["column ", "a", " of ", "b", ", c"])
        );
        assert_eq!(code_spans("months_in_order"), Some(vec!["months_in_order"]));
        // Backticks of a value.
        assert_eq!(code_spans("`A`a`"), None);
        assert_eq!(code_spans("`A`A`a`"), None);
    }
}
