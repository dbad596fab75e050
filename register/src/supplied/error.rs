//! Errors in supplied files: all are counted, the first ones are shown.

use std::fmt;
use std::path::{Path, PathBuf};

use beraad_describe::visible;

/// The number of errors that are shown.
const MAX_SHOWN: usize = 20;

/// An error while a folder of supplied code lists is read. Nothing of the folder is used then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SupplyError {
    /// The folder cannot be read.
    #[error("cannot read `{}` as a folder of code lists: {source}; write the path of a folder that contains `<list id>.csv` files", visible(&dir.display().to_string()))]
    Folder {
        /// The folder.
        dir: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// There are errors in the files.
    #[error("{0}")]
    Lists(ListErrors),
}

/// The errors in a folder of supplied code lists, by file and line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListErrors {
    /// The first errors.
    pub first: Vec<ListError>,
    /// The number of all errors.
    pub count: usize,
}

/// An error in a supplied code list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListError {
    /// The file, with the folder as the caller named it.
    pub file: PathBuf,
    /// The line, counted from 1; `None` if the error concerns the whole file.
    pub line: Option<usize>,
    /// The error, and what to write instead.
    pub message: String,
}

/// `file:line: message`.
impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = visible(&self.file.display().to_string());
        match self.line {
            Some(line) => write!(f, "{file}:{line}: {}", self.message),
            None => write!(f, "{file}: {}", self.message),
        }
    }
}

/// One error in each line, and the number of the errors that are not shown in a last one.
impl fmt::Display for ListErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.first.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{error}")?;
        }
        match self.count.saturating_sub(self.first.len()) {
            0 => Ok(()),
            1 => f.write_str("\n1 more error; fix these to see it"),
            more => write!(f, "\n{more} more errors; fix these to see them"),
        }
    }
}

impl ListErrors {
    /// The errors of all files, in their order; `None` if there is none.
    pub(super) fn of(reports: impl IntoIterator<Item = Report>) -> Option<Self> {
        let mut errors = Self {
            first: Vec::new(),
            count: 0,
        };
        for report in reports {
            errors.count += report.count;
            errors.first.extend(report.first);
            errors.first.truncate(MAX_SHOWN);
        }
        (errors.count > 0).then_some(errors)
    }
}

/// Collects the errors of one file while it is read.
pub(super) struct Report {
    file: PathBuf,
    /// The first errors, in the order of their lines.
    first: Vec<ListError>,
    count: usize,
}

impl Report {
    pub(super) fn new(file: &Path) -> Self {
        Self {
            file: file.to_owned(),
            first: Vec::new(),
            count: 0,
        }
    }

    /// Adds an error. `message` is only called if the error may be shown: a file of random bytes has a million of them.
    pub(super) fn error(
        &mut self,
        line: impl Into<Option<usize>>,
        message: impl FnOnce() -> String,
    ) {
        self.count += 1;
        let line = line.into();
        // Checks over several lines do not report in the order of lines. An error before the last one that is shown
        // pushes that out; any other is only counted. `None`, the whole file, is before every line.
        let is_earlier = self.first.last().is_some_and(|last| line < last.line);
        if self.first.len() >= MAX_SHOWN && !is_earlier {
            return;
        }
        let index = self.first.partition_point(|known| known.line <= line);
        let error = ListError {
            file: self.file.clone(),
            line,
            message: message(),
        };
        self.first.insert(index, error);
        self.first.truncate(MAX_SHOWN);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }
}
