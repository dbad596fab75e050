//! Lines and cells of a delimited text.
//!
//! Own code, as in the macros' reader of published tables: the `csv` crate does not tell a quoted empty field from a
//! missing one, and here `""` is the empty code and nothing is no code. Unlike that reader it goes on behind a mistake.

/// One field: its text, and whether it was quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    quoted: bool,
}

impl Cell {
    /// The text exactly as it stands, where there is one: a quoted empty field is the empty text.
    pub(super) fn exact(&self) -> Option<&str> {
        (self.quoted || !self.text.is_empty()).then_some(&*self.text)
    }

    /// The text without the spaces around it, unless it is empty.
    pub(super) fn words(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }
}

/// How many fields a line may have; a line of commas alone must not fill the memory.
const MOST_FIELDS: usize = 64;

/// What a line holds, or what is wrong with it.
pub(super) type Line = (usize, Result<Vec<Cell>, &'static str>);

/// The lines of a text, one at a time: its comments first, then its header, then the rest.
pub(super) struct Lines<'a> {
    rest: &'a str,
    number: usize,
    separator: char,
}

impl<'a> Lines<'a> {
    /// Passes the comments and empty lines before the header, and reads from it what separates fields.
    pub(super) fn new(text: &'a str) -> Self {
        let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut number = 1;
        loop {
            let line = rest.split('\n').next().unwrap_or_default();
            // A spreadsheet puts a comment that holds a separator in quotes.
            let comment = line.starts_with('#') || line.starts_with("\"#");
            let blank = line.trim_matches([',', ';', ' ', '\t', '\r']).is_empty();
            if rest.is_empty() || !(comment || blank) {
                let separator = if line.contains(';') { ';' } else { ',' };
                return Self {
                    rest,
                    number,
                    separator,
                };
            }
            rest = rest.get(line.len() + 1..).unwrap_or_default();
            number += 1;
        }
    }

    pub(super) fn separator(&self) -> char {
        self.separator
    }

    /// The next cell; what follows it starts with a separator or a line end, or is empty.
    fn cell(&mut self) -> Result<Cell, &'static str> {
        let cell = if let Some(quoted) = self.rest.strip_prefix('"') {
            let (cell, after) = quoted_cell(quoted).ok_or(
                "a quote is opened and never closed; close it, and double each quote within a quoted field",
            )?;
            self.rest = after;
            cell
        } else {
            let ends = [self.separator, '\n', '\r'];
            let end = self.rest.find(ends).unwrap_or(self.rest.len());
            let (text, after) = self.rest.split_at(end);
            self.rest = after;
            if text.contains('"') {
                return Err(
                    "a quote within a field that is not quoted; put the field in quotes, and double each quote within it",
                );
            }
            Cell {
                text: text.to_owned(),
                quoted: false,
            }
        };
        self.number += cell.text.matches('\n').count();
        Ok(cell)
    }

    fn line(&mut self) -> Result<Vec<Cell>, &'static str> {
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell()?);
            if cells.len() > MOST_FIELDS {
                return Err("more fields than any list of codes has; is this the right file?");
            }
            if let Some(next) = self.rest.strip_prefix(self.separator) {
                self.rest = next;
                continue;
            }
            let next = self.rest.strip_prefix("\r\n");
            match next.or_else(|| self.rest.strip_prefix('\n')) {
                Some(next) => self.rest = next,
                None if self.rest.is_empty() => {}
                None if self.rest.starts_with('\r') => {
                    return Err(
                        "a carriage return without a line feed; save the file with line ends LF or CR LF",
                    );
                }
                None => {
                    return Err(
                        "text behind the closing quote of a field; double each quote within a quoted field",
                    );
                }
            }
            self.number += 1;
            return Ok(cells);
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.rest.is_empty() {
            return None;
        }
        let start = self.number;
        let line = self.line();
        if line.is_err() {
            // Behind a mistake the next line is read as if it stood alone; a quote that never closes takes all.
            let opened = self.rest.starts_with('"');
            let end = self.rest.find('\n').filter(|_| !opened);
            self.rest = end.map_or("", |end| &self.rest[end + 1..]);
            self.number += 1;
        }
        Some((start, line))
    }
}

/// The cell behind an opening quote, and what follows its closing one.
fn quoted_cell(mut rest: &str) -> Option<(Cell, &str)> {
    let mut text = String::new();
    loop {
        let end = rest.find('"')?;
        text.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(next) => {
                text.push('"');
                rest = next;
            }
            None => return Some((Cell { text, quoted: true }, rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Texts = Result<Vec<Option<String>>, &'static str>;

    fn texts(text: &str) -> Vec<(usize, Texts)> {
        let exact = |cells: Vec<Cell>| {
            let cells = cells.iter();
            cells.map(|cell| cell.exact().map(str::to_owned)).collect()
        };
        Lines::new(text)
            .map(|(number, line)| (number, line.map(exact)))
            .collect()
    }

    #[test]
    fn a_quoted_empty_field_is_a_text_and_an_unquoted_one_is_none() {
        let line = vec![Some(String::new()), Some("a".into()), None];
        assert_eq!(texts("\"\",a,"), [(1, Ok(line))]);
    }

    #[test]
    fn the_header_says_what_separates_and_comments_stand_before_it_only() {
        let text = "\u{feff}# a,b\r\n\"# c; d\"\n,,\ncode;nl\n#;\"x\ny\"\n\nz\n";
        let cells = |cells: &[&str]| {
            let some = |text: &&str| Some((*text).to_owned()).filter(|text| !text.is_empty());
            Ok(cells.iter().map(some).collect::<Vec<_>>())
        };
        let expected = [
            (4, cells(&["code", "nl"])),
            (5, cells(&["#", "x\ny"])),
            (7, cells(&[""])),
            (8, cells(&["z"])),
        ];
        assert_eq!(texts(text), expected);
    }

    #[test]
    fn a_line_that_is_wrong_is_told_and_the_next_one_read() {
        let read = texts("a\nb\"c,\"d\n\"e\"f\ng\rh\ni\n\"j\nk\n");
        let wrong: Vec<_> = read
            .iter()
            .filter(|it| it.1.is_err())
            .map(|it| it.0)
            .collect();
        assert_eq!(wrong, [2, 3, 4, 6]);
        assert_eq!(read.len(), 6);
        assert!(read[4].1.is_ok());
    }
}
