//! Writes HTML: the names of tags and attributes are constants of the programme, every other text is escaped.

use beraad_schema::describe::visible;

/// A page in the making. What is opened is closed, in the right order.
#[derive(Debug, Default)]
pub(super) struct Html {
    out: String,
    open: Vec<&'static str>,
}

impl Html {
    /// An element with what `content` writes into it.
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
        if is_block(tag) {
            self.out.push('\n');
        }
    }

    /// An element that holds a text and nothing else.
    pub(super) fn leaf(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        text: &str,
    ) {
        self.element(tag, attributes, |html| html.text(text));
    }

    /// An element that holds nothing and has no end.
    pub(super) fn void(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
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

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        debug_assert!(
            !self
                .open
                .iter()
                .any(|tag| matches!(*tag, "script" | "style"))
        );
        self.escape(&visible(text));
    }

    /// A text of data, every space kept.
    pub(super) fn data(&mut self, text: &str) {
        self.escape(&beraad_schema::describe::visible_code(text));
    }

    /// A style or a script, which is a constant of the programme and so needs no escape.
    pub(super) fn constant(&mut self, tag: &'static str, content: &'static str) {
        debug_assert!(!content.contains("</") && !content.contains("<!--"));
        self.element(tag, &[], |html| html.out.push_str(content));
    }

    /// The whole page.
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
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                other => self.out.push(other),
            }
        }
    }
}

/// Whether a line end after the element changes nothing of what is shown.
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
