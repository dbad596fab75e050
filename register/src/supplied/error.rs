//! Errors in supplied files: all are counted, the first ones are shown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use beraad_describe::{Language, excerpt, visible};

use super::SuppliedLists;
use super::confirmed::Confirmations;
#[cfg(feature = "workbook")]
use super::message::WorkbookMessage;
use super::message::{FindingWord, FolderMessage, ListMessage, Place, texts};
use super::warning::{
    ListWarning, ListWarningKind, ListWarnings, SkippedFile, shown_name, shown_path,
};

/// The number of errors that are shown, and that of warnings, unless the caller states another one.
pub(super) const MAX_SHOWN: usize = 20;

/// An error while a folder of supplied code lists is read. Nothing of the folder is used then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SupplyError {
    /// The folder cannot be read.
    #[error("{}", self.text(Language::EN))]
    Folder {
        /// The folder.
        dir: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The folder has more files than the model could have lists.
    #[error("{}", self.text(Language::EN))]
    TooManyFiles {
        /// The folder.
        dir: PathBuf,
    },
    /// There are errors in the files.
    #[error("{0}")]
    Lists(ListErrors),
}

impl SupplyError {
    /// Returns the text in a language, in the form of [`Display`](fmt::Display).
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let shown = |dir: &Path| visible(&dir.display().to_string());
        let message = match self {
            Self::Folder { dir, source } => FolderMessage::Unreadable {
                dir: shown(dir),
                error: source.to_string(),
            },
            Self::TooManyFiles { dir } => FolderMessage::TooManyFiles {
                dir: shown(dir),
                max: SuppliedLists::MAX_FILES,
            },
            Self::Lists(errors) => return errors.text(language),
        };
        ListMessage::from(message).text(language)
    }
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
    /// The files with and without errors.
    pub summary: Box<FileSummary>,
}

/// The files of a folder of supplied code lists, with and without errors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileSummary {
    /// The number of codes of each list whose file has no error, by the id of the list.
    pub valid: BTreeMap<String, usize>,
    /// The names of the files and of the sheets of workbooks that have errors, without extensions, also those whose errors are not shown.
    pub invalid: BTreeSet<String>,
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
    pub message: ListMessage,
}

impl ListError {
    /// Returns the place and the message in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let file = shown_path(&self.file);
        let place = Place::new(self.sheet.as_deref(), self.line);
        texts(language).placed(&file, place, &self.message.text(language))
    }
}

/// `file:line: message`, or `file, sheet name, row 5: message`, in English.
impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::EN))
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
        texts(Language::EN).word(self.kind())
    }

    fn kind(self) -> FindingWord {
        match self {
            Self::Skipped(_) => FindingWord::Note,
            Self::Error(_) => FindingWord::Error,
            Self::Warning(_) => FindingWord::Warning,
        }
    }

    /// Returns the name of the file, safe to print.
    #[must_use]
    pub fn file_name(self) -> String {
        shown_name(self.place().0)
    }

    /// Returns the place and the message in a language, without the word for the kind.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        match self {
            Self::Skipped(skipped) => skipped.text(language),
            Self::Error(error) => error.text(language),
            Self::Warning(warning) => warning.text(language),
        }
    }

    /// Returns the word for the kind, the line and the message in a language, without the name of the file.
    #[must_use]
    pub fn text_in_file(self, language: Language) -> String {
        let texts = texts(language);
        let message = match self {
            Self::Skipped(skipped) => texts.skipped(&skipped.reason.text(language)),
            Self::Error(error) => error.message.text(language),
            Self::Warning(warning) => warning.message.text(language),
        };
        let (_, sheet, line) = self.place();
        texts.with_word(
            self.kind(),
            &texts.in_line(Place::new(sheet, line), &message),
        )
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

/// The finding in English, with its place and without the word for its kind.
impl fmt::Display for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::EN))
    }
}

/// The text in English: one error or warning in each line, and the number of those that are not shown in a last one. A warning
/// says that it is one.
impl fmt::Display for ListErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::EN))
    }
}

impl ListErrors {
    /// Returns one error or warning in each line, and the number of those that are not shown in a last one, in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let findings = self.findings().into_iter();
        let lines = findings.filter_map(|finding| match finding {
            Finding::Skipped(_) => None,
            Finding::Error(error) => Some(error.text(language)),
            Finding::Warning(warning) => {
                let text = warning.text(language);
                Some(texts(language).with_word(FindingWord::Warning, &text))
            }
        });
        let lines: Vec<_> = lines.chain(self.more_text(language)).collect();
        lines.join("\n")
    }

    /// The errors and warnings that are shown, and the files that were not read, in the order of files and lines.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding<'_>> {
        Finding::sorted(&self.first, &self.warnings.first, &self.skipped)
    }

    /// The number of errors and warnings that are not shown, as a sentence in English; `None` if all are.
    #[must_use]
    pub fn more(&self) -> Option<String> {
        self.more_text(Language::EN)
    }

    /// The number of errors and warnings that are not shown, as a sentence in a language; `None` if all are.
    #[must_use]
    pub fn more_text(&self, language: Language) -> Option<String> {
        let errors = self.count.saturating_sub(self.first.len());
        more(errors, &self.warnings, language)
    }

    /// Warnings as errors.
    pub(super) fn of_warnings(
        warnings: ListWarnings,
        skipped: Vec<SkippedFile>,
        valid: BTreeMap<String, usize>,
    ) -> Self {
        let none = Self {
            first: Vec::new(),
            count: 0,
            warnings,
            skipped,
            summary: Box::new(FileSummary {
                valid,
                invalid: BTreeSet::new(),
            }),
        };
        none.with_warnings_as_errors()
    }

    /// These errors, with each warning as an error.
    #[must_use]
    pub fn with_warnings_as_errors(mut self) -> Self {
        let warnings = std::mem::take(&mut self.warnings);
        self.count += warnings.count;
        let limit = self.first.len().max(warnings.first.len());
        self.first
            .extend(warnings.first.into_iter().map(ListError::from));
        self.first.sort_by(|one, other| {
            let place = |it: &ListError| (it.file.clone(), it.sheet.clone(), it.line);
            place(one).cmp(&place(other))
        });
        self.first.truncate(limit.max(MAX_SHOWN));
        self
    }
}

/// The number of errors and warnings that are not shown, as a sentence.
pub(super) fn more(errors: usize, warnings: &ListWarnings, language: Language) -> Option<String> {
    let warnings = warnings.count.saturating_sub(warnings.first.len());
    (errors + warnings > 0).then(|| texts(language).more(errors, warnings))
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
pub(super) struct Reports {
    /// The number of errors that are kept, and that of warnings.
    limit: usize,
    errors: Vec<ListError>,
    error_count: usize,
    warnings: ListWarnings,
    /// The names of the files and sheets that have errors.
    invalid: BTreeSet<String>,
}

impl Reports {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit,
            errors: Vec::new(),
            error_count: 0,
            warnings: ListWarnings::default(),
            invalid: BTreeSet::new(),
        }
    }

    /// The report of a file, which keeps as many errors and warnings as these reports.
    pub(super) fn of_file(&self, file: &Path) -> Report {
        Report::with_limit(file, self.limit)
    }

    /// Adds the report of the next file. Of all files together, the first errors and warnings are kept.
    pub(super) fn add(&mut self, report: Report) {
        if !report.is_empty() {
            let stem = report.file.file_stem().unwrap_or_default();
            let name = report.sheet.clone();
            self.invalid
                .insert(name.unwrap_or_else(|| stem.to_string_lossy().into_owned()));
        }
        self.error_count += report.errors.count;
        self.errors.extend(report.errors.first);
        self.errors.truncate(self.limit);
        self.warnings.count += report.warnings.count;
        self.warnings.first.extend(report.warnings.first);
        self.warnings.first.truncate(self.limit);
    }

    /// The warnings and the files that were not read, unless there are errors. `valid` are the lists without errors.
    pub(super) fn into_warnings(
        self,
        skipped: Vec<SkippedFile>,
        valid: impl FnOnce() -> BTreeMap<String, usize>,
    ) -> Result<(ListWarnings, Vec<SkippedFile>), ListErrors> {
        if self.error_count > 0 {
            return Err(ListErrors {
                first: self.errors,
                count: self.error_count,
                warnings: self.warnings,
                skipped,
                summary: Box::new(FileSummary {
                    valid: valid(),
                    invalid: self.invalid,
                }),
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
    /// The number of findings that are kept.
    limit: usize,
}

impl<T> Shown<T> {
    fn none(limit: usize) -> Self {
        Self {
            first: Vec::new(),
            count: 0,
            limit,
        }
    }

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
        if self.first.len() >= self.limit && !is_earlier {
            return;
        }
        let index = self.first.partition_point(|known| line_of(known) <= line);
        self.first.insert(index, finding());
        self.first.truncate(self.limit);
    }
}

impl Report {
    fn with_limit(file: &Path, limit: usize) -> Self {
        Self {
            file: file.to_owned(),
            sheet: None,
            errors: Shown::none(limit),
            warnings: Shown::none(limit),
            confirmations: Confirmations::default(),
        }
    }

    /// The report about a sheet of the same file, which is a workbook.
    #[cfg(feature = "workbook")]
    pub(super) fn of_sheet(&self, sheet: &str) -> Self {
        Self {
            sheet: Some(sheet.to_owned()),
            ..Self::with_limit(&self.file, self.errors.limit)
        }
    }

    /// Adds an error. `message` is only called if the error may be shown.
    pub(super) fn error<M: Into<ListMessage>>(
        &mut self,
        line: impl Into<Option<usize>>,
        message: impl FnOnce() -> M,
    ) {
        let (line, file, sheet) = (line.into(), &self.file, &self.sheet);
        self.errors.add(
            line,
            |error| error.line,
            || ListError {
                file: file.clone(),
                sheet: sheet.clone(),
                line,
                message: message().into(),
            },
        );
    }

    /// Adds a warning about a value, unless the file confirms that value. `message` is only called if the warning may be shown.
    pub(super) fn warning<M: Into<ListMessage>>(
        &mut self,
        line: impl Into<Option<usize>>,
        kind: ListWarningKind,
        value: &str,
        message: impl FnOnce() -> M,
    ) {
        if self.is_confirmed(value) {
            return;
        }
        self.add_warning(line.into(), kind, || ListMessage::Confirmable {
            message: Box::new(message().into()),
            value: excerpt(value.trim()),
        });
    }

    /// Adds a warning about the form of a sheet, which no statement can confirm.
    #[cfg(feature = "workbook")]
    pub(super) fn warning_of_form(
        &mut self,
        row: Option<usize>,
        kind: ListWarningKind,
        message: WorkbookMessage,
    ) {
        self.add_warning(row, kind, || message.into());
    }

    fn add_warning(
        &mut self,
        line: Option<usize>,
        kind: ListWarningKind,
        message: impl FnOnce() -> ListMessage,
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
                ListMessage::UnusedConfirmation { value }
            });
        }
    }

    /// Returns whether no error was found.
    pub(super) fn is_empty(&self) -> bool {
        self.errors.count == 0
    }

    /// A report of a file, for tests.
    #[cfg(test)]
    pub(super) fn new(file: &Path) -> Self {
        Self::with_limit(file, MAX_SHOWN)
    }

    /// The kinds of the warnings with their lines, for tests.
    #[cfg(test)]
    pub(super) fn warned(&self) -> Vec<(Option<usize>, ListWarningKind)> {
        let warnings = self.warnings.first.iter();
        warnings.map(|it| (it.line, it.kind)).collect()
    }
}
