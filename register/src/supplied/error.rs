//! Errors in supplied files: all are counted, the first ones are shown.

use std::fmt;
use std::path::{Path, PathBuf};

use beraad_describe::{excerpt, visible};

use super::SuppliedLists;
use super::confirmed::Confirmations;
use super::warning::{ListWarning, ListWarningKind, ListWarnings, SkippedFile, shown_place};

/// The number of errors that are shown, and that of warnings.
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
    /// The folder has more files than the model could have lists.
    #[error("`{}` contains more than {} files, of which none was read; write the path of a folder that contains only `<list id>.csv` files", visible(&dir.display().to_string()), SuppliedLists::MAX_FILES)]
    TooManyFiles {
        /// The folder.
        dir: PathBuf,
    },
    /// There are errors in the files.
    #[error("{0}")]
    Lists(ListErrors),
}

/// The errors in a folder of supplied code lists, by file and line, and what else was found there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListErrors {
    /// The first errors.
    pub first: Vec<ListError>,
    /// The number of all errors.
    pub count: usize,
    /// The warnings.
    pub warnings: ListWarnings,
    /// The files that were not read.
    pub skipped: Vec<SkippedFile>,
}

/// An error in a supplied code list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListError {
    /// The file, with the folder as the caller named it.
    pub file: PathBuf,
    /// The sheet, if the file is a workbook.
    pub sheet: Option<String>,
    /// The line or the row, counted from 1; `None` if the error concerns the whole file or sheet.
    pub line: Option<usize>,
    /// The error, and what to write instead.
    pub message: String,
}

/// `file:line: message`, or `file, sheet name, row 5: message`.
impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = shown_place(&self.file, self.sheet.as_deref(), self.line);
        write!(f, "{place}: {}", self.message)
    }
}

/// An error, a warning or a file that was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding<'a> {
    /// A file that was not read.
    Skipped(&'a SkippedFile),
    /// An error.
    Error(&'a ListError),
    /// A warning.
    Warning(&'a ListWarning),
}

impl<'a> Finding<'a> {
    /// Returns the word for the kind of the finding: `note`, `error` or `warning`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Skipped(_) => "note",
            Self::Error(_) => "error",
            Self::Warning(_) => "warning",
        }
    }

    fn place(self) -> (&'a Path, Option<&'a str>, Option<usize>) {
        match self {
            Self::Skipped(skipped) => (&skipped.file, None, None),
            Self::Error(error) => (&error.file, error.sheet.as_deref(), error.line),
            Self::Warning(warning) => (&warning.file, warning.sheet.as_deref(), warning.line),
        }
    }

    /// All of these in the order of files and lines; in one line, errors come before warnings.
    pub(super) fn sorted(
        errors: &'a [ListError],
        warnings: &'a [ListWarning],
        skipped: &'a [SkippedFile],
    ) -> Vec<Self> {
        let skipped = skipped.iter().map(Self::Skipped);
        let errors = errors.iter().map(Self::Error);
        let warnings = warnings.iter().map(Self::Warning);
        let mut findings: Vec<_> = skipped.chain(errors).chain(warnings).collect();
        findings.sort_by_key(|finding| finding.place());
        findings
    }
}

/// The finding, with its place and without the word for its kind.
impl fmt::Display for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Skipped(skipped) => skipped.fmt(f),
            Self::Error(error) => error.fmt(f),
            Self::Warning(warning) => warning.fmt(f),
        }
    }
}

/// One error or warning in each line, and the number of those that are not shown in a last one. A warning says that it is one.
impl fmt::Display for ListErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self
            .findings()
            .into_iter()
            .filter(|it| !matches!(it, Finding::Skipped(_)));
        for (index, finding) in shown.enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            match finding {
                Finding::Error(error) => write!(f, "{separator}{error}")?,
                other => write!(f, "{separator}{}: {other}", other.word())?,
            }
        }
        match self.more() {
            None => Ok(()),
            Some(more) => write!(f, "\n{more}"),
        }
    }
}

impl ListErrors {
    /// The errors and warnings that are shown, and the files that were not read, in the order of files and lines.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding<'_>> {
        Finding::sorted(&self.first, &self.warnings.first, &self.skipped)
    }

    /// The number of errors and warnings that are not shown, as a sentence; `None` if all are.
    #[must_use]
    pub fn more(&self) -> Option<String> {
        let errors = self.count.saturating_sub(self.first.len());
        more(errors, &self.warnings)
    }

    /// Warnings as errors.
    pub(super) fn of_warnings(warnings: ListWarnings, skipped: Vec<SkippedFile>) -> Self {
        let none = Self {
            first: Vec::new(),
            count: 0,
            warnings,
            skipped,
        };
        none.with_warnings_as_errors()
    }

    /// These errors, with each warning as an error.
    #[must_use]
    pub fn with_warnings_as_errors(mut self) -> Self {
        let warnings = std::mem::take(&mut self.warnings);
        self.count += warnings.count;
        self.first
            .extend(warnings.first.into_iter().map(ListError::from));
        self.first.sort_by(|one, other| {
            let place = |it: &ListError| (it.file.clone(), it.sheet.clone(), it.line);
            place(one).cmp(&place(other))
        });
        self.first.truncate(MAX_SHOWN);
        self
    }
}

/// The number of errors and warnings that are not shown, as a sentence.
pub(super) fn more(errors: usize, warnings: &ListWarnings) -> Option<String> {
    let warnings = warnings.count.saturating_sub(warnings.first.len());
    let counted = |count: usize, word: &str| match count {
        0 => None,
        1 => Some(format!("1 more {word}")),
        count => Some(format!("{count} more {word}s")),
    };
    let parts = [counted(errors, "error"), counted(warnings, "warning")];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let them = if errors + warnings == 1 { "it" } else { "them" };
    (!parts.is_empty()).then(|| format!("{}; fix these to see {them}", parts.join(", ")))
}

impl From<ListWarning> for ListError {
    fn from(warning: ListWarning) -> Self {
        Self {
            file: warning.file,
            sheet: warning.sheet,
            line: warning.line,
            message: warning.message,
        }
    }
}

/// Collects the errors and warnings of all files.
#[derive(Default)]
pub(super) struct Reports {
    errors: Vec<ListError>,
    error_count: usize,
    warnings: ListWarnings,
}

impl Reports {
    /// Adds the report of the next file. Of all files together, the first errors and warnings are kept.
    pub(super) fn add(&mut self, report: Report) {
        self.error_count += report.errors.count;
        self.errors.extend(report.errors.first);
        self.errors.truncate(MAX_SHOWN);
        self.warnings.count += report.warnings.count;
        self.warnings.first.extend(report.warnings.first);
        self.warnings.first.truncate(MAX_SHOWN);
    }

    /// The warnings and the files that were not read, unless there are errors.
    pub(super) fn into_warnings(
        self,
        skipped: Vec<SkippedFile>,
    ) -> Result<(ListWarnings, Vec<SkippedFile>), ListErrors> {
        if self.error_count > 0 {
            return Err(ListErrors {
                first: self.errors,
                count: self.error_count,
                warnings: self.warnings,
                skipped,
            });
        }
        Ok((self.warnings, skipped))
    }
}

/// Collects the errors and warnings of one file while it is read.
pub(super) struct Report {
    file: PathBuf,
    sheet: Option<String>,
    errors: Shown<ListError>,
    warnings: Shown<ListWarning>,
    confirmations: Confirmations,
}

/// Findings of one kind: all are counted, and the first ones are kept in the order of their lines.
struct Shown<T> {
    first: Vec<T>,
    count: usize,
}

impl<T> Shown<T> {
    const NONE: Self = Self {
        first: Vec::new(),
        count: 0,
    };

    /// Adds a finding in a line. `finding` is only called if it may be shown: a file of random bytes has a million errors.
    fn add(
        &mut self,
        line: Option<usize>,
        line_of: impl Fn(&T) -> Option<usize>,
        finding: impl FnOnce() -> T,
    ) {
        self.count += 1;
        // Checks over several lines do not report in the order of lines. A finding before the last one that is shown
        // pushes that out; any other is only counted. `None`, the whole file, is before every line.
        let is_earlier = self.first.last().is_some_and(|last| line < line_of(last));
        if self.first.len() >= MAX_SHOWN && !is_earlier {
            return;
        }
        let index = self.first.partition_point(|known| line_of(known) <= line);
        self.first.insert(index, finding());
        self.first.truncate(MAX_SHOWN);
    }
}

impl Report {
    pub(super) fn new(file: &Path) -> Self {
        Self {
            file: file.to_owned(),
            sheet: None,
            errors: Shown::NONE,
            warnings: Shown::NONE,
            confirmations: Confirmations::default(),
        }
    }

    /// The report about a sheet of a workbook.
    #[cfg(feature = "workbook")]
    pub(super) fn of_sheet(file: &Path, sheet: &str) -> Self {
        Self {
            sheet: Some(sheet.to_owned()),
            ..Self::new(file)
        }
    }

    /// Adds an error. `message` is only called if the error may be shown.
    pub(super) fn error(
        &mut self,
        line: impl Into<Option<usize>>,
        message: impl FnOnce() -> String,
    ) {
        let (line, file, sheet) = (line.into(), &self.file, &self.sheet);
        self.errors.add(
            line,
            |error| error.line,
            || ListError {
                file: file.clone(),
                sheet: sheet.clone(),
                line,
                message: message(),
            },
        );
    }

    /// Adds a warning about a value, unless the file confirms that value. `message` is only called if the warning may be shown.
    pub(super) fn warning(
        &mut self,
        line: impl Into<Option<usize>>,
        kind: ListWarningKind,
        value: &str,
        message: impl FnOnce() -> String,
    ) {
        if self.is_confirmed(value) {
            return;
        }
        self.add_warning(line.into(), kind, || {
            let (message, value) = (message(), excerpt(value.trim()));
            format!(
                "{message}; if it is right, write `# confirmed: {value}` in a line above the header"
            )
        });
    }

    fn add_warning(
        &mut self,
        line: Option<usize>,
        kind: ListWarningKind,
        message: impl FnOnce() -> String,
    ) {
        let (file, sheet) = (&self.file, &self.sheet);
        self.warnings.add(
            line,
            |warning| warning.line,
            || ListWarning {
                file: file.clone(),
                sheet: sheet.clone(),
                line,
                kind,
                message: message(),
            },
        );
    }

    /// Adds the values that a line above the header confirms.
    pub(super) fn confirm(&mut self, line: usize, statement: &str) {
        self.confirmations.add(line, statement);
    }

    /// Returns whether the file says that a value is right. A value that is asked for counts as used.
    pub(super) fn is_confirmed(&mut self, value: &str) -> bool {
        self.confirmations.confirms(value)
    }

    /// Adds a warning for each confirmed value that no check asked for: it may be misspelt, and must not stay for a later value.
    pub(super) fn add_unused_confirmations(&mut self) {
        for (line, value) in self.confirmations.unused() {
            self.add_warning(Some(line), ListWarningKind::UnusedConfirmation, || {
                let value = excerpt(&value);
                format!("`{value}` is confirmed, and no warning is about it; copy the value from the warning letter by letter, or remove it from the line")
            });
        }
    }

    /// Returns whether no error was found.
    pub(super) fn is_empty(&self) -> bool {
        self.errors.count == 0
    }

    /// The kinds of the warnings with their lines, for tests.
    #[cfg(test)]
    pub(super) fn warned(&self) -> Vec<(Option<usize>, ListWarningKind)> {
        let warnings = self.warnings.first.iter();
        warnings.map(|it| (it.line, it.kind)).collect()
    }
}
