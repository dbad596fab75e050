//! Lines of a given width: paragraphs and tables.

/// What separates two columns of a table.
const GAP: &str = "  ";

/// Below this many characters a column is no longer narrowed: the table becomes wider than asked.
const NARROWEST: usize = 8;

/// A text with white space folded, and with every character made visible that would change the text around it
/// or command the terminal: names and texts of a delivery are untrusted.
///
/// ```
/// use beraad_codegen::text::visible;
///
/// assert_eq!(visible("red \u{1b}[31m"), "red ⟨U+001B⟩[31m");
/// ```
#[must_use]
pub fn visible(text: &str) -> String {
    beraad_schema::describe::visible(text)
}

/// Breaks a text into lines of at most `width` characters, at spaces; a line break in it stays one.
///
/// A word that is longer stays whole on a line of its own, so that an address can be copied.
///
/// ```
/// use beraad_codegen::text::wrap;
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
            if length(&current) + 1 + length(word) > width {
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

/// The columns of a table: how wide each is.
///
/// ```
/// use beraad_codegen::text::Columns;
///
/// let rows = [["1", "one child"], ["22", "more"]].map(|row| row.map(str::to_owned));
/// let columns = Columns::fit(&rows, 80);
/// assert_eq!(columns.row(&rows[0]), "1   one child\n");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<usize>);

impl Columns {
    /// Columns as wide as their content, the widest made narrower until all are together at most `width` characters wide.
    #[must_use]
    pub fn fit<R: AsRef<[String]>>(rows: &[R], width: usize) -> Self {
        let rows = || rows.iter().map(AsRef::as_ref);
        let count = rows().map(<[String]>::len).max().unwrap_or_default();
        let (mut widths, mut longest_words) = (vec![0; count], vec![0; count]);
        for row in rows() {
            for (column, cell) in row.iter().enumerate() {
                for line in cell.split('\n') {
                    widths[column] = widths[column].max(length(line));
                }
                for word in cell.split([' ', '\n']) {
                    longest_words[column] = longest_words[column].max(length(word));
                }
            }
        }
        let available = width.saturating_sub(GAP.len() * count.saturating_sub(1));
        // Words are broken only where nothing else helps.
        for least in [longest_words, vec![NARROWEST; count]] {
            while widths.iter().sum::<usize>() > available {
                let widest = (0..count)
                    .filter(|&column| widths[column] > least[column])
                    .max_by_key(|&column| widths[column]);
                match widest {
                    Some(column) => widths[column] -= 1,
                    None => break,
                }
            }
        }
        Self(widths)
    }

    /// A row, on as many lines as its cells need.
    #[must_use]
    pub fn row(&self, cells: &[String]) -> String {
        let cells: Vec<_> = cells
            .iter()
            .zip(&self.0)
            .map(|(cell, &width)| broken(wrap(cell, width), width))
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or_default();
        let mut text = String::new();
        for index in 0..height {
            let mut line = String::new();
            for (cell, &width) in cells.iter().zip(&self.0) {
                let part = cell.get(index).map_or("", String::as_str);
                line.push_str(part);
                let fill = width.saturating_sub(length(part));
                line.extend(std::iter::repeat_n(' ', fill));
                line.push_str(GAP);
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// A line under each column, to stand between its name and its cells.
    #[must_use]
    pub fn rule(&self) -> String {
        let rules: Vec<_> = self.0.iter().map(|&width| "-".repeat(width)).collect();
        self.row(&rules)
    }
}

/// Lines that are too long for a cell, broken within words: what stands beside them must stay in its column.
fn broken(lines: Vec<String>, width: usize) -> Vec<String> {
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

/// How many columns of a terminal a text takes. Texts here are Dutch, English and French: one for each character.
pub(super) fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_asked_unless_a_word_is() {
        let text = "a row is a trajectory, see https://example.org/a/very/long/address of it";
        for width in 1..90 {
            for line in wrap(text, width) {
                assert!(
                    length(&line) <= width || !line.contains(' '),
                    "{width}: {line:?}"
                );
            }
            let together: Vec<_> = wrap(text, width);
            assert_eq!(together.join(" "), text);
        }
    }

    #[test]
    fn a_table_keeps_its_columns_when_a_word_does_not_fit() {
        let rows = [
            ["x".repeat(50), "y".to_owned()],
            ["a".to_owned(), "b".to_owned()],
        ];
        let columns = Columns::fit(&rows, 40);
        let shown = rows.each_ref().map(|row| columns.row(row)).concat();
        let lines: Vec<_> = shown.lines().collect();
        assert!(lines.iter().all(|line| length(line) <= 40), "{shown}");
        let last = lines[lines.len() - 1];
        assert_eq!(lines[0].find('y'), last.find('b'), "{shown}");
        assert_eq!(shown.matches('x').count(), 50);
    }
}
