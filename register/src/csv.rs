//! Reads and writes delimited text (RFC 4180), each line with its number.
//!
//! Own code, since neither `csv` nor `csv-core` can read these files. They do not distinguish a quoted empty field (`""`, the
//! empty code) from an empty one (no code), and they accept what is an error here: a quote within a field that is not quoted, text
//! behind a closing quote, a quote that is never closed, a carriage return alone.

use std::fmt;

/// A field: its text, and whether it was quoted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Field {
    text: String,
    is_quoted: bool,
}

impl Field {
    /// The field that contains a text without quotes.
    pub(crate) fn of_text(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            is_quoted: false,
        }
    }

    /// The text with all its spaces. A quoted empty field is the empty text, an empty field has none.
    pub(crate) fn exact(&self) -> Option<&str> {
        (self.is_quoted || !self.text.is_empty()).then_some(&*self.text)
    }

    /// The text with all its spaces, unless it is empty.
    pub(crate) fn not_empty(&self) -> Option<&str> {
        Some(&*self.text).filter(|text| !text.is_empty())
    }

    /// The text without the spaces around it, unless nothing is left.
    pub(crate) fn trimmed(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }
}

/// The number of fields that a line may have: a line of nothing but commas must not fill the memory.
const MAX_FIELDS: usize = 64;

/// The number of a line (that of its start, if it contains line breaks), and its fields or what is wrong with it.
pub(crate) type Line = (usize, Result<Vec<Field>, CsvError>);

/// An error in a line of delimited text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CsvError {
    /// The line has more fields than a list of codes can have.
    TooManyFields,
    /// A carriage return is not followed by a line feed.
    CarriageReturn,
    /// A text follows the closing quote of a field.
    TextBehindQuote,
    /// A quote is never closed.
    OpenQuote,
    /// A quote is within a field that is not quoted.
    QuoteInField,
}

/// The error and what to write instead, in English.
impl fmt::Display for CsvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooManyFields => {
                "too many fields for a list of codes; check that this is the right file"
            }
            Self::CarriageReturn => {
                "carriage return without a line feed; save the file with line ends LF or CR LF"
            }
            Self::TextBehindQuote => {
                "text behind the closing quote of a field; double each quote within a quoted field"
            }
            Self::OpenQuote => {
                "quote that is never closed; close it, and double each quote within a quoted field"
            }
            Self::QuoteInField => {
                "quote within a field that is not quoted; put the field in quotes, and double each quote within it"
            }
        })
    }
}

impl std::error::Error for CsvError {}

/// An iterator over the lines of a text.
///
/// It goes on behind an error, with the next line of the text.
pub(crate) struct Lines<'a> {
    rest: &'a str,
    number: usize,
    separator: char,
}

impl<'a> Lines<'a> {
    /// The lines of a text whose fields are separated by commas.
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            rest: text.strip_prefix('\u{feff}').unwrap_or(text),
            number: 1,
            separator: ',',
        }
    }

    /// The lines of a part of a text whose first line has this number, with fields separated by `separator`.
    pub(crate) fn of_part(part: &'a str, number: usize, separator: char) -> Self {
        Self {
            rest: part,
            number,
            separator,
        }
    }

    fn line(&mut self) -> Result<Vec<Field>, CsvError> {
        let mut fields = Vec::new();
        loop {
            fields.push(self.field()?);
            if fields.len() > MAX_FIELDS {
                return Err(CsvError::TooManyFields);
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
                    return Err(CsvError::CarriageReturn);
                }
                None => {
                    return Err(CsvError::TextBehindQuote);
                }
            }
            self.number += 1;
            return Ok(fields);
        }
    }

    /// The next field. What follows it starts with a separator or a line end, or is empty, or is an error.
    fn field(&mut self) -> Result<Field, CsvError> {
        let field = if let Some(inside) = self.rest.strip_prefix('"') {
            let (text, after) = quoted_text(inside).ok_or(CsvError::OpenQuote)?;
            self.rest = after;
            Field {
                text,
                is_quoted: true,
            }
        } else {
            // A carriage return ends the field even without a line feed: `line` then reports it. A quoted field may
            // contain one.
            let ends = [self.separator, '\n', '\r'];
            let end = self.rest.find(ends).unwrap_or(self.rest.len());
            let (text, after) = self.rest.split_at(end);
            self.rest = after;
            if text.contains('"') {
                return Err(CsvError::QuoteInField);
            }
            Field {
                text: text.to_owned(),
                is_quoted: false,
            }
        };
        // A quoted field may have line breaks, after which the next lines still have their numbers in the file.
        self.number += field.text.matches('\n').count();
        Ok(field)
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
            // Skips to the next line break, except behind a quote that is never closed, which takes all that follows.
            // `field` leaves the input at an opening quote only if no other quote closes it.
            let is_open = self.rest.starts_with('"');
            let end = self.rest.find('\n').filter(|_| !is_open);
            self.rest = end.map_or("", |end| &self.rest[end + 1..]);
            self.number += 1;
        }
        Some((start, line))
    }
}

/// The text behind an opening quote up to its closing quote, and what follows that.
fn quoted_text(mut rest: &str) -> Option<(String, &str)> {
    let mut text = String::new();
    loop {
        let end = rest.find('"')?;
        text.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        // Two quotes are one quote of the text; a single one closes the field.
        match rest.strip_prefix('"') {
            Some(next) => {
                text.push('"');
                rest = next;
            }
            None => return Some((text, rest)),
        }
    }
}

/// Appends a line whose fields are separated by commas; `None` is an empty field.
pub(crate) fn push_line<'a>(csv: &mut String, fields: impl IntoIterator<Item = Option<&'a str>>) {
    for (index, field) in fields.into_iter().enumerate() {
        if index > 0 {
            csv.push(',');
        }
        match field {
            None => {}
            // The empty text needs quotes too: without them it would read back as an empty field, which has no text.
            Some(text) if text.is_empty() || text.contains(['"', ',', '\n', '\r']) => {
                csv.extend(["\"", &text.replace('"', "\"\""), "\""]);
            }
            Some(text) => csv.push_str(text),
        }
    }
    csv.push('\n');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Texts = Result<Vec<Option<String>>, CsvError>;

    fn texts(lines: Lines<'_>) -> Vec<(usize, Texts)> {
        let exact = |fields: Vec<Field>| {
            let fields = fields.iter();
            fields
                .map(|field| field.exact().map(str::to_owned))
                .collect()
        };
        lines
            .map(|(number, line)| (number, line.map(exact)))
            .collect()
    }

    /// The fields of a valid line; an empty text is an empty field.
    fn fields(texts: &[&str]) -> Vec<Option<String>> {
        let text = |text: &&str| Some((*text).to_owned()).filter(|text| !text.is_empty());
        texts.iter().map(text).collect()
    }

    #[test]
    fn quoted_empty_field_is_a_text_and_an_empty_field_is_none() {
        let line = vec![Some(String::new()), Some("a".into()), None];
        assert_eq!(texts(Lines::new("\"\",a,")), [(1, Ok(line))]);
    }

    #[test]
    fn quotes_commas_and_line_ends_are_part_of_a_quoted_field() {
        assert_eq!(
            texts(Lines::new("\"a,\"\"b\"\"\nc\",d\r\ne\n")),
            [
                (1, Ok(fields(&["a,\"b\"\nc", "d"]))),
                (3, Ok(fields(&["e"]))),
            ]
        );
    }

    #[test]
    fn part_of_a_text_has_the_separator_and_the_numbers_that_are_given() {
        let text = "a;\"x\ny\"\n\nz,\n";
        let expected = [
            (4, Ok(fields(&["a", "x\ny"]))),
            (6, Ok(fields(&[""]))),
            (7, Ok(fields(&["z,"]))),
        ];
        assert_eq!(texts(Lines::of_part(text, 4, ';')), expected);
    }

    #[test]
    fn invalid_line_is_reported_and_the_next_one_is_read() {
        let read = texts(Lines::new("a\nb\"c,\"d\n\"e\"f\ng\rh\ni\n\"j\nk\n"));
        let invalid: Vec<_> = read
            .iter()
            .filter(|line| line.1.is_err())
            .map(|line| line.0)
            .collect();
        assert_eq!(invalid, [2, 3, 4, 6]);
        assert_eq!(read.len(), 6);
        assert!(read[4].1.is_ok());
    }

    proptest! {
        #[test]
        fn written_line_reads_back_equal(line in prop::collection::vec(prop::option::of("[a-z\",; \n\r#]{0,6}"), 2..6)) {
            let mut csv = String::new();
            push_line(&mut csv, line.iter().map(Option::as_deref));
            prop_assert_eq!(texts(Lines::new(&csv)), [(1, Ok(line))]);
        }
    }
}
