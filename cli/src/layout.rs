//! Sentences and tables, wrapped to the width of the output.

use beraad_codegen::terminal::{Columns, wrap};
use beraad_schema::describe::visible;

use crate::output::Output;

/// The further indentation of the second and later lines of a sentence.
const HANGING_INDENT: usize = 2;

impl Output<'_> {
    /// Prints a sentence on as many lines as it needs.
    pub(crate) fn sentence(&mut self, indent: usize, sentence: &str) {
        // The first line is as narrow as the others, since `wrap` knows one width.
        let width = self.width().saturating_sub(indent + HANGING_INDENT);
        for (index, line) in wrap(&visible(sentence), width).iter().enumerate() {
            let hanging = if index == 0 { 0 } else { HANGING_INDENT };
            self.line(indent + hanging, line);
        }
    }

    /// Prints rows in columns that fit their content; the cells must already be visible text.
    pub(crate) fn table<R: AsRef<[String]>>(&mut self, indent: usize, rows: &[R]) {
        let columns = Columns::fit(rows, self.width().saturating_sub(indent));
        for row in rows {
            self.row(indent, &columns, row.as_ref());
        }
    }

    /// Prints a row in columns that several tables share.
    pub(crate) fn row(&mut self, indent: usize, columns: &Columns, row: &[String]) {
        for line in columns.row(row).lines() {
            self.line(indent, line);
        }
    }

    /// Prints an empty line before the next paragraph, unless that is the first one.
    pub(crate) fn paragraph_break(&mut self) {
        if !self.is_empty() {
            self.print("\n");
        }
    }

    fn line(&mut self, indent: usize, line: &str) {
        self.print(&format!("{:indent$}{line}\n", ""));
    }
}
