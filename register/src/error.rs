//! Errors in a text, each with its position.

use std::fmt;

/// An error in a text, and where it is.
///
/// ```
/// use beraad_register::Register;
///
/// let errors = Register::parse("deliberation = 17\n").unwrap_err();
/// let first = errors.iter().next().unwrap();
/// assert_eq!((first.line, first.column), (1, Some(16)));
/// assert_eq!(
///     first.to_string(),
///     "1:16: invalid value of `deliberation`: expected a table, found an integer"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Error {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1; `None` if the error concerns the whole line.
    pub column: Option<usize>,
    /// The error and what to write instead, without the position and the name of the file.
    pub message: String,
}

impl Error {
    /// An error in the whole line.
    pub(crate) fn in_line(line: usize, message: String) -> Self {
        Self {
            line,
            column: None,
            message,
        }
    }
}

/// The lines of a text: finds the places of many errors in time that grows with the text, not with their product.
pub(crate) struct Positions<'t> {
    text: &'t str,
    /// The offset of the first byte of each line.
    starts: Vec<usize>,
}

impl<'t> Positions<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let behind = text.match_indices('\n').map(|(newline, _)| newline + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(behind).collect(),
        }
    }

    /// Returns the line of a byte, counted from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// Returns these errors, each at a byte of the text, in the order of the text.
    ///
    /// A column is counted in characters. It is counted from the error before it, since a line may be the whole file and
    /// have an error at every word.
    pub(crate) fn errors(&self, mut errors: Vec<(usize, String)>) -> Vec<Error> {
        errors.sort();
        let (mut counted_line, mut counted_to, mut column) = (0, 0, 1);
        let at_place = |(offset, message)| {
            let line = self.line(offset);
            if line != counted_line {
                (counted_line, counted_to, column) = (line, self.starts[line - 1], 1);
            }
            let between = self.text.get(counted_to..offset).unwrap_or_default();
            column += between.chars().count();
            counted_to = offset;
            Error {
                line,
                column: Some(column),
                message,
            }
        };
        errors.into_iter().map(at_place).collect()
    }
}

/// `line:column: message`, or `line: message` if the error concerns the whole line.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.line)?;
        if let Some(column) = self.column {
            write!(f, "{column}:")?;
        }
        write!(f, " {}", self.message)
    }
}

impl std::error::Error for Error {}

/// All errors in a text, in the order of the text. There is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errors(Vec<Error>);

impl Errors {
    /// The value, unless an error was found.
    pub(crate) fn check<T>(value: Option<T>, mut errors: Vec<Error>) -> Result<T, Self> {
        match value {
            Some(value) if errors.is_empty() => Ok(value),
            _ => {
                // By line, then by column. Errors are found table by table and key by key, and not in the order of the
                // text.
                errors.sort();
                Err(Self(errors))
            }
        }
    }

    /// The errors, in the order of the text.
    pub fn iter(&self) -> std::slice::Iter<'_, Error> {
        self.0.iter()
    }
}

/// One error in each line.
impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Errors {}

impl IntoIterator for Errors {
    type Item = Error;
    type IntoIter = std::vec::IntoIter<Error>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Errors {
    type Item = &'a Error;
    type IntoIter = std::slice::Iter<'a, Error>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
