//! Text for people under way: wrapped and indented, and safe to print.

use beraad_codegen::text::{Columns, visible, wrap};

/// How much further the second line of a sentence stands.
const HANG: usize = 2;

/// What is written so far.
pub(crate) struct Page {
    text: String,
    width: usize,
}

impl Page {
    /// An empty page with lines of at most `width` characters.
    pub(crate) fn new(width: usize) -> Self {
        Self {
            text: String::new(),
            width,
        }
    }

    /// A sentence.
    pub(crate) fn say(&mut self, indent: usize, sentence: &str) -> &mut Self {
        let room = self.width.saturating_sub(indent + HANG);
        for (index, line) in wrap(&visible(sentence), room).iter().enumerate() {
            let indent = if index == 0 { indent } else { indent + HANG };
            self.line(indent, line);
        }
        self
    }

    /// Rows in columns of their own width, their cells safe already.
    pub(crate) fn table<R: AsRef<[String]>>(&mut self, indent: usize, rows: &[R]) -> &mut Self {
        let columns = Columns::fit(rows, self.width.saturating_sub(indent));
        for row in rows {
            self.row(indent, &columns, row.as_ref());
        }
        self
    }

    /// A row in columns that are shared with other tables.
    pub(crate) fn row(&mut self, indent: usize, columns: &Columns, row: &[String]) -> &mut Self {
        for line in columns.row(row).lines() {
            self.line(indent, line);
        }
        self
    }

    /// An empty line, unless the page is empty.
    pub(crate) fn gap(&mut self) -> &mut Self {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    fn line(&mut self, indent: usize, line: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.extend([line, "\n"]);
    }
}
