//! Lines of a given width: paragraphs and tables.

/// The space between two columns of a table.
const GAP: &str = "  ";

/// Columns are not narrowed below this number of characters: the table then becomes wider than requested.
const MIN_COLUMN_WIDTH: usize = 8;

/// Breaks a text at spaces into lines of at most `width` characters. Line breaks in the text are kept.
///
/// A longer word stays whole on a line of its own, so that an address can be copied.
///
/// ```
/// use beraad_codegen::terminal::wrap;
///
/// assert_eq!(wrap("one row is one trajectory", 12), ["one row is", "one", "trajectory"]);
/// ```
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let mut words = line.split(' ');
        let mut current = words.next().unwrap_or_default().to_owned();
        for word in words {
            if width_of(&current) + 1 + width_of(word) > width {
                lines.push(std::mem::take(&mut current));
            } else {
                current.push(' ');
            }
            current.push_str(word);
        }
        lines.push(current);
    }
    lines
}

/// The widths of the columns of a table.
///
/// ```
/// use beraad_codegen::terminal::Columns;
///
/// let rows = [["1", "one child"], ["22", "more"]].map(|row| row.map(str::to_owned));
/// let columns = Columns::fit(&rows, 80);
/// assert_eq!(columns.row(&rows[0]), "1   one child\n");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<usize>);

impl Columns {
    /// Columns as wide as their content, narrowed until the table is at most `width` characters wide.
    ///
    /// The widest column is narrowed first. No column becomes narrower than its longest word, unless the table would
    /// still be too wide.
    #[must_use]
    pub fn fit<R: AsRef<[String]>>(rows: &[R], width: usize) -> Self {
        let rows = || rows.iter().map(AsRef::as_ref);
        let count = rows().map(<[String]>::len).max().unwrap_or_default();
        let (mut widths, mut longest_words) = (vec![0; count], vec![0; count]);
        for row in rows() {
            for (column, cell) in row.iter().enumerate() {
                for line in cell.split('\n') {
                    widths[column] = widths[column].max(width_of(line));
                }
                for word in cell.split([' ', '\n']) {
                    longest_words[column] = longest_words[column].max(width_of(word));
                }
            }
        }
        let available = width.saturating_sub(GAP.len() * count.saturating_sub(1));
        // The first pass keeps all words whole. The second runs only if that was not enough, and breaks words.
        for min_widths in [longest_words, vec![MIN_COLUMN_WIDTH; count]] {
            // One character at a time from the column that is widest now, so that wide columns end up equally wide.
            while widths.iter().sum::<usize>() > available {
                let widest = (0..count)
                    .filter(|&column| widths[column] > min_widths[column])
                    .max_by_key(|&column| widths[column]);
                match widest {
                    Some(column) => widths[column] -= 1,
                    None => break,
                }
            }
        }
        Self(widths)
    }

    /// A row of the table, on as many lines as its cells need.
    #[must_use]
    pub fn row(&self, cells: &[String]) -> String {
        let cells: Vec<_> = cells
            .iter()
            .zip(&self.0)
            .map(|(cell, &width)| break_words(wrap(cell, width), width))
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or_default();
        let mut text = String::new();
        for index in 0..height {
            let mut line = String::new();
            for (cell, &width) in cells.iter().zip(&self.0) {
                let part = cell.get(index).map_or("", String::as_str);
                line.push_str(part);
                let padding = width.saturating_sub(width_of(part));
                line.extend(std::iter::repeat_n(' ', padding));
                line.push_str(GAP);
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// A line below each column name.
    #[must_use]
    pub fn rule(&self) -> String {
        let rules: Vec<_> = self.0.iter().map(|&width| "-".repeat(width)).collect();
        self.row(&rules)
    }
}

/// Breaks lines that are too long for a cell, also within words: the cells beside it stay in their columns.
fn break_words(lines: Vec<String>, width: usize) -> Vec<String> {
    let mut fitting = Vec::with_capacity(lines.len());
    for line in lines {
        let chars: Vec<char> = line.chars().collect();
        if chars.is_empty() {
            fitting.push(line);
        } else {
            fitting.extend(chars.chunks(width.max(1)).map(String::from_iter));
        }
    }
    fitting
}

/// The width of a text in a terminal: one for each character, which is right for Dutch, English and French.
pub(super) fn width_of(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_of_one_word_is_wider_than_requested() {
        let text = "a row is a trajectory, see https://example.org/a/very/long/address of it";
        for width in 1..90 {
            let lines = wrap(text, width);
            for line in &lines {
                assert!(
                    width_of(line) <= width || !line.contains(' '),
                    "{width}: {line:?}"
                );
            }
            assert_eq!(lines.join(" "), text);
        }
    }

    #[test]
    fn columns_stay_aligned_when_a_word_does_not_fit() {
        let rows = [
            ["x".repeat(50), "y".to_owned()],
            ["a".to_owned(), "b".to_owned()],
        ];
        let columns = Columns::fit(&rows, 40);
        let shown = rows.each_ref().map(|row| columns.row(row)).concat();
        let lines: Vec<_> = shown.lines().collect();
        assert!(lines.iter().all(|line| width_of(line) <= 40), "{shown}");
        let last = lines[lines.len() - 1];
        assert_eq!(lines[0].find('y'), last.find('b'), "{shown}");
        assert_eq!(shown.matches('x').count(), 50);
    }
}
