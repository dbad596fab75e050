//! Writes HTML. The names of tags and attributes are constants of the program; every other text is escaped.

use beraad_schema::describe::{visible, visible_code};

/// A page that is being written. Elements are closed in the reverse order in which they are opened.
#[derive(Debug, Default)]
pub(super) struct Html {
    out: String,
    open: Vec<&'static str>,
}

impl Html {
    /// Writes an element and the content that `content` writes into it.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        content: impl FnOnce(&mut Self),
    ) {
        self.void(tag, attributes);
        self.open.push(tag);
        content(self);
        self.open.pop();
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
        // Line breaks where they change nothing: the page stays readable as a file, and its differences as a diff.
        if is_block(tag) {
            self.out.push('\n');
        }
    }

    /// Writes an element that contains only a text.
    pub(super) fn leaf(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        text: &str,
    ) {
        self.element(tag, attributes, |html| html.text(text));
    }

    /// Writes an element that has no content and no end tag.
    pub(super) fn void(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            // In HTML, an attribute without a value has the empty one.
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
        // Neither element decodes `&lt;`, so that an escaped text in it would be wrong, and a text that is not escaped
        // would be a hole.
        debug_assert!(
            !self
                .open
                .iter()
                .any(|tag| matches!(*tag, "script" | "style"))
        );
        self.escape(&visible(text));
    }

    /// Writes a name or value exactly as the data have it, with every space.
    pub(super) fn data(&mut self, text: &str) {
        self.escape(&visible_code(text));
    }

    /// Writes a style or a script. It is a constant of the program, so it is not escaped.
    pub(super) fn constant(&mut self, tag: &'static str, content: &'static str) {
        // Either could end the element, or change how the rest of the page is read.
        debug_assert!(!content.contains("</") && !content.contains("<!--"));
        self.element(tag, &[], |html| html.out.push_str(content));
    }

    /// Returns the page.
    pub(super) fn finish(self) -> String {
        debug_assert!(self.open.is_empty());
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

/// Returns true if a reader does not see a line end after the element.
fn is_block(tag: &str) -> bool {
    !matches!(
        tag,
        "a" | "b"
            | "bdi"
            | "button"
            | "code"
            | "i"
            | "input"
            | "kbd"
            | "label"
            | "output"
            | "q"
            | "span"
            | "strong"
    )
}
