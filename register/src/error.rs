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

    /// An error at the byte `offset` of `text`.
    pub(crate) fn at_offset(text: &str, offset: usize, message: String) -> Self {
        // As an index, an offset within a character or behind the end would panic. Here it gives the start of the text.
        let before = text.get(..offset).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: Some(before[line_start..].chars().count() + 1),
            message,
        }
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
